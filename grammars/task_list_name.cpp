// SPDX-License-Identifier: Apache-2.0
#include "task_list_name.hpp"

#include <algorithm>
#include <vector>

#include "date.hpp"

namespace minutes {

namespace {

/// "The following actions were agreed", "The committee agreed the following action points": the tasks stand below.
bool tells_tasks_follow(std::string_view line, const lexicon& words) {
    constexpr std::size_t longest = 10;  // words
    const auto all = words_in(line, words, longest + 1);
    if (all.size() < 3 || all.size() > longest || !all.front().capital) return false;
    std::size_t k = 0;
    while (k < all.size() && words.has_any({word_list::articles, word_list::bodies, word_list::decision_verbs}, all[k])) ++k;
    if (k + 1 >= all.size() || !words.has(word_list::follow_words, all[k]) || !words.has(word_list::task_nouns, all[k + 1])) return false;
    const auto told = [&](const word& w) { return words.has_any({word_list::task_list_words, word_list::passive_words, word_list::decision_verbs}, w) && !words.status(w.folded); };
    return std::all_of(all.begin() + static_cast<std::ptrdiff_t>(k + 2), all.end(), told);
}

/// "Action items, 4 May 2021", "Actions for the 2021-05-04 meeting": the name without the day of the meeting.
std::string_view before_day(std::string_view line, const lexicon& words) {
    constexpr std::size_t longest = 80;  // bytes
    const auto dates = line.size() <= longest ? find_dates(line, words) : std::vector<date_finding>{};
    if (dates.size() != 1 || dates[0].begin == 0) return line;
    const auto behind = words_in(line.substr(dates[0].end), words);
    if (behind.size() > 1 || (behind.size() == 1 && !words.has(word_list::meeting_nouns, behind[0]))) return line;
    const auto name = line.substr(0, dates[0].begin);
    return name.substr(0, name.find_last_not_of(" ,-") + 1);
}

}  // namespace

bool names_task_list(std::string_view line, const lexicon& words) {
    if (tells_tasks_follow(line, words)) return true;
    line = before_day(line, words);
    constexpr std::size_t longest = 7, longest_bytes = 60;  // words; bytes
    if (line.size() > longest_bytes) return false;
    const auto all = words_in(line, words, longest + 1);
    if (all.size() < 2 || all.size() > longest || !all.front().capital || all.back().ends_sentence()) return false;
    // "Agreed next steps"
    if (words.has(word_list::decision_verbs, all[0]) && words.is_label(fold(line.substr(all[1].begin, all.back().end - all[1].begin)), label::action)) return true;
    // "Action pending" says how the task above stands.
    if (words.status(fold(line.substr(all[1].begin, all.back().end - all[1].begin)))) return false;
    const bool fresh = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(word_list::fresh_words, w); });
    bool tasks = false;
    for (const auto& w : all) {
        if (w.before == '(' || w.before == '[' || (w.after && &w != &all.back())) return false;
        const bool noun = words.has(word_list::task_nouns, w);
        tasks |= noun;
        if (!noun && !words.has(word_list::task_list_words, w) && !words.month_of(w) && !(fresh && words.has(word_list::review_words, w))) return false;
    }
    return tasks;
}

}  // namespace minutes
