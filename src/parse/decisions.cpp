// SPDX-License-Identifier: Apache-2.0
// Decisions in running text: one sentence, or a proposal with its seconder and its vote in the sentences and lines behind it.
#include <algorithm>

#include <fmt/format.h>

#include "decision.hpp"
#include "parser.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

/// Sentences without a vote that may stand between a proposal and its outcome.
constexpr int longest_debate = 4;

void add(spans& to, const spans& more) { to.insert(to.end(), more.begin(), more.end()); }

/// "That the accounts be passed for payment.": the words of a motion.
bool opens_with_clause(std::string_view sentence, const lexicon& words) {
    const auto all = words_in(sentence, words, 3);
    return all.size() == 3 && all[0].capital && !words.has(word_list::infinitive_marks, all[0]) && words.has(word_list::clause_words, all[0]) && !words.has(word_list::verbs, all[1]);
}

/// "Votes": a heading that does not say on what.
bool names_a_vote(std::string_view heading, const lexicon& words) {
    const auto all = words_in(heading, words);
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const word& w) { return words.has(word_list::vote_nouns, w); });
}

/// Where the words behind "Motion:" start; 0 when no such label opens the text.
std::size_t motion_label(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, 2);
    return all.size() == 2 && all[0].after == ':' && words.has(word_list::motion_nouns, all[0].folded) ? all[1].begin : 0;
}

}  // namespace

