// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <fmt/format.h>

#include <minutes/write.hpp>

#include "commands.hpp"
#include "diagnostic_text.hpp"
#include "in_order.hpp"
#include "inputs.hpp"
#include "outputs.hpp"
#include "text.hpp"

namespace cli {

namespace {

namespace fs = std::filesystem;

std::string summary_of(const minutes::parse_result& r) {
    std::size_t actions = 0, decisions = 0;
    const auto add = [&](const minutes::meeting& m) { actions += m.actions.size(), decisions += m.decisions.size(); };
    add(r.meeting);
    for (const auto& m : r.more) add(m);
    return counted(actions, "action") + ", " + counted(decisions, "decision");
}

class converter {
public:
    converter(const options& o, const input_list& inputs, const output_plan& plan, console& c)
        : options_(o), inputs_(inputs), plan_(plan), names_(plan), console_(c) {}

    status convert_all() {
        if (plan_.target == target::folder && !make_folder()) return status::unwritable;
        status worst = inputs_.status;
        const auto read = [&](const std::string& input) { return read_input(input, options_); };
        in_order(inputs_.paths, options_.jobs, read, [&](const std::string& input, const input_reading& r) {
            tell_stale(r.stale, options_, console_);
            worst = worse(worst, put_out(input, r.document));
        });
        return worst;
    }

private:
    bool make_folder() {
        std::error_code error;
        fs::create_directories(plan_.path, error);
        if (error) tell_failure("cannot make the folder " + plan_.path.string() + ": " + error.message());
        return !error;
    }

    status put_out(const std::string& input, const minutes::parse_result& r) {
        tell_findings(r, options_.quiet, console_);
        const status read = status_of(r, console_);
        if (plan_.target != target::standard_output) return r.readable ? worse(read, write(r, names_.path_for(input))) : read;
        // A program that asked for JSON gets an object for each input; this one holds the error.
        if (r.readable || options_.format == "json") console_.put(minutes::write(r, plan_.format->name, options_.writing));
        return read;
    }

    status write(const minutes::parse_result& r, const fs::path& path) {
        if (input_files_.has(path)) return tell_failure("cannot write " + path.string() + ": it is an input");
        if (const auto written = minutes::write_file(r, plan_.format->name, path, options_.writing); !written) return tell_failure(written.message + advice_on(path, *plan_.format, options_));
        if (console_.err().terminal && !options_.quiet)
            console_.tell(fmt::format("wrote {}: {}\n", visible(path.string()), summary_of(r)));
        return status::done;
    }

    status tell_failure(const std::string& message) { return tell_unwritable(message, console_); }

    const options& options_;
    const input_list& inputs_;
    const file_set input_files_{inputs_.paths};
    const output_plan& plan_;
    output_names names_;
    console& console_;
};

}  // namespace

status convert(const options& o, console& c) {
    const input_list inputs = find_inputs(o.inputs, c);
    const auto plan = plan_outputs(o, inputs);
    if (const auto* mistake = std::get_if<std::string>(&plan)) return usage_error(c, "convert", *mistake);
    return converter(o, inputs, std::get<output_plan>(plan), c).convert_all();
}

}  // namespace cli
