// SPDX-License-Identifier: Apache-2.0
// What the site's pages are made of: each meeting without its bulk, the threads of its actions, and where their pages are.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <minutes/meeting.hpp>

#include "threads.hpp"

namespace minutes {

struct site_meeting {
    meeting m;              ///< without leaves, blocks and diagnostics
    std::string page;       ///< from the site's folder
    std::string anchor;     ///< in front of the ids on that page: "m2-" of a file's second meeting
    std::string body, body_name;  ///< what its actions are kept under; what the minutes call it
    std::size_t here = 0, away = 0;
};

struct site_body {
    std::string name;       ///< as the latest minutes have it
    std::string page;
    std::vector<const site_meeting*> meetings;  ///< by date, those without one first
};

struct site_person {
    std::string name, initials, role, organisation;  ///< as the latest minutes have them
    const site_body* body = nullptr;
    std::optional<date> first, last;
    std::size_t meetings = 0, attended = 0;
};

class site_facts {
public:
    /// Takes what the pages need of a document's meetings.
    void add(const std::vector<meeting>& document, const std::string& page);

    /// To be called when all were added.
    void finish(const std::optional<date>& as_at, const corrections& c);

    [[nodiscard]] const std::vector<const site_meeting*>& meetings() const { return by_date_; }
    [[nodiscard]] const std::map<std::string, site_body>& bodies() const { return bodies_; }
    [[nodiscard]] const std::vector<site_person>& people() const { return people_; }
    [[nodiscard]] const std::vector<action_thread>& threads() const { return threads_; }
    [[nodiscard]] const std::optional<date>& as_at() const { return as_at_; }
    [[nodiscard]] const site_meeting& of(const meeting& m) const { return *by_meeting_.at(&m); }

    /// The address of an action on its meeting's page.
    [[nodiscard]] std::string address_of(const occurrence& o) const { return of(*o.meeting).page + "#" + of(*o.meeting).anchor + o.action->id; }

private:
    void collect_people();

    std::deque<site_meeting> all_;  // which stay where they are
    std::vector<const site_meeting*> by_date_;
    std::map<const meeting*, const site_meeting*> by_meeting_;
    std::map<std::string, site_body> bodies_;
    std::vector<site_person> people_;
    std::vector<action_thread> threads_;
    std::optional<date> as_at_;
};

/// "finance-committee-5f3a9c01": a name for files, the same each time.
[[nodiscard]] std::string file_name_for(std::string_view text);

}  // namespace minutes
