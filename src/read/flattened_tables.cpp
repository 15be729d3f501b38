// SPDX-License-Identifier: Apache-2.0
#include "flattened_tables.hpp"

#include <algorithm>

namespace minutes {

namespace {

constexpr std::size_t gap = 3;  // blanks between two cells

std::string_view trimmed_line(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t\r");
    return begin == line.npos ? std::string_view{} : line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

/// A tab or a run of blanks between words, the one behind a list's mark left out.
bool has_cells(std::string_view line) {
    auto words = trimmed_line(line);
    const auto mark = words.substr(0, words.find_first_of(" \t"));
    const bool marked = mark == "-" || mark == "*" || mark == "+" || (mark.size() > 1 && mark.size() < 5 && (mark.back() == '.' || mark.back() == ')'));
    if (marked && words.size() > mark.size()) words = trimmed_line(words.substr(mark.size()));
    return words.find('\t') != words.npos || words.find("   ") != words.npos || (line.starts_with('\t') && trimmed_line(line).size() > gap && line.back() == '\t');
}

/// Marks that only Markdown has.
bool has_marks(std::string_view line) {
    const auto words = trimmed_line(line);
    return words.starts_with('#') || words.starts_with('|') || words.starts_with('>') || words.starts_with("```") || words.starts_with("~~~") ||
           line.find("**") != line.npos || line.find("](") != line.npos || line.find('`') != line.npos || words.ends_with('|');
}

}  // namespace

std::vector<span> find_flattened_tables(std::string_view utf8, std::size_t from) {
    std::vector<span> out;
    std::size_t begin = from, lines = 0, with_cells = 0, indented = 0;
    bool marked = false, fenced = false, markdown = false;
    const auto close = [&](std::size_t end) {
        // A cell of many lines leaves lines that hold only its words, set in under it.
        if (!marked && with_cells > 1 && 2 * (with_cells + indented) >= lines) out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        markdown = markdown || marked;
        lines = with_cells = indented = 0;
        marked = false;
    };
    for (std::size_t at = from; at < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        const auto line = utf8.substr(at, end - at);
        const auto words = trimmed_line(line);
        if (words.starts_with("```") || words.starts_with("~~~")) fenced = !fenced;
        if (words.empty()) {
            close(at);
        } else {
            if (lines++ == 0) begin = at;
            if (has_cells(line)) ++with_cells;
            else indented += line.starts_with("   ");
            marked = marked || fenced || has_marks(line);
        }
        at = end + 1;
    }
    close(utf8.size());
    // Without any mark of Markdown all of it is plain text.
    if (!out.empty() && !markdown) out = {{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(utf8.size())}};
    return out;
}

}  // namespace minutes
