// SPDX-License-Identifier: Apache-2.0
#include "text_headings.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace minutes {

namespace {

constexpr std::size_t longest_heading = 90;  // bytes
constexpr int level_of_stars = 2;

using kind = document_block::kind_type;

std::size_t code_points(std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The mark that a line repeats from end to end; 0 for any other line.
char rule_of(std::string_view line) {
    line = line.substr(0, line.find_last_not_of(" \t") + 1);
    constexpr std::string_view marks = "=-~^*";
    return line.size() >= 3 && marks.find(line[0]) != marks.npos && line.find_first_not_of(line[0]) == line.npos ? line[0] : '\0';
}

}  // namespace

void mark_text_headings(std::vector<document_block>& blocks, const source_text& source) {
    const auto line_at = [&](std::size_t i) { return std::string_view(source.text).substr(blocks[i].text.begin, blocks[i].text.size()); };
    std::string rules;  // in order of first use: the first marks the highest level
    std::vector<std::size_t> starred;
    bool star_bullets = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kind != kind::line) continue;
        const auto line = line_at(i);
        star_bullets |= line.starts_with("* ");
        if (line.starts_with("** ") && line.find("**", 3) == line.npos) starred.push_back(i);
        const bool ruled = i + 1 < blocks.size() && blocks[i + 1].kind == kind::line && blocks[i + 1].blank_before == 0;
        const bool alone = i == 0 || blocks[i].blank_before > 0 || blocks[i - 1].kind != kind::line || rule_of(line_at(i - 1));
        if (!ruled || !alone || line[0] == ' ' || line[0] == '\t' || line.size() > longest_heading || rule_of(line)) continue;
        const char rule = rule_of(line_at(i + 1));
        const auto width = code_points(line), drawn = line_at(i + 1).find_last_not_of(" \t") + 1;
        // A rule much wider than the words parts the page and underlines nothing.
        if (!rule || drawn + 3 < width || drawn > width + 8) continue;
        if (rules.find(rule) == rules.npos) rules += rule;
        blocks[i].heading = static_cast<int>(rules.find(rule)) + 1;
    }
    if (star_bullets || starred.size() < 3) return;
    for (const auto i : starred) {
        blocks[i].heading = level_of_stars;
        blocks[i].mark = {blocks[i].text.begin, blocks[i].text.begin + 2};
    }
}

}  // namespace minutes
