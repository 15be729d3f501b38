// SPDX-License-Identifier: Apache-2.0
// The parser tells structure and hands out pieces of its input, so each word's place
// is known.  What it does not tell is looked up in the input between two pieces: the
// list numbers as printed, blank lines, and how far a line is indented.
#include "markdown_reader.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <optional>
#include <string>

#include <md4c.h>

#include "document_builder.hpp"
#include "encoding.hpp"
#include "file_places.hpp"
#include "flattened_tables.hpp"
#include "front_matter.hpp"
#include "html_body.hpp"
#include "html_words.hpp"
#include "text_reader.hpp"

namespace minutes {

namespace {

using joint = document_block::joint_type;

constexpr std::size_t longest_underlined_heading = 120;  // bytes; a longer line above a rule of dashes is a paragraph

bool is_blank(std::string_view s) { return s.find_first_not_of(" \t\r\n") == s.npos; }

/// A list item whose mark may still have to be found in the input.
struct open_item {
    bool ordered = false;
    char delimiter = '.';       ///< ordered: behind the number; else the bullet
    bool marked = false;        ///< its mark was found and added
    bool task = false, checked = false;
    std::size_t indent = 0;     ///< bytes before its mark in the line
};

/// A list mark in the input.
struct found_mark {
    std::size_t begin = 0, end = 0;
    explicit operator bool() const { return end > begin; }
};

class markdown_blocks {
public:
    markdown_blocks(document_builder& out, std::string_view in, std::size_t from, const file_places& places, const reading& how)
        : out_(out), in_(in), places_(places), html_(out, how, in, places), end_(from), cells_left_(how.limits.cells) {}

    void read();

    void enter(MD_BLOCKTYPE type, void* detail);
    void leave(MD_BLOCKTYPE type);
    void enter(MD_SPANTYPE type);
    void leave(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, std::string_view piece);

    [[nodiscard]] walk_report met() const {
        auto met = html_.met();
        met.too_many_cells = met.too_many_cells || cells_cut_;
        return met;
    }

private:
    // ── lines ──
    void end_line(joint next);
    void start_line(std::size_t at);
    joint joint_of(const document_block& b) const;
    void words(std::size_t at, std::string_view piece);
    void put(std::size_t at, std::string_view utf8);
    std::optional<std::size_t> offset_of(std::string_view piece) const;

    // ── what the input says between two pieces ──
    std::size_t indent_of(std::size_t at) const;
    int blank_lines(std::size_t from, std::size_t to) const;
    bool is_underlined(std::size_t at) const;
    found_mark find_mark(const open_item& item, std::size_t to);
    void add_marks(std::size_t at);
    void keep_swallowed(std::size_t from, std::size_t to);
    void plain_lines(std::size_t from, std::size_t to);

    // ── raw HTML ──
    void read_html_block();
    void tag(std::string_view written, std::size_t at);

