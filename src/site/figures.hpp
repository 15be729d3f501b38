// SPDX-License-Identifier: Apache-2.0
// Threads and meetings → the figures of the overview: what was open and when, how long things took, who came, what was decided.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "chart.hpp"
#include "site_facts.hpp"

namespace minutes {

struct figures_over_time {
    std::vector<std::string> labels;  ///< "Mar 2014", "2014"
    std::vector<chart_line> lines;
};

/// Actions that waited for somebody, and those beyond their due date, at the ends of months, quarters or years.
[[nodiscard]] figures_over_time open_and_overdue(const site_facts& facts);

/// Closed actions by the time from the meeting that raised them to the one that says they are done.
[[nodiscard]] std::vector<std::pair<std::string, double>> times_to_closure(const site_facts& facts);

/// People present, and apologies, a meeting, year by year; meetings whose minutes name nobody present are not counted.
[[nodiscard]] figures_over_time attendance_by_year(const site_facts& facts);

/// Decisions of each body that took any, most first.
[[nodiscard]] std::vector<std::pair<std::string, double>> decisions_by_body(const site_facts& facts);

}  // namespace minutes
