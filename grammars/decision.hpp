// SPDX-License-Identifier: Apache-2.0
// What a sentence does for a decision.  A decision may take several sentences, one after the other:
//   "JB proposed that the hall be let.  Seconded by TO.  Carried, 5 for and 2 against."
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "sentence.hpp"
#include "vote.hpp"

namespace minutes {

enum class decision_part {
    none,
    whole,     ///< records a decision by itself: "It was agreed that …", "RESOLVED: …"
    proposal,  ///< puts a question: "JB proposed …", "Motion to …"; decided once it is seconded or voted on
    second,    ///< "Seconded by TO.": goes with the proposal before it
    outcome    ///< "Carried unanimously.", "All in favour.": goes with what was said before it
};

struct decision_sentence {
    decision_part part = decision_part::none;
    span text{};         ///< the sentence, or the clause behind a marker such as "RESOLVED:"
    std::string kind;    ///< "resolved", "agreed", "approved" …
    const char* rule = "";
    bool marked = false;  ///< outcome: behind a marker, "Decision: …"
    bool decides = false; ///< outcome: a verb of deciding is among its words, not only who was in favour
    bool second = false; ///< proposal: the sentence names a seconder
    span mover{}, seconder{};
    vote_finding vote{};
};

/// Sorts a sentence.  `known` keeps a person's initials from being taken for a body's.
[[nodiscard]] decision_sentence sort_decision(std::string_view sentence, const lexicon& words, const known_names& known);

/// What a heading says that became of its item: "Minutes of the last meeting – agreed".
[[nodiscard]] std::optional<decision_sentence> match_decision_of_heading(std::string_view heading, const lexicon& words, const known_names& known);

/// "J. Tom Hurl moved …": the letter that opens a text is somebody's, and counts nothing.
[[nodiscard]] bool opens_with_initial(std::string_view text, const lexicon& words, const known_names& known);

}  // namespace minutes
