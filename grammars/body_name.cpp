// SPDX-License-Identifier: Apache-2.0
#include "body_name.hpp"

#include <algorithm>

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_name = 12;  // words

struct body_reader {
    std::string_view text;
    const lexicon& words;
    word_run all = words_in(text, words);

    bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }

    /// "Meeting", "minutes", "AGM": the occasion, not who meets.
    bool is_occasion(std::size_t i) const {
        const auto& f = all[i].folded;
        if (words.has_any({list::body_nouns, list::bodies}, f) && !words.has(list::session_nouns, f)) return false;
        return words.has_any({list::session_nouns, list::call_nouns}, f) || words.is_label(f, label::meeting) || f.ends_with("gm");
    }

    bool is_body_noun(std::size_t i) const {
        if (!all[i].capital || is_occasion(i) || is(i, list::function_words)) return false;
        return words.has_any({list::body_nouns, list::bodies, list::meeting_nouns}, all[i]);
    }

    bool is_small(std::size_t i) const { return words.has_any({list::function_words, list::connectives, list::articles}, all[i]) && !is_body_noun(i); }

    /// Where a name that starts at `first` ends: behind its last noun, and what small words tie to that: "Board of Trustees".
    std::size_t end_of_name(std::size_t first, std::size_t last) const {
        std::size_t noun = last;
        for (std::size_t i = first; i < last; ++i)
            if (is_body_noun(i)) noun = i;
        if (noun == last || noun == first) return last;  // "Cyngor Cymuned Llanfair": the noun leads
        const bool goes_on = noun + 1 < last && (is_small(noun + 1) || all[noun + 1].before == '(') && !all[noun].after;
        if (!goes_on) return noun + 1;
        return all[noun + 1].before == '(' ? noun + 2 : last;
    }

    /// The words [first, last) as a name; `led` by "meeting of the", where any capitals name the body.
    std::optional<body_finding> name(std::size_t first, std::size_t last, bool led) const {
        while (first < last && (is_small(first) || is(first, list::occasion_words))) ++first;
        while (last > first && (is_occasion(last - 1) || is_small(last - 1) || is(last - 1, list::occasion_words) || all[last - 1].digits)) --last;
        if (first < last) last = end_of_name(first, last);
        if (first == last || last - first > longest_name) return {};
        body_finding f;
        bool noun = false, joined = false;
        for (std::size_t i = first; i < last; ++i) {
            const bool occasion = is(i, list::occasion_words) && !is_body_noun(i);
            if (!occasion && (all[i].digits || is_occasion(i) || (!all[i].capital && !is_small(i)))) return {};
            noun |= is_body_noun(i);
            f.distinct |= !occasion && !is_body_noun(i) && !is_small(i) && !words.has(list::meeting_nouns, all[i]);
            if (occasion) joined = false;
            else if (joined) f.name.back().end = static_cast<std::uint32_t>(all[i].end);
            else f.name.push_back({static_cast<std::uint32_t>(all[i].begin), static_cast<std::uint32_t>(all[i].end)});
            joined |= !occasion;
        }
        if (!noun && !(led && last - first > 1)) return {};
        // The bracket that ends in the name is part of it: "Technical Committee (TC)".
        auto& end = f.name.back().end;
        if (all[last - 1].before == '(' && end < text.size() && text[end] == ')') ++end;
        return f;
    }
};

}  // namespace

std::optional<body_finding> match_body_in_title(std::string_view title, const lexicon& words) {
    const body_reader r{title, words};
    // "Annual Meeting of the Parish Council": who meets stands behind it.
    for (std::size_t i = r.all.size(); i-- > 0;)
        if (r.is_occasion(i) && i + 1 < r.all.size() && !r.all[i + 1].capital && r.is(i + 1, list::function_words))
            if (const auto f = r.name(i + 1, r.all.size(), true)) return f;
    return r.name(0, r.all.size(), false);
}

std::optional<body_finding> match_body_line(std::string_view line, const lexicon& words) {
    const body_reader r{line, words};
    if (r.all.empty() || r.all.size() > longest_name || r.all.back().after == '.') return {};
    for (std::size_t i = 0; i < r.all.size(); ++i)
        if (r.is_occasion(i) || r.all[i].digits || (i + 1 == r.all.size() && r.is(i, list::venue_nouns)) || r.all[i].after == ':' || r.all[i].after == ',') return {};
    return r.name(0, r.all.size(), false);
}

}  // namespace minutes
