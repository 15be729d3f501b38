// SPDX-License-Identifier: Apache-2.0
// Words about the minutes themselves, at their head and foot: "DRAFT", "Unconfirmed minutes, subject to approval",
// "Approved on 3 May 2014", "Signed: J. Smith   Date: 3 May 2014".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

#include "lexicon.hpp"

namespace minutes {

struct approval_finding {
    minutes_status status = minutes_status::draft;
    span words;          ///< that say it
    const char* rule = "";
};

/// What a sentence says of earlier minutes: "The minutes of the meeting held on 3 May 2014 were agreed as a true record."
struct acceptance_finding {
    bool names_minutes = false;
    bool accepts = false;     ///< in the past or as a resolution; not a bare item of an agenda, nor what was refused
    std::vector<span> dates;  ///< of the meetings whose minutes it names
    span body;                ///< whose meeting it was; empty when it does not say
};

[[nodiscard]] acceptance_finding match_acceptance(std::string_view sentence, const lexicon& words);

/// What a line of the document's head, or of its page heads, says: "DRAFT", "Draft minutes of …", "Status: Approved".
[[nodiscard]] std::optional<approval_finding> match_approval_at_head(std::string_view line, const lexicon& words);

/// What a line behind the business says; an approval there has a date, so that it is not that of older minutes.
[[nodiscard]] std::optional<approval_finding> match_approval_at_foot(std::string_view line, const lexicon& words);

}  // namespace minutes