    document_builder& out_;
    std::string_view in_;
    const file_places& places_;
    html_body html_;                  // for raw HTML
    std::size_t end_;                 // behind the last piece or mark
    bool in_line_ = false;
    bool moved_ = false;              // what was added last is not as long as in the input
    joint next_ = joint::separate;
    document_block block_{};          // heading and alignment of the block at hand
    int bold_ = 0, struck_ = 0, hidden_ = 0;
    bool strike_starts_ = false;      // a strike whose tildes have not been counted yet
    bool single_tilde_ = false;
    std::vector<open_item> items_;
    struct list { bool ordered; char delimiter; };
    std::vector<list> lists_;
    // tables
    std::size_t table_ = 0;
    std::uint32_t row_ = 0, column_ = 0;
    bool in_table_ = false, head_ = false;
    std::size_t cells_left_;
    bool cells_cut_ = false;
    // raw HTML blocks
    bool in_html_ = false;
    std::size_t html_begin_ = 0, html_end_ = 0;
};

// ── lines ──────────────────────────────────────────────────────────────────

void markdown_blocks::end_line(joint next) {
    out_.end_block();
    in_line_ = false;
    next_ = next;
}

/// Bytes of indentation before `at` in its line, quote marks counted as blanks; the column of the first other byte when that stands before `at`.
std::size_t markdown_blocks::indent_of(std::size_t at) const {
    const std::size_t start = places_.line_start(at);
    std::size_t i = start;
    while (i < at && (in_[i] == ' ' || in_[i] == '\t' || in_[i] == '>')) ++i;
    return i - start;
}

int markdown_blocks::blank_lines(std::size_t from, std::size_t to) const {
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
joint markdown_blocks::joint_of(const document_block& b) const {
    if (b.heading) return joint::separate;
    return b.blank_before > 0 ? joint::unknown : next_;
}

/// The line is the only one above a rule of "=" or "-", and short enough for a heading.
bool markdown_blocks::is_underlined(std::size_t at) const {
    const std::size_t end = places_.line_end(at);
    if (end - places_.line_start(at) > longest_underlined_heading) return false;
    const std::size_t below = std::min(in_.find_first_not_of("\r\n", end), in_.size());
    const auto rule = in_.substr(below, places_.line_end(below) - below);
    return !is_blank(rule) && rule.find_first_not_of("=-> \t") == rule.npos;
}

void markdown_blocks::start_line(std::size_t at) {
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

void markdown_blocks::put(std::size_t at, std::string_view utf8) {
    if (!in_line_) start_line(at);
    else if (at != end_ || moved_) out_.set_origin(places_.at(at));
    moved_ = false;
    out_.append(utf8, {.bold = bold_ > 0, .struck = struck_ > 0});
}

void markdown_blocks::words(std::size_t at, std::string_view piece) {
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
std::optional<std::size_t> markdown_blocks::offset_of(std::string_view piece) const {
    const std::less<> before;
    if (before(piece.data(), in_.data()) || before(in_.data() + in_.size(), piece.data() + piece.size())) return {};
    return static_cast<std::size_t>(piece.data() - in_.data());
}

// ── what the input says between two pieces ─────────────────────────────────

/// The first mark of the item's kind that heads a line before `to`, or stands behind another mark.
found_mark markdown_blocks::find_mark(const open_item& item, std::size_t to) {
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
void markdown_blocks::add_marks(std::size_t at) {
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
void markdown_blocks::keep_swallowed(std::size_t from, std::size_t to) {
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
void markdown_blocks::plain_lines(std::size_t from, std::size_t to) {
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

// ── raw HTML ───────────────────────────────────────────────────────────────

void markdown_blocks::tag(std::string_view written, std::size_t at) {
    const auto t = tag_of(written);
    const auto count = [&](int& n) { n = std::max(0, n + (t.closes ? -1 : 1)); };
    switch (t.effect) {
        case tag_effect::unknown: words(at, written); return;
        case tag_effect::none: break;
        case tag_effect::bold: count(bold_); break;
        case tag_effect::struck: count(struck_); break;
        case tag_effect::hides: count(hidden_); break;
        case tag_effect::breaks: case tag_effect::parts: end_line(joint::separate); break;
    }
}

/// A block of raw HTML.
void markdown_blocks::read_html_block() {
    if (html_begin_ >= html_end_) return;
    add_marks(html_begin_);
    end_line(joint::separate);
    html_.read_piece(html_begin_, html_end_, static_cast<int>(items_.size()), blank_lines(end_, html_begin_));
    end_ = html_end_;
}

// ── what the parser tells ──────────────────────────────────────────────────

void markdown_blocks::enter(MD_BLOCKTYPE type, void* detail) {
    end_line(joint::separate);
    switch (type) {
        case MD_BLOCK_UL: lists_.push_back({false, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->mark}); break;
        case MD_BLOCK_OL: lists_.push_back({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->mark_delimiter}); break;
        case MD_BLOCK_LI: {
            const auto& li = *static_cast<MD_BLOCK_LI_DETAIL*>(detail);
            items_.push_back({lists_.back().ordered, lists_.back().delimiter, false, li.is_task != 0, li.is_task && li.task_mark != ' ', 0});
            break;
        }
        case MD_BLOCK_H:
            block_.heading = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_HTML:
            in_html_ = true;
            html_begin_ = html_end_ = in_.size();
            break;
        case MD_BLOCK_TABLE:
            table_ = out_.begin_table();
            in_table_ = true;
            row_ = 0;
            break;
        case MD_BLOCK_THEAD: head_ = true; break;
        case MD_BLOCK_TBODY: head_ = false; break;
        case MD_BLOCK_TR: column_ = 0; break;
        case MD_BLOCK_TH: case MD_BLOCK_TD: {
            if (cells_left_ == 0) {
                if (in_table_) out_.end_table();
                in_table_ = false;
                cells_cut_ = true;
                break;
            }
            --cells_left_;
            out_.begin_cell({.table = table_, .row = row_, .column = column_++, .head = head_});
            const auto align = static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align;
            block_.align = align == MD_ALIGN_RIGHT ? document_block::align_type::right
                           : align == MD_ALIGN_CENTER ? document_block::align_type::centre : document_block::align_type::left;
            break;
        }
        default: break;
    }
}

void markdown_blocks::leave(MD_BLOCKTYPE type) {
    switch (type) {
        case MD_BLOCK_UL: case MD_BLOCK_OL: lists_.pop_back(); break;
        case MD_BLOCK_LI:
            if (!items_.back().marked && items_.back().ordered) {  // an item without words still shows its number
                const std::size_t next = in_.find_first_not_of(" \t\r\n>", end_);
                if (next != in_.npos) add_marks(places_.line_end(next));
            }
            items_.pop_back();
            break;
        case MD_BLOCK_HTML:
            in_html_ = false;
            read_html_block();
            break;
        case MD_BLOCK_TR: ++row_; break;
        case MD_BLOCK_TH: case MD_BLOCK_TD:
            if (in_table_) out_.end_cell();
            break;
        case MD_BLOCK_TABLE:
            if (in_table_) out_.end_table();
            in_table_ = false;
            break;
        default: break;
    }
    end_line(joint::separate);
    block_ = {};
    bold_ = struck_ = hidden_ = 0;  // what a tag left open ends with its block
}

void markdown_blocks::enter(MD_SPANTYPE type) {
    if (type == MD_SPAN_STRONG) ++bold_;
    if (type == MD_SPAN_DEL) {
        ++struck_;
        strike_starts_ = true;
    }
}

void markdown_blocks::leave(MD_SPANTYPE type) {
    if (type == MD_SPAN_STRONG) bold_ = std::max(0, bold_ - 1);
    if (type != MD_SPAN_DEL) return;
    if (single_tilde_) {
        put(end_, "~");
        ++end_;
    } else {
        struck_ = std::max(0, struck_ - 1);
    }
    strike_starts_ = single_tilde_ = false;
}

void markdown_blocks::text(MD_TEXTTYPE type, std::string_view piece) {
    const auto known = offset_of(piece);
    if (in_html_) {
        if (!known) return;
        html_begin_ = std::min(html_begin_, *known);
        html_end_ = html_begin_ == *known ? *known + piece.size() : std::max(html_end_, *known + piece.size());
        return;
    }
    const std::size_t at = known.value_or(end_);
    switch (type) {
        case MD_TEXT_BR: end_line(joint::separate); break;
        case MD_TEXT_SOFTBR: end_line(joint::unknown); break;
        case MD_TEXT_HTML: tag(piece, at); break;
        case MD_TEXT_ENTITY:
            put(at, characters_of(piece));
            end_ = at + piece.size();
            moved_ = true;
            break;
        case MD_TEXT_CODE:
            if (piece == "\n") end_line(joint::unknown);
            else words(at, piece);
            break;
        default: words(at, piece); break;
    }
}

void markdown_blocks::read() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE t, void* detail, void* data) { static_cast<markdown_blocks*>(data)->enter(t, detail); return 0; };
    parser.leave_block = [](MD_BLOCKTYPE t, void*, void* data) { static_cast<markdown_blocks*>(data)->leave(t); return 0; };
    parser.enter_span = [](MD_SPANTYPE t, void*, void* data) { static_cast<markdown_blocks*>(data)->enter(t); return 0; };
    parser.leave_span = [](MD_SPANTYPE t, void*, void* data) { static_cast<markdown_blocks*>(data)->leave(t); return 0; };
    parser.text = [](MD_TEXTTYPE t, const MD_CHAR* s, MD_SIZE n, void* data) { static_cast<markdown_blocks*>(data)->text(t, {s, n}); return 0; };
    const auto parse = [&](std::size_t from, std::size_t to) {
        const auto piece = in_.substr(from, to - from);
        md_parse(piece.data(), static_cast<MD_SIZE>(piece.size()), &parser, this);
        keep_swallowed(end_, to);
    };
    std::size_t from = end_;
    for (const span table : find_flattened_tables(in_, from)) {
        parse(from, table.begin);
        plain_lines(table.begin, table.end);
        from = table.end;
    }
    parse(from, in_.size());
}

/// Lines that a publishing tool reads and nobody sees (":::" around a box) become blanks.
void blank_fences(std::string& utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        const auto line = std::string_view(utf8).substr(at, end - at);
        const auto behind = line.find_first_not_of(':', std::min(line.find_first_not_of(' '), line.size()));
        const auto colons = line.find(":::");
        if (colons != line.npos && is_blank(line.substr(0, colons))) {
            const auto rest = behind == line.npos ? std::string_view{} : line.substr(behind);
            const auto words = rest.substr(std::min(rest.find_first_not_of(" \t"), rest.size()));
            if (is_blank(rest) || words.starts_with('{') || words.find_first_of(" \t") == words.npos)
                std::fill(utf8.begin() + static_cast<std::ptrdiff_t>(at), utf8.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        }
        at = end + 1;
    }
}

/// Blank lines would end a raw HTML table; they are joined to the lines around them, each word staying where it was.
void join_html_tables(std::string& utf8) {
    const std::size_t last_end = utf8.rfind("</table");
    std::size_t open = 0;
    for (std::size_t at = 0; last_end != utf8.npos && at < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        const auto line = std::string_view(utf8).substr(at, end - at);
        const std::size_t indent = line.find_first_not_of(' ');
        if (open == 0 && indent != line.npos && line.substr(indent).starts_with("<table") && at < last_end) open = 1;
        else if (open > 0 && line.find("<table") != line.npos) ++open;
        if (open > 0 && is_blank(line))
            for (std::size_t k = at; k > 0 && (utf8[k - 1] == '\n' || utf8[k - 1] == '\r'); --k) utf8[k - 1] = ' ';
        if (open > 0 && line.find("</table") != line.npos) --open;
        at = end + 1;
    }
}

/// Signs that plain text does not show by chance.
int signs_in(std::string_view utf8) {
    int headings = 0, rules = 0, bold = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
        const auto line = utf8.substr(at, end - at);
        const auto level = line.find_first_not_of('#');
        headings += level != line.npos && level > 0 && level <= 6 && line[level] == ' ';
        rules += line.starts_with("|--") || line.starts_with("| --") || line.starts_with("|:-") || line.starts_with("| :-");
        const auto open = line.find("**");
        bold += open != line.npos && line.find("**", open + 2) != line.npos;
        at = end + 1;
    }
    return (headings > 1) + (rules > 0) + (bold > 1);
}

}  // namespace

int recognise_markdown(std::string_view bytes) {
    if (recognise_text(bytes) == 0) return 0;
    return signs_in(decode(bytes.substr(0, 65536)).utf8) > 0 ? 2 : 1;
}

document read_markdown(std::string_view bytes, const read_options& options) {
    if (recognise_text(bytes) == 0) return read_text(bytes, options);  // refuses it
    document_builder out(bytes, "markdown");
    auto decoded = decode(bytes);
    const file_places places(decoded.utf8);
    const std::size_t body = add_front_matter(out, decoded.utf8);
    blank_fences(decoded.utf8);
    join_html_tables(decoded.utf8);
    markdown_blocks blocks(out, decoded.utf8, body, places, options.reading);
    blocks.read();
    report_reading(blocks.met(), options.reading, out);
    if (decoded.mixed) out.note("encoding-mixed", severity::note, "the file mixes UTF-8 and Windows-1252; stray bytes were read as Windows-1252");
    out.result().typed_marks = true;
    return std::move(out).finish();
}

}  // namespace minutes
