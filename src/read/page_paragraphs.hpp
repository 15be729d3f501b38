// SPDX-License-Identifier: Apache-2.0
// Lines into paragraphs: the evidence is where a line ends, how far the next one stands below it, and where it starts.
#pragma once

#include <vector>

#include "document.hpp"
#include "page_lines.hpp"

namespace minutes {

struct paragraph {
    std::vector<text_line> lines;
    std::size_t mark_words = 0;    ///< words of the list mark at its head
    std::size_t tail_line = no_tail;  ///< the line that stands at the right margin, behind the paragraph's own
    std::vector<std::size_t> broken_words{};  ///< lines that start inside a word, which a narrow cell broke
    int depth = 0;                 ///< list item: nesting from 1
    int heading = 0;               ///< 1–9 by the size of its print; 0 when it is as big as the rest
    int blank_before = 0;
    document_block::align_type align = document_block::align_type::left;

    static constexpr std::size_t no_tail = static_cast<std::size_t>(-1);
};

/// What a column of text is measured by.
struct text_column {
    float left = 0, right = 0;  ///< where its lines start and end, in points
    float step = 0;             ///< from one line to the next within a paragraph
    float size = 0;             ///< of most of its print, in points
    bool justified = false;     ///< wrapped lines end exactly at its right
};

/// The measure of lines that stand one below the other.
[[nodiscard]] text_column measure_column(const std::vector<text_line>& lines);

/// Words of the list mark that a line starts with: a bullet, or a number set apart from the text behind it.
[[nodiscard]] std::size_t mark_words_of(const text_line& line);

/// Adds lines to paragraphs; the first may go on with the last paragraph there, even from the page before.
void add_paragraphs(std::vector<paragraph>& to, const std::vector<text_line>& lines, const text_column& column, bool may_go_on = false);

/// Nests list items by where their marks stand.
void set_depths(std::vector<paragraph>& all);

}  // namespace minutes
