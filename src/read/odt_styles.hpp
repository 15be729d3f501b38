// SPDX-License-Identifier: Apache-2.0
// What the styles of an OpenDocument text say (OpenDocument 1.3 part 3, 16), as far as reading needs it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "document.hpp"

namespace minutes {

/// What a style says of a paragraph or of words; empty where nothing is said.
struct odt_look {
    std::optional<bool> bold, underlined, struck, hidden;
    std::optional<document_block::align_type> align;
    std::optional<bool> verbatim;                   ///< plain text: its lines may be wrapped by hand
    std::optional<bool> break_before, break_after;  ///< a page break
    std::optional<std::string> list_style;          ///< empty: no list
    std::optional<int> outline;                     ///< style:default-outline-level
};

/// `own` where it says something, else `below`.
[[nodiscard]] odt_look over(const odt_look& own, const odt_look& below);

class odt_styles {
public:
    /// Takes the styles below `container`: office:styles, office:automatic-styles; later ones win.
    void add(const pugi::xml_node& container);

    /// The look of a style and of its parents; nothing for a name that is not there.
    [[nodiscard]] odt_look paragraph(std::string_view name) const { return look_of("paragraph", name); }
    [[nodiscard]] odt_look text(std::string_view name) const { return look_of("text", name); }

    /// The text:list-style of that name, or the text:outline-style; null when there is none.
    [[nodiscard]] pugi::xml_node list(std::string_view name) const;
    [[nodiscard]] pugi::xml_node outline() const { return outline_; }

private:
    struct style {
        odt_look look;
        std::string parent;
    };
    [[nodiscard]] odt_look look_of(std::string_view family, std::string_view name) const;

    std::map<std::string, style, std::less<>> styles_;  // by "family/name"
    std::map<std::string, pugi::xml_node, std::less<>> lists_;
    pugi::xml_node outline_;
};

}  // namespace minutes
