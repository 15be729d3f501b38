// SPDX-License-Identifier: Apache-2.0
// The meeting's name, date, time and place.  Every line of the document's head may
// say them; each offers what it could mean with a weight, and the heaviest offer of
// the whole head is taken, the first of equals.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include <minutes/meeting.hpp>

#include "outline.hpp"

namespace minutes {

struct parser;

/// One reading of one field.
struct offer {
    int weight = 0;
    spans where{};
    const char* rule = "";
    const char* field = "";               ///< "title", "date" …
    std::size_t block = 0;                ///< index into `laid_document::blocks`
    std::optional<time_of_day> time{};    ///< start, end: the time read
    std::optional<time_of_day> until{};   ///< start: the range's second time
    spans until_where{};
    spans label{};                        ///< the label that says so
};

struct occasion {
    std::optional<offer> title, date, start, end, venue, chair;
    std::vector<offer> offers;                  ///< all that were weighed, for `trace`
    std::unordered_set<std::size_t> blocks;     ///< lines that say when and what the meeting is: no headings of business
};

/// Weighs the lines of the head; blocks from `body` on are business or people.
[[nodiscard]] occasion find_occasion(const parser& p, std::size_t body, choice how);

}  // namespace minutes
