// SPDX-License-Identifier: Apache-2.0
#include "sheet_tools.hpp"

namespace minutes {

namespace {

constexpr int legible = 237;  // digits across A4 landscape: some 7 points high

}  // namespace

void sheet_tools::dress() {
    const lxw_row_t first = at_.top + 1;
    worksheet_freeze_panes(at_.sheet, first, 1);
    worksheet_ignore_errors(at_.sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, fmt::format("A1:{}{}", column_letters(at_.last_column()), at_.last_row() + 1).c_str());
    for (std::size_t c = 0; c < at_.table.columns.size(); ++c) {
        if (at_.table.columns[c].kind == column_kind::status) offer_statuses(column_number(c));
        if (at_.table.columns[c].kind == column_kind::check) mark_filled(column_number(c));
    }
    if (at_.table.name != "Actions") return;
    if (const std::size_t c = column_named("Due date", at_.table); c < at_.table.columns.size()) ask_for_dates(column_number(c));
    mark_days();
}

void sheet_tools::mark_days() {
    const lxw_row_t first = at_.top + 1;
    const std::string due = at_.cell("Due date", first, "$"), status = at_.cell("Status", first, "$"), days = at_.cell("Days overdue", first, "$");
    if (due.empty() || status.empty()) return;
    const std::string live = fmt::format("ISNUMBER(MATCH({},LiveStatuses,0))", status);
    const lxw_col_t due_column = column_number(column_named("Due date", at_.table)), last = at_.last_column();
    const std::string late = fmt::format("=AND(ISNUMBER({0}),{0}<AsAt,{1})", due, live);
    mark(due_column, due_column, late, looks_.overdue);
    if (!days.empty()) mark(column_number(column_named("Days overdue", at_.table)), column_number(column_named("Days overdue", at_.table)), late, looks_.overdue);
    mark(due_column, due_column, fmt::format("=AND(ISNUMBER({0}),{0}>=AsAt,{0}<=AsAt+14,{1})", due, live), looks_.soon);
    mark(0, last, fmt::format("=AND({0}<>\"\",ISNA(MATCH({0},LiveStatuses,0)))", status), looks_.done);
}

void sheet_tools::mark(lxw_col_t from, lxw_col_t to, std::string when, lxw_format* look) {
    lxw_conditional_format f{};
    f.type = LXW_CONDITIONAL_TYPE_FORMULA;
    f.value_string = when.data();
    f.format = look;
    worksheet_conditional_format_range(at_.sheet, at_.top + 1, from, at_.last_row(), to, &f);
}

void sheet_tools::validate(lxw_col_t c, lxw_data_validation v, std::string title, std::string message) {
    v.ignore_blank = LXW_VALIDATION_ON;
    v.show_error = LXW_VALIDATION_ON;
    v.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    v.error_title = title.data();
    v.error_message = message.data();
    worksheet_data_validation_range(at_.sheet, at_.top + 1, c, at_.last_row(), c, &v);
}

void sheet_tools::offer_statuses(lxw_col_t c) {
    std::string list = "=StatusList";
    lxw_data_validation v{};
    v.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    v.value_formula = list.data();
    v.dropdown = LXW_VALIDATION_ON;
    validate(c, v, "Status", "This is not one of the register's statuses (sheet About).");
}

void sheet_tools::ask_for_dates(lxw_col_t c) {
    lxw_data_validation v{};
    v.validate = LXW_VALIDATION_TYPE_DATE;
    v.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    v.value_datetime = {1900, 3, 1, 0, 0, 0};
    validate(c, v, "Due date", "This is not a date after 1 March 1900.");
}

void sheet_tools::mark_filled(lxw_col_t c) {
    lxw_conditional_format f{};
    f.type = LXW_CONDITIONAL_TYPE_NO_BLANKS;
    f.format = looks_.check;
    worksheet_conditional_format_range(at_.sheet, at_.top + 1, c, at_.last_row(), c, &f);
}

void sheet_tools::set_page() {
    worksheet_set_landscape(at_.sheet);
    worksheet_set_paper(at_.sheet, 9);  // A4
    worksheet_fit_to_pages(at_.sheet, 1, 0);
    worksheet_repeat_rows(at_.sheet, at_.top, at_.top);
    worksheet_set_margins(at_.sheet, 0.4, 0.4, 0.7, 0.6);
    worksheet_print_area(at_.sheet, 0, 0, at_.last_row(), column_number(columns_on_paper() - 1));
    if (!style_.dressed) return;
    worksheet_set_header(at_.sheet, ("&L" + style_.page_title).c_str());
    worksheet_set_footer(at_.sheet, "&L&A&RPage &P of &N");
}

std::size_t sheet_tools::columns_on_paper() const {
    std::size_t n = 0;
    for (int width = 0; n < at_.table.columns.size() && (style_.several || !at_.table.columns[n].tells_meetings_apart); ++n)
        if ((width += at_.table.columns[n].width) > legible) break;
    const auto says = [&](std::size_t c) { return std::any_of(at_.table.rows.begin(), at_.table.rows.end(), [&](const register_row& r) { return !r.cells[c].text.empty(); }); };
    while (n > 1 && !at_.table.rows.empty() && !says(n - 1)) --n;
    return std::max<std::size_t>(1, n);
}

}  // namespace minutes
