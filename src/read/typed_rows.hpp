// SPDX-License-Identifier: Apache-2.0
// Printed plain text is plain text again: lines that the page's edge broke are one.
//
// A program that breaks lines does it behind a blank, which it prints and which hangs over the edge; a line that
// ends of itself has none.  A tab that had no room leaves nothing behind: there the rows around say how many
// cells a row has.
#pragma once

#include <string>
#include <vector>

#include "typewriter.hpp"

namespace minutes {

/// A printed line of a row.
struct typed_piece {
    const text_line* line = nullptr;
    std::string before;  ///< the blanks or tabs that part it from the piece before
    std::string words;
    bool hung = false;   ///< the blanks before it hung over the edge: how many they were cannot be seen
};

/// A line as it was before the page's edge broke it.
struct typed_row {
    std::vector<typed_piece> pieces;
    int blank_before = 0;  ///< blank lines
    int tabs = 0;          ///< in all of it
    bool may_go_on = false; ///< it may as well be the rest of the row above, which fills its line to the last letter
};

[[nodiscard]] std::vector<typed_row> rows_of(const typewriter& t, const std::vector<text_line>& lines);

}  // namespace minutes
