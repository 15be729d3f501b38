// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → iCalendar (RFC 5545): actions as tasks, or as all-day events
// for calendars that pass over tasks (Outlook), and the next meeting as an event.
//
// Nothing reads the clock: DTSTAMP is the meeting's date, and a UID follows from
// the meeting's title and date and the action's reference or words, so that
// importing a file again, or a later draft of it, updates what it made.
#include <set>

#include <fmt/format.h>
#include <openssl/sha.h>

#include "table_cells.hpp"
#include "wording.hpp"
#include "writers.hpp"

namespace minutes {

namespace {

enum class tasks_as { tasks, events };

/// TEXT of RFC 5545, 3.3.11: commas, semicolons, backslashes and line ends escaped.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : safe_text(text)) {
        if (c == '\\' || c == ',' || c == ';') out += {'\\', c};
        else if (c == '\n') out += "\\n";
        else if (c != '\r') out += c;
    }
    return out;
}

/// Folds a content line after at most 75 octets, never inside a character (3.1).
std::string folded(std::string_view line) {
    std::string out;
    for (std::size_t room = 75; line.size() > room; room = 74) {
        std::size_t cut = room;
        while ((static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
        out += fmt::format("{}\r\n ", line.substr(0, cut));
        line.remove_prefix(cut);
    }
    return out + std::string(line) + "\r\n";
}

std::string compact(const date& d) {
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
}

/// A floating time: minutes name no zone.
std::string compact(const date& d, const time_of_day& t) { return fmt::format("{}T{:02}{:02}00", compact(d), t.hour, t.minute); }

date day_after(const date& d) { return date{std::chrono::sys_days{d} + std::chrono::days{1}}; }

std::string_view status_of(action_status s) {
    switch (s) {
        case action_status::in_progress: return "IN-PROCESS";
        case action_status::complete:
        case action_status::closed: return "COMPLETED";
        case action_status::superseded:
        case action_status::withdrawn: return "CANCELLED";
        case action_status::open:
        case action_status::proposed_for_closure:
        case action_status::on_hold: break;
    }
    return "NEEDS-ACTION";
}

/// 32 hexadecimal digits that follow from the words.
std::string digest(std::string_view words) {
    unsigned char bytes[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(words.data()), words.size(), bytes);
    return fmt::format("{:02x}", fmt::join(bytes, bytes + 16, ""));
}

class calendar {
public:
    explicit calendar(tasks_as kind) : kind_(kind) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//minutes//minutes//EN");
        line("CALSCALE", "GREGORIAN");
    }

    void add(const meeting& m) {
        const bool dated = m.date.value && m.date.value->ok();
        stamp_ = dated ? compact(*m.date.value) + "T000000Z" : "19700101T000000Z";
        meeting_ = fmt::format("{}\n{}\n", title_of(m), dated ? to_string(*m.date.value) : "");
        journal(m);
        for (const action& a : m.actions) task(m, a);
        next_meeting(m);
    }

    [[nodiscard]] std::string finished() && {
        line("END", "VCALENDAR");
        return std::move(out_);
    }

private:
    void line(std::string_view name, std::string_view value) { out_ += folded(fmt::format("{}:{}", name, value)); }
    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) line(name, escaped(value));
    }

    void begin(std::string_view component, std::string_view what) {
        std::string id = digest(fmt::format("{}{}", meeting_, what));
        for (int n = 2; !given_.insert(id).second; ++n) id = digest(fmt::format("{}{}\n{}", meeting_, what, n));
        line("BEGIN", component);
        line("UID", id + "@minutes");
        line("DTSTAMP", stamp_);
    }

    /// The meeting itself: an entry of the day, as RFC 5545 means VJOURNAL.
    void journal(const meeting& m) {
        begin("VJOURNAL", "minutes");
        if (m.date.value && m.date.value->ok()) line("DTSTART;VALUE=DATE", compact(*m.date.value));
        text("SUMMARY", title_of(m));
        text("DESCRIPTION", m.source.name);
        line("END", "VJOURNAL");
    }

    void task(const meeting& m, const action& a) {
        const auto& due = a.due.date.value;
        const bool dated = due && due->ok();
        const bool event = kind_ == tasks_as::events;
        if (event && !dated) return;  // an event without a day is none; the register has the action
        const std::string ref = shown(m, a.ref);
        begin(event ? "VEVENT" : "VTODO", "action\n" + (ref.empty() ? shown(m, a.text) : ref));
        text("SUMMARY", (ref.empty() ? "" : ref + " ") + shown(m, a.text));
        text("DESCRIPTION", description_of(m, a));
        if (event) {
            line("DTSTART;VALUE=DATE", compact(*due));
            line("DTEND;VALUE=DATE", compact(day_after(*due)));
            line("TRANSP", "TRANSPARENT");
        } else {
            if (dated) line("DUE;VALUE=DATE", compact(*due));
            line("STATUS", status_of(a.status.value.value_or(action_status::open)));
        }
        text("CATEGORIES", m.body.given() ? shown(m, m.body) : title_of(m));
        line("END", event ? "VEVENT" : "VTODO");
    }

    [[nodiscard]] static std::string description_of(const meeting& m, const action& a) {
        std::string out;
        const auto add = [&](std::string_view name, const std::string& words) {
            if (!words.empty()) out += fmt::format("{}{}: {}", out.empty() ? "" : "\n", name, words);
        };
        std::string owners;
        for (const owner& o : a.owners) owners += (owners.empty() ? "" : ", ") + shown(m, o.text);
        add("Owner", owners);
        add("Due", shown(m, a.due.text));
        if (a.status.value) add("Status", sentence(name_of(*a.status.value)));
        add("Corrected", corrected_in(m, a).text);
        add("Meeting", title_of(m) + (m.date.value ? ", " + long_date(*m.date.value) : ""));
        add("Source", m.source.name);
        return out;
    }

    void next_meeting(const meeting& m) {
        const auto& day = m.next.date.value;
        if (!day || !day->ok()) return;
        begin("VEVENT", "next meeting");
        const std::string label = shown(m, m.next.label);
        text("SUMMARY", title_of(m) + (label.empty() ? "" : " (" + label + ")"));
        if (m.next.start.value) {
            line("DTSTART", compact(*day, *m.next.start.value));
            if (m.next.end.value && *m.next.start.value < *m.next.end.value) line("DTEND", compact(*day, *m.next.end.value));
        } else line("DTSTART;VALUE=DATE", compact(*day));
        text("LOCATION", shown(m, m.next.venue));
        line("END", "VEVENT");
    }

    tasks_as kind_;
    std::string out_, stamp_;
    std::string meeting_;          // what sets the meeting apart from others
    std::set<std::string> given_;  // ids
};

std::string calendar_of(const meeting_list& meetings, tasks_as kind) {
    calendar c(kind);
    for (const meeting* m : meetings) c.add(*m);
    return std::move(c).finished();
}

}  // namespace

std::string ics_of(const meeting_list& meetings) { return calendar_of(meetings, tasks_as::tasks); }
std::string ics_events_of(const meeting_list& meetings) { return calendar_of(meetings, tasks_as::events); }

}  // namespace minutes
