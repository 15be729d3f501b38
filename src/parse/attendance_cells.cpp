// SPDX-License-Identifier: Apache-2.0
// Attendance in tables whose heads name no columns of business: "Present | Apologies" side by side, a label
// beside its people, and grids of people and meeting dates with marks.
#include <algorithm>
#include <map>
#include <set>

#include "attendance_marks.hpp"
#include "attendance_text.hpp"
#include "date.hpp"
#include "initials.hpp"
#include "owner.hpp"
#include "parser.hpp"
#include "reference.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using kind = laid_block::kind_type;

constexpr std::size_t most_tried = 20'000; // paragraphs of a table that are looked at for people, over all the places where they may start
constexpr std::size_t longest_date = 100;  // bytes of a head
constexpr std::size_t document_head = 60;  // blocks: further down names under "Staff" may be any list

struct grid_cell {
    std::size_t row = 0, column = 0;
    spans where;
};

/// The cells of the tables from block `from` on; a table that follows with nothing but furniture between goes on with the one before.
struct cell_grid {
    std::vector<grid_cell> cells;  ///< one a paragraph, by row and column
    std::size_t end = 0;
    std::vector<std::size_t> furniture;

    using iterator = std::vector<grid_cell>::const_iterator;

    /// The first cell at or behind a place.
    [[nodiscard]] iterator from(std::size_t row, std::size_t column) const {
        return std::lower_bound(cells.begin(), cells.end(), std::pair(row, column), [](const grid_cell& c, const auto& place) { return std::pair(c.row, c.column) < place; });
    }

    [[nodiscard]] const grid_cell* at(std::size_t row, std::size_t column) const {
        const auto it = from(row, column);
        return it == cells.end() || it->row != row || it->column != column ? nullptr : &*it;
    }
};

cell_grid cells_from(const laid_document& laid, std::size_t from) {
    cell_grid g;
    std::size_t i = from;
    for (; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == kind::furniture) {
            g.furniture.push_back(i);
            continue;
        }
        if (b.kind != kind::line || !b.in_cell || b.table != laid.blocks[from].table) break;
        if (b.pair && b.text.size() > 1) {
            g.cells.push_back({b.row, b.column, {b.text.front()}});
            g.cells.push_back({b.row, b.column + 1, {b.text.begin() + 1, b.text.end()}});
        } else {
            g.cells.push_back({b.row, b.column, b.text});
        }
    }
    g.end = i;
    while (!g.furniture.empty() && g.furniture.back() + 1 == g.end) {
        g.end = g.furniture.back();
        g.furniture.pop_back();
    }
    return g;
}

struct cells_reader {
    parser& p;
    cell_grid g;
    mutable std::map<std::size_t, const grid_cell*> name_cells{};  // by row: asked for with each of its cells

    std::string text_of(const spans& where) const { return p.words_at(where); }

    // ── grids ──

    /// Columns in which the rows of people have marks, with how many.
    std::map<std::size_t, std::size_t> mark_columns() const {
        std::map<std::size_t, std::size_t> marks;
        for (const auto& c : g.cells)
            if (const auto* name = mark_of(text_of(c.where), p.words) ? name_cell(c.row) : nullptr; name && (c.column > name->column || !label_of(c))) ++marks[c.column];
        std::erase_if(marks, [&](const auto& m) { return tells_something_else(m.first); });
        return marks;
    }

    /// Whether a column's head says that its marks are about something else than who came: "Paid", "Voting".
    bool tells_something_else(std::size_t column) const {
        const auto* head = g.cells.empty() ? nullptr : g.at(g.cells.front().row, column);
        if (!head || name_cell(head->row)) return false;
        const auto text = text_of(head->where);
        const auto& fields = columns_named(text, p.words);
        if (mark_of(text, p.words) || text.find_first_of("0123456789") != text.npos || std::find(fields.begin(), fields.end(), column::attendance) != fields.end()) return false;
        const auto all = words_in(text, p.words);
        return !all.empty() && std::none_of(all.begin(), all.end(), [&](const word& w) { return p.words.month_of(w) || p.words.weekday_of(w) || p.words.has_any({word_list::attending_words, word_list::meeting_nouns, word_list::here_words, word_list::away_words, word_list::apology_words, word_list::opening_words, word_list::closing_words, word_list::roll_nouns}, w); });
    }

