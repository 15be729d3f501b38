// SPDX-License-Identifier: Apache-2.0
// The words that minutes use, as data: `grammars/lexicon/<language>.toml`, compiled in.
// A lexicon is immutable once loaded and handed to each call.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <minutes/meeting.hpp>

#include "text.hpp"

namespace minutes {

/// What a label says of the text behind it.
enum class label {
    present, in_attendance, apologies, absent, chair, minute_taker, meeting, date, time, end, venue,
    next_meeting, any_other_business, closing, action, none, agenda, decisions, declarations, previous_minutes, matters_arising
};

/// What a table's column holds.
enum class column { number, item, notes, action, owner, due, ref, status, raised, decision, mover, seconder, name, family_name, role, organisation, initials, attendance };

/// Lists of words without further meaning.
enum class word_list {
    honorifics, post_nominals, particles, role_nouns, organisation_nouns, areas, groups, function_words, openers, subjects, verbs,
    decision_verbs, given_names, undated, next_meeting_due, end_of_month, part_marks, bodies, abbreviations,
    meeting_nouns, venue_nouns, connectives, no_action, manner_marks, date_leads, body_nouns, head_words, agenda_headings, task_verbs, due_leads,
    joining_words, crowd_words, here_words, away_words, plural_honorifics, held_words, opening_words, closing_words, next_words, call_nouns,
    decision_markers, record_nouns, proposal_words, second_words, outcome_cores, outcome_words, task_cues, imperatives, past_words,
    attending_words, apology_words, absence_words, guest_words, negations, label_fillers, label_links, group_heads, apology_verbs
};

class lexicon {
public:
    /// Reads a lexicon file.  Throws std::runtime_error naming line and column when it is not one;
    /// the compiled-in lexicons are tested, so users' files are the only cause.
    explicit lexicon(std::string_view toml);

    /// The labels that a folded phrase may be; empty when it is none.
    [[nodiscard]] const std::vector<label>& labels(const std::string& folded) const;
    [[nodiscard]] bool is_label(const std::string& folded, label which) const;

    /// The columns that a folded column head may name.
    [[nodiscard]] const std::vector<column>& columns(const std::string& folded) const;

    [[nodiscard]] bool has(word_list list, const std::string& folded) const { return lists_[static_cast<std::size_t>(list)].count(folded) > 0; }

    /// The columns whose words stand in a head, most telling first.
    [[nodiscard]] const std::vector<std::pair<column, std::unordered_set<std::string>>>& column_words() const { return column_words_; }

    /// 1–12, or nothing.
    [[nodiscard]] std::optional<int> month(const std::string& folded) const { return find(months_, folded); }
    /// 1 (Monday) – 7, or nothing.
    [[nodiscard]] std::optional<int> weekday(const std::string& folded) const { return find(weekdays_, folded); }

    /// How an action stands, said in these words.
    [[nodiscard]] std::optional<action_status> status(const std::string& folded) const;

    /// The kind of decision that a verb records: "agreed" for "agrees".
    [[nodiscard]] std::optional<std::string> decision_kind(const std::string& folded) const;

    /// Words in the longest label: how far to look.
    [[nodiscard]] std::size_t longest_label() const { return longest_label_; }

    [[nodiscard]] bool day_first() const { return day_first_; }

private:
    using numbers = std::unordered_map<std::string, int>;
    static std::optional<int> find(const numbers& m, const std::string& folded);

    std::unordered_map<std::string, std::vector<label>> labels_;
    std::unordered_map<std::string, std::vector<column>> columns_;
    std::vector<std::pair<column, std::unordered_set<std::string>>> column_words_;
    std::vector<std::unordered_set<std::string>> lists_;
    std::unordered_map<std::string, action_status> statuses_;
    std::unordered_map<std::string, std::string> decision_kinds_;
    numbers months_, weekdays_;
    std::size_t longest_label_ = 1;
    bool day_first_ = true;
};

/// The English lexicon that is compiled in.
[[nodiscard]] const lexicon& default_lexicon();

}  // namespace minutes
