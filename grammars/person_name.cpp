// SPDX-License-Identifier: Apache-2.0
#include "person_name.hpp"

namespace minutes {

namespace {

using list = word_list;

bool is_single_letter(const word& w) { return w.capital && (w.folded.size() == 1 || (w.upper && w.folded.size() == 2 && w.after == '.')); }

}  // namespace

span trimmed_in(std::string_view text, std::size_t begin, std::size_t end) {
    const auto mark = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == ',' || c == ';' || c == ':' || c == '|' || c == '*' || c == '#' || c == '^' || c == '~' || c == '+'; };
    // Dashes, and daggers that point to a footnote
    const auto dash = [&](std::size_t at) {
        const auto t = text.substr(at);
        return t.starts_with("\u2013") || t.starts_with("\u2014") || t.starts_with("\u2020") || t.starts_with("\u2021");
    };
    for (bool again = true; again && begin < end;) {
        again = false;
        if (mark(text[begin]) || (text[begin] == '-' && begin + 1 < end)) { ++begin; again = true; }
        else if (begin + 3 <= end && (dash(begin) || text.substr(begin).starts_with("\u2022"))) { begin += 3; again = true; }
    }
    for (bool again = true; again && begin < end;) {
        again = false;
        if (mark(text[end - 1]) || text[end - 1] == '-') { --end; again = true; }
        else if (end - begin >= 3 && dash(end - 3)) { end -= 3; again = true; }
        else if (text[end - 1] == '.' && !(end - begin > 2 && text[end - 3] == '.') && !(end - begin > 2 && text[end - 3] == ' ')) { --end; again = true; }
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_nickname(words_view all, std::size_t i, const lexicon& words) {
    if (i == 0 || i + 1 >= all.size() || (i > 1 && !words.has(list::honorifics, all[i - 2].folded))) return false;
    const word &before = all[i - 1], &nick = all[i], &behind = all[i + 1];
    const bool enclosed = (nick.before == '(' && nick.after == ')') || (nick.before == '"' && nick.after == '"');
    return enclosed && before.capital && !before.after && nick.capital && !nick.upper && nick.folded.size() > 1 && behind.capital && behind.before == 0 && !words.has_any({list::role_nouns, list::organisation_nouns, list::areas, list::part_marks}, nick);
}

/// What speaks for words [from, to) being a person's name, and against.
int name_weight(words_view all, std::size_t from, std::size_t to, const lexicon& words) {
    int weight = 0;
    std::size_t k = from;
    bool honorific = false;
    // "County Councillor T Merriman"
    if (k + 1 < to && words.has(list::body_nouns, all[k]) && (all[k + 1].folded == "councillor" || all[k + 1].folded == "cllr")) ++k;
    const bool small_title = k + 1 < to && all[k + 1].capital && words.has_any({list::male_titles, list::female_titles}, all[k]);  // "dhr. Visser"
    while (k < to && words.has(list::honorifics, all[k]) && (all[k].capital || k > from || small_title)) {
        honorific = true;
        ++k;
    }
    if (honorific) weight += 4;
    const std::size_t own = to - k;
    if (own == 0 || own > 4 || (own == 1 && !honorific)) return -20;
    if (words.has(list::given_names, all[k])) weight += 4;
    else if (own > 1 && is_single_letter(all[k])) weight += 3;
    else weight += 1;
    for (std::size_t i = k; i < to; ++i) {
        const word& w = all[i];
        const bool first = i == k, last = i + 1 == to;
        if (is_nickname(all, i, words)) continue;
        if (w.digits || (i > from && (w.before == '(' || w.before == '['))) return -20;
        if (!w.capital) {
            if (first || last || !words.has(list::particles, w)) return -20;
            continue;
        }
        const bool given = words.has(list::given_names, w);
        if (!given && words.has(list::function_words, w) && w.folded.size() > 1) weight -= 6;
        const bool surname = last && own == 2 && words.has(list::surname_roles, w) && words.has(list::given_names, all[k]);  // "Janet Nurse"
        if (!given && !surname && (words.has(list::role_nouns, w) || words.has(list::organisation_nouns, w) || words.has(list::areas, w) || (i > k && words.has(list::honorifics, w)))) weight -= last && own > 1 && (weight >= 4) && !words.has(list::role_nouns, w) ? 2 : 5;
        if (is_acronym(w) && !is_single_letter(w) && !(first && own > 1 && w.folded.size() == 2)) weight -= 4;
        if (is_acronym(w) && first && w.folded.size() == 2 && own > 1) weight -= 1;
        if (!last && w.after && w.after != '.' && w.after != '\'' && w.after != '-') return -20;  // a mark inside
        if (w.after == '.' && !last && w.folded.size() > 2 && !words.has(list::honorifics, w)) return -20;
        if (first && !given && words.has(list::openers, w) && w.folded.size() > 1) weight -= 3;
        if (first && words.weekday_of(w) && !given) weight -= 2;
        if (last && !first && is_single_letter(w) && w.after != '.') weight -= 5;  // "Rachel S" goes on
    }
    if (own > 3 && !words.has(list::particles, all[k + 1]) && !words.has(list::particles, all[k + 2])) weight -= 3;
    // Three words are less often a name than two, unless a mark ends them or the middle one is an initial or a particle.
    if (own > 2 && !all[to - 1].after && !words.has(list::particles, all[k + 1]) && !is_single_letter(all[k + 1])) weight -= 1;
    return weight;
}

}  // namespace minutes
