// SPDX-License-Identifier: Apache-2.0
#include "word_run.hpp"

#include <algorithm>

#include "lexicon.hpp"

namespace minutes {

namespace {

constexpr std::size_t longest_kept = 4096;  // bytes of a text: longer ones are asked for once or twice
constexpr std::size_t few = 4;              // words that are sooner found than kept

split_words split(std::string_view text, const lexicon& words, std::size_t most) {
    auto* memo = words.memo();
    const char* small = memo ? memo->small_letters_of(text) : nullptr;
    const auto look_up = [&](word& w) {
        if (w.entry) return;
        const bool accented = w.folded.size() == 1 && !w.plain && !w.digits;
        w.entry = accented ? &words.entry_of_accented(w.folded[0]) : &words.entry(w.folded);
    };
    const auto* runs = small ? memo->runs([&](text_run& r) { look_up(r.own); }) : nullptr;
    auto all = runs ? words_in(text, small, *runs, memo->place_of(text), most) : words_in(text, small, most);
    std::for_each(all.begin(), all.end(), look_up);
    return all;
}

word_run alone(std::string_view text, const lexicon& words, std::size_t most) {
    return {word_run::entry({0, {}, {}, split(text, words, most)}), most};
}

}  // namespace

word_run words_in(std::string_view text, const lexicon& words, std::size_t most) {
    auto* memo = words.memo();
    if (!memo || text.size() > longest_kept) return alone(text, words, most);
    const bool stays = memo->stays(text);
    if (most <= few) {
        if (const auto* known = memo->words.find(text, stays)) return {*known, most};
        return alone(text, words, most);
    }
    return {memo->words.of(text, stays, [&] { return split(text, words, text.npos); }), most};
}

}  // namespace minutes
