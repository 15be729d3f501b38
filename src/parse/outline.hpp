// SPDX-License-Identifier: Apache-2.0
// The outline: which blocks are headings, chosen over the whole document.
//
// Minutes mark headings in many ways and mix them.  Each way is a style ("bold
// line", "number and words", "heading level 2", "capitals"); all candidates of a
// style stand or fall together, by what speaks for the style anywhere in the
// document: agenda words, numbers that count on, text that follows, no verbs.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "layout.hpp"
#include "sentence.hpp"

namespace minutes {

/// How candidates are decided between.
enum class choice {
    weighed,   ///< by the evidence of the whole document
    first_fit  ///< the first rule that fits a line, to measure what weighing gives
};

/// One reason for or against a reading.
struct evidence {
    int weight = 0;
    std::string reason;
};

struct outline_entry {
    std::size_t block = 0;   ///< index into `laid_document::blocks`
    span number{};           ///< bytes of the block's joined text; empty when it has none
    span heading{};
    std::size_t rest = 0;    ///< where the text behind the heading starts; the text's size when there is none
    int rank = 0;            ///< nesting: smaller stands higher
    std::string style;
    const char* rule = "";
    std::vector<label> labels;  ///< what the heading's words may mean
    bool chosen = false;
    bool listed = false;     ///< whether the agenda's own list names it

    [[nodiscard]] bool is(label which) const { return std::find(labels.begin(), labels.end(), which) != labels.end(); }
};

struct outline_style {
    std::string name;
    int weight = 0;
    std::vector<evidence> why;
};

struct outline {
    std::vector<outline_entry> entries;  ///< all candidates, in document order
    std::vector<outline_style> styles;

    /// The chosen entry of a block, or null.
    [[nodiscard]] const outline_entry* at(std::size_t block) const;
};

[[nodiscard]] outline find_outline(const laid_document& laid, std::string_view text, const lexicon& words, choice how);

}  // namespace minutes
