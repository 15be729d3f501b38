// SPDX-License-Identifier: Apache-2.0
#include "occasion_text.hpp"

#include <algorithm>
#include <string>

namespace minutes {

namespace {

using list = word_list;

bool is_piece_mark(char c) { return c == ',' || c == ';' || c == '.' || c == ':' || c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '|' || c == '*' || c == '#' || c == '=' || c == '_' || c == '@' || c == '(' || c == ')' || c == '[' || c == ']'; }

/// "Steering Committee (SC)": the last bracket closes one of the text's own.
bool closes_bracket(std::string_view t) {
    if (t.empty() || (t.back() != ')' && t.back() != ']')) return false;
    const auto open = t.rfind(t.back() == ')' ? '(' : '[');
    return open != t.npos && open > 0;
}

/// Whether the word before byte `at` is one of a place: "Room 1.14" says no time.
bool behind_place(std::string_view text, std::size_t at, const lexicon& words) {
    const auto before = words_in(text.substr(0, at), words);
    return !before.empty() && words.has(list::venue_nouns, before.back());
}

/// Where the words of [from, end) end without the label of the next cell: "Board<TAB>Date:" stands before a date.
std::uint32_t without_next_label(std::string_view text, std::uint32_t from, std::uint32_t end, const lexicon& words) {
    const auto t = text.substr(from, end - from);
    const auto tab = t.substr(0, t.find_last_not_of(" \t:") + 1).rfind('\t');
    if (tab == t.npos || !trim(t).ends_with(':')) return end;
    const auto l = label_at(t.substr(tab + 1), words);
    return l && l->marked ? from + static_cast<std::uint32_t>(tab) : end;
}

/// The words [from, end) without the time zone that they open with: "EST via Zoom", "Eastern Time US/Canada"; "Central Library" is none.
std::uint32_t behind_zone(std::string_view text, std::uint32_t from, std::uint32_t end, const lexicon& words) {
    const auto t = text.substr(from, end - from);
    constexpr std::size_t longest = 5;  // words
    const auto all = words_in(t, words, longest);
    std::size_t n = 0;
    bool zone = false, sure = false;
    while (n < all.size() && words.has_any({list::time_zones, list::zone_fillers}, all[n]) && (n == 0 || t.substr(all[n - 1].end, all[n].begin - all[n - 1].end).find_first_of(",;(") == t.npos)) {
        zone |= words.has(list::time_zones, all[n]);
        sure |= all[n].upper || words.has(list::zone_fillers, all[n]);
        ++n;
    }
    if (!zone) return from;
    if (sure && from > 0 && text[from - 1] == '(') return end;  // "(Eastern Australia Time - Sydney)"
    const auto behind = trim(t.substr(all[n - 1].end));
    const bool closed = behind.empty() || !starts_upper(behind);
    return closed || sure ? from + static_cast<std::uint32_t>(all[n - 1].end) : from;
}

/// "nos Iau, 4 Mai … am 7.00": a word for the evening before the weekday, where the hours are said without it.
bool is_evening(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words);
    for (std::size_t k = 1; k < all.size(); ++k)
        if (words.weekday_of(all[k]) && words.has(list::afternoon_marks, all[k - 1]) && (k == 1 || !all[k - 2].digits)) return true;
    return false;
}

}  // namespace

