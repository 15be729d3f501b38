// SPDX-License-Identifier: Apache-2.0
// A sentence that may decide something, with what its words are: what decision.cpp, motion.cpp and decided.cpp share.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "decision.hpp"
#include "lexicon.hpp"
#include "text.hpp"
#include "word_run.hpp"

namespace minutes {

struct decision_reader {
    using list = word_list;

    std::string_view text;
    const lexicon& words;
    const known_names& known;
    word_run everything = words_in(text, words);
    words_view all = words_behind_number();

    [[nodiscard]] bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }
    [[nodiscard]] bool is_any(std::size_t i, std::initializer_list<list> lists) const { return i < all.size() && words.has_any(lists, all[i]); }

    [[nodiscard]] std::size_t words_behind_tag(words_view in) const;
    /// The sentence, or from word i on.
    [[nodiscard]] span from(std::size_t i) const;
    [[nodiscard]] std::string kind_of(std::size_t i) const { return words.decision_kind(all[i]).value_or("agreed"); }
    [[nodiscard]] bool asks() const { return trim(text).ends_with('?'); }

    // ── decision_people.cpp ──
    [[nodiscard]] bool is_name(std::size_t i) const;
    /// Whether word i is a person's whom the document knows, or a forename.
    [[nodiscard]] bool is_name_of_somebody(std::size_t i) const { return known.names.count(all[i].folded) || known.initials.count(all[i].folded) || is_any(i, {list::given_names, list::honorifics}); }
    /// Whether the words before `end` are one person's name: "Tom", "Mrs Dale".
    [[nodiscard]] bool names_somebody(std::size_t end) const;
    /// Whether a mark, or a dash between blanks, stands behind word i.
    [[nodiscard]] bool parted(std::size_t i) const;
    [[nodiscard]] bool bracketed(std::size_t i) const;
    /// Whether a dash stands between word i and the one before: "Fees to rise 5% - agreed".
    [[nodiscard]] bool behind_dash(std::size_t i) const;
    /// The person named from word i on: "Cllr Mrs Lintel", "GK".
    [[nodiscard]] span name_from(std::size_t i) const;
    /// The person named just before word i.
    [[nodiscard]] span name_before(std::size_t i) const;
    [[nodiscard]] span mover(std::size_t i) const;
    [[nodiscard]] span seconder(std::size_t i) const;

    // ── motion.cpp ──
    /// "Resolved: …", "Decision – …", "RESOLUTION #3: …", "AGREED that …", "Consensus: …"
    [[nodiscard]] std::optional<decision_sentence> marker() const;
    [[nodiscard]] bool lists_voters(std::size_t begin) const;
    /// "PASSED: that the hall be let", "Carried unanimously: no fees": outcomes that lead like markers
    [[nodiscard]] bool shouts() const;
    [[nodiscard]] std::size_t behind_aside_of_marker() const;
    /// "Vote to approve the new rules: passed", "Vote on the fee: 7 for, 1 against"
    [[nodiscard]] std::optional<decision_sentence> vote_on() const;
    /// Nothing but who voted how: "Agreed.", "Carried 5-0", "All in favour, one abstention."
    [[nodiscard]] bool is_outcome() const;
    /// "The proposal passes.": what was put is named, and how it went.
    [[nodiscard]] bool names_motion_that_passed() const;
    [[nodiscard]] bool scored(std::size_t i) const;
    [[nodiscard]] std::optional<decision_sentence> ends_in_score() const;
    /// "Seconded by TO.", "TO seconds", "2nd TO"
    [[nodiscard]] std::optional<std::size_t> second_word() const;
    [[nodiscard]] std::optional<std::size_t> proposal_word() const;
    /// A word and what a transcript puts before its speakers' words.
    [[nodiscard]] bool spoken() const;
    [[nodiscard]] bool lost() const;
    /// "agreed" after the proposal and its seconder: the sentence says it all.
    [[nodiscard]] bool ends_decided(std::size_t after) const;
    /// "Moved Seconded Result", "Moved By Seconded By": the heads of a table's columns, or labels with nothing behind.
    [[nodiscard]] bool is_head() const;
    [[nodiscard]] std::optional<decision_sentence> motion() const;

