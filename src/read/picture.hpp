// SPDX-License-Identifier: Apache-2.0
// A page as a grey picture, and the ruling lines in it: they are what misleads character recognition most.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page.hpp"

namespace minutes {

struct picture {
    std::size_t width = 0, height = 0;  ///< in pixels
    std::string grey;                   ///< row by row, 0 black to 255 white

    /// Ink, grey ruling lines included; paper that a scan darkens is lighter.
    [[nodiscard]] bool dark(std::size_t x, std::size_t y) const { return static_cast<unsigned char>(grey[y * width + x]) < 180; }
    /// Nothing is printed on it.
    [[nodiscard]] bool blank() const;
};

/// Reads a binary PGM with 8 bits a pixel (Netpbm's format P5).
[[nodiscard]] std::optional<picture> read_pgm(std::string_view bytes);
[[nodiscard]] std::string write_pgm(const picture& p);

/// Paints long thin lines white and returns where they were, in points at `resolution` pixels an inch.
[[nodiscard]] std::vector<page_rule> erase_rules(picture& p, float resolution);

}  // namespace minutes
