// SPDX-License-Identifier: Apache-2.0
// Bytes → UTF-8.  Statistical detectors were wrong on a third of short samples
// (docs/decisions.md), so the order here is fixed: byte order mark, UTF-16 by its
// zero bytes, UTF-8, and each byte that is not UTF-8 as Windows-1252.
#pragma once

#include <string>
#include <string_view>

namespace minutes {

struct decoded_text {
    std::string utf8;        ///< valid UTF-8
    bool marked = false;     ///< began with a byte order mark, which is left off
    bool mixed = false;      ///< UTF-8 beyond ASCII and Windows-1252 bytes in one file
};

[[nodiscard]] decoded_text decode(std::string_view bytes);

/// The code point that starts at `at`, moving `at` behind it.
/// @pre `utf8` is valid and `at < utf8.size()`
[[nodiscard]] char32_t next_code_point(std::string_view utf8, std::size_t& at);

void append_utf8(std::string& out, char32_t c);

}  // namespace minutes
