// SPDX-License-Identifier: Apache-2.0
#include "clean_text.hpp"

#include "encoding.hpp"

namespace minutes {

void text_cleaner::append(std::string_view utf8) {
    if (out.line_starts.empty()) out.line_starts.push_back(0);
    out.text.reserve(out.text.size() + utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        std::size_t plain = i;
        while (plain < utf8.size() && utf8[plain] >= 0x20 && utf8[plain] < 0x7F) ++plain;
        out.text.append(utf8, i, plain - i);
        if ((i = plain) < utf8.size()) take(utf8, i);
    }
}

void text_cleaner::end_line() {
    out.text += '\n';
    out.line_starts.push_back(here());
}

void text_cleaner::replace(std::string_view with, std::uint32_t length) {
    out.text += with;
    if (length != 1) out.edits.push_back({here(), 1, length});
}

void text_cleaner::take(std::string_view utf8, std::size_t& i) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(utf8, i);
    switch (c) {
        case '\t': out.text += '\t'; return;
        case '\r':
            if (i < utf8.size() && utf8[i] == '\n') ++i;
            [[fallthrough]];
        case '\n': case 0x85: case 0x2028: case 0x2029: end_line(); return;
        case '\f': page_breaks.push_back(here()); [[fallthrough]];
        case '\v': case 0xA0: case 0x1680: case 0x2007: case 0x202F: case 0x3000: replace(" ", 1); return;
        case 0xAD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF: replace("", 0); return;
        case 0xFB00: replace("ff", 2); return;
        case 0xFB01: replace("fi", 2); return;
        case 0xFB02: replace("fl", 2); return;
        case 0xFB03: replace("ffi", 3); return;
        case 0xFB04: replace("ffl", 3); return;
        case 0xFB05: case 0xFB06: replace("st", 2); return;
        default: break;
    }
    if (c >= 0x2000 && c <= 0x200A) {  // spaces of other widths
        replace(" ", 1);
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE) {
        replaced = true;
        replace("\xEF\xBF\xBD", 1);
    } else {
        out.text.append(utf8, begin, i - begin);
    }
}

}  // namespace minutes
