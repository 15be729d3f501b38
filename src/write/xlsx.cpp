// SPDX-License-Identifier: Apache-2.0
// Stage: registers → a workbook, one table a sheet, Actions first.  What the document says is in
// string cells, never formulas; the same meetings give the same bytes.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "baseline.hpp"
#include "carry_over.hpp"
#include "formula_references.hpp"
#include "register_about.hpp"
#include "register_tables.hpp"
#include "sheet_text.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

constexpr std::size_t most_rows = 1'048'575;  // of a sheet, below its header
constexpr int most_links = 65'530;            // of a sheet
constexpr int legible = 215;                  // digits across A4 landscape
constexpr time_t fixed_time = 315'532'800;    // 1980-01-01, the date that zip entries bear too

/// An empty file that goes away: libxlsxwriter writes to a path only.
class scratch_file {
public:
    scratch_file() {
        const int fd = ::mkostemp(path_.data(), O_CLOEXEC);
        if (fd < 0) throw std::runtime_error("cannot make the workbook: no temporary file in /tmp");
        ::close(fd);
    }
    ~scratch_file() { ::unlink(path_.data()); }
    scratch_file(const scratch_file&) = delete;
    scratch_file& operator=(const scratch_file&) = delete;

    [[nodiscard]] const char* path() const { return path_.data(); }
    [[nodiscard]] std::string content() const {
        std::ifstream in(path_.data(), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    std::array<char, 32> path_{"/tmp/minutes-XXXXXX"};
};

/// A column's width counts digits, and letters are a little narrower.
int letters_in(const register_column& c) { return c.width + c.width / 10; }

/// Excel counts days from 1900 and believes that year to have been a leap year.
bool excel_knows(const date& d) {
    using namespace std::chrono;
    return d.ok() && d >= date{year{1900}, March, day{1}} && d <= date{year{9999}, December, day{31}};
}

struct formats {
    lxw_format *header, *text, *as_printed, *date, *number, *link, *title, *check, *overdue, *soon, *done, *one_line;
};

/// How the sheets look and what stands above their tables.
struct sheet_style {
    bool dressed = true;         ///< filters, frozen heads, colours, lists to choose from, page heads
    bool several = false;        ///< more than one meeting: the columns that tell them apart are printed
    std::string page_title;
    lxw_row_t top = 0;           ///< row of the table's header; above it a title and what the table is
};

class workbook {
public:
    workbook(const char* path, sheet_style style) : style_(std::move(style)), book_(workbook_new(path)) {
        if (!book_) throw std::runtime_error("cannot make the workbook");
        make_formats();
    }
    ~workbook() {
        if (book_) workbook_close(book_);
    }
    workbook(const workbook&) = delete;
    workbook& operator=(const workbook&) = delete;

    void describe(const std::string& subject, const std::string& comment) {
        std::string title = "Action register", about = subject, keywords = "minutes, actions, decisions", said = comment;
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.subject = about.data();
        properties.keywords = keywords.data();
        properties.comments = said.data();
        properties.created = fixed_time;
        workbook_set_properties(book_, &properties);
    }

    void add(const register_table& t) {
        top_ = style_.top + static_cast<lxw_row_t>(t.above.size());
        if (t.rows.size() > most_rows - top_) throw std::runtime_error("more rows than a sheet can hold");
        sheet_ = workbook_add_worksheet(book_, std::string(t.name).c_str());
        links_ = 0;
        for (std::size_t c = 0; c < t.columns.size(); ++c)
            worksheet_set_column(sheet_, column_number(c), column_number(c), t.columns[c].width, nullptr);
        if (style_.top) introduce(t);
        for (std::size_t r = 0; r < t.above.size(); ++r)
            for (std::size_t c = 0; c < t.above[r].cells.size(); ++c) write_typed(static_cast<lxw_row_t>(r), column_number(c), t.above[r].cells[c], column_kind::text);
        add_table(t);
        for (std::size_t r = 0; r < t.rows.size(); ++r) write_row(row_number(r), t, t.rows[r]);
        if (style_.dressed) dress(t);
        set_page(t);
    }

    /// The names that formulas and lists use, on the sheet that says what the register is.
    void name_lists(const about_sheet& about) {
        top_ = style_.top + static_cast<lxw_row_t>(about.table.above.size());
        const std::string entry = column_letters(column_number(column_named("Entry", about.table)));
        const auto cells = [&](std::size_t first, std::size_t n) {
            return fmt::format("=About!${0}${1}:${0}${2}", entry, row_number(first) + 1, row_number(first + n - 1) + 1);
        };
        workbook_define_name(book_, "AsAt", fmt::format("=About!${}${}", entry, row_number(about.as_at) + 1).c_str());
        workbook_define_name(book_, "StatusList", cells(about.first_status, about.statuses).c_str());
        workbook_define_name(book_, "LiveStatuses", cells(about.first_status, about.live).c_str());
    }

    void close() {
        const lxw_error error = workbook_close(std::exchange(book_, nullptr));
        if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("cannot make the workbook: ") + lxw_strerror(error));
    }

private:
    static lxw_col_t column_number(std::size_t c) { return static_cast<lxw_col_t>(c); }
    [[nodiscard]] lxw_row_t row_number(std::size_t r) const { return static_cast<lxw_row_t>(r) + top_ + 1; }
    /// A table needs a row below its header, be it a blank one.
    [[nodiscard]] lxw_row_t last_row(const register_table& t) const { return row_number(std::max<std::size_t>(1, t.rows.size()) - 1); }

    lxw_format* cell_format() {
        lxw_format* f = workbook_add_format(book_);
        format_set_text_wrap(f);
        format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
        if (!style_.dressed) return f;
        format_set_border(f, LXW_BORDER_THIN);  // programs that do not know table styles still show rows
        format_set_border_color(f, 0xD0D5DD);
        return f;
    }

    lxw_format* colours(lxw_color_t ink, lxw_color_t paper = LXW_COLOR_UNSET) {
        lxw_format* f = workbook_add_format(book_);
        format_set_font_color(f, ink);
        if (paper != static_cast<lxw_color_t>(LXW_COLOR_UNSET)) format_set_bg_color(f, paper);
        return f;
    }

    void make_formats() {
        formats_ = {cell_format(), cell_format(), cell_format(), cell_format(), cell_format(), cell_format(), workbook_add_format(book_),
                    colours(0x5C4400, 0xFFF2CC), colours(0x9C0006, 0xFFC7CE), colours(0x7F4F00, 0xFFEB9C), colours(0x595959), workbook_add_format(book_)};
        format_set_num_format(formats_.one_line, "@");
        format_set_bold(formats_.header);
        if (style_.dressed) {
            format_set_bg_color(formats_.header, 0x1F3A5F);
            format_set_font_color(formats_.header, LXW_COLOR_WHITE);
        }
        format_set_num_format(formats_.as_printed, "@");
        format_set_num_format(formats_.date, "dd mmm yyyy");
        format_set_align(formats_.date, LXW_ALIGN_LEFT);
        format_set_align(formats_.number, LXW_ALIGN_LEFT);
        format_set_num_format(formats_.number, "0");
        format_set_num_format(formats_.link, "@");
        format_set_font_color(formats_.link, 0x1F4E8C);
        format_set_underline(formats_.link, LXW_UNDERLINE_SINGLE);
        format_set_bold(formats_.title);
        format_set_font_size(formats_.title, 14);
    }

    lxw_format* format_of(column_kind kind) const {
        switch (kind) {
            case column_kind::as_printed: return formats_.as_printed;
            case column_kind::date: return formats_.date;
            case column_kind::number:
            case column_kind::overdue: return formats_.number;
            default: return formats_.text;
        }
    }

    /// What published tables have above them: a title, and that there is one table.
    void introduce(const register_table& t) {
        const std::string title = fmt::format("{}: {}", t.name, style_.page_title);
        worksheet_write_string(sheet_, 0, 0, title.c_str(), formats_.title);
        worksheet_write_string(sheet_, 1, 0, "This sheet has one table. Empty cells: the minutes say nothing.", nullptr);
    }

    void add_table(const register_table& t) {
        std::vector<std::string> names;
        int lines = 1;
        for (const register_column& c : t.columns) {
            names.push_back(fit(c.head()).text);
            lines = std::max(lines, lines_of(c.head(), c.width - (style_.dressed ? 3 : 0)));  // the filter's button takes room
        }
        std::vector<lxw_table_column> columns(t.columns.size());
        std::vector<lxw_table_column*> pointers;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            columns[c].header = names[c].data();
            columns[c].header_format = formats_.header;
            pointers.push_back(&columns[c]);
        }
        pointers.push_back(nullptr);
        std::string name(t.name);
        lxw_table_options options{};
        options.name = name.data();
        options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
        options.style_type_number = style_.dressed ? 1 : 0;
        options.no_autofilter = style_.dressed ? LXW_FALSE : LXW_TRUE;
        options.columns = pointers.data();
        worksheet_set_row(sheet_, top_, 15.0 * lines, nullptr);
        worksheet_add_table(sheet_, top_, 0, last_row(t), column_number(t.columns.size() - 1), &options);
        for (std::size_t c = 0; c < t.columns.size(); ++c) write_note(top_, column_number(c), t.columns[c].note.get());
    }

