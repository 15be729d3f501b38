// SPDX-License-Identifier: Apache-2.0
// Tables that the format itself marks: their cells are known, what their columns hold is not.
#include <algorithm>
#include <array>
#include <map>

#include "columns_finder.hpp"
#include "date.hpp"
#include "exempt.hpp"
#include "look.hpp"
#include "owner.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

/// A cell's paragraphs, and the grid's columns that it covers.
struct marked_cell {
    std::size_t column = 0, end_column = 1;
    bool head = false;
    spans paragraphs;
    std::vector<std::size_t> blocks;  ///< of the document, one a paragraph
};

using grid_row = std::vector<marked_cell>;

constexpr std::size_t longest_heading = 14;  ///< words

}  // namespace

/// One marked table: its rows in order.
struct marked_table {
    columns_finder& f;
    std::size_t index;  ///< of the outermost table
    std::vector<grid_row> rows{};
    std::vector<int> blanks{};
    std::size_t end = 0;                   ///< behind its last block
    bool of_tasks = false;                 ///< whether it stands below "Actions"
    std::vector<std::size_t> furniture{};  ///< its blocks that are page furniture

    /// The cell of the outermost table that a cell stands in.
    std::size_t outer_cell(std::size_t cell) const {
        while (f.d.cells[cell].table != index) cell = f.d.tables[f.d.cells[cell].table].within;
        return cell;
    }

    std::size_t outer_table(std::size_t cell) const {
        std::size_t table = f.d.cells[cell].table;
        while (f.d.tables[table].within != document_block::no_cell) table = f.d.cells[f.d.tables[table].within].table;
        return table;
    }

    void gather(std::size_t from) {
        std::map<std::uint32_t, std::map<std::uint32_t, marked_cell>> cells;
        std::map<std::uint32_t, int> blank;
        std::size_t i = from;
        for (; i < f.d.blocks.size(); ++i) {
            const auto& b = f.d.blocks[i];
            if (b.kind == document_block::kind_type::page_break) continue;
            if (b.cell == document_block::no_cell) {
                if (!f.furniture[i]) break;
                furniture.push_back(i);
                continue;
            }
            if (outer_table(b.cell) != index) break;
            const auto& c = f.d.cells[outer_cell(b.cell)];
            auto& g = cells[c.row][c.column];
            g.column = c.column;
            g.end_column = c.column + std::max(1u, c.column_span);
            g.head = c.head;
            const span s = trimmed(f.text(), b.text);
            if (!s.empty()) {
                g.paragraphs.push_back(s);
                g.blocks.push_back(i);
            }
            blank.emplace(c.row, b.blank_before);
        }
        end = i;
        while (!furniture.empty() && furniture.back() + 1 >= end && end > from) {  // furniture behind the table is not in it
            end = furniture.back();
            furniture.pop_back();
        }
        for (auto& [r, row] : cells) {
            rows.emplace_back();
            blanks.push_back(blank[r]);
            for (auto& [c, cell] : row) rows.back().push_back(std::move(cell));
        }
    }

    std::size_t width() const {
        std::size_t w = 0;
        for (const auto& row : rows)
            for (const auto& c : row) w = std::max(w, c.end_column);
        return w;
    }

    /// Whether most cells of a column of the grid are numbers of items.
    bool holds_numbers(std::size_t column) const {
        std::size_t numbers = 0, filled = 0;
        for (const auto& row : rows)
            for (const auto& c : row)
                if (c.column == column && !c.paragraphs.empty()) {
                    ++filled;
                    const auto t = f.head_text(c.paragraphs);
                    numbers += match_number(t, f.words) && !match_date(t, f.words);
                }
        return numbers > 1 && numbers * 2 > filled;
    }

    /// "Item", "Minute no."
    bool heads_items(const spans& title) const {
        const auto& kinds = f.words.columns(fold(f.head_text(title)));
        return std::any_of(kinds.begin(), kinds.end(), [](column k) { return k == column::item || k == column::number; });
    }

