// SPDX-License-Identifier: Apache-2.0
// Lists in plain text: lines that open with a bullet.
#pragma once

#include <vector>

#include "document.hpp"

namespace minutes {

/// Marks lines that open with a bullet as list items, nested by their indents and by the kinds of their bullets.
void mark_text_lists(std::vector<document_block>& blocks, const source_text& source);

}  // namespace minutes
