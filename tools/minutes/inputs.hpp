// SPDX-License-Identifier: Apache-2.0
// From the names on the command line to documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minutes/parse.hpp>

#include "console.hpp"
#include "options.hpp"
#include "status.hpp"

namespace cli {

inline constexpr std::string_view standard_input = "-";

struct input_list {
    std::vector<std::string> paths;  ///< files, or "-"; each once, in the order given, a folder's sorted
    bool one = false;                ///< a single file was named, not a folder
    cli::status status = cli::status::done;  ///< unreadable when a folder could not be listed or holds no minutes
};

/// Folders become the files below them whose ending a reader knows; symbolic links in them and hidden
/// files are left, and what is left because of its ending is told.
input_list find_inputs(const std::vector<std::string>& named, console& c);

std::string read_standard_input();

/// Reads one input; standard input to its end.
minutes::parse_result read_input(const std::string& path, minutes::parse_options reading);

/// The same as the command line asks for it: put right by --corrections, without exempt business where it says --public.
struct input_reading {
    minutes::parse_result document;
    std::vector<minutes::diagnostic> stale;  ///< entries of the file of corrections that no longer fit it
};
input_reading read_input(const std::string& path, const options& o);

/// "corrections.toml:3:1: warning: …": entries that no longer fit.
void tell_stale(const std::vector<minutes::diagnostic>& stale, const options& o, console& c);

}  // namespace cli
