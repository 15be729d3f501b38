// SPDX-License-Identifier: Apache-2.0
#include "site_pages.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "figures.hpp"
#include "register_tables.hpp"
#include "site_page.hpp"
#include "site_tables.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

constexpr std::size_t most_rows = 1000;  // of a table on one page

using page_list = std::vector<std::pair<std::string, std::string>>;  // address and words of each

template <class T>
std::size_t pages_for(const std::vector<T>& all) { return std::max<std::size_t>(1, (all.size() + most_rows - 1) / most_rows); }

/// Those of `all` that stand on this page, from 0.
template <class T>
std::vector<T> rows_of_page(const std::vector<T>& all, std::size_t page) {
    const auto at = [&](std::size_t row) { return all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), row)); };
    return {at(page * most_rows), at((page + 1) * most_rows)};
}

page_list numbered_pages(std::string_view kind, std::string_view part, std::size_t pages) {
    page_list out;
    for (std::size_t k = 0; k < pages; ++k) out.emplace_back(page_file(kind, part, k), std::to_string(k + 1));
    return out;
}

std::string year_of(const meeting& m) { return m.date.value ? std::to_string(static_cast<int>(m.date.value->year())) : "undated"; }

/// Links to the parts of something long.
void parts(xml_node parent, std::string_view name, const page_list& ways, std::string_view own) {
    if (ways.size() < 2) return;
    xml_node nav = block_in(parent, "nav");
    set(nav, "aria-label", name);
    xml_node list = with_class(block_in(nav, "ul"), "counts");
    for (const auto& [address, words] : ways) {
        xml_node way = way_in(block_in(list, "li"), address, words);
        if (address == own) set(way, "aria-current", "page");
    }
}

