// SPDX-License-Identifier: Apache-2.0
#include "site_page.hpp"

#include <fmt/format.h>

namespace minutes {

page_ways site_ways(std::string_view up) {
    const auto to = [&](std::string_view file) { return std::string(up) + std::string(file); };
    return {{to("index.html"), "Overview"}, {to("actions.html"), "Actions"}, {to("meetings.html"), "Meetings"},
            {to("bodies.html"), "Bodies"}, {to("people.html"), "People"}, {to("search.html"), "Search"}};
}

xml_node way_in(xml_node parent, std::string_view address, std::string_view words) {
    xml_node node = inline_in(parent, "a", words);
    set(node, "href", address);
    return node;
}

xml_node section_in(xml_node parent, std::string_view id, std::string_view title) {
    xml_node node = block_in(parent, "section");
    set(node, "id", id);
    set(node, "aria-labelledby", std::string(id) + "-heading");
    set(heading(node, 2, title), "id", std::string(id) + "-heading");
    return node;
}

site_page::site_page(std::string_view title, std::string_view site, std::string_view own) {
    html_ = tree_.append_child("html");
    set(html_, "lang", "en");
    xml_node head = block_in(html_, "head");
    set(block_in(head, "meta"), "charset", "utf-8");
    const auto meta = [&](const char* kind, const char* name, std::string_view content) {
        xml_node node = block_in(head, "meta");
        set(node, kind, name);
        set(node, "content", content);
    };
    meta("http-equiv", "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'");
    meta("name", "viewport", "width=device-width, initial-scale=1");
    meta("name", "referrer", "no-referrer");
    block_in(head, "title", std::string(title) + " – " + std::string(site));
    xml_node style = block_in(head, "link");
    set(style, "rel", "stylesheet");
    set(style, "href", "site.css");

    body_ = with_class(block_in(html_, "body"), "whole");
    with_class(link_in(body_, "main", "Skip to the content"), "skip");
    main_ = block_in(body_, "main");
    set(main_, "id", "main");
    xml_node nav = with_class(block_in(main_, "nav"), "ways");
    set(nav, "aria-label", "Site");
    xml_node list = with_class(block_in(nav, "ul"), "counts");
    for (const auto& [address, words] : site_ways("")) {
        xml_node way = way_in(block_in(list, "li"), address, words);
        if (address == own) set(way, "aria-current", "page");
    }
    main_ = block_in(main_, "div");
    with_class(main_, "wide");
    heading(main_, 1, title);
}

void site_page::add_script(std::string_view address) { scripts_.emplace_back(address); }

std::string site_page::bytes() {
    scripts_.emplace_back("site.js");
    for (const std::string& address : scripts_) set(block_in(body_, "script"), "src", address);
    close_empty_elements(html_);
    return "<!doctype html>\n" + printed(html_) + "\n";
}

xml_node paragraph_in(xml_node parent, std::string_view text, const char* look) { return with_class(block_in(parent, "p", text), look); }

std::string numbered(std::size_t n, std::string_view one, std::string_view many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

std::string page_file(std::string_view kind, std::string_view part, std::size_t page) {
    return fmt::format("{}{}{}{}.html", kind, part.empty() ? "" : "-", part, page ? fmt::format("-{}", page + 1) : "");
}

}  // namespace minutes
