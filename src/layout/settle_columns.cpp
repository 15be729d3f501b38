// SPDX-License-Identifier: Apache-2.0
// Columns whose heads alone mislead are settled by the company they keep: a table of
// actions without the word "action", a date of raising beside a target date, numbers
// that are references.
#include <algorithm>
#include <set>

#include "columns_finder.hpp"
#include "date.hpp"
#include "joined_text.hpp"
#include "layout.hpp"
#include "owner.hpp"
#include "person.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

struct settler {
    laid_document& laid;
    std::string_view text;
    const lexicon& words;
    std::size_t table;
    const laid_block* header = nullptr;
    std::vector<const laid_block*> rows{};

    laid_table& t() const { return laid.tables[table]; }
    bool has(column k) const { return t().find(k).has_value(); }
    std::string in(const spans& where) const { return std::string(joined_text(text, where).text()); }
    std::string head(std::size_t c) const { return header && c < header->cells.size() ? in(header->cells[c]) : std::string{}; }

    bool head_means(std::size_t c, column k) const {
        const auto& all = columns_named(head(c), words);
        return std::find(all.begin(), all.end(), k) != all.end();
    }

    template <class Test>
    int count(std::size_t c, Test test) const {
        return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const laid_block* b) { return c < b->cells.size() && !b->cells[c].empty() && test(in(b->cells[c])); }));
    }
    int filled(std::size_t c) const {
        return count(c, [](const std::string&) { return true; });
    }

    void gather() {
        for (const auto& b : laid.blocks) {
            if (b.table != table) continue;
            if (b.kind == laid_block::kind_type::header && !header) header = &b;
            if (b.kind == laid_block::kind_type::row) rows.push_back(&b);
        }
    }

    /// "Minute", "Discussion" over cells of a heading and text, or rows that give nobody anything to do: minutes, no list of actions.
    bool tells_minutes(std::size_t c) const {
        const auto text_below = [&](const laid_block* b) {
            const auto n = number_at(in(b->cells[c]), words);
            return b->cells[c].size() > 1 || (n && n->marked);
        };
        return head_means(c, column::notes) && (filled(*t().find(column::owner)) < filled(c) || std::any_of(rows.begin(), rows.end(), [&](const laid_block* b) { return !b->cells[c].empty() && text_below(b); }));
    }

    /// "ITEM / BY WHOM / BY WHEN": what somebody does by some day is an action.
    void item_is_action() {
        const auto item = t().find(column::item);
        if (has(column::action) || has(column::decision) || !item || has(column::notes) || !has(column::owner) || !(has(column::due) || has(column::status))) return;
        if (filled(*t().find(column::owner)) * 2 < filled(*item)) return;  // business, with somebody to do something here and there
        if (tells_minutes(*item)) return;
        // "Topic | Votes | Owner": what was voted on
        const auto status = t().find(column::status);
        const std::string status_head = status ? head(*status) : std::string{};
        const auto said = words_in(status_head, words);
        if (!has(column::due) && std::any_of(said.begin(), said.end(), [&](const word& w) { return words.has_any({word_list::vote_nouns, word_list::outcome_words, word_list::outcome_cores}, w); })) return;
        t().columns[*item] = column::action;
    }

    /// "Date / Action / Owner / Target date": the bare date tells when the action was raised.
    void date_is_raising() {
        const auto due = t().find(column::due), action = t().find(column::action);
        if (!due) return;
        const auto plain = fold(head(*due));
        const bool bare = plain == "date" || plain == "dated";
        if (bare && has(column::decision) && !action) t().columns[*due] = column::raised;  // the day on which it was decided
        if (!action || !t().find(column::due)) return;
        const auto& listed = words.columns(plain);
        // "Meeting date and number" only mentions a date; "Deadline" is one.
        if (!bare && std::find(listed.begin(), listed.end(), column::due) != listed.end()) return;
        for (std::size_t c = 0; c < t().columns.size(); ++c) {
            if (c == *due || !head_means(c, column::due)) continue;
            t().columns[*due] = column::raised;
            t().columns[c] = column::due;
            return;
        }
        if (bare && *due < *action && has(column::owner)) t().columns[*due] = column::raised;
    }

    /// Numbers beside actions alone are references, unless they just count the rows.
    void number_is_reference() {
        const auto number = t().find(column::number);
        if (!number || !has(column::action) || has(column::ref) || has(column::item) || has(column::notes) || rows.empty()) return;
        int next = 1;
        bool counts = true;
        for (const auto* b : rows) {
            if (b->cells[*number].empty()) continue;
            const auto n = match_number(in(b->cells[*number]), words);
            counts &= n && n->depth == 1 && n->last == next++ && n->end - n->begin < 3;
        }
        if (!counts) t().columns[*number] = column::ref;
    }

    /// A column headed "Action" with nothing but owners in it has the owners.
    void action_is_owner() {
        const auto action = t().find(column::action);
        if (!action || has(column::owner) || !(has(column::notes) || has(column::item))) return;
        const int all = filled(*action);
        const int owners = count(*action, [&](const std::string& s) {
            const auto all_words = words_in(s, words);
            return words.has(word_list::no_action, fold(s)) || (all_words.size() <= 8 && match_owners(s, words) && !(all_words.size() > 1 && words.has_any({word_list::imperatives, word_list::task_openers}, all_words[0])));
        });
        if (all >= 2 && owners * 3 >= all * 2) t().columns[*action] = column::owner;
    }

    std::size_t words_in_cell(const std::string& s) const { return words_in(s, words).size(); }

    /// "Ann to ask the bank", "JB to write": whether most tasks of the table say themselves whose they are.
    bool tasks_name_owners() const {
        const auto action = t().find(column::action);
        return action && count(*action, [&](const std::string& s) { return opens_with_owner(s, words) || opens_with_full_name(s); }) * 3 >= filled(*action) * 2 && filled(*action) > 0;
    }

    /// "Ann Bell to ask the bank"
    bool opens_with_full_name(const std::string& s) const {
        const auto all = words_in(s, words, 4);
        return all.size() == 4 && all[0].capital && opens_with_owner(std::string_view(s).substr(all[1].begin), words);
    }

    /// Who leads an item owns no task: "Item / Discussion / Lead" without a column of actions.
    void lead_is_no_owner() {
        const auto owner = t().find(column::owner);
        if (owner && tasks_name_owners() && words.has(word_list::item_lead_heads, fold(head(*owner)))) t().columns[*owner].reset();
        if (!owner || has(column::action) || has(column::due) || has(column::status) || !(has(column::item) || has(column::notes))) return;
        if (words.has(word_list::item_lead_heads, fold(head(*owner)))) t().columns[*owner].reset();
    }

    /// "Action / who" with tasks in most of its cells.
    void owner_is_action() {
        const auto owner = t().find(column::owner);
        if (!owner || has(column::action) || !(has(column::notes) || has(column::item))) return;
        constexpr std::size_t shortest_task = 4;  // words
        const int tasks = count(*owner, [&](const std::string& s) { return words_in_cell(s) >= shortest_task && !match_owners(s, words); });
        if (tasks * 2 >= filled(*owner) && tasks > 0) t().columns[*owner] = column::action;
    }

    /// Beside the business a column of sentences whose head no list knows is what was said of it.
    void sentences_are_notes() {
        if (has(column::notes) || !has(column::item) || (has(column::action) && has(column::owner))) return;
        constexpr std::size_t shortest_sentence = 5;  // words
        for (std::size_t c = 0; c < t().columns.size(); ++c) {
            if (t().columns[c]) continue;
            const int long_ones = count(c, [&](const std::string& s) { return words_in_cell(s) >= shortest_sentence; });
            if (long_ones == 0 || long_ones * 2 < filled(c)) continue;
            t().columns[c] = column::notes;
            return;
        }
    }

    /// "Action / By / Date": beside a column of dates "by" has the owners.
    void by_beside_date_is_owner() {
        const auto due = t().find(column::due);
        if (!due || has(column::owner) || !has(column::action) || !head_means(*due, column::owner)) return;
        for (std::size_t c = 0; c < t().columns.size(); ++c) {
            if (c == *due || t().columns[c].value_or(column::raised) != column::raised || !head_means(c, column::due)) continue;
            t().columns[*due] = column::owner;
            t().columns[c] = column::due;
            return;
        }
    }

    /// "Action / By": dates in most cells.
    void owner_is_due() {
        const auto owner = t().find(column::owner);
        if (!owner || has(column::due) || !head_means(*owner, column::due)) return;
        const int dates = count(*owner, [&](const std::string& s) { return match_date(s, words) || words.has(word_list::undated, fold(s)); });
        if (dates * 2 > filled(*owner)) t().columns[*owner] = column::due;
    }

    void run() {
        gather();
        if (t().people || t().loose || rows.empty()) return;
        owner_is_due();
        lead_is_no_owner();
        owner_is_action();
        sentences_are_notes();
        date_is_raising();
        by_beside_date_is_owner();
        item_is_action();
        number_is_reference();
        action_is_owner();
    }
};

}  // namespace

