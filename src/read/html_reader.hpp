// SPDX-License-Identifier: Apache-2.0
// HTML, as a browser shows it without scripts; nothing that it links to is fetched.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_html(std::string_view bytes);
[[nodiscard]] document read_html(std::string_view bytes, const read_options& options);

}  // namespace minutes
