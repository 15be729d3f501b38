// SPDX-License-Identifier: Apache-2.0
// Words of a document on a terminal: harmless, measured, wrapped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// One character as a terminal may show it.
struct glyph {
    std::string text;        ///< itself, or a visible stand-in: "␛", "<U+202E>", "\xFF"
    std::size_t width = 1;   ///< terminal columns
    std::size_t offset = 0;  ///< of its first byte in what it was taken from
};

/// Every character of `text`.  Control characters, marks that turn the writing
/// direction and bytes that are not UTF-8 become visible: a document must not
/// steer the terminal that shows it.  A tab becomes two blanks.
std::vector<glyph> glyphs_of(std::string_view text);

/// The same as one string.
std::string visible(std::string_view text);

/// Terminal columns that visible(text) takes.
std::size_t width_of(std::string_view text);

/// Lines of at most `width` columns, broken between words, and inside a word only
/// when it is longer than a line.  White space runs count as one blank.  Never empty.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Blanks up to `width`.
std::string padded(std::string text, std::size_t width);

/// "1 action", "2 actions", "4,431 characters"
std::string counted(std::size_t n, std::string_view singular);
std::string counted(std::size_t n, std::string_view singular, std::string_view plural);  ///< "1 entry", "2 entries"
std::string number(std::size_t n);

}  // namespace cli
