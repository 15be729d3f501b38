// SPDX-License-Identifier: Apache-2.0
// What speaks for words being a person's name; shared by the grammar of one entry and that of people run together.
#pragma once

#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

inline constexpr std::size_t longest_name = 6;  // words

/// Whether word `i` is an enclosed nickname before the surname: "Elizabeth (Betty) Warner".
[[nodiscard]] bool is_nickname(words_view all, std::size_t i, const lexicon& words);

/// The weight of words [from, to) as a name; -20 when they can be none.
[[nodiscard]] int name_weight(words_view all, std::size_t from, std::size_t to, const lexicon& words);

/// Bytes [begin, end) without blanks, bullets, dashes and footnote marks at its ends.
[[nodiscard]] span trimmed_in(std::string_view text, std::size_t begin, std::size_t end);

[[nodiscard]] inline std::string_view in(std::string_view text, span s) { return text.substr(s.begin, s.size()); }

[[nodiscard]] inline bool is_acronym(const word& w) { return w.upper && w.folded.size() >= 2; }

}  // namespace minutes
