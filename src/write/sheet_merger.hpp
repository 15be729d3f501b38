// SPDX-License-Identifier: Apache-2.0
// One sheet of a register made anew and the same sheet as people left it → one sheet, and what they typed over the minutes.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "baseline.hpp"
#include "cell_moves.hpp"
#include "continued_people.hpp"
#include "continued_rows.hpp"
#include "kept_columns.hpp"
#include "kept_table.hpp"
#include "row_matching.hpp"
#include "table.hpp"

namespace minutes {

inline constexpr std::string_view row_deleted = "row deleted";  ///< an edit's column where a whole row was taken out

/// What a person typed over what the minutes say.
struct edit {
    std::string sheet, id, ref, column, from, to;
    std::string minutes_say;  ///< now
    bool conflict = false;
    std::string place;        ///< "K5", in the workbook as it was
};

/// One sheet of both.
class sheet_merger {
public:
    /// `base`: what the minutes said.  `made`, `kept` and `files` must outlive this.
    sheet_merger(register_table& made, const kept_table& kept, std::vector<baseline_row> base, const files_of_meetings& files);
    sheet_merger(const sheet_merger&) = delete;
    sheet_merger& operator=(const sheet_merger&) = delete;

    /// Sheet Actions: those that go on in the new minutes under another name.
    std::vector<continued_row> go_on() { return continue_rows(base_, of_base_, made_); }

    /// Sheet Actions: a row's id stays when minutes from before its meeting turn up.  Ids made anew → those that stay.
    std::map<std::string, std::string> keep_ids();

    /// Sheet People: those whom the new minutes name again.
    void go_on_with_people(const std::vector<baseline_row>& actions) { continue_people(base_, of_base_, files_, actions, made_); }

    /// What the table becomes.
    void merge(std::vector<baseline_row>& after);

    std::vector<edit> edits;

private:
    register_column column(const merged_column& m) const;

    void add_in_their_order(register_table& out, std::vector<bool>& used, std::vector<baseline_row>& after);
    void add_in_our_order(register_table& out, std::vector<bool>& used, std::vector<baseline_row>& after);
    void add_kept(register_table& out, std::size_t k, std::vector<bool>& used, std::vector<baseline_row>& after);

    /// Whether a row that the minutes at hand do not give again stays.
    bool stays(std::size_t k, std::size_t b) const;

    /// Whether the same meeting says something of the same action.
    bool is_told_again(const baseline_row& b) const { return told_.count(b.at("Action ID") + '\x1f' + b.at("Meeting date")) > 0; }
    bool is_touched(std::size_t k, std::size_t b) const;

    /// One row of the new table, from any of: the row as people left it, as the baseline has it, as it was made anew.
    void add(register_table& out, std::optional<std::size_t> k, std::optional<std::size_t> b, std::optional<std::size_t> r, std::vector<baseline_row>& after);
    register_cell merged_cell(const merged_column& c, std::optional<std::size_t> k, std::optional<std::size_t> b, std::optional<std::size_t> r);
    [[nodiscard]] bool is_edited(const kept_cell* old, const merged_column& c, std::optional<std::size_t> b, const register_cell& made) const;
    void note_edit(const kept_cell* old, const merged_column& c, std::size_t k, std::size_t b, std::optional<std::size_t> r);
    /// What the baseline has of a row that the minutes give again.
    [[nodiscard]] baseline_row baseline_after(std::optional<std::size_t> k, std::optional<std::size_t> b, std::size_t r) const;
    [[nodiscard]] bool is_emptied(std::size_t k, std::size_t b, std::string_view column) const;

    /// What people took out stays out, unless the minutes speak of it again.
    void note_deleted(std::vector<bool>& used, std::vector<baseline_row>& after);
    bool says_more(std::size_t r, std::size_t b) const;
    register_row kept_above(const kept_row& r) const;

    register_table& made_;
    const kept_table& kept_;
    std::vector<baseline_row> base_;
    const files_of_meetings& files_;
    row_matches of_kept_, of_base_;
    std::vector<baseline_row> said_;  // what the minutes at hand say in each row made, without what the register says of it
    std::set<std::string> told_;  // Updates: the actions that each meeting speaks of
    std::vector<merged_column> columns_;
    cell_moves moves_{kept_, columns_};
};

}  // namespace minutes
