// SPDX-License-Identifier: Apache-2.0
// Declarations of interest: "Cllr Bell declared a personal interest in item 9 as she rents a plot."
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

struct declaration_finding {
    span who;                 ///< the words that name who declares
    std::vector<span> items;  ///< numbers of the items that the interest is in
    const char* rule = "";
};

/// The declaration that a sentence records.  `in_list`: it stands under a heading about declarations, so that a name
/// with an item or a reason behind it is one too.
[[nodiscard]] std::optional<declaration_finding> match_declaration(std::string_view sentence, const lexicon& words, bool in_list);

}  // namespace minutes
