// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <utf8proc.h>

namespace cli {

namespace {

std::string utf8(utf8proc_int32_t point) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(point, bytes);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

/// Characters that a terminal obeys instead of showing, or does not show at all.
bool is_hidden(utf8proc_int32_t point) {
    const auto category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

/// U+2400 … U+2421 are pictures of the control characters of ASCII.
glyph stand_in(utf8proc_int32_t point, std::size_t offset) {
    if (point == '\t') return {"  ", 2, offset};
    if (point < 0x20) return {utf8(0x2400 + point), 1, offset};
    if (point == 0x7F) return {utf8(0x2421), 1, offset};
    std::string name = fmt::format("<U+{:04X}>", point);
    const std::size_t width = name.size();
    return {std::move(name), width, offset};
}

glyph glyph_of(std::string_view text, std::size_t at, std::size_t& size) {
    utf8proc_int32_t point = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    if (read <= 0) {
        size = 1;
        return {fmt::format("\\x{:02X}", static_cast<unsigned char>(text[at])), 4, at};
    }
    size = static_cast<std::size_t>(read);
    if (is_hidden(point)) return stand_in(point, at);
    return {std::string(text.substr(at, size)), static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point))), at};
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < text.size();) {
        const auto begin = std::find_if_not(text.begin() + i, text.end(), is_blank);
        const auto end = std::find_if(begin, text.end(), is_blank);
        if (begin != end) words.push_back(text.substr(begin - text.begin(), end - begin));
        i = static_cast<std::size_t>(end - text.begin());
    }
    return words;
}

/// The pieces of a word that is longer than a line.
std::vector<std::string> pieces_of(std::string_view word, std::size_t width) {
    std::vector<std::string> pieces(1);
    std::size_t used = 0;
    for (const glyph& g : glyphs_of(word)) {
        if (used + g.width > width && used > 0) {
            pieces.emplace_back();
            used = 0;
        }
        pieces.back() += g.text;
        used += g.width;
    }
    return pieces;
}

}  // namespace

std::vector<glyph> glyphs_of(std::string_view text) {
    std::vector<glyph> out;
    for (std::size_t at = 0, size = 0; at < text.size(); at += size) out.push_back(glyph_of(text, at, size));
    return out;
}

std::string visible(std::string_view text) {
    std::string out;
    for (const glyph& g : glyphs_of(text)) out += g.text;
    return out;
}

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (const glyph& g : glyphs_of(text)) width += g.width;
    return width;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    for (const std::string_view word : words_of(text)) {
        for (const std::string& piece : pieces_of(word, std::max<std::size_t>(1, width))) {
            const std::size_t size = width_of(piece);
            if (used > 0 && used + 1 + size > width) {
                lines.emplace_back();
                used = 0;
            }
            lines.back() += (used > 0 ? " " : "") + piece;
            used += size + (used > 0 ? 1 : 0);
        }
    }
    return lines;
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t used = width_of(text);
    if (used < width) text.append(width - used, ' ');
    return text;
}

std::string number(std::size_t n) {
    std::string digits = std::to_string(n);
    for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(digits.begin() + static_cast<std::ptrdiff_t>(i - 3), ',');
    return digits;
}

std::string counted(std::size_t n, std::string_view singular) {
    return fmt::format("{} {}{}", number(n), singular, n == 1 ? "" : "s");
}

std::string counted(std::size_t n, std::string_view singular, std::string_view plural) { return number(n) + " " + std::string(n == 1 ? singular : plural); }

}  // namespace cli
