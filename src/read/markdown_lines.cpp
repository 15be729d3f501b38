// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <functional>

#include "markdown_body.hpp"

namespace minutes {

namespace {

using joint = document_block::joint_type;

constexpr std::size_t longest_underlined_heading = 120;  // bytes; a longer line above a rule of dashes is a paragraph

bool is_blank(std::string_view s) { return s.find_first_not_of(" \t\r\n") == s.npos; }

}  // namespace

void markdown_body::end_line(joint next) {
    out_.end_block();
    in_line_ = false;
    next_ = next;
}

/// Bytes of indentation before `at` in its line, quote marks counted as blanks; the column of the first other byte when that stands before `at`.
std::size_t markdown_body::indent_of(std::size_t at) const {
    const std::size_t start = places_.line_start(at);
    std::size_t i = start;
    while (i < at && (in_[i] == ' ' || in_[i] == '\t' || in_[i] == '>')) ++i;
    return i - start;
}

int markdown_body::blank_lines(std::size_t from, std::size_t to) const {
    int blank = 0;
    for (std::size_t at = places_.line_start(to); at > from && at > 0;) {
        const std::size_t start = places_.line_start(at - 1);
        if (start < from || in_.substr(start, at - start).find_first_not_of(" \t\r\n>") != in_.npos) break;
        ++blank;
        at = start;
    }
    return blank;
}

/// A new paragraph behind a blank line is a line like any other: it may be the first of a wrapped one.
joint markdown_body::joint_of(const document_block& b) const {
    if (b.heading) return joint::separate;
    return b.blank_before > 0 ? joint::unknown : next_;
}

/// The line is the only one above a rule of "=" or "-", and short enough for a heading.
bool markdown_body::is_underlined(std::size_t at) const {
    const std::size_t end = places_.line_end(at);
    if (end - places_.line_start(at) > longest_underlined_heading) return false;
    const std::size_t below = std::min(in_.find_first_not_of("\r\n", end), in_.size());
    const auto rule = in_.substr(below, places_.line_end(below) - below);
    return !is_blank(rule) && rule.find_first_not_of("=-> \t") == rule.npos;
}

void markdown_body::start_line(std::size_t at) {
    keep_swallowed(end_, at);
    const auto before = in_.substr(places_.line_start(at), at - places_.line_start(at));
    if (block_.heading && before.find('#') == before.npos && !is_underlined(at)) block_.heading = 0;
    add_marks(at);
    if (!in_line_) {
        document_block b = block_;
        b.blank_before = blank_lines(end_, at);
        b.joint = joint_of(b);
        // A line that has fallen back to the margin belongs to no item any more.
        if (!items_.empty() && indent_of(at) > items_.back().indent) b.depth = static_cast<int>(items_.size());
        out_.begin_block(b);
    }
    out_.set_origin(places_.at(at));
    in_line_ = true;
    end_ = at;
}

void markdown_body::put(std::size_t at, std::string_view utf8) {
    if (!in_line_) start_line(at);
    else if (at != end_ || moved_) out_.set_origin(places_.at(at));
    moved_ = false;
    out_.append(utf8, {.bold = bold_ > 0, .struck = struck_ > 0});
}

void markdown_body::words(std::size_t at, std::string_view piece) {
    if (hidden_ > 0) {
        end_ = at + piece.size();
        return;
    }
    if (strike_starts_) {
        strike_starts_ = false;
        single_tilde_ = at < 2 || in_[at - 2] != '~';
        if (single_tilde_) {  // one tilde says "about"
            --struck_;
            put(at > 0 ? at - 1 : 0, "~");
            end_ = at;
        }
    }
    put(at, piece);
    end_ = at + piece.size();
}

/// Where a piece stands in the input; nothing for one that the parser made itself.
std::optional<std::size_t> markdown_body::offset_of(std::string_view piece) const {
    const std::less<> before;
    if (before(piece.data(), in_.data()) || before(in_.data() + in_.size(), piece.data() + piece.size())) return {};
    return static_cast<std::size_t>(piece.data() - in_.data());
}

// ── what the input says between two pieces ─────────────────────────────────

/// The first mark of the item's kind that heads a line before `to`, or stands behind another mark.
found_mark markdown_body::find_mark(const open_item& item, std::size_t to) {
    const auto mark_at = [&](std::size_t i) -> found_mark {
        std::size_t e = i;
        if (item.ordered) {
            while (e < to && e - i < 9 && std::isdigit(static_cast<unsigned char>(in_[e]))) ++e;
            if (e == i) return {};
        }
        if (e >= to || in_[e] != item.delimiter) return {};
        ++e;
        return e >= in_.size() || in_[e] == ' ' || in_[e] == '\t' || in_[e] == '\r' || in_[e] == '\n' ? found_mark{i, e} : found_mark{};
    };
    for (std::size_t at = end_; at < to;) {
        std::size_t i = at;
        while (i < to && (in_[i] == ' ' || in_[i] == '\t' || in_[i] == '>')) ++i;
        if (const auto found = mark_at(i)) return found;
        at = std::min(in_.find_first_not_of("\r\n", places_.line_end(at)), in_.size());
    }
    return {};
}

/// Adds the marks of the items that were opened since the last words.  All but the last head no words of their own.
void markdown_body::add_marks(std::size_t at) {
    for (std::size_t k = 0; k < items_.size(); ++k) {
        auto& item = items_[k];
        if (item.marked) continue;
        item.marked = true;
        const auto mark = find_mark(item, at);
        if (!mark) continue;
        const bool heads_words = k + 1 == items_.size();
        item.indent = mark.begin - places_.line_start(mark.begin);
        if (!heads_words && !item.ordered) {
            end_ = mark.end;
            continue;
        }
        document_block b = block_;
        b.depth = static_cast<int>(k + 1);
        b.blank_before = blank_lines(end_, mark.begin);
        b.joint = joint_of(b);
        b.task = item.task;
        b.checked = item.checked;
        out_.begin_block(b);
        out_.set_origin(places_.at(mark.begin));
        out_.append_mark(in_.substr(mark.begin, mark.end - mark.begin), false);
        if (item.task) out_.append(item.checked ? "[x] " : "[ ] ");
        end_ = mark.end;
        if (heads_words) in_line_ = true;
        else out_.end_block();
    }
}

/// "[Action]: done" has the form of a link's definition, which is not shown; one that names no place is words.
void markdown_body::keep_swallowed(std::size_t from, std::size_t to) {
    std::size_t at = from == 0 || from == places_.line_start(from) ? from : std::min(in_.find_first_of("\r\n", from), to);
    for (; at < to; at = std::min(in_.find_first_of("\r\n", at), in_.size())) {
        at = std::min(in_.find_first_not_of("\r\n", at), in_.size());
        if (at >= to) break;
        const auto line = in_.substr(at, places_.line_end(at) - at);
        const std::size_t begin = line.find_first_not_of(" \t>");
        if (begin == line.npos || line[begin] != '[') continue;
        const std::size_t close = line.find("]:", begin);
        if (close == line.npos || line.find_first_of("/.#:@<", close + 2) != line.npos || is_blank(line.substr(close + 2))) continue;
        out_.begin_block({.blank_before = blank_lines(from, at), .joint = joint::separate});
        out_.set_origin(places_.at(at + begin));
        out_.append(line.substr(begin));
        out_.end_block();
        end_ = at + line.size();
    }
}

/// Lines as they are, their indents and gaps kept.
void markdown_body::plain_lines(std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; at = std::min(in_.find('\n', at), in_.size() - 1) + 1) {
        const auto line = in_.substr(at, places_.line_end(at) - at);
        if (is_blank(line)) continue;
        out_.begin_block({.blank_before = blank_lines(end_, at), .joint = joint::unknown});
        out_.keep_blanks();
        out_.set_origin(places_.at(at));
        out_.append(line);
        out_.end_block();
        end_ = at + line.size();
    }
}

}  // namespace minutes
