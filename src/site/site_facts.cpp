// SPDX-License-Identifier: Apache-2.0
#include "site_facts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "name_hash.hpp"
#include "series_days.hpp"
#include "table_cells.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

bool is_here(const person& p) { return p.attendance.value == attendance::present || p.attendance.value == attendance::in_attendance; }

void drop_blocks(std::vector<item>& items) {
    for (item& it : items) {
        it.blocks = {};
        drop_blocks(it.items);
    }
}

/// The meeting without what only its own page shows.
meeting light(const meeting& m) {
    meeting out = m;
    out.leaves = {};
    out.diagnostics = {};
    drop_blocks(out.items);
    return out;
}

}  // namespace

std::string file_name_for(std::string_view words, std::string_view identity) {
    std::string name;
    for (const char c : slug(words))
        if (static_cast<unsigned char>(c) < 0x80) name += c;
    constexpr std::size_t longest = 60;
    if (name.size() > longest) name.resize(longest);
    return (name.empty() ? "" : name + "-") + name_hash(identity);
}

void site_facts::add(const std::vector<meeting>& document, const std::string& page) {
    for (std::size_t k = 0; k < document.size(); ++k) {
        const meeting& m = document[k];
        site_meeting& s = all_.emplace_back();
        s.m = light(m);
        s.page = page;
        s.anchor = k ? fmt::format("m{}-", k + 1) : "";
        for (const person& p : m.people) {
            s.here += is_here(p);
            s.away += p.attendance.value == attendance::apologies;
        }
    }
}

void site_facts::finish(const std::optional<date>& as_at, const corrections& c) {
    meeting_list given;
    for (site_meeting& s : all_) {
        by_meeting_[&s.m] = &s;
        given.push_back(&s.m);
    }
    std::stable_sort(given.begin(), given.end(), [](const meeting* a, const meeting* b) { return a->date.value.value_or(date{}) < b->date.value.value_or(date{}); });
    told_ = history_of(given, c, as_at);
    collect_meetings();
    collect_bodies();
    collect_people();
    find_days();
    if (as_at) as_at_ = as_at;
}

void site_facts::collect_meetings() {
    for (const held_meeting& h : told_.meetings) {
        site_meeting& leading = *by_meeting_.at(h.leading);
        by_date_.push_back(&leading);
        for (const meeting* other : h.others) leading.others.push_back(by_meeting_.at(other));
    }
    for (const approval_link& l : told_.approvals)
        if (l.of) by_meeting_.at(l.of)->approved_by = by_meeting_.at(l.by);
}

void site_facts::collect_bodies() {
    for (const body_history& b : told_.bodies) {
        site_body& out = bodies_[b.key];
        const meeting& m = *b.meetings.back();
        const bool named = m.body.given() || m.title.given();
        out.name = named ? b.name : fmt::format("(no body named: {})", file_name(m.source));  // its folder's name is its owner's affair
        out.page = "body-" + file_name_for(named ? b.key : file_name(m.source), b.key) + ".html";
        out.spellings = b.spellings;
        for (const meeting* one : b.meetings) {
            site_meeting& s = *by_meeting_.at(one);
            s.body = b.key;
            out.meetings.push_back(&s);
        }
    }
    for (const finding& f : told_.findings) {
        if (f.what.code == "missing-minutes") bodies_.at(of(*f.about).body).missing.push_back(&f);
        if (f.what.code == "lone-date") lone_.push_back(&f);
    }
}

namespace {

/// "LW (2014-09-08 to 2015-04-13), LKW"
std::string initials_of(const person_history& p) {
    std::string out;
    for (const auto& u : p.initials) {
        out += (out.empty() ? "" : ", ") + u.text;
        if (p.initials.size() > 1 && u.first->date.value && u.last->date.value) out += fmt::format(" ({} to {})", to_string(*u.first->date.value), to_string(*u.last->date.value));
    }
    return out;
}

}  // namespace

std::string_view site_facts::page_of(const meeting& m, std::string_view person) const {
    const auto known = pages_of_people_.find(std::pair(&m, person));
    return known == pages_of_people_.end() ? std::string_view{} : known->second;
}

void site_facts::collect_people() {
    std::map<std::pair<const meeting*, std::string>, std::vector<const action_thread*>> owned;  // of a meeting's person
    for (const action_thread& t : told_.threads) {
        const occurrence& o = t.latest_with_owners();
        for (const owner& w : o.action->owners)
            if (auto& own = owned[{o.meeting, w.person}]; !w.person.empty() && (own.empty() || own.back() != &t)) own.push_back(&t);
    }
    for (const person_history& p : told_.people) {
        site_person& out = people_.emplace_back();
        out.name = p.name;
        out.initials = initials_of(p);
        out.body = &bodies_.at(p.body);
        out.page = "person-" + file_name_for(p.key, p.body + "\n" + p.key) + ".html";
        out.seen = p.seen;
        out.doubts = p.doubts;
        out.meetings = p.seen.size();
        for (const auto& [m, who] : p.seen) {
            if (who->role.given()) out.role = shown(*m, who->role);
            if (who->organisation.given()) out.organisation = shown(*m, who->organisation);
            if (std::string by_hand = corrected_in(*m, *who).text; !by_hand.empty() && std::find(out.doubts.begin(), out.doubts.end(), by_hand) == out.doubts.end()) out.doubts.push_back(std::move(by_hand));
            out.attended += is_here(*who);
            if (const auto own = owned.find({m, who->id}); own != owned.end()) out.actions.insert(out.actions.end(), own->second.begin(), own->second.end());
            if (!m->date.value) continue;
            if (!out.first) out.first = m->date.value;
            out.last = m->date.value;
        }
        out.waiting = static_cast<std::size_t>(std::count_if(out.actions.begin(), out.actions.end(), [](const action_thread* t) { return is_live(t->status()); }));
    }
    std::stable_sort(people_.begin(), people_.end(), [](const site_person& a, const site_person& b) { return slug(a.name) < slug(b.name); });
    for (const site_person& p : people_)
        for (const auto& [m, who] : p.seen) pages_of_people_.emplace(std::pair(m, std::string_view(who->id)), p.page);
}

void site_facts::find_days() {
    meeting_list all;
    for (const site_meeting* s : by_date_) all.push_back(&s->m);
    const series_days days = days_of_series(all);
    first_day_ = days.first;
    last_day_ = as_at_ = days.last;
}

}  // namespace minutes
