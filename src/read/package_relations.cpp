// SPDX-License-Identifier: Apache-2.0
#include "package_relations.hpp"

#include <fmt/format.h>

#include "xml_part.hpp"

namespace minutes {

namespace {

using namespace std::literals;

/// A target as a part's name: from the package's root, or beside the part that names it.
std::string part_name(std::string_view folder, std::string_view target) {
    if (target.starts_with("/")) return std::string(target.substr(1));
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const auto up = folder.substr(0, folder.size() - (folder.empty() ? 0 : 1)).rfind('/');
        folder = up == folder.npos ? "" : folder.substr(0, up + 1);
    }
    return std::string(folder) + std::string(target);
}

}  // namespace

std::vector<part_relation> relations_of(package& from, std::string_view part) {
    std::vector<part_relation> out;
    const std::size_t name = part.rfind('/') + 1;  // npos + 1 is 0
    const auto folder = part.substr(0, name);
    const auto told = read_xml_part(from, fmt::format("{}_rels/{}.rels", folder, part.substr(name)));
    if (!told) return out;
    for (const auto& n : told->tree.document_element().children()) {
        const std::string_view type = n.attribute("Type").value();
        const std::string target = valid_text(n.attribute("Target").value());
        const bool external = n.attribute("TargetMode").value() == "External"sv;
        out.push_back({valid_text(n.attribute("Id").value()), valid_text(type.substr(type.rfind('/') + 1)), external ? target : part_name(folder, target), external});
    }
    return out;
}

}  // namespace minutes
