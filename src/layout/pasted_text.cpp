// SPDX-License-Identifier: Apache-2.0
#include "pasted_text.hpp"

#include <algorithm>

#include "text.hpp"

namespace minutes {

namespace {

constexpr std::size_t shortest_width = 50, longest_width = 160;  // code points at which people wrap text

using joint = document_block::joint_type;

bool is_paragraph(const document_block& b) {
    return b.kind == document_block::kind_type::line && b.joint == joint::separate && b.part == document_block::part_type::body && b.cell == document_block::no_cell;
}

std::string_view words_of(const document& d, const document_block& b) { return std::string_view(d.text->text).substr(b.text.begin, b.text.size()); }

std::size_t code_points(std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool goes_on_small(const document& d, const document_block& above, const document_block& below) {
    const bool open = std::string_view(".:;!?").find(d.text->text[above.text.end - 1]) == std::string_view::npos;
    return open && is_paragraph(below) && below.blank_before == 0 && below.mark.empty() && starts_lower(words_of(d, below));
}

bool has_columns(std::string_view words) {
    const auto first = words.find_first_not_of(' ');
    return first != words.npos && words.find("   ", first) != words.npos;
}

}  // namespace

bool is_pasted_text(const document& d) {
    std::size_t longest = 0, count = 0, near = 0, parted = 0;
    for (const auto& b : d.blocks)
        if (is_paragraph(b)) {
            longest = std::max(longest, code_points(words_of(d, b)));
            ++count;
            parted += has_columns(words_of(d, b));
        }
    if (count < 8 || longest < shortest_width || longest > longest_width) return false;
    bool wrapped = false;
    for (std::size_t i = 0; i < d.blocks.size(); ++i) {
        if (!is_paragraph(d.blocks[i]) || code_points(words_of(d, d.blocks[i])) + 14 < longest) continue;
        ++near;
        wrapped = wrapped || (i + 1 < d.blocks.size() && goes_on_small(d, d.blocks[i], d.blocks[i + 1]));
    }
    return (wrapped && near >= 4 && near * 12 >= count) || (parted >= 5 && parted * 5 >= count);
}

document with_lines(document d) {
    for (auto& b : d.blocks)
        if (is_paragraph(b)) b.joint = joint::unknown;
    return d;
}

}  // namespace minutes
