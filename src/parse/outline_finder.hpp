// SPDX-License-Identifier: Apache-2.0
// Finds a document's outline: all lines that may be headings, then the choice between them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "joined_text.hpp"
#include "layout.hpp"
#include "outline.hpp"
#include "reference.hpp"
#include "sentence.hpp"

namespace minutes {

struct outline_finder {
    const laid_document& laid;
    std::string_view text;
    const lexicon& words;
    choice how;
    outline out{};

    std::vector<const outline_entry*> agenda_copies{};  // left out, as they head the business again

    // What the whole document says, found first.
    std::vector<joined_words> lines{};               // each block's joined text
    std::vector<bool> counted{};                     // of each block: whether its number counts on from another's or to it
    std::unordered_set<std::string> repeated{};      // texts that head three lines or more: speakers, "Action item"
    std::map<std::string, int> numbered_lines{};     // how many lines have a number of each shape, headings or not
    int spoken_lines = 0;                            // lines that open with somebody's name and a mark: "Ann – I agree"
    std::unordered_set<std::string> speakers{};      // given names of people in its lists
    std::map<std::size_t, span> subjects{};          // by block: where what it is about stands at its head, in minutes that open all paragraphs so
    bool numbered_business = false;                  // whether a line behind its lists of people has a number
    bool small_romans = false;                       // whether "i)" is a number rather than a letter
    std::vector<bool> small_entry{};                 // by block: "3. how to vote" between "2. Accounts" and "4. Election"
    bool small_headings = false;                     // whether its numbered headings open with small letters: "2. matters arising"
    bool bullets_over_text = false;                  // whether its bullets mostly stand each above text of their own
    int whole_lists = 0;                             // bullets over text in lists whose bullets are all so
    int agenda_depth = -1;                           // while lines are considered: of the entries of the agenda's list that they stand in
    std::map<std::pair<std::size_t, std::size_t>, std::unordered_set<std::size_t>> row_cells{};  // columns with lines, by table and row

    [[nodiscard]] outline run() &&;

    // ── outline.cpp ──
    void gather_lines();
    /// Marks the lines whose numbers count on: "45/11" between "44/11" and "46/11" is no quantity.
    /// Numbers of one shape are followed each by themselves: letters between figures, one list inside another.
    void find_counted();
    void find_small_headings();
    void find_small_entries();
    void find_repeated();
    void find_bullets();
    void find_speakers();
    [[nodiscard]] bool is_line(std::size_t i) const;
    /// The next block that is no furniture; the count of blocks when there is none.
    [[nodiscard]] std::size_t next(std::size_t i) const;
    /// "Present: Ann Bell", but not "Members thanked the cook".
    [[nodiscard]] bool opens_with_label(std::size_t i) const;
    /// Whether a block is a paragraph, in no list.
    [[nodiscard]] bool is_plain(std::size_t i) const;
    /// "None." or any other text in small lines below a bullet: the block that is asked about.
    [[nodiscard]] bool is_text(std::size_t below) const;
    /// Where a bold run at the head ends, in the joined text.
    [[nodiscard]] std::size_t bold_lead_end(std::size_t i) const;
    /// What stands behind a heading on its line: ":" and blanks off.
    [[nodiscard]] static std::size_t behind(std::string_view t, std::size_t at);
    [[nodiscard]] std::string_view heading_of(const outline_entry& e) const { return std::string_view(lines[e.block]).substr(e.heading.begin, e.heading.size()); }
    [[nodiscard]] std::string_view number_of(const outline_entry& e) const { return std::string_view(lines[e.block]).substr(e.number.begin, e.number.size()); }

