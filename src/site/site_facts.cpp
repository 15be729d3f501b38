// SPDX-License-Identifier: Apache-2.0
#include "site_facts.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

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

/// FNV-1a, in eight hexadecimal digits.
std::string print_of(std::string_view text) {
    std::uint32_t h = 0x811C9DC5;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193;
    return fmt::format("{:08x}", h);
}

}  // namespace

std::string file_name_for(std::string_view text) {
    std::string name;
    for (const char c : slug(text))
        if (static_cast<unsigned char>(c) < 0x80) name += c;
    constexpr std::size_t longest = 60;
    if (name.size() > longest) name.resize(longest);
    return (name.empty() ? "" : name + "-") + print_of(text);
}

void site_facts::add(const std::vector<meeting>& document, const std::string& page) {
    for (std::size_t k = 0; k < document.size(); ++k) {
        const meeting& m = document[k];
        site_meeting& s = all_.emplace_back();
        s.m = light(m);
        s.page = page;
        s.anchor = k ? fmt::format("m{}-", k + 1) : "";
        s.body = body_key(m);
        s.m.source.name = file_name(m.source);  // a folder's name is its owner's affair
        s.body_name = m.body.given() ? shown(m, m.body) : m.title.given() ? title_of(m) : "(no body named)";
        for (const person& p : m.people) {
            s.here += is_here(p);
            s.away += p.attendance.value == attendance::apologies;
        }
    }
}

void site_facts::finish(const std::optional<date>& as_at, const corrections& c) {
    std::vector<const meeting*> given;
    for (const site_meeting& s : all_) {
        by_meeting_[&s.m] = &s;
        given.push_back(&s.m);
    }
    std::stable_sort(given.begin(), given.end(), [](const meeting* a, const meeting* b) { return a->date.value.value_or(date{}) < b->date.value.value_or(date{}); });
    for (const meeting* m : given) by_date_.push_back(by_meeting_.at(m));
    for (const site_meeting* s : by_date_) {
        site_body& b = bodies_[s->body];
        b.name = s->body_name;
        b.page = "body-" + file_name_for(s->body) + ".html";
        b.meetings.push_back(s);
        if (s->m.date.value && s->m.date.value->ok()) as_at_ = s->m.date.value;
    }
    if (as_at) as_at_ = as_at;
    threads_ = history_of(given, c).threads;
    collect_people();
}

void site_facts::collect_people() {
    std::map<std::pair<std::string, std::string>, site_person> all;  // by body and name: initials alone name nobody
    for (const site_meeting* s : by_date_)
        for (const person& p : s->m.people) {
            const std::string name = shown(s->m, p.name);
            if (name.empty()) continue;
            site_person& known = all[{s->body, slug(name)}];
            known.name = name;
            known.body = &bodies_.at(s->body);
            const auto take = [&](std::string& to, const traced<std::string>& t) {
                if (t.given()) to = shown(s->m, t);
            };
            take(known.initials, p.initials);
            take(known.role, p.role);
            take(known.organisation, p.organisation);
            ++known.meetings;
            known.attended += is_here(p);
            if (!s->m.date.value) continue;
            if (!known.first) known.first = s->m.date.value;
            known.last = s->m.date.value;
        }
    for (auto& [key, p] : all) people_.push_back(std::move(p));
    std::stable_sort(people_.begin(), people_.end(), [](const site_person& a, const site_person& b) { return slug(a.name) < slug(b.name); });
}

}  // namespace minutes
