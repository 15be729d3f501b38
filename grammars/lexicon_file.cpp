// SPDX-License-Identifier: Apache-2.0
#include "lexicon_file.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <minutes/nearest.hpp>

#include "language_codes.hpp"

namespace minutes {

namespace {

using names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 21> label_names = {
    "present", "in_attendance", "apologies", "absent", "chair", "minute_taker", "meeting", "date", "time", "end", "venue", "next_meeting",
    "any_other_business", "closing", "action", "none", "agenda", "decisions", "declarations", "previous_minutes", "matters_arising"};

constexpr auto column_names = std::to_array<std::string_view>({
    "number", "item", "notes", "action", "owner", "due", "ref", "status", "raised", "decision", "mover", "seconder", "name", "family_name", "role", "organisation",
    "initials", "attendance"});

constexpr std::array<std::string_view, 8> status_names = {
    "open", "in_progress", "proposed_for_closure", "complete", "closed", "on_hold", "superseded", "withdrawn"};

constexpr auto list_names = std::to_array<std::string_view>({
    "honorifics", "post_nominals", "particles", "role_nouns", "organisation_nouns", "areas", "groups", "function_words", "openers", "subjects",
    "verbs", "decision_verbs", "given_names", "undated", "next_meeting_due", "end_of_month", "part_marks", "bodies", "abbreviations", "meeting_nouns",
    "venue_nouns", "connectives", "no_action", "manner_marks", "date_leads", "body_nouns", "head_words", "agenda_headings", "task_verbs", "due_leads",
    "joining_words", "crowd_words", "here_words", "away_words", "plural_honorifics", "held_words", "opening_words", "closing_words", "next_words",
    "call_nouns", "decision_markers", "record_nouns", "proposal_words", "second_words", "outcome_cores", "outcome_words", "task_cues", "imperatives", "past_words",
    "attending_words", "apology_words", "absence_words", "guest_words", "negations", "label_fillers", "label_links", "group_heads", "apology_verbs",
    "ordinal_endings", "date_joiners", "date_articles", "morning_marks", "afternoon_marks", "noon_marks", "midnight_marks", "hour_marks",
    "hour_minute_marks", "range_words", "reference_words", "item_words", "passive_words", "unanimity_words", "by_words", "impersonal_decisions",
    "for_words", "against_words", "abstention_words", "vote_nouns", "infinitive_marks", "articles",
    "arrival_words", "departure_words", "return_words", "session_nouns", "arrival_marks", "departure_marks", "position_words",
    "point_nouns", "declaring_words", "interest_words", "draft_words", "pending_words", "approval_words", "signature_words",
    "exempt_marks", "exempt_nouns", "exclusion_words", "public_words", "readmission_words", "open_session_marks",
    "entering_words", "substitute_marks", "carried_words", "lost_words", "tied_words", "auxiliaries", "while_words",
    "open_words", "condition_words", "relative_words", "coordinators", "motion_nouns", "nothing_words",
    "lead_ins", "nil_openers", "follow_words", "review_words", "bold_words", "record_titles", "place_leads", "surname_roles", "occasion_words", "acceptance_words",
    "navigation_openers", "topic_words", "lack_words", "item_lead_heads", "exempt_parts", "session_words", "leaving_words",
    "into_words", "entering_infinitives", "clause_words", "motion_marks", "adjective_leads", "moving_words", "direction_words",
    "asking_links", "suggesting_words", "motion_leads", "mover_links", "seconding_verbs", "chair_nouns", "concession_words",
    "impersonal_subjects", "pronouns", "plural_pronouns", "doubt_words", "election_verbs", "acceptance_verbs", "indefinite_articles",
    "signing_verbs", "confirming_verbs", "passing_verbs", "voting_verbs", "appointment_links", "decision_openers", "attribute_leads",
    "approval_nouns", "consensus_nouns", "decision_nouns", "existence_words", "pending_states", "final_passives", "section_headings",
    "heading_nouns", "task_openers", "task_nouns", "task_list_words", "name_breaks", "name_links", "owner_leads", "day_leads",
    "future_words", "being_words", "name_suffixes", "accompanying_words", "exception_words", "presiding_words", "paper_words",
    "meet_words", "until_words", "and_others",
    "choosing_verbs", "granting_verbs", "granted_nouns", "vote_particles", "demonstratives",
    "fellow_titles", "absent_marks", "answering_verbs", "roll_nouns", "welcoming_verbs",
    "public_parts", "attachment_nouns",
    "month_first_marks", "progressive_endings", "range_leads",
    "perfect_words", "unnamed_owners", "fresh_words", "event_leads",
    "reason_words",
    "solving_verbs",
    "calling_words", "asking_words", "finding_verbs",
    "personal_pronouns", "male_titles", "female_titles", "picture_words", "greeting_words", "time_zones", "zone_fillers", "link_words",
    "duty_labels", "event_participles", "event_nouns", "business_nouns",
    "exempt_asides", "exemption_grounds", "statute_words", "minute_papers", "public_adjectives", "out_of_words", "leaving_infinitives", "possessives", "withdrawal_words", "asking_verbs", "exclusion_nouns", "topic_nouns", "sittings", "sitting_words", "earlier_words", "taking_words", "remaining_words", "regular_sessions", "resuming_words", "reopening_phrases", "denying_answers",
    "thing_nouns",
    "side_heads", "week_leads",
    "outside_nouns", "time_spans", "present_states", "capital_abbreviations",
    "stretch_leads", "day_units", "week_units", "fortnights", "month_units", "year_units", "tomorrow_words", "day_parts",
    "today_words", "last_words",
    "score_verbs", "action_shorthands", "without_words"});

constexpr std::array<std::string_view, 1> reference_names = {"action"};
static_assert(list_names.size() <= word_kinds{}.size(), "a bit a list");

/// A table of lexicon files.  Its keys are `keys`, or the phrases themselves when each has a number up to `highest`.
struct section {
    std::string_view name;
    names keys;
    lexicon_words::kinds lexicon_words::*kinds = nullptr;
    lexicon_words::numbers lexicon_words::*numbers = nullptr;
    int highest = 0;
    bool one_meaning = false;  ///< a house style's phrase loses the meanings that it had
};

const std::array<section, 11> sections = {{
    {"labels", label_names, &lexicon_words::labels, nullptr, 0, true},
    {"columns", column_names, &lexicon_words::columns, nullptr, 0, true},
    {"column_words", column_names, &lexicon_words::column_words, nullptr, 0, true},
    {"status", status_names, &lexicon_words::statuses, nullptr, 0, true},
    {"decision_kinds", decision_kinds, &lexicon_words::decisions, nullptr, 0, true},
    {"words", list_names, &lexicon_words::lists, nullptr, 0, false},
    {"months", {}, nullptr, &lexicon_words::months, 12, true},
    {"weekdays", {}, nullptr, &lexicon_words::weekdays, 7, true},
    {"numbers", {}, nullptr, &lexicon_words::number_words, 59, true},
    {"counts", {}, nullptr, &lexicon_words::count_words, 30, true},
    {"references", reference_names, nullptr, nullptr, 0, false},
}};

/// Reads one file; what is wrong becomes a diagnostic and reading goes on, so that all mistakes are told at once.
class file_reader {
public:
    file_reader(lexicon_file& file, std::vector<diagnostic>& mistakes) : file_(file), mistakes_(mistakes) {}

