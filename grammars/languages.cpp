// SPDX-License-Identifier: Apache-2.0
#include "languages.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <toml++/toml.h>

// Generated from lexicon/*.toml.
#include "lexicon_cy.hpp"
#include "lexicon_de.hpp"
#include "lexicon_en.hpp"
#include "lexicon_es.hpp"
#include "lexicon_fr.hpp"
#include "lexicon_languages.hpp"
#include "lexicon_pt.hpp"

namespace minutes {

namespace {

struct compiled_lexicon {
    std::string_view code, name, toml;
};

constexpr std::array<compiled_lexicon, 6> compiled = {{{"en", "English", lexicon_en}, {"cy", "Welsh", lexicon_cy}, {"de", "German", lexicon_de},
                                                  {"es", "Spanish", lexicon_es}, {"fr", "French", lexicon_fr}, {"pt", "Portuguese", lexicon_pt}}};

std::size_t index_of(std::string_view code) {
    return static_cast<std::size_t>(std::find_if(compiled.begin(), compiled.end(), [&](const auto& c) { return c.code == code; }) - compiled.begin());
}

/// The compiled-in files are tested; a mistake in one is the program's own.
lexicon_file read_compiled(const compiled_lexicon& c) {
    std::vector<diagnostic> mistakes;
    auto file = read_lexicon_file(c.toml, mistakes);
    if (!mistakes.empty()) throw std::logic_error(fmt::format("{}.toml:{}:{}: {}", c.code, mistakes[0].place.line, mistakes[0].place.column, mistakes[0].message));
    return file;
}

using weights = std::array<std::uint8_t, compiled.size()>;

/// Words that tell languages apart: folded word → its weight in each language.
phrase_table<weights> read_evidence() {
    std::unordered_map<std::string, weights> out;
    const toml::table root = toml::parse(lexicon_languages);
    for (std::size_t i = 0; i < compiled.size(); ++i)
        for (const auto& [key, weight] : {std::pair{"small_words", 1}, std::pair{"minutes_words", 3}})
            if (const auto* list = root[compiled[i].code][key].as_array())
                for (const auto& w : *list) out[fold(w.value_or(std::string_view()))][i] = static_cast<std::uint8_t>(weight);
    return phrase_table<weights>(out);
}

bool is_letter(char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Calls `use` with each run of letters, folded.  Apostrophes part words: "l'ordre", "o'r".
template <class Use>
void each_letter_run(std::string_view text, Use&& use) {
    std::string w;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i]) || text.substr(i).starts_with("\u2019")) {
            i += is_letter(text[i]) ? 3 : 1;
            continue;
        }
        bool ascii = true;
        w.clear();
        for (; i < text.size() && is_letter(text[i]) && !text.substr(i).starts_with("\u2019"); ++i) {
            ascii &= static_cast<unsigned char>(text[i]) < 0x80;
            w += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
        }
        if (w.size() > 24) continue;
        if (ascii) use(w);
        else use(fold(w));
    }
}

}  // namespace

const std::vector<std::string_view>& language_codes() {
    static const std::vector<std::string_view> codes = [] {
        std::vector<std::string_view> all;
        for (const auto& c : compiled) all.push_back(c.code);
        return all;
    }();
    return codes;
}

std::string_view language_name(std::string_view code) { return compiled[index_of(code)].name; }

bool is_language(std::string_view code) { return index_of(code) < compiled.size(); }

std::vector<language_evidence> weigh_languages(std::string_view text) {
    static const auto evidence = read_evidence();
    std::vector<language_evidence> out;
    for (const auto& c : compiled) out.push_back({c.code, 0});
    each_letter_run(text, [&](const std::string& w) {
        if (const auto* own = evidence.find(w))
            for (std::size_t i = 0; i < out.size(); ++i) out[i].weight += (*own)[i];
    });
    return out;
}

std::vector<std::string> choose_languages(std::string_view text) {
    constexpr int least = 8;  // a few foreign names or words are no second language
    auto weighed = weigh_languages(text);
    std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
    const int most = weighed.front().weight;
    if (most < least) return {"en"};
    std::vector<std::string> out;
    for (const auto& l : weighed)
        if (l.weight >= least && 3 * l.weight >= most) out.emplace_back(l.code);
    return out;
}

const lexicon& lexicon_set::of(const std::vector<std::string>& languages) const {
    static_assert(languages_known == compiled.size());
    std::size_t which = 0;
    for (const auto& code : languages) which |= std::size_t{1} << index_of(code);
    std::call_once(made_[which], [&] {
        lexicon_words words;
        for (std::size_t i = 0; i < compiled.size(); ++i)
            if (which >> i & 1U) apply(read_compiled(compiled[i]), words, false);
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
