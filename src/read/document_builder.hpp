// SPDX-License-Identifier: Apache-2.0
// Builds a document block by block, for formats whose text is not the file itself.
//
//   document_builder b(bytes, "docx");
//   b.begin_block({.heading = 1, .joint = separate});
//   b.append("Apologies", {.bold = true});
//   b.end_block();
//   const auto t = b.begin_table(rows, columns);
//   b.begin_cell({.table = t, .row = 0, .column = 0}); … blocks … b.end_cell();
//   b.end_table();
//   return b.finish();
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/parse.hpp>

#include "clean_text.hpp"
#include "document.hpp"

namespace minutes {

/// How words look.
struct text_style {
    bool bold = false;
    bool struck = false;
};

class document_builder {
public:
    /// `bytes` are the file's, for its hash and size.
    document_builder(std::string_view bytes, std::string_view format);

    /// Words beyond what the limits allow for a file of this size are left out, and `finish` says so.
    void limit_text(const reading_limits& limits);

    /// Starts a block; an open one is ended.  `text`, `mark` and `cell` are filled in here.
    void begin_block(document_block attributes = {});

    /// The list mark that heads the open block: "4.1", "•".  Call before `append`.
    void append_mark(std::string_view utf8, bool counted);

    /// Adds words to the open block (starting a plain one when none is open).  Line ends become blanks.
    void append(std::string_view utf8, text_style how = {});

    /// Blanks at the open block's head and tabs at its end are part of it: they say where its words stand.
    void keep_blanks() { keeps_blanks_ = true; }

    /// Ends the open block.  A block without words leaves no trace but a blank line.
    void end_block();

    void page_break();

    /// Where the words that follow stand in the file.
    void set_origin(source_text::origin where);

    /// Returns the table's index; cells and nested tables follow until `end_table`.
    std::size_t begin_table(bool ruled = true);
    void begin_cell(document_cell where);
    void end_cell();
    void end_table();

    /// Where the next word will stand in the text.
    [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(source_.text.size()); }

    void note(std::string code, severity s, std::string message, std::string hint = {});
    void set_metadata(std::string key, std::string value);
    [[nodiscard]] document& result() { return d_; }

    /// The finished document, with the diagnostics that every reader owes (`empty-document`, `characters-replaced`).
    [[nodiscard]] document finish() &&;

private:
    struct open_table {
        std::size_t table;
        std::size_t cell = document_block::no_cell;
        bool cell_has_words = false;
    };

    void part_from_what_stands(bool new_cell);
    [[nodiscard]] std::string_view within_limit(std::string_view utf8);

    document d_;
    source_text source_;
    text_cleaner cleaner_{source_};
    std::vector<open_table> open_;
    document_block block_;
    std::size_t most_text_ = std::numeric_limits<std::size_t>::max();
    bool left_out_ = false;      // words beyond `most_text_`
    std::size_t parted_at_ = 0;  // the text's size behind the last separator
    bool in_block_ = false;
    bool keeps_blanks_ = false;
    bool cell_starts_ = false;  // the next block is the first of its cell
    bool row_starts_ = true;
    int blank_ = 0;
};

}  // namespace minutes
