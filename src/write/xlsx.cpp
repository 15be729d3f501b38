// SPDX-License-Identifier: Apache-2.0
// Stage: registers → a workbook, one table a sheet, Actions first.  Strings are
// string cells, never formulas; the same meetings give the same bytes.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "table.hpp"
#include "wording.hpp"

namespace minutes {

namespace {

constexpr std::size_t most_rows = 1'048'575;  // of a sheet, below its header
constexpr std::size_t most_units = 32'767;    // UTF-16 units of a cell
constexpr std::string_view ellipsis = " […]";
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

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

/// Whether a spreadsheet would read `_x0041_` here as the letter A (ECMA-376, ST_Xstring).
bool looks_escaped(std::string_view text, std::size_t i) {
    return text.size() - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_' &&
           std::all_of(text.begin() + i + 2, text.begin() + i + 6, is_hex);
}

struct fitted {
    std::string text;
    bool cut = false;
};

/// A cell's text: what looks like an escape is escaped, what is longer than a cell holds is cut.
fitted fit(std::string_view text) {
    fitted out;
    std::size_t units = 0, safe = 0;  // `safe`: how much of `out` stays when the rest does not fit
    for (std::size_t i = 0; i < text.size();) {
        std::size_t size = 1;
        while (i + size < text.size() && (static_cast<unsigned char>(text[i + size]) & 0xC0) == 0x80) ++size;
        if (looks_escaped(text, i)) {
            out.text += "_x005F";
            units += 6;
        }
        out.text.append(text, i, size);
        units += size == 4 ? 2 : 1;
        if (units > most_units) {
            out.text = out.text.substr(0, safe) + std::string(ellipsis);
            out.cut = true;
            return out;
        }
        if (units + 4 <= most_units) safe = out.text.size();
        i += size;
    }
    return out;
}

/// Lines that words take in a column of `width` letters.  Row heights are set from it, since programs other
/// than Excel do not find them; wrapping is guessed a little narrow, a blank line is better than a lost one.
int lines_of(std::string_view text, int width) {
    int lines = 1, used = 0, word = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
        if (c == '\n') {
            ++lines;
            used = word = 0;
            continue;
        }
        word = c == ' ' ? 0 : word + 1;
        if (++used <= width) continue;
        ++lines;
        used = word < width ? word : 0;  // the word that did not fit begins the next line
    }
    return lines;
}

/// A column's width counts digits, and letters are a little narrower.
int letters_in(const register_column& c) { return c.width + c.width / 10; }

/// Excel counts days from 1900 and believes that year to have been a leap year.
bool excel_knows(const date& d) {
    using namespace std::chrono;
    return d.ok() && d >= date{year{1900}, March, day{1}} && d <= date{year{9999}, December, day{31}};
}

struct formats {
    lxw_format *header, *text, *as_printed, *date, *number;
};

class workbook {
public:
    explicit workbook(const char* path) : book_(workbook_new(path)) {
        if (!book_) throw std::runtime_error("cannot make the workbook");
        formats_ = {format(), format(), format(), format(), format()};
        format_set_bold(formats_.header);
        format_set_bg_color(formats_.header, 0x1F3A5F);
        format_set_font_color(formats_.header, LXW_COLOR_WHITE);
        format_set_num_format(formats_.as_printed, "@");
        format_set_num_format(formats_.date, "dd mmm yyyy");
        format_set_align(formats_.date, LXW_ALIGN_LEFT);
        format_set_align(formats_.number, LXW_ALIGN_LEFT);
        check_ = workbook_add_format(book_);
        format_set_bg_color(check_, 0xFFF2CC);
        format_set_font_color(check_, 0x5C4400);
    }
    ~workbook() {
        if (book_) workbook_close(book_);
    }
    workbook(const workbook&) = delete;
    workbook& operator=(const workbook&) = delete;

