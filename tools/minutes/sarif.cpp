// SPDX-License-Identifier: Apache-2.0
#include "sarif.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace cli {

namespace {

using json = nlohmann::ordered_json;

constexpr const char* schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/// A file name as a URI reference (RFC 3986): all but unreserved characters and slashes as %XX.
std::string uri_of(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto u = static_cast<unsigned char>(c);
        const bool plain = (u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z') || std::string_view("-._~/").find(c) != std::string_view::npos;
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", u);
    }
    return out;
}

json rules() {
    json out = json::array();
    for (const auto& code : minutes::diagnostic_codes()) {
        json rule = {{"id", code.code}, {"shortDescription", {{"text", code.meaning}}}, {"defaultConfiguration", {{"level", minutes::name_of(code.severity)}}}};
        if (!code.hint.empty()) rule["help"] = {{"text", code.hint}};
        out.push_back(std::move(rule));
    }
    return out;
}

std::size_t rule_index(std::string_view code) {
    const auto& all = minutes::diagnostic_codes();
    return static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.code == code; }) - all.begin());
}

/// Lines from 1 and columns in code points, as the run's columnKind says; the end is the place behind the last character.
json region_of(const minutes::source_text& text, const minutes::diagnostic& d) {
    json out = {{"startLine", d.place.line}, {"startColumn", d.place.column}};
    if (d.spans.empty() || d.spans.front().end > text.text.size()) return out;
    const auto end = minutes::place_of(text, d.spans.front().end);
    if (end.line < d.place.line || (end.line == d.place.line && end.column <= d.place.column)) return out;
    out["endLine"] = end.line;
    out["endColumn"] = end.column;
    return out;
}

json result_of(const minutes::parse_result& r, const minutes::diagnostic& d, std::size_t artifact) {
    json place = {{"artifactLocation", {{"uri", uri_of(r.meeting.source.name)}, {"index", artifact}}}};
    if (!d.spans.empty()) place["region"] = region_of(*r.meeting.text, d);
    json out = {{"ruleId", d.code}, {"level", minutes::name_of(d.severity)}, {"message", {{"text", d.message}}},
                {"locations", json::array({json{{"physicalLocation", std::move(place)}}})}};
    if (const std::size_t index = rule_index(d.code); index < minutes::diagnostic_codes().size()) out["ruleIndex"] = index;
    if (!d.hint.empty()) out["message"]["text"] = d.message + ". " + d.hint;
    return out;
}

}  // namespace

void sarif_log::add(const minutes::parse_result& r) {
    json artifact = {{"location", {{"uri", uri_of(r.meeting.source.name)}}}};
    if (!r.meeting.source.sha256.empty()) {
        artifact["length"] = r.meeting.source.bytes;
        artifact["hashes"] = {{"sha-256", r.meeting.source.sha256}};
    }
    for (const auto& d : r.diagnostics) results_.push_back(result_of(r, d, artifacts_.size()));
    artifacts_.push_back(std::move(artifact));
}

std::string sarif_log::finished() const {
    const json driver = {{"name", "minutes"}, {"version", MINUTES_VERSION}, {"rules", rules()}};
    const json run = {{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"artifacts", artifacts_}, {"results", results_}};
    const json log = {{"$schema", schema}, {"version", "2.1.0"}, {"runs", json::array({run})}};
    return log.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace cli
