// SPDX-License-Identifier: Apache-2.0
// Reads one table of business, row by row.
#pragma once

#include <string>
#include <vector>

#include "owner.hpp"
#include "parser.hpp"
#include "reference.hpp"

namespace minutes {

/// What a row holds beyond its item: an action, or owners and dates without one.
struct task_row {
    std::vector<std::size_t> actions;  // indices into meeting::actions
    spans owner, due;                  // cells that found no action in their row
    bool heading_only = false;
};

/// Items of a table stand below headings outside it and above those fused into their text.
inline constexpr int rank_in_table = 130;

/// The cell of a row that has its item.
struct item_text {
    spans where;
    std::size_t cell;               // its index
    bool apart;                     // the text stands in a cell beside the item's
    joined_text j;
    traced<std::string> number{};
    std::size_t from = 0;           // bytes of j: behind the number
    std::optional<label_finding> label{};
    bool formal = false;            // the label is "Apologies" or "Next meeting"
    std::size_t end = 0, body = 0;  // bytes of j: where the heading ends, 0 when there is none; where the text starts
    const char* rule = "heading-cell";

    /// Ends the heading `heading` bytes behind the number; the text starts at `text`.
    void cut(std::size_t heading, std::size_t text, const char* by) {
        end = from + heading;
        body = from + text;
        rule = by;
    }
};

struct table_reader {
    parser& p;
    const laid_table& t;
    std::size_t table;
    std::vector<task_row> rows{};
    std::vector<std::string> reference_shapes{};  // shapes that this table's action references have
    std::string opened{};                         // id of the item that this table opened last
    bool numbered = false;                        // items have numbers
    bool lists_tasks = false;                     // a list of tasks, each with its subject
    bool bold_headings = false;                   // unnumbered items stand in bold
    bool names_chosen = false;                    // its column of decisions names who was chosen: its head is no word for decisions
    bool decides = false;                         // its column of actions holds decisions, too, as its head says
    std::size_t row_start = 0;                    // actions before the row that is read
    spans next_where{};                           // the words about the next meeting
    std::vector<owner> heading_owners{};          // named above a table that has no column for them
    std::vector<std::string> closing_shapes{};    // shapes of references in brackets at the end of an action

    meeting& m() { return p.m; }

    spans cell(const laid_block& b, column k) const;

    // ── references ──

    /// A reference is known by its company: a shape that several action cells start with, or one that can be nothing else.
    void learn_references(std::size_t from);

    /// "… report back [DRW139]": the reference in brackets at the end of an action.
    static std::optional<span> bracket_at_end(std::string_view text);

    /// "Decision / action": what the column of actions holds besides.
    void learn_decisions(std::size_t from);

    /// Reads the sentences of such a column that say what was decided; the others are left.
    spans take_decisions(const spans& where);

    /// A column for item numbers may be there and hold none.
    void learn_numbering(std::size_t from);

    /// Unnumbered rows in bold between plain ones: headings, and nothing else is.
    void learn_bold_headings(std::size_t from);

    [[nodiscard]] bool is_bold(const spans& where) const;

    void learn_closing_references(std::size_t from);

    void take_closing_reference(action& a);

    /// Ends the action's text at byte `end`; the words of `apart` become a label of the action.
    void cut_text(action& a, const joined_text& j, std::size_t end, span apart);

    /// "Replace the notice boards JB": known initials at the end, where the owner's own cell is blank.
    void take_trailing_owner(action& a);

    bool is_known(const reference_finding& r) const;

    // ── actions ──

    void add_owners(action& a, const joined_text& j, const std::vector<span>& group, basis how, const char* rule);

    void read_owners(action& a, const spans& where, basis how = basis::stated, const char* rule = "owner-column");

    void read_due(action& a, const spans& where, basis how = basis::stated, const char* rule = "due-column");

    /// "Three quotes received. Closed.": the status that a sentence of its own says; the last one counts.
    [[nodiscard]] std::optional<action_status> status_of_sentences(const spans& where) const;