    /// The columns under heads such as "Name", where the heads beside them name other fields: several in "Name | Role | Name | Role".
    std::set<std::size_t> columns_of_names() const {
        std::set<std::size_t> found;
        std::string name;  // the first such head
        std::size_t heads = 0;
        for (const auto& c : g.cells) {
            if (c.row != g.cells.front().row) break;
            const auto text = text_of(c.where);
            const auto& fields = columns_named(text, p.words);
            if (name_strength(text, p.words) == 3) return {};
            const bool of_names = std::find(fields.begin(), fields.end(), column::name) != fields.end() && !label_of(c);
            if (of_names && (found.empty() || fold(text) == name)) {
                found.insert(c.column);
                name = fold(text);
            }
            ++heads;
        }
        return heads > 1 ? found : std::set<std::size_t>{};
    }

    /// The first cell of a row that is a name: "X | Ann Bell" as well.
    const grid_cell* name_cell(std::size_t row) const {
        const auto known = name_cells.find(row);
        return known != name_cells.end() ? known->second : name_cells[row] = find_name_cell(row);
    }

    const grid_cell* find_name_cell(std::size_t row) const {
        for (auto it = g.from(row, 0); it != g.cells.end() && it->row == row; ++it) {
            const auto text = text_of(it->where);
            if (mark_of(text, p.words)) continue;
            return name_strength(text, p.words) >= 2 ? &*it : nullptr;
        }
        return nullptr;
    }

    /// The columns of marks whose heads say what a mark means: "Present | Apologies | Absent".
    std::map<std::size_t, attendance> headed_columns(const std::map<std::size_t, std::size_t>& marks) const {
        std::map<std::size_t, attendance> heads;
        for (const auto& c : g.cells) {
            if (name_cell(c.row)) break;
            const auto how = marks.count(c.column) > 0 ? marked_by_head(text_of(c.where), p.words) : std::nullopt;
            if (how) heads[c.column] = *how;
        }
        return heads;
    }

    void read_headed(const std::map<std::size_t, attendance>& heads) {
        for (const auto& c : g.cells) {
            if (name_cell(c.row) != &c) continue;
            const bool ticks_only = heads.size() == 1 && heads.begin()->second == attendance::present;
            std::optional<attendance> how = ticks_only ? std::optional(attendance::absent) : std::nullopt;  // whom no tick says to have come
            spans where = c.where;
            for (const auto& [column, head] : heads) {
                const auto* mark = g.at(c.row, column);
                const auto said = mark ? marked(head, text_of(mark->where), p.words) : std::nullopt;
                if (!said) continue;
                how = said;
                where = mark->where;
                break;
            }
            if (!how) continue;
            const auto j = p.join(c.where);
            for (const auto& e : match_roster(j.text(), p.words, roster_shape::one_each)) p.add_person(j, e.person, *how, where);
        }
    }

    /// The date that a head's pieces make: "04/0 3/19" is 04/03/19.
    std::optional<date_finding> date_in(const cell_grid& grid, std::size_t row, std::size_t column) const {
        std::string text, plain;
        for (auto c = grid.from(row, column); c != grid.cells.end() && c->row == row && c->column == column && text.size() <= longest_date; ++c) {
            text += (text.empty() ? "" : " ") + text_of(c->where);
            for (const char x : text_of(c->where)) plain += x == ' ' ? std::string() : std::string(1, x);
        }
        if (text.empty()) return {};
        if (auto d = match_date(plain, p.words)) return d;
        return match_date(text, p.words);
    }