    void read(const toml::table& root) {
        for (const auto& [key, value] : root) {
            const std::string_view name = key.str();
            if (name == "language") read_languages(value);
            else if (name == "date_order") read_date_order(value);
            else if (name == "replace" || name == "remove") read_sections(name, value);
            else if (const auto* s = section_named(name)) read_section(*s, lexicon_change::how_type::extend, value);
            else tell_unknown(key, "a part of a house style", root_names());
        }
    }

private:
    static std::vector<std::string_view> root_names() {
        std::vector<std::string_view> all = {"language", "date_order", "replace", "remove"};
        for (const auto& s : sections) all.push_back(s.name);
        return all;
    }

    static const section* section_named(std::string_view name) {
        const auto it = std::find_if(sections.begin(), sections.end(), [&](const section& s) { return s.name == name; });
        return it == sections.end() ? nullptr : &*it;
    }

    void tell(const toml::source_region& where, std::string message, std::string hint = {}) {
        diagnostic d;
        d.code = "style-error";
        d.severity = severity::error;
        d.place = {where.begin.line, where.begin.column};
        d.message = std::move(message);
        d.hint = std::move(hint);
        mistakes_.push_back(std::move(d));
    }

    void tell_unknown(const toml::key& key, std::string_view what, const std::vector<std::string_view>& known) {
        const auto near = nearest(key.str(), known);
        tell(key.source(), fmt::format("'{}' is not {}{}", key.str(), what, near.empty() ? "" : fmt::format("; did you mean '{}'?", near)),
             fmt::format("There are: {}.", fmt::join(known, ", ")));
    }

