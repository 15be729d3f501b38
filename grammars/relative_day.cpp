// SPDX-License-Identifier: Apache-2.0
#include "relative_day.hpp"

#include <charconv>
#include <string>

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
        if (k + 1 == all.size() && is(list::day_parts)) ++k;  // "Monday evening"
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
        while (is(list::date_articles) || is(list::demonstratives) || is(list::next_words)) ++k;
        if (k + 1 != all.size()) return {};
        if (is(list::year_units) || is_year(all[k])) {
            if (d.next) return {};  // which year's end "the end of next year" is depends on whose year it is
            return relative_day{.how = relative_day::form::year_end, .count = is(list::year_units) ? 0 : std::stoi(all[k].folded)};
        }
        d.how = relative_day::form::week_end;
        return is(list::week_leads) ? std::optional(d) : std::nullopt;
    }

    static bool is_year(const word& w) { return w.digits && w.folded.size() == 4 && w.folded.starts_with("20"); }

    /// "year end", "month end"
    std::optional<relative_day> stretch_end() const {
        if (k + 2 != all.size() || !words.has(list::end_of_month, all[k + 1])) return {};
        if (is(list::year_units)) return relative_day{.how = relative_day::form::year_end};
        if (is(list::month_units)) return relative_day{.how = relative_day::form::month_end};
        return {};
    }

    /// "two", "14", "a"
    int count() const {
        if (done()) return 0;
        if (words.has(list::indefinite_articles, all[k])) return 1;
        if (const auto n = words.count(all[k].folded)) return *n;
        constexpr std::size_t longest = 2;  // figures
        return all[k].digits && all[k].folded.size() <= longest && all[k].folded.find_first_not_of("0123456789") == std::string::npos ? std::stoi(all[k].folded) : 0;
    }

    /// "within two weeks", "in the next 10 days", "within a month"
    std::optional<relative_day> stretch() {
        skip(list::stretch_leads);
        while (is(list::date_articles) || is(list::next_words)) ++k;
        int n = count();
        if (n > 0) ++k;
        else if (is(list::fortnights)) n = 1;  // "within the next fortnight"
        if (n == 0 || k == all.size()) return {};
        // "in two weeks' time"; "two weeks from today"
        const bool time = k + 2 == all.size() && words.is_label(all[k + 1], label::time);
        const bool from_today = k + 3 == all.size() && words.has(list::range_leads, all[k + 1]) && words.has(list::today_words, all[k + 2]);
        if (k + 1 != all.size() && !time && !from_today) return {};
        if (is(list::day_units)) return relative_day{.how = relative_day::form::days_ahead, .count = n};
        if (is(list::week_units)) return relative_day{.how = relative_day::form::days_ahead, .count = 7 * n};
        if (is(list::fortnights)) return relative_day{.how = relative_day::form::days_ahead, .count = 14 * n};
        if (is(list::month_units)) return relative_day{.how = relative_day::form::months_ahead, .count = n};
        return {};
    }

    /// "tomorrow"
    std::optional<relative_day> tomorrow() {
        const auto length = phrase_length(all, k, list::tomorrow_words, words);
        const auto last = k + length;
        if (length == 0 || (k > 0 && all[k].capital) || (last < all.size() && !(last + 1 == all.size() && words.has(list::day_parts, all[last])))) return {};
        return relative_day{.how = relative_day::form::days_ahead, .count = 1};
    }

    /// "the first Tuesday in June", "2nd Thursday of next month", "the last Monday of the month"
    std::optional<relative_day> nth_weekday() {
        constexpr int last = relative_day::last_of_month;
        skip(list::day_leads);
        skip(list::date_articles);
        if (done()) return {};
        relative_day d{relative_day::form::nth_weekday};
        const auto spelt = words.number(all[k].folded);
        d.count = words.has(list::last_words, all[k]) ? last : spelt ? *spelt : ordinal_of(all[k], words);
        const auto named = k + 1 < all.size() ? words.weekday_of(all[k + 1]) : std::nullopt;
        if (d.count < 1 || d.count > last || !named) return {};
        d.weekday = *named;
        k += 2;
        if (is(list::day_parts)) ++k;
        if (!is(list::date_joiners) && !is(list::day_leads) && !is(list::stretch_leads)) return {};
        ++k;
        while (is(list::date_articles)) ++k;
        if (is(list::next_words)) {
            d.next = true;
            ++k;
        }
        if (k + 1 != all.size()) return {};
        if (const auto month = words.month_of(all[k]); month && !d.next) d.month = *month;
        else if (!is(list::month_units)) return {};
        return d;
    }

    std::optional<relative_day> run() && {
        if (auto d = end_of_stretch()) return d;
        k = 0;
        if (auto d = nth_weekday()) return d;
        k = 0;
        if (auto d = stretch_end()) return d;
        if (auto d = stretch()) return d;
        k = 0;
        if (auto d = tomorrow()) return d;
        skip(list::date_leads);  // "close of business Friday"
        skip(list::day_leads);
        skip(list::demonstratives);  // "this Friday"
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
