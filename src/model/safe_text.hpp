// SPDX-License-Identifier: Apache-2.0
// Text that every format can carry.
#pragma once

#include <string>
#include <string_view>

namespace minutes {

/// `text` as UTF-8 that XML 1.0 may hold: what is not becomes U+FFFD.  A
/// document's text is so already; file names and messages need not be.
[[nodiscard]] std::string safe_text(std::string_view text);

/// Whether `text` is well-formed UTF-8 (Unicode 15, table 3-7).
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace minutes
