// SPDX-License-Identifier: Apache-2.0
#include "text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace minutes {

namespace {

// Nearly all bytes of minutes are ASCII: those are told apart here, and Unicode's tables are asked for the rest only.
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_ascii(std::string_view s) { return std::all_of(s.begin(), s.end(), [](char c) { return is_ascii(c); }); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::string fold_ascii(std::string_view text) {
    std::string out(text.size(), ' ');
    std::size_t size = 0;
    for (const char c : text) {
        if (!is_white(c)) out[size++] = is_capital(c) ? static_cast<char>(c + 32) : c;
        else if (size > 0 && out[size - 1] != ' ') out[size++] = ' ';
    }
    if (size > 0 && out[size - 1] == ' ') --size;
    out.resize(size);
    return out;
}

/// Quotes and dashes that word processors vary.
std::string straighten(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 10> marks = {{
        {"\u2018", '\''}, {"\u2019", '\''}, {"\u201B", '\''}, {"\u201C", '"'}, {"\u201D", '"'},
        {"\u2010", '-'}, {"\u2011", '-'}, {"\u2012", '-'}, {"\u2013", '-'}, {"\u2014", '-'}}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto hit = is_ascii(text[i]) ? marks.end() : std::find_if(marks.begin(), marks.end(), [&](const auto& m) { return text.substr(i).starts_with(m.first); });
        if (hit == marks.end()) {
            out += text[i++];
        } else {
            out += hit->second;
            i += hit->first.size();
        }
    }
    return out;
}

utf8proc_int32_t code_point_at(std::string_view s, std::size_t at, std::size_t& size) {
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

bool is_letter_or_digit(utf8proc_int32_t c) {
    if (c < 0) return false;
    if (c < 0x80) return is_capital(static_cast<char>(c)) || is_small(static_cast<char>(c)) || is_figure(static_cast<char>(c));
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NO:
            return true;
        default: return false;
    }
}

char mark_of(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) return c;
    const auto straight = straighten(text.substr(at, 3));
    return straight.size() < 3 ? straight[0] : 0;
}

struct letter_case {
    int letters = 0, uppers = 0;
    bool first_upper = false, digits = false;
};

letter_case case_of(std::string_view s) {
    letter_case k;
    std::size_t size = 0;
    for (std::size_t i = 0; i < s.size(); i += size) {
        if (is_ascii(s[i])) {
            const bool capital = is_capital(s[i]);
            k.first_upper |= capital && k.letters == 0;
            k.uppers += capital;
            k.letters += capital || is_small(s[i]);
            k.digits |= is_figure(s[i]);
            size = 1;
            continue;
        }
        const auto c = code_point_at(s, i, size);
        if (c < 0) continue;
        const auto cat = utf8proc_category(c);
        if (cat == UTF8PROC_CATEGORY_ND) k.digits = true;
        if (cat == UTF8PROC_CATEGORY_LU || cat == UTF8PROC_CATEGORY_LT) {
            if (k.letters == 0) k.first_upper = true;
            ++k.uppers;
            ++k.letters;
        } else if (cat == UTF8PROC_CATEGORY_LL || cat == UTF8PROC_CATEGORY_LO) {
            ++k.letters;
        }
    }
    return k;
}

word make_word(std::string_view text, std::size_t begin, std::size_t end) {
    word w;
    w.begin = begin;
    w.end = end;
    w.folded = fold(text.substr(begin, end - begin));
    const auto k = case_of(text.substr(begin, end - begin));
    w.capital = k.first_upper;
    w.upper = k.letters >= 2 && k.uppers == k.letters;
    w.digits = k.digits;
    return w;
}

}  // namespace

std::string fold(std::string_view text) {
    if (is_ascii(text)) return fold_ascii(text);
    const auto straight = straighten(text);
    utf8proc_uint8_t* mapped = nullptr;
    const auto n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(straight.data()),
                                static_cast<utf8proc_ssize_t>(straight.size()), &mapped,
                                static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> holder(mapped, &std::free);
    if (n < 0) return fold_ascii(straight);
    return fold_ascii({reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(n)});
}

std::vector<word> words_in(std::string_view text) {
    std::vector<word> out;
    std::size_t i = 0;
    char before = 0;
    while (i < text.size()) {
        std::size_t end = i;
        while (end < text.size() && !is_white(text[end])) ++end;
        // The run [i, end): take the punctuation off both its ends.
        std::size_t first = i, last = i, size = 0;
        bool seen = false;
        for (std::size_t k = i; k < end; k += size) {
            if (is_letter_or_digit(code_point_at(text, k, size))) {
                if (!seen) first = k;
                seen = true;
                last = k + size;
            } else if (!seen && mark_of(text, k)) {
                before = mark_of(text, k);
            }
        }
        if (seen) {
            auto w = make_word(text, first, last);
            w.before = before;
            w.after = last < end ? mark_of(text, last) : 0;
            // "(SH)." ends a sentence as "SH." does.
            for (std::size_t k = last; k < end; ++k)
                if ((w.after == ')' || w.after == '"' || w.after == '\'' || w.after == ']') && (text[k] == '.' || text[k] == '?' || text[k] == '!') && w.before == 0) w.after = text[k];
            if (!w.after && end < text.size() && (text[end] == '\n' || text[end] == '\t')) w.after = text[end];
            out.push_back(std::move(w));
            before = 0;
        } else if (end > i && !out.empty() && !out.back().after) {
            out.back().after = mark_of(text, i);  // a mark that stands alone: " - "
        }
        while (end < text.size() && is_white(text[end])) {
            if (text[end] == '\n' && !out.empty() && !out.back().after) out.back().after = '\n';
            ++end;
        }
        i = end;
    }
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
