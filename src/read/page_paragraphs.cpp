// SPDX-License-Identifier: Apache-2.0
#include "page_paragraphs.hpp"

#include <cctype>
#include <cmath>

#include "encoding.hpp"

namespace minutes {

namespace {

using align_type = document_block::align_type;

constexpr float same_place = 3.5f;      // points: lines that start at one place
constexpr float same_size = 0.15f;      // share by which print may vary within a paragraph
constexpr float paragraph_step = 1.3f;  // times the step of lines: more room parts paragraphs
constexpr float blank_step = 1.7f;      // a blank line stands between
constexpr float flush = 2.5f;           // points: lines that end at the margin
constexpr float narrow = 8.0f;          // ems: a cell that may break words
constexpr float letter = 0.6f;          // ems
constexpr float mark_gap = 0.5f;        // ems, between a number and its text

float quantile(std::vector<float> v, double share) {
    if (v.empty()) return 0;
    const auto at = static_cast<std::size_t>(share * static_cast<double>(v.size() - 1) + 0.5);
    std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(at), v.end());
    return v[at];
}

bool is_bullet(std::string_view word, float gap, float size) {
    std::size_t i = 0;
    const char32_t c = next_code_point(word, i);
    if (i < word.size()) return false;
    if (c >= 0xE000 && c <= 0xF8FF) return true;  // glyphs of symbol fonts
    if (std::u32string_view(U"•●○■□▪▫◦‣⁃·∙►▶➢➤❖✓✔➔→⇒⦁").find(c) != std::u32string_view::npos) return true;
    if (c == U'¢' || c == U'°') return true;  // how recognition reads a dot
    return (c == '-' || c == '*' || c == 'o' || c == 0x2013 || c == 0x2014) && gap > (c == 'o' ? mark_gap : 0.2f) * size;
}

bool all_of(std::string_view s, std::string_view set) { return !s.empty() && s.find_first_not_of(set) == s.npos; }

/// "1.", "(a)", "iv)", "4.1", "12": how sure the letters alone are of a number; 0 none, 1 only with a gap behind it, 2 sure.
int number_shape(std::string_view w) {
    const bool opened = w.starts_with('(');
    if (opened) w.remove_prefix(1);
    bool closed = false;
    while (!w.empty() && (w.back() == '.' || w.back() == ')' || w.back() == ':')) {
        closed = true;
        w.remove_suffix(1);
    }
    if (opened && !closed) return 0;
    constexpr std::string_view digits = "0123456789";
    if (w.size() > 11 || w.empty()) return 0;
    std::size_t parts = 0;
    for (std::size_t at = 0; at <= w.size(); ++parts) {
        const auto end = std::min(w.find('.', at), w.size());
        const auto part = w.substr(at, end - at);
        const bool figure = all_of(part, digits) && part.size() <= 3;
        const bool letter = part.size() == 1 && std::isalpha(static_cast<unsigned char>(part[0]));
        const bool roman = all_of(part, "ivx") || all_of(part, "IVX");
        const bool lettered = part.size() >= 2 && part.size() <= 4 && all_of(part.substr(0, part.size() - 1), digits) && std::islower(static_cast<unsigned char>(part.back()));
        if (!figure && !letter && !roman && !lettered) return 0;
        if (parts == 0 && letter && !closed) return 0;
        at = end + 1;
    }
    return closed || parts > 1 ? 2 : 1;
}

float gap_behind(const text_line& line, std::size_t word) {
    return word + 1 < line.words.size() ? line.words[word + 1].box.left - line.words[word].box.right : 0;
}

bool ends_sentence(const text_line& l) { return std::string_view(".:;!?").find(l.words.back().text.back()) != std::string_view::npos; }

bool starts_lower(const text_line& l) { return std::islower(static_cast<unsigned char>(l.words.front().text.front())) != 0; }

/// "BUS SHELTER": a heading, where the text is in small letters.
bool in_capitals(const text_line& l) {
    constexpr std::size_t fewest = 5, most_words = 6;
    std::size_t capitals = 0;
    for (const auto& w : l.words)
        for (const char c : w.text) {
            if (std::islower(static_cast<unsigned char>(c))) return false;
            capitals += std::isupper(static_cast<unsigned char>(c)) ? 1 : 0;
        }
    return capitals >= fewest && l.words.size() <= most_words && !ends_sentence(l);
}

/// "Present: …" with the label alone in bold: such a line starts a paragraph.
bool starts_with_label(const text_line& l) {
    std::size_t n = 0;
    while (n < l.words.size() && l.words[n].bold) ++n;
    return n > 0 && n < l.words.size() && l.words[n - 1].text.size() > 1 && l.words[n - 1].text.back() == ':';
}

/// Where the text behind the mark starts.
float text_left(const paragraph& p) {
    const auto& first = p.lines.front();
    return p.mark_words < first.words.size() ? first.words[p.mark_words].box.left : first.box.left;
}

/// "10." fills the room that "1." leaves: a number without a gap is a mark where its text hangs, or where other marks stand.
bool hangs(const std::vector<text_line>& lines, std::size_t i, const std::vector<float>& marks) {
    const auto& l = lines[i];
    if (l.words.size() < 2 || number_shape(l.words.front().text) < 2 || l.glued(1)) return false;
    if (i + 1 < lines.size() && lines[i + 1].page == l.page && std::abs(lines[i + 1].box.left - l.words[1].box.left) <= same_place / 2) return true;
    if (l.words.front().text.find_first_of("0123456789") == std::string::npos) return false;  // as like as not somebody's initial
    return std::any_of(marks.begin(), marks.end(), [&](float at) { return std::abs(at - l.box.left) <= same_place / 2; });
}

std::vector<std::size_t> marks_of(const std::vector<text_line>& lines) {
    std::vector<std::size_t> out;
    std::vector<float> places;
    for (const auto& l : lines) {
        out.push_back(mark_words_of(l));
        if (out.back() > 0 && number_shape(l.words.front().text) == 2) places.push_back(l.box.left);
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (out[i] == 0 && hangs(lines, i, places)) out[i] = 1;
    return out;
}

struct maker {
    std::vector<paragraph>& out;
    const text_column& column;

    bool is_tail(const text_line& l) const {
        return l.gaps.empty() && l.words.size() <= 8 && l.box.right >= column.right - 12 && l.box.left > column.left + 0.5f * (column.right - column.left);
    }

    /// The line's words run over its whole width rather than standing apart at its ends.
    bool runs_through(const text_line& l, std::size_t mark) const {
        return std::all_of(l.gaps.begin(), l.gaps.end(), [&](std::size_t g) { return g <= mark; });
    }

    /// From one line to the next in print of this line's size: lines of a title stand further apart than those of the text.
    float step_of(const text_line& l) const { return column.size > 0 && l.size > column.size ? column.step * l.size / column.size : column.step; }

    /// The line could have taken the first word of the next: it was ended on purpose.
    bool had_room(const paragraph& p, const text_line& above, const text_line& below) const {
        const float blank = 0.25f * below.size, word = below.words.front().box.width();
        if (p.align != align_type::left) return above.box.width() + blank + word <= column.right - column.left - 2;
        if (column.justified && p.mark_words == 0) return above.box.right < column.right - flush;
        return above.box.right + blank + word <= column.right - 2;
    }

    bool starts_where_it_may(const paragraph& p, const text_line& l) const {
        const float at = l.box.left;
        const auto near = [&](float x) { return std::abs(at - x) <= same_place; };
        if (p.lines.size() >= 2 && (near(p.lines.back().box.left) || near(text_left(p)))) return true;
        // Text set against the right margin: its lines end at one place.
        if (std::abs(p.lines.back().box.right - l.box.right) <= same_place && l.box.left < (column.left + column.right) / 2) return true;
        if (p.lines.size() >= 2) return false;
        const auto& only = p.lines.front();
        for (const std::size_t g : only.gaps)
            if (near(only.words[g].box.left)) return true;  // hangs under the text behind a label
        const auto middle = [](const text_line& x) { return (x.box.left + x.box.right) / 2; };
        if (only.gaps.empty() && l.gaps.empty() && std::abs(middle(only) - middle(l)) <= same_place) return true;  // a title, centred, whose first line is as wide as the text
        return near(only.box.left) || near(text_left(p)) || (at < only.box.left && at > only.box.left - 5 * l.size) || p.mark_words > 0;
    }

    /// "9/16     Extension to a house, and a garage" over "at the Croft", "2.   Apologies:    They were received" over "from Ann Bell":
    /// text behind a number or a label that goes on at the margin.
    bool hangs_back(const text_line& above, const text_line& l) const {
        constexpr float widest = 0.25f;  // of the column: a number or a short label and its gap
        const float head = above.box.left + widest * (column.right - column.left);
        const bool leads = std::all_of(above.gaps.begin(), above.gaps.end(), [&](std::size_t g) { return above.words[g].box.left < head || above.words[g - 1].text.back() == ':'; });
        return leads && l.gaps.empty() && (starts_lower(l) || !ends_sentence(above));
    }

    bool goes_on(const paragraph& p, const text_line& l) const {
        const auto& above = p.lines.back();
        if (p.tail_line != paragraph::no_tail) return false;
        if (std::abs(l.size - above.size) > same_size * above.size) return false;
        if (!above.words.back().bold && starts_with_label(l)) return false;
        if (in_capitals(l) && !in_capitals(above)) return false;
        if (above.bold() != l.bold() && above.words.back().bold != l.words.front().bold) return false;
        if (above.page != l.page && ends_sentence(above) && !starts_lower(l)) return false;
        if (above.page == l.page && (l.box.bottom - above.box.bottom > paragraph_step * step_of(l) || l.box.bottom < above.box.bottom)) return false;
        if (p.lines.size() > 1 ? !runs_through(above, 0) : (above.gaps.size() > 1 || (above.gaps.size() == 1 && !runs_through(above, p.mark_words) && l.box.left < above.words[above.gaps[0]].box.left - same_place)) && !hangs_back(above, l)) return false;
        if (had_room(p, above, l)) return false;
        return p.align != align_type::left || starts_where_it_may(p, l);
    }

    /// A word alone that leaves no room for another letter, in a narrow cell, and goes on below.
    bool breaks_word(const text_line& above, const text_line& l) const {
        const char next = l.words.front().text.front();
        return above.words.size() == 1 && column.right - column.left < narrow * l.size && above.box.right + letter * l.size > column.right &&
               std::isalnum(static_cast<unsigned char>(above.words[0].text.back())) && (starts_lower(l) || std::isdigit(static_cast<unsigned char>(next)));
    }

    align_type align_of(const text_line& l) const {
        const float before = l.box.left - column.left, behind = column.right - l.box.right, width = column.right - column.left;
        if (before < 0.08f * width || !l.gaps.empty()) return align_type::left;
        if (std::abs(before - behind) < 0.04f * width) return align_type::centre;
        return behind < 0.02f * width && before > 0.4f * width ? align_type::right : align_type::left;
    }

    /// Words alone at the right margin belong to the paragraph right above them: its owners.
    bool takes_tail(const paragraph& p, const text_line& l) const {
        const auto& above = p.lines.back();
        return p.tail_line == paragraph::no_tail && p.align == align_type::left && runs_through(above, p.mark_words) && above.page == l.page &&
               l.box.bottom - above.box.bottom <= paragraph_step * column.step;
    }

    int blank_before(const text_line& l, bool follows) const {
        if (out.empty() || !follows) return 0;  // what stood above belongs elsewhere
        float above = 0;
        for (const auto& other : out.back().lines)
            if (other.page == l.page) above = std::max(above, other.box.bottom);
        return above > 0 && l.box.bottom - above > blank_step * column.step ? 1 : 0;
    }

    void add(const text_line& l, std::size_t mark_words, bool may_go_on) {
        if (may_go_on && mark_words == 0 && !out.empty()) {
            auto& above = out.back();
            if (goes_on(above, l)) {
                if (breaks_word(above.lines.back(), l)) above.broken_words.push_back(above.lines.size());
                above.lines.push_back(l);
                return;
            }
            if (is_tail(l) && takes_tail(above, l)) {
                above.tail_line = above.lines.size();
                above.lines.push_back(l);
                return;
            }
        }
        paragraph p;
        p.mark_words = mark_words;
        p.align = p.mark_words ? align_type::left : align_of(l);
        p.blank_before = blank_before(l, may_go_on);
        p.lines.push_back(l);
        out.push_back(std::move(p));
    }
};

/// From one line to the next within a paragraph: behind full lines, and there the smaller steps.
float line_step(const std::vector<text_line>& lines, const text_column& c) {
    std::vector<float> behind_full, all;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].page != lines[i - 1].page) continue;
        const float step = lines[i].box.bottom - lines[i - 1].box.bottom;
        if (step < 0.5f * lines[i].size || step > 2.5f * lines[i].size) continue;
        all.push_back(step);
        if (lines[i - 1].box.right > c.right - 0.15f * (c.right - c.left)) behind_full.push_back(step);
    }
    if (behind_full.size() >= 3) return quantile(behind_full, 0.25);
    return !all.empty() ? quantile(all, 0.3) : lines.empty() ? 14.0f : 1.4f * lines.front().size;
}

}  // namespace

