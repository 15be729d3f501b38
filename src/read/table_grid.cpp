// SPDX-License-Identifier: Apache-2.0
#include "table_grid.hpp"

#include <algorithm>

namespace minutes {

void drop_empty_columns(std::vector<grid_cell>& cells) {
    std::vector<std::uint32_t> edges;
    for (const auto& c : cells) {
        edges.push_back(c.column);
        edges.push_back(c.column + c.column_span);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    const auto place = [&](std::uint32_t edge) { return static_cast<std::uint32_t>(std::lower_bound(edges.begin(), edges.end(), edge) - edges.begin()); };
    for (auto& c : cells) {
        const std::uint32_t begin = place(c.column), end = place(c.column + c.column_span);
        c.column = begin;
        c.column_span = end - begin;
    }
}

}  // namespace minutes
