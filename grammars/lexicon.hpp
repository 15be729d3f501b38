// SPDX-License-Identifier: Apache-2.0
// The words that minutes use, looked up by their folded form.  A lexicon is immutable once made and handed
// to each call; lexicon_file.hpp reads one from data, languages.hpp has those that are compiled in.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <minutes/meeting.hpp>

#include "phrase_table.hpp"
#include "reading_memo.hpp"
#include "reference_form.hpp"
#include "text.hpp"
#include "word_run.hpp"

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
    passive_words, unanimity_words, by_words, impersonal_decisions, for_words, against_words, abstention_words, vote_nouns, infinitive_marks, articles,
    arrival_words, departure_words, return_words, session_nouns, arrival_marks, departure_marks, position_words, point_nouns,
    declaring_words, interest_words, draft_words, pending_words, approval_words, signature_words, exempt_marks, exempt_nouns,
    exclusion_words, public_words, readmission_words, open_session_marks, entering_words, substitute_marks, carried_words, lost_words,
    tied_words, auxiliaries, while_words,
    open_words, condition_words, relative_words, coordinators, motion_nouns, nothing_words,
    lead_ins, nil_openers, follow_words, review_words, bold_words, record_titles, place_leads, surname_roles, occasion_words, acceptance_words, navigation_openers,
    topic_words, lack_words, item_lead_heads, exempt_parts, session_words, leaving_words, into_words, entering_infinitives,
    clause_words, motion_marks, adjective_leads, moving_words, direction_words, asking_links, suggesting_words, motion_leads,
    mover_links, seconding_verbs, chair_nouns, concession_words, impersonal_subjects, pronouns, plural_pronouns, doubt_words,
    election_verbs, acceptance_verbs, indefinite_articles, signing_verbs, confirming_verbs, passing_verbs, voting_verbs,
    appointment_links, decision_openers, attribute_leads, approval_nouns, consensus_nouns, decision_nouns, existence_words,
    pending_states, final_passives, section_headings, heading_nouns, task_openers, task_nouns, task_list_words, name_breaks,
    name_links, owner_leads, day_leads, future_words, being_words, name_suffixes, accompanying_words, exception_words,
    presiding_words, paper_words, meet_words, until_words, and_others,
    choosing_verbs, granting_verbs, granted_nouns, vote_particles, demonstratives,
    fellow_titles, absent_marks, answering_verbs, roll_nouns, welcoming_verbs,
    public_parts, attachment_nouns,
    month_first_marks, progressive_endings, range_leads,
    perfect_words, unnamed_owners, fresh_words, event_leads,
    reason_words,
    solving_verbs,
    calling_words, asking_words, finding_verbs,
    personal_pronouns, male_titles, female_titles, picture_words, greeting_words, time_zones, zone_fillers, link_words,
    duty_labels, event_participles, event_nouns, business_nouns,
    exempt_asides, exemption_grounds, statute_words, minute_papers, public_adjectives, out_of_words, leaving_infinitives, possessives, withdrawal_words, asking_verbs, exclusion_nouns, topic_nouns, sittings, sitting_words, earlier_words, taking_words, remaining_words, regular_sessions, resuming_words, reopening_phrases, denying_answers,
    thing_nouns,
    side_heads, week_leads,
    outside_nouns, time_spans, present_states, capital_abbreviations,
    stretch_leads, day_units, week_units, fortnights, month_units, year_units, tomorrow_words, day_parts,
    today_words, last_words,
    score_verbs, action_shorthands, without_words
};

/// What lexicon files say, section by section, while a lexicon is put together.
struct lexicon_words {
    /// Folded phrases, each with the kinds that it may be: one bit for each key of the section, in the order of its enumeration.
    using kind_set = word_kinds;
    using kinds = std::unordered_map<std::string, kind_set>;
    using numbers = std::unordered_map<std::string, int>;

    kinds labels, columns, column_words, statuses, decisions, lists;
    numbers months, weekdays, number_words, count_words;
    std::vector<reference_form> references;
    bool own_references_only = false;  ///< no reference but those of `references`
    bool day_first = true;
};

class lexicon {
public:
    explicit lexicon(const lexicon_words& words);

