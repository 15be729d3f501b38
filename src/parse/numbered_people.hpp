// SPDX-License-Identifier: Apache-2.0
// Lists of people whose entries are numbered: their numbers open no items.
#pragma once

#include <cstddef>
#include <vector>

#include "joined_text.hpp"
#include "layout.hpp"
#include "lexicon.hpp"

namespace minutes {

/// Whether block `at` is an entry of a list that counts people from 1 below a label such as "Present:" or "Roll call".
/// `lines` are the blocks' joined texts.
[[nodiscard]] bool in_numbered_people(const laid_document& laid, const std::vector<joined_words>& lines, std::size_t at, const lexicon& words);

}  // namespace minutes
