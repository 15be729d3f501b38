// SPDX-License-Identifier: Apache-2.0
// The words before people that say how they took part, however they are put together:
// "Present", "Voting members in attendance were:", "Steering group members not attending",
// "Apologies for absence were received from", "Also present:".
#pragma once

#include <optional>
#include <string_view>

#include <minutes/meeting.hpp>

#include "lexicon.hpp"

namespace minutes {

struct attendance_label {
    attendance how = attendance::present;
    std::size_t begin = 0, end = 0;  ///< the label's words
    std::size_t rest = 0;            ///< where the text behind it starts
    bool marked = false;             ///< a colon, dash, gap or line end stands behind it
    bool linked = false;             ///< "were", "received from": people must follow
    bool whole = false;              ///< nothing else stands in the text
    bool of_body = false;            ///< words of a body stand in it: "Barset Members Absent"
    bool sure = false;               ///< says attendance in so many words; else a group's name, "Staff", which needs people behind it
};

/// The attendance label at the start of a text; bullets, numbers and asterisks before it are skipped.
[[nodiscard]] std::optional<attendance_label> attendance_label_at(std::string_view text, const lexicon& words);

/// The same for a heading whose parts may tell of other things: "Call to Order / Roll Call", "Introductions and attendees".
[[nodiscard]] std::optional<attendance_label> attendance_label_in_heading(std::string_view text, const lexicon& words);

/// Whether the whole text is the head of a part of a list of people: "Officials", "On the phone:".
[[nodiscard]] bool is_group_head(std::string_view text, const lexicon& words);

}  // namespace minutes
