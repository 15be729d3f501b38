// SPDX-License-Identifier: Apache-2.0
#include "page_furniture.hpp"

#include <cmath>

namespace minutes {

namespace {

constexpr std::size_t edge_lines = 6;  // furthest line from a page's edge that may be furniture
constexpr float same_height = 6.0f;    // points
constexpr float outer = 0.09f;         // of a page's height: where a number alone is the page's

/// The line without figures, which change from page to page.
std::string key_of(const text_line& line) {
    std::string out;
    for (const char c : line.text())
        if (c != ' ' && (c < '0' || c > '9')) out += c;
    return out;
}

bool has_figures_only(const text_line& line) { return key_of(line).find_first_not_of("-|/[]()") == std::string::npos; }

struct edge_line {
    std::string key;
    float at = 0;
    bool large = false;
};

struct margin_finder {
    const std::vector<std::vector<text_line>>& lines;
    const std::vector<float>& heights;
    float body_size;
    std::vector<std::vector<edge_line>> top{}, bottom{};

    edge_line edge_of(const text_line& l) const { return {key_of(l), l.box.middle(), l.size > 1.15f * body_size || l.bold()}; }

    void gather() {
        for (const auto& page : lines) {
            top.emplace_back();
            bottom.emplace_back();
            for (std::size_t i = 0; i < std::min(edge_lines, page.size()); ++i) {
                top.back().push_back(edge_of(page[i]));
                bottom.back().push_back(edge_of(page[page.size() - 1 - i]));
            }
        }
    }

    /// On how many pages the line stands, and the first of them.
    static std::pair<std::size_t, std::size_t> count(const std::vector<std::vector<edge_line>>& all, const edge_line& line) {
        std::size_t n = 0, first = all.size();
        for (std::size_t p = 0; p < all.size(); ++p) {
            const bool there = std::any_of(all[p].begin(), all[p].end(), [&](const edge_line& e) { return std::abs(e.at - line.at) <= same_height && e.key == line.key; });
            n += there;
            if (there && first == all.size()) first = p;
        }
        return {n, first};
    }

    std::size_t margin(const std::vector<std::vector<edge_line>>& all, std::size_t page, bool at_top) const {
        std::size_t n = 0;
        for (std::size_t i = 0; i < all[page].size(); ++i) {
            const auto& line = all[page][i];
            const auto [pages, first] = count(all, line);
            const auto& l = lines[page][at_top ? i : lines[page].size() - 1 - i];
            const float from_edge = at_top ? l.box.middle() : heights[page] - l.box.middle();
            const bool number = has_figures_only(l) && from_edge < outer * heights[page];
            const bool repeated = pages >= 2 && pages * 2 >= all.size();
            if (!number && !repeated) break;
            if (!number && at_top && first == page && line.large) break;
            n = i + 1;
        }
        return n;
    }
};

}  // namespace

std::vector<page_margins> find_margins(const std::vector<std::vector<text_line>>& lines, const std::vector<float>& heights, float body_size) {
    margin_finder f{lines, heights, body_size};
    f.gather();
    std::vector<page_margins> out;
    for (std::size_t p = 0; p < lines.size(); ++p) {
        page_margins m{f.margin(f.top, p, true), f.margin(f.bottom, p, false)};
        m.footer = std::min(m.footer, lines[p].size() - std::min(m.header, lines[p].size()));
        out.push_back(m);
    }
    return out;
}

}  // namespace minutes
