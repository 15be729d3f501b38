// SPDX-License-Identifier: Apache-2.0
// Headings of plain text that its author marked by convention: a line with a rule
// of "=", "-" or the like right below it, and lines opened by "**".
#pragma once

#include <vector>

#include "document.hpp"

namespace minutes {

/// Sets `heading` of such blocks; the text stays as it is.
void mark_text_headings(std::vector<document_block>& blocks, const source_text& source);

}  // namespace minutes
