// SPDX-License-Identifier: Apache-2.0
// One person of a list: what stands before and behind the name, and what is said of whether she was there.
#pragma once

#include <optional>
#include <string_view>

#include "roster.hpp"

namespace minutes {

/// The person in `piece` of a line, with `said` of her by a box before her; nothing when no name stands there. Spans are byte offsets into `text`.
[[nodiscard]] std::optional<roster_entry> match_roster_entry(std::string_view text, span piece, std::optional<attendance> said, const lexicon& words);

/// The same for a word that is a name by its company alone, whatever it means elsewhere: "Young (Chair)".
[[nodiscard]] std::optional<roster_entry> plain_roster_entry(std::string_view text, span piece, std::optional<attendance> said, const lexicon& words);

/// Takes role, organisation, initials and what is said of the attendance from the words `rest` behind the name of the entry at `piece`.
void describe_entry(std::string_view text, span piece, span rest, const lexicon& words, roster_entry& entry);

/// "(BHar)" behind Bea Harmon's name is hers, whatever its case: takes such initials from the brackets in `piece` of `text`.
void find_bracketed_initials(std::string_view text, span piece, const lexicon& words, person_finding& person);

/// Moves the spans of a person by so many bytes.
void shift(person_finding& person, std::uint32_t by);

}  // namespace minutes
