// SPDX-License-Identifier: Apache-2.0
// Days that are counted from the meeting's: "Friday", "next Friday", "COB Friday", "Tuesday next week", "the 20th", "Monday 15th",
// "the end of the week", "the end of next month", "the end of the year", "within two weeks", "two weeks from today", "tomorrow", "the first Tuesday in June".
#pragma once

#include <optional>

#include "lexicon.hpp"

namespace minutes {

struct relative_day {
    enum class form { weekday, day_of_month, week_end, month_end, year_end, days_ahead, months_ahead, nth_weekday };
    form how = form::weekday;
    int weekday = 0;      ///< 1 (Monday) – 7; 0 when none is named
    int day = 0;          ///< of the month
    bool next = false;    ///< "next Friday", "the end of next week"
    int count = 0;        ///< of days or months ahead; the year that ends, 0 for the meeting's; which of a month's Tuesdays
    int month = 0;        ///< 1–12 of such a Tuesday; 0 for the meeting's, or with `next` the one behind it
    bool in_next_week = false;  ///< "Tuesday next week"

    static constexpr int last_of_month = 6;  ///< `count` for a month's last Tuesday, whether it is the fourth or the fifth
};

/// The day that words, all of them, name so.
[[nodiscard]] std::optional<relative_day> match_relative_day(words_view all, const lexicon& words);
[[nodiscard]] std::optional<relative_day> match_relative_day(std::string_view text, const lexicon& words);

}  // namespace minutes
