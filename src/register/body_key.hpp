// SPDX-License-Identifier: Apache-2.0
// Names → the keys under which spellings of one name meet.
#pragma once

#include <string>
#include <string_view>

#include <minutes/history.hpp>

#include "lexicon.hpp"
#include "slug.hpp"

namespace minutes {

/// The lexicon that the meeting was read with, a house style left out.
[[nodiscard]] const lexicon& words_of_meeting(const meeting& m);

/// The key of a body's name: "harbour-users-panel" of "The Harbour Users' Panel (HUP)".
[[nodiscard]] std::string key_of_body(std::string_view name, const lexicon& words);

/// The key of a person's name, without honorifics and letters behind it: "jane-smith" of "Cllr Jane Smith MBE".
[[nodiscard]] std::string key_of_person(std::string_view name, const lexicon& words);

}  // namespace minutes
