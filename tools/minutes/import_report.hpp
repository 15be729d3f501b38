// SPDX-License-Identifier: Apache-2.0
// What became of an import's documents: each, and in all.
#pragma once

#include <string>
#include <vector>

#include "options.hpp"

namespace cli {

struct import_counts {
    std::size_t found = 0, imported = 0, unchanged = 0, refused = 0, failed = 0;

    /// Those that an import which stopped early did not come to.
    [[nodiscard]] std::size_t left() const { return found - imported - unchanged - refused - failed; }
};

struct import_line {
    std::string name;
    std::string outcome;  ///< imported, unchanged, refused, failed
    std::string reason;
    std::size_t meetings = 0, actions = 0, decisions = 0, findings = 0;  ///< of what was imported now
};

/// "5 documents found: 3 imported, 1 unchanged, 1 refused, 0 failed"
std::string summary_of(const import_counts& n);

std::string report_of(const import_counts& n, const std::vector<import_line>& lines, import_report format);

}  // namespace cli
