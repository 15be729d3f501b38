// SPDX-License-Identifier: Apache-2.0
#include <minutes/span.hpp>

#include <algorithm>

namespace minutes {

const source_text::origin* origin_of(const source_text& source, std::uint32_t offset) {
    const auto after = std::upper_bound(source.origins.begin(), source.origins.end(), offset,
                                        [](std::uint32_t at, const source_text::origin& o) { return at < o.at; });
    return after == source.origins.begin() ? nullptr : &*(after - 1);
}

place place_of(const source_text& source, std::uint32_t offset) {
    offset = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(source.text.size()));
    const auto after = std::upper_bound(source.line_starts.begin(), source.line_starts.end(), offset);
    const std::uint32_t start = after == source.line_starts.begin() ? 0 : *(after - 1);
    place p;
    if (const auto* o = origin_of(source, offset); o && o->line > 0) {
        p.line = o->line;
        p.column = o->column;
        for (std::uint32_t i = o->at; i < offset; ++i)
            if ((static_cast<unsigned char>(source.text[i]) & 0xC0) != 0x80) ++p.column;
        return p;
    }
    p.line = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, after - source.line_starts.begin()));
    for (std::uint32_t i = start; i < offset; ++i)
        if ((static_cast<unsigned char>(source.text[i]) & 0xC0) != 0x80) ++p.column;
    // What reading took out before this place in the line still counts in the file as it was.
    auto e = std::lower_bound(source.edits.begin(), source.edits.end(), start,
                              [](const source_text::edit& x, std::uint32_t at) { return x.at < at; });
    for (; e != source.edits.end() && e->at <= offset; ++e) p.column = p.column + e->before - e->after;
    return p;
}

std::string_view line_text(const source_text& source, std::size_t line) {
    if (line == 0 || line > source.line_starts.size()) return {};
    const std::string_view all = source.text;
    const std::size_t begin = source.line_starts[line - 1];
    return all.substr(begin, all.find('\n', begin) - begin);
}

std::shared_ptr<const source_text> empty_text() {
    static const auto empty = std::make_shared<const source_text>(source_text{{}, {0}, {}, {}});
    return empty;
}

}  // namespace minutes
