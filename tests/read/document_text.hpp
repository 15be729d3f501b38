// SPDX-License-Identifier: Apache-2.0
// A document as lines that a clerk can read: one a block, what the format says of it before a bar.
//
//   h1            | Harbour Board
//   li2 #4.1      | 4.1 Fees
//   t1 r2 c1      | The gate is to be painted.
//   t1 r2 c2x2    | OB
#pragma once

#include <string>

#include "document.hpp"

namespace minutes::test {

[[nodiscard]] std::string document_text(const document& d);

}  // namespace minutes::test
