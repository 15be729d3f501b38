// SPDX-License-Identifier: Apache-2.0
#include "word_run.hpp"

#include "lexicon.hpp"

namespace minutes {

namespace {

constexpr std::size_t longest_kept = 4096;  // bytes of a text: longer ones are asked for once or twice
constexpr std::size_t few = 4;              // words that are sooner found than kept

split_words split(std::string_view text, const lexicon& words, std::size_t most) {
    const char* small = words.memo() ? words.memo()->small_letters_of(text) : nullptr;
    auto all = words_in(text, small, most);
    for (word& w : all) w.entry = &words.entry(w.folded);
    return all;
}

word_run alone(std::string_view text, const lexicon& words, std::size_t most) {
    return {word_run::entry({0, {}, {}, split(text, words, most)}), most};
}

}  // namespace

word_run words_in(std::string_view text, const lexicon& words, std::size_t most) {
    auto* memo = words.memo();
    if (!memo || text.size() > longest_kept) return alone(text, words, most);
    if (most <= few) {
        if (const auto* known = memo->words.find(text)) return {*known, most};
        return alone(text, words, most);
    }
    return {memo->words.of(text, memo->stays(text), [&] { return split(text, words, text.npos); }), most};
}

}  // namespace minutes
