// SPDX-License-Identifier: Apache-2.0
#include <minutes/nearest.hpp>

#include <algorithm>
#include <numeric>

namespace minutes {

namespace {

/// Letters to change, add or take out, row by row.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t changed = diagonal + (a[i - 1] == b[k - 1] ? 0 : 1);
            diagonal = row[k];
            row[k] = std::min({changed, row[k] + 1, row[k - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& words) {
    const auto best = std::min_element(words.begin(), words.end(), [&](auto a, auto b) { return distance(typed, a) < distance(typed, b); });
    return best == words.end() || distance(typed, *best) > (typed.size() + 1) / 3 ? std::string_view() : *best;
}

}  // namespace minutes
