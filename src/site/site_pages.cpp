// SPDX-License-Identifier: Apache-2.0
#include "site_pages.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "figures.hpp"
#include "html_table.hpp"
#include "register_tables.hpp"
#include "site_page.hpp"
#include "table_cells.hpp"

namespace minutes {

namespace {

constexpr std::size_t most_rows = 1000;  // of a table on one page

std::string numbered(std::size_t n, std::string_view one, std::string_view many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

std::string year_of(const meeting& m) { return m.date.value ? std::to_string(static_cast<int>(m.date.value->year())) : "undated"; }

/// "actions-2014.html", "actions-2014-2.html"
std::string file_of(std::string_view kind, std::string_view part, std::size_t page) {
    return fmt::format("{}{}{}{}.html", kind, part.empty() ? "" : "-", part, page ? fmt::format("-{}", page + 1) : "");
}

xml_node paragraph(xml_node parent, std::string_view text, const char* look = "when") { return with_class(block_in(parent, "p", text), look); }

/// Links to the parts of something long.
void parts(xml_node parent, std::string_view name, const std::vector<std::pair<std::string, std::string>>& ways, std::string_view own) {
    if (ways.size() < 2) return;
    xml_node nav = block_in(parent, "nav");
    set(nav, "aria-label", name);
    xml_node list = with_class(block_in(nav, "ul"), "counts");
    for (const auto& [address, words] : ways) {
        xml_node way = way_in(block_in(list, "li"), address, words);
        if (address == own) set(way, "aria-current", "page");
    }
}

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

using thread_list = std::vector<const action_thread*>;

std::string day_in_figures(const meeting& m) { return m.date.value ? to_string(*m.date.value) : "undated"; }

/// What became of the action, meeting by meeting, each a link to its words.
void events_cell(xml_node cell, const site_facts& facts, const action_thread& t) {
    xml_node list = with_class(block_in(cell, "ul"), "events");
    for (const thread_event& e : t.events) {
        xml_node line = block_in(list, "li");
        way_in(line, facts.address_of(e.at), day_in_figures(*e.at.meeting));
        add_text(line, " " + event_in_words(e));
    }
}

void doubt_in(xml_node cell, const std::string& words) { with_class(inline_in(with_class(inline_in(cell, "div"), "check"), "span", "Check: " + words), "flag"); }

std::string address_of(const site_meeting& s) { return s.page + (s.anchor.empty() ? "" : "#" + s.anchor + "title"); }

std::string name_of_meeting(const meeting& m) { return m.title.given() || m.body.given() ? title_of(m) : file_name(m.source); }

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

/// Pages of at most a thousand actions.
void action_pages(const site_facts& facts, const std::string& site, const put_file& put, std::string_view part, const thread_list& all, const std::string& title,
                  const std::vector<std::pair<std::string, std::string>>& years) {
    const std::size_t pages = std::max<std::size_t>(1, (all.size() + most_rows - 1) / most_rows);
    for (std::size_t p = 0; p < pages; ++p) {
        const std::string own = file_of("actions", part, p);
        site_page page(title, site, own);
        paragraph(page.main(), fmt::format("{}{}.", numbered(all.size(), "action", "actions"), facts.as_at() ? ", as at " + long_date(*facts.as_at()) : ""));
        parts(page.main(), "Actions by year", years, file_of("actions", part, 0));
        std::vector<std::pair<std::string, std::string>> numbers;
        for (std::size_t k = 0; k < pages; ++k) numbers.emplace_back(file_of("actions", part, k), std::to_string(k + 1));
        parts(page.main(), "Pages", numbers, own);
        const thread_list some(all.begin() + static_cast<std::ptrdiff_t>(p * most_rows), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), (p + 1) * most_rows)));
        xml_node section = with_class(section_in(page.main(), "actions", title), "register");
        if (some.empty()) paragraph(section, "None.");
        else action_table_in(section, facts, some, "Each leads to the minutes that raised it, and to all that spoke of it since.", true);
        put(own, page.bytes());
    }
}

/// A table that is not seen at a glance gets a field to filter it; `what` its rows are.
void let_filter(xml_node section, const char* what, std::size_t rows) {
    constexpr std::size_t glance = 20;
    if (rows <= glance) return;
    set(section, "data-rows", what);
    with_class(section, "register");
}

