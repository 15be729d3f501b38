// SPDX-License-Identifier: Apache-2.0
// Page numbers, letterheads repeated at page breaks, rules of dashes.
#include <algorithm>
#include <unordered_map>

#include "layout.hpp"
#include "navigation.hpp"

namespace minutes {

namespace {

std::string_view text_of(const document& d, const document_block& b) {
    return trim(std::string_view(d.text->text).substr(b.text.begin, b.text.size()));
}

bool is_rule(std::string_view line) {
    // A Markdown table's rule too: |---|:--:|
    return line.size() >= 3 && line.find_first_not_of("-_=*~.+|: \t") == line.npos && line.find_first_of("-_=*~") != line.npos;
}

bool is_number_word(const std::string& s) { return !s.empty() && s.find_first_not_of("0123456789") == s.npos && s.size() <= 4; }

/// "Page 2 of 4", "Page 2", "- 2 -", "2 of 4", "2 | Page", "(continued)"
bool is_page_mark(std::string_view line, const lexicon& words) {
    if (line.size() > 60 || line.find('\t') != line.npos) return false;
    const auto all = words_in(line, words, 7);
    if (all.empty() || all.size() > 6) return false;
    const bool figures = std::any_of(all.begin(), all.end(), [](const word& w) { return is_number_word(w.folded); });
    const auto is = [](const word& w, std::string_view s) { return w.folded == s; };
    if (all.size() == 1 && figures) return line.front() == '-' || line.front() == '[' || line.find_first_not_of("0123456789 ") == line.npos;
    if (std::all_of(all.begin(), all.end(), [&](const word& w) { return is(w, "page") || is(w, "pg") || is(w, "p") || is(w, "of") || is(w, "minutes") || is_number_word(w.folded) || w.folded.find('/') != std::string::npos; }))
        return figures && !is(all.front(), "minutes") && (is(all.front(), "page") || is(all.front(), "pg") || is(all.back(), "page") || (all.size() == 3 && is(all[1], "of")) || (all.size() == 2 && is(all[0], "p")) );
    const auto folded = fold(line);
    return folded.find("continued") != folded.npos && all.size() <= 3 && (all[0].folded.starts_with("cont") || all.back().folded.starts_with("cont")) && !all[0].digits;
}

/// The line without its figures, as pages vary only in them.
std::string without_figures(std::string_view line) {
    std::string out;
    for (const char c : fold(line))
        if (c < '0' || c > '9') out += c;
    return out;
}

/// How much of a line's words stand among the document's first lines.
bool repeats_head(std::string_view line, const std::vector<std::string>& head) {
    const auto all = words_in(line, 15);
    if (all.size() < 2 || all.size() > 14) return false;
    const auto hits = std::count_if(all.begin(), all.end(), [&](const word& w) { return std::find(head.begin(), head.end(), w.folded) != head.end(); });
    return static_cast<std::size_t>(hits) * 3 >= all.size() * 2;
}

}  // namespace

std::vector<bool> find_furniture(const document& d, const lexicon& words) {
    constexpr int page_head = 8;  // lines in which a web page's own links stand
    std::vector<bool> out(d.blocks.size());
    std::vector<bool> page(d.blocks.size());
    std::vector<std::string> head;
    int lines = 0;
    for (std::size_t i = 0; i < d.blocks.size(); ++i) {
        const auto& b = d.blocks[i];
        if (b.kind == document_block::kind_type::page_break) {
            out[i] = true;
            page[i] = !d.source.pages;  // a reader that sees pages has set their letterheads apart
            continue;
        }
        if (b.part == document_block::part_type::header || b.part == document_block::part_type::footer) {
            out[i] = true;
            continue;
        }
        if (b.cell != document_block::no_cell) continue;
        const auto line = text_of(d, b);
        page[i] = is_page_mark(line, words);
        out[i] = page[i] || is_rule(line) || (lines < page_head && is_navigation(line, words));
        if (lines++ < 4)
            for (auto& w : words_in(line, words)) head.push_back(w.folded);
    }
    // A letterhead stands beside a page mark, without cells, and says again what the document's head or the line beside another page mark says.
    const auto beside_page = [&](std::size_t i) {
        return (i > 0 && page[i - 1]) || (i + 1 < page.size() && page[i + 1]) || (i > 1 && out[i - 1] && page[i - 2]) || (i + 2 < page.size() && out[i + 1] && page[i + 2]);
    };
    for (int pass = 0; pass < 3; ++pass) {
        std::unordered_map<std::string, int> seen;
        for (std::size_t i = 0; i < d.blocks.size(); ++i)
            if (d.blocks[i].kind == document_block::kind_type::line && (i < 4 || beside_page(i))) ++seen[without_figures(text_of(d, d.blocks[i]))];
        for (std::size_t i = 4; i < d.blocks.size(); ++i) {
            if (out[i] || d.blocks[i].cell != document_block::no_cell || !beside_page(i)) continue;
            const auto line = text_of(d, d.blocks[i]);
            if (line.find('\t') != line.npos || line.size() > 120) continue;
            if (seen[without_figures(line)] > 1 || repeats_head(line, head)) out[i] = page[i] = true;
        }
    }
    return out;
}

}  // namespace minutes