    /// The row as column heads; `positions` keeps where each starts in the grid.
    columns_finder::head head_of(const grid_row& row) const {
        columns_finder::head h;
        h.how = separator::bars;
        for (std::size_t k = 0; !row.empty() && k < row.front().column; ++k) {  // the number's column needs no title
            h.cells.emplace_back();
            h.positions.push_back(k);
        }
        for (const auto& c : row) {
            // "Item | | Action" above "1 | Roof | AB": what stands beside the numbers has no title.
            if (const std::size_t gap = h.cells.size(); gap == 1 && gap < c.column && h.positions[0] == 0 && heads_items(h.cells[0]) && holds_numbers(0)) {
                h.cells.emplace_back();
                h.positions.push_back(gap);
            }
            h.cells.push_back(c.paragraphs);
            h.positions.push_back(c.column);
        }
        f.name_columns(h, of_tasks);
        return h;
    }

    /// The head's column that a cell of the grid stands under.
    static std::size_t column_under(const columns_finder::head& h, const marked_cell& c) {
        std::size_t best = 0;
        for (std::size_t k = 0; k < h.positions.size(); ++k)
            if (h.positions[k] <= c.column) best = k;
        return best;
    }

    bool numbers_under(const columns_finder::head& h, std::size_t column, std::size_t from) const {
        std::size_t numbers = 0, filled = 0;
        for (std::size_t r = from; r < rows.size(); ++r)
            for (const auto& c : rows[r])
                if (column_under(h, c) == column && !c.paragraphs.empty()) {
                    ++filled;
                    numbers += match_number(f.head_text(c.paragraphs), f.words).has_value();
                }
        return numbers * 2 > filled;
    }

    /// "Item | Description", "Item | | Action": whether a head that no list knows, or none, stands right behind a column.
    static bool unnamed_behind(const columns_finder::head& h, std::size_t c) { return c + 1 < h.kinds.size() && !h.kinds[c + 1]; }

    /// "Action | Status | Notes": what stands behind the tasks is said of them, and is no business of its own.
    static std::size_t behind_tasks(const columns_finder::head& h) {
        return static_cast<std::size_t>(std::find(h.kinds.begin(), h.kinds.end(), column::action) - h.kinds.begin());
    }

    laid_table table_under(columns_finder::head& h, std::size_t from) const {
        laid_table t;
        t.people = h.people;
        const std::size_t tasks = behind_tasks(h);
        const auto missing = [&](column k) { return std::find(h.kinds.begin(), h.kinds.end(), k) == h.kinds.end(); };
        if (!h.people && missing(column::number))
            for (std::size_t c = 0; c < h.kinds.size(); ++c)
                if ((!h.kinds[c] || h.kinds[c] == column::ref || (h.kinds[c] == column::item && (!missing(column::notes) || unnamed_behind(h, c)))) && numbers_under(h, c, from) && (h.kinds[c] != column::ref || missing(column::action) || !missing(column::item))) {
                    h.kinds[c] = column::number;
                    break;
                }
        if (missing(column::item))
            for (std::size_t c = tasks; c < h.kinds.size(); ++c)
                if (h.kinds[c] == column::notes) h.kinds[c].reset();
        if (!h.people && missing(column::item) && missing(column::notes) && missing(column::decision))
            for (std::size_t c = 0; c < tasks; ++c)
                if (!h.kinds[c] && !f.words.has(word_list::side_heads, fold(f.head_text(h.cells[c]))) && !asks_whether_exempt(f.head_text(h.cells[c]), f.words)) {
                    h.kinds[c] = column::item;
                    break;
                }
        t.columns = h.kinds;
        return t;
    }

    laid_block block_of(std::size_t r, laid_block::kind_type kind, std::size_t table) const {
        laid_block b;
        b.kind = kind;
        b.table = table;
        b.blank_before = r < blanks.size() ? blanks[r] : 0;
        for (const auto& c : rows[r]) b.text.insert(b.text.end(), c.paragraphs.begin(), c.paragraphs.end());
        return b;
    }

