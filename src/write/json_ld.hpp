// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → JSON-LD in the words of schema.org, for those who index pages.
#pragma once

#include <string>

#include "writers.hpp"

namespace minutes {

/// An Event for each meeting with the minutes as its record.  Names nobody: who publishes
/// minutes decides that.  Safe inside a script element.
[[nodiscard]] std::string json_ld_of(const meeting_list& meetings);

}  // namespace minutes
