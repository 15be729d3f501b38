// SPDX-License-Identifier: Apache-2.0
// What a cell's text reads as, found out once for all the columns that it may stand in.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon.hpp"
#include "owner.hpp"

namespace minutes {

class cell_reading {
public:
    cell_reading(std::string_view cell, const lexicon& words);

    /// How well the cell fits a column: positive when it does; 0 for a blank cell and for a column of unknown meaning.
    [[nodiscard]] int fit(std::optional<column> which) const;

private:
    std::string_view t;
    const lexicon& words;
    bool number = false;
    bool next = false;      ///< "next meeting"
    bool date = false;      ///< a date, or words that stand for one
    std::optional<owners_finding> owners;
    bool initials = false;  ///< the owners are initials
};

}  // namespace minutes
