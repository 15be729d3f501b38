// SPDX-License-Identifier: Apache-2.0
// Tables whose heads say that they list people: name, role, organisation, initials, attendance.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "attendance_marks.hpp"
#include "owner.hpp"
#include "parser.hpp"
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

/// The columns of marks and what a mark in them says.
std::map<std::size_t, attendance> marked_columns(const laid_document& laid, std::size_t from, const parser& p) {
    std::map<std::size_t, attendance> out;
    const auto& heads = laid.blocks[from].cells;
    for (std::size_t c = 0; c < heads.size(); ++c)
        if (const auto how = marked_by_head(p.words_at(heads[c]), p.words); how && are_marks(cells_of(laid, from, c, p), p.words)) out[c] = *how;
    return out;
}

/// The column of names: the one whose head says so, unless it holds marks; then the first that holds a name.
std::optional<std::size_t> name_column(const laid_document& laid, std::size_t from, const std::map<std::size_t, attendance>& marks, const parser& p) {
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

/// Adds the people of a row who stand in the columns further right.
void read_further(parser& p, const laid_block& row, const std::vector<further_columns>& again, attendance how, const spans& label) {
    for (const auto& columns : again) {
        if (row.cells[columns.name].empty()) continue;
        const auto j = p.join(row.cells[columns.name]);
        const std::size_t before = p.m.people.size();
        for (const auto& e : match_roster(j.text(), p.words)) p.add_person(j, e.person, e.said.value_or(how), label);
        if (p.m.people.size() != before + 1) continue;
        auto& person = p.m.people.back();
        const auto take = [&](traced<std::string>& field, std::optional<std::size_t> column, const char* what) {
            if (!column || field.given() || row.cells[*column].empty()) return;
            field = stated(p.words_at(row.cells[*column]), row.cells[*column], "people-table");
            p.leaves.paint(row.cells[*column], leaf::kind_type::value, person.id + what);
        };
        take(person.role, columns.role, ".role");
        take(person.organisation, columns.organisation, ".organisation");
    }
}

}  // namespace

std::size_t parser::read_people_table(std::size_t from) {
    const auto& head = laid.blocks[from];
    const auto& t = laid.tables[head.table];
    leaves.paint(head.text, leaf::kind_type::label);
    attendance how = attendance::present;
    spans label_where = head.text;
    const auto marks = marked_columns(laid, from, *this);
    const auto names = name_column(laid, from, marks, *this);
    const auto again = names && marks.empty() ? columns_again(laid, from, *names, *this) : std::vector<further_columns>{};
    std::size_t i = from + 1;
    for (; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture) {
            leaves.paint(b.text, leaf::kind_type::furniture);
            continue;
        }
        if (b.kind == laid_block::kind_type::line && read_footnote(join(b.text))) continue;
        if (b.kind != laid_block::kind_type::row || b.table != head.table) break;
        const auto cell = [&](column k) { const auto c = t.find(k); return c ? b.cells[*c] : spans{}; };
        auto name = names ? b.cells[*names] : spans{};
        // "Given name | Family name"
        for (const span& part : cell(column::family_name)) name.push_back(part);
        if (const auto l = label_at(words_at(b.text), words); l && l->whole && attendance_of(l->kinds)) {
            how = *attendance_of(l->kinds);
            label_where = b.text;
            leaves.paint(b.text, leaf::kind_type::label);
            continue;
        }
        if (name.empty()) {
            leaves.paint(b.text, leaf::kind_type::prose);
            continue;
        }
        // The name's cell may hold role and brackets too, or several people; the other columns add to it.
        const auto j = join(name);
        const auto roster = match_roster(j.text(), words);
        if (roster.empty()) {
            leaves.paint(b.text, leaf::kind_type::prose);
            read_further(*this, b, again, how, label_where);
            continue;
        }
        auto row_how = how;
        if (!marks.empty()) {
            std::optional<attendance> told;
            for (const auto& [c, head_says] : marks) {
                leaves.paint(b.cells[c], leaf::kind_type::label);
                if (!told) told = marked(head_says, words_at(b.cells[c]), words);
            }
            if (!told && marks.size() == 1 && marks.begin()->second == attendance::present && b.cells[marks.begin()->first].empty()) told = attendance::absent;  // the others are ticked
            if (!told) {
                leaves.paint(b.text, leaf::kind_type::prose);
                continue;
            }
            row_how = *told;
        } else if (const auto said = cell(column::attendance); !said.empty()) {
            const auto mark = words_at(said);
            const auto l = label_at(mark, words);
            if (l && attendance_of(l->kinds)) row_how = *attendance_of(l->kinds);
            else if (const auto told = attendance_said(mark, words)) row_how = *told;
            else if (fold(mark).starts_with("a")) row_how = attendance::apologies;
        }
        const std::size_t before = m.people.size();
        for (const auto& e : roster) add_person(j, e.person, e.said.value_or(row_how), label_where);
        if (m.people.size() != before + 1) {
            read_further(*this, b, again, how, label_where);
            continue;
        }
        auto& p = m.people.back();
        const auto take = [&](traced<std::string>& field, column k, const char* what) {
            if (const auto c = cell(k); !c.empty() && !field.given()) {
                field = stated(words_at(c), c, "people-table");
                leaves.paint(c, leaf::kind_type::value, p.id + what);
            }
        };
        if (const auto c = cell(column::initials); !c.empty() && !p.initials.given()) {
            const auto value = words_at(c);
            const auto bracket = value.find('(');
            const auto plain = std::string(trim(std::string_view(value).substr(0, bracket)));
            if (is_initials(plain)) {
                p.initials = stated(plain_initials(plain), join(c).source(0, plain.size()), "people-table");
                if (p.initials.value != plain) {
                    say("homoglyph", severity::note, c, fmt::format("the initials of {} are in letters of another alphabet that look like '{}'", *p.name.value, *p.initials.value));
                    p.initials.basis = basis::derived;
                    p.initials.rule = "homoglyph";
                }
                known.initials.insert(fold(*p.initials.value));
                leaves.paint(c, leaf::kind_type::value, p.id + ".initials");
            }
            if (bracket != value.npos) {
                p.part.value = true;
                p.part.spans = join(c).source(bracket, value.size());
            }
        }
        take(p.role, column::role, ".role");
        take(p.organisation, column::organisation, ".organisation");
        read_further(*this, b, again, how, label_where);
    }
    return i;
}

}  // namespace minutes
