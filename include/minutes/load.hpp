// SPDX-License-Identifier: Apache-2.0
// From our own files back to meetings: what `write_json` and `write_xml` wrote gives an equal meeting,
// canonical text one of the same content.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include <minutes/export.hpp>
#include <minutes/parse.hpp>

namespace minutes {

struct kept_register;

/// Whether the bytes are JSON (schema minutes/meeting/1), XML (namespace urn:minutes:meeting:1) or
/// canonical text (first line minutes/text/1) as this library writes them, or say that they are.
[[nodiscard]] MINUTES_EXPORT bool is_own_format(std::string_view bytes);

/// Reads a file of our own back: `load(write_xml(m)).meeting == m`, its source's name and diagnostics included.
/// Any bytes give a result.  What is not such a file, is cut short or contradicts itself (a span outside the
/// text, words that are not the text's) gives `readable == false` and the error `invalid-meeting`.
[[nodiscard]] MINUTES_EXPORT parse_result load(std::string_view bytes);

/// A file that cannot be opened gives `readable == false` and the error `cannot-open`.
[[nodiscard]] MINUTES_EXPORT parse_result load_file(const std::filesystem::path& path);

/// A register in which people have worked, to be brought up to date (`write_options::update`).
struct register_reading {
    bool readable = true;
    std::shared_ptr<const kept_register> content{};  ///< null when not readable
    std::vector<diagnostic> diagnostics{};           ///< why not; or what of the workbook the new one will not have
};

/// Reads a workbook that `register` wrote, whoever has saved it since.  What is no such workbook gives
/// `readable == false` and the error `invalid-register`, a file that cannot be opened `cannot-open`.
[[nodiscard]] MINUTES_EXPORT register_reading load_register(const std::filesystem::path& path);

}  // namespace minutes
