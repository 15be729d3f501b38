// SPDX-License-Identifier: Apache-2.0
// The cells that a spreadsheet formula refers to, so that a formula can move with its cell.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kept_register.hpp"

namespace minutes {

/// A reference such as `K$2`.
struct formula_reference {
    cell_place place;
    bool fixed_row = false, fixed_column = false;
};

/// The formula with each reference to its own sheet as `moved` gives it.  References into other sheets,
/// names, structured references and what stands in quotation marks stay.
[[nodiscard]] std::string with_references(std::string_view formula, const std::function<formula_reference(formula_reference)>& moved);

/// The names of the other sheets that it refers to.
[[nodiscard]] std::vector<std::string> sheets_in(std::string_view formula);

/// "A" … "Z", "AA" … for columns from 0.
[[nodiscard]] std::string column_letters(std::uint32_t column);

/// "K5"
[[nodiscard]] std::string cell_name(cell_place at);

}  // namespace minutes
