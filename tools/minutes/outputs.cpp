// SPDX-License-Identifier: Apache-2.0
#include "outputs.hpp"

#include <algorithm>
#include <cctype>

#include <sys/stat.h>

#include <fmt/format.h>

#include "text.hpp"

namespace cli {

namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
    std::error_code none;
    return !path.has_filename() || fs::is_directory(path, none);
}

/// The format with the longest ending of the name's: "march.akn.xml" is Akoma Ntoso.
const minutes::output_format* format_of_ending(const fs::path& path) {
    std::string name = path.filename().string();
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const minutes::output_format* found = nullptr;
    for (const auto& f : minutes::output_formats())
        if (name.ends_with("." + std::string(f.extension)) && (!found || f.extension.size() > found->extension.size())) found = &f;
    return found;
}

/// -o for several inputs: a folder that is there, or a name that looks like one.
bool may_be_folder(const fs::path& path) {
    std::error_code none;
    return is_folder(path) || (!path.has_extension() && !fs::exists(path, none));
}

target target_of(const options& o, const input_list& inputs, const minutes::output_format* format) {
    if (o.output == "-") return target::standard_output;
    if (!o.output.empty()) return is_folder(o.output) || (!inputs.one && may_be_folder(o.output)) ? target::folder : target::file;
    return format->text ? target::standard_output : target::beside_input;
}

const minutes::output_format* format_of(const options& o) {
    if (!o.format.empty()) return minutes::find_output_format(o.format);
    const bool file = !o.output.empty() && o.output != "-" && !is_folder(o.output);
    if (file && fs::path(o.output).has_extension()) return format_of_ending(o.output);
    return minutes::find_output_format("json");
}

std::string mistake_in(const options& o, const input_list& inputs, const output_plan& plan) {
    const bool no_ending = plan.target == target::file && o.format.empty() && !fs::path(o.output).has_extension();
    if (!plan.format || no_ending) return fmt::format("the name '{}' does not tell the format: add -t FORMAT ('-t list' lists them)", visible(o.output));
    if (plan.target == target::file && !inputs.one) return fmt::format("several inputs, but -o '{}' is one file: give a folder", visible(o.output));
    if (plan.format->text) return {};
    if (plan.target == target::standard_output) return "a workbook does not go to standard output: give -o FILE";
    if (plan.target == target::beside_input && inputs.paths == std::vector<std::string>{std::string(standard_input)})
        return "a workbook made from standard input needs -o FILE";
    return {};
}

/// "2014/march" of "2014/march.txt"
fs::path stem_of(const std::string& input, const output_plan& plan) {
    const fs::path path = input == standard_input ? "stdin" : input;
    const fs::path folder = plan.target == target::folder ? plan.path : path.parent_path();
    return folder / path.stem();
}

}  // namespace

std::variant<output_plan, std::string> plan_outputs(const options& o, const input_list& inputs) {
    output_plan plan;
    plan.format = format_of(o);
    if (plan.format || !o.output.empty()) plan.target = target_of(o, inputs, plan.format);
    plan.path = o.output;
    if (std::string mistake = mistake_in(o, inputs, plan); !mistake.empty()) return mistake;
    return plan;
}

file_set::file_set(const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
        if (struct stat s {}; ::stat(path.c_str(), &s) == 0) files_.emplace(s.st_dev, s.st_ino);
}

bool file_set::has(const fs::path& path) const {
    struct stat s {};
    return ::stat(path.c_str(), &s) == 0 && files_.contains({s.st_dev, s.st_ino});
}

std::string advice_on(const fs::path& path, const minutes::output_format& format, const options& o) {
    std::error_code none;
    const bool kept = !format.text && !o.writing.replace && fs::is_regular_file(path, none);
    return kept ? " (--force replaces it)" : "";
}

status tell_unwritable(const std::string& message, console& c) {
    c.tell(fmt::format("minutes: {}: {}\n", paint(c.err(), style::red, "error"), visible(message)));
    return status::unwritable;
}

fs::path output_names::path_for(const std::string& input) {
    if (plan_.target == target::file) return plan_.path;
    const fs::path stem = stem_of(input, plan_);
    fs::path path;
    for (int n = 1; n == 1 || taken_.count(path); ++n) {
        path = stem;
        path += (n == 1 ? "" : fmt::format("-{}", n)) + "." + std::string(plan_.format->extension);
    }
    taken_.insert(path);
    return path;
}

}  // namespace cli
