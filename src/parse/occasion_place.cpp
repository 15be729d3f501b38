// SPDX-License-Identifier: Apache-2.0
// Where a meeting was held: behind a label, a date or "held", in a line of its own, or in a sentence.
#include <algorithm>

#include "occasion_reader.hpp"

namespace minutes {

using list = word_list;

offer occasion_reader::place(const head_line& l, const joined_text& j, span s, int weight, const char* rule) const {
    // A wide gap ends it: what stands in another column of the head is no part of the place.
    const auto t = std::string_view(j.text()).substr(s.begin, s.size());
    s.end = s.begin + static_cast<std::uint32_t>(std::min({t.find("    "), t.find('\t'), t.size()}));
    return {weight, j.source(s.begin, s.end), rule, "", l.block, {}, {}, {}, {}};
}

void occasion_reader::offer_places(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight) {
    const std::string_view t = j.text();
    for (std::size_t i = 0; i < o.pieces.size(); ++i) {
        const span s{o.pieces[i].begin + static_cast<std::uint32_t>(from), o.pieces[i].end + static_cast<std::uint32_t>(from)};
        const auto piece = t.substr(s.begin, s.size());
        const auto all = words_in(piece, words);  // "UTC", "US EDT": a time zone
        const bool several = all.size() > 1 && !std::all_of(all.begin(), all.end(), [](const word& x) { return x.upper && x.folded.size() < 5; });
        if (!is_place_like(piece) || !(says(piece, list::venue_nouns) || (several && o.after_date[i] > 0))) continue;
        take(out.venue, place(l, j, s, weight, "venue"), needed_venue);
    }
}

bool occasion_reader::is_place_like(std::string_view t) const {
    const auto all = words_in(t, words);
    if (t.find(": ") != t.npos || t.starts_with('/') || says(all, list::attending_words) || (!all.empty() && words.has(list::opening_words, all.back()))) return false;  // "Absent: Tom Ash"
    if (!says(all, list::venue_nouns) && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.weekday(w.folded).has_value(); })) return false;  // "Monday afternoon session"
    return all.size() <= 16 && std::any_of(all.begin(), all.end(), [&](const word& w) {
        return !words.has(list::connectives, w) && !words.has(list::meeting_nouns, w) && !words.has(list::function_words, w) && !words.has(list::held_words, w);
    });
}

span occasion_reader::cut_at_held(const head_line& l, const joined_text& j, span s) {
    const std::string_view t = j.text();
    for (const auto& w : words_in(t.substr(s.begin, s.size()), words)) {
        if (!words.has(list::held_words, w)) continue;
        const span rest = bare(t, {static_cast<std::uint32_t>(s.begin + w.end), s.end}, words, false);
        const auto place_words = t.substr(rest.begin, rest.size());
        if (!rest.empty() && l.distance < 6 && is_place_like(place_words)) take(out.venue, place(l, j, rest, 8 - penalty(l), "venue-held"), needed_venue);
        // "The first meeting has been held": its auxiliaries are no part of the name.
        std::size_t end = w.begin;
        const auto name = words_in(t.substr(s.begin, w.begin), words);
        for (std::size_t n = name.size(); n > 0 && !name[n - 1].capital && words.has_any({list::verbs, list::passive_words}, name[n - 1]); --n) end = name[n - 1].begin;
        s.end = static_cast<std::uint32_t>(s.begin + end);
        return bare(t, s, words, true);
    }
    return s;
}

void occasion_reader::offer_place_line(const head_line& l, const joined_text& j, span s) {
    const std::string_view t = j.text();
    const auto line = t.substr(s.begin, s.size());
    const int places = count_of(line, list::venue_nouns, words), nouns = count_of(line, list::meeting_nouns, words);
    if (!is_place_like(line) || line.find("://") != line.npos || l.distance >= 6 || nouns > places || look_of_line(l).heading > 0) return;
    // Without a word for a place only a plain line right below the date can be one.
    const bool plain_words = line.find(':') == line.npos && t.substr(s.end).find(':') == t.npos && look_of_line(l).depth == 0 && look_of_line(l).mark.empty() && !starts_lower(line) && !has_verb(line) && !says(line, list::attending_words) && !says(line, list::passive_words);
    if (places == 0 && !plain_words) return;
    if (places == 0 && says(line, list::record_titles)) return;  // "PTO Minutes"
    const int near = l.nth - date_line;
    if (l.before_date && places > 0 && nouns == 0 && l.nth > 0 && l.distance == 0 && !names_body(line)) take(out.venue, place(l, j, bare(t, s, words, false), needed_venue, "venue-line"), needed_venue);
    int weight = 2 * (places > 0) + (places > 1) + (near == 1 ? 3 + (l.distance == 0 && line.find('(') == line.npos) : near == 2 ? 1 : 0) - penalty(l) - 2 * (nouns > 0 && near != 1);
    if (near == 1 && p.laid.blocks[l.block].blank_before == 0) ++weight;
    if (places == 0 && match_person(line, words).value_or(person_finding{}).weight >= 2) weight -= 4;
    take(out.venue, place(l, j, bare(t, s, words, false), weight, "venue-line"), needed_venue);
}

void occasion_reader::offer_place_in_sentence(const head_line& l, const joined_text& j, const occasion_parts& o) {
    if (l.distance >= 6) return;
    const std::string_view t = j.text();
    for (std::size_t i = 0; i < o.pieces.size(); ++i) {
        if (o.after_date[i] == 0) continue;
        span s = o.pieces[i];
        const auto piece = t.substr(s.begin, s.size());
        const auto before = words_in(t.substr(0, s.begin), words), own = words_in(piece, words);
        if (own.empty()) continue;
        // The small words before a place were taken off the piece, or open it.
        const bool led = (!before.empty() && s.begin - before.back().end < 3 && (words.has(list::place_leads, before.back()) || (before.size() > 1 && words.has(list::articles, before.back()) && words.has(list::place_leads, before[before.size() - 2])))) ||
                         words.has(list::place_leads, own.front());
        if (!led || !is_place_like(piece) || has_verb(piece)) continue;
        take(out.venue, place(l, j, bare(t, s, words, false), 5 + says(piece, list::venue_nouns) - penalty(l), "venue-in-sentence"), needed_venue);
        return;
    }
}

}  // namespace minutes
