// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout.hpp"

namespace minutes {

/// Blocks → meeting, by a grammar over the blocks.  Takes the words as they stand
/// and infers nothing: dates have spans and no value until `resolve`.
[[nodiscard]] meeting parse_document(const document& d, const laid_document& laid, const lexicon& words);

}  // namespace minutes
