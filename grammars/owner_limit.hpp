// SPDX-License-Identifier: Apache-2.0
// Who and by when, and nothing of what: "Tom by 4 June", "TM (4 June)", "Clerk, next meeting", "Ann (ongoing)", "Clerk to action by Friday".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "sentence.hpp"

namespace minutes {

/// All positions are bytes of the text it was found in.
struct owner_limit {
    std::vector<span> owners{};
    span due{}, status{};  ///< empty when it has none
};

/// The people whom the document knows, and how long they have: the whole text says nothing else, and more than their names.
[[nodiscard]] std::optional<owner_limit> match_owner_limit(std::string_view text, const lexicon& words, const known_names& known);

}  // namespace minutes
