// SPDX-License-Identifier: Apache-2.0
// How a block looks: what its format says of it.
#pragma once

#include "joined_text.hpp"
#include "layout.hpp"

namespace minutes {

[[nodiscard]] look look_of(const document& d, const document_block& b);

}  // namespace minutes
