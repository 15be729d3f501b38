// SPDX-License-Identifier: Apache-2.0
// A text of people cut at its marks; and how name-like a piece is.
#pragma once

#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

struct roster_piece {
    span where;     ///< trimmed
    char mark = 0;  ///< the joint before it: 0 none, ',' ';' '/', '&' "and", ' ' a gap, '+' nothing: two names run together, '.' the end of a sentence
};

/// "[AB] Ann Bell", "(Hill Works) Ann Bell": bytes of the brackets that a piece opens with and the blanks behind them; 0 when no name follows.
[[nodiscard]] std::size_t length_of_opening_bracket(std::string_view piece, const lexicon& words);

/// The bytes of a piece from the name on, without what opens it: such brackets, an office ("Recording- Ann Bell"), a handle before
/// its name in brackets ("@abell (Ann Bell)").
[[nodiscard]] span from_name(std::string_view piece, const lexicon& words);

/// The pieces between commas, semicolons, gaps, spaced slashes and "and"s that stand outside brackets.
[[nodiscard]] std::vector<roster_piece> cut_roster(std::string_view text, const lexicon& words);

/// The words of a piece before its bracket, dash, handle or small words ("for …", "by phone"): its name, if it is a person.
[[nodiscard]] std::string_view head_of_piece(std::string_view piece, const lexicon& words);

/// 3: can hardly be anything but a person (an honorific, a known forename or an initial leads); 2: looks like a name;
/// 1: a lone word, as a forename or handle; 0: a role, a body, running text.
[[nodiscard]] int name_strength(std::string_view piece, const lexicon& words);

/// How name-like the first words of a piece are when more stand behind them: the most that `name_strength` gives one to four of them.
[[nodiscard]] int strength_of_head(std::string_view piece, const lexicon& words);

/// "Ann Bell AB": whether the last word is the initials of the name before it.
[[nodiscard]] bool has_own_initials(std::string_view text, words_view all);

/// "16 members of the public", "the press": people without names.
[[nodiscard]] bool says_crowd(std::string_view piece, const lexicon& words);

/// Bytes of role and body words before an honorific or forename: "Borough" of "Borough Cllr A Lee".
[[nodiscard]] std::size_t length_of_lead(std::string_view piece, const lexicon& words);

}  // namespace minutes
