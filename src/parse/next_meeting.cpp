// SPDX-License-Identifier: Apache-2.0
// When and where the next meeting is, and what it is about.
#include <algorithm>

#include "label.hpp"
#include "occasion_text.hpp"
#include "owner_to.hpp"
#include "parser.hpp"
#include "phrase.hpp"
#include "place_name.hpp"

namespace minutes {

using list = word_list;

namespace {

/// Whether a date lies before the meeting's own, as far as both are sure.
bool is_past(const date_finding& f, const date_finding& meeting) {
    const auto sure = [](const date_finding& x) { return x.year && !is_ambiguous(x); };
    if (!sure(f) || !sure(meeting)) return false;
    const auto a = to_date(f, *f.year, date_order::day_month_year), b = to_date(meeting, *meeting.year, date_order::day_month_year);
    return a && b && *a <= *b;
}

/// "adjourned until", "The meeting was adjourned at 8:10 to": the next word is the day of the next meeting.
bool adjourns_until(words_view all, std::size_t k, const lexicon& words) {
    constexpr std::size_t longest_way = 6;  // words, for the time of the closing
    if (!words.has(list::until_words, all[k]) || all[k].capital || k + 1 >= all.size()) return false;
    const auto& day = all[k + 1];
    if (!(words.month_of(day) && day.capital) && !words.weekday_of(day) && !day.digits) return false;
    for (std::size_t n = k; n-- > 0 && k - n <= longest_way;)
        if (words.has(list::closing_words, all[n])) return n == 0 || !words.has(list::infinitive_marks, all[n - 1]);  // not "to close the shop until 3 May"
    return false;
}

/// "w/c 12 June", "the week of 9 June": a week, no day.
bool is_of_week(std::string_view before, const lexicon& words) {
    const auto all = words_in(before, words);
    const std::size_t last = all.size();
    const auto leads = [&](std::size_t k) { return words.has(list::week_leads, all[k]) && !all[k].after; };
    return last > 0 && (leads(last - 1) || (last > 1 && leads(last - 2) && words.has(list::function_words, all[last - 1])));
}

/// "(Finance)", but no weekday, time or zone in brackets, and no "tentative".
bool sets_apart(std::string_view inside, const lexicon& words) {
    const auto all = words_in(inside, words);
    if (all.empty() || words.weekday_of(all[0]) || !find_times(inside, words).empty()) return false;
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return !words.has_any({list::time_zones, list::zone_fillers, list::draft_words}, w); });
}

/// Bytes at the head of a document in which its body names itself.
constexpr std::size_t head_size = 1500;

/// "the next WI meeting" of minutes of another body: an acronym between that neither stands in the head nor is made of its words.
bool is_of_others(words_view between, std::string_view head, const lexicon& words) {
    const auto own = words_in(head, words);
    std::string initials;
    for (const auto& o : own) initials += o.folded.substr(0, 1);
    return std::any_of(between.begin(), between.end(), [&](const word& w) {
        if (!w.upper || w.folded.size() < 2 || words.has_any({list::occasion_words, list::meeting_nouns, list::call_nouns, list::bodies}, w) || initials.find(w.folded) != initials.npos) return false;
        return std::none_of(own.begin(), own.end(), [&](const word& o) { return o.folded == w.folded; });
    });
}

/// "the next meeting", "the next open meeting", "our next call", "will meet again on", "adjourned until": where the phrase ends; nothing when the text has none.
std::optional<std::size_t> behind_next_phrase(std::string_view text, std::string_view head, const lexicon& words) {
    const auto all = words_in(text, words);
    for (std::size_t k = 1; k < all.size(); ++k) {
        const auto n = phrase_length(all, k, list::meet_words, words);
        if (n > 0 && k + n < all.size()) return all[k + n - 1].end;
        if (adjourns_until(all, k, words)) return all[k].end;
    }
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (!words.has(list::next_words, all[k])) continue;
        for (std::size_t n = k + 1; n < all.size() && n <= k + 4; ++n)
            if (words.has(list::meeting_nouns, all[n]) || words.has(list::call_nouns, all[n])) {
                if (is_of_others({all.begin() + k + 1, all.begin() + n}, head, words)) break;
                return all[n].end;
            }
    }
    return {};
}

/// "End: 8.30 pm. Next meeting: 3 May": where the words of a label stand that a full stop parts from what else the line says.
std::optional<std::size_t> behind_next_label(std::string_view text, const lexicon& words) {
    for (auto stop = text.find(". "); stop != text.npos; stop = text.find(". ", stop + 2))
        if (const auto l = label_at(text.substr(stop + 2), words); l && l->marked && l->is(label::next_meeting)) return stop + 2 + l->rest;
    return {};
}

}  // namespace

