// SPDX-License-Identifier: Apache-2.0
// Stage: registers → a workbook, one table a sheet, Actions first.  What the document says is in
// string cells, never formulas; the same meetings give the same bytes.
#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "baseline.hpp"
#include "carry_over.hpp"
#include "register_about.hpp"
#include "register_tables.hpp"
#include "scratch_file.hpp"
#include "sheet_cells.hpp"
#include "sheet_text.hpp"
#include "sheet_tools.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

constexpr std::size_t most_rows = 1'048'575;  // of a sheet, below its header
constexpr time_t fixed_time = 315'532'800;    // 1980-01-01, the date that zip entries bear too

/// A column's width counts digits, and letters are a little narrower.
int letters_in(const register_column& c) { return c.width + c.width / 10; }

/// One table into its worksheet: heads, rows, comments.
class table_writer {
public:
    table_writer(placed_table at, sheet_looks& looks, const sheet_style& style) : at_(at), looks_(looks), style_(style), cells_(at, looks) {}

    void write() {
        const register_table& t = at_.table;
        for (std::size_t c = 0; c < t.columns.size(); ++c)
            worksheet_set_column(at_.sheet, column_number(c), column_number(c), t.columns[c].width, nullptr);
        if (style_.top) introduce();
        for (std::size_t r = 0; r < t.above.size(); ++r)
            for (std::size_t c = 0; c < t.above[r].cells.size(); ++c) cells_.write_typed(static_cast<lxw_row_t>(r), column_number(c), t.above[r].cells[c], column_kind::text);
        add_table();
        for (std::size_t r = 0; r < t.rows.size(); ++r) write_row(at_.row(r), t.rows[r]);
    }

    void write_row(lxw_row_t at, const register_row& r) {
        const auto& columns = at_.table.columns;
        std::string cut;
        int lines = 1;
        for (std::size_t c = 0; c < r.cells.size(); ++c) {
            if (columns[c].kind == column_kind::check) continue;
            lines = std::max(lines, lines_of(r.cells[c].text, letters_in(columns[c])));
            cells_.write_note(at, column_number(c), r.cells[c].note.get());
            if (cells_.write(at, c, r.cells[c])) cut += std::string(cut.empty() ? "" : "; ") + columns[c].name + " is cut: longer than a cell can hold";
        }
        for (std::size_t c = 0; c < r.cells.size(); ++c) {  // last, so that it can say what was cut
            if (columns[c].kind != column_kind::check) continue;
            register_cell check = r.cells[c];
            cells_.write_note(at, column_number(c), check.note.get());
            if (!cut.empty() && !check.typed) check.text = check.text.empty() ? cut : cut + "; " + check.text;
            lines = std::max(lines, lines_of(check.text, letters_in(columns[c])));
            cells_.write(at, c, check);
        }
        if (at_.table.name == baseline_name) worksheet_set_row(at_.sheet, at, 15, nullptr);  // kept for a program to compare
        else if (lines > 1) worksheet_set_row(at_.sheet, at, std::min(409.0, 15.0 * lines), nullptr);  // one line finds its height itself
    }

private:
    /// What published tables have above them: a title, and that there is one table.
    void introduce() {
        const std::string title = fmt::format("{}: {}", at_.table.name, style_.page_title);
        worksheet_write_string(at_.sheet, 0, 0, title.c_str(), looks_.title);
        worksheet_write_string(at_.sheet, 1, 0, "This sheet has one table. Empty cells: the minutes say nothing.", nullptr);
    }

    void add_table() {
        const register_table& t = at_.table;
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
            columns[c].header_format = looks_.header;
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
        worksheet_set_row(at_.sheet, at_.top, 15.0 * lines, nullptr);
        worksheet_add_table(at_.sheet, at_.top, 0, at_.last_row(), at_.last_column(), &options);
        for (std::size_t c = 0; c < t.columns.size(); ++c) cells_.write_note(at_.top, column_number(c), t.columns[c].note.get());
    }

    placed_table at_;
    sheet_looks& looks_;
    const sheet_style& style_;
    sheet_cells cells_;
};

