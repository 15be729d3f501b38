// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → bytes.  Each writer is a function `std::string NAME_of(const meeting_list&)`
// in a file of its own, entered in registry.cpp.
#pragma once

#include <string>
#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

/// The meetings of one document, in order; never empty.
using meeting_list = std::vector<const meeting*>;

/// What a writer made, and what it found on the way.
struct written_output {
    std::string bytes;
    std::vector<diagnostic> findings{};
};

}  // namespace minutes
