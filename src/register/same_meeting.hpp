// SPDX-License-Identifier: Apache-2.0
// Stage: files → meetings: which of them tell of one meeting.
#pragma once

#include <vector>

#include <minutes/history.hpp>

namespace minutes {

/// The meetings, each once, in the order of their first file.  Two files tell of one when the body and the day are the
/// same and half of the words, three by three, are; or, whatever the body is called, four in five.  `keys` are the body
/// keys of `meetings`.
[[nodiscard]] std::vector<held_meeting> held_meetings(const meeting_list& meetings, const std::vector<std::string>& keys);

/// "duplicate-meeting", once for each file that another leads.
[[nodiscard]] std::vector<finding> duplicates_in(const std::vector<held_meeting>& meetings);

}  // namespace minutes
