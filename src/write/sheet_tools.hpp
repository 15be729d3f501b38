// SPDX-License-Identifier: Apache-2.0
// What makes a sheet a tool: lists to choose from, colours that follow what is typed, heads that stay, pages that print.
#pragma once

#include <string>

#include "placed_table.hpp"
#include "sheet_looks.hpp"

namespace minutes {

/// How the sheets of a workbook are set up.
struct sheet_style {
    bool dressed = true;     ///< filters, frozen heads, colours, lists to choose from, page heads
    bool several = false;    ///< more than one meeting: the columns that tell them apart are printed
    std::string page_title;
    lxw_row_t top = 0;       ///< row of the table's heads; above it a title and what the table is
};

class sheet_tools {
public:
    sheet_tools(placed_table at, const sheet_looks& looks, const sheet_style& style) : at_(at), looks_(looks), style_(style) {}

    void dress();
    void set_page();

private:
    /// The words say it too: the days overdue, the status.
    void mark_days();
    void mark(lxw_col_t from, lxw_col_t to, std::string when, lxw_format* look);
    void mark_filled(lxw_col_t c);
    /// Warns of what the column's cells should not hold, and lets it stand.
    void validate(lxw_col_t c, lxw_data_validation v, std::string title, std::string message);
    void offer_statuses(lxw_col_t c);
    void ask_for_dates(lxw_col_t c);
    /// As many columns as can be read, less those at the end that say nothing.
    [[nodiscard]] std::size_t columns_on_paper() const;

    placed_table at_;
    const sheet_looks& looks_;
    const sheet_style& style_;
};

}  // namespace minutes
