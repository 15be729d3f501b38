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
#include "people_cells.hpp"
#include "reference.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using kind = laid_block::kind_type;

constexpr std::size_t most_tried = 20'000; // paragraphs of a table that are looked at for people, over all the places where they may start
constexpr std::size_t longest_date = 100;  // bytes of a head
constexpr std::size_t document_head = 60;  // blocks: further down names under "Staff" may be any list

struct cells_reader {
    parser& p;
    cell_grid g;
    mutable std::map<std::size_t, const cell_paragraph*> name_cells{};  // by row: asked for with each of its cells

    std::string text_of(const spans& where) const { return p.words_at(where); }

    // ── grids ──

    /// Columns in which the rows of people have marks, with how many.
    std::map<std::size_t, std::size_t> mark_columns() const {
        std::map<std::size_t, std::size_t> marks;
        for (const auto& c : g.cells)
            if (const auto* name = mark_of(text_of(c.where), p.words) ? name_cell(c.row) : nullptr; name && (c.column > name->column || !label_of_cell(p, c))) ++marks[c.column];
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

    /// What the crosses in a column say.
    crosses crosses_of(std::size_t column) const {
        std::vector<std::string> marks;
        for (const auto& c : g.cells)
            if (c.column == column && name_cell(c.row)) marks.push_back(text_of(c.where));
        return crosses_in(marks, p.words);
    }

    /// The first cell of a row that is a name: "X | Ann Bell" as well.
    const cell_paragraph* name_cell(std::size_t row) const {
        const auto known = name_cells.find(row);
        return known != name_cells.end() ? known->second : name_cells[row] = find_name_cell(row);
    }

    const cell_paragraph* find_name_cell(std::size_t row) const {
        bool office = false;  // "Treasurer | Ann Bell | P"
        for (auto it = g.from(row, 0); it != g.cells.end() && it->row == row; ++it) {
            const auto text = text_of(it->where);
            if (mark_of(text, p.words)) continue;
            if (name_strength(text, p.words) >= 2) return &*it;
            if (is_initials(text)) continue;  // "AB | Ann Bell | P"
            if (office || !names_office(text)) return nullptr;
            office = true;
        }
        return nullptr;
    }

    bool names_office(std::string_view text) const {
        const auto all = words_in(text, p.words);
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has(word_list::role_nouns, w); });
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
        std::map<std::size_t, crosses> crossed;
        for (const auto& [column, head] : heads) crossed[column] = crosses_of(column);
        for (const auto& c : g.cells) {
            if (name_cell(c.row) != &c) continue;
            const bool ticks_only = heads.size() == 1 && heads.begin()->second == attendance::present;
            std::optional<attendance> how = ticks_only ? std::optional(attendance::absent) : std::nullopt;  // whom no tick says to have come
            spans where = c.where;
            for (const auto& [column, head] : heads) {
                const auto* mark = g.at(c.row, column);
                const auto said = mark ? marked(head, text_of(mark->where), p.words, crossed[column]) : std::nullopt;
                if (!said) continue;
                how = said;
                where = mark->where;
                break;
            }
            if (!how) continue;
            const auto j = p.join(c.where);
            const std::size_t before = p.m.people.size();
            for (const auto& e : match_roster(j.text(), p.words, roster_shape::one_each)) p.add_person(j, e.person, *how, where);
            if (p.m.people.size() == before + 1) describe(p.m.people.back(), c);
        }
    }

    /// What other cells of a person's row say under heads such as "Initials", "Role" and "Institute".
    void describe(person& who, const cell_paragraph& name) const {
        const auto take = [&](traced<std::string>& field, const spans& where, const char* what) {
            if (field.given()) return;
            field = stated(text_of(where), where, "people-table");
            p.leaves.paint(where, leaf::kind_type::value, who.id + what);
        };
        for (auto it = g.from(name.row, 0); it != g.cells.end() && it->row == name.row; ++it) {
            const auto* head = it->column == name.column ? nullptr : g.at(g.cells.front().row, it->column);
            const auto kinds = head && head->row != name.row ? columns_named(text_of(head->where), p.words) : std::vector<column>{};
            const auto is = [&](column k) { return std::find(kinds.begin(), kinds.end(), k) != kinds.end(); };
            const auto text = text_of(it->where);
            if (is_initials(text) && (is(column::initials) || forms_initials(text, *who.name.value))) take(who.initials, it->where, ".initials");
            else if (is(column::role)) take(who.role, it->where, ".role");
            else if (is(column::organisation)) take(who.organisation, it->where, ".organisation");
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
        std::map<std::size_t, crosses> crossed;
        for (const auto column : columns) crossed[column] = crosses_of(column);
        for (const auto& c : g.cells) {
            if (name_cell(c.row) != &c) continue;
            std::optional<attendance> how;
            spans where;
            for (const auto column : columns) {
                const auto* mark = g.at(c.row, column);
                const auto said = mark ? mark_of(text_of(mark->where), p.words, crossed[column]) : std::nullopt;
                if (!said || (how && (!is_away(*how) || is_away(*said)))) continue;
                how = said;
                where = mark->where;
            }
            if (!how) continue;
            const auto j = p.join(c.where);
            for (const auto& e : match_roster(j.text(), p.words, roster_shape::one_each)) p.add_person(j, e.person, *how, where.empty() ? label : where);
        }
    }

    // ── rows of people without labels ──

    /// Where rows hold a name and its initials with nothing else said of the columns.
    struct described_rows {
        std::size_t names = 0, initials = 0;
    };

    /// "Ann Bell | Flat 12 | AB", "AB | Ann Bell | Clerk": the columns of names and of the initials that they form.
    std::optional<described_rows> rows_with_initials() const {
        constexpr std::size_t fewest = 2, narrowest = 2;  // rows; the column's index: beside the name they are read anyway
        std::size_t last = 0;
        for (const auto& c : g.cells) last = std::max(last, c.column);
        for (const auto& columns : {described_rows{0, last}, described_rows{1, 0}}) {
            if (last < narrowest) break;
            std::size_t rows = 0, formed = 0;
            for (const auto& c : g.cells) {
                if (c.column != columns.names) continue;
                const auto* letters = g.at(c.row, columns.initials);
                ++rows;
                formed += letters && is_initials(text_of(letters->where)) && forms_initials(text_of(letters->where), text_of(c.where));
            }
            if (formed >= fewest && formed * 3 >= rows * 2) return columns;
        }
        return {};
    }

    /// Rows of a name, what the person is, and initials; labels among them.
    void read_described(const described_rows& columns, people_label label) {
        for (const auto& c : g.cells) {
            if (const auto l = label_of_cell(p, c)) {
                label = {l->how, c.where};
                p.leaves.paint(c.where, leaf::kind_type::label);
            }
            if (c.column != columns.names || name_strength(text_of(c.where), p.words) < 2) continue;
            const auto j = p.join(c.where);
            const std::size_t before = p.m.people.size();
            for (const auto& e : match_roster(j.text(), p.words, roster_shape::one_each)) p.add_person(j, e.person, e.said.value_or(label.how), label.where.empty() ? c.where : label.where);
            if (p.m.people.size() != before + 1) continue;
            for (auto beside = g.from(c.row, 0); beside != g.cells.end() && beside->row == c.row; ++beside) {
                if (beside->column == columns.initials) take_initials_of(p, p.m.people.back(), beside->where);
                else if (beside->column > columns.names) describe_person(p, p.m.people.back(), beside->where);
            }
        }
    }

    /// The person in the cell beside "Chaired by"; null when the cell is no such label.
    const cell_paragraph* office_holder(const cell_paragraph& c) const {
        const auto l = label_at(text_of(c.where), p.words);
        const auto* beside = g.at(c.row, c.column + 1);
        const bool office = l && l->whole && (l->is(label::chair) || l->is(label::minute_taker));
        return office && beside && name_strength(text_of(beside->where), p.words) >= 2 ? beside : nullptr;
    }

    /// "Chaired by | Ann Bell | Clerked by | Tom Ash": whether all cells were read so.
    bool read_offices() {
        const auto offices = static_cast<std::size_t>(std::count_if(g.cells.begin(), g.cells.end(), [&](const cell_paragraph& c) { return office_holder(c); }));
        if (offices == 0 || offices * 2 != g.cells.size()) return false;
        for (const auto& c : g.cells) {
            const auto* holder = office_holder(c);
            if (!holder) continue;
            p.leaves.paint(c.where, leaf::kind_type::label);
            p.leaves.paint(holder->where, leaf::kind_type::prose);
            p.read_people(holder->where, attendance::present, c.where);
        }
        return true;
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
            names += opens_with_name(text_of(c.where), p.words) >= 2;
        }
        return names > 0 && names * 2 > rows;
    }

    /// Whether the table is about people at all: a sure label in it, or mostly names under heads of groups.
    bool is_of_people(bool at_head) const {
        std::size_t names = 0, heads = 0, others = 0, numbers = 0;
        bool sure = false;
        const cell_paragraph* before = nullptr;
        for (const auto& c : g.cells) {
            const bool further = before && before->row == c.row && before->column == c.column && !label_of_cell(p, *before);  // a paragraph behind the cell's first
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
    if (const auto columns = r.rows_with_initials(); columns && (outside || section == section_type::people || from < document_head)) {
        paint();
        r.read_described(*columns, outside ? people_label{outside->how, outside_where} : section == section_type::people ? people_label{section_how, {section_label}} : people_label{attendance::present, {}});
        return r.g.end;
    }
    const bool by_heading = outside && outside->end == 0;
    if ((!outside || by_heading) && r.read_offices()) return r.g.end;
    if (by_heading && (r.heads_business() || !r.lists_names())) return from;
    if (!outside && !r.is_of_people(from < document_head)) return from;
    paint();
    people_cells{*this, r.g}.read(outside ? std::optional(people_label{outside->how, outside_where}) : std::nullopt);
    return r.g.end;
}

}  // namespace minutes
