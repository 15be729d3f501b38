// SPDX-License-Identifier: Apache-2.0
// What ends the words of a task and says who has it, or how far it is: "… -> Ann", "… – JB – no answer yet", "… (DONE: sent in May)".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "sentence.hpp"

namespace minutes {

/// The people named at the end of a task, and the byte where its own words end.
struct owners_at_end {
    std::vector<span> owners;
    std::size_t task_end = 0;
};

/// People behind a mark that parts other things too ("/", "|", "->", "--", a row of dots), between two dashes, behind the last
/// full stop or a label such as "assigned to": only such as the document knows, unless a label says that they are owners.
[[nodiscard]] std::optional<owners_at_end> people_at_end(std::string_view text, std::size_t from, std::size_t to, const lexicon& words, const known_names& known);

/// The owners behind a label that opens bytes [begin, end): "assigned to Ann", "Lead: JB"; `marked`: a bracket parts it, so that one word will do.
[[nodiscard]] std::vector<span> labelled_owners(std::string_view text, std::size_t begin, std::size_t end, bool marked, const lexicon& words);

/// How far a task is, and the byte where its own words end.
struct status_at_end {
    span status;
    std::size_t task_end = 0;
};

/// "… (DONE: sent in May)", "… - DONE, they will answer": a status with words that tell more of it.
[[nodiscard]] std::optional<status_at_end> explained_status(std::string_view text, std::size_t from, std::size_t to, const lexicon& words);

}  // namespace minutes
