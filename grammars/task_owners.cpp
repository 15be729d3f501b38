// SPDX-License-Identifier: Apache-2.0
#include "task_owners.hpp"

#include <algorithm>

#include "marks.hpp"
#include "owner.hpp"
#include "task_text.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

bool is_bracket(char c) { return c == '(' || c == ')' || c == '[' || c == ']'; }

/// "Ask Matt", "Remind All" open with what is to be done.
bool opens_task(words_view all, const lexicon& words) {
    const auto& first = all.front();
    if (words.has(list::no_action, first)) return true;
    if (first.upper && all.size() > 1 && words.has(list::joining_words, all[1])) return false;  // "TAG and Process"
    if (!words.has_any({list::imperatives, list::task_openers}, first) || words.has(list::given_names, first)) return false;
    return all.size() > 1 || (!first.upper && !words.has(list::groups, first));
}

/// "Agreed", "DECISION", but "MSC", who may be somebody
bool is_decision_word(words_view all, const lexicon& words) {
    constexpr std::size_t longest_initials = 4;
    return all.size() == 1 && words.has(list::decision_markers, all[0]) && !(all[0].upper && all[0].folded.size() <= longest_initials);
}

/// "Introduce the Committee", "Clerk: ask All", "Bell from Leeds" are no names.
bool breaks_name(words_view all, const lexicon& words) {
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (words.has(list::name_breaks, all[i])) return true;
        const auto& before = all[i - 1];
        const bool leads_on = words.has_any({list::name_links, list::joining_words}, before) || before.after;
        if (words.has_any({list::articles, list::infinitive_marks}, all[i]) && !leads_on) return true;
    }
    return false;
}

}  // namespace

std::vector<span> handles_in(std::string_view t, std::size_t begin, std::size_t end, const lexicon& words) {
    std::vector<span> out;
    const auto is_mark = [](char c) { return is_gap(c) || c == '/' || c == '&' || c == '+' || is_bracket(c); };
    for (std::size_t i = begin; i < end;) {
        if (is_mark(t[i])) {
            ++i;
            continue;
        }
        std::size_t stop = i + 1;
        // A handle may have a dash or a dot inside: "@ann-bell".
        while (stop < end && (!is_mark(t[stop]) || ((t[stop] == '-' || t[stop] == '.' || t[stop] == '_') && stop + 1 < end && !is_mark(t[stop + 1])))) ++stop;
        if (t[i] == '@' && stop > i + 1) out.push_back(at(i, stop));
        else if (!words.has(list::joining_words, fold(t.substr(i, stop - i)))) return {};
        i = stop;
    }
    return out;
}

std::vector<span> owners_in(std::string_view t, std::size_t begin, std::size_t end, const lexicon& words) {
    begin = std::min(end, skip_gap(t, begin));
    while (begin < end && (is_gap(t[begin]) || t[begin] == '(' || t[begin] == '[')) ++begin;
    while (end > begin && (is_gap(t[end - 1]) || ((t[end - 1] == ')' || t[end - 1] == ']') && t.substr(begin, end - begin).find_first_of("([") == t.npos))) --end;
    constexpr std::size_t longest = 80;  // bytes
    if (begin >= end || end - begin > longest) return {};
    if (t[begin] == '@') return handles_in(t, begin, end, words);
    const auto part = t.substr(begin, end - begin);
    // "(JB) Ask Ann": the bracket ends before the task
    const auto close = part.find_first_of(")]");
    if (close != part.npos && close + 1 < part.size() && part.substr(0, close).find_first_of("([") == part.npos) return {};
    const auto all = words_in(part, words);
    if (all.empty() || opens_task(all, words) || breaks_name(all, words) || is_decision_word(all, words) || words.has(list::unnamed_owners, fold(part)) || (all.size() > 1 && !all[1].capital && words.has(list::unnamed_owners, all[0]))) return {};
    if (part.find(": ") != part.npos || part.find("::") != part.npos || part.find(" - ") != part.npos || part.find(" \u2013 ") != part.npos || part.find(" \u2014 ") != part.npos) return {};
    std::vector<span> out;
    if (const auto found = match_owners(part, words))
        for (const auto& g : found->groups)
            for (const span s : g) out.push_back(at(begin + s.begin, begin + s.end));
    return out;
}

