// SPDX-License-Identifier: Apache-2.0
// When and where the next meeting is, and what it is about.
#include <algorithm>

#include "finite_verb.hpp"
#include "label.hpp"
#include "next_dates.hpp"
#include "occasion_text.hpp"
#include "owner_to.hpp"
#include "parser.hpp"
#include "phrase.hpp"
#include "place_name.hpp"
#include "relative_day.hpp"

namespace minutes {

using list = word_list;

namespace {

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

/// "(Finance)", but no weekday, time or zone in brackets, and no "tentative".
bool sets_apart(std::string_view inside, const lexicon& words) {
    const auto all = words_in(inside, words);
    if (all.empty() || words.weekday_of(all[0]) || !find_times(inside, words).empty()) return false;
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return !words.has_any({list::time_zones, list::zone_fillers, list::draft_words}, w); });
}

/// Bytes at the head of a document in which its body names itself.
constexpr std::size_t head_size = 1500;

/// Where words that name the next meeting stand in a sentence.
struct next_phrase {
    std::size_t begin = 0, end = 0;
    bool aside = false;  ///< "at the next meeting", "items for the next meeting": the sentence may be about anything
};

/// "the next meeting of the county council", "the county's next meeting": whether words around the phrase say that it is another body's.
bool is_of_others(words_view all, std::size_t next, std::size_t noun, std::string_view head, const lexicon& words) {
    constexpr std::size_t longest = 5;  // words of a name
    if (names_other_body(all.subspan(next + 1, noun - next - 1), head, words)) return true;
    if (noun > next + 1 && words.has_any({list::bodies, list::body_nouns}, all[noun]) && names_other_body(all.subspan(next + 1, noun - next), head, words)) return true;
    // "The county's next meeting"; "the Board's next meeting" is its own
    if (next > 0 && all[next - 1].folded.ends_with("'s")) {
        const auto whose = all[next - 1].folded.substr(0, all[next - 1].folded.size() - 2);
        const auto known = words_in(head, words);
        const bool own = words.has_any({list::time_spans, list::bodies}, whose) || std::any_of(known.begin(), known.end(), [&](const word& w) { return w.folded == whose; });
        if (!own) return true;
    }
    if (noun + 2 >= all.size() || !words.has(list::date_joiners, all[noun + 1])) return false;
    std::size_t end = noun + 2;
    while (end < all.size() && end < noun + 2 + longest && !words.has_any({list::being_words, list::future_words, list::passive_words, list::day_leads, list::held_words}, all[end]) && !words.month_of(all[end]) && !all[end].digits) ++end;
    return names_other_body(all.subspan(noun + 2, end - noun - 2), head, words);
}

/// "the next meeting", "the next open meeting", "our next call", "will meet again on", "adjourned until"; nothing when the text has none.
std::optional<next_phrase> find_next_phrase(std::string_view text, std::string_view head, const lexicon& words) {
    const auto run = words_in(text, words);
    const words_view all(run.begin(), run.end());
    for (std::size_t k = 1; k < all.size(); ++k) {
        const auto n = phrase_length(all, k, list::meet_words, words);
        if (n > 0 && k + n < all.size()) return next_phrase{all[k].begin, all[k + n - 1].end, false};
        if (adjourns_until(all, k, words)) return next_phrase{all[k].begin, all[k].end, false};
    }
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (!words.has(list::next_words, all[k])) continue;
        for (std::size_t n = k + 1; n < all.size() && n <= k + 4; ++n)
            if (words.has(list::meeting_nouns, all[n]) || words.has(list::call_nouns, all[n])) {
                if (n + 1 < all.size() && n < k + 4 && words.has(list::meeting_nouns, all[n + 1])) continue;  // "the next Council meeting"
                if (is_of_others(all, k, n, head, words)) break;
                std::size_t lead = k;
                while (lead > 0 && words.has_any({list::articles, list::date_articles, list::possessives, list::pronouns}, all[lead - 1])) --lead;
                const bool date = lead > 1 && words.has(list::date_joiners, all[lead - 1]);  // "the date of the next meeting"
                return next_phrase{all[lead].begin, all[n].end, lead > 0 && !date && !all[lead - 1].capital && !words.has(list::clause_words, all[lead - 1]) && words.has_any({list::function_words, list::until_words, list::due_leads}, all[lead - 1])};
            }
    }
    return {};
}

