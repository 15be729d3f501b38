// SPDX-License-Identifier: Apache-2.0
// The words that minutes use, looked up by their folded form.  A lexicon is immutable once made and handed
// to each call; lexicon_file.hpp reads one from data, languages.hpp has those that are compiled in.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <minutes/meeting.hpp>

#include "reference_form.hpp"
#include "text.hpp"

namespace minutes {

/// What a label says of the text behind it.
enum class label {
    present, in_attendance, apologies, absent, chair, minute_taker, meeting, date, time, end, venue,
    next_meeting, any_other_business, closing, action, none, agenda, decisions, declarations, previous_minutes, matters_arising
};

/// What a table's column holds.
enum class column { number, item, notes, action, owner, due, ref, status, raised, decision, mover, seconder, name, family_name, role, organisation, initials, attendance };

/// The kinds of decisions, by name.
inline constexpr std::array<std::string_view, 7> decision_kinds = {"resolved", "agreed", "approved", "elected", "carried", "adopted", "recommended"};

/// Lists of words without further meaning.
enum class word_list {
    honorifics, post_nominals, particles, role_nouns, organisation_nouns, areas, groups, function_words, openers, subjects, verbs,
    decision_verbs, given_names, undated, next_meeting_due, end_of_month, part_marks, bodies, abbreviations,
    meeting_nouns, venue_nouns, connectives, no_action, manner_marks, date_leads, body_nouns, head_words, agenda_headings, task_verbs, due_leads,
    joining_words, crowd_words, here_words, away_words, plural_honorifics, held_words, opening_words, closing_words, next_words, call_nouns,
    decision_markers, record_nouns, proposal_words, second_words, outcome_cores, outcome_words, task_cues, imperatives, past_words,
    attending_words, apology_words, absence_words, guest_words, negations, label_fillers, label_links, group_heads, apology_verbs,
    ordinal_endings, date_joiners, date_articles, morning_marks, afternoon_marks, noon_marks, midnight_marks, hour_marks, hour_minute_marks, range_words, reference_words, item_words,
    passive_words, unanimity_words, by_words, impersonal_decisions, for_words, against_words, abstention_words, vote_nouns, infinitive_marks, articles, lead_ins, signing_words, nil_openers, follow_words, review_words, bold_words, record_titles
};

/// What lexicon files say, section by section, while a lexicon is put together.
struct lexicon_words {
    /// Folded phrases, each with the kinds that it may be: one bit for each key of the section, in the order of its enumeration.
    using kind_set = std::bitset<128>;
    using kinds = std::unordered_map<std::string, kind_set>;
    using numbers = std::unordered_map<std::string, int>;

    kinds labels, columns, column_words, statuses, decisions, lists;
    numbers months, weekdays, number_words;
    std::vector<reference_form> references;
    bool own_references_only = false;  ///< no reference but those of `references`
    bool day_first = true;
};

class lexicon {
public:
    explicit lexicon(lexicon_words words);

    /// The labels that a folded phrase may be; empty when it is none.
    [[nodiscard]] const std::vector<label>& labels(const std::string& folded) const;
    [[nodiscard]] bool is_label(const std::string& folded, label which) const;

    /// The columns that a folded column head may name.
    [[nodiscard]] const std::vector<column>& columns(const std::string& folded) const;

    [[nodiscard]] bool has(word_list list, const std::string& folded) const {
        const auto it = words_.lists.find(folded);
        return it != words_.lists.end() && it->second[static_cast<std::size_t>(list)];
    }

    /// The columns whose words stand in a head, most telling first.
    [[nodiscard]] const std::vector<std::pair<column, std::unordered_set<std::string>>>& column_words() const { return column_words_; }

    /// 1–12, or nothing.
    [[nodiscard]] std::optional<int> month(const std::string& folded) const { return find(words_.months, folded); }
    /// 1 (Monday) – 7, or nothing.
    [[nodiscard]] std::optional<int> weekday(const std::string& folded) const { return find(words_.weekdays, folded); }

    /// A number written in words: 1–59, or nothing.
    [[nodiscard]] std::optional<int> number(const std::string& folded) const { return find(words_.number_words, folded); }

    /// Whether a date may begin with this word.
    [[nodiscard]] bool opens_date(const std::string& folded) const { return weekday(folded) || month(folded) || number(folded); }

    /// Whether a time may begin with this word: "noon", "vingt heures"; `initial` tells of most that it may not.
    [[nodiscard]] bool opens_time(const std::string& folded) const { return time_openers_.count(folded) > 0; }
    [[nodiscard]] bool initial_opens_time(char c) const { return time_initials_[static_cast<unsigned char>(c)]; }

    /// How an action stands, said in these words.
    [[nodiscard]] std::optional<action_status> status(const std::string& folded) const;

    /// The kind of decision that a verb records: "agreed" for "agrees".
    [[nodiscard]] std::optional<std::string> decision_kind(const std::string& folded) const;

    /// The shapes of references that a house style names, and whether others count at all.
    [[nodiscard]] const std::vector<reference_form>& references() const { return words_.references; }
    [[nodiscard]] bool own_references_only() const { return words_.own_references_only; }

    /// Words in the longest label: how far to look.
    [[nodiscard]] std::size_t longest_label() const { return longest_label_; }

    [[nodiscard]] bool day_first() const { return words_.day_first; }

private:
    static std::optional<int> find(const lexicon_words::numbers& m, const std::string& folded);

    lexicon_words words_;
    std::unordered_map<std::string, std::vector<label>> labels_;
    std::unordered_map<std::string, std::vector<column>> columns_;
    std::vector<std::pair<column, std::unordered_set<std::string>>> column_words_;
    std::unordered_set<std::string> time_openers_;  ///< first words of noon and of numbers
    std::bitset<256> time_initials_;
    std::size_t longest_label_ = 1;
};

/// The English lexicon that is compiled in.
[[nodiscard]] const lexicon& default_lexicon();

}  // namespace minutes