    // ── heading_words.cpp ──
    /// Whether a text behind a number opens as headings of this document do: with a capital, a figure ("20 mph zone", "£500 for the fair") or a quotation mark.
    [[nodiscard]] bool opens_heading(std::string_view t) const;
    [[nodiscard]] bool is_capitals(std::string_view t) const;
    [[nodiscard]] bool has_verb(std::string_view t) const;
    [[nodiscard]] bool ends_sentence(std::string_view t) const;
    /// "Cllr", "J": the full stop behind it ends no heading.
    [[nodiscard]] bool ends_abbreviated(std::string_view t) const;
    [[nodiscard]] std::vector<label> labels_of(std::string_view heading) const;
    /// Words of agendas everywhere: "Matters arising", "Finance", "Correspondence".
    [[nodiscard]] bool is_agenda_heading(std::string_view heading) const;
    /// The same where a name, a time or the like stands behind them: "Treasurer's Report – Jane Smith", "Finance (10 min)".
    [[nodiscard]] bool opens_with_agenda_words(std::string_view heading) const;
    /// "Minutes of the last meeting"
    [[nodiscard]] bool heads_minutes(std::string_view heading) const;
    /// Where the words behind "Topic:" start; 0 when no such label opens the heading.
    [[nodiscard]] std::size_t topic_label(std::string_view heading) const;
    /// "The following concerns were raised:", "Top priorities are to:": a clause that its list completes.
    [[nodiscard]] bool is_lead_in(std::string_view heading, std::size_t i, bool numbered) const;
    /// "Meeting time: 7 pm", "Next meeting: 3 May", "Adjourned at 9.34 pm": a label and what it says, no heading of business.
    [[nodiscard]] bool names_value(std::string_view heading) const;
    /// Whether a row of two cells says when or where: "Time | 7 pm".
    [[nodiscard]] bool is_value_beside(std::size_t i) const;
    /// "AT 8.00 PM"
    [[nodiscard]] bool tells_time_only(std::string_view heading) const;
    /// "16 March 2005 09:30-12:00"
    [[nodiscard]] bool opens_with_date(std::size_t i) const;
    /// "4 March 2019" / "Village Hall" / "7.30 pm": the place in the head.
    [[nodiscard]] bool stands_between_day_and_time(std::size_t i) const;
    /// "CARRIED", "Vote: ayes": how a vote went, and nothing else.
    [[nodiscard]] bool tells_outcome_only(words_view all) const;
    /// "General Secretary: Ann Bell", "Proposed: Tom Ash", "Contact: Tom Ash on 01234 567890": who holds an office, who moved, whom to call.
    [[nodiscard]] bool names_person_of(std::string_view heading) const;
    /// "CLLR MARSH LEFT THE MEETING", "STANDING ORDERS WERE SUSPENDED": a sentence in capitals.
    [[nodiscard]] bool tells_event(std::string_view heading, words_view all) const;
    /// "held on 4 March 2019" / "at Village Hall, 7.30 pm": the second of these lines.
    [[nodiscard]] bool goes_on_from_day(std::size_t i) const;
    /// "MINUTES", "Meeting notes": what the document is.
    [[nodiscard]] bool is_title_of_record(std::string_view heading) const;
    /// "MINUTES" / "Agreed.": whether the line below says what became of the last meeting's.
    [[nodiscard]] bool is_over_acceptance(std::size_t i) const;
    /// "Signed: ____" / "Chair": whether lines to sign on stand right above.
    [[nodiscard]] bool is_below_signature(std::size_t i) const;
    /// Words that stand apart on a line without heading anything: markers of actions, names of speakers, labels with a
    /// person behind them, lines to sign on, lone figures.
    [[nodiscard]] bool is_no_heading(std::size_t i, std::string_view heading, std::string_view behind, bool numbered) const;

    // ── heading_candidates.cpp, run_in_headings.cpp ──
    /// The number that a heading's own words start with, where the list's mark is another: "1. i) Highways"; or that only its
    /// look makes one: "2.3 Workshops" in a heading's style.
    [[nodiscard]] std::optional<number_finding> own_number(std::string_view heading, std::string_view rule) const;
    void add(std::size_t i, span number, span heading, std::size_t rest, int rank, std::string style, const char* rule);
    /// The candidate that a block is, at most one: the most telling of the ways in which it could be a heading.
    void consider(std::size_t i);
    /// Keeps `agenda_depth` up to the line that was considered last.
    void follow_agenda(std::size_t i);
    /// "7:15 pm Park clean-up": where the heading starts behind the time at which it was taken; 0 when no time opens the text.
    [[nodiscard]] std::size_t behind_time(std::string_view t) const;
    /// "Old Business: The hearing was held …": a paragraph that opens with its heading in capitals.  False when it is none.
    bool run_in(std::size_t i, std::size_t start);
    /// Whether the line right below opens with a few words and a dash too.
    [[nodiscard]] bool below_dashed(std::size_t i) const;
    /// "ROLL CALL – Bell and Ash": a line that opens with its heading in capitals.
    bool run_in_capitals(std::size_t i, std::size_t start);
    // ── run_in_series.cpp ──
    /// The subject before the first colon, or dash, of a line: "Water supply" of "Water supply: Tom has mended the tap."
    [[nodiscard]] std::optional<span> subject_at_head(std::size_t i, bool dashed) const;
    /// Finds `subjects`, in a document without other headings.
    void find_run_in_series();
    /// The same among its paragraphs or its bullets: three or more, most of them all, none twice, and one a subject of agendas everywhere.
    void find_run_in_series(std::size_t from, bool bullets, bool dashed);
    bool run_in_of_series(std::size_t i);

