// SPDX-License-Identifier: Apache-2.0
// Owners that stand level with their tasks: paragraphs of two cells side by side, with blank ones between.
#include <algorithm>

#include "decision.hpp"
#include "look.hpp"
#include "owner_to.hpp"
#include "table_reader.hpp"

namespace minutes {

std::vector<int> table_reader::levels_of(const spans& cell) const {
    std::vector<int> out;
    for (const span s : cell) {
        const auto at = std::upper_bound(p.d.blocks.begin(), p.d.blocks.end(), s.begin, [](std::uint32_t begin, const document_block& b) { return begin < b.text.begin; });
        const int blank = at == p.d.blocks.begin() ? 0 : std::prev(at)->blank_before;
        out.push_back(blank + (out.empty() ? 0 : out.back() + 1));
    }
    return out;
}

spans table_reader::without_list_mark(span paragraph) const {
    const auto text = p.words_at({paragraph});
    const auto number = number_at(text, p.words);
    const bool counted = number && number->depth > 1 && number->rest < text.size();  // "4.1 The Head to check the plan"
    const auto from = counted ? number->rest : opens_with_list_mark(text) ? text.find_first_not_of(" \t", text.find_first_of(" \t")) : 0;
    return from > 0 && from < text.size() ? p.join({paragraph}).source(from, text.size()) : spans{paragraph};
}

std::optional<span> table_reader::paragraph_of(span owner, const spans& said) const {
    const auto name = p.words_at({owner});
    std::optional<span> found;
    for (const span s : said) {
        if (s.size() <= name.size() + 1) continue;
        const auto text = p.words_at(without_list_mark(s));
        if (!text.starts_with(name) || !gives_task(text, p.words)) continue;
        if (found) return {};
        found = s;
    }
    return found;
}

bool table_reader::tells_decision(std::string_view paragraph) const { return sort_decision(paragraph, p.words, p.known).part == decision_part::whole; }

std::vector<table_reader::owned_paragraph> table_reader::owners_beside(const spans& text, const spans& said, const spans& owner) const {
    if (said.size() < 2 || owner.empty()) return {};
    const auto level = levels_of(text), owner_level = levels_of(owner);
    if (const auto named = owner.size() == 1 ? paragraph_of(owner.front(), said) : std::nullopt) return {{without_list_mark(*named), owner}};
    std::vector<owned_paragraph> beside, in_order;
    std::vector<span> tasks;
    std::copy_if(said.begin(), said.end(), std::back_inserter(tasks), [&](span s) { return gives_task(p.words_at({s}), p.words) && !tells_decision(p.words_at({s})); });
    for (std::size_t k = 0; k < owner.size(); ++k) {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (level[i] == owner_level[k] && owner_level[k] > 0 && std::find(said.begin(), said.end(), text[i]) != said.end()) beside.push_back({without_list_mark(text[i]), {owner[k]}});
        if (tasks.size() == owner.size()) in_order.push_back({without_list_mark(tasks[k]), {owner[k]}});
    }
    // What stands level may be off by a line or two: where it gives no task, and as many others do as owners stand there, it is theirs.
    const bool apt = in_order.empty() || std::all_of(beside.begin(), beside.end(), [&](const owned_paragraph& x) { return gives_task(p.words_at(x.task), p.words) || tells_decision(p.words_at(x.task)); });
    return beside.size() == owner.size() && apt ? beside : in_order;
}

std::vector<table_reader::owned_paragraph> table_reader::owners_of_sentences(const spans& said, const spans& owner) const {
    const auto j = p.join(said);
    std::vector<owned_paragraph> out;
    for (const span s : sentences_in(j.text(), p.words)) {
        const auto sentence = std::string_view(j.text()).substr(s.begin, s.size());
        if (!gives_task(sentence, p.words) || tells_decision(sentence)) continue;
        if (out.size() == owner.size()) return {};
        out.push_back({j.source(s.begin, s.end), {owner[out.size()]}});
    }
    return out.size() == owner.size() ? out : std::vector<owned_paragraph>{};
}

}  // namespace minutes
