// SPDX-License-Identifier: Apache-2.0
#include "occasion.hpp"

#include <algorithm>
#include <tuple>

#include "attendance_label.hpp"
#include "attendance_text.hpp"
#include "occasion_reader.hpp"
#include "place_name.hpp"
#include "reference.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

constexpr std::size_t longest_place = 12;  // words
constexpr std::size_t longest_line = std::size_t{1} << 16;  // bytes: what is longer is prose, whatever its words

const std::vector<label> business_labels = {label::apologies, label::any_other_business, label::closing, label::next_meeting, label::agenda, label::previous_minutes,
                                            label::matters_arising, label::declarations, label::action, label::decisions};

}  // namespace

bool occasion_reader::is_behind_item(std::size_t block) const {
    const auto& all = p.heads.entries;
    std::size_t people = 0;  // before them an item may hold the head's own lines
    while (people < block && !p.attendance_opens(people)) ++people;
    return std::any_of(all.begin(), all.end(), [&](const outline_entry& e) { return e.chosen && e.block > people && e.block < block && !e.number.empty() && !has_any(e.labels, {label::present, label::in_attendance, label::apologies, label::absent, label::meeting, label::venue, label::date, label::time}); });
}

span occasion_reader::without_address(std::string_view t, span s) const {
    const auto own = t.substr(s.begin, s.size());
    const auto address = std::min(own.find("http://"), own.find("https://"));
    if (address == own.npos || address == 0) return s;
    span rest = bare(t, {s.begin, static_cast<std::uint32_t>(s.begin + address)}, words, true);
    for (auto all = words_in(t.substr(rest.begin, rest.size()), words); !all.empty() && words.has(list::link_words, all.back()); all.pop_back()) rest = bare(t, {rest.begin, static_cast<std::uint32_t>(rest.begin + all.back().begin)}, words, true);
    return rest.empty() ? s : rest;
}

bool occasion_reader::stands_below_next(std::size_t block) const {
    const outline_entry* above = nullptr;
    for (const auto& e : p.heads.entries)
        if (e.block <= block && e.chosen) above = &e;
    return above && above->block < block && above->is(label::next_meeting) && above->rest >= p.join(p.laid.blocks[above->block].text).text().size();
}

bool has_any(const std::vector<label>& kinds, const std::vector<label>& of) {
    return std::any_of(kinds.begin(), kinds.end(), [&](label k) { return std::find(of.begin(), of.end(), k) != of.end(); });
}

std::size_t occasion_reader::first_business(std::size_t body) const {
    const auto opens = [&](const word& w) { return words.has_any({list::opening_words, list::attending_words, list::apology_words, list::label_fillers}, w) && !words.has(list::function_words, w); };
    std::size_t people = 0;  // before them capitals and bold lines may be the head's own
    while (people < p.laid.blocks.size() && !p.attendance_opens(people)) ++people;
    const std::size_t from = people < p.laid.blocks.size() ? std::max(people, body) : body;
    for (const auto& e : p.heads.entries) {
        if (!e.chosen || e.block < from || has_any(e.labels, {label::present, label::in_attendance, label::apologies, label::absent, label::meeting, label::venue, label::date, label::time, label::end, label::chair, label::minute_taker, label::agenda})) continue;
        const auto heading = p.join(p.laid.blocks[e.block].text);
        const auto t = std::string_view(heading.text()).substr(e.heading.begin, e.heading.size());
        const auto all = words_in(t, words);
        if (words.has(list::section_headings, fold(t)) || std::any_of(all.begin(), all.end(), opens) || !find_dates(t, words).empty()) continue;
        return e.block;
    }
    return static_cast<std::size_t>(-1);
}

int occasion_reader::weight_in_business(const offer& o, int needed) const {
    const std::string_view rule = o.rule;
    if (rule == "closed-at") return o.weight;
    // "Departure at 8.30 am from the station." names no meeting.
    const auto& b = p.laid.blocks[o.block];
    if (rule == "title" && b.kind == laid_block::kind_type::line && b.look.heading != 1) return needed - 1;
    if (rule.starts_with("title")) return o.weight;
    if (rule == "chair-label" || rule == "venue-line" || rule == "venue" || rule == "venue-behind-name" || rule == "venue-in-title") return needed - 1;
    return needed;
}