    /// One string, or several.
    template <class Use>
    void each_string(std::string_view name, const toml::node& value, Use&& use) {
        if (const auto text = value.value_exact<std::string>()) return use(*text, value.source());
        const auto* array = value.as_array();
        if (!array) return tell(value.source(), fmt::format("'{}' must be a list of phrases: [\"…\", \"…\"]", name));
        for (const auto& entry : *array) {
            if (const auto text = entry.value_exact<std::string>()) use(*text, entry.source());
            else tell(entry.source(), fmt::format("'{}' holds something that is no phrase in quotation marks", name));
        }
    }

    void read_languages(const toml::node& value) {
        each_string("language", value, [&](const std::string& code, const toml::source_region& where) {
            if (is_language(code)) file_.languages.push_back(code);
            else tell(where, fmt::format("there is no lexicon of the language '{}'", code), fmt::format("There are: {}.", fmt::join(language_codes(), ", ")));
        });
    }

    void read_date_order(const toml::node& value) {
        const auto order = value.value_exact<std::string_view>();
        if (order == "dmy" || order == "mdy") file_.day_first = order == "dmy";
        else tell(value.source(), "'date_order' must be \"dmy\" or \"mdy\"");
    }

    void read_sections(std::string_view how, const toml::node& value) {
        const auto* table = value.as_table();
        if (!table) return tell(value.source(), fmt::format("'{}' must be a table of sections: [{}.labels]", how, how));
        std::vector<std::string_view> known;
        for (const auto& s : sections) known.push_back(s.name);
        for (const auto& [key, inner] : *table) {
            if (const auto* s = section_named(key.str())) read_section(*s, how == "remove" ? lexicon_change::how_type::remove : lexicon_change::how_type::replace, inner);
            else tell_unknown(key, "a section of a lexicon", known);
        }
    }

    void read_section(const section& s, lexicon_change::how_type how, const toml::node& value) {
        if (s.numbers && how == lexicon_change::how_type::remove) return read_phrases(s, how, 0, s.name, value);
        const auto* table = value.as_table();
        if (!table) return tell(value.source(), fmt::format("'{}' must be a table: [{}]", s.name, s.name));
        if (s.numbers) return read_calendar(s, how, *table);
        for (const auto& [key, inner] : *table) {
            const auto it = std::find(s.keys.begin(), s.keys.end(), key.str());
            if (it == s.keys.end()) tell_unknown(key, fmt::format("a key of [{}]", s.name), {s.keys.begin(), s.keys.end()});
            else read_phrases(s, how, static_cast<std::size_t>(it - s.keys.begin()), key.str(), inner);
        }
    }

    lexicon_change& add_change(const section& s, lexicon_change::how_type how, std::size_t key) {
        auto& change = file_.changes.emplace_back();
        change.how = how;
        change.section = static_cast<std::size_t>(&s - sections.data());
        change.key = key;
        return change;
    }

