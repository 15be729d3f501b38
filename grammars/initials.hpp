// SPDX-License-Identifier: Apache-2.0
// Whether letters beside a name are that person's initials or say where he is from: "AB", "AHop", "DLM", but "(BBC)".
#pragma once

#include <string_view>

namespace minutes {

/// Heads of the name's words, in order: "AHop" from "Alison Hope", "JTe" from "Jo Temple".  Honorifics are words too.
[[nodiscard]] bool forms_initials(std::string_view letters, std::string_view name);

/// Letters that only this name explains, standing beside it: "DLM" from "Dan Lim", "JBR" from "Jo Reed"; all that `forms_initials` takes.
[[nodiscard]] bool recalls_name(std::string_view letters, std::string_view name);

}  // namespace minutes
