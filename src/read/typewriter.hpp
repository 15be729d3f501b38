// SPDX-License-Identifier: Apache-2.0
// Pages in a typewriter's print, every letter as wide as the next: plain text that was printed.
// Its blanks and tabs can be counted, and the lines are plain text again.
#pragma once

#include <optional>
#include <vector>

#include "page_lines.hpp"

namespace minutes {

struct typewriter {
    float letter = 0;    ///< width of a letter, in points
    float margin = 0;    ///< where lines start
    float right = 0;     ///< where the longest ends
    float tab = 0;       ///< distance of tab stops from each other; 0: none were found

    /// What stands before a word: blanks, or tabs.  `from` is where the word before it ends, or the margin.
    [[nodiscard]] std::string gap(float from, float to, bool first) const;

    /// The lines as plain text would have them: those that the page's edge broke are one again.
    struct row {
        std::vector<const text_line*> lines;
        int blank_before = 0;
    };
    [[nodiscard]] std::vector<row> rows_of(const std::vector<text_line>& lines) const;
    [[nodiscard]] std::string text_of(const text_line& line) const;
};

/// The measure of the print, when nearly all words of all pages are a typewriter's.
[[nodiscard]] std::optional<typewriter> find_typewriter(const std::vector<std::vector<text_line>>& pages, float page_width);

}  // namespace minutes
