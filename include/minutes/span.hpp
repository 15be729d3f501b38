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

    std::string text;                        ///< UTF-8, lines ended by '\n'
    std::vector<std::uint32_t> line_starts;  ///< offset of each line's first byte, in order; never empty
    std::vector<edit> edits;                 ///< in order of `at`; only changes that shift columns

    bool operator==(const source_text&) const = default;
};

/// A place in the source file.
struct place {
    std::size_t line = 1;    ///< from 1, in the file as it was
    std::size_t column = 1;  ///< from 1, in code points
    bool operator==(const place&) const = default;
};

/// Line and column of a byte offset, in the file as it was.
[[nodiscard]] place place_of(const source_text& source, std::uint32_t offset);

/// The text of line `line` (from 1) without its end; empty when there is no such line.
[[nodiscard]] std::string_view line_text(const source_text& source, std::size_t line);

/// A text without words, so that a default meeting is whole.
[[nodiscard]] std::shared_ptr<const source_text> empty_text();

}  // namespace minutes
