// SPDX-License-Identifier: Apache-2.0
// Numbers of automatic lists as word processors print them.
#pragma once

#include <string>
#include <string_view>

namespace minutes {

enum class number_format {
    none,             ///< counts without printing
    bullet,
    decimal,
    decimal_zero,     ///< 01, 02 … 10
    upper_roman, lower_roman,
    upper_letter, lower_letter,          ///< A … Z, AA, BB: Word, and OpenDocument with letters in step
    upper_alphabet, lower_alphabet,      ///< A … Z, AA, AB: OpenDocument
    ordinal,          ///< 1st
    cardinal_words,   ///< One
    ordinal_words     ///< First
};

/// `n` in the format; a number that it cannot say is printed in figures.
[[nodiscard]] std::string number_text(int n, number_format format);

/// The Unicode character for one of a symbol font (Symbol, Wingdings): its code there, with or without
/// the 0xF000 of the private use area.  0 when no character is known.
[[nodiscard]] char32_t symbol_character(std::string_view font, unsigned code);

/// A bullet as a character that every font has.
[[nodiscard]] std::string bullet_text(std::string_view font, std::string_view utf8);

}  // namespace minutes
