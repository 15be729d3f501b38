// SPDX-License-Identifier: Apache-2.0
#include "docx_body.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "encoding.hpp"
#include "nesting.hpp"
#include "xml_part.hpp"

namespace minutes {

namespace {

using pugi::xml_node;
using part = document_block::part_type;

/// A drawing or a format that older programs do not know stands in a file twice; one of the two is read.
xml_node alternative_of(const xml_node& n) {
    const auto choice = n.child("mc:Choice");
    return choice ? choice : n.child("mc:Fallback");
}

/// Elements that hold further blocks, rows or cells, and mean nothing to the reader.
bool is_wrapper(std::string_view name) {
    return name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml" || name == "w:smartTag" || name == "w:ins" || name == "w:del" ||
           name == "w:moveTo" || name == "w:moveFrom" || name == "mc:AlternateContent" || name == "mc:Choice" || name == "mc:Fallback";
}

std::uint32_t span_in(const xml_node& n) {
    const auto val = n.attribute("w:val");
    return val ? std::clamp(val.as_uint(), 1u, most_columns) : 1;
}

bool has_words(const xml_node& paragraph) {
    for (xml_node at = paragraph; at; at = next_node(at, paragraph))
        if (at.name() == std::string_view("w:t") || at.name() == std::string_view("w:sym")) return true;
    return false;
}

std::string symbol_text(const xml_node& sym) {
    const std::string_view code = sym.attribute("w:char").value();
    unsigned number = 0;
    std::from_chars(code.data(), code.data() + code.size(), number, 16);
    std::string out;
    const char32_t known = symbol_character(sym.attribute("w:font").value(), number);
    append_utf8(out, known ? known : U'\uFFFD');
    return out;
}

/// What a form field of Word 97 shows, when it is no text.
std::string form_field_text(const xml_node& ffData) {
    if (const auto box = ffData.child("w:checkBox")) {
        const auto ticked = box.child("w:checked") ? on_off(box.child("w:checked")) : on_off(box.child("w:default"));
        return ticked.value_or(false) ? "\u2612" : "\u2610";
    }
    if (const auto list = ffData.child("w:ddList")) {
        int chosen = list.child("w:result").attribute("w:val").as_int(list.child("w:default").attribute("w:val").as_int());
        for (const auto& entry : list.children("w:listEntry"))
            if (chosen-- == 0) return valid_text(entry.attribute("w:val").value());
    }
    return {};
}

}  // namespace

docx_body::docx_body(document_builder& out, const docx_styles& styles, docx_numbering& numbering, const docx_notes& notes, const reading& how)
    : out_(out), styles_(styles), numbering_(numbering), notes_(notes), how_(how) {}

void docx_body::read(const xml_node& container, part p) {
    now_ = {.part = p, .joint = document_block::joint_type::separate};
    fields_.clear();
    read_blocks(container);
}

/// Whether the element's content is not there in the state of the document that is read.
bool docx_body::removed(std::string_view name) {
    const bool added = name == "w:ins" || name == "w:moveTo", taken = name == "w:del" || name == "w:moveFrom";
    met_.changes = met_.changes || added || taken;
    return how_.changes == tracked_changes::accepted ? taken : added;
}

/// A paragraph whose mark is not there goes on in the next one.
bool docx_body::mark_removed(const xml_node& paragraph) {
    for (const auto& n : paragraph.child("w:pPr").child("w:rPr").children())
        if (removed(n.name())) return true;
    return false;
}

void docx_body::read_blocks(const xml_node& container) {
    const nesting level(depth_);
    if (depth_ > how_.limits.depth) return read_flat(container);
    std::vector<xml_node> joined;
    for (const auto& n : container.children()) {
        const std::string_view name = n.name();
        if (name == "w:p") {
            joined.push_back(n);
            if (!mark_removed(n)) read_paragraphs(std::exchange(joined, {}));
        } else if (name == "w:tbl" || is_wrapper(name)) {
            if (!joined.empty()) read_paragraphs(std::exchange(joined, {}));
            read_block(n);
        }
    }
    if (!joined.empty()) read_paragraphs(joined);
}

void docx_body::read_block(const xml_node& n) {
    const std::string_view name = n.name();
    if (removed(name)) return;
    if (name == "w:tbl") read_table(n);
    else if (name == "mc:AlternateContent") read_blocks(alternative_of(n));
    else if (name == "w:sdt") read_blocks(n.child("w:sdtContent"));
    else read_blocks(n);
}

/// Starts a block as `now_` says.  Outside tables its blanks may part the columns of a table that was pasted as text.
void docx_body::open_block() {
    out_.begin_block(now_);
    if (where_.table == 0) out_.keep_blanks();
    place();
}

void docx_body::place() {
    where_.paragraph = paragraphs_;
    out_.set_origin(where_);
}

/// Paragraphs whose marks were deleted are one; its looks are the last one's.
void docx_body::read_paragraphs(const std::vector<xml_node>& joined) {
    const auto pPr = joined.back().child("w:pPr");
    docx_paragraph_look look = paragraph_look_of(pPr);
    const std::string style = pPr.child("w:pStyle").attribute("w:val").value();
    const auto& below = styles_.look_of(style);
    if (!look.align) look.align = below.align;
    if (!look.outline) look.outline = below.outline;
    if (!look.level) look.level = below.level;
    if (!look.page_break_before) look.page_break_before = below.page_break_before;
    look.nested = below.nested;
    look.verbatim = below.verbatim;
    look.list_style = look.list ? style : below.list_style;
    if (!look.list) look.list = below.list;

    for (std::size_t i = 0; i < joined.size(); ++i) {
        ++paragraphs_;
        if (i == 0) begin_paragraph(joined, look);
        else place();
        read_inlines(joined[i], below.run);
    }
    out_.end_block();
    fields_.erase(std::remove(fields_.begin(), fields_.end(), true), fields_.end());  // a code does not go on behind its paragraph
    read_attached();
}

void docx_body::begin_paragraph(const std::vector<xml_node>& joined, const docx_paragraph_look& look) {
    if (look.page_break_before.value_or(false) && where_.table == 0) out_.page_break();
    now_.align = look.align.value_or(document_block::align_type::left);
    now_.joint = look.verbatim.value_or(false) ? document_block::joint_type::unknown : document_block::joint_type::separate;
    const int outline = look.outline.value_or(9);
    now_.heading = outline >= 0 && outline < 9 ? outline + 1 : 0;
    now_.depth = 0;
    std::optional<docx_numbering::label> label;
    if (look.list.value_or(0) != 0) label = numbering_.next(*look.list, look.level, look.list_style);
    if (label && label->bullet && std::none_of(joined.begin(), joined.end(), has_words)) label.reset();
    if (label && !now_.heading) now_.depth = std::max(label->level + 1, look.nested.value_or(1));
    open_block();
    if (label) out_.append_mark(label->text, true);
}

void docx_body::break_line(bool page) {
    out_.end_block();
    if (page) out_.page_break();
    now_.depth = 0;
    open_block();
}

void docx_body::read_inlines(const xml_node& n, const docx_run_look& look) {
    const nesting level(depth_);
    if (depth_ > how_.limits.depth) {
        met_.too_deep = true;
        return out_.append(all_text(n));
    }
    for (const auto& child : n.children()) read_inline(child, look);
}

void docx_body::read_words(std::string_view words, const docx_run_look& look) {
    if (words.empty() || std::find(fields_.begin(), fields_.end(), true) != fields_.end()) return;
    if (look.hidden.value_or(false)) {
        met_.hidden = true;
        return;
    }
    out_.append(words, {look.bold.value_or(false) || look.underlined.value_or(false), look.struck.value_or(false)});
}

void docx_body::read_inline(const xml_node& n, const docx_run_look& look) {
    const std::string_view name = n.name();
    if (removed(name)) return;
    if (name == "w:r") {
        const auto rPr = n.child("w:rPr");
        const auto named = styles_.character_look_of(rPr.child("w:rStyle").attribute("w:val").value());
        auto own = over(run_look_of(rPr), over(named, look));
        if (in_link_) own.underlined = false;
        read_inlines(n, own);
    } else if (name == "w:hyperlink") {
        const bool before = std::exchange(in_link_, true);  // underlined as a link, not to stand out
        read_inlines(n, look);
        in_link_ = before;
    } else if (name == "w:t" || name == "w:delText" || name == "m:t") {
        read_words(valid_text(n.child_value()), look);
    } else if (name == "w:tab" || name == "w:ptab") {
        read_words("\t", look);
    } else if (name == "w:noBreakHyphen") {
        read_words("-", look);
    } else if (name == "w:br" || name == "w:cr") {
        break_line(n.attribute("w:type").value() == std::string_view("page"));
    } else if (name == "w:sym") {
        read_words(symbol_text(n), look);
    } else if (name == "w:fldChar") {
        read_field_mark(n, look);
    } else if (name == "w:footnoteReference") {
        attach(notes_.footnotes, n, part::note);
    } else if (name == "w:endnoteReference") {
        attach(notes_.endnotes, n, part::note);
    } else if (name == "w:commentReference") {
        attach(notes_.comments, n, part::comment);
    } else if (name == "w:txbxContent") {
        attached_.push_back({n, part::box});
    } else if (name == "mc:AlternateContent") {
        read_inlines(alternative_of(n), look);
    } else if (name == "w:sdt") {
        read_inlines(n.child("w:sdtContent"), look);
    } else if (name == "w:ruby") {
        read_inlines(n.child("w:rubyBase"), look);
    } else if (!name.ends_with("Pr") && name != "w:instrText" && name != "w:delInstrText") {
        read_inlines(n, look);
    }
}

void docx_body::read_field_mark(const xml_node& n, const docx_run_look& look) {
    const std::string_view type = n.attribute("w:fldCharType").value();
    if (type == "begin") {
        read_words(form_field_text(n.child("w:ffData")), look);
        fields_.push_back(true);
    } else if (!fields_.empty()) {
        if (type == "separate") fields_.back() = false;
        else fields_.pop_back();
    }
}

void docx_body::attach(const std::map<std::string, xml_node>& from, const xml_node& reference, part p) {
    const auto at = from.find(reference.attribute("w:id").value());
    if (at != from.end()) attached_.push_back({at->second, p});
}

void docx_body::read_attached() {
    const auto waiting = std::exchange(attached_, {});
    if (waiting.empty()) return;
    const auto before = now_;
    const auto fields = std::exchange(fields_, {});
    for (const auto& a : waiting) {
        now_ = {.part = a.part, .joint = document_block::joint_type::separate};
        read_blocks(a.container);
    }
    now_ = before;
    fields_ = fields;
}

void docx_body::collect(const xml_node& n, std::string_view name, std::vector<xml_node>& out) {
    const nesting level(depth_);
    if (depth_ > how_.limits.depth) {
        met_.too_deep = true;
        return;
    }
    for (const auto& child : n.children()) {
        const std::string_view own = child.name();
        if (own == name) out.push_back(child);
        else if (own == "mc:AlternateContent") collect(alternative_of(child), name, out);
        else if (is_wrapper(own) && !removed(own)) collect(child, name, out);
    }
}

std::vector<grid_cell> docx_body::grid_of(const xml_node& table) {
    std::vector<xml_node> rows;
    collect(table, "w:tr", rows);
    std::vector<grid_cell> cells;
    std::map<std::uint32_t, std::size_t> above;  // the cell that reaches down to this row, by its column
    std::uint32_t row = 0;
    for (const auto& tr : rows) {
        const auto trPr = tr.child("w:trPr");
        if (std::any_of(trPr.begin(), trPr.end(), [&](const xml_node& n) { return removed(n.name()); })) continue;
        std::vector<xml_node> nodes;
        collect(tr, "w:tc", nodes);
        std::map<std::uint32_t, std::size_t> reaching;
        std::uint32_t column = std::min(trPr.child("w:gridBefore").attribute("w:val").as_uint(), most_columns);
        for (const auto& tc : nodes) {
            const auto tcPr = tc.child("w:tcPr");
            const std::uint32_t width = span_in(tcPr.child("w:gridSpan"));
            const auto merge = tcPr.child("w:vMerge");
            const bool goes_on = merge && merge.attribute("w:val").value() != std::string_view("restart");
            const auto from = above.find(column);
            if (tcPr.child("w:hMerge").attribute("w:val").value() == std::string_view("continue") && !cells.empty() && cells.back().row == row) {
                cells.back().column_span += width;
                cells.back().content.push_back(tc);
            } else if (goes_on && from != above.end()) {
                cells[from->second].row_span = row - cells[from->second].row + 1;
                cells[from->second].content.push_back(tc);
                reaching[column] = from->second;
            } else {
                if (merge) reaching[column] = cells.size();
                cells.push_back({row, column, 1, width, on_off(trPr.child("w:tblHeader")).value_or(false), {tc}});
            }
            column = std::min(column + width, most_columns);
        }
        above = std::move(reaching);
        ++row;
    }
    drop_empty_columns(cells);
    return cells;
}

void docx_body::read_table(const xml_node& n) {
    const nesting level(depth_);
    const auto cells = depth_ > how_.limits.depth ? std::vector<grid_cell>{} : grid_of(n);
    cells_ += cells.size();
    met_.too_many_cells = met_.too_many_cells || cells_ > how_.limits.cells;
    if (met_.too_many_cells || cells.empty()) return read_flat(n);
    const auto block = now_;
    write_grid(cells, out_, where_, [&](const xml_node& content) { read_blocks(content); });
    now_ = block;
}

/// What is nested too deep to be laid out still gives its words, a block a paragraph.
void docx_body::read_flat(const xml_node& top) {
    met_.too_deep = met_.too_deep || depth_ > how_.limits.depth;
    const document_block plain{.part = now_.part, .joint = document_block::joint_type::separate};
    for (xml_node at = top; at;) {
        const std::string_view name = at.name();
        const bool left_out = removed(name) || name == "mc:Fallback";
        if (name == "w:p") {
            out_.begin_block(plain);
            ++paragraphs_;
            place();
        }
        if (!left_out && (name == "w:t" || name == "w:delText")) out_.append(valid_text(at.child_value()));
        at = next_node(at, top, !left_out);
    }
    out_.end_block();
}

}  // namespace minutes
