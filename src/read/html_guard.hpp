// SPDX-License-Identifier: Apache-2.0
// What hostile HTML would make the parser do: it needs time in proportion to nesting
// times size, copies open formatting elements into each paragraph, and compares each
// attribute with all before it.  So tags that would nest too deep, that only format,
// or that are huge are taken out before it sees them; words never are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace minutes {

struct guarded_html {
    std::string html;      ///< as long as the input: each word stands where it stood
    bool too_deep = false; ///< elements were nested beyond the limit
};

/// @param depth the most elements that may be open at once
[[nodiscard]] guarded_html guard_html(std::string_view html, std::size_t depth);

}  // namespace minutes
