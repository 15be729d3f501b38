// SPDX-License-Identifier: Apache-2.0
// What lists of tasks are called: "Action items", "Summary of action points", "Actions to be taken", "New tasks".
#pragma once

#include <string_view>

#include "lexicon.hpp"

namespace minutes {

/// Whether a whole line, without its colon, names a list of tasks: a word for tasks among words that say of which or how.
/// The names that the lexicon lists as labels are not asked for here.
[[nodiscard]] bool names_task_list(std::string_view line, const lexicon& words);

}  // namespace minutes
