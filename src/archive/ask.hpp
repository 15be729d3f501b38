// SPDX-License-Identifier: Apache-2.0
// What several questions to the archive have in common.
#pragma once

#include "archive_database.hpp"

namespace minutes {

/// The filter as SQL over `m`, the meeting table, with its three values as ?1, ?2, ?3.
inline constexpr std::string_view filter_sql = "(?1 = '' OR has_words(m.body, ?1)) AND (?2 IS NULL OR m.date >= ?2) AND (?3 IS NULL OR m.date <= ?3)";

struct filter_values {
    explicit filter_values(const meeting_filter& f);
    std::string body;
    std::optional<std::string> since, until;
};

/// The meeting that `content` holds.
/// @throws std::runtime_error  it is damaged
[[nodiscard]] meeting meeting_of(std::string_view content);

}  // namespace minutes
