// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "bytes.hpp"

namespace minutes {

namespace {

/// Whether white space stands as one blank at a time, and none at the ends.
bool has_single_blanks(std::string_view s) {
    if (s.front() == ' ' || s.back() == ' ' || s.find('\t') != s.npos || s.find('\n') != s.npos) return false;
    for (auto at = s.find(' '); at != s.npos; at = s.find(' ', at + 1))
        if (s[at + 1] == ' ') return false;
    return true;
}

/// One blank for each run of white space, none at the ends.
void join_blanks(std::string& s) {
    if (has_single_blanks(s)) return;
    char* const begin = s.data();
    char* to = begin;
    for (const char c : s) {
        if (!is_white(c)) *to++ = c;
        else if (to != begin && to[-1] != ' ') *to++ = ' ';
    }
    if (to != begin && to[-1] == ' ') --to;
    s.resize(static_cast<std::size_t>(to - begin));
}

/// Puts ASCII letters in small ones; the kinds of all bytes.
unsigned make_small(std::string& s) {
    unsigned kinds = 0;
    for (char& c : s) {
        kinds |= kind_of(c);
        c = to_small(c);
    }
    return kinds;
}

std::string fold_ascii(std::string_view text) {
    std::string out(text);
    if (make_small(out) & white) join_blanks(out);
    return out;
}

std::string straighten(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char mark = straight_mark(text.substr(i));
        out += mark ? mark : text[i];
        i += mark ? 3 : 1;
    }
    return out;
}

/// Appends a character with its case folded and its accents off; false when Unicode does not know it.
bool append_folded(std::string& out, utf8proc_int32_t c) {
    constexpr auto how = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    std::array<utf8proc_int32_t, 32> parts{};  // the longest decomposition has 18
    const auto n = utf8proc_decompose_char(c, parts.data(), parts.size(), how, nullptr);
    if (n < 0 || n > static_cast<utf8proc_ssize_t>(parts.size())) return false;
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(parts[i], bytes.data());
        out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return true;
}

std::string fold_beyond_ascii(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); i += size) {
        if (is_ascii(text[i])) {
            out += text[i];
            size = 1;
        } else if (const char mark = straight_mark(text.substr(i))) {
            out += mark;
            size = 3;
        } else {
            const auto c = code_point_at(text, i, size);
            if (c < 0 || !append_folded(out, c)) return fold_ascii(straighten(text));  // no UTF-8
        }
    }
    return fold_ascii(out);
}

}  // namespace

std::string fold(std::string_view text) {
    std::string plain(text);
    const unsigned kinds = make_small(plain);
    if (kinds & beyond_ascii) return fold_beyond_ascii(text);
    if (kinds & white) join_blanks(plain);
    return plain;
}

std::string fold_word(std::string_view text) {
    auto folded = fold(text);
    if (folded.size() == 1 && text.size() > 1) folded += accent;
    return folded;
}

folded_piece::folded_piece(std::string_view text) {
    if (text.size() <= plain_.size()) {
        unsigned kinds = 0;
        for (const char c : text) {
            kinds |= kind_of(c);
            if (!is_white(c)) plain_[size_++] = to_small(c);
            else if (size_ > 0 && plain_[size_ - 1] != ' ') plain_[size_++] = ' ';
        }
        if (size_ > 0 && plain_[size_ - 1] == ' ') --size_;
        if (!(kinds & beyond_ascii)) return;
        size_ = 0;
    }
    other_ = fold(text);
}

std::string small_letters(std::string_view text) {
    std::string out(text);
    make_small(out);
    return out;
}

bool starts_upper(std::string_view text) {
    if (text.empty()) return false;
    if (is_ascii(text[0])) return is_capital(text[0]);
    std::size_t size = 0;
    const auto c = code_point_at(text, 0, size);
    return c >= 0 && (utf8proc_category(c) == UTF8PROC_CATEGORY_LU || utf8proc_category(c) == UTF8PROC_CATEGORY_LT);
}

bool starts_lower(std::string_view text) {
    if (text.empty()) return false;
    if (is_ascii(text[0])) return is_small(text[0]);
    std::size_t size = 0;
    const auto c = code_point_at(text, 0, size);
    return c >= 0 && utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
    return text;
}

std::string mend_homoglyphs(std::string_view text) {
    // Capitals of Cyrillic and Greek whose shapes are Latin capitals' (Unicode TR 39, confusables, upper case only).
    static constexpr std::array<std::pair<char32_t, char>, 30> alike = {{
        {0x0410, 'A'}, {0x0412, 'B'}, {0x0421, 'C'}, {0x0415, 'E'}, {0x041D, 'H'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x041A, 'K'},
        {0x041C, 'M'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0405, 'S'}, {0x0422, 'T'}, {0x0425, 'X'}, {0x04AE, 'Y'}, {0x0423, 'Y'},
        {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'}, {0x039C, 'M'},
        {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'}}};
    std::string out;
    bool mended = false;
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); i += size) {
        const auto c = code_point_at(text, i, size);
        const auto hit = std::find_if(alike.begin(), alike.end(), [&](const auto& p) { return p.first == static_cast<char32_t>(c); });
        if (hit != alike.end()) {
            out += hit->second;
            mended = true;
        } else if (c >= 0xFF21 && c <= 0xFF3A) {  // full-width capitals
            out += static_cast<char>('A' + (c - 0xFF21));
            mended = true;
        } else if (c >= 0xFF41 && c <= 0xFF5A) {
            out += static_cast<char>('a' + (c - 0xFF41));
            mended = true;
        } else if (c >= 0x370 && c < 0x530) {
            return {};  // a letter with no Latin double: the word is Greek or Cyrillic
        } else {
            out.append(text, i, size);
        }
    }
    return mended ? out : std::string{};
}

}  // namespace minutes
