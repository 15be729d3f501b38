// SPDX-License-Identifier: Apache-2.0
// When a meeting was opened and closed, as sentences anywhere tell.
#include <algorithm>
#include <string>

#include "occasion_reader.hpp"
#include "phrase.hpp"

namespace minutes {

using list = word_list;

std::optional<time_finding> occasion_reader::figures_time(std::string_view sentence) const {
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

namespace {

/// "out of closed session", "executive session ended", "adjourned to closed session", "closed to the public": not the meeting's end.
bool is_of_session(words_view all, std::size_t k, const lexicon& words) {
    if (phrase_length(all, k, list::exempt_marks, words)) return true;
    std::size_t next = k + 1;
    while (next < all.size() && words.has_any({list::into_words, list::function_words}, all[next])) ++next;
    if (next > k + 1 && (phrase_length(all, next, list::exempt_marks, words) || (next < all.size() && words.has(list::public_words, all[next])))) return true;
    while (k > 0 && words.has_any({list::auxiliaries, list::passive_words}, all[k - 1])) --k;
    for (std::size_t i = k > 3 ? k - 3 : 0; i < k; ++i)
        if (i + phrase_length(all, i, list::exempt_marks, words) == k) return true;
    return false;
}

/// "14:01:38" as "14:01", with blanks for what is gone: chats note the second at which a meeting was opened.
std::string without_seconds(std::string_view text) {
    std::string out(text);
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (std::size_t i = 1; i + 5 < text.size(); ++i) {
        const bool clock = text[i] == ':' && digit(i - 1) && digit(i + 1) && digit(i + 2) && text[i + 3] == ':' && digit(i + 4) && digit(i + 5) && !digit(i + 6) && !(i > 2 && text[i - 3] == ':');
        if (clock) std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(i + 3), 3, ' ');
    }
    return out;
}

}  // namespace

/// "The library opens at 9 am" tells nothing of the meeting: a sentence that does names it, its business or its body, says "to order", or opens with what was done.
/// "The hearing was closed", "opened the hearing", "the last meeting ended" tell of others.
bool occasion_reader::tells_of_meeting(words_view said, std::size_t nearest) const {
    const auto is_meeting = [&](const word& w) { return words.has(list::call_nouns, w) || (words.has(list::session_nouns, w) && words.has(list::meeting_nouns, w)); };
    const auto is_other = [&](const word& w) { return !w.capital && words.has(list::meeting_nouns, w) && !words.has(list::bodies, w) && !is_meeting(w); };
    const auto before = said.first(nearest), behind = said.subspan(std::min(nearest + 1, said.size()), std::min<std::size_t>(said.size() - std::min(nearest + 1, said.size()), 4));
    const auto any = [](words_view all, const auto& is) { return std::any_of(all.begin(), all.end(), is); };
    for (std::size_t k = 1; k < nearest; ++k)
        if (words.has_any({list::past_words, list::next_words}, said[k - 1]) && !said[k - 1].capital && is_meeting(said[k])) return false;
    if (any(before, is_other) && !any(before, is_meeting)) return false;
    if (!behind.empty() && words.has_any({list::articles, list::indefinite_articles}, behind[0]) && (any(behind, is_other) || !any(behind, [&](const word& w) { return is_meeting(w) || words.has(list::bodies, w); }))) return false;
    const auto of_meeting = [&](const word& w) { return !words.has(list::afternoon_marks, w) && (is_meeting(w) || words.has_any({list::session_nouns, list::chair_nouns, list::bodies, list::meeting_nouns, list::business_nouns, list::role_nouns, list::motion_nouns, list::second_words}, w)); };  // "pm" is an office too
    const bool by_name = nearest > 0 && said[nearest - 1].capital && !said[nearest - 1].after && (nearest > 1 || words.has(list::given_names, said[0]));  // "Ann Bell began at 7", not "Doors open at 2"
    const bool numbered = nearest == 1 && (said[0].digits || said[0].folded.size() == 1);  // "4) Adjourned 8.50 pm"
    const bool opens_clause = nearest > 0 && (said[nearest - 1].after == ',' || said[nearest - 1].after == ';');
    return nearest == 0 || numbered || opens_clause || by_name || (nearest > 0 && words.has(list::infinitive_marks, said[nearest - 1])) || any(said, of_meeting);
}

void occasion_reader::read_sentences(const head_line& l, const joined_text& j) {
    const std::string_view t = j.text();
    if (t.size() > 4000) return;
    for (const span s : sentences_in(t, words)) {
        const auto sentence = t.substr(s.begin, s.size());
        const auto said = words_in(sentence, words);
        const bool tells = std::any_of(said.begin(), said.end(), [&](const word& w) { return words.has(list::opening_words, w) || words.has(list::closing_words, w); });
        if (!tells || said.size() > 40 || tells_of_open_forum(said, words)) continue;
        auto o = take_apart(without_seconds(sentence), words);
        if (o.times.empty())
            if (const auto x = figures_time(sentence)) o.times.push_back(*x);
        for (const auto& x : o.times) {
            const auto before = sentence.substr(0, x.begin);
            // "There will be sessions starting at 6:30": what is still to come, told below the head, is no opening of this meeting.
            if (l.distance > 0 && std::any_of(said.begin(), said.end(), [&](const word& w) { return w.begin < x.begin && !w.capital && words.has(list::future_words, w); })) continue;
            // The word nearest before the time says which it is.
            const auto all = words_in(before, words);
            std::size_t opened = 0, closed = 0;
            for (std::size_t k = 0; k < all.size(); ++k) {
                if (words.has(list::opening_words, all[k])) opened = k + 1;
                if (words.has(list::closing_words, all[k]) && !is_of_session(all, k, words)) closed = k + 1;
            }
            if (std::max(opened, closed) == 0 || all.size() - std::max(opened, closed) > 9) continue;
            if (l.distance > 0 && !tells_of_meeting(said, std::max(opened, closed) - 1)) continue;
            offer c{(x.sure ? 6 : 4) - (l.distance > far_behind && closed < opened ? 2 : 0), j.source(s.begin + x.begin, s.begin + x.start_end), opened > closed ? "opened-at" : "closed-at", "", l.block, x.start, {}, {}, {}};
            if (opened > closed) take(out.start, std::move(c), needed_time);
            else {
                c.where = j.source(s.begin + x.begin, s.begin + x.end);
                take(out.end, std::move(c), needed_time);
            }
        }
    }
}

}  // namespace minutes
