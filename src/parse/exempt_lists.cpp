// SPDX-License-Identifier: Apache-2.0
#include "exempt_lists.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "exempt_scope.hpp"
#include "phrase.hpp"

namespace minutes {

namespace {

using list = word_list;
using kind = laid_block::kind_type;

constexpr const char* by_mark = "exempt-row";
constexpr const char* by_item = "exempt-reference";

/// A row of a table; its cells may be lines of their own.
struct table_row {
    std::size_t table = 0;
    std::vector<spans> cells;
    bool task = false;  ///< its table lists actions
};

class list_reader {
public:
    list_reader(const parser& p, const item_index& items) : p_(p), items_(items) {
        for (const auto& e : items.entries()) {
            if (!e.of->exempt.value.value_or(false)) continue;
            if (e.of->number.value) numbers_.emplace(*e.of->number.value, e.begin);
            if (std::string topic = topic_of(e.of->heading.value.value_or(""), p.words); topic.size() >= shortest_) headings_.emplace(std::move(topic), e.begin);
        }
    }

    std::vector<listed_business> find() {
        find_rows();
        for (const table_row& r : rows_) read_row(r);
        for (const auto& b : p_.laid.blocks)
            if (b.kind == kind::line && !b.in_cell && !b.text.empty()) read_line(b);
        for (const action& a : p_.m.actions) read_action(a);
        return std::move(out_);
    }

private:
    void find_rows() {
        for (const auto& b : p_.laid.blocks) {
            if (b.kind == kind::header) heads_[b.table] = b.cells;
            if (b.kind == kind::row) rows_.push_back({b.table, b.cells, lists_tasks(b.table)});
            if (b.kind != kind::line || !b.in_cell) continue;
            if (b.row == 0) {
                auto& heads = heads_[b.table];
                heads.resize(std::max(heads.size(), b.column + 1));
                heads[b.column] = b.text;
                continue;
            }
            if (b.table != cell_table_ || b.row != cell_row_) rows_.push_back({b.table, {}, false});
            cell_table_ = b.table;
            cell_row_ = b.row;
            auto& cells = rows_.back().cells;
            cells.resize(std::max(cells.size(), b.column + 1));
            cells[b.column].insert(cells[b.column].end(), b.text.begin(), b.text.end());
        }
    }

    bool lists_tasks(std::size_t table) const {
        const auto& t = p_.laid.tables[table];
        return t.find(column::owner) || t.find(column::due);
    }

    void read_row(const table_row& r) {
        const auto heads = heads_.find(r.table);
        if (heads == heads_.end()) return;
        for (std::size_t c = 0; c < r.cells.size() && c < heads->second.size(); ++c) {
            const spans& head_words = heads->second[c].empty() && c == 0 && heads->second.size() > 1 ? heads->second[1] : heads->second[c];  // numbers without a head
            if (r.cells[c].empty() || head_words.empty()) continue;
            const std::string head(p_.words_at(head_words)), cell(p_.words_at(r.cells[c]));
            if (asks_whether_exempt(head, p_.words) && !denies(cell)) return add(r, r.cells[c], by_mark);
            if (r.task && names_items(head) && points_at_exempt(cell, begin_of(r))) return add(r, r.cells[c], by_item);
        }
    }

    /// "No", or a figure of a column about something else.
    bool denies(std::string_view cell) const {
        const auto all = words_in(cell, p_.words);
        return all.empty() || all[0].digits || p_.words.has_any({list::nothing_words, list::denying_answers}, all[0]);
    }

    /// "Item", "Minute no.", "Agenda item".
    bool names_items(std::string_view head) const {
        const auto all = words_in(head, p_.words);
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return p_.words.has_any({list::item_words, list::statute_words}, w); });
    }

