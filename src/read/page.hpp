// SPDX-License-Identifier: Apache-2.0
// A page as geometry: words, ruling lines and boxes in points from its upper left corner.
// Text layers and character recognition both give it; all that follows reads it alike.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace minutes {

struct page_box {
    float left = 0, top = 0, right = 0, bottom = 0;
    [[nodiscard]] float width() const { return right - left; }
    [[nodiscard]] float height() const { return bottom - top; }
    [[nodiscard]] float centre() const { return (left + right) / 2; }
    [[nodiscard]] float middle() const { return (top + bottom) / 2; }
    [[nodiscard]] bool holds(float x, float y) const { return x >= left && x <= right && y >= top && y <= bottom; }
    void widen_to(const page_box& b) {
        left = std::min(left, b.left);
        top = std::min(top, b.top);
        right = std::max(right, b.right);
        bottom = std::max(bottom, b.bottom);
    }
};

struct page_word {
    std::string text;              ///< UTF-8, without blanks
    page_box box;                  ///< as high as its font
    float size = 0;                ///< of its print, in points; 0 when it is not known
    bool bold = false;
    std::uint8_t confidence = 100; ///< of character recognition, in per cent
    int blanks = unknown;          ///< blanks printed right before it; a tab or a move of the pen prints none
    int blanks_behind = 0;         ///< blanks printed behind it, where it ends a run of print

    static constexpr int unknown = -1;

    /// Set along a vertical line, as heads of narrow columns are: no upright word of so many letters is so narrow.
    [[nodiscard]] bool turned() const {
        const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
        return (letters >= 4 && box.height() > 1.6f * box.width()) || (letters == 3 && box.height() > 2.5f * box.width());
    }
};

/// A straight line that parts cells.
struct page_rule {
    page_box box;
    bool across = true;  ///< from left to right; else from top to bottom
};

struct page {
    float width = 0, height = 0;
    std::vector<page_word> words;
    std::vector<page_rule> rules;
};

}  // namespace minutes
