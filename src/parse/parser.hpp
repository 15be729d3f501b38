// SPDX-License-Identifier: Apache-2.0
// The grammar over blocks: preamble, attendance, business, closing.  It takes the
// words as they stand and infers nothing; dates stay unread until `resolve`.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attendance_label.hpp"
#include "date.hpp"
#include "decision.hpp"
#include "joined_text.hpp"
#include "layout.hpp"
#include "leaf_painter.hpp"
#include "marker.hpp"
#include "name_index.hpp"
#include "occasion.hpp"
#include "outline.hpp"
#include "person.hpp"
#include "reference.hpp"
#include "roster.hpp"
#include "sentence.hpp"
#include "task.hpp"

namespace minutes {

/// A value whose words stand at `where`.
inline traced<std::string> stated(std::string value, spans where, std::string rule = {}) {
    traced<std::string> t;
    t.value = std::move(value);
    t.spans = std::move(where);
    t.rule = std::move(rule);
    return t;
}

/// Share of words that two texts have in common: 1 when both hold the same, in any order.
[[nodiscard]] double likeness(words_view a, words_view b);

/// What the part of the document that the parser is in is about, as its heading says.
enum class section_type { business, agenda, people, actions, decisions, next_meeting };

/// How people under a label with these meanings took part.
[[nodiscard]] std::optional<attendance> attendance_of(const std::vector<label>& kinds);

/// "None", "No apologies were received".
[[nodiscard]] bool says_nobody(std::string_view text, const lexicon& words);

/// A sentence of a paragraph that decides something, or may.
struct decision_place {
    const joined_text& j;   // the paragraph
    span sentence, before;  // bytes of it; before: the sentence ahead of this one, or none
    decision_sentence says;
    spans where;            // the words that count
};

/// A motion whose sentences are being gathered.
struct open_motion {
    bool proposed = false, seconded = false, passed = false, lost = false;
    bool leading = false;  // "Motion passed." opened its block: what was decided stands behind it
    int counted = 0;       // "Resolved: (1) …": the number of the decision read last; "(2) …" goes on
    bool items = false;    // "The Board agreed:": each list item behind it is a decision
    bool items_read = false;  // and one was read
    int items_depth = -1;     // how deep; further out the list has ended
    std::size_t items_block = 0;  // its block, then the last plain line that followed it closely
    int listing = 0;       // "The following were elected:": blocks of its list that are the decision's own
    int numbered = 0;      // and how many of them a mark sets apart
    spans sentence{};      // the decision without them
    bool decided = false;  // a decision was just made: a seconder or a vote behind it is its own
    std::size_t held_block = 0;  // 1 + the block that a label "Motion:" opens: all its words are the motion's; 0: none
    int plus_votes = 0;  // "+1" below it, less those of "-1"
    bool bare = false;     // nothing but who moved and seconded was said of it
    bool of_heading = false;  // its words are the heading's, for want of others
    bool runs_on = false;  // "Moved by JB, seconded by TO and" above "RESOLVED: …"
    bool clauses = false;  // "That the board:" stands above a list of its clauses
    int debate = 0;        // sentences since the proposal that say nothing of it
    spans words{};
    decision reading{};
};

/// A list of tasks below an empty marker, and the task that "Assigned to:" refers to.
struct open_tasks {
    bool list = false;         // the blocks that follow are tasks
    int depth = 0;             // deeper list items belong to it; 0: all list items do
    int first_depth = -1;      // depth of its first task: deeper ones are details; -1: none yet
    bool counted = false;      // its tasks are list items
    bool bold = false;         // and stand in bold
    int read = 0;              // tasks in it so far
    std::vector<owner> owners{};  // of all tasks in it: "JB:" above its own list
    int owners_depth = -1;
    std::size_t last = no_task;   // index of the task read last, while lines about it may follow
    int since = 0;                // blocks since then
    std::size_t block = no_task;  // the block in which it stands
    std::size_t head = 0;         // the block that opened the list, or the section
    traced<std::string> ref{};    // of the marker above a task: "ACTION 7"
    static constexpr std::size_t no_task = static_cast<std::size_t>(-1);
};

/// Where the actions of the meeting were found, so that a repetition is looked for where it can be: those of the text
/// repeat a list's, those of a list repeat the text's or another list's row with the same reference.
struct action_places {
    std::vector<bool> listed{};  // for each action: whether a list of actions has it
    std::set<std::size_t> in_lists{}, in_text{};
    std::unordered_map<std::string, std::set<std::size_t>> by_ref{}, by_words{};

