// SPDX-License-Identifier: Apache-2.0
// Lists that put the family name first: "Bell, Ann; Ash, Thomas (Chair)", or one such entry a line.
#pragma once

#include <string_view>
#include <vector>

#include "lexicon.hpp"
#include "roster.hpp"

namespace minutes {

/// Whether the lines of a list hold such entries, two at least, and next to nothing else.
[[nodiscard]] bool puts_family_first(const std::vector<std::string_view>& lines, const lexicon& words);

/// Whether a text may be one such entry or several, in a document whose other lists are so written.
[[nodiscard]] bool may_put_family_first(std::string_view text, const lexicon& words);

/// The people of a line of such a list; each name spans "Bell, Ann" as it stands.
[[nodiscard]] std::vector<roster_entry> match_family_first(std::string_view text, const lexicon& words);

}  // namespace minutes
