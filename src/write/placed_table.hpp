// SPDX-License-Identifier: Apache-2.0
// A table and the worksheet that it stands in.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "formula_references.hpp"
#include "table_columns.hpp"

namespace minutes {

[[nodiscard]] inline lxw_col_t column_number(std::size_t c) { return static_cast<lxw_col_t>(c); }

struct placed_table {
    const register_table& table;
    lxw_worksheet* sheet = nullptr;
    lxw_row_t top = 0;  ///< the row of its heads
    std::size_t more_rows = 0;  ///< that are written one by one and stand in no table

    [[nodiscard]] lxw_row_t row(std::size_t r) const { return static_cast<lxw_row_t>(r) + top + 1; }
    /// A table needs a row below its heads, be it a blank one.
    [[nodiscard]] lxw_row_t last_row() const { return row(std::max<std::size_t>(1, table.rows.size() + more_rows) - 1); }
    [[nodiscard]] lxw_col_t last_column() const { return column_number(table.columns.size() - 1); }

    /// "I2"; empty when there is no such column.
    [[nodiscard]] std::string cell(std::string_view column, lxw_row_t r, const char* fixed = "") const {
        const std::size_t c = column_named(column, table);
        return c == table.columns.size() ? "" : fmt::format("{}{}{}", fixed, column_letters(column_number(c)), r + 1);
    }
};

}  // namespace minutes
