// SPDX-License-Identifier: Apache-2.0
#include "kept_columns.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace minutes {

namespace {

constexpr std::size_t longest_head = 255;  // of a table; in bytes, to be safe

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// The last byte of a character that leaves room for the mark of what is cut.
std::size_t cut_at(const std::string& text) {
    std::size_t n = longest_head - 10;
    while (n > 0 && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) --n;
    return n - 1;
}

class column_merger {
public:
    column_merger(const register_table& made, const kept_table& kept, const std::vector<baseline_row>& base, const row_matches& rows)
        : made_(made), kept_(kept), base_(base), rows_(rows), taken_(made.columns.size(), false) {}

    std::vector<merged_column> merge() {
        for (std::size_t k = 0; k < kept_.heads.size(); ++k) out_.push_back({by_name(k), k});
        for (merged_column& c : out_)
            if (!c.ours && is_used(*c.kept)) c.ours = renamed(*c.kept);
        std::erase_if(out_, [&](const merged_column& c) { return !c.ours && (!is_used(*c.kept) || is_left_out(*c.kept)); });
        for (std::size_t o = 0; o < made_.columns.size(); ++o)
            if (!taken_[o]) insert_behind_its_neighbour(o);
        return std::move(out_);
    }

private:
    std::optional<std::size_t> by_name(std::size_t k) {
        for (std::size_t o = 0; o < made_.columns.size(); ++o)
            if (!taken_[o] && made_.columns[o].name == kept_.heads[k]) return take(o);
        return {};
    }

    std::size_t take(std::size_t o) {
        taken_[o] = true;
        return o;
    }

    [[nodiscard]] bool is_used(std::size_t k) const {
        return !kept_.heads[k].empty() || kept_.note(kept_.head_row, k) ||
               std::any_of(kept_.rows.begin(), kept_.rows.end(), [&](const kept_row& r) { return r.cells[k] || kept_.note(r.number, k); });
    }

    /// The share of a baseline's column that stands in the kept one: said and found.
    [[nodiscard]] std::pair<std::size_t, std::size_t> agreement(std::size_t k, const std::string& name) const {
        std::size_t said = 0, found = 0;
        for (std::size_t r = 0; r < kept_.rows.size(); ++r) {
            const std::string& value = rows_[r] ? base_[*rows_[r]].at(name) : std::string{};
            if (value.empty()) continue;
            ++said;
            found += says(kept_.rows[r].cells[k], value) ? 1 : 0;
        }
        return {said, found};
    }

    std::optional<std::size_t> renamed(std::size_t k) {
        for (std::size_t o = 0; o < made_.columns.size(); ++o) {
            if (taken_[o]) continue;
            const auto [said, found] = agreement(k, made_.columns[o].name);
            if (found > 0 && 3 * found >= 2 * said) return take(o);
        }
        return {};
    }

    /// A column of ours that is not asked for this time, and in which nobody typed.
    [[nodiscard]] bool is_left_out(std::size_t k) const {
        const std::string& head = kept_.heads[k];
        const bool is_ours = std::any_of(base_.begin(), base_.end(), [&](const baseline_row& b) { return !b.at(head).empty(); });
        const bool is_known = std::all_of(base_.begin(), base_.end(), [&](const baseline_row& b) { return b.knows(head); });
        if (!is_ours || !is_known || kept_.note(kept_.head_row, k)) return false;
        for (std::size_t r = 0; r < kept_.rows.size(); ++r)
            if (!says(kept_.rows[r].cells[k], rows_[r] ? base_[*rows_[r]].at(head) : "") || kept_.note(kept_.rows[r].number, k)) return false;
        return true;
    }

    void insert_behind_its_neighbour(std::size_t o) {
        auto at = out_.begin();
        for (std::size_t before = o; before-- > 0;) {
            const auto found = std::find_if(out_.begin(), out_.end(), [&](const merged_column& c) { return c.ours == before; });
            if (found == out_.end()) continue;
            at = found + 1;
            break;
        }
        out_.insert(at, {o, {}});
        taken_[o] = true;
    }

    const register_table& made_;
    const kept_table& kept_;
    const std::vector<baseline_row>& base_;
    const row_matches& rows_;
    std::vector<bool> taken_;
    std::vector<merged_column> out_;
};

}  // namespace

std::vector<merged_column> merge_columns(const register_table& made, const kept_table& kept, const std::vector<baseline_row>& base, const row_matches& rows) {
    return column_merger(made, kept, base, rows).merge();
}

void make_heads_differ(std::vector<register_column>& columns) {
    std::set<std::string> taken;
    for (register_column& c : columns) {
        const std::string own = c.head(), base = own.empty() ? "Column" : own;
        std::string head = base;
        for (int n = 2; !taken.insert(lower(head)).second; ++n) head = fmt::format("{} {}", base, n);
        if (head != own) c.title = head;
        if (head.size() <= longest_head) continue;
        if (!c.note) c.note = std::make_shared<cell_note>(cell_note{"", head});
        c.title = head.substr(0, head.find_last_not_of(" ", cut_at(head)) + 1) + " […]";
    }
}

}  // namespace minutes
