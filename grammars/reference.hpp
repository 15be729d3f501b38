// SPDX-License-Identifier: Apache-2.0
// References of actions and numbers of items: "27/14", "AP 12", "FPM/27/14", "14-027"; "3.", "4.1)", "Item 2", "(a)".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon.hpp"

namespace minutes {

struct reference_finding {
    std::size_t begin = 0, end = 0;  ///< the reference without brackets
    std::size_t rest = 0;            ///< where the text behind it starts
    std::string shape;               ///< "9/9", "A9": references of one document are alike
    bool strong = false;             ///< by itself no ordinary words or amount
};

/// The reference at the start of a text.
[[nodiscard]] std::optional<reference_finding> reference_at(std::string_view text, const lexicon& words);

/// The reference that the whole text is.
[[nodiscard]] std::optional<reference_finding> match_reference(std::string_view text, const lexicon& words);

struct number_finding {
    std::size_t begin = 0, end = 0;  ///< the number without full stop or bracket
    std::size_t rest = 0;            ///< where the text behind it starts
    bool marked = false;             ///< has a full stop, bracket or "Item": more than a bare number
    int depth = 1;                   ///< 1 for "4", 2 for "4.1"
    int last = 0;                    ///< value of its last part; 0 for other letters
};

/// The item number at the start of a text; white space must follow it.
[[nodiscard]] std::optional<number_finding> number_at(std::string_view text, const lexicon& words);

/// The item number that the whole text is.
[[nodiscard]] std::optional<number_finding> match_number(std::string_view text, const lexicon& words);

}  // namespace minutes
