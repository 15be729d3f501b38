// SPDX-License-Identifier: Apache-2.0
#include "exempt.hpp"

#include "exempt_words.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_heading = 14, longest_mark = 30, longest_note = 45;  // words

struct exempt_reader : exempt_words {
    /// Marks that speak of an item only when they are set apart: "Lease (private)".
    std::size_t apart_length(std::size_t i) const { return parted(i) ? length(i, list::exempt_asides) : 0; }

    /// Whether a bracket opens right before word i or up to two words ahead of it: "(Staff confidential)".
    bool opens_bracket(std::size_t i) const {
        for (std::size_t k = i; k > 0 && k + 2 >= i; --k) {
            if (is(k, list::negations)) return false;
            const auto between = gap(k);
            if (between.find_first_of("([") != between.npos) return true;
            if (between.find_first_of(")]:;") != between.npos) return false;
        }
        return false;
    }

    bool closes_bracket(std::size_t end) const {
        const std::size_t to = end < all.size() ? all[end].begin : text.size();
        return text.substr(all[end - 1].end, to - all[end - 1].end).find_first_of(")]*") != text.npos;
    }

    /// "by virtue of paragraph 3", "under the Act": the grounds of a mark that ends before word `end`.
    bool grounds(std::size_t end) const { return is(end, list::exemption_grounds) && has_number_from(end); }
    bool has_number_from(std::size_t i) const {
        for (; i < all.size(); ++i)
            if (all[i].digits || is(i, list::statute_words)) return true;
        return false;
    }

    /// Whether the mark in words [i, end) speaks of the whole heading: alone, set apart, or before "items".
    bool marks_heading(std::size_t i, std::size_t end) const {
        if (i > 0 && !parted(i) && !(opens_bracket(i) && closes_bracket(end))) return false;
        if (end == all.size() || parted(end) || closes_bracket(end) || grounds(end)) return true;
        if (!is(end, list::exempt_nouns)) return false;
        return end + 1 == all.size() || parted(end + 1) || closes_bracket(end + 1) || is_any(end + 1, {list::function_words, list::exempt_nouns}) || all[end].after;
    }

    /// Whether a note may go on with word `end` behind its mark: "Confidential: paragraph 3"; not "Confidential waste collection".
    bool ends_mark(std::size_t end) const {
        return ends(end) || parted(end) || all[end].digits || all[end].upper || is_any(end, {list::exempt_nouns, list::exemption_grounds, list::function_words});
    }

    /// "B", "2", "IV": which of several papers it is.
    bool counts(std::size_t i) const { return i < all.size() && (all[i].digits || all[i].end - all[i].begin == 1 || all[i].folded.find_first_not_of("ivx") == std::string::npos); }

    /// "to the minutes of 9 May", "to Minute 12": what a paper that is named before word i belongs to.
    bool belongs(std::size_t i) const {
        if (!is(i, list::infinitive_marks)) return false;
        std::size_t k = i + 1;
        while (is(k, list::function_words)) ++k;
        return is_any(k, {list::record_nouns, list::item_words});
    }

    std::optional<paper_heading> paper() const {
        if (all.empty() || all.size() > longest_heading) return {};
        const std::size_t noun = length(0, list::exempt_marks);
        if (!is(noun, list::attachment_nouns) && !(noun > 0 && is(noun, list::minute_papers))) return {};
        const bool counted = counts(noun + 1);
        const std::size_t rest = noun + (counted ? 2 : 1);
        if (rest < all.size() && !parted(rest) && !(noun > 0 && belongs(rest))) return {};
        paper_heading found{all[noun].folded, noun > 0, {static_cast<std::uint32_t>(all[noun].begin), static_cast<std::uint32_t>(all[rest - 1].end)}};
        for (std::size_t i = rest; i < all.size(); ++i)
            if (const std::size_t n = length(i, list::exempt_marks); n > 0) found.closed |= marks_heading(i, i + n);
        if (!counted && !found.closed) return {};
        return found;
    }

    /// Words that say nothing but which session it is: "Section 2", "items considered in the absence of", "(8.10pm)".
    bool is_small(std::size_t i) const {
        return is_any(i, {list::exempt_nouns, list::function_words, list::public_words, list::session_words, list::exclusion_words, list::morning_marks, list::afternoon_marks}) ||
               (text[all[i].begin] >= '0' && text[all[i].begin] <= '9') || (i > 0 && all[i].end - all[i].begin == 1);
    }

