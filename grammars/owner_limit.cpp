// SPDX-License-Identifier: Apache-2.0
#include "owner_limit.hpp"

#include <algorithm>

#include "date.hpp"
#include "owner.hpp"
#include "relative_day.hpp"
#include "task_owners.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

/// Takes words k to the last as the day by which, or as how far it is.
bool take_limit(std::string_view t, words_view all, std::size_t k, const lexicon& words, owner_limit& into) {
    const auto behind = [&](std::size_t n) { return t.substr(all[n].begin, all.back().end - all[n].begin); };
    if (words.status(fold(behind(k)))) {
        into.status = at(all[k].begin, all.back().end);
        return true;
    }
    std::size_t day = k;
    while (day + 1 < all.size() && !all[day].upper && words.has(list::due_leads, all[day])) ++day;
    const auto date = match_date(behind(day), words);
    const bool dated = date && all[day].begin + date->end >= all.back().end && (day > k || date->month_end || std::any_of(all.begin() + static_cast<std::ptrdiff_t>(day), all.end(), [](const word& w) { return w.digits; }));
    const auto phrase = fold(behind(day));
    // "by October half term (22nd Oct)", "before the AGM": a time that is no date by itself; the date in brackets says it
    constexpr std::size_t longest = 6;  // words
    const bool of_time = day > k && all.size() - day <= longest && std::any_of(all.begin() + static_cast<std::ptrdiff_t>(day), all.end(), [&](const word& w) { return words.month_of(w) || words.has_any({list::time_spans, list::meeting_nouns}, w); }) &&
                         std::none_of(all.begin() + static_cast<std::ptrdiff_t>(day), all.end(), [&](const word& w) { return !words.month_of(w) && words.has_any({list::imperatives, list::infinitive_marks}, w) && !words.has(list::meeting_nouns, w); });
    if (of_time && !dated) {
        const auto bracket = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(day), all.end(), [](const word& w) { return w.before == '('; });
        const auto inner = static_cast<std::size_t>(bracket - all.begin());
        into.due = inner < all.size() && match_date(behind(inner), words) ? at(all[inner].begin, all.back().end) : at(all[day].begin, all.back().end);
        return true;
    }
    if (!dated && !words.has_any({list::next_meeting_due, list::undated}, phrase) && !words.has(list::next_meeting_due, fold(behind(k))) && !(day > k && match_relative_day(behind(day), words))) return false;
    into.due = at(all[day].begin, all.back().end);
    return true;
}

}  // namespace

std::optional<owner_limit> match_owner_limit(std::string_view t, const lexicon& words, const known_names& known) {
    constexpr std::size_t longest = 90, most = 7;  // bytes; words of the owners
    if (t.size() > longest) return {};
    const auto all = words_in(t, words);
    for (std::size_t k = 1; k < all.size() && k <= most; ++k) {
        const auto head = t.substr(0, all[k - 1].end);
        if (all[k].capital && !all[k - 1].after && known.names.count(all[k].folded)) continue;  // "Cllr G Green": the surname, no colour
        const bool named = k <= 2 && words.has(list::given_names, all[0]) && all[k - 1].capital && !words.month_of(all[k - 1]);  // "Tom", "Tom Marsh"
        const bool certain = named || (k == 1 && is_initials(head)) || are_certain_owners(head, words, known);
        if (!certain || !is_owners_only(head, words)) continue;
        owner_limit found{owners_in(head, words), {}, {}};
        // "Clerk to action", "AB Action"
        const bool acts = k + 1 < all.size() && words.has(list::infinitive_marks, all[k]) && words.is_label(all[k + 1].folded, label::action);
        const bool marked = k + 1 == all.size() && all[k].capital && is_initials(head) && words.is_label(all[k].folded, label::action);
        const std::size_t limit = acts ? k + 2 : marked ? k + 1 : k;
        if (limit == all.size() || take_limit(t, all, limit, words, found)) return found;
    }
    return {};
}

}  // namespace minutes
