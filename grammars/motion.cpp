// SPDX-License-Identifier: Apache-2.0
// Sentences that put a question or tell what became of it: "JB moved …", "Seconded by TO", "Carried, 5 to 2", "RESOLVED: …".
#include <algorithm>

#include "decision_reader.hpp"
#include "owner_to.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

constexpr std::size_t longest_outcome = 16;  // words

}  // namespace

std::optional<decision_sentence> decision_reader::marker() const {
    // "Committee decision: mend the roof"
    if (all.size() > 2 && !all[0].after && is_body(0) && is(1, list::decision_nouns) && all[1].after == ':') return decision_sentence{decision_part::whole, from(2), "resolved", "decision-marker", false, false, false, {}, {}, {}};
    // "The decision: use oak"
    if (all.size() > 2 && !all[0].after && is(0, list::articles) && is(1, list::decision_nouns) && all[1].after == ':') return decision_sentence{decision_part::whole, from(2), "agreed", "decision-marker", false, false, false, {}, {}, {}};
    // "Ash M/S/P approval of the plan": who moved, then the mark
    if (all.size() > 3 && is(1, list::motion_marks) && is_name(0)) return decision_sentence{decision_part::whole, from(0), "carried", "decision-marker", false, false, false, bytes(all[0].begin, all[0].end), {}, {}};
    const bool confirms = is(0, list::confirming_verbs) && all[0].upper && has_before(all.size(), list::record_nouns);  // "CONFIRMED: the minutes of …"
    if (!is(0, list::decision_markers) && !confirms && !shouts()) return {};
    std::size_t body = 1;
    if (body < all.size() && all[body].digits && !all[0].after) ++body;  // its number
    if (const std::size_t behind = behind_aside_of_marker(); behind > 0) body = behind;
    // "Decision taken without objection: no fees shall be asked for"
    constexpr std::size_t longest_lead = 5;  // words
    if (is(0, list::decision_nouns) && !all[0].after && (is_any(1, {list::verbs, list::owner_leads}) || (all.size() > 1 && all[1].folded.ends_with("en")))) {
        std::size_t k = 1;
        while (k < std::min(all.size(), longest_lead) && !all[k].after && !all[k].capital && !all[k].digits && !is_any(k, {list::clause_words, list::passive_words, list::open_words})) ++k;
        if (k < all.size() && k < longest_lead && all[k].after == ':') body = is(1, list::owner_leads) ? 0 : k + 1;
    }
    // "Consensus on the name: Fen Hall" says on what.
    if (body == 0) return decision_sentence{decision_part::whole, from(0), "agreed", "decision-marker", false, false, false, {}, {}, {}};
    // "Decision to be taken in May", "Decision to join or not to be discussed"
    if (is(0, list::decision_nouns) && is(1, list::infinitive_marks) && !all[0].after)
        for (std::size_t n = 2; n < all.size(); ++n)
            if (is(n, list::being_words) && (n == 2 || is(n + 1, list::pending_states))) return {};
    if (body >= all.size() || lists_voters(body)) return {};
    const bool of_tasks = all[0].folded.find('/') != std::string::npos && !is(0, list::motion_marks);  // "Decision/Action: Ann to book the hall"
    if (of_tasks && is_owner_to(text.substr(all[body].begin), words, known, false)) return {};
    const auto gap = text.substr(all[body - 1].end, all[body].begin - all[body - 1].end);
    const bool counted = body == 1 && gap.find('(') != gap.npos && number_at(trim(text.substr(all[0].end)), words);  // "Resolved (i) To award …"
    const bool enclosed = !gap.empty() && (gap[0] == ']' || gap[0] == ')') && bracketed(0);  // "[AGREED] use oak"
    const bool apart = counted || enclosed || gap.find(':') != gap.npos || gap.find(" -") != gap.npos || gap.find("\u2013") != gap.npos || gap.find("\u2014") != gap.npos;
    const bool clause = is(1, list::clause_words);
    if (!apart && is(0, list::motion_nouns) && is(1, list::infinitive_marks)) return {};  // "Resolution to meet in closed session", a heading
    const bool abbreviated = is(0, list::motion_marks);  // "M/S/C (Ash/Roe) to mend the roof"
    if (!apart && !clause && !abbreviated && !(all[0].upper && (is(0, list::decision_verbs) || (is(0, list::decision_nouns) && is(1, list::imperatives) && !all[1].capital)))) return {};
    decision_sentence d;
    d.part = decision_part::whole;
    d.kind = words.decision_kind(all[0]).value_or("resolved");
    d.text = apart ? from(body) : from(0);
    if (counted) --d.text.begin;  // its bracket
    if (const auto behind = text.substr(d.text.begin); apart && behind.starts_with("For ") && behind.find(')') != behind.npos && all.size() <= 6) return {};  // "Resolved: (For information)"
    d.rule = "decision-marker";
    // "Decision: none", "Agreed: nothing", "Decision: deferred"
    if (apart && body + 1 == all.size() && (is_any(body, {list::nothing_words, list::pending_states, list::negations}) || words.is_label(all[body], label::none))) return {};
    return d;
}

