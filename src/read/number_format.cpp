// SPDX-License-Identifier: Apache-2.0
#include "number_format.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "encoding.hpp"

namespace minutes {

namespace {

std::string roman(int n) {
    constexpr std::array<std::pair<int, const char*>, 13> steps = {{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
                                                                    {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    std::string out;
    for (const auto& [value, letters] : steps)
        for (; n >= value; n -= value) out += letters;
    return out;
}

std::string repeated_letter(int n) { return std::string(static_cast<std::size_t>((n - 1) / 26 + 1), static_cast<char>('A' + (n - 1) % 26)); }

std::string alphabet(int n) {
    std::string out;
    for (; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
    return out;
}

std::string lower(std::string s) {
    std::transform(s.begin(), s.end(), s.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return s;
}

std::string ordinal(int n) {
    const int tens = n % 100, units = n % 10;
    const char* ending = tens >= 11 && tens <= 13 ? "th" : units == 1 ? "st" : units == 2 ? "nd" : units == 3 ? "rd" : "th";
    return std::to_string(n) + ending;
}

constexpr std::array<const char*, 20> small = {"", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
                                               "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"};
constexpr std::array<const char*, 20> small_th = {"", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
                                                  "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth"};
constexpr std::array<const char*, 10> tens_of = {"", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"};

std::string in_words(int n, const std::array<const char*, 20>& last) {
    const auto at = static_cast<std::size_t>(n);
    if (n < 20) return last[at];
    std::string out = tens_of[at / 10];
    if (at % 10) return out + "-" + lower(last[at % 10]);
    if (last == small_th) out.replace(out.size() - 1, 1, "ieth");
    return out;
}

}  // namespace

std::string number_text(int n, number_format format) {
    const std::string figures = std::to_string(n);
    switch (format) {
        case number_format::none: case number_format::bullet: return {};
        case number_format::decimal: return figures;
        case number_format::decimal_zero: return n >= 0 && n < 10 ? "0" + figures : figures;
        default: break;
    }
    if (n < 1 || n > 9999) return figures;  // no letters for it, or too many
    switch (format) {
        case number_format::upper_roman: return roman(n);
        case number_format::lower_roman: return lower(roman(n));
        case number_format::upper_letter: return n > 780 ? figures : repeated_letter(n);
        case number_format::lower_letter: return n > 780 ? figures : lower(repeated_letter(n));
        case number_format::upper_alphabet: return alphabet(n);
        case number_format::lower_alphabet: return lower(alphabet(n));
        case number_format::ordinal: return ordinal(n);
        case number_format::cardinal_words: return n > 99 ? figures : in_words(n, small);
        case number_format::ordinal_words: return n > 99 ? figures : in_words(n, small_th);
        default: return figures;
    }
}

char32_t symbol_character(std::string_view font, unsigned code) {
    // The signs that minutes use; the rest of these fonts is ornament.
    static const std::map<unsigned, char32_t> symbol = {{0x2D, 0x2212}, {0xA3, 0x2264}, {0xAB, 0x2194}, {0xAE, 0x2192}, {0xB0, 0xB0}, {0xB1, 0xB1}, {0xB3, 0x2265},
                                                        {0xB4, 0xD7}, {0xB7, 0x2022}, {0xB8, 0xF7}, {0xB9, 0x2260}, {0xD2, 0xAE}, {0xD3, 0xA9}, {0xDE, 0x21D2}};
    static const std::map<unsigned, char32_t> wingdings = {{0x28, 0x260E}, {0x2A, 0x2709}, {0x4A, 0x263A}, {0x6C, 0x25CF}, {0x6E, 0x25A0}, {0x6F, 0x2610}, {0x71, 0x2751},
                                                           {0x72, 0x2752}, {0x76, 0x2756}, {0x78, 0x2612}, {0xA7, 0x25AA}, {0xA8, 0x2610}, {0xD8, 0x27A2}, {0xE0, 0x2192},
                                                           {0xE8, 0x2794}, {0xF0, 0x21E8}, {0xFB, 0x2717}, {0xFC, 0x2713}, {0xFD, 0x2612}, {0xFE, 0x2611}};
    static const std::map<unsigned, char32_t> wingdings2 = {{0x4F, 0x2717}, {0x50, 0x2713}, {0x51, 0x2612}, {0x52, 0x2611}, {0x53, 0x2612}, {0xA3, 0x2610}};
    const auto& table = font == "Symbol" ? symbol : font == "Wingdings 2" ? wingdings2 : wingdings;
    const auto at = table.find(code & 0xFF);
    return at == table.end() ? 0 : at->second;
}

std::string bullet_text(std::string_view font, std::string_view utf8) {
    if (utf8.empty()) return {};
    std::size_t at = 0;
    const char32_t c = next_code_point(utf8, at);
    std::string out;
    if (c >= 0xF000 && c <= 0xF0FF) {
        const char32_t known = symbol_character(font, c);
        append_utf8(out, known ? known : U'\u2022');
    } else {
        out = c == 'o' && utf8.size() == 1 ? "\u25E6" : std::string(utf8);  // "o" of Courier New is drawn as a ring
    }
    return out;
}

}  // namespace minutes
