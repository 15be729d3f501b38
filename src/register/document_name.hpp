// SPDX-License-Identifier: Apache-2.0
// What a document is called where many read it: its file's name, since folders are their owner's affair.
#pragma once

#include <string>

#include <minutes/meeting.hpp>

namespace minutes {

[[nodiscard]] inline std::string document_name(const meeting& m) { return m.source.name.substr(m.source.name.find_last_of("/\\") + 1); }

}  // namespace minutes
