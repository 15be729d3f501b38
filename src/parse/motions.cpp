// SPDX-License-Identifier: Apache-2.0
// Decisions in running text: one sentence, or a proposal with its seconder and its vote in the sentences and lines behind it.
#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "add_spans.hpp"
#include "motion_words.hpp"
#include "parser.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

/// Sentences without a vote that may stand between a proposal and its outcome.
constexpr int longest_debate = 4;

/// Words of a line that the one below it goes on with.
constexpr std::size_t shortest_wrapped = 6;

/// Whether a line with a mark or a number of its own stands right below.
bool entry_below(const parser& p) {
    const std::size_t below = p.at_block + 1;
    if (p.list_below()) return true;
    if (below >= p.laid.blocks.size() || p.laid.blocks[below].kind != laid_block::kind_type::line || p.heads.at(below)) return false;
    const auto n = number_at(p.words_at(p.laid.blocks[below].text), p.words);
    return n && n->marked;
}

}  // namespace

spans parser::item_heading() {
    const item* it = current_item();
    return it && it->blocks.size() <= 1 ? it->heading.spans : spans{};
}

void parser::close_motion() {
    if (motion.proposed && (motion.seconded || motion.passed) && !motion.lost) {
        motion.reading.id = fmt::format("d{}", next_decision_id++);
        if (!motion.words.empty()) {  // without its bullet
            const auto j = join({motion.words.front()});
            const auto behind = j.source(text_behind_mark(j, {}), j.text().size());
            if (!behind.empty()) motion.words.front() = behind.front();
        }
        motion.reading.text = stated(words_at(motion.words), motion.words, motion.passed ? "motion-carried" : "motion-seconded");
        motion.reading.item = current_item_id();
        m.decisions.push_back(std::move(motion.reading));
    }
    motion = {};
}

void parser::drop_last_decision() {
    m.decisions.pop_back();
    --next_decision_id;
}

void parser::open_motion_on(const spans& text) {
    close_motion();
    motion.proposed = true;
    motion.words = text;
    motion.reading.kind = "carried";
}

void parser::read_decision(const joined_text& j, span sentence, span before) {
    decision_place p{j, sentence, before, sort_decision(std::string_view(j.text()).substr(sentence.begin, sentence.size()), words, known), {}};
    auto& part = p.says.part;
    // "Decision: all were in favour" with nothing moved before
    if (p.says.marked && !motion.proposed && !motion.decided) {
        const bool lost = p.says.vote.result == "lost";
        p.says.decides |= !before.empty() && !lost;  // "The fee stays at £10. Decision: all in favour": the sentence before is what was decided
        part = lost ? decision_part::none : before.empty() ? decision_part::whole : decision_part::outcome;
    }
    p.where = j.source(sentence.begin + p.says.text.begin, sentence.begin + p.says.text.end);
    if ((part == decision_part::outcome || part == decision_part::whole) && before.empty() && tells_status_at_foot(j)) return;
    if (states_open_motion(p) || adds_clause(p)) return;
    if (motion.proposed && leaves_motion_undecided(std::string_view(j.text()).substr(sentence.begin, sentence.size()), words)) {
        motion = {};
        return pass_over_sentence(p);
    }
    // "…, seconded by TO.  Resolved."
    const auto said_here = std::string_view(j.text()).substr(sentence.begin, sentence.size());
    const auto said = words_in(said_here, words, 3);
    const bool resolves = part == decision_part::none && motion.proposed && motion.debate == 0 && !said.empty() && said.size() <= 2 && words.decision_kind(said[0]) && words.has(word_list::solving_verbs, said[0]) && (said.size() == 1 || words.has(word_list::unanimity_words, said[1]));
    if (resolves) {
        p.says.kind = *words.decision_kind(said[0]);
        p.says.decides = true;
        p.says.vote.result = "carried";
        p.where = j.source(sentence.begin, sentence.end);
        part = decision_part::outcome;
    }
    // "Motion: mend the fence.  4-0."
    if (const auto score = said.size() == 1 && motion.proposed && motion.held_block > 0 && motion.debate == 0 ? score_of(said[0], words) : std::nullopt) {
        part = decision_part::outcome;
        p.says.vote = *score;
        p.says.vote.result = *score->for_ > *score->against ? "carried" : "lost";
        p.where = j.source(sentence.begin, sentence.end);
    }
    if (counts_plus_votes(said_here)) return;
    // "Motion: …": the sentences behind it in the block are the motion's words already.
    const bool held = motion.proposed && motion.held_block == at_block + 1 && !before.empty();
    if (held && part != decision_part::second && part != decision_part::outcome) return;
    if (motion.leading && before.empty()) close_motion();
    if (part != decision_part::none && runs_into_resolution(p)) {
        close_motion();
        motion.runs_on = true;
        return take_votes(motion.reading, p.j, p.sentence.begin, p.says);
    }
    // "On the motion of JB, seconded by TO, it was resolved:" above "That the hall be let."
    if (part == decision_part::whole && !(p.says.mover.empty() && p.says.seconder.empty()) && trim(j.text()).ends_with(':') && sentence.end >= trim(j.text()).size() && clause_below()) {
        open_motion_on({});
        motion.bare = motion.passed = true;
        return take_votes(motion.reading, j, sentence.begin, p.says);
    }
    if (motion.leading && part != decision_part::outcome) return end_leading_motion(p);
    if (heads_list_of_decisions(trim(said_here), words)) {
        close_motion();
        motion.items = true;
        motion.items_block = at_block;
        return;
    }
    switch (part) {
        case decision_part::none: return pass_over_sentence(p);
        case decision_part::whole: return read_whole_decision(p);
        case decision_part::proposal: return read_proposal(p);
        case decision_part::second: case decision_part::outcome: return read_second_or_outcome(p);
    }
}

