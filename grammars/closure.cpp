// SPDX-License-Identifier: Apache-2.0
#include "closure.hpp"

#include "decision.hpp"
#include "exempt_words.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_entry = 30, longest_return = 40, longest_note = 20;  // words

struct closure_reader : exempt_words {
    /// Whether word i is the public itself, not "public toilets".
    bool names_public(std::size_t i) const {
        if (!is(i, list::public_words)) return false;
        if (!is(i, list::public_adjectives) || ends(i + 1)) return true;
        const word& next = all[i + 1];
        return next.digits || next.folded.ends_with("ly") ||
               words.has_any({list::function_words, list::open_words, list::auxiliaries, list::verbs, list::passive_words, list::exclusion_words, list::public_words, list::departure_words,
                              list::withdrawal_words, list::return_words, list::readmission_words, list::attending_words, list::joining_words}, next);
    }
    bool names_public() const {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (names_public(i)) return true;
        return false;
    }

    /// Whether what word i begins is the meeting or its business, that one may be sent out of: "the meeting", "the Council
    /// Chamber", "items 5 and 6"; not "the pond".
    bool is_meeting(std::size_t i) const {
        for (const std::size_t last = i + 8; i < std::min(last, all.size()) && !is_any(i, {list::while_words, list::position_words}); ++i) {
            if (is_any(i, {list::session_nouns, list::exempt_nouns}) || length(i, list::item_words) > 0 || all[i].digits) return true;
            if (ends(i + 1)) return false;
        }
        return false;
    }

    bool names_public_near(std::size_t i) const {
        for (std::size_t k = i; k < std::min(i + 5, all.size()); ++k)
            if (names_public(k)) return true;
        return false;
    }

    /// Whether nobody but the public and nothing but the meeting is the object of a verb that ends before word i: "leave",
    /// "withdraw from the meeting", "exclude the press"; not "leave comments", "excluded from the pond".
    bool sends_out(std::size_t i) const {
        if (ends(i) || names_public(i)) return true;
        if (is(i, list::possessives)) return false;
        if (is(i, list::out_of_words)) return is_meeting(i + 1);
        if (is(i, list::articles)) return names_public_near(i + 1) || is_meeting(i + 1);
        return !is(i - 1, list::leaving_infinitives) || is(i, list::function_words) || all[i].folded.ends_with("ly");
    }

    // ── the public is sent out ──

    /// "exclusion of the public" as a topic: "the policy on exclusion of the public".
    bool is_topic(std::size_t verb) const {
        if (!is(verb, list::exclusion_nouns) || verb < 2 || !is(verb - 1, list::function_words)) return false;
        const std::size_t noun = is(verb - 1, list::articles) && verb > 2 ? verb - 3 : verb - 2;
        return is_any(noun, {list::record_nouns, list::topic_nouns}) && !is(noun, list::motion_nouns);
    }

    /// "asked the public to leave"
    bool asked(std::size_t verb) const {
        if (verb == 0 || !is(verb - 1, list::infinitive_marks)) return false;
        std::size_t k = verb - 1;
        while (k > 0 && (is_any(k - 1, {list::public_words, list::function_words, list::crowd_words, list::attending_words}))) --k;
        return k > 0 && k < verb - 1 && is(k - 1, list::asking_verbs);
    }

    /// Whether the verb that sends the public out was said to have happened: "were excluded", "RESOLVED that … be excluded".
    bool decided(std::size_t verb, decision_part part) const {
        std::size_t k = verb;
        while (k > 0 && is_any(k - 1, {list::auxiliaries, list::infinitive_marks, list::verbs}) && !is(k - 1, list::passive_words)) --k;
        return (k > 0 && is(k - 1, list::passive_words)) || part != decision_part::none;
    }

    bool excludes_public(decision_part part) const {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (is(i, list::exclusion_words) && names_public() && !denied(i) && !is_topic(i) && sends_out(i + 1) && (decided(i, part) || asked(i))) return true;
        return false;
    }

    /// "Two members of the public": some of the public, which word i names, not all of it.
    bool is_counted(std::size_t i) const {
        std::size_t k = i;
        while (k > 0 && is(k - 1, list::function_words)) --k;
        if (k == i || k == 0 || !is(k - 1, list::crowd_words) || is(k - 1, list::public_words)) return false;
        return k > 1 && !ends(k - 1) && (!is(k - 2, list::function_words) || is(k - 2, list::indefinite_articles));
    }

