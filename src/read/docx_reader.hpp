// SPDX-License-Identifier: Apache-2.0
// Word documents: Office Open XML WordprocessingML (ECMA-376), with or without macros, which are never run.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_docx(std::string_view bytes);
[[nodiscard]] document read_docx(std::string_view bytes, const read_options& options);

}  // namespace minutes