namespace {

/// "Chair: Write to the council": what the chair is to do, not who that is.
bool is_order(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words, 2);
    return all.size() == 2 && words.has_any({word_list::imperatives, word_list::infinitive_marks}, all[0]) && !all[1].capital;
}

}  // namespace

void occasion_reader::take(std::optional<offer>& best, offer o, int needed) {
    if (o.where.empty()) return;
    o.label = label_here;
    if (o.block >= business) o.weight = std::min(o.weight, weight_in_business(o, needed));
    o.field = &best == &out.title ? "title" : &best == &out.date ? "date" : &best == &out.start ? "start" : &best == &out.end ? "end" : &best == &out.venue ? "venue" : "chair";
    if (o.weight >= needed && (!best || (how == choice::weighed && o.weight > best->weight))) best = o;
    out.offers.push_back(std::move(o));
}

bool occasion_reader::has_verb(words_view all) const {
    return tells_in_verb(all, words);
}

bool occasion_reader::is_handle(std::string_view rest) {
    const auto t = trim(rest);
    return t.starts_with('@') || (words_in(t, 2).size() == 1 && starts_lower(t));
}

std::optional<time_of_day> occasion_reader::figures_range(std::string_view rest) {
    const auto t = trim(rest);
    const auto end = t.find_first_not_of("0123456789");
    if (t.size() < 4 || (end != t.npos && (end != 4 || t.find_first_of("-\xE2", 4) > 5))) return {};
    if (end == t.npos && t.size() != 4) return {};
    const time_of_day time{(t[0] - '0') * 10 + (t[1] - '0'), (t[2] - '0') * 10 + (t[3] - '0')};
    return time.hour < 24 && time.minute < 60 ? std::optional(time) : std::nullopt;
}

