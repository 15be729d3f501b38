// SPDX-License-Identifier: Apache-2.0
// Verbs of deciding that tell of something else: what others decided, what was so before, what is always so, and participles that say which.
#include <algorithm>

#include "decision_reader.hpp"

namespace minutes {

namespace {

bool is_year(const word& w) { return w.digits && w.folded.size() == 4; }

}  // namespace

bool decision_reader::by_others(std::size_t i, const verb_group& g) const {
    // "the bank", "the county board", "the District Council", but not "the County Board", which writes so of itself
    const auto are_outside = [&](std::size_t head) {
        const auto is_own = [&](std::size_t k) { return is(k, list::outside_nouns) && known.own.count(all[k].folded) > 0; };
        if (is_own(head > 0 && is(head - 1, list::outside_nouns) ? head - 1 : head)) return false;  // "the District Council" in a parish council's minutes is another
        if (!is(head, list::bodies)) return is(head, list::outside_nouns);
        return head > 0 && is(head - 1, list::outside_nouns) && (!all[head - 1].capital || is(head, list::outside_nouns));
    };
    const std::size_t k = g.subject_end;
    const bool apart = k > 0 && all[k - 1].after == ',';  // "The trustees, having heard the auditor, approved …"
    if (!g.passive && !apart && k > 1 && (!all[k - 2].capital || (k > 2 && is(k - 2, list::outside_nouns) && is(k - 3, list::articles))) && are_outside(k - 1)) return true;
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
    // "At the last meeting it was agreed that …", "She was elected in 2017."
    if (is(0, list::place_leads) && is(1, list::articles) && is(2, list::past_words) && is(3, list::meeting_nouns)) return true;
    if (g.passive && all.size() > 3 && i + 2 < all.size() && is_any(i, {list::election_verbs, list::acceptance_verbs}) && is(all.size() - 2, list::place_leads) && is_year(all.back()) && !has_before(all.size(), list::appointment_links, i) && !has_before(i, list::record_nouns)) return true;
    // "In 1998 the council resolved …"
    return all.size() > 2 && is(0, list::place_leads) && is_year(all[1]) && is_any(2, {list::articles, list::indefinite_articles, list::impersonal_subjects});
}

bool decision_reader::is_always_so(std::size_t i, const verb_group& g) const {
    if (!g.passive || !is_any(i, {list::acceptance_verbs, list::election_verbs}) || !has_before(i, list::present_states, g.subject_end)) return false;
    if (has_before(g.subject_end, list::record_nouns) || has_before(g.subject_end, list::follow_words)) return false;
    if (known.names.count(all[0].folded) || is_any(0, {list::given_names, list::honorifics})) return false;
    return is(i + 1, list::place_leads) && is(i + 2, list::articles);  // "accepted in full", "accepted until June" tell of one decision
}

bool decision_reader::looks_back_on(std::size_t clause) const { return has_before(all.size(), list::perfect_words, clause) && !has_before(all.size(), list::record_nouns, clause) && !has_before(all.size(), list::open_words, clause); }

bool decision_reader::is_opinion(std::size_t i, const verb_group& g) const {
    if (words.decision_kind(all[i]) != "agreed" || has_before(all.size(), list::open_words, i + 1)) return false;  // "It was agreed that the work had been poor and should be done anew"
    const std::size_t clause = is(i + 1, list::clause_words) ? i + 2 : i + 1;
    // "All agreed that the fair had been a success", "Everyone agreed it was an excellent evening."
    const bool praise = is_any(clause, {list::impersonal_subjects, list::demonstratives}) && is(clause + 1, list::passive_words) && is(clause + 2, list::indefinite_articles);
    if (praise || looks_back_on(clause)) return true;
    // "Members agreed with the chair's comments", "The trustees agreed with Ann that the kitchen was dirty"
    if (g.passive || !is(i + 1, list::accompanying_words)) return false;
    const std::size_t who = is(i + 2, list::articles) ? i + 3 : i + 2;
    if (who >= all.size()) return false;
    const std::string_view name = all[who].folded;
    const auto owner = name.substr(0, name.ends_with("'s") ? name.size() - 2 : name.size());
    return words.has_any({list::role_nouns, list::outside_nouns, list::given_names, list::honorifics}, owner) || known.names.count(std::string(owner)) > 0;
}

bool decision_reader::settled_with_others(std::size_t i, const verb_group& g) const {
    // "Terms have been agreed with the builder", but not "The rota was agreed with the following changes"
    if (words.decision_kind(all[i]) != "agreed" || !g.passive || (g.subject_end > 0 && is(g.subject_end - 1, list::impersonal_subjects)) || !is(i + 1, list::accompanying_words) || !is(i + 2, list::articles) || i + 3 >= all.size()) return false;
    const bool ends = i + 4 == all.size() || all[i + 3].after || is(i + 4, list::infinitive_marks);
    return ends && !all[i + 3].folded.ends_with("s") && !has_before(i, list::record_nouns);
}

bool decision_reader::counts_or_prices() const {
    const bool accepts = is_any(0, {list::acceptance_verbs, list::solving_verbs}) || (is(0, list::decision_openers) && words.decision_kind(all[0]) == "agreed");
    if (all.size() < 2 || !accepts || is(1, list::record_nouns)) {
        // "Applications accepted: 14"
        const bool counted = all.size() > 2 && all.back().digits && all[all.size() - 2].after == ':' && is_any(all.size() - 2, {list::acceptance_verbs, list::solving_verbs}) && none_finite(all.size() - 2) && !names_a_sum();
        return counted && all.size() <= 4;
    }
    // "Resolved: 14, Open: 3"
    if (all[0].after == ':') return all[1].digits && (all.size() == 2 || all[1].after == ',' || all[1].after == ';');
    // "Approved suppliers: Hill & Sons", "Agreed price: £450"
    if (all[0].after || all[1].capital || all[1].digits || all[1].after != ':' || all.size() < 3 || is_any(1, {list::function_words, list::unanimity_words})) return false;
    const bool day = std::any_of(all.begin() + 2, all.end(), [&](const word& w) { return words.month_of(w) || words.weekday_of(w); });  // "Agreed date: 9 July"
    const bool told = all[2].digits || (all[1].folded.ends_with("s") && all[2].capital);
    return told && !day && none_finite_between(2, all.size());
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