    /// The columns whose heads are dates, in order.
    std::vector<std::pair<std::size_t, date_finding>> date_columns(const cell_grid& grid) const {
        std::set<std::pair<std::size_t, std::size_t>> places;
        for (const auto& c : grid.cells) places.insert({c.row, c.column});
        std::map<std::size_t, std::vector<std::pair<std::size_t, date_finding>>> rows;
        for (const auto& [row, column] : places)
            if (const auto d = date_in(grid, row, column)) rows[row].push_back({column, *d});
        for (auto& [row, dates] : rows)
            if (dates.size() >= 2) return dates;
        return {};
    }

    bool is_this_meeting(const date_finding& d) const {
        if (!p.when.date) return false;
        const auto ours = find_dates(p.words_at(p.when.date->where), p.words);
        if (ours.empty()) return false;
        const auto& o = ours.front();
        const auto same = [](const std::optional<date>& a, const std::optional<date>& b) { return a && b && to_string(*a) == to_string(*b); };
        const int year = o.year.value_or(d.year.value_or(2000));
        for (const auto order : {date_order::day_month_year, date_order::month_day_year})
            if (same(to_date(d, d.year.value_or(year), order), to_date(o, year, order))) return true;
        return same(to_date(d, d.year.value_or(year), date_order::day_month_year), to_date(o, year, date_order::month_day_year));
    }

    /// The heads may stand in a small table of their own before the grid.
    std::vector<std::pair<std::size_t, date_finding>> dates_before(std::size_t from) const {
        for (std::size_t k = from; k > 0 && from - k < 16; --k) {
            const auto& b = p.laid.blocks[k - 1];
            if (!b.in_cell) continue;
            std::size_t first = k - 1;
            while (first > 0 && p.laid.blocks[first - 1].in_cell && p.laid.blocks[first - 1].table == b.table) --first;
            return date_columns(cells_from(p.laid, first));
        }
        return {};
    }

    /// The column of marks that is this meeting's; nothing when the grid does not tell.
    std::optional<std::size_t> column_of_meeting(const std::map<std::size_t, std::size_t>& marks, std::size_t from) const {
        if (marks.empty()) return {};
        auto dates = date_columns(g);
        const bool apart = dates.empty();
        if (apart) dates = dates_before(from);
        if (dates.empty()) return marks.size() == 1 ? std::optional(marks.begin()->first) : std::nullopt;
        for (std::size_t k = 0; k < dates.size(); ++k)
            if (is_this_meeting(dates[k].second)) {
                // Heads in a table apart: the first column of marks stands under the first date.
                const std::size_t shift = apart ? marks.begin()->first : 0;
                return apart ? dates[k].first - dates.front().first + shift : dates[k].first;
            }
        // No mark stands under a meeting that is still to come: the last column with marks is this one's.
        return marks.rbegin()->first;
    }

