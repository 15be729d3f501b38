// SPDX-License-Identifier: Apache-2.0
// Facts → the tables that pages of the site share: actions, meetings, people, and what each of their cells says.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html_table.hpp"
#include "site_facts.hpp"
#include "site_page.hpp"

namespace minutes {

using thread_list = std::vector<const action_thread*>;
using year_list = std::vector<std::pair<std::string, std::vector<const site_meeting*>>>;  ///< in order of the years

/// What became of each action stands in its row, meeting by meeting, with the way to its words.
void action_table_in(xml_node section, const site_facts& facts, const thread_list& all, std::string_view caption, bool with_body);
void meeting_table_in(xml_node section, const site_facts& facts, const std::vector<const site_meeting*>& all, std::string_view caption, bool with_body);
void people_table_in(xml_node section, const std::vector<const site_person*>& all, std::string_view caption, bool with_body);

/// The meetings that the minutes name a person at, and as what.
void seen_table_in(xml_node section, const site_facts& facts, const site_person& p);

/// How much each year has, and the ways to them.
void years_table_in(xml_node section, const year_list& years);

/// Each body with how much it has; `waiting` its actions that wait for somebody, in the same order.
void bodies_table_in(xml_node section, const std::vector<const site_body*>& all, const std::vector<std::size_t>& waiting);

/// What a person should look at, marked as such.
void doubt_in(xml_node parent, const std::string& words);

/// "meetings/march-….html#m2-title": the way to a meeting, which may be one of several on its page.
[[nodiscard]] std::string address_of(const site_meeting& s);
[[nodiscard]] std::string name_of_meeting(const meeting& m);

/// "2014-03-27", "undated".
[[nodiscard]] std::string day_in_figures(const meeting& m);

}  // namespace minutes
