// SPDX-License-Identifier: Apache-2.0
// A table's cells as a file has them, put on one grid.
#pragma once

#include <cstdint>
#include <vector>

#include <pugixml.hpp>

#include "document_builder.hpp"

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

/// Writes the cells as one table; `read` walks what stands in one of them, at the place that `where` says meanwhile.
template <class Read>
void write_grid(const std::vector<grid_cell>& cells, document_builder& out, source_text::origin& where, const Read& read) {
    const source_text::origin around = where;
    where.table = static_cast<std::uint32_t>(out.begin_table() + 1);
    for (const grid_cell& c : cells) {
        where.row = c.row + 1;
        where.cell = c.column + 1;
        out.begin_cell({.row = c.row, .column = c.column, .row_span = c.row_span, .column_span = c.column_span, .head = c.head});
        for (const pugi::xml_node& content : c.content) read(content);
        out.end_cell();
    }
    out.end_table();
    where = around;
}

}  // namespace minutes
