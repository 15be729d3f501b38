// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace minutes {

/// Takes up to `most` bytes of a file into `bytes`.  Why it cannot be read, in a few words; empty when it was.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path, std::size_t most, std::string& bytes);

}  // namespace minutes
