// SPDX-License-Identifier: Apache-2.0
// Lexicon files and house styles: TOML of one shape, read into `lexicon_words`.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/diagnostic.hpp>

#include "lexicon.hpp"

namespace minutes {

/// One change that a file makes: these phrases become, stay or stop being one kind of a section.
struct lexicon_change {
    enum class how_type { extend, replace, remove };
    how_type how = how_type::extend;
    std::size_t section = 0;          ///< index among the sections of lexicon files
    std::size_t key = 0;              ///< index among the section's keys
    std::vector<std::string> phrases; ///< folded; of references: as written
    std::vector<int> numbers;         ///< of a calendar's section: one for each phrase
};

/// A lexicon file that was read and found right.
struct lexicon_file {
    std::vector<std::string> languages;  ///< codes: "en", "cy"
    std::optional<bool> day_first;
    std::vector<lexicon_change> changes;
};

/// Reads a file.  What is wrong with it is said in `mistakes`, each with its place; the file then counts for nothing.
[[nodiscard]] lexicon_file read_lexicon_file(std::string_view toml, std::vector<diagnostic>& mistakes);

/// Whether a change is of a section that gives each phrase a number.
[[nodiscard]] bool has_numbers(const lexicon_change& change);

/// Makes a file's changes.  A phrase that a house style lists means what the style says and nothing else (`override`);
/// languages add up.
void apply(const lexicon_file& file, lexicon_words& words, bool override);

}  // namespace minutes
