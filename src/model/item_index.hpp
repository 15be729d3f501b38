// SPDX-License-Identifier: Apache-2.0
// The item that a place of the text belongs to.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

/// A meeting's items in the order of the text.  Pointers hold as long as the meeting's items stay where they are.
class item_index {
public:
    struct entry {
        std::uint32_t begin = 0;  ///< where the item's number, heading or first words stand
        item* of = nullptr;
        int depth = 0;
    };

    explicit item_index(meeting& m) {
        add(m.items, 0);
        std::stable_sort(entries_.begin(), entries_.end(), [](const entry& a, const entry& b) { return a.begin < b.begin; });
    }

    [[nodiscard]] const std::vector<entry>& entries() const { return entries_; }

    /// The last item that begins at or before `offset`; null before the first.
    [[nodiscard]] item* at(std::uint32_t offset) const {
        const auto after = std::upper_bound(entries_.begin(), entries_.end(), offset, [](std::uint32_t o, const entry& e) { return o < e.begin; });
        return after == entries_.begin() ? nullptr : (after - 1)->of;
    }

    /// The item whose printed number this is, "49/11" for "minute 49/11"; null when there is none, or several.
    [[nodiscard]] item* with_number(std::string_view number) const {
        item* found = nullptr;
        for (const entry& e : entries_) {
            if (e.of->number.value != number) continue;
            if (found) return nullptr;
            found = e.of;
        }
        return found;
    }

    /// Where an item begins: its number, its heading or its first words; nothing when it has none.
    [[nodiscard]] static std::optional<std::uint32_t> begin_of(const item& it) {
        std::optional<std::uint32_t> begin;
        const auto take = [&](const spans& where) {
            if (!where.empty() && (!begin || where.front().begin < *begin)) begin = where.front().begin;
        };
        take(it.number.spans);
        take(it.heading.spans);
        if (!begin && !it.blocks.empty()) take(it.blocks.front().spans);
        return begin;
    }

private:
    void add(std::vector<item>& items, int depth) {
        for (item& it : items) {
            if (const auto begin = begin_of(it)) entries_.push_back({*begin, &it, depth});
            add(it.items, depth + 1);
        }
    }

    std::vector<entry> entries_;
};

}  // namespace minutes
