// SPDX-License-Identifier: Apache-2.0
// Scans that are pictures: PNG, TIFF, JPEG.
#pragma once

#include "readers.hpp"

namespace minutes {

[[nodiscard]] int recognise_picture(std::string_view bytes);
[[nodiscard]] document read_picture(std::string_view bytes, const read_options& options);

}  // namespace minutes
