// SPDX-License-Identifier: Apache-2.0
// People of the register whom new minutes name again: first and last seen, how often, with what initials, though most of
// their meetings are not among the inputs this time.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "baseline.hpp"
#include "row_matching.hpp"
#include "table.hpp"

namespace minutes {

/// The files of the register's meetings, and of those read this time.
struct files_of_meetings {
    std::set<std::string> known{}, read_anew{};

    /// Whether all that the register knows has been read again: then what is made anew says all.
    [[nodiscard]] bool all_at_hand() const;
};

/// In `made`, the sheet People, each row goes on from the baseline's; a meeting that was known before counts once.
/// `actions`: what the minutes say of the actions now, to count whose they are.
void continue_people(const std::vector<baseline_row>& base, const row_matches& of_base, const files_of_meetings& files, const std::vector<baseline_row>& actions,
                     register_table& made);

}  // namespace minutes