    /// "**Roof** The tiles are loose.": the heading is a paragraph of its own.
    void part_bold_head(const marked_cell& c, spans& cell) const {
        if (c.blocks.empty()) return;
        const auto end = look_of(f.d, f.d.blocks[c.blocks.front()]).bold_end;
        if (end <= cell.front().begin || end >= cell.front().end || words_in(f.in({cell.front().begin, end}), f.words, longest_heading + 1).size() > longest_heading) return;
        const span head = trimmed(f.text(), {cell.front().begin, end}), rest = trimmed(f.text(), {end, cell.front().end});
        if (head.empty() || rest.empty() || !starts_upper(f.in(rest))) return;
        cell.front() = head;
        cell.insert(cell.begin() + 1, rest);
    }

    void add_row(std::size_t r, const columns_finder::head& h, std::size_t table) const {
        auto b = block_of(r, laid_block::kind_type::row, table);
        b.cells.resize(h.cells.size());
        for (const auto& c : rows[r]) {
            if (c.column > 0 && heads_tasks(c)) continue;  // "Action" again, level with an item's heading
            const std::size_t under = column_under(h, c);
            auto& cell = b.cells[under];
            cell.insert(cell.end(), c.paragraphs.begin(), c.paragraphs.end());
            const bool heads = h.kinds[under] == column::item || (h.kinds[under] == column::notes && std::find(h.kinds.begin(), h.kinds.end(), column::item) == h.kinds.end());
            if (heads && cell.size() == c.paragraphs.size()) part_bold_head(c, cell);
        }
        if (!b.text.empty()) f.out.blocks.push_back(std::move(b));
    }

    /// A table whose columns say nothing of what they hold: label and value, or a frame around paragraphs.
    void add_loose(std::size_t from, std::size_t to) const {
        if (from == to) return;
        const auto lead = frame_lead(from, to);
        if ((!lead || (lead == lead::number && owners_stand_beside(from, to))) && add_headless(from, to)) return;
        const std::size_t table = f.out.tables.size();
        laid_table t;
        t.loose = true;
        t.columns.resize(width());
        f.out.tables.push_back(t);
        for (std::size_t r = from; r < to; ++r) {
            const auto& row = rows[r];
            if (lead && (leads_item(row, *lead) || (*lead == lead::number && is_numbered(row)))) add_framed_item(r, table, *lead);
            else if (row.size() == 2 && row[1].column == row[0].end_column && is_label(row[0]) && row[1].paragraphs.size() == 1) add_pair(r, table);
            else add_paragraphs(r, table, 0);
        }
    }

    /// A row of label and value.
    void add_pair(std::size_t r, std::size_t table) const {
        auto b = line_of(rows[r][0].blocks.front(), table, r, 0);
        b.pair = true;
        b.text.push_back(rows[r][1].paragraphs.front());
        f.out.blocks.push_back(std::move(b));
    }

    /// The row's paragraphs behind the first `skip`.
    void add_paragraphs(std::size_t r, std::size_t table, std::size_t skip) const {
        for (const auto& c : rows[r])
            for (const std::size_t i : c.blocks) {
                if (skip == 0) f.out.blocks.push_back(line_of(i, table, r, c.column));
                else --skip;
            }
    }

    /// How the rows of a frame around minutes head their items.
    enum class lead {
        number,  ///< a number in the first cell, the heading as the second's first paragraph
        cell,    ///< the heading in the first cell
        label,   ///< "Agenda item:", and the heading beside it
    };

    bool is_bold(const marked_cell& c) const { return look_of(f.d, f.d.blocks[c.blocks.front()]).bold; }

    static bool is_sentence_end(std::string_view text) { return text.ends_with('.') || text.ends_with('!') || text.ends_with('?'); }

    bool is_heading_paragraph(const marked_cell& c) const {
        const auto text = f.in(c.paragraphs.front());
        return starts_upper(text) && !is_sentence_end(text) && words_in(text, f.words).size() <= longest_heading;
    }

    /// "3.2" beside text: a paragraph with its number, be it headed or not.
    bool is_numbered(const grid_row& row) const {
        return row.size() > 1 && row[0].paragraphs.size() == 1 && !row[1].paragraphs.empty() && match_number(f.in(row[0].paragraphs.front()), f.words);
    }

