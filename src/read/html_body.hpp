// SPDX-License-Identifier: Apache-2.0
// HTML → blocks.  What a browser shows is words; scripts, styles and hidden elements are not.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gumbo.h>

#include "document_builder.hpp"
#include "file_places.hpp"
#include "package_notes.hpp"

namespace minutes {

/// What holds for the words of an element.
struct html_context {
    bool bold = false, struck = false;
    bool preformatted = false;  ///< line ends and blanks are kept
    bool in_item = false;
    int heading = 0;
    int depth = 0;              ///< of lists
    document_block::align_type align = document_block::align_type::left;
    document_block::part_type part = document_block::part_type::body;
};

class html_body {
public:
    /// `file` is the decoded file; words get their places in it.
    html_body(document_builder& out, const reading& how, std::string_view file, const file_places& places) : out_(out), how_(how), file_(file), places_(places) {}

    /// A whole file: its title becomes metadata.
    void read_file();

    /// A piece [begin, end) of the file inside another format, in list items of that depth.
    void read_piece(std::size_t begin, std::size_t end, int depth, int blank_before);

    [[nodiscard]] const walk_report& met() const { return met_; }

private:
    void read(std::size_t begin, std::size_t end, const html_context& c, bool whole);
    void walk(const GumboNode& node, const html_context& c);
    void walk_children(const GumboNode& node, const html_context& c);
    void read_element(const GumboNode& node, html_context c);
    void read_block(const GumboNode& node, const html_context& c);
    void read_break();
    void read_box(const GumboNode& node);

    // lists
    void read_list(const GumboNode& node, html_context c);
    std::string number_of(const GumboNode& list, int n) const;

    // tables
    void read_table(const GumboNode& node, const html_context& c);

    // changes
    bool is_dropped(const GumboNode& node);

    // words
    void read_text(const GumboText& text, const html_context& c);
    void read_comment(const GumboText& text, const html_context& c);
    void start_block(const html_context& c, std::size_t at);
    void end_block();
    void put_blank(const html_context& c);
    void put(std::string_view utf8, std::size_t at, const html_context& c);
    std::size_t offset_of(const char* in_buffer) const { return begin_ + static_cast<std::size_t>(in_buffer - buffer_.data()); }

    document_builder& out_;
    const reading& how_;
    std::string_view file_;
    const file_places& places_;
    walk_report met_;
    std::string buffer_;        // what is being parsed, as long as its piece of the file
    std::size_t begin_ = 0;     // of the piece
    bool revised_ = false;      // <del> and <ins> say who changed what, rather than striking words out
    bool in_block_ = false;
    std::string_view due_;      // the white space before the next word
    text_style due_in_;         // how the words around it look
    int blank_lines_ = 0;
    document_block::joint_type next_ = document_block::joint_type::separate;
    std::optional<std::string> mark_;   // of the item whose first words come next
    std::optional<bool> box_;           // a box before the next words, ticked or not
    std::size_t cells_ = 0;
    std::map<std::string, std::string, std::less<>> variables_;  // of server-side includes
};

}  // namespace minutes
