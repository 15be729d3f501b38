// SPDX-License-Identifier: Apache-2.0
#include "odt_body.hpp"

#include <algorithm>
#include <utility>

#include "nesting.hpp"
#include "xml_part.hpp"

namespace minutes {

namespace {

using pugi::xml_node;
using part = document_block::part_type;

constexpr unsigned most_blanks = 1000;  // of one text:s

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::optional<int> number_in(const xml_node& n, const char* name) {
    const auto a = n.attribute(name);
    return a ? std::optional<int>(a.as_int()) : std::nullopt;
}

bool is_paragraph(std::string_view name) { return name == "text:p" || name == "text:h"; }

/// Elements that stand beside words and hold none of the document's.
bool is_aside(std::string_view name) {
    return name == "office:annotation-end" || name == "text:script" || name == "office:forms" || name == "text:tracked-changes" ||
           name == "text:sequence-decls" || name == "text:user-field-decls" || name == "text:variable-decls" || name == "text:note-citation" ||
           name == "text:label" || name.starts_with("svg:") || name.starts_with("dc:") || name.starts_with("meta:");
}

bool is_true(const xml_node& n, const char* attribute) { return n.attribute(attribute).value() == std::string_view("true"); }

}  // namespace

void odt_body::read(const xml_node& container, part p) {
    now_ = {.part = p, .joint = document_block::joint_type::separate};
    if (const auto tracked = container.child("text:tracked-changes")) learn_changes(tracked);
    read_blocks(container);
    out_.end_block();
    joined_ = false;
}

void odt_body::learn_changes(const xml_node& tracked) {
    for (const auto& region : tracked.children("text:changed-region")) {
        const auto id = region.attribute("xml:id") ? region.attribute("xml:id") : region.attribute("text:id");
        for (const auto& kind : region.children()) {
            if (kind.name() != std::string_view("text:insertion") && kind.name() != std::string_view("text:deletion")) continue;
            changes_.emplace(id.value(), kind);
            met_.changes = true;
        }
    }
}

void odt_body::read_blocks(const xml_node& container) {
    const nesting level(depth_);
    if (depth_ > how_.limits.depth) return read_flat(container);
    for (const auto& n : container.children()) read_block(n);
}

void odt_body::read_block(const xml_node& n) {
    const std::string_view name = n.name();
    if (name == "text:p") read_paragraph(n, {}, 0);
    else if (name == "text:h") read_heading(n);
    else if (name == "text:list") read_list(n, {n.attribute("text:style-name").value(), 0, 1});
    else if (name == "text:numbered-paragraph") read_numbered(n);
    else if (name == "table:table") read_table(n);
    else if (name.starts_with("text:change")) read_change(n, {});
    else if (name.starts_with("draw:")) attach_boxes(n), read_attached();
    else if (name == "text:section" && n.attribute("text:display").value() == std::string_view("none")) met_.hidden = true;
    else if (!is_aside(name)) read_blocks(n);
}

void odt_body::read_list(const xml_node& list, list_place where) {
    const nesting level(depth_);
    if (depth_ > how_.limits.depth) return read_flat(list);
    if (where.level == 1) where.key = lists_.begin(list, where.style);
    for (const auto& item : list.children()) {
        list_place own = where;
        if (const auto other = item.attribute("text:style-override")) own.style = other.value();
        read_item(item, own);
    }
}

/// The first paragraph of an item has its number; what follows goes on in the item.
void odt_body::read_item(const xml_node& item, const list_place& where) {
    bool numbered = item.name() == std::string_view("text:list-header");
    for (const auto& n : item.children()) {
        const std::string_view name = n.name();
        if (name == "text:list") {
            const auto style = n.attribute("text:style-name");
            read_list(n, {style ? style.value() : where.style, where.key, where.level + 1});
        } else if (is_paragraph(name)) {
            const auto look = styles_.paragraph(n.attribute("text:style-name").value());
            const auto style = where.style.empty() ? look.list_style.value_or("") : where.style;
            odt_lists::label mark;
            if (!numbered) mark = lists_.next(where.key, style, where.level, number_in(item, "text:start-value"));
            const bool heading = name == "text:h";
            read_paragraph(n, mark, numbered || heading ? 0 : where.level);
            numbered = true;
        } else {
            read_block(n);
        }
    }
}

void odt_body::read_numbered(const xml_node& n) {
    const std::string style = n.attribute("text:style-name").value();
    const std::size_t key = lists_.begin(n, style);
    const int level = n.attribute("text:level").as_int(1);
    for (const auto& p : n.children())
        if (is_paragraph(p.name())) read_paragraph(p, lists_.next(key, style, level, number_in(n, "text:start-value")), level);
}

void odt_body::read_heading(const xml_node& h) {
    const auto look = styles_.paragraph(h.attribute("text:style-name").value());
    const bool numbered = !is_true(h, "text:is-list-header") && !(look.list_style && look.list_style->empty());
    const auto start = is_true(h, "text:restart-numbering") ? std::optional<int>(number_in(h, "text:start-value").value_or(1)) : std::nullopt;
    read_paragraph(h, numbered ? lists_.next_heading(h.attribute("text:outline-level").as_int(1), start) : odt_lists::label{}, 0);
}

/// Starts a block as `now_` says.  Outside tables its blanks may part the columns of a table that was pasted as text.
void odt_body::open_block() {
    out_.begin_block(now_);
    if (where_.table == 0) out_.keep_blanks();
    blank_ = true;
    place();
}

void odt_body::place() {
    where_.paragraph = paragraphs_;
    out_.set_origin(where_);
}

void odt_body::read_paragraph(const xml_node& p, const odt_lists::label& mark, int depth) {
    const auto look = styles_.paragraph(p.attribute("text:style-name").value());
    const bool in_table = where_.table != 0;
    ++paragraphs_;
    if (!std::exchange(joined_, false)) {
        if (look.break_before.value_or(false) && !in_table) out_.page_break();
        now_.align = look.align.value_or(document_block::align_type::left);
        now_.joint = look.verbatim.value_or(false) ? document_block::joint_type::unknown : document_block::joint_type::separate;
        now_.heading = p.name() == std::string_view("text:h") ? std::clamp(p.attribute("text:outline-level").as_int(1), 1, 9) : 0;
        now_.depth = mark.bullet && all_text(p).empty() ? 0 : depth;
        open_block();
        if (now_.depth || now_.heading) out_.append_mark(mark.text, true);
    }
    read_inlines(p, look);
    joined_ = inserting_ > 0;
    if (!joined_) out_.end_block();
    if (look.break_after.value_or(false) && !in_table) out_.page_break();
    read_attached();
}

void odt_body::break_line() {
    out_.end_block();
    now_.depth = 0;
    open_block();
}

void odt_body::read_inlines(const xml_node& n, const odt_look& look) {
    const nesting level(depth_);
    if (depth_ > how_.limits.depth) {
        met_.too_deep = true;
        return read_collapsed(all_text(n), look);
    }
    for (const auto& child : n.children()) read_inline(child, look);
}

void odt_body::read_words(std::string_view words, const odt_look& look) {
    if (words.empty() || inserting_ > 0) return;
    if (look.hidden.value_or(false)) {
        met_.hidden = true;
        return;
    }
    out_.append(words, {look.bold.value_or(false) || (look.underlined.value_or(false) && !in_link_), look.struck.value_or(false)});
    blank_ = words.back() == ' ';
}

/// Blanks and line ends in the XML are one blank (OpenDocument 1.3 part 3, 6.1.2).
void odt_body::read_collapsed(std::string_view words, const odt_look& look) {
    std::string out;
    bool blank = blank_;
    for (const char c : words) {
        if (!is_blank(c)) out += c;
        else if (!blank) out += ' ';
        blank = is_blank(c);
    }
    read_words(valid_text(out), look);
}

void odt_body::read_inline(const xml_node& n, const odt_look& look) {
    const std::string_view name = n.name();
    if (n.type() == pugi::node_pcdata || n.type() == pugi::node_cdata) {
        read_collapsed(n.value(), look);
    } else if (name == "text:span") {
        read_inlines(n, over(styles_.text(n.attribute("text:style-name").value()), look));
    } else if (name == "text:a") {
        const bool before = std::exchange(in_link_, true);  // underlined as a link, not to stand out
        read_inlines(n, look);
        in_link_ = before;
    } else if (name == "text:s") {
        read_words(std::string(std::clamp(n.attribute("text:c").as_uint(1), 1u, most_blanks), ' '), look);
        blank_ = false;  // a blank of the XML behind it is one more
    } else if (name == "text:tab") {
        read_words("\t", look);
    } else if (name == "text:line-break") {
        if (inserting_ == 0) break_line();
    } else if (name == "text:note") {
        if (inserting_ == 0) attached_.push_back({n.child("text:note-body"), part::note});
    } else if (name == "office:annotation") {
        attached_.push_back({n, part::comment});
    } else if (name.starts_with("text:change")) {
        read_change(n, look);
    } else if (name.starts_with("draw:")) {
        attach_boxes(n);
    } else if (name == "text:ruby") {
        read_inlines(n.child("text:ruby-base"), look);
    } else if ((name == "text:hidden-text" || name == "text:hidden-paragraph") && is_true(n, "text:is-hidden")) {
        met_.hidden = true;
    } else if (!is_aside(name)) {
        read_inlines(n, look);
    }
}

/// Deleted words stand apart from the text; in the state before the changes they come back, and inserted ones go.
void odt_body::read_change(const xml_node& n, const odt_look& look) {
    if (how_.changes == tracked_changes::accepted) return;
    const auto at = changes_.find(std::string_view(n.attribute("text:change-id").value()));
    if (at == changes_.end()) return;
    const std::string_view name = n.name();
    if (at->second.name() == std::string_view("text:insertion")) {
        inserting_ += name == "text:change-start" ? 1 : name == "text:change-end" && inserting_ > 0 ? -1 : 0;
    } else if (name == "text:change") {
        bool first = true;
        for (const auto& p : at->second.children()) {
            if (!is_paragraph(p.name())) continue;
            if (!std::exchange(first, false)) break_line();
            read_inlines(p, look);
        }
    }
}

/// Text boxes, and shapes with words in them.
void odt_body::attach_boxes(const xml_node& drawing) {
    const nesting level(depth_);
    if (depth_ > how_.limits.depth) {
        met_.too_deep = true;
        return;
    }
    for (const auto& n : drawing.children())
        if (is_paragraph(n.name()) || n.name() == std::string_view("text:list") || n.name() == std::string_view("table:table")) {
            attached_.push_back({drawing, part::box});
            return;
        }
    for (const auto& n : drawing.children())
        if (std::string_view(n.name()).starts_with("draw:")) attach_boxes(n);
}

void odt_body::read_attached() {
    if (joined_ || attached_.empty()) return;
    const auto waiting = std::exchange(attached_, {});
    const auto before = now_;
    for (const auto& a : waiting) {
        now_ = {.part = a.part, .joint = document_block::joint_type::separate};
        read_blocks(a.container);
    }
    now_ = before;
}

void odt_body::collect_rows(const xml_node& n, bool head, std::vector<std::pair<xml_node, bool>>& out) {
    for (const auto& child : n.children()) {
        const std::string_view name = child.name();
        if (name == "table:table-row") out.emplace_back(child, head);
        else if (name == "table:table-header-rows") collect_rows(child, true, out);
        else if ((name == "table:table-rows" || name == "table:table-row-group") && depth_ < how_.limits.depth) {
            const nesting level(depth_);
            collect_rows(child, head, out);
        }
    }
}

/// Cells that a file repeats are read once; the others are blank.
std::vector<grid_cell> odt_body::grid_of(const xml_node& table) {
    std::vector<std::pair<xml_node, bool>> rows;
    collect_rows(table, false, rows);
    std::vector<grid_cell> cells;
    std::uint32_t row = 0;
    for (const auto& [node, head] : rows) {
        std::uint32_t column = 0;
        for (const auto& cell : node.children()) {
            const std::string_view name = cell.name();
            const bool covered = name == "table:covered-table-cell";
            if (name != "table:table-cell" && !covered) continue;
            const std::uint32_t copies = std::clamp(cell.attribute("table:number-columns-repeated").as_uint(1), 1u, most_columns);
            for (std::uint32_t i = 0; i < copies && column < most_columns && cells.size() <= how_.limits.cells; ++i, ++column) {
                if (covered) continue;
                const std::uint32_t width = std::clamp(cell.attribute("table:number-columns-spanned").as_uint(1), 1u, most_columns);
                const std::uint32_t height = std::clamp(cell.attribute("table:number-rows-spanned").as_uint(1), 1u, static_cast<std::uint32_t>(rows.size()) - row);
                cells.push_back({row, column, height, width, head, {}});
                if (i == 0) cells.back().content.push_back(cell);
            }
        }
        ++row;
    }
    drop_empty_columns(cells);
    return cells;
}

void odt_body::read_table(const xml_node& n) {
    const nesting level(depth_);
    const auto cells = depth_ > how_.limits.depth ? std::vector<grid_cell>{} : grid_of(n);
    cells_ += cells.size();
    met_.too_many_cells = met_.too_many_cells || cells_ > how_.limits.cells;
    if (met_.too_many_cells || cells.empty()) return read_flat(n);
    const auto block = now_;
    joined_ = false;
    write_grid(cells, out_, where_, [&](const xml_node& content) { read_blocks(content); });
    now_ = block;
}

/// What is nested too deep to be laid out still gives its words, a block a paragraph.
void odt_body::read_flat(const xml_node& top) {
    met_.too_deep = met_.too_deep || depth_ > how_.limits.depth;
    const document_block plain{.part = now_.part, .joint = document_block::joint_type::separate};
    for (xml_node at = top; at;) {
        const bool aside = is_aside(at.name());
        if (is_paragraph(at.name())) {
            out_.begin_block(plain);
            blank_ = true;
            ++paragraphs_;
            place();
        }
        if (at.type() == pugi::node_pcdata) read_collapsed(at.value(), {});
        at = next_node(at, top, !aside);
    }
    out_.end_block();
}

}  // namespace minutes
