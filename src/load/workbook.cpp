// SPDX-License-Identifier: Apache-2.0
#include "workbook.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <memory>
#include <optional>
#include <unordered_map>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "formula_references.hpp"
#include "number_formats.hpp"
#include "package.hpp"
#include "package_relations.hpp"
#include "xml_part.hpp"

namespace minutes {

namespace {

using pugi::xml_node;

constexpr double first_day = 61, last_day = 2'958'465;  // 1 March 1900 … 31 December 9999: the days that all programs count alike
constexpr double from_1904 = 1462;                      // days between the two ways to count

xml_node child_named(const xml_node& parent, std::string_view name) {
    for (const auto& n : parent.children())
        if (local_name(n) == name) return n;
    return {};
}

std::string attribute(const xml_node& n, std::string_view name) {
    for (const auto& a : n.attributes()) {
        const std::string_view own = a.name();
        if (own.substr(own.find(':') + 1) == name) return valid_text(a.value());
    }
    return {};
}

std::size_t elements_in(const xml_node& parent) {
    return static_cast<std::size_t>(std::count_if(parent.begin(), parent.end(), [](const xml_node& n) { return n.type() == pugi::node_element; }));
}

std::optional<unsigned> hex(std::string_view digits) {
    unsigned n = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n, 16);
    return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(n) : std::nullopt;
}

void append_utf8(std::string& out, unsigned c) {
    if (c < 0x80) out += static_cast<char>(c);
    else if (c < 0x800) out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    else out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
}

/// `_x000D_` is the character with that number (ECMA-376 part 1, 22.9.2.19); of those that XML cannot carry, line ends and tabs are kept.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool shape = text.size() - i >= 7 && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_';
        const auto code = shape ? hex(text.substr(i + 2, 4)) : std::nullopt;
        if (!code || (*code >= 0xD800 && *code < 0xE000)) {
            out += text[i];
            continue;
        }
        if (*code >= 0x20 || *code == '\n' || *code == '\t') append_utf8(out, *code);
        i += 6;
    }
    return out;
}

/// The words of a string item: its own, or its runs'; not how they are pronounced.
std::string words_of_string(const xml_node& si, bool& rich) {
    std::string out;
    for (const auto& n : si.children()) {
        if (local_name(n) == "t") out += all_text(n);
        if (local_name(n) != "r") continue;
        rich = true;
        out += all_text(child_named(n, "t"));
    }
    return unescaped(out);
}

std::optional<double> number_in(std::string_view text) {
    double n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(n) ? std::optional(n) : std::nullopt;
}

