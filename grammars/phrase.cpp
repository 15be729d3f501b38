// SPDX-License-Identifier: Apache-2.0
#include "phrase.hpp"

#include <algorithm>

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

/// Whether a word can be part of a name or an office: "Cllr", "Bell", "Clerk".
bool names(const word& w, const lexicon& words) {
    if (words.has_any({list::honorifics, list::plural_honorifics, list::particles}, w)) return true;
    if (!w.capital || w.digits) return words.has(list::role_nouns, w);
    return !words.has_any({list::function_words, list::openers}, w) || words.has(list::role_nouns, w);
}

/// Whether the sentence goes on behind this word although a full stop stands there.
bool abbreviated(const word& w, const lexicon& words) {
    return w.folded.size() <= 2 || words.has_any({list::abbreviations, list::honorifics}, w);
}

}  // namespace

std::size_t phrase_length(words_view all, std::size_t at, word_list list, const lexicon& words) {
    constexpr std::size_t longest = 5;  // words
    if (at >= all.size()) return 0;
    const auto stops = [](const word& w) { return w.after == '.' || w.after == ';'; };
    std::size_t found = words.has(list, all[at]) ? 1 : 0;
    if (!words.begins(list, all[at]) || stops(all[at])) return found;
    std::string phrase = all[at].folded;
    for (std::size_t n = 1; n < longest && at + n < all.size(); ++n) {
        phrase += " " + all[at + n].folded;
        if (words.has(list, phrase)) found = n + 1;
        if (!words.begins(list, phrase) || stops(all[at + n])) break;
    }
    return found;
}

span people_before(words_view all, std::size_t end, const lexicon& words) {
    std::size_t first = end;
    while (first > 0 && words.has(list::auxiliaries, all[first - 1])) --first;
    const std::size_t last = first;
    while (first > 0) {
        const word& w = all[first - 1];
        const bool inner = first < last;
        if (inner && w.after && w.after != ',' && !(w.after == '.' && abbreviated(w, words))) break;
        const bool joins = inner && words.has(list::joining_words, w) && first > 1 && names(all[first - 2], words);
        const bool article = inner && words.has(list::articles, w);
        if (!names(w, words) && !joins && !article) break;
        --first;
    }
    return first == last ? span{} : at(all[first].begin, all[last - 1].end);
}

span people_from(words_view all, std::size_t from, const lexicon& words) {
    if (from < all.size() && words.has(list::articles, all[from])) ++from;
    std::size_t last = from;
    while (last < all.size()) {
        const word& w = all[last];
        const bool joins = last > from && words.has(list::joining_words, w) && last + 1 < all.size() && names(all[last + 1], words);
        if (!names(w, words) && !joins) break;
        ++last;
        if (w.after && w.after != ',' && !(w.after == '.' && abbreviated(w, words))) break;
    }
    return last == from ? span{} : at(all[from].begin, all[last - 1].end);
}

std::vector<span> item_numbers_in(std::string_view text, words_view all, std::size_t from, const lexicon& words) {
    std::vector<span> out;
    for (std::size_t i = from; i < all.size(); ++i) {
        std::size_t n = phrase_length(all, i, list::item_words, words);
        // "items": the plural of a word that the lexicon has
        if (n == 0 && all[i].folded.ends_with('s') && words.has(list::item_words, all[i].folded.substr(0, all[i].folded.size() - 1))) n = 1;
        if (n == 0) continue;
        const std::size_t first = i + n;
        for (std::size_t k = first; k < all.size(); ++k) {
            if (words.has(list::joining_words, all[k]) && k > first) continue;
            if (!all[k].digits) break;
            const auto number = text.substr(all[k].begin, all[k].end - all[k].begin);
            out.push_back(at(all[k].begin, all[k].begin + number.find_last_not_of(".)") + 1));
            i = k;
        }
    }
    return out;
}

}  // namespace minutes
