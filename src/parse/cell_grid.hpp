// SPDX-License-Identifier: Apache-2.0
// The paragraphs of a table whose columns say nothing of what they hold, by row and column.
#pragma once

#include <vector>

#include "layout.hpp"

namespace minutes {

struct cell_paragraph {
    std::size_t row = 0, column = 0;
    spans where{};
    int level = 0;  ///< lines above it in its cell, blank ones too: roles stand level with their names
};

/// The cells of the tables from block `from` on; a table that follows with nothing but furniture between goes on with the one before.
struct cell_grid {
    std::vector<cell_paragraph> cells{};  ///< one a paragraph, by row and column
    std::size_t end = 0;
    std::vector<std::size_t> furniture{};

    using iterator = std::vector<cell_paragraph>::const_iterator;

    /// The first cell at or behind a place.
    [[nodiscard]] iterator from(std::size_t row, std::size_t column) const;

    /// The first paragraph of a cell; null when it is blank.
    [[nodiscard]] const cell_paragraph* at(std::size_t row, std::size_t column) const;

    /// Behind the last paragraph of the cell that `first` stands in.
    [[nodiscard]] iterator end_of_cell(iterator first) const;
};

[[nodiscard]] cell_grid cells_from(const laid_document& laid, std::size_t from);

}  // namespace minutes
