// SPDX-License-Identifier: Apache-2.0
// Tables whose heads say that they list people: name, role, organisation, initials, attendance.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "attendance_label.hpp"
#include "attendance_marks.hpp"
#include "date.hpp"
#include "owner.hpp"
#include "parser.hpp"
#include "person.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using row_kind = laid_block::kind_type;

/// The texts of one column of the table whose head is block `from`.
std::vector<std::string> cells_of(const laid_document& laid, std::size_t from, std::size_t column, const parser& p) {
    std::vector<std::string> cells;
    for (std::size_t i = from + 1; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == row_kind::row && b.table == laid.blocks[from].table) cells.push_back(p.words_at(b.cells[column]));
        else if (b.kind != row_kind::furniture) break;
    }
    return cells;
}

/// Whether most filled cells of a column say in words whether somebody was there: "In attendance", "Apologies".
bool says_attendance(const std::vector<std::string>& cells, const lexicon& words) {
    constexpr std::size_t fewest = 2, shortest_word = 4;  // letters: "yes" and "no" may be about anything
    std::size_t said = 0, filled = 0;
    for (const auto& cell : cells) {
        filled += !trim(cell).empty();
        said += fold(trim(cell)).size() >= shortest_word && mark_of(cell, words).has_value();
    }
    return said >= fewest && said * 4 >= filled * 3;
}

/// What a column of marks says: its head, and the crosses in it.
struct mark_column {
    attendance head = attendance::present;
    crosses how = crosses::here;
};

/// "Name | Body | 4 May": the one column whose head is a date.
std::optional<std::size_t> column_of_lone_date(const std::vector<spans>& heads, const parser& p) {
    std::optional<std::size_t> found;
    for (std::size_t c = 0; c < heads.size(); ++c) {
        if (!match_date(p.words_at(heads[c]), p.words)) continue;
        if (found) return {};
        found = c;
    }
    return found;
}

/// The columns of marks and what a mark in them says.
std::map<std::size_t, mark_column> marked_columns(const laid_document& laid, std::size_t from, const parser& p) {
    std::map<std::size_t, mark_column> out;
    const auto& heads = laid.blocks[from].cells;
    const auto lone_date = column_of_lone_date(heads, p);
    for (std::size_t c = 0; c < heads.size(); ++c) {
        const auto cells = cells_of(laid, from, c, p);
        const auto how = lone_date == c ? std::optional(attendance::present) : marked_by_head(p.words_at(heads[c]), p.words);
        if (how && are_marks(cells, p.words)) out[c] = {*how, crosses_in(cells, p.words)};
        else if (says_attendance(cells, p.words)) out[c] = {attendance::present, crosses_in(cells, p.words)};
    }
    return out;
}

/// The column of names: the one whose head says so, unless it holds marks; then the first that holds a name.
std::optional<std::size_t> name_column(const laid_document& laid, std::size_t from, const std::map<std::size_t, mark_column>& marks, const parser& p) {
    const auto named = laid.tables[laid.blocks[from].table].find(column::name);
    if (!named || marks.count(*named) == 0) return named;
    for (std::size_t c = 0; c < laid.blocks[from].cells.size(); ++c) {
        const auto cells = cells_of(laid, from, c, p);
        if (marks.count(c) == 0 && std::any_of(cells.begin(), cells.end(), [&](const std::string& cell) { return name_strength(cell, p.words) >= 2; })) return c;
    }
    return {};
}

/// A further person in each row: the columns "Name | Role" that stand once more to the right.
struct further_columns {
    std::size_t name = 0;
    std::optional<std::size_t> role, organisation;
};

/// The columns under heads that name people again: "Name | Role | Name | Role".
std::vector<further_columns> columns_again(const laid_document& laid, std::size_t from, std::size_t first, const parser& p) {
    std::vector<further_columns> out;
    const auto& heads = laid.blocks[from].cells;
    const auto own = fold(p.words_at(heads[first]));
    for (std::size_t c = first + 1; c < heads.size(); ++c) {
        const auto head = p.words_at(heads[c]);
        if (fold(head) == own) {
            out.push_back({c, {}, {}});
            continue;
        }
        if (out.empty()) continue;
        for (const column k : columns_named(head, p.words)) {
            if (k == column::role && !out.back().role) out.back().role = c;
            else if (k == column::organisation && !out.back().organisation) out.back().organisation = c;
        }
    }
    return out;
}