span bare(std::string_view text, span s, const lexicon& words, bool keep_the) {
    // "[DRAFT] Harbour Board": what stands in brackets ahead of the words is no part of them.
    const auto opening = text.substr(s.begin, s.size());
    const auto open = opening.find_first_not_of(' '), close = opening.find_first_of(")]");
    if (open != opening.npos && (opening[open] == '[' || opening[open] == '(') && close != opening.npos && close > open && !words_in(opening.substr(close + 1), words, 1).empty()) s.begin += static_cast<std::uint32_t>(close + 1);
    for (bool again = true; again;) {
        again = false;
        while (!s.empty() && is_piece_mark(text[s.begin])) ++s.begin;
        while (!s.empty() && is_piece_mark(text[s.end - 1]) && !closes_bracket(text.substr(s.begin, s.size())) && !(text[s.end - 1] == '.' && s.size() > 2 && text[s.end - 3] == '.')) --s.end;
        const auto t = text.substr(s.begin, s.size());
        if (t.starts_with("/ ") || t.ends_with(" /")) {
            if (t.starts_with("/ ")) ++s.begin;
            else --s.end;
            again = true;
            continue;
        }
        for (const std::string_view mark : {"\u2013", "\u2014", "\u2022", "\u00B7"}) {  // "10 January • School Library • 6:30 pm"
            if (t.starts_with(mark)) { s.begin += static_cast<std::uint32_t>(mark.size()); again = true; }
            else if (t.ends_with(mark)) { s.end -= static_cast<std::uint32_t>(mark.size()); again = true; }
        }
        if (again) continue;
        const auto all = words_in(t, words);
        if (all.empty()) return {s.begin, s.begin};
        const auto small = [&](const word& w) { return words.has(list::connectives, w) && !w.capital && !(keep_the && words.has(list::articles, w)); };
        // "THE READING ROOM ON", "CONSEIL MUNICIPAL DU": small words in capitals like the rest
        const bool capitals = all.size() > 1 && std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper || w.digits; });
        const auto dangles = [&](const word& w) { return capitals && w.folded.size() > 1 && words.has_any({list::place_leads, list::date_joiners, list::articles, list::day_leads, list::name_links, list::date_leads}, w) && words.has(list::connectives, w); };
        if (small(all.front()) && all.front().begin == 0) {
            s.begin += static_cast<std::uint32_t>(all.front().end);
            again = true;
        } else if ((small(all.back()) || dangles(all.back())) && (all.back().end == t.size() || t.substr(all.back().end) == ".") && !words.has(list::meeting_nouns, all.back())) {
            s.end = s.begin + static_cast<std::uint32_t>(all.back().begin);
            again = true;
        }
    }
    return s;
}

occasion_parts take_apart(std::string_view text, const lexicon& words) {
    occasion_parts o;
    o.dates = find_dates(text, words);
    std::vector<span> taken;
    const auto add = [&](std::size_t b, std::size_t e) { taken.push_back({static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(e)}); };
    for (const auto& f : o.dates) add(f.begin, f.end);
    // A date's figures are no times: "2017 – 1415 hrs" is no range.
    std::string without_dates(text);
    for (const auto& f : o.dates) std::fill(without_dates.begin() + static_cast<std::ptrdiff_t>(f.begin), without_dates.begin() + static_cast<std::ptrdiff_t>(f.end), '_');
    // "2019-03-20T17:00Z"
    for (const auto& f : o.dates) {
        const auto at = f.end;
        if (f.how != date_finding::form::iso || at + 6 > text.size() || text[at] != 'T') continue;
        without_dates[at] = ' ';
        add(at, at + 1);
        if (text.substr(at + 1, 5) == "00:00") {  // a day alone, as programs write it
            std::fill_n(without_dates.begin() + static_cast<std::ptrdiff_t>(at + 1), 5, '_');
            add(at + 1, at + 6);
        }
        // "13:00:00": the seconds say nothing
        const bool closed = at + 9 == text.size() || (at + 9 < text.size() && (text[at + 9] == 'Z' || text[at + 9] == ' '));
        if (const auto clock = text.substr(at + 1, 8); closed && clock[2] == ':' && clock[5] == ':') {
            std::fill_n(without_dates.begin() + static_cast<std::ptrdiff_t>(at + 6), 3, ' ');
            add(at + 6, at + 9);
        }
        const auto zone = text.find_first_not_of("0123456789:", at + 1);
        if (zone == text.npos || text[zone] != 'Z') continue;
        without_dates[zone] = ' ';
        add(zone, zone + 1);
    }
    const auto times = find_times(without_dates, words);
    const bool any_sure = std::any_of(times.begin(), times.end(), [](const auto& t) { return t.sure; });
    for (const auto& t : times) {
        if (!t.sure && (any_sure || behind_place(text, t.begin, words))) continue;  // "Room 1.14"
        o.times.push_back(t);
        add(t.begin, t.end);
    }
    if (is_evening(text, words))
        for (auto& t : o.times)
            for (auto* clock : {&t.start, t.until ? &*t.until : &t.start})
                if (clock->hour > 0 && clock->hour < 12) clock->hour += 12;
    const auto next_open = [&](std::size_t from) { return static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), [](char c) { return c == '(' || c == '['; }) - text.begin()); };
    for (std::size_t open = next_open(0); open < text.size(); open = next_open(open + 1)) {
        const auto close = text.find_first_of(")]", open);
        if (close == text.npos) break;
        const bool empty = std::any_of(taken.begin(), taken.end(), [&](span s) { return s.begin > open && s.end <= close; });
        if (empty) continue;
        o.brackets.push_back({static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(close)});
    }
    std::sort(taken.begin(), taken.end());
    std::uint32_t from = 0;
    int before = 0;
    const auto piece = [&](std::uint32_t end) {
        const auto begin = before > 0 ? behind_zone(text, from, end, words) : from;
        const span s = bare(text, {begin, without_next_label(text, begin, end, words)}, words, false);
        if (!s.empty()) {
            o.pieces.push_back(s);
            o.after_date.push_back(before);
        }
    };
    for (const span& s : taken) {
        piece(s.begin);
        from = s.end;
        ++before;
    }
    piece(static_cast<std::uint32_t>(text.size()));
    return o;
}

