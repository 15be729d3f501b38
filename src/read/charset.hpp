// SPDX-License-Identifier: Apache-2.0
// Bytes in an encoding that a file names itself.
#pragma once

#include <string_view>

#include "encoding.hpp"

namespace minutes {

/// Bytes that are UTF-8, have a byte order mark or are said to be in no encoding that is known are
/// decoded by `decode`: pages often name an encoding that they are not in.
[[nodiscard]] decoded_text decode_as(std::string_view bytes, std::string_view charset);

}  // namespace minutes
