// SPDX-License-Identifier: Apache-2.0
#include "exempt_scope.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>
#include <set>

#include "phrase.hpp"

namespace minutes {

namespace {

constexpr auto nowhere = std::numeric_limits<std::uint32_t>::max();

/// "Date of next meeting", "Close of meeting": no business.
bool is_closing(const item& it, const lexicon& words) {
    const auto l = label_at(it.heading.value.value_or(""), words);
    return l && (l->is(label::next_meeting) || l->is(label::closing) || l->is(label::end));
}

void add_with_all_below(item& it, std::vector<item*>& out) {
    out.push_back(&it);
    for (item& inner : it.items) add_with_all_below(inner, out);
}

bool has_words(const item& it) { return !it.blocks.empty() || std::any_of(it.items.begin(), it.items.end(), has_words); }

/// The items from the first to the last of a stretch, where both are known by their numbers and follow the resolution.
std::vector<item*> stretch_of(const item_index& items, const turn& t) {
    const auto& numbers = t.note->items;
    if (!t.note->excluded->stretch || numbers.size() != 2) return {};
    item *first = items.with_number(numbers[0]), *last = items.with_number(numbers[1]);
    if (!first || !last) return {};
    std::vector<item*> out, below;
    add_with_all_below(*last, below);
    bool inside = false;
    for (const auto& e : items.entries()) {
        inside |= e.of == first && e.begin >= t.at;
        const bool end = std::find(below.begin(), below.end(), e.of) != below.end();
        if (inside && !end && std::find(out.begin(), out.end(), last) != out.end()) break;
        if (inside) out.push_back(e.of);
    }
    return std::find(out.begin(), out.end(), last) != out.end() ? out : std::vector<item*>{};
}

/// The items that a resolution names.
std::vector<item*> named(const item_index& items, const turn& t) {
    if (!t.note || !t.note->excluded) return {};
    if (t.note->excluded->stretch) return stretch_of(items, t);
    std::vector<item*> out;
    for (const std::string& number : t.note->items)
        if (item* it = items.with_number(number)) add_with_all_below(*it, out);
    return out;
}

/// "17/46" as its figures.
std::vector<int> figures(std::string_view number) {
    std::vector<int> out;
    for (const char *at = number.data(), *end = at + number.size(); at < end; ++at) {
        int n = 0;
        if (const auto r = std::from_chars(at, end, n); r.ec == std::errc{}) {
            out.push_back(n);
            at = r.ptr - 1;
        } else if (std::string_view("/.-").find(*at) == std::string_view::npos) {
            return {};
        }
    }
    return out;
}

/// Whether one of the figures is the next, and the others are the same: "16/47" behind "16/46", "17/1" behind "16/1".
bool counts_on(const std::vector<int>& last, const std::vector<int>& now) {
    if (last.empty() || last.size() != now.size()) return false;
    int more = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i] != last[i] && now[i] != last[i] + 1) return false;
        more += now[i] != last[i];
    }
    return more == 1;
}

/// A sentence that only says how a resolution came about, or that somebody went.
bool is_formal(std::string_view sentence, const parser& p) {
    const decision_sentence said = sort_decision(sentence, p.words, p.known);
    if (said.part == decision_part::second || said.part == decision_part::outcome || (said.part == decision_part::proposal && said.second)) return true;
    const auto all = words_in(sentence, p.words);
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has_any({word_list::departure_words, word_list::public_words}, w); }) || is_exempt_note(sentence, p.words) ||
           readmits_public(sentence, p.words) || votes_in(sentence, all, p.words).given();
}

/// Text between a paper's heading and the next item that is more than a note on the heading.
bool has_text_of_its_own(const parser& p, std::uint32_t begin, std::uint32_t end) {
    if (end <= begin) return false;
    const auto text = p.text().substr(begin, end - begin);
    const auto first = text.find_first_not_of(" \t\n*#_.:-");
    if (first == text.npos) return false;
    constexpr std::size_t longest_note = 20;  // words
    const auto all = words_in(text.substr(first), p.words);
    if (all.size() > longest_note) return true;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (phrase_length(all, i, word_list::exempt_marks, p.words)) return false;
    return true;
}

}  // namespace

std::string topic_of(std::string_view heading, const lexicon& words) {
    if (const auto mark = exempt_mark_in(heading, words)) heading = heading.substr(0, mark->begin);
    const auto is_letter = [](unsigned char c) { return c >= 0x80 || std::isalpha(c); };
    const auto first = std::find_if(heading.begin(), heading.end(), is_letter);
    std::string out = fold(heading.substr(static_cast<std::size_t>(first - heading.begin())));
    while (!out.empty() && !is_letter(static_cast<unsigned char>(out.back())) && !(out.back() >= '0' && out.back() <= '9')) out.pop_back();
    return out;
}

std::vector<item*> covered(const parser& p, const item_index& items, const turn& t, std::uint32_t end) {
    std::vector<item*> out = named(items, t);
    if (!out.empty() || (t.note && t.note->excluded->own_only)) return out;
    std::set<std::string> numbers;
    for (const auto& e : items.entries()) {
        const bool numbered = e.of->number.value && e.depth == 0;
        const bool again = numbered && !numbers.insert(*e.of->number.value).second;
        if (again && t.paper.empty() && !out.empty() && std::none_of(out.begin(), out.end(), [](const item* it) { return has_words(*it); })) return {};  // it was an agenda's entry
        if (e.begin < t.at || is_closing(*e.of, p.words)) continue;
        if (e.begin >= end || (t.depth && e.depth < *t.depth)) break;
        out.push_back(e.of);
        if (t.note && t.note->excluded->next_only) break;
    }
    return out;
}

bool tells_business(const parser& p, const item& it, std::uint32_t at, std::uint32_t end) {
    for (const block& b : it.blocks) {
        if (b.spans.empty() || b.spans.back().end <= at + 1 || b.spans.front().begin >= end) continue;
        const auto j = p.join(b.spans);
        for (const span s : sentences_in(j.text(), p.words)) {
            const auto where = j.source(s.begin, s.end);
            if (where.empty() || where.front().begin < at || where.front().begin >= end) continue;
            if (!is_formal(std::string_view(j.text()).substr(s.begin, s.size()), p)) return true;
        }
    }
    return false;
}

std::uint32_t next_item(const item_index& items, std::uint32_t at) {
    for (const auto& e : items.entries())
        if (e.begin >= at) return e.begin;
    return nowhere;
}

std::uint32_t numbers_go_on(const parser& p, const item_index& items, const turn& paper) {
    if (!p.m.end.spans.empty() && p.m.end.spans.front().begin < paper.at) return nowhere;
    std::vector<int> last;
    for (const auto& e : items.entries()) {
        const auto now = e.depth == 0 ? figures(e.of->number.value.value_or("")) : std::vector<int>{};
        if (now.empty()) continue;
        if (e.begin < paper.at) {
            last = now;
            continue;
        }
        return counts_on(last, now) && has_text_of_its_own(p, paper.words.back().end, e.begin) ? e.begin : nowhere;
    }
    return nowhere;
}

}  // namespace minutes
