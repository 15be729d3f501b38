// SPDX-License-Identifier: Apache-2.0
#include "odt_styles.hpp"

#include <fmt/format.h>

namespace minutes {

namespace {

constexpr int longest_chain = 64;  // of styles with parents; a ring ends here

template <class T>
void fill(std::optional<T>& own, const std::optional<T>& below) {
    if (!own) own = below;
}

void read_text_look(const pugi::xml_node& n, odt_look& l) {
    if (const auto weight = n.attribute("fo:font-weight")) l.bold = weight.value() == std::string_view("bold") || weight.as_int() >= 600;
    if (const auto line = n.attribute("style:text-underline-style")) l.underlined = line.value() != std::string_view("none");
    if (const auto line = n.attribute("style:text-line-through-style")) l.struck = line.value() != std::string_view("none");
    if (const auto type = n.attribute("style:text-line-through-type")) l.struck = type.value() != std::string_view("none");
    if (const auto display = n.attribute("text:display")) l.hidden = display.value() == std::string_view("none");
}

void read_paragraph_look(const pugi::xml_node& n, odt_look& l) {
    using align = document_block::align_type;
    if (const auto a = n.attribute("fo:text-align")) {
        const std::string_view v = a.value();
        l.align = v == "center" ? align::centre : v == "end" || v == "right" ? align::right : align::left;
    }
    if (const auto b = n.attribute("fo:break-before")) l.break_before = b.value() == std::string_view("page");
    if (const auto b = n.attribute("fo:break-after")) l.break_after = b.value() == std::string_view("page");
}

odt_look look_in(const pugi::xml_node& style) {
    odt_look l;
    read_text_look(style.child("style:text-properties"), l);
    read_paragraph_look(style.child("style:paragraph-properties"), l);
    if (style.attribute("style:name").value() == std::string_view("Preformatted_20_Text")) l.verbatim = true;  // what LibreOffice gives to text files
    if (const auto list = style.attribute("style:list-style-name")) l.list_style = list.value();
    if (const auto level = style.attribute("style:default-outline-level")) l.outline = level.as_int();
    return l;
}

}  // namespace

odt_look over(const odt_look& own, const odt_look& below) {
    odt_look out = own;
    fill(out.bold, below.bold);
    fill(out.underlined, below.underlined);
    fill(out.struck, below.struck);
    fill(out.hidden, below.hidden);
    fill(out.align, below.align);
    fill(out.verbatim, below.verbatim);
    fill(out.break_before, below.break_before);
    fill(out.break_after, below.break_after);
    fill(out.list_style, below.list_style);
    fill(out.outline, below.outline);
    return out;
}

void odt_styles::add(const pugi::xml_node& container) {
    for (const auto& n : container.children()) {
        const std::string_view name = n.name();
        if (name == "text:list-style") lists_[n.attribute("style:name").value()] = n;
        else if (name == "text:outline-style") outline_ = n;
        else if (name == "style:style")
            styles_[fmt::format("{}/{}", n.attribute("style:family").value(), n.attribute("style:name").value())] = {look_in(n), n.attribute("style:parent-style-name").value()};
    }
}

odt_look odt_styles::look_of(std::string_view family, std::string_view name) const {
    odt_look out;
    auto at = styles_.find(fmt::format("{}/{}", family, name));
    for (int i = 0; at != styles_.end() && i < longest_chain; ++i) {
        out = over(out, at->second.look);
        at = styles_.find(fmt::format("{}/{}", family, at->second.parent));
    }
    return out;
}

pugi::xml_node odt_styles::list(std::string_view name) const {
    const auto at = lists_.find(name);
    return at == lists_.end() ? pugi::xml_node{} : at->second;
}

}  // namespace minutes
