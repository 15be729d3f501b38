// SPDX-License-Identifier: Apache-2.0
// Stage: a history → the sheets of a register that tell of time: Updates and People.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "register_material.hpp"
#include "update_events.hpp"

namespace minutes {

namespace {

/// "Raised", "Carried forward", "Due changed" …
std::string_view event_name(event_kind k) {
    switch (k) {
        case event_kind::raised: return update_event::raised;
        case event_kind::reported: return update_event::carried_forward;
        case event_kind::re_dated: return "Due changed";
        case event_kind::handed_over: return "Owner changed";
        case event_kind::status_changed:
        case event_kind::closed:
        case event_kind::dropped: return "Status changed";
        case event_kind::reopened: return "Reopened";
        case event_kind::split: return "Split";
    }
    return "";
}

/// Names of statuses in words; dates, owners and references as they are.
std::string in_words(event_kind k, const std::string& what) {
    const bool status = k == event_kind::reported || k == event_kind::status_changed || k == event_kind::closed || k == event_kind::reopened || k == event_kind::dropped;
    return status ? sentence(what) : what;
}

register_row update_row(const register_material& from, const action_thread& t, const thread_event& e) {
    const meeting& m = *e.at.meeting;
    const action& a = *e.at.action;
    const bool raised = e.kind == event_kind::raised;
    const std::string to = raised ? sentence(name_of(a.status.value.value_or(action_status::open))) : in_words(e.kind, e.to);
    return {"",
            {words(t.id), words(shown(m, a.ref)), day(m.date), words(event_name(e.kind)), words(shown(m, a.text)), words(in_words(e.kind, e.from)), words(to),
             linked(words(file_name(m.source)), from.ways.source(m)), place_cell(m, spans_of(a))}};
}

std::unordered_map<std::string, std::size_t> actions_owned(const meeting& m) {
    std::unordered_map<std::string, std::size_t> out;
    for (const action& a : m.actions)
        for (const owner& o : a.owners)
            if (!o.person.empty()) ++out[o.person];
    return out;
}

/// Initials are not identities: a person stands here once for each meeting.
register_table people_of_meetings(const register_material& from) {
    using k = column_kind;
    register_table t{"People",
            {{"Name", 24}, {"Initials", 9, k::as_printed}, {"Role", 26}, {"Organisation", 24}, {"Attendance", 14}, {"Note", 20},
             {"Actions owned", 9, k::number}, {"Check", 26, k::check}, {"Body", 20}, {"Meeting date", 13, k::date}, {"Source", 24}, {"Place", 14}},
            {}};
    for (const meeting* m : from.meetings) {
        auto owned = actions_owned(*m);
        for (const person& p : m->people)
            t.rows.push_back({p.id,
                              {words(shown(*m, p.name)), words(shown(*m, p.initials)), words(shown(*m, p.role)), words(shown(*m, p.organisation)),
                               p.attendance.value ? choice(p.attendance) : words("Mentioned"), presence_note(*m, p), count(owned[p.id]),
                               check_of(from.in(*m), p), from.body_of(*m), day(m->date), linked(words(file_name(m->source)), from.ways.source(*m)),
                               place_cell(*m, spans_of(p))}});
    }
    return t;
}


/// The last that is said of one part of the person.
template <class Part>
std::string latest(const person_history& p, Part part) {
    std::string out;
    for (const auto& a : p.seen)
        if (const auto& t = part(*a.person); t.given()) out = shown(*a.meeting, t);
    return out;
}

std::string initials_of(const person_history& p) {
    std::vector<std::string> all;
    for (const auto& u : p.initials) all.push_back(u.text);
    return fmt::format("{}", fmt::join(all, "; "));
}

using seen_as = std::pair<const meeting*, std::string>;  // a meeting and the id that the person has in it

/// Threads whose latest owners are this person.
std::map<seen_as, std::size_t> threads_owned(const register_material& from) {
    std::map<seen_as, std::size_t> out;
    for (const action_thread& t : from.threads) {
        const occurrence& o = t.latest_with_owners();
        for (const owner& w : o.action->owners)
            if (!w.person.empty()) ++out[{o.meeting, w.person}];
    }
    return out;
}

/// Initials are not identities: a person is a name at a body.
register_table people_over_time(const register_material& from) {
    using k = column_kind;
    register_table t{"People",
            {{"Name", 24}, {"Initials", 9, k::as_printed}, {"Role", 26}, {"Organisation", 24}, {"Body", 24}, {"First seen", 13, k::date}, {"Last seen", 13, k::date},
             {"Meetings", 10, k::number}, {"Present", 9, k::number}, {"Actions owned", 9, k::number}, {"Check", 34, k::check}},
            {}};
    const auto owned = threads_owned(from);
    for (const person_history& p : from.told.people) {
        std::size_t present = 0, actions = 0;
        std::vector<sighting> sightings;
        for (const auto& a : p.seen) {
            sightings.push_back({file_name(a.meeting->source), a.person->attendance.value && *a.person->attendance.value <= attendance::in_attendance});
            present += sightings.back().present ? 1 : 0;
            if (const auto n = owned.find({a.meeting, a.person->id}); n != owned.end()) actions += n->second;
        }
        t.rows.push_back({"",
                          {words(p.name), words(initials_of(p)), words(latest(p, [](const person& x) -> const auto& { return x.role; })),
                           words(latest(p, [](const person& x) -> const auto& { return x.organisation; })), from.body_of(*p.seen.front().meeting),
                           day(p.seen.front().meeting->date), day(p.seen.back().meeting->date), count(p.seen.size()), count(present), count(actions),
                           words(fmt::format("{}", fmt::join(p.doubts, "; ")))}});
        t.rows.back().sightings = std::move(sightings);
    }
    return t;
}

}  // namespace

std::string event_in_words(const thread_event& e) {
    const std::string from = in_words(e.kind, e.from), to = in_words(e.kind, e.to);
    if (e.kind == event_kind::raised || e.kind == event_kind::reported || (from.empty() && to.empty())) return std::string(event_name(e.kind));
    return fmt::format("{}: {}{}{}", event_name(e.kind), from, from.empty() ? "" : " → ", to);
}

register_table updates_of(const register_material& from) {
    register_table t{"Updates",
            {{"Action ID", 28, column_kind::as_printed}, {"Ref", 10, column_kind::as_printed}, {"Meeting date", 13, column_kind::date}, {"Event", 16},
             {"Text", 56}, {"From", 16}, {"To", 16}, {"Source", 24}, {"Place", 14}},
            {}};
    for (const action_thread& thread : from.threads)
        for (const thread_event& e : thread.events) t.rows.push_back(update_row(from, thread, e));
    return t;
}

register_table people_of(const register_material& from) { return from.merged ? people_over_time(from) : people_of_meetings(from); }

}  // namespace minutes
