// SPDX-License-Identifier: Apache-2.0
// What many meetings say together: bodies and their people over time, actions from the meeting that raised them to the one
// that closed them, whose minutes were approved, and which are missing.
//
//   history ── meetings ─── one meeting in several files
//      ├── bodies ───────── one body under several spellings ──▶ meetings
//      ├── people ───────── of a body, over time ──▶ meetings
//      ├── threads ──────── an action over meetings ──▶ actions
//      ├── approvals ────── minutes approved ──▶ the meeting that approved them, and theirs
//      └── findings ─────── what a person should know of them
//
// All of it points into the meetings that it was made from, which stay the caller's.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/corrections.hpp>
#include <minutes/export.hpp>
#include <minutes/meeting.hpp>

namespace minutes {

using meeting_list = std::vector<const meeting*>;

/// One meeting, and the files that tell of it: the same body and day, and mostly the same words.
struct held_meeting {
    const meeting* leading = nullptr;  ///< approved minutes before others, drafts last; then those that say most
    meeting_list others;               ///< in the order of the input
};

/// How a body numbers its actions.
enum class reference_scheme {
    none,       ///< it does not
    running,    ///< a number is one action for good: 15/01, AP12
    per_minute, ///< the number of the minute that raised it, so that several may share one
    restarting  ///< the numbers begin again at each meeting
};

/// A body under all the spellings of its name.
struct body_history {
    std::string key;                    ///< `body_key` of its meetings
    std::string name;                   ///< the spelling used most; the latest of these
    std::vector<std::string> spellings; ///< all, in order of first use
    meeting_list meetings;              ///< leading ones, in order
    reference_scheme scheme = reference_scheme::none;
};

/// What one meeting says of an action.
struct occurrence {
    const minutes::meeting* meeting = nullptr;
    const minutes::action* action = nullptr;
};

enum class event_kind {
    raised,
    reported,        ///< listed again, nothing new; from, to: its status
    re_dated,        ///< another day: from, to
    handed_over,     ///< other owners: from, to
    status_changed,  ///< from, to
    closed,          ///< complete or closed
    reopened,        ///< open behind closed
    dropped,         ///< withdrawn or superseded
    split            ///< into parts, which are threads of their own: `to` has their references
};

struct thread_event {
    event_kind kind = event_kind::raised;
    occurrence at;
    std::string from, to;  ///< in words; empty where nothing was said
};

/// An action and all that later meetings say of it.  Two records are one action by their reference at the same body,
/// as its numbering goes, or because a person said so; never because they look alike.
struct action_thread {
    std::string id;                        ///< stays the same when the history is made again: "harbour-board/2015-01-12#15-01"
    std::vector<occurrence> occurrences;   ///< in order of their meetings; never empty
    std::vector<thread_event> events;      ///< in order; the first is its raising
    std::vector<std::string> doubts;       ///< in plain words: what a person should decide
    std::optional<std::size_t> parent;     ///< the thread that it was split from, by its index
    std::vector<std::size_t> parts;        ///< the threads that it was split into
    bool replaced = false;                 ///< its parts stand in its place: it was not listed again itself
    std::size_t silent_for = 0;            ///< later meetings of its body, when it is open and none of them mentions it
    bool corrected = false;                ///< a person joined or split it

    [[nodiscard]] const occurrence& first() const { return occurrences.front(); }
    [[nodiscard]] const occurrence& latest() const { return occurrences.back(); }
    /// The latest that says who does it, or by when; else the latest.
    [[nodiscard]] MINUTES_EXPORT const occurrence& latest_with_owners() const;
    [[nodiscard]] MINUTES_EXPORT const occurrence& latest_with_due() const;
    /// The latest whose status the words, or a person, say; null when none does.
    [[nodiscard]] MINUTES_EXPORT const occurrence* latest_with_status() const;
    /// As its latest words have it; open where nothing is said; superseded where its parts have taken its place.
    [[nodiscard]] MINUTES_EXPORT action_status status() const;
};

/// Whether an action with this status still waits for somebody.
[[nodiscard]] MINUTES_EXPORT bool is_live(action_status s);

/// One person of one body, by name: initials never make two people one.
struct person_history {
    struct appearance {
        const minutes::meeting* meeting = nullptr;
        const minutes::person* person = nullptr;
    };
    /// Initials, and from when to when the minutes gave them to this person.
    struct used_initials {
        std::string text;
        const minutes::meeting* first = nullptr;
        const minutes::meeting* last = nullptr;
    };
    std::string body;                   ///< key of the body
    std::string key;                    ///< what all spellings of the name have in common
    std::string name;                   ///< the longest spelling
    std::vector<used_initials> initials;
    std::vector<appearance> seen;       ///< in order; never empty
    std::vector<std::string> doubts;    ///< "perhaps Jane Smith"; "JS is somebody else's from 9 June 2014"
};

/// Initials of an owner whom their own meeting does not name, but other meetings of its body do.
struct owner_elsewhere {
    std::vector<std::string> names;  ///< one: at that time they were nobody else's; several: a person must tell
    [[nodiscard]] bool settled() const { return names.size() == 1; }
};

/// Minutes that were approved.
struct approval_link {
    const minutes::meeting* by = nullptr;
    const minutes::approval* approval = nullptr;
    const minutes::meeting* of = nullptr;  ///< null: not among the meetings at hand, or not to be told which
};

/// A diagnostic about one of the meetings: `duplicate-meeting`, `missing-minutes`, `lone-date`.
struct finding {
    const minutes::meeting* about = nullptr;
    diagnostic what;
};

struct history {
    std::vector<held_meeting> meetings;   ///< by date; those without one behind the one before them in the input
    std::vector<body_history> bodies;     ///< by key
    std::vector<person_history> people;   ///< by body and name
    std::vector<action_thread> threads;   ///< in order of their first meeting
    std::map<const owner*, owner_elsewhere> elsewhere;  ///< owners of actions whom their meeting gives no name
    std::vector<approval_link> approvals;
    std::vector<finding> findings;        ///< by meeting
};

/// The history of these meetings.  Bodies do not touch one another: a body's meetings alone give the same threads, people
/// and gaps as they do among all others.  Only which day stands alone is asked of all.
/// @param as_at  the day that somebody chose to count to: then no other is told as the latest that counts
[[nodiscard]] MINUTES_EXPORT history history_of(const meeting_list& meetings, const corrections& c = {}, const std::optional<date>& as_at = {});

/// What a body's meetings are kept under: its name, else the meeting's title without its figures; case, accents, punctuation,
/// articles and an abbreviation in brackets do not count.
[[nodiscard]] MINUTES_EXPORT std::string body_key(const meeting& m);

/// The meetings by date; those without one keep their place behind the one before.
[[nodiscard]] MINUTES_EXPORT meeting_list by_date(meeting_list meetings);

/// "re_dated", "per_minute": the names that they have in files.
[[nodiscard]] MINUTES_EXPORT std::string_view name_of(event_kind);
[[nodiscard]] MINUTES_EXPORT std::string_view name_of(reference_scheme);

}  // namespace minutes
