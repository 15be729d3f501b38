// SPDX-License-Identifier: Apache-2.0
// The name of the body that met, in a meeting's title or on a letterhead: "Estates Committee" of "Minutes of the Estates
// Committee", "Harbour Board" of "Harbour Board Meeting".
#pragma once

#include <optional>
#include <string_view>

#include <minutes/span.hpp>

#include "lexicon.hpp"

namespace minutes {

struct body_finding {
    spans name;             ///< several where the occasion stands inside: "Fenwick [Annual] Parish Council"
    bool distinct = false;  ///< has a word of its own: "Lower Fenwick Parish Council", not "Parish Council"
};

/// The body that a title names; nothing when it names only an occasion: "Annual General Meeting".
[[nodiscard]] std::optional<body_finding> match_body_in_title(std::string_view title, const lexicon& words);

/// A line that is nothing but a body's name.
[[nodiscard]] std::optional<body_finding> match_body_line(std::string_view line, const lexicon& words);

}  // namespace minutes
