// SPDX-License-Identifier: Apache-2.0
// What a house style changes: the fields of one document as read with it, beside those as read without it.
#pragma once

#include <string>
#include <vector>

#include <minutes/parse.hpp>

namespace cli {

struct field_change {
    std::string field;          ///< "owner", "due date", "person" …
    std::string of;             ///< the action or person that it belongs to; empty when it stands for itself
    std::string before, after;  ///< empty: not read
};

/// In the order of the model, by field and what it is of.
std::vector<field_change> changes_between(const minutes::parse_result& without, const minutes::parse_result& with);

/// "+ owner OR: Mend the tiles", "- item 3 Boiler", "~ due date 2014-03-04 → 2014-04-03: Mend the tiles"
std::string in_words(const field_change& c);

/// "2 actions gained, 1 due date changed"; "nothing" when there are none.
std::string summary_of(const std::vector<field_change>& changes);

}  // namespace cli
