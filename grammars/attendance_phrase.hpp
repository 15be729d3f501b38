// SPDX-License-Identifier: Apache-2.0
// Attendance said in a sentence: "Apologies were received from Ann Bell and Tom Ash.",
// "Ann Bell sent her apologies", "Ann, Tom and Priya were in attendance".
#pragma once

#include <vector>

#include <minutes/meeting.hpp>
#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

struct attendance_phrase {
    attendance how = attendance::present;
    span label;   ///< the words that say it
    span people;  ///< the words that name them
};

/// The phrases of a text, in order.
[[nodiscard]] std::vector<attendance_phrase> attendance_phrases_in(std::string_view text, const lexicon& words);

/// "The meeting was called to order by Ann Bell", "Ann Bell opened the meeting": who was there, though no list may say so.
[[nodiscard]] std::vector<attendance_phrase> opening_phrases_in(std::string_view text, const lexicon& words);

}  // namespace minutes
