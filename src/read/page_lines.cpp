// SPDX-License-Identifier: Apache-2.0
#include "page_lines.hpp"

#include <cmath>

namespace minutes {

namespace {

constexpr float font_height = 1.15f;  // height of most fonts' boxes, in ems
constexpr float wide_gap = 1.0f;      // ems
constexpr float wider_than_most = 2.5f;  // times the line's usual blank: justified lines have wide ones
constexpr float most_blank = 1.5f;    // ems: no blank between words of running text is wider
constexpr float no_gap = 0.1f;        // ems: letters of one word in two fonts
constexpr float same_print = 0.06f;   // share by which print of one size differs
constexpr std::size_t open_lines = 12;  // lines that a word is compared with

float overlap(const page_box& a, const page_box& b) {
    const float shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return shared / std::max(0.1f, std::min(a.height(), b.height()));
}

float median(std::vector<float> v) {
    if (v.empty()) return 0;
    std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
    return v[v.size() / 2];
}

void measure(text_line& line) {
    std::vector<float> heights, blanks;
    line.box = line.words.front().box;
    for (const auto& w : line.words) {
        line.box.widen_to(w.box);
        heights.push_back(w.size > 0 ? w.size : w.box.height() / font_height);
    }
    line.size = std::max(1.0f, median(heights));
    for (std::size_t i = 1; i < line.words.size(); ++i) blanks.push_back(line.words[i].box.left - line.words[i - 1].box.right);
    std::vector<float> usual_blanks;
    for (const float b : blanks)
        if (b < most_blank * line.size) usual_blanks.push_back(b);
    const float usual = usual_blanks.size() >= 4 ? median(usual_blanks) : 0;
    line.gaps.clear();
    for (std::size_t i = 1; i < line.words.size(); ++i)
        if (blanks[i - 1] > std::max(wide_gap * line.size, wider_than_most * usual)) line.gaps.push_back(i);
}

/// Turned words read from the foot of the page upwards; their lines stand side by side.
text_line turned_line(std::vector<page_word> words) {
    std::stable_sort(words.begin(), words.end(), [](const page_word& a, const page_word& b) {
        const float side = std::min(a.box.width(), b.box.width()) / 2;
        if (std::abs(a.box.centre() - b.box.centre()) > side) return a.box.centre() < b.box.centre();
        return a.box.bottom > b.box.bottom;
    });
    text_line line;
    line.words = std::move(words);
    line.box = line.words.front().box;
    for (const auto& w : line.words) line.box.widen_to(w.box);
    line.size = std::max(1.0f, line.words.front().box.width() / font_height);
    return line;
}

}  // namespace

bool text_line::bold() const {
    return std::all_of(words.begin(), words.end(), [](const page_word& w) { return w.bold; });
}

bool text_line::glued(std::size_t word) const {
    const auto &before = words[word - 1], &w = words[word];
    if (w.turned() || before.turned() || w.box.left - before.box.right >= no_gap * size) return false;
    // Print of one size without a gap was parted by a blank that is there but takes no room; a raised "th" was not.
    const auto height = [](const page_word& x) { return x.size > 0 ? x.size : x.box.height(); };
    return std::abs(height(w) - height(before)) > same_print * height(before);
}

std::string text_line::text() const {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && !glued(i)) out += ' ';
        out += words[i].text;
    }
    return out;
}

std::vector<text_line> lines_of(std::vector<page_word> words, std::size_t page) {
    std::vector<text_line> out;
    std::vector<page_word> turned;
    std::stable_sort(words.begin(), words.end(), [](const page_word& a, const page_word& b) { return a.box.middle() < b.box.middle(); });
    for (auto& w : words) {
        if (w.turned()) {
            turned.push_back(std::move(w));
            continue;
        }
        text_line* best = nullptr;
        for (std::size_t i = out.size(); i-- > 0 && out.size() - i <= open_lines;) {
            if (overlap(out[i].box, w.box) < 0.5f || (best && overlap(best->box, w.box) >= overlap(out[i].box, w.box))) continue;
            best = &out[i];
        }
        if (best) {
            // The line stays as high as its tallest word: a raised figure does not widen it.
            if (w.box.height() > best->box.height()) {
                best->box.top = w.box.top;
                best->box.bottom = w.box.bottom;
            }
            best->words.push_back(std::move(w));
        } else {
            out.emplace_back();
            out.back().box = w.box;
            out.back().words.push_back(std::move(w));
        }
    }
    for (auto& line : out) {
        std::stable_sort(line.words.begin(), line.words.end(), [](const page_word& a, const page_word& b) { return a.box.left < b.box.left; });
        measure(line);
        line.page = page;
    }
    if (!turned.empty()) {
        out.push_back(turned_line(std::move(turned)));
        out.back().page = page;
    }
    std::stable_sort(out.begin(), out.end(), [](const text_line& a, const text_line& b) { return a.box.middle() < b.box.middle(); });
    return out;
}

std::size_t letters_of(const page_word& word) {
    return static_cast<std::size_t>(std::count_if(word.text.begin(), word.text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

text_line part_of(const text_line& line, std::size_t from, std::size_t to) {
    text_line out;
    out.words.assign(line.words.begin() + static_cast<std::ptrdiff_t>(from), line.words.begin() + static_cast<std::ptrdiff_t>(to));
    measure(out);
    out.gaps.clear();
    for (const std::size_t g : line.gaps)
        if (g > from && g < to) out.gaps.push_back(g - from);
    out.page = line.page;
    return out;
}

}  // namespace minutes
