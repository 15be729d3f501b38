// SPDX-License-Identifier: Apache-2.0
// Org outlines: headings by stars with their TODO words, lists with boxes, tables, keywords.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_org(std::string_view bytes);
[[nodiscard]] document read_org(std::string_view bytes, const read_options& options);

}  // namespace minutes
