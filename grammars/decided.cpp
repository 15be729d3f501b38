// SPDX-License-Identifier: Apache-2.0
// Sentences that decide by themselves: "It was agreed that …", "The Board approved …", "Minutes accepted as a true record".
#include <algorithm>

#include "decision_reader.hpp"

namespace minutes {

bool decision_reader::is_body(std::size_t i) const {
    if (is(i, list::bodies)) return true;
    if (is(i, list::plural_honorifics) && (i == 0 ? i + 1 < all.size() && !all[1].capital && !all[0].after : is(i - 1, list::articles))) return true;  // "the supervisors adopted …", "Cllrs agreed …"
    if (is(i, list::chair_nouns)) return i > 0 && is(i - 1, list::articles) && all[i].after != ':';  // "The chair: agreed" is what the chair said
    if (i > 0 && all[i].digits && (all[i - 1].upper || all[i - 1].capital) && is(i - 1, list::bodies) && !all[i - 1].after) return true;  // "TC 9 decided"
    return all[i].upper && known.bodies.count(all[i].folded) && !known.initials.count(all[i].folded);
}

decision_reader::verb_group decision_reader::group_at(std::size_t i) const {
    verb_group g;
    std::size_t k = i;
    for (; k > 0; --k) {
        if (is(k - 1, list::passive_words) || (k > 1 && is(i, list::election_verbs) && is(k - 1, list::declaring_words))) g.passive = true;  // "Ann Bell declared elected"
        else if (is(k - 1, list::open_words) && (!all[k - 1].capital || k == 1)) g.open = true;  // "minutes of 6 May passed"
        else if (k > 1 && is_body(k - 1) && (is(k - 2, list::coordinators) || text.substr(all[k - 2].end, all[k - 1].begin - all[k - 2].end).find_first_of(",;") != text.npos)) break;  // "Door to be painted, all agreed.", "… and all agreed."
        else if (!is_any(k - 1, {list::unanimity_words, list::auxiliaries, list::joining_words}) && (!all[k - 1].folded.ends_with("ly") || words.month_of(all[k - 1]))) break;
    }
    g.subject_end = k;
    return g;
}

std::size_t decision_reader::clause_before(std::size_t end) const {
    for (std::size_t i = end; i-- > 1;)
        if (all[i - 1].after == ',' || all[i - 1].after == ';' || is(i, list::concession_words) || (is(i - 1, list::coordinators) && (is(i, list::impersonal_subjects) || (is(i, list::articles) && i + 1 < all.size() && is_body(i + 1))))) return i;
    return 0;
}

std::size_t decision_reader::body_before_aside(std::size_t end) const {
    constexpr std::size_t longest = 16;  // words of an aside
    if (end < 3 || all[end - 1].after != ',') return end;
    for (std::size_t n = end - 1; n > 0 && end - n <= longest; --n)
        if (all[n - 1].after == ',') return is_body(n - 1) ? n : end;
    return end;
}

bool decision_reader::has_before(std::size_t end, list which, std::size_t from_word) const {
    for (std::size_t i = from_word; i < end; ++i)
        if (is(i, which)) return true;
    return false;
}

bool decision_reader::reported(std::size_t end) const {
    bool verb = false;
    // "It was felt that the fee should rise and all present agreed."
    if (end > 3 && is_any(end - 1, {list::here_words, list::attending_words}) && is_body(end - 2) && is(end - 3, list::coordinators)) return false;
    if (end > 1 && is_body(end - 1) && is(end - 1, list::outcome_words) && is(end - 2, list::coordinators)) return false;  // "Ann suggested a stall and all agreed."
    if (end > 2 && is(0, list::pronouns) && is(1, list::verbs) && !is(1, list::decision_verbs)) return true;
    for (std::size_t n = 0; n < end; ++n) {
        if (verb && is(n, list::clause_words) && !is(n, list::infinitive_marks)) return !(end > 1 && is_any(end - 1, {list::impersonal_subjects, list::demonstratives}) && (is_any(end - 2, {list::joining_words, list::coordinators}) || all[end - 2].after == ','));
        verb |= is(n, list::verbs) && !is_any(n, {list::decision_verbs, list::passive_words, list::auxiliaries, list::held_words});
        verb |= n > 0 && is(n, list::confirming_verbs) && is(n + 1, list::relative_words) && !is(n - 1, list::passive_words) && !is_body(n - 1);  // "Tom confirmed that …"
    }
    return false;
}

bool decision_reader::shares_subject(std::size_t k, bool& passive) const {
    if (k == 0) return false;
    std::size_t n = k;  // behind "and", "but", "then"
    if (n >= all.size() || !is(n, list::coordinators)) return false;
    for (std::size_t back = n; back-- > 0;) {
        if (is_any(back, {list::relative_words, list::doubt_words})) return false;
        if (is(back, list::passive_words) && n - back <= 9) {
            passive = true;
            return true;
        }
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(4, n); ++i)
        if (const std::size_t verb = i < 2 && i + 1 < n && all[i + 1].folded.ends_with("ly") ? i + 2 : i + 1; is_body(i) && verb < n && (is(verb, list::verbs) || all[verb].folded.ends_with("ed"))) return true;
    return false;
}

vote_finding decision_reader::votes_of_decision() const {
    auto v = votes_in(text, everything, words);
    if (v.result == "lost") v.result.clear();
    return v;
}

bool decision_reader::tells_of_earlier(std::size_t i, const verb_group& g) const {
    // "Last month's minutes had been sent round and were approved": the verb's own clause counts.
    std::size_t clause = 0;
    for (std::size_t n = 0; n < i; ++n)
        if (is(n, list::joining_words) || all[n].after == ';') clause = n + 1;
    const std::size_t own = std::max(clause, g.subject_end);
    // "The grant had been approved in May": unless it is "it had been agreed that …".
    if (g.passive && g.subject_end > 0 && !is(g.subject_end - 1, list::impersonal_subjects) && has_before(i, list::perfect_words, own)) return true;
    if (g.passive && is(0, list::indefinite_articles) && is(i, list::election_verbs) && has_before(i, list::auxiliaries, g.subject_end)) return true;  // "A new postmaster has been appointed."
    if (g.passive && is(i, list::election_verbs) && is_any(i + 1, {list::for_words, list::place_leads}) && has_before(i, list::auxiliaries, g.subject_end)) return true;  // "Ann Bell has been appointed for the area."
    // "Last year it had been agreed …", "The plan was approved at the last meeting"
    if (is(0, list::past_words) && has_before(i, list::perfect_words, clause)) return true;
    if (is(i + 1, list::place_leads) && is(i + 2, list::articles) && is(i + 3, list::past_words) && is(i + 4, list::meeting_nouns)) return true;
    // "The county council has agreed to mend the road": what another body has done is news; "The committee has agreed" is of the meeting.
    if (!g.passive && g.subject_end > 1 && is_body(g.subject_end - 1) && !is(g.subject_end - 2, list::articles))
        for (std::size_t n = g.subject_end; n < i; ++n)
            if (is(n, list::auxiliaries) && is(n, list::verbs)) return true;
    if (!has_before(i, list::perfect_words, own) || (g.subject_end > 0 && is(g.subject_end - 1, list::impersonal_subjects))) return false;
    for (std::size_t n = 0; n < g.subject_end; ++n)
        if (is(n, list::verbs) && !is_any(n, {list::decision_verbs, list::passive_words, list::auxiliaries, list::held_words})) return true;
    return false;
}

bool decision_reader::is_finding(std::size_t i, const verb_group& g) const {
    if (!is(i, list::finding_verbs)) return false;
    if (is(i + 1, list::accompanying_words)) return true;  // "The meeting concluded with a summary"
    if (is(i + 1, list::infinitive_marks)) return g.passive && !(g.subject_end > 0 && is(g.subject_end - 1, list::impersonal_subjects));  // "We are determined to …"
    return is(i + 1, list::clause_words) && !has_before(all.size(), list::open_words, i + 2);  // "It was determined that nobody had voted"
}

bool decision_reader::is_told_of_elected(std::size_t i) const {
    if (!is(i, list::election_verbs)) return false;
    for (std::size_t n = i + 2; n + 1 < all.size() && !is(n, list::relative_words); ++n)
        if (is(n, list::open_words) && !is(n, list::infinitive_marks) && is(n + 1, list::being_words)) return true;
    return false;
}

bool decision_reader::leaves_open(std::size_t i, const verb_group& g) const {
    const std::size_t k = g.subject_end;
    if (tells_of_earlier(i, g) || is_finding(i, g)) return true;
    if (is(i, list::imperatives) && i > 0 && is(i - 1, list::coordinators) && has_before(i, list::infinitive_marks)) return true;  // "The Board is invited to note the report and agree …"
    if (g.open || (is(0, list::nothing_words) && clause_before(k) == 0) || (k > 0 && is(k - 1, list::nothing_words)) || (k > 1 && is(k - 2, list::nothing_words)) || reported(k)) return true;
    std::size_t from_word = 0;
    if (i > 0 && all[i - 1].after == ';') from_word = i;  // "Whether to have a band; agreed that we would."
    else if (k > 0 && (is(k - 1, list::impersonal_subjects) || is_body(k - 1))) from_word = clause_before(k);
    else if (is(0, list::doubt_words) && all.size() > 1 && all[1].after == ',') from_word = 2;  // "If possible, agreed to …"
    return has_before(k, list::condition_words, from_word);
}

bool decision_reader::is_attribute(std::size_t i, const verb_group& g) const {
    if (g.passive || i == 0) return false;
    if (is(i, list::election_verbs) && is_any(i - 1, {list::articles, list::attribute_leads})) return true;  // "the newly elected members"
    // "council elected positions"
    const bool noun_behind = i + 1 < all.size() && !all[i + 1].capital && !all[i + 1].digits && !words.has(list::function_words, all[i + 1]) && all[i + 1].folded.ends_with("s") && !is(i + 1, list::record_nouns);
    return g.subject_end == i && noun_behind && is_any(i, {list::election_verbs, list::acceptance_verbs});
}

bool decision_reader::is_adjective(std::size_t i) const {
    if (i + 1 >= all.size() || all[i].after || all[i + 1].capital || all[i + 1].digits) return false;
    if (is_any(i + 1, {list::function_words, list::by_words}) || all[i + 1].folded.ends_with("ly")) return false;
    constexpr std::size_t near = 4;  // words
    return has_before(i, list::indefinite_articles, i > near ? i - near : 0);
}

bool decision_reader::names_before(std::size_t end) const {
    std::size_t n = end;
    while (n > 0 && all[n - 1].after != ':' && (is(n - 1, list::joining_words) || (is_name(n - 1) && !is_any(n - 1, {list::role_nouns, list::groups, list::bodies, list::motion_nouns})))) --n;
    return n < end && (n == 0 || all[n - 1].after == ':') && !is(n, list::joining_words);
}

/// "The following motion was passed unanimously: …": what was passed stands behind it.
bool decision_reader::following_passed(std::size_t i) const {
    if (!is(1, list::next_words) && !is(1, list::follow_words)) return false;
    const std::size_t last = is(i + 1, list::unanimity_words) ? i + 1 : i;
    return last + 2 < all.size() && all[last].after == ':';
}

const char* decision_reader::rule_of(std::size_t i, const verb_group& g, bool coordinated) const {
    const std::size_t k = g.subject_end;
    const bool by_it = k > 0 && is(k - 1, list::impersonal_subjects);
    const bool by_all = k == 1 && is(0, list::plural_pronouns) && i <= 2 && !(is(1, list::auxiliaries) && is(1, list::verbs));  // "They agreed to …", "They also agreed to …"
    // "Trustees and Ann Bell agreed that …"
    constexpr std::size_t longest_subject = 6;  // words
    const bool by_several = k > 2 && k <= longest_subject && is_body(0) && is(1, list::joining_words) && none_finite(k);
    // "All present agreed on …", "It was felt that … and all present agreed."
    const std::size_t those = k > 2 && is(k - 2, list::place_leads) ? k - 2 : k > 0 ? k - 1 : 0;  // "in attendance"
    const bool by_those_present = those > 0 && is_body(those - 1) && is_any(k - 1, {list::here_words, list::attending_words}) && (those == 1 || those + 1 < k || is(those - 2, list::coordinators) || all[those - 2].after);
    const bool by_body = k > 0 && (by_those_present || is_body(body_before_aside(k) - 1) || by_all || by_several || (by_it && g.passive));
    const bool of_record = has_before(i, list::record_nouns);
    if (is(i, list::signing_verbs) && !of_record) return nullptr;
    // "The fault was resolved by the engineer.", but not "The following was resolved: …"
    if (is(i, list::solving_verbs) && g.passive && !by_it && !has_before(k, list::motion_nouns) && !has_before(k, list::next_words) && all[i].after != ':' && !is_any(i + 1, {list::clause_words, list::unanimity_words}) && !is(i - 1, list::unanimity_words)) return nullptr;
    if (is(i, list::confirming_verbs) && !(of_record && (g.passive || i + 1 == all.size()))) return nullptr;
    // "Minutes agreed as a true record.", "Agenda approved.", "Minutes of 6 May passed as distributed."
    constexpr std::size_t longest_record = 9;  // words
    const std::size_t clause = i > 0 && all[i - 1].after != ',' ? clause_before(k) : 0;  // "No matters arising, minutes accepted."
    const bool opens_with_record = k == i && k <= clause + longest_record && is(clause, list::record_nouns) && none_finite_between(clause, i) && (i + 1 == all.size() || is_any(i + 1, {list::appointment_links, list::function_words, list::unanimity_words}));
    // "The budget approved in March is spent": which budget
    std::size_t told = i + 1;
    while (told < all.size() && !all[told - 1].after && !is_any(told, {list::clause_words, list::relative_words, list::passive_words, list::joining_words, list::concession_words})) ++told;
    const bool says_which = told > i + 1 && is(told, list::passive_words) && !all[told - 1].after;
    const bool by_record = !g.passive && !says_which && k > 0 && ((k <= 4 && is(k - 1, list::record_nouns)) || opens_with_record);
    // "Ballot 12: adopt the plan - passed (5 yes, 0 no)"
    constexpr std::size_t longest_entry = 30;  // words
    const bool rest_in_brackets = i + 1 < all.size() && all[i + 1].before == '(' && text.substr(all.back().end).find(')') != text.npos;
    if (k == i && i >= 3 && all[i - 1].after == '-' && rest_in_brackets && all.size() <= longest_entry) return "decision-behind-dash";
    constexpr std::size_t longest_told = 30;  // words
    if (is(i, list::passing_verbs) && i + 1 == all.size() && k == i && i > 3 && behind_dash(i) && all.size() <= longest_told) return "decision-behind-dash";  // "The report was read, Ash/Bell motion – passed"
    if (is(i, list::passing_verbs) && all[i].after != ':' && !following_passed(i) && (has_before(i, list::motion_nouns) || (!by_record && !(g.passive && (of_record || (is(i + 1, list::unanimity_words) && opens_with_matter())))))) return nullptr;  // "Motion passed" tells how the vote went
    const bool by_agent = is(i + 1, list::by_words) && i + 2 < all.size() && (is_body(i + 2) || (is(i + 2, list::articles) && i + 3 < all.size() && is_body(i + 3)));
    if (g.passive || by_agent || (i > 1 && is(i - 1, list::unanimity_words))) return "decision-passive";
    if (by_body || coordinated) return "decision-by-body";
    if (by_record) return "decision-of-record";
    // "Ann Bell elected as treasurer.", "Tom Ash elected by acclamation.", "Fen rules ratified for a year."
    const bool named_post = is(i + 1, list::appointment_links) || (is(i, list::election_verbs) && (is(i + 1, list::role_nouns) || (is(i + 1, list::by_words) && is(i + 2, list::unanimity_words))));
    const bool tells_of_it = is(i, list::acceptance_verbs) && has_before(all.size(), list::passive_words, i + 1);  // "The sum approved for a sign was spent."
    if (k == i && k <= 6 && starts_upper(text.substr(all[0].begin)) && named_post && !tells_of_it && is_any(i, {list::election_verbs, list::acceptance_verbs}) && none_finite(i)) return "decision-of-record";
    if (k == i && is(i, list::election_verbs) && i + 1 == all.size() && names_before(i)) return "decision-of-record";  // "Tom Ash and Ann Bell re-elected."
    // "Safeguarding policy – agreed", "Fees to rise – agreed nem. con."
    if ((i + 2 >= all.size() || ends_accepted(i)) && k == i && i > 0 && behind_dash(i) && all.size() <= 30) return "decision-behind-dash";
    // "Lot 31, paint colour - approved with conditions", "Mower needs a service - agreed Tom to arrange"
    const bool goes_on = is_any(i + 1, {list::accompanying_words, list::clause_words}) || (i + 1 < all.size() && (all[i].upper || all[i].after == ':')) || (i + 3 < all.size() && is(i + 2, list::infinitive_marks));
    if (k == i && i > 1 && all[i - 1].after == '-' && !names_before(i) && is_any(i, {list::decision_openers}) && !is(i, list::election_verbs) && goes_on && all.size() <= longest_entry && std::none_of(all.begin() + static_cast<std::ptrdiff_t>(i), all.end(), [](const word& w) { return w.after == '-'; })) return "decision-behind-dash";
    // "Brahms out, Elgar in (agreed nem. con.)"
    constexpr std::size_t longest_bracket = 4;  // words
    if (i >= 2 && all[i].before == '(' && text.substr(all.back().end).find(')') != text.npos && i + longest_bracket >= all.size() && !is(i, list::election_verbs) && std::none_of(all.begin() + static_cast<std::ptrdiff_t>(i), all.end(), [](const word& w) { return w.digits; }) && !has_before(all.size(), list::past_words, i)) return "decision-in-brackets";
    // "£80 approved for a new sign", "New lamp approved at £80"
    constexpr std::size_t longest_grant = 16;  // words
    if (k == i && i > 0 && all.size() <= longest_grant && (is(i, list::acceptance_verbs) || (words.decision_kind(all[i]) == "agreed" && is_any(i + 1, {list::place_leads, list::infinitive_marks}))) && is_any(i + 1, {list::place_leads, list::event_leads, list::infinitive_marks}) && i + 2 < all.size() && !words.month_of(all[i + 2]) && !all[i - 1].after && names_a_sum() && none_finite(i) && none_finite_between(i + 1, all.size())) return "decision-of-record";
    // "Compromise agreed: one lamp each"
    if (i == 1 && k == 1 && all[1].after == ':' && all.size() > 3 && words.decision_kind(all[1]) == "agreed" && all[0].capital && !all[0].folded.ends_with("s") && !is_name_of_somebody(0) && !is_any(0, {list::bodies, list::groups, list::role_nouns, list::chair_nouns, list::task_nouns})) return "decision-of-record";
    // "Date for the fair agreed: 9 July", "Dates agreed as follows: 4 May, 9 July"
    const std::size_t told_at = all[i].after == ':' ? i : is(i + 1, list::appointment_links) ? i + 2 : all.size();
    if (k == i && i > 0 && i <= 5 && words.decision_kind(all[i]) == "agreed" && told_at + 1 < all.size() && all[told_at].after == ':' && std::any_of(all.begin() + static_cast<std::ptrdiff_t>(told_at), all.end(), [&](const word& w) { return words.month_of(w); })) return "decision-of-record";
    // "Poppy appeal: donation of £25 agreed", "Lease agreed without any changes"
    const bool as_it_was = i + 1 < all.size() && is(i + 1, list::without_words) && i + 4 >= all.size() && !is_any(0, {list::pronouns, list::bodies, list::groups});
    if ((i + 1 == all.size() || as_it_was) && i + as_it_was >= 2 && (as_it_was || i >= 3) && i <= 16 && k == i && !is(i - 1, list::articles) && (as_it_was || !all[i - 1].capital || words.month_of(all[i - 1])) && none_finite(i)) return "decision-at-end";
    return nullptr;
}

bool decision_reader::is_given_by_body(std::size_t i, const verb_group& g) const {
    const std::size_t k = g.subject_end;
    if (g.passive || k == 0 || !is_body(k - 1) || all[k - 1].after == ',' || i + 2 >= all.size()) return false;
    if (is(i, list::choosing_verbs) && is(i + 1, list::by_words)) return false;  // "members chosen by the crew"
    if (is(i, list::choosing_verbs)) return is_any(i + 1, {list::clause_words, list::articles, list::owner_leads}) || !is_any(i + 1, {list::function_words, list::direction_words, list::nothing_words});
    constexpr std::size_t near = 4;  // words: "gave its approval", "gave the chair authority"
    for (std::size_t n = i + 1; n < std::min(all.size(), i + 1 + near); ++n)
        if (is_any(n, {list::nothing_words, list::clause_words, list::relative_words})) return false;  // "gave no approval", "gave notice that the request …"
        else if (is(n, list::granted_nouns)) return true;
    return false;
}

bool decision_reader::is_granted(std::size_t i, const verb_group& g) const {
    const std::size_t k = g.subject_end;
    if (!is(i, list::granting_verbs) || !(g.passive || (k == i && i + 1 < all.size()))) return false;
    if (!g.passive && (i != k || i > 2)) return false;  // "Approval given to …"
    if (is_any(k, {list::auxiliaries})) return false;   // "Approval has been given": by others, or earlier
    if (is(i + 1, list::by_words) && !(is_body(i + 2) || (is(i + 2, list::articles) && i + 3 < all.size() && is_body(i + 3)))) return false;
    for (std::size_t n = i + 2; n + 3 < all.size(); ++n)
        if (is(n, list::by_words) && is(n + 1, list::articles) && all[n + 2].capital && all[n + 3].capital) return false;  // "… to the plan by the District Council"
    if (k == 1 && is_any(0, {list::approval_nouns, list::granted_nouns}) && g.passive && is_any(i + 1, {list::clause_words, list::owner_leads})) return true;  // "Approval was given to …"
    // "Planning approval was granted": by whom is not said, and seldom by the meeting.
    return has_before(k, list::granted_nouns) && !(g.passive && has_before(k, list::approval_nouns)) && none_finite(k);
}

bool decision_reader::is_agreed_to(std::size_t i, const verb_group& g) const {
    const std::size_t k = g.subject_end;
    if (!g.passive || g.open || k == 0 || !is(k - 1, list::relative_words) || !is_any(i, {list::acceptance_verbs, list::outcome_cores}) || is(i, list::election_verbs) || k < 4) return false;  // "She thanked all who had been elected"
    for (std::size_t n = i + 1; n < all.size(); ++n) {
        if (is(n, list::appointment_links) && n + 2 == all.size() && has_before(k, list::record_nouns)) return true;  // "… which were accepted as read"
        if (!is_any(n, {list::outcome_words, list::outcome_cores, list::bodies, list::coordinators})) return false;
    }
    return true;
}

bool decision_reader::is_chosen_for_office(std::size_t i, const verb_group& g) const {
    constexpr std::size_t longest_office = 6;  // words from the verb on
    return g.passive && !g.open && !is(i + 1, list::by_words) && is_any(i + 1, {list::appointment_links, list::infinitive_marks}) && has_before(std::min(all.size(), i + longest_office), list::role_nouns, i + 1);
}

bool decision_reader::declares_somebody(std::size_t i) const {
    std::size_t k = i;
    while (k > 0 && (is_name(k - 1) || is_any(k - 1, {list::joining_words, list::auxiliaries}))) --k;
    return k > 0 && k < i && is(k - 1, list::declaring_words) && !all[k - 1].capital;
}

bool decision_reader::opens_with_deed(std::size_t i) const {
    const bool past = is(0, list::verbs) || all[0].folded.ends_with("ed");
    if (i < 2 || !past || !all[0].capital || is_any(0, {list::given_names, list::proposal_words, list::imperatives}) || known.names.count(all[0].folded)) return false;
    return i + 2 < all.size() && is(i - 1, list::joining_words) && is_any(i + 1, {list::clause_words, list::articles}) && none_finite_between(1, i - 1);
}

std::optional<decision_sentence> decision_reader::decided_by(std::size_t i) const {
    if (is(i + 1, list::direction_words) && is_any(i, {list::passing_verbs, list::carried_words})) return {};  // "carried forward", "passed on"
    auto g = group_at(i);
    const std::size_t k = g.subject_end;
    if (has_before(i, list::final_passives) && has_before(i, list::next_words)) return {};  // "… wird in der nächsten Sitzung beschlossen"
    if ((i + 1 == all.size() || is(i + 1, list::joining_words)) && has_before(i, list::final_passives)) g.passive = true;  // "Der Tagesordnung wurde von allen zugestimmt."
    if (i + 1 == all.size() && i <= 2 && all[i].after == ':' && !is(0, list::impersonal_subjects) && !(i > 0 && is_body(i - 1) && !is(i, list::election_verbs))) return {};  // "Date approved:", to be filled in
    if (is_agreed_to(i, g)) return whole_by(i, "decision-relative");
    if (leaves_open(i, g) || is_attribute(i, g) || by_others(i, g) || was_before(i, g) || is_always_so(i, g) || is_opinion(i, g) || settled_with_others(i, g) || says_which(i, g)) return {};
    if (is_any(i, {list::choosing_verbs, list::granting_verbs})) {
        if (is_given_by_body(i, g)) return whole_by(i, "decision-by-body");
        if (is(i, list::choosing_verbs) && is_chosen_for_office(i, g)) return whole_by(i, "decision-passive");
        return is_granted(i, g) ? std::optional(whole_by(i, "decision-granted")) : std::nullopt;
    }
    if (is(i, list::election_verbs) && i > 2 && declares_somebody(i)) return whole_by(i, "decision-passive");  // "The clerk declared Ann Bell elected."
    if (is(i, list::confirming_verbs) && is_chosen_for_office(i, g)) return whole_by(i, "decision-passive");  // "Ann Bell is confirmed as a trustee"
    if (is(i, list::voting_verbs) && is(i + 1, list::vote_particles) && (g.passive || (k == i && is(i + 2, list::appointment_links) && names_before(i)))) return whole_by(i, "decision-passive");  // "Ann Bell voted in as trustee"
    if (is(i, list::voting_verbs) && !(i + 1 < all.size() && all[i + 1].digits) && !is_any(i + 1, {list::unanimity_words, list::clause_words}) && !(is(i + 1, list::owner_leads) && is(i + 2, list::approval_nouns)) && !(is(i + 1, list::place_leads) && is(i + 2, list::for_words)) && !(is(i + 1, list::joining_words) && is(i + 2, list::decision_verbs))) return {};
    std::size_t joint = i;
    while (joint > 0 && (joint == i || all[joint].folded.ends_with("ly") || is_any(joint, {list::auxiliaries, list::impersonal_subjects}))) --joint;
    const bool coordinated = shares_subject(joint, g.passive);
    if (coordinated && is_adjective(i)) return {};  // "a clear and agreed protocol"
    auto d = whole_by(i, "");
    const bool after_comma = i > 0 && all[i - 1].after == ',';
    const bool told = after_comma && all[0].capital && is_any(0, {list::verbs, list::past_words}) && i + 2 < all.size() && is_any(i + 1, {list::clause_words, list::function_words});  // "Discussed the hut, decided on a new roof"
    const bool aside = told || (after_comma && i <= 4 && is(i + 1, list::clause_words));  // "If possible, agreed to …"
    const bool deed = opens_with_deed(i);  // "Discussed the hut and agreed to paint it"
    const bool behind_question = i > 0 && all[i - 1].after == ';' && i + 2 < all.size();
    // "Discussed and decided the ink would be sent …", "Voted and approved to …"
    const bool both = i == 2 && is(1, list::joining_words) && all[0].capital && (all[0].folded.ends_with("ed") || is(0, list::past_words)) && !is(0, list::proposal_words);
    if (i == 0 || both || deed || aside || behind_question || (k == 0 && !g.passive)) {
        // "Agreed to print 50 copies.", "Unanimously agreed …": the meeting is the subject.
        if (all.size() < 3 || !is(i, list::decision_openers) || (all[i].after == ',' && !is_any(i + 1, {list::pending_states, list::nothing_words})) || is(i + 1, list::by_words) || (i == 0 && (is(0, list::imperatives) || is_told_of_elected(i)))) return {};
        d.rule = "decision-opening";
        return d;
    }
    const char* rule = rule_of(i, g, coordinated);
    if (!rule) return {};
    d.rule = rule;
    // A long report ahead of "and it was agreed …" is not the decision.
    constexpr std::size_t long_report = 14;  // words
    if (g.passive && k > 0 && is(k - 1, list::impersonal_subjects))
        if (const auto c = clause_before(k); c >= long_report && c * 2 > all.size()) d.text = from(is_any(c, {list::concession_words, list::coordinators}) ? c + 1 : c);
    return d;
}

decision_sentence decision_reader::whole_by(std::size_t i, const char* rule) const {
    decision_sentence d;
    d.part = decision_part::whole;
    d.text = from(0);
    d.kind = kind_of(i);
    d.vote = votes_of_decision();
    d.rule = rule;
    return d;
}

std::optional<decision_sentence> decision_reader::decided() const {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (is_any(i, {list::decision_verbs, list::choosing_verbs, list::granting_verbs}))
            if (auto d = decided_by(i)) return d;
    return {};
}

std::optional<decision_sentence> decision_reader::impersonal() const {
    constexpr std::size_t longest = 5;  // words of such a phrase
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        if (!words.has(list::impersonal_decisions, all[i]) && !words.begins(list::impersonal_decisions, all[i])) continue;
        std::string phrase = all[i].folded;
        std::size_t n = i;
        while (!words.has(list::impersonal_decisions, phrase) && words.begins(list::impersonal_decisions, phrase) && n + 1 < all.size() && n < i + longest - 1) phrase += " " + all[++n].folded;
        if (!words.has(list::impersonal_decisions, phrase) || (i > 0 && is_any(i - 1, {list::negations, list::nothing_words, list::open_words})) || has_before(i, list::condition_words)) continue;
        if (has_before(n, list::final_passives) && has_before(n, list::next_words)) continue;  // "… wordt volgend jaar vastgesteld"
        decision_sentence d;
        d.part = decision_part::whole;
        d.text = from(0);
        d.kind = words.decision_kind(all[n]).value_or("agreed");
        d.vote = votes_in(text, everything, words);
        d.rule = "decision-impersonal";
        return d;
    }
    return {};
}