namespace {

/// "dan" of "dan: publish the draft": a given name in small letters that is no other word.
bool is_small_name(const word& w, const lexicon& words) {
    return !w.capital && words.has(list::given_names, w) && !words.month_of(w) && !words.has_any({list::imperatives, list::verbs, list::function_words, list::future_words, list::task_openers}, w);
}

}  // namespace

std::vector<span> speakers_in(std::string_view t, std::size_t begin, std::size_t end, const lexicon& words, const known_names& known) {
    std::vector<span> out;
    const auto all = words_in(t.substr(begin, end - begin), words);
    if (all.empty() || all.size() > 4) return {};
    for (const auto& w : all) {
        if (words.has(list::joining_words, w) || w.folded == "&") continue;
        if (!known.speakers.count(w.folded) && !known.initials.count(w.folded) && !known.names.count(w.folded) && !is_small_name(w, words)) return {};
        out.push_back(at(begin + w.begin, begin + w.end));
    }
    return out;
}

bool is_known_person(const word& w, const lexicon& words, const known_names& known) {
    if (!w.capital && !w.upper) return false;
    const auto is_one = [&](std::string_view folded) {
        const std::string name(folded);
        if (w.upper && (known.initials.count(name) || known.formed.count(name))) return true;
        return w.capital && (known.names.count(name) || words.has(list::given_names, folded));
    };
    const std::string_view all = w.folded;
    for (std::size_t i = 0; i <= all.size();) {
        const auto stroke = std::min(all.find('/', i), all.size());
        if (!is_one(all.substr(i, stroke - i))) return false;
        i = stroke + 1;
    }
    return true;
}

bool is_owners_only(std::string_view text, const lexicon& words) {
    const auto t = trim(text);
    return !t.empty() && t.size() <= 80 && !owners_in(t, words).empty();
}

bool are_certain_owners(std::string_view t, const lexicon& words, const known_names& known) {
    const auto all = words_in(t, words);
    const auto is_known = [&](const word& w) {
        for (std::size_t i = 0; i <= w.folded.size();) {
            const auto slash = std::min(w.folded.find('/', i), w.folded.size());
            const auto p = w.folded.substr(i, slash - i);
            if (!known.initials.count(p) && !(w.upper && known.formed.count(p)) && !known.names.count(p) && !words.has_any({list::groups, list::role_nouns, list::bodies}, p)) return false;
            i = slash + 1;
        }
        return true;
    };
    if (words.has(list::groups, fold(t))) return true;
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const word& w) {
        const auto k = static_cast<std::size_t>(&w - all.data());
        if (is_known(w) || words.has_any({list::honorifics, list::joining_words, list::articles}, w) || (w.folded.size() == 1 && w.capital)) return true;
        return w.capital && ((k > 0 && words.has(list::honorifics, all[k - 1])) || (k > 1 && words.has(list::honorifics, all[k - 2])));
    });
}

span owners_behind(std::string_view paragraph, const lexicon& words, const known_names& known) {
    const auto end = trim(paragraph).size() + static_cast<std::size_t>(trim(paragraph).data() - paragraph.data());
    std::size_t gap = 0;
    for (const std::string_view apart : {"\t", "   ", "\n"})
        if (const auto d = last_mark(paragraph.substr(0, end), apart); d != paragraph.npos) gap = std::max(gap, d + apart.size());
    if (!gap) {
        const auto all = sentences_in(paragraph.substr(0, end), words);
        if (all.size() < 2) return {};
        gap = all.back().begin;
    }
    const auto tail = paragraph.substr(gap, end - gap);
    constexpr std::size_t shortest_text = 12, longest_owners = 60;  // bytes
    if (gap < shortest_text || tail.size() > longest_owners || tail.empty() || tail.find_first_of("0123456789") != tail.npos || tail.front() == '(' || tail.front() == '[' || tail.back() == '.' || tail.back() == ':') return {};
    const auto all = words_in(tail, words);
    if (all.empty() || all.size() > 8 || (all.size() == 1 && words.has(list::function_words, all.front())) || words.month_of(all.front()) || words.has(list::no_action, fold(tail)) || !is_owners_only(tail, words) || !are_certain_owners(tail, words, known)) return {};
    return at(gap, end);
}

}  // namespace minutes
