// SPDX-License-Identifier: Apache-2.0
// The pronouns that people write behind their names: "(she/her)", "/ he, him /", ", they/them".
#pragma once

#include <string_view>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

/// Bytes up to the end of the pronouns that a text opens with; 0 when it opens with fewer than two.
[[nodiscard]] std::size_t length_of_pronouns(std::string_view text, const lexicon& words);

/// A part of a text without the pronouns that it opens with, and the marks behind them; empty when it holds nothing else.
[[nodiscard]] span without_pronouns(std::string_view text, span where, const lexicon& words);

/// Bytes of a stroke, the pronouns behind it and the stroke that closes them, at the head of a text; 0 when there are none.
[[nodiscard]] std::size_t length_of_stroked_pronouns(std::string_view text, const lexicon& words);

}  // namespace minutes
