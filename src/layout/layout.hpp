// SPDX-License-Identifier: Apache-2.0
// A document's blocks, mended: columns found, rows and cells cut by a page joined
// again, page furniture set apart.  Layout knows blocks and what the grammars say
// of a cell; nothing of meetings.
#pragma once

#include <optional>
#include <vector>

#include "document.hpp"
#include "label.hpp"

namespace minutes {

/// What the format says of a line or paragraph: evidence, not yet meaning.
struct look {
    int heading = 0;           ///< heading level, 1–9; 0: none
    span mark{};               ///< bullet or number that the format sets apart, at the text's head
    int depth = 0;             ///< list nesting from 1; 0: no list item
    bool task = false;         ///< a task list's item
    bool checked = false;      ///< its box is ticked
    bool bold = false;         ///< all of it stands in bold
    std::uint32_t bold_end = 0;///< where a bold run at its head ends; 0 when there is none
    bool struck = false;       ///< all of it is struck through
    document_block::align_type align = document_block::align_type::left;
    document_block::part_type part = document_block::part_type::body;
    document_block::joint_type joint = document_block::joint_type::unknown;
};

struct laid_block {
    enum class kind_type {
        line,      ///< a line or paragraph outside tables
        header,    ///< a table's column heads
        row,       ///< a table's row
        furniture  ///< page numbers, letterheads, rules
    };
    kind_type kind = kind_type::line;
    spans text;                ///< all of its words, in order
    std::vector<spans> cells;  ///< header, row: one a column of the table; empty ones are blank cells
    spans stray;               ///< row: cells that fit no column
    std::size_t table = 0;     ///< header, row: index into `laid_document::tables`
    int blank_before = 0;
    bool page_before = false;  ///< a page ended between this block and the one before
    bool mended = false;       ///< row: one of its cells was cut and joined
    minutes::look look{};      ///< line: how it looks
    bool in_cell = false;      ///< line: a paragraph of a table whose columns say nothing of what they hold
    bool pair = false;         ///< line: a row of label and value; `text.front()` is the label
    std::size_t row = 0, column = 0;  ///< line in a cell: where it stands in `table`
};

struct laid_table {
    std::vector<std::optional<column>> columns;  ///< what each column holds, as far as its head says
    bool people = false;                         ///< lists people rather than business
    bool loose = false;                          ///< its columns say nothing of what they hold: its paragraphs are lines

    [[nodiscard]] std::optional<std::size_t> find(column which) const;
};

struct laid_document {
    std::vector<laid_block> blocks;
    std::vector<laid_table> tables;
    std::vector<diagnostic> diagnostics;
};

[[nodiscard]] laid_document lay_out(const document& d, const lexicon& words);

// ── The steps, in order ────────────────────────────────────────────────────

/// For each block of the document: whether it is page furniture.
[[nodiscard]] std::vector<bool> find_furniture(const document& d, const lexicon& words);

/// Tables that the format marks, and those flattened to tabs, bars or aligned blanks; all else stays lines.
[[nodiscard]] laid_document find_columns(const document& d, const std::vector<bool>& furniture, const lexicon& words);

/// Renames columns whose heads alone mislead, by the other columns and by what stands in them.
void settle_columns(laid_document& laid, std::string_view text, const lexicon& words);

/// What the columns of a table without heads hold, when its cells show that it lists actions; else empty.
[[nodiscard]] std::vector<std::optional<column>> columns_by_content(const std::vector<std::vector<std::string>>& rows, const lexicon& words);

/// The columns of a table that stands under a heading "Actions", by its rows' cells: what is to be done, who, perhaps by when and how
/// it stands; empty when none of its columns names people.
[[nodiscard]] std::vector<std::optional<column>> task_columns_by_content(const std::vector<std::vector<std::string>>& rows, const lexicon& words);

/// The columns of rows of a heading and what was said of it, two cells each: most of them sentences, and no heading twice; none else.
[[nodiscard]] std::vector<std::optional<column>> business_by_content(const std::vector<std::vector<std::string>>& rows, const lexicon& words);

/// The columns of a table of minutes without heads: item numbers, headings, what was said, and what is to be done; empty when it is none.
[[nodiscard]] std::vector<std::optional<column>> minutes_by_content(const std::vector<std::vector<std::string>>& rows, const lexicon& words);

/// Joins item numbers that stand alone on their lines to the headings below them, where three or more count on.
void join_lone_numbers(laid_document& laid, std::string_view text, const lexicon& words);

/// Joins the lines of wrapped paragraphs.
void join_lines(laid_document& laid, const document& d, const lexicon& words);

/// Sets apart what a bot writes behind each line of a chat, "(ann, 14:02:54)", where three lines or more end so.
void set_log_marks_apart(laid_document& laid, std::string_view text);

/// Joins cells that were cut, row by row.
void mend_rows(laid_document& laid, std::string_view text, const lexicon& words);

/// How well a cell's text fits a column: positive when it does.
[[nodiscard]] int fit_of(std::string_view cell, std::optional<column> which, const lexicon& words);

}  // namespace minutes