bool decision_reader::shouts() const {
    if (!is(0, list::decision_verbs) || is_any(0, {list::election_verbs, list::lost_words}) || !is(0, list::outcome_cores)) return false;
    const std::size_t colon = is(1, list::unanimity_words) ? 1 : 0;
    if (colon + 3 > all.size() || all[colon].after != ':') return false;
    return colon == 1 || (all[0].upper && is_any(1, {list::clause_words, list::articles}));
}

/// "Decision (unanimous): …", "RESOLVED (22/14): …", "Approved by the board: …", "Carried unanimously: …": the first word behind; 0 without such an aside.
std::size_t decision_reader::behind_aside_of_marker() const {
    constexpr std::size_t longest = 5;  // words with the marker
    if (all.size() < 3 || all[0].after) return 0;
    if (is(1, list::unanimity_words) && all[1].after == ':') return 2;
    const bool agent = is(1, list::by_words);
    if (!bracketed(1) && !agent) return 0;
    for (std::size_t k = 1; k + 1 < std::min(all.size(), longest + 1); ++k) {
        const auto behind = text.substr(all[k].end);
        if (agent ? behind.starts_with(":") : behind.starts_with("):")) return !agent || (is_any(k, {list::bodies, list::groups, list::consensus_nouns, list::vote_nouns}) && !all[k + 1].digits) ? k + 1 : 0;
    }
    return 0;
}

/// "Voted: Ann Bell, Tom Ash": who voted, not on what.
bool decision_reader::lists_voters(std::size_t begin) const {
    if (!is(0, list::voting_verbs)) return false;
    for (std::size_t i = begin; i < all.size(); ++i)
        if (!is_name(i) && !is(i, list::joining_words)) return false;
    return true;
}

std::optional<decision_sentence> decision_reader::vote_on() const {
    const bool opens = is(0, list::vote_nouns) && is_any(1, {list::clause_words, list::owner_leads});
    // "Ann called for a vote on the roof; it passed 5-0."
    constexpr std::size_t farthest = 6, shortest = 3;  // words up to the noun, and from it to the verb
    std::size_t noun = 0;
    while (noun < std::min(all.size(), farthest) && !is(noun, list::vote_nouns)) ++noun;
    const bool called = noun < farthest && has_before(noun, list::calling_words);
    if (!opens && !called) return {};
    // "Vote to paint the gate passed 5-0-1"
    std::size_t verb = noun + shortest;
    while (verb < all.size() && !is_any(verb, {list::passing_verbs, list::lost_words})) ++verb;
    const bool counts = !called && verb < all.size() && all.size() > 2 && (all[1].before || all[2].digits);  // "Vote (For 6, 0 Against), motion passed."
    if (counts || (verb >= all.size() && !opens)) return {};
    const auto colon = verb < all.size() ? all[verb].begin : text.rfind(':');
    if (colon == text.npos) return {};
    const auto behind = text.substr(verb < all.size() ? colon : colon + 1);
    const decision_reader tail{behind, words, known};
    if (tail.all.empty() || !tail.is_outcome()) return {};
    decision_sentence d;
    d.vote = votes_in(behind, tail.everything, words);
    const bool lost = tail.lost() || (d.vote.for_ && d.vote.against && *d.vote.for_ < *d.vote.against);
    d.part = lost ? decision_part::none : decision_part::whole;
    d.text = from(0);
    d.kind = "carried";
    d.rule = "vote-on";
    return d;
}

