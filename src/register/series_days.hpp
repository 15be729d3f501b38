// SPDX-License-Identifier: Apache-2.0
// The days between which meetings lie, without days that were misread.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include <minutes/history.hpp>

namespace minutes {

struct day_range {
    std::optional<date> first, last;
};

struct series_days : day_range {
    meeting_list apart;  ///< meetings of days before `first` and behind `last`, in order
};

/// A slip of a digit gives a meeting of 2104 or 1014.  At either end of the series a day counts only when it is not apart from all
/// others: more than two years away from them, and more than four times as far as these lie from one another.  At each end one day may be
/// apart, and of every fifty one more; where fewer than three are at hand, none.  A day that a person put right is not doubted.
[[nodiscard]] day_range range_of(const std::set<date>& all, const std::set<date>& sure);
[[nodiscard]] series_days days_of_series(const meeting_list& meetings);

/// "lone-date": each meeting whose day is apart; behind the others it says which day counts instead, unless one was chosen.
[[nodiscard]] std::vector<finding> lone_dates_in(const meeting_list& meetings, const std::optional<date>& chosen);

}  // namespace minutes
