// SPDX-License-Identifier: Apache-2.0
#include "parted_page.hpp"

namespace minutes {

namespace {

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
    std::vector<page_word> rest;
    for (const auto& w : p.words) {
        const auto [g, c] = cell_of(out.grids, w);
        if (g < out.grids.size()) out.cell_words[g][c].push_back(w);
        else rest.push_back(w);
    }
    out.lines = lines_of(std::move(rest), number);
    return out;
}

}  // namespace minutes
