// SPDX-License-Identifier: Apache-2.0
// What readers of light markup share that is read line by line: lines with their
// places, list items by indent, tables of bars, and marks around words.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document_builder.hpp"
#include "encoding.hpp"
#include "file_places.hpp"
#include "front_matter.hpp"
#include "text_reader.hpp"

namespace minutes {

/// Words with their looks: a mark opens in front of a word and closes behind one.
struct inline_marks {
    std::string_view bold;                ///< "*", "**", "'''"; empty when the markup has none
    std::string_view struck;              ///< "+"
    std::vector<std::string_view> plain;  ///< marks that only go: "/", "=", "``"
    std::string_view link_border{};       ///< between address and words of "[[address][words]]"; empty when there are no such links
};

/// The blanks and tabs at a line's head.
[[nodiscard]] std::size_t indent_of(std::string_view line);

/// Without blanks at both ends.
[[nodiscard]] std::string_view without_blanks(std::string_view s);

/// A list item's mark at the head of a line: "-", "1.", "3)".
struct item_mark {
    std::size_t begin = 0, end = 0, words = 0;  ///< the mark, and where the item's words start
    explicit operator bool() const { return end > begin; }
};

/// @param bullets the characters that mark an item: "-+"
[[nodiscard]] item_mark item_mark_at(std::string_view line, std::string_view bullets);

class line_markup {
public:
    line_markup(document_builder& out, std::string_view utf8, const file_places& places, inline_marks marks)
        : out_(out), utf8_(utf8), places_(places), marks_(std::move(marks)) {}

    struct line {
        std::size_t begin = 0;   ///< in the file
        std::string_view text{}; ///< without its end
    };

    /// Words of a cell, on one line of the file.
    struct piece {
        std::size_t at = 0;
        std::string_view words{};
    };
    using cell = std::vector<piece>;
    using table_row = std::vector<cell>;

    /// The lines from `from` on.
    [[nodiscard]] std::vector<line> lines(std::size_t from) const;

    /// A blank line, or one that is not shown.
    void blank();

    void heading(const line& l, std::size_t words, int level);

    /// What is said about the text: "title: Minutes".
    void front(const line& l, std::size_t words);

    /// A list item, nested by the indents of those above it.
    void item(const line& l, const item_mark& mark, std::size_t words, bool task, bool checked);

    /// A list item whose nesting and mark the markup gives otherwise than by blanks and figures.  `counted`: its number stands nowhere in the file.
    void item(const line& l, std::size_t words, int depth, std::string_view mark, bool counted);

    /// A line of running text from `skip` on, part of the item above when it is indented like it.
    void text(const line& l, std::size_t skip = 0);

    /// A line of a table of bars: a row, or a rule; the first rule between rows ends the head.
    /// Where rules start with "+", the lines between two of them are one row.
    void row(const line& l);
    void end_table();

    /// A whole table; its first `head` rows are heads.
    void table(const std::vector<table_row>& rows, std::size_t head);

private:
    void words(std::size_t at, std::string_view piece);
    document_block block(document_block::joint_type joint);

    document_builder& out_;
    std::string_view utf8_;
    const file_places& places_;
    inline_marks marks_;
    int blank_ = 0;
    std::vector<std::size_t> indents_;  // of the open items
    std::vector<line> rows_;            // of the table at hand
};

/// Reads a file whose markup is read line by line: `Lines(out, utf8, places).read(from)` writes what stands behind the front matter.
template <class Lines>
[[nodiscard]] document read_lines(std::string_view bytes, std::string_view format, const read_options& options) {
    if (recognise_text(bytes) == 0) return read_text(bytes, options);  // refuses it
    document_builder out(bytes, format);
    const auto decoded = decode(bytes);
    const file_places places(decoded.utf8);
    const std::size_t from = add_front_matter(out, decoded.utf8);
    Lines(out, decoded.utf8, places).read(from);
    out.result().typed_marks = true;
    return std::move(out).finish();
}

}  // namespace minutes
