// SPDX-License-Identifier: Apache-2.0
// What poppler's programs say of a PDF: words with boxes, bold print, ruling lines, pictures of pages.
// They are run as processes of their own, never linked.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "page.hpp"
#include "subprocess.hpp"

namespace minutes {

/// The words of each page, of `pdftotext -bbox`.
[[nodiscard]] std::vector<page> words_of_bbox(std::string_view xhtml);

/// Key and value of each property in the same output's head.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> properties_of_bbox(std::string_view xhtml);

/// Adds how words are printed, bold and size, as `pdftohtml -xml -i` says.
void add_print(std::vector<page>& pages, std::string_view xml);

/// Adds the ruling lines that `pdftocairo -svg` draws on the pages from `first` (from 0) on.
void add_rules(std::vector<page>& pages, std::size_t first, std::string_view svg);

}  // namespace minutes
