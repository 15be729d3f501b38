// SPDX-License-Identifier: Apache-2.0
// Facts → the pages that lead to the meetings: overview, actions, meetings, bodies, people, search.
#pragma once

#include <functional>
#include <string>

#include "site_facts.hpp"

namespace minutes {

/// Takes a file of the site: its name from the site's folder, and its bytes.
using put_file = std::function<void(const std::string& name, const std::string& bytes)>;

void write_overview(const site_facts& facts, const std::string& site, const put_file& put);

/// "actions.html" has those that wait for somebody, "actions-2014.html" all that were raised in a year.
void write_actions(const site_facts& facts, const std::string& site, const put_file& put);

/// "meetings.html", and "meetings-2014.html" for each year.
void write_meetings(const site_facts& facts, const std::string& site, const put_file& put);

/// "bodies.html", and a page for each body.
void write_bodies(const site_facts& facts, const std::string& site, const put_file& put);

void write_people(const site_facts& facts, const std::string& site, const put_file& put);

/// A page for each of them: their actions, and the meetings that name them.
void write_persons(const site_facts& facts, const std::string& site, const put_file& put);
void write_search(const std::string& site, const put_file& put);

}  // namespace minutes
