// SPDX-License-Identifier: Apache-2.0
// From a meeting to bytes.  All writers stand in one registry, `output_formats()`.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/export.hpp>
#include <minutes/parse.hpp>

namespace minutes {

/// What became of a file to be written: nothing but whole files appear under `path`.
struct write_result {
    bool ok = true;
    std::string message;  ///< why not
    explicit operator bool() const { return ok; }
};

struct write_options {
    bool replace = false;  ///< let a workbook replace one that exists; text outputs always do
};

/// A writer, for help texts and for choosing one by name or file extension.
struct output_format {
    std::string_view name;         ///< "json"
    std::string_view extension;    ///< without dot
    std::string_view description;
    bool text = true;              ///< may go to a terminal or pipe; a workbook may not
};

[[nodiscard]] MINUTES_EXPORT const std::vector<output_format>& output_formats();

/// The format with this name, or null.
[[nodiscard]] MINUTES_EXPORT const output_format* find_output_format(std::string_view name);

/// The bytes of the document in a format of the registry (an XLSX workbook too).
/// The same result gives the same bytes.
/// @pre `format` is the name of a registered format.
[[nodiscard]] MINUTES_EXPORT std::string write(const parse_result& document, std::string_view format);

/// Writes atomically: the file appears whole or not at all.
[[nodiscard]] MINUTES_EXPORT write_result write_file(const parse_result& document, std::string_view format,
                                      const std::filesystem::path& path, const write_options& options = {});

[[nodiscard]] MINUTES_EXPORT std::string write_json(const meeting& m);
[[nodiscard]] MINUTES_EXPORT std::string write_xml(const meeting& m);
[[nodiscard]] MINUTES_EXPORT std::string write_html(const meeting& m);
[[nodiscard]] MINUTES_EXPORT std::string write_csv(const meeting& m);
[[nodiscard]] MINUTES_EXPORT write_result write_xlsx(const meeting& m, const std::filesystem::path& path, const write_options& options = {});

}  // namespace minutes