    void add(const action& a, bool in_list);
    void set_listed(std::size_t action, bool in_list);
    void set_ref(std::size_t action, const traced<std::string>& ref);
    /// Actions from `first` on are taken off, to be added again.
    void forget_from(std::size_t first);
    /// The actions that may be `a` said before, in order.
    [[nodiscard]] std::vector<std::size_t> candidates(const action& a, bool in_list, bool in_table) const;
};

/// People in typed columns: where each stands, and what the label above says.
struct people_columns {
    struct entry {
        span where;
        attendance how;
        span label;
    };
    std::size_t end = 0;  ///< the block behind their last line
    std::vector<entry> people;
};

/// What the parser's parts share while they walk over a document's blocks.
struct parser {
    const document& d;
    const laid_document& laid;
    const lexicon& words;
    const outline& heads;
    meeting m{};
    leaf_painter leaves{d.text->text};
    known_names known{};
    std::vector<std::size_t> spoken_lines{};  // blocks that somebody who speaks opens: "JB: …"
    name_index names{};  // of `m.people`
    occasion when{};  // the meeting's name, date, time and place
    bool colon_headings = false;  // the document parts sub-headings from their text by a colon

    // Where the parser is: the items that are open, outermost first, with the rank of each.
    std::vector<std::size_t> path{};
    std::vector<int> ranks{};
    section_type section = section_type::business;
    attendance section_how = attendance::present;  // section people: how they took part
    int section_rank = 0;
    int section_depth = 0;         // list nesting of its heading
    std::size_t decision_below = 0;  // the block below a marker that stands alone
    int decisions_depth = -1;      // of the decisions in it; -1: none yet
    spans section_label{};         // the words of its heading

    bool lists_run_on = false;     // lists of people name many in a line
    bool family_names_first = false;  // lists of people have "Bell, Ann"

    // What an owner that stands alone refers to: the words before it.
    spans last_prose{};
    spans last_line{};  // the last line outside tables
    std::size_t at_block = 0;  // its index
    open_motion motion{};
    spans last_sentence{};               // the last sentence that decides nothing
    spans ahead{};                       // the heading on whose line the words being read stand
    int last_depth = 0, block_depth = 0; // list nesting of its block, and of the block being read
    open_tasks tasks{};
    action_places places{};      // which actions a list of actions has, rather than the text
    std::optional<bool> owners_at_margin{};  // whether the document sets owners at the right margin

    std::vector<std::size_t> listed_decisions{};  // those that a list of decisions has, by their index

    int next_item_id = 1, next_action_id = 1, next_decision_id = 1, next_person_id = 1;

    [[nodiscard]] std::string_view text() const { return d.text->text; }
    [[nodiscard]] joined_text join(const spans& where) const { return {text(), where}; }
    [[nodiscard]] joined_words words_at(const spans& where) const { return {text(), where}; }

    void say(std::string code, severity s, spans where, std::string message, std::string hint = {});

    // ── parse_document.cpp ──
    /// Takes over the name, date, time and place that were chosen.
    void take_occasion();

    // ── next_meeting.cpp ──
    /// "The next meeting will be on 7 June", not that of another body.
    [[nodiscard]] bool names_own_next_meeting(std::string_view sentence) const;
    /// The one of a text's dates that is the next meeting's, or none.
    [[nodiscard]] std::vector<date_finding> dates_of_meeting(std::string_view t, const std::vector<date_finding>& all) const;
    /// Reads "Thursday 3 April 2014 (Finance), 9:00am – 10:30am, HQ" as the next meeting.
    void read_next_meeting(const spans& where);
    void set_next_venue(const spans& where);
    /// Sentences anywhere that say when the next meeting is, for documents that have no label or heading for it.
    void find_next_meeting();

