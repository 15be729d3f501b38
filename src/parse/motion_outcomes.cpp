// SPDX-License-Identifier: Apache-2.0
// How a motion went: the seconder, the vote and the verdict in the sentences and lines behind what was proposed.
#include <algorithm>

#include "add_spans.hpp"
#include "motion_words.hpp"
#include "parser.hpp"

namespace minutes {

namespace {

/// "Ash Carried", "Elected": cells of a table whose columns were lost, not an outcome in words.
bool is_cell(std::string_view outcome, const lexicon& words) {
    using list = word_list;
    const auto said = words_in(outcome, words);
    if (said.empty() || said.back().after == '.') return false;
    if (words.has(list::election_verbs, said[0])) return said.size() <= 2;
    const bool name = said[0].capital && !said[0].digits && !words.has_any({list::outcome_words, list::outcome_cores, list::motion_nouns, list::bodies, list::groups, list::proposal_words, list::second_words}, said[0]);
    return name && said.size() > 1 && words.has(list::carried_words, said.back());
}

/// "Moved: JB.  Seconded: TO.  That the hall be let.": whether the motion stands behind the names.
bool clause_behind(const parser& parser, const decision_place& p) {
    const auto behind = std::string_view(p.j.text()).substr(p.sentence.end);
    for (const span s : sentences_in(behind, parser.words)) {
        const auto said = behind.substr(s.begin, s.size());
        if (opens_with_clause(said, parser.words)) return true;
        if (sort_decision(said, parser.words, parser.known).part != decision_part::second) return false;
    }
    return false;
}

}  // namespace

decision_sentence parser::outcome_of(decision_sentence says) {
    says.part = decision_part::outcome;
    says.decides = true;
    return says;
}

/// "TO seconds.  Unanimous consent, the motion carries.", "… seconded by TO.  It was agreed that …": one decision with the motion before it.
bool parser::carries_open_motion(const decision_place& p) {
    const auto in = words_in(words_at(p.where), words);
    const bool of_motion = std::any_of(in.begin(), in.end(), [&](const word& w) { return words.has_any({word_list::motion_nouns, word_list::carried_words}, w); });
    const bool follows = in.size() > 2 && words.has(word_list::impersonal_subjects, in[0]) && words.has(word_list::passive_words, in[1]) && !p.before.empty();
    // "Motion by JB, seconded by TO.  Minutes approved as corrected."
    const bool of_it = !p.before.empty() && in.size() > 1 && (words.has(word_list::demonstratives, in[0]) || p.says.second || (words.has(word_list::articles, in[0]) && words.has(word_list::motion_nouns, in[1]))) && motion.debate == 0;  // "This was seconded and agreed", "The motion was seconded and the board voted to approve"
    const bool names_only = !p.before.empty() && (motion.bare || motion.of_heading || std::string_view(p.says.rule) == "decision-of-record");
    if (!motion.proposed || !(motion.seconded || motion.held_block > 0 || of_it) || motion.debate > 0 || !(of_motion || follows || names_only || of_it)) return false;
    if (motion.of_heading) motion.words.erase(motion.words.begin(), motion.words.begin() + static_cast<std::ptrdiff_t>(item_heading().size()));  // the sentence says what
    add(motion.words, p.where);
    take_votes(motion.reading, p.j, p.sentence.begin, p.says);
    motion.passed = true;
    close_motion();
    motion.decided = true;
    return true;
}

/// "…, to accept the minutes. All in favour. Minutes were accepted.": the last sentence says once more how the motion right before it went.
bool parser::repeats_outcome(const decision_place& p) {
    constexpr std::size_t longest = 5;  // words
    if (p.before.empty() || m.decisions.empty() || motion.proposed) return false;
    auto& d = m.decisions.back();
    const auto ahead_of_it = p.j.source(p.before.begin, p.before.end);
    if (!(d.mover.given() || d.seconder.given()) || d.text.spans.empty() || ahead_of_it.empty() || d.text.spans.back().end != ahead_of_it.back().end) return false;
    const auto in = words_in(words_at(p.where), words);
    if (in.empty() || in.size() > longest || !words.has(word_list::record_nouns, in[0]) || p.says.rule == std::string_view("decision-marker")) return false;
    add(d.text.spans, p.where);
    d.text.value = words_at(d.text.spans);
    take_votes(d, p.j, p.sentence.begin, p.says);
    if (!d.vote.result.given()) d.vote.result = stated(std::string("carried"), p.where, "votes");
    return true;
}

/// "There being no further debate, the motion carried.", behind a motion that was seconded.
bool parser::tells_outcome_of_motion(const decision_place& p) const {
    const auto said = words_in(words_at(p.where), words, 2);
    const bool names_it = !p.before.empty() && motion.debate == 0 && said.size() > 1 && words.has(word_list::articles, said[0]) && words.has(word_list::motion_nouns, said[1]);  // "The motion passed and …" right behind it
    return motion.proposed && (motion.seconded || motion.held_block > 0 || names_it) && p.says.mover.empty() && !p.says.second && !p.says.vote.result.empty();
}

/// A seconder or a vote behind a decision that was just made is its own.
bool parser::goes_with_decision(const decision_place& p) {
    if (motion.proposed || !motion.decided || m.decisions.empty()) return false;
    auto& d = m.decisions.back();
    if (!is_open(d.item)) return false;  // another item's vote
    if (p.before.empty() && p.says.part == decision_part::second && !p.says.mover.empty() && (d.mover.given() || d.seconder.given())) return false;  // the next motion
    if (p.says.part == decision_part::outcome && p.before.empty() && p.says.vote.result == "lost") return true;  // of something else
    // What a label "Motion:" opens has all its paragraph's words already.
    const bool told = !d.text.spans.empty() && !p.where.empty() && d.text.spans.back().end >= p.where.back().end;
    constexpr std::size_t longest_count = 3;  // words: "Against: 0" on a line of its own adds nothing, unless "For: 5" above it is there
    const bool goes_on = at_block > 0 && !laid.blocks[at_block - 1].text.empty() && !d.text.spans.empty() && d.text.spans.back().end >= laid.blocks[at_block - 1].text.back().end;
    const bool counts = !goes_on && p.before.empty() && !p.says.decides && (p.says.vote.for_ || p.says.vote.against || p.says.vote.abstain) && words_in(words_at(p.where), words, longest_count + 1).size() <= longest_count;
    if (!told && !counts && (d.text.rule.starts_with("motion-") || d.text.rule == "decision-in-heading")) {
        add(d.text.spans, p.where);
        d.text.value = words_at(d.text.spans);
    }
    take_votes(d, p.j, p.sentence.begin, p.says);
    // "Ayes: 1.  Nays: 4.": it was lost.
    if (d.vote.for_.value && d.vote.against.value && *d.vote.for_.value < *d.vote.against.value) {
        drop_last_decision();
        motion.decided = false;
    }
    return true;
}

/// "Motion passed.  …" at the head of a paragraph: what was decided stands behind it.
bool parser::leads_to_its_motion(const decision_place& p) {
    const std::string_view t = p.j.text();
    if (!p.before.empty() || p.says.part != decision_part::outcome || p.sentence.end + 1 >= t.size() || (motion.proposed && motion.debate == 0)) return false;
    if (!words.has(word_list::proposal_words, words_in(t.substr(p.sentence.begin, p.sentence.size()), words, 1).front())) return false;
    open_motion_on(p.where);
    motion.leading = motion.passed = true;
    motion.lost = p.says.vote.result == "lost";
    take_votes(motion.reading, p.j, p.sentence.begin, p.says);
    return true;
}

/// The cells before one that holds a verdict alone: "12 | Mend the parser | Approved"; nothing where the first names the verdict ("Result | Carried").
spans parser::row_before_cell() const {
    const auto& here = laid.blocks[at_block];
    spans out;
    std::size_t from = at_block;
    while (from > 0 && laid.blocks[from - 1].in_cell && laid.blocks[from - 1].table == here.table && laid.blocks[from - 1].row == here.row) --from;
    for (std::size_t k = from; k < at_block; ++k) add(out, laid.blocks[k].text);
    constexpr std::size_t longest = 12;  // words: more are minutes in a frame
    return out.empty() || words_in(words_at(out), words, longest + 1).size() > longest || !words.columns(fold(words_at(laid.blocks[from].text))).empty() ? spans{} : out;
}

/// What a seconder or a vote with no motion before it speaks of: the sentence before, or the heading.
spans parser::subject_of_outcome(const decision_place& p) {
    if (p.says.part == decision_part::second && clause_behind(*this, p)) return {};
    if (!p.before.empty()) return p.j.source(p.before.begin, p.before.end);
    if (!ahead.empty()) return ahead;
    const bool second = p.says.part == decision_part::second;
    if (second && clause_below()) return {};
    const auto above = words_at(last_sentence);
    if (names_a_vote(above, words) || names_counted_motion(above, words)) return {};  // "Vote:" over "For: 5", "Resolution 2022-14" over who moved it
    if (second || block_depth > last_depth || opens_with_clause(above, words)) {
        if (!last_sentence.empty()) return last_sentence;
        if (second) return item_heading();
    }
    // "12 votes for" right below a heading is the vote on what the heading says.
    const bool counted = !p.says.decides && (p.says.vote.for_ || p.says.vote.against);
    return !second && counted && !names_a_vote(words_at(item_heading()), words) ? item_heading() : spans{};
}

/// "The motion fell with 4 votes for and 9 against.": what was listed as resolved, or told right before, was not.
bool parser::falls_with_motion(const decision_place& p) {
    using list = word_list;
    if (p.says.part != decision_part::outcome || p.says.vote.result != "lost" || !p.before.empty() || m.decisions.empty()) return false;
    const auto in = words_in(words_at(p.where), words, 4);
    const std::size_t noun = !in.empty() && words.has(list::articles, in[0]) ? 1 : 0;
    const std::size_t verb = noun + 1 < in.size() && words.has(list::passive_words, in[noun + 1]) ? noun + 2 : noun + 1;
    if (verb >= in.size() || !words.has(list::motion_nouns, in[noun]) || !words.has(list::lost_words, in[verb])) return false;
    const auto of_motion = [&] { return !m.decisions.empty() && m.decisions.back().item == current_item_id() && m.decisions.back().text.rule == "decision-in-list"; };
    const bool listed = of_motion();
    if (!listed && !(motion.decided && !motion.proposed && m.decisions.back().item == current_item_id())) return false;
    do drop_last_decision();
    while (listed && of_motion());
    while (!listed_decisions.empty() && listed_decisions.back() >= m.decisions.size()) listed_decisions.pop_back();
    motion = {};
    return true;
}

void parser::read_second_or_outcome(const decision_place& p) {
    if (falls_with_motion(p)) return;
    // "Chair – Ann Bell" / "Proposed by TO, seconded by JB" / "Treasurer – Tom Ash" / "Proposed by …": the next motion
    if (motion.proposed && motion.seconded && motion.debate > 0 && p.before.empty() && p.says.part == decision_part::second && p.says.second && !p.says.mover.empty()) close_motion();
    if (goes_with_decision(p) || leads_to_its_motion(p)) return;
    if (!motion.proposed) {
        if (!p.says.decides && p.says.vote.abstain && !p.says.vote.for_ && !p.says.vote.against) return;  // "Abstain: none." alone
        const bool in_cell = at_block < laid.blocks.size() && laid.blocks[at_block].in_cell && p.before.empty();
        auto text = in_cell ? row_before_cell() : spans{};
        if (text.empty()) text = subject_of_outcome(p);
        const bool bare = text.empty();
        if (bare && in_cell && words_in(words_at(p.where), words, 2).size() == 1) return;  // "Agreed", "Seconded" above columns
        if (bare && p.says.part == decision_part::outcome && (!p.says.decides || is_cell(words_at(p.where), words))) return;  // "All in favour." alone belongs to what was decided before it
        const bool of_heading = !bare && p.before.empty() && text == item_heading();
        add(text, p.where);
        open_motion_on(text);
        motion.bare = bare;
        motion.of_heading = of_heading;
    } else if (motion.held_block == 0) {
        add(motion.words, p.where);
    }
    take_votes(motion.reading, p.j, p.sentence.begin, p.says);
    motion.lost |= p.says.vote.result == "lost";
    if (p.says.part == decision_part::second) {
        motion.seconded |= p.says.second;
        return;
    }
    const bool lost = motion.lost;
    motion.passed = true;
    if (motion.words == p.where || motion.reading.kind == "carried") motion.reading.kind = p.says.kind;
    close_motion();
    motion.decided = !lost;
}

}  // namespace minutes