/// "12-0 pass", "Pass 13-0": a verb that tells how it went only beside the score.
bool decision_reader::scored(std::size_t i) const {
    return is(i, list::score_verbs) && ((i > 0 && score_of(all[i - 1], words)) || (i + 1 < all.size() && score_of(all[i + 1], words)));
}

/// "AB move CD 2nd 12-0 pass", "Accept as written - Ash Pass 13-0": a sentence that ends in its score.
std::optional<decision_sentence> decision_reader::ends_in_score() const {
    if (all.size() < 4 || !(scored(all.size() - 1) || scored(all.size() - 2))) return {};
    const auto score = score_of(all[scored(all.size() - 1) ? all.size() - 2 : all.size() - 1], words);
    if (!score) return {};  // "12-0 pass today": it ends in something else
    decision_sentence d;
    d.part = *score->for_ > *score->against ? decision_part::whole : decision_part::none;
    d.text = from(0);
    d.kind = "carried";
    d.rule = "motion";
    d.vote = *score;
    if (const auto s = second_word()) d.seconder = seconder(*s);
    return d;
}

bool decision_reader::is_outcome() const {
    const std::size_t last = all.size() - 1;
    if (all.size() == 2 && (scored(0) || scored(1))) return true;
    if (last > 0 && last <= 2 && words.decision_kind(all[last]) == "agreed" && names_somebody(last)) return false;  // "Tom agreed."
    if (is(0, list::passing_verbs) && is(1, list::infinitive_marks) && !is_any(2, {list::for_words, list::outcome_cores}) && last > 1 && !all[2].digits) return false;  // "Passed to Highways."
    // "Ann Bell and Tom Ash are elected.", "Ann Bell was elected Chair unopposed.": the sentence names who, and needs none before it.
    for (std::size_t i = 1; i < all.size(); ++i)
        if (is(i, list::election_verbs) && is_name(0) && !is_any(0, {list::groups, list::bodies, list::unanimity_words, list::outcome_words})) return false;
    bool core = false;
    // "Motion carried 4-0 [Ayes: Bell, Ash; noes: none]": who voted how, in brackets, is part of it.
    std::size_t depth = 0, outside = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t k = i ? all[i - 1].end : all[i].begin; k < all[i].begin; ++k) {
            if (text[k] == '[' || text[k] == '(') ++depth;
            else if ((text[k] == ']' || text[k] == ')') && depth > 0) --depth;
        }
        if (depth > 0) continue;
        if (++outside > longest_outcome) return false;
        const bool named = is_name(i) && !(i > 0 && is(i - 1, list::articles) && !is(i, list::motion_nouns));  // "Das Protokoll …" names nobody
        const bool subject = i == 1 && is(0, list::articles) && is(1, list::motion_nouns);  // "The proposal passes."
        if (!is(i, list::outcome_words) && !is(i, list::outcome_cores) && !all[i].digits && !named && !subject && !is(i, list::bodies)) return false;
        if (i + 1 < all.size() && words.status(all[i].folded + " " + all[i + 1].folded)) return false;  // "Action carried forward"
        core |= is(i, list::outcome_cores);
    }
    if (core) return true;
    const auto votes = votes_in(text, everything, words);
    return votes.for_ || votes.against;
}

