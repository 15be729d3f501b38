// SPDX-License-Identifier: Apache-2.0
#include "pronouns.hpp"

#include <algorithm>

#include "person_name.hpp"

namespace minutes {

namespace {

/// "she", "she/her", "he-him-his": how many pronouns a word is made of; 0 when it is anything else.
std::size_t pronouns_of(const word& w, const lexicon& words) {
    std::size_t n = 0;
    const std::string_view t = w.folded;
    for (std::size_t from = 0; from <= t.size(); ++n) {
        const auto to = std::min(t.find_first_of("/-", from), t.size());
        if (!words.has(word_list::personal_pronouns, t.substr(from, to - from))) return 0;
        from = to + 1;
    }
    return n;
}

}  // namespace

std::size_t length_of_pronouns(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 40, fewest = 2;  // bytes, pronouns: "Her Majesty's Court" tells none
    std::size_t found = 0, end = 0;
    for (const auto& w : words_in(text.substr(0, longest), words)) {
        const auto n = pronouns_of(w, words);
        if (n == 0) break;
        found += n;
        end = w.end;
    }
    return found < fewest ? 0 : end;
}

span without_pronouns(std::string_view text, span where, const lexicon& words) {
    const auto n = length_of_pronouns(in(text, where), words);
    if (n == 0) return where;
    const auto rest = in(text, where).find_first_not_of(" /,;-", n);
    return rest == std::string_view::npos ? span{} : trimmed_in(text, where.begin + rest, where.end);
}

std::size_t length_of_stroked_pronouns(std::string_view text, const lexicon& words) {
    const auto stroke = text.find_first_not_of(' ');
    if (stroke == text.npos || text[stroke] != '/') return 0;
    const auto from = text.find_first_not_of(' ', stroke + 1);
    const auto n = from == text.npos ? 0 : length_of_pronouns(text.substr(from), words);
    if (n == 0) return 0;
    const auto behind = text.find_first_not_of(' ', from + n);
    if (behind == text.npos) return text.size();
    return text[behind] == '/' ? behind + 1 : from + n;
}

}  // namespace minutes
