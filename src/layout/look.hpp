// SPDX-License-Identifier: Apache-2.0
// How a block looks: what its format says of it.
#pragma once

#include "joined_text.hpp"
#include "layout.hpp"

namespace minutes {

/// Where the run of bold words at the head of `text` ends; its beginning when there is none.
[[nodiscard]] std::uint32_t bold_run_end(const document& d, span text);

/// "• Cake stall": whether a paragraph opens with a mark of a list, typed into its text.
[[nodiscard]] bool opens_with_list_mark(std::string_view paragraph);

[[nodiscard]] look look_of(const document& d, const document_block& b);

}  // namespace minutes
