// SPDX-License-Identifier: Apache-2.0
// The meeting's name: what a line of the head keeps when date, time and place are taken from it.
#include <algorithm>
#include <tuple>

#include "attendance_label.hpp"
#include "navigation.hpp"
#include "occasion_reader.hpp"
#include "place_name.hpp"
#include "roster_pieces.hpp"

namespace minutes {

using list = word_list;

bool occasion_reader::is_distinct(std::string_view name) const {
    const auto all = words_in(name, words);
    const bool body = says(all, list::body_nouns);  // "Regular Meeting" tells nothing, "Extraordinary Parish Council" something
    return std::any_of(all.begin(), all.end(), [&](const word& w) {
        return !words.has(list::meeting_nouns, w) && !words.has(list::body_nouns, w) && !words.has(list::connectives, w) && (body || !words.has(list::occasion_words, w)) && !words.is_label(w, label::meeting);
    });
}

bool occasion_reader::names_meeting(std::string_view name) const {
    const auto all = words_in(name, words);
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::meeting_nouns, w) && !words.has(list::body_nouns, w); });
}

bool occasion_reader::is_generic(std::string_view t) const {
    const auto all = words_in(t, words);
    if (const auto l = label_at(t, words); out.title && l && l->is(label::meeting) && !all.empty() && l->end >= all.back().end) return true;  // "Minute of meeting"
    // "Meeting No. 75"
    const auto counts = [&](const word& w) {
        const auto& kinds = words.columns(w.folded);
        return all.back().digits && std::find(kinds.begin(), kinds.end(), column::number) != kinds.end();
    };
    return std::all_of(all.begin(), all.end(), [&](const word& w) { return w.digits || words.has(list::connectives, w) || words.is_label(w, label::meeting) || is_way_of_meeting(w) || counts(w); });
}

int occasion_reader::heading_weight(int level) const {
    if (level <= 0) return 0;
    const int same = headings[static_cast<std::size_t>(std::min(level, 9))];
    return same > 2 ? -1 : same == 2 ? 1 : level == 1 ? 4 : 2;
}

void occasion_reader::offer_name_and_place(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, bool held, bool follows) {
    const std::string_view t = j.text();
    const auto in = [&](span s) { return t.substr(s.begin, s.size()); };
    const bool when = !o.dates.empty() || !o.times.empty();
    std::vector<span> pieces;
    for (const span s : o.pieces) pieces.push_back({s.begin + static_cast<std::uint32_t>(from), s.end + static_cast<std::uint32_t>(from)});
    if (!when && !held) {
        if (pieces.empty()) return;
        pieces = {{pieces.front().begin, pieces.back().end}};  // commas part nothing where nothing was taken out
    }
    std::size_t name = pieces.size();
    int best = -100;
    const auto behind_date = [&](std::size_t i) { return when && i < o.after_date.size() && o.after_date[i] > 0; };
    // "Village Hall - 7 pm" below the meeting's name
    const auto is_place = [&](span s) { return (when || held) && l.nth > 0 && out.title && (names_room(in(s)) || (count_of(in(s), list::venue_nouns, words) > count_of(in(s), list::meeting_nouns, words) && !names_body(in(s)) && !says(in(s), list::by_words))); };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (is_place(pieces[i]) || names_house(l, t, pieces[i], o)) continue;
        const auto room = in(pieces[i]).substr(0, in(pieces[i]).find(','));  // "6 pm, Union Meeting Room, City Campus"
        if (behind_date(i) && (names_room(in(pieces[i])) || names_room(room))) continue;
        const auto last = words_in(in(pieces[i]), words);
        const bool title = l.distance == 0 && look_of_line(l).heading == 1 && !out.title && pieces.size() == 1 && words.has(list::call_nouns, last.back()) && last.size() > 1;  // "# 3 May 2022 | Kite Club call"
        if (!title && behind_date(i) && !says(in(pieces[i]), list::meeting_nouns) && (says(in(pieces[i]), list::venue_nouns) || (out.title && l.nth > 0 && !names_body(in(pieces[i]))))) continue;
        // "Harbour Club 4 May 2023 Meeting": the last word goes with the name before the day.
        const bool rest_of_name = behind_date(i) && i > 0 && !is_generic(in(pieces[0])) && words_in(in(pieces[i]), words).size() == 1;
        const int weight = -3 * rest_of_name + 3 * count_of(in(pieces[i]), list::meeting_nouns, words) - 2 * count_of(in(pieces[i]), list::venue_nouns, words) - 2 * is_generic(in(pieces[i])) - static_cast<int>(i);
        if (weight > best) {
            best = weight;
            name = i;
        }
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        span s = pieces[i];
        if (i != name) {
            if (const auto first = words_in(in(s), words, 1); held && !first.empty() && words.has(list::held_words, first[0])) {  // "Held via Zoom. Start 19:30"
                std::ignore = cut_at_held(l, j, s);
                continue;
            }
            const bool venue = says(in(s), list::venue_nouns);
            if (const auto last = words_in(in(s), words); !behind_date(i) && words.has(list::meeting_nouns, last.back()) && !words.has(list::venue_nouns, last.back())) continue;  // "Harbour Board meeting - 4 May - Session 2"
            if (!names_place(t, s, words) || l.distance >= 6 || tells_behind_stop(t, s)) continue;
            if (when && (behind_date(i) || venue || names_house(l, t, s, o))) take(out.venue, place(l, j, s, 4 + 2 * venue + 2 * held - penalty(l), "venue"), needed_venue);
            continue;
        }
        if (held) s = cut_at_held(l, j, s);
        offer_way_of_meeting(l, j, s);
        const span whole = s;
        s = without_lead(t, s, words);
        const bool led = s != whole;
        s = with_meeting(t, whole, s);
        if (words_in(in(s), words).empty() || is_small(in(s), words)) {
            name_follows |= led || !whole.empty();
            // "Meeting minutes" is a name when there is no other.
            if (when && says(in(whole), list::meeting_nouns)) take(out.title, {needed_title, j.source(whole.begin, whole.end), "title-generic", "", l.block, {}, {}, {}, {}}, needed_title);
            continue;
        }
        const auto border = place_border(in(s), words);
        const bool other_place = pieces.size() > 1 && i + 1 < pieces.size() && in(s).find(" @ ") == std::string_view::npos;
        if (border != std::string_view::npos && !other_place) {
            const span rest = bare(t, {static_cast<std::uint32_t>(s.begin + border), s.end}, words, false);
            const bool meeting = says(in({s.begin, static_cast<std::uint32_t>(s.begin + border)}), list::meeting_nouns);
            if (meeting) {
                take(out.venue, place(l, j, rest, 5 - penalty(l), "venue-in-title"), needed_venue);
                s.end = s.begin + static_cast<std::uint32_t>(border);
            }
        }
        if (border == std::string_view::npos && when && !behind_date(i) && (i + 1 == pieces.size() || behind_date(i + 1))) s = cut_at_comma(l, j, s);
        s = bare(t, s, words, true);
        offer_name(l, j, s, led || follows, when);
        if (!when) offer_place_line(l, j, s);
    }
}

