// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include <pugixml.hpp>

#include "poppler.hpp"

namespace minutes {

namespace {

/// A coordinate that geometry can reckon with, whatever the file says.
float coordinate(pugi::xml_attribute a) {
    const float v = a.as_float();
    return std::isfinite(v) ? std::clamp(v, -1e5f, 1e5f) : 0.0f;
}

page_box box_of(pugi::xml_node n) {
    return {coordinate(n.attribute("xMin")), coordinate(n.attribute("yMin")), coordinate(n.attribute("xMax")), coordinate(n.attribute("yMax"))};
}

}  // namespace

std::vector<page> words_of_bbox(std::string_view xhtml) {
    pugi::xml_document xml;
    xml.load_buffer(xhtml.data(), xhtml.size(), pugi::parse_default, pugi::encoding_utf8);
    std::vector<page> out;
    for (const auto p : xml.child("html").child("body").child("doc").children("page")) {
        page made;
        made.width = coordinate(p.attribute("width"));
        made.height = coordinate(p.attribute("height"));
        for (const auto w : p.children("word")) {
            page_word word{w.child_value(), box_of(w)};
            if (!word.text.empty()) made.words.push_back(std::move(word));
        }
        out.push_back(std::move(made));
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> properties_of_bbox(std::string_view xhtml) {
    std::vector<std::pair<std::string, std::string>> out;
    const auto head = xhtml.substr(0, xhtml.find("</head>"));
    pugi::xml_document xml;
    xml.load_buffer(head.data(), head.size(), pugi::parse_default, pugi::encoding_utf8);  // what stands before the cut is read
    const auto found = xml.child("html").child("head");
    if (const std::string title = found.child_value("title"); !title.empty()) out.emplace_back("title", title);
    for (const auto m : found.children("meta"))
        if (const std::string name = m.attribute("name").value(); name == "Author" || name == "Subject" || name == "Keywords" || name == "CreationDate")
            out.emplace_back(name, m.attribute("content").value());
    return out;
}

}  // namespace minutes
