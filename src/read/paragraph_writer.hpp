// SPDX-License-Identifier: Apache-2.0
// Paragraphs of a page into a document's blocks: words, blanks, bold print, hyphens, where they stand.
#pragma once

#include <set>

#include "document_builder.hpp"
#include "hyphens.hpp"
#include "page_paragraphs.hpp"

namespace minutes {

struct paragraph_writer {
    using part_type = document_block::part_type;

    document_builder& to;
    hyphen_judge hyphens{};
    std::set<int> heading_sizes{};  ///< sizes of print larger than the body's, in points
    spans doubts{};                 ///< words that recognition is not sure of

    void write(const paragraph& p, bool in_cell, part_type part = part_type::body);

    /// From here on words stand where `l` does.
    void set_origin(const text_line& l);

    /// Reports what recognition was not sure of.
    void note_doubts();

private:
    void write_words(const text_line& l, std::size_t from, bool in_cell, bool drop_hyphen);
    [[nodiscard]] bool breaks_word(const text_line& above, const text_line& below) const;
    [[nodiscard]] int heading_of(const paragraph& p) const;
};

}  // namespace minutes