    /// "The press and public withdrew."  "The public left the meeting for this item."
    bool public_goes() const {
        bool met = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (met && !denied(i) && is(i, list::withdrawal_words)) return sends_out(i + 1);
            if (met && !denied(i) && is(i, list::departure_words)) return leaves_for_item(i + 1);
            if (names_public(i)) met = !is_counted(i);
            else if (met && !is_any(i, {list::auxiliaries, list::attending_words, list::public_words, list::function_words})) met = false;
        }
        return false;
    }
    bool leaves_for_item(std::size_t i) const {
        for (; i + 2 < all.size(); ++i)
            if (is(i, list::while_words) && is_any(i + 1, {list::demonstratives, list::articles, list::next_words}))
                for (std::size_t k = i + 2; k < all.size() && k < i + 5; ++k)
                    if (length(k, list::item_words) || is(k, list::exempt_nouns)) return true;
        return false;
    }

    /// "the meeting was closed to the public", "resolved to close the meeting to the public"
    bool closes_meeting(decision_part part) const {
        if (says(list::open_session_marks)) return false;
        bool meeting = false, verb = false, passive = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            meeting |= is(i, list::sittings);
            if (is(i, list::closing_words) && !denied(i)) {
                verb = true;
                passive |= i > 0 && is(i - 1, list::passive_words);
            }
            if (meeting && verb && i > 0 && names_public(i) && (is(i - 1, list::into_words) || (i > 1 && is(i - 1, list::articles) && is(i - 2, list::into_words)))) return passive || part != decision_part::none;
        }
        return false;
    }

    // ── a closed session ──

    /// Whether words [i, i + n) are a session that one can go into: "exempt" alone stands before all kinds of things.
    bool is_session(std::size_t i, std::size_t n) const {
        const std::size_t end = i + n;
        return n > 1 || ends(end) || is_any(end, {list::exempt_nouns, list::function_words});
    }

    bool names_session() const { return says(list::exempt_marks) || says(list::exempt_parts); }

    /// Where the words before a session end that only say how and when: "moved (at 7.15pm) into a".
    std::size_t before_session(std::size_t i) const {
        std::size_t k = i;
        while (k > 0 && !is_any(k - 1, {list::entering_words, list::entering_infinitives, list::sitting_words, list::leaving_words, list::negations}) &&
               (all[k - 1].digits || is_any(k - 1, {list::function_words, list::into_words, list::articles, list::indefinite_articles, list::morning_marks, list::afternoon_marks, list::session_nouns})))
            --k;
        return k;
    }

    /// "met in executive session" may tell of another day, or, where it is only `told`, of what another body did.
    bool of_now(std::size_t verb, bool told) const {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if ((all[i].capital && words.month_of(all[i])) || words.weekday_of(all[i]) || is(i, list::earlier_words)) return false;
            if (told && i < verb && is(i, list::relative_words)) return false;
            if (is(i, list::next_words)) return false;
            if (is(i, list::range_leads) || (all[i].digits && is(i + 1, list::range_words) && i + 2 < all.size() && all[i + 2].digits)) return false;
        }
        return true;
    }

    bool enters(std::size_t session, decision_part part) const {
        const std::size_t k = before_session(session);
        for (const std::size_t n : {std::size_t{1}, std::size_t{2}}) {
            if (k < n || denied(k)) continue;
            const std::size_t verb = k - n;
            if (length(verb, list::entering_words) == n) return true;
            if (length(verb, list::sitting_words) == n) return (part != decision_part::none || verb == 0 || !is(verb - 1, list::infinitive_marks)) && of_now(verb, part == decision_part::none);
            if (length(verb, list::entering_infinitives) != n) continue;
            bool said = part != decision_part::none;
            for (std::size_t i = 0; i < verb; ++i) said |= is_any(i, {list::entering_words, list::motion_nouns});
            return said && !is_any(0, {list::future_words});
        }
        return false;
    }

    /// "went into Part 2", "moved to Part B of the agenda"; not "moved on to part 2 of the novel".
    bool is_part(std::size_t i, std::size_t n) const {
        if (n == 0 || i == 0 || !is_any(i - 1, {list::into_words, list::articles})) return false;
        std::size_t end = i + n;
        if (ends(end) || all[end].digits || length(end, list::exempt_marks) || is_any(end, {list::exempt_nouns, list::joining_words, list::coordinators})) return true;
        const bool prepositional = is(end, list::function_words);
        while (is(end, list::function_words)) ++end;
        return prepositional && end < all.size() && (all[end].digits || is_any(end, {list::sittings, list::exempt_nouns}));
    }

    bool enters_session(decision_part part) const {
        if (all.size() > longest_entry || leaves_session() || (part == decision_part::none && returns_to_public())) return false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::size_t mark = length(i, list::exempt_marks), section = length(i, list::exempt_parts);
            if ((mark > 0 && is_session(i, mark)) || is_part(i, section))
                if (enters(i, part)) return true;
        }
        return false;
    }

    /// "were considered in private": what was, as words before the verb say; nothing when no such words stand there.
    std::optional<std::size_t> taken_in_session() const {
        for (std::size_t i = 2; i < all.size(); ++i) {
            const std::size_t n = mark_length(i);
            if (n == 0 || !is_session(i, n)) continue;
            std::size_t k = before_session(i);
            if (k < 2 || !is(k - 1, list::taking_words) || denied(k)) continue;
            std::size_t verb = k - 1;
            while (verb > 0 && is(verb - 1, list::auxiliaries)) --verb;
            if (verb > 0 && is(verb - 1, list::passive_words)) return verb - 1;
        }
        return {};
    }

    /// "the remaining business", "the following items"
    bool names_rest(std::size_t end) const {
        for (std::size_t i = 0; i < end; ++i)
            if (is_any(i, {list::next_words, list::remaining_words})) return true;
        return false;
    }

    // ── and open again ──

    bool leaves(std::size_t i) const { return is_any(i, {list::leaving_words, list::closing_words, list::readmission_words, list::return_words}); }

    /// "came out of closed session", "closed session ended at 8.30pm"; not "adjourned to closed session".
    bool leaves_session() const {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::size_t n = mark_length(i);
            if (n == 0) continue;
            std::size_t k = i;
            bool into = false;
            for (; k > 0 && !leaves(k - 1) && is_any(k - 1, {list::function_words, list::into_words}); --k) into |= is(k - 1, list::into_words);
            if (k > 0 && !into && leaves(k - 1)) return true;
            std::size_t end = i + n;
            while (is_any(end, {list::auxiliaries, list::passive_words, list::exempt_nouns})) ++end;
            if (is(end, list::closing_words) && !parted(end)) return true;
        }
        return false;
    }

    /// "the public were readmitted", "returned to open session"
    bool returns_to_public() const { return (says(list::readmission_words) || has(list::return_words)) && (names_public() || says(list::open_session_marks)); }

    /// "returned to regular session", "the regular meeting resumed": such a meeting is named in other sentences too.
    bool resumes_regular() const {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::size_t n = length(i, list::regular_sessions);
            if (n == 0) continue;
            std::size_t k = i, end = i + n;
            while (k > 0 && is_any(k - 1, {list::function_words, list::into_words})) --k;
            while (is_any(end, {list::auxiliaries, list::passive_words})) ++end;
            if ((k > 0 && is_any(k - 1, {list::return_words, list::readmission_words, list::resuming_words})) || is_any(end, {list::return_words, list::readmission_words, list::resuming_words})) return true;
        }
        return false;
    }
};

}  // namespace