    void read_phrases(const section& s, lexicon_change::how_type how, std::size_t key, std::string_view name, const toml::node& value) {
        auto& change = add_change(s, how, key);
        each_string(name, value, [&](const std::string& phrase, const toml::source_region& where) {
            const bool words = s.kinds || s.numbers;
            if (fold(phrase).empty()) return tell(where, fmt::format("'{}' holds an empty phrase", name));
            if (!words && how != lexicon_change::how_type::remove) {
                std::string mistake;
                reference_form::read(phrase, mistake);
                if (!mistake.empty()) return tell(where, mistake);
            }
            change.phrases.push_back(s.kinds == &lexicon_words::lists ? fold_word(phrase) : words ? fold(phrase) : phrase);
        });
    }

    void read_calendar(const section& s, lexicon_change::how_type how, const toml::table& table) {
        auto& change = add_change(s, how, 0);
        for (const auto& [key, value] : table) {
            const auto number = value.value_exact<std::int64_t>();
            if (!number || *number < 1 || *number > s.highest) {
                tell(value.source(), fmt::format("'{}' must be a number from 1 to {}", key.str(), s.highest));
                continue;
            }
            change.phrases.push_back(fold(key.str()));
            change.numbers.push_back(static_cast<int>(*number));
        }
    }

    lexicon_file& file_;
    std::vector<diagnostic>& mistakes_;
};

void apply_kinds(const lexicon_change& change, lexicon_words::kinds& all) {
    if (change.how == lexicon_change::how_type::replace)
        for (auto& entry : all) entry.second.reset(change.key);
    for (const auto& phrase : change.phrases) all[phrase].set(change.key, change.how != lexicon_change::how_type::remove);
    if (change.how != lexicon_change::how_type::extend) std::erase_if(all, [](const auto& entry) { return entry.second.none(); });
}

void apply_numbers(const lexicon_change& change, lexicon_words::numbers& all) {
    if (change.how == lexicon_change::how_type::replace) all.clear();
    for (std::size_t i = 0; i < change.phrases.size(); ++i) {
        if (change.how == lexicon_change::how_type::remove) all.erase(change.phrases[i]);
        else all.insert_or_assign(change.phrases[i], change.numbers[i]);
    }
}

void apply_references(const lexicon_change& change, lexicon_words& words) {
    if (change.how == lexicon_change::how_type::replace) words.references.clear();
    words.own_references_only |= change.how == lexicon_change::how_type::replace;
    for (const auto& shape : change.phrases) {
        std::erase_if(words.references, [&](const reference_form& f) { return f.shape() == shape; });
        std::string no_mistake;
        if (change.how != lexicon_change::how_type::remove) words.references.push_back(reference_form::read(shape, no_mistake));
    }
}

}  // namespace

lexicon_file read_lexicon_file(std::string_view toml, std::vector<diagnostic>& mistakes) {
    lexicon_file file;
    try {
        file_reader(file, mistakes).read(toml::parse(toml));
    } catch (const toml::parse_error& e) {
        diagnostic d{"style-error", severity::error, {}, {e.source().begin.line, e.source().begin.column}, std::string(e.description()), {}};
        mistakes.push_back(std::move(d));
    }
    std::stable_sort(mistakes.begin(), mistakes.end(), [](const diagnostic& a, const diagnostic& b) { return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column); });
    return file;
}

bool has_numbers(const lexicon_change& change) { return sections[change.section].numbers != nullptr; }

void apply(const lexicon_file& file, lexicon_words& words, bool override) {
    if (file.day_first) words.day_first = *file.day_first;
    if (override)
        for (const auto& change : file.changes) {
            const section& s = sections[change.section];
            if (!s.one_meaning || !s.kinds || change.how == lexicon_change::how_type::remove) continue;
            for (const auto& phrase : change.phrases) (words.*s.kinds).erase(phrase);
        }
    for (const auto& change : file.changes) {
        const section& s = sections[change.section];
        if (s.kinds) apply_kinds(change, words.*s.kinds);
        else if (s.numbers) apply_numbers(change, words.*s.numbers);
        else apply_references(change, words);
    }
}

}  // namespace minutes
