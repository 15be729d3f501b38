// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <fmt/format.h>

#include "table_cells.hpp"

namespace minutes {

namespace {

const register_column meeting_column{"Meeting", 28, column_kind::text, true};
const register_column meeting_date_column{"Meeting date", 13, column_kind::date, true};
const register_column source_column{"Source", 24, column_kind::text, true};
const register_column place_column{"Place", 10};

}  // namespace

register_table action_table(const meeting_list& meetings) {
    register_table t{"Actions",
            {{"Ref", 9, column_kind::as_printed}, {"Action", 46}, {"Owner", 22}, {"Due (as written)", 15, column_kind::as_printed},
             {"Due date", 13, column_kind::date}, {"Status", 13, column_kind::status}, {"Check", 28, column_kind::check}, {"Corrected", 26}, {"Item", 20},
             meeting_column, meeting_date_column, source_column, place_column},
            {}};
    for (const meeting* m : meetings) {
        const lookup in(*m);
        for (const action& a : m->actions)
            t.rows.push_back({a.id,
                              {words(shown(*m, a.ref)), words(shown(*m, a.text)), words(in.owners(a)), due_as_written(*m, a.due),
                               day(a.due.date), choice(a.status), check_of(in, a), corrected_in(*m, a), words(in.item_title(a.item)),
                               words(title_of(*m)), day(m->date), words(m->source.name), line_of(*m, spans_of(a))}});
    }
    drop_if_empty(t, "Corrected");
    return t;
}

register_table decision_table(const meeting_list& meetings) {
    register_table t{"Decisions",
            {{"Decision", 54}, {"Kind", 12}, {"Mover", 18}, {"Seconder", 18}, {"Vote", 18}, {"Check", 26, column_kind::check}, {"Item", 20},
             meeting_column, meeting_date_column, source_column, place_column},
            {}};
    for (const meeting* m : meetings) {
        const lookup in(*m);
        for (const decision& d : m->decisions)
            t.rows.push_back({d.id,
                              {words(shown(*m, d.text)), words(sentence(d.kind)), words(shown(*m, d.mover)), words(shown(*m, d.seconder)),
                               vote_in_words(*m, d.vote), check_of(in, d), words(in.item_title(d.item)),
                               words(title_of(*m)), day(m->date), words(m->source.name), line_of(*m, spans_of(d))}});
    }
    return t;
}

register_table people_table(const meeting_list& meetings) {
    register_table t{"People",
            {{"Name", 24}, {"Initials", 10, column_kind::as_printed}, {"Role", 28}, {"Organisation", 26}, {"Attendance", 14}, {"Note", 20},
             {"Check", 26, column_kind::check}, {"Corrected", 26},
             meeting_column, meeting_date_column, source_column, place_column},
            {}};
    for (const meeting* m : meetings) {
        const lookup in(*m);
        for (const person& p : m->people)
            t.rows.push_back({p.id,
                              {words(shown(*m, p.name)), words(shown(*m, p.initials)), words(shown(*m, p.role)), words(shown(*m, p.organisation)),
                               p.attendance.value ? choice(p.attendance) : words("Mentioned"), presence_note(*m, p), check_of(in, p), corrected_in(*m, p),
                               words(title_of(*m)), day(m->date), words(m->source.name), line_of(*m, spans_of(p))}});
    }
    drop_if_empty(t, "Corrected");
    return t;
}

register_table check_table(const meeting_list& meetings) {
    register_table t{"Checks",
            {{"Level", 10}, {"What to look at", 70}, {"Hint", 50}, {"Code", 20}, meeting_column, meeting_date_column, source_column, place_column},
            {}};
    for (const meeting* m : meetings)
        for (const diagnostic& d : m->diagnostics) {
            register_cell where = words(fmt::format("line {}", d.place.line));
            where.line = d.place.line;
            t.rows.push_back({"",
                              {words(sentence(name_of(d.severity))), words(capitalised(d.message)), words(d.hint), words(d.code), words(title_of(*m)),
                               day(m->date), words(m->source.name), d.spans.empty() ? register_cell{} : where}});
        }
    return t;
}

}  // namespace minutes