    // ── attendance.cpp ──
    /// Reads an attendance label and the people behind it, if the block is one; the index behind what was read, or `from`.
    std::size_t read_attendance(std::size_t from);
    /// "Police: | Ann Bell, Tom Ash": a row right below those who were there, a group's name beside its people; the index behind it, or `from`.
    std::size_t read_group_beside_label(std::size_t from);
    /// The attendance label that a block starts with, when people follow it or it can be nothing else.
    [[nodiscard]] std::optional<attendance_label> attendance_opens(std::size_t at) const;
    /// What the lists of those who came say, but the blocks from up to behind; folded.
    [[nodiscard]] std::string words_of_presence(std::size_t from, std::size_t behind) const;
    /// Whether the block below opens a list of people by a label of its own: "Attendees" above "Present: …".
    [[nodiscard]] bool opens_list_below(std::size_t at) const;
    /// Whether a sentence that opens with nobody's name stands right below a block.
    [[nodiscard]] bool is_above_sentence(std::size_t at) const;
    /// "Membership" below a list of those present: a word for the body, under which its business stands.
    [[nodiscard]] bool names_body_only(std::string_view heading) const;
    /// "b. Not in attendance": the label of a part of a section of people.
    [[nodiscard]] std::optional<attendance_label> part_of_people(std::string_view text) const;
    /// "- Roll call" above "- Announcements": an entry among others of a list, which no people follow.
    [[nodiscard]] bool is_entry_among_others(std::size_t at) const;
    /// Whether a block is an entry of a list or a line of people.
    [[nodiscard]] bool people_stand_at(std::size_t at) const;
    /// "[x] Ann Bell (Hill Works)": a box that says whether somebody was there.
    [[nodiscard]] bool ticks_people(std::size_t at) const;
    std::size_t people_end = 0;  // the block behind the list of people read last
    // ── attendance_columns.cpp ──
    /// The people of lists that open side by side, or in the right half of the head, at a line; none when it is no such line.
    [[nodiscard]] people_columns attendance_columns(std::size_t at) const;
    /// Reads them; the block behind the last line, or `from`.
    std::size_t read_attendance_columns(std::size_t from);

    // ── unlabelled_people.cpp ──
    /// The block that a list of people without a label starts at, when no other list says who was there.
    [[nodiscard]] std::optional<std::size_t> find_unlabelled_people() const;
    std::optional<std::size_t> unlabelled_people{};
    // ── attendance_cells.cpp ──
    /// Whether the block starts a table of people that says so, at the document's head.
    [[nodiscard]] bool people_cells_open(std::size_t at);
    /// A table of attendance whose columns have no heads of business, if the block starts one; `outside` is a label before it.
    /// The index behind the table, or `from`.
    std::size_t read_attendance_cells(std::size_t from, const attendance_label* outside = nullptr, const spans& outside_where = {});
    std::map<std::size_t, std::size_t> tried_cells{};  // by table: paragraphs looked at for people, so that the work is bounded
    // ── people_table.cpp ──
    /// A table of people: the index behind its last row.
    std::size_t read_people_table(std::size_t from);
    /// "* for part of the meeting": a note on the people whose entries carry its mark; false when it is none.
    bool read_footnote(const joined_text& line);
    /// People in a text that stands under `label`; true when there were any.
    bool read_people(const spans& where, attendance how, const spans& label);
    bool read_list_of_people(const spans& where, attendance how, const spans& label_where);
    /// The people of a text of a list, in the way in which this document's lists are written.
    [[nodiscard]] std::vector<roster_entry> people_in(std::string_view text, roster_shape shape = roster_shape::open) const;
    /// "Apologies were received from …": people whose sentence says how they took part; true when there were any.
    /// `of_people`: the section is about people, so that forenames alone are taken.
    bool read_phrases(const spans& where, bool of_people);

    // ── openers.cpp ──
    /// At the end: those who opened the meeting or wrote its minutes, when no list has them; blocks from `body` on are business or people.
    void find_openers(std::size_t body);

