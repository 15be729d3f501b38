// SPDX-License-Identifier: Apache-2.0
#include "html_body.hpp"

#include <cctype>

#include "html_guard.hpp"
#include "html_node.hpp"
#include "number_format.hpp"
#include "table_grid.hpp"

namespace minutes {

namespace {

using joint = document_block::joint_type;
using part = document_block::part_type;
using align = document_block::align_type;

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// What an element's content is to a reader.
enum class element_kind { inner, block, unseen, furniture };

element_kind kind_of(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_HEAD: case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_TITLE: case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_IFRAME: case GUMBO_TAG_OBJECT: case GUMBO_TAG_VIDEO: case GUMBO_TAG_AUDIO: case GUMBO_TAG_CANVAS: case GUMBO_TAG_SVG:
        case GUMBO_TAG_DATALIST: case GUMBO_TAG_NOFRAMES: case GUMBO_TAG_NOEMBED: case GUMBO_TAG_RP: return element_kind::unseen;
        case GUMBO_TAG_NAV: case GUMBO_TAG_FOOTER: case GUMBO_TAG_BUTTON: case GUMBO_TAG_SELECT: return element_kind::furniture;
        case GUMBO_TAG_HTML: case GUMBO_TAG_BODY: case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_DD:
        case GUMBO_TAG_PRE: case GUMBO_TAG_XMP: case GUMBO_TAG_LISTING: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_ASIDE: case GUMBO_TAG_HEADER: case GUMBO_TAG_MAIN: case GUMBO_TAG_HGROUP: case GUMBO_TAG_DETAILS: case GUMBO_TAG_SUMMARY:
        case GUMBO_TAG_CENTER: case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_ADDRESS: case GUMBO_TAG_FORM: case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_LEGEND: case GUMBO_TAG_CAPTION: case GUMBO_TAG_LI: case GUMBO_TAG_TR: case GUMBO_TAG_TD: case GUMBO_TAG_TH:
        case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: return element_kind::block;
        default: return element_kind::inner;
    }
}

bool is_hidden(const GumboNode& n) { return has_attribute(n, "hidden") || has_style(n, "display", "none") || has_style(n, "visibility", "hidden"); }

bool has_words(const GumboNode& n) {
    if (n.type == GUMBO_NODE_TEXT) return true;
    bool found = false;
    for_children(n, [&](const GumboNode& c) { found = found || has_words(c); });
    return found;
}

align align_of(const GumboNode& n, align inherited) {
    std::string said(attribute_of(n, "align"));
    for (char& c : said) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto is = [&](const char* value) { return said == value || has_style(n, "text-align", value); };
    if (is("right") || is("end")) return align::right;
    if (is("center") || tag_of(n) == GUMBO_TAG_CENTER) return align::centre;
    return is("left") || is("justify") || is("start") ? align::left : inherited;
}

/// What an element says of its words.
html_context context_in(const GumboNode& n, html_context c) {
    const GumboTag tag = tag_of(n);
    if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_U || has_style(n, "font-weight", "bold") || has_style(n, "font-weight", "600") || has_style(n, "font-weight", "700")) c.bold = true;
    if (has_style(n, "font-weight", "normal") || has_style(n, "font-weight", "400")) c.bold = false;
    if (tag == GUMBO_TAG_S || tag == GUMBO_TAG_STRIKE || tag == GUMBO_TAG_DEL || has_style(n, "text-decoration", "line-through")) c.struck = true;
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) c.heading = 1 + static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1);
    if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_LISTING || has_style(n, "white-space", "pre")) c.preformatted = true;
    c.align = align_of(n, c.align);
    return c;
}

}  // namespace

// ── the tree ───────────────────────────────────────────────────────────────

void html_body::read_file() {
    read(0, file_.size(), {}, true);
}

void html_body::read_piece(std::size_t begin, std::size_t end, int depth, int blank_before) {
    html_context c;
    c.depth = depth;
    blank_lines_ = blank_before;
    read(begin, end, c, false);
}

void html_body::read(std::size_t begin, std::size_t end, const html_context& c, bool whole) {
    auto guarded = guard_html(file_.substr(begin, end - begin), how_.limits.depth);
    met_.too_deep = met_.too_deep || guarded.too_deep;
    buffer_ = std::move(guarded.html);
    begin_ = begin;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    if (!whole) options.fragment_context = GUMBO_TAG_DIV;
    GumboOutput* parsed = gumbo_parse_with_options(&options, buffer_.data(), buffer_.size());
    revised_ = whole && contains(*parsed->root, GUMBO_TAG_INS);
    walk(whole ? *parsed->document : *parsed->root, c);
    end_block();
    gumbo_destroy_output(&options, parsed);
}

