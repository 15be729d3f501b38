// SPDX-License-Identifier: Apache-2.0
#include "initials.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "owner.hpp"
#include "roster_pieces.hpp"
#include "text.hpp"

namespace minutes {

bool forms_initials(std::string_view letters, std::string_view name) {
    if (letters.size() < 2 || letters.size() > 6 || !starts_upper(letters)) return false;
    if (!std::all_of(letters.begin(), letters.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); })) return false;
    // Each word of the name gives a head of some letters, in order; words may be left out, the first may not.
    std::vector<std::string> heads;
    for (const auto& w : words_in(name)) {
        std::string part;
        for (const char c : w.folded) {
            if (c == '-' || c == '\'') {
                heads.push_back(part);
                part.clear();
            } else {
                part += c;
            }
        }
        heads.push_back(part);
    }
    const std::string wanted = fold(letters);
    const auto upper = static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
    if (upper < 1 || (letters.size() > 2 && upper < 2 && letters.size() != 3)) return false;
    const auto fits = [&](auto&& self, std::size_t done, std::size_t word) -> bool {
        if (done == wanted.size()) return true;
        if (word == heads.size()) return false;
        std::size_t n = 0;
        while (done + n < wanted.size() && n < heads[word].size() && heads[word][n] == wanted[done + n]) {
            ++n;
            if (self(self, done + n, word + 1)) return true;
        }
        return word > 0 && self(self, done, word + 1);
    };
    return fits(fits, 0, 0);
}

bool opens_with_own_initials(std::string_view text, const lexicon& words) {
    const auto colon = text.find(": ");
    if (colon == text.npos || !is_initials(text.substr(0, colon))) return false;
    const auto name = text.substr(colon + 2, text.find(" @", colon + 2) - colon - 2);
    return forms_initials(text.substr(0, colon), head_of_piece(name, words));
}

bool recalls_name(std::string_view letters, std::string_view name) {
    if (forms_initials(letters, name)) return true;
    const auto wanted = fold(plain_initials(letters));
    const auto all = words_in(name);
    if (wanted.empty() || all.empty() || wanted[0] != all[0].folded[0]) return false;
    if (all.size() > 1 && wanted.size() <= 4 && wanted.back() == all.back().folded[0]) return true;  // a middle name that is not given
    std::string whole;
    for (const auto& w : all) whole += w.folded;
    std::size_t k = 0;
    for (const char c : whole) k += k < wanted.size() && c == wanted[k];
    return k == wanted.size();
}

}  // namespace minutes
