// SPDX-License-Identifier: Apache-2.0
#include <minutes/corrections.hpp>

#include "open_file.hpp"

namespace minutes {

corrections_result load_corrections(const std::filesystem::path& path) { return parse_written_file(path, std::size_t{64} << 20, parse_corrections); }

}  // namespace minutes
