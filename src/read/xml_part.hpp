// SPDX-License-Identifier: Apache-2.0
// One XML part of a package.  A document type declaration is refused: no office
// program writes one, and all that it could bring is entities.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "package.hpp"

namespace minutes {

struct xml_part {
    std::string bytes;        ///< the tree's strings stand in here
    pugi::xml_document tree;  ///< what stands before a fault in the XML, when there is one
};

/// Null when the part is absent, refused or empty; the package's diagnostics then say why, unless it is absent.
[[nodiscard]] std::unique_ptr<xml_part> read_xml_part(package& from, std::string_view name);

/// A node's name without its prefix.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& n);

/// A string of the tree as valid UTF-8: bytes that are none become what Windows-1252 says.
[[nodiscard]] std::string valid_text(std::string_view from_tree);

/// The text below a node, without markup.  Takes trees of any depth.
[[nodiscard]] std::string all_text(const pugi::xml_node& n);

/// The node that comes after `n` in the order of the document, below `top`; null at its end.  `deeper` lets it go into `n`.
[[nodiscard]] pugi::xml_node next_node(pugi::xml_node n, const pugi::xml_node& top, bool deeper = true);

}  // namespace minutes
