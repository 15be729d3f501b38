// SPDX-License-Identifier: Apache-2.0
// A task that no marker sets apart, but its form: "JB to write to the council".
#pragma once

#include <string_view>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "sentence.hpp"

namespace minutes {

/// "JB to write to the council", "@jb to check", "All to read the paper": somebody known, "to" and a verb.
/// `alone`: it is a line of its own, so that a name which the document gives nowhere else may stand there too.
[[nodiscard]] bool is_owner_to(std::string_view line, const lexicon& words, const known_names& known, bool alone = true);

/// The sentences at the end of a paragraph that give somebody something to do; the last sentence when none says so. They start
/// no earlier than the last one that opens with `owner`: "Jane Bell to write …" beside "Jane Bell".
[[nodiscard]] span task_before_owner(std::string_view paragraph, std::string_view owner, const lexicon& words);

/// Whether a sentence of a paragraph gives somebody something to do: "Posters to be printed".
[[nodiscard]] bool gives_task(std::string_view paragraph, const lexicon& words);

}  // namespace minutes
