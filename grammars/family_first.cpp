// SPDX-License-Identifier: Apache-2.0
#include "family_first.hpp"

#include <algorithm>

#include "person_name.hpp"
#include "roster_entry.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using list = word_list;

/// An entry's words: where its name ends, and whether the forename is known as one.
struct family_entry {
    span name{};
    bool known = false;
};

bool is_family_word(const word& w, const lexicon& words) {
    return !w.digits && (words.has(list::particles, w) || (w.capital && w.folded.size() > 1 && !words.has_any({list::role_nouns, list::organisation_nouns, list::honorifics, list::plural_honorifics}, w)));
}

bool is_forename(const word& w, const lexicon& words) {
    return w.capital && !w.digits && !words.has_any({list::role_nouns, list::organisation_nouns, list::post_nominals, list::name_suffixes, list::areas}, w);
}

/// "Ann, Tom, Priya, Joe": behind the second another forename, or words that stand alone, so that all of them are people.
bool goes_on_with_names(words_view rest, const lexicon& words) {
    std::size_t alone = 0;
    for (std::size_t k = 0; k < rest.size(); ++k) {
        const bool single = rest[k].capital && (k == 0 || rest[k - 1].after == ',') && (k + 1 == rest.size() || rest[k].after == ',');
        if (!single || words.has_any({list::role_nouns, list::organisation_nouns, list::post_nominals}, rest[k])) continue;
        if (words.has(list::given_names, rest[k])) return true;
        ++alone;
    }
    return alone > 1;
}

/// "Bell, Ann", "van der Es, T. J.": one word and its particles, a comma, a forename and perhaps a letter; what stands behind them is parted by a mark or a bracket.
/// @param known_way  the document's other lists are so written: a family name may be a forename elsewhere
std::optional<family_entry> family_entry_at(std::string_view t, const lexicon& words, bool known_way) {
    constexpr std::size_t longest_family = 3, longest_forename = 2, most = 8;  // words
    const auto all = words_in(t, words, most);
    std::size_t comma = 0;
    while (comma < all.size() && comma < longest_family && all[comma].after != ',') ++comma;
    if (comma >= all.size() || comma >= longest_family || comma + 1 >= all.size() || !all[comma].capital) return {};
    for (std::size_t k = 0; k <= comma; ++k)
        if (!is_family_word(all[k], words) || (k < comma && (all[k].after || !words.has(list::particles, all[k])))) return {};
    std::size_t end = comma + 1;
    while (end < all.size() && end <= comma + longest_forename && is_forename(all[end], words) && (end == comma + 1 || all[end].folded.size() == 1) && (end == comma + 1 || !all[end - 1].after || all[end - 1].after == '.')) ++end;
    if (end == comma + 1) return {};
    const auto behind = end < all.size() ? t.substr(all[end - 1].end, all[end].begin - all[end - 1].end) : std::string_view{};
    if (behind.find_first_not_of(" .") == behind.npos && end < all.size()) return {};
    if (behind.find(',') != behind.npos && goes_on_with_names(words_in(t.substr(all[end].begin), words), words)) return {};
    const word& forename = all[comma + 1];
    const bool initial = forename.folded.size() == 1;
    const bool odd = !known_way && words.has(list::given_names, all[0]) && comma == 0 && !words.has(list::given_names, forename);  // "Ann, Bell"
    if (odd) return {};
    return family_entry{trimmed_in(t, all[0].begin, all[end - 1].end), words.has(list::given_names, forename) || initial};
}

std::vector<span> entries_of(std::string_view text) {
    std::vector<span> out;
    for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find_first_of(";\n", from), text.size());
        const span s = trimmed_in(text, from, to);
        if (!s.empty()) out.push_back(s);
        from = to + 1;
    }
    return out;
}

struct counted_entries {
    std::size_t all = 0, family_first = 0, known = 0;
};

counted_entries count(std::string_view text, const lexicon& words, bool known_way) {
    counted_entries c;
    for (const span s : entries_of(text)) {
        const auto e = family_entry_at(text.substr(s.begin, s.size()), words, known_way);
        ++c.all;
        c.family_first += e.has_value();
        c.known += e && e->known;
    }
    return c;
}

}  // namespace

bool puts_family_first(const std::vector<std::string_view>& lines, const lexicon& words) {
    constexpr std::size_t fewest = 2;
    counted_entries sum;
    for (const auto line : lines) {
        const auto c = count(line, words, false);
        sum.all += c.all;
        sum.family_first += c.family_first;
        sum.known += c.known;
    }
    return sum.family_first >= fewest && sum.family_first * 5 >= sum.all * 4 && sum.known * 2 > sum.family_first;
}

bool may_put_family_first(std::string_view text, const lexicon& words) {
    const auto c = count(text, words, true);
    return c.all > 0 && c.family_first == c.all;
}

std::vector<roster_entry> match_family_first(std::string_view text, const lexicon& words) {
    std::vector<roster_entry> out;
    for (const span s : entries_of(text)) {
        const auto t = text.substr(s.begin, s.size());
        const auto name = family_entry_at(t, words, true);
        if (!name) {
            for (auto& e : match_roster(t, words, roster_shape::one_each)) {
                shift(e.person, s.begin);
                out.push_back(std::move(e));
            }
            continue;
        }
        roster_entry e;
        e.strength = 3;
        e.person.all = s;
        e.person.name = {s.begin + name->name.begin, s.begin + name->name.end};
        const span rest = trimmed_in(text, e.person.name.end, s.end);
        describe_entry(text, s, rest, words, e);
        out.push_back(std::move(e));
    }
    return out;
}

}  // namespace minutes
