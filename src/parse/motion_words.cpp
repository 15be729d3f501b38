// SPDX-License-Identifier: Apache-2.0
#include "motion_words.hpp"

#include <algorithm>

#include "reference.hpp"

namespace minutes {

bool opens_with_following(words_view all, const lexicon& words) {
    return all.size() > 2 && words.has(word_list::articles, all[0]) && words.has(word_list::follow_words, all[1]);
}

bool heads_list_of_decisions(std::string_view sentence, const lexicon& words) {
    using list = word_list;
    constexpr std::size_t longest = 12;  // words
    const auto all = words_in(sentence, words, longest + 1);
    if (!sentence.ends_with(':') || all.size() < 3 || all.size() > longest) return false;
    const auto any_of = [&](std::initializer_list<list> lists) { return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has_any(lists, w); }); };
    for (std::size_t k = 0; k + 1 < all.size(); ++k) {
        const auto one = std::string_view(all[k + 1].folded).substr(0, all[k + 1].folded.size() - all[k + 1].folded.ends_with("s"));
        const bool motions = words.has(list::motion_nouns, one);
        if (!words.has(list::follow_words, all[k]) || !(motions || words.has(list::decision_nouns, one))) continue;
        return (!motions || any_of({list::decision_verbs})) && !any_of({list::negations, list::lost_words, list::open_words}) && !words.status(all.back().folded);
    }
    return false;
}

bool opens_with_clause(std::string_view sentence, const lexicon& words) {
    const auto read = words_in(sentence, words, 4);
    words_view all = read;
    if (all.size() > 3 && all[0].digits) all = {read.begin() + 1, read.end()};  // "12/19 That …"
    return all.size() >= 3 && all[0].capital && !words.has(word_list::infinitive_marks, all[0]) && words.has(word_list::clause_words, all[0]) && !words.has(word_list::verbs, all[1]);
}

bool names_a_vote(std::string_view heading, const lexicon& words) {
    const auto all = words_in(heading, words);
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const word& w) { return words.has(word_list::vote_nouns, w); });
}

bool names_counted_motion(std::string_view line, const lexicon& words) {
    const auto all = words_in(line, words, 4);
    const bool abbreviated = all.size() == 3 && words.has(word_list::abbreviations, all[1]);  // "Motion No. 1"
    return (all.size() == 2 || abbreviated) && all.back().digits && words.has(word_list::motion_nouns, all[0]);
}

std::size_t motion_label(std::string_view text, const lexicon& words) {
    const auto n = number_at(text, words);
    const std::size_t from = n && n->marked ? n->rest : 0;  // "(1) Motion: …"
    const auto all = words_in(text.substr(from), 3);
    const std::size_t label = all.size() > 2 && all[1].digits && !all[0].after ? 1 : 0;  // "Motion 1: …"
    return all.size() > label + 1 && all[label].after == ':' && words.has(word_list::motion_nouns, all[0].folded) ? from + all[label + 1].begin : 0;
}

bool leaves_motion_undecided(std::string_view sentence, const lexicon& words) {
    using list = word_list;
    const auto all = words_in(sentence, words);
    const auto is = [&](std::size_t i, list which) { return i < all.size() && words.has(which, all[i]); };
    if (std::none_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::motion_nouns, list::vote_nouns}, w); })) return false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto how = i > 0 && is(i - 1, list::passive_words) && !is(i, list::held_words) ? words.status(all[i].folded) : std::nullopt;
        if (how == action_status::on_hold || how == action_status::withdrawn || is(i, list::withdrawal_words)) return true;
        if (is(i, list::negations) && i + 1 < all.size() && words.has_any({list::carried_words, list::passing_verbs, list::outcome_cores}, all[i + 1])) return true;
        if (is(i, list::future_words) && is(i + 1, list::being_words) && is(i + 2, list::voting_verbs)) return true;
    }
    return false;
}

}  // namespace minutes
