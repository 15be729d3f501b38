// SPDX-License-Identifier: Apache-2.0
// Words into lines: what stands on one base line, parted where a gap is wider than a blank.
#pragma once

#include <string>
#include <vector>

#include "page.hpp"

namespace minutes {

struct text_line {
    std::vector<page_word> words;        ///< in reading order, never empty
    std::vector<std::size_t> gaps;       ///< the words before which a gap wider than a blank stands, in order
    page_box box;
    float size = 0;                      ///< of most of its print, in points
    std::size_t page = 0;                ///< from 0

    [[nodiscard]] bool bold() const;     ///< all of it
    /// A word follows the one before it without a blank.
    [[nodiscard]] bool glued(std::size_t word) const;
    [[nodiscard]] std::string text() const;
};

/// The lines that words make, from top to bottom.
[[nodiscard]] std::vector<text_line> lines_of(std::vector<page_word> words, std::size_t page);

/// How many characters a word has.
[[nodiscard]] std::size_t letters_of(const page_word& word);

/// A line of some of a line's words.
[[nodiscard]] text_line part_of(const text_line& line, std::size_t from, std::size_t to);

}  // namespace minutes
