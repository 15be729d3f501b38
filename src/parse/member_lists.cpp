// SPDX-License-Identifier: Apache-2.0
// Who belongs to a body, listed beside who came: "Members: Ann Bell, Tom Ash, Li Wu" above "Present: Ann Bell, Tom Ash".
#include <algorithm>

#include "attendance_list.hpp"

namespace minutes {

namespace {

using list = word_list;

/// "Members", "Board members", "Invited participants": a label that does not say that somebody came.
bool names_members(std::string_view label, const lexicon& words) {
    const auto all = words_in(label, words);
    const auto came = [&](const word& w) { return words.has_any({list::attending_words, list::absence_words, list::apology_words, list::part_marks, list::arrival_words, list::departure_words}, w); };
    const auto belongs = [&](const word& w) { return words.has_any({list::label_fillers, list::guest_words}, w) || words.has(list::agenda_headings, w); };  // "Membership"
    // "Invited participants" were asked to come.
    const bool asked = all.size() > 1 && words.has(list::guest_words, all[0]) && words.is_label(all[0], label::in_attendance) && std::none_of(all.begin(), all.end(), [&](const word& w) { return words.is_label(w, label::present) && words.has(list::here_words, w); });
    return !all.empty() && (asked || std::none_of(all.begin(), all.end(), came)) && std::all_of(all.begin(), all.end(), [&](const word& w) { return belongs(w) || (asked && came(w)); });
}

}  // namespace

std::string parser::words_of_presence(std::size_t from, std::size_t behind) const {
    constexpr std::size_t farthest = 80;  // blocks: such lists stand together
    std::string out;
    bool open = false;
    for (std::size_t i = from > farthest ? from - farthest : 0; i < laid.blocks.size() && i < behind + farthest; ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture || (i >= from && i < behind)) {
            open &= i < from;
            continue;
        }
        if (b.kind != laid_block::kind_type::line) continue;
        const std::string text(words_at(b.text));
        const auto l = attendance_opens(i);
        if (l) open = l->sure && l->how == attendance::present && !names_members(std::string_view(text).substr(l->begin, l->end - l->begin), words);
        else if (heads.at(i)) open = false;
        if (open) out += ' ' + fold(text) + ' ';
    }
    return out;
}

void list_reader::keep_those_present(std::size_t from, std::size_t behind) {
    if (how != attendance::present && how != attendance::in_attendance) return;
    if (unlabelled || label_where.empty() || !names_members(p.words_at(label_where), p.words)) return;
    std::string came;
    std::size_t named = 0, there = 0;
    for (const spans& entry : entries) {
        const auto line = p.join(entry);
        for (const auto& e : match_roster(line.text(), p.words, roster_shape::several)) {
            const auto name = fold(std::string_view(line.text()).substr(e.person.name.begin, e.person.name.size()));
            if (name.empty()) continue;
            if (came.empty() && (came = p.words_of_presence(from, behind)).empty()) return;
            ++named;
            there += came.find(name) != came.npos;
        }
    }
    constexpr std::size_t fewest = 2;  // people in both lists
    // Of members those who came stay, with their offices; guests come again as those present.
    if (there >= fewest && 2 * there >= named) those_present = how == attendance::present ? came : std::string{};
}

}  // namespace minutes
