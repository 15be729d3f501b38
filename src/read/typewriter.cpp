// SPDX-License-Identifier: Apache-2.0
#include "typewriter.hpp"

#include <array>
#include <cctype>
#include <cmath>

namespace minutes {

namespace {

constexpr float same_width = 0.02f;      // share by which letters' widths may differ
constexpr double nearly_all = 0.97;      // of the words
constexpr std::size_t enough_words = 30; // to tell a typewriter's print
constexpr float on_cell = 0.05f;         // letters: how exactly blanks fill a gap
constexpr float on_stop = 0.4f;          // points
constexpr std::array tab_distances = {35.45f, 36.0f, 28.35f, 42.52f, 48.0f};  // 1.25 cm, half an inch, 1 cm, 1.5 cm, eight letters of 10 pt

float quantile(std::vector<float> v, std::size_t per_cent) {
    if (v.empty()) return 0;
    const auto at = (v.size() - 1) * per_cent / 100;
    std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(at), v.end());
    return v[at];
}

float letter_width(const page_word& w) { return w.box.width() / static_cast<float>(std::max<std::size_t>(1, letters_of(w))); }

/// How far a length is from a whole number of units.
float off(float length, float unit) { return std::abs(length / unit - std::round(length / unit)); }

/// The distance of tab stops on which most words stand that no number of blanks puts where they are.
float find_tab(const typewriter& t, const std::vector<std::vector<text_line>>& pages) {
    std::vector<float> odd;
    for (const auto& lines : pages)
        for (const auto& l : lines)
            for (std::size_t i = 1; i < l.words.size(); ++i)
                if (off(l.words[i].box.left - l.words[i - 1].box.right, t.letter) > 2 * on_cell) odd.push_back(l.words[i].box.left - t.margin);
    float best = 0;
    std::size_t most = odd.size() / 2;
    for (const float d : tab_distances) {
        const auto hits = static_cast<std::size_t>(std::count_if(odd.begin(), odd.end(), [&](float at) { return off(at, d) * d <= on_stop; }));
        if (hits > most) {
            most = hits;
            best = d;
        }
    }
    return best;
}

/// Where a line's second cell starts; 0 when it has but one.
float second_cell(const typewriter& t, const text_line& l) {
    for (std::size_t i = 1; i < l.words.size(); ++i)
        if (t.gap(l.words[i - 1].box.right, l.words[i].box.left, false).starts_with('\t')) return l.words[i].box.left;
    return 0;
}

/// Whether the page's edge broke a line: the first word below, or the tab before it, had no room there.
/// Rows of cells end where their last cell ends.
bool is_broken(const typewriter& t, const text_line& l, const text_line& below) {
    const auto tabs = t.gap(t.margin, below.words.front().box.left, true);
    if (!tabs.empty() && !tabs.starts_with('\t')) return false;
    const float next_stop = t.margin + t.tab * std::ceil((l.box.right - t.margin + 0.1f) / std::max(1.0f, t.tab));
    const float at = tabs.empty() ? l.box.right + t.letter : next_stop;
    if (at + below.words.front().box.width() <= t.right) return false;
    const bool goes_on = std::islower(static_cast<unsigned char>(below.words.front().text[0])) != 0;
    if (l.page != below.page && !goes_on && std::string_view(".:;!?").find(l.words.back().text.back()) != std::string_view::npos) return false;
    // A tab that had no room went over with its cell: a short one, between others.
    if (!tabs.empty()) return goes_on || below.words.size() == 1 || t.gap(below.words[0].box.right, below.words[1].box.left, false).starts_with('\t');
    // Two rows of one table have their cells below each other.
    if (const float cell = second_cell(t, l); cell > 0 && !goes_on && std::abs(second_cell(t, below) - cell) <= on_stop) return false;
    std::size_t last_cell = 0;
    for (std::size_t i = 1; i < l.words.size(); ++i) {
        const auto gap = t.gap(l.words[i - 1].box.right, l.words[i].box.left, false);
        if (gap.starts_with("   ")) return false;  // columns of blanks
        if (gap.starts_with('\t')) last_cell = i;
    }
    return last_cell == 0 || l.words.size() - last_cell >= 4 || goes_on;
}

}  // namespace

std::string typewriter::gap(float from, float to, bool first) const {
    const float length = to - from;
    const bool at_stop = tab > 0 && off(to - margin, tab) * tab <= on_stop;
    if (length < 0.3f * letter) return at_stop && !first ? "\t" : "";
    const auto blanks = static_cast<std::size_t>(std::max(first ? 0.0f : 1.0f, std::round(length / letter)));
    const bool whole = off(length, letter) <= on_cell;
    if (at_stop && (!whole || blanks >= 3)) {
        const float stops = std::round((to - margin) / tab) - std::floor((from - margin) / tab + 0.01f);
        return std::string(static_cast<std::size_t>(std::clamp(stops, 1.0f, 20.0f)), '\t');
    }
    return whole || tab == 0 ? std::string(std::min<std::size_t>(blanks, 300), ' ') : std::string("\t");
}

std::string typewriter::text_of(const text_line& line) const {
    std::string out;
    for (std::size_t i = 0; i < line.words.size(); ++i)
        out += gap(i == 0 ? margin : line.words[i - 1].box.right, line.words[i].box.left, i == 0) + line.words[i].text;
    return out;
}

std::vector<typewriter::row> typewriter::rows_of(const std::vector<text_line>& lines) const {
    std::vector<float> steps;
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (lines[i].page == lines[i - 1].page) steps.push_back(lines[i].box.bottom - lines[i - 1].box.bottom);
    const float step = std::max(1.0f, quantile(steps, 25));
    std::vector<row> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool follows = i > 0 && lines[i].page == lines[i - 1].page;
        const float below = follows ? lines[i].box.bottom - lines[i - 1].box.bottom : step;
        if (i > 0 && below < 1.5f * step && is_broken(*this, lines[i - 1], lines[i])) out.back().lines.push_back(&lines[i]);
        else out.push_back({{&lines[i]}, follows ? std::max(0, static_cast<int>(std::lround(below / step)) - 1) : 0});
    }
    return out;
}

std::optional<typewriter> find_typewriter(const std::vector<std::vector<text_line>>& pages, float page_width) {
    typewriter t;
    std::vector<float> widths;
    t.margin = 1e6f;
    for (const auto& lines : pages)
        for (const auto& l : lines) {
            t.margin = std::min(t.margin, l.box.left);
            t.right = std::max(t.right, l.box.right);
            for (const auto& w : l.words) widths.push_back(letter_width(w));
        }
    t.letter = quantile(widths, 50);
    const auto same = std::count_if(widths.begin(), widths.end(), [&](float w) { return std::abs(w - t.letter) <= same_width * t.letter; });
    if (widths.size() < enough_words || static_cast<double>(same) < nearly_all * static_cast<double>(widths.size())) return {};
    const float edge = page_width - t.margin;
    if (t.right > edge - 3 * t.letter) t.right = edge;  // tabs may go over it
    t.tab = find_tab(t, pages);
    return t;
}

}  // namespace minutes
