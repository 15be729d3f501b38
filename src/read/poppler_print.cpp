// SPDX-License-Identifier: Apache-2.0
// Bold print, its size and the blanks that were printed: pdftohtml gives lines of text with <b> in them, on a grid of its own; its words
// are found again among the page's words by their place and their letters.
#include <algorithm>
#include <cctype>
#include <map>

#include <pugixml.hpp>

#include "poppler.hpp"

namespace minutes {

namespace {

constexpr double least_apart = 0.02, most_apart = 0.35;  // shares of the letters

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

struct font {
    float size = 0;
    std::string family;
    bool bold = false;  ///< beyond what pdftohtml says
};

using fonts = std::map<unsigned, font>;

/// The family in lower case, without the six letters that mark a part of a font: "ABCDEF+".
std::string plain_family(std::string_view name) {
    if (name.size() > 7 && name[6] == '+') name.remove_prefix(7);
    std::string out;
    for (const char c : name) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// Bold faces that are not called bold: TeX's "bx", "demi", "heavy", "black".
bool is_heavy(const std::string& family) {
    if (family.find("demi") != family.npos || family.find("heavy") != family.npos || family.find("black") != family.npos) return true;
    return (family.starts_with("cm") || family.starts_with("sf") || family.starts_with("ec")) && family.find("bx") != family.npos && family.find("bx") <= 4;
}

/// Names that a printer's driver gives, and that say nothing of the face: "CIDFont+F1", "TT12", "F3".
bool is_nameless(const std::string& family) {
    const auto letters = std::count_if(family.begin(), family.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return family.find("cidfont") != family.npos || (letters <= 2 && family.find_first_of("0123456789") != family.npos);
}

fonts fonts_of(pugi::xml_node root) {
    fonts out;
    std::map<std::string, std::size_t> letters;
    std::size_t all = 0;
    for (const auto p : root.children("page")) {
        for (const auto f : p.children("fontspec")) out[f.attribute("id").as_uint()] = {f.attribute("size").as_float(), plain_family(f.attribute("family").value()), false};
        for (const auto t : p.children("text")) {
            printed_line line;
            gather(t, false, 0, line);
            const auto n = static_cast<std::size_t>(std::count_if(line.text.begin(), line.text.end(), [](char c) { return c != ' '; }));
            letters[out[t.attribute("font").as_uint()].family] += n;
            all += n;
        }
    }
    // Among nameless faces, one that little of the text is set in sets it apart: it is taken for bold.
    for (auto& [id, f] : out) {
        const double share = all > 0 ? static_cast<double>(letters[f.family]) / static_cast<double>(all) : 0;
        f.bold = is_heavy(f.family) || (is_nameless(f.family) && share >= least_apart && share <= most_apart);
    }
    return out;
}

std::vector<printed_line> lines_of(pugi::xml_node p, float scale, const fonts& all) {
    std::vector<printed_line> out;
    for (const auto t : p.children("text")) {
        printed_line line;
        const auto f = all.find(t.attribute("font").as_uint());
        gather(t, f != all.end() && f->second.bold, 0, line);
        if (f != all.end()) line.size = f->second.size * scale;
        const float left = t.attribute("left").as_float() * scale, top = t.attribute("top").as_float() * scale;
        line.box = {left, top, left + t.attribute("width").as_float() * scale, top + t.attribute("height").as_float() * scale};
        out.push_back(std::move(line));
    }
    return out;
}

constexpr float slack = 1.5f;  // pdftohtml rounds to whole units of its grid

bool is_blank(std::string_view s) { return s.find_first_not_of(' ') == s.npos; }

/// A word without the marks around it.
std::string_view letters_of(std::string_view word) {
    const auto is_mark = [](char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; };
    while (!word.empty() && is_mark(word.front())) word.remove_prefix(1);
    while (!word.empty() && is_mark(word.back())) word.remove_suffix(1);
    return word;
}

void mark_words_of(const printed_line& line, std::vector<page_word*>& words) {
    std::sort(words.begin(), words.end(), [](const page_word* a, const page_word* b) { return a->box.left < b->box.left; });
    std::size_t from = 0;
    page_word* last = nullptr;
    const auto same_letter = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b)); };
    const auto place_of = [&](std::string_view text) {
        // Small capitals: one program says "PENING" where the other says "pening".
        const auto found = std::search(line.text.begin() + static_cast<std::ptrdiff_t>(from), line.text.end(), text.begin(), text.end(), same_letter);
        return found == line.text.end() ? line.text.npos : static_cast<std::size_t>(found - line.text.begin());
    };
    for (page_word* w : words) {
        std::string_view text = w->text;
        std::size_t at = place_of(text);
        if (at == line.text.npos) {  // "Bell," where only the name is bold: the comma is printed apart
            text = letters_of(text);
            if (text.empty() || (at = place_of(text)) == line.text.npos) continue;
        }
        w->bold = line.bold[at];
        w->size = line.size;
        if (is_blank(std::string_view(line.text).substr(from, at - from))) w->blanks = static_cast<int>(at - from);
        from = at + text.size();
        last = w;
    }
    if (const auto rest = std::string_view(line.text).substr(from); last && is_blank(rest)) last->blanks_behind = static_cast<int>(rest.size());
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
    const auto root = document.child("pdf2xml");
    const auto all = fonts_of(root);
    for (const auto p : root.children("page")) {
        const auto n = p.attribute("number").as_uint();
        const float width = p.attribute("width").as_float();
        if (n == 0 || n > pages.size() || width <= 0) continue;
        mark_page(pages[n - 1], lines_of(p, pages[n - 1].width / width, all));
    }
}

}  // namespace minutes
