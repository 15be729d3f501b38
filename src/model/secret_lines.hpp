// SPDX-License-Identifier: Apache-2.0
// Lines of lists that would still tell what was cut elsewhere: they name somebody, or a sum, that nothing else names.
#pragma once

#include <string_view>
#include <vector>

#include "cut_text.hpp"

namespace minutes {

/// The lines of lists behind the first of `cuts` that say a name or a sum of money which stands in `cuts` and, but for such
/// lines, nowhere else.  `entries`: where actions and decisions stand; a line with a bullet is one of a list too.
[[nodiscard]] std::vector<text_cut> cuts_of_secret_lines(std::string_view text, const std::vector<text_cut>& cuts, const spans& entries);

/// The lines of which nothing but a bullet, a number or the lines of a table would be left.
[[nodiscard]] std::vector<text_cut> cuts_of_emptied_lines(std::string_view text, const std::vector<text_cut>& cuts);

}  // namespace minutes
