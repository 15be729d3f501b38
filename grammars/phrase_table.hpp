// SPDX-License-Identifier: Apache-2.0
// What folded phrases mean: a hash table that is filled once and then only read.  Every word of a document is looked up
// many times and most are in no list, so a miss must cost next to nothing: one slot is looked at, no string is made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text_hash.hpp"

namespace minutes {

template <class T>
class phrase_table {
public:
    phrase_table() = default;

    /// `all`: pairs of a phrase and its meaning, each phrase once.
    template <class Pairs>
    explicit phrase_table(const Pairs& all) {
        std::size_t size = 1;
        while (size < 2 * all.size()) size *= 2;
        slots_.assign(size, 0);
        entries_.reserve(all.size());
        for (const auto& [phrase, meaning] : all) {
            const std::uint64_t hash = text_hash(phrase);
            std::size_t at = hash & (size - 1);
            while (slots_[at]) at = (at + 1) & (size - 1);
            entries_.push_back({hash, std::string(phrase), T(meaning)});
            slots_[at] = static_cast<std::uint32_t>(entries_.size());
        }
    }

    /// The meaning of a phrase, or null.
    [[nodiscard]] const T* find(std::string_view phrase) const {
        if (entries_.empty()) return nullptr;
        const std::uint64_t hash = text_hash(phrase);
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = hash & mask; slots_[at]; at = (at + 1) & mask)
            if (const entry& e = entries_[slots_[at] - 1]; e.hash == hash && e.phrase.size() == phrase.size() && (phrase.size() <= told_by_hash || e.phrase == phrase)) return &e.meaning;
        return nullptr;
    }

private:
    static constexpr std::size_t told_by_hash = 8;  // bytes: texts of one size up to this differ in their hash

    struct entry {
        std::uint64_t hash;
        std::string phrase;
        T meaning;
    };

    std::vector<std::uint32_t> slots_;  ///< a power of two of them: index into entries_ + 1, or 0
    std::vector<entry> entries_;
};

}  // namespace minutes