    void write_row(lxw_row_t at, const register_table& t, const register_row& r) {
        std::string cut;
        int lines = 1;
        for (std::size_t c = 0; c < r.cells.size(); ++c) {
            if (t.columns[c].kind == column_kind::check) continue;
            lines = std::max(lines, lines_of(r.cells[c].text, letters_in(t.columns[c])));
            write_note(at, column_number(c), r.cells[c].note.get());
            if (write_cell(at, c, r.cells[c], t))
                cut += std::string(cut.empty() ? "" : "; ") + std::string(t.columns[c].name) + " is cut: longer than a cell can hold";
        }
        for (std::size_t c = 0; c < r.cells.size(); ++c) {  // last, so that it can say what was cut
            if (t.columns[c].kind != column_kind::check) continue;
            register_cell check = r.cells[c];
            write_note(at, column_number(c), check.note.get());
            if (!cut.empty() && !check.typed) check.text = check.text.empty() ? cut : cut + "; " + check.text;
            lines = std::max(lines, lines_of(check.text, letters_in(t.columns[c])));
            write_cell(at, c, check, t);
        }
        if (t.name == baseline_name) worksheet_set_row(sheet_, at, 15, nullptr);  // kept for a program to compare
        else if (lines > 1) worksheet_set_row(sheet_, at, std::min(409.0, 15.0 * lines), nullptr);  // one line finds its height itself
    }

