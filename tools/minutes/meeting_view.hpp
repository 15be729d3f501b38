// SPDX-License-Identifier: Apache-2.0
// A meeting for eyes, in a terminal.
#pragma once

#include <string>
#include <string_view>

#include <minutes/parse.hpp>

#include "console.hpp"

namespace cli {

/// All meetings of a document.  `only` is one part (people, actions, decisions, declarations, outline), or empty for the whole.
std::string view_of(const minutes::parse_result& r, std::string_view only, const screen& s);

}  // namespace cli
