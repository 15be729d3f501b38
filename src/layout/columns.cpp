// SPDX-License-Identifier: Apache-2.0
// Tables flattened to tabs, bars or aligned blanks.  A table starts where a line's
// cells are column heads; each line after it is cut into cells, and each cell goes
// to the column that it fits best, in order.
#include <algorithm>
#include <array>
#include <limits>

#include "date.hpp"
#include "joined_text.hpp"
#include "layout.hpp"
#include "owner.hpp"
#include "person.hpp"
#include "reference.hpp"
#include "sentence.hpp"

namespace minutes {

namespace {

enum class separator {
    tabs,
    bars,
    aligned,  ///< runs of blanks that line the cells up under their heads
    gaps      ///< runs of blanks in place of tabs: they part cells and say nothing of columns
};

struct raw_cell {
    span where;                 // trimmed; empty for a blank cell
    std::size_t position = 0;   // code points from the line's start: for aligned blanks
};

using raw_row = std::vector<raw_cell>;

struct columns_finder {
    const document& d;
    const std::vector<bool>& furniture;
    const lexicon& words;
    laid_document out{};

    std::string_view text() const { return d.text->text; }
    std::string_view in(span s) const { return text().substr(s.begin, s.size()); }
    bool is_line(std::size_t i) const { return i < d.blocks.size() && d.blocks[i].kind == document_block::kind_type::line && !furniture[i]; }

    // ── cutting lines ──

    raw_row cut_at(span line, char mark) const {
        raw_row row;
        std::uint32_t from = line.begin;
        for (std::uint32_t i = line.begin; i <= line.end; ++i) {
            if (i < line.end && text()[i] != mark) continue;
            row.push_back({trimmed(text(), {from, i}), 0});
            from = i + 1;
        }
        return row;
    }

    raw_row cut_at_bars(span line) const {
        const auto whole = trimmed(text(), line);
        auto row = cut_at(whole, '|');
        // "| a | b |": the bars at the ends part nothing.
        if (!whole.empty() && text()[whole.begin] == '|' && row.size() > 1) row.erase(row.begin());
        if (!whole.empty() && text()[whole.end - 1] == '|' && row.size() > 1) row.pop_back();
        return row;
    }

    raw_row cut_at_blanks(span line) const {
        raw_row row;
        std::size_t position = 0;
        std::uint32_t i = line.begin;
        while (i < line.end) {
            if (text()[i] == ' ' || text()[i] == '\t') {
                ++i;
                ++position;
                continue;
            }
            raw_cell c{{i, i}, position};
            while (i < line.end && !(text()[i] == '\t' || (text()[i] == ' ' && (i + 1 == line.end || text()[i + 1] == ' ' || text()[i + 1] == '\t')))) {
                if ((static_cast<unsigned char>(text()[i]) & 0xC0) != 0x80) ++position;
                ++i;
            }
            c.where.end = i;
            row.push_back(c);
        }
        return row;
    }

    /// A line that starts with a gap has a blank first cell; further blank cells cannot be told.
    raw_row cut_at_gaps(span line) const {
        auto row = cut_at_blanks(line);
        if (!row.empty() && row[0].position >= 2) row.insert(row.begin(), raw_cell{{line.begin, line.begin}, 0});
        for (auto& c : row)
            if (in(c.where) == "-" || in(c.where) == "\u2013") c.where.end = c.where.begin;
        return row;
    }

    raw_row cut(span line, separator how) const {
        switch (how) {
            case separator::tabs: return cut_at(line, '\t');
            case separator::bars: return cut_at_bars(line);
            case separator::aligned: return cut_at_blanks(line);
            case separator::gaps: return cut_at_gaps(line);
        }
        return {};
    }

    std::optional<separator> separator_of(span line) const {
        const auto t = in(line);
        if (t.find('\t') != t.npos) return separator::tabs;
        if (std::count(t.begin(), t.end(), '|') >= 2 || t.find(" | ") != t.npos) return separator::bars;
        if (cut_at_blanks(line).size() >= 3) return separator::aligned;
        return {};
    }

    // ── column heads ──

