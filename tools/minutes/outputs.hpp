// SPDX-License-Identifier: Apache-2.0
// Where `convert` puts what it makes, decided before the first input is read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <minutes/write.hpp>

#include "inputs.hpp"
#include "options.hpp"

namespace cli {

enum class target { standard_output, file, folder, beside_input };

struct output_plan {
    const minutes::output_format* format = nullptr;
    cli::target target = cli::target::standard_output;
    std::filesystem::path path;  ///< the file or the folder
};

/// The plan, or what is wrong with the command line.
std::variant<output_plan, std::string> plan_outputs(const options& o, const input_list& inputs);

/// Files by what they are rather than by their names: device and number.  An input is never written over.
class file_set {
public:
    explicit file_set(const std::vector<std::string>& paths);
    [[nodiscard]] bool has(const std::filesystem::path& path) const;

private:
    std::set<std::pair<std::uintmax_t, std::uintmax_t>> files_;
};

/// " (--force replaces it)" where that is why a workbook was not written.
std::string advice_on(const std::filesystem::path& path, const minutes::output_format& format, const options& o);

/// Says why an output could not be written.
status tell_unwritable(const std::string& message, console& c);

/// Gives each input's output its path: the input's name with the format's ending,
/// and where two would be one, "march.json", "march-2.json".
class output_names {
public:
    explicit output_names(const output_plan& plan) : plan_(plan) {}
    std::filesystem::path path_for(const std::string& input);

private:
    const output_plan& plan_;
    std::set<std::filesystem::path> taken_;
};

}  // namespace cli
