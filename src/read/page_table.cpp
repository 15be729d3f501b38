// SPDX-License-Identifier: Apache-2.0
#include "page_table.hpp"

#include <cmath>

namespace minutes {

namespace {

constexpr float same_edge = 4.0f;     // points: columns of one ruled table on two pages
constexpr float same_gap = 15.0f;     // points: columns that gaps alone show
constexpr float cell_padding = 3.0f;  // points

std::vector<paragraph> text_of(const std::vector<page_word>& words, const page_cell& cell, std::size_t page) {
    const auto lines = lines_of(words, page);
    if (lines.empty()) return {};
    auto column = measure_column(lines);
    for (const auto& l : lines) column.left = std::min(column.left, l.box.left);
    const float padding = std::clamp(column.left - cell.box.left, cell_padding, 3 * cell_padding);
    column.right = cell.box.right - padding;
    std::vector<paragraph> out;
    add_paragraphs(out, lines, column);
    return out;
}

}  // namespace

bool page_table::goes_on(const std::vector<float>& edges, bool ruled) const {
    if (ruled_ != ruled || edges.size() != edges_.size()) return false;
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (std::abs((edges[i] - edges[0]) - (edges_[i] - edges_[0])) > (ruled ? same_edge : same_gap)) return false;
    return true;
}

/// The first cell of the page's first row is blank, and no other row's is.
bool page_table::is_rest(const std::vector<cell>& cells) const {
    bool filled = false;
    for (const auto& c : cells) {
        if (c.where.column > 0) filled |= c.where.row == 0 && !c.empty();
        else if (c.where.row > 0 ? c.empty() : !c.empty() || c.where.column_span > 1 || c.where.row_span > 1) return false;
    }
    const auto cut = std::find_if(cells_.begin(), cells_.end(), [&](const cell& c) { return c.where.column == 0 && c.where.row + c.where.row_span == rows_; });
    return filled && cut != cells_.end() && !cut->empty();
}

void page_table::add_rest(const cell& rest) {
    const text_column column{rest.where.box.left + cell_padding, rest.where.box.right - cell_padding, 0, false};
    for (auto& c : cells_) {
        if (c.where.column != rest.where.column || c.where.row + c.where.row_span != rows_) continue;
        for (const auto& p : rest.text) {
            if (&p != &rest.text.front() || p.mark_words > 0) {
                c.text.push_back(p);
                continue;
            }
            add_paragraphs(c.text, {p.lines.front()}, column, true);
            auto& whole = c.text.back().lines;
            whole.insert(whole.end(), p.lines.begin() + 1, p.lines.end());
        }
    }
}

void page_table::add(const page_grid& g, const std::vector<std::vector<page_word>>& words, std::size_t page) {
    std::vector<cell> cells;
    for (std::size_t c = 0; c < g.cells.size(); ++c) cells.push_back({g.cells[c], text_of(words[c], g.cells[c], page)});
    const std::uint32_t rest = rows_ > 0 && is_rest(cells) ? 1 : 0;
    for (auto& c : cells) {
        if (rest && c.where.row == 0) {
            if (!c.empty()) add_rest(c);
            continue;
        }
        c.where.row += rows_ - rest;
        cells_.push_back(std::move(c));
    }
    rows_ += g.rows - rest;
}

void page_table::add(const column_run& run) {
    for (const auto& r : run.rows) {
        for (std::size_t k = 0; k < r.size(); ++k) {
            cell c{{rows_, static_cast<std::uint32_t>(k), 1, 1, {}}, {}};
            text_column column = measure_column(r[k]);
            for (const auto& other : run.rows)
                for (const auto& l : other[k]) column.right = std::max(column.right, l.box.right);
            if (!r[k].empty()) add_paragraphs(c.text, r[k], column);
            cells_.push_back(std::move(c));
        }
        ++rows_;
    }
}

void page_table::write(paragraph_writer& to) && {
    to.to.begin_table(ruled_);
    for (auto& c : cells_) {
        to.to.begin_cell({.row = c.where.row, .column = c.where.column, .row_span = c.where.row_span, .column_span = c.where.column_span});
        set_depths(c.text);
        for (const auto& p : c.text) to.write(p, true);
        to.to.end_cell();
    }
    to.to.end_table();
}

}  // namespace minutes
