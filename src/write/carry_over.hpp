// SPDX-License-Identifier: Apache-2.0
// A register made anew and the one that people have worked in → one register.  A cell that says something else than
// the baseline was typed, and stays; rows and columns that people have added stay; so do comments.  Rows that the
// minutes at hand say nothing of stay as they are.
#pragma once

#include <vector>

#include <minutes/diagnostic.hpp>

#include "baseline.hpp"
#include "kept_register.hpp"
#include "table.hpp"

namespace minutes {

struct carried_over {
    minutes::baseline baseline;        ///< what the minutes say, for the next update
    std::vector<diagnostic> findings;  ///< what was typed against what the minutes say now
};

/// Carries what people typed over into `sheets`, which have just been made, About among them.  What they typed is
/// logged in Updates; where the minutes now say something else, Checks says so.
/// `chosen_day`: whether the as-at date was asked for; else the later of both counts.
carried_over carry_over(std::vector<register_table>& sheets, const kept_register& kept, bool chosen_day);

}  // namespace minutes
