// SPDX-License-Identifier: Apache-2.0
#include "cell_moves.hpp"

#include <algorithm>
#include <memory>

#include "formula_references.hpp"

namespace minutes {

cell_place cell_moves::after(cell_place before) const { return {row_after(before.row), column_after(before.column)}; }

std::uint32_t cell_moves::row_after(std::uint32_t row) const {
    const auto above = static_cast<std::uint32_t>(kept_.above.size());
    if (row <= kept_.head_row) return above - std::min(above, kept_.head_row - row);
    if (const auto exact = places_.find(row); exact != places_.end()) return above + 1 + exact->second;
    const std::uint32_t last = kept_.rows.empty() ? kept_.head_row : kept_.rows.back().number, end = above + rows_;
    return row > last ? end + (row - last) : std::min(row, end);
}

std::uint32_t cell_moves::column_after(std::uint32_t column) const {
    const auto exact = std::find_if(columns_.begin(), columns_.end(), [&](const merged_column& c) { return c.kept == column; });
    return exact == columns_.end() ? column : static_cast<std::uint32_t>(exact - columns_.begin());
}

void cell_moves::move_formulas(register_table& t) const {
    for (auto* rows : {&t.rows, &t.above})
        for (register_row& r : *rows)
            for (register_cell& c : r.cells) move_formula(c);
}

void cell_moves::move_formula(register_cell& c) const {
    if (!c.typed || c.typed->formula.empty()) return;
    kept_cell moved = *c.typed;
    moved.formula = with_references(moved.formula, [&](formula_reference r) {
        r.place = after(r.place);
        return r;
    });
    c.typed = std::make_shared<kept_cell>(std::move(moved));
}

}  // namespace minutes
