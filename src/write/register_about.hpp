// SPDX-License-Identifier: Apache-2.0
// Stage: a register → the sheet that says what it is: as at which day, what statuses and columns mean.
#pragma once

#include <minutes/write.hpp>

#include "table.hpp"

namespace minutes {

struct about_sheet {
    register_table table;
    std::size_t as_at = 0;         ///< row of the as-at date
    std::size_t first_status = 0;  ///< row of the first status; those that wait for somebody stand first
    std::size_t live = 0, statuses = 0;  ///< how many
};

/// `subject`: what the register is of, for people.
[[nodiscard]] about_sheet about_register(const meeting_list& meetings, const write_options& options, const std::string& subject);

}  // namespace minutes
