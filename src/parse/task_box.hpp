// SPDX-License-Identifier: Apache-2.0
// Boxes to be ticked before tasks.
#pragma once

#include <string_view>

namespace minutes {

/// A box before a task: "[ ]", "[x]", "☐", "☑".
struct box {
    std::size_t size = 0;  ///< bytes with the blank behind it; 0 for none
    bool ticked = false;
};

/// The box at the head of a text.
inline box box_at(std::string_view t) {
    for (const std::string_view open : {"[ ] ", "[] ", "\u2610 "})
        if (t.starts_with(open)) return {open.size(), false};
    for (const std::string_view ticked : {"[x] ", "[X] ", "\u2611 ", "\u2612 "})
        if (t.starts_with(ticked)) return {ticked.size(), true};
    return {};
}

}  // namespace minutes
