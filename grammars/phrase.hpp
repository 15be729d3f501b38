// SPDX-License-Identifier: Apache-2.0
// Phrases and people among the words of a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

/// How many words from word `at` on are a phrase of `list`, the longest; 0 for none.
[[nodiscard]] std::size_t phrase_length(words_view all, std::size_t at, word_list list, const lexicon& words);

/// The people named right before word `end`, small words between left out: "the Clerk", "Cllrs Bell and Ash".
[[nodiscard]] span people_before(words_view all, std::size_t end, const lexicon& words);

/// The people named from word `from` on, an article before them left out.
[[nodiscard]] span people_from(words_view all, std::size_t from, const lexicon& words);

/// The numbers of the items that a sentence names, from word `from` on: "items 5 and 7", "minute 49/11".
[[nodiscard]] std::vector<span> item_numbers_in(std::string_view text, words_view all, std::size_t from, const lexicon& words);

}  // namespace minutes
