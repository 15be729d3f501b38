// SPDX-License-Identifier: Apache-2.0
#include "movement.hpp"

#include <algorithm>
#include <optional>

#include "phrase.hpp"
#include "reference.hpp"
#include "time.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_way = 10;  // words between the verb and its time

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

struct movement_reader {
    std::string_view text;
    const lexicon& words;
    word_run all = words_in(text, words);
    std::vector<time_finding> times = find_times(text, words);

    bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }

    std::optional<movement> verb(std::size_t i) const {
        if ((all[i].capital && i > 0) || all[i].before == '(' || all[i].before == '[') return {};  // a note behind one name
        if (is(i, list::return_words)) return movement::returned;
        if (is(i, list::arrival_words)) return movement::arrived;
        if (is(i, list::departure_words)) return movement::left;
        return {};
    }

    // ── when ──

    const time_finding* time_from(std::size_t begin, std::size_t end) const {
        const auto it = std::find_if(times.begin(), times.end(), [&](const time_finding& t) { return t.begin >= begin && t.begin < end; });
        return it == times.end() ? nullptr : &*it;
    }

    /// "item 4", "after agenda item 5.2", from word i on.
    span item_at(std::size_t i) const {
        const std::size_t n = phrase_length(all, i, list::item_words, words);
        if (n == 0 || i + n >= all.size()) return {};
        const auto rest = text.substr(all[i + n].begin);
        if (!all[i + n].digits) return {};
        const std::size_t end = std::min(rest.find_first_of(" \t\n,;)"), rest.size());
        const auto number = rest.substr(0, rest.substr(0, end).ends_with('.') ? end - 1 : end);
        const bool led = i > 0 && is(i - 1, list::position_words);
        return at(all[led ? i - 1 : i].begin, all[i + n].begin + number.size());
    }

    /// The time or item said in words [first, last).
    void find_when(std::size_t first, std::size_t last, movement_finding& f) const {
        last = std::min(last, all.size());
        if (first >= last) return;
        if (const auto* t = time_from(all[first].begin, all[last - 1].end)) {
            f.when = at(t->begin, t->start_end);
            return;
        }
        for (std::size_t i = first; i < last; ++i) {
            if (const span s = item_at(i); !s.empty()) {
                f.when = s;
                f.for_a_while = f.how == movement::left && i > 0 && is(i - 1, list::while_words);
                return;
            }
            if (is(i, list::point_nouns)) f.at_this_point = true;
        }
    }

    // ── who ──

    /// The people that open the sentence, when what stands before word `end` tells more of them: "Cllr Bell declared an interest and left".
    span who_opens(std::size_t end) const {
        if (end < 2 || !is(end - 1, list::joining_words)) return {};
        const span who = people_from(all, 0, words);
        const auto behind = std::find_if(all.begin(), all.end(), [&](const word& w) { return w.begin >= who.end; });
        return who.empty() || behind == all.end() || behind->capital || !words.has(list::verbs, behind->folded) ? span{} : who;
    }

    // ── what they came to or left ──

    /// The word behind "the meeting", "from the room", "the Council Chamber"; `from` when there is no such object.
    std::size_t behind_object(std::size_t from) const {
        std::size_t k = from;
        while (k < all.size() && k < from + 2 && !all[k].capital && is(k, list::function_words) && !is(k, list::articles)) ++k;
        if (!is(k, list::articles) && !is(k, list::session_nouns)) return from;
        for (std::size_t n = k; n < std::min(all.size(), k + 4); ++n) {
            if (is(n, list::session_nouns)) return n + 1;
            if (all[n].after) break;
        }
        return from;
    }

    /// Whether a time, an item or the clause's end stands right behind word `i`.
    bool stands_alone(std::size_t i, const movement_finding& f) const {
        if (i + 1 >= all.size() || all[i].after == ',' || all[i].after == ';' || all[i].after == ')') return true;
        std::size_t k = i + 1;
        while (k < all.size() && k < i + 3 && is(k, list::function_words)) ++k;
        return k < all.size() && (f.when.empty() ? is(k, list::point_nouns) : f.when.begin <= all[k].begin);
    }

    std::optional<movement_finding> movement_at(std::size_t i, std::size_t next_verb) const {
        const auto how = verb(i);
        if (!how) return {};
        movement_finding f;
        f.how = *how;
        f.who = people_before(all, i, words);
        if (f.who.empty()) f.who = who_opens(i);
        if (f.who.empty() && i == 0) f.who = people_from(all, 1, words);  // "Gadawodd y Cyng. Bowen": languages whose verb opens the sentence
        if (f.who.empty()) return {};
        find_when(i + 1, std::min(i + 1 + longest_way, next_verb), f);
        const bool verb_first = f.who.begin > all[i].begin;
        if (verb_first ? f.when.empty() : behind_object(i + 1) == i + 1 && !stands_alone(i, f)) return {};
        // "At 8pm Ann Bell left", "7.15pm: Cllr Bell arrived", "At this point Ann Bell left the room"
        if (f.when.empty())
            if (const auto* t = time_from(0, f.who.begin)) f.when = at(t->begin, t->start_end);
        for (std::size_t k = 0; f.when.empty() && k < all.size() && all[k].begin < f.who.begin; ++k) f.at_this_point |= is(k, list::point_nouns);
        f.all = at(std::min<std::size_t>(f.who.begin, all[i].begin), std::max<std::size_t>({all[i].end, f.who.end, f.when.end}));
        return f;
    }
};

}  // namespace

std::vector<movement_finding> match_movements(std::string_view sentence, const lexicon& words) {
    const movement_reader r{sentence, words};
    std::vector<std::size_t> verbs;
    for (std::size_t i = 0; i < r.all.size(); ++i)
        if (r.verb(i)) verbs.push_back(i);
    std::vector<movement_finding> out;
    for (std::size_t k = 0; k < verbs.size(); ++k) {
        auto f = r.movement_at(verbs[k], k + 1 < verbs.size() ? verbs[k + 1] : r.all.size());
        if (f) out.push_back(*f);
    }
    return out;
}

std::vector<movement_finding> match_movement_note(std::string_view note, const lexicon& words) {
    const movement_reader r{note, words};
    std::vector<movement_finding> out;
    const auto add = [&](movement how, span when, span all) {
        movement_finding f;
        f.how = how;
        f.when = when;
        f.all = all;
        out.push_back(f);
    };
    const span whole = at(0, note.size());
    // "7.30pm to 8.15pm", "from 7.30 to 8.15pm"
    if (r.times.size() == 1 && r.times[0].until) {
        add(movement::arrived, at(r.times[0].begin, r.times[0].start_end), whole);
        add(movement::left, at(r.times[0].until_begin, r.times[0].end), whole);
        return out;
    }
    for (std::size_t i = 0; i < r.all.size();) {
        const std::size_t here = phrase_length(r.all, i, list::arrival_marks, words), gone = phrase_length(r.all, i, list::departure_marks, words);
        const std::size_t n = std::max(here, gone);
        if (n == 0) {
            ++i;
            continue;
        }
        std::size_t next = i + n;
        while (next < r.all.size() && !phrase_length(r.all, next, list::arrival_marks, words) && !phrase_length(r.all, next, list::departure_marks, words)) ++next;
        movement_finding f;
        f.how = here >= gone ? movement::arrived : movement::left;
        r.find_when(i + n, next, f);
        if (!f.when.empty()) add(f.how, f.when, whole);
        i = next;
    }
    return out;
}

}  // namespace minutes