void html_body::walk(const GumboNode& node, const html_context& c) {
    switch (node.type) {
        case GUMBO_NODE_TEXT: case GUMBO_NODE_WHITESPACE: case GUMBO_NODE_CDATA: read_text(node.v.text, c); break;
        case GUMBO_NODE_COMMENT: read_comment(node.v.text, c); break;
        case GUMBO_NODE_DOCUMENT: walk_children(node, c); break;
        case GUMBO_NODE_ELEMENT: case GUMBO_NODE_TEMPLATE: read_element(node, c); break;
    }
}

void html_body::walk_children(const GumboNode& node, const html_context& c) {
    for_children(node, [&](const GumboNode& child) { walk(child, c); });
}

void html_body::read_element(const GumboNode& node, html_context c) {
    const GumboTag tag = tag_of(node);
    const auto kind = kind_of(tag);
    if (tag == GUMBO_TAG_HEAD)
        for_children(node, [&](const GumboNode& n) {
            if (tag_of(n) == GUMBO_TAG_TITLE && n.v.element.children.length > 0) out_.set_metadata("title", static_cast<const GumboNode*>(n.v.element.children.data[0])->v.text.text);
        });
    if (kind == element_kind::unseen || is_dropped(node)) return;
    if (is_hidden(node)) {
        met_.hidden = met_.hidden || has_words(node);
        return;
    }
    c = context_in(node, c);
    if (revised_ && tag == GUMBO_TAG_DEL) c.struck = false;  // deleted later
    switch (tag) {
        case GUMBO_TAG_BR: return read_break();
        case GUMBO_TAG_HR: end_block(); blank_lines_ = std::max(blank_lines_, 1); return;
        case GUMBO_TAG_INPUT: return read_box(node);
        case GUMBO_TAG_OL: case GUMBO_TAG_UL: case GUMBO_TAG_MENU: case GUMBO_TAG_DIR: return read_list(node, c);
        case GUMBO_TAG_TABLE: return read_table(node, c);
        default: break;
    }
    if (kind == element_kind::furniture) c.part = tag == GUMBO_TAG_FOOTER ? part::footer : part::header;
    if (kind == element_kind::inner) walk_children(node, c);
    else read_block(node, c);
}

void html_body::read_block(const GumboNode& node, const html_context& c) {
    end_block();
    const bool lines = c.preformatted && kind_of(tag_of(node)) == element_kind::block && tag_of(node) != GUMBO_TAG_P;
    if (lines) {  // plain text, a line of blanks around it
        next_ = joint::unknown;
        if (!out_.result().blocks.empty()) blank_lines_ = std::max(blank_lines_, 1);
    }
    walk_children(node, c);
    end_block();
    if (lines || (tag_of(node) == GUMBO_TAG_P && !has_words(node))) blank_lines_ = std::max(blank_lines_, 1);
}

void html_body::read_break() {
    if (in_block_) end_block();
    else blank_lines_ = std::max(blank_lines_, 1);
}

void html_body::read_box(const GumboNode& node) {
    if (attribute_of(node, "type") == "checkbox") box_ = has_attribute(node, "checked");
}

/// Whether the element stands for a state of the document that is not the one that is read.
bool html_body::is_dropped(const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    if (!revised_ || (tag != GUMBO_TAG_DEL && tag != GUMBO_TAG_INS)) return false;
    met_.changes = true;
    return tag == (how_.changes == tracked_changes::accepted ? GUMBO_TAG_DEL : GUMBO_TAG_INS);
}

// ── lists ──────────────────────────────────────────────────────────────────

std::string html_body::number_of(const GumboNode& list, int n) const {
    const auto type = attribute_of(list, "type");
    const auto is = [&](std::string_view attribute, std::string_view style) { return type == attribute || has_style(list, "list-style-type", style) || has_style(list, "list-style", style); };
    number_format format = number_format::decimal;
    if (is("a", "lower-alpha") || is("a", "lower-latin")) format = number_format::lower_alphabet;
    else if (is("A", "upper-alpha") || is("A", "upper-latin")) format = number_format::upper_alphabet;
    else if (is("i", "lower-roman")) format = number_format::lower_roman;
    else if (is("I", "upper-roman")) format = number_format::upper_roman;
    return number_text(n, format) + ".";
}

void html_body::read_list(const GumboNode& node, html_context c) {
    end_block();
    const bool ordered = tag_of(node) == GUMBO_TAG_OL;
    const bool plain = has_style(node, "list-style", "none") || has_style(node, "list-style-type", "none");
    int n = number_in(node, "start", 1);
    const int step = has_attribute(node, "reversed") ? -1 : 1;
    ++c.depth;
    for_children(node, [&](const GumboNode& item) {
        if (tag_of(item) != GUMBO_TAG_LI) return walk(item, c);
        n = number_in(item, "value", n);
        end_block();
        if (!plain && !is_hidden(item)) mark_ = ordered ? number_of(node, n) : "\u2022";
        n += step;
        walk(item, c);
        end_block();
        mark_.reset();
        box_.reset();
    });
}

