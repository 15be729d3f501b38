// SPDX-License-Identifier: Apache-2.0
// Initials and lists of owners: "JS/OR", "AO & KM", "All", "Jane Smith and the Clerk";
// groups that slid together from two rows: "JS OR/KM/JS".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

/// Owners in one cell.  `groups` has more than one entry when white space alone parts lists of initials.
struct owners_finding {
    std::vector<std::vector<span>> groups;
    bool initials = false;  ///< all of them are initials
};

/// The owners that a whole cell names; nothing when it reads as a sentence or is empty.
[[nodiscard]] std::optional<owners_finding> match_owners(std::string_view text, const lexicon& words);

/// Owners and a date, or "ASAP", in one cell: "JS 20 March".
struct owner_date_finding {
    std::size_t owner_end = 0;   ///< the owners are bytes [0, owner_end)
    std::size_t date_begin = 0;  ///< the date is the rest from here
};
[[nodiscard]] std::optional<owner_date_finding> match_owner_and_date(std::string_view text, const lexicon& words);

/// Whether the whole text is one person's initials: two to four capitals, homoglyphs and full stops allowed.
[[nodiscard]] bool is_initials(std::string_view text);

/// Initials as they are compared: homoglyphs mended, full stops and blanks off.
[[nodiscard]] std::string plain_initials(std::string_view text);

}  // namespace minutes