    struct head {
        std::vector<spans> cells;
        std::vector<std::optional<column>> kinds;
        std::vector<std::size_t> positions;
        separator how = separator::tabs;
        std::size_t lines = 1;
        int known = 0;
        bool people = false;
    };

    std::string head_text(const spans& where) const {
        std::string s;
        for (const span& w : where) s += (s.empty() ? "" : " ") + std::string(in(w));
        return s;
    }

    /// Names the columns: each kind once, those with one meaning first.
    void name_columns(head& h) const {
        constexpr std::array people_kinds = {column::name, column::role, column::organisation, column::initials, column::attendance};
        std::vector<std::vector<column>> meanings;
        bool task = false, person = false;
        for (const auto& c : h.cells) {
            meanings.push_back(c.empty() ? std::vector<column>{} : columns_named(head_text(c), words));
            const auto& m = meanings.back();
            const auto is_people = [&](column k) { return std::find(people_kinds.begin(), people_kinds.end(), k) != people_kinds.end(); };
            task |= std::any_of(m.begin(), m.end(), [](column k) { return k == column::action || k == column::due; }) && !std::any_of(m.begin(), m.end(), is_people);
            person |= !m.empty() && std::any_of(m.begin(), m.end(), [](column k) { return k == column::role || k == column::organisation || k == column::initials || k == column::name; });
        }
        h.people = person && !task;
        std::vector<column> used;
        h.kinds.assign(h.cells.size(), std::nullopt);
        h.known = 0;
        const auto allowed = [&](column k) {
            const bool of_people = std::find(people_kinds.begin(), people_kinds.end(), k) != people_kinds.end();
            return (h.people ? of_people || k == column::number : !of_people) && std::find(used.begin(), used.end(), k) == used.end();
        };
        for (const bool single : {true, false})
            for (std::size_t c = 0; c < h.cells.size(); ++c) {
                if (h.kinds[c]) continue;
                std::vector<column> open;
                std::copy_if(meanings[c].begin(), meanings[c].end(), std::back_inserter(open), allowed);
                if (open.empty() || (single && open.size() > 1)) continue;
                h.kinds[c] = open.front();
                used.push_back(open.front());
                ++h.known;
            }
    }

    bool is_header(const head& h) const {
        const auto has = [&](column k) { return std::find(h.kinds.begin(), h.kinds.end(), k) != h.kinds.end(); };
        int filled = 0;
        for (const auto& c : h.cells) {
            if (c.empty()) continue;
            ++filled;
            if (words_in(head_text(c)).size() > 7) return false;
        }
        if (h.known < 2 || filled - h.known > 1) return false;
        if (h.people) return has(column::name) && h.known >= 2;
        return (has(column::action) && (has(column::owner) || has(column::due) || has(column::item) || has(column::notes))) ||
               (has(column::owner) && (has(column::due) || has(column::item) || has(column::notes)));
    }

    std::size_t column_at(const head& h, std::size_t position) const {
        std::size_t best = 0;
        for (std::size_t c = 0; c < h.positions.size(); ++c)
            if (h.positions[c] <= position + 1) best = c;
        return best;
    }

    bool is_head_word(const std::string& folded) const {
        if (words.has(word_list::head_words, folded) || !words.columns(folded).empty()) return true;
        return std::any_of(words.column_words().begin(), words.column_words().end(), [&](const auto& entry) { return entry.second.count(folded) > 0; });
    }

