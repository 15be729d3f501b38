// SPDX-License-Identifier: Apache-2.0
// Text in few bytes: zlib's format (RFC 1950), which every language can read.
#pragma once

#include <string>
#include <string_view>

namespace minutes {

[[nodiscard]] std::string deflated(std::string_view text);

/// @throws std::runtime_error  what does not inflate to at most 2 GB
[[nodiscard]] std::string inflated(std::string_view bytes);

}  // namespace minutes
