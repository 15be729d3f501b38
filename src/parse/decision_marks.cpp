// SPDX-License-Identifier: Apache-2.0
// Markers that stand alone above what was decided: "**Decision**" / "The fair will be on 9 July.", "RESOLVED" / "That the budget be approved."
#include <algorithm>

#include "marker.hpp"
#include "motion_words.hpp"
#include "parser.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

using list = word_list;

enum class marker_kind { none, noun, verb };

/// "Decision:", "Resolution 2022/14" name what stands below; "RESOLVED", "It was agreed" need a clause there.
marker_kind sort_marker(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 4;  // words
    const auto read = words_in(text, words, longest + 1);
    words_view all = read;
    if (all.size() == 2 && all[0].upper && words.has(list::joining_words, all[0])) all = {read.begin() + 1, read.end()};  // "AND RESOLVED"
    if (all.empty() || all.size() > longest || !all[0].capital) return marker_kind::none;
    const bool counted = std::all_of(all.begin() + 1, all.end(), [](const word& w) { return w.digits; });
    if (counted && words.has(list::decision_markers, all[0])) return words.has(list::decision_verbs, all[0]) || words.has(list::past_words, all[0]) ? marker_kind::verb : marker_kind::noun;
    const bool impersonal = all.size() == 3 && words.has(list::passive_words, all[1]) && words.has(list::decision_markers, all[2]);
    return impersonal ? marker_kind::verb : marker_kind::none;
}

}  // namespace

bool parser::heads_decision(std::size_t at) const {
    if (laid.blocks[at].in_cell) return false;
    const auto kind = sort_marker(words_at(laid.blocks[at].text), words);
    if (kind == marker_kind::none || !may_be_decided(at + 1)) return false;
    const auto said = words_at(laid.blocks[at + 1].text);
    if (kind == marker_kind::verb) return opens_with_clause(said, words) || words.has(list::infinitive_marks, words_in(said, words, 1).front());
    // What is a decision in its own words is read as one.
    const auto sentences = sentences_in(said, words);
    return std::none_of(sentences.begin(), sentences.end(), [&](span s) { return sort_decision(std::string_view(said).substr(s.begin, s.size()), words, known).part != decision_part::none; });
}

bool parser::may_be_decided(std::size_t at) const {
    constexpr std::size_t shortest = 3, longest = 60;  // words
    if (at >= laid.blocks.size()) return false;
    const auto& b = laid.blocks[at];
    const auto said = words_at(b.text);
    if (b.kind != laid_block::kind_type::line || b.in_cell || b.look.depth > 0 || !b.look.mark.empty() || heads.at(at) || number_at(said, words).value_or(number_finding{}).marked) return false;
    const auto all = words_in(said, words, longest + 1);
    if (std::all_of(all.begin(), all.end(), [&](const word& w) { return !words.columns(w).empty(); })) return false;  // "Item Decision Kind", the heads of columns
    return all.size() >= shortest && all.size() <= longest && all[0].capital && !said.ends_with(':') && !marker_at(said, words, known) && !words.status(all[0].folded) && !words.has(list::nothing_words, all[0]);
}

void parser::read_decision_below_marker(std::size_t at) {
    const auto& where = laid.blocks[at].text;
    const auto moved = motion.proposed && (motion.bare || motion.of_heading) ? std::optional(motion.reading) : std::nullopt;  // "Moved by JB" / "AND AGREED" / "To confirm the minutes"
    if (moved) motion = {};
    close_motion();
    leaves.paint(where, leaf::kind_type::prose, current_item_id());
    if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, where});
    // "Moved: JB", "Carried" below go with it.
    const auto part = at + 1 < laid.blocks.size() ? sort_decision(words_at(laid.blocks[at + 1].text), words, known).part : decision_part::none;
    if (part == decision_part::second || part == decision_part::outcome) {
        open_motion_on(where);
        motion.passed = true;
        motion.reading.kind = "resolved";
    } else {
        add_decision(where, "resolved", "decision-below-marker");
        if (moved) {
            m.decisions.back().mover = moved->mover;
            m.decisions.back().seconder = moved->seconder;
        }
    }
    last_prose = where;
    const auto marker = words_in(words_at(laid.blocks[at - 1].text), words, 1);
    if (decision_below == at && !marker.empty() && marker[0].folded.ends_with("s") && may_be_decided(at + 1)) decision_below = at + 1;  // "Decisions"
}

}  // namespace minutes
