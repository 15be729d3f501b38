// SPDX-License-Identifier: Apache-2.0
// Stage: action register → what its CSV's columns mean (W3C CSV on the Web, Metadata
// Vocabulary for Tabular Data), to lie beside it as NAME.csv-metadata.json.
#include <nlohmann/json.hpp>

#include "table.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

using json = nlohmann::ordered_json;

/// "due_as_written" of "Due (as written)"
std::string name_of_column(std::string_view title) {
    std::string out;
    for (const char c : title) {
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
        else if (c >= 'a' && c <= 'z') out += c;
        else if (!out.empty() && out.back() != '_') out += '_';
    }
    while (!out.empty() && out.back() == '_') out.pop_back();
    return out;
}

json column_of(const register_column& c) {
    const char* type = c.kind == column_kind::date ? "date" : c.kind == column_kind::number ? "integer" : "string";
    json out = {{"titles", std::string(c.name)}, {"name", name_of_column(c.name)}, {"datatype", type}};
    if (c.kind == column_kind::date) out["datatype"] = {{"base", "date"}, {"format", "yyyy-MM-dd"}};
    return out;
}

/// "march.csv" of "2014/march.txt": where `convert -t csv` puts it.
std::string csv_name(std::string_view source) {
    const std::string name = safe_text(file_name(source));
    return name.substr(0, name.rfind('.')) + ".csv";
}

}  // namespace

std::string csvw_of(const meeting_list& meetings) {
    const register_table actions = action_table(meetings);
    json out = {{"@context", "http://www.w3.org/ns/csvw"},
                {"url", csv_name(meetings.front()->source.name)},
                {"dc:title", safe_text(title_of(*meetings.front())) + ": actions"},
                {"dialect", {{"encoding", "utf-8"}, {"lineTerminators", json::array({"\r\n"})}, {"header", true}, {"doubleQuote", true}}},
                {"tableSchema", {{"columns", json::array()}}}};
    for (const register_column& c : actions.columns) out["tableSchema"]["columns"].push_back(column_of(c));
    return out.dump(2) + '\n';
}

}  // namespace minutes
