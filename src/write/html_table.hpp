// SPDX-License-Identifier: Apache-2.0
// Stage: rows → a table of a page.  Columns without a word in them are left out;
// narrow screens show a row as a card, so each cell bears its column's name.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "html_node.hpp"

namespace minutes {

struct page_column {
    std::string_view name;
    std::string_view look;                               ///< class of its cells
    std::function<void(xml_node cell, std::size_t row)> fill;
    bool names_row = false;                              ///< its cells are the rows' headings
};

/// `dress` sets what a row itself bears: its id.
void write_table(xml_node section, std::string_view caption, std::size_t rows, const std::vector<page_column>& columns,
                 const std::function<void(xml_node line, std::size_t row)>& dress);

}  // namespace minutes
