// SPDX-License-Identifier: Apache-2.0
// Whether a word tells what somebody did.
#pragma once

#include "lexicon.hpp"

namespace minutes {

/// Whether a word is a finite verb, or may be one: "agreed", but not in "the agreed budget".
[[nodiscard]] bool may_be_verb(words_view all, std::size_t i, const lexicon& words);

}  // namespace minutes
