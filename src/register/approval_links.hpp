// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → whose minutes each of them approved, and which of those are not at hand.
#pragma once

#include <vector>

#include <minutes/history.hpp>

namespace minutes {

/// In order of the meetings that approve.  Minutes "of the last meeting" are those of the one before at the same body.
[[nodiscard]] std::vector<approval_link> approval_links(const std::vector<body_history>& bodies);

/// "missing-minutes": minutes approved of a day within the body's series on which no meeting of it is at hand.
[[nodiscard]] std::vector<finding> gaps_in(const std::vector<approval_link>& links, const std::vector<body_history>& bodies);

}  // namespace minutes