void occasion_reader::read_labelled(const head_line& l, const joined_text& j, std::size_t from, const std::vector<label>& kinds) {
    const std::string_view t = j.text();
    const auto is = [&](label k) { return std::find(kinds.begin(), kinds.end(), k) != kinds.end(); };
    const auto rest = std::string_view(t).substr(from);
    const auto o = take_apart(rest, words);
    const span all{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(trim(rest).size() + from)};
    // Front matter often gives the day on which the minutes were put up.
    // A time stamp is a machine's: "2022-08-26T12:03:03".
    const auto stamped = rest.find(':');
    const bool seconds = stamped != rest.npos && stamped + 5 < rest.size() && rest[stamped + 3] == ':' && rest[stamped + 4] >= '0' && rest[stamped + 4] <= '9';
    const bool stamp = (seconds && rest.substr(stamped + 3, 3) != ":00") || (l.meta && seconds) || (l.meta && !o.dates.empty() && rest.substr(o.dates.front().end).starts_with('T'));
    const int w = l.meta || stamp ? 3 : 12 - penalty(l);
    const bool when = is(label::date) || is(label::time) || is(label::end);
    if (when && l.distance > 0 && !o.dates.empty() && out.date && is_behind_item(l.block)) return;  // "Date: Saturday 9 July from 2.30 pm" of the fair
    if (when && (!o.dates.empty() || !o.times.empty())) {
        offer_dates(l, j, o, from, w);
        const bool ends = is(label::end) && !is(label::time) && o.dates.empty();
        if (!stamp) offer_times(l, j, o, from, w + l.meta, ends);
        if (!l.meta && !stamp) offer_places(l, j, o, from, is(label::venue) ? w : w - 6);  // "Place and date:"
        out.blocks.insert(l.block);
    } else if (const auto own = words_in(rest, words); is(label::venue) && ((name_strength(trim(rest), words) == 3 && !own.empty() && !is_way_of_meeting(own.back())) || attendance_label_at(rest, words).value_or(attendance_label{}).sure)) {
        return;  // the next field's: a person, "Members present"
    } else if (is(label::venue) && l.distance > 0 && is_behind_item(l.block)) {
        return;  // "Location:" of a planning application
    } else if (is(label::venue)) {
        if (p.heads.at(l.block) == nullptr && l.distance > 0 && !l.kinds.empty() && has_verb(rest) && words_in(rest, words).size() > longest_place) return;  // "Venue" heads what is said of it
        std::string_view said = trim(rest);
        while (said.ends_with('.')) said.remove_suffix(1);
        const auto link = said.find(": ");
        auto tail = trim(said.substr(link == said.npos ? 0 : link + 2));
        while (!tail.empty() && (tail.back() == ']' || tail.back() == ')')) tail.remove_suffix(1);
        while (!tail.empty() && (tail.front() == '[' || tail.front() == '(')) tail.remove_prefix(1);
        if (words.is_label(fold(tail), label::none)) return;  // "Location: TBD", "Meeting link: [TBD]"
        const bool tells = has_verb(rest) && words_in(rest, words).size() > longest_place && place_words(t, from, t.size()).empty();
        if (tells) return;  // "Location: Ann will send the link before the meeting"
        if (o.dates.empty() && o.times.empty()) take(out.venue, place(l, j, without_address(t, bare(t, all, words, true)), l.distance > 0 && out.venue ? std::min(w, needed_venue) : w + 5 * l.meta, "venue-label"), needed_venue);
        else offer_places(l, j, o, from, w);
        offer_dates(l, j, o, from, w - 2);
        offer_times(l, j, o, from, w - 2, false);
        out.blocks.insert(l.block);
    } else if (is(label::time) && figures_range(rest)) {
        const auto at = from + rest.find_first_of("0123456789");
        take(out.start, {w, j.source(at, at + 4), "meeting-time", "", l.block, figures_range(rest), {}, {}, {}}, needed_time);
    } else if (is(label::chair) && o.dates.empty() && !tells_election(rest, words) && !is_order(rest, words)) {
        take(out.chair, {w, j.source(all.begin, all.end), "chair-label", "", l.block, {}, {}, {}, {}}, 1);
    } else if (l.meta && is(label::meeting) && !is_handle(rest)) {
        offer_dates(l, j, o, from, 5);
        offer_name_and_place(l, j, o, from, false, false);
    } else if (is(label::meeting) && o.dates.empty() && o.times.empty() && !is_handle(rest)) {
        const span s = without_lead(t, bare(t, all, words, true), words);
        const int weight = 7 - penalty(l) + 2 * says(rest, list::meeting_nouns) + is_distinct(rest) - 4 * is_generic(rest) - 5 * has_verb(rest) - 4 * (words_in(rest, words).size() > 16);
        take(out.title, {weight, j.source(s.begin, s.end), "title-label", "", l.block, {}, {}, {}, {}}, needed_title);
    }
}

bool occasion_reader::is_of_paper(std::string_view t, std::size_t date) const {
    constexpr std::size_t longest_way = 3;  // words
    const auto before = words_in(t.substr(0, date), words);
    for (std::size_t k = before.size(); k-- > 0 && before.size() - k <= longest_way;) {
        if (words.has(list::paper_words, before[k])) return true;
        if (!words.has(list::function_words, before[k]) || before[k].after == ';') return false;
    }
    return false;
}

bool occasion_reader::is_of_earlier_minutes(const head_line& l, std::string_view t, std::size_t date) const {
    constexpr std::size_t longest_way = 9;  // words
    if (l.distance == 0) return false;
    const auto before = words_in(t.substr(0, date), words), all = words_in(t, words);
    if (!std::any_of(all.begin(), all.end(), [&](const word& w) { return !w.capital && words.has_any({list::acceptance_words, list::approval_words, list::signing_verbs}, w); })) return false;
    for (std::size_t k = before.size(); k-- > 1 && before.size() - k <= longest_way;)
        if (words.has(list::record_titles, before[k]) && !before[k].capital) return true;
    return false;
}

namespace {

/// "Elm Gardens AGM 2009": whether a lone number of a name may be its year.
bool names_year(std::string_view name) {
    const auto all = words_in(name);
    return std::any_of(all.begin(), all.end(), [](const word& w) { return w.folded.size() == 4 && w.folded.find_first_not_of("0123456789") == w.folded.npos && (w.folded.starts_with("19") || w.folded.starts_with("20")); });
}

}  // namespace

