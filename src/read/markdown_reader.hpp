// SPDX-License-Identifier: Apache-2.0
// Markdown (CommonMark with tables, task lists and strikethrough) with front matter in YAML or TOML.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_markdown(std::string_view bytes);
[[nodiscard]] document read_markdown(std::string_view bytes, const read_options& options);

}  // namespace minutes
