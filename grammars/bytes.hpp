// SPDX-License-Identifier: Apache-2.0
// What the bytes and characters of a text are, for the loops that look at each.
#pragma once

#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace minutes {

// Nearly all bytes of minutes are ASCII: those are told apart here, and Unicode's tables are asked for the rest only.
inline bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
inline bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_small(char c) { return c >= 'a' && c <= 'z'; }

inline bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// What a byte is, for the loops that look at each.
enum byte_kind : std::uint8_t { other = 0, white = 1, capital = 2, small = 4, figure = 8, beyond_ascii = 16, letter = capital | small, word_part = letter | figure };

inline constexpr auto kinds_of_bytes = [] {
    std::array<std::uint8_t, 256> all{};
    for (std::size_t c = 0x80; c < all.size(); ++c) all[c] = beyond_ascii;
    for (std::size_t c = 'A'; c <= 'Z'; ++c) all[c] = capital, all[c + 32] = small;
    for (std::size_t c = '0'; c <= '9'; ++c) all[c] = figure;
    for (const char c : {' ', '\t', '\n'}) all[static_cast<std::size_t>(c)] = white;
    return all;
}();

inline constexpr auto small_bytes = [] {
    std::array<char, 256> all{};
    for (std::size_t c = 0; c < all.size(); ++c) all[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return all;
}();

inline char to_small(char c) { return small_bytes[static_cast<unsigned char>(c)]; }

inline std::uint8_t kind_of(char c) { return kinds_of_bytes[static_cast<unsigned char>(c)]; }

/// The quotation mark or dash at the start of a text, of those that word processors vary; 0 for anything else.
inline char straight_mark(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xE2' || text[1] != '\x80') return 0;
    switch (text[2]) {
        case '\x98': case '\x99': case '\x9B': return '\'';             // U+2018, U+2019, U+201B
        case '\x9C': case '\x9D': return '"';                           // U+201C, U+201D
        case '\x90': case '\x91': case '\x92': case '\x93': case '\x94': return '-';  // U+2010 – U+2014
        default: return 0;
    }
}

inline utf8proc_int32_t code_point_at(std::string_view s, std::size_t at, std::size_t& size) {
    if (is_ascii(s[at])) {
        size = 1;
        return s[at];
    }
    utf8proc_int32_t c = -1;
    const auto n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(s.data()) + at,
                                    static_cast<utf8proc_ssize_t>(s.size() - at), &c);
    size = n > 0 ? static_cast<std::size_t>(n) : 1;
    return n > 0 ? c : -1;
}

}  // namespace minutes
