// SPDX-License-Identifier: Apache-2.0
// The agenda as a list of its own: left out where its entries head the business again, taken where nothing else does.
#include "outline_finder.hpp"

#include <algorithm>
#include <map>

#include "joined_text.hpp"
#include "reference.hpp"

namespace minutes {

using list = word_list;
using kind = laid_block::kind_type;

namespace {

bool is_bullet(const outline_entry& e) { return e.style.starts_with("bullet"); }

}  // namespace

int outline_finder::business_beside_agenda() const {
    const auto of_people = [](const outline_entry& e) { return e.is(label::present) || e.is(label::in_attendance) || e.is(label::apologies) || e.is(label::absent); };
    const auto of_record = [&](const outline_entry& e) { return e.is(label::decisions) || words.has(list::section_headings, fold(heading_of(e))); };
    return static_cast<int>(std::count_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) { return e.chosen && !of_record(e) && !is_bullet(e) && !of_people(e) && !e.is(label::agenda) && !e.is(label::action) && !e.is(label::meeting) && !e.is(label::next_meeting); }));
}

bool outline_finder::stand_over_lists(const std::vector<outline_entry*>& entries) const {
    constexpr std::size_t fewest = 2;  // entries
    const auto over = static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const outline_entry* e) {
        const std::size_t below = next(e->block);
        return below < laid.blocks.size() && laid.blocks[below].look.depth > laid.blocks[e->block].look.depth;
    }));
    return over >= fewest && 2 * over >= entries.size();
}

void outline_finder::take_agenda_items() {
    constexpr int title_and_notes = 2;  // headings: those of the document and of its notes
    const bool alone = business_beside_agenda() <= title_and_notes;
    const outline_entry* agenda = nullptr;
    std::vector<outline_entry*> list;
    const auto take = [&] {
        const auto again = static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](const outline_entry* e) { return stands_again_behind(*e, list.back()->block); }));
        if (2 * again < list.size() && (alone || stand_over_lists(list)))
            for (auto* e : list) {
                if (gives_task(heading_of(*e))) continue;  // "- The door is broken.  ACTION: Ann to mend it"
                e->chosen = true;
                e->rank = std::max(e->rank, agenda->rank + 10);
            }
        list.clear();
    };
    const auto depth = [&](const outline_entry& e) { return laid.blocks[e.block].look.depth; };
    const auto goes_on = [&](const outline_entry& e) {
        const std::size_t before = list.empty() ? agenda->block : list.back()->block;
        std::size_t other = 0;  // short lines in no list
        for (std::size_t i = next(before); i < e.block; i = next(i)) other += is_line(i) && laid.blocks[i].look.depth == 0 && laid.blocks[i].look.mark.empty() && !is_text(i);
        return other <= (list.empty() ? 1 : 0);
    };
    for (auto& e : out.entries) {
        const bool inner_agenda = e.chosen && is_bullet(e) && e.is(label::agenda) && !agenda;
        if ((e.chosen && !is_bullet(e)) || inner_agenda || (agenda && is_bullet(*agenda) && depth(e) <= depth(*agenda))) {
            if (!list.empty()) take();
            agenda = e.chosen && e.is(label::agenda) ? &e : nullptr;
        } else if (agenda && std::find(agenda_copies.begin(), agenda_copies.end(), &e) == agenda_copies.end() && (is_bullet(e) || !e.number.empty()) && depth(e) <= depth(*agenda) + 1) {
            if (!goes_on(e)) {
                if (!list.empty()) take();
                agenda = nullptr;
                continue;
            }
            list.push_back(&e);
        }
    }
    if (!list.empty()) take();
}

void outline_finder::leave_out_agenda() {
    std::map<std::string, int> times;
    const auto folded_number = [&](const outline_entry& e) { return fold(number_of(e)); };
    for (const auto& e : out.entries)
        if (e.chosen && !e.number.empty()) ++times[folded_number(e)];
    for (const auto& b : laid.blocks) {
        if (b.kind != kind::row) continue;
        const std::string row(joined_text(text, b.text).text());
        if (const auto n = number_at(row, words)) ++times[fold(std::string_view(row).substr(n->begin, n->end - n->begin))];
    }
    std::vector<outline_entry*> list;
    const auto close = [&] {
        const auto again = std::count_if(list.begin(), list.end(), [&](const outline_entry* e) { return times[folded_number(*e)] > 1; });
        if (list.size() >= 4 && static_cast<std::size_t>(again) * 4 >= list.size() * 3)
            for (auto* e : list) e->chosen = false;
        list.clear();
    };
    for (auto& e : out.entries) {
        const bool bare = e.chosen && !e.number.empty() && e.rest >= lines[e.block].size() && number_of(e).find_first_of("/.") != std::string::npos;
        std::size_t below = list.empty() ? e.block : next(list.back()->block);
        if (below < e.block && !has_verb(lines[below])) below = next(below);  // a long entry was wrapped
        if (!bare || below != e.block) close();
        if (bare) list.push_back(&e);
    }
    close();
}