    /// "Meeting Start | Meeting End": whether the heads of the marks speak of parts of one meeting.
    bool are_parts_of_meeting(const std::map<std::size_t, std::size_t>& marks) const {
        return std::all_of(marks.begin(), marks.end(), [&](const auto& m) {
            const auto* head = g.at(g.cells.front().row, m.first);
            const auto all = head && !name_cell(head->row) ? words_in(text_of(head->where), p.words) : word_run{};
            return std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has_any({word_list::opening_words, word_list::closing_words, word_list::roll_nouns}, w); });
        });
    }

    /// The columns of marks that tell of this meeting.
    std::vector<std::size_t> columns_of_meeting(const std::map<std::size_t, std::size_t>& marks, std::size_t from) const {
        if (const auto column = column_of_meeting(marks, from)) return {*column};
        std::vector<std::size_t> all;
        if (are_parts_of_meeting(marks))
            for (const auto& [column, count] : marks) all.push_back(column);
        return all;
    }

    /// Who was there in one part of the meeting was there.
    void read_grid(const std::vector<std::size_t>& columns, const spans& label) {
        for (const auto& c : g.cells) {
            if (name_cell(c.row) != &c) continue;
            std::optional<attendance> how;
            spans where;
            for (const auto column : columns) {
                const auto* mark = g.at(c.row, column);
                const auto said = mark ? mark_of(text_of(mark->where), p.words) : std::nullopt;
                if (!said || (how && (!is_away(*how) || is_away(*said)))) continue;
                how = said;
                where = mark->where;
            }
            if (!how) continue;
            const auto j = p.join(c.where);
            for (const auto& e : match_roster(j.text(), p.words, roster_shape::one_each)) p.add_person(j, e.person, *how, where.empty() ? label : where);
        }
    }

    // ── labels over, or beside, their people ──

    struct head {
        attendance how;
        spans where;
    };

    std::optional<attendance_label> label_of(const grid_cell& c) const {
        const auto l = attendance_label_at(text_of(c.where), p.words);
        return l && l->whole ? l : std::nullopt;
    }

    bool row_has_people_beside(const grid_cell& label) const {
        for (auto c = g.from(label.row, label.column + 1); c != g.cells.end() && c->row == label.row; ++c)
            if (!label_of(*c) && !is_group_head(text_of(c->where), p.words)) return true;
        return false;
    }

    /// The last row with a person in each column.
    std::map<std::size_t, std::size_t> last_people() const {
        std::map<std::size_t, std::size_t> out;
        for (auto c = g.cells.rbegin(); c != g.cells.rend(); ++c)
            if (out.count(c->column) == 0 && name_strength(text_of(c->where), p.words) >= 2) out[c->column] = c->row;
        return out;
    }

    /// What the label of the nearest column to the left says, for columns without one.
    static const head* nearest(const std::map<std::size_t, head>& heads, std::size_t column) {
        const auto it = heads.upper_bound(column);
        return it == heads.begin() ? nullptr : &std::prev(it)->second;
    }

    bool read_labelled(const std::optional<head>& outside) {
        std::map<std::size_t, head> heads;   // by column
        std::optional<std::pair<std::size_t, head>> beside;  // the row's own label
        if (outside) heads[0] = *outside;
        bool any = false;
        const auto people_end = last_people();
        const auto has_people_below = [&](const grid_cell& label) {
            const auto last = people_end.find(label.column);
            return last != people_end.end() && last->second > label.row;
        };
        const bool described = describes_people();
        const auto names = columns_of_names();
        const auto bodies = columns_beside_people();
        const grid_cell* named = nullptr;  // the cell whose paragraph before was a person's name
        for (const auto& c : g.cells) {
            const auto text = text_of(c.where);
            p.leaves.paint(c.where, leaf::kind_type::prose);
            if (!names.empty() && (names.count(c.column) == 0 || c.row == g.cells.front().row)) {
                const bool describes = names.size() > 1 && c.row != g.cells.front().row && named && named->row == c.row && named->column + 1 == c.column;
                if (describes) describe_last(c.where);
                continue;
            }
            if (bodies.count(c.column) > 0) {
                if (c.row == g.cells.front().row) p.leaves.paint(c.where, leaf::kind_type::label);
                else if (named && named->row == c.row && named->column + 1 == c.column) describe_last(c.where);
                continue;
            }
            if (named && named->row == c.row && named->column == c.column && name_strength(text, p.words) < (described ? 3 : 2) && !label_of(c) && !names_several(text)) {
                describe_last(c.where);
                continue;
            }
            if (named && named->row == c.row && named->column < c.column && take_initials_beside(c.where)) continue;
            if (named && named->row == c.row && named->column + 1 == c.column && is_acronym_alone(text)) {
                describe_last(c.where);
                continue;
            }
            if (!(named && named->row == c.row)) named = nullptr;
            if (const auto l = label_of(c)) {
                p.leaves.paint(c.where, leaf::kind_type::label);
                if (row_has_people_beside(c) && !has_people_below(c)) beside = {c.row, {l->how, c.where}};
                else heads[c.column] = {l->how, c.where};
                continue;
            }
            if (is_group_head(text, p.words) && (match_roster(text, p.words).empty() || name_strength(text, p.words) < 3)) {
                p.leaves.paint(c.where, leaf::kind_type::label);
                const auto all = words_in(text, p.words);
                const bool guests = std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has(word_list::guest_words, w); });
                const auto* above = nearest(heads, c.column);
                const bool away = above && (above->how == attendance::apologies || above->how == attendance::absent);
                if (above && away && guests && heads.count(c.column) == 0) heads[c.column] = {attendance::in_attendance, c.where};
                else if (!above) heads[c.column] = {guests ? attendance::in_attendance : attendance::present, c.where};
                continue;
            }
            // The row goes on in the next line, where that opens with people: "Chair | Ann Bell" is a row of its own.
            if (beside && heads.empty() && beside->first + 1 == c.row && g.from(c.row, 0)->column == c.column && (name_strength(text, p.words) >= 2 || names_several(text))) beside->first = c.row;
            const head* h = beside && beside->first == c.row ? &beside->second : nearest(heads, c.column);
            const auto j = p.join(c.where);
            const std::string_view t = j.text();
            if (const auto l = attendance_label_at(t, p.words); l && l->sure && l->marked && !l->whole) {
                p.leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
                any |= p.read_people(j.source(l->rest, t.size()), l->how, j.source(l->begin, l->end));
                continue;
            }
            if (!h || says_nobody(t, p.words)) continue;
            const auto roster = match_roster(t, p.words);
            if (roster.empty() || (roster.size() == 1 && roster.front().strength < 2 && heads.empty())) continue;
            for (const auto& e : roster) p.add_person(j, e.person, e.said.value_or(h->how), h->where);
            if (roster.size() == 1 && roster.front().strength >= 2) named = &c;
            any = true;
        }
        return any;
    }

    /// Whether a text holds people one behind the other: "Ann Bell Tom Ash".
    bool names_several(std::string_view text) const {
        const auto people = match_roster(text, p.words);
        return people.size() > 1 && std::all_of(people.begin(), people.end(), [](const roster_entry& e) { return e.strength == 3; });
    }

    /// The columns under "Representing", "Role" and the like beside a column under a label: "Present | Representing | Apologies | Representing".
    std::set<std::size_t> columns_beside_people() const {
        std::set<std::size_t> out;
        bool labelled = false;  // the column to the left
        for (const auto& c : g.cells) {
            if (c.row != g.cells.front().row) break;
            const auto& fields = columns_named(text_of(c.where), p.words);
            const bool of_people = std::any_of(fields.begin(), fields.end(), [](column k) { return k == column::organisation || k == column::role; });
            const bool label = label_of(c).has_value();
            if (labelled && of_people && !label) out.insert(c.column);
            labelled = label;
        }
        return out;
    }

    /// "Ann Bell | AB": the initials in the cell beside the name, which they are formed from.
    bool take_initials_beside(const spans& where) const {
        if (p.m.people.empty()) return false;
        auto& person = p.m.people.back();
        const auto letters = text_of(where);
        if (person.initials.given() || !person.name.given() || !is_initials(letters) || !forms_initials(letters, *person.name.value)) return false;
        person.initials = stated(letters, where, "people-table");
        p.known.initials.insert(fold(letters));
        p.leaves.paint(where, leaf::kind_type::value, person.id + ".initials");
        return true;
    }

    /// "ING": capitals beside a name that they are not formed from are its body's.
    bool is_acronym_alone(std::string_view text) const {
        const auto all = words_in(text, p.words, 2);
        return all.size() == 1 && all[0].upper && all[0].folded.size() > 1 && is_initials(text) && !p.words.has(word_list::given_names, all[0]);
    }

    /// The last column, where it holds the initials of the people in the first: "Ann Bell | Flat 12 | AB".
    std::optional<std::size_t> initials_column() const {
        constexpr std::size_t fewest = 2, narrowest = 2;  // rows; the column's index: beside the name they are read anyway
        std::size_t last = 0, rows = 0, formed = 0;
        for (const auto& c : g.cells) last = std::max(last, c.column);
        if (last < narrowest) return {};
        for (const auto& c : g.cells) {
            if (c.column != 0) continue;
            const auto* letters = g.at(c.row, last);
            ++rows;
            formed += letters && is_initials(text_of(letters->where)) && forms_initials(text_of(letters->where), text_of(c.where));
        }
        return formed >= fewest && formed * 3 >= rows * 2 ? std::optional(last) : std::nullopt;
    }

    /// Rows of a name, what the person is, and initials.
    void read_described(std::size_t initials, const head& label) {
        for (const auto& c : g.cells) {
            if (c.column != 0 || name_strength(text_of(c.where), p.words) < 2) continue;
            const auto j = p.join(c.where);
            for (const auto& e : match_roster(j.text(), p.words, roster_shape::one_each)) p.add_person(j, e.person, e.said.value_or(label.how), label.where.empty() ? c.where : label.where);
            for (auto beside = g.from(c.row, 1); beside != g.cells.end() && beside->row == c.row; ++beside) {
                if (beside->column == initials) take_initials_beside(beside->where);
                else describe_last(beside->where);
            }
        }
    }

    /// Whether cells of two paragraphs hold a person and what they are: some second paragraph cannot be a name, and no cell lists people.
    bool describes_people() const {
        std::map<std::pair<std::size_t, std::size_t>, std::vector<const grid_cell*>> paragraphs;
        for (const auto& c : g.cells) paragraphs[{c.row, c.column}].push_back(&c);
        bool described = false;
        for (const auto& [place, all] : paragraphs) {
            if (all.size() > 2) return false;
            described |= all.size() == 2 && name_strength(text_of(all[1]->where), p.words) < 2;
        }
        return described;
    }

    /// The role or body that stands in a paragraph of its own below the name.
    void describe_last(const spans& where) const {
        if (p.m.people.empty()) return;
        auto& person = p.m.people.back();
        const auto j = p.join(where);
        const auto all = words_in(j.text(), p.words);
        if (std::all_of(all.begin(), all.end(), [](const word& w) { return w.digits; })) return;  // a time or a telephone number
        person_finding f;
        split_role(j.text(), {0, static_cast<std::uint32_t>(j.text().size())}, p.words, f);
        const auto take = [&](traced<std::string>& field, span s, const char* rule, const char* what) {
            if (s.empty() || field.given()) return;
            field = stated(p.words_at(j.source(s.begin, s.end)), j.source(s.begin, s.end), rule);
            p.leaves.paint(field.spans, leaf::kind_type::value, person.id + what);
        };
        take(person.role, f.role, "person-role", ".role");
        take(person.organisation, f.organisation, "person-organisation", ".organisation");
    }

    /// "Chaired by | Ann Bell | Clerked by | Tom Ash": whether all cells were read so.
    bool read_offices() {
        std::size_t read = 0;
        for (const auto& c : g.cells) {
            const auto l = label_at(text_of(c.where), p.words);
            const auto* beside = g.at(c.row, c.column + 1);
            if (!l || !l->whole || !beside || !(l->is(label::chair) || l->is(label::minute_taker)) || name_strength(text_of(beside->where), p.words) < 2) continue;
            p.leaves.paint(c.where, leaf::kind_type::label);
            p.leaves.paint(beside->where, leaf::kind_type::prose);
            p.read_people(beside->where, attendance::present, c.where);
            read += 2;
        }
        return read > 0 && read == g.cells.size();
    }

    /// "Councillor | Agenda item | Interest | Reason": the heads of a table of declarations, or of other business.
    bool heads_business() const {
        for (const auto& c : g.cells) {
            if (c.row != g.cells.front().row) break;
            const auto text = text_of(c.where);
            const auto all = words_in(text, p.words);
            const auto& fields = columns_named(text, p.words);
            if (std::find(fields.begin(), fields.end(), column::item) != fields.end() || std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has(word_list::interest_words, w); })) return true;
        }
        return false;
    }

    /// Whether the first cells of most rows are names, as in a table below the heading "1. Apologies".
    bool lists_names() const {
        std::size_t rows = 0, names = 0;
        for (const auto& c : g.cells) {
            if (c.column > 0 || &c != g.at(c.row, 0)) continue;
            ++rows;
            names += name_strength(text_of(c.where), p.words) >= 2;
        }
        return names > 0 && names * 2 > rows;
    }

    /// Whether the table is about people at all: a sure label in it, or mostly names under heads of groups.
    bool is_of_people(bool at_head) const {
        std::size_t names = 0, heads = 0, others = 0, numbers = 0;
        bool sure = false;
        const grid_cell* before = nullptr;
        for (const auto& c : g.cells) {
            const bool further = before && before->row == c.row && before->column == c.column;  // a paragraph behind the cell's first
            before = &c;
            if (further) continue;
            const auto text = text_of(c.where);
            const auto l = attendance_label_at(text, p.words);
            sure |= l && l->sure && (l->whole || l->marked);
            numbers += c.column == 0 && match_number(text, p.words).has_value();
            if (l || is_group_head(text, p.words)) ++heads;
            else if (name_strength(text, p.words) >= 2 || !match_roster(text, p.words).empty()) ++names;
            else ++others;
        }
        if (numbers >= 2) return false;  // numbered business
        if (heads_business()) return false;
        return names > 0 && (sure || (at_head && heads > 0 && names > others && (names >= 3 || (names == 2 && others == 0))));
    }
};

}  // namespace

