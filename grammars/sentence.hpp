// SPDX-License-Identifier: Apache-2.0
// Sentences of running text, headings fused with the sentence behind them, and sentences that record a decision.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

/// The sentences of a text, in order, without the white space between them.  Abbreviations and figures end none.
[[nodiscard]] std::vector<span> sentences_in(std::string_view text, const lexicon& words);

/// Names that the document's own attendance gives, folded: they open sentences.
struct known_names {
    std::unordered_set<std::string> initials;
    std::unordered_set<std::string> formed;    ///< what the people's initials would be, folded, where the document may not give them
    std::unordered_set<std::string> names;  ///< forenames and surnames
    std::unordered_set<std::string> bodies;    ///< short forms of the bodies that it names: "sc" of "Steering Council"
    std::unordered_set<std::string> own;       ///< words with a capital at the head of the document, where the body that writes names itself
    std::unordered_set<std::string> small;     ///< words that the document writes small somewhere
    std::unordered_set<std::string> proper;    ///< words that the document writes with a capital inside sentences and lists, and never small
    std::unordered_set<std::string> speakers;  ///< "jb" of "jb: …", where a transcript names who speaks
};

struct heading_finding {
    std::size_t begin = 0, end = 0;  ///< the heading, without its colon
    std::size_t rest = 0;            ///< where the text behind it starts; the text's size when there is none
    int weight = 0;                  ///< evidence that it is a heading of its own
    const char* rule = "";
};

/// The heading that stands before the first sentence of a text: parted by a colon, a dash, a line end, or by
/// nothing but the capital with which the sentence opens ("Road safety The Board heard that …").
[[nodiscard]] std::optional<heading_finding> heading_at(std::string_view text, const lexicon& words, const known_names& known);

/// Whether the whole text can be a heading: short, no finite verb, no full stop.
[[nodiscard]] bool is_heading(std::string_view text, const lexicon& words);

struct decision_finding {
    span text;         ///< the sentence, or the clause behind a marker such as "RESOLVED:"
    std::string kind;  ///< "resolved", "agreed", "approved" …
    const char* rule = "";
};

/// The decision that a sentence records.
[[nodiscard]] std::optional<decision_finding> match_decision(std::string_view sentence, const lexicon& words);

}  // namespace minutes
