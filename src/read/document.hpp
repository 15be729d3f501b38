// SPDX-License-Identifier: Apache-2.0
// What every reader makes of a file: its text and the blocks that the format
// itself marks.  Readers know nothing of meetings.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

/// A block of a document, in reading order.
struct document_block {
    enum class kind_type { line, page_break };
    kind_type kind = kind_type::line;
    span text;             ///< without its line end; empty for a page break
    int blank_before = 0;  ///< blank lines between this block and the one before
};

struct document {
    minutes::source source;
    std::shared_ptr<const source_text> text = empty_text();
    std::vector<document_block> blocks;
    std::vector<diagnostic> diagnostics;
    bool readable = true;
};

/// Reads plain text: UTF-8 with or without mark, UTF-16, Windows-1252, and UTF-8 with stray Windows-1252 bytes.
[[nodiscard]] document read_text(std::string_view bytes);

/// Lower-case hexadecimal SHA-256 of the bytes (FIPS 180-4).
[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace minutes
