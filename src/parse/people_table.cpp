// SPDX-License-Identifier: Apache-2.0
// Tables whose heads say that they list people: name, role, organisation, initials, attendance.
#include <fmt/format.h>

#include "owner.hpp"
#include "parser.hpp"
#include "roster.hpp"

namespace minutes {

namespace {

/// Whether the column of attendance holds nothing but marks that say "here", and blanks: a blank is somebody who did not come.
bool ticks_attendance(const parser& p, std::size_t from) {
    const auto table = p.laid.blocks[from].table;
    const auto c = p.laid.tables[table].find(column::attendance);
    std::size_t ticks = 0;
    for (std::size_t i = from + 1; c && i < p.laid.blocks.size(); ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.kind != laid_block::kind_type::row || b.table != table) break;
        if (b.cells[*c].empty()) continue;
        if (attendance_said(p.words_at(b.cells[*c]), p.words) != attendance::present) return false;
        ++ticks;
    }
    return ticks > 0;
}

}  // namespace

std::size_t parser::read_people_table(std::size_t from) {
    const auto& head = laid.blocks[from];
    const auto& t = laid.tables[head.table];
    leaves.paint(head.text, leaf::kind_type::label);
    attendance how = attendance::present;
    spans label_where = head.text;
    const bool ticked = ticks_attendance(*this, from);
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
        auto name = cell(column::name);
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
            continue;
        }
        auto row_how = how;
        if (const auto said = cell(column::attendance); !said.empty()) {
            const auto mark = words_at(said);
            const auto l = label_at(mark, words);
            if (l && attendance_of(l->kinds)) row_how = *attendance_of(l->kinds);
            else if (const auto told = attendance_said(mark, words)) row_how = *told;
            else if (fold(mark).starts_with("a")) row_how = attendance::apologies;
        } else if (ticked) {
            row_how = attendance::absent;
        }
        const std::size_t before = m.people.size();
        for (const auto& e : roster) add_person(j, e.person, e.said.value_or(row_how), label_where);
        if (m.people.size() != before + 1) continue;
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
    }
    return i;
}

}  // namespace minutes