/// ", on Tuesday" between a meeting and its date: nothing but small words and the day.
bool adjoins(words_view between, const lexicon& words) {
    constexpr std::size_t longest = 4;  // words
    return between.size() <= longest && std::all_of(between.begin(), between.end(), [&](const word& w) { return words.has_any({list::day_leads, list::held_words, list::passive_words, list::being_words, list::date_articles}, w) || words.weekday_of(w); });
}

/// "Tuesday 7 June was agreed for the next meeting": where a date that opens the sentence is that of the meeting at its end.
bool is_dated_before(std::string_view sentence, const next_phrase& p, const date_finding& f, const lexicon& words) {
    constexpr std::size_t longest_way = 8;  // words
    if (f.end > p.begin || words_in(sentence.substr(0, f.begin), words).size() > 1 || !words_in(sentence.substr(p.end), words).empty()) return false;
    const auto between = words_in(sentence.substr(f.end, p.begin - f.end), words, longest_way + 1);
    return between.size() <= longest_way && std::any_of(between.begin(), between.end(), [&](const word& w) { return words.has_any({list::being_words, list::passive_words, list::decision_verbs}, w) || words.is_label(w, label::date); });
}

/// "in two weeks", "next Tuesday", "will be in three weeks": a day that is counted from the meeting's own, alone in its sentence; empty when there is none.
span relative_day_at(std::string_view text, const lexicon& words) {
    auto stop = std::min(text.find_first_of(",;("), text.find(". "));
    if (const auto times = find_times(text, words); !times.empty()) stop = std::min(stop, times.front().begin);  // "… at 7 pm"
    auto said = trim(text.substr(0, stop));
    while (said.ends_with('.')) said.remove_suffix(1);
    auto all = words_in(said, words);
    while (!all.empty() && words.has(list::place_leads, all.back())) all.pop_back();
    std::size_t k = 0;
    while (k < all.size() && words.has_any({list::future_words, list::being_words, list::passive_words, list::held_words}, all[k])) ++k;
    if (k == all.size() || !match_relative_day(words_view(all.begin(), all.end()).subspan(k), words)) return {};
    const auto at = static_cast<std::size_t>(said.data() - text.data());
    return {static_cast<std::uint32_t>(at + all[k].begin), static_cast<std::uint32_t>(at + all.back().end)};
}

/// "Next: Mon 6 June, 8 pm", "Next BEC: 8 June", "Date of next FGB: 7 June": where the date stands in a line that only a short name of the
/// meeting parts from "next"; "Next newsletter: 7 June" is another thing's.
std::optional<std::size_t> behind_short_name(std::string_view text, std::string_view head, const lexicon& words) {
    constexpr std::size_t longest_lead = 3, longest_name = 5;  // words; letters
    const auto all = words_in(text, words, longest_lead + 3);
    std::size_t next = 0;
    while (next < all.size() && next <= longest_lead && !words.has(list::next_words, all[next])) ++next;
    if (next >= all.size() || !(next == 0 ? all[0].capital : words.is_label(all[0], label::date))) return {};
    std::size_t last = next;
    if (all[next].after != ':' && next + 1 < all.size() && all[next + 1].upper && all[next + 1].folded.size() <= longest_name && all[next + 1].folded.size() > 1 && !names_other_body(words_view(all.begin(), all.end()).subspan(next + 1, 1), head, words)) ++last;
    if (all[last].after != ':') return {};
    const auto rest = text.substr(all[last].end + 1);
    const auto dates = find_dates(rest, words);
    if (dates.empty() || dates.front().how == date_finding::form::month || !words_in(rest.substr(0, dates.front().begin), words).empty()) return {};
    return all[last].end + 1;
}

