// SPDX-License-Identifier: Apache-2.0
// Which cells of a workbook are days: those whose number format shows one (ECMA-376 part 1, 18.8.30 and 18.8.31).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace minutes {

/// The cell formats of a workbook, by their number (`s` of a cell).
struct cell_formats {
    struct format {
        std::string code;  ///< of the number format; empty for General
        bool filled = false;
    };
    std::vector<format> all;

    [[nodiscard]] const format& at(std::size_t n) const;
};

[[nodiscard]] cell_formats read_cell_formats(const pugi::xml_node& style_sheet);

/// Whether numbers in this format are shown as days: it has a year or a day outside quotation marks and brackets.
[[nodiscard]] bool shows_days(std::string_view code);

}  // namespace minutes
