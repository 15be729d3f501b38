// SPDX-License-Identifier: Apache-2.0
// Meetings made up from a seed: invented bodies, people and business, of every size that text can express.
#pragma once

#include <cstdint>

#include <minutes/meeting.hpp>

/// The same seed gives the same meeting on every machine.
minutes::meeting invented_meeting(std::uint32_t seed);
