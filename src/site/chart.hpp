// SPDX-License-Identifier: Apache-2.0
// Figures → plots, drawn as SVG, each with a table of the same figures behind it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html_node.hpp"

namespace minutes {

/// A line of a plot: a value for each of its points.
struct chart_line {
    std::string name;
    std::vector<double> values;
};

struct chart {
    std::string id;       ///< of the figure on its page
    std::string title;
    std::string remark;   ///< what is counted, and how
    std::string points;   ///< what a point is: "Day", "Year"
    int decimals = 0;
};

/// Values over time; `labels` name the points.
void draw_lines(xml_node parent, const chart& c, const std::vector<std::string>& labels, const std::vector<chart_line>& lines);

/// Counts of kinds, as bars that lie.
void draw_bars(xml_node parent, const chart& c, std::string_view counted, const std::vector<std::pair<std::string, double>>& bars);

}  // namespace minutes
