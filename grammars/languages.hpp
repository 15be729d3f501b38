// SPDX-License-Identifier: Apache-2.0
// The languages whose lexicons are compiled in, and which of them a document is in.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language_codes.hpp"
#include "lexicon.hpp"
#include "lexicon_file.hpp"

namespace minutes {

/// What speaks for a language: its small words count 1 each, its words for meetings and minutes 3, each word three times at most.
struct language_evidence {
    std::string_view code;
    int weight = 0;
};

/// The evidence for each language, in the order of `language_codes()`.
[[nodiscard]] std::vector<language_evidence> weigh_languages(std::string_view text);

/// The languages of a document: the one with most evidence, and others with at least a third of that.  Too little
/// evidence leaves English alone; ties go to the earlier in `language_codes()`.
[[nodiscard]] std::vector<std::string> choose_languages(std::string_view text);

/// Lexicons by their languages, with a house style's changes.  Each is made when it is first asked for; any number of threads.
class lexicon_set {
public:
    lexicon_set() = default;
    explicit lexicon_set(lexicon_file style) : style_(std::move(style)) {}

    /// The languages that the style names; empty when it leaves that to the document.
    [[nodiscard]] const std::vector<std::string>& languages() const { return style_.languages; }

    /// The lexicon of these languages together.  @pre each is a code of `language_codes()`
    [[nodiscard]] const lexicon& of(const std::vector<std::string>& languages) const;

private:
    lexicon_file style_;
    mutable std::array<std::once_flag, 1U << languages_known> made_;
    mutable std::array<std::unique_ptr<const lexicon>, 1U << languages_known> lexicons_;
};

/// The lexicons as compiled in, without a house style.
[[nodiscard]] const lexicon_set& default_lexicons();

}  // namespace minutes