void parser::find_next_meeting() {
    struct found {
        int weight = 0;
        spans where;
    };
    std::optional<found> best;
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture) continue;
        const auto j = join(b.text);
        const std::string_view t = j.text();
        if (const auto from = behind_next_label(t, words); from && !find_dates(t.substr(*from), words).empty() && (!best || best->weight < 7)) best = found{7, j.source(*from, t.size())};
        if (when.blocks.count(i)) continue;
        for (const span s : sentences_in(t, words)) {
            const auto sentence = t.substr(s.begin, s.size());
            const auto from = behind_next_phrase(sentence, text().substr(0, std::min<std::size_t>(head_size, b.text.front().begin)), words);
            if (!from) continue;
            // "Ann and Ben to meet again on 3 May" is theirs to do, "Committee to meet again" is not.
            if (is_owner_to(sentence, words, known) && count_of(sentence.substr(0, *from), list::meeting_nouns, words) == 0) continue;
            // The date stands behind the phrase, and the sentence is about the meeting: "to be reported to the next meeting on" is not.
            const auto rest = sentence.substr(*from);
            const auto dates = find_dates(rest, words);
            if (dates.empty() || words_in(sentence, words).size() > 45) continue;
            const auto between = words_in(rest.substr(0, dates.front().begin), words);
            const bool short_way = between.size() <= 12;
            const bool opens = words_in(sentence.substr(0, *from), words).size() <= 8;
            const int weight = 3 + 2 * short_way + 2 * opens + (i * 2 > laid.blocks.size());
            if (weight >= 5 && (!best || weight > best->weight)) best = found{weight, j.source(s.begin + *from, s.end)};
        }
    }
    if (best) read_next_meeting(best->where);
}

void parser::set_next_venue(const spans& where) {
    if (words.is_label(plain_words(words_at(where)), label::none)) return;  // "Venue: to be confirmed"
    m.next.venue = stated(words_at(where), where, "next-venue");
    leaves.paint(where, leaf::kind_type::value, "next.venue");
}

void parser::read_next_meeting(const spans& where) {
    const auto j = join(where);
    const std::string_view t = j.text();
    auto& n = m.next;
    const auto o = take_apart(t, words);
    const auto paint = [&](const spans& s, const char* of) { leaves.paint(s, leaf::kind_type::value, of); };
    if (o.dates.empty() && o.times.empty()) return;
    if (!o.dates.empty() && n.date.spans.empty()) {
        const auto meeting = when.date ? match_date(words_at(when.date->where), words) : std::nullopt;
        const auto later = std::find_if(o.dates.begin(), o.dates.end(), [&](const date_finding& f) { return f.how != date_finding::form::month && (!meeting || !is_past(f, *meeting)) && !is_of_week(t.substr(0, f.begin), words); });
        if (later == o.dates.end()) return;
        n.date.spans = j.source(later->begin, later->end);
        paint(n.date.spans, "next.date");
    }
    if (!o.times.empty() && !n.start.value) {
        const auto& x = o.times[0];
        n.start.value = x.start;
        n.start.spans = j.source(x.begin, x.start_end);
        paint(n.start.spans, "next.start");
        if (x.until) {
            n.end.value = *x.until;
            n.end.spans = j.source(x.until_begin, x.end);
            paint(n.end.spans, "next.end");
        }
    }
    const auto set = [&](traced<std::string>& field, span s, const char* rule, const char* of) {
        if (s.empty()) return;
        field = stated(words_at(j.source(s.begin, s.end)), j.source(s.begin, s.end), rule);
        paint(field.spans, of);
    };
    // "(Finance)" sets the meeting apart; a piece behind date or time is the place.
    const span* label_at_ = nullptr;
    for (const auto& b : o.brackets)
        if (!label_at_ && sets_apart(t.substr(b.begin, b.size()), words)) label_at_ = &b;
    if (label_at_) set(n.label, bare(t, *label_at_, words, true), "next-label", "next.label");
    // "18 February – Finance, 2.30pm, Garden Room": what stands between date and time, when the place follows.
    std::size_t first_after = o.pieces.size();
    for (std::size_t i = 0; i < o.pieces.size() && first_after == o.pieces.size(); ++i)
        if (o.after_date[i] > 0) first_after = i;
    const bool between = first_after < o.pieces.size() && (first_after + 1 < o.pieces.size() || (!o.times.empty() && o.times[0].begin > o.pieces[first_after].begin)) &&
                         count_of(std::string_view(t).substr(o.pieces[first_after].begin, o.pieces[first_after].size()), list::venue_nouns, words) == 0;
    if (!label_at_ && between && o.after_date[first_after] == 1 && !o.dates.empty() && words_in(std::string_view(t).substr(o.pieces[first_after].begin, o.pieces[first_after].size()), words).size() < 5)
        set(n.label, bare(t, o.pieces[first_after], words, true), "next-label", "next.label");
    for (std::size_t i = o.pieces.size(); i-- > 0;) {
        span s = o.pieces[i];
        // Cut at the label's brackets; what stands outside them is the place.
        if (label_at_ && s.begin < label_at_->end && label_at_->begin < s.end + 1) {
            const span left = bare(t, {s.begin, std::max(s.begin, label_at_->begin > 0 ? label_at_->begin - 1 : 0)}, words, false);
            const span right = bare(t, {std::min(s.end, label_at_->end + 1), s.end}, words, false);
            s = right.empty() ? left : right;
        }
        if (s.empty() || o.after_date[i] == 0 || (!n.label.spans.empty() && !label_at_ && i == first_after)) continue;
        if (const auto stop = t.find(". ", s.begin); stop != t.npos && stop < s.end) s.end = static_cast<std::uint32_t>(stop);
        const auto own = words_in(t.substr(s.begin, s.size()), words);
        if (own.size() > 14 || !names_place(t, s, words)) continue;
        set(n.venue, s, "next-venue", "next.venue");
        break;
    }
}

}  // namespace minutes