span occasion_reader::cut_at_comma(const head_line& l, const joined_text& j, span s) {
    const auto name = std::string_view(j.text()).substr(s.begin, s.size());
    const auto comma = name.rfind(", ");
    if (comma == name.npos) return s;
    const auto rest = name.substr(comma + 2);
    const auto all = words_in(rest, words);
    const bool capital = !all.empty() && all.size() <= 6 && std::all_of(all.begin(), all.end(), [&](const word& w) { return (w.capital && !w.digits) || words.has_any({list::articles, list::particles, list::date_joiners}, w); });
    const bool other = std::any_of(all.begin(), all.end(), [&](const word& w) { return (!words.has(list::articles, w) && words.has_any({list::meeting_nouns, list::body_nouns, list::organisation_nouns, list::areas, list::role_nouns, list::record_titles}, w)) || words.weekday_of(w) || words.is_label(w, label::meeting); });
    if (!capital || other || !says(name.substr(0, comma), list::meeting_nouns) || name.substr(0, comma).find(", ") != name.npos) return s;
    const auto begin = static_cast<std::uint32_t>(s.begin + comma + 2);
    take(out.venue, place(l, j, {begin, s.end}, 4 - penalty(l), "venue-behind-name"), needed_venue);
    return {s.begin, static_cast<std::uint32_t>(s.begin + comma)};
}

bool occasion_reader::is_cell_among_others(std::size_t block) const {
    const auto& b = p.laid.blocks[block];
    return b.in_cell && !b.pair && p.laid.tables[b.table].columns.size() > 1;
}

bool occasion_reader::names_people(std::string_view t) const {
    const auto label = attendance_label_at(t, words);
    if (label && label->begin == 0 && ((label->sure && label->whole) || (label->marked && !label->whole && strength_of_head(t.substr(label->rest), words) == 3))) return true;
    const auto colon = t.find(": ");
    return colon != t.npos && strength_of_head(t.substr(colon + 2), words) == 3 && match_roster(t.substr(colon + 2), words).size() > 1;
}

