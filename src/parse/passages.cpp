// SPDX-License-Identifier: Apache-2.0
#include "passages.hpp"

#include <algorithm>

#include "item_index.hpp"

namespace minutes {

namespace {

/// The pieces of `where` in [begin, end).
spans within(const spans& where, std::uint32_t begin, std::uint32_t end) {
    spans out;
    for (span s : where) {
        s.begin = std::max(s.begin, begin);
        s.end = std::min(s.end, end);
        if (s.begin < s.end) out.push_back(s);
    }
    return out;
}

bool is_in(const spans& where, std::uint32_t begin, std::uint32_t end) { return !where.empty() && where.front().begin >= begin && where.front().begin < end; }

template <class T, class Words>
void for_each_of(std::vector<T>& all, std::uint32_t begin, std::uint32_t end, const std::string& id, Words words) {
    for (T& x : all)
        if (is_in(words(x), begin, end)) x.item = id;
}

void take_from(std::vector<item>& items, std::uint32_t begin, std::uint32_t end) {
    for (item& it : items) {
        std::erase_if(it.blocks, [&](const block& b) { return is_in(b.spans, begin, end); });
        take_from(it.items, begin, end);
    }
}

}  // namespace

void passages::add(std::uint32_t begin, std::uint32_t end, const traced<bool>& how) {
    item it;
    it.exempt = how;
    for (const auto& b : p_.laid.blocks) {
        if (b.kind == laid_block::kind_type::furniture || b.kind == laid_block::kind_type::header) continue;
        if (spans words = within(b.text, begin, end); !words.empty() && p_.words_at(words).find_first_not_of(" \t\n.") != std::string::npos) it.blocks.push_back({block::kind_type::paragraph, std::move(words)});
    }
    if (!it.blocks.empty()) found_.push_back({begin, end, std::move(it)});
}

void passages::insert() {
    for (auto& [begin, end, it] : found_) {
        it.id = "i" + std::to_string(p_.next_item_id++);
        take_from(p_.m.items, begin, end);
        for_each_of(p_.m.decisions, begin, end, it.id, [](const decision& d) -> const spans& { return d.text.spans; });
        for_each_of(p_.m.actions, begin, end, it.id, [](const action& a) -> const spans& { return a.text.spans; });
        for_each_of(p_.m.declarations, begin, end, it.id, [](const declaration& d) -> const spans& { return d.text.spans; });
        for_each_of(p_.m.approvals, begin, end, it.id, [](const approval& a) -> const spans& { return a.text.spans; });
        const auto after = std::find_if(p_.m.items.begin(), p_.m.items.end(), [&, at = begin](const item& x) { return item_index::begin_of(x).value_or(0) > at; });
        p_.m.items.insert(after, std::move(it));
    }
}

}  // namespace minutes
