// SPDX-License-Identifier: Apache-2.0
// What stands around a task's parts: blanks, dashes, the stars of bold type; arrows and pictures that point to it.
#pragma once

#include <cstddef>
#include <string_view>

namespace minutes {

/// Blanks and marks that part a task's owner, text and date; no letters, figures or brackets.
[[nodiscard]] bool is_gap(char c);

/// The first byte from i on that is no gap, dash, arrow or picture.
[[nodiscard]] std::size_t skip_gap(std::string_view text, std::size_t i);

/// The end of bytes [from, to) without blanks, bars, stars and dashes at their end.
[[nodiscard]] std::size_t trim_gap(std::string_view text, std::size_t from, std::size_t to);

/// Bytes of an arrow or a picture with which a text opens, and the blanks behind it: "→ ", "--> ", "👷 "; 0 when there is none.
[[nodiscard]] std::size_t pointer_at(std::string_view text);

}  // namespace minutes