    /// The same words, with a memo for the reading of one document by one thread.
    /// @param text  the document's, which outlives what is returned: of its pieces no copies are kept
    [[nodiscard]] lexicon for_one_document(std::string_view text = {}) const;
    /// What was found out during this reading; null outside of one.
    [[nodiscard]] reading_memo* memo() const { return memo_.get(); }

    /// Whether the words of a text, however long, are put together from those of the document.
    [[nodiscard]] bool has_words_of(std::string_view text) const { return memo_ && memo_->has_runs_of(text); }

    /// The labels that a folded phrase may be; empty when it is none.
    [[nodiscard]] const std::vector<label>& labels(std::string_view folded) const;
    [[nodiscard]] const std::vector<label>& labels(const word& w) const { return of(w).label ? labels(w.folded) : labels(std::string_view()); }
    [[nodiscard]] bool is_label(std::string_view folded, label which) const;
    [[nodiscard]] bool is_label(const word& w, label which) const { return of(w).label && is_label(w.folded, which); }

    /// The columns that a folded column head may name.
    [[nodiscard]] const std::vector<column>& columns(std::string_view folded) const;
    [[nodiscard]] const std::vector<column>& columns(const word& w) const { return of(w).column ? columns(w.folded) : columns(std::string_view()); }

    /// Whether a word in a head tells what the column holds.
    [[nodiscard]] bool tells(column which, const word& w) const { return of(w).columns[static_cast<std::size_t>(which)]; }

    /// The columns that words tell, the most telling first.
    static constexpr std::array telling_columns = {column::status, column::due, column::owner, column::action, column::ref, column::item};

    /// All that the lexicon says of a folded word or phrase.
    [[nodiscard]] const word_entry& entry(std::string_view folded) const {
        static constexpr word_entry none{};
        const auto* known = t_->entries.find(folded);
        return known ? *known : none;
    }

    /// All that it says of a letter with an accent: "à" is what "à" is, else what "a" is.
    [[nodiscard]] const word_entry& entry_of_accented(char folded) const;

    [[nodiscard]] bool has(word_list list, std::string_view folded) const { return entry(folded).kinds[static_cast<std::size_t>(list)]; }
    [[nodiscard]] bool has(word_list list, const word& w) const { return of(w).kinds[static_cast<std::size_t>(list)]; }

    /// Whether any of several lists has it.
    [[nodiscard]] bool has_any(std::initializer_list<word_list> lists, std::string_view folded) const { return any(lists, entry(folded).kinds); }
    [[nodiscard]] bool has_any(std::initializer_list<word_list> lists, const word& w) const { return any(lists, of(w).kinds); }

    /// Whether a longer phrase of the list begins with these words.
    [[nodiscard]] bool begins(word_list list, std::string_view folded) const { return entry(folded).openings[static_cast<std::size_t>(list)]; }
    [[nodiscard]] bool begins(word_list list, const word& w) const { return of(w).openings[static_cast<std::size_t>(list)]; }

    /// Whether a phrase of the list may begin with this byte of a text: of most it tells that none does.
    [[nodiscard]] bool initial_opens(word_list list, char c) const { return t_->list_initials[static_cast<unsigned char>(c)][static_cast<std::size_t>(list)]; }

    /// 1–12, or nothing.
    [[nodiscard]] std::optional<int> month(std::string_view folded) const { return some(entry(folded).month); }
    [[nodiscard]] std::optional<int> month_of(const word& w) const { return some(of(w).month); }
    /// 1 (Monday) – 7, or nothing.
    [[nodiscard]] std::optional<int> weekday(std::string_view folded) const { return some(entry(folded).weekday); }
    [[nodiscard]] std::optional<int> weekday_of(const word& w) const { return some(of(w).weekday); }

    /// A number written in words: 1–59, or nothing.
    [[nodiscard]] std::optional<int> number(std::string_view folded) const { return find(t_->numbers, folded); }
    /// How many a word counts: "two".
    [[nodiscard]] std::optional<int> count(std::string_view folded) const { return find(t_->counts, folded); }

