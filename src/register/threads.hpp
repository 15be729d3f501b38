// SPDX-License-Identifier: Apache-2.0
// Stage: many meetings → action threads: an action and all that later meetings say of it.
// Records are one action only when they bear the same reference at the same body, and
// its references do not begin again at each meeting; likeness of words alone joins nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

namespace minutes {

/// What one meeting says of an action.
struct occurrence {
    const minutes::meeting* meeting = nullptr;
    const minutes::action* action = nullptr;
};

struct action_thread {
    std::vector<occurrence> occurrences;  ///< in order of their meetings; never empty
    std::vector<std::string> doubts;      ///< in plain words: what a person should decide

    [[nodiscard]] const occurrence& first() const { return occurrences.front(); }
    [[nodiscard]] const occurrence& latest() const { return occurrences.back(); }
    /// The latest that says who does it, or by when; else the latest.
    [[nodiscard]] const occurrence& latest_with_owners() const;
    [[nodiscard]] const occurrence& latest_with_due() const;
    /// The latest whose status the words say; null when none does.
    [[nodiscard]] const occurrence* latest_with_status() const;
};

/// The meetings in order of their dates; those without one keep their place behind the one before.
[[nodiscard]] std::vector<const meeting*> in_order(std::vector<const meeting*> meetings);

/// Each action a thread of its own, in document order.
[[nodiscard]] std::vector<action_thread> single_threads(const std::vector<const meeting*>& meetings);

/// Actions of several meetings as threads, in order of their first meeting.
/// @pre `meetings` are in order.
[[nodiscard]] std::vector<action_thread> merged_threads(const std::vector<const meeting*>& meetings);

/// Half of the words in common, counted from the shorter: a list may shorten what the minutes said.
[[nodiscard]] bool alike(std::string_view a, std::string_view b);

/// What a meeting's actions are kept under: its body's name, else its title, folded; numbers left out.
[[nodiscard]] std::string body_key(const meeting& m);

/// Letters and digits, lower case, all else as single hyphens.
[[nodiscard]] std::string slug(std::string_view text);

}  // namespace minutes