void meeting_table_in(xml_node section, const std::vector<const site_meeting*>& all, std::string_view caption, bool with_body, const site_facts& facts) {
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

/// Minutes that a meeting approved and the archive does not hold.
void missing_in(xml_node parent, const site_facts& facts, const std::vector<const finding*>& missing) {
    xml_node list = block_in(section_in(parent, "missing", "Minutes that are missing"), "ul");
    for (const finding* f : missing) {
        xml_node line = block_in(list, "li");
        way_in(line, facts.of(*f->about).page, day_in_figures(*f->about));
        add_text(line, ": " + f->what.message + ".");
    }
}

/// Days that stand alone.
void lone_in(xml_node parent, const site_facts& facts) {
    if (facts.lone().empty()) return;
    xml_node list = block_in(section_in(parent, "lone", "Days to check"), "ul");
    for (const finding* f : facts.lone()) {
        xml_node line = block_in(list, "li");
        way_in(line, address_of(facts.of(*f->about)), name_of_meeting(*f->about));
        add_text(line, ": " + f->what.message + ".");
    }
}

using year_list = std::vector<std::pair<std::string, std::vector<const site_meeting*>>>;  // in order of the years

/// How much each year has, and the ways to them.
void years_table_in(xml_node section, const year_list& years) {
    const auto sum = [&](std::size_t r, auto of) {
        std::size_t n = 0;
        for (const site_meeting* s : years[r].second) n += of(*s);
        return n;
    };
    const std::vector<page_column> columns = {
        {"Year", "ref", [&](xml_node c, std::size_t r) { way_in(c, file_of("meetings", years[r].first, 0), years[r].first); }, true},
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

/// Pages of at most a thousand meetings.
void meeting_pages(const site_facts& facts, const std::string& site, const put_file& put, const std::string& year, const std::vector<const site_meeting*>& all,
                   const std::vector<std::pair<std::string, std::string>>& years) {
    const std::size_t pages = (all.size() + most_rows - 1) / most_rows;
    for (std::size_t p = 0; p < pages; ++p) {
        const std::string own = file_of("meetings", year, p);
        site_page page(year == "undated" ? "Meetings without a date" : "Meetings of " + year, site, own);
        parts(page.main(), "Meetings by year", years, file_of("meetings", year, 0));
        std::vector<std::pair<std::string, std::string>> numbers;
        for (std::size_t k = 0; k < pages; ++k) numbers.emplace_back(file_of("meetings", year, k), std::to_string(k + 1));
        parts(page.main(), "Pages", numbers, own);
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(p * most_rows);
        const std::vector<const site_meeting*> some(from, all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), (p + 1) * most_rows)));
        meeting_table_in(section_in(page.main(), "meetings", numbered(all.size(), "meeting", "meetings")), some, "By date.", true, facts);
        put(own, page.bytes());
    }
}

/// The meetings that the minutes name a person at, and as what.
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

thread_list live_threads(const site_facts& facts, const std::string& body = {}) {
    thread_list out;
    for (const action_thread& t : facts.threads())
        if (is_live(t.status()) && (body.empty() || facts.of(*t.first().meeting).body == body)) out.push_back(&t);
    const auto day = [](const action_thread* t) { return t->latest_with_due().action->due.date.value; };
    std::stable_sort(out.begin(), out.end(), [&](const action_thread* a, const action_thread* b) {
        if (day(a).has_value() != day(b).has_value()) return day(a).has_value();
        return day(a) && *day(a) < *day(b);
    });
    return out;
}

/// Why the last figure of the plot is not that of the page of actions.
std::string left_out_of_plot(const site_facts& facts) {
    std::size_t n = 0;
    for (const action_thread& t : facts.threads()) n += is_live(t.status()) && !t.first().meeting->date.value ? 1 : 0;
    return n ? fmt::format(" {} of meetings without a date wait too, and are not drawn.", n) : "";
}

}  // namespace

