// SPDX-License-Identifier: Apache-2.0
// The command line, read once into plain values.  CLI11 is known to options.cpp only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minutes/corrections.hpp>
#include <minutes/parse.hpp>
#include <minutes/write.hpp>

#include "console.hpp"
#include "status.hpp"

namespace cli {

enum class command { none, convert, register_, check, show, trace, score, explain, import, read_for_import, search, site };

/// How `check` says what it found.
enum class check_format { text, json, sarif };

/// How `import` says what became of each document, on standard output.
enum class import_report { none, json, csv };

struct options {
    cli::command command = cli::command::none;
    std::vector<std::string> inputs;  ///< files, folders, "-"
    minutes::parse_options reading;   ///< -f, --date-order, --style, --language

    minutes::corrections corrections;  ///< --corrections: applied to each document that is read
    std::string corrections_file;      ///< its path; empty when not given

    std::string output;  ///< convert: -o; empty when not given
    std::string format;  ///< convert: -t; empty when not given
    bool quiet = false;
    std::size_t jobs = 1;  ///< convert: inputs read at the same time
    bool only_public = false;  ///< --public: exempt business is left out
    minutes::write_options writing;  ///< convert, register: --as-at, --profile, --columns, --force

    bool coverage = false;  ///< check
    check_format report = check_format::text;
    minutes::severity fail_on = minutes::severity::error;

    std::string update;    ///< register: the workbook that people have worked in; empty when not given
    std::string gold;      ///< score: the folder of corrected readings
    bool verbose = false;  ///< score: each miss with its place

    std::string archive;   ///< import, register, search: the database; empty when not given
    bool retry = false;    ///< import: documents that were refused or failed are read again
    import_report per_document = import_report::none;
    std::size_t document_seconds = 300;                      ///< import: for one document
    std::size_t document_memory = std::size_t{2} << 30;      ///< import: for one document, in bytes
    std::vector<std::string> arguments;                      ///< as they were given, the command first
    std::string style_bytes, corrections_bytes;              ///< what the files of --style and --corrections hold

    std::string site_title = "Minutes";  ///< site
    std::string site;                ///< register: the folder of a site that references lead to

    std::string query;               ///< search
    std::size_t most = 20;           ///< search: hits to show
    std::optional<minutes::date> until;  ///< search
    bool as_json = false;            ///< search

    std::string only;  ///< show: people, actions, decisions, declarations, outline; empty for all
    std::string code;  ///< explain; empty for a list

    /// -t list, -f list: the formats are asked for, and nothing else.
    [[nodiscard]] bool asks_for_formats() const { return format == "list" || reading.format == "list"; }
};

/// Options to act on, or the status to leave with when nothing remains to be done:
/// help was shown, or a mistake was told.
struct request {
    cli::options options;
    std::optional<status> left_with;
};

request read_options(int argc, char* argv[], console& c);

/// A mistake in the command line: says it, and where to read on (`command` may be empty).
status usage_error(console& c, std::string_view command, std::string_view message);

}  // namespace cli