/// "ann: +1", "+1 (all)" below "Motion: …": the votes of who writes so.
bool parser::counts_plus_votes(std::string_view line) {
    if (!motion.proposed || motion.held_block == 0 || motion.held_block == at_block + 1) return false;
    const auto count = [&](std::string_view vote) {
        int n = 0;
        for (auto at = line.find(vote); at != line.npos; at = line.find(vote, at + vote.size()))
            n += (at == 0 || std::string_view(" \t:,;(`").find(line[at - 1]) != std::string_view::npos) && (at + vote.size() == line.size() || !std::isalnum(static_cast<unsigned char>(line[at + vote.size()])));
        return n;
    };
    const int plus = count("+1"), minus = count("-1");
    if (plus + minus == 0) return false;
    motion.plus_votes += plus - minus;
    motion.passed = motion.plus_votes > 0;
    return true;
}

/// "Moved by JB, seconded by TO" / "That the hall be let.": the line below the names says what they moved.
bool parser::states_open_motion(const decision_place& p) {
    if (!motion.proposed || !motion.bare || motion.debate > 0) return false;
    const std::string_view t = p.j.text();
    const bool opens_block = p.before.empty();
    if (!opens_with_clause(opens_block ? trim(t).substr(text_behind_mark(p.j, {})) : t.substr(p.sentence.begin, p.sentence.size()), words)) return false;
    motion.words = p.j.source(p.sentence.begin, opens_block ? t.size() : p.sentence.end);
    motion.bare = false;
    motion.held_block = opens_block ? at_block + 1 : 0;
    return true;
}

/// "That the board:" and below it "a) receive the report", "b) approve the fee": the clauses are the motion's.
bool parser::adds_clause(const decision_place& p) {
    const std::string_view t = p.j.text();
    const auto said = p.j.source(p.sentence.begin, p.sentence.end);
    if (p.before.empty() && !motion.proposed && trim(t).ends_with(':') && opens_with_clause(t.substr(text_behind_mark(p.j, {})), words) && entry_below(*this)) {
        open_motion_on(said);
        return true;
    }
    if (!motion.proposed || motion.debate > 0 || motion.words.empty()) return false;
    const auto& here = laid.blocks[at_block].look;
    const bool entry = here.depth > 0 || !here.mark.empty() || text_behind_mark(p.j, here) > 0;
    const auto above = words_at(motion.words);
    // "Moved by JB that the minutes of the Council" / "Meeting be adopted.": a line goes on with the one above, unless it opens as sentences do.
    const auto opening = words_in(words_at(said), words, 1);
    const bool opens = opening.empty() || known.names.count(opening[0].folded) || words.has_any({word_list::openers, word_list::subjects, word_list::articles, word_list::given_names, word_list::honorifics}, opening[0]);
    const bool wrapped = !entry && !opens && p.before.empty() && p.says.part == decision_part::none && laid.blocks[at_block].blank_before == 0 && !motion.seconded && motion.words.back().end < said.front().begin && std::string_view(".:;!?").find(above.back()) == std::string_view::npos && trim(t).ends_with('.') && words_in(above, words).size() > shortest_wrapped;
    const auto lead = words_in(above, words, 1);
    motion.clauses = entry && (motion.clauses || (above.ends_with(':') && !lead.empty() && !words.has(word_list::vote_nouns, lead.front())));  // not "Vote on the motion:"
    if (!motion.clauses && !wrapped) return false;
    add(motion.words, said);
    return true;
}

