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

}  // namespace

std::string typewriter::gap(float from, float to, bool first, int printed) const {
    const float length = to - from;
    const bool at_stop = tab > 0 && off(to - margin, tab) * tab <= on_stop;
    if (length < 0.3f * letter) return at_stop && !first ? "\t" : "";
    const auto blanks = static_cast<std::size_t>(std::max(first ? 0.0f : 1.0f, std::round(length / letter)));
    const bool whole = off(length, letter) <= on_cell;
    const bool all_printed = printed >= 0 && static_cast<std::size_t>(printed) == blanks;
    if (at_stop && (!whole || (printed >= 0 && blanks >= 2 ? !all_printed : blanks >= 3))) {
        const float stops = std::round((to - margin) / tab) - std::floor((from - margin) / tab + 0.01f);
        return std::string(static_cast<std::size_t>(std::clamp(stops, 1.0f, 20.0f)), '\t');
    }
    if (at_stop && blanks == 1 && !first) return {perhaps_tab};
    return whole || tab == 0 ? std::string(std::min<std::size_t>(blanks, 300), ' ') : std::string("\t");
}

std::string typewriter::text_of(const text_line& line) const {
    std::string out;
    for (std::size_t i = 0; i < line.words.size(); ++i)
        out += gap(i == 0 ? margin : line.words[i - 1].box.right, line.words[i].box.left, i == 0, line.words[i].blanks) + line.words[i].text;
    return out;
}

int typewriter::stops_behind(float x) const {
    if (tab <= 0) return 0;
    return static_cast<int>(std::floor((right - margin) / tab + 0.01f) - std::floor((x - margin) / tab + 0.01f));
}

float typewriter::stop_behind(float x, int n) const { return margin + tab * (std::floor((x - margin) / tab + 0.01f) + static_cast<float>(n)); }

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
    if (t.right > edge - 12 * t.letter) t.right = edge;  // as wide as the other margin
    t.tab = find_tab(t, pages);
    return t;
}

/// A capital behind a small letter or a stop, or a figure behind a small letter.
bool starts_cell(char before, char c) {
    const bool lower = std::islower(static_cast<unsigned char>(before)) != 0;
    if (std::isupper(static_cast<unsigned char>(c))) return lower || std::string_view(".,;:!?)").find(before) != std::string_view::npos;
    return lower && std::isdigit(static_cast<unsigned char>(c));
}

/// Where a tab took no room at all, two words were read as one: a capital behind other letters, right at a stop.
void part_at_stops(const typewriter& t, text_line& line) {
    if (t.tab <= 0) return;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const std::string text = line.words[i].text;
        std::size_t letters = letters_of(line.words[i]);  // from here to the word's end
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
            const float x = line.words[i].box.right - static_cast<float>(letters) * t.letter - t.margin;
            letters -= starts;
            if (at == 0 || !starts || off(x, t.tab) * t.tab > on_stop || !starts_cell(text[at - 1], text[at])) continue;
            page_word behind = line.words[i];
            behind.text = text.substr(at);
            behind.box.left = x + t.margin;
            behind.blanks = 0;
            line.words[i].text.resize(at);
            line.words[i].box.right = behind.box.left;
            line.words[i].blanks_behind = 0;
            line.words.insert(line.words.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(behind));
            break;
        }
    }
}

}  // namespace minutes
