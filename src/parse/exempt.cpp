// SPDX-License-Identifier: Apache-2.0
// Items that are not for the public.
#include <algorithm>
#include <map>

#include "exempt_lists.hpp"
#include "exempt_scope.hpp"
#include "passages.hpp"

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

/// Whether a heading is nothing but that what stands below it is not public: "Closed session", "Exempt Appendix 1".
bool closes(std::string_view heading, const lexicon& words) {
    if (const auto paper = match_paper_heading(heading, words)) return paper->closed;
    const auto session = match_session_heading(heading, words);
    return session && session->closed;
}

/// A note that stands behind the heading on its line: "2. Lease – not for publication by virtue of paragraph 3".
spans note_beside(const parser& p, const item& it) {
    if (it.heading.spans.empty()) return {};
    const std::uint32_t at = it.heading.spans.back().end;
    const auto line = p.text().substr(at, std::min(p.text().find('\n', at), p.text().size()) - at);
    const auto first = line.find_first_not_of(" \t-:.\xe2\x80\x93\x94");
    if (first == line.npos || !is_exempt_note(line.substr(first), p.words)) return {};
    return {{at + static_cast<std::uint32_t>(first), at + static_cast<std::uint32_t>(line.find_last_not_of(" \t") + 1)}};
}

void mark_by_own_words(parser& p, item& it) {
    if (it.heading.value) {
        const auto j = p.join(it.heading.spans);
        if (const auto words = exempt_mark_in(j.text(), p.words)) mark(it, exempt_by(j.source(words->begin, words->end), "exempt-heading", basis::stated));
        else if (closes(j.text(), p.words)) mark(it, exempt_by(it.heading.spans, "exempt-heading", basis::stated));
    }
    if (const spans note = it.exempt.given() ? spans{} : note_beside(p, it); !note.empty()) mark(it, exempt_by(note, "exempt-note", basis::stated));
    if (!it.blocks.empty() && !it.exempt.given() && is_exempt_note(p.words_at(it.blocks.front().spans), p.words))
        mark(it, exempt_by(it.blocks.front().spans, "exempt-note", basis::stated));
}

/// "Lease (Part 2)" is of a part that is not public where the minutes know such parts: by a heading, a resolution or a note,
/// or by other items that are of a first part.  "Harbour plan (Part 1)" and "(Part 2)" alone are instalments.
void mark_parts(parser& p, const item_index& items, const std::vector<turn>& turns) {
    struct marked {
        item* of;
        bool closed;
        spans words;
        std::string topic;
    };
    std::vector<marked> all;
    bool known = std::any_of(turns.begin(), turns.end(), [](const turn& t) { return t.closed || t.of_part; });
    for (const auto& e : items.entries()) {
        known |= e.of->exempt.given();
        const auto title = p.join(title_line(p, *e.of));
        if (const auto mark = match_part_mark(title.text(), p.words)) all.push_back({e.of, mark->closed, title.source(mark->where.begin, mark->where.end), fold(title.text().substr(0, mark->where.begin))});
    }
    for (const marked& m : all) {
        const bool others = std::any_of(all.begin(), all.end(), [&](const marked& x) { return !x.closed && x.topic != m.topic; });
        if (m.closed && (known || others)) mark(*m.of, exempt_by(m.words, "exempt-part", basis::derived));
    }
}

/// An agenda printed ahead of the minutes may mark what the minutes themselves do not.
void mark_by_agenda(parser& p, const item_index& items) {
    std::map<std::string, spans> marked;
    for (const auto& b : p.laid.blocks) {
        if (b.kind != laid_block::kind_type::line || b.text.empty()) continue;
        const item* own = items.at(b.text.front().begin);
        if (own && own->exempt.given() && !own->blocks.empty()) continue;  // the mark of an item that tells its business
        const auto j = p.join(b.text);
        const auto mark = exempt_mark_in(j.text(), p.words);
        if (!mark) continue;
        const std::string topic = topic_of(j.text(), p.words);
        if (topic.size() > 2) marked.emplace(topic, j.source(mark->begin, mark->end));
    }
    if (marked.empty()) return;
    for (const auto& e : items.entries()) {
        const auto found = e.of->heading.value ? marked.find(topic_of(*e.of->heading.value, p.words)) : marked.end();
        if (found != marked.end() && found->second.front().begin < e.begin) mark(*e.of, exempt_by(found->second, "exempt-agenda", basis::derived));
    }
}

