// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "layout.hpp"
#include "occasion.hpp"
#include "outline.hpp"

namespace minutes {

/// What was weighed, for `trace`.
struct parse_notes {
    outline heads;
    occasion when;
};

/// Blocks → meeting, by a grammar over the blocks.  Takes the words as they stand
/// and infers nothing: dates have spans and no value until `resolve`.
[[nodiscard]] meeting parse_document(const document& d, const laid_document& laid, const lexicon& words, choice how = choice::weighed, parse_notes* notes = nullptr);

}  // namespace minutes
