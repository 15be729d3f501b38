// SPDX-License-Identifier: Apache-2.0
// A table as it grows from page to page.
#pragma once

#include <vector>

#include "page_columns.hpp"
#include "page_grids.hpp"
#include "paragraph_writer.hpp"

namespace minutes {

class page_table {
public:
    page_table(std::vector<float> edges, bool ruled) : edges_(std::move(edges)), ruled_(ruled) {}

    /// Whether a table with these columns, on the next page, is the same.
    [[nodiscard]] bool goes_on(const std::vector<float>& edges, bool ruled) const;

    /// Adds the rows of a ruled table's page; `words` are those of each cell.  When the page is not the table's first
    /// and its first row is the rest of the last one, the cells that the page cut are one again.
    void add(const page_grid& g, const std::vector<std::vector<page_word>>& words, std::size_t page);

    void add(const column_run& run);

    void write(paragraph_writer& to) &&;

private:
    struct cell {
        page_cell where;
        std::vector<paragraph> text;
        [[nodiscard]] bool empty() const { return text.empty(); }
    };

    [[nodiscard]] bool is_rest(const std::vector<cell>& cells) const;
    void add_rest(const cell& rest);

    std::vector<float> edges_;
    bool ruled_;
    std::uint32_t rows_ = 0;
    std::vector<cell> cells_{};
};

}  // namespace minutes
