// SPDX-License-Identifier: Apache-2.0
// Stage: a meeting → rows of the archive's tables.
#pragma once

#include "archive_database.hpp"

namespace minutes {

/// Adds the meeting `number` of a reading, with all that it holds.
void add_meeting(archive_database& db, std::int64_t reading, std::int64_t number, const meeting& m);

/// Takes the rows of a reading's meetings out; the meetings themselves, with their content, stay as history.
void retire_meetings(archive_database& db, std::int64_t reading);

}  // namespace minutes
