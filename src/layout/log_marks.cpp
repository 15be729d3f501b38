// SPDX-License-Identifier: Apache-2.0
// What a bot that keeps the log of a chat writes behind each line: "Approval of minutes (ann, 14:02:54)".
#include <utility>

#include "joined_text.hpp"
#include "layout.hpp"
#include "text.hpp"

namespace minutes {

namespace {

bool are_figures(std::string_view s) { return s.size() == 2 && s.find_first_not_of("0123456789") == s.npos; }

/// Where "(ann, 14:02:54)" starts, at the end of a text; the text's size when it ends otherwise.
std::size_t log_mark_in(std::string_view t) {
    constexpr std::size_t longest_name = 40, time_size = 8;  // bytes
    const auto open = t.rfind('(');
    if (open == t.npos || !t.ends_with(')')) return t.size();
    const auto inside = t.substr(open + 1, t.size() - open - 2);
    const auto comma = inside.rfind(", ");
    if (comma == inside.npos || comma == 0 || comma > longest_name || inside.substr(0, comma).find(' ') != inside.npos) return t.size();
    const auto time = inside.substr(comma + 2);
    const bool timed = time.size() == time_size && time[2] == ':' && time[5] == ':' && are_figures(time.substr(0, 2)) && are_figures(time.substr(3, 2)) && are_figures(time.substr(6));
    return timed ? open : t.size();
}

/// Where the mark starts in a line, in the document's text; the line's end when it has none.
std::uint32_t log_mark_of(const laid_block& b, std::string_view text) {
    if (b.kind != laid_block::kind_type::line || b.text.empty()) return 0;
    const span last = b.text.back();
    return last.begin + static_cast<std::uint32_t>(log_mark_in(text.substr(last.begin, last.size())));
}

}  // namespace

void set_log_marks_apart(laid_document& laid, std::string_view text) {
    constexpr std::size_t fewest = 3;  // lines
    std::size_t marked = 0;
    for (const auto& b : laid.blocks) marked += !b.text.empty() && log_mark_of(b, text) < b.text.back().end && b.kind == laid_block::kind_type::line;
    if (marked < fewest) return;
    std::vector<laid_block> out;
    out.reserve(laid.blocks.size() + marked);
    for (auto& b : laid.blocks) {
        const auto at = b.kind == laid_block::kind_type::line && !b.text.empty() ? log_mark_of(b, text) : 0;
        if (at == 0 || at >= b.text.back().end) {
            out.push_back(std::move(b));
            continue;
        }
        laid_block mark;
        mark.kind = laid_block::kind_type::furniture;
        mark.text.push_back({at, b.text.back().end});
        const span said = trimmed(text, {b.text.back().begin, at});
        if (said.empty()) b.text.pop_back();
        else b.text.back() = said;
        if (!b.text.empty()) out.push_back(std::move(b));
        out.push_back(std::move(mark));
    }
    laid.blocks = std::move(out);
}

}  // namespace minutes
