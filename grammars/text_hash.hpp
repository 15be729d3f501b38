// SPDX-License-Identifier: Apache-2.0
// A hash of a text, for tables that live in memory only.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace minutes {

/// Eight bytes at a time, each mixed in by a multiplication (Knuth, TAOCP 3, 6.4: Fibonacci hashing); the last ones
/// overlap those before, so that no byte is taken by itself.
[[nodiscard]] inline std::uint64_t text_hash(std::string_view s) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    const char* at = s.data();
    const std::size_t size = s.size();
    std::uint64_t hash = size;
    const auto mix = [&](std::uint64_t bytes) {
        hash = (hash ^ bytes) * factor;
        hash ^= hash >> 32;
    };
    const auto eight = [](const char* from) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, from, 8);
        return bytes;
    };
    const auto four = [](const char* from) {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, from, 4);
        return std::uint64_t{bytes};
    };
    if (size >= 8) {
        for (std::size_t i = 0; i + 8 < size; i += 8) mix(eight(at + i));
        mix(eight(at + size - 8));
    } else if (size >= 4) {
        mix(four(at) << 32 | four(at + size - 4));
    } else if (size > 0) {
        const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
        mix(byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1));
    }
    return hash;
}

/// A hash of where a text stands and of its size.
[[nodiscard]] inline std::uint64_t place_hash(std::string_view s) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    const std::uint64_t hash = (reinterpret_cast<std::uintptr_t>(s.data()) + (std::uint64_t{s.size()} << 40)) * factor;
    return hash ^ hash >> 32;
}

/// A hash of a text's size and of five places in it, for a table that compares the texts themselves: it costs the same for all.
[[nodiscard]] inline std::uint64_t text_sample_hash(std::string_view s) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    constexpr std::size_t shortest = 40;  // bytes: of shorter ones all are taken
    if (s.size() < shortest) return text_hash(s);
    std::uint64_t hash = s.size();
    for (const std::size_t at : {std::size_t{0}, s.size() / 4, s.size() / 2, s.size() / 4 * 3, s.size() - 8}) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, s.data() + at, 8);
        hash = (hash ^ bytes) * factor;
        hash ^= hash >> 32;
    }
    return hash;
}

}  // namespace minutes
