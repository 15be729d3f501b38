// SPDX-License-Identifier: Apache-2.0
#include "site_tables.hpp"

#include <set>

#include <fmt/format.h>

#include "register_tables.hpp"
#include "table_cells.hpp"

namespace minutes {

namespace {

void day_cell(xml_node cell, const std::optional<date>& d) {
    if (!d) return;
    set(cell, "data-sort", to_string(*d));
    add_date(cell, *d, long_date(*d));
}

void short_day_cell(xml_node cell, const std::optional<date>& d) {
    if (d) add_date(cell, *d, to_string(*d));
}

/// Nothing for nothing, so that a column without words is left out.
void text_cell(xml_node cell, std::string_view text) {
    if (!text.empty()) add_text(cell, text);
}

void count_cell(xml_node cell, std::size_t n) {
    if (n) add_text(cell, std::to_string(n));
}

void body_cell(xml_node cell, const site_body& b) { way_in(cell, b.page, b.name); }

/// What became of the action, meeting by meeting, each a link to its words.
void events_cell(xml_node cell, const site_facts& facts, const action_thread& t) {
    xml_node list = with_class(block_in(cell, "ul"), "events");
    for (const thread_event& e : t.events) {
        xml_node line = block_in(list, "li");
        way_in(line, facts.address_of(e.at), day_in_figures(*e.at.meeting));
        add_text(line, " " + event_in_words(e));
    }
}

/// The other files that tell of a meeting, and who approved its minutes.
void sources_cell(xml_node cell, const site_meeting& s) {
    for (const site_meeting* other : s.others) {
        if (cell.first_child()) add_text(cell, ", ");
        way_in(cell, other->page, file_name(other->m.source));
    }
}

void approval_cell(xml_node cell, const site_meeting& s) {
    if (s.approved_by) way_in(cell, s.approved_by->page, day_in_figures(s.approved_by->m));
}

void due_cell(xml_node cell, const site_facts& facts, const action_thread& t) {
    const due& d = t.latest_with_due().action->due;
    if (d.date.value) day_cell(cell, d.date.value);
    else text_cell(cell, shown(*t.latest_with_due().meeting, d.text));
    if (const auto days = days_overdue(t, facts.as_at())) with_class(inline_in(cell, "div", numbered(static_cast<std::size_t>(*days), "day overdue", "days overdue")), "flag");
}

/// Each by name, which leads to the person's page.
void owners_cell(xml_node cell, const site_facts& facts, const action_thread& t) {
    const occurrence& who = t.latest_with_owners();
    const lookup in(*who.meeting);
    for (const owner& o : who.action->owners) {
        const std::string name = in.owner_name(o, facts.told().elsewhere);
        xml_node node = with_class(inline_in(cell, "span"), "owner");
        set(node, "data-owner", name);
        const auto page = facts.page_of(*who.meeting, o.person);
        if (page.empty()) add_text(node, name);
        else way_in(node, page, name);
        if (&o != &who.action->owners.back()) add_text(node, "; ");
    }
    for (const owner& o : who.action->owners)
        if (const std::string other = elsewhere_in_words(*who.meeting, o, facts.told()); !other.empty()) with_class(inline_in(cell, "small", other), "how");
}

/// A table that is not seen at a glance gets a field to filter it; `what` its rows are.
void let_filter(xml_node section, const char* what, std::size_t rows) {
    constexpr std::size_t glance = 20;
    if (rows <= glance) return;
    set(section, "data-rows", what);
    with_class(section, "register");
}

}  // namespace

void action_table_in(xml_node section, const site_facts& facts, const thread_list& all, std::string_view caption, bool with_body) {
    std::vector<page_column> columns = {
        {"Ref", "ref", [&](xml_node c, std::size_t r) {
             const occurrence& o = all[r]->first();
             const std::string ref = shown(*o.meeting, o.action->ref);
             way_in(c, facts.address_of(o), ref.empty() ? "(none)" : ref);
         }, true},
        {"Action", "main", [&](xml_node c, std::size_t r) {
             const occurrence& o = all[r]->first();
             inline_in(c, "div", shown(*o.meeting, o.action->text));
             if (const std::string by_hand = corrected_words(*all[r]); !by_hand.empty()) with_class(inline_in(c, "small", by_hand), "how");
             for (const std::string& doubt : all[r]->doubts) doubt_in(c, doubt);
         }},
        {"Owner", "owners", [&](xml_node c, std::size_t r) { owners_cell(c, facts, *all[r]); }},
        {"Due", "date", [&](xml_node c, std::size_t r) { due_cell(c, facts, *all[r]); }},
        {"Status", "status", [&](xml_node c, std::size_t r) { with_class(inline_in(c, "span", sentence(name_of(all[r]->status()))), "v"); }},
        {"History", "events", [&](xml_node c, std::size_t r) {
             if (const auto& d = all[r]->first().meeting->date.value) set(c, "data-sort", to_string(*d));
             events_cell(c, facts, *all[r]);
         }},
    };
    if (with_body)
        columns.insert(columns.begin() + 1, page_column{"Body", "body", [&](xml_node c, std::size_t r) { body_cell(c, facts.bodies().at(facts.of(*all[r]->first().meeting).body)); }});
    write_table(section, caption, all.size(), columns, [](xml_node, std::size_t) {});
}

void meeting_table_in(xml_node section, const site_facts& facts, const std::vector<const site_meeting*>& all, std::string_view caption, bool with_body) {
    std::vector<page_column> columns = {
        {"Date", "date", [&](xml_node c, std::size_t r) { day_cell(c, all[r]->m.date.value); }},
        {"Meeting", "main", [&](xml_node c, std::size_t r) { way_in(c, address_of(*all[r]), name_of_meeting(all[r]->m)); }, true},
        {"Minutes", "status", [&](xml_node c, std::size_t r) { if (all[r]->m.status.value) add_text(c, sentence(name_of(*all[r]->m.status.value))); }},
        {"Present", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->here); }},
        {"Apologies", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->away); }},
        {"Decisions", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->m.decisions.size()); }},
        {"Actions", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->m.actions.size()); }},
        {"Approved on", "date", [&](xml_node c, std::size_t r) { approval_cell(c, *all[r]); }},
        {"Also in", "", [&](xml_node c, std::size_t r) { sources_cell(c, *all[r]); }},
        {"Corrected", "", [&](xml_node c, std::size_t r) { text_cell(c, corrected_in(all[r]->m).text); }},
    };
    if (with_body)
        columns.insert(columns.begin() + 2, page_column{"Body", "body", [&](xml_node c, std::size_t r) { body_cell(c, facts.bodies().at(all[r]->body)); }});
    let_filter(section, "meetings", all.size());
    write_table(section, caption, all.size(), columns, [](xml_node, std::size_t) {});
}

