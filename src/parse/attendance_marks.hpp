// SPDX-License-Identifier: Apache-2.0
// Columns in which a mark in each row says who was there: "Present: Y", "Apologies: x", "✓".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

#include "lexicon.hpp"

namespace minutes {

/// What an x or a dash says in a column of marks: that somebody came, or, where ticks say that, that somebody did not.
enum class crosses { here, away };

/// What the crosses of a column say, by its other marks.
[[nodiscard]] crosses crosses_in(const std::vector<std::string>& cells, const lexicon& words);

/// What a cell's mark says: "P", "✓", "Apologies"; nothing when it is no mark.
[[nodiscard]] std::optional<attendance> mark_of(std::string_view cell, const lexicon& words, crosses how = crosses::here);

/// What a mark under the head of a column says: "Present", "Apologies", "Attended?"; nothing for other heads.
[[nodiscard]] std::optional<attendance> marked_by_head(std::string_view head, const lexicon& words);

/// Whether most of a column's filled cells are marks.
[[nodiscard]] bool are_marks(const std::vector<std::string>& cells, const lexicon& words);

/// What `mark` says below a head that says `head`: an x under "Apologies" is an apology, an n under "Present" an absence.
[[nodiscard]] std::optional<attendance> marked(attendance head, std::string_view mark, const lexicon& words, crosses how = crosses::here);

}  // namespace minutes
