// SPDX-License-Identifier: Apache-2.0
// Questions about a text that are answered once while a document is read.
#pragma once

#include <string_view>

#include "lexicon.hpp"

namespace minutes {

/// The answer that `find` gives, or gave when the same was asked of an equal text before.
/// @param find  a function without parameters; what it gives depends on `text` and `words` alone, and always has one type for `q`
template <class Find>
auto answered_once(question q, std::string_view text, const lexicon& words, const Find& find) -> decltype(find()) {
    constexpr std::size_t longest = 1024;  // bytes: longer texts are seldom asked about twice
    auto* memo = words.memo();
    return memo && text.size() <= longest ? memo->answers<decltype(find())>(q).of(text, memo->stays(text), find)->value : find();
}

}  // namespace minutes
