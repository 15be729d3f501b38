// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "console.hpp"

namespace cli {

/// Rows under heads in aligned columns.  Columns without a word in them are left out; the widest give way, and
/// wrap, until the table fits the screen.  Where that would leave no room to read, each row stands as a record.
class text_table {
public:
    using row = std::vector<std::string>;

    explicit text_table(row heads) : heads_(std::move(heads)) {}
    /// `look` is for the whole row, where the screen has colours.
    void add(row cells, std::optional<style> look = {}) {
        rows_.push_back(std::move(cells));
        looks_.push_back(look);
    }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::string print(const screen& s) const;

private:
    row heads_;
    std::vector<row> rows_;
    std::vector<std::optional<style>> looks_;
};

}  // namespace cli
