// SPDX-License-Identifier: Apache-2.0
// A meeting as registers need it.
#include <string_view>
#include <vector>

#include <minutes/write.hpp>

namespace minutes {

namespace {

void drop_blocks(std::vector<item>& items) {
    for (item& it : items) {
        it.blocks = {};
        drop_blocks(it.items);
    }
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

/// Neighbours of one kind as one leaf, which belongs to nothing.
std::vector<leaf> joined_leaves(const meeting& m) {
    const std::string_view text = m.text->text;
    std::vector<leaf> out;
    for (const leaf& l : m.leaves) {
        const bool joins = !out.empty() && out.back().kind == l.kind && out.back().span.end <= l.span.begin && l.span.begin <= text.size() &&
                           is_blank(text.substr(out.back().span.end, l.span.begin - out.back().span.end));
        if (joins) out.back().span.end = l.span.end;
        else out.push_back({l.span, l.kind, {}});
    }
    out.shrink_to_fit();
    return out;
}

}  // namespace

meeting for_register(const meeting& m) {
    meeting out = m;
    drop_blocks(out.items);
    out.leaves = joined_leaves(m);
    return out;
}

}  // namespace minutes