    bool leads_item(const grid_row& row, lead how) const {
        if (row.size() < 2 || row[0].paragraphs.size() != 1 || row[1].paragraphs.empty()) return false;
        const auto first = f.in(row[0].paragraphs.front());
        switch (how) {
            case lead::number: return match_number(first, f.words) && is_heading_paragraph(row[1]);
            case lead::cell: return is_bold(row[0]) && !is_label(row[0]) && is_heading_paragraph(row[0]);
            case lead::label: {
                if (!first.ends_with(':') || !is_heading_paragraph(row[1])) return false;
                const auto& kinds = f.words.columns(fold(first.substr(0, first.size() - 1)));
                return std::find(kinds.begin(), kinds.end(), column::item) != kinds.end();
            }
        }
        return false;
    }

    /// How the rows are a frame around minutes, if they are: an agenda's cells hold a line each, those of minutes paragraphs.
    std::optional<lead> frame_lead(std::size_t from, std::size_t to) const {
        for (const lead how : {lead::label, lead::number, lead::cell}) {
            std::size_t items = 0, told = 0, bold = 0, numbered = 0, others = 0;
            for (std::size_t r = from; r < to; ++r) {
                numbered += is_numbered(rows[r]);
                others += rows[r].front().column > 0 || (rows[r].size() > 1 && (rows[r][0].paragraphs.empty() || is_label(rows[r][0])));  // what goes on; "Held in:", "Present:"
                if (how == lead::cell && rows[r].size() > 1 && is_label(rows[r][0]) && is_bold(rows[r][0])) ++items, ++told;  // "Next meeting" heads, too
                if (!leads_item(rows[r], how)) continue;
                ++items;
                bold += is_bold(rows[r][1]);
                told += rows[r][1].paragraphs.size() > 1 || (how == lead::cell && is_sentence_end(f.in(rows[r][1].paragraphs.front())));
            }
            const std::size_t fewest = how == lead::number && bold == items ? 2 : 3;
            // Numbers all the way down need less: many items have no more than a line.
            const bool counted = how == lead::number && numbered >= fewest + 1 && numbered + others == to - from && told > 0 && items * 3 >= numbered;
            if (how == lead::label ? items > 0 : items >= fewest && told * 2 >= items && items * 3 >= (to - from) * 2) return how;
            if (counted) return how;
        }
        return {};
    }

    /// The item's heading is a line as where no frame stands around it, with the number beside it; the row's other paragraphs follow.
    void add_framed_item(std::size_t r, std::size_t table, lead how) const {
        const auto& row = rows[r];
        auto heading = line_of(row[how == lead::cell ? 0 : 1].blocks.front(), table, r, 0);
        if (how != lead::cell) heading.text.insert(heading.text.begin(), row[0].paragraphs.front());
        set_free(heading);
        f.out.blocks.push_back(std::move(heading));
        add_paragraphs(r, table, how == lead::cell ? 1 : 2);
    }

    /// A line that no frame holds.
    static void set_free(laid_block& b) {
        b.in_cell = false;
        b.blank_before = std::max(b.blank_before, 1);
    }

    /// A single cell across the whole table: what stands in it is no column's.
    static bool spans_table(const grid_row& row, std::size_t width) { return width > 1 && row.size() == 1 && row[0].column == 0 && row[0].end_column >= width; }

    /// Whether the last column of three or more holds nothing but owners: such minutes are no frame.
    bool owners_stand_beside(std::size_t from, std::size_t to) const {
        constexpr std::size_t fewest = 2, narrowest = 3;  // cells; columns
        std::size_t owners = 0, others = 0;
        for (std::size_t r = from; r < to; ++r) {
            const auto& last = rows[r].back();
            if (last.column + 1 < width() || last.paragraphs.empty() || heads_tasks(last)) continue;
            const auto text = f.head_text(last.paragraphs);
            ++(match_owners(text, f.words) || opens_with_owner(text, f.words) ? owners : others);
        }
        const bool leads = owners + others == to - from;  // somebody beside each item: who leads it
        return width() >= narrowest && owners >= fewest && owners > others && !leads;
    }