bool tells_of_open_forum(words_view said, const lexicon& words) {
    for (std::size_t k = 0; k + 1 < said.size(); ++k) {
        const word &kind = said[k], &what = said[k + 1];
        if (words.has(list::public_words, kind) && words.has(list::session_nouns, what) && what.folded != "meeting" && !words.has(list::venue_nouns, what)) return true;
        if (words.has_any({list::public_words, list::opening_words}, kind) && !kind.after && what.folded == "forum") return true;
    }
    return false;
}

int count_of(std::string_view text, list which, const lexicon& words) { return count_of(words_in(text, words), which, words); }

int count_of(words_view all, list which, const lexicon& words) {
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const word& w) { return words.has(which, w); }));
}

span without_lead(std::string_view text, span s, const lexicon& words) {
    const auto t = text.substr(s.begin, s.size());
    const auto l = label_at(t, words);
    if (!l || l->whole || !(l->is(label::meeting) || (l->is(label::agenda) && l->marked))) return s;
    // "Meeting of the Board" but never the "Committee" of "Committee of Ways".
    const auto head = fold(t.substr(l->begin, l->end - l->begin));
    const auto last = words_in(head, words);
    const bool small_end = last.size() > 1 && words_in(t.substr(l->rest), words, 2).size() > 1 && words.has_any({list::articles, list::date_joiners}, last.back());
    const bool lead = small_end || t.substr(l->end).starts_with(", ") || head.ends_with(" of") || head.ends_with(" the") || head.ends_with(" a") || head.ends_with(" for") || head.ends_with(" from") || l->marked;
    if (!lead) return s;
    span rest{static_cast<std::uint32_t>(s.begin + l->rest), s.end};
    while (!rest.empty() && is_piece_mark(text[rest.begin])) ++rest.begin;
    if (text.substr(rest.begin, rest.size()).starts_with("the ")) rest.begin += 4;
    return rest.empty() ? s : rest;
}

std::size_t place_border(std::string_view t, const lexicon& words) {
    if (const auto at = t.find(" @ "); at != t.npos) return at;
    for (std::size_t i = 0; i < t.size(); ++i) {
        const bool comma = t[i] == ',' || t[i] == ';';
        const bool dash = t.substr(i).starts_with(" - ") || t.substr(i).starts_with(" \u2013 ") || t.substr(i).starts_with(" \u2014 ");
        const bool small = t.substr(i).starts_with(" at ") || t.substr(i).starts_with(" in ") || t.substr(i).starts_with(" held at ") || t.substr(i).starts_with(" held in ");
        if (!comma && !dash && !small) continue;
        const auto rest = t.substr(i + 1);
        if (count_of(rest, list::venue_nouns, words) > 0 && count_of(rest, list::meeting_nouns, words) <= count_of(rest, list::venue_nouns, words)) return i;
    }
    return t.npos;
}

bool is_small(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words);
    return std::all_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::connectives, w); });
}

}  // namespace minutes
