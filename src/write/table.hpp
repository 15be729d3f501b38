// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → registers.  Format-neutral tables that XLSX, HTML and CSV
// print; what a row says is decided here, how it looks there.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

#include "kept_register.hpp"
#include "writers.hpp"

namespace minutes {

struct register_cell {
    std::string text;                   ///< the whole content as plain text, safe for XML; dates are ISO
    std::optional<minutes::date> date;  ///< when it is a date
    std::optional<std::size_t> number;  ///< when it is a count
    std::size_t line = 0;               ///< the source line it points to; 0: none
    std::string link{};                 ///< relative address it leads to; may be empty
    std::shared_ptr<const kept_cell> typed{};  ///< what a person typed there; `text` is its text
    std::shared_ptr<const cell_note> note{};   ///< a person's comment
};

enum class column_kind {
    text,
    as_printed,  ///< short text that programs must not take for a number or a date: "3/12"
    date,
    number,
    status,
    check,
    overdue,  ///< days from the due date to the as-at date, counted by the workbook
    notes     ///< for people to write in
};

struct register_column {
    std::string name;
    int width;                      ///< in characters, for paper and workbooks
    column_kind kind = column_kind::text;
    bool tells_meetings_apart = false;  ///< says nothing where one meeting stands alone
    std::string title{};  ///< what a person has called it; else its name
    std::shared_ptr<const cell_note> note{};

    [[nodiscard]] const std::string& head() const { return title.empty() ? name : title; }
};

/// A meeting that a person is seen in.
struct sighting {
    std::string source;  ///< its file
    bool present = false;
};

struct register_row {
    std::string id;  ///< of the model's object: "a3"; may be empty
    std::vector<register_cell> cells;
    std::string key{};                 ///< what it is known by when the register is made again; may be empty
    std::vector<std::string> aliases{};  ///< what else it could have been known by
    std::vector<sighting> sightings{};   ///< of a person over time
};

struct register_table {
    std::string_view name;
    std::vector<register_column> columns;
    std::vector<register_row> rows;
    std::vector<register_row> above{};  ///< what a person has written over its head
};

/// Ref, Action, Owner, Due (as written), Due date, Status, Check, …: one row an action.
[[nodiscard]] register_table action_table(const meeting_list&);
[[nodiscard]] register_table decision_table(const meeting_list&);
[[nodiscard]] register_table people_table(const meeting_list&);

/// What a person should look at: one row a diagnostic.
[[nodiscard]] register_table check_table(const meeting_list&);

}  // namespace minutes
