// SPDX-License-Identifier: Apache-2.0
// Whether letters beside a name are that person's initials or say where he is from: "AB", "BHar", "NRV", but "(BBC)".
#pragma once

#include <string_view>

#include "lexicon.hpp"

namespace minutes {

/// Heads of the name's words, in order: "BHar" from "Bea Harmon", "KRo" from "Kim Rowe".  Honorifics are words too.
[[nodiscard]] bool forms_initials(std::string_view letters, std::string_view name);

/// "AB: Ann Bell", "AB: Ann Bell @ann": initials, a colon and the name that they are formed from.
[[nodiscard]] bool opens_with_own_initials(std::string_view text, const lexicon& words);

/// Letters that only this name explains, standing beside it: "NRV" from "Nora Varga", "TXA" from "Tom Ash"; all that `forms_initials` takes.
[[nodiscard]] bool recalls_name(std::string_view letters, std::string_view name);

}  // namespace minutes
