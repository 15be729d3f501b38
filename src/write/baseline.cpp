// SPDX-License-Identifier: Apache-2.0
#include "baseline.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "kept_table.hpp"
#include "table_cells.hpp"
#include "table_columns.hpp"

namespace minutes {

namespace {

constexpr std::string_view sheet_head = "Of sheet", key_head = "Key", unknown_head = "Not known";
constexpr std::string_view between_columns = "; ";  // no column of ours has it in its name

/// The columns that tell the rows of a sheet apart.
std::vector<std::string_view> key_columns(std::string_view sheet) {
    if (sheet == "Updates") return {"Action ID", "Meeting date", "Event", "From", "To"};
    if (sheet == "Decisions") return {"Body", "Meeting date", "Decision"};
    if (sheet == "Meetings") return {"Body", "Date", "Source"};
    if (sheet == "People") return {"Body", "Meeting date", "Name", "Source"};
    if (sheet == "Checks") return {"Source", "Place", "Code", "What to look at"};
    if (sheet == "About") return {"Topic"};
    return {};
}

/// As much of a long text as tells it from others.
std::string shortened(std::string_view text) {
    constexpr std::size_t enough = 60;
    std::size_t n = std::min(text.size(), enough);
    while (n < text.size() && n > 0 && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) --n;
    std::string out(text.substr(0, n));
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

std::optional<date> date_from(std::string_view iso) {
    const auto number = day_number(iso);
    if (!number) return {};
    using namespace std::chrono;
    return year_month_day(sys_days(year{1899} / December / 30) + days(*number));
}

/// Before the sheet had a column for it, each value that nobody knew was marked: "(not known) Hal Penrose".
void read_marked(baseline_row& row, const std::string& column, std::string_view text) {
    constexpr std::string_view mark = "(not known)";
    if (text.starts_with(mark)) {
        row.unknown.insert(column);
        text.remove_prefix(mark.size());
        if (text.starts_with(' ')) text.remove_prefix(1);
    }
    if (!text.empty()) row.values[column] = text;
}

void read_unknown(baseline_row& row, std::string_view columns) {
    while (!columns.empty()) {
        const std::size_t end = std::min(columns.find(between_columns), columns.size());
        row.unknown.emplace(columns.substr(0, end));
        columns.remove_prefix(std::min(end + between_columns.size(), columns.size()));
    }
}

std::string key_of(const register_table& t, const register_row& r) {
    std::string out;
    for (const std::string_view name : key_columns(t.name))
        for (std::size_t c = 0; c < t.columns.size(); ++c)
            if (t.columns[c].name == name) out += (out.empty() ? "" : " | ") + shortened(r.cells[c].text);
    return out.empty() ? "row" : out;
}

}  // namespace

const std::string& baseline_row::at(std::string_view column) const {
    static const std::string nothing;
    const auto found = values.find(column);
    return found == values.end() ? nothing : found->second;
}

baseline read_baseline(const kept_register& kept) {
    baseline out;
    const auto sheet = std::find_if(kept.sheets.begin(), kept.sheets.end(), [](const kept_sheet& s) { return s.name == baseline_name; });
    if (sheet == kept.sheets.end()) return out;
    const auto table = table_in(*sheet, {sheet_head, key_head});
    if (!table) return out;
    const auto of = table->column(sheet_head), key = table->column(key_head), unknown = table->column(unknown_head);
    const bool marked = unknown == table->heads.size();
    for (const kept_row& r : table->rows) {
        baseline_row row{table->text(r, key)};
        read_unknown(row, table->text(r, unknown));
        for (std::size_t c = 0; c < table->heads.size(); ++c) {
            if (c == of || c == key || c == unknown || !r.cells[c]) continue;
            if (marked) read_marked(row, table->heads[c], r.cells[c]->text);
            else row.values[table->heads[c]] = r.cells[c]->text;
        }
        out[table->text(r, of)].push_back(std::move(row));
    }
    return out;
}

baseline_row baseline_of(const register_table& t, const register_row& r) {
    baseline_row out{r.key};
    for (std::size_t c = 0; c < t.columns.size(); ++c)
        if (!r.cells[c].text.empty()) out.values[t.columns[c].name] = r.cells[c].text;
    return out;
}

register_cell cell_from_baseline(const register_table& t, std::string_view column, const std::string& text) {
    register_cell out = words(text);
    const std::size_t c = column_named(column, t);
    if (c < t.columns.size() && t.columns[c].kind == column_kind::date) out.date = date_from(text);
    return out;
}

baseline_sheet::baseline_sheet(const std::vector<register_table>& sheets, const baseline* kept) : sheets_(sheets), kept_(kept) {
    heads_ = {baseline_name, {}, {}};
    for (const auto& [head, width] : {std::pair(sheet_head, 10), std::pair(key_head, 34), std::pair(unknown_head, 16)})
        heads_.columns.push_back({std::string(head), width, column_kind::as_printed});
    for (const register_table& s : sheets) {
        for (const register_column& c : s.columns)
            if (!c.name.empty()) add_column(c.name);
        if (!kept) rows_ += s.rows.size();
    }
    if (!kept) return;
    for (const auto& [sheet, rows] : *kept)
        for (const baseline_row& r : rows)
            for (const auto& [name, value] : r.values) add_column(name);
    for (const register_table& s : sheets)
        if (const auto found = kept->find(s.name); found != kept->end()) rows_ += found->second.size();
}

void baseline_sheet::add_column(const std::string& name) {
    if (places_.try_emplace(name, heads_.columns.size()).second) heads_.columns.push_back({name, 16, column_kind::as_printed});
}

void baseline_sheet::each_row(const std::function<void(const register_row&)>& use) const {
    const auto give = [&](std::string_view sheet, const baseline_row& b) {
        register_row row{"", std::vector<register_cell>(heads_.columns.size())};
        row.cells[0] = words(sheet);
        row.cells[1] = words(b.key);
        row.cells[2] = words(fmt::format("{}", fmt::join(b.unknown, between_columns)));
        for (const auto& [name, value] : b.values) row.cells[places_.at(name)].text = value;
        use(row);
    };
    for (const register_table& s : sheets_) {
        if (!kept_)
            for (const register_row& r : s.rows) give(s.name, baseline_of(s, r));
        else if (const auto found = kept_->find(s.name); found != kept_->end())
            for (const baseline_row& b : found->second) give(s.name, b);
    }
}

void give_keys(register_table& t) {
    std::unordered_map<std::string, int> taken;
    for (register_row& r : t.rows) {
        if (!r.key.empty()) continue;
        const std::string key = key_of(t, r);
        const int n = ++taken[key];
        r.key = n == 1 ? key : fmt::format("{} ({})", key, n);
    }
}

}  // namespace minutes
