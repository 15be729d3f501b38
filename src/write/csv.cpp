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
    std::string out;
    const auto put_heads = [&](const register_table& t) {
        for (std::size_t i = 0; i < t.columns.size(); ++i) out += (i ? "," : "") + field(t.columns[i].name);
        out += "\r\n";
    };
    const auto put_row = [&](const register_row& r) {
        for (std::size_t i = 0; i < r.cells.size(); ++i) out += (i ? "," : "") + field(r.cells[i].text);
        out += "\r\n";
    };
    if (options.merge || !options.columns.empty()) {
        register_of_actions(meetings, options, put_heads, put_row);  // of thousands of meetings the rows are many
        return out;
    }
    const register_table actions = action_table(meetings);
    put_heads(actions);
    for (const register_row& r : actions.rows) put_row(r);
    return out;
}

}  // namespace minutes
