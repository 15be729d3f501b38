// SPDX-License-Identifier: Apache-2.0
// What a reading has otherwise than it must.
#pragma once

#include <string>
#include <vector>

#include <minutes/meeting.hpp>

#include "reading.hpp"

struct difference {
    std::string cause;  ///< "task's text cut"
    std::string what;   ///< the words that it is about
    auto operator<=>(const difference&) const = default;
};

std::vector<difference> differences(const expected_reading& expected, const minutes::meeting& read);

/// What was read, in the words of a form's "--- reads".
std::string shown(const minutes::meeting& read);

/// What must be read, in the same words.
std::string shown(const expected_reading& expected);
