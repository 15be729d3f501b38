// SPDX-License-Identifier: Apache-2.0
// What every reader makes of a file: its text and the blocks that the format
// itself marks.  Readers know nothing of meetings.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

/// A block of a document, in reading order: a line of plain text, a paragraph, a list item, a paragraph of a cell.
struct document_block {
    enum class kind_type { line, page_break };
    enum class part_type {
        body,
        header,   ///< running header, as the format or the geometry says
        footer,
        note,     ///< footnote or endnote, behind the paragraph that refers to it
        metadata, ///< front matter: what is said about the text before it starts
        comment,  ///< a reviewer's comment, behind the paragraph that it is on
        box       ///< a text box, behind the paragraph that it is anchored to
    };
    /// Whether the block goes on with the words of the block before.
    enum class joint_type {
        unknown,   ///< a line end that may be a wrap: plain text, Markdown
        separate,  ///< a paragraph of its own, or a line break that someone typed
        continues  ///< a wrapped line of the paragraph before
    };
    enum class align_type { left, centre, right };

    kind_type kind = kind_type::line;
    span text{};              ///< without its line end; empty for a page break
    int blank_before = 0;     ///< blank lines between this block and the one before
    part_type part = part_type::body;
    joint_type joint = joint_type::unknown;
    align_type align = align_type::left;
    int heading = 0;          ///< heading level that the format gives, 1–9; 0 when it is none
    span mark{};              ///< list item: its bullet or number at the head of `text`, without the blank behind it; else empty
    bool mark_counted = false; ///< the number stands nowhere in the file: it was counted as the format says
    int depth = 0;            ///< list item: nesting from 1; 0 when it is none
    bool task = false;        ///< task list: the item has a box
    bool checked = false;     ///< its box is ticked
    std::size_t cell = no_cell;  ///< index into `document::cells`

    static constexpr std::size_t no_cell = static_cast<std::size_t>(-1);
};

/// A cell of a table.  Its blocks name it; a cell without blocks is blank.
struct document_cell {
    std::size_t table = 0;                        ///< index into `document::tables`
    std::uint32_t row = 0, column = 0;            ///< from 0, in the table's grid
    std::uint32_t row_span = 1, column_span = 1;
    bool head = false;                            ///< marked as a head (<th>, a repeated header row)
};

struct document_table {
    std::uint32_t rows = 0, columns = 0;
    std::size_t within = document_block::no_cell; ///< the cell that it is nested in
    bool ruled = true;                            ///< the format marks the table or rules part its cells; false: found from gaps alone
};

struct document {
    minutes::source source;
    std::shared_ptr<const source_text> text = empty_text();
    std::vector<document_block> blocks;
    std::vector<document_table> tables;
    std::vector<document_cell> cells;             ///< by table, row, column
    minutes::spans bold;                          ///< what stands in bold or underlined, in order, not overlapping; links are neither for their line
    minutes::spans struck;                        ///< what is struck through
    std::vector<std::pair<std::string, std::string>> metadata;  ///< front matter and document properties: key, value
    std::vector<diagnostic> diagnostics;
    bool typed_marks = false;                     ///< marks of bold and the like were typed: whoever wrapped the lines counted them
    bool readable = true;
};

/// Lower-case hexadecimal SHA-256 of the bytes (FIPS 180-4).
[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace minutes
