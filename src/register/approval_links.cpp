// SPDX-License-Identifier: Apache-2.0
#include "approval_links.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "body_key.hpp"

namespace minutes {

namespace {

const body_history* body_with(const std::vector<body_history>& bodies, const std::string& key) {
    const auto at = std::lower_bound(bodies.begin(), bodies.end(), key, [](const body_history& b, const std::string& k) { return b.key < k; });
    return at != bodies.end() && at->key == key ? &*at : nullptr;
}

/// Whose meeting the approved minutes are of: the body's own unless they name another.  Null: somebody's who is not at hand.
const body_history* body_of(const approval& a, const meeting& by, const body_history& own, const std::vector<body_history>& bodies) {
    if (!a.body.value) return &own;
    const std::string key = key_of_body(*a.body.value, words_of_meeting(by));
    const bool is_own = own.key.find(key) != own.key.npos || key.find(own.key) != key.npos;  // "the Council" for "Lower Fenwick Council"
    return is_own ? &own : body_with(bodies, key);
}

const meeting* meeting_on(const body_history& body, const date& day) {
    const auto found = std::find_if(body.meetings.begin(), body.meetings.end(), [&](const meeting* m) { return m->date.value == day; });
    return found == body.meetings.end() ? nullptr : *found;
}

/// A meeting of about that day: the date of one of the two may be wrong.
const meeting* meeting_near(const body_history& body, const date& day) {
    constexpr int few = 7;  // days
    for (const meeting* m : body.meetings) {
        if (!m->date.value || !m->date.value->ok() || !day.ok()) continue;
        if (std::abs((std::chrono::sys_days(*m->date.value) - std::chrono::sys_days(day)).count()) <= few) return m;
    }
    return nullptr;
}

std::optional<date> first_day(const body_history& body) {
    for (const meeting* m : body.meetings)
        if (m->date.value) return m->date.value;
    return {};
}

/// The minutes of a body's meetings that were approved but are not at hand, each once.
class gap_finder {
public:
    explicit gap_finder(const std::vector<body_history>& bodies) : bodies_(bodies) {
        for (const body_history& b : bodies)
            for (const meeting* m : b.meetings) own_[m] = &b;
    }

    std::vector<finding> find(const std::vector<approval_link>& links) {
        std::vector<finding> out;
        for (const approval_link& l : links) {
            if (l.of || !l.approval->of.value) continue;
            const body_history* body = body_of(*l.approval, *l.by, *own_.at(l.by), bodies_);
            const auto first = body ? first_day(*body) : std::nullopt;
            // Before the first meeting at hand nothing is missing: the series begins there.
            if (!first || *l.approval->of.value < *first || !told_.emplace(body, *l.approval->of.value).second) continue;
            out.push_back({l.by, told(l, *body)});
        }
        return out;
    }

private:
    static diagnostic told(const approval_link& l, const body_history& body) {
        const date day = *l.approval->of.value;
        diagnostic d{"missing-minutes", severity::warning, l.approval->of.spans, {}, {}, {}};
        d.place = place_of(*l.by->text, d.spans.empty() ? 0 : d.spans.front().begin);
        d.message = fmt::format("the minutes of {} were approved, but no meeting of {} on that day is among the inputs", to_string(day), body.name);
        if (const meeting* near = meeting_near(body, day)) d.message += fmt::format("; there is one on {}", to_string(*near->date.value));
        d.hint = "Look for the file, or for a slip in one of the dates.";
        return d;
    }

    const std::vector<body_history>& bodies_;
    std::map<const meeting*, const body_history*> own_;
    std::set<std::pair<const body_history*, date>> told_;
};

}  // namespace

std::vector<approval_link> approval_links(const std::vector<body_history>& bodies) {
    std::vector<approval_link> out;
    for (const body_history& own : bodies)
        for (std::size_t n = 0; n < own.meetings.size(); ++n)
            for (const approval& a : own.meetings[n]->approvals) {
                approval_link l{own.meetings[n], &a, nullptr};
                const body_history* body = body_of(a, *l.by, own, bodies);
                if (a.of.value) l.of = body ? meeting_on(*body, *a.of.value) : nullptr;
                else if (body == &own && n > 0) l.of = own.meetings[n - 1];
                out.push_back(l);
            }
    return out;
}

std::vector<finding> gaps_in(const std::vector<approval_link>& links, const std::vector<body_history>& bodies) { return gap_finder(bodies).find(links); }

}  // namespace minutes
