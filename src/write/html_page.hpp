// SPDX-License-Identifier: Apache-2.0
// The page of a document as a part of something larger, and what its style and script give to other pages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "writers.hpp"

namespace minutes {

/// Ways from a page to those around it: address and words.
using page_ways = std::vector<std::pair<std::string, std::string>>;

/// The document's page as `-t html` writes it, with these ways at its head where there are any.
[[nodiscard]] std::string html_of(const meeting_list& meetings, const page_ways& ways);

[[nodiscard]] std::string_view page_style();
[[nodiscard]] std::string_view page_script();

}  // namespace minutes
