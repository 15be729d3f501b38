// SPDX-License-Identifier: Apache-2.0
// Plain text: UTF-8 with or without mark, UTF-16, Windows-1252, and UTF-8 with stray Windows-1252 bytes.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_text(std::string_view bytes);
[[nodiscard]] document read_text(std::string_view bytes, const read_options& options);

}  // namespace minutes