/// "2015-03-01", and "2015-03-01 14:30:00" where the clock is told.
std::string iso_day(double serial) {
    using namespace std::chrono;
    const double days_only = std::floor(serial);
    const sys_days day = sys_days(year{1899} / December / 30) + days(static_cast<int>(days_only));
    const year_month_day d(day);
    std::string out = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
    const long clock = std::lround((serial - days_only) * 86'400);
    if (clock > 0 && clock < 86'400) out += fmt::format(" {:02}:{:02}:{:02}", clock / 3600, clock / 60 % 60, clock % 60);
    return out;
}

/// "AB12" → its place.
std::optional<cell_place> place_from(std::string_view name) {
    cell_place p;
    std::size_t i = 0;
    for (; i < name.size() && i < 3 && name[i] >= 'A' && name[i] <= 'Z'; ++i) p.column = p.column * 26 + static_cast<std::uint32_t>(name[i] - 'A' + 1);
    const auto [end, error] = std::from_chars(name.data() + i, name.data() + name.size(), p.row);
    if (i == 0 || error != std::errc{} || end != name.data() + name.size() || p.row == 0) return {};
    --p.column;
    --p.row;
    return p;
}

class workbook_reader {
public:
    explicit workbook_reader(std::string_view bytes) : parts_(bytes, limits()) {}

    workbook_content read() {
        const std::string main = main_part();
        const auto book = main.empty() ? nullptr : read_xml_part(parts_, main);
        if (book && local_name(book->tree.document_element()) == "workbook") read_book(*book, main);
        out_.readable = !out_.sheets.empty();
        out_.diagnostics = parts_.diagnostics;
        return std::move(out_);
    }

private:
    /// A register of a hundred thousand rows is still read.
    static reading_limits limits() {
        reading_limits l;
        l.inflated = std::size_t{2} << 30;
        l.entries = 65'536;
        return l;
    }

    std::string main_part() {
        if (!parts_.readable()) return {};
        for (const part_relation& r : relations_of(parts_, ""))
            if (r.kind == "officeDocument") return r.target;
        return {};
    }

    void read_book(const xml_part& book, const std::string& main) {
        const xml_node root = book.tree.document_element();
        const std::string counting = attribute(child_named(root, "workbookPr"), "date1904");
        from_1904_ = counting == "1" || counting == "true";
        const auto related = relations_of(parts_, main);
        for (const part_relation& r : related) {
            if (r.kind == "sharedStrings") read_strings(r.target);
            if (r.kind == "styles") read_styles(r.target);
        }
        for (const auto& n : child_named(root, "sheets").children()) {
            const std::string id = attribute(n, "id");
            const auto found = std::find_if(related.begin(), related.end(), [&](const part_relation& r) { return r.id == id; });
            if (found != related.end()) read_sheet(attribute(n, "name"), found->target);
        }
    }

    void read_strings(const std::string& name) {
        const auto part = read_xml_part(parts_, name);
        if (!part) return;
        for (const auto& n : part->tree.document_element().children()) {
            if (local_name(n) != "si") continue;
            bool rich = false;
            std::string words = words_of_string(n, rich);
            strings_.push_back({std::move(words), rich});
        }
    }

    void read_styles(const std::string& name) {
        if (const auto part = read_xml_part(parts_, name)) formats_ = read_cell_formats(part->tree.document_element());
    }

    void read_sheet(std::string title, const std::string& name) {
        out_.sheets.push_back({});
        out_.extras.push_back({});
        out_.sheets.back().name = std::move(title);
        const auto part = read_xml_part(parts_, name);
        if (!part) return;
        const auto related = relations_of(parts_, name);
        const xml_node root = part->tree.document_element();
        masters_.clear();
        for (const auto& n : root.children()) {
            const std::string_view kind = local_name(n);
            if (kind == "cols") read_widths(n);
            else if (kind == "sheetData") read_rows(n);
            else if (kind == "mergeCells") extras().merged = elements_in(n);
            else if (kind == "hyperlinks") read_links(n, related);
        }
        for (const part_relation& r : related) {
            if (r.kind == "comments") read_notes(r.target);
            else if (r.kind == "drawing") extras().pictures += count_anchors(r.target);
            else if (r.kind == "pivotTable") ++extras().pivots;
            else if (r.kind == "threadedComment") extras().threads = true;
        }
    }

    kept_sheet& sheet() { return out_.sheets.back(); }
    sheet_extras& extras() { return out_.extras.back(); }

    void read_widths(const xml_node& columns) {
        for (const auto& n : columns.children()) {
            const unsigned from = n.attribute("min").as_uint(1), to = std::min(n.attribute("max").as_uint(1), from + 100);
            for (unsigned c = from; c > 0 && c <= to; ++c) sheet().widths[c - 1] = n.attribute("width").as_double();
        }
    }

    void read_rows(const xml_node& data) {
        std::uint32_t row = 0;
        for (const auto& r : data.children()) {
            if (local_name(r) != "row") continue;
            if (const unsigned told = r.attribute("r").as_uint(); told > 0) row = told - 1;
            std::uint32_t column = 0;
            for (const auto& c : r.children()) {
                if (local_name(c) != "c") continue;
                const auto told = place_from(c.attribute("r").value());
                const cell_place at = told.value_or(cell_place{row, column});
                read_cell(c, at);
                column = at.column + 1;
            }
            ++row;
        }
    }

    void read_cell(const xml_node& c, cell_place at) {
        const auto& format = formats_.at(c.attribute("s").as_uint());
        kept_cell cell;
        cell.number_format = format.code;
        const std::string_view type = c.attribute("t").value();
        const std::string content = all_text(child_named(c, "v"));
        if (type == "s") take_shared(content, cell);
        else if (type == "inlineStr") {
            bool rich = false;
            cell.text = words_of_string(child_named(c, "is"), rich);
            extras().rich += rich ? 1 : 0;
        } else if (type == "str") cell.text = unescaped(content);
        else if (type == "b") cell = {.kind = kept_cell::kind_type::truth, .text = content == "1" || content == "true" ? "TRUE" : "FALSE", .number_format = format.code};
        else if (type == "e") cell = {.kind = kept_cell::kind_type::error, .text = content, .number_format = format.code};
        else if (type == "d") cell.text = content;
        else if (const auto n = number_in(content)) take_number(*n, cell);
        else cell.text = content;
        if (const xml_node f = child_named(c, "f")) cell.formula = formula_of(f, at);
        if (cell.empty()) return;
        if (format.filled && at.row > 0) ++extras().filled;
        sheet().cells.insert_or_assign(at, std::move(cell));
    }

    void take_shared(const std::string& content, kept_cell& cell) {
        const auto n = number_in(content);
        if (!n || *n < 0 || *n >= static_cast<double>(strings_.size())) return;
        const auto& [words, rich] = strings_[static_cast<std::size_t>(*n)];
        cell.text = words;
        extras().rich += rich ? 1 : 0;
    }

    void take_number(double n, kept_cell& cell) const {
        const bool day = shows_days(cell.number_format);
        if (day && from_1904_) n += from_1904;
        cell.number = n;
        cell.kind = day && n >= first_day && n < last_day + 1 ? kept_cell::kind_type::date : kept_cell::kind_type::number;
        cell.text = cell.kind == kept_cell::kind_type::date ? iso_day(n) : fmt::format("{:.15g}", n);
    }

    /// A formula that is shared by several cells stands in the first; in the others it moves with them.
    std::string formula_of(const xml_node& f, cell_place at) {
        const std::string own = all_text(f);
        if (std::string_view(f.attribute("t").value()) != "shared") return own;
        const unsigned number = f.attribute("si").as_uint();
        if (!own.empty()) {
            masters_[number] = {own, at};
            return own;
        }
        const auto found = masters_.find(number);
        if (found == masters_.end()) return {};
        const auto& [formula, from] = found->second;
        return with_references(formula, [&](formula_reference r) {
            if (!r.fixed_row) r.place.row += at.row - from.row;
            if (!r.fixed_column) r.place.column += at.column - from.column;
            return r;
        });
    }

    void read_links(const xml_node& links, const std::vector<part_relation>& related) {
        for (const auto& n : links.children()) {
            const auto at = place_from(attribute(n, "ref"));
            const std::string id = attribute(n, "id"), inside = attribute(n, "location");
            const auto found = std::find_if(related.begin(), related.end(), [&](const part_relation& r) { return r.external && r.id == id; });
            const auto cell = at ? sheet().cells.find(*at) : sheet().cells.end();
            if (cell == sheet().cells.end() || found == related.end()) continue;
            cell->second.link = found->target + (inside.empty() || found->target.find('#') != std::string::npos ? "" : "#" + inside);
        }
    }

    void read_notes(const std::string& name) {
        const auto part = read_xml_part(parts_, name);
        if (!part) return;
        const xml_node root = part->tree.document_element();
        std::vector<std::string> authors;
        for (const auto& n : child_named(root, "authors").children()) authors.push_back(all_text(n));
        for (const auto& n : child_named(root, "commentList").children()) {
            const auto at = place_from(attribute(n, "ref"));
            bool rich = false;
            std::string words = words_of_string(child_named(n, "text"), rich);
            const unsigned author = n.attribute("authorId").as_uint();
            if (at && !words.empty()) sheet().notes[*at] = {author < authors.size() ? authors[author] : "", std::move(words)};
        }
    }

    std::size_t count_anchors(const std::string& name) {
        const auto part = read_xml_part(parts_, name);
        if (!part) return 0;
        return elements_in(part->tree.document_element());
    }

    package parts_;
    workbook_content out_;
    std::vector<std::pair<std::string, bool>> strings_;  // and whether their letters are formatted one by one
    cell_formats formats_;
    std::unordered_map<unsigned, std::pair<std::string, cell_place>> masters_;
    bool from_1904_ = false;
};

}  // namespace

workbook_content read_workbook(std::string_view bytes) { return workbook_reader(bytes).read(); }

}  // namespace minutes
