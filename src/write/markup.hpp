// SPDX-License-Identifier: Apache-2.0
// Stage: a pugixml tree → bytes.  What the XML and HTML writers share; pugixml
// does the escaping, and nothing is laid out that was not put there.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "wording.hpp"

namespace minutes {

inline void add_text(pugi::xml_node node, std::string_view text) {
    node.append_child(pugi::node_pcdata).set_value(safe_text(text).c_str());
}

inline void set(pugi::xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(safe_text(value).c_str());
}

/// Breaks lines between elements, never beside text: words stay as they are.
inline void indent(pugi::xml_node node, int depth = 0) {
    const auto is_text = [](pugi::xml_node n) { return n.type() == pugi::node_pcdata; };
    if (!node.first_child() || node.attribute("xml:space") || std::any_of(node.begin(), node.end(), is_text)) return;
    const std::string line = "\n" + std::string(static_cast<std::size_t>(depth), ' ');
    for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
        indent(child, depth + 1);
        node.insert_child_before(pugi::node_pcdata, child).set_value((line + " ").c_str());
    }
    node.append_child(pugi::node_pcdata).set_value(line.c_str());
}

/// The node and what it holds, byte for byte as built.
inline std::string printed(pugi::xml_node node) {
    struct to_string : pugi::xml_writer {
        std::string out;
        void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
    } sink;
    node.print(sink, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(sink.out);
}

}  // namespace minutes
