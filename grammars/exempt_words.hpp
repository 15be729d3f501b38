// SPDX-License-Identifier: Apache-2.0
// The words of a heading or a sentence, asked for what marks business that is not for the public.
#pragma once

#include <algorithm>

#include "phrase.hpp"

namespace minutes {

struct exempt_words {
    using list = word_list;

    std::string_view text;
    const lexicon& words;
    word_run all = words_in(text, words);

    bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }
    bool is_any(std::size_t i, std::initializer_list<list> which) const { return i < all.size() && words.has_any(which, all[i]); }
    bool has(list which) const {
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(which, w); });
    }
    std::size_t length(std::size_t i, list which) const { return phrase_length(all, i, which, words); }
    bool says(list which) const {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (length(i, which)) return true;
        return false;
    }

    /// The words of a session or of a part of the meeting from word i on; 0 for none.
    std::size_t mark_length(std::size_t i) const { return std::max(length(i, list::exempt_marks), length(i, list::exempt_parts)); }

    /// What stands between word i and the one before it.
    std::string_view gap(std::size_t i) const { return i == 0 || i >= all.size() ? std::string_view{} : text.substr(all[i - 1].end, all[i].begin - all[i - 1].end); }

    /// Whether a bracket, dash, star or colon parts word i from the one before it.
    bool parted(std::size_t i) const {
        const auto between = gap(i);
        return between.find_first_of("([:;\t*") != between.npos || between.find(" -") != between.npos || between.find("\u2013") != between.npos || between.find("\u2014") != between.npos;
    }

    /// Whether nothing goes on behind word i - 1: the sentence or clause ends.
    bool ends(std::size_t i) const { return i >= all.size() || (all[i - 1].after && all[i - 1].after != '-' && all[i - 1].after != '/'); }

    /// "was not", "no motion": a word before word i denies it.
    bool denied(std::size_t i) const {
        for (std::size_t k = 0; k < i; ++k)
            if (is_any(k, {list::negations, list::nothing_words})) return true;
        return false;
    }
};

}  // namespace minutes
