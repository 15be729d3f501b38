// SPDX-License-Identifier: Apache-2.0
// Sentences by which a meeting is closed to the public and open again: resolutions that send the public out, words by which
// the meeting goes into a closed session and comes out of it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "sentence.hpp"

namespace minutes {

struct exclusion_finding {
    std::vector<span> items;  ///< the numbers of the items that it is for; empty: all that follow
    bool stretch = false;     ///< the two numbers are the first and the last of the items: "items 3 to 5"
    bool next_only = false;   ///< "for the following item"
    bool own_only = false;    ///< "for this item"
    bool proposed = false;    ///< a motion, which may yet be lost
    bool bare = false;        ///< "closed to the public", without grounds: may end the time at which the public could speak
};

/// A sentence by which the public was excluded or the meeting went into a closed session; not one that only announces it,
/// nor one that says that the motion was lost.
[[nodiscard]] std::optional<exclusion_finding> match_exclusion(std::string_view sentence, const lexicon& words, const known_names& known);

/// "The meeting was opened to the public": anybody may speak, until it is closed to the public again.
[[nodiscard]] bool opens_to_public(std::string_view sentence, const lexicon& words);

/// Whether a sentence says that a motion was lost: "The motion fell.", "On a vote of 1 for and 5 against it was lost."
[[nodiscard]] bool tells_lost(std::string_view sentence, const lexicon& words);

/// Whether a sentence says of the item that it stands in that it is not for the public: "This item is confidential.",
/// "The matter was discussed in closed session."
[[nodiscard]] bool closes_own_item(std::string_view sentence, const lexicon& words);

/// A sentence by which the meeting was open again: "The public were readmitted", "returned to open session", "came out of
/// closed session", "rise and report".
[[nodiscard]] bool readmits_public(std::string_view sentence, const lexicon& words);

}  // namespace minutes
