// SPDX-License-Identifier: Apache-2.0
#include "place_name.hpp"

#include <algorithm>

#include "label.hpp"
#include "occasion_text.hpp"
#include "phrase.hpp"
#include "roster_pieces.hpp"
#include "time.hpp"

namespace minutes {

using list = word_list;

bool tells_in_verb(words_view all, const lexicon& words) {
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return !w.capital && words.has(list::verbs, w) && !words.has_any({list::held_words, list::place_leads}, w); });
}

bool is_place_like(std::string_view t, const lexicon& words) {
    const auto says = [&](const auto& in, list which) { return count_of(in, which, words) > 0; };
    const auto has_verb = [&](words_view in) { return tells_in_verb(in, words); };
    const auto all = words_in(t, words);
    // "This document contains …", "when Ann retires", "Previous notes", "Agenda/Minutes", "2:00 PM EDT"
    if (!all.empty() && words.has_any({list::demonstratives, list::condition_words, list::next_words, list::earlier_words}, all[0])) return false;
    if (!says(all, list::venue_nouns) && (says(all, list::record_titles) || !find_times(t, words).empty())) return false;
    if (const auto l = label_at(t, words); l && l->whole && !l->is(label::venue)) return false;
    if (t.find('@') != t.npos && t.find(" @") == t.npos) return false;  // handles
    for (std::size_t i = 0; i + 2 < t.size() + 1; ++i)
        if (t[i] >= '0' && t[i] <= '9' && (t.substr(i + 1).starts_with("am") || t.substr(i + 1).starts_with("pm"))) return false;  // "Pacific/4pm Eastern"
    if (!says(all, list::venue_nouns) && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.is_label(w, label::agenda) || words.has(list::approval_nouns, w); })) return false;  // "Adoption of the agenda"
    if (!all.empty() && !all[0].capital && words.has_any({list::reason_words, list::position_words}, all[0])) return false;  // "in compliance with the law", "after lunch"
    for (std::size_t k = 0; k < all.size(); ++k)
        if (!all[k].capital && phrase_length(all, k, list::presiding_words, words) > 0 && !says(words_view(all).first(k), list::venue_nouns)) return false;  // "with President Ann Bell presiding"
    if (!all.empty() && std::all_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::public_words, w); })) return false;  // "held in public"
    if (t.find(": ") != t.npos || t.starts_with('/') || says(all, list::attending_words) || (!all.empty() && words.has(list::opening_words, all.back()))) return false;  // "Absent: Tom Ash"
    if (!says(all, list::venue_nouns) && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.weekday(w.folded).has_value(); })) return false;  // "Monday afternoon session"
    // "their regular meeting", but "the meeting room", "Virtual Meeting"
    if (!all.empty() && words.has(list::session_nouns, all.back()) && words.has(list::meeting_nouns, all.back()) && !says(all, list::venue_nouns)) return false;
    if (!all.empty() && !all[0].capital && words.has_any({list::passive_words, list::verbs}, all[0])) return false;  // "were read to the meeting"
    if (!all.empty() && !all[0].capital && has_verb(all)) return false;  // "we plan to hold it"
    if (t.find_first_not_of("0123456789 ,./-+:") == t.npos) return false;
    if (all.size() > 1 && words.has(list::by_words, all[1]) && !words.has(list::venue_nouns, all.back())) return false;  // "Taken by Ann Bell"
    if (!all.empty() && (words.has(list::picture_words, all.back()) || words.has(list::greeting_words, all[0]))) return false;  // "Logo", "Dear All"
    const auto of_paper = [&](const word& w) { return words.has_any({list::paper_words, list::draft_words}, w); };
    if (std::any_of(all.begin(), all.end(), of_paper) && std::all_of(all.begin(), all.end(), [&](const word& w) { return w.digits || of_paper(w); })) return false;  // "Version 1"
    if (!all.empty() && words.has(list::date_joiners, all[0])) return false;  // "OF THE TOWN OF FERNLEA": it goes on with the line above
    if (t.ends_with('!') || t.ends_with('?') || (!all.empty() && !all[0].capital && words.has(list::auxiliaries, all[0]))) return false;  // "also streamed"
    if (!all.empty() && words.has(list::out_of_words, all[0])) return false;  // "From the club's pages"
    // "ON THE 25h JUNE, 2014": a day that is misspelt
    const auto is_year = [](const word& w) { return w.folded.size() == 4 && w.folded.find_first_not_of("0123456789") == std::string_view::npos; };
    if (!says(all, list::venue_nouns) && std::any_of(all.begin(), all.end(), is_year) && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.month_of(w).has_value(); })) return false;
    const auto in_calendar = [&](const word& w) { return w.digits || words.month_of(w); };
    if (std::all_of(all.begin(), all.end(), in_calendar) && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.month_of(w).has_value(); })) return false;  // "November 2014"
    // "Beijing Time (UTC+8)"
    const auto bracket = std::find_if(all.begin(), all.end(), [](const word& w) { return w.before == '('; });
    if (bracket != all.end() && bracket - all.begin() > 1 && words.is_label((bracket - 1)->folded, label::time)) return false;
    // "Finished", "Ended at": what stands before the time of a close
    const auto of_hours = [&](const word& w) { return words.has_any({list::closing_words, list::opening_words, list::connectives}, w); };
    if (!says(all, list::venue_nouns) && std::all_of(all.begin(), all.end(), of_hours) && !all.empty()) return false;
    if (!all.empty() && all[0].digits && !says(all, list::venue_nouns) && std::none_of(all.begin(), all.end(), [](const word& w) { return w.capital; })) return false;  // "11 people"
    return all.size() <= 16 && std::any_of(all.begin(), all.end(), [&](const word& w) {
        return !words.has_any({list::connectives, list::meeting_nouns, list::function_words, list::held_words, list::occasion_words}, w);
    });
}

