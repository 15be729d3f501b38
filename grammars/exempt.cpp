// SPDX-License-Identifier: Apache-2.0
#include "exempt.hpp"

#include <algorithm>

#include "decision.hpp"
#include "phrase.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_heading = 14, longest_note = 45;  // words

struct exempt_reader {
    std::string_view text;
    const lexicon& words;
    word_run all = words_in(text, words);

    bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }
    bool has(list which) const {
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(which, w); });
    }
    bool says(list which) const {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (phrase_length(all, i, which, words)) return true;
        return false;
    }

    std::string_view between(std::size_t i) const { return i == 0 || i >= all.size() ? std::string_view{} : text.substr(all[i - 1].end, all[i].begin - all[i - 1].end); }

    /// Whether a bracket, dash or colon parts word i from the one before it.
    bool parted(std::size_t i) const {
        const auto gap = between(i);
        return gap.find_first_of("([:;\t") != gap.npos || gap.find(" -") != gap.npos || gap.find("\u2013") != gap.npos || gap.find("\u2014") != gap.npos;
    }

    /// Whether the mark in words [i, end) speaks of the whole heading: alone, set apart, or before "items".
    bool marks_heading(std::size_t i, std::size_t end) const {
        const bool front = i == 0 || parted(i);
        if (!front) return false;
        if (end == all.size() || parted(end)) return true;
        if (text.substr(all[end - 1].end, all[end].begin - all[end - 1].end).find_first_of(")]") != std::string_view::npos) return true;
        if (!is(end, list::exempt_nouns)) return false;
        return end + 1 == all.size() || parted(end + 1) || is(end + 1, list::function_words) || is(end + 1, list::exempt_nouns) || all[end].after;
    }

    /// The words of a session or of a part of the meeting from word i on; 0 for none.
    std::size_t mark_length(std::size_t i) const { return std::max(phrase_length(all, i, list::exempt_marks, words), phrase_length(all, i, list::exempt_parts, words)); }

    /// "B", "2", "IV": which of several papers it is.
    bool counts(std::size_t i) const { return all[i].digits || all[i].end - all[i].begin == 1 || all[i].folded.find_first_not_of("ivx") == std::string::npos; }

    bool leaves(std::size_t i) const { return is(i, list::leaving_words) || is(i, list::closing_words) || is(i, list::readmission_words) || is(i, list::return_words); }

    /// "came out of closed session", "closed session ended at 8.30pm"; not "adjourned to closed session".
    bool leaves_session() const {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::size_t n = phrase_length(all, i, list::exempt_marks, words);
            if (n == 0) continue;
            std::size_t k = i;
            bool into = false;
            for (; k > 0 && !leaves(k - 1) && (is(k - 1, list::function_words) || is(k - 1, list::into_words)); --k) into |= is(k - 1, list::into_words);
            if (k > 0 && !into && leaves(k - 1)) return true;
            std::size_t end = i + n;
            while (is(end, list::auxiliaries) || is(end, list::passive_words)) ++end;
            if (is(end, list::closing_words)) return true;
        }
        return false;
    }

    /// "moved into closed session"; "motion to enter executive session".
    bool enters_session(const known_names& known) const {
        if (all.size() > 30 || !says(list::exempt_marks) || leaves_session()) return false;
        if (has(list::entering_words)) return true;
        return has(list::entering_infinitives) && sort_decision(text, words, known).part != decision_part::none;
    }

    std::optional<paper_heading> paper() const {
        if (all.empty() || all.size() > longest_heading) return {};
        const std::size_t noun = phrase_length(all, 0, list::exempt_marks, words);
        if (!is(noun, list::attachment_nouns)) return {};
        const bool counted = noun + 1 < all.size() && counts(noun + 1);
        const std::size_t rest = noun + (counted ? 2 : 1);
        if (rest < all.size() && !parted(rest)) return {};
        paper_heading found{all[noun].folded, noun > 0};
        for (std::size_t i = rest; i < all.size(); ++i)
            if (const std::size_t n = phrase_length(all, i, list::exempt_marks, words); n > 0) found.closed |= marks_heading(i, i + n);
        if (!counted && !found.closed) return {};
        return found;
    }

    /// Whether the verb that sends the public out was said to have happened: "were excluded", "RESOLVED that … be excluded".
    bool decided(std::size_t verb, const known_names& known) const {
        for (std::size_t i = 0; i < verb; ++i)
            if (is(i, list::negations) || is(i, list::nothing_words)) return false;
        std::size_t k = verb;
        while (k > 0 && (is(k - 1, list::auxiliaries) || is(k - 1, list::infinitive_marks) || is(k - 1, list::verbs)) && !is(k - 1, list::passive_words)) --k;
        return (k > 0 && is(k - 1, list::passive_words)) || sort_decision(text, words, known).part != decision_part::none;
    }
};

}  // namespace

std::optional<span> exempt_mark_in(std::string_view heading, const lexicon& words) {
    const exempt_reader r{heading, words};
    if (r.all.size() > longest_heading) return {};
    for (std::size_t i = 0; i < r.all.size(); ++i)
        if (const std::size_t n = phrase_length(r.all, i, list::exempt_marks, words); n > 0 && r.marks_heading(i, i + n))
            return span{static_cast<std::uint32_t>(r.all[i].begin), static_cast<std::uint32_t>(r.all[i + n - 1].end)};
    return {};
}