    /// Whether the text had to be cut.
    bool write_cell(lxw_row_t r, std::size_t column, const register_cell& content, const register_table& t) {
        const lxw_col_t c = column_number(column);
        const column_kind kind = t.columns[column].kind;
        if (content.typed) return write_typed(r, c, content, kind);
        if (kind == column_kind::overdue && write_overdue(r, c, content, t)) return false;
        if (content.date && excel_knows(*content.date)) {
            lxw_datetime day{static_cast<int>(content.date->year()), static_cast<int>(static_cast<unsigned>(content.date->month())),
                             static_cast<int>(static_cast<unsigned>(content.date->day())), 0, 0, 0};
            worksheet_write_datetime(sheet_, r, c, &day, formats_.date);
            return false;
        }
        if (content.number) {
            worksheet_write_number(sheet_, r, c, static_cast<double>(*content.number), formats_.number);
            return false;
        }
        const fitted_text text = fit(content.text);
        lxw_format* look = t.name == baseline_name ? formats_.one_line : format_of(kind);
        if (text.text.empty()) worksheet_write_blank(sheet_, r, c, look);
        else if (!write_link(r, c, content.link, text.text)) worksheet_write_string(sheet_, r, c, text.text.c_str(), look);
        return text.cut;
    }

    /// What a person typed, as they typed it: a formula, a number with its format, a day, words.  Whether it had to be cut.
    bool write_typed(lxw_row_t r, lxw_col_t c, const register_cell& content, column_kind kind) {
        using k = kept_cell::kind_type;
        if (!content.typed) return false;
        const kept_cell& cell = *content.typed;
        lxw_format* look = format_of_typed(cell, kind);
        const fitted_text text = fit(cell.text);
        if (!cell.formula.empty()) {
            const bool number = cell.kind == k::number || cell.kind == k::date;
            if (number) worksheet_write_formula_num(sheet_, r, c, ("=" + cell.formula).c_str(), look, cell.number);
            else worksheet_write_formula_str(sheet_, r, c, ("=" + cell.formula).c_str(), look, text.text.c_str());
        } else if (cell.kind == k::number || cell.kind == k::date) worksheet_write_number(sheet_, r, c, cell.number, look);
        else if (cell.kind == k::truth) worksheet_write_boolean(sheet_, r, c, cell.text == "TRUE", look);
        else if (!write_link(r, c, cell.link, text.text)) worksheet_write_string(sheet_, r, c, text.text.c_str(), look);
        return text.cut;
    }

