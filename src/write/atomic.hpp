// SPDX-License-Identifier: Apache-2.0
// Stage: bytes → a file that is there whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

#include <minutes/write.hpp>

namespace minutes {

/// What to do with a file that already stands under the name.
enum class existing_file { replace, keep };

/// Whether `path` is free to be written, so that work in vain is not begun.
[[nodiscard]] write_result may_write(const std::filesystem::path& path, existing_file);

/// Writes `bytes` under `path` by way of a temporary file in the same folder.
/// A symbolic link stays and its target is replaced; devices and pipes are written straight into.
[[nodiscard]] write_result write_atomically(const std::filesystem::path& path, std::string_view bytes, existing_file);

}  // namespace minutes
