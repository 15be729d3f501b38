// SPDX-License-Identifier: Apache-2.0
// A paragraph that was wrapped when it was saved is one paragraph again.  The
// evidence is the wrap itself: the next line's first word would not have fitted.
#include <algorithm>
#include <array>

#include "layout.hpp"
#include "reference.hpp"
#include "text.hpp"

namespace minutes {

namespace {

using joint = document_block::joint_type;

constexpr std::size_t deepest_indent = 40;  // code points

std::size_t code_points(std::string_view s) {
    return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

struct joiner {
    laid_document& laid;
    const document& d;
    const lexicon& words;
    const source_text& source = *d.text;
    std::string_view text = source.text;
    std::size_t width = 0;  ///< code points at which the document wraps its lines; 0: it does not

    std::string_view last_line(const laid_block& b) const {
        const span s = b.text.back();
        return text.substr(s.begin, s.size());
    }

    /// The place of a line's end, as whoever wrapped it saw it: indents count, and marks that he typed; tags and entities do not.
    std::size_t column_of_end(const laid_block& b) const {
        std::uint32_t last = b.text.back().end - 1;
        while (last > b.text.back().begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
        const std::size_t before = place_of(source, b.text.back().begin).column - 1;
        const std::size_t shown = code_points(last_line(b)), end = d.typed_marks ? place_of(source, last).column : before + shown;
        return before > deepest_indent && end > before ? end - before : end;
    }

    bool is_wrapping(const laid_block& b) const { return b.kind == laid_block::kind_type::line && !b.text.empty() && b.look.joint == joint::unknown; }

    /// The longest line, or, where only a few are longer (addresses, and what a converter added), the one that those wrapped amid a sentence nearly reach.
    std::size_t widest(std::vector<std::size_t> going_on, std::size_t longest) const {
        constexpr std::size_t fewest = 12, outliers = 8;  // lines; one in
        if (going_on.size() < fewest) return longest;
        std::sort(going_on.begin(), going_on.end());
        constexpr std::size_t raggedness = 4;  // code points
        const std::size_t most = going_on[going_on.size() - 1 - going_on.size() / outliers] + raggedness;
        const std::size_t usual = *std::prev(std::upper_bound(going_on.begin(), going_on.end(), most));
        return longest > usual + 12 ? usual : longest;
    }

    /// The width is one that many lines nearly reach, most of them amid a sentence, and none passes; below some of them it goes on
    /// in small letters: long headings, each above its text, are no wrapped lines.
    void find_width() {
        std::vector<std::size_t> ends, amid, going_on;
        for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
            const auto& b = laid.blocks[i];
            if (!is_wrapping(b)) continue;
            ends.push_back(column_of_end(b));
            if (last_line(b).ends_with('.')) continue;
            amid.push_back(ends.back());
            if (i + 1 < laid.blocks.size() && is_wrapping(laid.blocks[i + 1]) && laid.blocks[i + 1].blank_before == 0 && !starts_upper(text.substr(laid.blocks[i + 1].text.front().begin))) going_on.push_back(ends.back());
        }
        if (ends.size() < 8) return;
        const std::size_t longest = widest(going_on, *std::max_element(ends.begin(), ends.end()));
        if (longest < 50 || longest > 160) return;
        const auto near = [&](const std::vector<std::size_t>& of) { return static_cast<std::size_t>(std::count_if(of.begin(), of.end(), [&](std::size_t e) { return e <= longest && e + 12 >= longest; })); };
        if (near(ends) * 8 >= ends.size() && near(amid) * 2 >= near(ends) && near(going_on) > 0) width = longest;
    }

    /// "Leeds: Ann Bell", "Present (4): Ann Bell", "Ann Bell: mend the roof": a few capitalised words and a colon.
    bool opens_with_lead(std::string_view line) const {
        constexpr std::size_t longest = 40;  // bytes
        const auto colon = line.find(": ");
        if (colon == line.npos || colon > longest) return false;
        const auto all = words_in(line.substr(0, colon), words);
        return !all.empty() && std::all_of(all.begin(), all.end(), [](const word& w) { return w.capital || w.digits; });
    }

    /// "BUS SHELTER" below text in small letters
    bool is_heading_in_capitals(std::string_view line) const {
        constexpr std::size_t longest = 6;  // words
        const auto all = words_in(line, words, longest + 1);
        return all.size() > 1 && all.size() <= longest && !all.back().ends_sentence() && std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper && w.folded.size() > 1; });
    }

    bool starts_anew(const laid_block& above, const laid_block& below) const {
        const auto line = text.substr(below.text.front().begin, below.text.front().size());
        if (below.look.heading || !below.look.mark.empty() || (below.look.depth && below.look.depth != above.look.depth)) return true;
        if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\u2022") || line.starts_with('#') || line.starts_with('|')) return true;
        const auto l = label_at(line, words);
        if (l && l->marked) return true;
        if (is_heading_in_capitals(line) && !is_heading_in_capitals(last_line(above))) return true;
        if (opens_with_lead(line) && (last_line(above).ends_with('.') || opens_with_lead(text.substr(above.text.front().begin, above.text.front().size())))) return true;
        const auto n = number_at(line, words);
        return n && n->marked;
    }