    lxw_format* format_of_typed(const kept_cell& cell, column_kind kind) {
        const std::string& code = cell.number_format;
        if (cell.kind == kept_cell::kind_type::date && (code.empty() || code == "dd mmm yyyy" || code == "dd\\ mmm\\ yyyy")) return formats_.date;
        if (code.empty() || code == "@") return kind == column_kind::date || kind == column_kind::number || kind == column_kind::overdue ? formats_.text : format_of(kind);
        lxw_format*& look = typed_formats_[code];
        if (!look) {
            look = cell_format();
            format_set_num_format(look, code.c_str());
        }
        return look;
    }

    void write_note(lxw_row_t r, lxw_col_t c, const cell_note* note) {
        if (!note) return;
        const fitted_text text = fit(note->text);
        std::string author = note->author;
        lxw_comment_options options{};
        options.author = author.data();
        worksheet_write_comment_opt(sheet_, r, c, text.text.c_str(), &options);
    }

    /// Whether it could be written: a sheet holds so many links, and an address so many letters.
    bool write_link(lxw_row_t r, lxw_col_t c, const std::string& link, const std::string& text) {
        if (link.empty() || links_ >= most_links) return false;
        if (worksheet_write_url_opt(sheet_, r, c, link.c_str(), formats_.link, text.c_str(), nullptr) != LXW_NO_ERROR) return false;
        ++links_;
        return true;
    }

    /// The days are counted by the workbook, so that they follow a corrected date or status; ours stand in the cell until then.
    bool write_overdue(lxw_row_t r, lxw_col_t c, const register_cell& content, const register_table& t) {
        const std::string due = cell_named("Due date", t, r), closed = cell_named("Closed", t, r), status = cell_named("Status", t, r);
        if (due.empty() || status.empty()) return false;
        const std::string formula = fmt::format("=IF(AND(ISNUMBER({0}),{1}ISNUMBER(MATCH({2},LiveStatuses,0)),{0}<AsAt),AsAt-{0},\"\")", due,
                                                closed.empty() ? "" : closed + "=\"\",", status);
        if (content.number) worksheet_write_formula_num(sheet_, r, c, formula.c_str(), formats_.number, static_cast<double>(*content.number));
        else worksheet_write_formula_str(sheet_, r, c, formula.c_str(), formats_.number, "");
        return true;
    }

    static std::size_t column_named(std::string_view name, const register_table& t) {
        const auto it = std::find_if(t.columns.begin(), t.columns.end(), [&](const register_column& c) { return c.name == name; });
        return static_cast<std::size_t>(it - t.columns.begin());
    }

