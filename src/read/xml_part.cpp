// SPDX-License-Identifier: Apache-2.0
#include "xml_part.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "encoding.hpp"

namespace minutes {

namespace {

constexpr std::size_t bytes_of_node = 256;  // an element with its attributes and text, in a tree of pugixml and in the blocks that are made of it

}  // namespace

std::unique_ptr<xml_part> read_xml_part(package& from, std::string_view name) {
    auto bytes = from.part(name);
    if (!bytes) return nullptr;
    // A tree takes many times the bytes of its part, so elements are counted before there is one.
    const auto tags = static_cast<std::size_t>(std::count(bytes->begin(), bytes->end(), '<'));
    if (tags > from.limits().inflated / bytes_of_node) {
        from.diagnostics.push_back({"limit-reached", severity::error, {}, {}, fmt::format("'{}' has {} tags, whose tree would take more than {} bytes", name, tags, from.limits().inflated),
                                    "--max-inflated allows more."});
        return nullptr;
    }
    auto part = std::make_unique<xml_part>();
    part->bytes = std::move(*bytes);
    // Blanks between runs are words' blanks; the DOCTYPE is kept to be seen.
    constexpr unsigned how = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
    const auto result = part->tree.load_buffer_inplace(part->bytes.data(), part->bytes.size(), how);
    for (const auto& n : part->tree.children()) {
        if (n.type() != pugi::node_doctype) continue;
        from.diagnostics.push_back({"cannot-read", severity::error, {}, {}, fmt::format("'{}' has a document type declaration, which office documents must not have", name),
                                    "Save the document again with an office program."});
        return nullptr;
    }
    if (!result)
        from.diagnostics.push_back({"damaged-file", severity::warning, {}, {},
                                    fmt::format("'{}' is not well-formed at its byte {}; what stands before was read", name, result.offset),
                                    "Compare the reading with a sound copy of the file."});
    return part->tree.document_element() ? std::move(part) : nullptr;
}

std::string_view local_name(const pugi::xml_node& n) {
    const std::string_view name = n.name();
    return name.substr(name.find(':') + 1);
}

std::string valid_text(std::string_view from_tree) {
    const bool ascii = std::all_of(from_tree.begin(), from_tree.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? std::string(from_tree) : decode(from_tree).utf8;
}

pugi::xml_node next_node(pugi::xml_node n, const pugi::xml_node& top, bool deeper) {
    if (deeper && n.first_child()) return n.first_child();
    while (n != top && !n.next_sibling()) n = n.parent();
    return n == top ? pugi::xml_node{} : n.next_sibling();
}

std::string all_text(const pugi::xml_node& n) {
    std::string out;
    for (pugi::xml_node at = n; at; at = next_node(at, n)) out += at.value();
    return valid_text(out);
}

}  // namespace minutes
