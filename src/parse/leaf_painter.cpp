// SPDX-License-Identifier: Apache-2.0
#include "leaf_painter.hpp"

#include <algorithm>

namespace minutes {

namespace {
bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool has_word(std::string_view s) {
    return std::any_of(s.begin(), s.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}
}  // namespace

std::uint32_t leaf_painter::colour_of(leaf::kind_type kind, std::string of) {
    if (colours_.empty() || colours_.back().kind != kind || colours_.back().of != of) colours_.push_back({kind, std::move(of)});
    return static_cast<std::uint32_t>(colours_.size());
}

void leaf_painter::paint(const spans& where, leaf::kind_type kind, std::string of) {
    const auto colour = colour_of(kind, std::move(of));
    for (const span& s : where)
        for (std::uint32_t i = s.begin; i < s.end; ++i) owner_[i] = colour;
}

void leaf_painter::paint_rest(span where, leaf::kind_type kind, std::string of) {
    const auto colour = colour_of(kind, std::move(of));
    for (std::uint32_t i = where.begin; i < where.end; ++i)
        if (!owner_[i]) owner_[i] = colour;
}

std::vector<leaf> leaf_painter::leaves() const {
    std::vector<leaf> out;
    const auto size = static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t i = 0; i < size;) {
        if (is_white(text_[i])) {
            ++i;
            continue;
        }
        const auto colour = owner_[i];
        std::uint32_t end = i, next = i;
        // White space joins words of one colour on one line; a leaf ends with its line.
        while (next < size && text_[next] != '\n' && (owner_[next] == colour || (is_white(text_[next]) && text_[next] != '\t'))) {
            if (!is_white(text_[next])) end = next + 1;
            ++next;
        }
        if (!colour && !has_word(text_.substr(i, end - i))) {
            out.push_back({{i, end}, leaf::kind_type::furniture, {}});  // bars and rules between cells
            i = end;
            continue;
        }
        out.push_back({{i, end}, colour ? colours_[colour - 1].kind : leaf::kind_type::unparsed, colour ? colours_[colour - 1].of : std::string{}});
        i = end;
    }
    return out;
}

}  // namespace minutes
