// SPDX-License-Identifier: Apache-2.0
#include "task_due.hpp"

#include <algorithm>
#include <utility>

#include "date.hpp"
#include "phrase.hpp"
#include "relative_day.hpp"
#include "task_text.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

bool is_bracket(char c) { return c == '(' || c == '['; }

struct due_reader {
    std::string_view t;
    const lexicon& words;
    bool owned;
    word_run all = words_in(t, words);

    /// The end of the words before byte `i`, without the bracket or the gap there.
    std::size_t before(std::size_t i) const {
        const std::string_view arrow = "\u2192";
        while (i > 0 && (is_gap(t[i - 1]) || is_bracket(t[i - 1]) || t.substr(0, i).ends_with(arrow))) i -= t.substr(0, i).ends_with(arrow) ? arrow.size() : 1;
        return trim_gap(t, 0, i);
    }

    bool ends_text(std::size_t i) const { return t.substr(i).find_first_not_of(" .)];\n\t*_") == t.npos; }

    due_finding found(std::size_t lead, span when) const { return {when, ends_text(when.end) && lead > 0 ? before(lead) : t.size()}; }

    /// Where "no later than" or "on or before" starts that word k ends; else where the word does.
    std::size_t begin_of_limit(std::size_t k) const {
        constexpr std::size_t longest = 3;  // words
        for (std::size_t n = longest; n > 1; --n)
            if (k + 1 >= n && words.has(list::due_leads, fold(t.substr(all[k + 1 - n].begin, all[k].end - all[k + 1 - n].begin)))) return all[k + 1 - n].begin;
        return all[k].begin;
    }

    /// "in the week of 9 May", of which word k is the first that leads to the date.
    std::size_t begin_of_week(std::size_t k) const {
        if (k > 1 && words.has(list::date_articles, all[k - 1])) k -= 1 + words.has_any({list::stretch_leads, list::day_leads}, all[k - 2]);
        return all[k].begin;
    }

    /// "from 3 May until 4 May": whether the word at byte `lead` leads from the day `before` it to the end of a stretch of days.
    bool is_range(std::size_t lead, span before) const {
        if (lead == t.npos || before.empty() || lead < before.end || t.substr(before.end, lead - before.end).find_first_not_of(' ') != t.npos) return false;
        const auto word_at = [&](std::size_t byte) { return std::find_if(all.begin(), all.end(), [&](const word& w) { return w.end > byte; }); };
        const auto until = word_at(lead), first = word_at(before.begin);
        return until != all.end() && words.has(list::until_words, *until) && first != all.begin() && words.has(list::range_leads, *(first - 1));
    }

