// SPDX-License-Identifier: Apache-2.0
// Walks the blocks of a WordprocessingML part into a document.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "document_builder.hpp"
#include "docx_numbering.hpp"
#include "docx_styles.hpp"
#include "package_notes.hpp"
#include "readers.hpp"
#include "table_grid.hpp"

namespace minutes {

/// What stands outside the main part and is called by number from inside it.
struct docx_notes {
    std::map<std::string, pugi::xml_node> footnotes, endnotes, comments;
};

class docx_body {
public:
    docx_body(document_builder& out, const docx_styles& styles, docx_numbering& numbering, const docx_notes& notes, const reading& how);

    /// Reads all blocks below `container` as this part of the document.
    void read(const pugi::xml_node& container, document_block::part_type part);

    [[nodiscard]] const walk_report& met() const { return met_; }

private:
    /// What waits until the paragraph that it is anchored to has ended.
    struct attached {
        pugi::xml_node container;
        document_block::part_type part;
    };
    struct row {
        pugi::xml_node node;
        std::vector<pugi::xml_node> cells;
    };

    void read_blocks(const pugi::xml_node& container);
    void read_block(const pugi::xml_node& n);
    void read_paragraphs(const std::vector<pugi::xml_node>& joined);
    void begin_paragraph(const std::vector<pugi::xml_node>& joined, const docx_paragraph_look& look);
    void break_line(bool page);
    void read_inlines(const pugi::xml_node& n, const docx_run_look& look);
    void read_inline(const pugi::xml_node& n, const docx_run_look& look);
    void read_words(std::string_view words, const docx_run_look& look);
    void read_field_mark(const pugi::xml_node& n, const docx_run_look& look);
    void attach(const std::map<std::string, pugi::xml_node>& from, const pugi::xml_node& reference, document_block::part_type part);
    void read_attached();
    void read_table(const pugi::xml_node& n);
    void read_flat(const pugi::xml_node& top);
    void open_block();
    void place();

    [[nodiscard]] bool removed(std::string_view name);
    [[nodiscard]] bool mark_removed(const pugi::xml_node& paragraph);
    void collect(const pugi::xml_node& n, std::string_view name, std::vector<pugi::xml_node>& out);
    [[nodiscard]] std::vector<grid_cell> grid_of(const pugi::xml_node& table);

    document_builder& out_;
    const docx_styles& styles_;
    docx_numbering& numbering_;
    const docx_notes& notes_;
    const reading& how_;

    document_block now_;                    // attributes of the block that is open
    std::vector<bool> fields_;              // open fields, innermost last: whether their code is being passed over
    std::vector<attached> attached_;
    source_text::origin where_;
    std::uint32_t paragraphs_ = 0;
    std::size_t cells_ = 0;
    std::size_t depth_ = 0;
    bool in_link_ = false;
    walk_report met_;
};

}  // namespace minutes
