// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include <minutes/diagnostic.hpp>

namespace minutes {

/// Takes up to `most` bytes of a file into `bytes`.  Why it cannot be read, in a few words; empty when it was.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path, std::size_t most, std::string& bytes);

/// What `parse` makes of a file that somebody wrote for us; a file that cannot be opened gives the error `cannot-open`.
/// @param most  bytes, far more than anybody writes: what is cut is no TOML
template <class Result>
[[nodiscard]] Result parse_written_file(const std::filesystem::path& path, std::size_t most, Result (*parse)(std::string_view toml)) {
    std::string bytes;
    const std::string why = read_bytes(path, most, bytes);
    if (why.empty()) return parse(bytes);
    Result r;
    r.diagnostics.push_back({"cannot-open", severity::error, {}, {}, "cannot read it: " + why, "Check the path and the permissions."});
    return r;
}

}  // namespace minutes
