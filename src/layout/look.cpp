// SPDX-License-Identifier: Apache-2.0
#include "look.hpp"

#include <algorithm>
#include <array>

namespace minutes {

namespace {

/// Where the run of `marked` words that starts at `from` ends, blanks and marks between runs included; `from` when there is none.
std::uint32_t run_end(const spans& marked, std::string_view text, std::uint32_t from, std::uint32_t end) {
    auto at = from;
    auto s = std::lower_bound(marked.begin(), marked.end(), from, [](const span& x, std::uint32_t p) { return x.end <= p; });
    for (; s != marked.end() && s->begin < end; ++s) {
        const auto gap = text.substr(at, s->begin > at ? s->begin - at : 0);
        if (gap.find_first_not_of(" \t:.-") != gap.npos) break;
        at = std::min(s->end, end);
    }
    return at;
}

}  // namespace

std::uint32_t bold_run_end(const document& d, span text) { return run_end(d.bold, d.text->text, text.begin, text.end); }

bool opens_with_list_mark(std::string_view paragraph) {
    constexpr std::array marks = {"- ", "* ", "\u2013 ", "\u2022", "\u25AA", "\u00B7 "};
    return std::any_of(marks.begin(), marks.end(), [&](const char* mark) { return paragraph.starts_with(mark); });
}

look look_of(const document& d, const document_block& b) {
    look l;
    l.heading = b.heading;
    l.mark = b.mark;
    l.depth = b.depth;
    l.task = b.task;
    l.checked = b.checked;
    l.align = b.align;
    l.part = b.part;
    l.joint = b.joint;
    const std::string_view text = d.text->text;
    // The list mark is not part of what the words look like.
    const auto words = trimmed(text, {b.mark.empty() ? b.text.begin : b.mark.end, b.text.end});
    if (words.empty()) return l;
    // "☐ ring the bank" in a list of a word processor: the box is a letter there.
    const auto own = text.substr(words.begin, words.size());
    if (!l.task && !b.mark.empty())
        for (const std::string_view sign : {"\u2610 ", "\u2611 ", "\u2612 "})
            if (own.starts_with(sign)) {
                l.task = true;
                l.checked = sign != "\u2610 ";
            }
    const auto reaches_end = [&](std::uint32_t at) { return text.substr(at, words.end - at).find_first_not_of(" \t:.") == std::string_view::npos; };
    const auto bold_end = bold_run_end(d, words);
    l.bold = bold_end > words.begin && reaches_end(bold_end);
    if (!l.bold && bold_end > words.begin) l.bold_end = bold_end;
    const auto struck_end = run_end(d.struck, text, words.begin, words.end);
    l.struck = struck_end > words.begin && reaches_end(struck_end);
    return l;
}

}  // namespace minutes
