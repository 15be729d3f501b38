// SPDX-License-Identifier: Apache-2.0
// Texts → short keys.
#pragma once

#include <string>
#include <string_view>

namespace minutes {

/// Letters and digits, lower case, all else as single hyphens.
[[nodiscard]] std::string slug(std::string_view text);

}  // namespace minutes