namespace {

/// "3-5" as one word.
bool take_joined_stretch(std::string_view sentence, exclusion_finding& f) {
    if (f.items.size() != 1) return false;
    const span s = f.items.front();
    const auto number = sentence.substr(s.begin, s.size());
    const auto dash = number.find_first_of("-\xe2");
    const auto last = dash == number.npos ? number.npos : number.find_first_of("0123456789", dash);
    if (last == number.npos || number.find_first_not_of("0123456789") != dash || number.find_first_not_of("0123456789", last) != number.npos) return false;
    f.stretch = true;
    f.items = {{s.begin, s.begin + static_cast<std::uint32_t>(dash)}, {s.begin + static_cast<std::uint32_t>(last), s.end}};
    return true;
}

/// "Items 3 to 5", "items 3 - 5": those between are not named one by one.
void take_stretch(std::string_view sentence, const lexicon& words, exclusion_finding& f) {
    if (take_joined_stretch(sentence, f)) return;
    for (const span s : f.items) {
        const auto rest = sentence.substr(s.end);
        const auto next = words_in(rest, words, 2);
        if (next.empty()) return;
        const auto gap = rest.substr(0, next[0].begin);
        const bool dash = gap.find_first_of("-/") != gap.npos || gap.find("\u2013") != gap.npos || gap.find("\u2014") != gap.npos;
        const std::size_t last = dash && next[0].digits ? 0 : next.size() > 1 && next[1].digits && words.has(word_list::range_words, next[0]) ? 1 : 2;
        if (last == 2) continue;
        f.stretch = true;
        const auto at = static_cast<std::uint32_t>(s.end);
        f.items = {f.items.front(), {at + static_cast<std::uint32_t>(next[last].begin), at + static_cast<std::uint32_t>(next[last].end)}};
        if (s.begin != f.items.front().begin) f.items.clear();  // "items 3, 5 to 7": all that follow
        return;
    }
}

}  // namespace

