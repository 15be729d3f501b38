// SPDX-License-Identifier: Apache-2.0
// How a vote went: "4 for, 2 against", "carried by 5 votes to 1", "5-0", "All in favour", and roll calls,
// "Ayes: Bell, Ash.  Nays: Carr", "Bell – Yes".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

/// Votes as a sentence gives them.
struct vote_finding {
    std::optional<int> for_, against, abstain;
    std::string result;  ///< "carried", "lost", "tied"; empty when not said
    bool given() const { return for_ || against || abstain || !result.empty(); }
};

/// "5-0", "5-0-1": a score that is a word by itself.
[[nodiscard]] std::optional<vote_finding> score_of(const word& w, const lexicon& words);

/// The votes in a text.  `all`: its words, where they are split already.
[[nodiscard]] vote_finding votes_in(std::string_view text, const lexicon& words);
[[nodiscard]] vote_finding votes_in(std::string_view text, words_view all, const lexicon& words);

enum class ballot { in_favour, against, abstained, absent };

/// A line of a roll call, "Bell – Yes"; nothing when it is none.
[[nodiscard]] std::optional<ballot> match_roll_line(std::string_view line, const lexicon& words);

/// A list of those who voted alike: "Ayes: Bell, Ash and Carr".
struct roll_list {
    ballot how = ballot::in_favour;
    span where;     ///< label and names
    int count = 0;  ///< names
};

/// The lists of a text that names who voted how; empty when it names nobody in favour.
[[nodiscard]] std::vector<roll_list> match_roll_lists(std::string_view text, const lexicon& words);

}  // namespace minutes
