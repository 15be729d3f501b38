// SPDX-License-Identifier: Apache-2.0
// Where a meeting was held: behind a label, a date or "held", in a line of its own, or in a sentence.
#include <algorithm>
#include <tuple>

#include "occasion_reader.hpp"
#include "place_name.hpp"
#include "roster_pieces.hpp"

namespace minutes {

using list = word_list;

offer occasion_reader::place(const head_line& l, const joined_text& j, span s, int weight, const char* rule) const {
    // A wide gap ends it: what stands in another column of the head is no part of the place.
    const auto t = std::string_view(j.text()).substr(s.begin, s.size());
    s.end = s.begin + static_cast<std::uint32_t>(std::min({t.find("    "), t.find('\t'), t.size()}));
    s = before_remark(j.text(), s, words);
    // "IN THE CHAPEL HALL", "At the Old School": its lead is no part of it
    auto own = words_in(t.substr(0, s.size()), words);
    // "Held at the Pavilion", "Took place at the Pavilion"
    std::size_t k = 0;
    const auto no_place = [&](std::size_t n) { return words.has_any({list::connectives, list::held_words, list::pronouns}, own[n]) || (n > 0 && words.has(list::held_words, own[n - 1]) && words.is_label(own[n], label::venue) && !words.has(list::place_leads, own[n])); };
    while (k + 1 < own.size() && !words.has(list::place_leads, own[k]) && no_place(k)) ++k;
    if (k > 0 && k + 1 < own.size() && words.has(list::place_leads, own[k])) {
        s.begin += static_cast<std::uint32_t>(own[words.has(list::articles, own[k + 1]) && k + 2 < own.size() ? k + 2 : k + 1].begin);
        return {weight, j.source(s.begin, s.end), rule, "", l.block, {}, {}, {}, {}};
    }
    // "The Kite Club met at Fernlea Library": what stands before tells who met
    for (std::size_t n = 1; n + 2 < own.size(); ++n)
        if (!own[n].capital && words.has(list::held_words, own[n]) && words.has(list::place_leads, own[n + 1])) {
            s.begin += static_cast<std::uint32_t>(own[words.has(list::articles, own[n + 2]) && n + 3 < own.size() ? n + 3 : n + 2].begin);
            return {weight, j.source(s.begin, s.end), rule, "", l.block, {}, {}, {}, {}};
        }
    // "Venue Church House", "Venue, Church House"
    if (own.size() > 1 && own[0].capital && own[1].capital && words.is_label(own[0], label::venue) && !words.has(list::venue_nouns, own[0]) && !own[0].upper) {
        s.begin += static_cast<std::uint32_t>(own[1].begin);
        return {weight, j.source(s.begin, s.end), rule, "", l.block, {}, {}, {}, {}};
    }
    // "as a regularly scheduled meeting at the Harbour Hotel"
    for (std::size_t n = 1; n + 2 < own.size(); ++n)
        if (!own[n].capital && words.has_any({list::session_nouns, list::meeting_nouns}, own[n]) && words.has(list::place_leads, own[n + 1]) && std::none_of(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(n), [](const word& w) { return w.capital; })) {
            s.begin += static_cast<std::uint32_t>(own[words.has(list::articles, own[n + 2]) && n + 3 < own.size() ? n + 3 : n + 2].begin);
            return {weight, j.source(s.begin, s.end), rule, "", l.block, {}, {}, {}, {}};
        }
    // "IN PERSON, TRAINING ROOM": how people came
    if (own.size() > 2 && own[1].after == ',' && words.has(list::manner_marks, own[0].folded + " " + own[1].folded)) {
        s.begin += static_cast<std::uint32_t>(own[2].begin);
        return {weight, j.source(s.begin, s.end), rule, "", l.block, {}, {}, {}, {}};
    }
    // "Regular Session in the Commission Chambers", "Thursday 3rd in the Village Hall": what stands before tells of the meeting or its day
    if (own.size() > 2 && (words.has(list::occasion_words, own[0]) || words.weekday_of(own[0])))
        for (std::size_t n = 1; n + 1 < own.size() && n < 4; ++n) {
            if (words.has(list::place_leads, own[n]) && !own[n].capital) {
                s.begin += static_cast<std::uint32_t>(own[words.has(list::articles, own[n + 1]) && n + 2 < own.size() ? n + 2 : n + 1].begin);
                return {weight, j.source(s.begin, s.end), rule, "", l.block, {}, {}, {}, {}};
            }
            if (!own[n].digits && !words.has_any({list::session_nouns, list::meeting_nouns, list::occasion_words}, own[n])) break;
        }
    // "Via MS Teams", "By Zoom"
    if (own.size() > 1 && own.size() < 4 && words.has_any({list::place_leads, list::by_words, list::day_leads}, own[0]) && is_way_of_meeting(own.back())) s.begin += static_cast<std::uint32_t>(own[1].begin);
    else if (own.size() > 2 && words.has(list::held_words, own[0])) s.begin += static_cast<std::uint32_t>(own[1].begin);  // "Held virtually on Zoom"
    else if (own.size() > 1 && words.has(list::place_leads, own[0]) && (words.has(list::articles, own[1]) || std::all_of(own.begin(), own.end(), [](const word& w) { return w.upper || w.digits; }))) s.begin += static_cast<std::uint32_t>(own[1].begin);
    return {weight, j.source(s.begin, s.end), rule, "", l.block, {}, {}, {}, {}};
}

void occasion_reader::offer_places(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight) {
    const std::string_view t = j.text();
    for (std::size_t i = 0; i < o.pieces.size(); ++i) {
        const span s{o.pieces[i].begin + static_cast<std::uint32_t>(from), o.pieces[i].end + static_cast<std::uint32_t>(from)};
        const auto piece = t.substr(s.begin, s.size());
        const auto all = words_in(piece, words);  // "UTC", "US EDT": a time zone
        const bool several = all.size() > 1 && !std::all_of(all.begin(), all.end(), [](const word& x) { return x.upper && x.folded.size() < 5; });
        if (!names_place(t, s, words) || tells_behind_stop(t, s) || is_part_of_address(t, s) || (has_verb(all) && !says(piece, list::venue_nouns)) || !(says(piece, list::venue_nouns) || (several && o.after_date[i] > 0))) continue;
        take(out.venue, place(l, j, s, weight, "venue"), needed_venue);
    }
}

/// "The Red Lion, Tuesday 3 May, 7.30 pm", "at The Red Lion on 3 May": below the meeting's name a house before the day.
bool occasion_reader::names_house(const head_line& l, std::string_view t, span s, const occasion_parts& o) const {
    constexpr std::size_t longest = 5;  // words
    const auto all = words_in(t.substr(s.begin, s.size()), words, longest + 1);
    if (l.distance > 0 || l.nth == 0 || !out.title || o.dates.empty() || o.times.empty() || all.size() < 2 || all.size() > longest || !words.has(list::articles, all[0])) return false;
    return std::all_of(all.begin(), all.end(), [&](const word& w) { return w.capital && !words.has_any({list::meeting_nouns, list::body_nouns, list::bodies, list::organisation_nouns, list::occasion_words, list::record_titles}, w); });
}

/// "save_as: board_2014-01-23.html", "<talks/2025-02-26_Roof.pdf>": what goes on right behind a date is a file's name.
bool occasion_reader::is_part_of_address(std::string_view t, span s) {
    return s.begin > 0 && std::string_view("._/=#&%").find(t[s.begin - 1]) != std::string_view::npos;
}

/// "Council Chamber", "Large Meeting Room", "Union Room 12": whoever it is called after, a room is a place.
bool occasion_reader::names_room(std::string_view t) const {
    constexpr std::size_t longest = 6;  // words
    auto all = words_in(t, words, longest + 1);
    if (all.empty() || all.size() > longest) return false;
    if (all.back().digits && all.size() > 1) all.pop_back();
    // "Committee meeting, Village Hall": what meets stands before the room
    if (t.find_first_of(",:") != t.npos || t.find(" - ") != t.npos || std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::place_leads, w); })) return false;
    return words.has(list::venue_nouns, all.back()) && !words.has_any({list::meeting_nouns, list::body_nouns, list::organisation_nouns, list::call_nouns}, all.back()) && !says(all, list::held_words) && !has_verb(all);
}