void settle_columns(laid_document& laid, std::string_view text, const lexicon& words) {
    for (std::size_t i = 0; i < laid.tables.size(); ++i) settler{laid, text, words, i}.run();
}

bool opens_with_owner(std::string_view cell, const lexicon& words) {
    const auto all = words_in(cell, words, 3);
    return all.size() == 3 && all[0].capital && words.has(word_list::infinitive_marks, all[1]) && !all[2].capital;
}

std::vector<std::optional<column>> columns_by_content(const std::vector<std::vector<std::string>>& rows, const lexicon& words) {
    std::size_t width = 0;
    for (const auto& r : rows) width = std::max(width, r.size());
    std::vector<std::optional<column>> kinds(width);
    int texts = 0;
    for (std::size_t c = 0; c < width; ++c) {
        int all = 0, status = 0, due = 0, owner = 0, ref = 0;
        std::size_t length = 0;
        for (const auto& r : rows) {
            if (c >= r.size() || words_in(r[c], words).empty()) continue;
            const auto cell = std::string(trim(r[c]));
            const auto in = words_in(cell, words);
            ++all;
            length += in.size();
            std::string plain;
            for (const auto& w : in) plain += (plain.empty() ? "" : " ") + w.folded;
            status += words.status(plain).has_value();
            due += words.has(word_list::undated, fold(cell)) || (in.size() <= 6 && match_date(cell, words));
            ref += match_reference(cell, words) || match_number(cell, words);
            owner += in.size() <= 6 && match_owners(cell, words) && !words.status(plain);
        }
        const auto most = [&](int n) { return all > 0 && n * 10 >= all * 7; };
        if (most(status)) kinds[c] = column::status;
        else if (most(due)) kinds[c] = column::due;
        else if (most(ref)) kinds[c] = column::ref;
        else if (most(owner)) kinds[c] = column::owner;
        else if (all > 0 && length >= static_cast<std::size_t>(all) * 4) {
            kinds[c] = column::action;
            ++texts;
        } else if (all > 0) return {};
    }
    const auto times = [&](column k) { return std::count(kinds.begin(), kinds.end(), k); };
    const bool actions = texts == 1 && times(column::status) <= 1 && times(column::owner) <= 1 && times(column::due) <= 1 && times(column::ref) <= 1 && (times(column::status) == 1 || (times(column::owner) == 1 && times(column::due) == 1));
    return actions ? kinds : std::vector<std::optional<column>>{};
}

