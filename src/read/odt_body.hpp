// SPDX-License-Identifier: Apache-2.0
// Walks the blocks of an OpenDocument text into a document.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "document_builder.hpp"
#include "odt_lists.hpp"
#include "odt_styles.hpp"
#include "package_notes.hpp"
#include "readers.hpp"
#include "table_grid.hpp"

namespace minutes {

class odt_body {
public:
    odt_body(document_builder& out, const odt_styles& styles, odt_lists& lists, const reading& how) : out_(out), styles_(styles), lists_(lists), how_(how) {}

    /// Reads all blocks below `container` as this part of the document.
    void read(const pugi::xml_node& container, document_block::part_type part);

    [[nodiscard]] const walk_report& met() const { return met_; }

private:
    /// What waits until the paragraph that it is anchored to has ended.
    struct attached {
        pugi::xml_node container;
        document_block::part_type part;
    };
    /// The list that a paragraph stands in.
    struct list_place {
        std::string style;
        std::size_t key = 0;
        int level = 0;  ///< from 1
    };

    void read_blocks(const pugi::xml_node& container);
    void read_block(const pugi::xml_node& n);
    void read_list(const pugi::xml_node& list, list_place where);
    void read_item(const pugi::xml_node& item, const list_place& where);
    void read_numbered(const pugi::xml_node& n);
    void read_paragraph(const pugi::xml_node& p, const odt_lists::label& mark, int depth);
    void read_heading(const pugi::xml_node& h);
    void read_inlines(const pugi::xml_node& n, const odt_look& look);
    void read_inline(const pugi::xml_node& n, const odt_look& look);
    void read_words(std::string_view words, const odt_look& look);
    void read_collapsed(std::string_view words, const odt_look& look);
    void read_change(const pugi::xml_node& n, const odt_look& look);
    void learn_changes(const pugi::xml_node& tracked);
    void break_line();
    void attach_boxes(const pugi::xml_node& drawing);
    void read_attached();
    void read_table(const pugi::xml_node& n);
    void collect_rows(const pugi::xml_node& n, bool head, std::vector<std::pair<pugi::xml_node, bool>>& out);
    [[nodiscard]] std::vector<grid_cell> grid_of(const pugi::xml_node& table);
    void read_flat(const pugi::xml_node& top);
    void open_block();
    void place();

    document_builder& out_;
    const odt_styles& styles_;
    odt_lists& lists_;
    const reading& how_;

    document_block now_;  // attributes of the block that is open
    bool blank_ = true;   // the block's words end in a blank, or there are none yet
    bool joined_ = false; // the next paragraph goes on in the open block: the mark between them was inserted
    std::map<std::string, pugi::xml_node, std::less<>> changes_;  // text:insertion, text:deletion by id
    int inserting_ = 0;   // open regions of inserted words that are passed over
    std::vector<attached> attached_;
    source_text::origin where_;
    std::uint32_t paragraphs_ = 0;
    std::size_t cells_ = 0;
    std::size_t depth_ = 0;
    bool in_link_ = false;
    walk_report met_;
};

}  // namespace minutes
