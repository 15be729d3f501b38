// SPDX-License-Identifier: Apache-2.0
#include "encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "ascii.hpp"

namespace minutes {

namespace {

// Windows-1252's upper controls, as the Unicode consortium's mapping gives them; 0 where it has none.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

char32_t from_windows_1252(unsigned char b) {
    if (b < 0x80 || b >= 0xA0) return b;
    return windows_1252[b - 0x80] ? windows_1252[b - 0x80] : 0xFFFD;
}

/// Length of the well-formed UTF-8 sequence at `at` (Unicode, table 3-7); 0 when there is none.
std::size_t sequence_length(std::string_view s, std::size_t at) {
    const auto byte = [&](std::size_t i) { return at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0u; };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned b = byte(0);
    if (b < 0x80) return 1;
    if (b >= 0xC2 && b <= 0xDF) return tail(1) ? 2 : 0;
    if (b >= 0xE0 && b <= 0xEF) {
        const unsigned low = b == 0xE0 ? 0xA0 : 0x80, high = b == 0xED ? 0x9F : 0xBF;
        return byte(1) >= low && byte(1) <= high && tail(2) ? 3 : 0;
    }
    if (b >= 0xF0 && b <= 0xF4) {
        const unsigned low = b == 0xF0 ? 0x90 : 0x80, high = b == 0xF4 ? 0x8F : 0xBF;
        return byte(1) >= low && byte(1) <= high && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

enum class utf16_order { none, little, big };

/// UTF-16 without a mark shows zero bytes at every other place of western text.
utf16_order guess_utf16(std::string_view s) {
    const std::size_t n = std::min<std::size_t>(s.size(), 4096) & ~std::size_t{1};
    if (s.substr(0, n).find('\0') == s.npos) return utf16_order::none;
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < n; i += 2) {
        even += s[i] == 0;
        odd += s[i + 1] == 0;
    }
    if (n < 4) return utf16_order::none;
    if (odd * 2 > n / 2 && even * 10 < n / 2) return utf16_order::little;
    if (even * 2 > n / 2 && odd * 10 < n / 2) return utf16_order::big;
    return utf16_order::none;
}

std::string from_utf16(std::string_view s, bool big) {
    const auto unit = [&](std::size_t i) -> char32_t {
        const auto a = static_cast<unsigned char>(s[i]), b = static_cast<unsigned char>(s[i + 1]);
        return big ? char32_t(a) << 8 | b : char32_t(b) << 8 | a;
    };
    std::string out;
    out.reserve(s.size());
    std::size_t i = 0;
    for (; i + 1 < s.size(); i += 2) {
        char32_t c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < s.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;  // a surrogate alone
        }
        append_utf8(out, c);
    }
    if (i < s.size()) append_utf8(out, 0xFFFD);  // half a unit at the end
    return out;
}

}  // namespace

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | c >> 18);
        out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

char32_t next_code_point(std::string_view s, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[at + i]); };
    const std::size_t n = sequence_length(s, at);
    char32_t c = byte(0);
    if (n == 2) c = char32_t(byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    if (n == 3) c = char32_t(byte(0) & 0x0F) << 12 | char32_t(byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (n == 4)
        c = char32_t(byte(0) & 0x07) << 18 | char32_t(byte(1) & 0x3F) << 12 | char32_t(byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    at += n ? n : 1;
    return c;
}

decoded_text decode(std::string_view bytes) {
    using namespace std::literals;
    if (bytes.starts_with("\xFF\xFE"sv)) return {from_utf16(bytes.substr(2), false), true, false};
    if (bytes.starts_with("\xFE\xFF"sv)) return {from_utf16(bytes.substr(2), true), true, false};
    if (const auto order = guess_utf16(bytes); order != utf16_order::none)
        return {from_utf16(bytes, order == utf16_order::big), false, false};
    decoded_text out;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        out.marked = true;
        bytes.remove_prefix(3);
    }
    out.utf8.reserve(bytes.size());
    bool wide = false, stray = false;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto ascii = end_of_ascii(bytes, i);
        if (ascii > i) {
            out.utf8.append(bytes, i, ascii - i);
            i = ascii;
            continue;
        }
        const std::size_t n = sequence_length(bytes, i);
        if (n) {
            out.utf8.append(bytes, i, n);
            wide |= n > 1;
        } else {
            append_utf8(out.utf8, from_windows_1252(static_cast<unsigned char>(bytes[i])));
            stray = true;
        }
        i += n ? n : 1;
    }
    out.mixed = wide && stray;
    return out;
}

}  // namespace minutes
