// SPDX-License-Identifier: Apache-2.0
#include "parted_page.hpp"

#include <cmath>
#include <map>

namespace minutes {

namespace {

constexpr float across_page = 5.0f;   // times the usual print: "DRAFT" laid across a page
constexpr float same_height = 6.0f;   // points

float usual_height(const page& p) {
    std::vector<float> heights;
    for (const auto& w : p.words) heights.push_back(w.box.height());
    if (heights.empty()) return 12;
    std::nth_element(heights.begin(), heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2), heights.end());
    return heights[heights.size() / 2];
}

/// The smallest cell that a word's middle stands in.
std::pair<std::size_t, std::size_t> cell_of(const std::vector<page_grid>& grids, const page_word& w) {
    std::pair<std::size_t, std::size_t> best{grids.size(), 0};
    float least = 0;
    for (std::size_t g = 0; g < grids.size(); ++g) {
        if (!grids[g].box.holds(w.box.centre(), w.box.middle())) continue;
        for (std::size_t c = 0; c < grids[g].cells.size(); ++c) {
            const auto& box = grids[g].cells[c].box;
            if (!box.holds(w.box.centre(), w.box.middle())) continue;
            const float area = box.width() * box.height();
            if (best.first < grids.size() && area >= least) continue;
            best = {g, c};
            least = area;
        }
    }
    return best;
}

}  // namespace

parted_page part_page(const page& p, std::size_t number) {
    parted_page out;
    out.grids = grids_of(p);
    for (const auto& g : out.grids) out.cell_words.emplace_back(g.cells.size());
    const float most = across_page * usual_height(p);
    std::vector<page_word> rest, across;
    for (const auto& w : p.words) {
        if (w.box.height() > most && !w.turned()) {
            across.push_back(w);
            continue;
        }
        const auto [g, c] = cell_of(out.grids, w);
        if (g < out.grids.size()) out.cell_words[g][c].push_back(w);
        else rest.push_back(w);
    }
    out.lines = lines_of(std::move(rest), number);
    for (auto& l : lines_of(std::move(across), number)) {
        out.lines.push_back(std::move(l));
        ++out.across;
    }
    return out;
}

void dissolve_letterheads(std::vector<parted_page>& pages) {
    /// A table's words without figures, and how high it stands.
    const auto key_of = [](const parted_page& p, std::size_t grid) {
        std::string key;
        for (const auto& cell : p.cell_words[grid])
            for (const auto& w : cell)
                for (const char c : w.text)
                    if (c < '0' || c > '9') key += c;
        return std::pair(key, std::lround(p.grids[grid].box.top / same_height));
    };
    std::map<std::pair<std::string, long>, std::size_t> seen;
    for (const auto& p : pages)
        for (std::size_t g = 0; g < p.grids.size(); ++g) ++seen[key_of(p, g)];
    for (std::size_t n = 0; n < pages.size(); ++n) {
        auto& p = pages[n];
        for (std::size_t g = p.grids.size(); g-- > 0;) {
            const auto times = seen[key_of(p, g)];
            if (times < 2 || times * 2 < pages.size()) continue;
            std::vector<page_word> words;
            for (auto& cell : p.cell_words[g]) words.insert(words.end(), cell.begin(), cell.end());
            for (auto& l : lines_of(std::move(words), n)) {
                const auto end = p.lines.end() - static_cast<std::ptrdiff_t>(p.across);
                p.lines.insert(std::find_if(p.lines.begin(), end, [&](const text_line& other) { return other.box.middle() > l.box.middle(); }), l);
            }
            p.grids.erase(p.grids.begin() + static_cast<std::ptrdiff_t>(g));
            p.cell_words.erase(p.cell_words.begin() + static_cast<std::ptrdiff_t>(g));
        }
    }
}

}  // namespace minutes
