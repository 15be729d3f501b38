// SPDX-License-Identifier: Apache-2.0
// What a person types to search → a query of FTS5.
#pragma once

#include <string>
#include <string_view>

namespace minutes {

struct search_words {
    std::string query;    ///< for FTS5's MATCH; all words are quoted, so that none of them is an operator
    std::string mistake;  ///< why there is none, in words; else empty
};

/// Words must all be there, each with any ending where it has a star: `flood barrier*`.  Words in quotation marks stand
/// side by side: "flood barrier".  `OR` between two lets either do, `-word` keeps away what has the word.
[[nodiscard]] search_words read_search_words(std::string_view typed);

}  // namespace minutes
