// SPDX-License-Identifier: Apache-2.0
// From bytes to a meeting.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/export.hpp>
#include <minutes/meeting.hpp>
#include <minutes/style.hpp>

namespace minutes {

/// Which of 3/04/14's numbers is the day.
enum class date_order { day_month_year, month_day_year, year_month_day };

/// Which state of a document with tracked changes is read.
enum class tracked_changes { accepted, original };

/// Whether pictures of pages go through character recognition.
enum class recognition { automatic, never, force };

/// How much a reader takes on before it stops with a diagnostic.  Sizes in bytes.
struct reading_limits {
    std::size_t file = std::size_t{1} << 30;             ///< of the file itself
    std::size_t inflated = std::size_t{512} << 20;       ///< of all parts of a package together, counted while inflating
    std::size_t ratio = 100;                             ///< inflated to packed, for one part beyond its first megabyte
    std::size_t text = 8;                                ///< a package's or PDF's words to its own size, beyond their first megabyte
    std::size_t entries = 4096;                          ///< parts of a package
    std::size_t depth = 512;                             ///< nested elements
    std::size_t cells = 1'000'000;                       ///< cells of all tables together
    std::size_t pages = 5000;
    std::size_t seconds = 60;                            ///< of one helper program
    std::size_t memory = std::size_t{2} << 30;           ///< of one helper program
    std::size_t output = std::size_t{256} << 20;         ///< of one helper program
};

/// The user's choices for reading a file.
struct reading {
    tracked_changes changes = tracked_changes::accepted;
    recognition ocr = recognition::automatic;
    std::string encoding;                                ///< of plain text; empty: told from the bytes
    std::string programs = "/usr/local/bin:/usr/bin:/bin";  ///< folders of helper programs (pdftotext, tesseract, soffice), parted by colons
    reading_limits limits;
};

struct parse_options {
    std::string name;                 ///< what diagnostics and outputs call the input; a path by default
    std::string format;               ///< a reader's name; empty: told from the content
    minutes::reading reading;         ///< tracked changes, character recognition, limits
    bool first_fit = false;           ///< take the first rule that fits instead of weighing, to measure what weighing gives
    house_style style;                ///< words of the body beside those that the program knows
    std::vector<std::string> languages;  ///< codes of `languages()`; empty: the style's, else those that the text is in
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
[[nodiscard]] MINUTES_EXPORT parse_result parse(std::string_view bytes, const parse_options& options = {});

/// Reads a file.  A file that cannot be opened gives `readable == false` and the error `cannot-open`.
[[nodiscard]] MINUTES_EXPORT parse_result parse_file(const std::filesystem::path& path, parse_options options = {});

/// A reader, for help texts.
struct input_format {
    std::string_view name;
    std::string_view extensions;  ///< separated by blanks, without dots
    std::string_view description;
    bool in_folders = true;       ///< whether a folder's files with these extensions are taken for minutes
};

[[nodiscard]] MINUTES_EXPORT const std::vector<input_format>& input_formats();

}  // namespace minutes
