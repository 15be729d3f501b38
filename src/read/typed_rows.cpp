// SPDX-License-Identifier: Apache-2.0
#include "typed_rows.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <utility>

namespace minutes {

namespace {

constexpr std::size_t cell_gap = 2;    // blanks that part cells
constexpr std::size_t hung_gap = 3;    // blanks that are put where nothing tells how many hung over the edge
constexpr std::size_t most_hung = 60;  // blanks looked for beyond the edge
constexpr std::size_t rows_around = 8; // that say how many cells a row has
constexpr float same_row = 1.5f;       // times the step of lines

std::size_t letters(std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

int tabs_in(std::string_view s) { return static_cast<int>(std::count(s.begin(), s.end(), '\t')); }

std::string text_of(const typed_row& r) {
    std::string out;
    for (const auto& p : r.pieces) out += p.before + p.words;
    return out;
}

/// Where cells start that blanks part, in letters from the line's start.
std::vector<std::size_t> cell_starts(std::string_view text) {
    std::vector<std::size_t> out;
    std::size_t column = 0, blanks = cell_gap;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
        if (c != ' ' && blanks >= cell_gap) out.push_back(column);
        blanks = c == ' ' ? blanks + 1 : 0;
        ++column;
    }
    return out;
}

void add(typed_row& to, typed_piece p) {
    to.tabs += tabs_in(p.before) + tabs_in(p.words);
    to.pieces.push_back(std::move(p));
}

struct row_maker {
    const typewriter& t;
    std::vector<typed_row> rows{};

    // ── at blanks ──

    bool at_margin(const text_line& l) const { return std::abs(l.box.left - t.margin) < 0.3f * t.letter; }

    bool had_no_room(float from, const text_line& below) const { return from + below.words.front().box.width() > t.right + 0.05f * t.letter; }

    /// The line may be broken inside a word: behind what joins two of them, or where it is wider than the page.
    bool breaks_word(const text_line& above, const text_line& l) const {
        const std::string& word = above.words.back().text;
        const auto ends = [&](std::string_view mark) { return word.size() > mark.size() && word.ends_with(mark); };
        if (ends("-") || ends("/") || ends("\u2013") || ends("\u2014")) return true;
        return above.box.right > t.right - t.letter && above.words.back().box.width() + l.words.front().box.width() > t.right - t.margin;
    }

    /// The next line starts as another row does.
    bool starts_row(const text_line& l) const {
        const std::string& first = l.words.front().text;
        return first.size() > 1 && (first.back() == ':' || first == rows.back().pieces.front().line->words.front().text);
    }

    static bool ends_sentence(const text_line& l) { return std::string_view(".:;!?").find(l.words.back().text.back()) != std::string_view::npos; }

    static bool starts_lower(const text_line& l) { return std::islower(static_cast<unsigned char>(l.words.front().text.front())) != 0; }

    enum class joint { none, perhaps, joined };

    /// Adds a line that goes on with the one above, where the edge broke it at a blank or inside a word.
    joint join(const text_line& above, const text_line& l) {
        if (!at_margin(l)) return joint::none;
        int blanks = above.words.back().blanks_behind;
        const float end = above.box.right + static_cast<float>(blanks) * t.letter;
        if (!had_no_room(end, l)) return joint::none;
        const bool full = end > t.right - 0.95f * t.letter;
        if (blanks == 1 && starts_row(l) && ends_sentence(above)) return joint::none;
        if (blanks == 0 && !breaks_word(above, l)) {
            if (!full) return joint::none;
            // Nothing is printed beyond the edge: whether a blank stood there cannot be seen.
            if (!starts_lower(l) && starts_row(l)) return joint::none;
            const bool both_with_tabs = tabs_in(t.text_of(l)) > 0 && rows.back().tabs > 0;
            if (!starts_lower(l) && (ends_sentence(above) || both_with_tabs)) return joint::perhaps;
            blanks = 1;
        }
        add(rows.back(), {&l, std::string(static_cast<std::size_t>(blanks), ' '), t.text_of(l), full && blanks >= 2});
        return joint::joined;
    }

