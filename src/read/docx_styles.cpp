// SPDX-License-Identifier: Apache-2.0
#include "docx_styles.hpp"

#include <algorithm>

namespace minutes {

namespace {

constexpr int longest_chain = 64;  // of styles based on one another; a ring ends here

template <class T>
void fill(std::optional<T>& own, const std::optional<T>& below) {
    if (!own) own = below;
}

std::optional<int> number_in(const pugi::xml_node& n) {
    const auto val = n.attribute("w:val");
    return val ? std::optional<int>(val.as_int()) : std::nullopt;
}

/// Built-in headings are known by name where a style sheet gives them no outline level.
std::optional<int> outline_by_name(std::string_view name) {
    if (name.size() != 9 || (!name.starts_with("heading ") && !name.starts_with("Heading ")) || name[8] < '1' || name[8] > '9') return {};
    return name[8] - '1';
}

/// "List Bullet 2": each such style has a list of its own, so that its level is no more than the first.
std::optional<int> nesting_by_name(std::string_view name) {
    for (const std::string_view kind : {"List Bullet ", "List Number ", "List "})
        if (name.size() == kind.size() + 1 && name.starts_with(kind) && name.back() >= '2' && name.back() <= '5') return name.back() - '0';
    return {};
}

/// Built-in styles of plain text that was put into a document as it stood; LibreOffice gives the first to text files.
std::optional<bool> verbatim_by_name(std::string_view name) {
    if (name == "Preformatted Text" || name == "HTML Preformatted" || name == "Plain Text") return true;
    return {};
}

}  // namespace

std::optional<bool> on_off(const pugi::xml_node& element) {
    if (!element) return {};
    const std::string_view val = element.attribute("w:val").value();
    return !(val == "0" || val == "false" || val == "off" || val == "none");
}

docx_run_look over(const docx_run_look& own, const docx_run_look& below) {
    docx_run_look out = own;
    fill(out.bold, below.bold);
    fill(out.underlined, below.underlined);
    fill(out.struck, below.struck);
    fill(out.hidden, below.hidden);
    return out;
}

docx_run_look run_look_of(const pugi::xml_node& rPr) {
    docx_run_look l{on_off(rPr.child("w:b")), on_off(rPr.child("w:u")), on_off(rPr.child("w:strike")), on_off(rPr.child("w:vanish"))};
    if (const auto twice = on_off(rPr.child("w:dstrike")); twice && !l.struck.value_or(false)) l.struck = twice;
    return l;
}

docx_paragraph_look paragraph_look_of(const pugi::xml_node& pPr) {
    docx_paragraph_look l;
    if (const auto jc = pPr.child("w:jc")) {
        using align = document_block::align_type;
        const std::string_view val = jc.attribute("w:val").value();
        l.align = val == "center" ? align::centre : val == "right" || val == "end" ? align::right : align::left;
    }
    l.outline = number_in(pPr.child("w:outlineLvl"));
    const auto numPr = pPr.child("w:numPr");
    l.list = number_in(numPr.child("w:numId"));
    l.level = number_in(numPr.child("w:ilvl"));
    l.page_break_before = on_off(pPr.child("w:pageBreakBefore"));
    return l;
}

docx_styles::docx_styles(const pugi::xml_node& root) {
    std::string default_id;
    for (const auto& n : root.children("w:style")) {
        const std::string_view type = n.attribute("w:type").value();
        const std::string id = n.attribute("w:styleId").value();
        if (type == "paragraph" && n.attribute("w:default").as_bool()) default_id = id;
        style s{n, n.child("w:basedOn").attribute("w:val").value(), paragraph_look_of(n.child("w:pPr")), false};
        s.look.run = run_look_of(n.child("w:rPr"));
        if (s.look.list) s.look.list_style = id;
        const std::string_view name = n.child("w:name").attribute("w:val").value();
        if (!s.look.outline && type == "paragraph") s.look.outline = outline_by_name(name);
        s.look.nested = nesting_by_name(name);
        s.look.verbatim = verbatim_by_name(name);
        styles_.emplace(id, std::move(s));
    }
    for (auto& entry : styles_) resolve(entry.second, 0);
    if (const auto at = styles_.find(default_id); at != styles_.end()) default_look_ = at->second.look;
    default_look_.run = over(default_look_.run, run_look_of(root.child("w:docDefaults").child("w:rPrDefault").child("w:rPr")));
}

void docx_styles::resolve(style& s, int depth) {
    if (s.resolved || depth > longest_chain) return;
    s.resolved = true;
    const auto base = styles_.find(s.based_on);
    if (base == styles_.end()) return;
    resolve(base->second, depth + 1);
    const docx_paragraph_look& below = base->second.look;
    fill(s.look.align, below.align);
    fill(s.look.outline, below.outline);
    fill(s.look.level, below.level);
    fill(s.look.page_break_before, below.page_break_before);
    fill(s.look.nested, below.nested);
    fill(s.look.verbatim, below.verbatim);
    if (!s.look.list) {
        s.look.list = below.list;
        s.look.list_style = below.list_style;
    }
    s.look.run = over(s.look.run, below.run);
}

const docx_paragraph_look& docx_styles::look_of(std::string_view id) const {
    const auto at = styles_.find(id);
    return at == styles_.end() ? default_look_ : at->second.look;
}

docx_run_look docx_styles::character_look_of(std::string_view id) const {
    const auto at = styles_.find(id);
    return at == styles_.end() ? docx_run_look{} : at->second.look.run;
}

}  // namespace minutes
