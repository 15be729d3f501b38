// SPDX-License-Identifier: Apache-2.0
// Stage: a body's meetings → its people over time.
#pragma once

#include <string>
#include <vector>

#include <minutes/history.hpp>

namespace minutes {

/// By name.  A name is one person; initials alone are nobody, and a shorter form of a name is only perhaps the longer one's.
/// `meetings` are those of one body, in order.
[[nodiscard]] std::vector<person_history> people_of_body(const meeting_list& meetings, const std::string& body);

}  // namespace minutes
