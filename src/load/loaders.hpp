// SPDX-License-Identifier: Apache-2.0
// Stage: our own files → meetings.  Each loader takes the bytes of one format.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

#include "plain_values.hpp"

namespace minutes {

/// The meetings of the file, the first one first; never empty.
/// @throws load_error when it is no such file
[[nodiscard]] std::vector<meeting> load_json(std::string_view bytes);
[[nodiscard]] std::vector<meeting> load_xml(std::string_view bytes);
[[nodiscard]] std::vector<meeting> load_text(std::string_view bytes);

/// The text with the starts of its lines.
[[nodiscard]] std::shared_ptr<source_text> source_of(std::string text);

/// Checks what the rest of the library relies on: a text that is UTF-8, spans inside it and between characters,
/// leaves in order, ids that are there.
/// @throws load_error naming the first fault
void check_meeting(const meeting& m);

/// @throws load_error unless `words` are those of the text at `where`
void check_words(const meeting& m, const spans& where, std::string_view words);

}  // namespace minutes
