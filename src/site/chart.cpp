// SPDX-License-Identifier: Apache-2.0
#include "chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <fmt/format.h>

#include "html_table.hpp"

namespace minutes {

namespace {

constexpr double width = 520, left = 42, right = 142, top = 14, bottom = 28, height = 250;  // as wide as a figure is shown, so that its words keep their size

std::string coordinate(double x) { return fmt::format("{:.1f}", x); }

std::string figure(double value, int decimals) { return fmt::format("{:.{}f}", value, decimals); }

/// The next of 1, 2, 5, 10, 20, 50 … from a quarter of `most` on: the step of the scale.
double step_for(double most) {
    const double quarter = std::max(most / 4, 0.25), power = std::pow(10, std::floor(std::log10(quarter)));
    for (const double times : {1.0, 2.0, 5.0, 10.0})
        if (times * power >= quarter) return times * power;
    return 10 * power;
}

void attributes(xml_node node, std::initializer_list<std::pair<const char*, std::string>> all) {
    for (const auto& [name, value] : all) set(node, name, value);
}

xml_node line(xml_node svg, double x1, double y1, double x2, double y2, const char* look) {
    xml_node node = inline_in(svg, "line");
    attributes(node, {{"x1", coordinate(x1)}, {"y1", coordinate(y1)}, {"x2", coordinate(x2)}, {"y2", coordinate(y2)}, {"class", look}});
    return node;
}

xml_node label(xml_node svg, double x, double y, const char* anchor, std::string_view text, const char* look = "label") {
    xml_node node = inline_in(svg, "text", text);
    attributes(node, {{"x", coordinate(x)}, {"y", coordinate(y)}, {"text-anchor", anchor}, {"class", look}});
    return node;
}

/// The figure with its caption, and the drawing to fill.
xml_node begin(xml_node parent, const chart& c, double tall, xml_node& figure_node) {
    figure_node = block_in(parent, "figure");
    set(figure_node, "id", c.id);
    xml_node caption = block_in(figure_node, "figcaption");
    inline_in(caption, "strong", c.title);
    add_text(caption, " " + c.remark);
    xml_node svg = block_in(figure_node, "svg");
    attributes(svg, {{"class", "chart"}, {"role", "img"}, {"aria-label", c.title + ". The figures stand in the table below."}, {"viewBox", fmt::format("0 0 {:.0f} {:.0f}", width, tall)}});
    return svg;
}

void table_behind(xml_node figure_node, const chart& c, std::size_t rows, const std::function<std::string(std::size_t)>& name, const std::vector<chart_line>& columns) {
    xml_node box = block_in(figure_node, "details");
    block_in(box, "summary", "The figures as a table");
    std::vector<page_column> all = {{c.points, "ref", [&](xml_node cell, std::size_t r) { add_text(cell, name(r)); }, true}};
    for (const chart_line& l : columns)
        all.push_back({l.name, "count", [&l, &c](xml_node cell, std::size_t r) { add_text(cell, figure(l.values[r], c.decimals)); }});
    write_table(box, c.title, rows, all, [](xml_node, std::size_t) {});
}

double most_of(const std::vector<chart_line>& lines) {
    double most = 0;
    for (const chart_line& l : lines)
        for (const double v : l.values) most = std::max(most, v);
    return most;
}

/// As much of a name as one line holds in large print; the table has the whole.
std::string shortened(const std::string& name) {
    constexpr std::size_t longest = 40;
    if (name.size() <= longest) return name;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    return name.substr(0, end) + "…";
}

/// Where the lines' names stand: at their ends, apart from each other.
std::vector<double> name_places(const std::vector<double>& ends) {
    std::vector<std::size_t> order(ends.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ends[a] != ends[b] ? ends[a] < ends[b] : a < b; });
    std::vector<double> out = ends;
    for (std::size_t k = 1; k < order.size(); ++k) out[order[k]] = std::max(out[order[k]], out[order[k - 1]] + 18);
    return out;
}

}  // namespace

void draw_lines(xml_node parent, const chart& c, const std::vector<std::string>& labels, const std::vector<chart_line>& lines) {
    xml_node figure_node, svg = begin(parent, c, height, figure_node);
    const double most = most_of(lines), step = step_for(most), full = std::max(step, std::ceil(most / step) * step);
    const std::size_t n = labels.size();
    const auto x = [&](std::size_t k) { return n < 2 ? (left + width - right) / 2 : left + (width - left - right) * static_cast<double>(k) / static_cast<double>(n - 1); };
    const auto y = [&](double v) { return height - bottom - (height - top - bottom) * v / full; };
    for (double v = 0; v <= full + step / 2; v += step) {
        line(svg, left, y(v), width - right, y(v), v == 0 ? "axis" : "grid");
        label(svg, left - 8, y(v) + 4, "end", figure(v, step < 1 ? 1 : 0));
    }
    const std::size_t between = std::max<std::size_t>(1, (n + 2) / 3);
    for (std::size_t k = 0; k < n; k += between) label(svg, x(k), height - 8, "middle", labels[k]);
    std::vector<double> ends;
    for (const chart_line& l : lines) ends.push_back(y(l.values.empty() ? 0 : l.values.back()));
    const auto places = name_places(ends);
    constexpr std::array looks = {"line first", "line second", "line third"};
    for (std::size_t s = 0; s < lines.size(); ++s) {
        std::string points;
        for (std::size_t k = 0; k < n; ++k) points += (k ? " " : "") + coordinate(x(k)) + "," + coordinate(y(lines[s].values[k]));
        xml_node drawn = inline_in(svg, "polyline");
        attributes(drawn, {{"points", points}, {"class", looks[s % looks.size()]}});
        if (n == 1) {
            xml_node dot = inline_in(svg, "circle");
            attributes(dot, {{"cx", coordinate(x(0))}, {"cy", coordinate(ends[s])}, {"r", "4"}, {"class", looks[s % looks.size()]}});
        }
        label(svg, x(n ? n - 1 : 0) + 8, places[s] + 4, "start", fmt::format("{} {}", lines[s].name, lines[s].values.empty() ? "" : figure(lines[s].values.back(), c.decimals)), "name");
    }
    table_behind(figure_node, c, n, [&](std::size_t r) { return labels[r]; }, lines);
}

void draw_bars(xml_node parent, const chart& c, std::string_view counted, const std::vector<std::pair<std::string, double>>& bars) {
    constexpr double row = 46, thick = 14, for_figures = 60;  // a name stands above its bar, where there is room for it in large print too
    const double tall = top + row * static_cast<double>(bars.size());
    xml_node figure_node, svg = begin(parent, c, tall, figure_node);
    chart_line column{std::string(counted), {}};
    for (const auto& [name, value] : bars) column.values.push_back(value);
    const double most = std::max(1.0, most_of({column}));
    for (std::size_t k = 0; k < bars.size(); ++k) {
        const double y = top + row * static_cast<double>(k), long_side = std::max(1.0, (width - for_figures) * bars[k].second / most);
        label(svg, 0, y + 8, "start", shortened(bars[k].first));
        xml_node bar = inline_in(svg, "rect");
        attributes(bar, {{"x", "0"}, {"y", coordinate(y + 14)}, {"width", coordinate(long_side)}, {"height", coordinate(thick)}, {"class", "bar"}});
        label(svg, long_side + 8, y + 14 + thick - 2, "start", figure(bars[k].second, c.decimals), "name");
    }
    table_behind(figure_node, c, bars.size(), [&](std::size_t r) { return bars[r].first; }, {column});
}

}  // namespace minutes
