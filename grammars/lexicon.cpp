// SPDX-License-Identifier: Apache-2.0
#include "lexicon.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "lexicon_en.hpp"  // generated from lexicon/en.toml

namespace minutes {

namespace {

constexpr std::array<std::pair<std::string_view, label>, 21> label_names = {{
    {"present", label::present}, {"in_attendance", label::in_attendance}, {"apologies", label::apologies}, {"absent", label::absent},
    {"chair", label::chair}, {"minute_taker", label::minute_taker}, {"meeting", label::meeting}, {"date", label::date}, {"time", label::time},
    {"end", label::end}, {"venue", label::venue}, {"next_meeting", label::next_meeting}, {"any_other_business", label::any_other_business},
    {"closing", label::closing}, {"action", label::action}, {"none", label::none},
    {"agenda", label::agenda}, {"decisions", label::decisions}, {"declarations", label::declarations},
    {"previous_minutes", label::previous_minutes}, {"matters_arising", label::matters_arising}}};

constexpr auto column_names = std::to_array<std::pair<std::string_view, column>>({
    {"number", column::number}, {"item", column::item}, {"notes", column::notes}, {"action", column::action}, {"owner", column::owner},
    {"due", column::due}, {"ref", column::ref}, {"status", column::status}, {"raised", column::raised}, {"decision", column::decision}, {"mover", column::mover}, {"seconder", column::seconder}, {"name", column::name}, {"family_name", column::family_name}, {"role", column::role},
    {"organisation", column::organisation}, {"initials", column::initials}, {"attendance", column::attendance}});

// In the order of telling: "date of action" is a date.
constexpr std::array<std::pair<std::string_view, column>, 6> telling_columns = {{
    {"status", column::status}, {"due", column::due}, {"owner", column::owner}, {"action", column::action}, {"ref", column::ref}, {"item", column::item}}};

constexpr auto list_names = std::to_array<std::string_view>({
    "honorifics", "post_nominals", "particles", "role_nouns", "organisation_nouns", "areas", "groups", "function_words", "openers", "subjects",
    "verbs", "decision_verbs", "given_names", "undated", "next_meeting_due", "end_of_month", "part_marks", "bodies", "abbreviations",
    "meeting_nouns", "venue_nouns", "connectives", "no_action", "manner_marks", "date_leads", "body_nouns", "head_words", "agenda_headings", "task_verbs", "due_leads",
    "joining_words", "crowd_words", "here_words", "away_words", "plural_honorifics", "held_words", "opening_words", "closing_words", "next_words", "call_nouns",
    "decision_markers", "record_nouns", "proposal_words", "second_words", "outcome_cores", "outcome_words", "task_cues", "imperatives", "past_words",
    "attending_words", "apology_words", "absence_words", "guest_words", "negations", "label_fillers", "label_links", "group_heads", "apology_verbs"});

toml::table parse_or_throw(std::string_view text) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& e) {
        throw std::runtime_error(fmt::format("{}:{}: {}", e.source().begin.line, e.source().begin.column, e.description()));
    }
}

template <class Use>
void each_phrase(const toml::node_view<const toml::node>& list, Use&& use) {
    if (const auto* array = list.as_array())
        for (const auto& entry : *array)
            if (const auto phrase = entry.value<std::string>()) use(fold(*phrase));
}

}  // namespace

lexicon::lexicon(std::string_view text) : lists_(list_names.size()) {
    const toml::table root = parse_or_throw(text);
    for (const auto& [name, which] : label_names) {
        each_phrase(root["labels"][name], [&](const std::string& phrase) {
            labels_[phrase].push_back(which);
            longest_label_ = std::max<std::size_t>(longest_label_, static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1);
        });
    }
    for (const auto& [name, which] : column_names)
        each_phrase(root["columns"][name], [&](const std::string& phrase) { columns_[phrase].push_back(which); });
    for (const auto& [name, which] : telling_columns) {
        auto& telling = column_words_.emplace_back(which, std::unordered_set<std::string>{}).second;
        each_phrase(root["column_words"][name], [&](const std::string& w) { telling.insert(w); });
    }
    for (std::size_t i = 0; i < list_names.size(); ++i)
        each_phrase(root["words"][list_names[i]], [&](const std::string& phrase) { lists_[i].insert(phrase); });
    for (int i = 0; i <= static_cast<int>(action_status::withdrawn); ++i)
        each_phrase(root["status"][name_of(static_cast<action_status>(i))], [&](const std::string& phrase) { statuses_[phrase] = static_cast<action_status>(i); });
    if (const auto* kinds = root["decision_kinds"].as_table())
        for (const auto& [kind, verbs] : *kinds)
            each_phrase(toml::node_view<const toml::node>(verbs), [&, name = std::string(kind.str())](const std::string& verb) { decision_kinds_[verb] = name; });
    const auto read_numbers = [&](std::string_view name, numbers& into) {
        if (const auto* table = root[name].as_table())
            for (const auto& [key, value] : *table) into[fold(key.str())] = static_cast<int>(value.value_or(0));
    };
    read_numbers("months", months_);
    read_numbers("weekdays", weekdays_);
    day_first_ = root["date_order"].value_or(std::string_view("dmy")) == "dmy";
}

const std::vector<label>& lexicon::labels(const std::string& folded) const {
    static const std::vector<label> none;
    const auto it = labels_.find(folded);
    return it == labels_.end() ? none : it->second;
}

bool lexicon::is_label(const std::string& folded, label which) const {
    const auto& all = labels(folded);
    return std::find(all.begin(), all.end(), which) != all.end();
}

const std::vector<column>& lexicon::columns(const std::string& folded) const {
    static const std::vector<column> none;
    const auto it = columns_.find(folded);
    return it == columns_.end() ? none : it->second;
}

std::optional<action_status> lexicon::status(const std::string& folded) const {
    const auto it = statuses_.find(folded);
    return it == statuses_.end() ? std::nullopt : std::optional(it->second);
}

std::optional<std::string> lexicon::decision_kind(const std::string& folded) const {
    const auto it = decision_kinds_.find(folded);
    return it == decision_kinds_.end() ? std::nullopt : std::optional(it->second);
}

std::optional<int> lexicon::find(const numbers& m, const std::string& folded) {
    const auto it = m.find(folded);
    return it == m.end() ? std::nullopt : std::optional(it->second);
}

const lexicon& default_lexicon() {
    static const lexicon english(lexicon_en);
    return english;
}

}  // namespace minutes
