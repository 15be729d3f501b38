// SPDX-License-Identifier: Apache-2.0
// People as attendance lists and apologies name them:
//   "Jane Smith, Head of Housing, Barset Council <TAB> JS (part)"
//   "Cllr A. O'Neill (AO) – Chair"
//   "Jane Smith, Clerk Omar Reyes, Treasurer of the Trust"   (run together)
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

/// One person's entry.  All spans are bytes of the text it was found in; empty ones were not given.
struct person_finding {
    span all;
    span name, initials, role, organisation;
    span family;     ///< the surname that stands behind another's forename: Ann's in "Ann and Tom Bell"
    span substitute; ///< whose place the person took
    span part;      ///< the words that say "for part of the meeting"
    int weight = 0; ///< how name-like the entry is; below 0 it had better be something else
};

/// The one person that a line or entry describes, fields parted by tabs, runs of blanks, `|`, commas or dashes.
[[nodiscard]] std::optional<person_finding> match_person(std::string_view text, const lexicon& words);

/// All people that a text names one after another, separated or run together.
/// Ends before the first word that no list of people holds (a verb); `all.end` of the last entry tells where.
[[nodiscard]] std::vector<person_finding> match_people(std::string_view text, const lexicon& words);

/// "part", "left at 10.15am", "until item 3": whether words behind a name say that the person was there for part of the meeting.
[[nodiscard]] bool is_part_mark(std::string_view text, const lexicon& words);

/// Role and organisation of the text behind a name: "Head of Housing, Barset Council".
void split_role(std::string_view text, span where, const lexicon& words, person_finding& out);

}  // namespace minutes
