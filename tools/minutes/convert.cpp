// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <set>
#include <utility>

#include <sys/stat.h>

#include <fmt/format.h>

#include <minutes/write.hpp>

#include "commands.hpp"
#include "diagnostic_text.hpp"
#include "inputs.hpp"
#include "outputs.hpp"
#include "text.hpp"

namespace cli {

namespace {

namespace fs = std::filesystem;

/// Errors and warnings, a line each; of an input that cannot be read even when quiet.
void tell_findings(const minutes::parse_result& r, const options& o, console& c) {
    if (o.quiet && r.readable) return;
    for (const auto& d : r.diagnostics)
        if (d.severity != minutes::severity::note) c.tell(diagnostic_line(r, d, c.err()));
}

std::string summary_of(const minutes::parse_result& r) {
    std::size_t actions = 0, decisions = 0;
    const auto add = [&](const minutes::meeting& m) { actions += m.actions.size(), decisions += m.decisions.size(); };
    add(r.meeting);
    for (const auto& m : r.more) add(m);
    return counted(actions, "action") + ", " + counted(decisions, "decision");
}

/// Files by what they are rather than by their names: device and number.
class file_set {
public:
    explicit file_set(const std::vector<std::string>& paths) {
        for (const std::string& path : paths)
            if (struct stat s {}; ::stat(path.c_str(), &s) == 0) files_.emplace(s.st_dev, s.st_ino);
    }

    [[nodiscard]] bool has(const fs::path& path) const {
        struct stat s {};
        return ::stat(path.c_str(), &s) == 0 && files_.contains({s.st_dev, s.st_ino});
    }

private:
    std::set<std::pair<dev_t, ino_t>> files_;
};

class converter {
public:
    converter(const options& o, const input_list& inputs, const output_plan& plan, console& c)
        : options_(o), inputs_(inputs), plan_(plan), names_(plan), console_(c) {}

    status convert_all() {
        if (plan_.target == target::folder && !make_folder()) return status::unwritable;
        status worst = inputs_.status;
        for (const std::string& input : inputs_.paths) worst = worse(worst, convert_one(input));
        return worst;
    }

private:
    bool make_folder() {
        std::error_code error;
        fs::create_directories(plan_.path, error);
        if (error) tell_failure("cannot make the folder " + plan_.path.string() + ": " + error.message());
        return !error;
    }

    status convert_one(const std::string& input) {
        const minutes::parse_result r = read_input(input, options_);
        tell_findings(r, options_, console_);
        const status read = status_of(r, console_);
        if (plan_.target != target::standard_output) return r.readable ? worse(read, write(r, names_.path_for(input))) : read;
        // A program that asked for JSON gets an object for each input; this one holds the error.
        if (r.readable || options_.format == "json") console_.put(minutes::write(r, plan_.format->name));
        return read;
    }

    status write(const minutes::parse_result& r, const fs::path& path) {
        if (input_files_.has(path)) return tell_failure("cannot write " + path.string() + ": it is an input");
        minutes::write_options how;
        how.replace = options_.force;
        if (const auto written = minutes::write_file(r, plan_.format->name, path, how); !written) return tell_failure(written.message + advice(path));
        if (console_.err().terminal && !options_.quiet)
            console_.tell(fmt::format("wrote {}: {}\n", visible(path.string()), summary_of(r)));
        return status::done;
    }

    std::string advice(const fs::path& path) const {
        std::error_code none;
        const bool kept = !plan_.format->text && !options_.force && fs::is_regular_file(path, none);
        return kept ? " (--force replaces it)" : "";
    }

    status tell_failure(const std::string& message) {
        console_.tell(fmt::format("minutes: {}: {}\n", paint(console_.err(), style::red, "error"), visible(message)));
        return status::unwritable;
    }

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