// ── tables ─────────────────────────────────────────────────────────────────

namespace {

/// The cells of a table on its grid, and their nodes in the same order.
struct html_grid {
    std::vector<grid_cell> cells;
    std::vector<const GumboNode*> nodes;
    std::vector<const GumboNode*> captions;
    std::uint32_t row = 0;
    std::vector<std::uint32_t> taken_to;  // for each column the row behind the cell that reaches furthest down

    void add_row(const GumboNode& tr, bool head) {
        std::uint32_t column = 0;
        for_children(tr, [&](const GumboNode& n) {
            if (tag_of(n) != GUMBO_TAG_TD && tag_of(n) != GUMBO_TAG_TH) return;
            while (column < taken_to.size() && taken_to[column] > row) ++column;
            const auto wanted = static_cast<std::uint32_t>(std::clamp(number_in(n, "colspan", 1), 1, static_cast<int>(most_columns)));
            const auto span = std::clamp<std::uint32_t>(most_columns > column ? most_columns - column : 1, 1, wanted);
            const auto rows = static_cast<std::uint32_t>(std::clamp(number_in(n, "rowspan", 1), 1, 65534));
            if (taken_to.size() < column + span) taken_to.resize(column + span);
            for (std::uint32_t k = 0; k < span; ++k) taken_to[column + k] = row + rows;
            cells.push_back({row, column, rows, span, head || tag_of(n) == GUMBO_TAG_TH});
            nodes.push_back(&n);
            column += span;
        });
        ++row;
    }

    void add_rows(const GumboNode& table, bool head) {
        for_children(table, [&](const GumboNode& n) {
            const GumboTag tag = tag_of(n);
            if (is_element(n) && is_hidden(n)) return;
            if (tag == GUMBO_TAG_TR) add_row(n, head);
            if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY) add_rows(n, tag == GUMBO_TAG_THEAD);
            if (tag == GUMBO_TAG_CAPTION) captions.push_back(&n);
        });
        for_children(table, [&](const GumboNode& n) {
            if (tag_of(n) == GUMBO_TAG_TFOOT) add_rows(n, false);
        });
    }

    explicit html_grid(const GumboNode& table) {
        add_rows(table, false);
        for (auto& c : cells) c.row_span = std::min(c.row_span, row - c.row);
        drop_empty_columns(cells);
    }
};

/// A table that only puts blocks side by side.
bool is_frame(const GumboNode& table, const html_grid& grid) {
    const auto role = attribute_of(table, "role");
    return grid.cells.size() == 1 || role == "presentation" || role == "none" || contains(table, GUMBO_TAG_TABLE);
}

}  // namespace

void html_body::read_table(const GumboNode& node, const html_context& c) {
    end_block();
    const html_grid grid(node);
    for (const auto* caption : grid.captions) walk(*caption, c);
    if (is_frame(node, grid)) {
        for (const auto* cell : grid.nodes) walk(*cell, c);
        return;
    }
    const std::size_t fit = std::min(grid.cells.size(), how_.limits.cells - cells_);
    cells_ += fit;
    html_context inside = c;
    inside.depth = 0;
    const std::size_t table = out_.begin_table();
    for (std::size_t i = 0; i < fit; ++i) {
        const auto& cell = grid.cells[i];
        out_.begin_cell({.table = table, .row = cell.row, .column = cell.column, .row_span = cell.row_span, .column_span = cell.column_span, .head = cell.head});
        walk(*grid.nodes[i], inside);
        out_.end_cell();
    }
    out_.end_table();
    met_.too_many_cells = met_.too_many_cells || fit < grid.cells.size();
    for (std::size_t i = fit; i < grid.cells.size(); ++i) walk(*grid.nodes[i], c);
}

// ── words ──────────────────────────────────────────────────────────────────

void html_body::start_block(const html_context& c, std::size_t at) {
    document_block b;
    b.heading = c.heading;
    b.align = c.align;
    b.part = c.part;
    b.depth = c.depth;
    b.joint = next_;
    b.blank_before = blank_lines_;
    b.task = box_ && mark_;
    b.checked = b.task && *box_;
    out_.begin_block(b);
    if (c.preformatted) out_.keep_blanks();
    out_.set_origin(places_.at(at));
    if (mark_) out_.append_mark(*mark_, true);
    if (box_) out_.append(*box_ ? "[x] " : "[ ] ");
    mark_.reset();
    box_.reset();
    blank_lines_ = 0;
    in_block_ = true;
    due_ = {};
    next_ = joint::separate;
}

