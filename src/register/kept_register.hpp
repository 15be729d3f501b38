// SPDX-License-Identifier: Apache-2.0
// A workbook in which people have worked, cell by cell: what stands there, not what a program once meant by it.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

struct kept_cell {
    enum class kind_type { text, number, date, truth, error };
    kind_type kind = kind_type::text;
    std::string text{};           ///< to compare: dates are ISO 8601, numbers have at most 15 digits, truths are TRUE or FALSE
    double number = 0;          ///< of a number; of a date, the days since 30 December 1899
    std::string number_format{};  ///< the cell's format code; empty for "General"
    std::string formula{};        ///< without its '='; the rest is its last result
    std::string link{};           ///< address that it leads to

    [[nodiscard]] bool empty() const { return text.empty() && formula.empty(); }
};

/// A comment on a cell.
struct cell_note {
    std::string author, text;
};

/// Row and column, from 0.
struct cell_place {
    std::uint32_t row = 0, column = 0;
    auto operator<=>(const cell_place&) const = default;
};

struct kept_sheet {
    std::string name;
    std::map<cell_place, kept_cell> cells;  ///< those that hold something
    std::map<cell_place, cell_note> notes;
    std::map<std::uint32_t, double> widths;  ///< of columns, in digits
};

struct kept_register {
    std::string name;  ///< of its file, without folders
    std::vector<kept_sheet> sheets;
};

}  // namespace minutes
