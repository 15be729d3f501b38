// SPDX-License-Identifier: Apache-2.0
#include "register_filter.hpp"

#include <algorithm>

#include "register_tables.hpp"
#include "slug.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

bool is_since(const meeting& m, const std::optional<date>& day) { return !day || (m.date.value && *day <= *m.date.value); }

}  // namespace

bool has_words(std::string_view text, std::string_view wanted) {
    const std::string in = "-" + slug(text) + "-", words = slug(wanted);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find('-', at), words.size());
        if (in.find("-" + words.substr(at, end - at)) == in.npos) return false;
        at = end + 1;
    }
    return true;
}

bool is_asked_for(const meeting& m, const register_filter& wanted) {
    return has_words(m.body.given() ? shown(m, m.body) : title_of(m), wanted.body) && is_since(m, wanted.since);
}

bool is_asked_for(const action_thread& t, const register_filter& wanted, const std::string& owners, const std::optional<date>& as_at) {
    const auto& [body, owner, statuses, overdue, since] = wanted;
    const meeting& m = *t.first().meeting;
    if (!has_words(m.body.given() ? shown(m, m.body) : title_of(m), body) || !has_words(owners, owner)) return false;
    if (!statuses.empty() && std::find(statuses.begin(), statuses.end(), t.status()) == statuses.end()) return false;
    if (overdue && !days_overdue(t, as_at)) return false;
    return std::any_of(t.occurrences.begin(), t.occurrences.end(), [&day = since](const occurrence& o) { return is_since(*o.meeting, day); });
}

}  // namespace minutes
