// SPDX-License-Identifier: Apache-2.0
// Decisions in running text: one sentence, or a proposal with its seconder and its vote in the sentences and lines behind it.
#include <algorithm>

#include <fmt/format.h>

#include "decision.hpp"
#include "parser.hpp"

namespace minutes {

namespace {

/// Sentences without a vote that may stand between a proposal and its outcome.
constexpr int longest_debate = 4;

void add(spans& to, const spans& more) { to.insert(to.end(), more.begin(), more.end()); }

}  // namespace

void parser::add_decision(const spans& where, std::string kind, const char* rule) {
    // A list of decisions repeats those of the text: one decision.
    const bool in_list = section == section_type::decisions;
    const auto said = fold(words_at(where));
    for (auto& d : m.decisions)
        if (d.item != current_item_id() && (in_list || d.text.rule == "decision-in-list") && fold(d.text.value.value_or("")) == said) {
            add(d.text.spans, where);
            return;
        }
    decision x;
    x.id = fmt::format("d{}", next_decision_id++);
    x.text = stated(words_at(where), where, rule);
    x.kind = std::move(kind);
    x.item = current_item_id();
    m.decisions.push_back(std::move(x));
}

void parser::take_votes(decision& d, const joined_text& j, std::size_t begin, const decision_sentence& s) const {
    const auto where = [&](span p) { return j.source(begin + p.begin, begin + p.end); };
    if (!s.mover.empty() && !d.mover.given()) d.mover = stated(words_at(where(s.mover)), where(s.mover), "mover");
    if (!s.seconder.empty() && !d.seconder.given()) d.seconder = stated(words_at(where(s.seconder)), where(s.seconder), "seconder");
    const auto said = where(s.text);
    const auto set = [&](traced<int>& into, std::optional<int> n) {
        if (!n || into.given()) return;
        into.value = n;
        into.spans = said;
        into.rule = "votes";
    };
    set(d.vote.for_, s.vote.for_);
    set(d.vote.against, s.vote.against);
    set(d.vote.abstain, s.vote.abstain);
    if (!s.vote.result.empty() && !d.vote.result.given()) d.vote.result = stated(s.vote.result, said, "votes");
}

void parser::close_motion() {
    if (motion.proposed && (motion.seconded || motion.passed) && !motion.lost) {
        motion.reading.id = fmt::format("d{}", next_decision_id++);
        motion.reading.text = stated(words_at(motion.words), motion.words, motion.passed ? "motion-carried" : "motion-seconded");
        motion.reading.item = current_item_id();
        m.decisions.push_back(std::move(motion.reading));
    }
    motion = {};
}

void parser::read_decision(const joined_text& j, span sentence, span before) {
    const auto s = sort_decision(std::string_view(j.text()).substr(sentence.begin, sentence.size()), words, known);
    const auto where = j.source(sentence.begin + s.text.begin, sentence.begin + s.text.end);
    const auto open = [&](const spans& text) {
        close_motion();
        motion.proposed = true;
        motion.words = text;
        motion.reading.kind = "carried";
    };
    switch (s.part) {
        case decision_part::none:
            last_sentence = j.source(sentence.begin, sentence.end);
            last_depth = block_depth;
            motion.decided = false;
            if (motion.proposed && ++motion.debate > longest_debate) close_motion();
            return;
        case decision_part::whole:
            close_motion();
            add_decision(where, s.kind, s.rule);
            take_votes(m.decisions.back(), j, sentence.begin, s);
            motion.decided = true;
            return;
        case decision_part::proposal:
            open(where);
            motion.seconded = s.second;
            motion.passed = s.vote.result == "carried";
            motion.lost = s.vote.result == "lost";
            take_votes(motion.reading, j, sentence.begin, s);
            return;
        case decision_part::second:
        case decision_part::outcome: break;
    }
    // A seconder or a vote alone: of the motion that is open, the decision just made, or what was said before.
    if (!motion.proposed && motion.decided && !m.decisions.empty()) {
        take_votes(m.decisions.back(), j, sentence.begin, s);
        return;
    }
    if (!motion.proposed) {
        spans text;
        if (!before.empty()) text = j.source(before.begin, before.end);
        else if (s.part == decision_part::second || block_depth > last_depth) text = last_sentence;
        add(text, where);
        open(text);
    } else {
        add(motion.words, where);
    }
    take_votes(motion.reading, j, sentence.begin, s);
    motion.lost |= s.vote.result == "lost";
    if (s.part == decision_part::second) motion.seconded |= s.second;
    if (s.part == decision_part::outcome) {
        motion.passed = true;
        if (motion.words == where || motion.reading.kind == "carried") motion.reading.kind = s.kind;
        close_motion();
        motion.decided = true;
    }
}

}  // namespace minutes
