// SPDX-License-Identifier: Apache-2.0
// What the program leaves with.
#pragma once

#include <algorithm>

namespace cli {

/// In order of weight: of several, the highest is the exit code.
enum class status {
    done = 0,
    findings = 1,    ///< check: something at or above --fail-on
    usage = 2,       ///< the command line makes no sense
    unreadable = 3,  ///< some inputs could not be read; the rest is done
    unwritable = 4,  ///< an output could not be written
    internal = 70,   ///< the program broke a promise of its own
    interrupted = 130  ///< import: somebody asked it to stop; what was kept by then lasts
};

inline status worse(status a, status b) { return std::max(a, b); }

}  // namespace cli
