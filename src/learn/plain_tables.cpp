// SPDX-License-Identifier: Apache-2.0
#include "plain_tables.hpp"

#include <algorithm>

#include "text.hpp"

namespace minutes {

namespace {

constexpr std::size_t most_rows = 2000, most_columns = 40;  // of a table: more are data, not minutes

std::string_view text_of(const document& d, span s) { return std::string_view(d.text->text).substr(s.begin, s.size()); }

void add_marked(const document& d, std::vector<plain_table>& out) {
    std::vector<plain_table> tables(d.tables.size());
    for (const document_block& b : d.blocks) {
        if (b.cell == document_block::no_cell || b.kind != document_block::kind_type::line) continue;
        const document_cell& c = d.cells[b.cell];
        if (c.row >= most_rows || c.column >= most_columns) continue;
        auto& rows = tables[c.table];
        if (rows.size() <= c.row) rows.resize(c.row + 1);
        auto& row = rows[c.row];
        if (row.size() <= c.column) row.resize(c.column + 1);
        const auto words = trim(text_of(d, b.text));
        if (!words.empty()) row[c.column] += (row[c.column].empty() ? "" : " ") + std::string(words);
    }
    for (plain_table& t : tables)
        if (!t.empty()) out.push_back(std::move(t));
}

std::vector<std::string> cells_of(std::string_view line, char mark) {
    std::vector<std::string> out;
    line = trim(line);
    if (mark == '|' && line.starts_with('|')) line.remove_prefix(1);
    if (mark == '|' && line.ends_with('|')) line.remove_suffix(1);
    for (std::size_t from = 0; from <= line.size() && out.size() < most_columns;) {
        const auto to = std::min(line.find(mark, from), line.size());
        out.emplace_back(trim(line.substr(from, to - from)));
        from = to + 1;
    }
    return out;
}

char mark_of(std::string_view line) {
    if (line.find('\t') != line.npos) return '\t';
    return std::count(line.begin(), line.end(), '|') >= 2 ? '|' : '\0';
}

void add_flattened(const document& d, std::vector<plain_table>& out) {
    plain_table open;
    char mark = '\0';
    const auto close = [&] {
        if (open.size() > 1) out.push_back(std::move(open));
        open.clear();
        mark = '\0';
    };
    for (const document_block& b : d.blocks) {
        const bool line = b.kind == document_block::kind_type::line && b.cell == document_block::no_cell;
        const char here = line ? mark_of(text_of(d, b.text)) : '\0';
        if (!here || (mark && here != mark) || b.blank_before > 1 || open.size() >= most_rows) close();
        if (!here) continue;
        mark = here;
        open.push_back(cells_of(text_of(d, b.text), here));
    }
    close();
}

}  // namespace

std::vector<plain_table> plain_tables_in(const document& d) {
    std::vector<plain_table> out;
    add_marked(d, out);
    add_flattened(d, out);
    return out;
}

}  // namespace minutes
