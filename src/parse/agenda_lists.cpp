// SPDX-License-Identifier: Apache-2.0
// The agenda as a list of its own: left out where its entries head the business again, taken where nothing else does.
#include "outline_finder.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "joined_text.hpp"
#include "reference.hpp"

namespace minutes {

using kind = laid_block::kind_type;

void outline_finder::take_agenda_items() {
    const auto of_people = [](const outline_entry& e) { return e.is(label::present) || e.is(label::in_attendance) || e.is(label::apologies) || e.is(label::absent); };
    const auto is_bullet = [](const outline_entry& e) { return e.style.starts_with("bullet"); };
    int business = 0;
    for (const auto& e : out.entries) business += e.chosen && !is_bullet(e) && !of_people(e) && !e.is(label::agenda) && !e.is(label::action) && !e.is(label::meeting) && !e.is(label::next_meeting);
    constexpr int title_and_notes = 2;  // headings: those of the document and of its notes
    const outline_entry* agenda = nullptr;
    for (auto& e : out.entries) {
        if (e.chosen && !is_bullet(e)) agenda = e.is(label::agenda) ? &e : nullptr;
        else if (agenda && business <= title_and_notes && (is_bullet(e) || !e.number.empty()) && laid.blocks[e.block].look.depth <= 1) e.chosen = true;
    }
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

void outline_finder::leave_out_listed_agenda() {
    const auto words_of = [&](const outline_entry& e) { return fold(heading_of(e)); };
    std::vector<outline_entry*> listed;
    const outline_entry* agenda = nullptr;
    for (auto& e : out.entries) {
        if (!e.style.starts_with("bullet")) {
            if (e.chosen) agenda = e.is(label::agenda) ? &e : nullptr;
        } else if (agenda && e.chosen) {
            listed.push_back(&e);
        }
    }
    if (listed.empty()) return;
    std::unordered_map<std::string, std::size_t> last;
    for (const auto& e : out.entries) last[words_of(e)] = e.block;
    const auto again = static_cast<std::size_t>(std::count_if(listed.begin(), listed.end(), [&](const outline_entry* e) { return last[words_of(*e)] > listed.back()->block; }));
    if (again >= 2 && 2 * again >= listed.size())
        for (auto* e : listed) e->chosen = false;
}

}  // namespace minutes
