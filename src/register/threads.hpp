// SPDX-License-Identifier: Apache-2.0
// Stage: a body's meetings → action threads: an action and all that later meetings say of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minutes/history.hpp>

#include "correction_list.hpp"
#include "slug.hpp"

namespace minutes {

struct body_threads {
    reference_scheme scheme = reference_scheme::none;
    std::vector<action_thread> threads;  ///< in order of their first record; `parent` and `parts` are indices in here
};

/// The actions of one body's meetings, which are in order, as threads.
[[nodiscard]] body_threads threads_of_body(const meeting_list& meetings, const std::vector<thread_correction>& corrections);

/// Each action a thread of its own, in document order.
[[nodiscard]] std::vector<action_thread> single_threads(const meeting_list& meetings);

/// Body, day and reference; the first words of what has no reference, since a number would change with each action before it.
[[nodiscard]] std::string record_name(const occurrence& o);
/// Gives each thread the name of its first record; where several have one, with a number behind it.
void name_threads(std::vector<action_thread>& threads);

// ── thread_events.cpp ──
/// What happened to each thread, and what is doubtful about it.  `meetings` are those of the body, in order.
void tell_events(std::vector<action_thread>& threads, const meeting_list& meetings);

/// Words of an action: its text in the minutes.
[[nodiscard]] std::string text_of(const occurrence& o);
/// The day of its meeting, else its file's name.
[[nodiscard]] std::string day_of(const occurrence& o);
/// Half of the words in common, counted from the shorter: a list may shorten what the minutes said.
[[nodiscard]] bool alike(std::string_view a, std::string_view b);

}  // namespace minutes
