// SPDX-License-Identifier: Apache-2.0
// Looking for marks in a text: what the standard library does by a call for each byte.
#pragma once

#include <string_view>

namespace minutes {

/// Where the first of a few bytes stands, from byte `from` on; npos when none does.
[[nodiscard]] inline std::size_t first_of(std::string_view text, std::string_view bytes, std::size_t from = 0) {
    std::size_t first = text.npos;
    for (const char c : bytes)
        if (const auto at = text.substr(0, first).find(c, from); at != text.npos) first = at;
    return first;
}

/// Where a mark stands last; npos when it does not.  @pre it is not empty
[[nodiscard]] inline std::size_t last_mark(std::string_view text, std::string_view mark) {
    if (text.size() < mark.size()) return text.npos;
    for (std::size_t at = text.size() - mark.size() + 1; at-- > 0;)
        if (text[at] == mark.front() && text[at + mark.size() - 1] == mark.back() && text.substr(at, mark.size()) == mark) return at;
    return text.npos;
}

/// Where a mark stands first, from byte `from` on; npos when it does not.  Blanks around a mark are many, the mark itself is rare.
/// @pre it has more than blanks
[[nodiscard]] inline std::size_t first_mark(std::string_view text, std::string_view mark, std::size_t from = 0) {
    std::size_t lead = 0;
    while (mark[lead] == ' ') ++lead;
    for (std::size_t at = text.find(mark[lead], from); at != text.npos; at = text.find(mark[lead], at + 1))
        if (at >= from + lead && text.substr(at - lead, mark.size()) == mark) return at - lead;
    return text.npos;
}

}  // namespace minutes
