// SPDX-License-Identifier: Apache-2.0
#include "lexicon.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <set>

namespace minutes {

namespace {

/// The kinds of a set, in the order of their enumeration.
template <class Kind>
std::vector<Kind> kinds_in(const lexicon_words::kind_set& set) {
    std::vector<Kind> out;
    const std::size_t all = set.count();
    for (std::size_t i = 0; out.size() < all; ++i)
        if (set[i]) out.push_back(static_cast<Kind>(i));
    return out;
}

std::size_t first_kind(const lexicon_words::kind_set& set) {
    std::size_t i = 0;
    while (!set[i]) ++i;  // a phrase without a kind is not kept
    return i;
}

/// A table whose meanings are made of the sets of kinds in `all`.
template <class T, class Make>
phrase_table<T> table_of(const lexicon_words::kinds& all, const Make& make) {
    std::vector<std::pair<std::string_view, T>> made;
    for (const auto& [phrase, set] : all) made.emplace_back(phrase, make(set));
    return phrase_table<T>(made);
}

std::size_t words_of(std::string_view phrase) { return static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1; }

std::string_view first_letters(std::string_view phrase) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
    return phrase.substr(0, static_cast<std::size_t>(std::find_if_not(phrase.begin(), phrase.end(), is_letter) - phrase.begin()));
}

/// The bytes that one of these words may begin with: ASCII letters of either case, or anything beyond ASCII, which folding changes.
std::bitset<256> initials_of(const std::set<std::string_view>& openers) {
    std::bitset<256> initials;
    for (const auto w : openers) {
        const char c = w.empty() ? ' ' : w[0];
        initials.set(static_cast<unsigned char>(c));
        if (c >= 'a' && c <= 'z') initials.set(static_cast<unsigned char>(c - 32));
    }
    return initials;
}

phrase_table<bool> table_of(const std::set<std::string_view>& openers) {
    std::vector<std::pair<std::string_view, bool>> all;
    for (const auto w : openers) all.emplace_back(w, true);
    return phrase_table<bool>(all);
}

/// Entries by their phrases, while they are put together.
class entry_map {
public:
    explicit entry_map(std::size_t phrases) : places_(std::bit_ceil(2 * phrases + 2)) { entries_.reserve(phrases); }

    word_entry& operator[](std::string_view phrase) {
        if (2 * entries_.size() >= places_.size()) grow();
        auto& place = place_of(phrase);
        if (!place) {
            entries_.emplace_back(phrase, word_entry{});
            place = static_cast<std::uint32_t>(entries_.size());
        }
        return entries_[place - 1].second;
    }

    [[nodiscard]] const std::vector<std::pair<std::string_view, word_entry>>& entries() const { return entries_; }

private:
    /// The place that has the phrase, or an empty one for it.
    std::uint32_t& place_of(std::string_view phrase) {
        std::size_t at = text_hash(phrase) & (places_.size() - 1);
        while (places_[at] && entries_[places_[at] - 1].first != phrase) at = (at + 1) & (places_.size() - 1);
        return places_[at];
    }

    void grow() {
        places_.assign(2 * places_.size(), 0);
        for (std::size_t i = 0; i < entries_.size(); ++i) place_of(entries_[i].first) = static_cast<std::uint32_t>(i + 1);
    }

    std::vector<std::uint32_t> places_;  ///< a power of two of them: index into entries_ + 1, or 0
    std::vector<std::pair<std::string_view, word_entry>> entries_;
};

/// What each word and phrase is, and each beginning of one.
phrase_table<word_entry> entries_of(const lexicon_words& words) {
    entry_map all(4 * words.lists.size());
    const auto each_beginning = [](std::string_view phrase, const auto& parts, const auto& use) {
        for (std::size_t at = 1; at < phrase.size(); ++at)
            if (parts(phrase[at])) use(phrase.substr(0, at));
    };
    const auto parts_words = [](char c) { return c == ' '; };
    const auto parts_labels = [](char c) { return c == ' ' || c == ',' || c == '/'; };
    for (const auto& entry : words.lists) {
        all[entry.first].kinds = entry.second;
        each_beginning(entry.first, parts_words, [&](std::string_view w) { all[w].openings |= entry.second; });
    }
    for (const auto& entry : words.labels) {
        all[entry.first].label = true;
        each_beginning(entry.first, parts_labels, [&](std::string_view w) { all[w].opens_label = true; });
    }
    for (const auto& entry : words.columns) all[entry.first].column = true;
    for (const auto& [phrase, set] : words.column_words)
        for (const column which : lexicon::telling_columns)
            if (set[static_cast<std::size_t>(which)]) all[phrase].columns.set(static_cast<std::size_t>(which));
    for (const auto& entry : words.decisions) all[entry.first].decides = true;
    for (const auto& [phrase, number] : words.months) all[phrase].month = number;
    for (const auto& [phrase, number] : words.weekdays) all[phrase].weekday = number;
    for (const auto* openers : {&words.months, &words.weekdays, &words.number_words})
        for (const auto& entry : *openers) all[entry.first].opens_date = true;
    // "à": phrases may begin with it, and it may be a label, as the letter without its accent may
    for (const auto& entry : words.lists)
        if (const std::string_view w = entry.first; w.size() == 1 + accent.size() && w.ends_with(accent)) {
            const word_entry bare = all[w.substr(0, 1)];
            auto& own = all[w];
            const auto kinds = own.kinds;
            own = bare;
            own.kinds = kinds;
        }
    return phrase_table<word_entry>(all.entries());
}

void allow_beyond_ascii(std::bitset<256>& initials) {
    for (std::size_t c = 0x80; c < initials.size(); ++c) initials.set(c);
}

}  // namespace