    /// Whether a date may begin with this word, a weekday, a month or a number; `initial` tells of most that it may not.
    [[nodiscard]] bool opens_date(std::string_view folded) const { return entry(folded).opens_date; }
    [[nodiscard]] bool opens_date(const word& w) const { return of(w).opens_date; }
    [[nodiscard]] bool initial_opens_date(char c) const { return t_->date_initials[static_cast<unsigned char>(c)]; }

    /// Whether a time may begin with this word: "noon", "vingt heures"; `initial` tells of most that it may not.
    [[nodiscard]] bool opens_time(std::string_view folded) const { return t_->time_openers.find(folded) != nullptr; }
    [[nodiscard]] bool initial_opens_time(char c) const { return t_->time_initials[static_cast<unsigned char>(c)]; }

    /// Whether a label that means "action" may begin with these letters; `initial` tells of most that it may not.
    [[nodiscard]] bool opens_action(std::string_view folded) const { return t_->action_openers.find(folded) != nullptr; }
    [[nodiscard]] bool initial_opens_action(char c) const { return t_->action_initials[static_cast<unsigned char>(c)]; }

    /// How an action stands, said in these words.
    [[nodiscard]] std::optional<action_status> status(std::string_view folded) const;

    /// The kind of decision that a verb records: "agreed" for "agrees".
    [[nodiscard]] std::optional<std::string> decision_kind(std::string_view folded) const;
    [[nodiscard]] std::optional<std::string> decision_kind(const word& w) const { return of(w).decides ? decision_kind(w.folded) : std::nullopt; }

    /// The shapes of references that a house style names, and whether others count at all.
    [[nodiscard]] const std::vector<reference_form>& references() const { return t_->references; }
    [[nodiscard]] bool own_references_only() const { return t_->own_references_only; }

    /// Whether a longer label begins with these words.
    [[nodiscard]] bool begins_label(std::string_view folded) const { return entry(folded).opens_label; }
    [[nodiscard]] bool begins_label(const word& w) const { return of(w).opens_label; }

    /// Words in the longest label and column head: how far to look.
    [[nodiscard]] std::size_t longest_label() const { return t_->longest_label; }
    [[nodiscard]] std::size_t longest_column() const { return t_->longest_column; }

    [[nodiscard]] bool day_first() const { return t_->day_first; }

private:
    struct label_kinds {
        lexicon_words::kind_set set;
        std::vector<label> all;  ///< the same, in the order of their enumeration
    };
    using number_table = phrase_table<int>;
    using byte_set = std::bitset<256>;

    static std::optional<int> find(const number_table& all, std::string_view folded) {
        const int* number = all.find(folded);
        return number ? std::optional(*number) : std::nullopt;
    }

    static std::optional<int> some(int number) { return number ? std::optional(number) : std::nullopt; }

    const word_entry& of(const word& w) const { return w.entry ? *w.entry : look_up(w.folded); }
    [[nodiscard]] const word_entry& look_up(std::string_view folded) const;  // apart, so that the tests of a word's bits are inlined

    static bool any(std::initializer_list<word_list> lists, const word_kinds& own) {
        for (const word_list l : lists)
            if (own[static_cast<std::size_t>(l)]) return true;
        return false;
    }

    /// Made once, then only read: by any number of lexicons and threads.
    struct tables {
        explicit tables(const lexicon_words& words);

        phrase_table<label_kinds> labels;
        phrase_table<std::vector<column>> columns;
        phrase_table<action_status> statuses;
        phrase_table<std::string_view> decisions;
        phrase_table<word_entry> entries;  ///< of all words and phrases but those for times
        std::array<lexicon_words::kind_set, 256> list_initials{};
        number_table numbers, counts;
        phrase_table<bool> time_openers;  ///< first words of noon and of numbers
        phrase_table<bool> action_openers;  ///< first letters of labels that mean "action", up to a blank or mark
        byte_set date_initials, time_initials, action_initials;
        std::vector<reference_form> references;
        std::size_t longest_label = 1, longest_column = 1;
        bool own_references_only = false;
        bool day_first = true;
    };

    explicit lexicon(std::shared_ptr<const tables> t) : t_(std::move(t)) {}

    std::shared_ptr<const tables> t_;
    std::unique_ptr<reading_memo> memo_;
};

/// The English lexicon that is compiled in.
[[nodiscard]] const lexicon& default_lexicon();

}  // namespace minutes
