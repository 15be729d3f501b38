// SPDX-License-Identifier: Apache-2.0
// The grammar over blocks: preamble, attendance, business, closing.  It takes the
// words as they stand and infers nothing; dates stay unread until `resolve`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "joined_text.hpp"
#include "layout.hpp"
#include "leaf_painter.hpp"
#include "occasion.hpp"
#include "outline.hpp"
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

/// What the part of the document that the parser is in is about, as its heading says.
enum class section_type { business, agenda, people, actions, decisions, next_meeting };

/// How people under a label with these meanings took part.
[[nodiscard]] std::optional<attendance> attendance_of(const std::vector<label>& kinds);

/// What the parser's parts share while they walk over a document's blocks.
struct parser {
    const document& d;
    const laid_document& laid;
    const lexicon& words;
    const outline& heads;
    meeting m{};
    leaf_painter leaves{d.text->text};
    known_names known{};
    occasion when{};  // the meeting's name, date, time and place
    bool colon_headings = false;  // the document parts sub-headings from their text by a colon

    // Where the parser is: the items that are open, outermost first, with the rank of each.
    std::vector<std::size_t> path{};
    std::vector<int> ranks{};
    section_type section = section_type::business;
    attendance section_how = attendance::present;  // section people: how they took part
    int section_rank = 0;
    spans section_label{};         // the words of its heading

    // What an owner that stands alone refers to: the words before it.
    spans last_prose{};

    int next_item_id = 1, next_action_id = 1, next_decision_id = 1, next_person_id = 1;

    [[nodiscard]] std::string_view text() const { return d.text->text; }
    [[nodiscard]] joined_text join(const spans& where) const { return {text(), where}; }
    [[nodiscard]] std::string words_at(const spans& where) const { return join(where).text(); }

    void say(std::string code, severity s, spans where, std::string message, std::string hint = {});

    // ── parse_document.cpp ──
    /// Takes over the name, date, time and place that were chosen.
    void take_occasion();

    // ── next_meeting.cpp ──
    /// Reads "Thursday 3 April 2014 (Finance), 9:00am – 10:30am, HQ" as the next meeting.
    void read_next_meeting(const spans& where);
    /// Sentences anywhere that say when the next meeting is, for documents that have no label or heading for it.
    void find_next_meeting();

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
    /// A line outside tables.
    void read_line(std::size_t at);
    void read_heading(const outline_entry& e);
    /// The words of a line, or of what stands behind its heading, as the section that it is in takes them.
    void read_words(const spans& where, const look& how);
    item& open_item(traced<std::string> number, traced<std::string> heading, int rank);
    void open_sub_item(traced<std::string> heading);
    [[nodiscard]] item* current_item();
    /// The outermost open item, or null.
    [[nodiscard]] item* top_item() { return path.empty() ? nullptr : &m.items[path.front()]; }
    [[nodiscard]] std::string current_item_id();
    /// Running text: sub-headings fused into it, decisions.
    void read_prose(const spans& where, block::kind_type kind, bool may_start_with_heading);
    void read_decision(const joined_text& j, span sentence);
    void add_decision(const spans& where, std::string kind, const char* rule);

    // ── tasks.cpp ──
    /// A line that a marker or its look sets apart as a task; false when it is none.
    bool read_task_line(const joined_text& j, const look& how);
    /// A task known to be one by the section or list that it stands in.
    void read_listed_task(const joined_text& j, std::size_t from);
    void add_task(const joined_text& j, std::size_t begin, std::size_t end, span ref, const char* rule);
    void read_due_phrase(action& a, const joined_text& j);
};

}  // namespace minutes