    /// "I2"; empty when there is no such column.
    static std::string cell_named(std::string_view name, const register_table& t, lxw_row_t r, const char* fixed = "") {
        const std::size_t c = column_named(name, t);
        return c == t.columns.size() ? "" : fmt::format("{}{}{}", fixed, column_letters(column_number(c)), r + 1);
    }

    // ── What makes a sheet a tool ──
    void dress(const register_table& t) {
        const lxw_row_t first = top_ + 1;
        worksheet_freeze_panes(sheet_, first, 1);
        worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, fmt::format("A1:{}{}", column_letters(column_number(t.columns.size() - 1)), last_row(t) + 1).c_str());
        for (std::size_t c = 0; c < t.columns.size(); ++c) {
            if (t.columns[c].kind == column_kind::status) offer_statuses(last_row(t), column_number(c));
            if (t.columns[c].kind == column_kind::check) mark_filled(last_row(t), column_number(c));
        }
        if (t.name != "Actions") return;
        if (const std::size_t c = column_named("Due date", t); c < t.columns.size()) ask_for_dates(last_row(t), column_number(c));
        mark_days(t);
    }

    /// The words say it too: the days overdue, the status.
    void mark_days(const register_table& t) {
        const lxw_row_t first = top_ + 1;
        const std::string due = cell_named("Due date", t, first, "$"), status = cell_named("Status", t, first, "$"), days = cell_named("Days overdue", t, first, "$");
        if (due.empty() || status.empty()) return;
        const std::string live = fmt::format("ISNUMBER(MATCH({},LiveStatuses,0))", status);
        const lxw_col_t due_column = column_number(column_named("Due date", t)), last = column_number(t.columns.size() - 1);
        const std::string late = fmt::format("=AND(ISNUMBER({0}),{0}<AsAt,{1})", due, live);
        mark(t, due_column, due_column, late, formats_.overdue);
        if (!days.empty()) mark(t, column_number(column_named("Days overdue", t)), column_number(column_named("Days overdue", t)), late, formats_.overdue);
        mark(t, due_column, due_column, fmt::format("=AND(ISNUMBER({0}),{0}>=AsAt,{0}<=AsAt+14,{1})", due, live), formats_.soon);
        mark(t, 0, last, fmt::format("=AND({0}<>\"\",ISNA(MATCH({0},LiveStatuses,0)))", status), formats_.done);
    }

    void mark(const register_table& t, lxw_col_t from, lxw_col_t to, std::string when, lxw_format* look) {
        lxw_conditional_format f{};
        f.type = LXW_CONDITIONAL_TYPE_FORMULA;
        f.value_string = when.data();
        f.format = look;
        worksheet_conditional_format_range(sheet_, top_ + 1, from, last_row(t), to, &f);
    }

    void offer_statuses(lxw_row_t last, lxw_col_t c) {
        std::string list = "=StatusList", title = "Status", message = "This is not one of the register's statuses (sheet About).";
        lxw_data_validation v{};
        v.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        v.value_formula = list.data();
        v.ignore_blank = LXW_VALIDATION_ON;
        v.dropdown = LXW_VALIDATION_ON;
        v.show_error = LXW_VALIDATION_ON;
        v.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        v.error_title = title.data();
        v.error_message = message.data();
        worksheet_data_validation_range(sheet_, top_ + 1, c, last, c, &v);
    }

    void ask_for_dates(lxw_row_t last, lxw_col_t c) {
        std::string title = "Due date", message = "This is not a date after 1 March 1900.";
        lxw_data_validation v{};
        v.validate = LXW_VALIDATION_TYPE_DATE;
        v.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        v.value_datetime = {1900, 3, 1, 0, 0, 0};
        v.ignore_blank = LXW_VALIDATION_ON;
        v.show_error = LXW_VALIDATION_ON;
        v.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        v.error_title = title.data();
        v.error_message = message.data();
        worksheet_data_validation_range(sheet_, top_ + 1, c, last, c, &v);
    }

    void mark_filled(lxw_row_t last, lxw_col_t c) {
        lxw_conditional_format f{};
        f.type = LXW_CONDITIONAL_TYPE_NO_BLANKS;
        f.format = formats_.check;
        worksheet_conditional_format_range(sheet_, top_ + 1, c, last, c, &f);
    }

    void set_page(const register_table& t) {
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, top_, top_);
        worksheet_set_margins(sheet_, 0.4, 0.4, 0.7, 0.6);
        worksheet_print_area(sheet_, 0, 0, last_row(t), column_number(columns_on_paper(t) - 1));
        if (!style_.dressed) return;
        worksheet_set_header(sheet_, ("&L" + style_.page_title).c_str());
        worksheet_set_footer(sheet_, "&L&A&RPage &P of &N");
    }

    /// As many as can be read, less those at the end that say nothing.
    [[nodiscard]] std::size_t columns_on_paper(const register_table& t) const {
        std::size_t n = 0;
        for (int width = 0; n < t.columns.size() && (style_.several || !t.columns[n].tells_meetings_apart); ++n)
            if ((width += t.columns[n].width) > legible) break;
        const auto says = [&](std::size_t c) { return std::any_of(t.rows.begin(), t.rows.end(), [&](const register_row& r) { return !r.cells[c].text.empty(); }); };
        while (n > 1 && !t.rows.empty() && !says(n - 1)) --n;
        return std::max<std::size_t>(1, n);
    }

    sheet_style style_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t top_ = 0;  // of the sheet's table: the row of its heads
    int links_ = 0;
    formats formats_{};
    std::map<std::string, lxw_format*> typed_formats_;  // by number format
};

