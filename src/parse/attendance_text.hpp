// SPDX-License-Identifier: Apache-2.0
// What a line near a list of people may be: an entry, a footnote, a sentence, people behind words of their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parser.hpp"

namespace minutes {

/// Whether somebody was not there.
/// "Sarah Pell, proposed by Ann Bell, seconded by Tom Ash": whether a text tells who proposed and seconded somebody.
[[nodiscard]] bool tells_election(std::string_view text, const lexicon& words);

[[nodiscard]] inline bool is_away(attendance how) { return how == attendance::apologies || how == attendance::absent; }

/// The mark that a footnote starts with: "*", "#", a dagger; empty when there is none.
[[nodiscard]] std::string_view footnote_mark(std::string_view text);

/// Whether any word outside brackets `is`, one by one.
template <class Is>
[[nodiscard]] bool any_outside_brackets(std::string_view text, const word_run& all, const Is& is) {
    int depth = 0;
    std::size_t behind = 0;
    for (const word& w : all) {
        for (; behind < w.begin; ++behind) depth += text[behind] == '(' ? 1 : text[behind] == ')' && depth > 0 ? -1 : 0;
        if (depth == 0 && is(w)) return true;
    }
    return false;
}

/// Whether a text is running prose: it has a verb in lower case outside brackets.
[[nodiscard]] bool is_sentence(std::string_view text, const lexicon& words);

/// Whether a sentence tells of something else than who came: "Ann Bell took the chair and …", but "Ann Bell, Tom Ash were noted".
[[nodiscard]] bool tells_more(std::string_view text, const lexicon& words);

/// "Receive External Group updates": a verb that tells what to do, and a small word at the end.
[[nodiscard]] bool asks_to_do(std::string_view text, const lexicon& words);

/// "Thanks to Tom for hosting us": four words and more without a mark, small ones among them that no name has.
[[nodiscard]] bool tells_small(std::string_view text, const lexicon& words);

/// "Leeds: Ann, Tom": the words behind the colon.
[[nodiscard]] std::string_view behind_place(std::string_view text);

/// Whether a line is an entry of a list: it has a bullet, a box or a depth.
[[nodiscard]] bool is_listed(const look& l, std::string_view text);

/// "Administration: Priya Lee, Superintendent", "Leeds: Ann, Tom": people behind words that neither name nor tell.
[[nodiscard]] bool starts_people(std::string_view text, const lexicon& words);

/// A text without its round brackets and what stands in them.
[[nodiscard]] std::string outside_brackets(std::string_view text);

/// The next label with its own colon behind byte `from` of a list: "Ann Bell, Tom Ash Apologies: Joe Moss"; its bytes count from the text's start.
[[nodiscard]] std::optional<attendance_label> label_inside(std::string_view text, std::size_t from, const lexicon& words);

/// "Guests Ann Bell", "Visitors Mr J Ash": bytes of the word for guests before people and nothing else; 0 when it is none.
[[nodiscard]] std::size_t length_of_guests_lead(std::string_view text, const lexicon& words);

}  // namespace minutes
