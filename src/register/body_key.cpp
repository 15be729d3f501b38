// SPDX-License-Identifier: Apache-2.0
#include "body_key.hpp"

#include <cctype>

#include "file_name.hpp"
#include "languages.hpp"
#include "name_hash.hpp"
#include "text.hpp"

namespace minutes {

namespace {

using list = word_list;

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& p : parts) {
        if (p.empty()) continue;
        out += (out.empty() ? "" : "-") + p;
    }
    return out;
}

/// Letters and digits alone: "users" of "users'".
std::string bare(std::string_view folded) {
    std::string out;
    for (const char c : folded)
        if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c))) out += c;
    return out;
}

/// "(HUP)": short for what stands before it.
bool is_abbreviation(const word& w, std::size_t at) { return at > 0 && w.before == '(' && (w.after == ')' || w.after == 0) && w.upper; }

/// What a title says beside the body: the occasion and the day.
bool is_of_occasion(const word& w, const lexicon& words) {
    return w.digits || words.month(w.folded) || words.weekday(w.folded) || words.is_label(w.folded, label::meeting) || words.has(list::function_words, w.folded) ||
           words.has(list::occasion_words, w.folded) || words.has(list::draft_words, w.folded);
}

std::string key_of(std::string_view name, const lexicon& words, bool title) {
    std::vector<std::string> parts;
    const auto all = words_in(name);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const word& w = all[i];
        const bool small = words.has(list::articles, w.folded) || (words.has(list::connectives, w.folded) && words.has(list::function_words, w.folded));
        if (is_abbreviation(w, i) || small) continue;
        if (!title || !is_of_occasion(w, words)) parts.push_back(bare(w.folded));
    }
    return joined(parts);
}

}  // namespace

const lexicon& words_of_meeting(const meeting& m) {
    std::vector<std::string> known;
    for (const std::string& code : m.languages)
        if (is_language(code)) known.push_back(code);
    if (known.empty()) known.emplace_back("en");
    return default_lexicons().of(known);
}

std::string key_of_body(std::string_view name, const lexicon& words) { return key_of(name, words, false); }

std::string key_of_person(std::string_view name, const lexicon& words) {
    std::vector<std::string> parts;
    for (const word& w : words_in(name)) {
        if (words.has(list::honorifics, w.folded) || (!parts.empty() && parts.size() > 1 && words.has(list::post_nominals, w.folded))) continue;
        parts.push_back(bare(w.folded));
    }
    return joined(parts);
}

std::string body_key(const meeting& m) {
    const lexicon& words = words_of_meeting(m);
    if (m.body.value)
        if (std::string key = key_of_body(*m.body.value, words); !key.empty()) return key;
    if (std::string key = key_of(m.title.value.value_or(""), words, true); !key.empty()) return key;
    // A meeting of nobody known is nobody else's; two files of one name in two folders are two.
    return slug(file_name(m.source)) + "-" + name_hash(m.source.name);
}

}  // namespace minutes
