// SPDX-License-Identifier: Apache-2.0
// The register of actions as tables: what a workbook's sheets Actions and Updates say, made anew for bodies whose minutes changed.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "ask.hpp"
#include "register_tables.hpp"

namespace minutes {

namespace {

/// The sheets' columns, in the order of the tables' behind body_key and position.
constexpr std::array action_columns = {"Action ID", "Ref", "Raised", "Body", "Minute", "Item", "Action", "Owner", "Due (as written)", "Due date", "First due date", "Status",
                                       "Latest update", "Update date", "Closed", "Times carried forward", "Check", "Corrected", "Source", "Place in source"};
constexpr std::array update_columns = {"Action ID", "Ref", "Meeting date", "Event", "Text", "From", "To", "Source", "Place"};

/// Where each of the named columns stands in a sheet; beyond it where it is not there.
template <std::size_t Size>
std::array<std::size_t, Size> places_of(const std::array<const char*, Size>& names, const register_table& t) {
    std::array<std::size_t, Size> out{};
    for (std::size_t k = 0; k < Size; ++k)
        out[k] = static_cast<std::size_t>(std::find_if(t.columns.begin(), t.columns.end(), [&](const register_column& c) { return c.name == names[k]; }) - t.columns.begin());
    return out;
}

template <std::size_t Size>
void put_sheet(archive_database& db, std::string_view table, const std::string& body, const register_table& t, const std::array<const char*, Size>& columns) {
    std::string marks = "?, ?";
    for (std::size_t k = 0; k < Size; ++k) marks += ", ?";
    auto& s = db.statement(fmt::format("INSERT INTO {} VALUES ({})", table, marks));
    const auto places = places_of(columns, t);
    std::int64_t position = 0;
    for (const register_row& row : t.rows) {
        std::array<std::optional<std::string>, Size> values;
        for (std::size_t k = 0; k < Size; ++k)
            if (places[k] < row.cells.size() && !row.cells[places[k]].text.empty()) values[k] = row.cells[places[k]].text;
        std::apply([&](const auto&... v) { s.bind(body, ++position, v...).run(); }, values);
    }
}

std::vector<meeting> meetings_of(archive_database& db, const std::string& body) {
    std::vector<meeting> out;
    auto& s = db.statement("SELECT m.content, d.path FROM meeting m JOIN reading r ON r.id = m.reading JOIN document d ON d.id = r.document "
                           "WHERE m.current AND m.body_key = ? ORDER BY m.date, d.path, m.number");
    s.bind(body);
    while (s.step()) {
        out.push_back(meeting_of(s.text(0)));
        out.back().source.name = s.text(1);
    }
    return out;
}

void make_register(archive_database& db, const std::string& body, const write_options& options) {
    for (const char* table : {"register_action", "register_update"}) db.statement(fmt::format("DELETE FROM {} WHERE body_key = ?", table)).bind(body).run();
    const std::vector<meeting> meetings = meetings_of(db, body);
    if (!meetings.empty()) {
        meeting_list list;
        for (const meeting& m : meetings) list.push_back(&m);
        for (const register_table& sheet : register_sheets(list, options)) {
            if (sheet.name == "Actions") put_sheet(db, "register_action", body, sheet, action_columns);
            if (sheet.name == "Updates") put_sheet(db, "register_update", body, sheet, update_columns);
        }
    }
    db.statement("DELETE FROM changed_body WHERE key = ?").bind(body).run();
}

}  // namespace

archive_outcome archive::update_register(write_options options) {
    options.merge = true;
    options.profile = register_profile::working;
    options.columns.clear();
    options.rows = {};
    options.corrections = kept_corrections();
    return guarded([&] {
        std::vector<std::string> changed;
        sqlite_statement s(database_->connection().handle(), "SELECT key FROM changed_body ORDER BY key");
        while (s.step()) changed.emplace_back(s.text(0));
        s.run();
        for (const std::string& body : changed) {
            database_->begin();
            make_register(*database_, body, options);
            database_->commit();
        }
    });
}

}  // namespace minutes
