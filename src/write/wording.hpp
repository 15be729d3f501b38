// SPDX-License-Identifier: Apache-2.0
// Stage: values → words.  What writers share: the plain form of a value for
// programs, its wording for people, and text that every format can carry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <minutes/meeting.hpp>

#include "file_name.hpp"
#include "safe_text.hpp"

namespace minutes {

/// The plain form of a value: ISO dates and times, names of choices.
[[nodiscard]] inline std::string plain(const std::string& s) { return s; }
[[nodiscard]] inline std::string plain(bool b) { return b ? "true" : "false"; }
[[nodiscard]] inline std::string plain(int n) { return std::to_string(n); }
[[nodiscard]] inline std::string plain(const date& d) { return to_string(d); }
[[nodiscard]] inline std::string plain(const time_of_day& t) { return to_string(t); }
[[nodiscard]] inline std::string plain(attendance a) { return std::string(name_of(a)); }
[[nodiscard]] inline std::string plain(action_status s) { return std::string(name_of(s)); }
[[nodiscard]] inline std::string plain(minutes_status s) { return std::string(name_of(s)); }

/// The text with a capital at its start.
[[nodiscard]] std::string capitalised(std::string text);

/// "Proposed for closure" of "proposed_for_closure": words for people.
[[nodiscard]] std::string sentence(std::string_view name);

/// The value for people: the value, or the words it stands in when it is uncertain; empty when not given.
[[nodiscard]] std::string shown(const meeting& m, const traced<std::string>& t);

/// "27 March 2014"
[[nodiscard]] std::string long_date(const date& d);

/// "Thursday 27 March 2014"; without the weekday when the day is not in the calendar.
[[nodiscard]] std::string weekday_date(const date& d);

/// "3 April or 4 March 2014": the readings of an uncertain value.
[[nodiscard]] std::string alternatives(const std::vector<date>& candidates);
[[nodiscard]] std::string alternatives(const std::vector<std::string>& candidates);

/// What the meeting is called: its title, else its body, else its file.
[[nodiscard]] std::string title_of(const meeting& m);


/// Whether a block is an action's own line: all its words are those of actions, or labels.
[[nodiscard]] bool is_task_line(const meeting& m, const block& b);

/// "line 20", "page 3, line 120", "paragraph 14": where the first of these words stands in the file; empty without words.
[[nodiscard]] std::string place_in_words(const meeting& m, const spans& words);

/// "4.1 Matters arising"
[[nodiscard]] std::string item_title(const meeting& m, const item& it);

}  // namespace minutes
