// SPDX-License-Identifier: Apache-2.0
// The typed model of one meeting's minutes.
//
//   meeting ── title, body, date, start, end, venue, chair, status
//      ├── next ─── date, start, end, venue, label
//      ├── people ─ name, initials, role, organisation, attendance, part
//      ├── items ── number, heading, blocks, items …           (the agenda, a tree)
//      ├── decisions ─ text, kind, mover, seconder, vote
//      ├── actions ─── ref, text, owners ──▶ people, due, status
//      ├── declarations
//      ├── approvals                       of earlier minutes
//      ├── diagnostics                     what was not understood, mended or doubted
//      └── text, leaves                    the document's words, each in exactly one leaf
//
// Every extracted value is a `traced<T>`: what it is, where its words stand in
// `text`, and how it was read.  A meeting owns its text (shared and immutable)
// and keeps offsets into it, so it can be copied, moved and kept.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <minutes/diagnostic.hpp>
#include <minutes/export.hpp>
#include <minutes/span.hpp>

namespace minutes {

/// How a value was come by.
enum class basis {
    stated,    ///< the words say it
    derived,   ///< a rule read it out of the words; `traced::rule` names the rule
    uncertain, ///< two readings conflict: `value` is absent, `candidates` has them
    corrected  ///< a person said so; the spans are those of the words that it overrules, if any
};

/// A value with its source.  Default-constructed it means "the document does not say".
template <class T>
struct traced {
    std::optional<T> value;      ///< absent when not given or uncertain
    minutes::spans spans;        ///< where the words stand; several when a page cut them
    minutes::basis basis = minutes::basis::stated;
    std::string rule;            ///< name of the rule that read it
    std::vector<T> candidates;   ///< the conflicting readings of an uncertain value

    /// Whether the document says anything here, certain or not.
    [[nodiscard]] bool given() const { return value || !candidates.empty(); }
    bool operator==(const traced&) const = default;
};

using date = std::chrono::year_month_day;

/// A time of day on the 24-hour clock, without a zone: minutes name none.
struct time_of_day {
    int hour = 0;    ///< 0–23
    int minute = 0;  ///< 0–59
    auto operator<=>(const time_of_day&) const = default;
};

enum class attendance { present, in_attendance, apologies, absent };

struct person {
    std::string id;  ///< "p1", "p2" … in document order
    traced<std::string> name;
    traced<std::string> initials;
    traced<std::string> role;
    traced<std::string> organisation;
    traced<minutes::attendance> attendance;  ///< not given: only mentioned
    traced<bool> part;                       ///< there for part of the meeting
    traced<std::string> arrived;             ///< when or at which item, as written
    traced<std::string> left;
    traced<std::string> substitute_for;      ///< whose place this person took, as written
    bool operator==(const person&) const = default;
};

/// A piece of an item's body, in document order; its words are those of `spans`.
struct block {
    enum class kind_type { paragraph, list_item, cell };
    kind_type kind = kind_type::paragraph;
    minutes::spans spans;
    bool operator==(const block&) const = default;
};

struct item {
    std::string id;  ///< "i1" …
    traced<std::string> number;  ///< as printed, without its full stop or bracket
    traced<std::string> heading;
    traced<bool> exempt;         ///< confidential business
    std::vector<block> blocks;
    std::vector<item> items;
    bool operator==(const item&) const = default;
};

struct vote {
    traced<int> for_, against, abstain;
    traced<std::string> result;  ///< carried, lost, tied
    traced<std::string> roll;    ///< the roll call, as written
    bool operator==(const vote&) const = default;
};

struct decision {
    std::string id;  ///< "d1" …
    traced<std::string> text;
    std::string kind;  ///< resolved, agreed, approved, elected, carried, adopted, recommended
    std::string item;  ///< id of the item it was taken under; empty when outside any
    traced<std::string> mover, seconder;
    minutes::vote vote;
    bool operator==(const decision&) const = default;
};

struct owner {
    traced<std::string> text;  ///< as printed: initials, a name, a role, "All"
    std::string person;        ///< id of the person it names; empty when nobody certain
    bool operator==(const owner&) const = default;
};

struct due {
    traced<std::string> text;    ///< as printed
    traced<minutes::date> date;  ///< the calendar date that follows from it
    bool operator==(const due&) const = default;
};

enum class action_status {
    open, in_progress, proposed_for_closure, complete, closed, on_hold, superseded, withdrawn
};

struct action {
    std::string id;  ///< "a1" …
    traced<std::string> ref;
    traced<std::string> text;
    std::vector<owner> owners;
    minutes::due due;
    traced<action_status> status;  ///< `open` is derived when nothing is said
    std::string item;              ///< id of the item it was raised under
    bool operator==(const action&) const = default;
};

struct declaration {
    std::string person;  ///< id; empty when nobody certain
    std::string item;
    traced<std::string> text;
    bool operator==(const declaration&) const = default;
};

struct next_meeting {
    traced<minutes::date> date;
    traced<time_of_day> start, end;
    traced<std::string> venue;
    traced<std::string> label;  ///< what sets it apart, e.g. "Finance"
    bool operator==(const next_meeting&) const = default;
};

/// Earlier minutes that this meeting approved: "The minutes of the meeting of 3 May were agreed as a true record."
struct approval {
    std::string item;          ///< id of the item that says so; empty when outside any
    traced<minutes::date> of;  ///< the meeting whose minutes they are; not given: the last
    traced<std::string> body;  ///< whose meeting that was, where the words say it
    traced<std::string> text;  ///< the words that approve
    bool operator==(const approval&) const = default;
};

/// A piece of the text.  Leaves are in order and do not overlap; every character
/// that is not white space belongs to exactly one.
struct leaf {
    enum class kind_type { label, value, prose, furniture, unparsed };
    minutes::span span;
    kind_type kind = kind_type::unparsed;
    std::string of;  ///< what it belongs to: "a3.owner", "p1.name", "i4"; may be empty
    bool operator==(const leaf&) const = default;
};

/// Shares of the text in characters (code points) that are not white space.
/// `lost` and `doubled` are 0 unless the program is at fault.
struct coverage {
    std::size_t characters = 0, label = 0, value = 0, prose = 0, furniture = 0, unparsed = 0, lost = 0, doubled = 0;
    bool operator==(const coverage&) const = default;
};

/// The file that a meeting was read from.
struct source {
    std::string name;    ///< as given by the caller
    std::string sha256;  ///< of the file's bytes, lower-case hexadecimal
    std::string format;  ///< name of the reader: "text"
    std::size_t bytes = 0;
    std::optional<int> pages;
    bool operator==(const source&) const = default;
};

enum class minutes_status { draft, approved };

struct meeting {
    minutes::source source;
    std::vector<std::string> languages;  ///< ISO 639-1 codes of the lexicons that it was read with, most evidence first

