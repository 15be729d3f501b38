// SPDX-License-Identifier: Apache-2.0
#include "safe_text.hpp"

#include <algorithm>

#include "ascii.hpp"

namespace minutes {

namespace {

unsigned char byte_at(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

/// Length of the well-formed UTF-8 character at `i` (Unicode 15, table 3-7) and its code point; 0 when there is none.
std::size_t decode(std::string_view s, std::size_t i, char32_t& point) {
    const unsigned char lead = byte_at(s, i);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (size == 0 || i + size > s.size()) return 0;
    point = size == 1 ? lead : lead & (0x7Fu >> size);
    for (std::size_t k = 1; k < size; ++k) {
        if ((byte_at(s, i + k) & 0xC0) != 0x80) return 0;
        point = point << 6 | (byte_at(s, i + k) & 0x3Fu);
    }
    const bool overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
    return overlong || point > 0x10FFFF ? 0 : size;
}

/// Char of XML 1.0, section 2.2.
bool xml_allows(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

}  // namespace

std::string safe_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        char32_t point = 0;
        const std::size_t size = decode(text, i, point);
        if (size && xml_allows(point)) out.append(text, i, size);
        else out += "\uFFFD";
        i += std::max<std::size_t>(1, size);
    }
    return out;
}

bool is_utf8(std::string_view text) {
    std::size_t size = 1;
    for (std::size_t i = end_of_ascii(text); i < text.size(); i = end_of_ascii(text, i + size)) {
        char32_t point = 0;
        size = decode(text, i, point);
        if (size == 0 || (point >= 0xD800 && point <= 0xDFFF)) return false;
    }
    return true;
}

}  // namespace minutes
