// SPDX-License-Identifier: Apache-2.0
// Where the cells of a sheet stand after an update, so that formulas move with them.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "kept_columns.hpp"
#include "kept_table.hpp"
#include "table.hpp"

namespace minutes {

class cell_moves {
public:
    /// `columns` in their new order.  Both must outlive the moves.
    cell_moves(const kept_table& kept, const std::vector<merged_column>& columns) : kept_(kept), columns_(columns) {}

    /// The table's next row is row `number` of the sheet as it was (from 0).
    void add_kept(std::uint32_t number) { places_[number] = rows_++; }
    /// The table's next row was not in the sheet.
    void add_new() { ++rows_; }

    /// Where what stood there stands now, rows over the heads included; what held nothing keeps its distance to the table.
    [[nodiscard]] cell_place after(cell_place before) const;

    /// Typed formulas of the whole table with their references moved.
    void move_formulas(register_table& t) const;

private:
    [[nodiscard]] std::uint32_t row_after(std::uint32_t row) const;
    [[nodiscard]] std::uint32_t column_after(std::uint32_t column) const;
    void move_formula(register_cell& c) const;

    const kept_table& kept_;
    const std::vector<merged_column>& columns_;
    std::unordered_map<std::uint32_t, std::uint32_t> places_;  // a row of the sheet as it was → its number among the new ones
    std::uint32_t rows_ = 0;
};

}  // namespace minutes
