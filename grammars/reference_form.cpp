// SPDX-License-Identifier: Apache-2.0
#include "reference_form.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace minutes {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
char to_small(char c) { return is_capital(c) ? static_cast<char>(c + 32) : c; }

}  // namespace

bool reference_form::read_field(std::string_view name, piece& p) {
    if (name == "n") p = {kind::digits, 1, 6, 0};
    else if (name == "yy") p = {kind::digits, 2, 2, 0};
    else if (name == "yyyy") p = {kind::digits, 4, 4, 0};
    else if (name == "A") p = {kind::capitals, 1, 6, 0};
    else if (name == "a") p = {kind::small, 1, 1, 0};
    else return false;
    return true;
}

reference_form reference_form::read(std::string_view shape, std::string& mistake) {
    reference_form f;
    f.shape_ = shape;
    for (std::size_t i = 0; i < shape.size();) {
        piece p;
        if (shape[i] == '{') {
            const auto close = shape.find('}', i);
            const auto name = shape.substr(i + 1, close == shape.npos ? close : close - i - 1);
            if (close == shape.npos || !read_field(name, p)) {
                mistake = fmt::format("'{{{}}}' is no part of a reference: {{n}}, {{yy}}, {{yyyy}}, {{A}} and {{a}} are", name);
                return f;
            }
            i = close + 1;
        } else {
            p.kind = is_blank(shape[i]) ? kind::blank : kind::text;
            p.c = to_small(shape[i++]);
        }
        // What may take more or less would leave it open where the next one starts.
        const bool digits_behind = p.kind == kind::digits || (p.kind == kind::text && is_digit(p.c));
        if (!f.pieces_.empty() && f.pieces_.back().kind == kind::digits && f.pieces_.back().least < f.pieces_.back().most && digits_behind) {
            mistake = fmt::format("in '{}', {{n}} has figures right behind it, so nothing says where it ends", shape);
            return f;
        }
        f.pieces_.push_back(p);
    }
    if (std::none_of(f.pieces_.begin(), f.pieces_.end(), [](const piece& p) { return p.kind == kind::digits; }))
        mistake = fmt::format("'{}' has no number in it: {{n}}, {{yy}} or {{yyyy}}", shape);
    return f;
}

std::size_t reference_form::match(std::string_view text) const {
    std::size_t i = 0;
    for (const piece& p : pieces_) {
        const auto fits = [&](char c) {
            switch (p.kind) {
                case kind::text: return to_small(c) == p.c;
                case kind::blank: return is_blank(c);
                case kind::digits: return is_digit(c);
                case kind::capitals: return is_capital(c);
                case kind::small: return is_small(c);
            }
            return false;
        };
        std::size_t n = 0;
        const std::size_t most = p.kind == kind::blank ? text.size() : p.most;
        while (n < most && i + n < text.size() && fits(text[i + n])) ++n;
        if (n < p.least && p.kind != kind::blank) return 0;
        i += n;
    }
    const bool ended = i >= text.size() || !(is_digit(text[i]) || is_small(text[i]) || is_capital(text[i]));
    return ended ? i : 0;
}

}  // namespace minutes
