// SPDX-License-Identifier: Apache-2.0
// Which parts a part of an OOXML package names (ISO/IEC 29500-2, 9.3: relationships).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "package.hpp"

namespace minutes {

struct part_relation {
    std::string id;      ///< by which the part refers to it
    std::string kind;    ///< the last piece of its type's address: "styles", "worksheet"
    std::string target;  ///< the part's name in the package; of what is outside, its address
    bool external = false;
};

/// The relations of the part of this name, in their order; of the package itself where the name is empty.
[[nodiscard]] std::vector<part_relation> relations_of(package& from, std::string_view part);

}  // namespace minutes
