// SPDX-License-Identifier: Apache-2.0
// reStructuredText: headings by the lines under (and over) them, lists, fields, grids.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_rst(std::string_view bytes);
[[nodiscard]] document read_rst(std::string_view bytes, const read_options& options);

}  // namespace minutes
