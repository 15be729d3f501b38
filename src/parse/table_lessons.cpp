// SPDX-License-Identifier: Apache-2.0
// What the rows of a table have in common: how its tasks are numbered and referred to, and whether its headings name owners.
#include <algorithm>

#include "owner.hpp"
#include "reference.hpp"
#include "table_reader.hpp"

namespace minutes {

using list = word_list;

void table_reader::learn_references(std::size_t from) {
    std::vector<std::string> seen;
    for (std::size_t i = from; i < p.laid.blocks.size(); ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.kind != laid_block::kind_type::row || b.table != table) continue;
        const auto a = cell(b, column::action);
        if (a.empty()) continue;
        const auto text = p.words_at(a);
        const auto r = reference_at(text, p.words);
        if (!r || r->rest >= text.size()) continue;
        const bool twice = std::find(seen.begin(), seen.end(), r->shape) != seen.end();
        if ((r->strong || twice) && std::find(reference_shapes.begin(), reference_shapes.end(), r->shape) == reference_shapes.end()) reference_shapes.push_back(r->shape);
        seen.push_back(r->shape);
    }
}

void table_reader::learn_numbering(std::size_t from) {
    for (std::size_t i = from; i < p.laid.blocks.size() && !numbered; ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.kind != laid_block::kind_type::row || b.table != table) continue;
        const auto text = p.words_at(cell(b, column::item));
        const auto n = number_at(text, p.words);
        numbered = !cell(b, column::number).empty() || (n && n->marked);
    }
}

void table_reader::learn_decisions(std::size_t from) {
    const auto& head = p.laid.blocks[from];
    if (const auto d = t.find(column::decision); d && head.kind == laid_block::kind_type::header && *d > 0 && *d < head.cells.size() && !head.cells[*d].empty()) {
        const auto& meant = p.words.columns(fold(p.words_at(head.cells[*d])));
        names_chosen = meant.empty() && t.find(column::mover);
    }
    const auto c = t.find(column::action);
    if (!c || head.kind != laid_block::kind_type::header || *c >= head.cells.size()) return;
    const auto all = words_in(p.words_at(head.cells[*c]), p.words);
    const bool of_tasks = std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.tells(column::action, w); });
    decides = (!of_tasks && !t.find(column::owner)) || (all.size() > 1 && std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has(list::decision_markers, w); }));  // "Outcome", "Decision / action"
}

void table_reader::learn_closing_references(std::size_t from) {
    std::vector<std::string> seen;
    for (std::size_t i = from; i < p.laid.blocks.size(); ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.kind != laid_block::kind_type::row || b.table != table) continue;
        const auto text = p.words_at(cell(b, column::action));
        const auto bracket = bracket_at_end(text);
        const auto r = bracket ? match_reference(std::string_view(text).substr(bracket->begin, bracket->size()), p.words) : std::nullopt;
        if (!r) continue;
        if ((r->strong || std::find(seen.begin(), seen.end(), r->shape) != seen.end()) && std::find(closing_shapes.begin(), closing_shapes.end(), r->shape) == closing_shapes.end()) closing_shapes.push_back(r->shape);
        seen.push_back(r->shape);
    }
}

bool table_reader::is_known(const reference_finding& r) const {
    return std::find(reference_shapes.begin(), reference_shapes.end(), r.shape) != reference_shapes.end();
}

void table_reader::learn_heading_owners() {
    if (t.find(column::owner) || p.last_line.empty()) return;
    const auto j = p.join(p.last_line);
    const std::string_view text = j.text();
    const auto all = words_in(text, p.words);
    std::size_t from = std::string::npos;
    for (std::size_t k = 0; k + 1 < all.size(); ++k)
        if (all[k].capital && std::find(p.words.columns(all[k]).begin(), p.words.columns(all[k]).end(), column::owner) != p.words.columns(all[k]).end()) from = all[k + 1].begin;
    if (from == std::string::npos && all.size() <= 2 && !all.empty() && p.words.has(list::groups, fold(text))) from = all.front().begin;
    if (from == std::string::npos) return;
    if (const auto found = match_owners(text.substr(from), p.words))
        for (const auto& g : found->groups)
            for (const span s : g) {
                const auto where = j.source(from + s.begin, from + s.end);
                heading_owners.push_back({stated(p.words_at(where), where, "owner-of-table"), {}});
            }
}

}  // namespace minutes