void occasion_reader::offer_dates(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight) {
    for (const auto& f : o.dates) {
        if (f.how == date_finding::form::month) continue;
        const int w = weight - 6 * is_of_paper(j.text(), from + f.begin) - 8 * is_of_earlier_minutes(l, j.text(), from + f.begin);
        const bool in_title = !f.year && f.weekday && out.title && names_year(p.words_at(out.title->where));  // "Elm Gardens AGM 2009"
        take(out.date, {w + (f.weekday ? 1 : 0) - (f.year || in_title ? 0 : 3), j.source(from + f.begin, from + f.end), "meeting-date", "", l.block, {}, {}, {}, {}}, needed_date);
    }
}

void occasion_reader::offer_times(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight, bool as_end) {
    for (const auto& x : o.times) {
        offer c{weight, j.source(from + x.begin, from + (as_end ? x.end : x.start_end)), "meeting-time", "", l.block, x.start, {}, {}, {}};
        if (as_end) {
            take(out.end, std::move(c), needed_time);
            continue;
        }
        if (x.until) {
            c.until = x.until;
            c.until_where = j.source(from + x.until_begin, from + x.end);
        }
        take(out.start, std::move(c), needed_time);
    }
}

bool occasion_reader::tells_closing(words_view all) const {
    return !says(all, list::opening_words) && std::any_of(all.begin(), all.end(), [&](const word& w) { return !w.capital && words.has(list::closing_words, w); });
}

std::string_view occasion_reader::own_words(std::string_view t) const {
    const auto l = label_at(t, words);
    const std::size_t from = l && l->is(label::meeting) ? l->end : 0;
    return t.substr(from, std::min(t.find(" (", from), t.size()) - from);
}

void occasion_reader::read_plain(const head_line& l, const joined_text& j) {
    const std::string_view t = j.text();
    const auto all = words_in(t, words);
    const auto count = all.size();
    if (count == 0) return;
    const auto told_by = std::find_if(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::held_words, list::opening_words}, w); });
    const bool of_meeting = told_by != all.end() && (l.distance == 0 || tells_of_this_meeting(all, static_cast<std::size_t>(told_by - all.begin()), l.block >= business));
    const bool held = of_meeting && says(all, list::held_words);
    const bool verb = has_verb(own_words(t));
    const auto& form = look_of_line(l);
    const auto lead = label_at(t, words);
    const bool whole_label = lead && lead->whole && lead->is(label::meeting);
    const bool prose = !held && (verb || count > 26);
    if (prose && find_dates(t, words).empty() && find_times(t, words).empty()) {
        name_follows = whole_label;
        return;  // it says neither when nor what
    }
    const auto o = take_apart(t, words);
    // An entry of a list tells what was done, "- Discussed meeting at 5 pm at the church", unless it is dated or opens with a label.
    const bool is_entry = (form.depth > 0 || !form.mark.empty() || t.starts_with("- ")) && o.dates.empty() && !lead;
    // "Friends of the Roof Minutes February 22, 2018": the day that minutes are called by
    const bool minutes_of = l.distance == 0 && !o.dates.empty() && o.dates.front().year && count <= 14 && says(t.substr(0, o.dates.front().begin), list::record_titles);
    const bool named = minutes_of || (lead && lead->is(label::meeting)) || says(all, list::meeting_nouns) || (count <= 8 && says(all, list::record_titles));
    if (!o.dates.empty() || !o.times.empty()) {
        const bool opening = says(all, list::opening_words) && !o.times.empty();
        int weight = 2 + 3 * o.pieces.empty() + 3 * named + 2 * (form.heading > 0 || form.bold || form.align == document_block::align_type::centre) + 2 * (form.heading == 1) + 2 * held - 4 * (verb && !held && !opening && count > 8) - (count > 40 ? 3 : 0);
        if (l.distance == 0 && l.nth < 6 && count <= 12 && !o.dates.empty() && o.dates.front().year) ++weight;
        weight += 2 * minutes_of;
        const bool closing = tells_closing(all) || (l.distance > 0 && says(all, list::closing_words));
        if (closing || says_next(all)) weight -= 8;
        if (opening) weight += 3;
        // "- AGM on 4 July 2021", "- Minutes of 3 March 2021 approved": an entry of a list that tells of other days
        const bool listed = (form.depth > 0 || !form.mark.empty() || t.starts_with("- ")) && !(lead && lead->marked);
        if (listed && l.distance > 0) weight -= 6;
        else if (listed && !o.pieces.empty()) weight = std::min(weight, std::max(needed_date + 1, weight - 6));
        offer_dates(l, j, o, 0, weight + 2 * !o.times.empty() - penalty(l));
        if (o.dates.empty() && o.pieces.empty() && l.nth - date_line == 1) date_line = l.nth;  // the time below the date
        if (!o.dates.empty() && (!verb || held)) {
            date_line = l.nth;
            if (weight >= needed_date && l.distance < 6) out.blocks.insert(l.block);
        }
        const bool sure = std::any_of(o.times.begin(), o.times.end(), [](const auto& x) { return x.sure; });
        // "Meeting held at the school on 3 May 2014 at 8 pm." below the list of those present
        const auto opens = words_in(t, words, 3);
        const bool of_paper = !o.dates.empty() && is_of_paper(t, o.dates.front().begin);  // "Last updated 5 February 2019 13:10"
        const bool told = held && !verb && l.distance < 6 && !o.dates.empty() && o.dates.front().year && says(opens, list::meeting_nouns) && !says(all, list::record_titles);
        const bool only_when = told || (l.distance < 6 && !o.dates.empty() && o.dates.front().year && o.pieces.empty());
        if ((l.distance == 0 || only_when) && !is_entry && !closing && !of_paper && !tells_exempt(all) && !tells_of_open_forum(all, words) && (sure || !o.dates.empty() || (l.nth - date_line <= 1 + o.pieces.empty() && count < 6))) offer_times(l, j, o, 0, (!verb || held ? 7 : 2) - penalty(l), false);
    }
    const bool other_day = is_of_other_day(l, o);
    if ((!o.dates.empty() || !o.times.empty()) && !is_entry && !other_day && (held || named || (of_meeting && says(t, list::opening_words)) || (l.distance == 0 && count <= 12 && !verb)) && !says_next(all)) offer_place_in_sentence(l, j, o);
    const bool follows = name_follows;
    name_follows = whole_label;
    if (whole_label && is_generic(t)) return;
    if (prose || is_entry) return;
    offer_name_and_place(l, j, o, 0, held && !other_day, follows);
}

