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
    std::vector<text_line> lines;                                 ///< outside tables, from top to bottom; print laid across the page last
    std::size_t across = 0;                                       ///< how many lines are laid across the page
};

/// `number` is the page's, from 0.
[[nodiscard]] parted_page part_page(const page& p, std::size_t number);

/// Makes lines of tables that stand with the same words at the same place on most pages: letterheads.
void dissolve_letterheads(std::vector<parted_page>& pages);

}  // namespace minutes
