// SPDX-License-Identifier: Apache-2.0
// Times of day and ranges of them: "9.00am", "0900 hrs", "2.30 p.m.", "12 noon", "9:00am – 10:30am".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

#include "lexicon.hpp"

namespace minutes {

struct time_finding {
    std::size_t begin = 0, end = 0;  ///< bytes in the text, the whole range
    std::size_t start_end = 0;       ///< where the first time ends
    time_of_day start;
    std::optional<time_of_day> until;  ///< the range's second time
    std::size_t until_begin = 0;
    bool sure = false;  ///< says "am", "hrs" or has a colon; "9.30" alone may be a section number
};

/// The times in a text, in order, not overlapping.
[[nodiscard]] std::vector<time_finding> find_times(std::string_view text, const lexicon& words);

}  // namespace minutes