    /// "Action" alone in a cell above owners.
    bool heads_tasks(const marked_cell& c) const {
        const auto& kinds = f.words.columns(fold(f.head_text(c.paragraphs)));
        return std::find(kinds.begin(), kinds.end(), column::action) != kinds.end();
    }

    /// A table of actions or of minutes without heads, or with heads that no lexicon has: known by what stands in its cells.
    bool add_headless(std::size_t from, std::size_t to) const {
        const bool tasks = f.under_actions(), head = tasks && std::all_of(rows[from].begin(), rows[from].end(), [](const marked_cell& c) { return c.head; });
        std::vector<std::vector<std::string>> texts, business;
        const std::size_t columns = width();
        for (std::size_t r = from + head; r < to; ++r) {
            if (spans_table(rows[r], columns)) continue;
            auto& row = texts.emplace_back(columns);
            for (const auto& c : rows[r])
                if (c.column == 0 || !heads_tasks(c)) row[c.column] = f.head_text(c.paragraphs);
            if (!tells_of_meeting(rows[r])) business.push_back(row);
        }
        columns_finder::head h;
        if (tasks) h.kinds = task_columns_by_content(texts, f.words);
        if (h.kinds.empty() && !head) h.kinds = columns_by_content(texts, f.words);
        if (h.kinds.empty() && !head) h.kinds = minutes_by_content(texts, f.words);
        const bool told = h.kinds.empty() && !head && f.business_stands_in_tables();
        if (told) h.kinds = business_by_content(business, f.words);
        if (h.kinds.empty()) return false;
        h.cells.resize(h.kinds.size());
        for (std::size_t c = 0; c < h.kinds.size(); ++c) h.positions.push_back(c);
        const std::size_t table = f.out.tables.size();
        laid_table t;
        t.columns = h.kinds;
        f.out.tables.push_back(t);
        if (head) {
            auto b = block_of(from, laid_block::kind_type::header, table);
            b.cells = head_of(rows[from]).cells;
            f.out.blocks.push_back(std::move(b));
        }
        for (std::size_t r = from + head; r < to; ++r) {
            if (spans_table(rows[r], columns)) add_free(r, table);
            else if (told && tells_of_meeting(rows[r])) add_loose(r, r + 1);
            else add_row(r, h, table);
        }
        return true;
    }

    /// The paragraphs of a row that is one cell, as lines outside the table's columns.
    void add_free(std::size_t r, std::size_t table) const {
        for (const std::size_t i : rows[r][0].blocks) {
            auto b = line_of(i, table, r, 0);
            set_free(b);
            f.out.blocks.push_back(std::move(b));
        }
    }

    /// "3. Roof repairs" in one cell across all columns: the heading of the rows below it.
    bool heads_rows(std::size_t r) const {
        if (!spans_table(rows[r], width()) || rows[r][0].paragraphs.size() != 1) return false;
        const auto text = f.in(rows[r][0].paragraphs.front());
        const auto n = number_at(text, f.words);
        const bool numbered = n && n->marked;
        const auto heading = numbered ? text.substr(n->rest) : text;
        return (numbered || is_bold(rows[r][0])) && starts_upper(heading) && !is_sentence_end(heading) && words_in(heading, f.words).size() <= longest_heading;
    }

    bool is_label(const marked_cell& c) const {
        if (c.paragraphs.size() != 1) return false;
        const auto l = label_at(f.in(c.paragraphs.front()), f.words);
        return l && l->whole;
    }

    /// "Present | Ann Bell, Tom Ash": a row that is no business.
    bool tells_of_meeting(const grid_row& row) const {
        if (row.size() != 2 || row[0].paragraphs.size() != 1 || row[1].paragraphs.empty()) return false;
        const auto l = label_at(f.in(row[0].paragraphs.front()), f.words);
        constexpr std::array labels = {label::present, label::in_attendance, label::absent, label::chair, label::minute_taker, label::date, label::time, label::venue};
        return l && l->whole && !f.words.has(word_list::record_nouns, fold(f.in(row[0].paragraphs.front()))) && std::any_of(labels.begin(), labels.end(), [&](label k) { return l->is(k); });
    }

