// SPDX-License-Identifier: Apache-2.0
// The people of one line or cell of an attendance list.  The list's own words say that
// people stand here, so a lone forename or a handle is one too; which mark parts the
// people is what most of the pieces agree on.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

#include "person.hpp"

namespace minutes {

struct roster_entry {
    person_finding person;
    std::optional<attendance> said;  ///< "– Here", "[ ]", "(absent)": said of this one person
};

/// The people that a line of an attendance list names; empty when it reads as something else.
[[nodiscard]] std::vector<roster_entry> match_roster(std::string_view text, const lexicon& words);

/// Whether letters in brackets are initials formed from a name: "AHol" from "Alan Holzer", "JTe" from "Jeni Tennison".
[[nodiscard]] bool forms_initials(std::string_view letters, std::string_view name);

}  // namespace minutes
