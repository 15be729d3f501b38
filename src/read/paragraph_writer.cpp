// SPDX-License-Identifier: Apache-2.0
#include "paragraph_writer.hpp"

#include <fmt/format.h>

#include "recognition.hpp"

namespace minutes {

namespace {

constexpr std::size_t most_doubts = 500;     // spans of one diagnostic
constexpr std::size_t longest_heading = 3;   // lines

}  // namespace

void paragraph_writer::write_words(const text_line& l, std::size_t from, bool in_cell, bool drop_hyphen) {
    std::string chunk;
    bool bold = false;
    const auto flush = [&] {
        if (!chunk.empty()) to.append(chunk, {.bold = bold});
        chunk.clear();
    };
    for (std::size_t i = from; i < l.words.size(); ++i) {
        if (i > from && !l.glued(i)) {
            const bool gap = std::find(l.gaps.begin(), l.gaps.end(), i) != l.gaps.end();
            chunk += gap && !in_cell ? '\t' : ' ';
        }
        const bool doubtful = l.words[i].confidence < least_confidence;
        if (l.words[i].bold != bold || doubtful) flush();
        bold = l.words[i].bold;
        chunk += l.words[i].text;
        if (!doubtful) continue;
        const auto begin = to.here();
        flush();
        doubts.push_back({begin, to.here()});
    }
    // A hyphen that only broke the word is a soft one: cleaning drops it and keeps its place.
    if (drop_hyphen && !chunk.empty()) chunk.replace(chunk.size() - 1, 1, "\u00AD");
    flush();
}

void paragraph_writer::set_origin(const text_line& l) {
    source_text::origin o;
    o.page = static_cast<std::uint32_t>(l.page + 1);
    o.left = l.box.left;
    o.top = l.box.top;
    o.right = l.box.right;
    o.bottom = l.box.bottom;
    std::uint8_t least = 100;
    for (const auto& w : l.words) least = std::min(least, w.confidence);
    o.confidence = least;
    to.set_origin(o);
}

bool paragraph_writer::breaks_word(const text_line& above, const text_line& below) const {
    const auto& head = above.words.back().text;
    return head.size() > 1 && head.back() == '-' && hyphens.broken(std::string_view(head).substr(0, head.size() - 1), below.words.front().text);
}

void paragraph_writer::write(const paragraph& p, bool in_cell, part_type part) {
    document_block b;
    b.joint = document_block::joint_type::separate;
    b.heading = in_cell || part != part_type::body ? 0 : heading_of(p);
    b.depth = p.depth;
    b.align = p.align;
    b.part = part;
    b.blank_before = p.blank_before;
    to.begin_block(b);
    bool joined = false;  // the line goes on inside a word
    for (std::size_t n = 0; n < p.lines.size(); ++n) {
        const auto& l = p.lines[n];
        if (n > 0 && !joined) to.append(n == p.tail_line && !in_cell ? "\t" : " ");
        set_origin(l);
        std::size_t from = 0;
        if (n == 0 && p.mark_words > 0) {
            to.append_mark(part_of(l, 0, p.mark_words).text(), false);
            from = p.mark_words;
        }
        const bool goes_on = n + 1 < p.lines.size() && n + 1 != p.tail_line;
        const bool drop = goes_on && breaks_word(l, p.lines[n + 1]);
        const bool broken = std::find(p.broken_words.begin(), p.broken_words.end(), n + 1) != p.broken_words.end();
        joined = drop || broken || (goes_on && l.words.back().text.size() > 1 && l.words.back().text.back() == '-');
        write_words(l, from, in_cell, drop);
    }
    to.end_block();
}

int paragraph_writer::heading_of(const paragraph& p) const {
    const float size = p.lines.front().size;
    if (heading_sizes.empty() || p.lines.size() > longest_heading || size < static_cast<float>(*heading_sizes.begin()) - 0.5f) return 0;
    const auto larger = std::count_if(heading_sizes.begin(), heading_sizes.end(), [&](int other) { return static_cast<float>(other) > size + 0.5f; });
    return std::min(static_cast<int>(larger) + 1, 9);
}

void paragraph_writer::note_doubts() {
    if (doubts.empty()) return;
    const auto n = doubts.size();
    if (n > most_doubts) doubts.resize(most_doubts);
    to.result().diagnostics.push_back({"uncertain-words", severity::warning, doubts, {}, fmt::format("{} words were recognised with less than {} per cent confidence", n, least_confidence),
                                       "Compare them with the page."});
}

}  // namespace minutes
