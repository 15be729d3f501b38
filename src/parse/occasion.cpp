// SPDX-License-Identifier: Apache-2.0
#include "occasion.hpp"

#include <algorithm>
#include <array>

#include "navigation.hpp"
#include "occasion_text.hpp"
#include "parser.hpp"
#include "phrase.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

using list = word_list;
using block_kind = laid_block::kind_type;

/// A line of the head, or a cell, with the label that stands before it or apart from it.
struct head_line {
    std::size_t block = 0;
    spans where;
    std::vector<label> kinds{};  ///< what a label in a cell or line of its own says of these words
    spans label_where{};
    int distance = 0;            ///< lines behind the head's end: 0 in the head
    int nth = 0;                 ///< lines before it
    bool meta = false;           ///< front matter: written about the minutes, not in them
    bool before_date = false;    ///< the next line is a date
    bool running = false;        ///< it stands in the page's head
    bool prose = false;          ///< a cell of business: only openings and closings are read
};

// How much less a line says that stands behind the head.
constexpr int far_behind = 40;   // lines: from here on only openings and closings are read
constexpr std::size_t longest_line = std::size_t{1} << 16;  // bytes: what is longer is prose, whatever its words
constexpr int needed_title = 2, needed_date = 3, needed_venue = 4, needed_time = 4;

const std::vector<label> business_labels = {label::apologies, label::any_other_business, label::closing, label::next_meeting, label::agenda, label::previous_minutes,
                                            label::matters_arising, label::declarations, label::action, label::decisions};

bool has_any(const std::vector<label>& kinds, const std::vector<label>& of) {
    return std::any_of(kinds.begin(), kinds.end(), [&](label k) { return std::find(of.begin(), of.end(), k) != of.end(); });
}

struct weigher {
    const parser& p;
    choice how;
    occasion out{};
    const lexicon& words = p.words;
    int date_line = -100;      // nth of the last line that is mostly a date
    std::array<int, 10> headings{};  // how many headings stand at each level
    bool name_follows = false; // the line before ended in "Minutes of the meeting of"

    spans label_here{};        // the label of the line at hand

    void take(std::optional<offer>& best, offer o, int needed) {
        if (o.where.empty()) return;
        o.label = label_here;
        o.field = &best == &out.title ? "title" : &best == &out.date ? "date" : &best == &out.start ? "start" : &best == &out.end ? "end" : &best == &out.venue ? "venue" : "chair";
        if (o.weight >= needed && (!best || (how == choice::weighed && o.weight > best->weight))) best = o;
        out.offers.push_back(std::move(o));
    }

    static int penalty(const head_line& l) { return l.running ? 2 : l.distance == 0 ? 0 : l.distance < 6 ? 1 : l.distance < far_behind ? 3 : 8; }

    const look& look_of_line(const head_line& l) const { return p.laid.blocks[l.block].look; }

    bool says(std::string_view t, list which) const { return count_of(t, which, words) > 0; }

    bool says(words_view all, list which) const { return count_of(all, which, words) > 0; }

    bool has_verb(std::string_view t) const { return has_verb(words_in(t, words)); }

