// SPDX-License-Identifier: Apache-2.0
// Runs of ASCII, found eight bytes at a time: nearly all bytes of minutes are such.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace minutes {

/// The first place from `at` on whose byte is beyond ASCII, or the end.
[[nodiscard]] inline std::size_t end_of_ascii(std::string_view s, std::size_t at = 0) {
    for (; at + 8 <= s.size(); at += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, s.data() + at, 8);
        if (bytes & 0x8080808080808080) break;
    }
    while (at < s.size() && static_cast<unsigned char>(s[at]) < 0x80) ++at;
    return at;
}

}  // namespace minutes
