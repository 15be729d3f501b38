// SPDX-License-Identifier: Apache-2.0
// What the words of motions say: where one is stated, what heads several, and what leaves one undecided.
#pragma once

#include <string_view>

#include "lexicon.hpp"

namespace minutes {

/// "The following", before what is listed.
[[nodiscard]] bool opens_with_following(words_view all, const lexicon& words);

/// "The board made the following decisions:", "The following motions were carried:": each entry of the list below is one.
[[nodiscard]] bool heads_list_of_decisions(std::string_view sentence, const lexicon& words);

/// "That the accounts be passed for payment.": the words of a motion.
[[nodiscard]] bool opens_with_clause(std::string_view sentence, const lexicon& words);

/// "Votes": a heading that does not say on what.
[[nodiscard]] bool names_a_vote(std::string_view heading, const lexicon& words);
/// "Resolution 2022-14": a motion by its number alone.
[[nodiscard]] bool names_counted_motion(std::string_view line, const lexicon& words);

/// Where the words behind "Motion:" start; 0 when no such label opens the text.
[[nodiscard]] std::size_t motion_label(std::string_view text, const lexicon& words);

/// "Ash withdrew the motion.", "The vote was postponed to June.", "The motion did not carry.", "It will be voted on in June.": nothing was decided.
[[nodiscard]] bool leaves_motion_undecided(std::string_view sentence, const lexicon& words);

}  // namespace minutes
