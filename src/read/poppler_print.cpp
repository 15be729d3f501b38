// SPDX-License-Identifier: Apache-2.0
// Bold print and its size: pdftohtml gives lines of text with <b> in them, on a grid of its own; its words
// are found again among the page's words by their place and their letters.
#include <map>

#include <pugixml.hpp>

#include "poppler.hpp"

namespace minutes {

namespace {

/// A printed line: its letters, and for each whether it is bold.
struct printed_line {
    page_box box;
    float size = 0;
    std::string text;
    std::vector<bool> bold;
};

void gather(pugi::xml_node node, bool bold, int depth, printed_line& line) {
    if (depth > 8) return;
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_pcdata) {
            line.text += child.value();
            line.bold.resize(line.text.size(), bold);
        } else {
            gather(child, bold || std::string_view(child.name()) == "b", depth + 1, line);
        }
    }
}

std::vector<printed_line> lines_of(pugi::xml_node p, float scale, const std::map<unsigned, float>& sizes) {
    std::vector<printed_line> out;
    for (const auto t : p.children("text")) {
        printed_line line;
        gather(t, false, 0, line);
        const auto size = sizes.find(t.attribute("font").as_uint());
        if (size != sizes.end()) line.size = size->second * scale;
        const float left = t.attribute("left").as_float() * scale, top = t.attribute("top").as_float() * scale;
        line.box = {left, top, left + t.attribute("width").as_float() * scale, top + t.attribute("height").as_float() * scale};
        out.push_back(std::move(line));
    }
    return out;
}

constexpr float slack = 1.5f;  // pdftohtml rounds to whole units of its grid

void mark_words_of(const printed_line& line, std::vector<page_word*>& words) {
    std::sort(words.begin(), words.end(), [](const page_word* a, const page_word* b) { return a->box.left < b->box.left; });
    std::size_t from = 0;
    for (page_word* w : words) {
        const std::size_t at = line.text.find(w->text, from);
        if (at == line.text.npos) continue;
        w->bold = line.bold[at];
        w->size = line.size;
        from = at + w->text.size();
    }
}

void mark_page(page& p, const std::vector<printed_line>& lines) {
    std::multimap<float, page_word*> by_middle;
    for (auto& w : p.words) by_middle.emplace(w.box.middle(), &w);
    for (const auto& line : lines) {
        std::vector<page_word*> inside;
        for (auto w = by_middle.lower_bound(line.box.top - slack); w != by_middle.end() && w->first <= line.box.bottom + slack; ++w)
            if (w->second->box.centre() >= line.box.left - slack && w->second->box.centre() <= line.box.right + slack) inside.push_back(w->second);
        mark_words_of(line, inside);
    }
}

}  // namespace

void add_print(std::vector<page>& pages, std::string_view xml) {
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    std::map<unsigned, float> sizes;  // fonts are named where they are first used
    for (const auto p : document.child("pdf2xml").children("page")) {
        for (const auto f : p.children("fontspec")) sizes[f.attribute("id").as_uint()] = f.attribute("size").as_float();
        const auto n = p.attribute("number").as_uint();
        const float width = p.attribute("width").as_float();
        if (n == 0 || n > pages.size() || width <= 0) continue;
        mark_page(pages[n - 1], lines_of(p, pages[n - 1].width / width, sizes));
    }
}

}  // namespace minutes