bool decision_reader::names_motion_that_passed() const { return is(0, list::articles) && is(1, list::motion_nouns) && has_before(all.size(), list::carried_words, 2); }

std::optional<std::size_t> decision_reader::second_word() const {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is(i, list::second_words)) continue;
        if (i == 0 && all[i].capital && is(i + 1, list::role_nouns) && is(i + 2, list::role_nouns)) continue;                                                            // "Second Vice President: none"
        if (is(i, list::role_nouns) && !is_name(i + 1) && !is(i + 1, list::by_words) && all[i].after != ':') continue;                // "Jane Roe, Sec."
        if (i > 0 && is_any(i - 1, {list::open_words, list::negations}) && !is(i - 1, list::infinitive_marks)) continue;             // "cannot move nor second"
        // "a second trip", "for second meeting": which one
        if (i > 0 && is(i - 1, list::function_words) && i + 1 < all.size() && !all[i].after && !all[i + 1].capital && !all[i + 1].digits && !is_any(i + 1, {list::function_words, list::by_words, list::outcome_words, list::outcome_cores, list::motion_nouns, list::proposal_words})) continue;
        if (all[i].digits && i + 2 < all.size() && is(i + 1, list::joining_words) && all[i + 2].digits) continue;  // "on 2nd and 4th Fridays"
        if ((all[i].digits && i > 0 && words.month_of(all[i - 1])) || (i + 1 < all.size() && words.weekday_of(all[i + 1]))) continue;  // "April 2nd", "second Tuesday"
        return i;
    }
    return {};
}

std::optional<std::size_t> decision_reader::proposal_word() const {
    if (is(0, list::motion_nouns) && all[0].after == ':' && all.size() > 2) return 0;  // "Proposal: build a shed"
    if (is(0, list::motion_nouns) && all.size() > 3 && all[1].digits && all[1].after == ':') return 0;  // "Motion 2: build a shed"
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is(i, list::proposal_words)) continue;
        const bool noun = is(i, list::motion_nouns);
        if (!noun && i > 0 && is(i - 1, list::adjective_leads)) continue;  // "the proposed plan", "it had been proposed"
        if (is(i, list::moving_words) && is(i + 1, list::direction_words)) continue;  // "had moved on"
        if (is(i, list::moving_words) && is(i + 1, list::infinitive_marks) && i + 2 < all.size() && (all[i + 2].digits || words.weekday_of(all[i + 2]) || words.month_of(all[i + 2]))) continue;  // "The meeting moved to Friday."
        if (noun && i > 1 && is(i - 2, list::asking_links)) continue;  // "asks for a motion"
        if (is(i, list::suggesting_words) && is(i + 1, list::infinitive_marks) && !second_word()) continue;
        const bool behind_dash = i > 0 && text.substr(all[i - 1].end, all[i].begin - all[i - 1].end).find("\u2013") != text.npos;  // "Minutes of May – Motion to approve …"
        if (noun && !(i == 0 || behind_dash || is(i - 1, list::motion_leads) || all[i - 1].after == ':' || all[i - 1].after == '-' || (is(i + 1, list::by_words) || is(i + 2, list::by_words)))) continue;  // "…; motion made by Ann Bell"
        return i;
    }
    return {};
}

