// SPDX-License-Identifier: Apache-2.0
// The words of a text with the lexicon's lists that have them, shared by all grammars that ask for them.
#pragma once

#include <algorithm>
#include <string_view>

#include "text.hpp"
#include "text_memo.hpp"

namespace minutes {

class lexicon;

/// Words in order, as a vector that never changes; a copy costs nothing.
class word_run {
public:
    using entry = shared_value<text_entry<split_words>>;

    word_run() = default;
    /// The first `most` words of an entry.
    word_run(entry all, std::size_t most) : all_(std::move(all)), size_(std::min(most, all_->value.size())) {}

    [[nodiscard]] const word* data() const { return size_ ? all_->value.data() : nullptr; }
    [[nodiscard]] const word* begin() const { return data(); }
    [[nodiscard]] const word* end() const { return data() + size_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const word& operator[](std::size_t i) const { return all_->value[i]; }
    [[nodiscard]] const word& front() const { return all_->value.front(); }
    [[nodiscard]] const word& back() const { return all_->value[size_ - 1]; }

    /// Leaves the last word off.
    void pop_back() { --size_; }

private:
    entry all_{};
    std::size_t size_ = 0;
};

/// The words of a text, in order, or the first `most` of them, each with its kinds.  During the reading of a document they
/// are found once for each text.
[[nodiscard]] word_run words_in(std::string_view text, const lexicon& words, std::size_t most = std::string_view::npos);

}  // namespace minutes
