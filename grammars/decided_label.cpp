// SPDX-License-Identifier: Apache-2.0
// Decisions without a sentence: a label or a heading and what became of it; what is put to the vote; and the lines of a form that decide nothing.
#include <algorithm>

#include "decision_reader.hpp"

namespace minutes {

bool decision_reader::ends_accepted(std::size_t i) const {
    if (!is(i, list::decision_verbs) || !is_any(i, {list::outcome_cores, list::acceptance_verbs}) || is_any(i, {list::election_verbs, list::lost_words})) return false;
    for (std::size_t n = i + 1; n < all.size(); ++n) {
        if (is(n, list::appointment_links) && n + 2 == all.size()) return true;  // "as read"
        if (is_any(n, {list::negations, list::lost_words}) || all[n].after == ':') return false;
        if (!is_any(n, {list::outcome_words, list::outcome_cores, list::unanimity_words}) && !all[n].digits) return false;
    }
    return true;
}

std::optional<decision_sentence> decision_reader::behind_label() const {
    constexpr std::size_t longest_label = 16;  // words
    std::size_t n = 0;
    while (n < std::min(all.size(), longest_label) && all[n].after != ':') ++n;
    if (n + 1 >= all.size() || n == longest_label || !(all[0].capital || all[0].digits)) return {};
    // "Sonar - consensus: leave it off", "Roof – decision: slate"
    if (n > 0 && all[n - 1].after == '-' && is_any(n, {list::decision_nouns, list::consensus_nouns}) && !is_any(n + 1, {list::nothing_words, list::pending_states, list::negations})) return whole_by(n, "decision-behind-label");
    if (is(n, list::review_words)) return {};  // "Status: approved (3 May)", a field of a form
    if (is_any(0, {list::decision_markers, list::proposal_words, list::vote_nouns, list::second_words, list::decision_verbs})) return {};
    // "Ann: agreed", "The chair: agreed": somebody says so.
    const bool person = known.names.count(all[0].folded) || known.initials.count(all[0].folded) || is_any(0, {list::given_names, list::honorifics});
    const bool office = n <= 2 && !is(n, list::record_nouns) && is_any(n, {list::role_nouns, list::groups, list::chair_nouns, list::bodies});
    if (person || office) return {};
    // "Trees: Approved the planting of two maples."
    if (n <= 4 && all[n + 1].capital && is(n + 1, list::decision_openers))
        if (auto d = decision_reader{text.substr(all[n + 1].begin), words, known}.decided(); d && d->rule == std::string_view("decision-opening")) return whole_by(n + 1, "decision-behind-label");
    // "Fees: £12 (agreed)", "Fees: £12 - agreed"
    constexpr std::size_t longest_entry = 20;  // words
    for (std::size_t v = n + 2; v < all.size() && all.size() <= longest_entry; ++v)
        if (words.decision_kind(all[v]) == "agreed" && ends_accepted(v) && (all[v].before == '(' || behind_dash(v))) return whole_by(v, "decision-behind-label");
    // "The fair to be on 9 July: agreed"
    for (std::size_t v = 1; v < n; ++v)
        if (is(v, list::infinitive_marks) && is(v + 1, list::being_words) && ends_accepted(n + 1)) return whole_by(n + 1, "decision-behind-label");
    std::size_t verb = n + 1;
    if (is(verb + 1, list::joining_words)) verb += 2;  // "received and agreed"
    while (is(verb, list::unanimity_words) && verb + 1 < all.size()) ++verb;
    if (!ends_accepted(verb) || (verb == n + 1 && verb + 1 < all.size() && is(verb + 1, list::by_words) && !is_any(verb + 2, {list::outcome_words, list::bodies, list::unanimity_words}))) return {};
    // "Zed: agreed", "Oak Lodge: approved" among others' news: only a record is certainly the meeting's to accept, or what was accepted by a vote.
    // But words that are long enough say what was agreed: "The hall may be used for up to three nights: agreed."
    constexpr std::size_t shortest_matter = 6;  // words
    const bool voted = std::any_of(all.begin() + static_cast<std::ptrdiff_t>(n + 1), all.end(), [&](const word& w) { return w.digits || words.has(list::unanimity_words, w); });
    if (!has_before(n + 1, list::record_nouns) && !voted && n + 1 < shortest_matter && !(n > 1 && is(verb, list::passing_verbs))) return {};
    return whole_by(verb, "decision-behind-label");
}

std::optional<decision_sentence> decision_reader::of_heading() const {
    constexpr std::size_t longest = 16;  // words
    if (all.size() < 2 || all.size() > longest) return {};
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (!ends_accepted(i) || is(i - 1, list::open_words) || is(i - 1, list::negations)) continue;
        std::size_t bracket = i;
        while (bracket > 0 && all[bracket].before != '(' && all[bracket].after != ')') --bracket;
        const bool bracketed = bracket > 0 && all[bracket].before == '(';
        const bool parted = all[i - 1].after == '-' || all[i - 1].after == ':';
        const bool record = is(0, list::record_titles);  // "Payments approved" heads a list of them
        if (is(0, list::articles) && is(1, list::record_titles) && is(i - 1, list::passive_words)) return whole_by(i, "decision-in-heading");  // "The minutes of the last meeting were accepted"
        if ((bracketed || parted || record) && none_finite(bracketed ? bracket : i)) return whole_by(i, "decision-in-heading");
    }
    return {};
}