    bool has_verb(words_view all) const {
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return !w.capital && words.has(list::verbs, w) && !words.has(list::held_words, w); });
    }

    /// Whether a name has a word beside the nouns of meetings and bodies: "Lower Fenwick Parish Council", not "Parish Council".
    bool is_distinct(std::string_view name) const {
        const auto all = words_in(name, words);
        return std::any_of(all.begin(), all.end(), [&](const word& w) {
            return !words.has(list::meeting_nouns, w) && !words.has(list::body_nouns, w) && !words.has(list::connectives, w) && !words.is_label(w, label::meeting);
        });
    }

    /// Whether a line names a meeting and not just the body that holds it.
    bool names_meeting(std::string_view name) const {
        const auto all = words_in(name, words);
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::meeting_nouns, w) && !words.has(list::body_nouns, w); });
    }

    /// Only words that any minutes have: "Meeting minutes", "Draft notes".
    bool is_generic(std::string_view t) const {
        const auto all = words_in(t, words);
        return std::all_of(all.begin(), all.end(), [&](const word& w) { return w.digits || words.has(list::connectives, w) || words.is_label(w, label::meeting); });
    }

    /// A title stands alone at its level.
    int heading_weight(int level) const {
        if (level <= 0) return 0;
        const int same = headings[static_cast<std::size_t>(std::min(level, 9))];
        return same > 2 ? -1 : same == 2 ? 1 : level == 1 ? 4 : 2;
    }

    // ── labelled lines ──

    void read_labelled(const head_line& l, const joined_text& j, std::size_t from, const std::vector<label>& kinds) {
        const std::string_view t = j.text();
        const auto is = [&](label k) { return std::find(kinds.begin(), kinds.end(), k) != kinds.end(); };
        const auto rest = std::string_view(t).substr(from);
        const auto o = take_apart(rest, words);
        const span all{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(trim(rest).size() + from)};
        // Front matter often gives the day on which the minutes were put up.
        // A time stamp is a machine's: "2022-08-26T12:03:03".
        const auto stamped = rest.find(':');
        const bool seconds = stamped != rest.npos && stamped + 5 < rest.size() && rest[stamped + 3] == ':' && rest[stamped + 4] >= '0' && rest[stamped + 4] <= '9';
        const bool stamp = seconds || (!o.dates.empty() && rest.substr(o.dates.front().end).starts_with('T'));
        const int w = l.meta || stamp ? 3 : 12 - penalty(l);
        const bool when = is(label::date) || is(label::time) || is(label::end);
        if (when && (!o.dates.empty() || !o.times.empty())) {
            offer_dates(l, j, o, from, w);
            const bool ends = is(label::end) && !is(label::time) && o.dates.empty();
            if (!stamp) offer_times(l, j, o, from, w + l.meta, ends);
            if (!l.meta && !stamp) offer_places(l, j, o, from, w - 6);
            out.blocks.insert(l.block);
        } else if (is(label::venue)) {
            if (o.dates.empty() && o.times.empty()) take(out.venue, place(l, j, bare(t, all, words, true), w + 5 * l.meta, "venue-label"), needed_venue);
            else offer_places(l, j, o, from, w);
            offer_dates(l, j, o, from, w - 2);
            offer_times(l, j, o, from, w - 2, false);
            out.blocks.insert(l.block);
        } else if (is(label::chair) && o.dates.empty()) {
            take(out.chair, {w, j.source(all.begin, all.end), "chair-label", "", l.block, {}, {}, {}, {}}, 1);
        } else if (l.meta && is(label::meeting)) {
            offer_dates(l, j, o, from, 5);
            offer_name_and_place(l, j, o, from, false, false);
        } else if (is(label::meeting) && o.dates.empty() && o.times.empty()) {
            const span s = without_lead(t, bare(t, all, words, true), words);
            const int weight = 7 - penalty(l) + 2 * says(rest, list::meeting_nouns) + is_distinct(rest) - 4 * is_generic(rest) - 5 * has_verb(rest) - 4 * (words_in(rest, words).size() > 16);
            take(out.title, {weight, j.source(s.begin, s.end), "title-label", "", l.block, {}, {}, {}, {}}, needed_title);
        }
    }

    offer place(const head_line& l, const joined_text& j, span s, int weight, const char* rule) const {
        // A wide gap ends it: what stands in another column of the head is no part of the place.
        const auto t = std::string_view(j.text()).substr(s.begin, s.size());
        s.end = s.begin + static_cast<std::uint32_t>(std::min({t.find("    "), t.find('\t'), t.size()}));
        return {weight, j.source(s.begin, s.end), rule, "", l.block, {}, {}, {}, {}};
    }

    void offer_dates(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight) {
        for (const auto& f : o.dates) {
            if (f.how == date_finding::form::month) continue;
            take(out.date, {weight + (f.weekday ? 1 : 0) - (f.year ? 0 : 3), j.source(from + f.begin, from + f.end), "meeting-date", "", l.block, {}, {}, {}, {}}, needed_date);
        }
    }

    void offer_times(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight, bool as_end) {
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

    /// Pieces behind a date or time that can be a place.
    void offer_places(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight) {
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

    /// Whether a text has a word that can name a place: "their meeting" has none.
    bool is_place_like(std::string_view t) const {
        const auto all = words_in(t, words);
        if (t.find(": ") != t.npos || t.starts_with('/') || says(all, list::attending_words) || (!all.empty() && words.has(list::opening_words, all.back()))) return false;  // "Absent: Tom Ash"
        if (!says(all, list::venue_nouns) && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.weekday(w.folded).has_value(); })) return false;  // "Monday afternoon session"
        return all.size() <= 16 && std::any_of(all.begin(), all.end(), [&](const word& w) {
            return !words.has(list::connectives, w) && !words.has(list::meeting_nouns, w) && !words.has(list::function_words, w) && !words.has(list::held_words, w);
        });
    }

    // ── lines without a label ──

    void read_plain(const head_line& l, const joined_text& j) {
        const std::string_view t = j.text();
        const auto all = words_in(t, words);
        const auto count = all.size();
        if (count == 0) return;
        const bool held = says(all, list::held_words), verb = has_verb(all);
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
        const bool named = (lead && lead->is(label::meeting)) || says(all, list::meeting_nouns) || (count <= 8 && says(all, list::record_titles));
        if (!o.dates.empty() || !o.times.empty()) {
            int weight = 2 + 3 * o.pieces.empty() + 3 * named + 2 * (form.heading > 0 || form.bold || form.align == document_block::align_type::centre) + 2 * (form.heading == 1) + 2 * held - 4 * (verb && !held && count > 8) - (count > 40 ? 3 : 0);
            const bool opening = says(all, list::opening_words);
            if (says(all, list::next_words)) weight -= 8;
            if (opening && !o.times.empty()) weight += 3;
            offer_dates(l, j, o, 0, weight + 2 * !o.times.empty() - penalty(l));
            if (!o.dates.empty() && (!verb || held)) {
                date_line = l.nth;
                if (weight >= needed_date && l.distance < 6) out.blocks.insert(l.block);
            }
            const bool sure = std::any_of(o.times.begin(), o.times.end(), [](const auto& x) { return x.sure; });
            if (l.distance == 0 && !is_entry && (sure || !o.dates.empty() || (l.nth - date_line <= 1 && count < 6))) offer_times(l, j, o, 0, (!verb || held ? 7 : 2) - penalty(l), false);
        }
        if ((!o.dates.empty() || !o.times.empty()) && !is_entry && (held || named || says(t, list::opening_words)) && !says(t, list::next_words)) offer_place_in_sentence(l, j, o);
        const bool follows = name_follows;
        name_follows = whole_label;
        if (whole_label && is_generic(t)) return;
        if (prose || is_entry) return;
        offer_name_and_place(l, j, o, 0, held, follows);
    }

    void offer_name_and_place(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, bool held, bool follows) {
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
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (behind_date(i) && !says(in(pieces[i]), list::meeting_nouns) && says(in(pieces[i]), list::venue_nouns)) continue;
            const int weight = 3 * count_of(in(pieces[i]), list::meeting_nouns, words) - 2 * count_of(in(pieces[i]), list::venue_nouns, words) - static_cast<int>(i);
            if (weight > best) {
                best = weight;
                name = i;
            }
        }
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            span s = pieces[i];
            if (i != name) {
                const bool venue = says(in(s), list::venue_nouns);
                if (!is_place_like(in(s)) || l.distance >= 6) continue;
                if (when && (behind_date(i) || venue)) take(out.venue, place(l, j, s, 4 + 2 * venue + 2 * held - penalty(l), "venue"), needed_venue);
                continue;
            }
            if (held) s = cut_at_held(l, j, s);
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
            const bool other_place = pieces.size() > 1 && i + 1 < pieces.size();
            if (border != std::string_view::npos && !other_place) {
                const span rest = bare(t, {static_cast<std::uint32_t>(s.begin + border), s.end}, words, false);
                const bool meeting = says(in({s.begin, static_cast<std::uint32_t>(s.begin + border)}), list::meeting_nouns);
                if (meeting) {
                    take(out.venue, place(l, j, rest, 5 - penalty(l), "venue-in-title"), needed_venue);
                    s.end = s.begin + static_cast<std::uint32_t>(border);
                }
            }
            s = bare(t, s, words, true);
            offer_name(l, j, s, led || follows, when);
            if (!when) offer_place_line(l, j, s);
        }
    }

    /// "The Council held its meeting at the Reading Room": the name stands before "held", the place behind it.
    span cut_at_held(const head_line& l, const joined_text& j, span s) {
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

    /// "Minutes of the Meeting of the Council": a lone word for any body needs its meeting to be a name.
    span with_meeting(std::string_view t, span whole, span s) const {
        const auto own = words_in(t.substr(s.begin, s.size()));
        if (own.size() != 1 || s == whole || !words.has(list::body_nouns, own[0].folded)) return s;
        for (const auto& w : words_in(t.substr(whole.begin, s.begin - whole.begin)))
            if (w.capital && words.has(list::meeting_nouns, w.folded) && !words.has(list::body_nouns, w.folded)) return {static_cast<std::uint32_t>(whole.begin + w.begin), s.end};
        return s;
    }

    void offer_name(const head_line& l, const joined_text& j, span s, bool led, bool when) {
        const std::string_view t = j.text();
        const auto name = t.substr(s.begin, s.size());
        const auto count = words_in(name, words).size();
        const auto& form = look_of_line(l);
        if (count == 0 || l.block == p.unlabelled_people || is_navigation(t, words) || name.find("://") != name.npos || name.find('@') != name.npos || name.front() == '=') return;
        const int nouns = count_of(name, list::meeting_nouns, words), places = count_of(name, list::venue_nouns, words);
        const auto all = words_in(name, words);
        const auto own = label_at(name, words);
        if (own && own->whole && !own->is(label::meeting)) return;  // "Attendees"
        if (form.depth > 0 && nouns == 0) return;
        led |= words.is_label(all.back(), label::meeting) && nouns == 0;  // "… Minutes"
        const auto small = std::count_if(all.begin(), all.end(), [&](const word& w) { return !w.capital && !w.digits && !words.has(list::connectives, w); });
        int weight = 2 * led + 3 * (nouns > 0) + 2 * names_meeting(name) + 4 * is_distinct(name) + heading_weight(form.heading) + (form.bold || form.align == document_block::align_type::centre) + 2 * when +
                     std::max(0, 3 - l.nth) - 3 * (places > 0 && nouns == 0) - 4 * (count > 16) - (nouns > 0 ? 4 : 6) * is_generic(name) - penalty(l);
        const bool digits = name.find_first_of("0123456789") != name.npos;
        weight -= 2 * (digits && places > 0) + 5 * starts_lower(name) + (small > 4 ? 4 : small > 2 && nouns == 0 ? 3 : 0) + 5 * says(name, list::next_words) + 4 * (l.distance > 0 && form.heading > 1 && !led && !when);
        weight += (nouns > 1) + 5 * l.before_date + (nouns == 0 && says(name, list::body_nouns));
        if (nouns == 0 && match_person(name, words).value_or(person_finding{}).weight >= 3) weight -= 4;
        if (l.distance > 0 && form.heading == 0 && !led && !when) weight -= 4;
        if (l.meta && (led || nouns > 0)) weight += 4;  // what the minutes call themselves
        const auto behind = trim(t.substr(s.end));
        if (nouns == 0 && (behind.starts_with(':') || name.find(": ") != name.npos)) weight -= 6;  // "Previous calls:", "Duration: an hour"
        take(out.title, {weight, j.source(s.begin, s.end), "title", "", l.block, {}, {}, {}, {}}, needed_title);
    }

    /// A line that names a place, or that stands right below the date.
    void offer_place_line(const head_line& l, const joined_text& j, span s) {
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

    /// "St Agnes Parish Council": a body, though its name holds a place.
    bool names_body(std::string_view line) const { return says(line, list::body_nouns) || says(line, list::record_titles); }

    /// "… convened on 3 May at 7 pm at the Reading Room.", "… of 3 May 2010, at the Institute": the place that a sentence gives behind its date.
    void offer_place_in_sentence(const head_line& l, const joined_text& j, const occasion_parts& o) {
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

    // ── openings and closings in sentences ──

    /// "commenced at 1840": four figures behind a small word, where the sentence is about an opening or a closing.
    std::optional<time_finding> figures_time(std::string_view sentence) const {
        const auto all = words_in(sentence, words);
        for (std::size_t k = 1; k < all.size(); ++k) {
            const auto t = sentence.substr(all[k].begin, all[k].end - all[k].begin);
            if (t.size() != 4 || t.find_first_not_of("0123456789") != t.npos || !words.has(list::connectives, all[k - 1])) continue;
            time_finding f;
            f.begin = all[k].begin;
            f.end = f.start_end = all[k].end;
            f.sure = true;
            f.start = {(t[0] - '0') * 10 + (t[1] - '0'), (t[2] - '0') * 10 + (t[3] - '0')};
            if (f.start.hour < 24 && f.start.minute < 60 && f.start.hour > 5 && f.start.hour != 20) return f;  // "in 2014" is a year
        }
        return {};
    }

    /// "out of closed session", "executive session ended": not the meeting's end.
    bool is_of_session(words_view all, std::size_t k) const {
        if (phrase_length(all, k, list::exempt_marks, words)) return true;
        while (k > 0 && words.has_any({list::auxiliaries, list::passive_words}, all[k - 1])) --k;
        for (std::size_t i = k > 3 ? k - 3 : 0; i < k; ++i)
            if (i + phrase_length(all, i, list::exempt_marks, words) == k) return true;
        return false;
    }

    void read_sentences(const head_line& l, const joined_text& j) {
        const std::string_view t = j.text();
        if (t.size() > 4000) return;
        for (const span s : sentences_in(t, words)) {
            const auto sentence = t.substr(s.begin, s.size());
            const auto said = words_in(sentence, words);
            const bool tells = std::any_of(said.begin(), said.end(), [&](const word& w) { return words.has(list::opening_words, w) || words.has(list::closing_words, w); });
            if (!tells || said.size() > 40) continue;
            auto o = take_apart(sentence, words);
            if (o.times.empty())
                if (const auto x = figures_time(sentence)) o.times.push_back(*x);
            for (const auto& x : o.times) {
                const auto before = sentence.substr(0, x.begin);
                // The word nearest before the time says which it is.
                const auto all = words_in(before, words);
                std::size_t opened = 0, closed = 0;
                for (std::size_t k = 0; k < all.size(); ++k) {
                    if (words.has(list::opening_words, all[k])) opened = k + 1;
                    if (words.has(list::closing_words, all[k]) && !is_of_session(all, k)) closed = k + 1;
                }
                if (std::max(opened, closed) == 0 || all.size() - std::max(opened, closed) > 9) continue;
                offer c{(x.sure ? 6 : 4) - (l.distance > far_behind && closed < opened ? 2 : 0), j.source(s.begin + x.begin, s.begin + x.start_end), opened > closed ? "opened-at" : "closed-at", "", l.block, x.start, {}, {}, {}};
                if (opened > closed) take(out.start, std::move(c), needed_time);
                else {
                    c.where = j.source(s.begin + x.begin, s.begin + x.end);
                    take(out.end, std::move(c), needed_time);
                }
            }
        }
    }

    void read(const head_line& l) {
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
        if (!l.kinds.empty()) {
            read_labelled(l, j, 0, l.kinds);
            return;
        }
        if (l.prose) {
            read_sentences(l, j);
            return;
        }
        const auto lead = label_at(t, words);
        const bool colon = lead && t.substr(lead->end, lead->rest - lead->end).find_first_of(":\t-|") != t.npos;
        const bool head_word = lead && fold(t.substr(lead->begin, lead->end - lead->begin)).find(" of") != std::string::npos;
        if (lead && lead->marked && !lead->whole && colon && l.distance < far_behind && !(lead->is(label::meeting) && head_word)) {
            if (has_any(lead->kinds, {label::date, label::time, label::end, label::venue, label::chair, label::meeting})) {
                label_here = j.source(lead->begin, lead->rest);
                read_labelled(l, j, lead->rest, lead->kinds);
                label_here.clear();
                if (!lead->is(label::meeting)) return;
            } else if (!has_any(lead->kinds, {label::closing})) {
                return;
            }
        }
        read_sentences(l, j);
        if (l.distance >= far_behind && look_of_line(l).heading != 1) return;
        if (is_business(l, t, lead)) return;
        read_plain(l, j);
    }

    /// Numbered headings, and lines that open with a word of agendas: what they name is another meeting.
    bool is_business(const head_line& l, std::string_view t, const std::optional<label_finding>& lead) const {
        if (lead && !lead->is(label::meeting) && !lead->is(label::date) && !lead->is(label::venue) && !lead->is(label::time) && (lead->marked || has_any(lead->kinds, business_labels))) return true;
        // "Notes taken by Ann Bell"
        if (lead && !lead->whole && lead->is(label::minute_taker) && t.substr(lead->begin, lead->end - lead->begin).find(' ') != t.npos) return true;
        const auto* e = p.heads.at(l.block);
        if (e && (!e->number.empty() || has_any(e->labels, business_labels))) return true;
        const auto n = number_at(t, words);
        return n && n->marked && l.distance > 0;
    }

    std::vector<head_line> lines(std::size_t body) const {
        std::vector<head_line> all;
        int nth = 0, distance = 0;
        std::vector<label> waiting;  // a label alone on its line: "Location:"
        spans waiting_where;
        std::unordered_set<std::string> seen;
        const auto add = [&](std::size_t i, const spans& where, std::vector<label> kinds, spans label_where) {
            const bool meta = p.laid.blocks[i].look.part == document_block::part_type::metadata;
            all.push_back({i, where, std::move(kinds), std::move(label_where), distance, nth, meta, false, false, false});
        };
        const auto add_sentences = [&](std::size_t i, const spans& where) {
            add(i, where, {}, {});
            all.back().prose = true;
        };
        const auto alone = [&](const spans& where) -> std::vector<label> {
            const auto text = p.words_at(where);
            const auto l = label_at(text, words);
            if (!l || !l->whole || !has_any(l->kinds, {label::date, label::time, label::end, label::venue, label::meeting, label::chair})) return {};
            return l->kinds;
        };
        for (std::size_t i = 0; i < p.laid.blocks.size(); ++i) {
            const auto& b = p.laid.blocks[i];
            if (b.kind == block_kind::furniture) {
                // A page's head may be the only place that names the meeting.
                const auto text = p.words_at(b.text);
                if (distance > 0 || words_in(text, words).size() < 2 || !seen.insert(text).second) continue;
                add(i, b.text, {}, {});
                all.back().running = true;
                ++nth;
                continue;
            }
            if (i >= body && b.look.part != document_block::part_type::metadata) ++distance;
            if (b.kind == block_kind::line) {
                const bool heading = b.look.heading > 0 || p.heads.at(i);
                if (b.pair && b.text.size() > 1) {
                    const auto kinds = alone({b.text.front()});
                    if (!kinds.empty()) add(i, {b.text.begin() + 1, b.text.end()}, kinds, {b.text.front()});
                    else add(i, b.text, {}, {});
                } else if (!waiting.empty() && !heading) {
                    add(i, b.text, std::exchange(waiting, {}), waiting_where);
                } else {
                    const auto kinds = alone(b.text);
                    const bool colon = p.words_at(b.text).find(':') != std::string::npos || heading || b.in_cell;
                    // "Minutes" alone is no label of the line below.
                    const bool plain = has_any(kinds, {label::venue, label::date, label::time, label::end});
                    if (!kinds.empty() && (colon || plain) && !has_any(kinds, {label::meeting, label::chair}) && distance < far_behind) {
                        waiting = kinds;
                        waiting_where = b.text;
                    } else {
                        add(i, b.text, {}, {});
                    }
                }
                nth += b.look.part != document_block::part_type::metadata;
                continue;
            }
            if (b.kind == block_kind::header || p.laid.tables[b.table].people) continue;
            for (const auto& cell : b.cells)
                if (!cell.empty() && distance > 0) add_sentences(i, cell);
            if (distance >= far_behind) continue;
            for (std::size_t c = 0; c < b.cells.size(); ++c) {
                if (b.cells[c].empty()) continue;
                const auto kinds = alone(b.cells[c]);
                if (!kinds.empty() && c + 1 < b.cells.size() && !b.cells[c + 1].empty()) {
                    add(i, b.cells[c + 1], kinds, b.cells[c]);
                    ++c;
                }
            }
            ++nth;
        }
        for (std::size_t k = 0; k + 1 < all.size() && all[k].distance < far_behind; ++k) {
            const auto below = p.words_at(all[k + 1].where);
            const auto o = below.size() < 80 && !find_dates(below, words).empty() ? take_apart(below, words) : occasion_parts{};
            all[k].before_date = !o.dates.empty() && o.dates.front().year && std::all_of(o.pieces.begin(), o.pieces.end(), [&](span s) { return is_small(std::string_view(below).substr(s.begin, s.size()), words); });
        }
        return all;
    }

    void keep_blocks() {
        for (const auto* f : {&out.title, &out.date})
            if (*f) out.blocks.insert((*f)->block);
    }
};

}  // namespace

occasion find_occasion(const parser& p, std::size_t body, choice how) {
    weigher w{p, how};
    for (const auto& b : p.laid.blocks) ++w.headings[static_cast<std::size_t>(std::clamp(b.look.heading, 0, 9))];
    for (const auto& l : w.lines(body)) w.read(l);
    w.keep_blocks();
    return std::move(w.out);
}

}  // namespace minutes
