// SPDX-License-Identifier: Apache-2.0
#include "text_table.hpp"

#include <algorithm>
#include <numeric>

#include "text.hpp"

namespace cli {

namespace {

constexpr std::size_t gap = 2;        // blanks between columns
constexpr std::size_t narrowest = 6;  // a column keeps this much, or its own width
constexpr std::size_t readable = 16;  // sentences in less are a ladder of words

using widths = std::vector<std::size_t>;

std::size_t total(const widths& w) { return std::accumulate(w.begin(), w.end(), w.empty() ? 0 : gap * (w.size() - 1)); }

/// The widest column gives way, one step at a time.
void shrink(widths& w, std::size_t room) {
    while (total(w) > room) {
        const auto widest = std::max_element(w.begin(), w.end());
        if (widest == w.end() || *widest <= narrowest) return;
        --*widest;
    }
}

/// Rows of wrapped cells, side by side.
std::string print_row(const text_table::row& cells, const widths& w) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        columns.push_back(wrapped(cells[i], w[i]));
        height = std::max(height, columns.back().size());
    }
    std::string out;
    for (std::size_t line = 0; line < height; ++line) {
        std::string text;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) text.append(gap, ' ');
            text += padded(line < columns[i].size() ? columns[i][line] : "", w[i]);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + "\n";
    }
    return out;
}

/// Paints each line, so that a pager which cuts lines keeps the look.
std::string painted(const std::string& lines, std::optional<style> look, const screen& s) {
    if (!look || !s.colours) return lines;
    std::string out;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = lines.find('\n', at);
        out += paint(s, *look, lines.substr(at, end - at)) + "\n";
        at = end + 1;
    }
    return out;
}

/// "Decision  The minutes were" / "          approved."; what is empty is left out.
std::string print_record(const text_table::row& heads, const text_table::row& cells, const screen& s) {
    std::size_t margin = 0;
    for (std::size_t i = 0; i < heads.size(); ++i)
        if (!cells[i].empty()) margin = std::max(margin, width_of(heads[i]) + gap);
    std::string out;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (cells[i].empty()) continue;
        std::string lead = paint(s, style::bold, heads[i]) + std::string(margin - width_of(heads[i]), ' ');
        for (const std::string& line : wrapped(cells[i], s.width > margin + readable ? s.width - margin : readable)) {
            out += lead + line + "\n";
            lead.assign(margin, ' ');
        }
    }
    return out;
}

/// Whether sentences would be squeezed into less than can be read.
bool is_squeezed(const widths& natural, const widths& w) {
    for (std::size_t i = 0; i < w.size(); ++i)
        if (w[i] < std::min(natural[i], readable)) return true;
    return false;
}

std::string print_rule(const widths& w) {
    std::string out;
    for (std::size_t i = 0; i < w.size(); ++i) out += (i > 0 ? std::string(gap, ' ') : "") + std::string(w[i], '-');
    return out;
}

std::string print_heads(const text_table::row& heads, const widths& w, const screen& s) {
    std::string lines = print_row(heads, w);
    lines.pop_back();
    return paint(s, style::bold, lines) + "\n" + paint(s, style::dim, print_rule(w)) + "\n";
}

text_table::row picked(const text_table::row& cells, const std::vector<std::size_t>& used) {
    text_table::row out;
    for (const std::size_t i : used) out.push_back(cells[i]);
    return out;
}

}  // namespace

std::string text_table::print(const screen& s) const {
    std::vector<std::size_t> used;
    widths w;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
        std::size_t widest = 0;
        for (const row& r : rows_) widest = std::max(widest, width_of(r[i]));
        if (widest == 0) continue;
        used.push_back(i);
        w.push_back(std::max(widest, width_of(heads_[i])));
    }
    const widths natural = w;
    shrink(w, s.width);
    std::string out;
    const bool records = is_squeezed(natural, w);
    if (!records) out = print_heads(picked(heads_, used), w, s);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (records && i > 0) out += "\n";
        out += painted(records ? print_record(heads_, rows_[i], s) : print_row(picked(rows_[i], used), w), looks_[i], s);
    }
    return out;
}

}  // namespace cli
