// SPDX-License-Identifier: Apache-2.0
// Minutes put together from one form of each part.
#pragma once

#include <map>
#include <string>

#include "form.hpp"

/// One form a part: "heads", "people", "business", "agendas", "prose", "decisions", "tasks", "closings".
using chosen_forms = std::map<std::string, const form*>;

struct composed_minutes {
    std::string text;
    expected_reading reads;
};

composed_minutes compose(const chosen_forms& chosen);
