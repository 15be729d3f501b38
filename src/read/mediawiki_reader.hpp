// SPDX-License-Identifier: Apache-2.0
// MediaWiki: headings, lists, tables, bold print and links; templates are kept as they stand.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_mediawiki(std::string_view bytes);
[[nodiscard]] document read_mediawiki(std::string_view bytes, const read_options& options);

}  // namespace minutes
