// SPDX-License-Identifier: Apache-2.0
// Stage: a pugixml tree → bytes.  What the XML and HTML writers share; pugixml
// does the escaping, and nothing is laid out that was not put there.
#pragma once

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
