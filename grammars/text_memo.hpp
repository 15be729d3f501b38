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
    std::string text{};
    T value{};
};

/// A fixed number of entries: one that needs the place of another takes it.  Not for several threads at a time.
template <class T, std::size_t Size = 256>
class text_memo {
public:
    using entry = shared_value<text_entry<T>>;

    /// The entry of a text, or none.
    [[nodiscard]] const entry* find(std::string_view text) const {
        const auto hash = text_hash(text);
        const entry& e = entries_[hash % Size];
        return e && e->hash == hash && e->text == text ? &e : nullptr;
    }

    /// The entry of a text: the one that is kept, or one for what `make` gives, which is kept.
    template <class Make>
    entry of(std::string_view text, const Make& make) {
        if (const entry* e = find(text)) return *e;
        entry made({text_hash(text), std::string(text), make()});
        entries_[made->hash % Size] = made;
        return made;
    }

private:
    std::vector<entry> entries_ = std::vector<entry>(Size);
};

}  // namespace minutes