bool parser::people_cells_open(std::size_t at) {
    const auto& b = laid.blocks[at];
    if (b.kind != kind::line || !b.in_cell || (at > 0 && laid.blocks[at - 1].in_cell && laid.blocks[at - 1].table == b.table)) return false;
    return cells_reader{*this, cells_from(laid, at)}.is_of_people(at < document_head);
}

std::size_t parser::read_attendance_cells(std::size_t from, const attendance_label* outside, const spans& outside_where) {
    if (laid.blocks[from].kind != kind::line || !laid.blocks[from].in_cell) return from;
    if (!outside && tried_cells[laid.blocks[from].table] > most_tried) return from;
    cells_reader r{*this, cells_from(laid, from)};
    tried_cells[laid.blocks[from].table] += r.g.cells.size();
    const auto marks = r.mark_columns();
    std::size_t marked = 0;
    for (const auto& [column, count] : marks) marked = std::max(marked, count);
    const auto paint = [&] {
        for (const auto& c : r.g.cells) leaves.paint(c.where, leaf::kind_type::prose);
        for (const std::size_t i : r.g.furniture) leaves.paint(laid.blocks[i].text, leaf::kind_type::furniture);
    };
    const auto heads = r.headed_columns(marks);
    std::size_t under_heads = 0;
    for (const auto& [column, how] : heads) under_heads += marks.at(column);
    if (under_heads >= 2) {
        paint();
        r.read_headed(heads);
        return r.g.end;
    }
    if (marked >= 2) {
        paint();
        r.read_grid(r.columns_of_meeting(marks, from), outside_where);
        return r.g.end;
    }
    if (const auto initials = r.initials_column(); initials && (outside || section == section_type::people || from < document_head)) {
        paint();
        r.read_described(*initials, outside ? cells_reader::head{outside->how, outside_where} : section == section_type::people ? cells_reader::head{section_how, {section_label}} : cells_reader::head{attendance::present, {}});
        return r.g.end;
    }
    const bool by_heading = outside && outside->end == 0;
    if ((!outside || by_heading) && r.read_offices()) return r.g.end;
    if (by_heading && (r.heads_business() || !r.lists_names())) return from;
    if (!outside && !r.is_of_people(from < document_head)) return from;
    paint();
    r.read_labelled(outside ? std::optional(cells_reader::head{outside->how, outside_where}) : std::nullopt);
    return r.g.end;
}

}  // namespace minutes