bool is_led_to_place(std::string_view text, span where, const lexicon& words) {
    const auto before = words_in(text.substr(0, where.begin), words), own = words_in(text.substr(where.begin, where.size()), words, 1);
    if (!own.empty() && words.has(list::place_leads, own[0])) return true;
    if (before.empty() || where.begin - before.back().end >= 3) return false;
    return words.has(list::place_leads, before.back()) || (before.size() > 1 && words.has(list::articles, before.back()) && words.has(list::place_leads, before[before.size() - 2]));
}

namespace {

/// "Ann", "Ann Bell", "Ann and Tom": people, where nothing is said to be theirs.
bool names_somebody(std::string_view text, words_view head, const lexicon& words) {
    if (!words.has(list::given_names, head[0])) return false;
    return head.size() == 1 || words.has(list::joining_words, head[1]) || name_strength(text.substr(0, head[head.size() - 1].end), words) == 3;
}

/// "by the President": who opened it.
bool is_led_by(std::string_view text, span where, const lexicon& words) {
    auto before = words_in(text.substr(0, where.begin), words);
    while (!before.empty() && words.has(list::articles, before.back())) before.pop_back();
    return !before.empty() && words.has(list::by_words, before.back()) && !words.has(list::place_leads, before.back());
}

}  // namespace

bool names_place(std::string_view text, span where, const lexicon& words) {
    const auto t = text.substr(where.begin, where.size());
    if (!is_place_like(t, words)) return false;
    const auto all = words_in(t, words);
    if (std::all_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::time_zones, list::zone_fillers}, w); })) return false;  // "UK time"
    if (count_of(all, list::venue_nouns, words) > 0 || is_led_to_place(text, where, words)) return true;
    if (is_led_by(text, where, words)) return false;
    // "Venue: boathouse", "Rita Moss's kitchen"
    if (const auto l = label_at(text, words); l && l->is(label::venue) && l->rest <= where.begin) return true;
    if (t.find("'s ") != t.npos && all[0].capital) return !tells_in_verb(all, words);
    // "7 pm, scout hut", "18:00, Unit 7": behind a time
    const auto times = find_times(text.substr(0, where.begin), words);
    if (!times.empty() && where.begin - times.back().end < 4 && !tells_in_verb(all, words) && all.size() <= 6 && !words.has_any({list::negations, list::reason_words}, all[0])) return true;
    // "upstairs at The George"
    for (std::size_t k = 1; k + 1 < all.size(); ++k)
        if (!all[k].capital && words.has(list::place_leads, all[k]) && (all[k + 1].capital || words.has(list::articles, all[k + 1]))) return !tells_in_verb(all, words);
    std::size_t n = 0;  // words before the first comma: what stands behind it tells more of the place
    while (n < all.size() && (n == 0 || all[n - 1].after != ',')) ++n;
    const words_view head(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(n));
    if (!(head[0].capital || (head[0].digits && n > 1)) || words.has(list::negations, head[0])) return false;
    const auto small = [&](const word& w) { return !w.capital && !w.digits && !words.has_any({list::function_words, list::particles, list::articles, list::place_leads, list::joining_words, list::date_joiners}, w); };
    if (std::any_of(head.begin(), head.end(), small)) return false;  // "Tom in the chair"
    if (head[n - 1].digits && (n <= 2 || words.has(list::meeting_nouns, head[0]))) return false;  // "Week 3", "Meeting No. 12"
    return !names_somebody(t, head, words);
}

