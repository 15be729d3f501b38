// SPDX-License-Identifier: Apache-2.0
// The short list of changes that reading makes to characters: line ends, odd
// blanks, soft hyphens and zero-width characters, ligatures, and characters that
// XML forbids.  None loses a word.
#pragma once

#include <string_view>
#include <vector>

#include <minutes/span.hpp>

namespace minutes {

/// Appends cleaned UTF-8 to a source text, keeping its lines and edits.
struct text_cleaner {
    source_text& out;
    std::vector<std::uint32_t> page_breaks{};  ///< offsets where a form feed stood
    bool replaced = false;                     ///< a control character became U+FFFD

    /// @pre `utf8` is valid UTF-8
    void append(std::string_view utf8);
    void end_line();

private:
    [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(out.text.size()); }
    void replace(std::string_view with, std::uint32_t length);
    void take(std::string_view utf8, std::size_t& i);
};

}  // namespace minutes
