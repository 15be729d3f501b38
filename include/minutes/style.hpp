// SPDX-License-Identifier: Apache-2.0
// House styles: the words of one body, beside those that the program knows.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/export.hpp>
#include <minutes/diagnostic.hpp>

namespace minutes {

class lexicon_set;

/// Words, labels and shapes that a body's minutes use, read from TOML once and immutable from then on: it may be copied, kept
/// and used by any number of threads.  A default-made one changes nothing.  docs/styles.md shows what a file may say.
class house_style {
public:
    house_style() = default;
    explicit house_style(std::shared_ptr<const lexicon_set> words) : words_(std::move(words)) {}

    /// The words, for the library's own use; null when the style changes nothing.
    [[nodiscard]] const lexicon_set* words() const { return words_.get(); }

private:
    std::shared_ptr<const lexicon_set> words_;
};

/// A style, or what is wrong with its file: each mistake is an error `style-error` with the line and column in the file
/// (columns in code points).  `style` then changes nothing.
struct style_result {
    house_style style;
    std::vector<diagnostic> diagnostics;
    [[nodiscard]] bool ok() const { return diagnostics.empty(); }
};

/// Reads a style from its text (TOML 1.0, UTF-8).
[[nodiscard]] MINUTES_EXPORT style_result parse_style(std::string_view toml);

/// Reads a style from a file.  One that cannot be opened gives the error `cannot-open`.
[[nodiscard]] MINUTES_EXPORT style_result load_style(const std::filesystem::path& path);

/// A language whose words the program knows.
struct language {
    std::string_view code;  ///< ISO 639-1
    std::string_view name;
};

/// All of them, English first.
[[nodiscard]] MINUTES_EXPORT const std::vector<language>& languages();

}  // namespace minutes
