// SPDX-License-Identifier: Apache-2.0
// Stage: Markdown → blocks.  The parser tells structure and hands out pieces of its input, so each word's place
// is known (markdown_body.cpp).  What it does not tell is looked up in the input between two pieces: the
// list numbers as printed, blank lines, and how far a line is indented (markdown_lines.cpp).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <md4c.h>

#include "document_builder.hpp"
#include "file_places.hpp"
#include "html_body.hpp"

namespace minutes {

/// A list item whose mark may still have to be found in the input.
struct open_item {
    bool ordered = false;
    char delimiter = '.';       ///< ordered: behind the number; else the bullet
    bool marked = false;        ///< its mark was found and added
    bool task = false, checked = false;
    std::size_t indent = 0;     ///< bytes before its mark in the line
};

/// A list mark in the input.
struct found_mark {
    std::size_t begin = 0, end = 0;
    explicit operator bool() const { return end > begin; }
};

class markdown_body {
public:
    markdown_body(document_builder& out, std::string_view in, std::size_t from, const file_places& places, const reading& how)
        : out_(out), in_(in), places_(places), html_(out, how, in, places), end_(from), cells_left_(how.limits.cells) {}

    void read();

    void enter(MD_BLOCKTYPE type, void* detail);
    void leave(MD_BLOCKTYPE type);
    void enter(MD_SPANTYPE type);
    void leave(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, std::string_view piece);

    [[nodiscard]] walk_report met() const {
        auto met = html_.met();
        met.too_many_cells = met.too_many_cells || cells_cut_;
        return met;
    }

private:
    // ── lines ──
    void end_line(document_block::joint_type next);
    void start_line(std::size_t at);
    document_block::joint_type joint_of(const document_block& b) const;
    void words(std::size_t at, std::string_view piece);
    void put(std::size_t at, std::string_view utf8);
    std::optional<std::size_t> offset_of(std::string_view piece) const;

    // ── what the input says between two pieces ──
    std::size_t indent_of(std::size_t at) const;
    int blank_lines(std::size_t from, std::size_t to) const;
    bool is_underlined(std::size_t at) const;
    found_mark find_mark(const open_item& item, std::size_t to);
    void add_marks(std::size_t at);
    void keep_swallowed(std::size_t from, std::size_t to);
    void plain_lines(std::size_t from, std::size_t to);

    // ── raw HTML ──
    void read_html_block();
    void tag(std::string_view written, std::size_t at);

    document_builder& out_;
    std::string_view in_;
    const file_places& places_;
    html_body html_;                  // for raw HTML
    std::size_t end_;                 // behind the last piece or mark
    bool in_line_ = false;
    bool moved_ = false;              // what was added last is not as long as in the input
    document_block::joint_type next_ = document_block::joint_type::separate;
    document_block block_{};          // heading and alignment of the block at hand
    int bold_ = 0, struck_ = 0, hidden_ = 0;
    bool strike_starts_ = false;      // a strike whose tildes have not been counted yet
    bool single_tilde_ = false;
    std::vector<open_item> items_;
    struct list { bool ordered; char delimiter; };
    std::vector<list> lists_;
    // tables
    std::size_t table_ = 0;
    std::uint32_t row_ = 0, column_ = 0;
    bool in_table_ = false, head_ = false;
    std::size_t cells_left_;
    bool cells_cut_ = false;
    // raw HTML blocks
    bool in_html_ = false;
    std::size_t html_begin_ = 0, html_end_ = 0;
};

}  // namespace minutes
