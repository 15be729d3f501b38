// SPDX-License-Identifier: Apache-2.0
#include "page_grids.hpp"

#include <cmath>
#include <map>
#include <numeric>

namespace minutes {

namespace {

constexpr float touch = 3.0f;          // points between lines that meet
constexpr float piece_gap = 4.0f;      // points between pieces of one dotted line
constexpr float least_length = 8.0f;   // points
constexpr std::size_t most_rules = 20000;  // of a page; drawings have more and are no tables

/// A straight line of a table: at `at`, from `from` to `to` along the other axis.
struct edge {
    float at, from, to;
};

/// Pieces of one line, joined: cells are often drawn one by one.
std::vector<edge> joined(std::vector<edge> all) {
    std::sort(all.begin(), all.end(), [](const edge& a, const edge& b) { return a.at < b.at; });
    std::vector<edge> out;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i + 1;
        while (end < all.size() && all[end].at - all[end - 1].at <= touch / 2 && all[end].at - all[i].at <= touch) ++end;
        std::sort(all.begin() + static_cast<std::ptrdiff_t>(i), all.begin() + static_cast<std::ptrdiff_t>(end), [](const edge& a, const edge& b) { return a.from < b.from; });
        float sum = 0;
        for (std::size_t k = i; k < end; ++k) sum += all[k].at;
        const float at = sum / static_cast<float>(end - i);
        for (std::size_t k = i; k < end; ++k) {
            if (k > i && all[k].from <= out.back().to + piece_gap) out.back().to = std::max(out.back().to, all[k].to);
            else out.push_back({at, all[k].from, all[k].to});
        }
        i = end;
    }
    out.erase(std::remove_if(out.begin(), out.end(), [](const edge& e) { return e.to - e.from < least_length; }), out.end());
    return out;
}

struct sets {
    std::vector<std::size_t> parent;
    explicit sets(std::size_t n) : parent(n) { std::iota(parent.begin(), parent.end(), std::size_t{0}); }
    std::size_t find(std::size_t i) {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }
    void unite(std::size_t a, std::size_t b) { parent[find(a)] = find(b); }
};

std::vector<float> clustered(std::vector<float> all) {
    std::sort(all.begin(), all.end());
    std::vector<float> out;
    for (const float v : all)
        if (out.empty() || v - out.back() > touch) out.push_back(v);
    return out;
}

struct grid_maker {
    std::vector<edge> across, down;
    std::vector<float> xs{}, ys{};

    /// How much of [from, to] along a line at `at` is drawn.
    static bool drawn(const std::vector<edge>& lines, float at, float from, float to) {
        float covered = 0;
        for (const auto& e : lines)
            if (std::abs(e.at - at) <= touch) covered = std::max(covered, std::min(e.to, to) - std::max(e.from, from));
        return covered >= 0.6f * (to - from);
    }

    void find_edges() {
        std::vector<float> x, y;
        for (const auto& e : down) x.push_back(e.at);
        for (const auto& e : across) y.push_back(e.at);
        xs = clustered(x);
        ys = clustered(y);
        // Tables without lines at their sides: the long lines say where they end.
        float left = xs.front(), right = xs.back();
        for (const auto& e : across) {
            left = std::min(left, e.from);
            right = std::max(right, e.to);
        }
        if (xs.front() - left > 2 * touch) xs.insert(xs.begin(), left);
        if (right - xs.back() > 2 * touch) xs.push_back(right);
        float top = ys.front(), bottom = ys.back();
        for (const auto& e : down) {
            top = std::min(top, e.from);
            bottom = std::max(bottom, e.to);
        }
        if (ys.front() - top > 2 * touch) ys.insert(ys.begin(), top);
        if (bottom - ys.back() > 2 * touch) ys.push_back(bottom);
    }

    page_grid make() {
        find_edges();
        page_grid g;
        const std::size_t columns = xs.size() - 1, rows = ys.size() - 1;
        if (xs.size() < 2 || ys.size() < 2) return g;
        g.box = {xs.front(), ys.front(), xs.back(), ys.back()};
        g.edges = xs;
        g.rows = static_cast<std::uint32_t>(rows);
        sets cells(rows * columns);
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < columns; ++c) {
                if (c + 1 < columns && !drawn(down, xs[c + 1], ys[r], ys[r + 1])) cells.unite(r * columns + c, r * columns + c + 1);
                if (r + 1 < rows && !drawn(across, ys[r + 1], xs[c], xs[c + 1])) cells.unite(r * columns + c, (r + 1) * columns + c);
            }
        std::map<std::size_t, page_cell> by_root;
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < columns; ++c) {
                const auto [found, first] = by_root.try_emplace(cells.find(r * columns + c));
                auto& cell = found->second;
                if (first) {
                    cell.row = static_cast<std::uint32_t>(r);
                    cell.column = static_cast<std::uint32_t>(c);
                    cell.box = {xs[c], ys[r], xs[c + 1], ys[r + 1]};
                    continue;
                }
                const auto first_column = std::min(cell.column, static_cast<std::uint32_t>(c));
                cell.column_span = std::max(cell.column + cell.column_span, static_cast<std::uint32_t>(c + 1)) - first_column;
                cell.column = first_column;
                cell.row_span = std::max(cell.row_span, static_cast<std::uint32_t>(r) - cell.row + 1);
                cell.box.widen_to({xs[c], ys[r], xs[c + 1], ys[r + 1]});
            }
        for (auto& [root, cell] : by_root) g.cells.push_back(cell);
        std::sort(g.cells.begin(), g.cells.end(), [](const page_cell& a, const page_cell& b) { return std::pair(a.row, a.column) < std::pair(b.row, b.column); });
        return g;
    }
};

std::vector<edge> edges_of(const page& p, bool across) {
    std::vector<edge> out;
    for (const auto& r : p.rules)
        if (r.across == across) out.push_back(across ? edge{r.box.middle(), r.box.left, r.box.right} : edge{r.box.centre(), r.box.top, r.box.bottom});
    return joined(std::move(out));
}

}  // namespace

std::vector<page_grid> grids_of(const page& p) {
    if (p.rules.size() > most_rules) return {};
    const auto across = edges_of(p, true), down = edges_of(p, false);
    if (across.size() * down.size() > 4'000'000) return {};
    sets parts(across.size() + down.size());
    for (std::size_t a = 0; a < across.size(); ++a)
        for (std::size_t d = 0; d < down.size(); ++d)
            if (down[d].at >= across[a].from - touch && down[d].at <= across[a].to + touch && across[a].at >= down[d].from - touch && across[a].at <= down[d].to + touch)
                parts.unite(a, across.size() + d);
    std::map<std::size_t, grid_maker> makers;
    for (std::size_t a = 0; a < across.size(); ++a) makers[parts.find(a)].across.push_back(across[a]);
    for (std::size_t d = 0; d < down.size(); ++d) makers[parts.find(across.size() + d)].down.push_back(down[d]);
    std::vector<page_grid> out;
    for (auto& [root, m] : makers) {
        if (m.across.empty() || m.down.empty() || m.across.size() + m.down.size() < 3) continue;
        auto g = m.make();
        if (g.cells.size() > 1) out.push_back(std::move(g));
    }
    std::sort(out.begin(), out.end(), [](const page_grid& a, const page_grid& b) { return a.box.top < b.box.top; });
    return out;
}

}  // namespace minutes
