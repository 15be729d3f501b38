// SPDX-License-Identifier: Apache-2.0
// Columns without ruling lines: gaps that run down through several lines.
#pragma once

#include <vector>

#include "page_paragraphs.hpp"

namespace minutes {

/// Lines side by side.
struct column_run {
    enum class kind_type {
        rows,    ///< a table: its cells belong together across
        columns, ///< running text: one column is read after the other
        owners   ///< text, and few words beside its paragraphs
    };
    using row = std::vector<std::vector<text_line>>;  ///< the lines of each cell, by column

    kind_type kind = kind_type::rows;
    std::size_t begin = 0, end = 0;  ///< of the lines that were given
    std::vector<float> edges;        ///< of the columns, from left to right
    std::vector<row> rows;           ///< `columns`: one row
};

/// The runs of lines that stand side by side, in order; the page's text ends at `margin`, in points.  Lines whose gaps say nothing of columns are in none;
/// rows of two or three short cells are left to be lines with tabs.
[[nodiscard]] std::vector<column_run> find_column_runs(const std::vector<text_line>& lines, float margin);

}  // namespace minutes
