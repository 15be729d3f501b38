// SPDX-License-Identifier: Apache-2.0
// Words about the minutes themselves, at their head and foot: "DRAFT", "Unconfirmed minutes, subject to approval",
// "Approved on 3 May 2014", "Signed: J. Smith   Date: 3 May 2014".
#pragma once

#include <optional>
#include <string_view>

#include <minutes/meeting.hpp>

#include "lexicon.hpp"

namespace minutes {

struct approval_finding {
    minutes_status status = minutes_status::draft;
    span words;          ///< that say it
    const char* rule = "";
};

/// What a line of the document's head, or of its page heads, says: "DRAFT", "Draft minutes of …", "Status: Approved".
[[nodiscard]] std::optional<approval_finding> match_approval_at_head(std::string_view line, const lexicon& words);

/// What a line behind the business says; an approval there has a date, so that it is not that of older minutes.
[[nodiscard]] std::optional<approval_finding> match_approval_at_foot(std::string_view line, const lexicon& words);

}  // namespace minutes