/// Pages of at most a thousand actions.
void action_pages(const site_facts& facts, const std::string& site, const put_file& put, std::string_view part, const thread_list& all, const std::string& title,
                  const page_list& years) {
    const std::size_t pages = pages_for(all);
    for (std::size_t p = 0; p < pages; ++p) {
        const std::string own = page_file("actions", part, p);
        site_page page(title, site, own);
        paragraph_in(page.main(), fmt::format("{}{}.", numbered(all.size(), "action", "actions"), facts.as_at() ? ", as at " + long_date(*facts.as_at()) : ""));
        parts(page.main(), "Actions by year", years, page_file("actions", part, 0));
        parts(page.main(), "Pages", numbered_pages("actions", part, pages), own);
        const thread_list some = rows_of_page(all, p);
        xml_node section = with_class(section_in(page.main(), "actions", title), "register");
        if (some.empty()) paragraph_in(section, "None.");
        else action_table_in(section, facts, some, "Each leads to the minutes that raised it, and to all that spoke of it since.", true);
        put(own, page.bytes());
    }
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

/// Pages of at most a thousand meetings.
void meeting_pages(const site_facts& facts, const std::string& site, const put_file& put, const std::string& year, const std::vector<const site_meeting*>& all,
                   const page_list& years) {
    const std::size_t pages = pages_for(all);
    for (std::size_t p = 0; p < pages; ++p) {
        const std::string own = page_file("meetings", year, p);
        site_page page(year == "undated" ? "Meetings without a date" : "Meetings of " + year, site, own);
        parts(page.main(), "Meetings by year", years, page_file("meetings", year, 0));
        parts(page.main(), "Pages", numbered_pages("meetings", year, pages), own);
        meeting_table_in(section_in(page.main(), "meetings", numbered(all.size(), "meeting", "meetings")), facts, rows_of_page(all, p), "By date.", true);
        put(own, page.bytes());
    }
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
    paragraph_in(main, fmt::format("{} of {}, {}, {}{}.", numbered(facts.meetings().size(), "meeting", "meetings"), numbered(facts.bodies().size(), "body", "bodies"),
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
    if (!last.empty()) meeting_table_in(section_in(main, "latest", "Latest meetings"), facts, last, "The newest minutes first.", true);
    put("index.html", page.bytes());
}

void write_actions(const site_facts& facts, const std::string& site, const put_file& put) {
    std::map<std::string, thread_list> by_year;
    for (const action_thread& t : facts.threads()) by_year[year_of(*t.first().meeting)].push_back(&t);
    page_list ways = {{"actions.html", "Waiting"}};
    for (const auto& [year, all] : by_year) ways.emplace_back(page_file("actions", year, 0), year);
    action_pages(facts, site, put, "", live_threads(facts), "Actions that wait for somebody", ways);
    for (const auto& [year, all] : by_year) action_pages(facts, site, put, year, all, "Actions raised in " + year, ways);
}

void write_meetings(const site_facts& facts, const std::string& site, const put_file& put) {
    std::map<std::string, std::vector<const site_meeting*>> by_year;
    for (const site_meeting* s : facts.meetings()) by_year[year_of(s->m)].push_back(s);
    const year_list years(by_year.begin(), by_year.end());
    page_list ways = {{"meetings.html", "All years"}};
    for (const auto& [year, all] : years) ways.emplace_back(page_file("meetings", year, 0), fmt::format("{} ({})", year, all.size()));

    site_page first("Meetings", site, "meetings.html");
    paragraph_in(first.main(), fmt::format("{} of {}{}.", numbered(facts.meetings().size(), "meeting", "meetings"), numbered(facts.bodies().size(), "body", "bodies"),
                                        facts.first_day() ? fmt::format(", from {} to {}", long_date(*facts.first_day()), long_date(*facts.last_day())) : ""));
    parts(first.main(), "Meetings by year", ways, "meetings.html");
    constexpr std::size_t most = 300;  // a page that is filtered and read at once
    std::vector<const site_meeting*> newest(facts.meetings().rbegin(), facts.meetings().rend());
    const bool whole = newest.size() <= most;
    newest.resize(std::min(most, newest.size()));
    lone_in(first.main(), facts);
    if (!newest.empty()) meeting_table_in(section_in(first.main(), "meetings", whole ? "All meetings" : fmt::format("The latest {} meetings", most)), facts, newest, "The newest first.", true);
    if (years.size() > 1) years_table_in(section_in(first.main(), "years", "By year"), years);
    put("meetings.html", first.bytes());
    for (const auto& [year, all] : years) meeting_pages(facts, site, put, year, all, ways);
}

void write_bodies(const site_facts& facts, const std::string& site, const put_file& put) {
    std::map<std::string, thread_list> live;
    for (const action_thread* t : live_threads(facts)) live[facts.of(*t->first().meeting).body].push_back(t);
    std::map<const site_body*, std::vector<const site_person*>> people;
    for (const site_person& p : facts.people()) people[p.body].push_back(&p);

    std::vector<std::string> keys;
    std::vector<const site_body*> all;
    std::vector<std::size_t> waiting;
    for (const auto& [key, body] : facts.bodies()) {
        keys.push_back(key);
        all.push_back(&body);
        waiting.push_back(live[key].size());
    }
    site_page list("Bodies", site, "bodies.html");
    bodies_table_in(section_in(list.main(), "bodies", numbered(all.size(), "body", "bodies")), all, waiting);
    put("bodies.html", list.bytes());

    for (std::size_t k = 0; k < all.size(); ++k) {
        const site_body* body = all[k];
        site_page page(body->name, site, body->page);
        paragraph_in(page.main(), numbered(body->meetings.size(), "meeting", "meetings"));
        if (body->spellings.size() > 1) paragraph_in(page.main(), fmt::format("Also written: {}.", fmt::join(body->spellings, "; ")));
        if (!body->missing.empty()) missing_in(page.main(), facts, body->missing);
        if (const thread_list some = rows_of_page(live[keys[k]], 0); !some.empty()) {
            action_table_in(with_class(section_in(page.main(), "actions", "Actions that wait for somebody"), "register"), facts, some, "The earliest due first.", false);
        }
        meeting_table_in(section_in(page.main(), "meetings", "Meetings"), facts, body->meetings, "By date.", false);
        if (const auto& named = people[body]; !named.empty()) people_table_in(section_in(page.main(), "people", "People"), named, "As the latest minutes name them.", false);
        put(body->page, page.bytes());
    }
}

void write_people(const site_facts& facts, const std::string& site, const put_file& put) {
    std::vector<const site_person*> all;
    for (const site_person& p : facts.people()) all.push_back(&p);
    const std::size_t pages = pages_for(all);
    for (std::size_t p = 0; p < pages; ++p) {
        const std::string own = page_file("people", "", p);
        site_page page("People", site, own);
        paragraph_in(page.main(), "A name of a body is one line: the archive takes nobody for another by initials alone.");
        page_list numbers;
        for (std::size_t k = 0; k * most_rows < all.size(); ++k) numbers.emplace_back(page_file("people", "", k), all[k * most_rows]->name);
        parts(page.main(), "Pages", numbers, own);
        if (const auto some = rows_of_page(all, p); !some.empty()) people_table_in(section_in(page.main(), "people", numbered(all.size(), "name", "names")), some, "As the latest minutes name them.", true);
        put(own, page.bytes());
    }
}

void write_persons(const site_facts& facts, const std::string& site, const put_file& put) {
    for (const site_person& p : facts.people()) {
        site_page page(p.name, site, p.page);
        xml_node of = paragraph_in(page.main(), "");
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
    xml_node help = paragraph_in(page.main(), "All words must stand in one item of the agenda: ", "when");
    for (const char* sample : {"flood barrier", "\"flood barrier\"", "barri*", "flood OR storm", "flood -storm"}) {
        inline_in(help, "code", sample);
        add_text(help, " ");
    }
    xml_node box = block_in(page.main(), "div");
    set(box, "id", "search");
    paragraph_in(box, "Searching needs JavaScript here; 'minutes search' does without.");
    page.add_script("search/words.js");
    put("search.html", page.bytes());
}

}  // namespace minutes
