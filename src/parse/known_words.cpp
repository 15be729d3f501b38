// SPDX-License-Identifier: Apache-2.0
// What the whole document teaches before its blocks are read: who speaks, and which capitals stand for a body.
#include <map>

#include "parser.hpp"

namespace minutes {

namespace {

/// Who speaks in a transcript: single words before a colon, at the start of several lines.
void find_speakers(parser& p) {
    constexpr std::size_t longest_name = 16;  // bytes
    std::map<std::string, int> seen;
    std::vector<std::pair<std::size_t, std::string>> lines;
    bool in_list = false;  // below the label of a list of tasks
    for (std::size_t i = 0; i < p.laid.blocks.size(); ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.kind != laid_block::kind_type::line) continue;
        const auto line = p.words_at(b.text);
        const auto all = words_in(std::string_view(line).substr(0, 40), p.words, 2);
        const auto l = label_at(line, p.words);
        const bool heads_tasks = l && l->whole && l->is(label::action);
        if (heads_tasks || all.empty() || all.front().after != ':' || all.front().folded.size() > longest_name) {
            in_list = heads_tasks;
            continue;
        }
        ++seen[all.front().folded];
        if (all.size() == 2 && !in_list && !p.words.has_any({word_list::imperatives, word_list::infinitive_marks, word_list::future_words}, all[1])) lines.emplace_back(i, all.front().folded);
    }
    // "AP:" is somebody who speaks where others with two letters do, else a mark of an action point.
    int short_ones = 0;
    for (const auto& [name, times] : seen) {
        if (times < 2 || !p.words.labels(name).empty()) continue;
        p.known.speakers.insert(name);
        short_ones += name.size() <= 3;
    }
    for (const auto& [name, times] : seen)
        if (times >= 2 && short_ones >= 3 && name.size() <= 3) p.known.speakers.insert(name);
    for (const auto& [block, name] : lines)
        if (p.known.speakers.count(name)) p.spoken_lines.push_back(block);
}

/// Words that have a capital wherever they stand, not only where a sentence or a line opens: names.
void find_proper(parser& p, words_view all) {
    for (std::size_t i = 1; i < all.size(); ++i) {
        const char before = all[i - 1].after;
        if (all[i].capital && !all[i].digits && all[i].before == 0 && (before == 0 || before == ',' || before == '&')) p.known.proper.insert(all[i].folded);
    }
    for (const auto& w : all)
        if (!w.capital && !w.digits) p.known.small.insert(w.folded);
    std::erase_if(p.known.proper, [&](const std::string& w) { return p.known.small.count(w) > 0; });
}

/// "Borough" of "Milford Borough Council": what the minutes call the body that writes them.
void find_own_words(parser& p, words_view all) {
    constexpr std::size_t head = 25;  // words
    for (std::size_t i = 0; i < std::min(head, all.size()); ++i)
        if (all[i].capital && !all[i].digits) p.known.own.insert(all[i].folded);
}

/// Short forms of bodies: the capitals of "Steering Council".
void find_bodies(parser& p, words_view all) {
    constexpr std::size_t longest_name = 5;  // words
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (!all[i].capital || all[i].upper || !(p.words.has(word_list::bodies, all[i]) || p.words.has(word_list::meeting_nouns, all[i]))) continue;
        std::string letters(1, all[i].folded[0]);
        for (std::size_t k = i; k-- > 0 && i - k <= longest_name;) {
            const bool small = all[k].folded == "of" || all[k].folded == "and" || all[k].folded == "for";
            if (small && !all[k].capital) continue;
            if (!all[k].capital || all[k].after) break;
            letters.insert(letters.begin(), all[k].folded[0]);
            p.known.bodies.insert(letters);
        }
    }
}

/// "monk" of "Tim Monks (monk)", where others stand behind names so as well: who has one is called by it.
void find_nicknames(parser& p, words_view all) {
    std::map<std::string, int> seen;
    for (std::size_t i = 2; i < all.size(); ++i) {
        const auto& w = all[i];
        const bool said_of_it = w.entry && (w.entry->label || w.entry->column || p.words.has_any({word_list::role_nouns, word_list::part_marks, word_list::manner_marks, word_list::here_words, word_list::away_words, word_list::groups, word_list::organisation_nouns, word_list::function_words}, w));
        if (w.before == '(' && w.after == ')' && !w.capital && !w.digits && !said_of_it && all[i - 1].capital && all[i - 2].capital && !all[i - 1].after && !all[i - 2].after) ++seen[std::string(w.folded)];
    }
    constexpr std::size_t fewest = 2;
    if (seen.size() < fewest) return;
    for (const auto& [name, times] : seen)
        if (times == 1) p.known.speakers.insert(name);
}

}  // namespace

void parser::learn_words() {
    find_speakers(*this);
    const auto all = words_in(text(), words);
    find_proper(*this, all);
    find_bodies(*this, all);
    find_own_words(*this, all);
    find_nicknames(*this, all);
}

}  // namespace minutes