bool occasion_reader::tells_behind_stop(std::string_view t, span s) const {
    constexpr std::size_t shortest = 4;  // words
    const auto before = t.substr(0, s.begin).find_last_not_of(' ');
    const auto all = words_in(t.substr(s.begin, s.size()), words);
    if (before == t.npos || before + 1 == s.begin || t[before] != '.' || all.size() < shortest) return false;
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return !w.capital && !w.digits && !words.has_any({list::function_words, list::connectives, list::venue_nouns, list::particles, list::place_leads, list::meeting_nouns}, w); });
}

/// "Zoom meeting", "Teams call": a word for how people met, right before the meeting, tells where it was.
void occasion_reader::offer_way_of_meeting(const head_line& l, const joined_text& j, span s) {
    if (l.distance > 0) return;
    const auto all = words_in(std::string_view(j.text()).substr(s.begin, s.size()), words);
    for (std::size_t k = 0; k + 1 < all.size(); ++k) {
        const bool meets = words.has(list::call_nouns, all[k + 1]) || (words.has(list::session_nouns, all[k + 1]) && words.has(list::meeting_nouns, all[k + 1]));
        if (!meets || all[k].after || !is_way_of_meeting(all[k])) continue;
        take(out.venue, {needed_venue, j.source(s.begin + all[k].begin, s.begin + all[k].end), "venue-in-name", "", l.block, {}, {}, {}, {}}, needed_venue);
        return;
    }
}

