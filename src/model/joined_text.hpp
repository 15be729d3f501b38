// SPDX-License-Identifier: Apache-2.0
// The words of several spans as one string, with the way back: grammars see one
// text although a page cut it in two.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <minutes/span.hpp>

namespace minutes {

class joined_text {
public:
    /// Joins the pieces by one space.
    joined_text(std::string_view source, const spans& where);

    /// @pre the source stands where it stood
    [[nodiscard]] std::string_view text() const { return pieces_.empty() ? source_.substr(only_.begin, only_.size()) : std::string_view(text_); }

    /// Where bytes [begin, end) of the joined text stand in the source, white space at the ends left off.
    [[nodiscard]] spans source(std::size_t begin, std::size_t end) const;

private:
    struct piece {
        std::size_t at;  // in the joined text
        span where;      // in the source
    };
    std::string_view source_;
    span only_{};  // one piece, or none, is read where it stands
    std::string text_;  // several pieces are joined
    std::vector<piece> pieces_;
};

/// The words of several spans as one text that is read only: it becomes a string where one is asked for.
/// @pre the source stands where it stood
class joined_words : public std::string_view {
public:
    joined_words(std::string_view source, const spans& where);
    operator std::string() const { return std::string(begin(), end()); }

    [[nodiscard]] joined_words substr(std::size_t at, std::size_t most = npos) const { return {std::string_view::substr(at, most), own_}; }

private:
    joined_words(std::string_view text, std::shared_ptr<const std::string> own) : std::string_view(text), own_(std::move(own)) {}

    std::shared_ptr<const std::string> own_;  // of several pieces; one is read where it stands
};

inline std::string operator+(std::string a, const joined_words& b) {
    a += b;
    return a;
}
inline std::string operator+(const joined_words& a, const std::string& b) { return std::string(a) + b; }
inline std::string operator+(const joined_words& a, const char* b) { return std::string(a) + b; }
inline std::string operator+(const char* a, const joined_words& b) { return a + std::string(b); }

/// `where` without the white space at its ends.
[[nodiscard]] span trimmed(std::string_view source, span where);

}  // namespace minutes
