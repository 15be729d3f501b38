// SPDX-License-Identifier: Apache-2.0
#include "relative_day.hpp"

#include <charconv>

#include "phrase.hpp"

namespace minutes {

namespace {

using list = word_list;

/// The number of "20th"; 0 when the word is none.
int ordinal_of(const word& w, const lexicon& words) {
    const std::string_view folded = w.folded;
    int day = 0;
    const auto read = std::from_chars(folded.data(), folded.data() + folded.size(), day);
    const auto ending = folded.substr(static_cast<std::size_t>(read.ptr - folded.data()));
    constexpr int longest_month = 31;
    return read.ec == std::errc() && day <= longest_month && !ending.empty() && words.has(list::ordinal_endings, ending) ? day : 0;
}

struct day_reader {
    words_view all;
    const lexicon& words;
    std::size_t k = 0;

    bool done() const { return k == all.size(); }
    bool is(list which) const { return !done() && words.has(which, all[k]); }

    void skip(list which) {
        if (!done()) k += phrase_length(all, k, which, words);
    }

    /// "next week" in the last words
    bool next_week_ends() {
        if (k + 2 != all.size() || !words.has(list::next_words, all[k]) || !words.has(list::week_leads, all[k + 1])) return false;
        k += 2;
        return true;
    }

    std::optional<relative_day> weekday() {
        relative_day d;
        if (is(list::next_words)) {
            d.next = true;
            ++k;
        }
        const auto named = done() ? std::nullopt : words.weekday_of(all[k]);
        if (!named || (!all[k].capital && all[k].folded.size() < 4)) return {};  // "sat" is a verb
        d.weekday = *named;
        ++k;
        if (done()) return d;
        if (d.next) return {};
        d.in_next_week = next_week_ends();
        return d.in_next_week ? std::optional(d) : day_of_month(d.weekday);
    }

    /// "the 20th", "Monday the 15th"
    std::optional<relative_day> day_of_month(int weekday) {
        skip(list::date_articles);
        const int day = k + 1 == all.size() ? ordinal_of(all[k], words) : 0;
        return day ? std::optional(relative_day{relative_day::form::day_of_month, weekday, day}) : std::nullopt;
    }

    /// "the end of next month", which the lexicon has whole; "the end of the week"
    std::optional<relative_day> end_of_stretch() {
        const auto lead = phrase_length(all, k, list::end_of_month, words);
        if (lead == 0) return {};
        relative_day d{relative_day::form::month_end};
        for (std::size_t i = k; i < all.size(); ++i) d.next |= words.has(list::next_words, all[i]);
        k += lead;
        // "by the end" of nothing
        if (done()) return lead > 1 && !words.has_any({list::function_words, list::date_leads}, all.back()) ? std::optional(d) : std::nullopt;
        d.how = relative_day::form::week_end;
        while (is(list::date_articles) || is(list::demonstratives) || is(list::next_words)) ++k;
        return k + 1 == all.size() && is(list::week_leads) ? std::optional(d) : std::nullopt;
    }

    std::optional<relative_day> run() && {
        if (auto d = end_of_stretch()) return d;
        k = 0;
        skip(list::date_leads);  // "close of business Friday"
        skip(list::day_leads);
        const auto from = k;
        if (auto d = weekday()) return d;
        k = from;
        return day_of_month(0);
    }
};

}  // namespace

std::optional<relative_day> match_relative_day(words_view all, const lexicon& words) {
    constexpr std::size_t longest = 8;  // words
    if (all.empty() || all.size() > longest) return {};
    return day_reader{all, words}.run();
}

std::optional<relative_day> match_relative_day(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 60;  // bytes
    if (text.size() > longest) return {};
    const auto all = words_in(text, words);
    const bool led = all.size() > 1 && words.has(list::due_leads, all[0]);  // "by Friday"
    return match_relative_day(words_view(all.begin(), all.end()).subspan(led), words);
}

}  // namespace minutes
