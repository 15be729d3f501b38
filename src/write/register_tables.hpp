// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → the sheets of a register, as tables: what each column says.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <minutes/history.hpp>
#include <minutes/write.hpp>

#include "table.hpp"

namespace minutes {

/// The day that overdue is counted against: the options', else that of the latest meeting whose day is not apart from all others.
[[nodiscard]] std::optional<date> as_at_of(const meeting_list& meetings, const write_options& options);

/// The register of actions, with the columns of the options or of their profile: the table without rows, and each row after it.
void register_of_actions(const meeting_list& meetings, const write_options& options, const std::function<void(const register_table& heads)>& begin,
                         const std::function<void(const register_row&)>& use);

/// Each column of that register with what it means.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> register_meanings(const write_options& options);

/// The sheets of a workbook, Actions first; the profile says which, and with what columns.
[[nodiscard]] std::vector<register_table> register_sheets(const meeting_list& meetings, const write_options& options);

/// All statuses, those that wait for somebody first.
[[nodiscard]] const std::vector<action_status>& register_statuses();

/// "QD is Quentin Dray by other meetings", "LW may be Lisa Winward or Louise Wood"; empty when the meeting names the owner, or none does.
[[nodiscard]] std::string elsewhere_in_words(const meeting& m, const owner& o, const history& told);

/// "Due changed: 2015-03-31 → 2015-04-30": what a meeting did to an action.
[[nodiscard]] std::string event_in_words(const thread_event& e);

/// What a person has put right of an action, and what the minutes say; empty when nothing.
[[nodiscard]] std::string corrected_words(const action_thread& t);

/// Days from its due date to the as-at date when the action is overdue.
[[nodiscard]] std::optional<int> days_overdue(const action_thread& t, const std::optional<date>& as_at);

}  // namespace minutes
