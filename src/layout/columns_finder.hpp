// SPDX-License-Identifier: Apache-2.0
// Tables flattened to tabs, bars or blanks.  A table starts where a line's cells are
// column heads; each line after it is cut into cells, and each cell goes to the column
// that it fits best, in order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "joined_text.hpp"
#include "layout.hpp"

namespace minutes {

/// "JB to ask the builders": whether a cell opens with somebody who is to do something.
[[nodiscard]] bool opens_with_owner(std::string_view cell, const lexicon& words);

enum class separator {
    tabs,
    bars,
    aligned,  ///< runs of blanks that line the cells up under their heads
    gaps      ///< runs of blanks in place of tabs: they part cells and say nothing of columns
};

struct raw_cell {
    span where;                 // trimmed; empty for a blank cell
    std::size_t position = 0;   // code points from the line's start: for aligned blanks
};

using raw_row = std::vector<raw_cell>;

struct columns_finder {
    const document& d;
    const std::vector<bool>& furniture;
    const lexicon& words;
    laid_document out{};

    std::string_view text() const { return d.text->text; }
    std::string_view in(span s) const { return text().substr(s.begin, s.size()); }
    /// A line of running text: no cell of a table that the format marks.
    bool is_line(std::size_t i) const { return i < d.blocks.size() && d.blocks[i].kind == document_block::kind_type::line && !furniture[i] && d.blocks[i].cell == document_block::no_cell; }

    // ── cutting lines ──

    raw_row cut_at(span line, char mark) const;

    raw_row cut_at_bars(span line) const;

    raw_row cut_at_blanks(span line) const;

    /// A line that starts with a gap has a blank first cell; further blank cells cannot be told.
    raw_row cut_at_gaps(span line) const;

    raw_row cut(span line, separator how) const;

    std::optional<separator> separator_of(span line) const;

    // ── column heads ──

    struct head {
        std::vector<spans> cells;
        std::vector<std::optional<column>> kinds;
        std::vector<std::size_t> positions;
        separator how = separator::tabs;
        std::size_t lines = 1;
        int known = 0;
        bool people = false;
    };

    joined_words head_text(const spans& where) const { return {text(), where}; }

    /// Names the columns: each kind once, those with one meaning first; `tasks`: they stand below "Actions".
    void name_columns(head& h, bool tasks = false) const;
    void name_moved(head& h) const;
    void name_tasks(head& h) const;
    /// Whether the line above says that tasks follow: "Actions".
    [[nodiscard]] bool under_actions() const;
    [[nodiscard]] bool counts_votes(const spans& title) const;

    bool is_header(const head& h) const;

    std::size_t column_at(const head& h, std::size_t position) const;

    bool is_head_word(const word& w) const;

    /// Adds the cells of a further line to the heads above them.
    bool extend(head& h, const raw_row& row) const;

    /// Heads that stand one below the other before rows of cells.
    std::optional<head> stacked_header_at(std::size_t i) const;

    std::optional<head> header_at(std::size_t i) const;

    // ── rows ──

    /// Whether most lines behind the heads have their cells under them.
    bool lines_up(const head& h, std::size_t after) const;

    /// How well the rows behind the heads fit columns of these kinds.
    int fit_of_rows(const std::vector<std::optional<column>>& kinds, separator how, std::size_t after) const;

    /// Whether any row has a number in its first cell, or a cell more than there are heads.
    bool has_numbers(const head& h, std::size_t after) const;

    /// Item numbers often have no head of their own, or one that says "Item" while the business stands beside it
    /// under "Discussion".  The rows decide: the reading that they fit better.
    void place_numbers(head& h, std::size_t after) const;

    laid_table table_of(head& h, std::size_t after) const;

    /// A first column headed "Ref" holds item numbers when its cells count through the business, action references when they stand beside actions.
    void tell_reference_from_number(laid_table& t, const head& h, std::size_t after) const;

    struct assignment {
        std::vector<std::size_t> columns;  // for each cell its column, or npos
        int fit = 0;
    };

    /// The order-keeping assignment of cells to columns that fits best.
    assignment assign(const std::vector<raw_cell>& row, const laid_table& t) const;

    laid_block row_block(std::size_t i, const raw_row& row, std::size_t table);

    /// A line of an aligned table, cut where the heads start; nothing when it runs across them.
    std::optional<raw_row> cut_aligned(span line, const head& h) const;

    void put(std::vector<raw_cell>& cells, const head& h, const raw_cell& c) const;

    /// Whether a line of an aligned table starts a row rather than going on with the one above.
    bool starts_row(const raw_row& row, const laid_block& above, const laid_table& t, int blank_before) const;

    void add_line(std::size_t i, laid_block::kind_type kind);

    void add_header(const head& h, std::size_t i, std::size_t table);

    bool ends_table(span line) const;
    [[nodiscard]] static bool fills_task_only(const raw_row& row, const laid_table& t);
    bool opens_item(const raw_row& row, const laid_table& t) const;
    bool counts_rows(const laid_table& t) const;

    /// The lines of one table; the index behind its last.
    std::size_t read_table(std::size_t i);

    bool same_kinds(const head& h, const laid_table& t) const;

    bool has_cells(std::size_t i, separator how) const;

    /// Whether the table goes on somewhere behind line i.
    bool goes_on(std::size_t i, separator how) const;

    bool read_row(std::size_t i, const head& h, std::size_t table);

    // ── tables that the format marks ──

    /// Whether no headings outside of tables part the minutes: then their tables may hold the business.
    bool business_stands_in_tables() const;
    /// "2. Roof repairs", or a heading that the format marks and no label
    bool heads_part_of_business(std::size_t i) const;
    mutable std::optional<bool> in_tables{};

    /// "Item | Discussion" above rows, or lines from `below` on, that are items of business; names the columns.
    bool heads_business(head& h, const std::vector<std::vector<std::string>>& rows) const;
    bool heads_business(head& h, std::size_t below) const;
    static constexpr std::size_t most_told_rows = 60;  ///< more rows need not be read to tell it

    /// The blocks of one marked table, tables nested in it included; the index behind its last.
    std::size_t read_marked_table(std::size_t i);

    laid_document run() &&;
};

/// The columns of a table of business without a column of actions, "Item | Discussion": `kinds` are those that its heads name.
/// Empty when heads and rows do not show that each row is an item of business; `alone`: no headings outside of tables part the business.
[[nodiscard]] std::vector<std::optional<column>> business_columns(const std::vector<std::string>& heads, std::vector<std::optional<column>> kinds, const std::vector<std::vector<std::string>>& rows, bool alone, const lexicon& words);

}  // namespace minutes
