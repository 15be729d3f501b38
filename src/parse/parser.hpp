// SPDX-License-Identifier: Apache-2.0
// The grammar over blocks: preamble, attendance, business, closing.  It takes the
// words as they stand and infers nothing; dates stay unread until `resolve`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "joined_text.hpp"
#include "layout.hpp"
#include "leaf_painter.hpp"
#include "person.hpp"
#include "sentence.hpp"

namespace minutes {

/// A value whose words stand at `where`.
inline traced<std::string> stated(std::string value, spans where, std::string rule = {}) {
    traced<std::string> t;
    t.value = std::move(value);
    t.spans = std::move(where);
    t.rule = std::move(rule);
    return t;
}

/// What the parser's parts share while they walk over a document's blocks.
struct parser {
    const document& d;
    const laid_document& laid;
    const lexicon& words;
    meeting m{};
    leaf_painter leaves{d.text->text};
    known_names known{};
    std::vector<bool> counted{};  // for each block: a line whose number its neighbours count on from
    bool colon_headings = false;  // the document parts sub-headings from their text by a colon

    // The item that text belongs to: index into m.items, and into its sub-items; npos when there is none.
    static constexpr std::size_t none = std::string::npos;
    std::size_t item_at = none, sub_at = none;
    int next_item_id = 1, next_action_id = 1, next_decision_id = 1, next_person_id = 1;

    [[nodiscard]] std::string_view text() const { return d.text->text; }
    [[nodiscard]] joined_text join(const spans& where) const { return {text(), where}; }
    [[nodiscard]] std::string words_at(const spans& where) const { return join(where).text(); }

    void say(std::string code, severity s, spans where, std::string message, std::string hint = {});

    // ── preamble.cpp ──
    /// Title, date, time and place from the blocks [from, to).
    void read_preamble(std::size_t from, std::size_t to);
    /// Reads "Thursday 3 April 2014 (Finance), 9:00am – 10:30am, HQ" as the next meeting.
    void read_next_meeting(const spans& where);

    // ── attendance.cpp ──
    /// Reads an attendance label and the people behind it, if the block is one; the index behind what was read, or `from`.
    std::size_t read_attendance(std::size_t from);
    /// A table of people: the index behind its last row.
    std::size_t read_people_table(std::size_t from);
    /// "* for part of the meeting": a note on the people whose entries carry its mark; false when it is none.
    bool read_footnote(const joined_text& line);
    /// People in running text; true when there were any.
    bool read_people(const spans& where, attendance how, const spans& label);
    void add_person(const joined_text& j, const person_finding& p, std::optional<attendance> how, const spans& label);

    // ── business.cpp ──
    /// A table of business: the index behind its last row.
    std::size_t read_table(std::size_t from);
    /// Marks the lines whose numbers count on: "45/11" between "44/11" and "46/11" is no quantity.
    void find_counted_lines();
    /// A line outside tables.
    void read_line(std::size_t at);
    void read_due_phrase(action& a, const joined_text& j);
    bool read_marked_heading(const joined_text& j);
    void open_item(traced<std::string> number, traced<std::string> heading);
    void open_sub_item(traced<std::string> heading);
    [[nodiscard]] item* current_item();
    [[nodiscard]] std::string current_item_id();
    /// Running text: sub-headings fused into it, decisions.
    void read_prose(const spans& where, block::kind_type kind, bool may_start_with_heading);
    void read_decision(const joined_text& j, span sentence);
};

}  // namespace minutes
