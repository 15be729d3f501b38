// SPDX-License-Identifier: Apache-2.0
// How a block looks: what its format says of it.
#pragma once

#include "joined_text.hpp"
#include "layout.hpp"

namespace minutes {

/// Where the run of bold words at the head of `text` ends; its beginning when there is none.
[[nodiscard]] std::uint32_t bold_run_end(const document& d, span text);

[[nodiscard]] look look_of(const document& d, const document_block& b);

}  // namespace minutes