void occasion_reader::read(const head_line& l) {
    const auto j = p.join(l.where);
    const std::string_view t = j.text();
    if (t.size() > longest_line || words_in(t.substr(0, 200), words, 1).empty()) return;
    label_here = l.label_where;
    if (l.meta) {
        const auto key = label_at(t, words);
        const auto colon = t.find(':');
        if (!key || colon == t.npos || key->end > colon || !has_any(key->kinds, {label::date, label::time, label::end, label::venue, label::meeting})) return;
        label_here = j.source(0, key->rest);
        read_labelled(l, j, key->rest, key->kinds);
        label_here.clear();
        return;
    }
    const auto lead = label_at(t, words);
    // "Next meeting" alone, or "Next meeting: 3 May": the day, time and place below it are none of this one's.
    const bool below_next = l.distance > 0 && (stands_below_next(l.block) || (l.nth - next_from <= 3 && lead && !lead->whole && has_any(lead->kinds, {label::date, label::time, label::venue})));
    if (below_next && !(lead && lead->is(label::next_meeting))) return read_sentences(l, j);
    if (!l.kinds.empty()) {
        read_labelled(l, j, 0, l.kinds);
        return;
    }
    if (l.prose) {
        read_sentences(l, j);
        return;
    }
    // "Next meeting" alone on its line: the day below it is no day of this one.
    if (l.distance > 0 && lead && lead->is(label::next_meeting) && (lead->whole || lead->marked)) {
        next_from = l.nth;
        next_alone = lead->whole;
    } else if (next_alone && l.nth - next_from == 1) {
        return;
    }
    const auto mark = lead ? t.substr(lead->end, lead->rest - lead->end) : std::string_view{};
    const bool dash = mark.find("\u2013") != mark.npos || mark.find("\u2014") != mark.npos;  // "Place – Library"
    const bool colon = mark.find_first_of(":\t-|") != mark.npos || (dash && has_any(lead->kinds, {label::date, label::time, label::end, label::venue}));
    const bool head_word = lead && fold(t.substr(lead->begin, lead->end - lead->begin)).find(" of") != std::string::npos;
    if (lead && lead->marked && !lead->whole && colon && l.distance < far_behind && !(lead->is(label::meeting) && head_word)) {
        if (has_any(lead->kinds, {label::date, label::time, label::end, label::venue, label::chair, label::meeting})) {
            label_here = j.source(lead->begin, lead->rest);
            read_labelled(l, j, lead->rest, lead->kinds);
            label_here.clear();
            if (!lead->is(label::meeting)) return;
        } else if (!has_any(lead->kinds, {label::closing}) && !is_dated_title(l, t)) {
            name_follows = false;
            return;
        }
    }
    // "Place Library" below "Time 7 pm"
    if (lead && lead->is(label::venue) && !lead->marked && !lead->whole && l.distance == 0 && starts_upper(t.substr(lead->rest)) && starts_upper(t)) {
        const auto key = words_in(t, words, 2);
        if (key.size() == 2 && key[1].begin == lead->rest && !key[1].digits && !words.has(list::place_leads, key[0]) && !says(t, list::meeting_nouns) && !names_body(t)) return read_labelled(l, j, lead->rest, lead->kinds);
    }
    read_sentences(l, j);
    offer_date_in_label(l, j);
    offer_place_in_opening(l, j);
    offer_name_in_opening(l, j);
    if (l.distance >= far_behind && look_of_line(l).heading != 1) return;
    if (is_business(l, t, lead)) {
        // "## Agenda for 2 July 2024" may be all that gives the day.
        if (lead && lead->is(label::agenda) && look_of_line(l).heading > 0 && l.distance < 6) {
            const auto o = take_apart(t, words);
            if (!o.dates.empty() && o.dates.front().year) offer_dates(l, j, o, 0, needed_date);
        }
        name_follows = false;  // "Minutes of 4 May" and then "Present:"
        return;
    }
    read_plain(l, j);
}