struct people_table_reader {
    parser& p;
    const laid_block& head;
    std::map<std::size_t, mark_column> marks;  // columns of marks
    std::optional<std::size_t> names;         // the column of names
    std::vector<further_columns> again;       // the columns of further people in a row
    attendance how = attendance::present;     // what the head, or a label among the rows, says of those below
    spans label_where{};

    spans cell(const laid_block& row, column k) const {
        const auto c = p.laid.tables[head.table].find(k);
        return c ? row.cells[*c] : spans{};
    }

    /// "Given name | Family name" are one name.
    spans name_of(const laid_block& row) const {
        auto name = names ? row.cells[*names] : spans{};
        for (const span& part : cell(row, column::family_name)) name.push_back(part);
        return name;
    }

    /// A row that is a label: "Apologies".
    bool reads_label(const laid_block& row) {
        // "Apologies: Ann Bell, Tom Ash" across the table
        const auto j = p.join(row.text);
        if (const auto told = attendance_label_at(j.text(), p.words); told && told->sure && told->marked && !told->whole) {
            p.leaves.paint(row.text, leaf::kind_type::prose);
            p.leaves.paint(j.source(told->begin, told->rest), leaf::kind_type::label);
            p.read_people(j.source(told->rest, j.text().size()), told->how, j.source(told->begin, told->end));
            return true;
        }
        const auto l = label_at(p.words_at(row.text), p.words);
        if (!l || !l->whole || !attendance_of(l->kinds)) return false;
        how = *attendance_of(l->kinds);
        label_where = row.text;
        p.leaves.paint(row.text, leaf::kind_type::label);
        return true;
    }

    /// What the marks of a row say; nothing when none says anything.
    std::optional<attendance> marked_in(const laid_block& row) const {
        std::optional<attendance> told;
        for (const auto& [c, column] : marks) {
            p.leaves.paint(row.cells[c], leaf::kind_type::label);
            if (!told) told = marked(column.head, p.words_at(row.cells[c]), p.words, column.how);
        }
        const bool others_ticked = marks.size() == 1 && marks.begin()->second.head == attendance::present && row.cells[marks.begin()->first].empty();
        return !told && others_ticked ? std::optional(attendance::absent) : told;
    }

    /// What the cell under "Attendance" says, else what stands above.
    attendance said_in(const laid_block& row) const {
        const auto said = cell(row, column::attendance);
        if (said.empty()) return how;
        const auto mark = p.words_at(said);
        const auto l = label_at(mark, p.words);
        if (l && attendance_of(l->kinds)) return *attendance_of(l->kinds);
        if (const auto told = attendance_label_at(mark, p.words); told && told->sure) return told->how;  // "Apologies sent on Monday"
        if (const auto known = attendance_said(mark, p.words)) return *known;
        const auto first = words_in(mark, p.words, 1);
        return !first.empty() && p.words.has(word_list::away_words, first.front()) ? attendance::apologies : how;  // "Away sick"
    }

    void take(person& who, traced<std::string>& field, const spans& where, const char* what) const {
        if (where.empty() || field.given()) return;
        field = stated(p.words_at(where), where, "people-table");
        p.leaves.paint(where, leaf::kind_type::value, who.id + what);
    }

    /// "AB", "AB (part)" under "Initials"
    void take_initials(person& who, const spans& where) const {
        if (where.empty() || who.initials.given()) return;
        const auto value = p.words_at(where);
        const auto bracket = value.find('(');
        const auto plain = std::string(trim(std::string_view(value).substr(0, bracket)));
        if (is_initials(plain)) {
            who.initials = stated(plain_initials(plain), p.join(where).source(0, plain.size()), "people-table");
            if (who.initials.value != plain) {
                p.say("homoglyph", severity::note, where, fmt::format("the initials of {} are in letters of another alphabet that look like '{}'", *who.name.value, *who.initials.value));
                who.initials.basis = basis::derived;
                who.initials.rule = "homoglyph";
            }
            p.known.initials.insert(fold(*who.initials.value));
            p.leaves.paint(where, leaf::kind_type::value, who.id + ".initials");
        }
        if (bracket != value.npos) {
            who.part.value = true;
            who.part.spans = p.join(where).source(bracket, value.size());
        }
    }

