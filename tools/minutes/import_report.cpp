// SPDX-License-Identifier: Apache-2.0
#include "import_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text.hpp"

namespace cli {

namespace {

using nlohmann::ordered_json;

std::string as_json(const import_counts& n, const std::vector<import_line>& lines) {
    ordered_json j = {{"found", n.found}, {"imported", n.imported}, {"unchanged", n.unchanged}, {"refused", n.refused}, {"failed", n.failed}, {"left", n.left()}};
    j["documents"] = ordered_json::array();
    for (const import_line& l : lines) {
        ordered_json d = {{"source", l.name}, {"outcome", l.outcome}};
        if (!l.reason.empty()) d["reason"] = l.reason;
        if (l.outcome == "imported") d.update({{"meetings", l.meetings}, {"actions", l.actions}, {"decisions", l.decisions}, {"findings", l.findings}});
        j["documents"].push_back(std::move(d));
    }
    return j.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

/// RFC 4180.  A name that a spreadsheet would take for a formula gets an apostrophe in front.
std::string csv_cell(std::string_view text) {
    std::string out = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos ? "'" : "";
    bool quotes = false;
    for (const char c : text) {
        quotes |= c == '"' || c == ',' || c == '\n' || c == '\r';
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quotes ? "\"" + out + "\"" : out;
}

std::string as_csv(const std::vector<import_line>& lines) {
    std::string out = "source,outcome,reason,meetings,actions,decisions,findings\r\n";
    for (const import_line& l : lines) {
        const bool now = l.outcome == "imported";
        const auto count = [&](std::size_t k) { return now ? std::to_string(k) : std::string{}; };
        out += fmt::format("{},{},{},{},{},{},{}\r\n", csv_cell(l.name), l.outcome, csv_cell(l.reason), count(l.meetings), count(l.actions), count(l.decisions), count(l.findings));
    }
    return out;
}

}  // namespace

std::string summary_of(const import_counts& n) {
    std::string out = fmt::format("{} found: {} imported, {} unchanged, {} refused, {} failed", counted(n.found, "document"), number(n.imported), number(n.unchanged),
                                  number(n.refused), number(n.failed));
    if (n.left() > 0) out += fmt::format(", {} not come to", number(n.left()));
    return out;
}

std::string report_of(const import_counts& n, const std::vector<import_line>& lines, import_report format) {
    return format == import_report::json ? as_json(n, lines) : as_csv(lines);
}

}  // namespace cli
