// SPDX-License-Identifier: Apache-2.0
#include "wording.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace minutes {

namespace {

constexpr std::array<std::string_view, 13> month_names = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                                          "July", "August",  "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                           "Thursday", "Friday", "Saturday"};

unsigned char byte_at(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

/// Length of the well-formed UTF-8 character at `i` (Unicode 15, table 3-7) and its code point; 0 when there is none.
std::size_t decode(std::string_view s, std::size_t i, char32_t& point) {
    const unsigned char lead = byte_at(s, i);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (size == 0 || i + size > s.size()) return 0;
    point = size == 1 ? lead : lead & (0x7Fu >> size);
    for (std::size_t k = 1; k < size; ++k) {
        if ((byte_at(s, i + k) & 0xC0) != 0x80) return 0;
        point = point << 6 | (byte_at(s, i + k) & 0x3Fu);
    }
    const bool overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
    return overlong || point > 0x10FFFF ? 0 : size;
}

/// Char of XML 1.0, section 2.2.
bool xml_allows(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

std::string day_and_month(const date& d) {
    const auto month = static_cast<unsigned>(d.month());
    return fmt::format("{} {}", static_cast<unsigned>(d.day()), month < month_names.size() ? month_names[month] : "?");
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

}  // namespace

std::string safe_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        char32_t point = 0;
        const std::size_t size = decode(text, i, point);
        if (size && xml_allows(point)) out.append(text, i, size);
        else out += "\uFFFD";
        i += std::max<std::size_t>(1, size);
    }
    return out;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string sentence(std::string_view name) {
    std::string out(name);
    std::replace(out.begin(), out.end(), '_', ' ');
    return capitalised(std::move(out));
}

std::string shown(const meeting& m, const traced<std::string>& t) { return t.value ? *t.value : words_of(m, t.spans); }

std::string long_date(const date& d) { return fmt::format("{} {}", day_and_month(d), static_cast<int>(d.year())); }

std::string weekday_date(const date& d) {
    if (!d.ok()) return long_date(d);
    return fmt::format("{} {}", weekday_names[std::chrono::weekday(d).c_encoding()], long_date(d));
}

std::string alternatives(const std::vector<date>& candidates) {
    std::vector<std::string> parts;
    const bool one_year = std::all_of(candidates.begin(), candidates.end(), [&](const date& d) { return d.year() == candidates[0].year(); });
    for (const date& d : candidates) parts.push_back(one_year && &d != &candidates.back() ? day_and_month(d) : long_date(d));
    return joined(parts, " or ");
}

std::string alternatives(const std::vector<std::string>& candidates) { return joined(candidates, " or "); }

std::string title_of(const meeting& m) {
    if (m.title.given()) return shown(m, m.title);
    if (m.body.given()) return shown(m, m.body);
    return m.source.name.empty() ? "Minutes" : m.source.name;
}

std::string item_title(const meeting& m, const item& it) {
    const std::string number = shown(m, it.number);
    const std::string heading = shown(m, it.heading);
    return number.empty() || heading.empty() ? number + heading : number + " " + heading;
}

}  // namespace minutes
