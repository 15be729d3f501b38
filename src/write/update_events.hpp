// SPDX-License-Identifier: Apache-2.0
// What one meeting's record of an action changes in what was known: its status, its owners, its date, or nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

struct update_event {
    static constexpr std::string_view raised = "Raised", carried_forward = "Carried forward";

    std::string name;  ///< "Status changed", "Reopened", "Owner changed", "Due changed", "Carried forward"
    std::string from, to;
};

/// What is known of an action, as the register says it.
struct action_state {
    std::string status;
    std::string owner, owner_as_written;  ///< empty: not said
    std::string due, due_as_written;      ///< empty: not said
};

/// What changed; what the later record does not say has not.  Never empty: a record that changes nothing carries the action forward.
[[nodiscard]] std::vector<update_event> events_between(const action_state& before, const action_state& now);

/// Whether an action whose status reads so still waits for somebody.
[[nodiscard]] bool is_live_status(std::string_view words);

}  // namespace minutes
