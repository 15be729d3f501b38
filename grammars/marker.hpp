// SPDX-License-Identifier: Apache-2.0
// Marks that set a task apart in running text:
//   "ACTION: …", "AP12 –", "Action on Priya: …", "[Action: JB]", "Greg ACTION: …", "#todo …", "TODO", "ACTION MS/AB"
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "sentence.hpp"

namespace minutes {

/// All positions are bytes of the text it was found in.
struct marker_finding {
    std::size_t begin = 0, end = 0;  ///< the mark with its brackets and number
    span ref{};                      ///< "AP12", "3"; empty when it has none
    span before{};                   ///< the words that name an owner ahead of it: "Greg ACTION: …"
    std::size_t rest = 0;            ///< where what belongs to it starts
    std::size_t stop = 0;            ///< where that ends: at its closing bracket, the next mark or the text's end
    bool plain = false;              ///< small letters without a bracket: alone, it opens a list of tasks
};

/// The marks in a text, in order.  `bold_end`: where a bold run at its head ends, or 0.
[[nodiscard]] std::vector<marker_finding> markers_in(std::string_view text, const lexicon& words, const known_names& known = {}, std::size_t bold_end = 0);

/// The mark at the start of a text.
[[nodiscard]] std::optional<marker_finding> marker_at(std::string_view text, const lexicon& words, const known_names& known = {}, std::size_t bold_end = 0);

}  // namespace minutes