    // ── people.cpp ──
    /// The person of this name who is already known to have been there (or away); null when there is none.
    [[nodiscard]] person* known_person(std::string_view name, std::optional<attendance> how);
    /// Whom a name, a surname, initials or an office ("the Clerk") mean of those who were there; null when nobody or several.
    [[nodiscard]] person* person_meant(std::string_view name);
    void add_person(const joined_text& j, const person_finding& p, std::optional<attendance> how, const spans& label);
    [[nodiscard]] bool names_somebody_by_initials(std::string_view name, std::optional<attendance> how) const;
    /// All of a list; "Noel and Bess Farr" are Noel Farr and Bess Farr.
    void add_people(const joined_text& j, const std::vector<roster_entry>& people, attendance how, const spans& label);

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
    [[nodiscard]] std::string current_item_id();
    /// Running text: sub-headings fused into it, decisions.
    void read_prose(const spans& where, block::kind_type kind, bool may_start_with_heading);
    [[nodiscard]] bool lists_decisions(std::string_view heading) const;
    [[nodiscard]] bool looks_back(std::string_view heading) const;
    [[nodiscard]] bool heads_all_business(std::string_view heading) const;

    // ── decisions.cpp ──
    void add_decision(const spans& where, std::string kind, const char* rule);
    /// A list item or numbered paragraph that goes on with the decisions of the block before; false when it does not.
    bool read_further_decision(const joined_text& j, const look& how);
    /// At the end: who voted how, in lines or lists behind a decision.  roll_calls.cpp
    void find_roll_calls();
    void take_votes(decision& d, const joined_text& j, std::size_t begin, const decision_sentence& s) const;

    // ── decision_marks.cpp ──
    /// Whether a line is a marker and nothing else, and the paragraph below it, which does not say so itself, is what was decided.
    [[nodiscard]] bool heads_decision(std::size_t at) const;
    /// A paragraph that has neither a task nor a list nor another heading.
    [[nodiscard]] bool may_be_decided(std::size_t at) const;
    void read_decision_below_marker(std::size_t at);

    // ── motions.cpp ──
    /// A sentence, with the one before it in its paragraph, or none.
    void read_decision(const joined_text& j, span sentence, span before);
    /// Ends the motion that is open: it is a decision when it was seconded or carried.
    void close_motion();
    /// The heading of the item that is open, while no more than one paragraph stands in it.
    [[nodiscard]] spans item_heading();
    /// Ends the motion before it, and opens one on a text.
    void drop_last_decision();
    /// Whether words read now stand in the item with that id or below it; an empty id: before all items.
    bool is_open(std::string_view id) const;
    void open_motion_on(const spans& text);
    bool states_open_motion(const decision_place& p);
    bool adds_clause(const decision_place& p);
    [[nodiscard]] bool clause_below() const;
    [[nodiscard]] bool names_no_person_below() const;
    [[nodiscard]] bool runs_into_resolution(const decision_place& p) const;
    void end_leading_motion(const decision_place& p);
    void pass_over_sentence(const decision_place& p);
    void read_whole_decision(const decision_place& p);
    bool carries_open_motion(const decision_place& p);
    bool repeats_outcome(const decision_place& p);
    [[nodiscard]] bool leaves_subject_out(std::string_view decision) const;
    bool agrees_to_sentence_before(const decision_place& p);
    [[nodiscard]] bool signs_what_was_approved(const decision_place& p);
    bool heads_decisions(const decision_place& p);
    /// "Minutes approved on 3 May" in the last lines: how this paper stands.
    [[nodiscard]] bool tells_status_at_foot(const joined_text& j) const;
    void read_decision_of_heading(const joined_text& j, span heading);
    bool counts_plus_votes(std::string_view line);
    [[nodiscard]] bool tells_outcome_of_motion(const decision_place& p) const;
    [[nodiscard]] static decision_sentence outcome_of(decision_sentence says);
    void read_proposal(const decision_place& p);
    void read_second_or_outcome(const decision_place& p);
    bool goes_with_decision(const decision_place& p);
    bool falls_with_motion(const decision_place& p);
    bool leads_to_its_motion(const decision_place& p);
    [[nodiscard]] spans row_before_cell() const;
    [[nodiscard]] spans subject_of_outcome(const decision_place& p);

    // ── body.cpp ──
    /// The body that met, from the title or the lines of the head, which ends at block `body`.
    void read_body(std::size_t body);

    // ── approval.cpp ──
    /// Whether the minutes are a draft or approved; blocks from `body` on are business or people.
    void read_approval(std::size_t body);

    // ── known_words.cpp ──
    /// Speakers and bodies, from the whole document.
    void learn_words();