lexicon::tables::tables(const lexicon_words& words)
    : labels(table_of<label_kinds>(words.labels, [](const auto& set) { return label_kinds{set, kinds_in<label>(set)}; })),
      columns(table_of<std::vector<column>>(words.columns, kinds_in<column>)),
      statuses(table_of<action_status>(words.statuses, [](const auto& set) { return static_cast<action_status>(first_kind(set)); })),
      decisions(table_of<std::string_view>(words.decisions, [](const auto& set) { return decision_kinds[first_kind(set)]; })),
      entries(entries_of(words)), numbers(words.number_words), counts(words.count_words),
      references(words.references), own_references_only(words.own_references_only), day_first(words.day_first) {
    std::set<std::string_view> action, date, time;
    for (const auto& [phrase, set] : words.labels) {
        longest_label = std::max(longest_label, words_of(phrase));
        if (set[static_cast<std::size_t>(label::action)]) action.insert(first_letters(phrase));
    }
    for (const auto& entry : words.columns) longest_column = std::max(longest_column, words_of(entry.first));
    const auto open_time = [&](std::string_view phrase) { time.insert(phrase.substr(0, phrase.find_first_of(" -"))); };
    for (const auto& [phrase, set] : words.lists) {
        if (set[static_cast<std::size_t>(word_list::noon_marks)]) open_time(phrase);
        const char c = phrase.empty() ? ' ' : phrase[0];
        list_initials[static_cast<unsigned char>(c)] |= set;
        if (c >= 'a' && c <= 'z') list_initials[static_cast<unsigned char>(c - 32)] |= set;
    }
    for (std::size_t c = 0x80; c < list_initials.size(); ++c) list_initials[c].set();  // folding changes what is beyond ASCII
    for (const auto& entry : words.number_words) open_time(entry.first);
    for (const auto* all : {&words.weekdays, &words.months, &words.number_words})
        for (const auto& entry : *all) date.insert(entry.first);
    action_openers = table_of(action);
    action_initials = initials_of(action);
    date_initials = initials_of(date);
    time_openers = table_of(time);
    time_initials = initials_of(time);
    allow_beyond_ascii(action_initials);
    allow_beyond_ascii(date_initials);
}

lexicon::lexicon(const lexicon_words& words) : t_(std::make_shared<const tables>(words)) {}

lexicon lexicon::for_one_document(std::string_view text) const {
    lexicon same(t_);
    same.memo_ = std::make_unique<reading_memo>(text);
    return same;
}

const word_entry& lexicon::entry_of_accented(char folded) const {
    const auto* own = t_->entries.find(std::string(1, folded) + std::string(accent));
    return own ? *own : entry({&folded, 1});
}

const word_entry& lexicon::look_up(std::string_view folded) const { return entry(folded); }

const std::vector<label>& lexicon::labels(std::string_view folded) const {
    static const std::vector<label> none;
    const auto* kinds = t_->labels.find(folded);
    return kinds ? kinds->all : none;
}

bool lexicon::is_label(std::string_view folded, label which) const {
    const auto* kinds = t_->labels.find(folded);
    return kinds && kinds->set[static_cast<std::size_t>(which)];
}

const std::vector<column>& lexicon::columns(std::string_view folded) const {
    static const std::vector<column> none;
    const auto* kinds = t_->columns.find(folded);
    return kinds ? *kinds : none;
}

std::optional<action_status> lexicon::status(std::string_view folded) const {
    const auto* status = t_->statuses.find(folded);
    return status ? std::optional(*status) : std::nullopt;
}

std::optional<std::string> lexicon::decision_kind(std::string_view folded) const {
    const auto* kind = t_->decisions.find(folded);
    return kind ? std::optional(std::string(*kind)) : std::nullopt;
}

}  // namespace minutes
