// SPDX-License-Identifier: Apache-2.0
// The sheet Baseline of a register: for each row what the minutes say, as it was written last.  What stands
// differently in the row's own sheet was typed there.  Where nobody knows what the minutes said, because the sheet was
// deleted, it says so: "(not known) Hal Penrose"; what stands in such a cell, be it nothing, counts as typed.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kept_register.hpp"
#include "table.hpp"

namespace minutes {

inline constexpr std::string_view baseline_name = "Baseline";

/// What the minutes say in a row, by column.
struct baseline_row {
    std::string key;
    std::map<std::string, std::string, std::less<>> values{};  ///< those that are not empty
    std::set<std::string, std::less<>> unknown{};               ///< columns whose value stood there, whoever wrote it

    [[nodiscard]] const std::string& at(std::string_view column) const;
    [[nodiscard]] bool knows(std::string_view column) const { return !unknown.contains(column); }
};

/// The rows of each sheet.
using baseline = std::map<std::string, std::vector<baseline_row>, std::less<>>;

/// The baseline that a register was written with; empty when its sheet is gone.
[[nodiscard]] baseline read_baseline(const kept_register& kept);

/// A row's values, as a baseline keeps them.
[[nodiscard]] baseline_row baseline_of(const register_table& t, const register_row& r);

/// A value of a baseline as a cell again: in a column of dates it is a date.
[[nodiscard]] register_cell cell_from_baseline(const register_table& t, std::string_view column, const std::string& text);

/// The baseline of sheets that nobody has worked in.
[[nodiscard]] baseline baseline_of(const std::vector<register_table>& sheets);

/// The sheet, for the tables in this order.
[[nodiscard]] register_table baseline_table(const baseline& all, const std::vector<register_table>& sheets);

/// Gives each row of a sheet what it is known by, where it has nothing yet.
void give_keys(register_table& t);

}  // namespace minutes
