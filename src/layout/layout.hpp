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
};

struct laid_table {
    std::vector<std::optional<column>> columns;  ///< what each column holds, as far as its head says
    bool people = false;                         ///< lists people rather than business

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

/// Tables from tabs, bars or aligned blanks; all else stays lines.
[[nodiscard]] laid_document find_columns(const document& d, const std::vector<bool>& furniture, const lexicon& words);

/// Joins cells that were cut, row by row.
void mend_rows(laid_document& laid, std::string_view text, const lexicon& words);

/// How well a cell's text fits a column: positive when it does.
[[nodiscard]] int fit_of(std::string_view cell, std::optional<column> which, const lexicon& words);

}  // namespace minutes
