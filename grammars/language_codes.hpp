// SPDX-License-Identifier: Apache-2.0
// The languages that have a lexicon.
#pragma once

#include <string_view>
#include <vector>

namespace minutes {

inline constexpr std::size_t languages_known = 9;

/// ISO 639 codes, "en" first.
[[nodiscard]] const std::vector<std::string_view>& language_codes();
[[nodiscard]] bool is_language(std::string_view code);
/// Index among the codes; `languages_known` when it is none.
[[nodiscard]] std::size_t index_of_language(std::string_view code);
/// In English.  @pre is_language(code)
[[nodiscard]] std::string_view language_name(std::string_view code);

}  // namespace minutes
