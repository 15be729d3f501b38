// SPDX-License-Identifier: Apache-2.0
// How name-like the words of one person's entry are.
#pragma once

#include <string_view>

#include "lexicon.hpp"

namespace minutes {

/// A word of an office, a body or a field of work, also in the plural.
[[nodiscard]] bool is_role_word(const word& w, const lexicon& words);

/// "A", "J.K"
[[nodiscard]] bool is_initial(const word& w);

/// "K9ABC", "GØXYZ": letters and figures that a radio amateur is called by.
[[nodiscard]] bool is_call_sign(std::string_view t);

/// The words of a piece before its bracket, dash, handle or small words ("for …", "by phone"): its name, if it is a person.
[[nodiscard]] std::string_view head_of_piece(std::string_view piece, const lexicon& words);

/// 3: can hardly be anything but a person (an honorific, a known forename or an initial leads); 2: looks like a name;
/// 1: a lone word, as a forename or handle; 0: a role, a body, running text.
[[nodiscard]] int name_strength(std::string_view piece, const lexicon& words);

/// How name-like the first words of a piece are when more stand behind them: the most that `name_strength` gives one to four of them.
[[nodiscard]] int strength_of_head(std::string_view piece, const lexicon& words);

/// "Ann Bell AB": whether the last word is the initials of the name before it.
[[nodiscard]] bool has_own_initials(std::string_view text, words_view all);

/// Bytes of role and body words before an honorific or forename: "Borough" of "Borough Cllr A Lee".
[[nodiscard]] std::size_t length_of_lead(std::string_view piece, const lexicon& words);

}  // namespace minutes
