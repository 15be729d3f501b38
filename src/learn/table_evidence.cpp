// SPDX-License-Identifier: Apache-2.0
// Heads that no lexicon has, by what stands below them.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include <fmt/format.h>

#include "date.hpp"
#include "evidence.hpp"
#include "label.hpp"
#include "layout.hpp"
#include "plain_tables.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_head = 5;      // words
constexpr std::size_t fewest_tasks = 3;      // words of a task

/// What the cells of a column are, in the order in which it is asked; a column is the first that most of its cells are.
struct cell_kind {
    column what;
    std::string_view key;
    std::string_view why;
};

constexpr std::array<cell_kind, 5> kinds = {{{column::due, "due", "cells below it are days or limits"},
                                             {column::owner, "owner", "cells below it name people"},
                                             {column::status, "status", "cells below it say how an action stands"},
                                             {column::ref, "ref", "cells below it are references"},
                                             {column::action, "action", "cells below it give somebody something to do"}}};

constexpr cell_kind long_texts = {column::action, "action", "cells below it are the longest texts of a table with owners"};

class table_reader {
public:
    /// @param people  folded names and initials of the meeting's people
    table_reader(const plain_table& t, const lexicon& words, int year, const std::set<std::string>& people) : table_(t), words_(words), year_(year), people_(people) {}

    void add(std::vector<style_evidence>& out) {
        if (table_.size() < 2 || !is_head(table_[0])) return;
        for (std::size_t c = 0; c < table_[0].size(); ++c) columns_.push_back(read_column(c));
        if (!lists_actions()) return;
        find_tasks();
        for (const read_column_type& c : columns_) {
            if (c.known) count_evidence(out, {"columns", "", c.phrase, {}, 1, 1, {}, c.example});
            else if (c.kind) count_evidence(out, {"columns", std::string(c.kind->key), c.phrase, {}, c.fits, c.filled, std::string(c.kind->why), c.example});
            if (c.kind && c.kind->what == column::ref) add_shapes(c, out);
        }
    }

private:
    struct read_column_type {
        std::string phrase;               ///< its head
        const cell_kind* kind = nullptr;  ///< what it holds
        bool known = false;               ///< as its head says
        std::size_t index = 0, fits = 0, filled = 0;
        std::string example;
    };

    [[nodiscard]] bool is_head(const std::vector<std::string>& row) const {
        std::size_t filled = 0;
        for (const std::string& cell : row) {
            if (cell.empty()) continue;
            ++filled;
            const auto all = words_in(cell, longest_head + 1);
            if (words_.status(fold(cell)) && words_.columns(fold(cell)).empty()) return false;  // a row of the list
            if (all.size() > longest_head || std::any_of(all.begin(), all.end(), [](const word& w) { return w.digits; })) return false;
        }
        return filled >= 2;
    }

    [[nodiscard]] bool is_so(const std::string& cell, column what) const {
        switch (what) {
            case column::due: return fit_of(cell, what, words_) >= 3 && !words_.status(fold(cell));
            case column::owner: return fit_of(cell, what, words_) >= 3 && !words_.status(fold(cell)) && names_somebody(cell);
            case column::status: return words_.status(fold(cell)).has_value();
            case column::ref: return is_reference(cell);
            default: return is_task(cell);
        }
    }

    /// Words in capitals may be anything, "PENDING": initials are short, and people have two names, where the minutes do not know them.
    [[nodiscard]] bool names_somebody(const std::string& cell) const {
        constexpr std::size_t longest_initials = 4;
        std::size_t names = 0;
        for (const word& w : words_in(cell)) {
            if (people_.count(std::string(w.folded))) return true;
            if (w.upper && w.end - w.begin <= longest_initials) return true;
            names += w.capital && !w.upper;
        }
        return names > 1;
    }

    /// Letters, figures and marks between, in one word; a plain number is none.
    [[nodiscard]] bool is_reference(const std::string& cell) const {
        if (cell.size() > 24 || cell.find(' ') != cell.npos || match_date(cell, words_)) return false;
        const bool digit = std::any_of(cell.begin(), cell.end(), [](unsigned char c) { return std::isdigit(c); });
        const bool mark = cell.find_first_of("/-") != cell.npos || std::any_of(cell.begin(), cell.end(), [](unsigned char c) { return std::isalpha(c); });
        return digit && mark;
    }

    [[nodiscard]] bool is_task(const std::string& cell) const {
        const auto all = words_in(cell);
        if (all.size() < fewest_tasks) return false;
        const std::size_t first = words_.has(list::infinitive_marks, all[0].folded) ? 1 : 0;
        return first == 1 || words_.has_any({list::imperatives, list::task_verbs}, all[0].folded);
    }

