// SPDX-License-Identifier: Apache-2.0
// A task's words: who, what, by when.
//   "JB to write to the council by 3 May", "Priya: book the hall", "to be circulated (JB)", "MS/AB", "@jb to write"
#pragma once

#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "sentence.hpp"

namespace minutes {

/// A task without its marker.  All spans are bytes of the text it was found in; empty ones were not given.
struct task_finding {
    std::vector<span> owners;
    span text{};          ///< the task, without owner and date where these stand apart; empty when owners are all there is
    span due{};           ///< the words that say when: "by 3 May", without "by"
    span status{};        ///< the words that say how far it is: "complete"
    const char* rule = "";
    bool ahead = false;   ///< the owners stand ahead of the task
};

/// What a whole text, known to be a task, says.
[[nodiscard]] task_finding match_task(std::string_view text, const lexicon& words, const known_names& known = {});

}  // namespace minutes
