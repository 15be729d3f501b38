// SPDX-License-Identifier: Apache-2.0
// Files that no reader reads, by what a person calls them: a refusal says what the file is.
#pragma once

#include <string_view>

namespace minutes {

/// "an Excel workbook", "a recording"; empty when the bytes tell nothing.
[[nodiscard]] std::string_view kind_of_file(std::string_view bytes);

}  // namespace minutes