bool decision_reader::spoken() const {
    if (!all.empty() && all[0].digits) return false;  // "22/0145: It was agreed …": what is spoken of
    const std::size_t behind = !all.empty() && all[0].after == ':' ? 1 : 2;
    if (is(behind, list::impersonal_subjects) && is(behind + 1, list::passive_words)) return false;  // "Disputes: It was agreed that …" under its heading
    if (behind == 1 && is_any(0, {list::outcome_words, list::vote_nouns}) && !is_any(0, {list::bodies, list::groups, list::for_words, list::against_words, list::nothing_words, list::abstention_words})) return false;  // "Vote: 7 yes, 0 no", "Result: carried"
    if (behind == 1 && is_any(0, {list::for_words, list::against_words}) && all.size() > 1 && all[1].digits) return false;  // "For: 12 Against: 2"
    if (behind == 1 && is(0, list::outcome_cores) && all.size() > 1 && (all[1].digits || is(1, list::unanimity_words))) return false;  // "Passed: 7-0"
    if (behind == 2 && is_any(1, {list::bodies, list::record_nouns})) return false;  // "Hall Committee: the fee was agreed"
    return all.size() > 1 && (all[0].after == ':' || (all.size() > 2 && all[1].after == ':' && is_name(0) && is_name(1))) && !is(0, list::decision_markers) && !is(0, list::proposal_words);
}

bool decision_reader::lost() const {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (is(i, list::lost_words) && !(i > 0 && all[i].capital && !all[i].upper && known.names.count(all[i].folded))) return true;  // "seconded by Rose Fell"
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        if (is(i, list::nothing_words) && is(i + 1, list::second_words)) return true;     // "no seconder"
        if (is(i, list::nothing_words) && !all[i].after && is(i + 1, list::outcome_cores) && i + 3 >= all.size()) return true;  // "No agreement reached."
        if (is(i, list::negations) && is_any(i + 1, {list::carried_words, list::outcome_cores})) return true;  // "did not pass"
        // "died for lack of a second"
        for (std::size_t k = i + 1; is(i, list::lack_words) && k < std::min(all.size(), i + 4); ++k)
            if (is(k, list::second_words)) return true;
    }
    return false;
}

bool decision_reader::ends_decided(std::size_t after) const {
    for (std::size_t i = after; i < all.size(); ++i)
        if (is(i, list::outcome_cores)) return true;
    return false;
}

bool decision_reader::is_head() const {
    const bool labels = std::all_of(all.begin(), all.end(), [&](const word& w) {
        const bool by = words.has(list::by_words, w);
        return (w.capital || by) && (!w.after || w.after == ':') && (by || words.has_any({list::proposal_words, list::second_words, list::outcome_words, list::outcome_cores}, w));
    });
    const auto people = std::count_if(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::proposal_words, list::second_words}, w) && !words.has(list::motion_nouns, w); });
    // "Moved by", "Seconded by:" alone: a name was to be written behind it.
    return labels && (people > 1 || (people == 1 && all.size() > 1 && is(all.size() - 1, list::by_words)));
}

