// SPDX-License-Identifier: Apache-2.0
// What a function of a text gave, kept for the next who asks: many grammars ask the same of the same line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text_hash.hpp"

namespace minutes {

/// A value that its holders share and nobody changes.  The count has no lock: its holders are in one thread.
template <class T>
class shared_value {
public:
    shared_value() = default;
    explicit shared_value(T value) : node_(new node{std::move(value)}) {}
    shared_value(const shared_value& other) noexcept : node_(other.node_) {
        if (node_) ++node_->holders;
    }
    shared_value(shared_value&& other) noexcept : node_(std::exchange(other.node_, nullptr)) {}
    shared_value& operator=(shared_value other) noexcept {
        std::swap(node_, other.node_);
        return *this;
    }
    ~shared_value() {
        if (node_ && --node_->holders == 0) delete node_;
    }

    explicit operator bool() const { return node_ != nullptr; }
    const T& operator*() const { return node_->value; }
    const T* operator->() const { return &node_->value; }

private:
    struct node {
        T value;
        std::uint32_t holders = 1;
    };
    node* node_ = nullptr;
};

/// A text and what a function gave for it.
template <class T>
struct text_entry {
    std::uint64_t hash = 0;
    std::string own{};         ///< the text, unless it stays where it is
    std::string_view stays{};
    T value{};

    [[nodiscard]] bool is_of(std::string_view text, bool text_stays) const {
        if (text_stays) return stays.data() == text.data() && stays.size() == text.size();
        return !stays.data() && own == text;
    }
};

/// A fixed number of entries: one that needs the place of another takes it.  Not for several threads at a time.
/// A text that stays is known by where it stands, any other by its bytes.
template <class T, std::size_t Size = 256>
class text_memo {
public:
    using entry = shared_value<text_entry<T>>;

    /// The entry of a text, or none.
    /// @param stays  whether the text's bytes outlive this
    [[nodiscard]] const entry* find(std::string_view text, bool stays) const { return find(text, stays, hash_of(text, stays)); }

    /// The entry of a text: the one that is kept, or one for what `make` gives, which is kept.
    /// @param stays  whether the text's bytes outlive this: then they are neither copied nor looked at
    template <class Make>
    entry of(std::string_view text, bool stays, const Make& make) {
        const auto hash = hash_of(text, stays);
        if (const entry* e = find(text, stays, hash)) return *e;
        entry made({hash, stays ? std::string() : std::string(text), stays ? text : std::string_view(), make()});
        entries_[hash % Size] = made;
        return made;
    }

private:
    static std::uint64_t hash_of(std::string_view text, bool stays) { return stays ? place_hash(text) : text_sample_hash(text); }

    [[nodiscard]] const entry* find(std::string_view text, bool stays, std::uint64_t hash) const {
        const entry& e = entries_[hash % Size];
        return e && e->hash == hash && e->is_of(text, stays) ? &e : nullptr;
    }

    std::vector<entry> entries_ = std::vector<entry>(Size);
};

}  // namespace minutes
