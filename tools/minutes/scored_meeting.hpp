// SPDX-License-Identifier: Apache-2.0
// What `score` compares of a meeting: the values that a clerk would copy out, with their places.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <minutes/meeting.hpp>

namespace cli {

struct scored_person {
    std::string name, initials;
    bool stated = true;   ///< the initials claim to stand in the document
    bool here = false;    ///< present or in attendance
    bool away = false;    ///< apologies or absent
    minutes::place place{};
};

struct scored_text {
    std::string text;
    std::string number;                ///< item: its number; action: its reference
    std::vector<std::vector<std::string>> owners;  ///< action: each by every name that it has
    std::string due;                   ///< action: ISO date
    minutes::place place{};
};

struct scored_meeting {
    std::string title, date, start, venue, next_meeting;  ///< empty: not given
    std::vector<scored_person> people;
    std::vector<scored_text> items, actions, decisions;
};

[[nodiscard]] scored_meeting scored(const minutes::meeting& m);

/// Reads a meeting's JSON as a person may have left it: traced values, or plain ones in their place.
/// Gives what is wrong with the file when it is none.
[[nodiscard]] std::variant<scored_meeting, std::string> read_gold(const std::filesystem::path& file);

}  // namespace cli
