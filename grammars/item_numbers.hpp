// SPDX-License-Identifier: Apache-2.0
// The numbers of items: what they count, and whether one counts on from another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// The value of a Roman numeral up to XXXIX, either case; 0 when it is none.
[[nodiscard]] int roman_value(std::string_view s);

/// The figures of a number: 45 and 11 of "45/11", 4 and 2 of "4.2"; letters count from 'a', or as Roman numerals.
[[nodiscard]] std::vector<int> figures_of(std::string_view number, bool roman);

/// Whether b is the number after a: one figure greater by one, all before it equal, and behind it equal or from one.
[[nodiscard]] bool counts_on(const std::vector<int>& a, const std::vector<int>& b);

/// "ii)", "(ii) Roof": the lines of its document that open with a small i, v or x count in Roman figures.
[[nodiscard]] bool is_second_small_roman(std::string_view line);

/// How a number is made, and its depth: "number 1", "small roman number 1", "letter 1", "code of year 2".  A small i, v or x alone is a letter unless `small_romans`.
[[nodiscard]] std::string number_shape(std::string_view number, int depth, bool small_romans);

}  // namespace minutes