/// Whether b, further down, heads the same business as a: the same words, or most of them.
bool outline_finder::heads_again(const outline_entry& a, const outline_entry& b) const {
    const auto said = fold(heading_of(a)), again = fold(heading_of(b));
    if (said == again) return true;
    constexpr std::size_t fewest = 2;  // words
    const auto x = words_in(said), y = words_in(again);
    if (x.size() < fewest || y.size() < fewest) return false;
    std::size_t common = 0;
    for (const auto& w : x) common += std::any_of(y.begin(), y.end(), [&](const word& v) { return v.folded == w.folded; });
    return 10 * common >= 7 * std::max(x.size(), y.size());
}

void outline_finder::leave_out_listed_agenda() {
    std::vector<outline_entry*> list;
    const outline_entry* before = nullptr;
    bool named = false;  // right below "Agenda"
    const auto close = [&] {
        constexpr std::size_t shortest = 3;  // entries
        if (list.size() + named >= shortest) {
            const auto again = static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [&](const outline_entry* a) {
                return std::any_of(out.entries.begin(), out.entries.end(), [&](const outline_entry& b) { return b.block > list.back()->block && heads_again(*a, b); });
            }));
            if (again >= 2 && 2 * again >= list.size()) {
                for (auto* e : list) {
                    e->chosen = false;
                    agenda_copies.push_back(e);
                }
            }
        }
        list.clear();
    };
    for (auto& e : out.entries) {
        const bool business = !list.empty() && (e.style != list.front()->style || std::any_of(list.begin(), list.end(), [&](const outline_entry* a) { return heads_again(*a, e); }));
        if (business) close();  // it starts right below the list
        const bool bare = e.rest >= lines[e.block].size() && !e.is(label::agenda) && !e.style.starts_with("heading") && (e.style.starts_with("bullet") || !e.number.empty() || e.style.starts_with("line alone"));
        std::size_t below = list.empty() ? e.block : next(list.back()->block);
        if (below < e.block && !has_verb(lines[below])) below = next(below);  // a long entry was wrapped
        if (!bare || below != e.block) close();
        if (bare && list.empty()) named = before && before->is(label::agenda) && next(before->block) == e.block;
        if (bare) list.push_back(&e);
        before = &e;
    }
    close();
}

/// Whether all words of one heading stand in the other: "Roof" and "New roof: offers".
bool outline_finder::holds_words_of(const outline_entry& a, const outline_entry& b) const {
    const auto x = words_in(heading_of(a), words), y = words_in(heading_of(b), words);
    const auto& shorter = x.size() <= y.size() ? x : y;
    const auto& longer = x.size() <= y.size() ? y : x;
    constexpr std::size_t shortest = 3;  // letters of a word that stands alone
    if (shorter.empty() || (shorter.size() == 1 && (shorter[0].folded.size() < shortest || shorter[0].digits || words.has(list::function_words, shorter[0])))) return false;
    return std::all_of(shorter.begin(), shorter.end(), [&](const word& w) { return std::any_of(longer.begin(), longer.end(), [&](const word& v) { return v.folded == w.folded; }); });
}

bool outline_finder::stands_again_behind(const outline_entry& a, std::size_t block) const {
    return std::any_of(out.entries.begin(), out.entries.end(), [&](const outline_entry& b) { return b.block > block && b.chosen && (heads_again(a, b) || holds_words_of(a, b)); });
}

void outline_finder::leave_out_agenda_section() {
    constexpr std::size_t shortest = 2;  // entries
    for (std::size_t k = 0; k < out.entries.size(); ++k) {
        const auto& head = out.entries[k];
        if (!head.chosen || !head.is(label::agenda) || !head.style.starts_with("heading")) continue;
        std::size_t end = k + 1;
        while (end < out.entries.size() && !(out.entries[end].chosen && out.entries[end].style.starts_with("heading") && out.entries[end].rank <= head.rank)) ++end;
        std::vector<outline_entry*> section;
        for (std::size_t i = k + 1; i < end; ++i)
            if (auto& e = out.entries[i]; e.rank > head.rank && (e.chosen || ((e.style.starts_with("bullet") || !e.number.empty()) && laid.blocks[e.block].look.depth <= 1))) section.push_back(&e);
        if (section.empty()) continue;
        const auto again = static_cast<std::size_t>(std::count_if(section.begin(), section.end(), [&](const outline_entry* a) { return stands_again_behind(*a, section.back()->block); }));
        const bool headed = std::any_of(section.begin(), section.end(), [](const outline_entry* e) { return e->style.starts_with("heading"); });  // with text of their own
        if (headed || section.size() < shortest || again < 2 || 2 * again < section.size()) continue;
        for (auto* e : section) {
            e->chosen = false;
            agenda_copies.push_back(e);
        }
    }
}

void outline_finder::mark_listed() {
    bool below_actions = false;  // nowhere else is it asked
    for (auto& e : out.entries) {
        if (!e.chosen) continue;
        e.listed = below_actions && std::any_of(agenda_copies.begin(), agenda_copies.end(), [&](const outline_entry* a) { return a->block < e.block && (heads_again(*a, e) || holds_words_of(*a, e)); });
        below_actions |= e.is(label::action);
    }
}

}  // namespace minutes
