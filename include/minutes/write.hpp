// SPDX-License-Identifier: Apache-2.0
// From a meeting to bytes.  All writers stand in one registry, `output_formats()`.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/corrections.hpp>
#include <minutes/export.hpp>
#include <minutes/parse.hpp>

namespace minutes {

struct kept_register;

/// What became of a file to be written: nothing but whole files appear under `path`.
struct write_result {
    bool ok = true;
    std::string message{};  ///< why not
    std::vector<diagnostic> findings{};  ///< of an update: what people typed against what minutes say now
    explicit operator bool() const { return ok; }
};

/// For whom a register is made.
enum class register_profile {
    working,  ///< for those who keep it: all columns and sheets, filters, lists, what to check
    publish,  ///< for a website: plain tables that screen readers read well, nothing of our doubts, no exempt business
    minimal   ///< actions alone: reference, raised, action, owner, due date, status, latest update
};

/// Which rows a register of actions has; what is empty asks for nothing.
struct register_filter {
    std::string body;                             ///< words of the body's name, or of the title where none is named
    std::string owner;                            ///< words of an owner's name, or what the minutes have in its place: initials, a role
    std::vector<action_status> statuses{};        ///< any of these
    bool overdue = false;                         ///< waiting for somebody beyond its due date, on the as-at day
    std::optional<date> since{};                  ///< raised, or spoken of again, at a meeting of this day or later
};

struct write_options {
    bool replace = false;         ///< let a workbook replace one that exists; text outputs always do
    std::optional<date> as_at;    ///< registers: what is overdue is so on this day; else on that of the latest meeting whose day does not stand alone (`lone-date`)
    register_profile profile = register_profile::working;
    std::vector<std::string> columns{};  ///< of the register of actions, by name, in order; else the profile's
    register_filter rows{};       ///< registers of many meetings: which rows
    bool merge = false;           ///< registers: what several meetings say of one action is one row
    minutes::corrections corrections{};  ///< registers of several meetings: which records are one action, as people said
    std::shared_ptr<const kept_register> update{};  ///< workbooks: what people typed into this one is carried over (`load_register`)
    std::function<std::string(const source&)> page_of{};  ///< registers: the way to a document's page from where the output will lie; else it is taken to lie beside it
    std::filesystem::path folder{};      ///< where the output will lie: links lead from there; `write_file` knows it
};

/// The meeting without what registers do not show: many are held at once.  Blocks and the names of leaves go; what is counted of the
/// text stays as it is.
[[nodiscard]] MINUTES_EXPORT meeting for_register(const meeting& m);

/// The columns that a register of actions may have, in the order of the working profile.
[[nodiscard]] MINUTES_EXPORT const std::vector<std::string_view>& register_columns();

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
[[nodiscard]] MINUTES_EXPORT std::string write(const parse_result& document, std::string_view format, const write_options& options = {});

/// Writes atomically: the file appears whole or not at all.
[[nodiscard]] MINUTES_EXPORT write_result write_file(const parse_result& document, std::string_view format,
                                      const std::filesystem::path& path, const write_options& options = {});

[[nodiscard]] MINUTES_EXPORT std::string write_json(const meeting& m);
[[nodiscard]] MINUTES_EXPORT std::string write_xml(const meeting& m);
[[nodiscard]] MINUTES_EXPORT std::string write_html(const meeting& m);
[[nodiscard]] MINUTES_EXPORT std::string write_csv(const meeting& m);
[[nodiscard]] MINUTES_EXPORT write_result write_xlsx(const meeting& m, const std::filesystem::path& path, const write_options& options = {});

}  // namespace minutes
