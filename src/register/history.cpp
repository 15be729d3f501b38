// SPDX-License-Identifier: Apache-2.0
#include <minutes/history.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include "approval_links.hpp"
#include "body_key.hpp"
#include "body_people.hpp"
#include "correction_list.hpp"
#include "file_name.hpp"
#include "owners_elsewhere.hpp"
#include "same_meeting.hpp"
#include "series_days.hpp"
#include "threads.hpp"

namespace minutes {

namespace {

/// The spelling used most; of those used as often the latest.
std::string usual_name(const meeting_list& meetings) {
    std::map<std::string, int> uses;
    std::string best;
    for (const meeting* m : meetings) {
        const std::string name = m->body.value ? *m->body.value : m->title.value.value_or(file_name(m->source));
        if (++uses[name] >= uses[best]) best = name;
    }
    return best;
}

std::vector<std::string> spellings_in(const meeting_list& meetings) {
    std::vector<std::string> out;
    for (const meeting* m : meetings)
        if (m->body.value && std::find(out.begin(), out.end(), *m->body.value) == out.end()) out.push_back(*m->body.value);
    return out;
}

std::vector<body_history> bodies_of(const std::vector<held_meeting>& meetings, const std::map<const meeting*, std::string>& keys) {
    std::map<std::string, body_history> bodies;
    for (const held_meeting& h : meetings) bodies[keys.at(h.leading)].meetings.push_back(h.leading);
    std::vector<body_history> out;
    for (auto& [key, b] : bodies) {
        b.key = key;
        b.name = usual_name(b.meetings);
        b.spellings = spellings_in(b.meetings);
        out.push_back(std::move(b));
    }
    return out;
}

/// The threads of all bodies in order of their first meeting; parents and parts keep pointing at one another.
void add_threads(std::vector<action_thread>& all, std::vector<action_thread> more) {
    const std::size_t base = all.size();
    for (action_thread& t : more) {
        if (t.parent) *t.parent += base;
        for (std::size_t& p : t.parts) p += base;
        all.push_back(std::move(t));
    }
}

void put_in_order(std::vector<action_thread>& threads, const std::map<const meeting*, std::size_t>& number) {
    std::vector<std::size_t> order(threads.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return number.at(threads[a].first().meeting) < number.at(threads[b].first().meeting); });
    std::vector<std::size_t> now(threads.size());
    for (std::size_t i = 0; i < order.size(); ++i) now[order[i]] = i;
    std::vector<action_thread> sorted;
    for (const std::size_t i : order) sorted.push_back(std::move(threads[i]));
    for (action_thread& t : sorted) {
        if (t.parent) *t.parent = now[*t.parent];
        for (std::size_t& p : t.parts) p = now[p];
    }
    threads = std::move(sorted);
}

}  // namespace

history history_of(const meeting_list& given, const corrections& c, const std::optional<date>& as_at) {
    static const std::vector<thread_correction> none;
    const meeting_list meetings = by_date(given);
    std::vector<std::string> keys;
    std::map<const meeting*, std::string> key_of;
    std::map<const meeting*, std::size_t> number;
    for (const meeting* m : meetings) {
        keys.push_back(body_key(*m));
        key_of[m] = keys.back();
        number.emplace(m, number.size());
    }
    history h;
    h.meetings = held_meetings(meetings, keys);
    h.bodies = bodies_of(h.meetings, key_of);
    for (body_history& b : h.bodies) {
        auto of_body = threads_of_body(b.meetings, c.all() ? c.all()->threads : none);
        b.scheme = of_body.scheme;
        add_threads(h.threads, std::move(of_body.threads));
        auto people = people_of_body(b.meetings, b.key);
        find_owners_elsewhere(b.meetings, people, h.elsewhere);
        h.people.insert(h.people.end(), std::make_move_iterator(people.begin()), std::make_move_iterator(people.end()));
    }
    put_in_order(h.threads, number);
    name_threads(h.threads);
    h.approvals = approval_links(h.bodies);
    h.findings = duplicates_in(h.meetings);
    for (finding& f : gaps_in(h.approvals, h.bodies)) h.findings.push_back(std::move(f));
    for (finding& f : lone_dates_in(meetings, as_at)) h.findings.push_back(std::move(f));
    std::stable_sort(h.findings.begin(), h.findings.end(), [&](const finding& a, const finding& b) { return number.at(a.about) < number.at(b.about); });
    return h;
}

meeting_list by_date(meeting_list meetings) {
    std::vector<std::pair<date, const meeting*>> dated;
    date last{};
    for (const meeting* m : meetings) {
        if (m->date.value) last = *m->date.value;
        dated.emplace_back(last, m);
    }
    std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(dated.begin(), dated.end(), meetings.begin(), [](const auto& d) { return d.second; });
    return meetings;
}

std::string_view name_of(event_kind k) {
    switch (k) {
        case event_kind::raised: return "raised";
        case event_kind::reported: return "reported";
        case event_kind::re_dated: return "re_dated";
        case event_kind::handed_over: return "handed_over";
        case event_kind::status_changed: return "status_changed";
        case event_kind::closed: return "closed";
        case event_kind::reopened: return "reopened";
        case event_kind::dropped: return "dropped";
        case event_kind::split: return "split";
    }
    return "";
}

std::string_view name_of(reference_scheme s) {
    switch (s) {
        case reference_scheme::none: return "none";
        case reference_scheme::running: return "running";
        case reference_scheme::per_minute: return "per_minute";
        case reference_scheme::restarting: return "restarting";
    }
    return "";
}

}  // namespace minutes
