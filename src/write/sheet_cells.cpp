// SPDX-License-Identifier: Apache-2.0
#include "sheet_cells.hpp"

#include <chrono>

#include "baseline.hpp"
#include "sheet_text.hpp"

namespace minutes {

namespace {

constexpr int most_links = 65'530;  // of a sheet

/// Excel counts days from 1900 and believes that year to have been a leap year.
bool excel_knows(const date& d) {
    using namespace std::chrono;
    return d.ok() && d >= date{year{1900}, March, day{1}} && d <= date{year{9999}, December, day{31}};
}

}  // namespace

bool sheet_cells::write(lxw_row_t r, std::size_t column, const register_cell& content) {
    const lxw_col_t c = column_number(column);
    const column_kind kind = at_.table.columns[column].kind;
    if (content.typed) return write_typed(r, c, content, kind);
    if (kind == column_kind::overdue && write_overdue(r, c, content)) return false;
    if (content.date && excel_knows(*content.date)) {
        lxw_datetime day{static_cast<int>(content.date->year()), static_cast<int>(static_cast<unsigned>(content.date->month())),
                         static_cast<int>(static_cast<unsigned>(content.date->day())), 0, 0, 0};
        worksheet_write_datetime(at_.sheet, r, c, &day, looks_.date);
        return false;
    }
    if (content.number) {
        worksheet_write_number(at_.sheet, r, c, static_cast<double>(*content.number), looks_.number);
        return false;
    }
    const fitted_text text = fit(content.text);
    lxw_format* look = at_.table.name == baseline_name ? looks_.one_line : looks_.of(kind);
    const bool blank = text.text.empty();
    if (blank && at_.table.name == baseline_name) return false;  // most of its cells, which nobody looks at
    if (blank) worksheet_write_blank(at_.sheet, r, c, look);
    else if (!write_link(r, c, content.link, text.text)) worksheet_write_string(at_.sheet, r, c, text.text.c_str(), look);
    return text.cut;
}

bool sheet_cells::write_typed(lxw_row_t r, lxw_col_t c, const register_cell& content, column_kind kind) {
    using k = kept_cell::kind_type;
    if (!content.typed) return false;
    const kept_cell& cell = *content.typed;
    lxw_format* look = looks_.of_typed(cell, kind);
    const fitted_text text = fit(cell.text);
    if (!cell.formula.empty()) {
        const bool number = cell.kind == k::number || cell.kind == k::date;
        if (number) worksheet_write_formula_num(at_.sheet, r, c, ("=" + cell.formula).c_str(), look, cell.number);
        else worksheet_write_formula_str(at_.sheet, r, c, ("=" + cell.formula).c_str(), look, text.text.c_str());
    } else if (cell.kind == k::number || cell.kind == k::date) worksheet_write_number(at_.sheet, r, c, cell.number, look);
    else if (cell.kind == k::truth) worksheet_write_boolean(at_.sheet, r, c, cell.text == "TRUE", look);
    else if (!write_link(r, c, cell.link, text.text)) worksheet_write_string(at_.sheet, r, c, text.text.c_str(), look);
    return text.cut;
}

void sheet_cells::write_note(lxw_row_t r, lxw_col_t c, const cell_note* note) {
    if (!note) return;
    const fitted_text text = fit(note->text);
    std::string author = note->author;
    lxw_comment_options options{};
    options.author = author.data();
    worksheet_write_comment_opt(at_.sheet, r, c, text.text.c_str(), &options);
}

bool sheet_cells::write_link(lxw_row_t r, lxw_col_t c, const std::string& link, const std::string& text) {
    if (link.empty() || links_ >= most_links) return false;
    if (worksheet_write_url_opt(at_.sheet, r, c, link.c_str(), looks_.link, text.c_str(), nullptr) != LXW_NO_ERROR) return false;
    ++links_;
    return true;
}

bool sheet_cells::write_overdue(lxw_row_t r, lxw_col_t c, const register_cell& content) {
    const std::string due = at_.cell("Due date", r), closed = at_.cell("Closed", r), status = at_.cell("Status", r);
    if (due.empty() || status.empty()) return false;
    const std::string formula = fmt::format("=IF(AND(ISNUMBER({0}),{1}ISNUMBER(MATCH({2},LiveStatuses,0)),{0}<AsAt),AsAt-{0},\"\")", due,
                                            closed.empty() ? "" : closed + "=\"\",", status);
    if (content.number) worksheet_write_formula_num(at_.sheet, r, c, formula.c_str(), looks_.number, static_cast<double>(*content.number));
    else worksheet_write_formula_str(at_.sheet, r, c, formula.c_str(), looks_.number, "");
    return true;
}

}  // namespace minutes
