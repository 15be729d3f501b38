// SPDX-License-Identifier: Apache-2.0
// Cells of a worksheet: what the document says is a string, never a formula; days are days, counts are numbers.
#pragma once

#include <string>

#include "placed_table.hpp"
#include "sheet_looks.hpp"

namespace minutes {

class sheet_cells {
public:
    sheet_cells(placed_table at, sheet_looks& looks) : at_(at), looks_(looks) {}

    /// Writes the cell in row `r` of the sheet.  Whether its text had to be cut.
    bool write(lxw_row_t r, std::size_t column, const register_cell& content);
    /// What a person typed, as they typed it: a formula, a number with its format, a day, words.  Whether it had to be cut.
    bool write_typed(lxw_row_t r, lxw_col_t c, const register_cell& content, column_kind kind);
    void write_note(lxw_row_t r, lxw_col_t c, const cell_note* note);

private:
    /// Whether it could be written: a sheet holds so many links, and an address so many letters.
    bool write_link(lxw_row_t r, lxw_col_t c, const std::string& link, const std::string& text);
    /// The days are counted by the workbook, so that they follow a corrected date or status; ours stand in the cell until then.
    bool write_overdue(lxw_row_t r, lxw_col_t c, const register_cell& content);

    placed_table at_;
    sheet_looks& looks_;
    int links_ = 0;
};

}  // namespace minutes
