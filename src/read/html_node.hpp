// SPDX-License-Identifier: Apache-2.0
// What is asked of a node of the HTML tree.
#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include <gumbo.h>

namespace minutes {

[[nodiscard]] inline bool is_element(const GumboNode& n) { return n.type == GUMBO_NODE_ELEMENT || n.type == GUMBO_NODE_TEMPLATE; }

[[nodiscard]] inline GumboTag tag_of(const GumboNode& n) { return is_element(n) ? n.v.element.tag : GUMBO_TAG_LAST; }

/// The value of an attribute; empty when it is absent.
[[nodiscard]] inline std::string_view attribute_of(const GumboNode& n, const char* name) {
    const auto* a = is_element(n) ? gumbo_get_attribute(&n.v.element.attributes, name) : nullptr;
    return a ? a->value : std::string_view{};
}

[[nodiscard]] inline bool has_attribute(const GumboNode& n, const char* name) { return is_element(n) && gumbo_get_attribute(&n.v.element.attributes, name); }

/// The number that an attribute gives, `otherwise` when it gives none.
[[nodiscard]] inline int number_in(const GumboNode& n, const char* name, int otherwise) {
    auto value = attribute_of(n, name);
    while (!value.empty() && (value.front() == ' ' || value.front() == '+')) value.remove_prefix(1);
    int number = otherwise;
    const auto r = std::from_chars(value.data(), value.data() + value.size(), number);
    return r.ec == std::errc{} ? number : otherwise;
}

/// Whether the style attribute sets `property` to a value that starts with `value`; both in lower case.
[[nodiscard]] inline bool has_style(const GumboNode& n, std::string_view property, std::string_view value) {
    std::string style = ";";
    for (const char c : attribute_of(n, "style"))
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') style += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    return style.find(";" + std::string(property) + ":" + std::string(value)) != style.npos;
}

/// Calls `use` for each child.
template <class F>
void for_children(const GumboNode& n, F use) {
    const auto* children = n.type == GUMBO_NODE_DOCUMENT ? &n.v.document.children : is_element(n) ? &n.v.element.children : nullptr;
    for (unsigned i = 0; children && i < children->length; ++i) use(*static_cast<const GumboNode*>(children->data[i]));
}

/// Whether a node of that kind stands anywhere below.
[[nodiscard]] inline bool contains(const GumboNode& n, GumboTag tag) {
    bool found = false;
    for_children(n, [&](const GumboNode& c) { found = found || tag_of(c) == tag || contains(c, tag); });
    return found;
}

}  // namespace minutes