    /// "Executive session closed at 8.05pm": it ended; "Part II – closed to the public" is closed to somebody.
    bool tells_end(std::size_t end) const {
        return is(end, list::closing_words) && !parted(end) && !(is(end + 1, list::into_words) && (is(end + 2, list::public_words) || is(end + 3, list::public_words)));
    }
};

}  // namespace

std::optional<span> exempt_mark_in(std::string_view heading, const lexicon& words) {
    const exempt_reader r{{heading, words}};
    if (r.all.size() > longest_mark) return {};
    for (std::size_t i = 0; i < r.all.size() && i < longest_heading; ++i)
        if (const std::size_t n = std::max(r.length(i, list::exempt_marks), r.apart_length(i)); n > 0 && r.marks_heading(i, i + n) && (r.all.size() <= longest_heading || r.grounds(i + n)))
            return span{static_cast<std::uint32_t>(r.all[i].begin), static_cast<std::uint32_t>(r.all[i + n - 1].end)};
    return {};
}

bool is_exempt_note(std::string_view text, const lexicon& words) {
    const exempt_reader r{{text, words}};
    if (r.all.empty() || r.all.size() > longest_note) return false;
    const bool bracketed = trim(text).starts_with('(') || trim(text).starts_with('[');
    if (bracketed && r.marks_heading(0, std::max<std::size_t>(r.length(0, list::exempt_asides), 1)) && r.length(0, list::exempt_asides)) return true;
    const std::size_t at = r.is(0, list::exempt_nouns) ? 1 : 0;  // "Report exempt by virtue of paragraph 3"
    const std::size_t n = r.length(at, list::exempt_marks);
    if (n == 0 && !(bracketed && r.says(list::exempt_marks))) return false;
    if (r.is(at + n, list::nothing_words) && r.ends(at + n + 1)) return false;  // "Closed session: none"
    const bool verb = std::any_of(r.all.begin(), r.all.end(), [&](const word& w) { return !w.capital && words.has(list::verbs, w) && !words.has(list::passive_words, w); });
    return !verb && (n > 0 ? bracketed || r.ends_mark(at + n) : !r.denied(r.all.size()));
}

bool asks_whether_exempt(std::string_view head, const lexicon& words) {
    constexpr std::size_t longest = 3;  // words
    const exempt_reader r{{head, words}};
    return r.all.size() <= longest && r.says(list::exempt_marks);
}

std::optional<session_heading> match_session_heading(std::string_view line, const lexicon& words) {
    const exempt_reader r{{line, words}};
    if (r.all.size() > longest_heading || r.paper()) return {};
    session_heading found;
    bool open = false;
    for (std::size_t i = 0; i < r.all.size();) {
        const std::size_t part = r.length(i, list::exempt_parts), mark = r.mark_length(i), opening = r.length(i, list::open_session_marks);
        if (mark > 0 && r.tells_end(i + mark)) return {};
        found.of_part |= part > 0 || r.length(i, list::public_parts) > 0;
        found.closed |= mark > 0;
        open |= opening > 0;
        if (i == 0 && mark == 0 && opening == 0 && !r.is(0, list::session_words)) return {};
        if (mark == 0 && opening == 0 && !r.is_small(i)) return {};
        i += std::max({mark, opening, std::size_t{1}});
    }
    if (!found.closed && !open) return {};
    return found;
}

std::optional<part_mark> match_part_mark(std::string_view heading, const lexicon& words) {
    const exempt_reader r{{heading, words}};
    for (std::size_t i = 1; i < r.all.size() && r.all.size() <= longest_heading; ++i) {
        const std::size_t closed = r.length(i, list::exempt_parts), open = r.length(i, list::public_parts);
        if (std::max(closed, open) == 0 || i + std::max(closed, open) != r.all.size() || !r.parted(i)) continue;
        return part_mark{closed > 0, {static_cast<std::uint32_t>(r.all[i].begin), static_cast<std::uint32_t>(r.all.back().end)}};
    }
    return {};
}

std::optional<paper_heading> match_paper_heading(std::string_view line, const lexicon& words) { return exempt_reader{{line, words}}.paper(); }

bool names_exempt_part(std::string_view title, const lexicon& words) {
    const exempt_reader r{{title, words}};
    for (std::size_t i = 0; i < r.all.size(); ++i) {
        const std::size_t n = r.length(i, list::exempt_parts);
        if (n == 0) continue;
        const std::size_t end = i + n;
        const bool ends = end == r.all.size() || (r.parted(end) && r.mark_length(end) > 0);  // "Part 2 (exempt)"
        if (i == 0 ? ends || r.is(n, list::function_words) : ends && r.parted(i)) return true;
    }
    return false;
}

}  // namespace minutes