bool occasion_reader::numbered_place(words_view all, std::size_t k) const {
    const auto figures = [&](std::size_t i) { return i < all.size() && all[i].folded.find_first_not_of("0123456789") == std::string::npos; };
    const bool room = k < all.size() && all[k].capital && all[k].after == ',' && all[k].folded.find_first_of("0123456789") != std::string::npos;
    const std::size_t number = room ? k + 1 : k;
    if (!figures(number) || number + 1 >= all.size() || !all[number + 1].capital || words.month_of(all[number + 1]) || all[number].after) return false;
    constexpr std::size_t year = 4;  // figures: "in 2015 Ann Bell" names no house
    const auto& n = all[number].folded;
    return n.size() != year || (!n.starts_with("19") && !n.starts_with("20"));
}

span occasion_reader::place_words(std::string_view t, std::size_t from, std::size_t limit) const {
    const auto all = words_in(t.substr(from, limit - from), words, 24);
    std::size_t begin = 0, last = 0;
    while (begin < all.size() && words.has_any({list::articles, list::place_leads}, all[begin]) && !all[begin].capital) ++begin;
    bool noun = numbered_place(all, begin);
    for (std::size_t k = begin; k < all.size(); ++k) {
        const auto& w = all[k];
        if (words.month_of(w) && w.capital && k + 1 < all.size() && all[k + 1].digits) break;
        const bool before_noun = k + 1 < all.size() && words.has(list::meeting_nouns, w) && words.has(list::venue_nouns, all[k + 1]);  // "Library meeting room"
        const bool named = w.capital || w.digits || before_noun || words.has(list::venue_nouns, w);
        if (!named && !words.has_any({list::particles, list::articles, list::place_leads, list::joining_words, list::date_joiners}, w)) break;
        if (named) last = k + 1;
        noun |= words.has(list::venue_nouns, w);
        if (w.ends_sentence() && w.folded.size() > 3) break;
        if (w.after == ';' || w.after == ':') break;
    }
    const bool room = begin + 1 < last && words.has(list::venue_nouns, all[begin + 1]);  // "the meeting room"
    if (!noun || last <= begin || (begin == 0 && !all[begin].capital) || (!room && words.has_any({list::meeting_nouns, list::occasion_words}, all[begin]))) return {};
    return {static_cast<std::uint32_t>(from + all[begin].begin), static_cast<std::uint32_t>(from + all[last - 1].end)};
}

/// "The meeting was held", "Held", "We met", "held its meeting", "called to order": whether a sentence behind the head tells where this
/// meeting was; not "The fair was held", "Ann held a talk", "met the builders", and in the business only what calls it the meeting.
bool occasion_reader::tells_of_this_meeting(words_view all, std::size_t held, bool in_business) const {
    const auto is_meeting = [&](const word& w) { return words.has(list::call_nouns, w) || (words.has(list::session_nouns, w) && words.has(list::meeting_nouns, w)); };
    const bool order = held > 0 && words.has(list::infinitive_marks, all[held - 1]);  // "called to order"
    if (std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(held), [&](const word& w) { return words.has(list::future_words, w) && !w.capital; })) return false;
    if (order) return true;
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), held + 5));
    if (std::any_of(all.begin(), end, is_meeting)) return true;
    if (held + 1 < all.size() && words.has_any({list::articles, list::indefinite_articles, list::possessives}, all[held + 1])) return false;
    const auto named = [&](const word& w) { return is_meeting(w) || (words.has(list::chair_nouns, w) && words.has(list::opening_words, all[held])) || (!in_business && words.has_any({list::meeting_nouns, list::bodies, list::body_nouns}, w)); };
    const bool opens = held == 0 || (held == 1 && words.has(list::bodies, all[0]) && words.has(list::openers, all[0])) || (held == 1 && words.has(list::openers, all[0]) && !words.has(list::articles, all[0]) && !in_business);  // "We met"
    return opens || std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(held), named);
}