    void describe(const std::string& subject) {
        std::string title = "Action register", about = subject;
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.subject = about.data();
        properties.created = fixed_time;
        workbook_set_properties(book_, &properties);
    }

    void add(const register_table& t, const std::string& page_title, bool several) {
        if (t.rows.size() > most_rows) throw std::runtime_error("more rows than a sheet can hold");
        lxw_worksheet* sheet = workbook_add_worksheet(book_, std::string(t.name).c_str());
        for (std::size_t c = 0; c < t.columns.size(); ++c)
            worksheet_set_column(sheet, column_number(c), column_number(c), t.columns[c].width, nullptr);
        add_table(sheet, t);
        for (std::size_t r = 0; r < t.rows.size(); ++r) write_row(sheet, static_cast<lxw_row_t>(r + 1), t, t.rows[r]);
        for (std::size_t c = 0; c < t.columns.size(); ++c) dress_column(sheet, t, c);
        set_page(sheet, t, page_title, several);
    }

    void close() {
        const lxw_error error = workbook_close(std::exchange(book_, nullptr));
        if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("cannot make the workbook: ") + lxw_strerror(error));
    }

private:
    static lxw_col_t column_number(std::size_t c) { return static_cast<lxw_col_t>(c); }
    /// A table needs a row below its header, be it a blank one.
    static lxw_row_t last_row(const register_table& t) { return static_cast<lxw_row_t>(std::max<std::size_t>(1, t.rows.size())); }

    lxw_format* format() {
        lxw_format* f = workbook_add_format(book_);
        format_set_text_wrap(f);
        format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
        format_set_border(f, LXW_BORDER_THIN);  // programs that do not know table styles still show rows
        format_set_border_color(f, 0xD0D5DD);
        return f;
    }

    lxw_format* format_of(column_kind kind) const {
        switch (kind) {
            case column_kind::as_printed: return formats_.as_printed;
            case column_kind::date: return formats_.date;
            case column_kind::number: return formats_.number;
            default: return formats_.text;
        }
    }

    void add_table(lxw_worksheet* sheet, const register_table& t) {
        std::vector<std::string> names;
        for (const register_column& c : t.columns) names.emplace_back(c.name);
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
        options.style_type_number = 1;
        options.columns = pointers.data();
        worksheet_add_table(sheet, 0, 0, last_row(t), column_number(t.columns.size() - 1), &options);
    }

    void write_row(lxw_worksheet* sheet, lxw_row_t at, const register_table& t, const register_row& r) {
        std::string cut;
        int lines = 1;
        for (std::size_t c = 0; c < r.cells.size(); ++c) {
            if (t.columns[c].kind == column_kind::check) continue;
            lines = std::max(lines, lines_of(r.cells[c].text, letters_in(t.columns[c])));
            if (write_cell(sheet, at, column_number(c), r.cells[c], format_of(t.columns[c].kind)))
                cut += std::string(cut.empty() ? "" : "; ") + std::string(t.columns[c].name) + " is cut: longer than a cell can hold";
        }
        for (std::size_t c = 0; c < r.cells.size(); ++c) {  // last, so that it can say what was cut
            if (t.columns[c].kind != column_kind::check) continue;
            register_cell check = r.cells[c];
            if (!cut.empty()) check.text = check.text.empty() ? cut : cut + "; " + check.text;
            lines = std::max(lines, lines_of(check.text, letters_in(t.columns[c])));
            write_cell(sheet, at, column_number(c), check, format_of(column_kind::check));
        }
        if (lines > 1) worksheet_set_row(sheet, at, std::min(409.0, 15.0 * lines), nullptr);  // one line finds its height itself
    }