void occasion_reader::offer_date_in_label(const head_line& l, const joined_text& j) {
    const std::string_view t = j.text();
    const auto people = attendance_label_at(t, words);
    const auto colon = t.find(':');
    if (!people || !people->sure || colon == t.npos || l.distance >= 6) return;
    const auto o = take_apart(t.substr(0, colon), words);
    if (!o.dates.empty() && o.dates.front().year) offer_dates(l, j, o, 0, needed_date);
}

bool occasion_reader::is_dated_title(const head_line& l, std::string_view t) const { return l.distance == 0 && look_of_line(l).heading == 1 && !find_dates(t, words).empty(); }

bool occasion_reader::is_business(const head_line& l, std::string_view t, const std::optional<label_finding>& lead) const {
    if (is_dated_title(l, t) && !(lead && lead->is(label::next_meeting))) return false;
    // "Minutes of meeting 13/05/22" heads this meeting's where nothing above is dated, though it may head the last one's elsewhere.
    const bool heads_own = lead && lead->is(label::meeting) && lead->is(label::previous_minutes) && l.distance == 0 && !out.date && !number_at(t, words);
    if (heads_own && !find_dates(t, words).empty()) return false;
    if (lead && !lead->is(label::meeting) && !lead->is(label::date) && !lead->is(label::venue) && !lead->is(label::time) && (lead->marked || has_any(lead->kinds, business_labels))) return true;
    // "Notes taken by Ann Bell"
    if (lead && !lead->whole && lead->is(label::minute_taker) && t.substr(lead->begin, lead->end - lead->begin).find(' ') != t.npos) return true;
    const auto* e = p.heads.at(l.block);
    if (e && (!e->number.empty() || e->style == "line with time" || has_any(e->labels, business_labels))) return true;
    const auto n = number_at(t, words);
    return (n && n->marked && l.distance > 0) || accepts_record(l, t);
}

