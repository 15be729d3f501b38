// SPDX-License-Identifier: Apache-2.0
// Whom the words of a task name: "JB", "Ann and Tom", "@jb and @mike", "the Clerk".
#pragma once

#include <string_view>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"
#include "sentence.hpp"

namespace minutes {

/// The owners that bytes [begin, end) of a text name, and nothing else; empty when they name none.
[[nodiscard]] std::vector<span> owners_in(std::string_view text, std::size_t begin, std::size_t end, const lexicon& words);

/// The same of a whole text.
[[nodiscard]] inline std::vector<span> owners_in(std::string_view text, const lexicon& words) { return owners_in(text, 0, text.size(), words); }

/// The handles that bytes [begin, end) are: "@jb", "@mike and @jo"; empty when anything else stands among them.
[[nodiscard]] std::vector<span> handles_in(std::string_view text, std::size_t begin, std::size_t end, const lexicon& words);

/// Words that a transcript has as speakers, or that the document gives as initials or names: "mnot", "(dc)"; empty when any is not.
[[nodiscard]] std::vector<span> speakers_in(std::string_view text, std::size_t begin, std::size_t end, const lexicon& words, const known_names& known);

/// Somebody whom the document gives, by initials or a name, or a given name: "JB", "Ann", "Ann/Tom".
[[nodiscard]] bool is_known_person(const word& w, const lexicon& words, const known_names& known);

/// Whether the whole text names owners and nothing else, short enough to stand behind a marker.
[[nodiscard]] bool is_owners_only(std::string_view text, const lexicon& words);

/// Whether every word can only be of an owner: initials, somebody known, a post or a body.
[[nodiscard]] bool are_certain_owners(std::string_view text, const lexicon& words, const known_names& known);

/// Owners behind the text of a paragraph, set off by a tab or blanks, or behind its last full stop; empty when there are none.
[[nodiscard]] span owners_behind(std::string_view paragraph, const lexicon& words, const known_names& known);

}  // namespace minutes
