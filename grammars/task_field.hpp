// SPDX-License-Identifier: Apache-2.0
// "Assigned to: JB", "Due date: 3 May", "Status: done" behind or below a task.
#pragma once

#include <string_view>
#include <vector>

#include "lexicon.hpp"

namespace minutes {

struct task_field {
    column what;                     ///< owner, due or status; with `with_task` the task itself as well
    std::size_t begin = 0, rest = 0; ///< its label; where its value starts
    std::size_t end = 0;             ///< of its value
};

/// The labelled fields of a task in a text, in order; `with_task`: "Task: order paint" is one of them.
[[nodiscard]] std::vector<task_field> task_fields_in(std::string_view text, const lexicon& words, bool with_task = false);

}  // namespace minutes