    /// "until 3.20pm", "P (from item 4)": a cell that says for which part of the meeting somebody was there.
    void take_part(person& who, const laid_block& row) const {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (c == names || row.cells[c].empty() || who.part.given()) continue;
            const auto text = p.words_at(row.cells[c]);
            const auto open = text.find('(');
            const auto told = trim(std::string_view(text).substr(open == text.npos ? 0 : open + 1));
            if (told.find_first_of("0123456789") == told.npos || !is_part_mark(told, p.words)) continue;
            who.part.value = true;
            who.part.spans = row.cells[c];
        }
    }

    /// The name's cell may hold role and brackets too, or several people; the other columns add to it.
    void read_row(const laid_block& row) {
        const auto name = name_of(row);
        const auto j = p.join(name);
        const auto roster = name.empty() ? std::vector<roster_entry>{} : p.people_in(j.text());
        const auto told = marks.empty() ? std::optional(said_in(row)) : roster.empty() ? std::nullopt : marked_in(row);
        if (roster.empty() || !told) {
            p.leaves.paint(row.text, leaf::kind_type::prose);
            return;
        }
        const std::size_t before = p.m.people.size();
        for (const auto& e : roster) p.add_person(j, e.person, e.said.value_or(*told), label_where);
        if (p.m.people.size() != before + 1) return;
        auto& who = p.m.people.back();
        take_initials(who, cell(row, column::initials));
        take_part(who, row);
        take(who, who.role, cell(row, column::role), ".role");
        take(who, who.organisation, cell(row, column::organisation), ".organisation");
    }

    /// The people of a row who stand in the columns further right.
    void read_further(const laid_block& row) {
        for (const auto& columns : again) {
            const auto& name = row.cells[columns.name];
            const auto at = [&](std::optional<std::size_t> c) { return c ? row.cells[*c] : spans{}; };
            if (name.empty()) continue;
            const auto j = p.join(name);
            const std::size_t before = p.m.people.size();
            for (const auto& e : p.people_in(j.text())) p.add_person(j, e.person, e.said.value_or(how), label_where);
            if (p.m.people.size() != before + 1) continue;
            take(p.m.people.back(), p.m.people.back().role, at(columns.role), ".role");
            take(p.m.people.back(), p.m.people.back().organisation, at(columns.organisation), ".organisation");
        }
    }

    /// "Staff" across the table: the head of a part of it.
    [[nodiscard]] bool heads_part(std::size_t i) const {
        const auto& b = p.laid.blocks[i];
        if (b.kind != row_kind::line || i + 1 >= p.laid.blocks.size()) return false;
        const auto& below = p.laid.blocks[i + 1];
        return below.kind == row_kind::row && below.table == head.table && is_group_head(p.words_at(b.text), p.words);
    }

    /// The index behind the last row.
    std::size_t read(std::size_t from) {
        p.leaves.paint(head.text, leaf::kind_type::label);
        std::size_t i = from + 1;
        for (; i < p.laid.blocks.size(); ++i) {
            const auto& b = p.laid.blocks[i];
            if (b.kind == row_kind::furniture) {
                p.leaves.paint(b.text, leaf::kind_type::furniture);
                continue;
            }
            if (b.kind == row_kind::line && p.read_footnote(p.join(b.text))) continue;
            if (heads_part(i)) {
                p.leaves.paint(b.text, leaf::kind_type::label);
                continue;
            }
            if (b.kind != row_kind::row || b.table != head.table) break;
            if (reads_label(b)) continue;
            read_row(b);
            read_further(b);
        }
        return i;
    }
};

}  // namespace

std::size_t parser::read_people_table(std::size_t from) {
    const auto& head = laid.blocks[from];
    const auto marks = marked_columns(laid, from, *this);
    const auto names = name_column(laid, from, marks, *this);
    const auto again = names && marks.empty() ? columns_again(laid, from, *names, *this) : std::vector<further_columns>{};
    return people_table_reader{*this, head, marks, names, again, attendance::present, head.text}.read(from);
}

}  // namespace minutes
