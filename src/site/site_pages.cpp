// SPDX-License-Identifier: Apache-2.0
#include "site_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

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

/// Nothing for nothing, so that a column without words is left out.
void text_cell(xml_node cell, std::string_view text) {
    if (!text.empty()) add_text(cell, text);
}

void count_cell(xml_node cell, std::size_t n) {
    if (n) add_text(cell, std::to_string(n));
}

void body_cell(xml_node cell, const site_body& b) { way_in(cell, b.page, b.name); }

std::string owners_of(const action_thread& t) {
    const occurrence& o = t.latest_with_owners();
    return lookup(*o.meeting).owner_names(*o.action);
}

using thread_list = std::vector<const action_thread*>;

/// Which meetings spoke of the action, each a link to its words.
void records_cell(xml_node cell, const site_facts& facts, const action_thread& t) {
    for (const occurrence& o : t.occurrences) {
        if (cell.first_child()) add_text(cell, ", ");
        way_in(cell, facts.address_of(o), o.meeting->date.value ? to_string(*o.meeting->date.value) : "undated");
    }
}

void due_cell(xml_node cell, const site_facts& facts, const action_thread& t) {
    const due& d = t.latest_with_due().action->due;
    if (d.date.value) day_cell(cell, d.date.value);
    else text_cell(cell, shown(*t.latest_with_due().meeting, d.text));
    if (const auto days = days_overdue(t, facts.as_at())) with_class(inline_in(cell, "div", numbered(static_cast<std::size_t>(*days), "day overdue", "days overdue")), "flag");
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
             for (const std::string& doubt : all[r]->doubts) with_class(inline_in(with_class(inline_in(c, "div"), "check"), "span", "Check: " + doubt), "flag");
         }},
        {"Owner", "owners", [&](xml_node c, std::size_t r) {
             const std::string names = owners_of(*all[r]);
             if (names.empty()) return;
             xml_node node = with_class(inline_in(c, "span", names), "owner");
             set(node, "data-owner", names);
         }},
        {"Due", "date", [&](xml_node c, std::size_t r) { due_cell(c, facts, *all[r]); }},
        {"Status", "status", [&](xml_node c, std::size_t r) { with_class(inline_in(c, "span", sentence(name_of(all[r]->status()))), "v"); }},
        {"Spoken of", "date", [&](xml_node c, std::size_t r) {
             if (const auto& d = all[r]->first().meeting->date.value) set(c, "data-sort", to_string(*d));
             records_cell(c, facts, *all[r]);
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

void meeting_table_in(xml_node section, const std::vector<const site_meeting*>& all, std::string_view caption, bool with_body, const site_facts& facts) {
    std::vector<page_column> columns = {
        {"Date", "date", [&](xml_node c, std::size_t r) { day_cell(c, all[r]->m.date.value); }},
        {"Meeting", "main", [&](xml_node c, std::size_t r) { way_in(c, all[r]->page + (all[r]->anchor.empty() ? "" : "#" + all[r]->anchor + "title"), title_of(all[r]->m)); }, true},
        {"Minutes", "status", [&](xml_node c, std::size_t r) { if (all[r]->m.status.value) add_text(c, sentence(name_of(*all[r]->m.status.value))); }},
        {"Present", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->here); }},
        {"Apologies", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->away); }},
        {"Decisions", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->m.decisions.size()); }},
        {"Actions", "count", [&](xml_node c, std::size_t r) { count_cell(c, all[r]->m.actions.size()); }},
    };
    if (with_body)
        columns.insert(columns.begin() + 2, page_column{"Body", "body", [&](xml_node c, std::size_t r) { body_cell(c, facts.bodies().at(all[r]->body)); }});
    write_table(section, caption, all.size(), columns, [](xml_node, std::size_t) {});
}

