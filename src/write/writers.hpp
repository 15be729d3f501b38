// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → bytes.  Each writer is a function `std::string NAME_of(const meeting_list&)`
// in a file of its own, entered in registry.cpp.
#pragma once

#include <string>
#include <vector>

#include <minutes/history.hpp>  // meeting_list: those of one document, in order; never empty

namespace minutes {

/// What a writer made, and what it found on the way.
struct written_output {
    std::string bytes;
    std::vector<diagnostic> findings{};
};

}  // namespace minutes
