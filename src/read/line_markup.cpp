// SPDX-License-Identifier: Apache-2.0
#include "line_markup.hpp"

#include <algorithm>
#include <cctype>

namespace minutes {

namespace {

using joint = document_block::joint_type;

constexpr std::size_t longest_marked = 1000;  // bytes between a mark and the one that closes it

bool is_rule(std::string_view row) { return row.find_first_not_of("|+-:= \t") == row.npos; }

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || (static_cast<unsigned char>(c) & 0x80) != 0; }

/// Where a mark that opens at `at` closes: before it a word or stop ends, behind it none goes on.
std::size_t closing(std::string_view s, std::size_t at, std::string_view mark) {
    const std::size_t inside = at + mark.size();
    if (inside >= s.size() || s[inside] == ' ' || s[inside] == mark[0] || (at > 0 && is_word(s[at - 1]))) return s.npos;
    s = s.substr(0, std::min(s.size(), at + longest_marked));
    for (std::size_t end = s.find(mark, inside + 1); end != s.npos; end = s.find(mark, end + 1)) {
        const std::size_t behind = end + mark.size();
        if (s[end - 1] != ' ' && (behind == s.size() || !is_word(s[behind]))) return end;
    }
    return s.npos;
}

constexpr std::string_view link_end = "]]";

/// A link "[[address][words]]" that starts at `at`: where its words start and end.
struct link_place {
    std::size_t words = 0, end = 0;
};

link_place link_at(std::string_view s, std::size_t at, std::string_view border) {
    if (border.empty() || !s.substr(at).starts_with("[[")) return {};
    const std::size_t end = s.substr(0, std::min(s.size(), at + longest_marked)).find(link_end, at);
    if (end == s.npos || end <= at + 2) return {};
    const std::size_t between = s.substr(0, end).find(border, at);
    return {between == s.npos ? at + 2 : between + border.size(), end};
}

}  // namespace

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

std::string_view without_blanks(std::string_view s) {
    const auto begin = s.find_first_not_of(" \t\r");
    return begin == s.npos ? std::string_view{} : s.substr(begin, s.find_last_not_of(" \t\r") + 1 - begin);
}

item_mark item_mark_at(std::string_view line, std::string_view bullets) {
    item_mark m;
    m.begin = indent_of(line);
    m.end = m.begin;
    while (m.end < line.size() && m.end - m.begin < 4 && std::isdigit(static_cast<unsigned char>(line[m.end]))) ++m.end;
    const bool number = m.end > m.begin;
    if (m.end >= line.size() || (number ? line[m.end] != '.' && line[m.end] != ')' : bullets.find(line[m.end]) == bullets.npos)) return {};
    ++m.end;
    if (m.end < line.size() && line[m.end] != ' ' && line[m.end] != '\t') return {};
    m.words = std::min(line.find_first_not_of(" \t", m.end), line.size());
    return m;
}

std::vector<line_markup::line> line_markup::lines(std::size_t from) const {
    std::vector<line> out;
    for (std::size_t at = from; at < utf8_.size(); at = std::min(utf8_.find('\n', at), utf8_.size() - 1) + 1)
        out.push_back({at, utf8_.substr(at, places_.line_end(at) - at)});
    return out;
}

document_block line_markup::block(joint j) { return {.blank_before = std::exchange(blank_, 0), .joint = j}; }

void line_markup::blank() {
    end_table();
    out_.end_block();
    ++blank_;
}

void line_markup::words(std::size_t at, std::string_view piece) {
    out_.set_origin(places_.at(at));
    struct open_mark { std::size_t end; std::string_view mark; };
    std::vector<open_mark> open;
    text_style how;
    const auto look = [&] {
        how = {};
        for (const auto& o : open) {
            how.bold = how.bold || o.mark == marks_.bold;
            how.struck = how.struck || o.mark == marks_.struck;
        }
    };
    std::vector<std::string_view> all = marks_.plain;
    all.insert(all.end(), {marks_.bold, marks_.struck});
    std::size_t from = 0;
    const auto put = [&](std::size_t to, std::size_t next) {
        out_.append(piece.substr(from, to - from), how);
        from = next;
        out_.set_origin(places_.at(at + next));
    };
    for (std::size_t i = 0; i < piece.size(); ++i) {
        if (!open.empty() && open.back().end == i) {
            const std::size_t behind = i + open.back().mark.size();
            put(i, behind);
            open.pop_back();
            look();
            i = behind - 1;
            continue;
        }
        if (const auto link = link_at(piece, i, marks_.link_border); link.words > i && (open.empty() || link.end < open.back().end)) {
            put(i, link.words);
            open.push_back({link.end, link_end});
            i = link.words - 1;
            continue;
        }
        for (const auto mark : all) {
            if (mark.empty() || !piece.substr(i).starts_with(mark)) continue;
            const std::size_t end = closing(piece.substr(0, open.empty() ? piece.size() : open.back().end), i, mark);
            if (end == piece.npos) continue;
            put(i, i + mark.size());
            open.push_back({end, mark});
            look();
            i += mark.size() - 1;
            break;
        }
    }
    put(piece.size(), piece.size());
}

