// SPDX-License-Identifier: Apache-2.0
#include "attendance_text.hpp"

#include <algorithm>

#include "label.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

std::string_view footnote_mark(std::string_view text) {
    for (const std::string_view mark : {"\u2020", "\u2021", "*", "#", "^", "~", "+"})
        if (text.starts_with(mark)) return text.substr(0, mark.size());
    return {};
}

bool is_sentence(std::string_view text, const lexicon& words) {
    return any_outside_brackets(text, words_in(text, words), [&](const word& w) { return !w.capital && words.has(word_list::verbs, w); });
}

bool tells_more(std::string_view text, const lexicon& words) {
    return any_outside_brackets(text, words_in(text, words), [&](const word& w) { return !w.capital && words.has(word_list::verbs, w) && !words.has(word_list::label_links, w); });
}

bool tells_small(std::string_view text, const lexicon& words) {
    constexpr std::size_t fewest = 4;  // words
    const auto all = words_in(text, words);
    return all.size() >= fewest && text.find_first_of(",;(") == text.npos && std::any_of(all.begin() + 1, all.end(), [&](const word& w) { return !w.capital && words.has(word_list::function_words, w) && !words.has_any({word_list::joining_words, word_list::particles}, w); });
}

bool asks_to_do(std::string_view text, const lexicon& words) {
    constexpr std::size_t shortest = 3;  // words
    const auto all = words_in(text, words);
    return all.size() >= shortest && text.find_first_of(",;(") == text.npos && words.has(word_list::imperatives, all[0]) && !words.has(word_list::given_names, all[0]) && !all.back().capital && !all.back().digits && !words.has(word_list::role_nouns, all.back());
}

bool tells_election(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words);
    const auto says = [&](word_list which) { return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(which, w); }); };
    return says(word_list::second_words) && says(word_list::proposal_words);
}

std::size_t length_of_guests_lead(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words);
    if (all.size() < 2 || all[0].begin > 0 || !all[0].capital || all[0].after || !words.has(word_list::guest_words, all[0]) || !all[1].capital || is_sentence(text, words)) return 0;
    const auto people = match_roster(text.substr(all[1].begin), words);
    return !people.empty() && people.front().strength == 3 ? all[1].begin : 0;
}

std::string_view behind_place(std::string_view text) {
    const auto colon = text.find(": ");
    return colon == text.npos ? text : text.substr(colon + 2);
}

bool is_listed(const look& l, std::string_view text) {
    return l.depth > 0 || !l.mark.empty() || text.starts_with("- ") || text.starts_with("* ") || text.starts_with("\u2022") || text.starts_with("[");
}

bool starts_people(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 4;  // words
    if (const auto first = words_in(text, words, 1); !first.empty()) text.remove_prefix(first[0].begin);  // a bullet
    const auto colon = std::min(text.find(": "), text.find(":\t"));
    if (colon == text.npos || !starts_upper(text) || label_at(text, words).value_or(label_finding{}).marked) return false;
    const auto lead = text.substr(0, colon), rest = text.substr(colon + 2);
    const auto all = words_in(lead, words);
    if (const auto names = columns_named(lead, words); std::find(names.begin(), names.end(), column::initials) != names.end()) return false;  // "Abbreviations: Ann Bell (AB)"
    if (all.empty() || all.size() > longest || name_strength(lead, words) >= 3 || is_sentence(rest, words)) return false;
    if (std::any_of(all.begin(), all.end(), [&](const word& w) { return w.digits || words.has_any({word_list::verbs, word_list::decision_verbs, word_list::given_names}, w); })) return false;
    const auto people = match_roster(rest, words);
    return !people.empty() && people.front().strength >= 2 && std::any_of(people.begin(), people.end(), [](const auto& e) { return e.strength == 3; });
}

bool says_nobody(std::string_view text, const lexicon& words) {
    std::string plain;
    for (const auto& w : words_in(text, words)) plain += (plain.empty() ? "" : " ") + w.folded;
    if (words.is_label(plain, label::none) || words.has(word_list::groups, plain)) return true;  // "All"
    // "34, up on last month", "45 at the last talk": a count
    const auto all = words_in(text, words);
    if (!all.empty() && all[0].digits && all.size() > 1 && std::none_of(all.begin(), all.end(), [](const word& w) { return w.capital; })) return true;
    const auto colon = text.find("): ");  // "MILL (3 votes): not here"
    return colon != text.npos && starts_lower(text.substr(colon + 3)) && match_roster(text, words).empty();
}

std::string outside_brackets(std::string_view text) {
    std::string out;
    int depth = 0;
    for (const char c : text) {
        depth += c == '(' ? 1 : 0;
        if (depth == 0) out += c;
        depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    return out;
}

std::optional<attendance_label> label_inside(std::string_view text, std::size_t from, const lexicon& words) {
    constexpr std::size_t longest = 48;  // bytes
    for (std::size_t i = from + 1; i < text.size(); ++i) {
        if (text[i - 1] != ' ' || !starts_upper(text.substr(i)) || text.substr(i, longest).find(':') == text.npos) continue;
        auto l = attendance_label_at(text.substr(i), words);
        if (!l || !l->sure || l->of_body || l->begin > 0 || !text.substr(i + l->end).starts_with(':')) continue;
        for (std::size_t* byte : {&l->begin, &l->end, &l->rest}) *byte += i;
        return l;
    }
    return {};
}

}  // namespace minutes
