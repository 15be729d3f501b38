// SPDX-License-Identifier: Apache-2.0
// Whether words can name the place of a meeting, this one or the next.
#pragma once

#include <string_view>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

/// Whether a verb in small letters stands among the words, other than "held" and its like.
[[nodiscard]] bool tells_in_verb(words_view all, const lexicon& words);

/// Whether a text has a word that can name a place: "their meeting" has none.
[[nodiscard]] bool is_place_like(std::string_view text, const lexicon& words);

/// Whether "at", "in the" or their like stand right before bytes `where`, or open them.
[[nodiscard]] bool is_led_to_place(std::string_view text, span where, const lexicon& words);

/// Whether bytes `where`, behind a date or time, name a place: by a word for one, by what leads to them, or by being a name of their own:
/// "Pier House", "at the mill", "Fernlea"; not "rescheduled", "week 3", "Ann Bell".
[[nodiscard]] bool names_place(std::string_view text, span where, const lexicon& words);

/// The place without what is said of it behind: "Pier House after the walk", "online due to the storm".
[[nodiscard]] span before_remark(std::string_view text, span where, const lexicon& words);

}  // namespace minutes
