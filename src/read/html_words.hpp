// SPDX-License-Identifier: Apache-2.0
// The vocabulary of HTML, for raw HTML inside other formats.
#pragma once

#include <string>
#include <string_view>

namespace minutes {

/// What a tag does to the words around it.
enum class tag_effect {
    unknown,  ///< no element of HTML: words in angle brackets
    none,     ///< words go on
    parts,    ///< a block of its own starts or ends
    breaks,   ///< a line break
    bold,
    struck,
    hides     ///< what stands in it is not shown
};

struct html_tag {
    tag_effect effect = tag_effect::unknown;
    bool closes = false;  ///< </name>
};

/// A tag as written, "<br />"; comments and declarations have no effect.
[[nodiscard]] html_tag tag_of(std::string_view written);

/// The characters that a reference stands for: "&amp;", "&#8217;"; as written when it stands for none.
[[nodiscard]] std::string characters_of(std::string_view reference);

}  // namespace minutes
