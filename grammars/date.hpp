// SPDX-License-Identifier: Apache-2.0
// Dates as minutes write them: "Thursday 27 March 2014", "27th of Mar. '14",
// "March 27, 2014", "3/04/14", "2014-03-27", "3 April", "end of April".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>
#include <minutes/parse.hpp>

#include "lexicon.hpp"

namespace minutes {

/// A date as written: what its words and figures say, before anything is filled in.
struct date_finding {
    enum class form {
        words,    ///< the month in words: day and month are sure
        figures,  ///< three numbers, or two: which is the day may be open
        iso,      ///< year, month, day
        month     ///< a month without a day: "end of April", "May 2014"
    };
    form how = form::words;
    std::size_t begin = 0, end = 0;  ///< bytes in the text
    std::optional<int> weekday;      ///< 1 (Monday) – 7
    std::optional<int> year;         ///< four digits; two written ones are read into 1970–2069
    int first = 0, second = 0;       ///< words, iso: day and month; figures: as written; month: 0 and month
    bool month_end = false;          ///< "end of April"
    bool month_led = false;           ///< in words, with the month before the day: "March 27, 2014"
    bool year_written_short = false;
    bool mended = false;             ///< letters stood for figures: "O6.01.2025"
};

/// Whether a text has what no date lacks: a figure or a month's name.
[[nodiscard]] bool may_hold_date(std::string_view text, const lexicon& words);

/// The dates in a text, in order, not overlapping.
[[nodiscard]] std::vector<date_finding> find_dates(std::string_view text, const lexicon& words);

/// The date that the whole text is, whatever punctuation and small words ("by", "on") stand around it.
[[nodiscard]] std::optional<date_finding> match_date(std::string_view text, const lexicon& words);

/// The day and month in figures that open a text behind a word for the day of something: "21.6. at 6 pm", "Tuesday, 21/6"; none for a time.
[[nodiscard]] std::optional<date_finding> leading_day(std::string_view text, const lexicon& words);

/// "O6.01.2025" with its letters read as figures; empty when the text holds other letters or none of these.
[[nodiscard]] std::string mend_figures(std::string_view text);

/// The calendar date of a finding whose year is `year`; nothing when the calendar has no such day.
/// A finding in figures is read by `order`; a month alone is read as its last day.
[[nodiscard]] std::optional<date> to_date(const date_finding& f, int year, date_order order);

/// Whether the figures can be read both day first and month first, with different outcomes.
[[nodiscard]] bool is_ambiguous(const date_finding& f);

/// ISO weekday, 1 (Monday) – 7.
[[nodiscard]] int weekday_of(const date& d);

}  // namespace minutes
