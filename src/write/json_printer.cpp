// SPDX-License-Identifier: Apache-2.0
#include "json_printer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "safe_text.hpp"

namespace minutes {

namespace {

/// Bytes that stand for themselves between quotation marks.
constexpr auto plain_bytes = [] {
    std::array<bool, 256> all{};
    for (std::size_t c = 0x20; c < all.size(); ++c) all[c] = c != '"' && c != '\\';
    return all;
}();

/// Whether any of eight bytes is a control, a quotation mark or a backslash: a byte below `n` borrows from its highest bit
/// (Mycroft's test; Anderson, Bit Twiddling Hacks).
bool any_escaped(std::uint64_t bytes) {
    constexpr std::uint64_t each = 0x0101010101010101, highest = 0x8080808080808080;
    const auto below = [&](std::uint64_t b, std::uint64_t n) { return (b - each * n) & ~b & highest; };
    return (below(bytes, 0x20) | below(bytes ^ each * '"', 1) | below(bytes ^ each * '\\', 1)) != 0;
}

/// The first place from `at` on whose byte does not stand for itself, or the end.
std::size_t end_of_plain(std::string_view s, std::size_t at) {
    for (; at + 8 <= s.size(); at += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, s.data() + at, 8);
        if (any_escaped(bytes)) break;
    }
    while (at < s.size() && plain_bytes[static_cast<unsigned char>(s[at])]) ++at;
    return at;
}

void append_escaped(growing_text& out, char c) {
    switch (c) {
        case '"': out.append("\\\""); break;
        case '\\': out.append("\\\\"); break;
        case '\b': out.append("\\b"); break;
        case '\f': out.append("\\f"); break;
        case '\n': out.append("\\n"); break;
        case '\r': out.append("\\r"); break;
        case '\t': out.append("\\t"); break;
        default: out.append(fmt::format("\\u{:04x}", static_cast<unsigned>(c)));
    }
}

}  // namespace

void growing_text::grow(std::size_t more) {
    capacity_ = std::max(2 * capacity_, size_ + more);
    auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
    std::memcpy(larger.get(), bytes_.get(), size_);
    bytes_ = std::move(larger);
}

void json_printer::start_line() {
    out_.append('\n');
    out_.append(levels_.size(), ' ');
}

void json_printer::start_value() {
    if (named_ || levels_.empty()) {
        named_ = false;
        return;
    }
    level& here = levels_.back();
    if (!here.empty) out_.append(',');
    here.empty = false;
    if (here.how == layout::lines) start_line();
}

void json_printer::open(char bracket, layout how) {
    start_value();
    out_.append(bracket);
    levels_.push_back({how});
}

void json_printer::close(char bracket) {
    const level was = levels_.back();
    levels_.pop_back();
    if (was.how == layout::lines && !was.empty) start_line();
    out_.append(bracket);
}

void json_printer::name(std::string_view key) {
    start_value();
    out_.append('"');
    out_.append(key);
    out_.append("\":");
    if (levels_.back().how == layout::lines) out_.append(' ');
    named_ = true;
}

void json_printer::text(std::string_view value) {
    start_value();
    quote(value);
}

/// With the digits of its own precision: 0.1, not 0.10000000149011612.
void json_printer::number(float value) { digits(nlohmann::json(std::stod(fmt::format("{}", value))).dump()); }

void json_printer::digits(std::string_view value) {
    start_value();
    out_.append(value);
}

void json_printer::quote(std::string_view value) {
    if (!is_utf8(value)) {
        out_.append(nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        return;
    }
    out_.append('"');
    std::size_t from = 0;
    for (std::size_t i = end_of_plain(value, 0); i < value.size(); i = end_of_plain(value, i + 1)) {
        out_.append(value.substr(from, i - from));
        append_escaped(out_, value[i]);
        from = i + 1;
    }
    out_.append(value.substr(from));
    out_.append('"');
}

}  // namespace minutes
