// SPDX-License-Identifier: Apache-2.0
// Running headers, footers and page numbers: what stands at the same place on most pages.
#pragma once

#include <vector>

#include "page_lines.hpp"

namespace minutes {

/// For each page, how many of its first and last lines are furniture.
struct page_margins {
    std::size_t header = 0, footer = 0;
};

/// `lines` are each page's lines from top to bottom, `heights` the pages' heights in points.
/// A header in large or bold print stays in the body where it first stands: it is the document's letterhead.
[[nodiscard]] std::vector<page_margins> find_margins(const std::vector<std::vector<text_line>>& lines, const std::vector<float>& heights, float body_size);

}  // namespace minutes