    void read_status(action& a, const spans& where);

    action& new_action(const joined_text& j, std::size_t begin, std::size_t end);

    /// Where each action of a cell starts: a cell may hold several, each with its reference.
    std::vector<std::size_t> action_starts(std::string_view text) const;

    struct end_owners {
        owners_finding owners;
        std::size_t task_end = 0;  ///< where the task ends
        std::size_t begin = 0;     ///< where the text of the owners starts
    };

    /// "… to be circulated (JB)", "Ask two firms for prices - JB".
    std::optional<end_owners> owners_at_end(std::string_view text) const;

    /// "Obtain quotes / JB / 31 January": owners and date behind strokes, under "Action / Owner / Date".
    void take_fields_behind_strokes(action& a);

    /// Owners at the end of a task, where no column has owners.
    void take_owners_at_end(action& a);

    /// The tasks of one cell: its paragraphs where each names its owners, else all of it.
    std::vector<spans> tasks_in(const spans& where) const;

    /// The tasks of one cell whose owners stand beside it: the entries of a list, without their marks, else all of it.
    std::vector<spans> listed_tasks_in(const spans& where) const;

    /// "Action: JB to write …": a task without the marker that it opens with.
    spans behind_marker(const spans& task) const;

    task_row read_task(const laid_block& b);

    /// "JB to write …" where no column has owners.
    void take_leading_owner(action& a);

    /// "Circulate the figures by 1 May", where no column has dates.
    void take_due_in_text(action& a);

    /// Owners beside tasks that the row's minutes mark, "Action: …": whether they are those tasks'.
    bool read_owner_of_marked(const spans& owner, const spans& due);

    /// A paragraph that says a task, and its owners in the cell beside it.
    struct owned_paragraph {
        spans task, owner;
    };

    /// The paragraphs of a cell that the owners in the cell beside it are for: those they stand level with, or the tasks in order;
    /// empty where the paragraphs do not tell. `said`: the paragraphs of `text` behind its heading.
    [[nodiscard]] std::vector<owned_paragraph> owners_beside(const spans& text, const spans& said, const spans& owner) const;

    /// As many sentences that give a task as owners: each has its own, in order.
    [[nodiscard]] std::vector<owned_paragraph> owners_of_sentences(const spans& said, const spans& owner) const;

    /// The only paragraph that opens with its owner: "Ann to ask the bank".
    [[nodiscard]] std::optional<span> paragraph_of(span owner, const spans& said) const;

    [[nodiscard]] bool tells_decision(std::string_view paragraph) const;

    /// A paragraph without the mark of a list or the number that it opens with.
    [[nodiscard]] spans without_list_mark(span paragraph) const;

    /// Lines above each paragraph in its cell, blank ones too.
    [[nodiscard]] std::vector<int> levels_of(const spans& cell) const;

    /// Owners beside minutes whose text says the task; whether they were that.
    /// "AR" and "TL (by 14 March)" among the tasks of a cell say who is to do what stands level with them; what is left are tasks.
    spans take_bare_owners(const laid_block& b, const spans& where);
    bool read_bare_owner(const laid_block& b, const spans& marked);

    /// "Roof repairs – Lead JB", "Secretariat" above a table that has no column for owners.
    void learn_heading_owners();

    /// Whether the table does nothing but list actions.
    bool is_log() const { return t.find(column::action) && !t.find(column::item) && !t.find(column::notes); }

    /// Owners and dates of a row with one action, or, in order, of a row with several.
    void share(const task_row& row, spans owner, spans due, const spans& raised = {});

    /// Whether the day on which a row of a log was raised is the meeting's.
    [[nodiscard]] bool raised_here(const spans& raised) const;

    /// "JS 20 March", "JS ASAP": owner and date in one cell.
    void part_owner_from_date(spans& owner, spans& due) const;

