// SPDX-License-Identifier: Apache-2.0
// The text of a meeting's occasion taken apart: its dates and times, and the words that stay, which name the meeting or its place.
#pragma once

#include <string_view>
#include <vector>

#include "date.hpp"
#include "label.hpp"
#include "time.hpp"

namespace minutes {

/// A text with its dates, times and brackets taken out, and the pieces of words that stay.
struct occasion_parts {
    std::vector<date_finding> dates;
    std::vector<time_finding> times;
    std::vector<span> brackets;  // without the brackets themselves
    std::vector<span> pieces;
    std::vector<int> after_date; // for each piece: dates and times before it
};

[[nodiscard]] occasion_parts take_apart(std::string_view text, const lexicon& words);

/// Takes marks and small words ("held on", "at") off both ends; with `keep_the` a leading "the" stays.
[[nodiscard]] span bare(std::string_view text, span s, const lexicon& words, bool keep_the);

/// How many of the words, or of a text's words, a list has.
[[nodiscard]] int count_of(words_view all, word_list which, const lexicon& words);
[[nodiscard]] int count_of(std::string_view text, word_list which, const lexicon& words);

/// The span behind a leading "Minutes of the", which is no part of the name.
[[nodiscard]] span without_lead(std::string_view text, span s, const lexicon& words);

/// Byte of the first comma, dash or " at " that parts a name from a place; npos when there is none.
[[nodiscard]] std::size_t place_border(std::string_view text, const lexicon& words);

/// Whether a text holds nothing but small words ("held on the").
[[nodiscard]] bool is_small(std::string_view text, const lexicon& words);

/// "The public session commenced at 7.12pm", "started with an Open Forum": before the meeting.
[[nodiscard]] bool tells_of_open_forum(words_view said, const lexicon& words);

}  // namespace minutes
