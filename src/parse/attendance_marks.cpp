// SPDX-License-Identifier: Apache-2.0
#include "attendance_marks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "attendance_label.hpp"
#include "label.hpp"
#include "text.hpp"

namespace minutes {

namespace {

/// "x", "✗", "–": no tick.
bool is_cross(std::string_view cell) {
    constexpr std::array signs = {"x", "X", "\u00D7", "\u2715", "\u2717", "\u2718", "\u274C", "\u2612", "-", "\u2013", "\u2014"};
    return std::find(signs.begin(), signs.end(), trim(cell.substr(0, cell.find('(')))) != signs.end();
}

/// What a cell that is nothing but a mark says.
std::optional<attendance> plain_mark(std::string_view cell, const lexicon& words) {
    auto plain = fold(trim(cell));
    if (plain.size() > 1 && plain.ends_with('*')) plain.pop_back();  // a footnote says more
    if (words.has(word_list::here_words, plain)) return attendance::present;
    if (!words.has(word_list::away_words, plain)) return {};
    return words.has(word_list::absent_marks, plain) ? attendance::absent : attendance::apologies;
}

/// "L(6:40)", "N (apologies)", "Yes - online": the mark, and what is remarked to it.
std::pair<std::string_view, std::string_view> mark_and_remark(std::string_view cell) {
    if (const auto bracket = cell.find('('); bracket != cell.npos && bracket > 0 && trim(cell).ends_with(')')) {
        const auto behind = trim(cell.substr(bracket + 1));
        return {cell.substr(0, bracket), behind.substr(0, behind.size() - 1)};
    }
    for (const std::string_view dash : {" - ", " \u2013 "})
        if (const auto at = cell.find(dash); at != cell.npos) return {cell.substr(0, at), cell.substr(at + dash.size())};
    return {};
}

}  // namespace

crosses crosses_in(const std::vector<std::string>& cells, const lexicon& words) {
    const bool ticks = std::any_of(cells.begin(), cells.end(), [&](const std::string& c) { return !is_cross(c) && mark_of(c, words) == attendance::present; });
    return ticks ? crosses::away : crosses::here;
}

std::optional<attendance> mark_of(std::string_view cell, const lexicon& words, crosses how) {
    constexpr std::size_t longest = 32;  // bytes
    if (cell.size() > longest) return {};
    if (how == crosses::away && is_cross(cell)) return attendance::absent;
    if (const auto said = plain_mark(cell, words)) return said;
    const auto [mark, remark] = mark_and_remark(cell);
    const auto said = plain_mark(mark, words);
    if (said != attendance::absent || trim(remark).empty()) return said;
    return plain_mark(remark, words) == attendance::absent ? said : attendance::apologies;  // "No (on leave)": who says why sends apologies
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
