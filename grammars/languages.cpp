// SPDX-License-Identifier: Apache-2.0
#include "languages.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

// Generated from lexicon/*.toml.
#include "lexicon_cy.hpp"
#include "lexicon_da.hpp"
#include "lexicon_de.hpp"
#include "lexicon_en.hpp"
#include "lexicon_es.hpp"
#include "lexicon_fr.hpp"
#include "lexicon_languages.hpp"
#include "lexicon_nb.hpp"
#include "lexicon_nl.hpp"
#include "lexicon_pt.hpp"

namespace minutes {

namespace {

constexpr std::array<const compiled_lexicon*, languages_known> compiled = {
    &lexicon_en, &lexicon_cy, &lexicon_da, &lexicon_de, &lexicon_es, &lexicon_fr, &lexicon_nb, &lexicon_nl, &lexicon_pt};

/// The text up to the next line end, which is taken off `rest` with it.
std::string_view next_line(std::string_view& rest) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    return line;
}

lexicon_file unpack(const compiled_lexicon& c) {
    lexicon_file file;
    file.day_first = c.day_first;
    auto phrases = c.phrases;
    auto number = c.numbers.begin();
    for (const auto& packed : c.changes) {
        auto& change = file.changes.emplace_back();
        change.section = packed.section;
        change.key = packed.key;
        change.phrases.reserve(packed.phrases);
        for (std::size_t i = 0; i < packed.phrases; ++i) change.phrases.emplace_back(next_line(phrases));
        if (has_numbers(change))
            for (std::size_t i = 0; i < packed.phrases; ++i) change.numbers.push_back(*number++);
    }
    return file;
}

using weights = std::array<std::uint8_t, languages_known>;

/// Words that tell languages apart: folded word → its weight in each language.
phrase_table<weights> read_evidence() {
    std::vector<std::pair<std::string_view, weights>> all;
    auto words = lexicon_languages.words;
    for (const auto& w : lexicon_languages.weights) all.emplace_back(next_line(words), w);
    return phrase_table<weights>(all);
}

/// Each letter in its small form, all bytes beyond ASCII as they are; 0 for what is no letter.
constexpr auto letters = [] {
    std::array<char, 256> all{};
    for (std::size_t c = 0x80; c < all.size(); ++c) all[c] = static_cast<char>(c);
    for (std::size_t c = 'a'; c <= 'z'; ++c) all[c] = all[c - 32] = static_cast<char>(c);
    return all;
}();

char letter_of(char c) { return letters[static_cast<unsigned char>(c)]; }

/// Letters of no language: initials and acronyms ("AR", "Y"), and what stands in an address ("example.com/das", "ann@das.org").
bool is_code(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t longest_initials = 3;
    constexpr std::string_view joints = "/@_#=&?";
    const auto is_small = [](char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z'); };
    const bool capitals = std::none_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), is_small);
    if (capitals && end - begin <= longest_initials) return true;
    const auto joint = [&](std::size_t i) { return i < text.size() && joints.find(text[i]) != joints.npos; };
    const bool dot_before = begin > 1 && text[begin - 1] == '.' && letter_of(text[begin - 2]) != 0;
    const bool dot_behind = end + 1 < text.size() && text[end] == '.' && letter_of(text[end + 1]) != 0;
    return (begin > 0 && joint(begin - 1)) || joint(end) || dot_before || dot_behind;
}

/// Calls `use` with each run of letters, folded.  Apostrophes part words: "l'ordre", "o'r".
template <class Use>
void each_letter_run(std::string_view text, Use&& use) {
    constexpr std::size_t longest = 24;  // bytes
    std::array<char, longest> small{};
    const auto parts = [&](std::size_t i) { return text[i] == '\xE2' && text.substr(i).starts_with("\u2019"); };
    for (std::size_t i = 0; i < text.size();) {
        if (!letter_of(text[i])) {
            ++i;
            continue;
        }
        if (parts(i)) {
            i += 3;
            continue;
        }
        const std::size_t begin = i;
        bool ascii = true;
        for (char letter = 0; i < text.size() && (letter = letter_of(text[i])) != 0 && !parts(i); ++i) {
            ascii &= static_cast<unsigned char>(letter) < 0x80;
            if (i - begin < longest) small[i - begin] = letter;
        }
        if (i - begin > longest || is_code(text, begin, i)) continue;
        if (ascii) use(std::string_view(small.data(), i - begin));
        else use(fold({small.data(), i - begin}));
    }
}

}  // namespace

std::vector<language_evidence> weigh_languages(std::string_view text) {
    static const auto evidence = read_evidence();
    std::vector<language_evidence> out;
    for (const auto code : language_codes()) out.push_back({code, 0});
    constexpr int most = 3;  // times that a word counts: a name said over and over is no language
    std::unordered_map<const weights*, int> times;
    each_letter_run(text, [&](std::string_view w) {
        const auto* own = evidence.find(w);
        if (!own || ++times[own] > most) return;
        for (std::size_t i = 0; i < out.size(); ++i) out[i].weight += (*own)[i];
    });
    return out;
}

std::vector<std::string> choose_languages(std::string_view text) {
    constexpr int least = 8;  // a few foreign names or words are no second language
    auto weighed = weigh_languages(text);
    std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
    const int most = weighed.front().weight;
    std::vector<std::string> out;
    if (most < least) {
        // Short minutes: what says much more than English does; Danish and Norwegian may say as much.
        constexpr int few = 4;
        const int english = std::find_if(weighed.begin(), weighed.end(), [](const auto& l) { return l.code == "en"; })->weight;
        for (const auto& l : weighed)
            if (most >= few && most >= 3 * english && 3 * l.weight >= 2 * most) out.emplace_back(l.code);
        return out.empty() ? std::vector<std::string>{"en"} : out;
    }
    for (const auto& l : weighed)
        if (l.weight >= least && 3 * l.weight >= most) out.emplace_back(l.code);
    return out;
}

const lexicon& lexicon_set::of(const std::vector<std::string>& languages) const {
    std::size_t which = 0;
    for (const auto& code : languages) which |= std::size_t{1} << index_of_language(code);
    std::call_once(made_[which], [&] {
        lexicon_words words;
        for (std::size_t i = 0; i < compiled.size(); ++i)
            if (which >> i & 1U) apply(unpack(*compiled[i]), words, false);
        apply(style_, words, true);
        lexicons_[which] = std::make_unique<const lexicon>(words);
    });
    return *lexicons_[which];
}

const lexicon_set& default_lexicons() {
    static const lexicon_set all;
    return all;
}

const lexicon& default_lexicon() {
    static const lexicon& english = default_lexicons().of({"en"});
    return english;
}

}  // namespace minutes
