// SPDX-License-Identifier: Apache-2.0
// OpenDocument texts (ISO/IEC 26300, OpenDocument 1.3), as LibreOffice and others write them.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_odt(std::string_view bytes);
[[nodiscard]] document read_odt(std::string_view bytes, const read_options& options);

}  // namespace minutes
