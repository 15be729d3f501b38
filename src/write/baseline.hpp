// SPDX-License-Identifier: Apache-2.0
// The sheet Baseline of a register: for each row what the minutes say, as it was written last.  What stands
// differently in the row's own sheet was typed there.  Where nobody knows what the minutes said, because the sheet was
// deleted, the row's column "Not known" names the columns; what stands there, be it nothing, counts as typed.
#pragma once

#include <functional>
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

/// The sheet, for the tables in this order.  Its rows, as many as those of all other sheets and as wide as all of them together,
/// come one by one: held at once they would need more memory than all the rest.
class baseline_sheet {
public:
    /// @param kept  what an update has made of it; null for sheets that nobody has worked in
    baseline_sheet(const std::vector<register_table>& sheets, const baseline* kept);

    [[nodiscard]] const register_table& heads() const { return heads_; }  ///< without rows
    [[nodiscard]] std::size_t rows() const { return rows_; }
    void each_row(const std::function<void(const register_row&)>& use) const;

private:
    void add_column(const std::string& name);

    const std::vector<register_table>& sheets_;
    const baseline* kept_;
    register_table heads_;
    std::map<std::string, std::size_t, std::less<>> places_;  // of columns
    std::size_t rows_ = 0;
};

/// Gives each row of a sheet what it is known by, where it has nothing yet.
void give_keys(register_table& t);

}  // namespace minutes