    // ── tasks.cpp ──
    struct task_place {
        std::size_t begin = 0, end = 0;  // bytes of the joined text
        span ref{}, before{};            // its reference; the words ahead of the marker that name an owner
        const char* rule = "";
        bool listed = false;             // in a list of actions
    };
    void add_task(const joined_text& j, const task_place& at);
    bool owns_task_above(const task_finding& f, const joined_text& j, const task_place& at);
    /// Gives a task the owners of `f`, found from byte `from` on, that it does not have yet.
    void add_owners(action& a, const joined_text& j, std::size_t from, const task_finding& f);
    void narrow_to_task(const joined_text& j, task_place& place) const;
    [[nodiscard]] std::string plain_words(std::string_view t) const;
    /// A line that a marker, its form or its place sets apart as a task; false when it is none.
    /// @param listed  whether it was found to stand in a list of tasks and to have a marker or a box of its own
    bool read_task_line(const joined_text& j, const look& how, bool listed = false);
    bool read_unmarked_task(const joined_text& j, const look& how, std::size_t from, bool listed);
    /// "Phone the county.  Responsible: Ann Bell", or the field right below what is to be done.
    bool read_duty(const joined_text& j, const look& how, std::size_t from);
    /// "- Ann:" above deeper boxes that are hers.
    bool heads_boxes(std::string_view t, const look& how) const;
    void read_marked_task(const joined_text& j, const look& how, std::size_t from, const std::vector<marker_finding>& markers, std::size_t k);
    bool read_decided(const joined_text& j, span part);
    bool read_said_of_task(const joined_text& j, std::size_t from);

    // ── task_fields.cpp ──
    bool read_task_fields(const joined_text& j, std::size_t from, std::size_t action_index);
    /// The owners that bytes of a text name; all of them, when they name none that is understood.
    void give_owners(action& a, const joined_text& j, span where, const char* rule);
    /// How the task read last stands, as words below it say.
    void take_status(action_status said, const spans& where);
    void tick_task(bool ticked);

    // ── task_records.cpp ──
    /// "Who: Ann Bell / What: book the hall / When: 3 May", in one line or in lines below each other; the index behind it, or `from`.
    std::size_t read_task_record(std::size_t from);
    [[nodiscard]] std::size_t end_of_task_record(std::size_t from) const;
    [[nodiscard]] bool text_right_below() const;

    // ── task_list.cpp ──
    /// A block of a list of actions; false when it is prose among them.
    bool read_listed_task(const joined_text& j, const look& how);
    /// "The board will next meet on 3 May".
    [[nodiscard]] bool tells_closing(std::string_view t) const;
    /// Whether a block still belongs to the list below an empty marker; `rest`: its words behind the mark.
    [[nodiscard]] bool names_owner_of_group(std::string_view t) const;
    [[nodiscard]] bool is_like_name(std::string_view t) const;
    [[nodiscard]] bool is_in_list(const joined_text& j, const look& how, std::string_view rest) const;
    [[nodiscard]] bool goes_on_in_list(std::string_view t) const;
    [[nodiscard]] bool names_doer(std::string_view t) const;
    [[nodiscard]] bool opens_with_speaker(std::string_view t) const;
    [[nodiscard]] bool spoken_before(std::size_t block) const;
    [[nodiscard]] bool heads_lines(std::string_view t) const;
    [[nodiscard]] std::size_t number_before_owner(std::string_view t) const;
    [[nodiscard]] bool refers(std::string_view number) const;
    [[nodiscard]] std::optional<reference_finding> reference_before_task(std::string_view t) const;
    [[nodiscard]] bool opens_with_none(std::string_view t) const;
    [[nodiscard]] bool heads_prose(std::string_view t) const;
    [[nodiscard]] bool introduces_list(std::string_view t) const;
    /// Whether a text names somebody known, or a verb, with its task: "Ann will ring the bank", "Tom: order paint".
    [[nodiscard]] bool says_who(std::string_view t) const;
    void set_owners_of_list(const joined_text& j, std::size_t from, const std::vector<span>& owners, int depth);
    /// Where the text behind a list mark or number starts.
    [[nodiscard]] std::size_t text_behind_mark(const joined_text& j, const look& how) const;
    /// Whether a list starts right below the block that is being read.
    [[nodiscard]] bool list_below() const;
    /// Whether a numbered line that looks like a heading counts tasks: "1. JB – book the hall" below "Action list".
    [[nodiscard]] bool is_numbered_task(const outline_entry& e) const;
    [[nodiscard]] bool says_who_and_what(std::string_view t) const;

