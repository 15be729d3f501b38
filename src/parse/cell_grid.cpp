// SPDX-License-Identifier: Apache-2.0
#include "cell_grid.hpp"

#include <algorithm>
#include <utility>

namespace minutes {

namespace {

void add_cell(cell_grid& g, const laid_block& b, std::size_t column, spans where) {
    const bool further = !g.cells.empty() && g.cells.back().row == b.row && g.cells.back().column == column;
    g.cells.push_back({b.row, column, std::move(where), b.blank_before + (further ? g.cells.back().level + 1 : 0)});
}

}  // namespace

cell_grid::iterator cell_grid::from(std::size_t row, std::size_t column) const {
    return std::lower_bound(cells.begin(), cells.end(), std::pair(row, column), [](const cell_paragraph& c, const auto& place) { return std::pair(c.row, c.column) < place; });
}

const cell_paragraph* cell_grid::at(std::size_t row, std::size_t column) const {
    const auto it = from(row, column);
    return it == cells.end() || it->row != row || it->column != column ? nullptr : &*it;
}

cell_grid::iterator cell_grid::end_of_cell(iterator first) const {
    return std::find_if(first, cells.end(), [&](const cell_paragraph& c) { return c.row != first->row || c.column != first->column; });
}

cell_grid cells_from(const laid_document& laid, std::size_t from) {
    using kind = laid_block::kind_type;
    cell_grid g;
    std::size_t i = from;
    for (; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == kind::furniture) {
            g.furniture.push_back(i);
            continue;
        }
        if (b.kind != kind::line || !b.in_cell || b.table != laid.blocks[from].table) break;
        const bool pair = b.pair && b.text.size() > 1;
        add_cell(g, b, b.column, pair ? spans{b.text.front()} : b.text);
        if (pair) add_cell(g, b, b.column + 1, {b.text.begin() + 1, b.text.end()});
    }
    g.end = i;
    while (!g.furniture.empty() && g.furniture.back() + 1 == g.end) {
        g.end = g.furniture.back();
        g.furniture.pop_back();
    }
    return g;
}

}  // namespace minutes