    bool goes_on(const laid_block& above, const laid_block& below) const {
        if (above.kind != laid_block::kind_type::line || below.kind != laid_block::kind_type::line || above.text.empty() || below.text.empty()) return false;
        if (below.look.joint == joint::continues) return true;
        const bool other_cell = above.in_cell != below.in_cell || (below.in_cell && (above.table != below.table || above.row != below.row || above.column != below.column || above.pair || below.pair));
        if (below.blank_before > 0 || above.look.heading || other_cell || starts_anew(above, below)) return false;
        const auto upper = last_line(above);
        const auto lower = text.substr(below.text.front().begin, below.text.front().size());
        const auto own = behind_number(upper);
        if (own.find('\t') != own.npos || has_gap(own)) return false;
        const bool gapped = upper.substr(0, upper.size() - own.size()).find("  ") != upper.npos;  // a heading's number stands apart: the line below goes on with it only where it says so
        // Behind a tab an owner may stand at the margin of the paragraph's last line.
        if (lower.find('\t') != lower.npos && !starts_lower(lower)) return false;
        if (below.look.joint == joint::separate) return code_points(upper) >= 60 && starts_lower(lower) && plainly_goes_on(upper, lower);
        const std::size_t first_word = code_points(lower.substr(0, lower.find(' ')));
        const std::size_t end = column_of_end(above);
        if (!gapped && width && end + 1 + first_word > width && end <= width && end + 14 >= width) return true;
        return plainly_goes_on(upper, lower);
    }

    /// Whether blanks part a line into columns; two behind a sentence or a label are how some people type.
    static bool has_gap(std::string_view line) {
        for (auto at = line.find("  "); at != line.npos; at = line.find("  ", at + 1)) {
            const bool typed = at > 0 && std::string_view(".:?!").find(line[at - 1]) != std::string_view::npos && at + 2 < line.size() && line[at + 2] != ' ';
            if (!typed) return true;
        }
        return false;
    }

    /// "7.2   Letter from the bank": the words behind a number and its gap.
    std::string_view behind_number(std::string_view line) const {
        constexpr std::size_t longest_gap = 8;  // blanks
        const auto n = number_at(line, words);
        if (!n || !n->marked || n->begin > 0 || n->rest - n->end > longest_gap) return line;
        return line.substr(n->rest);
    }

    /// "Proposed by Tom Ash and", "RESOLVED that": however short, the line has no end.
    bool dangles(std::string_view upper) const {
        const auto all = words_in(upper.substr(upper.size() - std::min<std::size_t>(upper.size(), 12)), words);
        return upper.find(' ') != upper.npos && !all.empty() && !all.back().after && !all.back().capital && words.has_any({word_list::joining_words, word_list::clause_words, word_list::by_words, word_list::articles}, all.back()) && !upper.ends_with('.');
    }

    static bool opens_with_money(std::string_view line) {
        constexpr std::array<std::string_view, 3> signs = {"$", "\u00A3", "\u20AC"};
        return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return line.starts_with(sign); });
    }

    /// Whatever the width: the sentence of a long line has not ended, and the next line starts in small letters or behind a "by" or "the".
    bool plainly_goes_on(std::string_view upper, std::string_view lower) const {
        // A line of one long word, a file or a draft, is a line of its own.
        if (lower.find(' ') == lower.npos && code_points(lower) > 16) return false;
        if (dangles(upper) && starts_lower(lower)) return true;
        constexpr std::size_t long_line = 40, open_line = 28;  // code points: of any line, and of one that ends in "with"
        if (code_points(upper) < open_line || upper.ends_with('.') || upper.ends_with(':') || upper.ends_with(';')) return false;
        if (code_points(upper) >= long_line && (starts_lower(lower) || opens_with_money(lower))) return true;
        const auto all = words_in(upper.substr(upper.size() - 20), words);
        return !all.empty() && !all.back().after && !all.back().upper && (!all.back().capital || code_points(upper) >= long_line) && words.has(word_list::function_words, all.back()) && !words.has(word_list::demonstratives, all.back());
    }

    void run() {
        find_width();
        std::size_t kept = 0;  // blocks that stand, moved together in place
        for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
            auto& b = laid.blocks[i];
            if (kept > 0 && goes_on(laid.blocks[kept - 1], b)) {
                auto& above = laid.blocks[kept - 1];
                above.text.insert(above.text.end(), b.text.begin(), b.text.end());
                above.look.bold = above.look.bold && b.look.bold;
                above.look.struck = above.look.struck && b.look.struck;
                continue;
            }
            if (i > kept) laid.blocks[kept] = std::move(b);
            ++kept;
        }
        laid.blocks.resize(kept);
    }
};

}  // namespace

void join_lines(laid_document& laid, const document& d, const lexicon& words) { joiner{laid, d, words}.run(); }

}  // namespace minutes