    /// "Correspondence. A letter was read.": a paragraph whose first words are its heading.
    bool run_in_stop(std::size_t i, std::size_t start);
    /// "- Roof: the slates are loose": a bullet that opens with its topic.  False when it is none.
    bool bullet_topic(std::size_t i, std::size_t start);
    [[nodiscard]] bool names_holder(std::size_t i) const;
    bool bold_lead(std::size_t i, std::size_t start);
    /// "Public input: None": a topic and that nothing was said of it.
    [[nodiscard]] bool says_nothing_of(std::string_view t) const;
    [[nodiscard]] std::size_t cells_in_row(const laid_block& b) const;
    /// A short line between the end of a sentence and the beginning of another.
    [[nodiscard]] bool opens_paragraph(std::size_t i) const;
    /// Above a sentence, behind a gap or the end of another: right above it, or between blank lines.
    [[nodiscard]] bool over_sentence(std::size_t i) const;
    /// "A.O.B." / "None."
    [[nodiscard]] bool over_nothing(std::size_t i) const;
    /// "Roof repairs" / "- The slates are loose.": above a list, behind a gap or another list.
    [[nodiscard]] bool names_officer(std::string_view t) const;
    [[nodiscard]] bool names_speaker(std::string_view t) const;
    [[nodiscard]] bool gives_task(std::string_view t) const;
    [[nodiscard]] bool over_list(std::size_t i) const;
    /// A short line with blank lines around it, or with text right below it.
    [[nodiscard]] bool stands_alone(std::size_t i) const;

    // ── numbered_headings.cpp ──
    /// "Chair's report: problems with the new carriages", "Report – W. Fritz": a heading in two parts, not a heading and its text.
    [[nodiscard]] bool is_title_with_parts(std::string_view t) const;
    /// "PS", "Peter": who speaks to an item.
    [[nodiscard]] bool opens_with_speaker(std::string_view lead) const;
    /// "New project: Lamps on the quay", "Roof: the next steps" over its text: a heading that names what of.
    [[nodiscard]] bool is_title_with_subject(std::string_view t, bool over_text) const;
    /// "Minutes: 14th April Committee Meeting": a label and the meeting that it is about, all of it the heading.
    [[nodiscard]] bool names_other_meeting(std::string_view t, const label_finding& l) const;
    /// Where the capitals end that a numbered line opens with: "APPLICATION 17/826 AND RESPONSE Members heard …"; 0 when it opens otherwise.
    [[nodiscard]] std::size_t capitals_end(std::string_view t) const;
    /// "Plot inspections – the dates below were agreed.": the dash between a heading and its sentence; 0 when there is none.
    [[nodiscard]] std::size_t clause_dash(std::string_view t) const;
    /// "Apologies, Pat Jackson": whether a text opens with somebody who can hardly be anything but a person.
    [[nodiscard]] bool leads_one_person(std::string_view t) const;
    /// "Apologies were received from": where the words end that head the item; `end` when all of them do.
    [[nodiscard]] std::size_t noun_of_label(std::string_view t, std::size_t end) const;
    /// "Roof—Ann reported that it leaks.": where a dash without blanks parts a heading from sentences; 0 when none does.
    [[nodiscard]] std::size_t glued_dash(std::string_view t) const;
    /// "Minutes<TAB>Agreed.": where a gap parts a heading from a sentence; 0 when none does.
    [[nodiscard]] std::size_t clause_gap(std::string_view t) const;
    /// "doc: move the site #4444": an issue's title and its number, as a link prints it.
    [[nodiscard]] static bool ends_with_issue(std::string_view t);
    /// "Budget          TM": where a heading ends before who leads the item, or when it is taken, at the right margin.
    [[nodiscard]] std::size_t before_margin(std::string_view heading) const;
    /// "Minutes of the meeting held on 4 May 2019 were agreed": where the day ends that such a line's heading ends with; 0 for any other line.
    [[nodiscard]] std::size_t record_of_day(std::string_view t) const;
    /// "Hon. Treasurer's report. The …": the first full stop that ends no abbreviation; npos when there is none.
    [[nodiscard]] std::size_t first_stop(std::string_view t) const;
    /// Whether a numbered line stands in the list below a line "Agenda".
    [[nodiscard]] bool in_agenda(std::size_t i) const;

    /// "To consider a proposal from the Treasurer that the rents be raised": an agenda's entry, however long, that says what the meeting is to do.
    [[nodiscard]] bool says_purpose(std::string_view t) const;
    void numbered_candidate(std::size_t i, span number, std::size_t start, const std::string& shape, int depth);

