// SPDX-License-Identifier: Apache-2.0
// What styles.xml says of paragraphs and runs (ECMA-376 part 1, 17.7), as far as reading needs it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "document.hpp"

namespace minutes {

/// How words look; empty where nothing is said.
struct docx_run_look {
    std::optional<bool> bold, underlined, struck, hidden;
};

/// What a paragraph or its style says; empty where nothing is said.
struct docx_paragraph_look {
    std::optional<document_block::align_type> align;
    std::optional<int> outline;  ///< 0–8; 9 is body text
    std::optional<int> list;     ///< w:numId; 0 is none
    std::optional<int> level;    ///< w:ilvl
    std::string list_style;      ///< the style that gave `list`
    std::optional<bool> page_break_before;
    std::optional<int> nested;   ///< nesting that a built-in list style stands for, from 1
    std::optional<bool> verbatim;  ///< plain text: its lines may be wrapped by hand
    docx_run_look run;
};

[[nodiscard]] docx_run_look run_look_of(const pugi::xml_node& rPr);
[[nodiscard]] docx_paragraph_look paragraph_look_of(const pugi::xml_node& pPr);

/// w:val of an on/off element: on when the element stands without one; empty without the element.
[[nodiscard]] std::optional<bool> on_off(const pugi::xml_node& element);

/// `own` where it says something, else `below`.
[[nodiscard]] docx_run_look over(const docx_run_look& own, const docx_run_look& below);

class docx_styles {
public:
    /// `root` is w:styles, or null.
    explicit docx_styles(const pugi::xml_node& root);

    /// The style's look with that of the styles it is based on; the default style's when `id` is empty or unknown.
    [[nodiscard]] const docx_paragraph_look& look_of(std::string_view id) const;

    /// Only what the character style says.
    [[nodiscard]] docx_run_look character_look_of(std::string_view id) const;

private:
    struct style {
        pugi::xml_node node;
        std::string based_on;
        docx_paragraph_look look;
        bool resolved = false;
    };
    void resolve(style& s, int depth);

    std::map<std::string, style, std::less<>> styles_;
    docx_paragraph_look default_look_;
};

}  // namespace minutes
