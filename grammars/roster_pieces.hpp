// SPDX-License-Identifier: Apache-2.0
// A text of people cut at its marks, and what a piece opens with.
#pragma once

#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "name_strength.hpp"

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

/// "16 members of the public", "the press": people without names.
[[nodiscard]] bool says_crowd(std::string_view piece, const lexicon& words);

}  // namespace minutes
