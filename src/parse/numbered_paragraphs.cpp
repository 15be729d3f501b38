// SPDX-License-Identifier: Apache-2.0
// Paragraphs that are counted below the number of their item: "2. Roof / 2.1 The roof leaks. / 2.2 ACTION: JB to mend it".
#include <algorithm>

#include "date.hpp"
#include "decision.hpp"
#include "marker.hpp"
#include "owner_to.hpp"
#include "parser.hpp"
#include "reference.hpp"
#include "roster.hpp"

namespace minutes {

std::size_t parser::number_of_paragraph(std::string_view t) {
    const item* it = current_item();
    if (!it || !it->number.value || tasks.list || section == section_type::actions) return 0;
    const auto n = number_at(t, words);
    if (!n || n->depth < 2 || n->begin > 0 || n->rest >= t.size() || !starts_upper(t.substr(n->rest))) return 0;
    // "2.2" below the item 2, or beside the item 2.1
    const auto above = t.substr(0, n->end).substr(0, t.substr(0, n->end).rfind('.'));
    const std::string_view own = *it->number.value;
    return own == above || own.substr(0, std::min(own.rfind('.'), own.size())) == above ? n->rest : 0;
}

bool parser::is_paragraph(const outline_entry& e, std::string_view said) const {
    const auto mark = marker_at(said, words, known);
    if ((mark && mark->rest < said.size()) || is_owner_to(said, words, known, false)) return true;
    const bool whole = e.rest >= e.number.end + said.size() && said.ends_with('.');
    const auto told = sort_decision(said, words, known);
    if (told.rule == std::string_view("decision-marker") ? told.text.begin > 0 : whole && told.part == decision_part::whole) return true;
    if (!e.labels.empty()) return false;
    if (section == section_type::next_meeting) return !find_dates(said, words).empty();
    return section == section_type::people && names_people(said, 1);
}

bool parser::names_people(std::string_view t, std::size_t fewest) const {
    const auto people = match_roster(t, words, roster_shape::several);
    return people.size() >= fewest && std::all_of(people.begin(), people.end(), [](const roster_entry& r) { return r.strength >= 2; });
}

void parser::read_numbered_paragraph(const joined_text& j, std::size_t from, look how) {
    how.mark = {};
    const auto whole = j.source(0, j.text().size()), said = j.source(from, j.text().size());
    leaves.paint(whole, leaf::kind_type::prose, current_item_id());
    const auto id = current_item_id();
    read_words(said, how);
    leaves.paint(j.source(0, from), leaf::kind_type::label);
    // The item's words keep the number.
    item* it = current_item();
    if (!it || it->id != id || it->blocks.empty()) return;
    auto& last = it->blocks.back().spans;
    if (!last.empty() && !said.empty() && last.front().begin == said.front().begin) last.front().begin = whole.front().begin;
}

}  // namespace minutes
