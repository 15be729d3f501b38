// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "console.hpp"

namespace cli {

/// Rows under heads in aligned columns.  Columns without a word in them are left out;
/// the widest give way, and wrap, until the table fits the screen.
class text_table {
public:
    using row = std::vector<std::string>;

    explicit text_table(row heads) : heads_(std::move(heads)) {}
    void add(row cells) { rows_.push_back(std::move(cells)); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::string print(const screen& s) const;

private:
    row heads_;
    std::vector<row> rows_;
};

}  // namespace cli
