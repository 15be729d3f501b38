// SPDX-License-Identifier: Apache-2.0
#include "lexicon.hpp"

#include <algorithm>
#include <array>

namespace minutes {

namespace {

// In the order of telling: "date of action" is a date.
constexpr std::array telling_columns = {column::status, column::due, column::owner, column::action, column::ref, column::item};

/// The kinds of a set, in the order of their enumeration.
template <class Kind>
std::vector<Kind> kinds_in(const lexicon_words::kind_set& set) {
    std::vector<Kind> out;
    for (std::size_t i = 0; i < set.size(); ++i)
        if (set[i]) out.push_back(static_cast<Kind>(i));
    return out;
}

std::size_t first_kind(const lexicon_words::kind_set& set) {
    std::size_t i = 0;
    while (!set[i]) ++i;  // a phrase without a kind is not kept
    return i;
}

}  // namespace

lexicon::lexicon(lexicon_words words) : words_(std::move(words)) {
    for (const auto& [phrase, set] : words_.labels) {
        labels_[phrase] = kinds_in<label>(set);
        longest_label_ = std::max(longest_label_, static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1);
    }
    for (const auto& [phrase, set] : words_.columns) columns_[phrase] = kinds_in<column>(set);
    const auto open_time = [&](const std::string& phrase) {
        time_openers_.insert(phrase.substr(0, phrase.find_first_of(" -")));
        time_initials_.set(static_cast<unsigned char>(phrase[0]));
        if (phrase[0] >= 'a' && phrase[0] <= 'z') time_initials_.set(static_cast<unsigned char>(phrase[0] - 32));
    };
    for (const auto& [phrase, set] : words_.lists)
        if (set[static_cast<std::size_t>(word_list::noon_marks)]) open_time(phrase);
    for (const auto& entry : words_.number_words) open_time(entry.first);
    for (const column which : telling_columns) {
        auto& telling = column_words_.emplace_back(which, std::unordered_set<std::string>{}).second;
        for (const auto& [w, set] : words_.column_words)
            if (set[static_cast<std::size_t>(which)]) telling.insert(w);
    }
}

const std::vector<label>& lexicon::labels(const std::string& folded) const {
    static const std::vector<label> none;
    const auto it = labels_.find(folded);
    return it == labels_.end() ? none : it->second;
}

bool lexicon::is_label(const std::string& folded, label which) const {
    const auto it = words_.labels.find(folded);
    return it != words_.labels.end() && it->second[static_cast<std::size_t>(which)];
}

const std::vector<column>& lexicon::columns(const std::string& folded) const {
    static const std::vector<column> none;
    const auto it = columns_.find(folded);
    return it == columns_.end() ? none : it->second;
}

std::optional<action_status> lexicon::status(const std::string& folded) const {
    const auto it = words_.statuses.find(folded);
    return it == words_.statuses.end() ? std::nullopt : std::optional(static_cast<action_status>(first_kind(it->second)));
}

std::optional<std::string> lexicon::decision_kind(const std::string& folded) const {
    const auto it = words_.decisions.find(folded);
    return it == words_.decisions.end() ? std::nullopt : std::optional(std::string(decision_kinds[first_kind(it->second)]));
}

std::optional<int> lexicon::find(const lexicon_words::numbers& m, const std::string& folded) {
    const auto it = m.find(folded);
    return it == m.end() ? std::nullopt : std::optional(it->second);
}

}  // namespace minutes
