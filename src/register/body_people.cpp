// SPDX-License-Identifier: Apache-2.0
#include "body_people.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "body_key.hpp"
#include "text.hpp"
#include "threads.hpp"

namespace minutes {

namespace {

using by_name = std::map<std::string, person_history>;

void take_initials(person_history& h, const meeting& m, const person& p) {
    if (!p.initials.value) return;
    auto& all = h.initials;
    const auto same = [&](const auto& u) { return fold(u.text) == fold(*p.initials.value); };
    if (const auto known = std::find_if(all.begin(), all.end(), same); known != all.end()) known->last = &m;
    else all.push_back({*p.initials.value, &m, &m});
}

void take(by_name& people, const meeting& m, const person& p, const std::string& body) {
    if (!p.name.value) return;
    const std::string key = key_of_person(*p.name.value, words_of_meeting(m));
    if (key.empty()) return;
    person_history& h = people[key];
    h.body = body;
    h.key = key;
    if (p.name.value->size() > h.name.size()) h.name = *p.name.value;
    if (h.seen.empty() || h.seen.back().meeting != &m) h.seen.push_back({&m, &p});
    take_initials(h, m, p);
}

struct name_parts {
    std::string first, last;
};

name_parts parts_of(const std::string& key) {
    const auto hyphen = key.rfind('-');
    if (hyphen == key.npos) return {{}, key};
    return {key.substr(0, key.find('-')), key.substr(hyphen + 1)};
}

/// Whether the first name may be a shorter form of the second: "j-smith", "smith" of "jane-smith".
bool is_short_for(const std::string& key, const std::string& longer) {
    const name_parts a = parts_of(key), b = parts_of(longer);
    if (key == longer || a.last != b.last || b.first.size() < 2) return false;
    return a.first.empty() || (a.first.size() == 1 && b.first.starts_with(a.first));
}

std::string day_of(const meeting& m) { return minutes::day_of({&m, nullptr}); }

void tell_short_forms(by_name& people) {
    std::map<std::string, std::vector<const by_name::value_type*>> by_last;
    for (const auto& entry : people) by_last[parts_of(entry.first).last].push_back(&entry);
    for (auto& [key, h] : people) {
        std::vector<std::string> longer;
        for (const auto* other : by_last[parts_of(key).last])
            if (is_short_for(key, other->first)) longer.push_back(other->second.name);
        if (!longer.empty()) h.doubts.push_back(fmt::format("Perhaps {}", fmt::join(longer, " or ")));
    }
}

/// The same initials at another time, or at the same, are somebody else's.
void tell_shared_initials(by_name& people) {
    std::map<std::string, std::vector<std::pair<const person_history*, const person_history::used_initials*>>> holders;
    for (const auto& entry : people)
        for (const auto& u : entry.second.initials) holders[fold(u.text)].emplace_back(&entry.second, &u);
    for (auto& entry : people)
        for (const auto& u : entry.second.initials)
            for (const auto& [who, theirs] : holders[fold(u.text)]) {
                if (who == &entry.second) continue;
                const std::string first = day_of(*theirs->first), last = day_of(*theirs->last);
                entry.second.doubts.push_back(fmt::format("{} is also {}, {}", u.text, who->name, first == last ? "on " + first : fmt::format("from {} to {}", first, last)));
            }
}

}  // namespace

std::vector<person_history> people_of_body(const meeting_list& meetings, const std::string& body) {
    by_name people;
    for (const meeting* m : meetings)
        for (const person& p : m->people) take(people, *m, p, body);
    tell_short_forms(people);
    tell_shared_initials(people);
    std::vector<person_history> out;
    for (auto& entry : people) out.push_back(std::move(entry.second));
    return out;
}

}  // namespace minutes