bool occasion_reader::is_of_other_day(const head_line& l, const occasion_parts& o) const {
    if (l.distance == 0 || !out.date || o.dates.empty() || !o.dates.front().year) return false;
    const auto own = find_dates(p.words_at(out.date->where), words);
    const auto day = [](const date_finding& f) { return std::tuple(*f.year, std::min(f.first, f.second), std::max(f.first, f.second)); };
    return !own.empty() && own.front().year && day(own.front()) != day(o.dates.front());
}

void occasion_reader::offer_place_in_opening(const head_line& l, const joined_text& j) {
    constexpr std::size_t most_sentences = 3, longest = 60;  // words
    const std::string_view t = j.text();
    if (l.distance >= far_behind || t.size() > 4000) return;
    std::size_t seen = 0;
    for (const span s : sentences_in(t, words)) {
        if (++seen > most_sentences) return;
        const auto sentence = t.substr(s.begin, s.size());
        const auto all = words_in(sentence, words);
        if (all.size() > longest || all.size() < 4 || says_next(all) || says(all, list::past_words)) continue;
        std::size_t opened = all.size();
        for (std::size_t k = 0; k < all.size() && opened == all.size(); ++k)
            if (words.has_any({list::held_words, list::opening_words}, all[k]) && (!all[k].capital || all[k].upper)) opened = k;
        if (opened == all.size() || (l.distance > 0 && !tells_of_this_meeting(all, opened, l.block >= business))) continue;
        const auto o = take_apart(sentence, words);
        if ((o.dates.empty() && o.times.empty() && (l.distance > 0 || l.nth > 6)) || is_of_other_day(l, o)) continue;
        std::vector<std::size_t> borders;
        for (const auto& f : o.dates) borders.push_back(f.begin);
        for (const auto& f : o.times) borders.push_back(f.begin);
        for (std::size_t k = opened; k + 1 < all.size(); ++k) {
            if (!words.has(list::place_leads, all[k]) || (all[k].capital && !all[k].upper)) continue;
            std::size_t limit = sentence.size();
            for (const auto border : borders)
                if (border >= all[k].end) limit = std::min(limit, border);
            const span found = place_words(sentence, all[k].end, limit);
            if (found.empty() || !is_place_like(sentence.substr(found.begin, found.size()), words)) continue;
            const span where{found.begin + s.begin, found.end + s.begin};
            take(out.venue, place(l, j, where, 7 - penalty(l), "venue-in-opening"), needed_venue);
            return;
        }
    }
}

span occasion_reader::cut_at_held(const head_line& l, const joined_text& j, span s) {
    const std::string_view t = j.text();
    for (const auto& w : words_in(t.substr(s.begin, s.size()), words)) {
        if (!words.has(list::held_words, w)) continue;
        const auto next = words_in(t.substr(s.begin + w.end, s.size() - w.end), words, 1);
        if (!next.empty() && words.has(list::appointment_links, next[0]) && !next[0].capital) return bare(t, {s.begin, static_cast<std::uint32_t>(s.begin + w.begin)}, words, true);  // "held as part of the club's meeting"
        if (!next.empty() && l.distance > 0 && words.has(list::accompanying_words, next[0])) return s;  // "held with the builders"
        if (!next.empty() && words.has(list::by_words, next[0]) && strength_of_head(trim(t.substr(s.begin + w.end + next[0].end, s.size() - w.end - next[0].end)), words) >= (l.distance > 0 ? 2 : 3)) return s;  // "two keys, held by Ann Bell"
        const bool took_place = !next.empty() && words.is_label(next[0], label::venue) && !words.has(list::place_leads, next[0]) && !next[0].capital;
        const span rest = bare(t, {static_cast<std::uint32_t>(s.begin + w.end + (took_place ? next[0].end : 0)), s.end}, words, false);
        const auto place_words = t.substr(rest.begin, std::min<std::size_t>(rest.size(), t.substr(rest.begin).find(". ")));
        // "… held via Zoom and chaired by Ann Bell": the place ends before what else is told.
        const bool told = has_verb(place_words) || says(place_words, list::by_words);
        const span only = told ? this->place_words(t, rest.begin, s.end) : span{rest.begin, rest.begin + static_cast<std::uint32_t>(place_words.size())};
        const bool body = names_body(place_words) && !says(place_words, list::venue_nouns);
        if (!only.empty() && l.distance < 6 && !body && is_place_like(t.substr(only.begin, only.size()), words)) take(out.venue, place(l, j, only, 8 - penalty(l), "venue-held"), needed_venue);
        // "The first meeting has been held": its auxiliaries are no part of the name.
        std::size_t end = w.begin;
        const auto name = words_in(t.substr(s.begin, w.begin), words);
        for (std::size_t n = name.size(); n > 0 && !name[n - 1].capital && words.has_any({list::verbs, list::passive_words}, name[n - 1]); --n) end = name[n - 1].begin;
        s.end = static_cast<std::uint32_t>(s.begin + end);
        return bare(t, s, words, true);
    }
    return s;
}

