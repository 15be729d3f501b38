// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// "; did you mean 'xlsx'?" when one of the words is close to the one that was typed, else nothing.
std::string suggestion(std::string_view typed, const std::vector<std::string_view>& words);

}  // namespace cli
