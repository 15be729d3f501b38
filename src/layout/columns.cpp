// SPDX-License-Identifier: Apache-2.0
// The rows of a table: which column each cell belongs to, and where the table ends.
#include <algorithm>
#include <limits>

#include "cell_reading.hpp"
#include "columns_finder.hpp"
#include "exempt.hpp"
#include "look.hpp"
#include "name_strength.hpp"
#include "reference.hpp"

namespace minutes {

bool columns_finder::lines_up(const head& h, std::size_t after) const {
    int under = 0, elsewhere = 0;
    for (std::size_t i = after; i < d.blocks.size() && i < after + 60; ++i) {
        if (!is_line(i)) continue;
        const auto row = cut_at_blanks(d.blocks[i].text);
        for (std::size_t k = 1; k < row.size(); ++k) {
            const auto near = [&](std::size_t p) { return row[k].position + 1 >= p && row[k].position <= p + 1; };
            (std::any_of(h.positions.begin(), h.positions.end(), near) ? under : elsewhere) += 1;
        }
    }
    return under >= elsewhere;
}

int columns_finder::fit_of_rows(const std::vector<std::optional<column>>& kinds, separator how, std::size_t after) const {
    laid_table t;
    t.columns = kinds;
    int total = 0;
    for (std::size_t i = after; i < d.blocks.size() && i < after + 40; ++i)
        if (is_line(i) && has_cells(i, how)) total += assign(cut(d.blocks[i].text, how), t).fit;
    return total;
}

bool columns_finder::has_numbers(const head& h, std::size_t after) const {
    for (std::size_t i = after; i < d.blocks.size() && i < after + 60; ++i) {
        if (!is_line(i) || !has_cells(i, h.how)) continue;
        const auto row = cut(d.blocks[i].text, h.how);
        if (row.empty()) continue;
        std::size_t filled = row.size();
        while (filled > 0 && row[filled - 1].where.empty()) --filled;
        if (filled > h.cells.size() || match_number(in(row[0].where), words)) return true;
    }
    return false;
}

void columns_finder::place_numbers(head& h, std::size_t after) const {
    const auto missing = [&](column k) { return std::find(h.kinds.begin(), h.kinds.end(), k) == h.kinds.end(); };
    if (h.people || !missing(column::number) || h.kinds[0] == column::ref) return;
    if (!h.kinds[0] && h.cells[0].empty()) {
        h.kinds[0] = column::number;
        return;
    }
    if (h.how != separator::aligned && !has_numbers(h, after)) return;
    head within = h;
    const auto first = within.cells[0];
    within.cells[0].clear();
    name_columns(within, under_actions());
    within.cells[0] = first;
    within.kinds[0] = column::number;
    head before = h;
    before.cells.insert(before.cells.begin(), spans{});
    before.kinds.insert(before.kinds.begin(), column::number);
    before.positions.insert(before.positions.begin(), 0);
    const auto of = [&](const head& x, column k) { return std::find(x.kinds.begin(), x.kinds.end(), k) != x.kinds.end(); };
    const bool business = of(within, column::item) || of(within, column::notes) || (of(within, column::action) && of(within, column::owner));
    if (h.how != separator::aligned && business && fit_of_rows(within.kinds, h.how, after) > fit_of_rows(before.kinds, h.how, after) - 1) h = within;
    else h = before;
}

laid_table columns_finder::table_of(head& h, std::size_t after) const {
    laid_table t;
    t.people = h.people;
    if (h.how == separator::aligned && !lines_up(h, after)) h.how = separator::gaps;
    const auto missing = [&](column k) { return std::find(h.kinds.begin(), h.kinds.end(), k) == h.kinds.end(); };
    // The one head that no list knows is the business's.
    if (!h.people && missing(column::item) && missing(column::notes) && missing(column::decision))
        for (std::size_t c = 0; c < h.kinds.size(); ++c)
            if (!h.kinds[c] && !h.cells[c].empty() && !asks_whether_exempt(head_text(h.cells[c]), words)) {
                h.kinds[c] = column::item;
                break;
            }
    place_numbers(h, after);
    t.columns = h.kinds;
    tell_reference_from_number(t, h, after);
    return t;
}

void columns_finder::tell_reference_from_number(laid_table& t, const head& h, std::size_t after) const {
    const auto ref = t.find(column::ref);
    if (!ref || t.find(column::number) || *ref != 0 || h.how == separator::aligned) return;
    const auto action = t.find(column::action);
    int numbers = 0, beside_action = 0;
    for (std::size_t i = after; i < d.blocks.size() && i < after + 60; ++i) {
        if (!is_line(i)) continue;
        const auto row = cut(d.blocks[i].text, h.how);
        if (row.empty() || row[0].where.empty() || row.size() < 2) continue;
        const auto n = match_number(in(row[0].where), words);
        const bool plain = n && in(row[0].where).find('/') == std::string_view::npos && in(row[0].where).find('-') == std::string_view::npos;
        if (plain) ++numbers;
        if (action && *action < row.size() && !row[*action].where.empty() && !plain) ++beside_action;
    }
    if (numbers > beside_action) t.columns[0] = column::number;
}

columns_finder::assignment columns_finder::assign(const std::vector<raw_cell>& row, const laid_table& t) const {
    constexpr int impossible = std::numeric_limits<int>::min() / 2;
    const std::size_t cells = row.size(), columns = t.columns.size();
    // A short row has lost its last cells, unless it starts with text where its number should be.
    const bool number_lost = cells < columns && t.columns[0] == column::number && !row.empty() && !row[0].where.empty() && !match_number(in(row[0].where), words);
    std::vector<std::vector<int>> best(cells + 1, std::vector<int>(columns + 1, impossible));
    std::vector<std::vector<char>> step(cells + 1, std::vector<char>(columns + 1, 0));
    for (std::size_t c = 0; c <= columns; ++c) best[0][c] = 0;
    std::vector<cell_reading> read;
    read.reserve(cells);
    for (const auto& cell : row) read.emplace_back(in(cell.where), words);
    for (std::size_t i = 1; i <= cells; ++i)
        for (std::size_t c = 0; c <= columns; ++c) {
            const auto consider = [&](int value, char how) {
                if (value > best[i][c]) {
                    best[i][c] = value;
                    step[i][c] = how;
                }
            };
            if (c > 0) {
                const int prior = i + number_lost == c ? 2 : 0;
                consider(best[i - 1][c - 1] + read[i - 1].fit(t.columns[c - 1]) + prior, 'd');
                consider(best[i][c - 1], 'l');
            }
            consider(best[i - 1][c] + (row[i - 1].where.empty() ? 0 : -12), 'u');
        }
    assignment result{std::vector<std::size_t>(cells, std::string::npos), best[cells][columns]};
    for (std::size_t i = cells, c = columns; i > 0;) {
        const char how = step[i][c];
        if (how == 'd') {
            result.columns[i - 1] = c - 1;
            --i;
            --c;
        } else if (how == 'l') {
            --c;
        } else {
            --i;
        }
    }
    return result;
}

laid_block columns_finder::row_block(std::size_t i, const raw_row& row, std::size_t table) {
    laid_block b;
    b.kind = laid_block::kind_type::row;
    b.table = table;
    b.cells.resize(out.tables[table].columns.size());
    const auto columns = assign(row, out.tables[table]).columns;
    for (std::size_t k = 0; k < row.size(); ++k) {
        if (row[k].where.empty()) continue;
        b.text.push_back(row[k].where);
        if (columns[k] == std::string::npos) b.stray.push_back(row[k].where);
        else b.cells[columns[k]].push_back(row[k].where);
    }
    b.blank_before = d.blocks[i].blank_before;
    return b;
}

std::optional<raw_row> columns_finder::cut_aligned(span line, const head& h) const {
    auto row = cut_at_blanks(line);
    std::vector<raw_cell> cells(h.cells.size());
    for (std::size_t k = 0; k < row.size(); ++k) {
        raw_cell c = row[k];
        // A cell that fills its column touches the next: one blank stands between them.
        for (std::size_t col = column_at(h, c.position) + 1; col < h.positions.size(); ++col) {
            std::uint32_t at = c.where.begin;
            std::size_t p = c.position;
            while (at < c.where.end && p < h.positions[col]) {
                ++at;
                while (at < c.where.end && (static_cast<unsigned char>(text()[at]) & 0xC0) == 0x80) ++at;
                ++p;
            }
            if (at >= c.where.end) break;
            if (text()[at - 1] != ' ') return {};
            put(cells, h, {{c.where.begin, at - 1}, c.position});
            c = {{at, c.where.end}, p};
        }
        put(cells, h, c);
    }
    return cells;
}

void columns_finder::put(std::vector<raw_cell>& cells, const head& h, const raw_cell& c) const {
    std::size_t col = column_at(h, c.position);
    const bool number = h.kinds[0] == column::number && h.cells[0].empty() && col <= 1;
    if (number) col = c.position == 0 && match_number(in(c.where), words) && cells[0].where.empty() ? 0 : 1;
    const span w = trimmed(text(), c.where);
    if (cells[col].where.empty()) cells[col] = {w, c.position};
    else cells[col].where.end = w.end;
}

bool columns_finder::starts_row(const raw_row& row, const laid_block& above, const laid_table& t, int blank_before) const {
    const auto filled = [&](column k) { const auto c = t.find(k); return c && !row[*c].where.empty(); };
    const auto had = [&](column k) { const auto c = t.find(k); return c && !above.cells[*c].empty(); };
    if (filled(column::number) || filled(column::ref) || blank_before > 0) return true;
    if (t.people && filled(column::name) && name_strength(in(row[*t.find(column::name)].where), words) >= 2) return true;
    for (const column k : {column::item, column::notes})
        if (filled(k))
            if (const auto n = number_at(in(row[*t.find(k)].where), words); n && n->marked) return true;
    const auto a = t.find(column::action);
    const auto task = a ? in(row[*a].where) : std::string_view{};
    const auto reference = reference_at(task, words);
    if (reference && reference->strong) return true;
    // A second owner beside the start of a task is another action's; one that goes on with a list is not.
    if (!filled(column::owner) || !had(column::owner)) return false;
    const auto c = *t.find(column::owner);
    const auto last = in(above.cells[c].back()), next = in(row[c].where);
    const bool goes_on = last.ends_with("/") || last.ends_with("&") || last.ends_with(",") || last.ends_with(" and") || next.starts_with("/") || next.starts_with("&");
    return !goes_on && starts_upper(task);
}

void columns_finder::add_line(std::size_t i, laid_block::kind_type kind) {
    laid_block b;
    b.kind = kind;
    const span s = trimmed(text(), d.blocks[i].text);
    if (!s.empty()) b.text.push_back(s);
    b.blank_before = d.blocks[i].blank_before;
    b.look = look_of(d, d.blocks[i]);
    out.blocks.push_back(std::move(b));
}

void columns_finder::add_header(const head& h, std::size_t i, std::size_t table) {
    laid_block b;
    b.kind = laid_block::kind_type::header;
    b.table = table;
    b.cells = h.cells;
    for (const auto& c : h.cells) b.text.insert(b.text.end(), c.begin(), c.end());
    std::sort(b.text.begin(), b.text.end());
    b.blank_before = d.blocks[i].blank_before;
    out.blocks.push_back(std::move(b));
}

bool columns_finder::ends_table(span line) const {
    const auto l = label_at(in(line), words);
    return l && ((l->is(label::next_meeting) && l->marked) || l->is(label::closing) || (l->is(label::minute_taker) && l->end - l->begin > 7));
}

/// Whether the last row's reference is a plain number, with which a line below may go on counting.
bool columns_finder::counts_rows(const laid_table& t) const {
    const auto ref = t.find(column::ref);
    if (!ref) return false;
    const bool row = !out.blocks.empty() && out.blocks.back().kind == laid_block::kind_type::row && *ref < out.blocks.back().cells.size();
    if (!row || out.blocks.back().cells[*ref].empty()) return true;
    const std::string last = head_text(out.blocks.back().cells[*ref]);
    return last.find_first_of("/-") == last.npos && match_number(last, words);
}

bool columns_finder::fills_task_only(const raw_row& row, const laid_table& t) {
    const auto task = t.find(column::action);
    return task && !row[*task].where.empty() && std::count_if(row.begin(), row.end(), [](const auto& c) { return !c.where.empty(); }) == 1;
}

/// A numbered line behind a table of tasks that counts nothing, "1. Apologies", is the business that follows it.
bool columns_finder::opens_item(const raw_row& row, const laid_table& t) const {
    if (t.find(column::item) || t.find(column::notes) || counts_rows(t)) return false;
    const auto number = t.find(column::number);
    const auto filled = [](const auto& c) { return !c.where.empty(); };
    const auto first = std::find_if(row.begin(), row.end(), filled);
    if (std::count_if(row.begin(), row.end(), filled) != 1 || first - row.begin() > (number ? 1 : 0)) return false;
    const auto n = number_at(in(first->where), words);
    if (!n || !n->marked || n->rest >= first->where.size()) return false;
    // Aligned rows have a column for numbers, used or not.
    const auto head = std::find_if(out.blocks.rbegin(), out.blocks.rend(), [](const laid_block& b) { return b.kind == laid_block::kind_type::header; });
    return !number || std::none_of(out.blocks.rbegin(), head, [&](const laid_block& b) { return b.kind == laid_block::kind_type::row && !b.cells[*number].empty(); });
}

std::size_t columns_finder::read_table(std::size_t i) {
    auto h = *header_at(i);
    const std::size_t first_row = i + h.lines;
    const std::size_t table = out.tables.size();
    out.tables.push_back(table_of(h, first_row));
    add_header(h, i, table);
    for (i = first_row; i < d.blocks.size(); ++i) {
        if (d.blocks[i].cell != document_block::no_cell) return i;  // a table that the format marks
        if (!is_line(i)) {
            add_line(i, laid_block::kind_type::furniture);
            continue;
        }
        if (auto again = header_at(i); again && (again->how == h.how || h.how == separator::gaps)) {
            if (again->known >= 2 && again->people == h.people && same_kinds(*again, out.tables[table])) {
                auto repeated = *again;
                while (repeated.cells.size() < out.tables[table].columns.size()) repeated.cells.insert(repeated.cells.begin(), spans{});
                add_header(repeated, i, table);
                i += again->lines - 1;
                continue;
            }
            return i;
        }
        if (!read_row(i, h, table)) return i;
    }
    return i;
}

bool columns_finder::same_kinds(const head& h, const laid_table& t) const {
    return std::all_of(h.kinds.begin(), h.kinds.end(), [&](const auto& k) { return !k || t.find(*k); });
}

bool columns_finder::has_cells(std::size_t i, separator how) const {
    const auto t = in(d.blocks[i].text);
    if (how == separator::tabs) return t.find('\t') != t.npos;
    if (how == separator::bars) return t.find('|') != t.npos;
    const auto row = cut_at_blanks(d.blocks[i].text);
    return row.size() > 1 || (!row.empty() && row[0].position >= 2);
}

bool columns_finder::goes_on(std::size_t i, separator how) const {
    int plain = 0;
    for (std::size_t k = i + 1; k < d.blocks.size() && plain < 6; ++k) {
        if (!is_line(k)) continue;
        if (has_cells(k, how)) return true;
        ++plain;
    }
    return false;
}

bool columns_finder::read_row(std::size_t i, const head& h, std::size_t table) {
    const span line = d.blocks[i].text;
    if (h.how == separator::aligned) {
        // "1. Declarations of interest" behind a table of people
        if (const auto n = number_at(in(line), words); h.people && d.blocks[i].blank_before && n && n->marked && cut_at_blanks(line).size() == 1) return false;
        auto row = cut_aligned(line, h);
        if (!row || (d.blocks[i].blank_before && (ends_table(line) || opens_item(*row, out.tables[table])))) return false;
        auto& blocks = out.blocks;
        const bool first = blocks.empty() || blocks.back().kind != laid_block::kind_type::row;
        if (!first && blocks.back().blank_before == 0 && d.blocks[i].blank_before > 0 && fills_task_only(*row, out.tables[table]) && !goes_on(i, h.how)) return false;
        if (!first && !starts_row(*row, blocks.back(), out.tables[table], d.blocks[i].blank_before)) {
            for (std::size_t c = 0; c < row->size(); ++c)
                if (!(*row)[c].where.empty()) {
                    blocks.back().cells[c].push_back((*row)[c].where);
                    blocks.back().text.push_back((*row)[c].where);
                }
            return true;
        }
        laid_block b;
        b.kind = laid_block::kind_type::row;
        b.table = table;
        b.cells.resize(row->size());
        for (std::size_t c = 0; c < row->size(); ++c)
            if (!(*row)[c].where.empty()) {
                b.cells[c].push_back((*row)[c].where);
                b.text.push_back((*row)[c].where);
            }
        b.blank_before = d.blocks[i].blank_before;
        blocks.push_back(std::move(b));
        return true;
    }
    if (!has_cells(i, h.how)) {
        // A line without cells inside a table is a cell of its own; behind the last row it may only be the end of a cut cell.
        if (ends_table(line) || (d.blocks[i].blank_before && opens_item(cut(line, h.how), out.tables[table]))) return false;
        if (!goes_on(i, h.how) && !starts_lower(trim(in(line)))) return false;
    }
    out.blocks.push_back(row_block(i, cut(line, h.how), table));
    return true;
}

laid_document columns_finder::run() && {
    for (std::size_t i = 0; i < d.blocks.size();) {
        if (d.blocks[i].cell != document_block::no_cell) {
            i = read_marked_table(i);
        } else if (!is_line(i)) {
            add_line(i++, laid_block::kind_type::furniture);
        } else if (header_at(i)) {
            i = read_table(i);
        } else {
            add_line(i++, laid_block::kind_type::line);
        }
    }
    bool page = false;
    for (auto& b : out.blocks) {
        if (b.kind == laid_block::kind_type::furniture) {
            page = true;
            continue;
        }
        b.page_before = page;
        page = false;
    }
    return std::move(out);
}

int fit_of(std::string_view cell, std::optional<column> which, const lexicon& words) { return cell_reading(cell, words).fit(which); }

laid_document find_columns(const document& d, const std::vector<bool>& furniture, const lexicon& words) {
    return columns_finder{d, furniture, words}.run();
}

}  // namespace minutes
