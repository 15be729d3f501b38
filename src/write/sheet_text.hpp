// SPDX-License-Identifier: Apache-2.0
// Stage: text → what a cell of a workbook can hold and show.
#pragma once

#include <string>
#include <string_view>

namespace minutes {

struct fitted_text {
    std::string text;
    bool cut = false;
};

/// A cell's text: what looks like an escape (`_x0041_`) is escaped, what is longer than a cell holds, in letters or in
/// lines, is cut.
[[nodiscard]] fitted_text fit(std::string_view text);

/// Lines that words take in a column of so many letters.  Row heights are set from it, since programs other
/// than Excel do not find them; wrapping is guessed a little narrow, a blank line is better than a lost one.
[[nodiscard]] int lines_of(std::string_view text, int letters);

}  // namespace minutes
