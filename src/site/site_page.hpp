// SPDX-License-Identifier: Apache-2.0
// A page of the site that is not a meeting's: its head, the ways to the other pages, and room for its content.
#pragma once

#include <string>
#include <string_view>

#include "html_node.hpp"
#include "html_page.hpp"

namespace minutes {

/// The ways that stand on every page; `up` leads from it to the site's folder: "" or "../".
[[nodiscard]] page_ways site_ways(std::string_view up);

class site_page {
public:
    /// @param title  of the page; @param site  of the whole; @param own  the page's file, which its ways mark as where one is
    site_page(std::string_view title, std::string_view site, std::string_view own);

    [[nodiscard]] xml_node main() const { return main_; }

    /// A script of the site's beside the one that every page has.
    void add_script(std::string_view address);

    [[nodiscard]] std::string bytes();

private:
    pugi::xml_document tree_;
    xml_node html_, body_, main_;
    std::vector<std::string> scripts_;
};

/// A section with its heading; `id` is its anchor.
xml_node section_in(xml_node parent, std::string_view id, std::string_view title);

/// A link to a page.
xml_node way_in(xml_node parent, std::string_view address, std::string_view words);

xml_node paragraph_in(xml_node parent, std::string_view text, const char* look = "when");

/// "1 action", "2 actions".
[[nodiscard]] std::string numbered(std::size_t n, std::string_view one, std::string_view many);

/// "actions-2014.html", "actions-2014-2.html": the pages of one kind, from 0.
[[nodiscard]] std::string page_file(std::string_view kind, std::string_view part, std::size_t page);

}  // namespace minutes
