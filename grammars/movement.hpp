// SPDX-License-Identifier: Apache-2.0
// Comings and goings: "Cllr Bell arrived at 7.15pm", "Ann Bell and Tom Ash left the meeting after item 6",
// and the notes behind a name: "(from item 4)", "(until 11:30)", "arrived 19:20".
#pragma once

#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

enum class movement { arrived, left, returned };

struct movement_finding {
    movement how = movement::arrived;
    span who;                 ///< the words that name the people; empty in a note
    span when;                ///< the time, or the item with "before" or "after"; empty when not said
    bool at_this_point = false;  ///< "at this point": at the item that is being read
    bool for_a_while = false;    ///< "left the room for item 6": away for that item only
    span all;                 ///< the words that say it
};

/// The comings and goings that a sentence tells, in order.
[[nodiscard]] std::vector<movement_finding> match_movements(std::string_view sentence, const lexicon& words);

/// What a note behind somebody's name says of his coming and going; only what names a time or an item.
[[nodiscard]] std::vector<movement_finding> match_movement_note(std::string_view note, const lexicon& words);

}  // namespace minutes