/// "Grey Heron, upstairs" against "Some text", "Recording on Vimeo", "Questions and discussion welcome as always": few words of a name are small, and none before a comma.
bool occasion_reader::reads_as_name(std::string_view line) const {
    constexpr std::ptrdiff_t most_small = 2;
    const auto all = words_in(line, words);
    const auto is_small = [&](const word& w) { return !w.capital && !w.digits && !words.has_any({list::connectives, list::particles, list::articles, list::joining_words}, w); };
    const auto comma = std::find_if(all.begin(), all.end(), [](const word& w) { return w.after == ','; });
    return std::none_of(all.begin(), comma == all.end() ? comma : comma + 1, is_small) && std::count_if(all.begin(), all.end(), is_small) <= most_small;
}

void occasion_reader::offer_place_line(const head_line& l, const joined_text& j, span s) {
    const std::string_view t = j.text();
    const auto line = t.substr(s.begin, s.size());
    const int places = count_of(line, list::venue_nouns, words), nouns = count_of(line, list::meeting_nouns, words);
    if (!is_place_like(line, words) || line.find("://") != line.npos || l.distance >= 6 || nouns > places) return;
    // Of headings only what stands right below the date, in the head, can be one.
    if (look_of_line(l).heading > 0 && (places == 0 || nouns > 0 || l.distance > 0 || l.nth - date_line != 1 || names_body(line))) return;
    // Without a word for a place only a plain line right below the date can be one.
    const bool plain_words = t.substr(0, s.end).find(':') == t.npos && t.substr(s.end).find(':') == t.npos && look_of_line(l).depth == 0 && look_of_line(l).mark.empty() && !starts_lower(line) && !has_verb(line) && !says(line, list::attending_words) && !says(line, list::passive_words);
    if (places == 0 && (!plain_words || !reads_as_name(line) || says(line, list::event_leads))) return;
    if (const auto own = words_in(line, words); places == 0 && !own.empty() && (words.has(list::organisation_nouns, own.back()) || own.back().digits)) return;  // "Fenwick Fire Department", "Minute No 225.9"
    if (const auto first = words_in(line, words, 1); places == 0 && !first.empty() && words.has(list::given_names, first[0]) && first[0].after == ',') return;  // "Ann, Tom"
    if (says(line, list::record_titles)) return;  // "PTO Minutes"
    const int near = l.nth - date_line;
    if (l.before_date && places > 0 && nouns == 0 && l.nth > 0 && l.distance == 0 && look_of_line(l).heading == 0 && (!names_body(line) || names_room(line.substr(0, line.find(','))))) take(out.venue, place(l, j, bare(t, s, words, false), needed_venue, "venue-line"), needed_venue);
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
        const auto own = words_in(piece, words);
        if (own.empty()) continue;
        const bool led = is_led_to_place(t, s, words);
        constexpr std::size_t longest = 6;  // words: what is longer tells more than the place
        if (own.size() > longest && (s = place_words(t, s.begin, s.end)).empty()) continue;
        const auto named = t.substr(s.begin, s.size());
        if (!led || !is_place_like(named, words) || has_verb(named)) continue;
        take(out.venue, place(l, j, bare(t, s, words, false), 5 + says(piece, list::venue_nouns) - penalty(l), "venue-in-sentence"), needed_venue);
        return;
    }
}

}  // namespace minutes
