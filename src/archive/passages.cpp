// SPDX-License-Identifier: Apache-2.0
#include "passages.hpp"

#include <algorithm>

namespace minutes {

namespace {

constexpr std::uint32_t longest = 16 * 1024;

struct start {
    std::uint32_t at;
    const item* of;
};

/// Where an item begins: at the first of its own words.
void take_start(const item& it, std::vector<start>& out) {
    const auto take = [&](const spans& where) {
        if (!where.empty()) out.push_back({where.front().begin, &it});
    };
    const std::size_t before = out.size();
    take(it.number.spans);
    take(it.heading.spans);
    if (out.size() == before && !it.blocks.empty()) take(it.blocks.front().spans);
    if (out.size() > before + 1) {
        out[before].at = std::min(out[before].at, out[before + 1].at);
        out.resize(before + 1);
    }
}

/// Where a piece that begins at `begin` may end: behind a line end, else between two characters.
std::uint32_t cut_before(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    if (end - begin <= longest) return end;
    std::uint32_t at = begin + longest;
    const auto line = text.rfind('\n', at - 1);
    if (line != std::string::npos && line > begin + longest / 2) return static_cast<std::uint32_t>(line + 1);
    while (at > begin + 1 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

}  // namespace

std::vector<passage> passages_of(const meeting& m) {
    const std::string& text = m.text->text;
    std::vector<start> starts = {{0, nullptr}};
    for (const item& it : m.items) take_start(it, starts);
    std::stable_sort(starts.begin(), starts.end(), [](const start& a, const start& b) { return a.at < b.at; });
    std::vector<passage> out;
    for (std::size_t n = 0; n < starts.size(); ++n) {
        const auto end = n + 1 < starts.size() ? starts[n + 1].at : static_cast<std::uint32_t>(text.size());
        for (std::uint32_t at = starts[n].at; at < end;) {
            const std::uint32_t cut = cut_before(text, at, end);
            out.push_back({{at, cut}, starts[n].of ? starts[n].of->id : ""});
            at = cut;
        }
    }
    return out;
}

}  // namespace minutes
