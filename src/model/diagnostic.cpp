// SPDX-License-Identifier: Apache-2.0
#include <minutes/diagnostic.hpp>

namespace minutes {

const std::vector<diagnostic_code>& diagnostic_codes() {
    // One file a code stands in src/model/diagnostics.
    static const std::vector<diagnostic_code> codes = {
#include "diagnostic_table.inc"
    };
    return codes;
}

std::string_view name_of(severity s) {
    switch (s) {
        case severity::note: return "note";
        case severity::warning: return "warning";
        case severity::error: return "error";
    }
    return {};
}

}  // namespace minutes