/// "It was moved by JB, seconded by TO and" above "RESOLVED: That …": the sentence has no end of its own, and the next block says what was resolved.
bool parser::runs_into_resolution(const decision_place& p) const {
    const std::size_t below = at_block + 1;
    if ((p.says.mover.empty() && p.says.seconder.empty()) || p.sentence.end < trim(p.j.text()).size() || below >= laid.blocks.size() || laid.blocks[below].kind != laid_block::kind_type::line) return false;
    const auto said = std::string_view(p.j.text()).substr(p.sentence.begin, p.sentence.size());
    const auto all = words_in(said, words);
    if (all.empty() || !(all.back().after == ',' || words.has_any({word_list::joining_words, word_list::passive_words, word_list::unanimity_words}, all.back())) || trim(said).ends_with('.')) return false;
    const auto next = join(laid.blocks[below].text);
    const auto resolved = sort_decision(std::string_view(next.text()).substr(text_behind_mark(next, laid.blocks[below].look)), words, known);
    return resolved.marked || resolved.rule == std::string_view("decision-marker");
}

/// Whether the next lines state a motion: "That the hall be let."
bool parser::clause_below() const {
    // "Seconded: TO" may stand between.
    for (std::size_t below = at_block + 1; below <= at_block + 2 && below < laid.blocks.size() && laid.blocks[below].kind == laid_block::kind_type::line; ++below) {
        const auto j = join(laid.blocks[below].text);
        const auto said = std::string_view(j.text()).substr(text_behind_mark(j, laid.blocks[below].look));
        if (opens_with_clause(said, words)) return true;
        if (sort_decision(said, words, known).part != decision_part::second) return false;
    }
    return false;
}

/// Whether a list stands below, and its first entry is not somebody.
bool parser::names_no_person_below() const {
    const std::size_t below = at_block + 1;
    if (below >= laid.blocks.size() || laid.blocks[below].kind != laid_block::kind_type::line || heads.at(below)) return false;
    const auto j = join(laid.blocks[below].text);
    const auto entry = std::string_view(j.text()).substr(text_behind_mark(j, laid.blocks[below].look));
    const auto n = number_at(j.text(), words);
    return (list_below() || (n && n->marked)) && !match_person(entry, words);
}

namespace {

/// "Decision:", "Key decisions", "Policies approved:" over a list of what was decided.
bool labels_decisions(std::string_view whole, const parser& p) {
    using list = word_list;
    const auto said = words_in(whole, p.words, 5);
    if (said.empty() || said.size() > 4) return false;
    const bool over_list = entry_below(p);
    if (said.size() == 1) return (whole.ends_with(':') || over_list) && (p.words.is_label(said[0].folded, label::decisions) || p.words.decision_kind(said[0]));
    if (!over_list) return false;
    if (p.words.is_label(p.plain_words(whole), label::decisions)) return true;
    // but not "Apologies accepted:" over names, "Actions agreed:" over tasks
    const bool things = said.size() == 2 && said[0].capital && said[0].folded.ends_with("s") && !p.words.has_any({list::task_nouns, list::apology_words, list::groups, list::bodies}, said[0]);
    return things && whole.ends_with(':') && p.words.has_any({list::acceptance_verbs}, said[1]) && p.names_no_person_below();
}

}  // namespace

/// "Motion passed.  The rules are approved …": the sentence behind it says what.
void parser::end_leading_motion(const decision_place& p) {
    motion.leading = false;
    add(motion.words, p.j.source(p.sentence.begin, p.sentence.end));
    close_motion();
    motion.decided = true;
}

void parser::pass_over_sentence(const decision_place& p) {
    last_sentence = p.j.source(p.sentence.begin, p.sentence.end);
    last_depth = block_depth;
    if (p.before.empty()) motion.decided = false;
    // "Decision:" and bullets, "RESOLVED:" and lines right below it
    const auto whole = trim(std::string_view(p.j.text()).substr(text_behind_mark(p.j, {})));
    const bool labelled = p.before.empty() && labels_decisions(whole, *this);
    if (labelled) {
        motion.items = true;
        motion.items_block = at_block;
    }
    if (motion.proposed && ++motion.debate > longest_debate) close_motion();
}