    // ── displaced owners and dates ──

    bool lacks_owner(std::size_t a) const { return p.m.actions[a].owners.empty(); }
    bool lacks_due(std::size_t a) const { return !p.m.actions[a].due.text.given(); }

    /// Gives owners and dates that stand in a row without an action back to the actions beside it.
    void give_back();

    /// The actions without an owner (or, of those with one, without a date) next to row r, nearest first.
    std::vector<std::size_t> actions_near(std::size_t r, int step) const;

    std::string name_of_action(std::size_t a) const { return name_of_action(p.m.actions[a]); }
    static std::string name_of_action(const action& x);

    void give_owners(task_row& row, const std::vector<std::size_t>& before, const std::vector<std::size_t>& after);

    void give_dates(task_row& row, const std::vector<std::size_t>& targets);

    /// A date alone: to the nearest action before it that lacks one, else to the one after it.
    void give_due(task_row& row, const std::vector<std::size_t>&, const std::vector<std::size_t>&);

    // ── items ──

    bool is_business_heading(std::string_view text) const;

    /// The words of the row beside its number and heading, in order.
    spans beside_heading(const laid_block& b, std::size_t item_cell, const joined_text& j, std::size_t body) const;

    /// Rows about the people or the next meeting have no actions in their columns.
    bool read_formal(const laid_block& b, const label_finding& l, std::size_t item_cell, const joined_text& j, std::size_t body);

    /// The item's cell; true when the row holds nothing else to read.
    bool read_item_cell(const laid_block& b, bool& heading_only);
    [[nodiscard]] item_text item_text_of(const laid_block& b) const;
    void read_item_number(item_text& x, const laid_block& b);
    /// Finds where the heading of an item ends.
    void find_row_heading(item_text& x) const;
    void cut_at_formal_label(item_text& x) const;
    void cut_at_bold_heading(item_text& x) const;
    void cut_at_heading_paragraph(item_text& x) const;
    void cut_at_heading(item_text& x) const;
    [[nodiscard]] bool names_business(std::string_view cell) const;
    [[nodiscard]] bool counts_paragraph(std::string_view number) const;
    [[nodiscard]] bool opens_item(const item_text& x) const;
    bool open_row_item(const laid_block& b, item_text& x);

    /// The item that this table opened last, while it is open; or null.
    item* own_item() const;

    /// A cell's text without the heading of the item that it opened.
    spans behind_heading(spans where) const;

    /// The label that the current item's heading is.
    std::optional<label_finding> current_label() const;

    /// The row under the item "Apologies": who sent them.
    bool read_apologies_row(const laid_block& b, const spans& where);

    /// The row under the item "Next meeting": when and where.
    bool read_next_row(const laid_block& b);

    void trim_heading(traced<std::string>& heading, const joined_text& j, std::size_t from, std::size_t end);

    static constexpr int weight_of_sentence = 5;
    static int weight_of_heading(bool numbered) { return numbered ? 2 : 3; }

    bool sentence_like(std::string_view t_) const;

    void read_notes(const spans& notes, std::size_t item_cell);

    /// A cell's paragraphs, parted before those that open with a mark of a list.
    [[nodiscard]] std::vector<spans> list_items_in(const spans& where) const;

    /// A cell's text; tasks that are marked in it.
    /// `headed`: its heading stands in a cell beside it.
    void read_paragraphs(const spans& where, bool headed = false);

    /// A row of a table of motions or decisions.
    [[nodiscard]] bool is_put_off(std::string_view cell) const;
    [[nodiscard]] bool is_undecided(std::string_view cell) const;
    [[nodiscard]] spans subject_of_verdict(const laid_block& b, std::string_view decision) const;
    bool read_decision_row(const laid_block& b);

    /// "Decision" beside what was said of an item: what a row's cell says was decided.
    void read_decision_cell(const laid_block& b);

    void read_row(const laid_block& b);
};

}  // namespace minutes