void occasion_reader::offer_name_in_opening(const head_line& l, const joined_text& j) {
    constexpr std::size_t longest = 20;  // words
    const std::string_view t = j.text();
    const auto sentences = sentences_in(t, words);
    constexpr int farthest = 12;  // lines behind the head: below the lists of those present
    if (l.distance >= farthest || sentences.empty()) return;
    const auto sentence = t.substr(sentences.front().begin, sentences.front().size());
    const auto all = words_in(sentence, words);
    if (!says(all, list::opening_words) && !says(all, list::held_words)) return;
    // "On the motion of Ann Bell the Commission voted to open the hearing", "The minutes of the meeting held on 4 May were received", "The public session opened at 7"
    const auto of_business = [&](const word& w) { return words.has_any({list::proposal_words, list::second_words, list::vote_nouns, list::voting_verbs, list::decision_verbs, list::public_words}, w) && !words.has_any({list::held_words, list::opening_words}, w); };
    if (std::any_of(all.begin(), all.end(), of_business) || words.has(list::record_nouns, all[all.size() > 1 && words.has(list::articles, all[0]) ? 1 : 0])) return;
    std::size_t verb = 0;
    while (verb < all.size() && verb < longest && !(words.has_any({list::passive_words, list::verbs, list::held_words}, all[verb]) && !all[verb].capital)) ++verb;
    if (verb < 3 || verb >= all.size() || verb == longest) return;
    const auto begin = sentences.front().begin;
    const span s = bare(t, {begin, static_cast<std::uint32_t>(begin + all[verb - 1].end)}, words, false);
    const auto name = t.substr(s.begin, s.size());
    if (!says(name, list::meeting_nouns) || !is_distinct(name) || says(name, list::next_words) || says(name, list::past_words) || !find_dates(name, words).empty()) return;
    take(out.title, {needed_title + 2 * names_meeting(name) + (l.nth == 0 ? 4 : 0) - (l.distance > 0), j.source(s.begin, s.end), "title-in-opening", "", l.block, {}, {}, {}, {}}, needed_title);
}

span occasion_reader::with_meeting(std::string_view t, span whole, span s) const {
    const auto own = words_in(t.substr(s.begin, s.size()));
    if (own.size() != 1 || s == whole || !words.has(list::body_nouns, own[0].folded)) return s;
    for (const auto& w : words_in(t.substr(whole.begin, s.begin - whole.begin)))
        if (w.capital && words.has(list::meeting_nouns, w.folded) && !words.has(list::body_nouns, w.folded)) return {static_cast<std::uint32_t>(whole.begin + w.begin), s.end};
    return s;
}

/// "This document holds the notes of the meeting.", "(kept here for now)", "Ann, Tom, Priya": a line below the first that names nothing.
bool occasion_reader::is_remark(const head_line& l, std::string_view t) const {
    const auto line = trim(t);
    if (look_of_line(l).heading > 0 || line.empty()) return false;
    if (line.front() == '(' && line.back() == ')') return true;
    const auto all = words_in(line, words);
    if (l.nth > 0 && line.ends_with('.') && all.size() > 3 && words.has(list::demonstratives, all[0])) return true;
    constexpr std::size_t fewest = 3;  // people
    return all.size() >= fewest && line.find(", ") != line.npos && std::all_of(all.begin(), all.end(), [&](const word& w) { return w.capital && words.has(list::given_names, w); });
}

/// "Moderated by Ann Brown", "Join the meeting": who did something for the meeting, or what its people are to do.
bool occasion_reader::names_maker(words_view all) const {
    if (all.size() > 1 && !all[1].capital && words.has(list::imperatives, all[0]) && words.has_any({list::articles, list::demonstratives}, all[1])) return true;
    for (std::size_t k = 1; k + 1 < all.size(); ++k)
        if (!all[k].capital && words.has(list::by_words, all[k])) return all[k + 1].capital;
    return false;
}

