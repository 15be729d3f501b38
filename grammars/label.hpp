// SPDX-License-Identifier: Apache-2.0
// Labels at the start of a text: "Present:-", "Apologies for absence were received from", "Date of next meeting".
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon.hpp"

namespace minutes {

struct label_finding {
    std::size_t begin = 0, end = 0;  ///< the label's words
    std::size_t rest = 0;            ///< where the text behind its colon or dash starts
    std::vector<label> kinds;        ///< what it may mean; several for "at" or "members"
    bool marked = false;             ///< a colon, dash or line end stands behind it
    bool whole = false;              ///< nothing else stands in the text

    [[nodiscard]] bool is(label which) const { return std::find(kinds.begin(), kinds.end(), which) != kinds.end(); }
};

/// The longest label at the start of a text; bullets, numbering marks and asterisks before it are skipped.
[[nodiscard]] std::optional<label_finding> label_at(std::string_view text, const lexicon& words);

/// What a column head names, punctuation aside.
[[nodiscard]] const std::vector<column>& columns_named(std::string_view head, const lexicon& words);

}  // namespace minutes
