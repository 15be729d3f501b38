// SPDX-License-Identifier: Apache-2.0
// Several meetings in one file: an annual meeting and the ordinary one after it, a year's minutes in one document.
#pragma once

#include <vector>

#include "layout.hpp"

namespace minutes {

/// Where further meetings start: bytes of the document's text, in order; empty for one meeting.  Only a full second head
/// counts, behind business and a close: a line that names a meeting, a date with its year, and people who were present.
[[nodiscard]] std::vector<std::uint32_t> find_meetings(const document& d, const laid_document& laid, const lexicon& words);

/// The document cut at these bytes.  Each part has its own text, whose lines know where they stand in the file.
/// @pre starts is not empty, in order, inside the text
[[nodiscard]] std::vector<document> part_document(const document& d, const std::vector<std::uint32_t>& starts);

}  // namespace minutes
