// SPDX-License-Identifier: Apache-2.0
// Words of a text, and their folded form for looking them up.
#pragma once

#include <array>
#include <bitset>
#include <forward_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// The match key of a word or phrase: case folded, accents off, curly quotes
/// straightened, dashes as '-', runs of white space as one blank, ends trimmed.
/// Never stored in place of the text.
[[nodiscard]] std::string fold(std::string_view text);

/// The folded text; a letter that is a word by its accent alone keeps a sign of it, for "à" is not "a" and "é" not "e".
[[nodiscard]] std::string fold_word(std::string_view text);
inline constexpr std::string_view accent = "\u0301";

/// The lists of a lexicon that have a word: one bit each.
using word_kinds = std::bitset<320>;

/// All that a lexicon says of a word, found by one look.
struct word_entry {
    word_kinds kinds{};          ///< the lists that have it
    word_kinds openings{};       ///< the lists that have a longer phrase that begins with it
    std::bitset<32> columns{};   ///< the columns whose heads it tells: one bit each
    bool label = false, opens_label = false;  ///< a label, or the beginning of a longer one
    bool column = false;         ///< the head of a column
    bool decides = false;        ///< a verb that records a decision
    bool opens_date = false;     ///< a weekday, a month or a number: a date may begin with it
    int month = 0, weekday = 0;  ///< from 1; 0 when it is none
};

/// The folded form of a word.  It stands where the run of words keeps it, and becomes a string where one is asked for.
class folded_word : public std::string_view {
public:
    folded_word() = default;
    folded_word(std::string_view s) : std::string_view(s) {}
    operator std::string() const { return std::string(begin(), end()); }

    [[nodiscard]] folded_word substr(std::size_t at, std::size_t most = npos) const { return std::string_view::substr(at, most); }
};

inline std::string operator+(std::string a, folded_word b) {
    a += b;
    return a;
}
inline std::string operator+(const char* a, folded_word b) { return std::string(a) + b; }
inline std::string operator+(folded_word a, folded_word b) { return std::string(a) + b; }
inline std::string operator+(folded_word a, const char* b) { return std::string(a) + b; }
inline std::string operator+(folded_word a, char b) { return std::string(a) + b; }

/// A word: a run without white space, split from the punctuation around it.
struct word {
    std::size_t begin = 0;  ///< bytes in the text it was taken from, without leading and trailing punctuation
    std::size_t end = 0;
    folded_word folded;     ///< it lives as long as the run of words that has it
    const word_entry* entry = nullptr;  ///< what the lexicon says of it, when one was asked
    bool capital = false;   ///< starts with an upper-case letter
    bool upper = false;     ///< all its letters (two or more) are upper case
    bool digits = false;    ///< has a digit
    bool plain = false;     ///< is of ASCII letters alone
    char before = 0;        ///< the last punctuation mark before it, since the word before: one of ( [ " ' or 0
    char after = 0;         ///< the first mark behind it: one of . , ; : ! ? ) ] " - / or 0; '\n' and '\t' when a line or cell ends there

    [[nodiscard]] bool ends_sentence() const { return after == '.' || after == '!' || after == '?'; }
};

using words_view = std::span<const word>;

/// Words in order, with the bytes that their folded forms stand in.  It can be moved, and the words stay as they are.
class split_words {
public:
    [[nodiscard]] word* begin() { return all_.data(); }
    [[nodiscard]] word* end() { return all_.data() + all_.size(); }
    [[nodiscard]] const word* data() const { return all_.data(); }
    [[nodiscard]] const word* begin() const { return all_.data(); }
    [[nodiscard]] const word* end() const { return all_.data() + all_.size(); }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    [[nodiscard]] const word& operator[](std::size_t i) const { return all_[i]; }
    [[nodiscard]] const word& front() const { return all_.front(); }
    [[nodiscard]] const word& back() const { return all_.back(); }

private:
    friend class word_splitter;

    std::vector<word> all_;
    std::unique_ptr<char[]> small_;               // the text in small letters, where it stands nowhere else
    std::forward_list<std::string> beyond_ascii_; // the folded forms that are not the text in small letters
};

/// The words of a text, in order, or the first `most` of them.  `/` and `&` inside a run do not split it.
[[nodiscard]] split_words words_in(std::string_view text, std::size_t most = std::string_view::npos);
/// The same; `small` is where the text's bytes stand in small letters (ASCII alone), and outlives the words.
[[nodiscard]] split_words words_in(std::string_view text, const char* small, std::size_t most);

/// The folded form of a piece for one look-up: of a short one no string is made.
class folded_piece {
public:
    explicit folded_piece(std::string_view text);
    operator std::string_view() const { return other_.empty() ? std::string_view(plain_.data(), size_) : std::string_view(other_); }

private:
    std::array<char, 24> plain_;
    std::size_t size_ = 0;
    std::string other_;  // what is longer, or more than ASCII
};

/// The text with its ASCII letters in small ones.
[[nodiscard]] std::string small_letters(std::string_view text);

/// Whether a code point starts an upper-case letter, any alphabet.
[[nodiscard]] bool starts_upper(std::string_view text);
[[nodiscard]] bool starts_lower(std::string_view text);

[[nodiscard]] std::string_view trim(std::string_view text);

/// `text` with Cyrillic and Greek letters that look like Latin capitals replaced by those.
/// Empty when there are none, or when other letters of these alphabets show that it is not Latin text.
[[nodiscard]] std::string mend_homoglyphs(std::string_view text);

}  // namespace minutes
