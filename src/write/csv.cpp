// SPDX-License-Identifier: Apache-2.0
// Stage: action register → CSV as RFC 4180 has it: UTF-8, CRLF, header row, ISO dates.
#include "register_tables.hpp"

namespace minutes {

namespace {

/// A cell that a spreadsheet would take for a formula gets an apostrophe (CWE-1236); blanks and the
/// wide forms of the signs do not hide one.
bool looks_like_formula(std::string_view text) {
    if (text.starts_with('\t') || text.starts_with('\r')) return true;
    for (bool blank = true; blank;) {
        blank = false;
        for (const std::string_view b : {" ", "\t", "\r", "\n", "\u00A0", "\u3000", "\uFEFF"})
            if (text.starts_with(b)) {
                text.remove_prefix(b.size());
                blank = true;
            }
    }
    for (const std::string_view sign : {"=", "+", "-", "@", "|", "%", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
        if (text.starts_with(sign)) return true;
    return false;
}

std::string field(std::string_view text) {
    std::string out = looks_like_formula(text) ? "'" : "";
    out += text;
    if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
    std::string quoted = "\"";
    for (const char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace

std::string csv_of(const meeting_list& meetings, const write_options& options) {
    const bool chosen = options.merge || !options.columns.empty();
    const register_table actions = chosen ? register_of_actions(meetings, options) : action_table(meetings);
    std::string out;
    for (std::size_t i = 0; i < actions.columns.size(); ++i) out += (i ? "," : "") + field(actions.columns[i].name);
    out += "\r\n";
    for (const register_row& r : actions.rows) {
        for (std::size_t i = 0; i < r.cells.size(); ++i) out += (i ? "," : "") + field(r.cells[i].text);
        out += "\r\n";
    }
    return out;
}

}  // namespace minutes