void people_table_in(xml_node section, const std::vector<const site_person*>& all, std::string_view caption, bool with_body) {
    std::vector<page_column> columns = {
        {"Name", "name", [&](xml_node c, std::size_t r) { way_in(c, all[r]->page, all[r]->name); }, true},
        {"Initials", "", [&](xml_node c, std::size_t r) { text_cell(c, all[r]->initials); }},
        {"Role", "", [&](xml_node c, std::size_t r) { text_cell(c, all[r]->role); }},
        {"Organisation", "", [&](xml_node c, std::size_t r) { text_cell(c, all[r]->organisation); }},
        {"First", "date", [&](xml_node c, std::size_t r) { short_day_cell(c, all[r]->first); }},
        {"Last", "date", [&](xml_node c, std::size_t r) { short_day_cell(c, all[r]->last); }},
        {"Attended", "count", [&](xml_node c, std::size_t r) { add_text(c, fmt::format("{} of {}", all[r]->attended, all[r]->meetings)); }},
        {"Waiting", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->waiting); }},
        {"Check", "check", [&](xml_node c, std::size_t r) {
             for (const std::string& doubt : all[r]->doubts) with_class(inline_in(inline_in(c, "div"), "span", doubt), "flag");
         }},
    };
    if (with_body) columns.push_back({"Body", "body", [&](xml_node c, std::size_t r) { body_cell(c, *all[r]->body); }});
    let_filter(section, "names", all.size());
    write_table(section, caption, all.size(), columns, [](xml_node, std::size_t) {});
}

