// SPDX-License-Identifier: Apache-2.0
// How alike two texts or names are, whatever their case, accents and punctuation.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {

/// A text's words, case folded, without accents and punctuation.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view text);

/// Bag-of-words F1: 1 when both hold the same words, 0 when they share none.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

/// Equal without titles, or the same surname with agreeing forenames or initials.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

/// One-to-one pairs of indices, most alike first, down to `floor`; of equals the nearest in order.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> paired(std::size_t gold, std::size_t found, const std::function<double(std::size_t, std::size_t)>& alike, double floor);

}  // namespace cli
