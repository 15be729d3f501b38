// SPDX-License-Identifier: Apache-2.0
#include "owners_elsewhere.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "text.hpp"

namespace minutes {

namespace {

/// Somebody who had the initials, from one day to another.
struct holder {
    std::string name;
    std::optional<date> first, last;
};

using holders_by_initials = std::map<std::string, std::vector<holder>>;

holders_by_initials holders_in(const std::vector<person_history>& people) {
    holders_by_initials out;
    for (const person_history& p : people)
        for (const auto& u : p.initials) out[fold(u.text)].push_back({p.name, u.first->date.value, u.last->date.value});
    return out;
}

bool is_within(const holder& h, const date& day) { return h.first && h.last && *h.first <= day && day <= *h.last; }

/// Who may have had the initials on that day: those who were given them before and after; where nobody was, all who ever had them.
std::vector<std::string> names_on(const std::vector<holder>& all, const std::optional<date>& day) {
    std::set<std::string> then, ever;
    for (const holder& h : all) {
        ever.insert(h.name);
        if (day && is_within(h, *day)) then.insert(h.name);
    }
    const auto& names = then.empty() ? ever : then;
    return {names.begin(), names.end()};
}

bool is_nameless(const meeting& m, const owner& o) {
    const person* p = o.person.empty() ? nullptr : find_person(m, o.person);
    return !p || !p->name.value;
}

}  // namespace

void find_owners_elsewhere(const meeting_list& meetings, const std::vector<person_history>& people, std::map<const owner*, owner_elsewhere>& out) {
    const holders_by_initials holders = holders_in(people);
    for (const meeting* m : meetings)
        for (const action& a : m->actions)
            for (const owner& o : a.owners) {
                if (!o.text.value || !is_nameless(*m, o)) continue;
                const auto known = holders.find(fold(*o.text.value));
                if (known == holders.end()) continue;
                if (auto names = names_on(known->second, m->date.value); !names.empty()) out[&o] = {std::move(names)};
            }
}

}  // namespace minutes