std::optional<decision_sentence> decision_reader::motion() const {
    if (auto d = ends_in_score()) return d;
    const auto p = proposal_word();
    const auto s = second_word();
    if (!p && !s) return {};
    if (p && is(*p + 1, list::open_words) && !is(*p + 1, list::infinitive_marks) && is(*p + 2, list::being_words)) return {};  // "Motions can be passed by a majority."
    if (text.find("___") != text.npos) return {};  // "Moved: ____ Seconded: ____", to be filled in
    decision_sentence d;
    d.text = from(0);
    d.rule = "motion";
    d.kind = "carried";
    if (p) d.mover = mover(*p);
    if (s) d.seconder = seconder(*s);
    d.second = s.has_value();
    d.vote = votes_in(text, everything, words);
    if (lost() || (d.vote.result.empty() && d.vote.for_ && d.vote.against && *d.vote.for_ < *d.vote.against)) d.vote.result = "lost";
    // "Motion: to adjourn (Ash/Bell) 3-0"
    // "Approval of the minutes, Bell moves, Ash 2nds, 12-0-2"
    if (p && ((*p == 0 && is(0, list::motion_nouns) && all[0].after == ':') || (s && *s + 2 >= all.size() - 1)) && all.size() > 3)
        if (const auto score = score_of(all.back(), words)) {
            d.vote.for_ = score->for_;
            d.vote.against = score->against;
            d.part = *score->for_ > *score->against ? decision_part::whole : decision_part::none;
            return d;
        }
    if (p && *p == 0 && is(0, list::motion_nouns) && !s && is_outcome()) {
        d.part = decision_part::outcome;
        d.decides = d.vote.result != "lost" && has_before(all.size(), list::carried_words, 1);  // "Motion carried."
        return d;
    }
    // "Tom Ash was nominated by Ann Bell and elected unanimously": who stands before the verb is what it is about.
    if (p && !s && *p > 1 && is(*p - 1, list::passive_words) && is_name(0)) {
        d.part = ends_decided(*p) ? decision_part::whole : decision_part::proposal;
        for (std::size_t i = all.size(); i-- > *p;)
            if (is(i, list::outcome_cores) && words.decision_kind(all[i])) d.kind = kind_of(i);
        return d;
    }
    const bool bare = all.size() <= longest_outcome && std::all_of(all.begin(), all.end(), [&](const word& w) {
        const auto i = static_cast<std::size_t>(&w - all.data());
        return is(i, list::second_words) || is(i, list::proposal_words) || is(i, list::outcome_words) || is(i, list::outcome_cores) || is_name(i) || w.digits;
    });
    // "AB move to accept it, CD 2nd, passed 12-0"
    if (!p && s && !bare && all.size() > 4 && is(all.size() - 2, list::carried_words))
        if (const auto score = score_of(all.back(), words); score && *score->for_ > *score->against) {
            d.part = decision_part::whole;
            return d;
        }
    // "Ann Bell seconded the motion.", "Tom Ash seconds the donation."
    if (!p && s && !bare && is(*s, list::seconding_verbs) && *s > 0 && !d.seconder.empty() && d.seconder.end <= all[*s].begin && is_any(*s + 1, {list::articles, list::demonstratives}) && *s + 3 == all.size()) {
        d.part = decision_part::second;
        return d;
    }
    if (!p && !bare) return {};
    // "JB proposed Jane Smith, seconded by TO": the motion itself
    // "JB proposes Jane Smith as treasurer."
    if (p && !s && *p > 0 && all[*p].after != ':' && !is(*p, list::motion_nouns) && !name_before(*p).empty() && is_name(*p + 1) && has_before(all.size(), list::appointment_links, *p + 2)) {
        d.part = decision_part::proposal;
        return d;
    }
    const bool names_somebody = p && s && !(*p + 1 < all.size() && all[*p].after == ':') && *p > 0 && !name_before(*p).empty() && *p + 1 < *s;
    if (names_somebody) {
        d.part = decision_part::proposal;
        return d;
    }
    if (s && d.seconder.empty() && !p && all.size() < 3 && !is(*s, list::seconding_verbs)) return {};
    // "Moved by JB, seconded by TO": people alone go with the words of the motion.
    d.part = bare && (s || !d.mover.empty()) ? decision_part::second : decision_part::proposal;
    if (bare && !s && is_outcome()) {
        d.part = decision_part::outcome;
        d.decides = d.vote.result != "lost" && names_motion_that_passed();
    }
    if (!bare && p && s && ends_decided(std::max(*p, *s))) d.part = decision_part::whole;
    // "Proposed from the chair that it stay at £10; agreed."
    const auto last = all.size() - 1;
    if (!bare && p && !s && last > *p + 2 && is(last, list::outcome_cores) && (all[last - 1].after == ';' || all[last - 1].after == '-' || all[last - 1].after == ':')) d.part = decision_part::whole;
    // "Ann proposed Tom as Chair; this was agreed."
    if (const auto semicolon = text.rfind(';'); p && !s && semicolon != text.npos && all[*p].begin < semicolon) {
        const decision_reader tail{text.substr(semicolon + 1), words, known};
        if (!tail.all.empty() && tail.is_outcome() && tail.ends_decided(0) && !lost()) d.part = decision_part::whole;
    }
    return d;
}

}  // namespace minutes