    /// Adds the cells of a further line to the heads above them.
    bool extend(head& h, const raw_row& row) const {
        bool any = false;
        std::size_t filled = 0;
        for (const auto& c : row) filled += !c.where.empty();
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].where.empty()) continue;
            const auto number = number_at(in(row[i].where), words);
            if (words_in(in(row[i].where)).size() > 4 || match_number(in(row[i].where), words) || (number && number->marked)) return false;
            const auto added = words_in(in(row[i].where));
            if (!std::all_of(added.begin(), added.end(), [&](const word& w) { return is_head_word(w.folded); })) return false;
            std::size_t at = h.how == separator::aligned ? column_at(h, row[i].position) : i;
            if (at >= h.cells.size()) return false;
            const auto known_with = [&](std::size_t c) {
                return !h.cells[c].empty() && !columns_named(head_text(h.cells[c]) + " " + std::string(in(row[i].where)), words).empty();
            };
            if (filled == 1 && !known_with(at))
                for (std::size_t c = 0; c < h.cells.size(); ++c)
                    if (known_with(c)) at = c;
            if (!h.cells[at].empty() && !known_with(at)) return false;
            h.cells[at].push_back(row[i].where);
            any = true;
        }
        return any;
    }

    /// Heads that stand one below the other before rows of cells.
    std::optional<head> stacked_header_at(std::size_t i) const {
        head h;
        std::size_t k = i;
        for (; is_line(k) && k < i + 7; ++k) {
            const span s = trimmed(text(), d.blocks[k].text);
            if (separator_of(s) || columns_named(in(s), words).empty() || words_in(in(s)).size() > 4) break;
            if (k > i && d.blocks[k].blank_before > 0) break;
            h.cells.push_back({s});
            h.positions.push_back(0);
        }
        h.lines = h.cells.size();
        if (h.lines < 3 || !is_line(k)) return {};
        const auto how = separator_of(d.blocks[k].text);
        if (!how || *how == separator::aligned) return {};
        h.how = *how;
        name_columns(h);
        return is_header(h) && h.known == static_cast<int>(h.lines) ? std::optional(h) : std::nullopt;
    }

    std::optional<head> header_at(std::size_t i) const {
        if (!is_line(i)) return {};
        const auto how = separator_of(d.blocks[i].text);
        if (!how) return stacked_header_at(i);
        const auto first = cut(d.blocks[i].text, *how);
        if (first.size() < 2) return {};
        head h;
        h.how = *how;
        for (const auto& c : first) {
            h.cells.push_back(c.where.empty() ? spans{} : spans{c.where});
            h.positions.push_back(c.position);
        }
        while (h.cells.size() > 1 && h.cells.back().empty()) {
            h.cells.pop_back();
            h.positions.pop_back();
        }
        name_columns(h);
        std::optional<head> best;
        if (is_header(h)) best = h;
        if (h.known == 0) return {};
        for (std::size_t lines = 2; lines <= 3 && is_line(i + lines - 1); ++lines) {
            auto row = cut(d.blocks[i + lines - 1].text, *how);
            if (!extend(h, row)) break;
            h.lines = lines;
            name_columns(h);
            if (is_header(h)) best = h;
        }
        return best;
    }

    // ── rows ──

    /// Whether most lines behind the heads have their cells under them.
    bool lines_up(const head& h, std::size_t after) const {
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

    /// How well the rows behind the heads fit columns of these kinds.
    int fit_of_rows(const std::vector<std::optional<column>>& kinds, separator how, std::size_t after) const {
        laid_table t;
        t.columns = kinds;
        int total = 0;
        for (std::size_t i = after; i < d.blocks.size() && i < after + 40; ++i)
            if (is_line(i) && has_cells(i, how)) total += assign(cut(d.blocks[i].text, how), t).fit;
        return total;
    }

    /// Whether any row has a number in its first cell, or a cell more than there are heads.
    bool has_numbers(const head& h, std::size_t after) const {
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

    /// Item numbers often have no head of their own, or one that says "Item" while the business stands beside it
    /// under "Discussion".  The rows decide: the reading that they fit better.
    void place_numbers(head& h, std::size_t after) const {
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
        name_columns(within);
        within.cells[0] = first;
        within.kinds[0] = column::number;
        head before = h;
        before.cells.insert(before.cells.begin(), spans{});
        before.kinds.insert(before.kinds.begin(), column::number);
        before.positions.insert(before.positions.begin(), 0);
        const auto of = [&](const head& x, column k) { return std::find(x.kinds.begin(), x.kinds.end(), k) != x.kinds.end(); };
        const bool business = of(within, column::item) || of(within, column::notes);
        if (h.how != separator::aligned && business && fit_of_rows(within.kinds, h.how, after) > fit_of_rows(before.kinds, h.how, after) - 1) h = within;
        else h = before;
    }

    laid_table table_of(head& h, std::size_t after) const {
        laid_table t;
        t.people = h.people;
        if (h.how == separator::aligned && !lines_up(h, after)) h.how = separator::gaps;
        const auto missing = [&](column k) { return std::find(h.kinds.begin(), h.kinds.end(), k) == h.kinds.end(); };
        // The one head that no list knows is the business's.
        if (!h.people && missing(column::item) && missing(column::notes))
            for (std::size_t c = 0; c < h.kinds.size(); ++c)
                if (!h.kinds[c] && !h.cells[c].empty()) {
                    h.kinds[c] = column::item;
                    break;
                }
        place_numbers(h, after);
        t.columns = h.kinds;
        tell_reference_from_number(t, h, after);
        return t;
    }

    /// A first column headed "Ref" holds item numbers when its cells count through the business, action references when they stand beside actions.
    void tell_reference_from_number(laid_table& t, const head& h, std::size_t after) const {
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

    struct assignment {
        std::vector<std::size_t> columns;  // for each cell its column, or npos
        int fit = 0;
    };

    /// The order-keeping assignment of cells to columns that fits best.
    assignment assign(const std::vector<raw_cell>& row, const laid_table& t) const {
        constexpr int impossible = std::numeric_limits<int>::min() / 2;
        const std::size_t cells = row.size(), columns = t.columns.size();
        // A short row has lost its last cells, unless it starts with text where its number should be.
        const bool number_lost = cells < columns && t.columns[0] == column::number && !row.empty() && !row[0].where.empty() && !match_number(in(row[0].where), words);
        std::vector<std::vector<int>> best(cells + 1, std::vector<int>(columns + 1, impossible));
        std::vector<std::vector<char>> step(cells + 1, std::vector<char>(columns + 1, 0));
        for (std::size_t c = 0; c <= columns; ++c) best[0][c] = 0;
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
                    consider(best[i - 1][c - 1] + fit_of(in(row[i - 1].where), t.columns[c - 1], words) + prior, 'd');
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

    laid_block row_block(std::size_t i, const raw_row& row, std::size_t table) {
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

    /// A line of an aligned table, cut where the heads start; nothing when it runs across them.
    std::optional<raw_row> cut_aligned(span line, const head& h) const {
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

    void put(std::vector<raw_cell>& cells, const head& h, const raw_cell& c) const {
        std::size_t col = column_at(h, c.position);
        const bool number = h.kinds[0] == column::number && h.cells[0].empty() && col <= 1;
        if (number) col = c.position == 0 && match_number(in(c.where), words) && cells[0].where.empty() ? 0 : 1;
        const span w = trimmed(text(), c.where);
        if (cells[col].where.empty()) cells[col] = {w, c.position};
        else cells[col].where.end = w.end;
    }

    /// Whether a line of an aligned table starts a row rather than going on with the one above.
    bool starts_row(const raw_row& row, const laid_block& above, const laid_table& t, int blank_before) const {
        const auto filled = [&](column k) { const auto c = t.find(k); return c && !row[*c].where.empty(); };
        const auto had = [&](column k) { const auto c = t.find(k); return c && !above.cells[*c].empty(); };
        if (filled(column::number) || filled(column::ref) || blank_before > 0) return true;
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

    void add_line(std::size_t i, laid_block::kind_type kind) {
        laid_block b;
        b.kind = kind;
        const span s = trimmed(text(), d.blocks[i].text);
        if (!s.empty()) b.text.push_back(s);
        b.blank_before = d.blocks[i].blank_before;
        out.blocks.push_back(std::move(b));
    }

    void add_header(const head& h, std::size_t i, std::size_t table) {
        laid_block b;
        b.kind = laid_block::kind_type::header;
        b.table = table;
        b.cells = h.cells;
        for (const auto& c : h.cells) b.text.insert(b.text.end(), c.begin(), c.end());
        std::sort(b.text.begin(), b.text.end());
        b.blank_before = d.blocks[i].blank_before;
        out.blocks.push_back(std::move(b));
    }

    bool ends_table(span line) const {
        const auto l = label_at(in(line), words);
        return l && ((l->is(label::next_meeting) && l->marked) || l->is(label::closing) || (l->is(label::minute_taker) && l->end - l->begin > 7));
    }

    /// The lines of one table; the index behind its last.
    std::size_t read_table(std::size_t i) {
        auto h = *header_at(i);
        const std::size_t first_row = i + h.lines;
        const std::size_t table = out.tables.size();
        out.tables.push_back(table_of(h, first_row));
        add_header(h, i, table);
        for (i = first_row; i < d.blocks.size(); ++i) {
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

    bool same_kinds(const head& h, const laid_table& t) const {
        return std::all_of(h.kinds.begin(), h.kinds.end(), [&](const auto& k) { return !k || t.find(*k); });
    }

    bool has_cells(std::size_t i, separator how) const {
        const auto t = in(d.blocks[i].text);
        if (how == separator::tabs) return t.find('\t') != t.npos;
        if (how == separator::bars) return t.find('|') != t.npos;
        const auto row = cut_at_blanks(d.blocks[i].text);
        return row.size() > 1 || (!row.empty() && row[0].position >= 2);
    }

    /// Whether the table goes on somewhere behind line i.
    bool goes_on(std::size_t i, separator how) const {
        int plain = 0;
        for (std::size_t k = i + 1; k < d.blocks.size() && plain < 6; ++k) {
            if (!is_line(k)) continue;
            if (has_cells(k, how)) return true;
            ++plain;
        }
        return false;
    }

    bool read_row(std::size_t i, const head& h, std::size_t table) {
        const span line = d.blocks[i].text;
        if (h.how == separator::aligned) {
            auto row = cut_aligned(line, h);
            if (!row || (d.blocks[i].blank_before && ends_table(line))) return false;
            auto& blocks = out.blocks;
            const bool first = blocks.empty() || blocks.back().kind != laid_block::kind_type::row;
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
            if (ends_table(line)) return false;
            if (!goes_on(i, h.how) && !starts_lower(trim(in(line)))) return false;
        }
        out.blocks.push_back(row_block(i, cut(line, h.how), table));
        return true;
    }

    laid_document run() && {
        for (std::size_t i = 0; i < d.blocks.size();) {
            if (!is_line(i)) {
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
};

}  // namespace

int fit_of(std::string_view cell, std::optional<column> which, const lexicon& words) {
    const auto t = trim(cell);
    if (t.empty() || !which) return 0;
    const auto number = t.size() < 12 ? match_number(t, words) : std::nullopt;
    const auto folded = t.size() < 40 ? fold(t) : std::string{};
    const bool next = words.has(word_list::next_meeting_due, folded);
    const bool date = next || (t.size() < 60 && (match_date(t, words) || words.has(word_list::undated, folded)));
    const auto owners = date ? std::nullopt : match_owners(t, words);
    const bool initials = owners && owners->initials;
    switch (*which) {
        case column::number: return number ? 6 : t.size() < 12 && match_reference(t, words) ? 1 : -8;
        case column::ref: return date && !match_reference(t, words) ? -6 : match_reference(t, words) ? 6 : number ? 4 : -6;
        case column::owner: return date ? -6 : initials ? 5 : owners || match_owner_and_date(t, words) ? 3 : number ? -6 : -4;
        case column::due: return next ? 3 : date ? 5 : initials ? -5 : t.size() < 24 ? -1 : -6;
        case column::item: case column::notes: {
            const auto r = reference_at(t, words);
            return number ? -5 : initials ? -4 : date && !next ? -3 : r && r->strong && r->rest < t.size() ? 0 : 2;
        }
        case column::action: {
            const auto r = reference_at(t, words);
            return date || initials || number ? -4 : r && r->strong && r->rest < t.size() ? 4 : owners ? 0 : 2;
        }
        case column::status: return initials ? -3 : date ? -2 : 1;
        case column::initials: return is_initials(t) ? 5 : -5;
        case column::name: return match_person(t, words) ? 3 : -2;
        case column::attendance: return t.size() < 20 ? 1 : -2;
        case column::role: case column::organisation: return is_initials(t) ? -2 : 1;
    }
    return 0;
}

laid_document find_columns(const document& d, const std::vector<bool>& furniture, const lexicon& words) {
    return columns_finder{d, furniture, words}.run();
}

}  // namespace minutes