/// "7 June – committee meeting", "Tuesday 7 June, 7.30 pm: next meeting": a day of a list, and that it is a meeting's.
bool is_day_of_meeting(std::string_view text, std::string_view head, const lexicon& words) {
    constexpr std::size_t longest = 5;  // words
    const auto dates = find_dates(text, words);
    if (dates.size() != 1 || dates.front().how == date_finding::form::month || !words_in(text.substr(0, dates.front().begin), words).empty()) return false;
    auto from = dates.front().end;
    if (const auto times = find_times(text.substr(from), words); !times.empty()) from += times.back().end;
    const auto all = words_in(text.substr(from), words);
    if (all.empty() || all.size() > longest || !words.has(list::meeting_nouns, all.back()) || std::any_of(all.begin(), all.end(), [](const word& w) { return w.ends_sentence(); })) return false;
    return !names_other_body(words_view(all.begin(), all.end()), head, words);
}

/// "The next meeting is on 21 December. The meeting adjourned at 2:35 pm.": where what is said of the next meeting ends, behind its date.
std::size_t end_of_next(std::string_view text, const date_finding& date, const lexicon& words) {
    for (const span s : sentences_in(text, words)) {
        if (s.begin < date.end) continue;
        const auto said = text.substr(s.begin, s.size());
        if (count_of(said, list::closing_words, words) > 0 || !find_dates(said, words).empty()) return s.begin;
    }
    return text.size();
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
    const auto own_day = when.date ? match_date(words_at(when.date->where), words) : std::nullopt;
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture || b.text.empty()) continue;
        const auto j = join(b.text);
        const std::string_view t = j.text();
        if (const auto from = behind_next_label(t, words); from && !find_dates(t.substr(*from), words).empty() && (!best || best->weight < 7)) best = found{7, j.source(*from, t.size())};
        if (when.blocks.count(i)) continue;
        const auto head = text().substr(0, std::min<std::size_t>(head_size, b.text.front().begin));
        if (const bool late = i * 2 > laid.blocks.size(); late && (!best || best->weight < 5)) {
            const auto from = behind_short_name(t, head, words);
            if (from || (is_day_of_meeting(t, head, words) && next_date_in(t, find_dates(t, words), own_day, words))) best = found{5, j.source(from.value_or(0), t.size())};
        }
        for (const span s : sentences_in(t, words)) {
            const auto sentence = t.substr(s.begin, s.size());
            const auto phrase = find_next_phrase(sentence, head, words);
            if (!phrase) continue;
            // "Ann and Ben to meet again on 3 May" is theirs to do, "Committee to meet again" is not.
            if (is_owner_to(sentence, words, known) && count_of(sentence.substr(0, phrase->end), list::meeting_nouns, words) == 0) continue;
            if (const auto all = find_dates(sentence, words); all.size() == 1 && is_dated_before(sentence, *phrase, all.front(), words)) {
                if (!best || best->weight < 6) best = found{6, j.source(s.begin + all.front().begin, s.begin + all.front().end)};
                continue;
            }
            // The date stands behind the phrase, and the sentence is about the meeting: "to be reported to the next meeting on" is not.
            const auto rest = sentence.substr(phrase->end);
            const auto dates = find_dates(rest, words);
            if (dates.empty() && !phrase->aside && !relative_day_at(rest, words).empty() && (!best || best->weight < 5)) best = found{5, j.source(s.begin + phrase->end, s.end)};
            if (dates.empty() || words_in(sentence, words).size() > 45 || rest.substr(0, dates.front().begin).find(';') != rest.npos) continue;
            const auto between = words_in(rest.substr(0, dates.front().begin), words);
            if (phrase->aside && !adjoins(between, words)) continue;
            const bool short_way = between.size() <= 12;
            const bool opens = words_in(sentence.substr(0, phrase->end), words).size() <= 8;
            const int weight = 3 + 2 * short_way + 2 * opens + (i * 2 > laid.blocks.size());
            if (weight >= 5 && (!best || weight > best->weight)) best = found{weight, j.source(s.begin + phrase->end, s.end)};
        }
    }
    if (best) read_next_meeting(best->where);
}