    /// "meeting arranged for 28 March": whether the word at byte `lead` tells when something is, not until when the task is to be done.
    bool is_event(std::size_t lead) const {
        const auto k = static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [&](const word& w) { return w.end > lead; }) - all.begin());
        if (k < 2 || !words.has(list::event_leads, all[k])) return false;
        return words.has(list::event_participles, all[k - 1]) && std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) { return words.has_any({list::meeting_nouns, list::event_nouns}, w); });
    }

    /// The date at word k says which thing is meant, "the letter of 3 May"; not so "the meeting of 3 May".
    bool names_thing(std::size_t k) const { return k > 1 && words.has(list::date_joiners, all[k - 1]) && !words.has_any({list::meeting_nouns, list::due_leads}, all[k - 2]); }

    /// "by close of play 6 May", "the week commencing 9 May": where the words start that lead to the date at word k and set no limit themselves.
    std::size_t behind_lead(std::size_t k) const {
        constexpr std::size_t longest = 4;  // words
        for (std::size_t n = std::min(k, longest); n > 0; --n)
            if (!words.has(list::due_leads, all[k - n]) && phrase_length(words_view(all.begin(), all.end()).subspan(k - n, n), 0, list::date_leads, words) == n) return behind_lead(k - n);
        return k;
    }

    /// The last date behind a word that sets a limit, or alone in brackets or behind a dash at the end.
    std::optional<due_finding> dated() const {
        constexpr std::size_t nearest = 3;  // words between "by" and the date
        std::optional<due_finding> last;
        span before_it{};  // the date before
        for (const auto& d : find_dates(t, words)) {
            const auto k = static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [&](const word& w) { return w.end > d.begin; }) - all.begin());
            std::size_t lead = t.npos;
            const std::size_t first = behind_lead(k);
            // The nearest, and those right before it: "no later than 3 May"; in "look for helpers by 3 May" only "by".
            for (std::size_t back = 1; back <= nearest && back <= first && !all[first - back].ends_sentence(); ++back) {
                const bool limits = words.has(list::due_leads, all[first - back]) && !(back > 1 && words.has(list::articles, all[first - back]));  // "llamar al banco (el 3 de mayo)"
                if (!limits && lead != t.npos) break;
                if (limits) lead = begin_of_limit(first - back);
            }
            if (lead != t.npos && is_event(lead)) lead = t.npos;
            if (is_range(lead, std::exchange(before_it, at(d.begin, d.end))) || names_thing(k)) lead = t.npos;
            const bool tail = ends_text(d.end);
            // "JB to send the plan on 10 January"
            if (lead == t.npos && owned && tail && k > 0 && words.has(list::day_leads, all[k - 1])) lead = all[k - 1].begin;
            if (lead == t.npos && owned && tail && first < k && words.has(list::week_leads, all[first])) lead = begin_of_week(first);  // "JB to send the plan w/c 9 May"
            const bool apart = d.begin > 0 && (is_bracket(t[d.begin - 1]) || t[d.begin - 1] == '\t' || behind_dash(d.begin));
            if (lead == t.npos && tail && apart) lead = d.begin;
            if (lead != t.npos) last = found(lead, at(d.begin, d.end));
        }
        return last;
    }

    bool behind_dash(std::size_t i) const {
        const auto head = t.substr(0, i);
        return head.ends_with(" - ") || head.ends_with("\u2013 ") || head.ends_with("\u2014 ") || head.ends_with("; ") || head.ends_with("\u2192 ");
    }

    /// "… by the end of May": a month's end behind a word that sets a limit.
    std::optional<due_finding> month_end() const {
        constexpr std::size_t longest = 80;  // bytes of a date with its small words
        for (std::size_t k = 1; k < all.size(); ++k) {
            if (!words.has(list::due_leads, all[k - 1]) && !words.has(list::end_of_month, all[k])) continue;
            const auto tail = t.substr(all[k].begin, longest);
            const auto f = match_date(tail, words);
            if (f && f->month_end) return found(words.has(list::due_leads, all[k - 1]) ? all[k - 1].begin : all[k].begin, at(all[k].begin, all[k].begin + f->end));
        }
        return {};
    }

    /// "… at the next meeting": the words stay the task's.
    std::optional<due_finding> next_meeting() const {
        constexpr std::size_t longest = 6;  // words
        for (std::size_t k = all.size() > longest ? all.size() - longest : 0; k < all.size(); ++k)
            if (words.has(list::next_meeting_due, fold(t.substr(all[k].begin, all.back().end - all[k].begin)))) return due_finding{at(all[k].begin, all.back().end), t.size()};
        return {};
    }

    /// "… by Friday", "… by the 20th", "… by the end of the week", "… by 20/5": at the end, behind a word that sets a limit.
    std::optional<due_finding> counted_from_meeting() const {
        constexpr std::size_t longest = 7, fewest = 1;  // words of the day; of the task
        for (std::size_t k = all.size() > longest ? all.size() - longest : 1; k < all.size(); ++k) {
            const words_view day = words_view(all.begin(), all.end()).subspan(k);
            const auto relative = match_relative_day(day, words);
            // "within two weeks", "tomorrow" need no other word before them
            if (relative && k > fewest && (relative->how == relative_day::form::days_ahead || relative->how == relative_day::form::months_ahead) && !words.has(list::due_leads, all[k - 1])) {
                if (phrase_length(all, k, list::stretch_leads, words) > 0 || phrase_length(all, k, list::tomorrow_words, words) > 0) return due_finding{at(all[k].begin, all.back().end), before(all[k].begin)};
                continue;
            }
            if (!words.has(list::due_leads, all[k - 1]) || begin_of_limit(k - 1) == 0) continue;
            const bool event = words.has(list::event_leads, all[k - 1]) && relative && relative->how != relative_day::form::weekday;  // "book the hall for the 20th"
            if (k > fewest && !event && (relative || is_short_date(day))) return due_finding{at(all[k].begin, all.back().end), before(begin_of_limit(k - 1))};
        }
        return {};
    }

    /// "20/5", "Friday 20/5"; "3/4" is a part of the whole.
    bool is_short_date(words_view day) const {
        constexpr int longest_fraction = 4;
        const auto f = match_date(t.substr(day.front().begin, day.back().end - day.front().begin), words);
        return f && f->how == date_finding::form::figures && !f->year && (f->first >= f->second || f->second > longest_fraction);
    }
};

}  // namespace

std::optional<due_finding> due_behind(std::string_view text, const lexicon& words, bool owned) {
    const due_reader r{text, words, owned};
    if (auto f = r.dated()) return f;
    if (auto f = r.month_end()) return f;
    if (auto f = r.next_meeting()) return f;
    return r.counted_from_meeting();
}

std::optional<due_head> due_ahead(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 40;  // bytes
    const auto dates = may_hold_date(text.substr(0, longest), words) ? find_dates(text.substr(0, longest), words) : std::vector<date_finding>{};
    if (dates.empty() || dates.front().end >= text.size()) return {};
    const auto& d = dates.front();
    // Nothing stands before it but a bracket and "by".
    const auto lead = words_in(text.substr(0, d.begin), words);
    if (!std::all_of(lead.begin(), lead.end(), [&](const word& w) { return words.has_any({list::due_leads, list::date_articles, list::day_leads}, w) || words.weekday_of(w); })) return {};
    const auto behind = text.substr(d.end);
    const std::size_t rest = skip_gap(text, d.end + (behind.starts_with(")") || behind.starts_with("]") ? 1 : 0));
    const bool parted = rest < text.size() && (text[rest] == '(' || text[rest] == '[' || behind.find_first_of(":)]|\t") < rest - d.end || behind.starts_with(" -") || behind.starts_with(" \u2013") || behind.starts_with(" \u2014"));
    if (!parted && lead.empty()) return {};
    return rest < text.size() ? std::optional(due_head{at(d.begin, d.end), rest}) : std::nullopt;
}

}  // namespace minutes
