// SPDX-License-Identifier: Apache-2.0
// Which row is which: rows that people have sorted, edited and added to, those of the baseline, and those made anew.
// One row is matched to one row or none; likeness that two rows share matches nothing.
#pragma once

#include <optional>
#include <vector>

#include "baseline.hpp"
#include "kept_table.hpp"

namespace minutes {

using row_matches = std::vector<std::optional<std::size_t>>;  ///< for each row the other's number

/// The rows of a sheet in the baseline: by action id; then by reference, meeting and body; then by a text that
/// no other row has; sheets without ids by the values that they share, half of them at least.
[[nodiscard]] row_matches match_kept(const kept_table& kept, const std::vector<baseline_row>& base);

/// The baseline's rows in a table made anew: by key, where the words agree or the key is the row's alone; actions then by
/// reference and meeting, and by a text that no other row has.
[[nodiscard]] row_matches match_anew(const std::vector<baseline_row>& base, const register_table& made);

}  // namespace minutes
