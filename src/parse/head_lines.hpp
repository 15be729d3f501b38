// SPDX-License-Identifier: Apache-2.0
// The lines and cells that may say what, when and where a meeting was, each with the label that stands before it or apart from it.
#pragma once

#include <cstddef>
#include <vector>

#include <minutes/span.hpp>

#include "label.hpp"

namespace minutes {

struct parser;

struct head_line {
    std::size_t block = 0;
    spans where;
    std::vector<label> kinds{};  ///< what a label in a cell or line of its own says of these words
    spans label_where{};
    int distance = 0;            ///< lines behind the head's end: 0 in the head
    int nth = 0;                 ///< lines before it
    bool meta = false;           ///< front matter: written about the minutes, not in them
    bool before_date = false;    ///< the next line is a date
    bool running = false;        ///< it stands in the page's head
    bool prose = false;          ///< a cell of business: only openings and closings are read
};

/// Lines behind the head from which on only openings and closings are read.
constexpr int far_behind = 40;

/// All of them in document order; blocks from `body` on are business or people.
[[nodiscard]] std::vector<head_line> head_lines(const parser& p, std::size_t body);

}  // namespace minutes
