// SPDX-License-Identifier: Apache-2.0
// A table's cells as a file has them, put on one grid.
#pragma once

#include <cstdint>
#include <vector>

#include <pugixml.hpp>

namespace minutes {

/// A cell in the grid of a word processor, with the nodes whose blocks stand in it.
struct grid_cell {
    std::uint32_t row = 0, column = 0;
    std::uint32_t row_span = 1, column_span = 1;
    bool head = false;
    std::vector<pugi::xml_node> content{};
};

/// No table of minutes has more; wider spans are cut to it, so that a small file cannot ask for a large grid.
inline constexpr std::uint32_t most_columns = 1000;

/// Leaves out the columns at which no cell begins or ends, as ragged tables and hostile spans have them.
void drop_empty_columns(std::vector<grid_cell>& cells);

}  // namespace minutes
