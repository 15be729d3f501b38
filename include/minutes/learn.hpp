// SPDX-License-Identifier: Apache-2.0
// House styles learnt from documents: the words that a body puts where others have labels, column heads and references.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/export.hpp>
#include <minutes/parse.hpp>
#include <minutes/write.hpp>

namespace minutes {

/// Words that stand in one document where a label, a column's head or a reference does, and what speaks for their meaning.
struct style_evidence {
    std::string section;   ///< of a house style: "labels", "columns", "references"
    std::string key;       ///< "owner"; empty where only a person can tell which of several keys
    std::string phrase;    ///< the words, folded; of references their shape: "LT/{yy}-{n}"
    std::string document;  ///< its name
    std::size_t fits = 0;  ///< cells, lines or references that have the meaning …
    std::size_t seen = 0;  ///< … of so many
    std::string why;       ///< what they are: "cells below it name people"; empty for words that the lexicon has already
    std::string example;   ///< one of them, as printed
    bool operator==(const style_evidence&) const = default;
};

/// What one document has to say.  `document.readable` is false when it could not be read; there is then no evidence.
struct learnt_document {
    parse_result document;
    std::vector<style_evidence> evidence;
};

/// Reads a document held in memory.  Any bytes give a result.
[[nodiscard]] MINUTES_EXPORT learnt_document learn_style(std::string_view bytes, const parse_options& options = {});
[[nodiscard]] MINUTES_EXPORT learnt_document learn_style_from_file(const std::filesystem::path& path, parse_options options = {});

/// A house style (TOML) with what the evidence of all documents speaks for: each entry below a comment that gives counts, an
/// example and the documents.  What only a person can tell, and what the lexicon has already, are comments.  The order of the
/// evidence does not matter.
/// @param documents  how many were looked at
[[nodiscard]] MINUTES_EXPORT std::string propose_style(std::vector<style_evidence> evidence, std::size_t documents);

/// Writes a text atomically: the file appears whole or not at all.
[[nodiscard]] MINUTES_EXPORT write_result write_style(const std::filesystem::path& path, std::string_view toml);

}  // namespace minutes
