// SPDX-License-Identifier: Apache-2.0
// The entries of a file of corrections, as they were read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <minutes/corrections.hpp>
#include <minutes/meeting.hpp>

namespace minutes {

/// `[[bodies]]`: one body, and what else it is called.
struct body_correction {
    place at;
    std::string name;
    std::vector<std::string> also;
};

/// `[[people]]`: a person's full name where the minutes have less, or another spelling.
struct person_correction {
    place at;
    std::string name;
    std::vector<std::string> also;  ///< spellings
    std::string initials;           ///< that mean this person …
    std::string body;               ///< … at this body; empty: at any
    std::optional<minutes::date> from, until;
};

/// `[[meetings]]`: what a document's head says.
struct meeting_correction {
    place at;
    std::string document;
    std::optional<minutes::date> on;  ///< which of the document's meetings, by the date that was read
    std::optional<std::string> title, body, venue, chair;
    std::optional<minutes::date> date;
    std::optional<time_of_day> start, end;
    std::optional<minutes_status> status;
};

/// Which action of a document or meeting: its reference, or words that it begins with.
struct action_name {
    std::string ref, text;
};

/// `[[actions]]`: one document's record of an action.
struct action_correction {
    place at;
    std::string document;
    std::optional<minutes::date> on;
    action_name action;
    std::optional<std::vector<std::string>> owners;
    std::optional<minutes::date> due;
    std::optional<action_status> status;
};

/// The record of an action at the meeting of a day: "2015-03-09 15/02".
struct action_record {
    place at;
    minutes::date on;
    std::string name;  ///< the reference, or words that the action begins with
};

/// `[[threads]]`: records that are one action, or a record with which another action begins.
struct thread_correction {
    place at;
    std::string body;  ///< empty: any whose meetings have these records
    std::vector<action_record> join;
    std::optional<action_record> split;
};

struct correction_list {
    std::vector<body_correction> bodies;
    std::vector<person_correction> people;
    std::vector<meeting_correction> meetings;
    std::vector<action_correction> actions;
    std::vector<thread_correction> threads;
};

/// Whether a correction's document is this one: its name, the end of its path, or its SHA-256.
[[nodiscard]] bool is_document(const std::string& name, const source& s);

/// Whether an action is meant by a name: by its reference, or by words that it begins with.
[[nodiscard]] bool is_action(const action_name& name, const meeting& m, const action& a);
[[nodiscard]] bool is_action(const action_record& record, const meeting& m, const action& a);

/// As `print_for`, of what the corrections say of threads.
[[nodiscard]] std::string print_of_threads(const corrections& c);

/// "stale-correction" at an entry of the file.
[[nodiscard]] diagnostic stale(place at, std::string message);

}  // namespace minutes