class workbook {
public:
    workbook(const char* path, sheet_style style) : style_(std::move(style)), book_(opened(path)), looks_(book_, style_.dressed) {}
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
        add(t, 0, [](table_writer&, const placed_table&) {});
    }

    void add(const baseline_sheet& b) {
        add(b.heads(), b.rows(), [&](table_writer& writer, const placed_table& at) {
            std::size_t r = 0;
            b.each_row([&](const register_row& row) { writer.write_row(at.row(r++), row); });
        });
    }

    /// The names that formulas and lists use, on the sheet that says what the register is.
    void name_lists(const about_sheet& about) {
        const placed_table at = placed(about.table);
        const std::string entry = column_letters(column_number(column_named("Entry", about.table)));
        const auto cells = [&](std::size_t first, std::size_t n) { return fmt::format("=About!${0}${1}:${0}${2}", entry, at.row(first) + 1, at.row(first + n - 1) + 1); };
        workbook_define_name(book_, "AsAt", fmt::format("=About!${}${}", entry, at.row(about.as_at) + 1).c_str());
        workbook_define_name(book_, "StatusList", cells(about.first_status, about.statuses).c_str());
        workbook_define_name(book_, "LiveStatuses", cells(about.first_status, about.live).c_str());
    }

    void close() {
        const lxw_error error = workbook_close(std::exchange(book_, nullptr));
        if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("cannot make the workbook: ") + lxw_strerror(error));
    }

private:
    /// `write_more` writes the rows that do not stand in the table.
    template <class WriteMore>
    void add(const register_table& t, std::size_t more_rows, const WriteMore& write_more) {
        placed_table at = placed(t);
        at.more_rows = more_rows;
        if (t.rows.size() + more_rows > most_rows - at.top) throw std::runtime_error("more rows than a sheet can hold");
        at.sheet = workbook_add_worksheet(book_, std::string(t.name).c_str());
        table_writer writer(at, looks_, style_);
        writer.write();
        write_more(writer, at);
        sheet_tools tools(at, looks_, style_);
        if (style_.dressed) tools.dress();
        tools.set_page();
    }

    static lxw_workbook* opened(const char* path) {
        lxw_workbook* book = workbook_new(path);
        if (!book) throw std::runtime_error("cannot make the workbook");
        return book;
    }

    [[nodiscard]] placed_table placed(const register_table& t) const { return {t, nullptr, style_.top + static_cast<lxw_row_t>(t.above.size()), 0}; }

    sheet_style style_;
    lxw_workbook* book_;
    sheet_looks looks_;
};

/// "Budget Committee, 27 March 2014" or "3 meetings".
std::string subject_of(const meeting_list& meetings) {
    if (meetings.size() > 1) return std::to_string(meetings.size()) + " meetings";
    const meeting& m = *meetings.front();
    return safe_text(title_of(m)) + (m.date.value ? ", " + long_date(*m.date.value) : "");
}

/// What no action needs has no column; then About does not explain it.
void drop_absent_columns(register_table& about, const register_table& actions) {
    std::erase_if(about.rows, [&](const register_row& r) {
        return text_at(about, r, "Topic") == "Column" && column_named(text_at(about, r, "Entry"), actions) == actions.columns.size();
    });
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
    for (const register_table& t : sheets)
        if (t.name == "Actions") drop_absent_columns(about.table, t);
    sheets.insert(published ? sheets.begin() : sheets.end(), std::move(about.table));
    carried_over carried;
    for (register_table& t : sheets) give_keys(t);
    const bool update = working && options.update;
    if (update) carried = carry_over(sheets, *options.update, options.as_at.has_value());
    for (const register_table& t : sheets) book.add(t);
    if (working) book.add(baseline_sheet(sheets, update ? &carried.baseline : nullptr));
    about.table = std::move(published ? sheets.front() : sheets.back());
    book.name_lists(about);
    sheets = {};  // the workbook has them; it needs room for itself now
    book.close();
    return {file.content(), std::move(carried.findings)};
}

}  // namespace minutes