    // ── decided_label.cpp ──
    /// "Budget: approved.", "Membership report: received and agreed": nothing but what became of that which the label names.
    [[nodiscard]] std::optional<decision_sentence> behind_label() const;
    /// "Minutes of the last meeting – agreed", "Accounts (presented and approved)", "Minutes approved": a heading that tells what became of it.
    [[nodiscard]] std::optional<decision_sentence> of_heading() const;
    /// "Minutes adopted by consensus", "Fees were agreed": the first word says what was decided on, so no sentence before it is needed.
    [[nodiscard]] bool has_subject() const;
    /// Whether the first word may be that which is decided on, no "it", "this", "moved", "agreed".
    [[nodiscard]] bool opens_with_matter() const { return !is_any(0, {list::motion_nouns, list::outcome_cores, list::impersonal_subjects, list::demonstratives, list::proposal_words, list::second_words}); }
    /// "Approved by: Ann Bell", "Approved: 3 May 2021": who signed a paper, and when.
    [[nodiscard]] bool signs_off() const;
    /// "Vote called to buy tables", "Those in favour of meeting monthly": what is put to the vote.
    [[nodiscard]] std::optional<decision_sentence> put_to_vote() const;
    /// The verb that accepts what stands before it, with nothing behind but how: "approved unanimously", "agreed as read".
    [[nodiscard]] bool ends_accepted(std::size_t i) const;

    // ── decided.cpp ──
    /// The verb at i with its auxiliaries: where its subject ends, whether it is passive, whether it is open.
    struct verb_group {
        std::size_t subject_end = 0;
        bool passive = false, open = false;
    };
    [[nodiscard]] bool is_body(std::size_t i) const;
    [[nodiscard]] verb_group group_at(std::size_t i) const;
    /// Where the clause that ends before word `end` starts: behind a comma, "and it", "although it".
    [[nodiscard]] std::size_t clause_before(std::size_t end) const;
    /// "The Board, having heard the clerk, agreed …": where the body before the aside ends that ends at `end`; else `end`.
    [[nodiscard]] std::size_t body_before_aside(std::size_t end) const;
    /// Whether a word of the list stands before word `end`.
    [[nodiscard]] bool has_before(std::size_t end, list which, std::size_t from_word = 0) const;
    /// "SS told the meeting that the plan was agreed": somebody's words, no decision.
    [[nodiscard]] bool reported(std::size_t end) const;
    /// "The Board discussed the plan and agreed …", "Accounts were presented and accepted": where the first of two verbs has the subject.
    [[nodiscard]] bool shares_subject(std::size_t k, bool& passive) const;
    /// What was decided was not lost: "councillors should say what was lost".
    [[nodiscard]] vote_finding votes_of_decision() const;
    /// "The treasurer said the grant had been approved": news, not a decision of this meeting.
    [[nodiscard]] bool tells_of_earlier(std::size_t i, const verb_group& g) const;
    /// "It was determined that nobody had voted", "We are determined to win": a finding, or a mood.
    [[nodiscard]] bool is_finding(std::size_t i, const verb_group& g) const;
    /// "Elected officers should be present": the participle says which officers.
    [[nodiscard]] bool is_told_of_elected(std::size_t i) const;
    /// Whether nothing but names stands before word `end`, from the start or a colon on.
    [[nodiscard]] bool names_before(std::size_t end) const;
    /// Whether what was declared is that those before the verb at i are elected.
    [[nodiscard]] bool declares_somebody(std::size_t i) const;
    /// Words that leave it open whether the decision at verb i was taken at this meeting.
    [[nodiscard]] bool leaves_open(std::size_t i, const verb_group& g) const;
    /// "the newly elected members", "council elected positions": the participle at i belongs to a noun.
    [[nodiscard]] bool is_attribute(std::size_t i, const verb_group& g) const;
    [[nodiscard]] bool is_adjective(std::size_t i) const;
    [[nodiscard]] bool names_a_sum() const { return text.find_first_of("$") != text.npos || text.find("\u00A3") != text.npos || text.find("\u20AC") != text.npos; }
    // ── decided_elsewhere.cpp ──
    /// "A loan was approved by the bank", "The county council approved the scheme"
    [[nodiscard]] bool by_others(std::size_t i, const verb_group& g) const;
    /// "It had been agreed last year to …", "In 1998 the council resolved …"
    [[nodiscard]] bool was_before(std::size_t i, const verb_group& g) const;
    /// "Officers are elected at the AGM", "Cards are accepted at the bar"
    [[nodiscard]] bool is_always_so(std::size_t i, const verb_group& g) const;
    /// "… that the fair had been a success": nothing is to come of the clause that opens at the word.
    [[nodiscard]] bool looks_back_on(std::size_t clause) const;
    /// "All agreed that the fair had been a success", "Members agreed with the chair": what they thought, and nothing is to come of it.
    [[nodiscard]] bool is_opinion(std::size_t i, const verb_group& g) const;
    /// "Terms have been agreed with the builder"
    [[nodiscard]] bool settled_with_others(std::size_t i, const verb_group& g) const;
    /// "Accepted papers: 12", "Approved suppliers: Hill & Sons", "Resolved: 14, Open: 3"
    [[nodiscard]] bool counts_or_prices() const;
    /// "Only approved suppliers may be used", "members elected at the AGM": the participle says which.
    [[nodiscard]] bool says_which(std::size_t i, const verb_group& g) const;

