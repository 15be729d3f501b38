// SPDX-License-Identifier: Apache-2.0
// Stage: elements of a page.  All go through pugixml, which escapes what the
// document says, so nothing of it can become markup.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "markup.hpp"

namespace minutes {

using pugi::xml_node;

/// An element inside a line of text.
inline xml_node inline_in(xml_node parent, const char* name, std::string_view text = {}) {
    xml_node node = parent.append_child(name);
    if (!text.empty()) add_text(node, text);
    return node;
}

/// An element that begins a line of its own.
inline xml_node block_in(xml_node parent, const char* name, std::string_view text = {}) {
    add_text(parent, "\n");
    return inline_in(parent, name, text);
}

inline xml_node with_class(xml_node node, std::string_view name) {
    if (auto there = node.attribute("class")) there.set_value(std::string(name).c_str());
    else set(node, "class", name);
    return node;
}

inline xml_node link_in(xml_node parent, const std::string& anchor, std::string_view text) {
    xml_node node = inline_in(parent, "a", text);
    set(node, "href", "#" + anchor);
    return node;
}

inline xml_node heading(xml_node parent, int level, std::string_view text = {}) {
    constexpr std::array<const char*, 6> names = {"h1", "h2", "h3", "h4", "h5", "h6"};
    return block_in(parent, names[static_cast<std::size_t>(std::clamp(level, 1, 6) - 1)], text);
}

inline void add_date(xml_node parent, const date& d, std::string_view words) {
    xml_node node = inline_in(parent, "time", words);
    if (d.ok()) set(node, "datetime", to_string(d));
}

/// pugixml writes childless elements as <x/>, which HTML takes for open unless they are void.
inline void close_empty_elements(xml_node node) {
    constexpr std::array<std::string_view, 2> void_elements = {"meta", "link"};
    if (node.type() != pugi::node_element) return;
    if (!node.first_child() && std::find(void_elements.begin(), void_elements.end(), node.name()) == void_elements.end()) add_text(node, "");
    for (xml_node child : node) close_empty_elements(child);
}

}  // namespace minutes
