// SPDX-License-Identifier: Apache-2.0
// Tables as grids of texts, whatever their columns mean.
#pragma once

#include <string>
#include <vector>

#include "document.hpp"

namespace minutes {

using plain_table = std::vector<std::vector<std::string>>;  // rows of cells

/// Tables that the format marks, and lines in succession that tabs or bars part into cells.
[[nodiscard]] std::vector<plain_table> plain_tables_in(const document& d);

}  // namespace minutes
