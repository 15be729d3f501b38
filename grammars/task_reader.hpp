// SPDX-License-Identifier: Apache-2.0
// The owners, limit and status of one task, read from both its ends.
#pragma once

#include <string_view>
#include <vector>

#include "task.hpp"

namespace minutes {

struct task_reader {
    std::string_view t;
    const lexicon& words;
    const known_names& known;
    task_finding f{};
    std::size_t from = 0, to = 0;

    [[nodiscard]] std::vector<span> somebody(std::size_t begin, std::size_t end) const;

    [[nodiscard]] bool is_known(const word& w) const;

    void take(std::vector<span> owners, const char* rule);

    // ── owners ahead of the task ──

    /// "[JB] write …", "(JB) write …"
    bool bracketed_head();

    /// A mark between two words that parts an owner from the task: "JB: …", "JB – …", "JB<TAB>…".
    [[nodiscard]] static bool parts(std::string_view between);

    /// Where the task behind "JB to", "The Clerk will" starts: "JB is to write" and "JB agreed to write" keep their verb.
    [[nodiscard]] std::size_t task_behind(words_view all, std::size_t verb) const;

    /// "@jsmith add the figures": a handle alone is somebody.
    bool handle_ahead(words_view all, std::size_t first);

    /// "Nick call the bank": somebody known and a small word behind.
    bool verb_behind_name(words_view all, std::size_t first, std::size_t k);

    /// "JB is to write", "JB is asking around"; "Damp is bad" gives nobody anything to do.
    [[nodiscard]] bool gives_task(words_view all, std::size_t verb) const;

    /// "The roof to be mended", "Tea must be ordered", "Tea is to be ordered": nobody is named; "Ann must be told" of somebody known may be hers.
    [[nodiscard]] bool is_passive(words_view all, std::size_t verb) const;

    /// "Ann, ring the bank", "Ann -> ring the bank", "Ann = the bank": marks that part people from their task only where the document knows them.
    [[nodiscard]] bool parts_people(words_view all, std::size_t first, std::size_t k) const;

    /// "Website: publish the rules" in a document that writes of "the website": what the task is about, nobody.
    [[nodiscard]] bool is_subject(words_view all, std::size_t first, std::size_t k) const;

    /// "Group leaders to report", "Open standards team to check": a post or a body in small letters.
    [[nodiscard]] std::vector<span> post_of(words_view all, std::size_t first, std::size_t k) const;

    /// "For Ann: ring the bank": the word before the owner.
    void skip_lead();

    /// Who does it behind what it is about: "Roof paper: Ann to write it", "Parking: the board will ask".
    [[nodiscard]] std::vector<span> doers_at(std::size_t begin) const;

    /// "Tom (4 June): drain it", "Tom, by Friday: drain it"
    bool limited_ahead(words_view all, std::size_t first);

    /// "JB to …", "The Clerk will …", "JB: …", "JB – …", "JB call …": owners at the head and where the task behind them starts.
    bool leading();

    /// "Book the hall.  TO will provide the figures.", "JB to come, TO to bring a cake": further clauses name further owners.
    void later_clauses();

    /// A link before the words says where the task is tracked.
    void skip_link();

    /// "… [recorded in https://…]": a bracket that says where the task was noted.
    void cut_record();

    // ── owners behind the task ──

    /// "… - @jb https://…": owners before the link that ends the text.
    bool trailing_before_link();

    /// The initials in a bracket that has nothing else; there "IT" and "PM" are initials too.
    [[nodiscard]] std::vector<span> initials_in(std::size_t begin, std::size_t end) const;

    /// "… (RS to prepare this)": a bracket that says who
    [[nodiscard]] std::vector<span> clause_in(std::size_t begin, std::size_t end) const;

    /// "… (Ann Bell, 3 May)", "… [JB by 3 May]": a bracket that says who and by when.
    std::vector<span> dated_in(std::size_t begin, std::size_t end);

    /// "… – Rosa, 5 June": who and by when, behind a mark
    std::vector<span> limited_in(std::size_t begin, std::size_t end);

    /// Where a blank, a dash or a tab sets the last words off; npos when nothing does.
    [[nodiscard]] std::size_t last_gap(std::size_t end) const;

    /// "… (JB)", "… [JB/KM]", "… – JB", "…<TAB>JB", "… @jb": owners at the end.
    bool trailing();

    bool other_people_behind();

    /// "… a letter to be sent by Ann Bell": the words stay the task's.
    bool named_by(std::size_t end);

    /// "Ann Bell to ring the bank.<TAB>Ann Bell": whom the task names already, once more at the margin.
    void owners_again();

    /// "Drain the path TM": initials of somebody there, behind a word that leads on to nobody ("ask TM", "the report to TM").
    bool initials_at_end(std::size_t end);

    /// "Write to the council: Ann Bell", "Order paint, Tom": people that the document knows, behind the last colon or comma.
    bool named_at_end(std::size_t end);

    /// "Roof: ask three firms": what stands before the colon is a subject, nobody whom the document knows.
    [[nodiscard]] bool opens_with_subject(words_view all) const;

    /// "Visits to the office to be counted (RS, LF)", "Roof: ask three firms (RS)": initials at the end say who, where the text opens as "Jane to" or "Jane:" does.
    bool initials_behind();

    // ── date and status ──

    void due();

    void date_ahead();

    /// "… - DONE", "… (ongoing)": how far it is, at the end.
    void status_behind();
    bool dated_status();
    void cut_report();

    /// "Done: JB to write", "Closed – JB to write", "Done JB to write" where the first word was bold: how far it is, ahead.
    void status_ahead();

    /// Where the detail that starts at `start` ends: at a semicolon, or at a comma before "by 3 May" or "asap".
    [[nodiscard]] std::size_t end_of_detail(std::size_t start, std::size_t end) const;

    [[nodiscard]] bool is_due_column(const std::string& folded) const;

    /// Takes a detail as the date, the owners or the status; false when it is none of them, or one that is there already.
    [[nodiscard]] bool take_detail(std::size_t begin, std::size_t end, bool first, task_finding& found) const;

    /// "… (JB, KM; due 3 May; complete)": owners, date and status in one bracket at the end.  All of it must be understood,
    /// or none is; owners alone are another rule's.
    bool details();

    task_finding run() &&;
};

}  // namespace minutes