/// "Budget Committee, 27 March 2014" or "3 meetings".
std::string subject_of(const meeting_list& meetings) {
    if (meetings.size() > 1) return std::to_string(meetings.size()) + " meetings";
    const meeting& m = *meetings.front();
    return safe_text(title_of(m)) + (m.date.value ? ", " + long_date(*m.date.value) : "");
}

/// As much of `text` as document properties and page headers hold (255 characters, '&' doubled), in one line.
std::string shortened(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (out.size() >= 120 && (static_cast<unsigned char>(c) & 0xC0) != 0x80) break;
        out += c == '\n' || c == '\t' ? ' ' : c;
    }
    return out;
}

/// In a page header '&' begins a code; doubled it is itself.
std::string header_text(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '&' ? "&&" : std::string(1, c);
    return out;
}

}  // namespace

written_output xlsx_of(const meeting_list& meetings, const write_options& options) {
    const scratch_file file;
    const bool published = options.profile == register_profile::publish, working = options.profile == register_profile::working;
    const std::string subject = shortened(subject_of(meetings));
    const std::string page_title = published ? subject : header_text(subject);
    workbook book(file.path(), {!published, meetings.size() > 1, page_title, static_cast<lxw_row_t>(published ? 2 : 0)});
    about_sheet about = about_register(meetings, options, subject);
    const auto as_at = as_at_of(meetings, options);
    book.describe(subject, as_at ? "As at " + long_date(*as_at) : "");

    std::vector<register_table> sheets = register_sheets(meetings, options);
    sheets.insert(published ? sheets.begin() : sheets.end(), std::move(about.table));
    carried_over carried;
    for (register_table& t : sheets) give_keys(t);
    if (working && options.update) carried = carry_over(sheets, *options.update, options.as_at.has_value());
    else carried.baseline = baseline_of(sheets);
    for (const register_table& t : sheets) book.add(t);
    if (working) book.add(baseline_table(carried.baseline, sheets));
    about.table = std::move(published ? sheets.front() : sheets.back());
    book.name_lists(about);
    book.close();
    return {file.content(), std::move(carried.findings)};
}

}  // namespace minutes