void parser::set_next_venue(const spans& where) {
    if (words.is_label(plain_words(words_at(where)), label::none)) return;  // "Venue: to be confirmed"
    m.next.venue = stated(words_at(where), where, "next-venue");
    leaves.paint(where, leaf::kind_type::value, "next.venue");
}

bool parser::names_own_next_meeting(std::string_view sentence) const {
    const auto all = words_in(sentence, words);
    if (std::none_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::meeting_nouns, list::call_nouns}, w); })) return true;  // the label's own words are all that names it
    return find_next_phrase(sentence, text().substr(0, std::min<std::size_t>(head_size, laid.blocks[at_block].text.front().begin)), words).has_value();
}

/// In a text under its label: of the first sentence, where that is no more than the date; else of the sentence that says when the meeting is;
/// else of the first that has any, where none before it has said something else ("It will be by Zoom. Papers will go out on 31 May").
std::vector<date_finding> parser::dates_of_meeting(std::string_view t, const std::vector<date_finding>& all) const {
    const auto meeting = when.date ? match_date(words_at(when.date->where), words) : std::nullopt;
    const auto sentences = sentences_in(t, words);
    const auto within = [&](span s) {
        std::vector<date_finding> out;
        std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const date_finding& f) { return f.begin >= s.begin && f.begin < s.end; });
        const auto first = next_date_in(t, out, meeting, words);
        return first ? std::vector{*first} : std::vector<date_finding>{};
    };
    const auto tells = [&](std::string_view sentence) {
        const auto run = words_in(sentence, words);
        for (std::size_t k = 0; k < run.size(); ++k)
            if (words.has_any({list::future_words, list::being_words}, run[k]) || may_be_verb(run, k, words)) return true;
        return false;
    };
    if (!sentences.empty())
        if (auto dates = within(sentences.front()); !dates.empty() && !tells(t.substr(0, sentences.front().end))) return dates;
    for (const span s : sentences)
        if (const auto p = find_next_phrase(t.substr(s.begin, s.size()), {}, words); p && !p->aside)
            if (auto dates = within(s); !dates.empty() && dates.back().begin >= s.begin + p->end) return dates;
    bool told = false;
    for (const span s : sentences) {
        const auto sentence = t.substr(s.begin, s.size());
        if (auto dates = within(s); !dates.empty()) return told && tells(sentence) && count_of(sentence, list::next_words, words) == 0 ? std::vector<date_finding>{} : dates;
        if (words.has(list::undated, plain_words(sentence)) || words.is_label(plain_words(sentence), label::none)) return {};  // "TBC. Papers by 31 May."
        told |= tells(sentence);
    }
    return {};
}

void parser::read_next_meeting(const spans& where) {
    const auto j = join(where);
    const std::string_view t = j.text();
    auto& n = m.next;
    const auto o = take_apart(t, words);
    const auto paint = [&](const spans& s, const char* of) { leaves.paint(s, leaf::kind_type::value, of); };
    bool dated = !o.dates.empty();
    if (!dated && n.date.spans.empty()) {
        auto day = relative_day_at(t, words);
        if (const auto figures = leading_day(t, words)) day = {static_cast<std::uint32_t>(figures->begin), static_cast<std::uint32_t>(figures->end)};  // "21.6., 6 pm"
        if (!day.empty()) {
            n.date.spans = j.source(day.begin, day.end);
            paint(n.date.spans, "next.date");
            dated = true;
        }
    }
    if (!dated && o.times.empty()) return;
    if (!o.dates.empty() && n.date.spans.empty()) {
        const auto dates = dates_of_meeting(t, o.dates);
        if (dates.empty()) return;
        if (const auto end = end_of_next(t, dates.front(), words); end < t.size()) return read_next_meeting(j.source(0, end));
        n.date.spans = j.source(dates.front().begin, dates.front().end);
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
    const bool first_date = !o.dates.empty() && n.date.spans == j.source(o.dates[0].begin, o.dates[0].end);
    if (!label_at_ && between && o.after_date[first_after] == 1 && first_date && words_in(std::string_view(t).substr(o.pieces[first_after].begin, o.pieces[first_after].size()), words).size() < 5)
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
