// SPDX-License-Identifier: Apache-2.0
// What the sheets of a register are made from.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <minutes/history.hpp>

#include "links.hpp"
#include "register_tables.hpp"
#include "table_cells.hpp"

namespace minutes {

class register_material {
public:
    /// Merged: what all meetings say together.  Else each action stands for itself.
    register_material(const meeting_list& all, const write_options& o);

    [[nodiscard]] const lookup& in(const meeting& m) const { return *lookups_.at(&m); }

    /// The other files that tell of the meeting: "feb.doc; feb-draft.doc".
    [[nodiscard]] std::string other_files(const meeting& m) const;
    /// The body, by the name that it mostly has.
    [[nodiscard]] register_cell body_of(const meeting& m) const;

    bool merged;
    history told;
    meeting_list meetings;  ///< each once, in order
    links ways;
    std::optional<date> as_at;
    const std::vector<action_thread>& threads;

private:
    /// Only when all is told: what a thread is follows from all meetings, and its name from all threads.
    void leave_out_unasked(const register_filter& rows);

    std::unordered_map<const meeting*, std::unique_ptr<lookup>> lookups_;
    std::map<const meeting*, std::string> body_names_;
};

[[nodiscard]] inline register_cell linked(register_cell c, std::string link) {
    if (!c.text.empty()) c.link = std::move(link);
    return c;
}

[[nodiscard]] inline register_cell place_cell(const meeting& m, const spans& where) { return words(place_in_words(m, where)); }

/// Sheet Updates: what each meeting says of each action.
[[nodiscard]] register_table updates_of(const register_material& from);
/// Sheet People: in one meeting each once; over many each person of each body once, from when to when.
[[nodiscard]] register_table people_of(const register_material& from);

}  // namespace minutes
