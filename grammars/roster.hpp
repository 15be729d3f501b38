// SPDX-License-Identifier: Apache-2.0
// The people of one line, cell or sentence of an attendance list.  The list's own words say that
// people stand here, so a lone forename or a handle is one too.  What parts the people is weighed
// over the whole text: the same comma parts Jane Smith from Omar Reyes and from her role.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

#include "person.hpp"

namespace minutes {

/// What the other lines of the list say of this one.
enum class roster_shape {
    open,      ///< nothing
    one_each,  ///< one person a line: what stands behind the name is role and body
    several,   ///< many people a line
    lettered   ///< one person a line, with a letter in brackets that says whether she was there: "Ann Bell (P)"
};

struct roster_entry {
    person_finding person;
    std::optional<attendance> said;  ///< "– Here", "[ ]", "(absent)": said of this one person
    int strength = 0;                ///< 3: can hardly be anything but a person; 2: looks like a name; 1: a lone word
};

/// The people that a text names; empty when it reads as something else.
[[nodiscard]] std::vector<roster_entry> match_roster(std::string_view text, const lexicon& words, roster_shape shape = roster_shape::open);

/// "Ben, Max, Megan, Mrs Lee": whether a text is four names or more, parted by commas, that may be lone forenames.
[[nodiscard]] bool lists_lone_names(std::string_view text, const lexicon& words);

/// What a mark or a word says of somebody's attendance: "here", "Yes", a tick, "apologies".
[[nodiscard]] std::optional<attendance> attendance_said(std::string_view text, const lexicon& words);

/// The shape that the lines of one list have in common.
[[nodiscard]] roster_shape shape_of_roster(const std::vector<std::string_view>& lines, const lexicon& words);

}  // namespace minutes
