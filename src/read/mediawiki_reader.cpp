// SPDX-License-Identifier: Apache-2.0
#include "mediawiki_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "line_markup.hpp"

namespace minutes {

namespace {

using line = line_markup::line;
constexpr std::string_view list_marks = "*#:;";

/// The signs on each side of a heading: "== Present ==" has 2; 0 when the line is none.
std::size_t signs_of(std::string_view words) {
    const std::size_t before = std::min(words.find_first_not_of('='), words.size());
    if (before == 0 || before == words.size()) return 0;
    const std::size_t after = words.size() - 1 - words.find_last_not_of('=');
    return std::min({before, after, std::size_t{6}});
}

/// What only the wiki's machinery reads: categories, switches such as __NOTOC__, rules.
bool is_unseen(std::string_view words) {
    return words.starts_with("[[Category:") || words.starts_with("----") || (words.size() > 4 && words.starts_with("__") && words.ends_with("__") && words.find(' ') == words.npos);
}

/// Where the next `separator` stands outside links and templates, npos when there is none.
std::size_t outside_brackets(std::string_view s, std::size_t from, std::string_view separator) {
    int open = 0;
    for (std::size_t i = from; i + separator.size() <= s.size(); ++i) {
        const auto two = s.substr(i, 2);
        if (two == "[[" || two == "{{") {
            ++open;
            ++i;
        } else if (open > 0 && (two == "]]" || two == "}}")) {
            --open;
            ++i;
        } else if (open == 0 && s.substr(i).starts_with(separator)) {
            return i;
        }
    }
    return s.npos;
}

class mediawiki_lines {
public:
    mediawiki_lines(document_builder& out, std::string_view utf8, const file_places& places) : markup_(out, utf8, places, {"'''", {}, {"''"}, "|"}) {}

    void read(std::size_t from) {
        for (const auto& l : markup_.lines(from)) read(l);
        if (tables_ > 0) end_table();
    }

private:
    void read(const line& l) {
        const auto words = without_blanks(l.text);
        if (words.starts_with("{|")) {
            if (++tables_ == 1) begin_table();
            return;
        }
        if (tables_ > 0) return read_in_table(l, words);
        if (words.empty() || is_unseen(words)) return blank();
        if (const std::size_t signs = signs_of(words)) {
            counts_.clear();
            const std::size_t from = indent_of(l.text) + signs, inside = words.size() - 2 * signs;
            const auto heading = l.text.substr(0, from + inside);
            return markup_.heading({l.begin, heading}, from + indent_of(heading.substr(from)), static_cast<int>(signs));
        }
        const std::size_t depth = std::min(l.text.find_first_not_of(list_marks), l.text.size());
        if (depth == 0 || depth == l.text.size()) return paragraph(l);
        item(l, depth);
    }

    void blank() {
        counts_.clear();
        markup_.blank();
    }

    void paragraph(const line& l) {
        counts_.clear();
        markup_.text(l);
    }

    /// "##" counts on the second level; ":" only sets in.
    void item(const line& l, std::size_t depth) {
        const std::size_t from = depth + indent_of(l.text.substr(depth));
        const char kind = l.text[depth - 1];
        counts_.resize(depth);
        if (kind == '#') return markup_.item(l, from, static_cast<int>(depth), std::to_string(++counts_.back()) + ".", true);
        counts_.back() = 0;
        if (kind == '*') return markup_.item(l, from, static_cast<int>(depth), "*", false);
        markup_.text({l.begin + from, l.text.substr(from)});
    }

    // ── tables ──

    void begin_table() {
        blank();
        rows_.clear();
        head_ = 0;
        in_row_ = false;
    }

    void end_table() {
        tables_ = 0;
        std::erase_if(rows_, [](const line_markup::table_row& r) { return r.empty(); });
        if (!rows_.empty()) markup_.table(rows_, std::min(head_, rows_.size()));
    }

    void read_in_table(const line& l, std::string_view words) {
        if (words.starts_with("|}")) {
            if (--tables_ == 0) end_table();
        } else if (words.starts_with("|-")) {
            in_row_ = false;
        } else if (words.starts_with("|+")) {
            markup_.text(behind(l, 2));
        } else if (words.starts_with("|") || words.starts_with("!")) {
            add_cells(behind(l, 1), words[0] == '!');
        } else if (!words.empty() && in_row_ && !rows_.back().empty()) {
            rows_.back().back().push_back({l.begin + indent_of(l.text), words});  // the cell goes on
        } else if (!words.empty()) {
            markup_.text(l);
        }
    }

    /// A line without the sign of `size` that starts it and the blanks behind that.
    static line behind(const line& l, std::size_t size) {
        const std::size_t sign = indent_of(l.text) + size, from = sign + indent_of(l.text.substr(sign));
        return {l.begin + from, l.text.substr(from)};
    }

    void add_cells(const line& l, bool head) {
        if (!in_row_) rows_.emplace_back();
        in_row_ = true;
        if (head && rows_.size() == head_ + 1) ++head_;
        if (!head && head_ == rows_.size()) --head_;  // a head cell at the front of a row of others
        for (std::size_t at = 0; at <= l.text.size();) {
            const std::size_t bars = outside_brackets(l.text, at, "||"), marks = head ? outside_brackets(l.text, at, "!!") : l.text.npos;
            const std::size_t end = std::min({bars, marks, l.text.size()});
            add_cell(l.begin + at, l.text.substr(at, end - at));
            at = end + 2;
        }
    }

    /// `style="…" | words`: what stands before the bar is about the cell.
    void add_cell(std::size_t begin, std::string_view text) {
        const std::size_t bar = outside_brackets(text, 0, "|");
        const std::size_t from = bar != text.npos && text.substr(0, bar).find('=') != text.npos ? bar + 1 : 0;
        const auto words = text.substr(from);
        auto& cell = rows_.back().emplace_back();
        if (!without_blanks(words).empty()) cell.push_back({begin + from + indent_of(words), without_blanks(words)});
    }

    line_markup markup_;
    std::vector<int> counts_;  // of the numbered items at each depth
    int tables_ = 0;           // open ones; those inside another give it their cells
    std::vector<line_markup::table_row> rows_;
    std::size_t head_ = 0;     // rows of heads
    bool in_row_ = false;
};

}  // namespace

int recognise_mediawiki(std::string_view bytes) {
    if (recognise_text(bytes) == 0) return 0;
    const auto head = bytes.substr(0, 4096);
    const bool table = head.starts_with("{|") || head.find("\n{|") != head.npos;
    return table && head.find("\n|-") != head.npos ? 2 : 1;
}

document read_mediawiki(std::string_view bytes, const read_options& options) { return read_lines<mediawiki_lines>(bytes, "mediawiki", options); }

}  // namespace minutes