    // ── weigh_headings.cpp ──
    /// Whether the numbers of a style start from the first behind numbered headings: a list inside one of them.
    [[nodiscard]] bool starts_inside(const outline_entry& first) const;
    /// Whether no two headings of a style say the same, as speakers do.
    [[nodiscard]] bool all_differ(const std::vector<const outline_entry*>& all) const;
    /// The same but for few: a topic may be taken up once more.
    [[nodiscard]] bool most_differ(const std::vector<const outline_entry*>& all) const;
    /// How many headings that are known by their words stand alone over text.
    [[nodiscard]] std::size_t known_over_text() const;
    /// How often the numbers of a style start from the first again: lists inside items do.
    [[nodiscard]] int starts_again(const std::vector<const outline_entry*>& all) const;
    /// Whether a number is followed by a smaller one, as in a list that starts anew, its first entry a heading or not.
    [[nodiscard]] bool falls_back(const std::vector<const outline_entry*>& all) const;
    /// "MINUTES" / "CORRESPONDENCE" / "1. Gate mended" / "2. Bins emptied" / "FINANCE": whether numbers stand from the first on between headings without.
    [[nodiscard]] bool stand_between_headings(const std::vector<const outline_entry*>& all) const;
    /// "I. Old Business" / "A. Street lights": whether each first letter stands right below a numbered heading.
    [[nodiscard]] bool part_numbered_headings(const std::vector<const outline_entry*>& all) const;
    /// "It was resolved to buy:" / "1. A bench" / "2. Two lamps": whether each list of a style stands below a clause that it completes, where other lines head the business.
    [[nodiscard]] bool complete_clauses(const std::vector<const outline_entry*>& all) const;
    /// How many of the entries stand below a heading "Agenda".
    [[nodiscard]] int under_agenda(const std::vector<const outline_entry*>& all) const;
    /// Short lines right above a sentence, or above a list, are a style of their own only as a series, where no other lines head the business.
    void settle_series(std::string_view name);
    /// Bullets above lists of their own head business only where a third of their section's bullets do.
    void settle_bullets_over_text();
    void weigh();
    struct style_counts {
        int agenda = 0, counted = 0, followed = 0, tight = 0, lists = 0, verbs = 0, long_ones = 0;  // entries
    };
    [[nodiscard]] style_counts count(const std::vector<const outline_entry*>& all) const;
    /// "Welcome", "Roof", "Hedge", each over what was said of it.
    [[nodiscard]] bool is_series_over_text(const std::vector<const outline_entry*>& all) const;
    [[nodiscard]] outline_style weigh_style(const std::string& name, const std::vector<const outline_entry*>& all) const;
    /// Whether a heading is of people or of a part of the record such as "Notes" or "Actions", not of business.
    [[nodiscard]] bool is_of_record(const outline_entry& e) const;
    [[nodiscard]] int entries_of(std::string_view style) const;
    /// How many lines head business by their look or their number.
    [[nodiscard]] int other_headings() const;
    /// How many headings that their look sets apart have numbers that count on.
    [[nodiscard]] int numbers_in_headings() const;
    /// Headings that the format or their look marks and that name business.
    [[nodiscard]] int business_headings(bool by_format) const;
    /// "Options: 1. Slate 2. Tile" between "1. Roof" and "2. Lamps": a list that stands inside another of its look, which goes on behind it.
    void set_inner_lists_apart();
    /// What stands in a list of actions are tasks, numbered or not.
    void leave_out_tasks();

    // ── agenda_lists.cpp ──
    /// How many headings name business, those of an agenda's list apart.
    [[nodiscard]] int business_beside_agenda() const;
    /// Whether most entries of a list have lists of their own below them.
    [[nodiscard]] bool stand_over_lists(const std::vector<outline_entry*>& entries) const;
    /// Where nothing but an agenda's list names the business, or what was said stands in it, its entries are the items.
    void take_agenda_items();
    /// The agenda printed ahead of the minutes: numbered headings without text, one below the other, whose numbers come again.
    void leave_out_agenda();
    [[nodiscard]] bool heads_again(const outline_entry& a, const outline_entry& b) const;
    /// The same of an agenda's bullets, whose words head the business again further down.
    void leave_out_listed_agenda();
    /// Marks the headings that the list above them named.
    void mark_listed();
    [[nodiscard]] bool holds_words_of(const outline_entry& a, const outline_entry& b) const;
    /// Whether a heading behind a block heads the same business as a.
    [[nodiscard]] bool stands_again_behind(const outline_entry& a, std::size_t block) const;
    /// What stands below the heading "Agenda", where headings behind it have the same business again.
    void leave_out_agenda_section();
};

}  // namespace minutes
