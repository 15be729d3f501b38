// SPDX-License-Identifier: Apache-2.0
// Stage: a body's people over time → who the owners are that a meeting gives initials only.
#pragma once

#include <map>
#include <vector>

#include <minutes/history.hpp>

namespace minutes {

/// By time: those to whom the body's minutes gave the initials both before and after that day; where nobody is, all who ever had them.
/// @param meetings  of one body  @param people  of the same
void find_owners_elsewhere(const meeting_list& meetings, const std::vector<person_history>& people, std::map<const owner*, owner_elsewhere>& out);

}  // namespace minutes