std::optional<exclusion_finding> match_exclusion(std::string_view sentence, const lexicon& words, const known_names& known) {
    const closure_reader r{{sentence, words}};
    if (!r.names_public() && !r.names_session()) return {};
    const decision_sentence said = sort_decision(sentence, words, known);
    const auto taken = r.taken_in_session();
    const bool closed = r.excludes_public(said.part) || r.public_goes() || r.enters_session(said.part) || (taken && r.names_rest(*taken));
    if ((!closed && !r.closes_meeting(said.part)) || tells_lost(sentence, words)) return {};
    exclusion_finding f;
    f.bare = !closed && !r.has(list::statute_words);
    f.proposed = said.part == decision_part::proposal;
    f.items = item_numbers_in(sentence, r.all, 0, words);
    take_stretch(sentence, words, f);
    for (std::size_t i = 0; i + 1 < r.all.size(); ++i) {
        if (phrase_length(r.all, i + 1, list::item_words, words) > 0) {
            f.next_only |= r.is(i, list::next_words);
            f.own_only |= r.is(i, list::demonstratives);
        }
    }
    return f;
}

bool opens_to_public(std::string_view sentence, const lexicon& words) {
    const closure_reader r{{sentence, words}};
    return r.names_public() && std::any_of(r.all.begin(), r.all.end(), [&](const word& w) { return words.has(list::opening_words, w); });
}

bool tells_lost(std::string_view sentence, const lexicon& words) {
    const closure_reader r{{sentence, words}};
    const vote_finding votes = votes_in(sentence, r.all, words);
    if (votes.result == "lost" || (votes.for_ && votes.against && *votes.for_ < *votes.against)) return true;
    for (std::size_t i = 0; i < r.all.size(); ++i) {
        if (r.is(i, list::lost_words) && r.ends(i + 1) && (r.has(list::motion_nouns) || r.has(list::moving_words))) return true;
        if (r.is(i, list::seconding_verbs) && i > 0 && r.is(i - 1, list::negations)) return true;
    }
    return false;
}

bool closes_own_item(std::string_view sentence, const lexicon& words) {
    const closure_reader r{{sentence, words}};
    if (r.all.size() < 2 || r.all.size() > longest_note) return false;
    if (const std::size_t n = r.length(0, list::exempt_marks); n > 0 && n < r.all.size() && r.all[n - 1].after == ':') return !(r.is(n, list::nothing_words) && r.ends(n + 1));
    const bool named = r.is_any(0, {list::demonstratives, list::articles}) && !r.is(1, list::attachment_nouns) && (r.is(1, list::exempt_nouns) || r.length(1, list::item_words) > 0);
    if (!named) return false;
    if (const auto taken = r.taken_in_session(); taken && !r.names_rest(*taken)) return *taken == 2;
    std::size_t k = 2;
    while (r.is_any(k, {list::auxiliaries, list::passive_words}) || (k < r.all.size() && r.all[k].folded.ends_with("ly"))) ++k;
    const std::size_t n = std::max(r.length(k, list::exempt_marks), r.length(k, list::exempt_asides)), end = k + n;
    if (k == 2 || n == 0) return false;
    if (!r.is(0, list::demonstratives)) return r.is(end, list::exemption_grounds) && std::any_of(r.all.begin() + static_cast<std::ptrdiff_t>(end), r.all.end(), [](const word& w) { return w.digits; });
    return r.ends(end) || r.is_any(end, {list::exemption_grounds, list::joining_words, list::out_of_words});
}

bool readmits_public(std::string_view sentence, const lexicon& words) {
    const closure_reader r{{sentence, words}};
    if (r.all.size() > longest_return) return false;
    if (r.leaves_session() || r.resumes_regular() || r.says(list::reopening_phrases)) return true;
    return r.returns_to_public();
}

}  // namespace minutes