namespace {

/// Whether a word tells more of the meeting than its place: "following the AGM", "between 7 and 9", "to discuss the roof", "on the evening of".
bool tells_of_hours(words_view all, std::size_t k, const lexicon& words) {
    const auto next = [&](std::size_t n, list which) { return k + n < all.size() && words.has(which, all[k + n]); };
    if (words.has(list::position_words, all[k])) return true;
    if (words.has(list::range_leads, all[k]) && (k + 1 == all.size() || all[k + 1].digits)) return true;
    if (words.has(list::infinitive_marks, all[k]) && !words.has(list::place_leads, all[k])) return next(1, list::imperatives);
    if (!words.has(list::day_leads, all[k]) || k + 1 == all.size()) return false;
    return words.weekday_of(all[k + 1]).has_value() || next(1, list::day_parts) || (next(1, list::articles) && next(2, list::day_parts));
}

/// Whether the words from `k` on tell who led the meeting: "chaired by Ann", "with Ann in the chair".
bool tells_who_led(words_view all, std::size_t k, const lexicon& words) {
    if (phrase_length(all, k, list::presiding_words, words)) return true;
    if (!words.has(list::accompanying_words, all[k]) && !(all[k - 1].ends_sentence() && all[k - 1].folded.size() > 3)) return false;
    for (std::size_t i = k + 1; i < all.size(); ++i)
        if (phrase_length(all, i, list::presiding_words, words)) return true;
    return false;
}

/// "(and on Zoom for those who isolate)", "(Meeting ID 812 3456 7890)": a bracket at the end that is no part of a place's name.
bool opens_aside(std::string_view t, words_view all, std::size_t k, const lexicon& words) {
    constexpr std::ptrdiff_t shortest_number = 7;  // figures
    constexpr std::size_t longest = 4;             // words: "Village Hall (and via Zoom)"
    if (all[k].before != '(' || all.back().after != ')') return false;
    const auto rest = t.substr(all[k].begin);
    if (std::count(rest.begin(), rest.end(), ')') > 1) return false;
    return std::count_if(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; }) >= shortest_number || (words.has(list::joining_words, all[k]) && all.size() - k > longest);
}

}  // namespace

span before_remark(std::string_view text, span where, const lexicon& words) {
    const auto t = text.substr(where.begin, where.size());
    const auto all = words_in(t, words);
    const bool capitals = std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper || w.digits; });
    for (std::size_t k = 1; k < all.size(); ++k) {
        const auto before = t.substr(0, all[k - 1].end);
        if (std::count(before.begin(), before.end(), '(') > std::count(before.begin(), before.end(), ')') + (all[k - 1].after == ')')) continue;
        const bool small = capitals || !all[k].capital;
        const bool reason = small && words.has(list::reason_words, all[k]) && words.has(list::openers, all[k]);
        const bool hours = small && tells_of_hours(all, k, words);
        if (!reason && !hours && !tells_who_led(all, k, words) && !opens_aside(t, all, k, words)) continue;
        std::size_t last = k - 1;
        if (hours && last > 0 && !all[last].capital && all[last - 1].capital && !words.has(list::venue_nouns, all[last])) --last;  // "Village Hall immediately after"
        return {where.begin, where.begin + static_cast<std::uint32_t>(all[last].end + (all[last].after == ')'))};
    }
    return where;
}

}  // namespace minutes