/// Whether business goes on in the item of the words that close the meeting, beside what they say of the items that follow.
bool own_business(const parser& p, const item_index& items, const turn& t, const item& own, std::uint32_t end) {
    if (t.note && !t.note->items.empty()) return false;
    const std::uint32_t to = std::min(end, next_item(items, t.at));
    return tells_business(p, own, t.at, to);
}

std::vector<turn> turns_of(const parser& p, const item_index& items, const public_notes& notes) {
    std::vector<turn> all = find_session_turns(p, items);
    for (const auto& note : notes.all) {
        turn t{note.excluded ? note.at : note.words.front().begin, note.words, note.excluded.has_value()};
        t.note = &note;
        all.push_back(std::move(t));
    }
    std::stable_sort(all.begin(), all.end(), [](const turn& a, const turn& b) { return a.at < b.at; });
    return all;
}

}  // namespace

void note_public(parser& p, const told_sentence& s, public_notes& notes) {
    const auto where = s.source();
    if (notes.awaits_outcome(where.front().begin) && tells_lost(s.text(), p.words)) return notes.all.pop_back();
    auto excluded = match_exclusion(s.text(), p.words, p.known);
    notes.hears_public |= opens_to_public(s.text(), p.words);
    if (excluded && excluded->bare && notes.hears_public) return;
    if (!excluded && !readmits_public(s.text(), p.words)) {
        if (s.in && closes_own_item(s.text(), p.words)) notes.own.emplace_back(s.in, where);
        return;
    }
    public_notes::note note{where.back().end, where, std::move(excluded), {}};
    if (note.excluded)
        for (const span n : note.excluded->items) note.items.emplace_back(s.text().substr(n.begin, n.size()));
    notes.all.push_back(std::move(note));
}

/// Closes what a turn closes.
void close_behind(parser& p, const item_index& items, const std::vector<turn>& turns, std::vector<turn>::const_iterator t, passages& outside) {
    const auto back = std::find_if(t, turns.end(), [&](const turn& x) { return t->ends_at(x); });
    auto end = back == turns.end() ? static_cast<std::uint32_t>(p.text().size()) : back->words.front().begin;
    if (!t->paper.empty()) end = std::min(end, numbers_go_on(p, items, *t));
    const auto how = exempt_by(t->words, t->rule, basis::derived);
    const auto all = covered(p, items, *t, end);
    for (item* it : all)
        if (!it->exempt.given()) it->exempt = how;
    item* own = items.at(t->words.front().begin);
    if (t->of_head && !items.entries().empty()) return;
    // A line parts the item that it stands in; a sentence closes it as a whole, where business goes on in it.
    if (!own || !t->paper.empty() || t->own_goes_on) outside.add(t->at, std::min(end, next_item(items, t->at)), how);
    else if (own_business(p, items, *t, *own, end)) mark(*own, how);
    // A public paper behind one that has headings of its own was read into the last of these.
    if (!t->paper.empty() && std::find(all.begin(), all.end(), items.at(end)) != all.end()) {
        const auto next = back == turns.end() ? back : std::next(back);
        outside.add(end, std::min(next == turns.end() ? static_cast<std::uint32_t>(p.text().size()) : next->words.front().begin, next_item(items, end)), {});
    }
}

void mark_exempt(parser& p, const item_index& items, const public_notes& notes) {
    const item* closed = nullptr;  // the last item with a mark of its own
    for (const auto& e : items.entries()) {
        if (closed && is_numbered_below(*e.of, *closed)) mark(*e.of, closed->exempt);
        mark_by_own_words(p, *e.of);
        if (e.of->exempt.given() && !(closed && is_numbered_below(*e.of, *closed))) closed = e.of;
    }
    for (const auto& [it, words] : notes.own) mark(*it, exempt_by(words, "exempt-note", basis::stated));
    mark_by_agenda(p, items);
    const std::vector<turn> turns = turns_of(p, items, notes);
    passages outside(p);
    for (auto t = turns.begin(); t != turns.end(); ++t)
        if (t->closed) close_behind(p, items, turns, t, outside);
    mark_parts(p, items, turns);
    for (const listed_business& row : find_listed_business(p, items)) {
        for (const auto& e : items.entries())
            if (e.begin >= row.begin && e.begin < row.end) mark(*e.of, exempt_by(row.words, row.rule, basis::derived));
        outside.add(row.begin, row.end, exempt_by(row.words, row.rule, basis::derived));
    }
    outside.insert();
}

}  // namespace minutes