bool decision_reader::none_finite_between(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
        if (!all[i].capital && is(i, list::verbs)) return false;
    return true;
}

/// "14 people voted for the fee, and 3 against", "With a vote of 11 to 1, the members are in favour of it"
bool decision_reader::counts_more_for() const {
    std::size_t way = 0;
    while (way < all.size() && !(is(way, list::for_words) && (way == 0 || !is_any(way - 1, {list::articles})))) ++way;
    const bool voted = way > 0 && is(way - 1, list::voting_verbs), favour = way > 1 && is(way - 1, list::place_leads) && is(way - 2, list::passive_words) && has_before(way, list::vote_nouns);
    if ((!voted && !favour) || way + 2 >= all.size()) return false;
    const auto v = votes_in(text, everything, words);
    return v.for_ && v.against && *v.for_ > *v.against;
}

std::optional<decision_sentence> decision_reader::noun_of_decision() const {
    const auto whole = [&](const char* kind) { return decision_sentence{decision_part::whole, from(0), kind, "decision-noun", false, false, {}, {}, {}}; };
    if (is(0, list::carried_words) && all.size() > 2 && is(1, list::approval_nouns)) return whole("approved");  // "Unanimous adoption of …"
    // "There was a unanimous vote to …"
    if (is(0, list::existence_words) && is(1, list::passive_words) && is(2, list::indefinite_articles) && is(3, list::carried_words) && is(4, list::vote_nouns) && is(5, list::clause_words)) return whole("carried");
    if (is(0, list::carried_words) && all.size() > 3 && is(1, list::vote_nouns) && is(2, list::clause_words)) return whole("carried");  // "Unanimous vote to …"
    // "Everyone was in favour of a stall", "Show of hands: all in favour of a stall"
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t way = is(i + 1, list::passive_words) ? i + 2 : i + 1;
        if ((i == 0 || all[i - 1].after) && is(i, list::groups) && is_body(i) && is(way, list::place_leads) && is(way + 1, list::for_words) && is(way + 2, list::function_words) && way + 3 < all.size()) return whole("agreed");
    }
    if (counts_more_for()) return whole("carried");
    constexpr std::size_t farthest = 8;  // words from the head, and from the noun to its verb
    for (std::size_t i = 0; i < std::min(all.size(), farthest); ++i) {
        if (!is_any(i, {list::consensus_nouns, list::decision_nouns})) continue;
        std::size_t next = i + 1;
        // "the consensus of the trustees that …"
        if (i + 4 < all.size() && is(i + 1, list::function_words) && is(i + 2, list::articles) && is_body(i + 3)) next = i + 4;
        // "Consensus of the board to ask the town"
        if (i == 0 && next > 1 && is(next, list::clause_words) && is(i, list::consensus_nouns)) return whole("agreed");
        const bool goes_on = is_any(next, {list::clause_words, list::owner_leads, list::place_leads}) && !(is(next, list::place_leads) && is(next + 1, list::articles));
        const bool told = is(0, list::existence_words) || (is(0, list::impersonal_subjects) && is(1, list::passive_words));
        if (i > 1 && told && is(i, list::consensus_nouns) && goes_on && !has_before(i, list::nothing_words) && !looks_back_on(i + 1)) return whole("agreed");  // "There was agreement to …", "It was the consensus that …"
        // "Agreement was reached to …"
        if (i == 0 && is(i, list::consensus_nouns) && is(1, list::passive_words) && i + 3 < all.size() && all[2].folded.ends_with("ed") && is_any(3, {list::clause_words, list::owner_leads})) return whole("agreed");
        // "Rough consensus to merge it", "We reached consensus that …"
        const bool reached = i > 1 && is(i - 1, list::outcome_words) && all[i - 1].folded.ends_with("ed") && is_body(i - 2);
        const bool kind_named = i == 1 && all[0].capital && !is_any(0, {list::nothing_words, list::negations, list::imperatives, list::articles}) && !all[0].folded.ends_with("ing") && !is_body(0);
        const bool on_what = is(i + 1, list::owner_leads) && (reached || none_finite_between(i + 2, all.size()));  // "Rough consensus for the oak", but not "Lease agreement for 2023 is due"
        if (is(i, list::consensus_nouns) && (is(i + 1, list::clause_words) || on_what) && (reached || kind_named) && !has_before(i, list::open_words)) return whole("agreed");
        if (i == 0 && is(i, list::consensus_nouns) && is(i + 1, list::owner_leads) && !has_before(all.size(), list::open_words) && none_finite(all.size())) return whole("agreed");  // "Consensus on oak doors"
        // "The trustees were in agreement that …"
        if (i > 2 && is(i, list::consensus_nouns) && is(i - 1, list::place_leads) && goes_on)
            if (const auto g = group_at(i - 1); g.passive && !g.open && g.subject_end > 0 && is_body(g.subject_end - 1)) return whole("agreed");
        const bool behind_mark = i > 0 && all[i - 1].after == '-' && is(i + 1, list::passive_words) && is(i + 2, list::clause_words);  // "Lamp oil – consensus was to buy whale"
        if (behind_mark) return whole("agreed");
        if (!is(i, list::decision_nouns) || (i > 0 && !is(i - 1, list::articles)) || (i > 1 && !all[i - 2].after && words.has(list::function_words, all[i - 2]) && !is(i - 2, list::joining_words))) continue;  // "A copy of the decision was sent" decides nothing
        for (std::size_t k = i + 1; k < std::min(all.size(), i + 1 + farthest); ++k) {
            if (!is(k, list::passive_words)) continue;
            if (k + 1 >= all.size() || is_any(k + 1, {list::pending_states, list::negations})) break;  // "A decision is needed"
            if (k > i + 1 && is(i + 1, list::function_words) && !is(i, list::consensus_nouns) && !is_any(k + 1, {list::clause_words, list::unanimity_words, list::outcome_cores})) break;  // "The decision of the inspector was read out"
            return whole("agreed");
        }
    }
    return {};
}

}  // namespace minutes