std::vector<std::optional<column>> task_columns_by_content(const std::vector<std::vector<std::string>>& rows, const lexicon& words) {
    std::size_t width = 0;
    for (const auto& r : rows) width = std::max(width, r.size());
    if (width < 2 || rows.size() < 2) return {};
    std::vector<std::optional<column>> kinds(width);
    std::optional<std::size_t> longest;
    std::vector<std::size_t> length(width);
    // From the right: where two columns could hold owners, the task stands before who does it.
    for (std::size_t c = width; c-- > 0;) {
        std::size_t all = 0, owner = 0, due = 0, status = 0, ref = 0;
        for (const auto& r : rows) {
            const auto cell = c < r.size() ? trim(r[c]) : std::string_view{};
            const auto in = words_in(cell, words);
            if (in.empty()) continue;
            ++all;
            length[c] += in.size();
            due += in.size() <= 6 && match_date(cell, words);
            status += words.status(fold(cell)).has_value();
            owner += in.size() <= 6 && match_owners(cell, words);
            ref += match_reference(cell, words) && cell.find_first_of("./-") != cell.npos;  // "119.1": a plain number may be anything
        }
        const auto most = [&](std::size_t n) { return all > 0 && n * 10 >= all * 7; };
        const auto has = [&](column k) { return std::find(kinds.begin(), kinds.end(), k) != kinds.end(); };
        if (most(due) && !has(column::due)) kinds[c] = column::due;
        else if (most(status) && !has(column::status)) kinds[c] = column::status;
        else if (c == 0 && most(ref)) kinds[c] = column::ref;
        else if (most(owner) && !has(column::owner)) kinds[c] = column::owner;
        else if (all > 0 && (!longest || length[c] > length[*longest])) longest = c;
    }
    if (!longest || std::find(kinds.begin(), kinds.end(), column::owner) == kinds.end()) return {};
    kinds[*longest] = column::action;
    return kinds;
}