bool decision_reader::has_subject() const {
    if (is_any(0, {list::motion_nouns, list::outcome_words, list::outcome_cores, list::impersonal_subjects, list::demonstratives})) return false;
    if (is(0, list::record_nouns) || is(1, list::passive_words)) return true;
    // "Fees of £20 were approved by 20 votes to 3"
    constexpr std::size_t longest = 8;  // words of it
    if (!is(1, list::function_words) || is_any(0, {list::bodies, list::proposal_words, list::second_words})) return false;
    for (std::size_t n = 2; n < std::min(all.size(), longest); ++n)
        if (is(n, list::passive_words)) return is_any(n + 1, {list::acceptance_verbs, list::outcome_cores, list::unanimity_words});
    return false;
}

bool decision_reader::signs_off() const {
    if (text.find("___") != text.npos && is_any(0, {list::signature_words, list::paper_words})) return true;  // "Submitted by Ann Bell    Approved ______"
    if (all.size() < 2 || !is_any(0, {list::decision_verbs, list::signing_verbs, list::decision_nouns})) return false;
    if (is(1, list::by_words) && all[1].after == ':') return !is_any(2, {list::groups, list::bodies, list::unanimity_words});
    // "APPROVED ON THIS THE ____ DAY", to be filled in
    const bool blank = all.size() > 2 && std::all_of(all.begin() + 1, all.end(), [&](const word& w) { return w.upper && words.has_any({list::function_words, list::articles, list::demonstratives}, w); });
    if (blank) return true;
    return all[0].after == ':' && std::all_of(all.begin() + 1, all.end(), [&](const word& w) { return w.digits || words.month_of(w) || words.weekday_of(w); });
}

std::optional<decision_sentence> decision_reader::put_to_vote() const {
    constexpr std::size_t shortest = 4;  // words
    const std::size_t first = is(0, list::articles) || is(0, list::indefinite_articles) ? 1 : 0;
    std::size_t k = first + 1;
    while (is(k, list::passive_words)) ++k;
    const bool called = is(first, list::vote_nouns) && is(k, list::calling_words) && k + 1 < all.size();
    std::size_t way = 1;
    while (way < std::min(all.size(), shortest) && !is(way, list::for_words)) ++way;
    const bool asked = is(0, list::asking_words) && way < std::min(all.size(), shortest);  // "Those in favour of …", "Who is in favour of …?"
    const std::size_t last = called ? k : way;
    if (last + 1 >= all.size() || all[last].after == ':' || all[last + 1].digits || (called && is(last + 1, list::joining_words) && has_before(all.size(), list::decision_verbs, last + 1))) return {};  // "Those in favour 7, against 2.", "A vote was taken: …": how it went
    if ((!called && !asked) || all.size() < shortest) return {};
    // "A vote was taken on the motion": it was put before.
    if (has_before(all.size(), list::motion_nouns, first + 1)) return {};
    decision_sentence d;
    d.text = from(0);
    d.kind = "carried";
    d.rule = "put-to-vote";
    d.vote = votes_in(text, everything, words);
    if (d.vote.for_ && d.vote.against) d.vote.result = *d.vote.for_ > *d.vote.against ? "carried" : "lost";
    d.part = decision_part::proposal;
    return d;
}

}  // namespace minutes
