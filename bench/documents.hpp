// SPDX-License-Identifier: Apache-2.0
// Minutes of any size, by an invented body: the same text each time.
#pragma once

#include <cstddef>
#include <string>

namespace bench {

/// A table of items, actions, owners and dates, of about `bytes` bytes.
std::string table_minutes(std::size_t bytes);

/// Numbered items with paragraphs, action lines and decisions, of about `bytes` bytes.
std::string narrative_minutes(std::size_t bytes);

}  // namespace bench