void seen_table_in(xml_node section, const site_facts& facts, const site_person& p) {
    const std::vector<page_column> columns = {
        {"Date", "date", [&](xml_node c, std::size_t r) { day_cell(c, p.seen[r].meeting->date.value); }},
        {"Meeting", "main", [&](xml_node c, std::size_t r) { way_in(c, address_of(facts.of(*p.seen[r].meeting)), name_of_meeting(*p.seen[r].meeting)); }, true},
        {"Attendance", "status", [&](xml_node c, std::size_t r) {
             const auto& a = p.seen[r].person->attendance.value;
             with_class(inline_in(c, "span", a ? sentence(name_of(*a)) : "Only named"), "v");
         }},
        {"Named there", "name", [&](xml_node c, std::size_t r) { text_cell(c, shown(*p.seen[r].meeting, p.seen[r].person->name)); }},
        {"Role", "", [&](xml_node c, std::size_t r) { text_cell(c, shown(*p.seen[r].meeting, p.seen[r].person->role)); }},
        {"Organisation", "", [&](xml_node c, std::size_t r) { text_cell(c, shown(*p.seen[r].meeting, p.seen[r].person->organisation)); }},
    };
    let_filter(section, "meetings", p.seen.size());
    write_table(section, "By date.", p.seen.size(), columns, [](xml_node, std::size_t) {});
}

void years_table_in(xml_node section, const year_list& years) {
    const auto sum = [&](std::size_t r, auto of) {
        std::size_t n = 0;
        for (const site_meeting* s : years[r].second) n += of(*s);
        return n;
    };
    const std::vector<page_column> columns = {
        {"Year", "ref", [&](xml_node c, std::size_t r) { way_in(c, page_file("meetings", years[r].first, 0), years[r].first); }, true},
        {"Meetings", "count", [&](xml_node c, std::size_t r) { count_cell(c, years[r].second.size()); }},
        {"Bodies", "count", [&](xml_node c, std::size_t r) {
             std::set<std::string_view> all;
             for (const site_meeting* s : years[r].second) all.insert(s->body);
             count_cell(c, all.size());
         }},
        {"Decisions", "count", [&](xml_node c, std::size_t r) { count_cell(c, sum(r, [](const site_meeting& s) { return s.m.decisions.size(); })); }},
        {"Actions", "count", [&](xml_node c, std::size_t r) { count_cell(c, sum(r, [](const site_meeting& s) { return s.m.actions.size(); })); }},
        {"Minutes approved", "count", [&](xml_node c, std::size_t r) {
             count_cell(c, sum(r, [](const site_meeting& s) { return std::size_t{s.approved_by || s.m.status.value == minutes_status::approved}; }));
         }},
    };
    write_table(section, "Each leads to the meetings of that year.", years.size(), columns, [](xml_node, std::size_t) {});
}

void bodies_table_in(xml_node section, const std::vector<const site_body*>& all, const std::vector<std::size_t>& waiting) {
    const std::vector<page_column> columns = {
        {"Body", "main", [&](xml_node c, std::size_t r) { body_cell(c, *all[r]); }, true},
        {"Meetings", "count", [&](xml_node c, std::size_t r) { add_text(c, std::to_string(all[r]->meetings.size())); }},
        {"Latest", "date", [&](xml_node c, std::size_t r) { day_cell(c, all[r]->meetings.back()->m.date.value); }},
        {"Actions waiting", "count", [&](xml_node c, std::size_t r) { add_text(c, std::to_string(waiting[r])); }},
        {"Minutes missing", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->missing.size()); }},
    };
    write_table(section, "Those whose minutes the archive holds.", all.size(), columns, [](xml_node, std::size_t) {});
}

void doubt_in(xml_node cell, const std::string& words) { with_class(inline_in(with_class(inline_in(cell, "div"), "check"), "span", "Check: " + words), "flag"); }

std::string address_of(const site_meeting& s) { return s.page + (s.anchor.empty() ? "" : "#" + s.anchor + "title"); }

std::string name_of_meeting(const meeting& m) { return m.title.given() || m.body.given() ? title_of(m) : file_name(m.source); }

std::string day_in_figures(const meeting& m) { return m.date.value ? to_string(*m.date.value) : "undated"; }

}  // namespace minutes
