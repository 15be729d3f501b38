// SPDX-License-Identifier: Apache-2.0
// Tables whose rows are items of business, with what was said of each beside it, and no column of actions.
#include <algorithm>

#include "columns_finder.hpp"
#include "date.hpp"
#include "lexicon.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

struct business_table {
    const std::vector<std::string>& heads;
    const std::vector<std::vector<std::string>>& rows;
    const lexicon& words;

    std::string_view cell(const std::vector<std::string>& row, std::size_t c) const { return c < row.size() ? trim(row[c]) : std::string_view{}; }

    bool means(std::size_t c, column k) const {
        const auto& kinds = columns_named(heads[c], words);
        return std::find(kinds.begin(), kinds.end(), k) != kinds.end();
    }

    /// "Agenda item", "Discussion", "Minutes": no other table has such heads.
    bool tells_business(std::size_t c) const {
        const auto all = words_in(heads[c], words);
        return std::any_of(all.begin(), all.end(), [&](const word& w) {
            const bool agenda = words.has(word_list::record_nouns, w) && words.is_label(w, label::agenda);
            return agenda || words.has(word_list::session_nouns, w) || (words.has(word_list::record_titles, w) && means(c, column::item));
        });
    }

    bool is_sentence(std::string_view text) const {
        constexpr std::size_t shortest = 4;  // words
        const auto all = words_in(text, words);
        return all.size() > shortest || (all.size() > 1 && all.back().ends_sentence());
    }

    bool is_heading(std::string_view text) const {
        constexpr std::size_t longest = 12;  // words
        const auto all = words_in(text, words, longest + 1);
        return !all.empty() && all.size() <= longest && (starts_upper(text) || all[0].digits) && !all.back().ends_sentence() && !match_date(text, words);
    }

    /// How many rows have an item here, and in how many of these it is a heading or a number.
    bool holds_items(std::size_t c) const {
        std::size_t filled = 0, items = 0;
        for (const auto& r : rows) {
            const auto text = cell(r, c);
            filled += !text.empty();
            items += is_heading(text) || match_number(text, words);
        }
        return filled >= 2 && items * 5 >= filled * 4;
    }

    /// Amounts in a column of its own: the rows are things.
    bool counts_things(std::size_t c) const {
        std::size_t filled = 0, figures = 0;
        for (const auto& r : rows) {
            const auto text = cell(r, c);
            filled += !text.empty();
            figures += text.find_first_of("0123456789") != text.npos && text.find(':') == text.npos;
        }
        return filled > 0 && figures * 2 > filled;
    }

    /// Whether at least one in `share` of the rows tells something here.
    bool tells(std::size_t c, std::size_t share) const {
        std::size_t told = 0;
        for (const auto& r : rows) told += is_sentence(cell(r, c));
        return told > 0 && told * share >= rows.size();
    }
};

}  // namespace

std::vector<std::optional<column>> business_columns(const std::vector<std::string>& heads, std::vector<std::optional<column>> kinds, const std::vector<std::vector<std::string>>& rows, bool alone, const lexicon& words) {
    const business_table t{heads, rows, words};
    const auto at = [&](column k) { return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), k) - kinds.begin()); };
    const std::size_t item = at(column::item);
    std::size_t notes = at(column::notes);
    for (std::size_t c = item + 1; notes == heads.size() && c < heads.size(); ++c)
        if (!kinds[c] && !heads[c].empty() && t.tells(c, 2)) notes = c;  // "Agenda item | Description"
    if (item == heads.size() || notes == heads.size() || !t.means(item, column::item) || !t.holds_items(item)) return {};
    for (std::size_t c = item + 1; c < heads.size(); ++c)
        if (!kinds[c] && c != notes && t.counts_things(c)) return {};
    const bool clear = t.tells_business(item) || t.tells_business(notes);
    if (clear ? !t.tells(notes, 3) : !alone || !t.tells(notes, 2)) return {};
    kinds[notes] = column::notes;
    return kinds;
}

}  // namespace minutes