    void join_at_blanks(const std::vector<text_line>& lines) {
        std::vector<float> steps;
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (lines[i].page == lines[i - 1].page) steps.push_back(lines[i].box.bottom - lines[i - 1].box.bottom);
        if (steps.empty()) steps.push_back(1);
        const auto usual = steps.begin() + static_cast<std::ptrdiff_t>((steps.size() - 1) / 4);
        std::nth_element(steps.begin(), usual, steps.end());
        const float step = std::max(1.0f, *usual);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool follows = i > 0 && lines[i].page == lines[i - 1].page;
            const float below = follows ? lines[i].box.bottom - lines[i - 1].box.bottom : step;
            const auto how = i > 0 && below < same_row * step ? join(lines[i - 1], lines[i]) : joint::none;
            if (how == joint::joined) continue;
            const int blank = follows ? std::max(0, static_cast<int>(std::lround(below / step)) - 1) : 0;
            rows.push_back({{}, blank, 0, how == joint::perhaps});
            add(rows.back(), {&lines[i], "", t.text_of(lines[i]), false});
        }
    }

    // ── at tabs ──

    /// How often the rows around have so many tabs.
    using tab_counts = std::map<int, int>;

    bool cells_follow(const typed_row& r) const {
        const typed_row* next = &r + 1;
        return next < rows.data() + rows.size() && next->blank_before == 0 && next->pieces.front().words.starts_with('\t');
    }

    /// What the edge swallowed between two rows, if it broke one line in two there: tabs, or a blank.
    /// A tab without room for itself or for the word behind it starts the next line.
    std::string swallowed(const typed_row& above, const typed_row& r, const tab_counts& usual) const {
        const auto& first = *r.pieces.front().line;
        const float end = above.pieces.back().line->box.right;
        const int leading = static_cast<int>(r.pieces.front().words.find_first_not_of('\t')), room = t.stops_behind(end);
        const int before = above.tabs, behind = r.tabs;
        if (leading == 0) return r.may_go_on && before > 0 && (behind > 0 ? usual.count(before + behind) > 0 : cells_follow(r)) ? " " : "";
        for (int n = 0; n <= room; ++n)
            if (usual.count(before + n + behind) > 0 && (n == room || had_no_room(t.stop_behind(end, n + 1), first)))
                return std::string(static_cast<std::size_t>(n + leading), '\t');
        return {};
    }

    /// How many tabs each row has; 0 where it has one cell only, that tabs indent.
    std::vector<int> tabs_of_rows() const {
        std::vector<int> out;
        for (const auto& r : rows) {
            const auto leading = std::min(r.pieces.front().words.find_first_not_of('\t'), r.pieces.front().words.size());
            out.push_back(static_cast<std::size_t>(r.tabs) > leading ? r.tabs : 0);
        }
        return out;
    }

    /// The numbers of tabs of the rows around the i-th, itself and `above` more left out.
    static tab_counts usual_around(const std::vector<int>& tabs, std::size_t i, std::size_t above = 0) {
        tab_counts out;
        for (std::size_t k = i - std::min(i, rows_around); k < std::min(tabs.size(), i + rows_around); ++k)
            if ((k > i || k + above < i) && tabs[k] > 0) ++out[tabs[k]];
        return out;
    }

    void join_at_tabs() {
        if (t.tab <= 0) return;
        const auto tabs = tabs_of_rows();
        std::vector<typed_row> out;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto& r = rows[i];
            const auto between = !out.empty() && r.blank_before == 0 ? swallowed(out.back(), r, usual_around(tabs, i, 1)) : "";
            if (between.empty()) {
                out.push_back(std::move(r));
                continue;
            }
            auto& words = r.pieces.front().words;
            words.erase(0, std::min(words.find_first_not_of('\t'), words.size()));
            r.pieces.front().before = between;
            for (auto& p : r.pieces) add(out.back(), std::move(p));
        }
        rows = std::move(out);
    }