std::vector<std::optional<column>> minutes_by_content(const std::vector<std::vector<std::string>>& rows, const lexicon& words) {
    std::size_t width = 0;
    for (const auto& r : rows) width = std::max(width, r.size());
    if (width < 3 || width > 5) return {};
    const auto cell = [&](const std::vector<std::string>& r, std::size_t c) { return c < r.size() ? trim(r[c]) : std::string_view{}; };
    constexpr std::size_t longest_owners = 6;  // words
    std::size_t numbers = 0, coded = 0, filled = 0, headings = 0, heading_cells = 0, longer = 0, last_words = 0, last_cells = 0, last_owners = 0;
    for (const auto& r : rows) {
        const auto first = cell(r, 0), second = cell(r, 1), third = cell(r, 2), last = cell(r, width - 1);
        if (!first.empty()) {
            ++filled;
            numbers += match_number(first, words).has_value();
            coded += match_number(first, words) && first.find('/') != first.npos;
        }
        if (!second.empty()) {
            ++heading_cells;
            headings += starts_upper(second) && words_in(second, words).size() <= 60 && !match_date(second, words);
        }
        longer += words_in(third, words).size() > 4 || words_in(second, words).size() > 4;
        if (!last.empty()) {
            ++last_cells;
            const auto n = words_in(last, words).size();
            last_words += n;
            last_owners += (n <= longest_owners && match_owners(last, words)) || opens_with_owner(last, words);
        }
    }
    // Figures in the first column alone may be amounts: several rows, or numbers with a year, are minutes.
    if (filled == 0 || numbers * 5 < filled * 4 || (rows.size() < 3 && coded == 0) || headings * 5 < heading_cells * 4 || longer * 3 < rows.size()) return {};
    std::vector<std::optional<column>> kinds(width);
    kinds[0] = column::number;
    kinds[1] = column::item;
    kinds[2] = column::notes;
    if (width > 3 ? last_words <= last_cells * 15 : last_owners >= 2 && last_owners * 4 >= last_cells * 3 && last_cells < rows.size()) kinds[width - 1] = column::action;
    return kinds;
}

std::vector<std::optional<column>> business_by_content(const std::vector<std::vector<std::string>>& rows, const lexicon& words) {
    constexpr std::size_t fewest = 3, longest = 8, shortest = 2;  // rows; words of a heading, of a sentence
    std::set<std::string> seen;
    std::size_t told = 0, owned = 0;
    for (const auto& r : rows) {
        if (r.size() != 2 && r.size() != 3) return {};
        // A third column has who is to act, and nothing else.
        if (const auto last = r.size() > 2 ? trim(r[2]) : std::string_view{}; !last.empty()) {
            if (!match_owners(last, words) && !opens_with_owner(last, words)) return {};
            ++owned;
        }
        const auto heading = trim(r[0]), said = trim(r[1]);
        const auto all = words_in(heading, words, longest + 1);
        if (all.empty() || all.size() > longest || !starts_upper(heading) || all.back().ends_sentence() || match_date(heading, words) || match_person(heading, words).value_or(person_finding{}).weight >= 2) return {};
        if (!seen.insert(fold(heading)).second) return {};
        const auto sentence = words_in(said, words);
        told += words.is_label(fold(said.ends_with('.') ? said.substr(0, said.size() - 1) : said), label::none) || (sentence.size() >= shortest && sentence.back().ends_sentence());
    }
    if (rows.size() < fewest || told * 3 < rows.size() * 2 || owned == rows.size()) return {};
    std::vector<std::optional<column>> kinds = {column::item, column::notes};
    if (rows.front().size() > 2) kinds.push_back(owned > 0 ? std::optional(column::action) : std::nullopt);
    return kinds;
}

}  // namespace minutes
