// SPDX-License-Identifier: Apache-2.0
// The decisions that are kept: their words, their votes, and the lists and numbered paragraphs that go on with them.
#include <algorithm>

#include <fmt/format.h>

#include "add_spans.hpp"
#include "decision.hpp"
#include "marker.hpp"
#include "owner_to.hpp"
#include "parser.hpp"
#include "task.hpp"
#include "reference.hpp"

namespace minutes {

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
    // "Minutes approved" heads "The minutes of 4 February were approved.": the sentence has it in full.
    const auto says_of = [&](const word& w) { return words.has(word_list::record_nouns, w) && std::any_of(said.begin(), said.end(), [&](const word& x) { return x.folded == w.folded; }); };
    if (!m.decisions.empty() && m.decisions.back().item == here && m.decisions.back().text.rule == "decision-in-heading") {
        const auto heading = words_in(m.decisions.back().text.value.value_or(""), words);
        if (std::any_of(heading.begin(), heading.end(), says_of)) drop_last_decision();
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
    // "It was agreed:" and a line right below it, without a mark of its own
    // that opens as clauses do, or is the first
    const auto opening = words_in(t, words, 1);
    const bool clause = !opening.empty() && (!opening[0].capital || words.has_any({word_list::clause_words, word_list::infinitive_marks}, opening[0]));
    const bool told = opening.empty() || words_in(t, words).size() < 3 || !markers_in(t, words, known).empty() || label_at(t, words).value_or(label_finding{}).marked || is_owner_to(t, words, known) || match_person(t, words).value_or(person_finding{}).weight >= 2;  // a task, a label, who signed
    const bool close = !listed_here && !told && at_block == motion.items_block + 1 && laid.blocks[at_block].blank_before == 0 && (clause || !motion.items_read);
    if (close) motion.items_block = at_block;
    const bool ended = listed_here && how.depth < motion.items_depth;
    if (motion.items && !ended && (listed_here || close) && begin < t.size()) {
        const auto said = t.substr(begin);
        // "Resolved" above "Ann: order the paint", "2. Ann to pay by 1 July": what is to be done
        if ((std::string_view(match_task(said, words, known).rule) == "owner-mark" && says_who(said)) || is_owner_to(said, words, known)) return false;
        if (!markers_in(said, words, known).empty()) return false;  // "- Action: Ann to tell the members"
        if (words.is_label(plain_words(said), label::none)) return true;
        motion.items_read = true;
        if (listed_here && motion.items_depth < 0) motion.items_depth = how.depth;
        add_decision(j.source(begin, t.size()), "agreed", "decision-in-list");
        return true;
    }
    const auto said_here = words_in(t, words);
    const bool sentence = !listed_here && trim(t).ends_with('.') && std::any_of(said_here.begin(), said_here.end(), [&](const word& w) { return !w.capital && words.has(word_list::verbs, w); });  // behind the list
    const bool heads_another = !listed_here && trim(t).ends_with(':') && words_in(t, words).size() > 3;  // "The following were thanked:"
    const bool to_do = !markers_in(t, words, known).empty() || (!listed_here && is_owner_to(t, words, known));  // "Action: Ann" below the list
    const bool parted = motion.listing > 1 && !listed_here && laid.blocks[at_block].blank_before > 0 && laid.blocks[at_block - 1].blank_before == 0;  // lines that stand close have ended
    if (motion.listing > 0 && !parted && !heads_another && !sentence && !to_do && !m.decisions.empty() && (listed_here || words_in(t, words).size() <= 14)) {
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
    motion.items_depth = -1;
    motion.listing = motion.numbered = 0;
    motion.sentence.clear();
    motion.counted = 0;
    return false;
}

}  // namespace minutes
