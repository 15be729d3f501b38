// SPDX-License-Identifier: Apache-2.0
// How the cells of a workbook look.
#pragma once

#include <map>
#include <string>

#include <xlsxwriter.h>

#include "kept_register.hpp"
#include "table.hpp"

namespace minutes {

/// The formats of a workbook, which owns them.
struct cell_looks {
    lxw_format *header = nullptr, *text = nullptr, *as_printed = nullptr, *date = nullptr, *number = nullptr, *link = nullptr, *title = nullptr;
    lxw_format *check = nullptr, *overdue = nullptr, *soon = nullptr, *done = nullptr;  ///< colours that conditions give
    lxw_format* one_line = nullptr;                                                     ///< for a program to compare
};

class sheet_looks : public cell_looks {
public:
    /// `dressed`: with colours and lines; published tables have none.
    sheet_looks(lxw_workbook* book, bool dressed);

    [[nodiscard]] lxw_format* of(column_kind kind) const;
    /// That of a cell in which a person typed, its number format kept.
    [[nodiscard]] lxw_format* of_typed(const kept_cell& cell, column_kind kind);

private:
    lxw_format* cell_format();
    lxw_format* colours(lxw_color_t ink, lxw_color_t paper = LXW_COLOR_UNSET);

    lxw_workbook* book_;
    bool dressed_;
    std::map<std::string, lxw_format*> typed_;  // by number format
};

}  // namespace minutes
