// SPDX-License-Identifier: Apache-2.0
// A text's runs without white space, read once, from which the words of any of its pieces are put together.
#pragma once

#include <cstdint>
#include <forward_list>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "text.hpp"

namespace minutes {

/// A run without white space: its word, if it has one, and what stands around it.
struct text_run {
    static constexpr std::uint32_t no_line_end = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t begin = 0, end = 0;    ///< bytes of the text
    std::uint32_t next = 0;              ///< where the next run begins
    std::uint32_t words_before = 0;      ///< words of the text before it
    std::uint32_t line_end = no_line_end;///< the first line end in the white space behind it
    word own{};                          ///< `before` is the last mark in the run before the word, or of all in a run without one
    char after_alone = 0;                ///< the mark behind the word when nothing stands before it
    char mark = 0;                       ///< of a run without a word: its first
    bool has_word = false;
    bool ascii = true;
    bool tab = false;                    ///< a tab stands right behind it
};

class text_runs {
public:
    /// @param small  where the text's bytes stand in small letters, which outlives this
    /// @pre the text, which outlives this, has less than 4 GB
    text_runs(std::string_view text, const char* small);

    [[nodiscard]] text_run* begin() { return runs_.data(); }
    [[nodiscard]] text_run* end() { return runs_.data() + runs_.size(); }
    [[nodiscard]] const text_run* end() const { return runs_.data() + runs_.size(); }

    /// To be called once, when the entries of the runs' words are set.
    void join();

    /// The word of a run that has one, as it stands among all words of the text.
    [[nodiscard]] const word* word_at(const text_run& r) const { return words_.data() + r.words_before; }

    /// The first run that begins at byte `at` or behind it.
    [[nodiscard]] const text_run* from(std::size_t at) const;

private:
    static constexpr std::size_t place = 16;  // bytes of the text that have one entry in `places_`

    std::string_view text_;
    std::vector<text_run> runs_;
    std::vector<word> words_;            // all of the text's
    std::vector<std::uint32_t> places_;  // for each place the first run that begins in it or behind it
    std::forward_list<std::string> beyond_ascii_;
};

/// The words of a piece that stands in a text from byte `begin`, or the first `most` of them, from that text's runs.
/// @param small  where the piece stands in small letters
[[nodiscard]] split_words words_in(std::string_view piece, const char* small, const text_runs& runs, std::size_t begin, std::size_t most);

}  // namespace minutes
