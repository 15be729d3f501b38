// SPDX-License-Identifier: Apache-2.0
#include <minutes/corrections.hpp>

#include <string>

#include "open_file.hpp"

namespace minutes {

corrections_result load_corrections(const std::filesystem::path& path) {
    constexpr std::size_t most = std::size_t{64} << 20;  // far more than anybody writes; what is cut is no TOML
    std::string bytes;
    if (const auto why = read_bytes(path, most, bytes); !why.empty()) {
        corrections_result r;
        r.diagnostics.push_back({"cannot-open", severity::error, {}, {}, "cannot read it: " + why, "Check the path and the permissions."});
        return r;
    }
    return parse_corrections(bytes);
}

}  // namespace minutes
