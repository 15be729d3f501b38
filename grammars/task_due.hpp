// SPDX-License-Identifier: Apache-2.0
// When a task is due: "… by 3 May", "… (due 3 May)", "… by the end of April", "… by Friday", "… by the 20th", "… at the next meeting", "3 May: …".
#pragma once

#include <optional>
#include <string_view>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

struct due_finding {
    span when{};          ///< the words that say when, without "by"; bytes of the text it was found in
    std::size_t end = 0;  ///< where the task ends, when nothing stands behind the date; else the text's size
};

/// The date behind a task's words.  `owned`: somebody is named, so that "on 3 May" sets a limit too.
[[nodiscard]] std::optional<due_finding> due_behind(std::string_view text, const lexicon& words, bool owned);

/// The date ahead of a task's words, parted from them: "3 May: book the hall", "before 15 May (JB) test it"; the bytes in front of the words.
struct due_head {
    span when{};
    std::size_t rest = 0;
};
[[nodiscard]] std::optional<due_head> due_ahead(std::string_view text, const lexicon& words);

}  // namespace minutes
