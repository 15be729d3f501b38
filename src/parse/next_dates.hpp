// SPDX-License-Identifier: Apache-2.0
// Which of the dates in words about the next meeting is its own, and whose meeting it is.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "date.hpp"
#include "lexicon.hpp"

namespace minutes {

/// The first date that may be the next meeting's: none of a week, none before `meeting` or on its day, none of a deadline ("by 31 May"),
/// of a day on which there is none ("no meeting on 17 May"), or from which it was moved.
[[nodiscard]] std::optional<date_finding> next_date_in(std::string_view text, const std::vector<date_finding>& dates, const std::optional<date_finding>& meeting, const lexicon& words);

/// "Planning Committee" of "the next Planning Committee meeting", "county council" of "the next meeting of the county council": whether words
/// name a body other than those that the document's head names.
[[nodiscard]] bool names_other_body(words_view name, std::string_view head, const lexicon& words);

/// "Date and venue of the next meeting", "To agree the date of the next Council meeting": whether a heading speaks of when and where the
/// next meeting is, not of its business.
[[nodiscard]] bool heads_next_meeting(std::string_view heading, const lexicon& words);

}  // namespace minutes