    /// Whether the text had to be cut.
    bool write_cell(lxw_worksheet* sheet, lxw_row_t r, lxw_col_t c, const register_cell& content, lxw_format* look) {
        if (content.date && excel_knows(*content.date)) {
            lxw_datetime day{static_cast<int>(content.date->year()), static_cast<int>(static_cast<unsigned>(content.date->month())),
                             static_cast<int>(static_cast<unsigned>(content.date->day())), 0, 0, 0};
            worksheet_write_datetime(sheet, r, c, &day, look);
            return false;
        }
        if (content.number) {
            worksheet_write_number(sheet, r, c, static_cast<double>(*content.number), look);
            return false;
        }
        const fitted text = fit(content.text);
        if (text.text.empty()) worksheet_write_blank(sheet, r, c, look);
        else worksheet_write_string(sheet, r, c, text.text.c_str(), look);
        return text.cut;
    }

    void dress_column(lxw_worksheet* sheet, const register_table& t, std::size_t c) {
        const lxw_col_t at = column_number(c);
        switch (t.columns[c].kind) {
            case column_kind::status: offer_statuses(sheet, last_row(t), at); break;
            case column_kind::check: mark_filled(sheet, last_row(t), at); break;
            default: break;
        }
    }

    void offer_statuses(lxw_worksheet* sheet, lxw_row_t last, lxw_col_t c) {
        std::vector<std::string> names;
        for (const auto s : {action_status::open, action_status::in_progress, action_status::proposed_for_closure, action_status::complete,
                             action_status::closed, action_status::on_hold, action_status::superseded, action_status::withdrawn})
            names.push_back(sentence(name_of(s)));
        std::vector<char*> list;
        for (std::string& n : names) list.push_back(n.data());
        list.push_back(nullptr);
        std::string title = "Status", message = "This is not one of the register's statuses.";
        lxw_data_validation v{};
        v.validate = LXW_VALIDATION_TYPE_LIST;
        v.value_list = list.data();
        v.ignore_blank = LXW_VALIDATION_ON;
        v.dropdown = LXW_VALIDATION_ON;
        v.show_error = LXW_VALIDATION_ON;
        v.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        v.error_title = title.data();
        v.error_message = message.data();
        worksheet_data_validation_range(sheet, 1, c, last, c, &v);
    }

    void mark_filled(lxw_worksheet* sheet, lxw_row_t last, lxw_col_t c) {
        lxw_conditional_format f{};
        f.type = LXW_CONDITIONAL_TYPE_NO_BLANKS;
        f.format = check_;
        worksheet_conditional_format_range(sheet, 1, c, last, c, &f);
    }

    static void set_page(lxw_worksheet* sheet, const register_table& t, const std::string& page_title, bool several) {
        worksheet_freeze_panes(sheet, 1, 0);
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9);  // A4
        worksheet_fit_to_pages(sheet, 1, 0);
        worksheet_repeat_rows(sheet, 0, 0);
        worksheet_set_margins(sheet, 0.4, 0.4, 0.7, 0.6);
        worksheet_set_header(sheet, ("&L" + page_title).c_str());
        worksheet_set_footer(sheet, "&L&A&RPage &P of &N");
        worksheet_print_area(sheet, 0, 0, last_row(t), column_number(columns_on_paper(t, several) - 1));
    }

    /// More columns would make the print too small to read.
    static std::size_t columns_on_paper(const register_table& t, bool several) {
        constexpr int legible = 210;  // digits across A4 landscape
        std::size_t n = 0;
        for (int width = 0; n < t.columns.size() && (several || !t.columns[n].tells_meetings_apart); ++n)
            if ((width += t.columns[n].width) > legible) break;
        return n;
    }

    lxw_workbook* book_;
    formats formats_{};
    lxw_format* check_ = nullptr;
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

std::string xlsx_of(const meeting_list& meetings) {
    const scratch_file file;
    const std::string subject = shortened(subject_of(meetings));
    const bool several = meetings.size() > 1;
    workbook book(file.path());
    book.describe(subject);
    for (const register_table& t : {action_table(meetings), decision_table(meetings), people_table(meetings),
                                    meeting_table(meetings), check_table(meetings)})
        book.add(t, header_text(subject), several);
    book.close();
    return file.content();
}

}  // namespace minutes