text_column measure_column(const std::vector<text_line>& lines) {
    text_column c;
    std::vector<float> lefts, rights, sizes;
    for (const auto& l : lines) {
        lefts.push_back(l.box.left);
        rights.push_back(l.box.right);
        sizes.push_back(l.size);
    }
    c.size = quantile(sizes, 0.5);
    c.left = quantile(lefts, 0.05);
    c.right = quantile(rights, 0.95);
    c.step = line_step(lines, c);
    std::size_t at_margin = 0, near_margin = 0;
    for (const float r : rights) {
        at_margin += std::abs(r - c.right) <= flush;
        near_margin += r > c.right - 40;
    }
    c.justified = at_margin >= 8 && at_margin * 4 >= near_margin * 3;
    return c;
}

std::size_t mark_words_of(const text_line& line) {
    if (line.words.size() < 2) return 0;
    const auto& word = line.words.front();
    const float gap = gap_behind(line, 0);
    if (is_bullet(word.text, gap, line.size)) return 1;
    const int shape = number_shape(word.text);
    return shape > 0 && gap > mark_gap * line.size ? 1 : 0;
}

void add_paragraphs(std::vector<paragraph>& to, const std::vector<text_line>& lines, const text_column& column, bool may_go_on) {
    maker m{to, column};
    const auto marks = marks_of(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) m.add(lines[i], marks[i], may_go_on || i > 0);
}

void set_depths(std::vector<paragraph>& all) {
    std::vector<float> open;  // where the marks of the lists that are open stand
    for (auto& p : all) {
        const float at = p.lines.front().box.left;
        if (p.mark_words == 0) {
            if (p.align == align_type::left && (open.empty() || at <= open.front() + same_place)) open.clear();
            continue;
        }
        while (!open.empty() && open.back() > at + same_place) open.pop_back();
        if (open.empty() || open.back() < at - same_place) open.push_back(at);
        p.depth = static_cast<int>(open.size());
    }
}

}  // namespace minutes
