// SPDX-License-Identifier: Apache-2.0
// Where words stand: byte ranges of a document's text, and the text itself with
// the way back to lines and columns of the file that it came from.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/export.hpp>

namespace minutes {

/// Bytes [begin, end) of the document's text (UTF-8, never inside a character).
struct span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
    auto operator<=>(const span&) const = default;
};

using spans = std::vector<span>;

/// A document's text after reading, with what reading changed.
///
/// Reading changes little: the encoding, the byte order mark, line ends, no-break
/// and other odd spaces, soft hyphens and zero-width characters, ligatures, and
/// characters that XML forbids.  Each change is an `edit`.
struct source_text {
    /// At byte `at` of the text, `before` code points of the source line were replaced by `after` code points.
    struct edit {
        std::uint32_t at = 0;
        std::uint32_t before = 0;
        std::uint32_t after = 0;
        bool operator==(const edit&) const = default;
    };

    /// Where the words from byte `at` on stand in a file whose lines are not the text's: what of it the format knows, 0 elsewhere.
    struct origin {
        std::uint32_t at = 0;
        std::uint32_t line = 0, column = 0;             ///< HTML and the like: from 1, in the file as it was
        std::uint32_t paragraph = 0;                    ///< word processors: from 1, over the whole part, cells included
        std::uint32_t table = 0, row = 0, cell = 0;     ///< from 1; the cell's column in the table's grid
        std::uint32_t page = 0;                         ///< from 1
        float left = 0, top = 0, right = 0, bottom = 0; ///< box on the page, in points from its upper left corner
        std::uint8_t confidence = 100;                  ///< of character recognition, in per cent
        bool operator==(const origin&) const = default;
    };

    std::string text;                        ///< UTF-8, lines ended by '\n'
    std::vector<std::uint32_t> line_starts;  ///< offset of each line's first byte, in order; never empty
    std::vector<edit> edits;                 ///< in order of `at`; only changes that shift columns
    std::vector<origin> origins;             ///< in order of `at`; empty when lines say it all

    bool operator==(const source_text&) const = default;
};

/// The origin that holds for a byte offset, or null when its line and column say where it stands.
[[nodiscard]] MINUTES_EXPORT const source_text::origin* origin_of(const source_text& source, std::uint32_t offset);

/// A place in the source file.
struct place {
    std::size_t line = 1;    ///< from 1, in the file as it was; in the text where the file has no lines
    std::size_t column = 1;  ///< from 1, in code points
    bool operator==(const place&) const = default;
};

/// Line and column of a byte offset, in the file as it was.
[[nodiscard]] MINUTES_EXPORT place place_of(const source_text& source, std::uint32_t offset);

/// The text of line `line` (from 1) without its end; empty when there is no such line.
[[nodiscard]] MINUTES_EXPORT std::string_view line_text(const source_text& source, std::size_t line);

/// A text without words, so that a default meeting is whole.
[[nodiscard]] MINUTES_EXPORT std::shared_ptr<const source_text> empty_text();

}  // namespace minutes