    /// Whether a cell may start behind the blank at `at`: behind a sentence, or with a word of its own.
    static bool parts_cells(std::string_view words, std::size_t at) {
        if (at == 0 || at + 1 >= words.size() || std::islower(static_cast<unsigned char>(words[at + 1])) != 0) return false;
        const auto cell = words.substr(at + 1, words.find('\t', at) - at - 1);
        return std::string_view(".;!?").find(words[at - 1]) != std::string_view::npos || cell.find_first_of(" \v") == cell.npos;
    }

    /// A blank that stands where a tab may have stopped is one when the row lacks a tab of those that the rows around have.
    void settle_tabs() {
        const auto tabs = tabs_of_rows();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto usual = usual_around(tabs, i);
            bool lacks = tabs[i] > 0 && usual[tabs[i] + 1] > usual[tabs[i]] && usual.rbegin()->first == tabs[i] + 1;
            for (auto& p : rows[i].pieces)
                for (auto at = p.words.find(typewriter::perhaps_tab); at != p.words.npos; at = p.words.find(typewriter::perhaps_tab, at))
                    p.words[at] = parts_cells(p.words, at) && std::exchange(lacks, false) ? '\t' : ' ';
        }
    }

    // ── blanks beyond the edge ──

    /// A line that its words fill up to one blank may hide more: where what goes over starts under a cell of other
    /// rows, or a word alone is hung as others are.
    void find_more_hung(const std::map<std::size_t, std::size_t>& starts) {
        const auto alone = [](const typed_row& r) { return r.pieces.size() == 2 && r.pieces[1].line->words.size() == 1; };
        const bool usual = std::any_of(rows.begin(), rows.end(), [&](const typed_row& r) { return alone(r) && r.pieces[1].hung; });
        for (auto& r : rows) {
            std::string before;
            for (auto& p : r.pieces) {
                const bool full = p.before == " " && (&p - 1)->line->box.right + 1.5f * t.letter > t.right;
                const bool name = std::isupper(static_cast<unsigned char>(p.words.front())) != 0;
                if (full && ((usual && alone(r) && name) || (before.find("   ") != before.npos && says_more(hidden_blanks(letters(before) + 1, p, starts))))) p.hung = true;
                before += p.before + p.words;
            }
        }
    }

    static bool says_more(std::pair<std::size_t, std::size_t> found) { return found.first > 0 && found.second > 1; }

    /// The cells behind hung blanks stand where those of other rows do.
    void place_hung() {
        std::map<std::size_t, std::size_t> starts;
        for (const auto& r : rows)
            if (std::none_of(r.pieces.begin(), r.pieces.end(), [](const typed_piece& p) { return p.hung; }))
                for (const std::size_t at : cell_starts(text_of(r))) ++starts[at];
        find_more_hung(starts);
        for (auto& r : rows) {
            std::string before;
            for (auto& p : r.pieces) {
                if (p.hung) p.before += std::string(hidden_blanks(letters(before + p.before), p, starts).first, ' ');
                before += p.before + p.words;
            }
        }
    }

    /// How many blanks before a piece hung over the edge, and how many cells of other rows say so.
    static std::pair<std::size_t, std::size_t> hidden_blanks(std::size_t at, const typed_piece& p, const std::map<std::size_t, std::size_t>& starts) {
        std::size_t best = hung_gap - 1, most = 0;
        for (std::size_t hidden = 0; hidden <= most_hung; ++hidden) {
            std::size_t hits = 0;
            for (const std::size_t start : cell_starts(p.words))
                if (const auto other = starts.find(at + hidden + start); other != starts.end()) hits += other->second;
            if (hits > most) {
                most = hits;
                best = hidden;
            }
        }
        return {best, most};
    }
};

}  // namespace

std::vector<typed_row> rows_of(const typewriter& t, const std::vector<text_line>& lines) {
    row_maker m{t};
    m.join_at_blanks(lines);
    m.join_at_tabs();
    m.settle_tabs();
    m.place_hung();
    return std::move(m.rows);
}

}  // namespace minutes
