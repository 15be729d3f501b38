// SPDX-License-Identifier: Apache-2.0
// PDF, through poppler's programs.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_pdf(std::string_view bytes);
[[nodiscard]] document read_pdf(std::string_view bytes, const read_options& options);

}  // namespace minutes
