// SPDX-License-Identifier: Apache-2.0
// What a reading has to say about itself: typed, coded, and tied to the words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minutes/export.hpp>
#include <minutes/span.hpp>

namespace minutes {

enum class severity { note, warning, error };

struct diagnostic {
    std::string code;  ///< stable, one of `diagnostic_codes()`: "displaced-owner"
    minutes::severity severity = minutes::severity::warning;
    minutes::spans spans;  ///< empty when it concerns the whole file
    minutes::place place;  ///< of the first span; 1:1 when there is none
    std::string message;   ///< one line, names the words in question
    std::string hint;      ///< what a person can do; may be empty
    bool operator==(const diagnostic&) const = default;
};

/// One kind of diagnostic, for help texts and documentation.
struct diagnostic_code {
    std::string_view code;
    minutes::severity severity;
    std::string_view meaning;  ///< what it says about the document
    std::string_view hint;     ///< what a person can do
    std::string_view sample;   ///< what leads to it, in sections: "--- minutes" and "--- reading", "--- command" or "--- example"
};

/// All codes, in alphabetical order.
[[nodiscard]] MINUTES_EXPORT const std::vector<diagnostic_code>& diagnostic_codes();

[[nodiscard]] MINUTES_EXPORT std::string_view name_of(severity);

}  // namespace minutes