/// Whether a decision needs the sentence before it to say on what: "The chair agreed.", "These were accepted.", "Adopted unanimously and signed."
bool parser::leaves_subject_out(std::string_view decision) const {
    using list = word_list;
    constexpr std::size_t longest_answer = 6;  // words: "These were accepted by all."
    const auto in = words_in(decision, words);
    const auto is = [&](std::size_t i, list l) { return words.has(l, in[i]); };
    // "The Board agreed.", "Council concurred."
    if (in.size() > 1 && in.size() <= 3 && words.has(list::decision_verbs, in.back()) && is(in.size() - 2, list::bodies) && (in.size() == 2 || is(0, list::articles))) return true;
    if (in.size() < 3) return false;
    if (is(0, list::articles) && is(1, list::chair_nouns) && is(2, list::decision_verbs)) return true;
    if (is(0, list::demonstratives) && is(1, list::passive_words) && in.size() <= longest_answer) return true;
    const bool verb = is(0, list::decision_openers) && (in[0].after == ',' || words.has_any({list::unanimity_words, list::appointment_links}, in[1]));
    const bool manner = is(0, list::unanimity_words) && is(1, list::decision_openers) && (in[1].after == ',' || is(2, list::appointment_links));
    return verb || manner;
}

bool parser::agrees_to_sentence_before(const decision_place& p) {
    if (p.before.empty() || !leaves_subject_out(words_at(p.where))) return false;
    auto both = p.j.source(p.before.begin, p.before.end);
    if (!m.decisions.empty() && m.decisions.back().text.spans == both) {
        drop_last_decision();
    }
    add(both, p.where);
    add_decision(both, p.says.kind, p.says.rule);
    motion.decided = true;
    return true;
}

/// "Minutes signed by the chair.", behind their approval: nothing new was decided.
bool parser::signs_what_was_approved(const decision_place& p) {
    using list = word_list;
    if (m.decisions.empty() || m.decisions.back().item != current_item_id()) return false;
    const auto in = words_in(words_at(p.where), words), approved = words_in(words_at(m.decisions.back().text.spans), words);
    const auto any = [&](const word_run& all, const auto& which) { return std::any_of(all.begin(), all.end(), which); };
    const bool signs = any(in, [&](const word& w) { return words.has(list::signing_verbs, w); }) && !any(in, [&](const word& w) { return words.has(list::decision_verbs, w) && !words.has(list::signing_verbs, w); });
    return signs && any(in, [&](const word& w) { return words.has(list::record_nouns, w) && any(approved, [&](const word& a) { return a.folded == w.folded; }); });
}

/// "The Board agreed:", "The following were elected:": the list below has what was decided; false when the sentence is a decision too.
bool parser::heads_decisions(const decision_place& p) {
    using list = word_list;
    constexpr std::size_t longest_head = 12, longest_told = 8;  // words
    const auto said = trim(std::string_view(p.j.text()).substr(p.sentence.begin, p.sentence.size()));
    const auto all = words_in(said, words);
    if (all.size() < 2 || all.size() > longest_head) return false;
    // "It was unanimously agreed that", "The board agreed the following:"
    std::size_t verb = all.size();
    while (verb > 1 && words.has_any({list::clause_words, list::unanimity_words, list::articles, list::follow_words}, all[verb - 1])) --verb;
    // "The board resolved to do the following:"
    if (verb > 2 && verb < all.size() && words.has(list::infinitive_marks, all[verb - 2]) && words.has(list::open_words, all[verb - 1])) verb -= 2;
    const bool last = words.has(list::decision_verbs, all[verb - 1]) && !words.has(list::election_verbs, all[verb - 1]);
    const bool following = opens_with_following(all, words);
    const bool open = said.ends_with(':') || (words.has(list::clause_words, all.back()) && entry_below(*this));
    // "The following was agreed:" above what was; above names it is who
    const bool each = following && last && all.size() <= 5 && words.has(list::passive_words, all[2]) && names_no_person_below();
    if (last && open && (!following || each)) {
        motion.items = true;
        motion.items_block = at_block;
        return true;
    }
    if (!said.ends_with(':')) return false;
    // "It was resolved to approve the following payments:", "It was agreed that fees would be as follows:"
    const bool names_list = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::follow_words, w); }) || words.has(list::appointment_links, all[all.size() - 2]);
    const bool opens_clause = p.says.rule == std::string_view("decision-marker") && words.has(list::clause_words, all[1]);
    if ((names_list || opens_clause) && entry_below(*this)) motion.listing = 1;
    constexpr int longest_list = 15;
    if (opens_clause) motion.numbered = -longest_list;  // its clauses, however numbered, are of it
    if (all.size() > longest_told) return false;
    if (last) {
        motion.listing = 1;
        return false;
    }
    if (all.size() > 2 && (following || p.says.rule == std::string_view("decision-opening"))) motion.listing = 1;
    return false;
}

