// SPDX-License-Identifier: Apache-2.0
// Strings that make spreadsheets, pages, calendars or parsers do something.
#pragma once

#include <string>
#include <vector>

#include <minutes/parse.hpp>

namespace sample {

/// Forty and more: formulas, scripts, XML, Markdown, control characters, marks that turn the writing direction.
const std::vector<std::string>& hostile();

/// The sample meeting with this string as each of its words, its file's name and each message.
minutes::parse_result meeting_of(const std::string& words);

}  // namespace sample
