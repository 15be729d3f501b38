// SPDX-License-Identifier: Apache-2.0
// Boxes and ticks before a name: "[x] Ann Bell", "✅ Tom Ash", "☐ Mia Lee".
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include <minutes/meeting.hpp>

namespace minutes {

struct attendance_box {
    std::string_view sign;
    attendance said;
};

inline constexpr std::array<attendance_box, 13> attendance_boxes = {{
    {"[x]", attendance::present}, {"[X]", attendance::present}, {"[ ]", attendance::absent}, {"[]", attendance::absent}, {"[-]", attendance::absent}, {"\u2611", attendance::present}, {"\u2610", attendance::absent},
    {"\u2612", attendance::present}, {"\u2713", attendance::present}, {"\u2714", attendance::present}, {"\u2705", attendance::present}, {"\u274C", attendance::absent}, {"\u2717", attendance::absent}}};

/// The box that `text` begins with.
[[nodiscard]] inline std::optional<attendance_box> attendance_box_at(std::string_view text) {
    for (const auto& box : attendance_boxes)
        if (text.starts_with(box.sign)) return box;
    return {};
}

}  // namespace minutes
