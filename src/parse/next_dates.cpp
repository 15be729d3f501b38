// SPDX-License-Identifier: Apache-2.0
#include "next_dates.hpp"

#include <algorithm>
#include <utility>

namespace minutes {

namespace {

using list = word_list;

/// Whether a date lies on the meeting's day or before it, as far as both are sure; without a year, within the months before it.
bool is_past(const date_finding& f, const date_finding& meeting) {
    if (is_ambiguous(f) || is_ambiguous(meeting) || !meeting.year) return false;
    const auto then = to_date(meeting, *meeting.year, date_order::day_month_year), day = to_date(f, f.year.value_or(*meeting.year), date_order::day_month_year);
    if (!then || !day) return false;
    constexpr auto months_before = std::chrono::days(92);  // farther back it is next year's
    return *day <= *then && (f.year || std::chrono::sys_days(*day) + months_before >= std::chrono::sys_days(*then));
}

/// "w/c 12 June", "the week of 9 June": a week, no day.
bool is_of_week(words_view before, const lexicon& words) {
    const std::size_t last = before.size();
    const auto leads = [&](std::size_t k) { return words.has(list::week_leads, before[k]) && !before[k].after; };
    return last > 0 && (leads(last - 1) || (last > 1 && leads(last - 2) && words.has(list::function_words, before[last - 1])));
}

struct date_sifter {
    std::string_view text;
    const lexicon& words;
    word_run all = words_in(text, words);

    /// The words of the clause before a date, behind the date before it.
    words_view before(std::size_t date, std::size_t last_end) const {
        std::size_t to = 0, from = 0;
        while (from < all.size() && all[from].begin < last_end) ++from;
        while (to < all.size() && all[to].begin < date) ++to;
        for (std::size_t k = 0; k < to; ++k)
            if (all[k].ends_sentence() || all[k].after == ';' || all[k].after == ',') from = std::max(from, k + 1);
        return words_view(all.begin(), all.end()).subspan(from, to - from);
    }

    /// "by 31 May", "closing 20 May", "deadline: 31 May": a limit; "for" and "on" set none.
    bool is_limit(words_view clause) const {
        const auto limits = [&](const word& w) { return words.has(list::due_leads, w) && !words.has_any({list::event_leads, list::until_words}, w) && (words.has(list::by_words, w) || !words.has(list::function_words, w)); };
        const auto n = clause.size();
        return n > 0 && (limits(clause[n - 1]) || words.has(list::closing_words, clause[n - 1]) || (n > 1 && limits(clause[n - 2]) && words.has(list::function_words, clause[n - 1])));
    }

    /// "no meeting on 17 May", "Tom cannot make 5 June", "not 31 May"
    bool is_denied(words_view clause) const {
        return std::any_of(clause.begin(), clause.end(), [&](const word& w) { return words.has(list::negations, w) || w.folded == "cannot" || (words.has(list::nothing_words, w) && &w != &clause.back()); });
    }

    /// "17 May is cancelled", "from 31 May to 7 June": what stands behind a date takes it back.
    bool is_taken_back(const date_finding& f, words_view clause) const {
        std::size_t k = 0;
        while (k < all.size() && all[k].begin < f.end) ++k;
        constexpr std::size_t near = 3;  // words
        for (std::size_t n = k; n < all.size() && n < k + near && !(n > k && all[n - 1].ends_sentence()); ++n)
            if (words.status(all[n].folded) == action_status::withdrawn) return true;
        const bool moved = !clause.empty() && words.has(list::range_leads, clause.back());
        return moved && k < all.size() && words.has_any({list::infinitive_marks, list::until_words}, all[k]);
    }
};

}  // namespace

std::optional<date_finding> next_date_in(std::string_view text, const std::vector<date_finding>& dates, const std::optional<date_finding>& meeting, const lexicon& words) {
    const date_sifter s{text, words};
    std::size_t last_end = 0;
    for (const auto& f : dates) {
        const auto clause = s.before(f.begin, std::exchange(last_end, f.end));
        if (f.how == date_finding::form::month || (meeting && is_past(f, *meeting))) continue;
        if (!is_of_week(clause, words) && !s.is_limit(clause) && !s.is_denied(clause) && !s.is_taken_back(f, clause)) return f;
    }
    return {};
}

bool names_other_body(words_view name, std::string_view head, const lexicon& words) {
    const auto own = words_in(head, words);
    std::string initials;
    for (const auto& o : own) initials += o.folded.substr(0, 1);
    bool body = false, other = false;
    for (const auto& w : name) {
        if (words.has_any({list::function_words, list::date_articles, list::occasion_words, list::draft_words, list::call_nouns}, w) || w.digits || (!w.capital && words.is_label(w, label::meeting))) continue;
        const bool noun = words.has_any({list::bodies, list::body_nouns, list::organisation_nouns, list::meeting_nouns}, w);
        const bool known = std::any_of(own.begin(), own.end(), [&](const word& o) { return o.folded == w.folded; }) || (w.upper && initials.find(w.folded) != std::string::npos);
        body |= noun || (w.upper && w.folded.size() > 1);
        // "the next committee meeting" is that of any house's own
        other |= !known && (!noun || words.has(list::body_nouns, w)) && (w.capital || noun || words.has(list::areas, w));
    }
    return body && other;
}

bool heads_next_meeting(std::string_view heading, const lexicon& words) {
    constexpr std::size_t longest = 10, farthest = 4;  // words; from "next" to the meeting
    const auto all = words_in(heading, words, longest + 1);
    if (all.size() < 3 || all.size() > longest || all.back().ends_sentence()) return false;
    std::size_t next = 0, meeting = 0;
    while (next < all.size() && !words.has(list::next_words, all[next])) ++next;
    for (std::size_t k = next + 1; k < all.size() && k <= next + farthest; ++k)
        if (words.has_any({list::meeting_nouns, list::call_nouns}, all[k])) meeting = k;
    if (meeting == 0 || meeting + 1 != all.size()) return false;
    // Before it only words of when and where, and of agreeing on them: "Items for the next meeting" is its business.
    const auto when_or_where = [&](const word& w) { return words.is_label(w, label::date) || words.is_label(w, label::time) || words.is_label(w, label::venue); };
    const bool speaks = std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(next), [&](const word& w) { return w.folded.size() > 3 && when_or_where(w); });
    const auto small = [&](const word& w) { return when_or_where(w) || words.has_any({list::function_words, list::date_articles, list::infinitive_marks, list::task_verbs, list::imperatives, list::confirming_verbs, list::approval_nouns, list::decision_verbs}, w) || w.folded == "set" || w.folded == "agree"; };
    return next == 0 ? all[0].capital : speaks && std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(next), small);
}

}  // namespace minutes
