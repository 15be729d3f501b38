// SPDX-License-Identifier: Apache-2.0
// An action of the register that new minutes list again under its reference: one row, though the meeting that
// raised it is not among the inputs this time.
#pragma once

#include <vector>

#include "baseline.hpp"
#include "row_matching.hpp"
#include "table.hpp"

namespace minutes {

/// A row that goes on: as the baseline had it, and as the new minutes alone give it.
struct continued_row {
    baseline_row before;
    baseline_row now;
};

/// Matches what is not matched yet: same body, same reference (no bare number), alike in words, raised before.
/// In `made` such a row keeps what belongs to its raising and takes what the new minutes say.
std::vector<continued_row> continue_rows(const std::vector<baseline_row>& base, row_matches& of_base, register_table& made);

/// In the sheet Updates a row that goes on is carried forward or changed, not raised.
void continue_updates(const std::vector<continued_row>& continued, register_table& updates);

}  // namespace minutes
