// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "commands.hpp"
#include "diagnostic_text.hpp"
#include "inputs.hpp"
#include "meeting_view.hpp"

namespace cli {

namespace {

void tell_why(const minutes::parse_result& r, console& c) {
    for (const auto& d : r.diagnostics)
        if (d.severity == minutes::severity::error) c.tell(diagnostic_line(r, d, c.err()));
}

}  // namespace

status show(const options& o, console& c) {
    const input_list inputs = find_inputs(o.inputs, c);
    status worst = inputs.status;
    bool first = true;
    for (const std::string& input : inputs.paths) {
        const auto [r, stale] = read_input(input, o);
        tell_stale(stale, o, c);
        worst = worse(worst, status_of(r, c));
        if (!r.readable) {
            tell_why(r, c);
            continue;
        }
        if (!first) c.put("\n");
        first = false;
        c.put(view_of(r, o.only, c.out()));
    }
    return worst;
}

}  // namespace cli
