// SPDX-License-Identifier: Apache-2.0
#include "update_events.hpp"

#include <algorithm>
#include <cctype>

#include "register_tables.hpp"
#include "threads.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

/// "ob" of "Ottilie Brancaster"; "ob-qd" of two.
std::string initials_of(std::string_view names) {
    std::string out;
    bool begins = true;
    for (const char c : names) {
        if (c == ';') out += '-';
        if (begins && std::isalpha(static_cast<unsigned char>(c))) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        begins = !std::isalpha(static_cast<unsigned char>(c)) && c != '\'';
    }
    return out;
}

/// Names, or initials of the same names: a meeting that does not list somebody knows no more than the initials.
bool same_owner(const action_state& a, const action_state& b) {
    if (slug(a.owner) == slug(b.owner) || slug(a.owner_as_written) == slug(b.owner_as_written)) return true;
    return slug(a.owner) == initials_of(b.owner) || initials_of(a.owner) == slug(b.owner);
}

bool same_due(const action_state& a, const action_state& b) {
    if (!a.due.empty() && !b.due.empty()) return a.due == b.due;
    return a.due == b.due && slug(a.due_as_written) == slug(b.due_as_written);
}

std::string due_words(const action_state& s) { return s.due.empty() ? s.due_as_written : s.due; }
bool says_due(const action_state& s) { return !s.due.empty() || !s.due_as_written.empty(); }

}  // namespace

bool is_live_status(std::string_view words) {
    const auto& all = register_statuses();
    return std::any_of(all.begin(), all.end(), [&](action_status s) { return is_live(s) && sentence(name_of(s)) == words; });
}

std::vector<update_event> events_between(const action_state& before, const action_state& now) {
    std::vector<update_event> out;
    if (now.status != before.status) {
        const bool again = is_live_status(now.status) && !before.status.empty() && !is_live_status(before.status);
        out.push_back({again ? "Reopened" : "Status changed", before.status, now.status});
    }
    if (!now.owner.empty() && !same_owner(before, now)) out.push_back({"Owner changed", before.owner, now.owner});
    if (says_due(now) && !same_due(before, now)) out.push_back({"Due changed", due_words(before), due_words(now)});
    if (out.empty()) out.push_back({std::string(update_event::carried_forward), before.status, now.status});
    return out;
}

}  // namespace minutes
