// SPDX-License-Identifier: Apache-2.0
// Lexicon files as the build leaves them: what lexicon_file.hpp's reader made of their TOML, so that a start of the
// program parses none.  lexicon/compile.cpp writes them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "language_codes.hpp"

namespace minutes {

/// One change of a lexicon file that extends a section: the next `phrases` of its phrases.
struct compiled_change {
    std::uint16_t section, key, phrases;
};

struct compiled_lexicon {
    std::optional<bool> day_first;
    std::span<const compiled_change> changes;
    std::string_view phrases;               ///< of all changes, in order, each with a line end behind it
    std::span<const std::uint8_t> numbers;  ///< of the sections that number their phrases, in order
};

/// Words that tell languages apart.
struct compiled_evidence {
    std::string_view words;  ///< folded, each with a line end behind it
    std::span<const std::array<std::uint8_t, languages_known>> weights;  ///< of each word, in each language
};

}  // namespace minutes
