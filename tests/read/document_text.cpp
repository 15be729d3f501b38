// SPDX-License-Identifier: Apache-2.0
#include "document_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace minutes::test {

namespace {

/// The block's words with **bold** and ~~struck~~ pieces marked.
std::string words_of(const document& d, const document_block& b) {
    std::string out;
    const auto mark = [&](const spans& all, std::uint32_t at, std::string_view with) {
        auto first = std::lower_bound(all.begin(), all.end(), b.text.begin, [](const span& s, std::uint32_t from) { return s.end <= from; });
        for (; first != all.end() && first->begin < b.text.end; ++first) {
            const span& s = *first;
            const std::uint32_t begin = std::max(s.begin, b.text.begin), end = std::min(s.end, b.text.end);
            if (begin >= end) continue;
            if (at == begin || at == end) out += with;
        }
    };
    for (std::uint32_t i = b.text.begin; i <= b.text.end; ++i) {
        mark(d.bold, i, "**");
        mark(d.struck, i, "~~");
        if (i < b.text.end) out += d.text->text[i] == '\t' ? std::string("\\t") : std::string(1, d.text->text[i]);
    }
    return out;
}

std::string attributes_of(const document& d, const document_block& b) {
    using part = document_block::part_type;
    std::string out;
    const auto add = [&](std::string s) { out += (out.empty() ? "" : " ") + s; };
    if (b.cell != document_block::no_cell) {
        const auto& c = d.cells[b.cell];
        add(fmt::format("t{} r{} c{}", c.table + 1, c.row + 1, c.column + 1));
        if (c.column_span > 1) out += fmt::format("x{}", c.column_span);
        if (c.row_span > 1) out += fmt::format("y{}", c.row_span);
        if (c.head) add("head");
    }
    if (b.heading) add(fmt::format("h{}", b.heading));
    if (b.depth) add(fmt::format("li{}", b.depth));
    if (!b.mark.empty()) add((b.mark_counted ? "#" : "=") + d.text->text.substr(b.mark.begin, b.mark.size()));
    if (b.checked) add("checked");
    if (b.part != part::body) add(b.part == part::header ? "header" : b.part == part::footer ? "footer" : b.part == part::note ? "note" : b.part == part::metadata ? "front" : b.part == part::comment ? "comment" : "box");
    if (b.align != document_block::align_type::left) add(b.align == document_block::align_type::right ? "right" : "centre");
    if (b.joint == document_block::joint_type::continues) add("continues");
    return out;
}

}  // namespace

std::string document_text(const document& d) {
    std::string out;
    for (const auto& [key, value] : d.metadata) out += fmt::format("meta          | {}: {}\n", key, value);
    for (const auto& b : d.blocks) {
        if (b.blank_before) out += "\n";
        if (b.kind == document_block::kind_type::page_break) out += "---- page ----\n";
        else out += fmt::format("{:<14}| {}\n", attributes_of(d, b), words_of(d, b));
    }
    for (const auto& x : d.diagnostics) out += fmt::format("{}: {}\n", x.code, x.message);
    return out;
}

}  // namespace minutes::test
