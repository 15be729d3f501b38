// SPDX-License-Identifier: Apache-2.0
// Ruling lines into tables: lines that touch make a grid, and a line that is missing between two cells joins them.
#pragma once

#include <vector>

#include "page.hpp"

namespace minutes {

struct page_cell {
    std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
    page_box box;
};

struct page_grid {
    page_box box;
    std::vector<float> edges;      ///< of its columns, from left to right
    std::uint32_t rows = 0;
    std::vector<page_cell> cells;  ///< by row, then column

    [[nodiscard]] std::size_t columns() const { return edges.size() - 1; }
};

/// The tables that a page's ruling lines draw, from top to bottom.  Frames around one cell and underlines are none.
[[nodiscard]] std::vector<page_grid> grids_of(const page& p);

}  // namespace minutes
