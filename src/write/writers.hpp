// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → bytes.  Each writer takes the meetings of one document, the
// first one first; adding a format is one file, one line here, one in registry.cpp.
#pragma once

#include <string>
#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

/// The meetings of one document, in order; never empty.
using meeting_list = std::vector<const meeting*>;

[[nodiscard]] std::string json_of(const meeting_list&);
[[nodiscard]] std::string xml_of(const meeting_list&);
[[nodiscard]] std::string html_of(const meeting_list&);
[[nodiscard]] std::string csv_of(const meeting_list&);
[[nodiscard]] std::string csvw_of(const meeting_list&);
[[nodiscard]] std::string akn_of(const meeting_list&);
[[nodiscard]] std::string markdown_of(const meeting_list&);
[[nodiscard]] std::string text_of(const meeting_list&);
[[nodiscard]] std::string ics_of(const meeting_list&);
[[nodiscard]] std::string ics_events_of(const meeting_list&);

/// @throws std::runtime_error when the workbook cannot be made (no room for temporary files, too many rows).
[[nodiscard]] std::string xlsx_of(const meeting_list&);

}  // namespace minutes