    /// "2", "Item 2", "2.3", "Lease of the mill": an exempt item that stands ahead of byte `at`.
    bool points_at_exempt(std::string_view cell, std::uint32_t at) const {
        const auto all = words_in(cell, p_.words);
        if (all.empty()) return false;
        if (const auto h = headings_.find(fold(trim(cell))); h != headings_.end()) return h->second < at;
        const std::size_t n = phrase_length(all, 0, list::item_words, p_.words);
        if (n + 1 != all.size()) return false;
        return is_exempt_number(cell.substr(all[n].begin, all[n].end - all[n].begin), at);
    }
    bool is_exempt_number(std::string_view number, std::uint32_t at) const {
        for (; !number.empty(); number = number.substr(0, number.find_last_of('.') == number.npos ? 0 : number.find_last_of('.')))
            if (const auto found = numbers_.find(std::string(number)); found != numbers_.end()) return found->second < at;
        return false;
    }

    /// "Item 2: instruct the solicitors", "Lease of the mill: instruct the solicitors".
    void read_line(const laid_block& b) {
        const std::string text(p_.words_at(b.text));
        const auto at = b.text.front().begin;
        const auto all = words_in(text, p_.words, 8);
        if (all.empty() || own_heading(at)) return;
        const std::size_t n = phrase_length(all, 0, list::item_words, p_.words);
        const bool numbered = n > 0 && n < all.size() && all[n].digits && parts(text.substr(all[n].end)) && is_exempt_number(text.substr(all[n].begin, all[n].end - all[n].begin), at);
        if (numbered || opens_with_heading(text, at)) out_.push_back({at, b.text.back().end, {{at, at + static_cast<std::uint32_t>(all[n].end)}}, by_item});
    }
    static bool parts(std::string_view behind) { return behind.starts_with(':') || behind.starts_with(" -") || behind.starts_with(" \u2013") || behind.starts_with(')'); }

    bool opens_with_heading(std::string_view text, std::uint32_t at) const {
        const auto colon = text.find(':');
        if (colon == text.npos) return false;
        const auto found = headings_.find(fold(trim(text.substr(0, colon))));
        return found != headings_.end() && found->second < at;
    }

    /// Whether the heading of an exempt item stands there.
    bool own_heading(std::uint32_t at) const {
        const item* it = items_.at(at);
        return it && it->exempt.value.value_or(false);
    }

    /// "(Confidential) Instruct the solicitors", "Write to the tenant (exempt)".
    void read_action(const action& a) {
        if (a.text.spans.empty() || !a.text.value) return;
        const auto j = p_.join(a.text.spans);
        const auto mark = mark_of_task(j.text());
        if (!mark) return;
        const auto at = a.text.spans.front().begin;
        for (const auto& b : p_.laid.blocks)
            if (!b.text.empty() && b.text.front().begin <= at && at < b.text.back().end) return out_.push_back({b.text.front().begin, b.text.back().end, j.source(mark->begin, mark->end), by_mark});
    }
    std::optional<span> mark_of_task(std::string_view text) const {
        const auto close = text.find_first_of(")]"), open = text.find_last_of("([");
        if ((text.starts_with('(') || text.starts_with('[')) && close != text.npos && is_exempt_note(text.substr(0, close + 1), p_.words)) return span{0, static_cast<std::uint32_t>(close + 1)};
        if (open != text.npos && open > 0 && text.find_last_of(")]") > open && is_exempt_note(text.substr(open), p_.words)) return span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(text.size())};
        return {};
    }

    static std::uint32_t begin_of(const table_row& r) {
        std::uint32_t begin = std::numeric_limits<std::uint32_t>::max();
        for (const spans& c : r.cells)
            if (!c.empty()) begin = std::min(begin, c.front().begin);
        return begin;
    }
    void add(const table_row& r, const spans& words, const char* rule) {
        std::uint32_t end = 0;
        for (const spans& c : r.cells)
            if (!c.empty()) end = std::max(end, c.back().end);
        out_.push_back({begin_of(r), end, words, rule});
    }

    static constexpr std::size_t shortest_ = 4;  // bytes of a heading that a cell may repeat

    const parser& p_;
    const item_index& items_;
    std::map<std::string, std::uint32_t> numbers_{}, headings_{};
    std::map<std::size_t, std::vector<spans>> heads_{};
    std::vector<table_row> rows_{};
    std::size_t cell_table_ = static_cast<std::size_t>(-1), cell_row_ = 0;
    std::vector<listed_business> out_{};
};

}  // namespace

std::vector<listed_business> find_listed_business(const parser& p, const item_index& items) { return list_reader(p, items).find(); }

}  // namespace minutes