    laid_block line_of(std::size_t i, std::size_t table, std::size_t r, std::size_t column) const {
        laid_block b;
        b.text.push_back(trimmed(f.text(), f.d.blocks[i].text));
        b.blank_before = f.d.blocks[i].blank_before;
        b.look = look_of(f.d, f.d.blocks[i]);
        b.in_cell = true;
        b.table = table;
        b.row = r;
        b.column = column;
        return b;
    }

    /// "ACTION" alone above the last column: minutes fill the columns before it.
    bool heads_last_column(std::size_t r, const columns_finder::head& h) const {
        constexpr std::size_t fewest_rows = 3;
        const std::size_t last = h.cells.size() - 1;
        if (r != 0 || last == 0 || rows.size() < r + 1 + fewest_rows || rows[r].back().end_column < width()) return false;
        if (h.kinds[last] != column::action && h.kinds[last] != column::owner) return false;
        return std::all_of(h.cells.begin(), h.cells.end() - 1, [](const spans& c) { return c.empty(); });
    }

    /// "Item | Discussion" above rows that are items of business; names the columns.
    bool heads_business(std::size_t r, columns_finder::head& h) const {
        if (std::find(h.kinds.begin(), h.kinds.end(), column::item) == h.kinds.end()) return false;
        std::vector<std::vector<std::string>> texts;
        for (std::size_t k = r + 1; k < rows.size() && texts.size() < columns_finder::most_told_rows; ++k) {
            auto& row = texts.emplace_back(h.cells.size());
            for (const auto& c : rows[k])
                if (auto& cell = row[column_under(h, c)]; cell.empty()) cell = f.head_text(c.paragraphs);
        }
        return f.heads_business(h, texts);
    }

    /// "Minutes of: | Meeting held on Tuesday 4 March 2019 at 7 pm": a label and what it says, no heads of columns.
    bool says_when(const grid_row& row) const {
        if (row.size() != 2 || row[0].paragraphs.size() != 1 || row[1].paragraphs.empty() || !f.in(row[0].paragraphs.front()).ends_with(':')) return false;
        return !find_dates(f.in(row[1].paragraphs.front()), f.words).empty();
    }

    void read() const {
        std::size_t from = 0;
        for (std::size_t r = 0; r < rows.size();) {
            auto h = head_of(rows[r]);
            const bool value = says_when(rows[r]), known = !value && (f.is_header(h) || heads_last_column(r, h)), business = !known && !value && heads_business(r, h);
            if (!known && !business) {
                ++r;
                continue;
            }
            add_loose(from, r);
            const std::size_t table = f.out.tables.size();
            f.out.tables.push_back(table_under(h, r + 1));
            auto b = block_of(r, laid_block::kind_type::header, table);
            b.cells = h.cells;
            f.out.blocks.push_back(std::move(b));
            for (++r; r < rows.size(); ++r) {
                const auto again = head_of(rows[r]);
                if (f.is_header(again)) {
                    if (!f.same_kinds(again, f.out.tables[table])) break;
                    auto repeated = block_of(r, laid_block::kind_type::header, table);
                    repeated.cells = again.cells;
                    f.out.blocks.push_back(std::move(repeated));
                    continue;
                }
                if (heads_rows(r)) add_free(r, table);
                else if (business && tells_of_meeting(rows[r])) add_loose(r, r + 1);
                else add_row(r, h, table);
            }
            from = r;
        }
        add_loose(from, rows.size());
        for (const std::size_t i : furniture) f.add_line(i, laid_block::kind_type::furniture);
    }
};

std::size_t columns_finder::read_marked_table(std::size_t i) {
    marked_table t{*this, 0};
    t.index = t.outer_table(d.blocks[i].cell);
    t.gather(i);
    t.of_tasks = t.rows.size() > 1 && under_actions();
    t.read();
    return t.end;
}

}  // namespace minutes
