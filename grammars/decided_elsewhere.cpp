// SPDX-License-Identifier: Apache-2.0
// Verbs of deciding that tell of something else: what others decided, what was so before, what is always so, and participles that say which.
#include "decision_reader.hpp"

namespace minutes {

bool decision_reader::by_others(std::size_t i, const verb_group& g) const {
    // "the bank", "the county board", "the District Council", but not "the County Board", which writes so of itself
    const auto are_outside = [&](std::size_t head) {
        const auto is_own = [&](std::size_t k) { return is(k, list::outside_nouns) && known.own.count(all[k].folded) > 0; };
        if (is_own(head) || (head > 0 && is_own(head - 1))) return false;
        if (!is(head, list::bodies)) return is(head, list::outside_nouns);
        return head > 0 && is(head - 1, list::outside_nouns) && (!all[head - 1].capital || is(head, list::outside_nouns));
    };
    const std::size_t k = g.subject_end;
    if (!g.passive && k > 1 && !all[k - 2].capital && are_outside(k - 1)) return true;
    if (!is(i + 1, list::by_words) || !is_any(i + 2, {list::articles, list::indefinite_articles})) return false;
    std::size_t head = i + 2;
    while (head + 1 < all.size() && !all[head].after && !is_any(head + 1, {list::function_words, list::past_words, list::joining_words})) ++head;
    return are_outside(head);
}

bool decision_reader::was_before(std::size_t i, const verb_group& g) const {
    const auto time_told = [&](std::size_t n) { return is(n, list::past_words) && is(n + 1, list::time_spans) && (n + 2 >= all.size() || all[n + 1].after || is_any(n + 2, {list::function_words, list::verbs})); };
    if (time_told(i + 1)) return true;
    // "Mr Ash was elected mayor of Milford last week."
    if (g.passive && is_any(i, {list::election_verbs, list::acceptance_verbs}) && all.size() > 3 && time_told(all.size() - 2) && !is(all.size() - 3, list::appointment_links) && !has_before(i, list::record_nouns)) return true;
    // "In 1998 the council resolved …"
    return all.size() > 2 && is(0, list::place_leads) && all[1].digits && all[1].folded.size() == 4 && is_any(2, {list::articles, list::indefinite_articles, list::impersonal_subjects});
}

bool decision_reader::is_always_so(std::size_t i, const verb_group& g) const {
    if (!g.passive || !is_any(i, {list::acceptance_verbs, list::election_verbs}) || !has_before(i, list::present_states, g.subject_end)) return false;
    if (has_before(g.subject_end, list::record_nouns) || has_before(g.subject_end, list::follow_words)) return false;
    if (known.names.count(all[0].folded) || is_any(0, {list::given_names, list::honorifics})) return false;
    return is(i + 1, list::place_leads) && is(i + 2, list::articles);  // "accepted in full", "accepted until June" tell of one decision
}

bool decision_reader::says_which(std::size_t i, const verb_group& g) const {
    if (g.passive) return false;
    // "members elected at the AGM", "Members elected last year"
    if (is(i, list::election_verbs) && g.subject_end == i && i > 0 && is_body(i - 1) && is(i + 1, list::place_leads) && is(i + 2, list::articles)) return true;
    // "Approved contractors are listed", "Only elected members may vote"
    if (g.subject_end > 0 || i > 1 || is(0, list::unanimity_words) || i + 2 >= all.size() || all[i].after) return false;
    const word& noun = all[i + 1];
    if (noun.capital || noun.digits || noun.after || !noun.folded.ends_with("s") || words.has_any({list::function_words, list::record_nouns}, noun)) return false;
    if (all[i + 2].after == ':') return false;  // "Elected officers are: …"
    const bool may = is_any(i + 2, {list::verbs, list::open_words}) && !is(i + 2, list::infinitive_marks);
    const bool goes_on = is(i, list::election_verbs) && !all[i + 2].capital && !all[i + 2].digits && !is_any(i + 2, {list::function_words, list::appointment_links});  // "Appointed trustees serve three years."
    return goes_on || ((may || is(i + 2, list::passive_words)) && is_any(i, {list::acceptance_verbs, list::election_verbs}));  // "Agreed visitors are welcome" is a decision
}

}  // namespace minutes
