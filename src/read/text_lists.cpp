// SPDX-License-Identifier: Apache-2.0
#include "text_lists.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace minutes {

namespace {

using kind = document_block::kind_type;

constexpr std::array<std::string_view, 16> bullets = {"-", "--", "*", "+", "o", "\u2022", "\u00B7", "\u25AA", "\u25AB", "\u25A0", "\u25E6", "\u25CB", "\u25CF", "\u2023", "\u2013", "\uF0B7"};

/// Letters as which the bullets of Word's symbol fonts are saved; a wide gap stands behind them.
constexpr std::array<std::string_view, 5> symbol_letters = {"v", "q", "\u00D8", "\u00FC", "\u00A7"};

struct bullet_line {
    std::string_view bullet{};  // empty when the line has none
    std::size_t indent = 0;     // bytes of blanks ahead of it
};

bullet_line bullet_at(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    const auto rest = line.substr(indent);
    const auto is_plain = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z' && c != 'o' && c != 'v' && c != 'q') || (c >= '0' && c <= '9'); };
    if (rest.empty() || is_plain(rest[0])) return {{}, indent};  // nearly all lines: no bullet begins so
    for (const auto b : bullets) {
        if (!rest.starts_with(b) || rest.size() <= b.size() + 1) continue;
        const char behind = rest[b.size()];
        const auto words = rest.find_first_not_of(" \t", b.size());
        if ((behind == ' ' || behind == '\t') && words != rest.npos) return {rest.substr(0, b.size()), indent};
    }
    for (const auto letter : symbol_letters) {
        if (!rest.starts_with(letter)) continue;
        const auto words = rest.find_first_not_of(" \t", letter.size());
        if (words != rest.npos && (words >= letter.size() + 2 || rest[letter.size()] == '\t')) return {rest.substr(0, letter.size()), indent};
    }
    return {{}, indent};
}

}  // namespace

void mark_text_lists(std::vector<document_block>& blocks, const source_text& source) {
    const auto line_at = [&](std::size_t i) { return std::string_view(source.text).substr(blocks[i].text.begin, blocks[i].text.size()); };
    std::map<std::string_view, int> times;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (blocks[i].kind == kind::line) ++times[bullet_at(line_at(i)).bullet];
    std::vector<bullet_line> open;  // the list items that the line may belong to, outermost first
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        auto& b = blocks[i];
        if (b.kind != kind::line || b.heading > 0) {
            open.clear();
            continue;
        }
        const auto line = line_at(i);
        const auto mark = bullet_at(line);
        if (mark.bullet.empty() || times[mark.bullet] < 2) {  // a dash alone is a dash
            if (b.blank_before > 0 || mark.indent == 0) open.clear();
            continue;
        }
        while (!open.empty() && open.back().indent > mark.indent) open.pop_back();
        const auto same = std::find_if(open.begin(), open.end(), [&](const bullet_line& o) { return o.indent == mark.indent && o.bullet == mark.bullet; });
        if (same != open.end()) open.erase(same + 1, open.end());
        else open.push_back(mark);
        b.depth = static_cast<int>(open.size());
        const auto begin = b.text.begin + static_cast<std::uint32_t>(mark.indent);
        // A letter that was a bullet is no word of the line.
        if (std::find(symbol_letters.begin(), symbol_letters.end(), mark.bullet) != symbol_letters.end()) b.text.begin += static_cast<std::uint32_t>(line.find_first_not_of(" \t", mark.indent + mark.bullet.size()));
        else b.mark = {begin, begin + static_cast<std::uint32_t>(mark.bullet.size())};
    }
}

}  // namespace minutes
