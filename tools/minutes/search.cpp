// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <minutes/archive.hpp>

#include "commands.hpp"
#include "text.hpp"

namespace cli {

namespace {

using nlohmann::ordered_json;

/// "Harbour Panel, 12 … ": body, day, item: what a line has room for.
std::string heading_of(const minutes::search_hit& h) {
    std::string out = h.body.empty() ? h.title : h.body;
    if (h.date) out += (out.empty() ? "" : ", ") + minutes::to_string(*h.date);
    if (!h.item.empty()) out += (out.empty() ? "" : ": ") + h.item;
    return out;
}

void put_text(const minutes::search_hit& h, console& c) {
    std::string snippet;
    for (const auto& p : h.snippet) snippet += p.found ? paint(c.out(), style::bold, visible(p.text)) : visible(p.text);
    c.put(fmt::format("{}  {}\n    {}\n", paint(c.out(), style::cyan, visible(h.source) + ": " + h.place), visible(heading_of(h)), snippet));
}

ordered_json as_json(const minutes::search_hit& h) {
    ordered_json j = {{"source", h.source}, {"place", h.place}, {"body", h.body}, {"title", h.title}};
    if (h.date) j["date"] = minutes::to_string(*h.date);
    if (!h.item.empty()) j["item"] = h.item;
    j["snippet"] = ordered_json::array();
    for (const auto& p : h.snippet) {
        ordered_json piece = {{"text", p.text}};
        if (p.found) piece["found"] = true;
        j["snippet"].push_back(std::move(piece));
    }
    return j;
}

void put_json(const minutes::search_result& r, console& c) {
    ordered_json j = {{"found", r.found}, {"hits", ordered_json::array()}};
    for (const auto& h : r.hits) j["hits"].push_back(as_json(h));
    c.put(j.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

status tell_unreadable(const options& o, const std::string& why, console& c) {
    c.tell(fmt::format("minutes: {}: cannot read {}: {}\n", paint(c.err(), style::red, "error"), visible(o.archive), visible(why)));
    return status::unreadable;
}

}  // namespace

status search(const options& o, console& c) {
    if (const std::string mistake = minutes::mistake_in_query(o.query); !mistake.empty()) return usage_error(c, "search", visible(mistake));
    const auto opened = minutes::open_archive(o.archive, minutes::archive_access::read);
    if (!opened.ok()) return tell_unreadable(o, opened.message, c);
    const auto r = opened.archive.search(o.query, {o.writing.rows.body, o.writing.rows.since, o.until}, o.most);
    if (!r.ok()) return tell_unreadable(o, r.message, c);
    if (o.as_json) put_json(r, c);
    else
        for (const auto& h : r.hits) put_text(h, c);
    if (r.hits.size() < r.found && !o.as_json) c.tell(fmt::format("{} in all; --limit shows more\n", counted(r.found, "passage")));
    if (!r.found && c.err().terminal) c.tell("nothing found\n");
    return r.found ? status::done : status::findings;
}

}  // namespace cli
