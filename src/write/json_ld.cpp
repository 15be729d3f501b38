// SPDX-License-Identifier: Apache-2.0
#include "json_ld.hpp"

#include <nlohmann/json.hpp>

#include "wording.hpp"

namespace minutes {

namespace {

using json = nlohmann::ordered_json;

json moment(const traced<date>& d, const traced<time_of_day>& t) {
    if (!d.value || !d.value->ok()) return nullptr;
    return to_string(*d.value) + (t.value ? "T" + to_string(*t.value) : "");
}

void put(json& into, const char* name, json value) {
    if (!value.is_null() && value != "") into[name] = std::move(value);
}

json words(const meeting& m, const traced<std::string>& t) { return t.given() ? json(safe_text(shown(m, t))) : json(nullptr); }

void put_place(json& event, const meeting& m, const traced<std::string>& venue) {
    if (venue.given()) event["location"] = {{"@type", "Place"}, {"name", words(m, venue)}};
}

void put_organiser(json& event, const meeting& m) {
    if (m.body.given()) event["organizer"] = {{"@type", "Organization"}, {"name", words(m, m.body)}};
}

json event_of(const meeting& m, const std::string& id) {
    json event = {{"@type", "Event"}, {"@id", id}, {"name", safe_text(title_of(m))}};
    put(event, "startDate", moment(m.date, m.start));
    put(event, "endDate", m.end.value ? moment(m.date, m.end) : json(nullptr));
    put_place(event, m, m.venue);
    put_organiser(event, m);
    return event;
}

json next_of(const meeting& m) {
    json event = {{"@type", "Event"}, {"name", safe_text(title_of(m))}, {"startDate", moment(m.next.date, m.next.start)}};
    put_place(event, m, m.next.venue);
    put_organiser(event, m);
    return event;
}

json record_of(const meeting& m, const std::string& about) {
    json record = {{"@type", "DigitalDocument"}, {"name", "Minutes: " + safe_text(title_of(m))}, {"about", {{"@id", about}}}};
    if (m.status.value) record["creativeWorkStatus"] = sentence(name_of(*m.status.value));
    if (!m.languages.empty()) record["inLanguage"] = m.languages.front();
    return record;
}

/// In JSON these three stand in strings only, where an escape is the same.
std::string safe_in_script(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '<') out += "\\u003c";
        else if (c == '>') out += "\\u003e";
        else if (c == '&') out += "\\u0026";
        else out += c;
    }
    return out;
}

}  // namespace

std::string json_ld_of(const meeting_list& meetings) {
    json graph = json::array();
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        const meeting& m = *meetings[i];
        const std::string id = i ? "#m" + std::to_string(i + 1) + "-title" : "#title";
        graph.push_back(event_of(m, id));
        graph.push_back(record_of(m, id));
        if (m.next.date.value && m.next.date.value->ok()) graph.push_back(next_of(m));
    }
    return safe_in_script(json{{"@context", "https://schema.org"}, {"@graph", std::move(graph)}}.dump());
}

}  // namespace minutes
