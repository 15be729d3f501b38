// SPDX-License-Identifier: Apache-2.0
// Cuts a line into cells.
#include <algorithm>

#include "columns_finder.hpp"

namespace minutes {

raw_row columns_finder::cut_at(span line, char mark) const {
    raw_row row;
    std::uint32_t from = line.begin;
    for (std::uint32_t i = line.begin; i <= line.end; ++i) {
        if (i < line.end && text()[i] != mark) continue;
        row.push_back({trimmed(text(), {from, i}), 0});
        from = i + 1;
    }
    return row;
}

raw_row columns_finder::cut_at_bars(span line) const {
    const auto whole = trimmed(text(), line);
    auto row = cut_at(whole, '|');
    // "| a | b |": the bars at the ends part nothing.
    if (!whole.empty() && text()[whole.begin] == '|' && row.size() > 1) row.erase(row.begin());
    if (!whole.empty() && text()[whole.end - 1] == '|' && row.size() > 1) row.pop_back();
    return row;
}

raw_row columns_finder::cut_at_blanks(span line) const {
    raw_row row;
    std::size_t position = 0;
    std::uint32_t i = line.begin;
    while (i < line.end) {
        if (text()[i] == ' ' || text()[i] == '\t') {
            ++i;
            ++position;
            continue;
        }
        raw_cell c{{i, i}, position};
        while (i < line.end && !(text()[i] == '\t' || (text()[i] == ' ' && (i + 1 == line.end || text()[i + 1] == ' ' || text()[i + 1] == '\t')))) {
            if ((static_cast<unsigned char>(text()[i]) & 0xC0) != 0x80) ++position;
            ++i;
        }
        c.where.end = i;
        row.push_back(c);
    }
    return row;
}

raw_row columns_finder::cut_at_gaps(span line) const {
    auto row = cut_at_blanks(line);
    if (!row.empty() && row[0].position >= 2) row.insert(row.begin(), raw_cell{{line.begin, line.begin}, 0});
    for (auto& c : row)
        if (in(c.where) == "-" || in(c.where) == "\u2013") c.where.end = c.where.begin;
    return row;
}

raw_row columns_finder::cut(span line, separator how) const {
    switch (how) {
        case separator::tabs: return cut_at(line, '\t');
        case separator::bars: return cut_at_bars(line);
        case separator::aligned: return cut_at_blanks(line);
        case separator::gaps: return cut_at_gaps(line);
    }
    return {};
}

std::optional<separator> columns_finder::separator_of(span line) const {
    const auto t = in(line);
    if (t.find('\t') != t.npos) return separator::tabs;
    if (const auto bars = std::count(t.begin(), t.end(), '|'); bars >= 2 || (bars == 1 && t.find(" | ") != t.npos)) return separator::bars;
    const auto gap = std::adjacent_find(t.begin(), t.end(), [](char a, char b) { return a == ' ' && b == ' '; });
    if (gap != t.end() && cut_at_blanks(line).size() >= 3) return separator::aligned;
    return {};
}

}  // namespace minutes