    // ── numbered_paragraphs.cpp ──
    /// Where the words behind a paragraph's number start that counts below the current item's: "2.1 The roof leaks."; 0 for other lines.
    [[nodiscard]] std::size_t number_of_paragraph(std::string_view t);
    /// Whether a line that looks like a heading is such a paragraph by what it says: a task, a decision, people or a day where those are expected.
    [[nodiscard]] bool is_paragraph(const outline_entry& e, std::string_view said) const;
    void read_numbered_paragraph(const joined_text& j, std::size_t from, look how);
    /// Whether a line has nothing but people, so many at least.
    [[nodiscard]] bool names_people(std::string_view t, std::size_t fewest) const;

    // ── task_lines.cpp ──
    /// Whether a line that looks like a heading is a task: "ACTION: JB", "Action JB: book the hall".
    [[nodiscard]] bool is_marked_task(const laid_block& b) const;
    /// The same without a marker: "CLERK TO WRITE TO THE TRUST".
    [[nodiscard]] bool is_said_task(const outline_entry& e);
    [[nodiscard]] bool opens_bold_task(const laid_block& b, bool& clear) const;
    [[nodiscard]] bool is_bold_task(const laid_block& b);
    [[nodiscard]] bool says_task(std::string_view t) const;
    [[nodiscard]] bool names_owner_below() const;
    bool read_task_by_form(const joined_text& j, const look& how, std::size_t from);
    /// The tasks in a line without a mark: "JB to book the hall", "Gate: JB to ask the builders", "… was discussed. CLERK TO WRITE TO THE TRUST".
    [[nodiscard]] std::vector<span> owner_to_in(std::string_view t) const;
    /// The clauses of a task, when each says who is to do what: "JB to ring the bank; TA to order paint".
    [[nodiscard]] std::vector<span> owners_clauses(std::string_view t) const;
    [[nodiscard]] std::vector<span> owners_sentences(std::string_view t) const;
    [[nodiscard]] bool names_task(std::string_view clause) const;
    /// Whether a line only goes on with the sentence of the line above: "… seconded by Cllr / Bell to approve".
    [[nodiscard]] bool goes_on_from_above(const joined_text& j) const;
    /// Whether "Ann: print the poster" gives Ann something to do in this document, where others say what Ann said.
    [[nodiscard]] bool gives_tasks_by_name();
    [[nodiscard]] bool is_told_by_name(std::string_view t, bool listed);
    std::optional<bool> tasks_by_name{};
    std::optional<int> bold_tasks{};  // lines in bold that open with owners

    // ── task_margin.cpp ──
    bool read_margin_owners(const joined_text& j, const look& how);
    [[nodiscard]] spans sentence_over_margin(const joined_text& j, std::size_t end);
    bool give_movers(decision& d, const joined_text& j, span names);
    [[nodiscard]] bool sets_owners_at_margin();
    /// The owners at the right margin of a paragraph, in a document that sets them there.
    [[nodiscard]] span says_owners_at_margin(std::string_view paragraph);
    [[nodiscard]] bool heads_actions(std::string_view line) const;

    // ── repeats.cpp ──
    /// Keeps an action, or joins it to the one that it repeats; its index.
    std::size_t keep(action a, bool in_list, bool in_table = false);
    void paint_action(const action& a);
    /// Joins `from` to the action that it repeats.
    void join_action(action& into, action from, bool in_list);
    /// At the end: log entries that repeat what the text marked by its owner alone.
    void join_repeated_actions();
    /// At the end: ids in document order, and leaves that name them.
    void number_actions();
    /// Joins the actions from index `first` on, read from a table, to those that they repeat.
    void join_repeats_from(std::size_t first, bool in_list);
    /// Whether a table or a list of its own gathers the document's actions.
    [[nodiscard]] bool has_action_list();
    std::optional<bool> action_list{};
};

}  // namespace minutes
