// SPDX-License-Identifier: Apache-2.0
// A sheet in which people have worked, seen as a table: its heads, wherever they stand now, and the rows below.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kept_register.hpp"

namespace minutes {

struct kept_row {
    std::uint32_t number = 0;               ///< in its sheet, from 0
    std::vector<const kept_cell*> cells{};  ///< one for each column; null where empty
};

struct kept_table {
    const kept_sheet* sheet = nullptr;
    std::uint32_t head_row = 0;        ///< in the sheet, from 0
    std::vector<std::string> heads{};  ///< of every column up to the last that holds something; some may be empty
    std::vector<kept_row> rows{};      ///< those that hold something or bear a comment
    std::vector<kept_row> above{};     ///< rows over the heads

    /// The first column with this head; `heads.size()` when there is none.
    [[nodiscard]] std::size_t column(std::string_view head) const;
    /// A cell's text; empty where there is no such column.
    [[nodiscard]] static const std::string& text(const kept_row& r, std::size_t column);
    /// The comment on a cell, or null.
    [[nodiscard]] const cell_note* note(std::uint32_t row, std::size_t column) const;
};

/// The table whose heads are `known`; nothing where no row has two of them (or the only one).
[[nodiscard]] std::optional<kept_table> table_in(const kept_sheet& s, const std::vector<std::string_view>& known);

/// Texts are compared without blanks at their ends and without carriage returns, which programs add and take away.
[[nodiscard]] std::string comparable(std::string_view text);

/// The days since 30 December 1899 of "2015-03-01", as workbooks count them; nothing when it is no day.
[[nodiscard]] std::optional<int> day_number(std::string_view iso);

/// Whether a cell (null: an empty one) says what a baseline has there.  A day may have lost its format.
[[nodiscard]] bool says(const kept_cell* cell, std::string_view value);

}  // namespace minutes
