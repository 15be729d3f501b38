// SPDX-License-Identifier: Apache-2.0
// Items that are not for the public.
#include <algorithm>

#include "asides.hpp"

namespace minutes {

namespace {

traced<bool> exempt_by(spans words, const char* rule, basis how) {
    traced<bool> t;
    t.value = true;
    t.spans = std::move(words);
    t.basis = how;
    t.rule = rule;
    return t;
}

void mark(item& it, const traced<bool>& how) {
    if (!it.exempt.given()) it.exempt = how;
    for (item& inner : it.items) mark(inner, how);
}

/// "Date of next meeting", "Close of meeting": no business.
bool is_closing(const item& it, const lexicon& words) {
    const auto l = label_at(it.heading.value.value_or(""), words);
    return l && (l->is(label::next_meeting) || l->is(label::closing) || l->is(label::end));
}

void mark_by_own_words(parser& p, item& it) {
    if (it.heading.value) {
        const auto j = p.join(it.heading.spans);
        if (const auto words = exempt_mark_in(j.text(), p.words)) mark(it, exempt_by(j.source(words->begin, words->end), "exempt-heading", basis::stated));
    }
    if (!it.blocks.empty() && !it.exempt.given() && is_exempt_note(p.words_at(it.blocks.front().spans), p.words))
        mark(it, exempt_by(it.blocks.front().spans, "exempt-note", basis::stated));
}

/// The items that an exclusion at `note` covers, up to byte `end`.
std::vector<item*> covered(const parser& p, const item_index& items, const public_notes::note& note, std::uint32_t end) {
    std::vector<item*> out;
    for (const std::string& number : note.items)
        if (item* it = items.with_number(number)) out.push_back(it);
    if (!out.empty()) return out;
    for (const auto& e : items.entries()) {
        if (e.begin < note.at || e.begin >= end || is_closing(*e.of, p.words)) continue;
        out.push_back(e.of);
        if (note.excluded->next_only) break;
    }
    return out;
}

/// Whether an item's text goes on behind byte `at`.
bool goes_on(const item& it, std::uint32_t at, std::uint32_t end) {
    return std::any_of(it.blocks.begin(), it.blocks.end(), [&](const block& b) {
        return std::any_of(b.spans.begin(), b.spans.end(), [&](span s) { return s.end > at + 1 && s.begin < end; });
    });
}

}  // namespace

void note_public(parser& p, const told_sentence& s, public_notes& notes) {
    auto excluded = match_exclusion(s.text(), p.words, p.known);
    if (!excluded && !readmits_public(s.text(), p.words)) return;
    const auto where = s.source();
    public_notes::note note{where.back().end, where, std::move(excluded), {}};
    if (note.excluded)
        for (const span n : note.excluded->items) note.items.emplace_back(s.text().substr(n.begin, n.size()));
    notes.all.push_back(std::move(note));
}

void mark_exempt(parser& p, const item_index& items, const public_notes& notes) {
    for (const auto& e : items.entries()) mark_by_own_words(p, *e.of);
    for (std::size_t i = 0; i < notes.all.size(); ++i) {
        const auto& note = notes.all[i];
        if (!note.excluded) continue;
        const auto back = std::find_if(notes.all.begin() + static_cast<std::ptrdiff_t>(i), notes.all.end(), [](const auto& n) { return !n.excluded; });
        const auto end = back == notes.all.end() ? static_cast<std::uint32_t>(p.text().size()) : back->words.front().begin;
        const auto how = exempt_by(note.words, "exempt-by-resolution", basis::derived);
        const auto all = covered(p, items, note, end);
        for (item* it : all) mark(*it, how);
        // No item follows: what the meeting then did stands in the item of the resolution itself.
        if (item* own = items.at(note.words.front().begin); all.empty() && own && goes_on(*own, note.at, end)) mark(*own, how);
    }
}

}  // namespace minutes