void people_table_in(xml_node section, const std::vector<const site_person*>& all, std::string_view caption, bool with_body) {
    std::vector<page_column> columns = {
        {"Name", "name", [&](xml_node c, std::size_t r) { add_text(c, all[r]->name); }, true},
        {"Initials", "ref", [&](xml_node c, std::size_t r) { text_cell(c, all[r]->initials); }},
        {"Role", "", [&](xml_node c, std::size_t r) { text_cell(c, all[r]->role); }},
        {"Organisation", "", [&](xml_node c, std::size_t r) { text_cell(c, all[r]->organisation); }},
        {"First", "date", [&](xml_node c, std::size_t r) { day_cell(c, all[r]->first); }},
        {"Last", "date", [&](xml_node c, std::size_t r) { day_cell(c, all[r]->last); }},
        {"Attended", "count", [&](xml_node c, std::size_t r) { add_text(c, fmt::format("{} of {}", all[r]->attended, all[r]->meetings)); }},
    };
    if (with_body) columns.push_back({"Body", "body", [&](xml_node c, std::size_t r) { body_cell(c, *all[r]->body); }});
    write_table(section, caption, all.size(), columns, [](xml_node, std::size_t) {});
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
        draw_lines(plots, {"open", "Open and overdue actions", "Actions that waited for somebody, and those of them beyond their due date.", "At the end of", 0}, f.labels, f.lines);
    draw_bars(plots, {"closure", "Time to closure", "Actions that the minutes close, by the time since the meeting that raised them.", "Time", 0}, "Actions", times_to_closure(facts));
    if (const auto f = attendance_by_year(facts); !f.labels.empty())
        draw_lines(plots, {"attendance", "Attendance", "People present and apologies a meeting, where the minutes name who was present.", "Year", 1}, f.labels, f.lines);
    if (auto bars = decisions_by_body(facts); !bars.empty()) {
        constexpr std::size_t most = 15;
        const std::string remark = bars.size() <= most ? "As the minutes record them." : fmt::format("As the minutes record them: the {} bodies with most of {}.", most, bars.size());
        bars.resize(std::min(most, bars.size()));
        draw_bars(plots, {"decisions", "Decisions by body", remark, "Body", 0}, "Decisions", bars);
    }
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
    std::vector<std::pair<std::string, std::string>> ways;
    for (const auto& [year, all] : by_year) ways.emplace_back(file_of("meetings", year, 0), fmt::format("{} ({})", year, all.size()));
    site_page first("Meetings", site, "meetings.html");
    paragraph(first.main(), fmt::format("{} by year.", numbered(facts.meetings().size(), "meeting", "meetings")));
    parts(first.main(), "Meetings by year", ways, "");
    if (ways.size() == 1) meeting_table_in(section_in(first.main(), "meetings", by_year.begin()->first), by_year.begin()->second, "By date.", true, facts);
    put("meetings.html", first.bytes());
    for (const auto& [year, all] : by_year) {
        const std::string own = file_of("meetings", year, 0);
        site_page page("Meetings of " + year, site, own);
        parts(page.main(), "Meetings by year", ways, own);
        meeting_table_in(section_in(page.main(), "meetings", numbered(all.size(), "meeting", "meetings")), all, "By date.", true, facts);
        put(own, page.bytes());
    }
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
    };
    write_table(section_in(list.main(), "bodies", numbered(all.size(), "body", "bodies")), "Those whose minutes the archive holds.", all.size(), columns, [](xml_node, std::size_t) {});
    put("bodies.html", list.bytes());

    for (const auto& [key, body] : all) {
        site_page page(body->name, site, body->page);
        paragraph(page.main(), numbered(body->meetings.size(), "meeting", "meetings"));
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
        for (std::size_t k = 0; k < pages; ++k) numbers.emplace_back(file_of("people", "", k), std::string(all[k * most_rows]->name));
        parts(page.main(), "Pages", numbers, own);
        const std::vector<const site_person*> some(all.begin() + static_cast<std::ptrdiff_t>(p * most_rows), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), (p + 1) * most_rows)));
        if (!some.empty()) people_table_in(section_in(page.main(), "people", numbered(all.size(), "name", "names")), some, "As the latest minutes name them.", true);
        put(own, page.bytes());
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
