// SPDX-License-Identifier: Apache-2.0
#include "sheet_looks.hpp"

namespace minutes {

lxw_format* sheet_looks::cell_format() {
    lxw_format* f = workbook_add_format(book_);
    format_set_text_wrap(f);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    if (!dressed_) return f;
    format_set_border(f, LXW_BORDER_THIN);  // programs that do not know table styles still show rows
    format_set_border_color(f, 0xD0D5DD);
    return f;
}

lxw_format* sheet_looks::colours(lxw_color_t ink, lxw_color_t paper) {
    lxw_format* f = workbook_add_format(book_);
    format_set_font_color(f, ink);
    if (paper != static_cast<lxw_color_t>(LXW_COLOR_UNSET)) format_set_bg_color(f, paper);
    return f;
}

sheet_looks::sheet_looks(lxw_workbook* book, bool dressed) : book_(book), dressed_(dressed) {
    static_cast<cell_looks&>(*this) = {cell_format(), cell_format(), cell_format(), cell_format(), cell_format(), cell_format(), workbook_add_format(book_),
                colours(0x5C4400, 0xFFF2CC), colours(0x9C0006, 0xFFC7CE), colours(0x7F4F00, 0xFFEB9C), colours(0x595959), workbook_add_format(book_)};
    format_set_num_format(one_line, "@");
    format_set_bold(header);
    if (dressed_) {
        format_set_bg_color(header, 0x1F3A5F);
        format_set_font_color(header, LXW_COLOR_WHITE);
    }
    format_set_num_format(as_printed, "@");
    format_set_num_format(date, "dd mmm yyyy");
    format_set_align(date, LXW_ALIGN_LEFT);
    format_set_align(number, LXW_ALIGN_LEFT);
    format_set_num_format(number, "0");
    format_set_num_format(link, "@");
    format_set_font_color(link, 0x1F4E8C);
    format_set_underline(link, LXW_UNDERLINE_SINGLE);
    format_set_bold(title);
    format_set_font_size(title, 14);
}

lxw_format* sheet_looks::of(column_kind kind) const {
    switch (kind) {
        case column_kind::as_printed: return as_printed;
        case column_kind::date: return date;
        case column_kind::number:
        case column_kind::overdue: return number;
        default: return text;
    }
}

lxw_format* sheet_looks::of_typed(const kept_cell& cell, column_kind kind) {
    const std::string& code = cell.number_format;
    if (cell.kind == kept_cell::kind_type::date && (code.empty() || code == "dd mmm yyyy" || code == "dd\\ mmm\\ yyyy")) return date;
    if (code.empty() || code == "@") return kind == column_kind::date || kind == column_kind::number || kind == column_kind::overdue ? text : of(kind);
    lxw_format*& look = typed_[code];
    if (!look) {
        look = cell_format();
        format_set_num_format(look, code.c_str());
    }
    return look;
}

}  // namespace minutes
