// SPDX-License-Identifier: Apache-2.0
// Words of pictures, through tesseract, which is run as a process of its own.
#pragma once

#include <string_view>
#include <vector>

#include "page.hpp"
#include "subprocess.hpp"

namespace minutes {

constexpr float recognition_resolution = 300;       ///< pixels an inch; tables are lost at 150
constexpr std::uint8_t least_confidence = 70;       ///< per cent; what is less sure is reported

/// Whether the recogniser is installed.
[[nodiscard]] bool can_recognise(const process_limits& limits);

/// The pages that tesseract's table of words (its `tsv` output) describes; pixels become points at `resolution`,
/// or when that is 0 as if each page were as wide as A4.
[[nodiscard]] std::vector<page> words_of_tsv(std::string_view tsv, float resolution);

/// Recognises a picture held in memory, of any format that tesseract reads: one page, or several in a TIFF.
/// Empty when the recogniser failed.
[[nodiscard]] std::vector<page> recognise_words(std::string_view picture, float resolution, const process_limits& limits, const std::filesystem::path& folder);

/// Binds a file of pictures, of any kind that tesseract opens, as `name`.pdf in `folder`.
[[nodiscard]] bool bind_pictures(std::string_view pictures, const std::string& name, const process_limits& limits, const std::filesystem::path& folder);

}  // namespace minutes
