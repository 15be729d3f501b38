// SPDX-License-Identifier: Apache-2.0
#include "suggestion.hpp"

#include <fmt/format.h>

#include <minutes/nearest.hpp>

namespace cli {

std::string suggestion(std::string_view typed, const std::vector<std::string_view>& words) {
    const auto nearest = minutes::nearest(typed, words);
    return nearest.empty() ? std::string{} : fmt::format("; did you mean '{}'?", nearest);
}

}  // namespace cli
