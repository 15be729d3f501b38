// SPDX-License-Identifier: Apache-2.0
// A task's words: who, what, by when.
//   "JB to write to the council by 3 May", "Priya: book the hall", "to be circulated (JB)", "MS/AB", "@jb to write"
#pragma once

#include <string>
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
};

/// What a whole text, known to be a task, says.
[[nodiscard]] task_finding match_task(std::string_view text, const lexicon& words, const known_names& known = {});

/// Whether the whole text names owners and nothing else, short enough to stand behind a marker.
[[nodiscard]] bool is_owners_only(std::string_view text, const lexicon& words);

/// "JB to write to the council", "@jb to check", "All to read the paper" as a line of its own: somebody known, "to" and a verb.
[[nodiscard]] bool is_owner_to(std::string_view line, const lexicon& words, const known_names& known);

/// Owners behind the text of a paragraph, set off by a tab or blanks, or behind its last full stop; empty when there are none.
[[nodiscard]] span owners_behind(std::string_view paragraph, const lexicon& words, const known_names& known);

/// The sentences at the end of a paragraph that give somebody something to do; the last sentence when none says so.
[[nodiscard]] span task_before_owner(std::string_view paragraph, const lexicon& words);

/// "Assigned to: JB", "Due date: 3 May", "Status: done" behind or below a task.
struct task_field {
    column what;                     ///< owner, due or status
    std::size_t begin = 0, rest = 0; ///< its label; where its value starts
    std::size_t end = 0;             ///< of its value
};

/// The labelled fields of a task in a text, in order.
[[nodiscard]] std::vector<task_field> task_fields_in(std::string_view text, const lexicon& words);

}  // namespace minutes