void write_overview(const site_facts& facts, const std::string& site, const put_file& put) {
    site_page page(site, site, "index.html");
    xml_node main = page.main();
    std::size_t decisions = 0;
    for (const site_meeting* s : facts.meetings()) decisions += s->m.decisions.size();
    paragraph(main, fmt::format("{} of {}, {}, {}{}.", numbered(facts.meetings().size(), "meeting", "meetings"), numbered(facts.bodies().size(), "body", "bodies"),
                                numbered(decisions, "decision", "decisions"), numbered(facts.threads().size(), "action", "actions"),
                                facts.as_at() ? ", as at " + long_date(*facts.as_at()) : ""));
    xml_node plots = with_class(section_in(main, "figures", "Figures"), "figures");
    if (const auto f = open_and_overdue(facts); !f.labels.empty())
        draw_lines(plots, {"open", "Open and overdue actions", "Actions that waited for somebody, and those of them beyond their due date." + left_out_of_plot(facts), "At the end of", 0}, f.labels, f.lines);
    draw_bars(plots, {"closure", "Time to closure", "Actions that the minutes close, by the time since the meeting that raised them.", "Time", 0}, "Actions", times_to_closure(facts));
    if (const auto f = attendance_by_year(facts); !f.labels.empty())
        draw_lines(plots, {"attendance", "Attendance", "People present and apologies a meeting, where the minutes name who was present.", "Year", 1}, f.labels, f.lines);
    if (auto bars = decisions_by_body(facts); !bars.empty()) {
        constexpr std::size_t most = 15;
        const std::string remark = bars.size() <= most ? "As the minutes record them." : fmt::format("As the minutes record them: the {} bodies with most of {}.", most, bars.size());
        bars.resize(std::min(most, bars.size()));
        draw_bars(plots, {"decisions", "Decisions by body", remark, "Body", 0}, "Decisions", bars);
    }
    lone_in(main, facts);
    constexpr std::size_t latest = 10;
    std::vector<const site_meeting*> last(facts.meetings().rbegin(), facts.meetings().rbegin() + static_cast<std::ptrdiff_t>(std::min(latest, facts.meetings().size())));
    if (!last.empty()) meeting_table_in(section_in(main, "latest", "Latest meetings"), last, "The newest minutes first.", true, facts);
    put("index.html", page.bytes());
}

void write_actions(const site_facts& facts, const std::string& site, const put_file& put) {
    std::map<std::string, thread_list> by_year;
    for (const action_thread& t : facts.threads()) by_year[year_of(*t.first().meeting)].push_back(&t);
    std::vector<std::pair<std::string, std::string>> ways = {{"actions.html", "Waiting"}};
    for (const auto& [year, all] : by_year) ways.emplace_back(file_of("actions", year, 0), year);
    action_pages(facts, site, put, "", live_threads(facts), "Actions that wait for somebody", ways);
    for (const auto& [year, all] : by_year) action_pages(facts, site, put, year, all, "Actions raised in " + year, ways);
}

void write_meetings(const site_facts& facts, const std::string& site, const put_file& put) {
    std::map<std::string, std::vector<const site_meeting*>> by_year;
    for (const site_meeting* s : facts.meetings()) by_year[year_of(s->m)].push_back(s);
    const year_list years(by_year.begin(), by_year.end());
    std::vector<std::pair<std::string, std::string>> ways = {{"meetings.html", "All years"}};
    for (const auto& [year, all] : years) ways.emplace_back(file_of("meetings", year, 0), fmt::format("{} ({})", year, all.size()));

    site_page first("Meetings", site, "meetings.html");
    paragraph(first.main(), fmt::format("{} of {}{}.", numbered(facts.meetings().size(), "meeting", "meetings"), numbered(facts.bodies().size(), "body", "bodies"),
                                        facts.first_day() ? fmt::format(", from {} to {}", long_date(*facts.first_day()), long_date(*facts.last_day())) : ""));
    parts(first.main(), "Meetings by year", ways, "meetings.html");
    constexpr std::size_t most = 300;  // a page that is filtered and read at once
    std::vector<const site_meeting*> newest(facts.meetings().rbegin(), facts.meetings().rend());
    const bool whole = newest.size() <= most;
    newest.resize(std::min(most, newest.size()));
    lone_in(first.main(), facts);
    if (!newest.empty()) meeting_table_in(section_in(first.main(), "meetings", whole ? "All meetings" : fmt::format("The latest {} meetings", most)), newest, "The newest first.", true, facts);
    if (years.size() > 1) years_table_in(section_in(first.main(), "years", "By year"), years);
    put("meetings.html", first.bytes());
    for (const auto& [year, all] : years) meeting_pages(facts, site, put, year, all, ways);
}