void parser::add_decision(const spans& where, std::string kind, const char* rule) {
    // A list of decisions repeats those of the text: one decision.
    const bool in_list = section == section_type::decisions;
    constexpr double alike = 0.85;
    const auto said = words_in(words_at(where), words);
    const auto here = current_item_id();
    const auto repeats = [&](const decision& d) { return d.item != here && (in_list || d.text.rule == "decision-in-list") && likeness(words_in(d.text.value.value_or(""), words), said) >= alike; };
    const std::size_t candidates = in_list ? m.decisions.size() : listed_decisions.size();
    for (std::size_t i = 0; i < candidates; ++i) {
        const std::size_t k = in_list ? i : listed_decisions[i];
        if (k >= m.decisions.size() || !repeats(m.decisions[k])) continue;
        add(m.decisions[k].text.spans, where);
        return;
    }
    if (rule == std::string_view("decision-in-list")) listed_decisions.push_back(m.decisions.size());
    decision x;
    x.id = fmt::format("d{}", next_decision_id++);
    x.text = stated(words_at(where), where, rule);
    x.kind = std::move(kind);
    x.item = here;
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

spans parser::item_heading() {
    const item* it = current_item();
    return it && it->blocks.size() <= 1 ? it->heading.spans : spans{};
}

bool parser::read_further_decision(const joined_text& j, const look& how) {
    const std::string_view t = j.text();
    const auto n = number_at(t, words);
    const bool listed_here = how.depth > 0 || !how.mark.empty() || (n && n->marked);
    const std::size_t begin = text_behind_mark(j, how);
    if (motion.counted > 0 && n && n->marked && n->last == motion.counted + 1 && n->rest < t.size()) {
        add_decision(j.source(n->rest, t.size()), "resolved", "decision-counted");
        motion.counted = n->last;
        motion.decided = true;
        return true;
    }
    if (motion.items && listed_here && begin < t.size()) {
        add_decision(j.source(begin, t.size()), "agreed", "decision-in-list");
        return true;
    }
    if (motion.listing > 0 && !m.decisions.empty() && (listed_here || words_in(t, words).size() <= 14)) {
        constexpr int longest_list = 15, longest_marked = 2;
        if (++motion.listing > longest_list) motion.listing = 0;
        auto& d = m.decisions.back();
        if (motion.sentence.empty()) motion.sentence = d.text.spans;
        motion.numbered += n && n->marked;
        const bool schedule = motion.numbered > longest_marked;  // a list of payments, not names: the sentence decides, the list is its schedule
        if (schedule) d.text.spans = motion.sentence;
        else add(d.text.spans, j.source(0, t.size()));
        d.text.value = words_at(d.text.spans);
        if (!schedule) return true;
    }
    motion.items = false;
    motion.listing = motion.numbered = 0;
    motion.sentence.clear();
    motion.counted = 0;
    return false;
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
    auto s = sort_decision(std::string_view(j.text()).substr(sentence.begin, sentence.size()), words, known);
    if (s.marked && !motion.proposed) s.part = decision_part::whole;  // "Decision: all were in favour" with nothing moved before
    const auto where = j.source(sentence.begin + s.text.begin, sentence.begin + s.text.end);
    // "Motion: …": the sentences behind it in the block are the motion's words already.
    const bool held = motion.proposed && motion.held_block == at_block + 1 && !before.empty();
    if (held && s.part != decision_part::second && s.part != decision_part::outcome) return;
    const auto open = [&](const spans& text) {
        close_motion();
        motion.proposed = true;
        motion.words = text;
        motion.reading.kind = "carried";
    };
    if (motion.leading && before.empty()) close_motion();
    if (motion.leading && s.part != decision_part::outcome) {
        // "Motion passed.  The rules are approved …": the sentence behind it says what.
        motion.leading = false;
        add(motion.words, j.source(sentence.begin, sentence.end));
        close_motion();
        motion.decided = true;
        return;
    }
    switch (s.part) {
        case decision_part::none:
            last_sentence = j.source(sentence.begin, sentence.end);
            last_depth = block_depth;
            if (before.empty()) motion.decided = false;
            if (motion.proposed && ++motion.debate > longest_debate) close_motion();
            return;
        case decision_part::whole: {
            // "TO seconds.  Unanimous consent, the motion carries.", "… seconded by TO.  It was agreed that …": one decision with the motion before it.
            const auto in = words_in(words_at(where), words);
            const bool of_motion = std::any_of(in.begin(), in.end(), [&](const word& w) { return words.has_any({word_list::motion_nouns, word_list::carried_words}, w); });
            const bool follows = in.size() > 2 && words.has(word_list::impersonal_subjects, in[0]) && words.has(word_list::passive_words, in[1]) && !before.empty();
            // "Motion by JB, seconded by TO.  Minutes approved as corrected."
            const bool names_only = !before.empty() && (motion.bare || std::string_view(s.rule) == "decision-of-record");
            if (motion.proposed && (motion.seconded || motion.held_block > 0) && motion.debate == 0 && (of_motion || follows || names_only)) {
                add(motion.words, where);
                take_votes(motion.reading, j, sentence.begin, s);
                motion.passed = true;
                close_motion();
                motion.decided = true;
                return;
            }
            close_motion();
            // What the chair agrees to was put in the sentence before.
            if (!before.empty() && in.size() > 2 && words.has(word_list::articles, in[0]) && words.has(word_list::chair_nouns, in[1]) && words.has(word_list::decision_verbs, in[2])) {
                auto both = j.source(before.begin, before.end);
                if (!m.decisions.empty() && m.decisions.back().text.spans == both) {
                    m.decisions.pop_back();
                    --next_decision_id;
                }
                add(both, where);
                add_decision(both, s.kind, s.rule);
                motion.decided = true;
                return;
            }
            const auto said = trim(std::string_view(j.text()).substr(sentence.begin, sentence.size()));
            const auto all = words_in(said, words);
            if (said.ends_with(':') && all.size() > 1 && all.size() <= 8 && words.has(word_list::decision_verbs, all.back()) && !words.has(word_list::election_verbs, all.back())) {
                const bool following = all.size() > 2 && words.has(word_list::articles, all[0]) && words.has(word_list::follow_words, all[1]);
                motion.items = !following;
                motion.listing = following;
                if (!following) return;
            } else if (said.ends_with(':') && all.size() > 2 && all.size() <= 8 && ((words.has(word_list::articles, all[0]) && words.has(word_list::follow_words, all[1])) || s.rule == std::string_view("decision-opening"))) {
                motion.listing = 1;
            }
            // "Resolved: (1) That …": the clause stands behind its number.
            const auto clause = j.text().substr(sentence.begin + s.text.begin, s.text.size());
            std::size_t skip = 0;
            if (const auto n = number_at(clause, words); n && n->marked && n->last == 1 && std::string_view(s.rule) == "decision-marker") {
                skip = n->rest;
                motion.counted = 1;
            }
            // "Approval of the accounts – approved": the heading says what.
            spans both;
            if (before.empty() && !ahead.empty() && starts_lower(clause)) both = ahead;
            add(both, j.source(sentence.begin + s.text.begin + skip, sentence.begin + s.text.end));
            add_decision(both, s.kind, s.rule);
            take_votes(m.decisions.back(), j, sentence.begin, s);
            motion.decided = true;
            return;
        }
        case decision_part::proposal:
            open(where);
            if (const auto label = motion_label(j.text(), words); label > 0 && before.empty() && sentence.begin < label) {
                motion.words = j.source(label, trim(j.text()).size() + static_cast<std::size_t>(trim(j.text()).data() - j.text().data()));
                motion.held_block = at_block + 1;
            }
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
        auto& d = m.decisions.back();
        if (d.text.rule.starts_with("motion-")) {
            add(d.text.spans, where);
            d.text.value = words_at(d.text.spans);
        }
        take_votes(d, j, sentence.begin, s);
        return;
    }
    const bool says_motion = s.part == decision_part::outcome && words.has(word_list::proposal_words, fold(words_in(j.text().substr(sentence.begin, sentence.size()), words).front().folded));
    if (before.empty() && s.part == decision_part::outcome && says_motion && sentence.end + 1 < j.text().size() && !(motion.proposed && motion.debate == 0)) {
        close_motion();
        open(where);
        motion.leading = motion.passed = true;
        motion.lost = s.vote.result == "lost";
        take_votes(motion.reading, j, sentence.begin, s);
        return;
    }
    if (!motion.proposed) {
        spans text;
        if (!before.empty()) text = j.source(before.begin, before.end);
        else if (!ahead.empty()) text = ahead;
        else if (s.part == decision_part::second || block_depth > last_depth || opens_with_clause(words_at(last_sentence), words)) text = last_sentence.empty() && s.part == decision_part::second ? item_heading() : last_sentence;
        // "12 votes for" right below a heading is the vote on what the heading says.
        const bool counted = !s.decides && (s.vote.for_ || s.vote.against);
        if (text.empty() && before.empty() && s.part == decision_part::outcome && counted && !names_a_vote(words_at(item_heading()), words)) text = item_heading();
        // "All in favour." alone belongs to what was decided before it.
        if (text.empty() && s.part == decision_part::outcome && !s.decides) return;
        const bool bare = text.empty();
        add(text, where);
        open(text);
        motion.bare = bare;
    } else if (motion.held_block == 0) {
        add(motion.words, where);
    }
    take_votes(motion.reading, j, sentence.begin, s);
    motion.lost |= s.vote.result == "lost";
    const bool lost = motion.lost;
    if (s.part == decision_part::second) motion.seconded |= s.second;
    if (s.part == decision_part::outcome) {
        motion.passed = true;
        if (motion.words == where || motion.reading.kind == "carried") motion.reading.kind = s.kind;
        close_motion();
        motion.decided = !lost;
    }
}

}  // namespace minutes