    // ── decided.cpp ──
    /// The rule by which the verb at i records a decision; null when it does not.
    [[nodiscard]] bool following_passed(std::size_t i) const;
    [[nodiscard]] bool counts_more_for() const;
    [[nodiscard]] const char* rule_of(std::size_t i, const verb_group& g, bool coordinated) const;
    /// "The board chose oak", "The committee gave its approval to …"
    [[nodiscard]] bool is_given_by_body(std::size_t i, const verb_group& g) const;
    /// "The request was granted", "Approval given to …"
    [[nodiscard]] bool is_granted(std::size_t i, const verb_group& g) const;
    /// "Tom Ash was selected as secretary"
    [[nodiscard]] bool is_chosen_for_office(std::size_t i, const verb_group& g) const;
    /// "Discussed the hut and agreed to paint it": no subject is named, so it is the meeting, for both verbs.
    [[nodiscard]] bool opens_with_deed(std::size_t i) const;
    /// "…, which was agreed by all": a relative clause that agrees to what stands before it, and says nothing more.
    [[nodiscard]] bool is_agreed_to(std::size_t i, const verb_group& g) const;
    [[nodiscard]] std::optional<decision_sentence> decided_by(std::size_t i) const;
    /// The sentence as a decision that the verb at i records.
    [[nodiscard]] decision_sentence whole_by(std::size_t i, const char* rule) const;
    [[nodiscard]] std::optional<decision_sentence> decided() const;
    /// "Penderfynwyd y dylid …", "Se acuerda …": words that by themselves say that the meeting decided, wherever they open a clause.
    [[nodiscard]] std::optional<decision_sentence> impersonal() const;
    /// Whether no verb of a clause stands among the words from `begin` to `end`.
    [[nodiscard]] bool none_finite_between(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool none_finite(std::size_t end) const { return none_finite_between(0, end); }
    /// "Decision was that …", "The consensus is: …"
    [[nodiscard]] std::optional<decision_sentence> noun_of_decision() const;
private:
    /// The words, without the number of a paragraph or a list item ahead of them.
    [[nodiscard]] words_view words_behind_number() const;
};

/// Bytes of a sentence.
[[nodiscard]] inline span bytes(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

}  // namespace minutes
