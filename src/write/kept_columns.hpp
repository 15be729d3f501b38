// SPDX-License-Identifier: Apache-2.0
// The columns of a sheet in which people have worked, and ours, as one row of columns.
#pragma once

#include <optional>
#include <vector>

#include "baseline.hpp"
#include "kept_table.hpp"
#include "row_matching.hpp"

namespace minutes {

struct merged_column {
    std::optional<std::size_t> ours;  ///< in the table made anew; nothing: a person added it
    std::optional<std::size_t> kept;  ///< in the sheet as it was; nothing: it is gone there
};

/// In the order that people gave them.  A column of ours that they took away stands behind the one it stood behind;
/// one that they renamed is known by what it says.  Where nobody knows what the minutes said, every column stays.
[[nodiscard]] std::vector<merged_column> merge_columns(const register_table& made, const kept_table& kept, const std::vector<baseline_row>& base,
                                                       const row_matches& rows);

/// Names that a table can have: none is empty, none stands twice, whatever their case.
void make_heads_differ(std::vector<register_column>& columns);

}  // namespace minutes
