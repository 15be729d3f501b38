// SPDX-License-Identifier: Apache-2.0
// The shape of a body's references as a house style says it: "Action {n}/{yy}".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A shape, matched from left to right in one pass: no part is ever tried twice.
///
/// {n} one to six digits, {yy} two, {yyyy} four, {A} one to six capitals, {a} one small letter; a blank
/// is any white space or none; all else stands for itself, letters in either case.
class reference_form {
public:
    /// Reads a shape.  Empty `mistake` when it is one; else what is wrong with it, in one line.
    static reference_form read(std::string_view shape, std::string& mistake);

    /// Bytes of the reference at the start of a text; 0 when there is none.  A letter or figure may not follow it.
    [[nodiscard]] std::size_t match(std::string_view text) const;

    [[nodiscard]] const std::string& shape() const { return shape_; }

private:
    enum class kind { text, blank, digits, capitals, small };
    struct piece {
        reference_form::kind kind = kind::text;
        std::size_t least = 1, most = 1;  ///< characters
        char c = 0;                       ///< of `text`, in lower case
    };

    static bool read_field(std::string_view name, piece& p);

    std::string shape_;
    std::vector<piece> pieces_;
};

}  // namespace minutes
