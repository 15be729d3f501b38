// SPDX-License-Identifier: Apache-2.0
// Cells of a table by the names of their columns.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "table.hpp"

namespace minutes {

/// The number of a column; how many there are when none is called so.
[[nodiscard]] inline std::size_t column_named(std::string_view name, const register_table& t) {
    const auto it = std::find_if(t.columns.begin(), t.columns.end(), [&](const register_column& c) { return c.name == name; });
    return static_cast<std::size_t>(it - t.columns.begin());
}

/// The cell of a row, or null.
[[nodiscard]] inline register_cell* cell_in(const register_table& t, register_row& r, std::string_view column) {
    const std::size_t c = column_named(column, t);
    return c < r.cells.size() ? &r.cells[c] : nullptr;
}

/// Its text; empty where there is no such column.
[[nodiscard]] inline std::string text_at(const register_table& t, const register_row& r, std::string_view column) {
    const std::size_t c = column_named(column, t);
    return c < r.cells.size() ? r.cells[c].text : "";
}

}  // namespace minutes
