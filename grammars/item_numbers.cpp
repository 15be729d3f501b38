// SPDX-License-Identifier: Apache-2.0
#include "item_numbers.hpp"

#include <algorithm>

namespace minutes {

int roman_value(std::string_view s) {
    int sum = 0, before = 0;
    for (std::size_t i = s.size(); i-- > 0;) {
        const char c = s[i];
        const int v = c == 'i' || c == 'I' ? 1 : c == 'v' || c == 'V' ? 5 : c == 'x' || c == 'X' ? 10 : 0;
        if (v == 0) return 0;
        sum += v < before ? -v : v;
        before = v;
    }
    return sum;
}

std::vector<int> figures_of(std::string_view number, bool roman) {
    std::vector<int> out;
    for (std::size_t i = 0; i < number.size();) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        std::size_t end = i;
        if (is_digit(number[i])) {
            int value = 0;
            for (; end < number.size() && is_digit(number[end]); ++end)
                if (value < 100000) value = value * 10 + (number[end] - '0');
            out.push_back(value);
        } else if (is_letter(number[i])) {
            while (end < number.size() && is_letter(number[end])) ++end;
            const auto letters = number.substr(i, end - i);
            if (roman) out.push_back(roman_value(letters));
            else out.push_back(letters.size() == 1 ? (letters[0] | 0x20) - 'a' + 1 : 0);  // "FGB" counts nothing
        } else {
            ++end;
        }
        i = end;
    }
    return out;
}

bool counts_on(const std::vector<int>& a, const std::vector<int>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) continue;
        if (b[i] != a[i] + 1) return false;
        return std::all_of(b.begin() + static_cast<std::ptrdiff_t>(i) + 1, b.end(), [&](int x) { return x == 1 || x == 0; }) ||
               std::equal(a.begin() + static_cast<std::ptrdiff_t>(i) + 1, a.end(), b.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    return false;
}

bool is_second_small_roman(std::string_view line) {
    const auto at = line.find_first_not_of("( \t");
    if (at == line.npos || !line.substr(at).starts_with("ii")) return false;
    return at + 2 < line.size() && (line[at + 2] == ')' || line[at + 2] == '.');
}

std::string number_shape(std::string_view number, int depth, bool small_romans) {
    std::string kind = "number";
    if (!number.empty() && !(number[0] >= '0' && number[0] <= '9')) {
        const bool small = number[0] >= 'a' && number[0] <= 'z';
        if (roman_value(number) > 0 && (number.size() > 1 || !small || small_romans)) kind = small ? "small roman number" : "roman number";
        else kind = number.size() == 1 ? "letter" : "code";
    }
    if (number.find('/') != number.npos) kind += " of year";
    return kind + " " + std::to_string(depth);
}

}  // namespace minutes
