// SPDX-License-Identifier: Apache-2.0
#include "frame.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace {

void replace_all(std::string& text, const std::string& slot, const std::string& by) {
    for (auto at = text.find(slot); at != text.npos; at = text.find(slot, at + by.size())) text.replace(at, slot.size(), by);
}

std::string roman(std::size_t n) {
    static const std::pair<std::size_t, const char*> signs[] = {{10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    std::string out;
    for (const auto& [value, sign] : signs)
        for (; n >= value; n -= value) out += sign;
    return out;
}

std::string capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

void fill_number(std::string& text, std::size_t n) {
    replace_all(text, "{n}", std::to_string(n));
    replace_all(text, "{nn}", (n < 10 ? "0" : "") + std::to_string(n));
    replace_all(text, "{roman}", roman(n));
    replace_all(text, "{ROMAN}", capitals(roman(n)));
    replace_all(text, "{letter}", std::string(1, static_cast<char>('a' + n - 1)));
    replace_all(text, "{LETTER}", std::string(1, static_cast<char>('A' + n - 1)));
}

std::size_t letters_in(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

/// {---} and the like.
void fill_underline(std::string& text, std::size_t length) {
    for (const char sign : {'-', '=', '~', '*'})
        replace_all(text, "{" + std::string(3, sign) + "}", std::string(length, sign));
}

std::string on_one_line(const std::string& text, const std::string& between) {
    std::string out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) out += (out.empty() ? "" : between) + line;
    return out;
}

/// Each line of the text with the words before {each} in front.
std::string with_each(const std::string& before, const std::string& text) {
    const bool only_blanks = before.find_first_not_of(" \t") == before.npos;
    std::string out;
    std::istringstream lines(text);
    std::size_t k = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            if (only_blanks) out += "\n";
            continue;
        }
        std::string lead = before;
        replace_all(lead, "{k}", std::to_string(++k));
        out += lead + line + "\n";
    }
    return out;
}

std::string fill_text(const std::string& shape, const std::string& text, const std::string& cell_break) {
    std::string out;
    std::istringstream lines(shape);
    for (std::string line; std::getline(lines, line);) {
        const auto each = line.find("{each}");
        if (each != line.npos) {
            out += with_each(line.substr(0, each), text);
            continue;
        }
        replace_all(line, "{cell}", on_one_line(text, cell_break));
        replace_all(line, "{text}", text.substr(0, text.size() - text.ends_with('\n')));
        out += line + "\n";
    }
    return out;
}

/// What stands above the items: a line with {headings} once for each of them, such as an agenda.
std::string fill_opening(const std::string& shape, const std::vector<form_section>& items) {
    std::string out;
    std::istringstream lines(shape);
    for (std::string line; std::getline(lines, line);) {
        const bool repeated = line.find("{headings}") != line.npos;
        for (std::size_t i = 0; i < (repeated ? items.size() : 1); ++i) {
            std::string one = line;
            if (repeated) fill_number(one, i + 1);
            if (repeated) replace_all(one, "{headings}", items[i].heading);
            out += one + "\n";
        }
    }
    return out;
}

std::size_t first_number(const form& frame) { return frame.fields.count("first") ? std::stoul(frame.field("first")) : 1; }

}  // namespace

std::string framed(const form& frame, const std::vector<form_section>& items) {
    const std::string opening = fill_opening(frame.text("open"), items);
    std::string out;
    std::size_t n = first_number(frame);
    for (const auto& item : items) {
        std::string shape = frame.text("item"), text = item.text;
        if (frame.field("paragraphs") == "close") replace_all(text, "\n\n", "\n");
        fill_number(shape, n++);
        replace_all(shape, "{heading}", item.heading);
        replace_all(shape, "{HEADING}", capitals(item.heading));
        fill_underline(shape, letters_in(item.heading));
        if (!out.empty() && frame.field("items") != "close") out += "\n";
        out += fill_text(shape, text, frame.fields.count("break") ? frame.field("break") : " ");
    }
    return opening + (opening.empty() || frame.field("items") == "close" ? "" : "\n") + out + frame.text("close");
}

std::vector<std::string> numbers_in(const form& frame, std::size_t count) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(frame.field("number"));
        fill_number(out.back(), first_number(frame) + i);
    }
    return out;
}
