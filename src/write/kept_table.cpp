// SPDX-License-Identifier: Apache-2.0
#include "kept_table.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace minutes {

namespace {

constexpr std::uint32_t rows_to_search = 50;  // for the heads

/// The row with the most of the known heads, and how many it has.
std::pair<std::uint32_t, std::size_t> row_of_heads(const kept_sheet& s, const std::vector<std::string_view>& known) {
    std::pair<std::uint32_t, std::size_t> best{0, 0};
    std::uint32_t row = 0;
    std::size_t n = 0;
    const auto settle = [&] {
        if (n > best.second) best = {row, n};
        n = 0;
    };
    for (const auto& [at, cell] : s.cells) {
        if (at.row != row) settle();
        if (at.row > rows_to_search) break;
        row = at.row;
        n += std::find(known.begin(), known.end(), comparable(cell.text)) != known.end() ? 1 : 0;
    }
    settle();
    return best;
}

}  // namespace

std::size_t kept_table::column(std::string_view head) const {
    return static_cast<std::size_t>(std::find(heads.begin(), heads.end(), head) - heads.begin());
}

const std::string& kept_table::text(const kept_row& r, std::size_t column) {
    static const std::string nothing;
    return column < r.cells.size() && r.cells[column] ? r.cells[column]->text : nothing;
}

const cell_note* kept_table::note(std::uint32_t row, std::size_t column) const {
    const auto found = sheet->notes.find({row, static_cast<std::uint32_t>(column)});
    return found == sheet->notes.end() ? nullptr : &found->second;
}

std::optional<kept_table> table_in(const kept_sheet& s, const std::vector<std::string_view>& known) {
    const auto [head_row, matches] = row_of_heads(s, known);
    if (matches < std::min<std::size_t>(2, known.size())) return {};
    kept_table t{&s, head_row};
    std::uint32_t width = 0;
    for (const auto& [at, cell] : s.cells) width = std::max(width, at.column + 1);
    for (const auto& [at, note] : s.notes) width = std::max(width, at.column + 1);
    t.heads.resize(width);
    const auto row_at = [&](std::uint32_t row) -> kept_row& {
        auto& rows = row < head_row ? t.above : t.rows;
        auto at = std::lower_bound(rows.begin(), rows.end(), row, [](const kept_row& r, std::uint32_t n) { return r.number < n; });
        if (at == rows.end() || at->number != row) at = rows.insert(at, {row, std::vector<const kept_cell*>(width)});
        return *at;
    };
    for (const auto& [at, cell] : s.cells) {
        if (at.row == head_row) t.heads[at.column] = comparable(cell.text);
        else row_at(at.row).cells[at.column] = &cell;
    }
    for (const auto& [at, note] : s.notes)
        if (at.row != head_row) row_at(at.row);
    return t;
}

std::string comparable(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '\r') out += c;
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    while (!out.empty() && blank(out.back())) out.pop_back();
    const auto first = std::find_if_not(out.begin(), out.end(), blank);
    return {first, out.end()};
}

std::optional<int> day_number(std::string_view iso) {
    int part[3] = {};
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
    const std::string_view pieces[3] = {iso.substr(0, 4), iso.substr(5, 2), iso.substr(8, 2)};
    for (int i = 0; i < 3; ++i)
        if (const auto r = std::from_chars(pieces[i].data(), pieces[i].data() + pieces[i].size(), part[i]); r.ec != std::errc{} || r.ptr != pieces[i].data() + pieces[i].size()) return {};
    using namespace std::chrono;
    const year_month_day d{year{part[0]}, month{static_cast<unsigned>(part[1])}, day{static_cast<unsigned>(part[2])}};
    if (!d.ok()) return {};
    return static_cast<int>((sys_days(d) - sys_days(year{1899} / December / 30)).count());
}

bool says(const kept_cell* cell, std::string_view value) {
    if (!cell) return value.empty();
    if (comparable(cell->text) == comparable(value)) return true;
    const auto day = cell->kind == kept_cell::kind_type::number ? day_number(value) : std::nullopt;
    return day && static_cast<double>(*day) == cell->number;
}

}  // namespace minutes
