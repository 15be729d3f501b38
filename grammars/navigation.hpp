// SPDX-License-Identifier: Apache-2.0
// What a web page puts around a text: its trail of links, "Skip to content", "Click here to download".
#pragma once

#include <string_view>

#include "lexicon.hpp"

namespace minutes {

/// Whether a line is a page's and not the minutes'.
[[nodiscard]] bool is_navigation(std::string_view line, const lexicon& words);

}  // namespace minutes