bool is_exempt_note(std::string_view text, const lexicon& words) {
    const exempt_reader r{text, words};
    if (r.all.empty() || r.all.size() > longest_note || !r.says(list::exempt_marks)) return false;
    const bool bracketed = trim(text).starts_with('(') || trim(text).starts_with('[');
    const bool verb = std::any_of(r.all.begin(), r.all.end(), [&](const word& w) { return !w.capital && words.has(list::verbs, w) && !words.has(list::passive_words, w); });
    return !verb && (bracketed || phrase_length(r.all, 0, list::exempt_marks, words) > 0);
}

std::optional<exclusion_finding> match_exclusion(std::string_view sentence, const lexicon& words, const known_names& known) {
    const exempt_reader r{sentence, words};
    std::size_t verb = r.all.size();
    for (std::size_t i = 0; i < r.all.size(); ++i)
        if (r.is(i, list::exclusion_words)) verb = std::min(verb, i);
    const bool sent_out = verb < r.all.size() && r.has(list::public_words) && r.decided(verb, known);
    if (!sent_out && !r.enters_session(known)) return {};
    exclusion_finding f;
    f.items = item_numbers_in(sentence, r.all, 0, words);
    // "Items 3 to 5", "items 3 - 5": those between are not named one by one; all that follows is closed.
    const bool stretch = std::any_of(f.items.begin(), f.items.end(), [&](span s) {
        const auto rest = sentence.substr(s.end);
        const auto next = words_in(rest, words, 2);
        const auto gap = next.empty() ? std::string_view{} : rest.substr(0, next[0].begin);
        const bool dash = gap.find_first_of("-/") != gap.npos || gap.find("\u2013") != gap.npos || gap.find("\u2014") != gap.npos;
        return !next.empty() && ((dash && next[0].digits) || (next.size() > 1 && next[1].digits && words.has(list::range_words, next[0])));
    });
    if (stretch) f.items.clear();
    for (std::size_t i = 0; i + 1 < r.all.size(); ++i)
        f.next_only |= r.is(i, list::next_words) && phrase_length(r.all, i + 1, list::item_words, words) > 0;
    return f;
}

std::optional<session_heading> match_session_heading(std::string_view line, const lexicon& words) {
    const exempt_reader r{line, words};
    if (r.all.size() > longest_heading || r.paper()) return {};
    session_heading found;
    bool open = false;
    for (std::size_t i = 0; i < r.all.size();) {
        const std::size_t part = phrase_length(r.all, i, list::exempt_parts, words), mark = r.mark_length(i), opening = phrase_length(r.all, i, list::open_session_marks, words);
        found.of_part |= part > 0 || phrase_length(r.all, i, list::public_parts, words) > 0;
        found.closed |= mark > 0;
        open |= opening > 0;
        if (i == 0 && mark == 0 && opening == 0 && !r.is(0, list::session_words)) return {};
        const bool small = words.has_any({list::exempt_nouns, list::function_words, list::public_words, list::session_words, list::exclusion_words, list::morning_marks, list::afternoon_marks}, r.all[i]);
        if (mark == 0 && opening == 0 && !small && !(line[r.all[i].begin] >= '0' && line[r.all[i].begin] <= '9')) return {};
        i += std::max({mark, opening, std::size_t{1}});
    }
    if (!found.closed && !open) return {};
    return found;
}

std::optional<part_mark> match_part_mark(std::string_view heading, const lexicon& words) {
    const exempt_reader r{heading, words};
    for (std::size_t i = 1; i < r.all.size() && r.all.size() <= longest_heading; ++i) {
        const std::size_t closed = phrase_length(r.all, i, list::exempt_parts, words), open = phrase_length(r.all, i, list::public_parts, words);
        if (std::max(closed, open) == 0 || i + std::max(closed, open) != r.all.size() || !r.parted(i)) continue;
        return part_mark{closed > 0, {static_cast<std::uint32_t>(r.all[i].begin), static_cast<std::uint32_t>(r.all.back().end)}};
    }
    return {};
}

std::optional<paper_heading> match_paper_heading(std::string_view line, const lexicon& words) { return exempt_reader{line, words}.paper(); }

bool names_exempt_part(std::string_view title, const lexicon& words) {
    const exempt_reader r{title, words};
    for (std::size_t i = 0; i < r.all.size(); ++i) {
        const std::size_t n = phrase_length(r.all, i, list::exempt_parts, words);
        if (n == 0) continue;
        const bool ends = i + n == r.all.size();
        if (i == 0 ? ends || r.is(n, list::function_words) : ends && r.parted(i)) return true;
    }
    return false;
}

bool readmits_public(std::string_view sentence, const lexicon& words) {
    const exempt_reader r{sentence, words};
    if (r.all.size() > 40) return false;
    if (r.leaves_session()) return true;
    const bool again = r.says(list::readmission_words) || r.has(list::return_words);
    return again && (r.has(list::public_words) || r.says(list::open_session_marks));
}

}  // namespace minutes
