// SPDX-License-Identifier: Apache-2.0
// How far what closes a meeting reaches: the items that it covers, the text that goes on in its own.
#pragma once

#include "session_turns.hpp"

namespace minutes {

/// What a heading names, in folded words: without its number, and without a mark that it is exempt: "lease of the mill" of
/// "3. Lease of the mill (exempt)".
[[nodiscard]] std::string topic_of(std::string_view heading, const lexicon& words);

/// The items that an exclusion covers, up to byte `end`.
[[nodiscard]] std::vector<item*> covered(const parser& p, const item_index& items, const turn& t, std::uint32_t end);

/// Whether business is told in an item behind byte `at`: more than who moved, how it was voted, and who left.
[[nodiscard]] bool tells_business(const parser& p, const item& it, std::uint32_t at, std::uint32_t end);

/// Where the first item at or behind byte `at` begins.
[[nodiscard]] std::uint32_t next_item(const item_index& items, std::uint32_t at);

/// Where the numbers of the minutes go on behind a paper's heading: a paper that stands between items ends there.  Numbers of
/// its own might count on as well, and so do those right below its heading: of such a paper the end is not known, nor of
/// one behind the words by which the meeting closed.
[[nodiscard]] std::uint32_t numbers_go_on(const parser& p, const item_index& items, const turn& paper);

}  // namespace minutes
