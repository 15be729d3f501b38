// SPDX-License-Identifier: Apache-2.0
// A short print of a name, for addresses and keys that tell no folder (FNV-1a, 64 bits, in hexadecimal):
// among a hundred thousand names no two are likely to have the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace minutes {

[[nodiscard]] inline std::string name_hash(std::string_view name) {
    std::uint64_t h = 0xCBF29CE484222325;
    for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return fmt::format("{:016x}", h);
}

}  // namespace minutes
