// SPDX-License-Identifier: Apache-2.0
#include "task_text.hpp"

#include <array>

namespace minutes {

namespace {

/// "->", "-->", "=>", ">>": two marks or more, so that the ">" of a quotation is none.
std::size_t typed_arrow(std::string_view t) {
    std::size_t i = 0;
    while (i < t.size() && (t[i] == '-' || t[i] == '=' || t[i] == '~')) ++i;
    if (i == t.size() || t[i] != '>') return 0;
    while (i < t.size() && t[i] == '>') ++i;
    return i > 1 ? i : 0;
}

/// ":tada:": the name of a picture, as chats and wikis write it.
std::size_t named_picture(std::string_view t) {
    constexpr std::size_t longest = 40;  // bytes
    if (!t.starts_with(':')) return 0;
    std::size_t i = 1;
    while (i < t.size() && i < longest && ((t[i] >= 'a' && t[i] <= 'z') || (t[i] >= '0' && t[i] <= '9') || t[i] == '_' || t[i] == '-')) ++i;
    return i > 2 && i < t.size() && t[i] == ':' ? i + 1 : 0;
}

/// A sign of arrows (U+2190 – U+21FF, U+2900 – U+297F, U+2B00 – U+2BFF), dingbats (U+2700 – U+27BF), triangles that point
/// (U+25B6 – U+25BF) or pictures (U+1F000 – U+1FFFF), with what joins it to another.
std::size_t sign(std::string_view t) {
    if (const std::size_t named = named_picture(t)) return named;
    if (t.empty() || static_cast<unsigned char>(t[0]) < 0x80) return 0;
    constexpr std::array<std::string_view, 13> arrows = {"\xE2\x86", "\xE2\x87", "\xE2\xA4", "\xE2\xA5", "\xE2\xAC", "\xE2\xAD", "\xE2\xAE", "\xE2\xAF", "\xE2\x9C", "\xE2\x9D", "\xE2\x9E", "\xEF\xB8", "\xE2\x80\x8D"};
    if (t.starts_with("\xF0\x9F")) return t.size() >= 4 ? 4 : 0;
    if (t.starts_with("\xE2\x96") && t.size() >= 3 && static_cast<unsigned char>(t[2]) >= 0xB6) return 3;
    for (const auto opening : arrows)
        if (t.starts_with(opening)) return t.size() >= 3 ? 3 : 0;
    return 0;
}

}  // namespace

bool is_gap(char c) {
    switch (c) {
        case ' ': case '\t': case '\n': case ':': case '-': case '*': case '_': case ';': case ',': case '.': case '|': return true;
        default: return false;
    }
}

std::size_t pointer_at(std::string_view t) {
    std::size_t end = typed_arrow(t);
    while (const std::size_t n = sign(t.substr(end))) end += n;
    while (end > 0 && end < t.size() && (t[end] == ' ' || t[end] == '\t')) ++end;
    return end;
}

std::size_t skip_gap(std::string_view t, std::size_t i) {
    for (;;) {
        if (const std::size_t pointer = pointer_at(t.substr(i))) i += pointer;
        else if (i < t.size() && is_gap(t[i])) ++i;
        else if (t.substr(i).starts_with("\u2013") || t.substr(i).starts_with("\u2014")) i += 3;
        else return i;
    }
}

std::size_t trim_gap(std::string_view t, std::size_t from, std::size_t to) {
    const auto dash = [&](std::string_view mark) { return to >= from + mark.size() && t.substr(to - mark.size(), mark.size()) == mark; };
    for (;;) {
        if (to > from && std::string_view(" \t\n*_|").find(t[to - 1]) != std::string_view::npos) --to;
        else if (dash("\u2013") || dash("\u2014")) to -= 3;
        else if (dash(" -")) --to;
        else return to;
    }
}

}  // namespace minutes
