// SPDX-License-Identifier: Apache-2.0
// The cells of a workbook (ECMA-376 SpreadsheetML, as Excel, LibreOffice and others write it).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minutes/diagnostic.hpp>

#include "kept_register.hpp"

namespace minutes {

/// What a sheet has that its cells do not say.
struct sheet_extras {
    std::size_t pictures = 0;   ///< drawings: charts, pictures, shapes
    std::size_t merged = 0;     ///< ranges of merged cells
    std::size_t filled = 0;     ///< cells below the first row with a colour behind them
    std::size_t rich = 0;       ///< cells whose letters are formatted one by one
    std::size_t pivots = 0;
    bool threads = false;       ///< comments with answers
};

struct workbook_content {
    std::vector<kept_sheet> sheets;
    std::vector<sheet_extras> extras;  ///< one for each sheet
    bool readable = true;
    std::vector<diagnostic> diagnostics;  ///< what was damaged or refused
};

/// Reads any bytes; what is no workbook is not readable.
[[nodiscard]] workbook_content read_workbook(std::string_view bytes);

}  // namespace minutes
