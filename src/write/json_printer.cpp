// SPDX-License-Identifier: Apache-2.0
#include "json_printer.hpp"

#include <array>
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


void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    }
}

}  // namespace

void json_printer::start_line() {
    out_ += '\n';
    out_.append(levels_.size(), ' ');
}

void json_printer::start_value() {
    if (named_ || levels_.empty()) {
        named_ = false;
        return;
    }
    level& here = levels_.back();
    if (!here.empty) out_ += ',';
    here.empty = false;
    if (here.how == layout::lines) start_line();
}

void json_printer::open(char bracket, layout how) {
    start_value();
    out_ += bracket;
    levels_.push_back({how});
}

void json_printer::close(char bracket) {
    const level was = levels_.back();
    levels_.pop_back();
    if (was.how == layout::lines && !was.empty) start_line();
    out_ += bracket;
}

void json_printer::name(std::string_view key) {
    start_value();
    quote(key);
    out_ += levels_.back().how == layout::lines ? ": " : ":";
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
    out_ += value;
}

void json_printer::quote(std::string_view value) {
    if (!is_utf8(value)) {
        out_ += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return;
    }
    out_ += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (plain_bytes[static_cast<unsigned char>(value[i])]) continue;
        out_.append(value, from, i - from);
        append_escaped(out_, value[i]);
        from = i + 1;
    }
    out_.append(value, from);
    out_ += '"';
}

}  // namespace minutes
