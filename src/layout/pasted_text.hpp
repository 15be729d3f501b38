// SPDX-License-Identifier: Apache-2.0
// A text file that was pasted into a word processor, or opened in one, has a paragraph a line.
#pragma once

#include "document.hpp"

namespace minutes {

/// Whether the paragraphs outside tables are the lines of such a text: none is long, and either many are nearly
/// as long as the longest, and one of these goes on in small letters, or blanks part columns in several.
[[nodiscard]] bool is_pasted_text(const document& d);

/// The document with its paragraphs outside tables as lines that may be wrapped.
[[nodiscard]] document with_lines(document d);

}  // namespace minutes
