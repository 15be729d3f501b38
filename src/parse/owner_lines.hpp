// SPDX-License-Identifier: Apache-2.0
// Lines that name nothing but who has to do what stands above: the column of actions, where a table was flattened.
#pragma once

#include "parser.hpp"

namespace minutes {

/// Whether a block is an owner right below a sentence, with nothing below it that would be his.
/// `initials`: by initials that the document ties to a name, and nothing else.
[[nodiscard]] bool looks_like_owner_line(const parser& p, std::size_t block, bool initials);

/// "Ann" of "Ann to:" or "Ann to" above what she has to do; all of a text that does not end so.
[[nodiscard]] std::string_view without_to(std::string_view text, const lexicon& words);

}  // namespace minutes