void html_body::end_block() {
    if (in_block_) out_.end_block();
    in_block_ = false;
    due_ = {};
    next_ = joint::separate;
}

void html_body::put(std::string_view utf8, std::size_t at, const html_context& c) {
    if (!in_block_) start_block(c, at);
    put_blank(c);
    out_.append(utf8, {.bold = c.bold, .struck = c.struck});
}

void html_body::put_blank(const html_context& c) {
    // It looks like what it stands in: between bold words it is bold, before them it is not.
    if (!due_.empty()) out_.append(due_, {.bold = c.bold && due_in_.bold, .struck = c.struck && due_in_.struck});
    due_ = {};
}

namespace {

constexpr std::size_t gap = 4;  // blanks that someone typed to set words apart

/// What white space becomes: a blank, or a tab where a line has a tab or a gap.
std::string_view blank_for(std::string_view white, std::string_view before) {
    const bool in_line = white.find_first_of("\n\r") == white.npos;
    return before == "\t" || (in_line && (white.size() >= gap || white.find('\t') != white.npos)) ? "\t" : " ";
}

/// Follows a text's source: where in the file each of its characters stands.
struct source_follower {
    const char* at;
    const char* end;

    void skip_to(char c) {
        while (at != end && *at != c) ++at;
        if (at != end) ++at;
    }

    /// The place of the next character, which starts with `first`; behind it stands `at`.
    const char* next(char first) {
        while (at != end && *at != first && (*at == '<' || *at == '\r')) *at == '<' ? skip_to('>') : (void)++at;
        const char* here = at;
        if (at == end) return here;
        if (*at == '&' && (first != '&' || std::string_view(at, static_cast<std::size_t>(end - at)).substr(0, 4) == "&amp")) {
            ++at;
            while (at != end && (std::isalnum(static_cast<unsigned char>(*at)) || *at == '#')) ++at;
            if (at != end && *at == ';') ++at;
        } else if (*at == first) {
            ++at;
        }
        return here;
    }
};

}  // namespace

void html_body::read_text(const GumboText& text, const html_context& c) {
    const std::string_view words = text.text;
    source_follower source{text.original_text.data, text.original_text.data + text.original_text.length};
    const auto continues = [](char x) { return (static_cast<unsigned char>(x) & 0xC0) == 0x80; };
    bool moved = true;  // the next word does not stand right behind the one before
    for (std::size_t i = 0; i < words.size();) {
        const char first = words[i];
        const char* here = source.next(first);
        if (is_white(first)) {
            if (c.preformatted && first == '\n') {
                if (in_block_) end_block();
                else ++blank_lines_;
                next_ = joint::unknown;
            } else if (c.preformatted) {
                put(std::string_view(&words[i], 1), offset_of(here), c);
            } else {
                std::size_t end = i + 1;
                while (end < words.size() && is_white(words[end])) source.next(words[end++]);
                if (in_block_) {
                    if (due_.empty()) due_in_ = {.bold = c.bold, .struck = c.struck};
                    due_ = blank_for(words.substr(i, end - i), due_);
                }
                i = end - 1;
            }
            moved = true;
            ++i;
            continue;
        }
        // A run of characters that stand as they are in the file.
        std::size_t end = i + 1;
        while (end < words.size() && continues(words[end])) ++end;
        const bool as_is = here != source.end && *here == first && source.at == here + 1;
        if (as_is) source.at = std::min(source.end, here + (end - i));
        while (as_is && end < words.size() && source.at != source.end && !is_white(words[end]) && words[end] == *source.at && words[end] != '&') ++end, ++source.at;
        if (in_block_ && (moved || !as_is)) {
            put_blank(c);
            out_.set_origin(places_.at(offset_of(here)));
        }
        put(words.substr(i, end - i), offset_of(here), c);
        moved = !as_is;
        i = end;
    }
}

/// Server-side includes say words in comments: <!--#set var="title" value="…" -->, <!--#echo var="title" -->.
void html_body::read_comment(const GumboText& text, const html_context& c) {
    const std::string_view all = text.text;
    const auto quoted = [&](std::string_view name) -> std::string_view {
        const auto at = all.find(std::string(name) + "=\"");
        if (at == all.npos) return {};
        const auto begin = at + name.size() + 2;
        const auto end = all.find('"', begin);
        return end == all.npos ? std::string_view{} : all.substr(begin, end - begin);
    };
    if (all.starts_with("#set")) {
        variables_.insert_or_assign(std::string(quoted("var")), std::string(quoted("value")));
    } else if (all.starts_with("#echo")) {
        if (const auto found = variables_.find(quoted("var")); found != variables_.end()) put(found->second, offset_of(text.original_text.data), c);
    }
}

}  // namespace minutes