    traced<std::string> title, body, venue, chair;
    traced<minutes::date> date;
    traced<time_of_day> start, end;
    traced<minutes_status> status;
    next_meeting next;

    std::vector<person> people;
    std::vector<item> items;
    std::vector<decision> decisions;
    std::vector<action> actions;
    std::vector<declaration> declarations;
    std::vector<approval> approvals;
    std::vector<diagnostic> diagnostics;

    std::shared_ptr<const source_text> text = empty_text();
    std::vector<leaf> leaves;

    /// Equal in every value, span and leaf, and in the words of the text.
    MINUTES_EXPORT bool operator==(const meeting& other) const;
};

/// The person with this id, or null.
[[nodiscard]] MINUTES_EXPORT const person* find_person(const meeting& m, std::string_view id);

/// The item with this id anywhere in the tree, or null.
[[nodiscard]] MINUTES_EXPORT const item* find_item(const meeting& m, std::string_view id);

/// The words of `where`: its pieces joined by one space, line breaks and runs of blanks inside a piece kept as they are.
[[nodiscard]] MINUTES_EXPORT std::string words_of(const meeting& m, const spans& where);

/// Counts each character of the text against the leaves.
[[nodiscard]] MINUTES_EXPORT coverage measure_coverage(const meeting& m);

/// The name a closed choice has in JSON, XML and tables: "in_attendance", "proposed_for_closure".
[[nodiscard]] MINUTES_EXPORT std::string_view name_of(basis);
[[nodiscard]] MINUTES_EXPORT std::string_view name_of(attendance);
[[nodiscard]] MINUTES_EXPORT std::string_view name_of(action_status);
[[nodiscard]] MINUTES_EXPORT std::string_view name_of(minutes_status);
[[nodiscard]] MINUTES_EXPORT std::string_view name_of(leaf::kind_type);
[[nodiscard]] MINUTES_EXPORT std::string_view name_of(block::kind_type);

/// ISO 8601: "2014-03-27", "09:00".
[[nodiscard]] MINUTES_EXPORT std::string to_string(const date&);
[[nodiscard]] MINUTES_EXPORT std::string to_string(const time_of_day&);

}  // namespace minutes
