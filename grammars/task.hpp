// SPDX-License-Identifier: Apache-2.0
// Tasks as minutes set them apart in running text:
//   "ACTION: JB to write to the council by 3 May", "AP12 Clerk – chase the contractor",
//   "Action on Priya: book the hall", "to be circulated (JB)", "ACTION: MS/AB"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

/// A task without its marker.  All spans are bytes of the text it was found in; empty ones were not given.
struct task_finding {
    std::vector<span> owners;
    span text;            ///< the task, without owner and date where these stand apart
    span due;             ///< the words that say when: "by 3 May", without "by"
    const char* rule = "";
};

/// What a whole text, known to be a task, says: who, what, by when.
[[nodiscard]] task_finding match_task(std::string_view text, const lexicon& words);

/// A marker that says that a task follows: "ACTION:", "Action 3 –", "AP12:", "TODO", "[ ]".
struct marker_finding {
    std::size_t begin = 0, end = 0;  ///< the marker, a reference in it left out
    span ref;                        ///< "AP12", "3"; empty when it has none
    std::size_t rest = 0;            ///< where the task starts
};

/// The marker at the start of a text.
[[nodiscard]] std::optional<marker_finding> marker_at(std::string_view text, const lexicon& words);

/// Where markers stand inside a text, behind a sentence or in brackets.
[[nodiscard]] std::vector<marker_finding> markers_in(std::string_view text, const lexicon& words);

/// Whether the whole text names owners and nothing else, short enough to stand behind a marker.
[[nodiscard]] bool is_owners_only(std::string_view text, const lexicon& words);

}  // namespace minutes
