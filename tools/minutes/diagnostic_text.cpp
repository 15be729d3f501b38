// SPDX-License-Identifier: Apache-2.0
#include "diagnostic_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text.hpp"

namespace cli {

namespace {

style style_of(minutes::severity s) {
    switch (s) {
        case minutes::severity::error: return style::red;
        case minutes::severity::warning: return style::yellow;
        case minutes::severity::note: return style::cyan;
    }
    return style::bold;
}

std::size_t sum_of_widths(const std::vector<glyph>& line, std::size_t begin, std::size_t end) {
    std::size_t width = 0;
    for (std::size_t i = begin; i < end; ++i) width += line[i].width;
    return width;
}

/// A range of glyphs.
struct range {
    std::size_t begin = 0, end = 0;
};

range glyphs_between(const std::vector<glyph>& line, std::size_t begin, std::size_t end) {
    const auto at = [&](std::size_t offset) {
        const auto it = std::lower_bound(line.begin(), line.end(), offset, [](const glyph& g, std::size_t o) { return g.offset < o; });
        return static_cast<std::size_t>(it - line.begin());
    };
    return {at(begin), at(end)};
}

/// The part of a long line to show: some words before the marked ones, then as much as there is room for.
range window_around(const std::vector<glyph>& line, range marked, std::size_t room) {
    if (sum_of_widths(line, 0, line.size()) <= room) return {0, line.size()};
    room -= std::min<std::size_t>(room, 2);  // for an ellipsis at either end
    range shown{marked.begin, marked.begin};
    while (shown.begin > 0 && sum_of_widths(line, shown.begin - 1, marked.begin) <= room / 3) --shown.begin;
    std::size_t used = sum_of_widths(line, shown.begin, marked.begin);
    while (shown.end < line.size() && used + line[shown.end].width <= room) used += line[shown.end++].width;
    while (shown.begin > 0 && used + line[shown.begin - 1].width <= room) used += line[--shown.begin].width;
    return shown;
}

std::string excerpt_of(std::string_view line_words, std::size_t begin, std::size_t end, const std::string& gutter, style how, const screen& s) {
    const std::vector<glyph> line = glyphs_of(line_words.substr(0, std::max(end, line_words.find_last_not_of(" \t") + 1)));
    const range marked = glyphs_between(line, begin, end);
    const std::size_t room = s.width > gutter.size() + 20 ? s.width - gutter.size() : 20;
    const range shown = window_around(line, marked, room);
    std::string text = shown.begin > 0 ? "…" : "";
    for (std::size_t i = shown.begin; i < shown.end; ++i) text += line[i].text;
    if (shown.end < line.size()) text += "…";
    const std::size_t before = sum_of_widths(line, shown.begin, marked.begin) + (shown.begin > 0 ? 1 : 0);
    const std::size_t under = sum_of_widths(line, marked.begin, std::min(marked.end, shown.end));
    const std::string caret = "^" + std::string(under > 1 ? under - 1 : 0, '~');
    return fmt::format("{}{}\n{}{}{}\n", paint(s, style::dim, gutter), text, paint(s, style::dim, std::string(gutter.size() - 2, ' ') + "| "),
                       std::string(before, ' '), paint(s, how, caret));
}

}  // namespace

std::string diagnostic_line(const std::string& where, const minutes::diagnostic& d, const screen& s) {
    return fmt::format("{}: {}: {} [{}]\n", paint(s, style::bold, where), paint(s, style_of(d.severity), minutes::name_of(d.severity)),
                       visible(d.message), d.code);
}

std::string diagnostic_line(const minutes::parse_result& r, const minutes::diagnostic& d, const screen& s) {
    const std::string& name = r.meeting.source.name;
    const std::string where = d.spans.empty() ? visible(name) : fmt::format("{}:{}:{}", visible(name), d.place.line, d.place.column);
    return diagnostic_line(where, d, s);
}

std::string diagnostic_excerpt(const minutes::parse_result& r, const minutes::diagnostic& d, const screen& s) {
    if (d.spans.empty()) return d.hint.empty() ? "" : fmt::format("  {}\n", visible(d.hint));
    const minutes::source_text& source = *r.meeting.text;
    const std::string_view line = minutes::line_text(source, d.place.line);
    if (line.empty()) return {};
    const std::size_t start = source.line_starts[d.place.line - 1];
    const minutes::span first = d.spans.front();
    const std::size_t begin = std::min<std::size_t>(first.begin - start, line.size());
    const std::size_t end = std::clamp<std::size_t>(first.end - start, begin, line.size());
    std::string out = excerpt_of(line, begin, end, fmt::format("{:5} | ", d.place.line), style_of(d.severity), s);
    if (!d.hint.empty()) out += paint(s, style::dim, fmt::format("      = {}", visible(d.hint))) + "\n";
    return out;
}

void tell_findings(const minutes::parse_result& r, bool quiet, console& c) {
    if (quiet && r.readable) return;
    for (const auto& d : r.diagnostics)
        if (d.severity != minutes::severity::note) c.tell(diagnostic_line(r, d, c.err()));
}

}  // namespace cli
