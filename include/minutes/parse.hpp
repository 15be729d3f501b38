// SPDX-License-Identifier: Apache-2.0
// From bytes to a meeting.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

/// Which of 3/04/14's numbers is the day.
enum class date_order { day_month_year, month_day_year, year_month_day };

struct parse_options {
    std::string name;                 ///< what diagnostics and outputs call the input; a path by default
    std::string format;               ///< a reader's name; empty: told from the content
    std::optional<date_order> order;  ///< empty: the document's own evidence, then the style's default
};

/// What a document holds.  `readable` is false when it could not be read at all;
/// `meeting` is then empty and `diagnostics` has an error.
struct parse_result {
    minutes::meeting meeting;
    std::vector<minutes::meeting> more;  ///< further meetings in the same file
    std::vector<diagnostic> diagnostics; ///< those of all meetings, in order
    bool readable = true;
};

/// Reads a document held in memory.  Any bytes give a result; nothing is thrown for bad input.
[[nodiscard]] parse_result parse(std::string_view bytes, const parse_options& options = {});

/// Reads a file.  A file that cannot be opened gives `readable == false` and the error `cannot-open`.
[[nodiscard]] parse_result parse_file(const std::filesystem::path& path, parse_options options = {});

/// A reader, for help texts.
struct input_format {
    std::string_view name;
    std::string_view extensions;  ///< separated by blanks, without dots
    std::string_view description;
};

[[nodiscard]] const std::vector<input_format>& input_formats();

}  // namespace minutes