    [[nodiscard]] read_column_type read_column(std::size_t c) const {
        read_column_type out;
        out.index = c;
        out.phrase = fold(table_[0][c]);
        const auto& named = columns_named(table_[0][c], words_);
        out.known = !named.empty();
        for (const cell_kind& k : kinds) {
            if (out.known && std::find(named.begin(), named.end(), k.what) == named.end()) continue;
            std::size_t fits = 0, filled = 0;
            std::string example;
            for (std::size_t r = 1; r < table_.size(); ++r) {
                if (c >= table_[r].size() || table_[r][c].empty()) continue;
                ++filled;
                if (!is_so(table_[r][c], k.what)) continue;
                if (fits++ == 0) example = table_[r][c];
            }
            const bool is_most = k.what == column::action ? 2 * fits >= filled : 10 * fits >= 7 * filled;
            if (!out.known && (fits == 0 || !is_most || out.phrase.empty())) continue;
            out.kind = &k;
            out.fits = fits;
            out.filled = filled;
            out.example = example;
            return out;
        }
        return out;
    }

    /// No list has all the verbs that tasks begin with: the longest texts beside owners are tasks where no column is said to hold them.
    void find_tasks() {
        if (has(column::action) || !has(column::owner)) return;
        read_column_type* best = nullptr;
        std::size_t most = 0;
        for (read_column_type& c : columns_) {
            if (c.kind || c.known || c.phrase.empty()) continue;
            std::size_t all = 0;
            for (std::size_t r = 1; r < table_.size(); ++r)
                if (c.index < table_[r].size()) all += words_in(table_[r][c.index]).size();
            if (all > most) best = &c, most = all;
        }
        if (!best || most < fewest_tasks * (table_.size() - 1)) return;
        best->kind = &long_texts;
        for (std::size_t r = 1; r < table_.size(); ++r) {
            const std::string cell = best->index < table_[r].size() ? table_[r][best->index] : std::string{};
            best->filled += !cell.empty();
            best->fits += words_in(cell).size() >= fewest_tasks;
            if (best->example.empty()) best->example = cell;
        }
    }

    [[nodiscard]] bool has(column k) const {
        return std::any_of(columns_.begin(), columns_.end(), [&](const read_column_type& c) { return c.kind && c.kind->what == k; });
    }

    /// Somebody does something by some day: two of these at least, and who or when among them.
    [[nodiscard]] bool lists_actions() const {
        return (has(column::owner) && (has(column::due) || has(column::action) || has(column::status))) || (has(column::due) && has(column::action));
    }

    // ── References ──

    void add_shapes(const read_column_type& c, std::vector<style_evidence>& out) const {
        for (std::size_t r = 1; r < table_.size(); ++r) {
            if (c.index >= table_[r].size() || !is_reference(table_[r][c.index]) || match_reference(table_[r][c.index], words_)) continue;
            count_evidence(out, {"references", "action", shape_of(table_[r][c.index]), {}, 1, 1, "references of actions have this shape", table_[r][c.index]});
        }
    }

    /// "LT/{yy}-{n}" of "LT/14-7" in minutes of 2014.
    [[nodiscard]] std::string shape_of(const std::string& ref) const {
        std::string out;
        for (std::size_t i = 0; i < ref.size();) {
            std::size_t to = i;
            while (to < ref.size() && std::isdigit(static_cast<unsigned char>(ref[to]))) ++to;
            if (to == i) {
                out += ref[i++];
                continue;
            }
            const std::string digits = ref.substr(i, to - i);
            if (year_ && digits == fmt::format("{}", year_)) out += "{yyyy}";
            else if (year_ && digits == fmt::format("{:02}", year_ % 100)) out += "{yy}";
            else out += "{n}";
            i = to;
        }
        return out;
    }

    const plain_table& table_;
    const lexicon& words_;
    int year_;
    const std::set<std::string>& people_;
    std::vector<read_column_type> columns_;
};

}  // namespace

void add_table_evidence(const document& d, const meeting& m, const lexicon& words, std::vector<style_evidence>& out) {
    const int year = m.date.value ? static_cast<int>(m.date.value->year()) : 0;
    std::set<std::string> people;
    for (const person& p : m.people) {
        if (p.initials.value) people.insert(fold(*p.initials.value));
        for (const word& w : words_in(p.name.value.value_or(""))) people.insert(std::string(w.folded));
    }
    for (const plain_table& t : plain_tables_in(d)) table_reader(t, words, year, people).add(out);
}

}  // namespace minutes
