// SPDX-License-Identifier: Apache-2.0
// What a document is called where others read it: its file's name, since folders are their owner's affair.
#pragma once

#include <string>
#include <string_view>

#include <minutes/meeting.hpp>

namespace minutes {

/// "march.txt" of "2014/march.txt".
[[nodiscard]] inline std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }
[[nodiscard]] inline std::string file_name(const source& s) { return std::string(file_name(std::string_view(s.name))); }

}  // namespace minutes
