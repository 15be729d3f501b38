// SPDX-License-Identifier: Apache-2.0
// Rows and lines of lists that belong to business which is not public, wherever they stand: a row marked as such, an entry
// of an action list that points at an exempt item.
#pragma once

#include <vector>

#include "item_index.hpp"
#include "parser.hpp"

namespace minutes {

struct listed_business {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the text
    spans words;                       ///< that say so
    const char* rule = "";
};

/// In the order of the text; the items' own marks must be known.
[[nodiscard]] std::vector<listed_business> find_listed_business(const parser& p, const item_index& items);

}  // namespace minutes
