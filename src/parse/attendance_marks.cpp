// SPDX-License-Identifier: Apache-2.0
#include "attendance_marks.hpp"

#include <algorithm>
#include <array>

#include "attendance_label.hpp"
#include "label.hpp"
#include "text.hpp"

namespace minutes {

namespace {

/// "x", "✗", "–": no tick.
bool is_cross(std::string_view cell) {
    constexpr std::array signs = {"x", "X", "\u00D7", "\u2715", "\u2717", "\u2718", "\u274C", "\u2612", "-", "\u2013", "\u2014"};
    return std::find(signs.begin(), signs.end(), trim(cell)) != signs.end();
}

}  // namespace

crosses crosses_in(const std::vector<std::string>& cells, const lexicon& words) {
    const bool ticks = std::any_of(cells.begin(), cells.end(), [&](const std::string& c) { return !is_cross(c) && mark_of(c, words) == attendance::present; });
    return ticks ? crosses::away : crosses::here;
}

std::optional<attendance> mark_of(std::string_view cell, const lexicon& words, crosses how) {
    constexpr std::size_t longest = 24;  // bytes
    if (cell.size() > longest) return {};
    if (how == crosses::away && is_cross(cell)) return attendance::absent;
    const auto bracket = cell.find('(');
    const bool letter = bracket == 1 && cell.ends_with(')');  // "L(6:40)"
    const auto plain = fold(trim(letter ? cell.substr(0, bracket) : cell));
    if (words.has(word_list::here_words, plain)) return attendance::present;
    if (!words.has(word_list::away_words, plain)) return {};
    return words.has(word_list::absent_marks, plain) ? attendance::absent : attendance::apologies;
}

std::optional<attendance> marked_by_head(std::string_view head, const lexicon& words) {
    constexpr std::size_t longest = 6;  // words: "Present (P) / Apologies (A)"
    if (words_in(head, words, longest + 1).size() > longest) return {};
    // A sheet of all who belong to it: "In attendance? Yes" is as much as "Present".
    if (const auto l = attendance_label_at(head, words); l && l->sure) return l->how == attendance::in_attendance ? attendance::present : l->how;
    const auto kinds = columns_named(head, words);
    return std::find(kinds.begin(), kinds.end(), column::attendance) != kinds.end() ? std::optional(attendance::present) : std::nullopt;
}

bool are_marks(const std::vector<std::string>& cells, const lexicon& words) {
    std::size_t marks = 0, filled = 0;
    for (const auto& cell : cells) {
        filled += !trim(cell).empty();
        marks += mark_of(cell, words).has_value();
    }
    return marks * 2 > filled;  // "n/a" among them says nothing
}

std::optional<attendance> marked(attendance head, std::string_view mark, const lexicon& words, crosses how) {
    const auto said = mark_of(mark, words, how);
    // "Apologies?" over "Present": words say it, whatever the head.
    constexpr std::size_t longest_tick = 3;  // letters: "yes"
    if (said && fold(trim(mark)).size() > longest_tick && words_in(mark, words, 1).size() > 0) return said;
    if (!said || *said == attendance::present) return said ? std::optional(head) : std::nullopt;
    return head == attendance::present || head == attendance::in_attendance ? said : std::nullopt;
}

}  // namespace minutes