void write_bodies(const site_facts& facts, const std::string& site, const put_file& put) {
    std::map<std::string, thread_list> live;
    for (const action_thread* t : live_threads(facts)) live[facts.of(*t->first().meeting).body].push_back(t);
    std::map<const site_body*, std::vector<const site_person*>> people;
    for (const site_person& p : facts.people()) people[p.body].push_back(&p);

    std::vector<std::pair<std::string, const site_body*>> all;
    for (const auto& [key, body] : facts.bodies()) all.emplace_back(key, &body);
    site_page list("Bodies", site, "bodies.html");
    const std::vector<page_column> columns = {
        {"Body", "main", [&](xml_node c, std::size_t r) { way_in(c, all[r].second->page, all[r].second->name); }, true},
        {"Meetings", "count", [&](xml_node c, std::size_t r) { add_text(c, std::to_string(all[r].second->meetings.size())); }},
        {"Latest", "date", [&](xml_node c, std::size_t r) { day_cell(c, all[r].second->meetings.back()->m.date.value); }},
        {"Actions waiting", "count", [&](xml_node c, std::size_t r) { add_text(c, std::to_string(live[all[r].first].size())); }},
        {"Minutes missing", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r].second->missing.size()); }},
    };
    write_table(section_in(list.main(), "bodies", numbered(all.size(), "body", "bodies")), "Those whose minutes the archive holds.", all.size(), columns, [](xml_node, std::size_t) {});
    put("bodies.html", list.bytes());

    for (const auto& [key, body] : all) {
        site_page page(body->name, site, body->page);
        paragraph(page.main(), numbered(body->meetings.size(), "meeting", "meetings"));
        if (body->spellings.size() > 1) paragraph(page.main(), fmt::format("Also written: {}.", fmt::join(body->spellings, "; ")));
        if (!body->missing.empty()) missing_in(page.main(), facts, body->missing);
        if (const thread_list& waiting = live[key]; !waiting.empty()) {
            const thread_list some(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(std::min(most_rows, waiting.size())));
            action_table_in(with_class(section_in(page.main(), "actions", "Actions that wait for somebody"), "register"), facts, some, "The earliest due first.", false);
        }
        meeting_table_in(section_in(page.main(), "meetings", "Meetings"), body->meetings, "By date.", false, facts);
        if (const auto& named = people[body]; !named.empty()) people_table_in(section_in(page.main(), "people", "People"), named, "As the latest minutes name them.", false);
        put(body->page, page.bytes());
    }
}

void write_people(const site_facts& facts, const std::string& site, const put_file& put) {
    std::vector<const site_person*> all;
    for (const site_person& p : facts.people()) all.push_back(&p);
    const std::size_t pages = std::max<std::size_t>(1, (all.size() + most_rows - 1) / most_rows);
    for (std::size_t p = 0; p < pages; ++p) {
        const std::string own = file_of("people", "", p);
        site_page page("People", site, own);
        paragraph(page.main(), "A name of a body is one line: the archive takes nobody for another by initials alone.");
        std::vector<std::pair<std::string, std::string>> numbers;
        for (std::size_t k = 0; k * most_rows < all.size(); ++k) numbers.emplace_back(file_of("people", "", k), all[k * most_rows]->name);
        parts(page.main(), "Pages", numbers, own);
        const std::vector<const site_person*> some(all.begin() + static_cast<std::ptrdiff_t>(p * most_rows), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), (p + 1) * most_rows)));
        if (!some.empty()) people_table_in(section_in(page.main(), "people", numbered(all.size(), "name", "names")), some, "As the latest minutes name them.", true);
        put(own, page.bytes());
    }
}

void write_persons(const site_facts& facts, const std::string& site, const put_file& put) {
    for (const site_person& p : facts.people()) {
        site_page page(p.name, site, p.page);
        xml_node of = paragraph(page.main(), "");
        way_in(of, p.body->page, p.body->name);
        std::vector<std::string> facts_of;
        for (const std::string& fact : {p.role, p.organisation, p.initials.empty() ? "" : "initials " + p.initials, fmt::format("there at {} of {}", p.attended, numbered(p.meetings, "meeting", "meetings"))})
            if (!fact.empty()) facts_of.push_back(fact);
        add_text(of, fmt::format(": {}.", fmt::join(facts_of, "; ")));
        for (const std::string& doubt : p.doubts) doubt_in(block_in(page.main(), "div"), doubt);
        thread_list live, done;
        for (const action_thread* t : p.actions) (is_live(t->status()) ? live : done).push_back(t);
        const auto actions = [&](const char* id, const char* title, const thread_list& all, const char* caption) {
            if (!all.empty()) action_table_in(with_class(section_in(page.main(), id, title), "register"), facts, all, caption, false);
        };
        actions("actions", "Actions that wait", live, "Those whose latest minutes have this person as an owner.");
        actions("done", "Actions no longer waiting", done, "Done, closed, or no longer wanted.");
        seen_table_in(section_in(page.main(), "meetings", "Meetings"), facts, p);
        put(p.page, page.bytes());
    }
}

void write_search(const std::string& site, const put_file& put) {
    site_page page("Search", site, "search.html");
    xml_node help = paragraph(page.main(), "All words must stand in one item of the agenda: ", "when");
    for (const char* sample : {"flood barrier", "\"flood barrier\"", "barri*", "flood OR storm", "flood -storm"}) {
        inline_in(help, "code", sample);
        add_text(help, " ");
    }
    xml_node box = block_in(page.main(), "div");
    set(box, "id", "search");
    paragraph(box, "Searching needs JavaScript here; 'minutes search' does without.");
    page.add_script("search/words.js");
    put("search.html", page.bytes());
}

}  // namespace minutes
