// SPDX-License-Identifier: Apache-2.0
// Cells cut by a page break or left over in a row of their own are joined to the
// cell above that they go on with.
#include <fmt/format.h>

#include "date.hpp"
#include "joined_text.hpp"
#include "layout.hpp"
#include "look.hpp"
#include "reference.hpp"
#include "relative_day.hpp"

namespace minutes {

namespace {

struct mender {
    laid_document& laid;
    std::string_view text;
    const lexicon& words;

    std::string_view in(span s) const { return text.substr(s.begin, s.size()); }

    /// How much speaks for `below` going on with the sentence of `above`.
    int continuation_weight(const spans& above, const spans& below, const laid_block& row, std::size_t filled) const {
        const auto upper = in(above.back());
        const auto lower = in(below.front());
        const auto before = words_in(upper.substr(upper.size() > 80 ? upper.size() - 80 : 0), words);
        const auto after = words_in(lower.substr(0, 80), words);
        if (before.empty() || after.empty() || opens_with_list_mark(lower)) return -10;
        int weight = 0;
        const bool ended = before.back().ends_sentence() && !words.has(word_list::abbreviations, before.back());
        weight += ended ? -3 : 2;
        // "No" alone is an answer.
        const bool open_word = before.size() > 1 && words.has(word_list::function_words, before.back()) && !before.back().upper;
        if (open_word || before.back().after == ',' || upper.ends_with("-") || upper.ends_with("/") || upper.ends_with("(")) weight += 2;
        if (starts_lower(lower)) weight += 3;
        else if (starts_upper(lower)) weight -= 1;
        if (after.front().capital && words.has(word_list::openers, after.front())) weight -= 2;
        if (filled == 1) weight += 1;
        if (row.page_before || row.blank_before > 0) weight += 1;
        if (const auto r = reference_at(lower, words); r && r->rest < lower.size()) weight -= r->strong ? 6 : 3;
        // A short cell without a verb is a heading and complete.
        bool verb = false;
        for (const auto& w : words_in(upper, words)) verb |= !w.capital && words.has(word_list::verbs, w);
        if (!verb && !open_word) weight -= 1;
        return weight;
    }

    /// Both rows have an owner: each has its own action.
    bool has_both(const laid_block& above, const laid_block& row, column k) const {
        const auto c = laid.tables[row.table].find(k);
        return c && !above.cells[*c].empty() && !row.cells[*c].empty();
    }

    bool is_text_column(const laid_table& t, std::size_t c) const {
        return t.columns[c] == column::item || t.columns[c] == column::notes || t.columns[c] == column::action || t.columns[c] == column::status || !t.columns[c];
    }

    /// "Friday" alone may be the start of a date that the cell's edge broke.
    bool is_due(const std::string& cell) const {
        return match_date(cell, words) || words.has(word_list::next_meeting_due, fold(cell)) || words.has(word_list::undated, fold(cell)) || (cell.find(' ') != cell.npos && match_relative_day(cell, words));
    }

    /// A list of owners that ends in its separator, a date that lacks its year.
    bool goes_on(std::optional<column> which, std::string_view upper, std::string_view lower) const {
        const auto ends = [&](std::string_view mark) { return upper.ends_with(mark); };
        const auto starts = [&](std::string_view mark) { return lower.starts_with(mark); };
        if (which == column::owner) return ends("/") || ends("&") || ends(",") || ends(";") || ends(" and") || starts("/") || starts("&") || starts(",") || starts("and ");
        if (which == column::due) return (lower.size() == 4 && lower.find_first_not_of("0123456789") == lower.npos && match_date(upper, words)) || ends("/") || ends("-") || ends(" of") || ends(" of the") || (!is_due(std::string(upper)) && is_due(std::string(upper) + " " + std::string(lower)));
        return false;
    }

    /// Moves the cells of `row` that go on with cells of `above` there; true when nothing is left in it.
    bool merge(laid_block& above, laid_block& row) {
        const auto& t = laid.tables[row.table];
        std::size_t filled = 0, moved = 0;
        for (const auto& c : row.cells) filled += !c.empty();
        const auto number = t.find(column::number);
        if (filled == 0 || (number && !row.cells[*number].empty())) return false;
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (row.cells[c].empty() || above.cells[c].empty()) continue;
            if (goes_on(t.columns[c], in(above.cells[c].back()), in(row.cells[c].front()))) {
                above.cells[c].insert(above.cells[c].end(), row.cells[c].begin(), row.cells[c].end());
                above.text.insert(above.text.end(), row.cells[c].begin(), row.cells[c].end());
                row.cells[c].clear();
                ++moved;
                continue;
            }
            if (!is_text_column(t, c)) continue;
            const int weight = continuation_weight(above.cells[c], row.cells[c], row, filled);
            const bool own_record = t.columns[c] == column::action && has_both(above, row, column::owner);
            if (weight < (own_record ? 6 : 3)) continue;
            say(row.cells[c].front(), above.cells[c].back());
            above.cells[c].insert(above.cells[c].end(), row.cells[c].begin(), row.cells[c].end());
            above.text.insert(above.text.end(), row.cells[c].begin(), row.cells[c].end());
            above.mended = true;
            row.cells[c].clear();
            ++moved;
        }
        if (moved == 0 || moved == filled) return moved == filled && row.stray.empty();
        row.text.clear();
        for (const auto& c : row.cells) row.text.insert(row.text.end(), c.begin(), c.end());
        return false;
    }

    void say(span below, span above) {
        const auto head = words_in(in(below).substr(0, 60), words);
        std::string start(in({below.begin, static_cast<std::uint32_t>(below.begin + (head.size() > 4 ? head[3].end : head.empty() ? 0 : head.back().end))}));
        laid.diagnostics.push_back({"cut-cell", severity::note, {above, below}, {}, fmt::format("the cell that goes on with '{} …' was cut; its parts were joined", start), {}});
        std::swap(laid.diagnostics.back().spans[0], laid.diagnostics.back().spans[1]);
    }

    void run() {
        auto& blocks = laid.blocks;
        std::size_t kept = 0;  // blocks that stand, moved together in place
        std::size_t last_row = std::string::npos;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (blocks[i].kind == laid_block::kind_type::row) {
                if (last_row != std::string::npos && blocks[last_row].table == blocks[i].table && merge(blocks[last_row], blocks[i])) continue;
                last_row = kept;
            } else if (blocks[i].kind == laid_block::kind_type::line) {
                last_row = std::string::npos;
            }
            if (i > kept) blocks[kept] = std::move(blocks[i]);
            ++kept;
        }
        blocks.resize(kept);
    }
};

}  // namespace

void mend_rows(laid_document& laid, std::string_view text, const lexicon& words) { mender{laid, text, words}.run(); }

}  // namespace minutes
