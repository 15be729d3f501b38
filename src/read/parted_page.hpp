// SPDX-License-Identifier: Apache-2.0
// A page's words, parted into what stands in ruled tables and what does not.
#pragma once

#include <vector>

#include "page_grids.hpp"
#include "page_lines.hpp"

namespace minutes {

struct parted_page {
    std::vector<page_grid> grids;
    std::vector<std::vector<std::vector<page_word>>> cell_words;  ///< by grid, by cell
    std::vector<text_line> lines;                                 ///< outside tables
};

/// `number` is the page's, from 0.
[[nodiscard]] parted_page part_page(const page& p, std::size_t number);

}  // namespace minutes