void occasion_reader::offer_name(const head_line& l, const joined_text& j, span s, bool led, bool when) {
    const std::string_view t = j.text();
    const auto name = t.substr(s.begin, s.size());
    const auto count = words_in(name, words).size();
    const auto& form = look_of_line(l);
    if (count == 0 || l.block == p.unlabelled_people || is_navigation(t, words) || name.find("://") != name.npos || name.find('@') != name.npos || name.front() == '=') return;
    const int nouns = count_of(name, list::meeting_nouns, words), places = count_of(name, list::venue_nouns, words);
    const auto all = words_in(name, words);
    if (count == 1 && nouns == 0 && (words.has(list::given_names, all[0]) || words.has(list::function_words, all[0]))) return;
    if (l.distance > 0 && has_verb(words_in(t, words)) && !led && !says(all, list::body_nouns) && form.heading == 0) return;  // "The meeting commences at 15:05"
    if (const auto dates = l.distance > 0 && when && nouns == 0 ? find_dates(t, words) : std::vector<date_finding>{}; !dates.empty() && std::none_of(dates.begin(), dates.end(), [](const date_finding& f) { return f.year.has_value(); })) return;  // "Flower Show 20 May"
    const auto fields = columns_named(name.substr(0, name.find(" (")), words);
    if (std::find(fields.begin(), fields.end(), column::name) != fields.end()) return;  // "Name (Affiliation)"
    if (names_people(name) || (l.distance > 0 && (trim(t.substr(s.end)) == ":" || is_cell_among_others(l.block)))) return;
    const auto own = label_at(name, words);
    if (own && own->whole && !own->is(label::meeting)) return;  // "Attendees"
    if (std::all_of(all.begin(), all.end(), [&](const word& w) { return w.digits || words.month_of(w); })) return;  // "September 2015"
    if (form.depth > 0 && nouns == 0) return;
    if (all.size() == 1 && nouns == 0 && words.has(list::openers, all[0])) return;  // "We met …"
    if (l.distance > 0 && form.heading == 0 && !led && (form.depth > 0 || !form.mark.empty())) return;  // "- Plan a meeting in May", "- AGM on 4 July 2021"
    if (places > 1 && nouns == 0 && !led && !says(all, list::body_nouns) && name.find(", ") != name.npos) return;  // "Mill Hall, Jubilee Lane, Barset"
    if (tells_of_open_forum(all, words)) return;  // "The public session"
    if (is_remark(l, t) || (l.nth > 0 && !led && form.heading == 0 && (names_maker(all) || names_room(name)))) return;
    if (words.has(list::picture_words, all.back()) || words.has(list::greeting_words, all[0])) return;  // "Hill Trust Logo", "Dear All"
    if (all.size() > 2 && words.has(list::plural_honorifics, all[0]) && match_roster(name, words, roster_shape::several).size() > (l.distance > 0 ? 1U : 2U)) return;  // "Councillors Bell, Ash and Lee."
    if (count <= 3 && (words.has(list::agenda_headings, fold(name)) || (!is_generic(name) && words.has(list::section_headings, fold(name))))) return;  // "Opening", "Meeting information"
    if (l.distance > 0 && !all[0].digits && words.has(list::openers, all[0]) && has_verb(all)) return;  // "It was agreed that future meetings"
    if ((l.distance > 0 && count <= 6 && (says(all, list::closing_words) || says(all, list::opening_words))) || tells_closing(all)) return;  // "Meeting adjourned", "Opening of the Meeting"
    if (std::all_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::paper_words, list::connectives}, w); })) return;  // "Posted"
    if (!all.back().capital && words.has_any({list::opening_words, list::closing_words}, all.back())) return;  // "The meeting commences"
    led |= words.is_label(all.back(), label::meeting) && nouns == 0;  // "… Minutes"
    if (l.distance > 0 && form.heading != 1 && nouns == 0 && !led && !when && !says(all, list::body_nouns)) return;  // "Bell, Ann"
    const auto small = std::count_if(all.begin(), all.end(), [&](const word& w) { return !w.capital && !w.digits && !words.has(list::connectives, w); });
    int weight = 2 * led + 3 * (nouns > 0) + 2 * names_meeting(name) + 4 * is_distinct(name) + heading_weight(form.heading) + (form.bold || form.align == document_block::align_type::centre) + 2 * when +
                 std::max(0, 3 - l.nth) - 3 * (places > 0 && nouns == 0) - 4 * (count > 16) - (nouns > 0 ? 4 : 6) * is_generic(name) - penalty(l);
    const bool digits = name.find_first_of("0123456789") != name.npos;
    weight -= 2 * (digits && places > 0) + 5 * starts_lower(name) + (small > 4 ? 4 : small > 2 && nouns == 0 ? 3 : 0) + 5 * (says(name, list::next_words) || says(name, list::past_words)) + 4 * (l.distance > 0 && form.heading > 1 && !led && !when);
    if (l.distance > 0 && form.heading == 0 && !led && !when && small > 0) weight -= 4;  // "Room booked for the meeting in May"
    weight += (nouns > 1) + 5 * l.before_date + (nouns == 0 && says(name, list::body_nouns));
    if (nouns == 0 && match_person(name, words).value_or(person_finding{}).weight >= 3) weight -= 4;
    if (l.distance > 0 && form.heading == 0 && !led && !when) weight -= 4;
    if (l.meta && (led || nouns > 0)) weight += 4;  // what the minutes call themselves
    const auto behind = trim(t.substr(s.end));
    if (nouns > 0 && behind.starts_with(':') && behind.find_first_of("0123456789") <= 2 && find_dates(behind, words).empty()) weight -= 6;  // "Length of the meeting: 2 h"
    const bool dated = behind.starts_with(':') && l.distance == 0 && !find_dates(behind, words).empty();  // "Developer discussions: 8 April 2021"
    if (nouns == 0 && !dated && (behind.starts_with(':') || name.find(": ") != name.npos)) weight -= 6;  // "Previous calls:", "Duration: an hour"
    take(out.title, {weight, j.source(s.begin, s.end), "title", "", l.block, {}, {}, {}, {}}, needed_title);
}

}  // namespace minutes
