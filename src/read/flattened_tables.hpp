// SPDX-License-Identifier: Apache-2.0
// Tables that lost their form before they came into a Markdown file: lines whose cells
// stand behind tabs or runs of blanks.  Markdown would take their gaps and indents away.
#pragma once

#include <string_view>
#include <vector>

#include <minutes/span.hpp>

namespace minutes {

/// The runs of such lines behind `from`, each from the start of its first line to behind the end of its last; all of the
/// file when it has such lines and no mark of Markdown.
[[nodiscard]] std::vector<span> find_flattened_tables(std::string_view utf8, std::size_t from);

}  // namespace minutes
