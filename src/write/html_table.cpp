// SPDX-License-Identifier: Apache-2.0
#include "html_table.hpp"

namespace minutes {

namespace {

xml_node child_at(xml_node line, std::size_t n) {
    xml_node node = line.first_child();
    while (n--) node = node.next_sibling();
    return node;
}

/// From the last column on, so that the ones before keep their numbers.
void leave_out_empty_columns(xml_node head, xml_node body, std::size_t columns) {
    for (std::size_t c = columns; c-- > 0;) {
        bool empty = true;
        for (xml_node line : body.children("tr")) empty &= !child_at(line, c).first_child();
        if (!empty) continue;
        head.remove_child(child_at(head, c));
        for (xml_node line : body.children("tr")) line.remove_child(child_at(line, c));
    }
}

}  // namespace

void write_table(xml_node section, std::string_view caption, std::size_t rows, const std::vector<page_column>& columns,
                 const std::function<void(xml_node line, std::size_t row)>& dress) {
    xml_node table = block_in(section, "table");
    inline_in(table, "caption", caption);
    xml_node head = inline_in(block_in(table, "thead"), "tr");
    for (const page_column& c : columns) {
        xml_node cell = inline_in(head, "th", c.name);
        set(cell, "scope", "col");
        if (!c.look.empty()) with_class(cell, c.look);
    }
    xml_node body = block_in(table, "tbody");
    for (std::size_t r = 0; r < rows; ++r) {
        xml_node line = block_in(body, "tr");
        dress(line, r);
        for (const page_column& c : columns) {
            xml_node cell = inline_in(line, c.names_row ? "th" : "td");
            if (c.names_row) set(cell, "scope", "row");
            set(cell, "data-label", c.name);
            if (!c.look.empty()) with_class(cell, c.look);
            c.fill(cell, r);
        }
    }
    leave_out_empty_columns(head, body, columns.size());
}

}  // namespace minutes
