// SPDX-License-Identifier: Apache-2.0
// A meeting's text → passages to search in: the agenda's items, each with all that belongs to it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

struct passage {
    minutes::span span;  ///< of the meeting's text
    std::string item;    ///< id of the item that begins here or goes on; empty in front of the first
};

/// The whole text, in order, without a gap: cut where items of the top level begin, and at ends of lines where a passage
/// would be longer than 16 KB.
[[nodiscard]] std::vector<passage> passages_of(const meeting& m);

}  // namespace minutes
