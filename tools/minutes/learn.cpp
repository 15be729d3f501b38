// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <minutes/learn.hpp>

#include "commands.hpp"
#include "diagnostic_text.hpp"
#include "in_order.hpp"
#include "inputs.hpp"
#include "outputs.hpp"

namespace cli {

namespace {

minutes::learnt_document learn_from(const std::string& input, const options& o) {
    if (input != standard_input) return minutes::learn_style_from_file(input, o.reading);
    auto reading = o.reading;
    reading.name = "<stdin>";
    return minutes::learn_style(read_standard_input(), reading);
}

status write_style(const std::string& style, const options& o, const input_list& inputs, console& c) {
    if (o.output.empty() || o.output == "-") {
        c.put(style);
        return status::done;
    }
    if (file_set(inputs.paths).has(o.output)) return tell_unwritable("cannot write " + o.output + ": it is an input", c);
    const auto written = minutes::write_style(o.output, style);
    return written ? status::done : tell_unwritable(written.message, c);
}

}  // namespace

status learn_style(const options& o, console& c) {
    const input_list inputs = find_inputs(o.inputs, c);
    std::vector<minutes::style_evidence> all;
    std::size_t documents = 0;
    status worst = inputs.status;
    const auto read = [&](const std::string& input) { return learn_from(input, o); };
    in_order(inputs.paths, o.jobs, read, [&](const std::string&, const minutes::learnt_document& r) {
        if (!r.document.readable) tell_findings(r.document, true, c);
        worst = worse(worst, status_of(r.document, c));
        documents += r.document.readable ? 1 : 0;
        all.insert(all.end(), r.evidence.begin(), r.evidence.end());
    });
    return documents == 0 ? worst : worse(worst, write_style(minutes::propose_style(std::move(all), documents), o, inputs, c));
}

}  // namespace cli