/// "Notes of the meeting held on 5.12.22 to be confirmed", "RESOLVED that the minutes of 4 May be signed", "To confirm the minutes of …": of an earlier meeting.
bool occasion_reader::accepts_record(const head_line& l, std::string_view t) const {
    constexpr std::size_t farthest = 40;  // words
    const auto n = number_at(t, words);
    if (l.distance == 0 && !n) return false;
    const auto all = words_in(t.substr(n && n->rest < t.size() ? n->rest : 0), words, farthest);
    if (all.size() < 4) return false;
    if (words.has(list::decision_markers, all[0]) && all[0].upper) return true;
    if (words.has(list::infinitive_marks, all[0]) && all[0].capital && words.has(list::imperatives, all[1])) return true;
    if (!words.has_any({list::record_titles, list::record_nouns}, all[words.has(list::articles, all[0]) ? 1 : 0])) return false;
    return std::any_of(all.begin() + 2, all.end(), [&](const word& w) { return !w.capital && words.has_any({list::decision_verbs, list::acceptance_verbs, list::signing_verbs}, w) && !words.has(list::held_words, w); });
}

/// One line read as the meeting's name and as its place is one of them: "Knole Running Club" names a body, "Fen Hall, Silver Spring" does not.
void occasion_reader::part_name_and_place() {
    if (!out.title || !out.venue || out.title->block != out.venue->block || out.venue->rule != std::string_view("venue-line")) return;
    const auto name = p.words_at(out.title->where);
    if (name != p.words_at(out.venue->where)) return;
    const auto all = words_in(name, words);
    if (!all.empty() && words.has(list::venue_nouns, all.back()) && !words.has_any({list::body_nouns, list::bodies}, all.back())) return;  // "Elm Village Hall Committee Room"
    if (says(all, list::meeting_nouns) || says(all, list::body_nouns) || says(all, list::organisation_nouns) || says(all, list::bodies)) out.venue.reset();
    else if (name.find(", ") != name.npos) out.title.reset();
    else if (!says(all, list::venue_nouns)) out.venue.reset();
}

void occasion_reader::keep_blocks() {
    for (const auto* f : {&out.title, &out.date})
        if (*f) out.blocks.insert((*f)->block);
}

void occasion_reader::drop_start_of_other_day() {
    if (!out.start || !out.date || p.laid.blocks[out.start->block].look.part != document_block::part_type::metadata) return;
    const auto posted = find_dates(p.words_at(p.laid.blocks[out.start->block].text), words), held = find_dates(p.words_at(out.date->where), words);
    const auto day = [](const date_finding& f) { return std::tuple(std::min(f.first, f.second), std::max(f.first, f.second)); };
    if (!posted.empty() && !held.empty() && day(posted[0]) != day(held[0])) out.start.reset();
}

/// "7:00 Open session" and "called to order at 7:01 pm" below it: the sentence tells which half of the day it is.
void occasion_reader::mend_half_of_day() {
    constexpr int half = 12 * 60, near = 30;  // minutes
    if (!out.start || out.start->rule != std::string_view("meeting-time") || !out.start->time || out.start->time->hour >= 12) return;
    const auto minutes = [](const time_of_day& t) { return t.hour * 60 + t.minute; };
    const auto opens_near = [&](int minute) {
        return std::find_if(out.offers.begin(), out.offers.end(), [&](const offer& o) {
            const int apart = o.rule == std::string_view("opened-at") && o.time ? minutes(*o.time) - minute : half;
            return o.weight >= needed_time && apart > -near && apart < near;
        });
    };
    const int said = minutes(*out.start->time);
    const auto opened = opens_near(said + half);
    if (opened != out.offers.end() && opens_near(said) == out.offers.end()) out.start = *opened;
}

occasion find_occasion(const parser& p, std::size_t body, choice how) {
    occasion_reader r{p, how};
    for (const auto& b : p.laid.blocks) ++r.headings[static_cast<std::size_t>(std::clamp(b.look.heading, 0, 9))];
    r.business = r.first_business(body);
    for (const auto& l : head_lines(p, body)) r.read(l);
    r.drop_start_of_other_day();
    r.mend_half_of_day();
    r.part_name_and_place();
    r.keep_blocks();
    return std::move(r.out);
}

}  // namespace minutes