void parser::read_whole_decision(const decision_place& p) {
    if (carries_open_motion(p) || repeats_outcome(p)) return;
    // "Moved by JB", "Seconded by TO" above "RESOLVED: …": who moved it.
    const bool movers_above = motion.proposed && (motion.bare || motion.of_heading) && motion.debate == 0 && p.before.empty() && (laid.blocks[at_block].blank_before == 0 || (motion.of_heading && !motion.passed) || std::string_view(p.says.rule) == "decision-marker");
    const auto moved = movers_above || (motion.runs_on && p.before.empty()) ? std::optional(motion.reading) : std::nullopt;
    if (movers_above) motion = {};
    close_motion();
    if (agrees_to_sentence_before(p) || signs_what_was_approved(p) || heads_decisions(p)) return;
    // "Resolved: (1) That …": the clause stands behind its number.
    const std::size_t begin = p.sentence.begin + p.says.text.begin;
    const auto clause = p.j.text().substr(begin, p.says.text.size());
    std::size_t skip = 0;
    if (const auto n = number_at(clause, words); n && n->marked && n->last == 1 && std::string_view(p.says.rule) == "decision-marker") {
        skip = n->rest;
        motion.counted = 1;
    }
    // "Approval of the accounts – approved": the heading says what.
    auto text = p.j.source(begin + skip, p.sentence.begin + p.says.text.end);
    if (text.empty()) return;  // "Resolved: (1)" and nothing behind it
    if (p.before.empty() && !ahead.empty() && starts_lower(clause)) text.insert(text.begin(), ahead.begin(), ahead.end());
    add_decision(text, p.says.kind, p.says.rule);
    take_votes(m.decisions.back(), p.j, p.sentence.begin, p.says);
    if (moved && !m.decisions.back().mover.given()) m.decisions.back().mover = moved->mover;
    if (moved && !m.decisions.back().seconder.given()) m.decisions.back().seconder = moved->seconder;
    motion.decided = true;
}

void parser::read_proposal(const decision_place& p) {
    const bool put = std::string_view(p.says.rule) == "put-to-vote";
    // "TO introduced the motion.", which was put before
    const auto said = words_in(words_at(p.where), words);
    if (motion.proposed && motion.seconded && !said.empty() && said.size() > 1 && words.has(word_list::motion_nouns, said.back()) && !p.says.second) return pass_over_sentence(p);
    if (put && motion.proposed && motion.seconded) return pass_over_sentence(p);
    if (put && p.says.vote.result == "carried") return read_whole_decision(p);
    if (tells_outcome_of_motion(p)) return read_second_or_outcome({p.j, p.sentence, p.before, outcome_of(p.says), p.where});
    open_motion_on(p.where);
    const std::string_view t = p.j.text();
    if (const auto label = motion_label(t, words); label > 0 && p.before.empty() && p.sentence.begin < label) {
        motion.words = p.j.source(label, trim(t).size() + static_cast<std::size_t>(trim(t).data() - t.data()));
        motion.held_block = at_block + 1;
    }
    motion.seconded = p.says.second;
    motion.passed = p.says.vote.result == "carried";
    motion.lost = p.says.vote.result == "lost";
    take_votes(motion.reading, p.j, p.sentence.begin, p.says);
}

/// "Minutes of the last meeting – agreed": the heading says what became of it.
void parser::read_decision_of_heading(const joined_text& j, span heading) {
    const auto said = std::string_view(j.text()).substr(heading.begin, heading.size());
    const auto d = match_decision_of_heading(said, words, known);
    if (!d) return;
    add_decision(j.source(heading.begin, heading.end), d->kind, d->rule);
    take_votes(m.decisions.back(), j, heading.begin, *d);
    motion.decided = true;
}

bool parser::is_open(std::string_view id) const {
    const item* it = nullptr;
    for (const std::size_t k : path) {
        it = it ? &it->items[k] : &m.items[k];
        if (it->id == id) return true;
    }
    return path.empty() && id.empty();
}

}  // namespace minutes
