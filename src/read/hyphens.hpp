// SPDX-License-Identifier: Apache-2.0
// Hyphens at line ends: put there to break a word, or part of it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "page_lines.hpp"

namespace minutes {

/// Decides for a whole document.  The document's other words are the evidence; where they say nothing,
/// a document that breaks many words breaks this one too.
class hyphen_judge {
public:
    void add(const std::vector<text_line>& lines);

    /// Whether "head-" at a line's end and "rest" on the next are "headrest" rather than "head-rest".
    [[nodiscard]] bool broken(std::string_view head, std::string_view rest) const;

private:
    std::unordered_set<std::string> words_;
    std::size_t lines_ = 0, hyphens_ = 0;
};

}  // namespace minutes
