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
    std::string body;       ///< what its actions are kept under
    std::vector<const site_meeting*> others;        ///< other files that tell of the same meeting
    const site_meeting* approved_by = nullptr;      ///< the meeting that approved its minutes
    std::size_t here = 0, away = 0;
};

struct site_body {
    std::string name;       ///< as it is mostly spelt
    std::string page;
    std::vector<const site_meeting*> meetings;  ///< each once, by date, those without one first
    std::vector<std::string> spellings;
    std::vector<const finding*> missing;        ///< approved minutes that the archive does not hold
};

struct site_person {
    std::string name, role, organisation;       ///< the latest
    std::string page;
    std::string initials;   ///< with their times where there were several
    const site_body* body = nullptr;
    std::optional<date> first, last;
    std::size_t meetings = 0, attended = 0, waiting = 0;  ///< waiting: actions
    std::vector<std::string> doubts;
    std::vector<person_history::appearance> seen;
    std::vector<const action_thread*> actions;  ///< whose latest owners the person is among, in order
};

class site_facts {
public:
    /// Takes what the pages need of a document's meetings.
    void add(const std::vector<meeting>& document, const std::string& page);

    /// To be called when all were added.
    void finish(const std::optional<date>& as_at, const corrections& c);

    /// Each once, whatever the number of its files.
    [[nodiscard]] const std::vector<const site_meeting*>& meetings() const { return by_date_; }
    [[nodiscard]] const std::map<std::string, site_body>& bodies() const { return bodies_; }
    [[nodiscard]] const std::vector<site_person>& people() const { return people_; }
    [[nodiscard]] const std::vector<action_thread>& threads() const { return told_.threads; }
    [[nodiscard]] const history& told() const { return told_; }
    [[nodiscard]] const std::optional<date>& as_at() const { return as_at_; }
    /// The day of the first meeting, without those that stand alone.
    [[nodiscard]] const std::optional<date>& first_day() const { return first_day_; }
    [[nodiscard]] const std::optional<date>& last_day() const { return last_day_; }
    [[nodiscard]] const site_meeting& of(const meeting& m) const { return *by_meeting_.at(&m); }

    /// Meetings whose day stands alone.
    [[nodiscard]] const std::vector<const finding*>& lone() const { return lone_; }
    /// The page of a meeting's person, by the id there; empty when there is none.
    [[nodiscard]] std::string_view page_of(const meeting& m, std::string_view person) const;

    /// The address of an action on its meeting's page.
    [[nodiscard]] std::string address_of(const occurrence& o) const { return of(*o.meeting).page + "#" + of(*o.meeting).anchor + o.action->id; }

private:
    void collect_meetings();
    void collect_bodies();
    void collect_people();
    void find_days();

    std::deque<site_meeting> all_;  // which stay where they are
    std::vector<const site_meeting*> by_date_;
    std::map<const meeting*, site_meeting*> by_meeting_;
    std::map<std::string, site_body> bodies_;
    std::vector<site_person> people_;
    std::map<std::pair<const meeting*, std::string_view>, std::string_view> pages_of_people_;
    std::vector<const finding*> lone_;
    history told_;
    std::optional<date> first_day_, last_day_, as_at_;
};

/// "march-docx-5f3a9c017b20d4e6": a name for files, the same each time.  It begins with the words, and no two identities have one.
[[nodiscard]] std::string file_name_for(std::string_view words, std::string_view identity);

}  // namespace minutes
