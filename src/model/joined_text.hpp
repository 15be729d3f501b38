// SPDX-License-Identifier: Apache-2.0
// The words of several spans as one string, with the way back: grammars see one
// text although a page cut it in two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minutes/span.hpp>

namespace minutes {

class joined_text {
public:
    /// Joins the pieces by one space.
    joined_text(std::string_view source, const spans& where);

    /// @pre the source stands where it stood
    [[nodiscard]] std::string_view text() const { return pieces_.size() == 1 ? source_.substr(pieces_[0].where.begin, pieces_[0].where.size()) : std::string_view(text_); }

    /// Where bytes [begin, end) of the joined text stand in the source, white space at the ends left off.
    [[nodiscard]] spans source(std::size_t begin, std::size_t end) const;

private:
    struct piece {
        std::size_t at;  // in the joined text
        span where;      // in the source
    };
    std::string_view source_;
    std::string text_;  // of several pieces; one is read where it stands
    std::vector<piece> pieces_;
};

/// `where` without the white space at its ends.
[[nodiscard]] span trimmed(std::string_view source, span where);

}  // namespace minutes
