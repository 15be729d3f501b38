// SPDX-License-Identifier: Apache-2.0
// For messages that say "did you mean …?".
#pragma once

#include <string_view>
#include <vector>

#include <minutes/export.hpp>

namespace minutes {

/// The word that `typed` was probably meant to be: the nearest by letters to change, add or take out
/// (Levenshtein), when that is at most a third of it; else empty.
[[nodiscard]] MINUTES_EXPORT std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& words);

}  // namespace minutes