void line_markup::heading(const line& l, std::size_t from, int level) {
    end_table();
    indents_.clear();
    auto b = block(joint::separate);
    b.heading = level;
    out_.begin_block(b);
    words(l.begin + from, l.text.substr(from));
    out_.end_block();
}

void line_markup::item(const line& l, const item_mark& mark, std::size_t from, bool task, bool checked) {
    end_table();
    while (!indents_.empty() && indents_.back() >= mark.begin) indents_.pop_back();
    indents_.push_back(mark.begin);
    auto b = block(joint::separate);
    b.depth = static_cast<int>(indents_.size());
    b.task = task;
    b.checked = checked;
    out_.begin_block(b);
    out_.set_origin(places_.at(l.begin + mark.begin));
    out_.append_mark(l.text.substr(mark.begin, mark.end - mark.begin), false);
    if (task) out_.append(checked ? "[x] " : "[ ] ");
    words(l.begin + from, l.text.substr(from));
    out_.end_block();
}

void line_markup::item(const line& l, std::size_t from, int depth, std::string_view mark, bool counted) {
    end_table();
    indents_.clear();
    auto b = block(joint::separate);
    b.depth = depth;
    out_.begin_block(b);
    out_.set_origin(places_.at(l.begin));
    out_.append_mark(mark, counted);
    words(l.begin + from, l.text.substr(from));
    out_.end_block();
}

void line_markup::front(const line& l, std::size_t from) {
    auto b = block(joint::separate);
    b.part = document_block::part_type::metadata;
    out_.begin_block(b);
    words(l.begin + from, l.text.substr(from));
    out_.end_block();
}

void line_markup::text(const line& l, std::size_t skip) {
    end_table();
    const std::size_t indent = indent_of(l.text);
    while (!indents_.empty() && indents_.back() >= indent) indents_.pop_back();
    auto b = block(joint::unknown);
    b.depth = static_cast<int>(indents_.size());
    out_.begin_block(b);
    if (indents_.empty()) {
        out_.keep_blanks();
        out_.append(l.text.substr(0, indent));
    }
    words(l.begin + indent + skip, l.text.substr(indent + skip));
    out_.end_block();
}

void line_markup::row(const line& l) { rows_.push_back(l); }

namespace {

/// The cells of one row of bars, whose words may stand on several lines.
line_markup::table_row cells_between_bars(const std::vector<line_markup::line>& row) {
    line_markup::table_row columns;
    for (const auto& l : row) {
        std::size_t at = l.text.find('|') + 1;
        for (std::size_t c = 0; at > 0 && at < l.text.size(); ++c) {
            const std::size_t end = std::min(l.text.find('|', at), l.text.size());
            const auto cell = l.text.substr(at, end - at);
            const std::size_t lead = indent_of(cell);
            if (end == l.text.size() && lead == cell.size()) break;
            if (columns.size() <= c) columns.resize(c + 1);
            if (lead < cell.size()) columns[c].push_back({l.begin + at + lead, without_blanks(cell)});
            at = end + 1;
        }
    }
    return columns;
}

}  // namespace

void line_markup::table(const std::vector<table_row>& rows, std::size_t head) {
    const std::size_t table = out_.begin_table();
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            out_.begin_cell({.table = table, .row = static_cast<std::uint32_t>(r), .column = static_cast<std::uint32_t>(c), .head = r < head});
            for (const auto& p : rows[r][c]) {
                out_.begin_block(block(&p == rows[r][c].data() ? joint::separate : joint::continues));
                words(p.at, p.words);
            }
            out_.end_cell();
        }
    out_.end_table();
}

void line_markup::end_table() {
    if (rows_.empty()) return;
    const auto rows = std::exchange(rows_, {});
    const bool grid = std::any_of(rows.begin(), rows.end(), [](const line& l) { return l.text.substr(indent_of(l.text)).starts_with('+'); });
    std::vector<std::vector<line>> all;
    std::size_t head = 0;
    bool apart = true;
    for (const auto& l : rows) {
        if (is_rule(l.text)) {
            // "+===+" ends the head of a grid; in other tables the first rule behind a row does.
            if (head == 0 && (!grid || l.text.find('=') != l.text.npos)) head = all.size();
            apart = true;
            continue;
        }
        if (apart || !grid) all.emplace_back();
        all.back().push_back(l);
        apart = false;
    }
    if (all.empty()) return;
    std::vector<table_row> cells;
    for (const auto& row : all) cells.push_back(cells_between_bars(row));
    table(cells, head);
}

}  // namespace minutes
