// SPDX-License-Identifier: Apache-2.0
// Pages in a typewriter's print, every letter as wide as the next: plain text that was printed.
// Its blanks and tabs can be counted, and the lines are plain text again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page_lines.hpp"

namespace minutes {

struct typewriter {
    float letter = 0;    ///< width of a letter, in points
    float margin = 0;    ///< where lines start
    float right = 0;     ///< where the page's edge breaks them
    float tab = 0;       ///< distance of tab stops from each other; 0: none were found

    /// What stands before a word: blanks, or tabs; `perhaps_tab` for one blank that may as well be a tab.  `from` is where the word before it ends, or the margin;
    /// `printed` is how many blanks were printed there, as far as it is known.
    [[nodiscard]] std::string gap(float from, float to, bool first, int printed = page_word::unknown) const;

    static constexpr char perhaps_tab = '\v';

    [[nodiscard]] std::string text_of(const text_line& line) const;

    /// Tab stops beyond `x` that a line has still room for.
    [[nodiscard]] int stops_behind(float x) const;

    /// Where the n-th tab stop beyond `x` stands.
    [[nodiscard]] float stop_behind(float x, int n) const;
};

/// The measure of the print, when nearly all words of all pages are a typewriter's.
[[nodiscard]] std::optional<typewriter> find_typewriter(const std::vector<std::vector<text_line>>& pages, float page_width);

/// Parts words that a tab without any room joined.
void part_at_stops(const typewriter& t, text_line& line);

}  // namespace minutes
