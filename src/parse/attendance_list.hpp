// SPDX-License-Identifier: Apache-2.0
// A list of people below, or behind, its label.
#pragma once

#include <string_view>
#include <vector>

#include "parser.hpp"

namespace minutes {

/// One list of people while its lines are gathered.
struct list_reader {
    parser& p;
    attendance how;
    spans label_where;
    int label_depth;
    std::vector<spans> entries{};          // each line's words
    std::vector<attendance> entry_how{};
    std::vector<spans> entry_label{};
    bool carries_on = false;               // the line before ended in a comma
    bool unlabelled = false;               // no label says that people stand here
    std::optional<std::string> those_present{};  // folded words of the lists that say who came: of a list of members only these did
    bool in_front_matter = false;          // a list in YAML or TOML: each entry is somebody
    bool listed = false;                   // entries have bullets
    bool run_in = false;                   // the first people stand on the label's own line
    std::size_t parts = 0;                 // entries on the label's own line
    bool bold_is_here = false;             // "Members (bold: present)": who stands in plain type was away
    std::vector<spans> notes{};            // footnotes, to be read when the people are known
    std::vector<std::pair<spans, spans>> offices{};  // "Minutes: Tom" among the entries, and its label: read behind them, where "Tom Ash" may be listed
    spans told{};                          // sentences behind the list that say who else was there or away

    [[nodiscard]] const laid_block& block(std::size_t i) const;

    /// Gathers a line.
    void add(spans where);

    /// "Ann Bell, Tom Ash.  Joe Moss was absent.": where sentences begin that tell of others in their own words; those are read later.
    [[nodiscard]] std::size_t end_of_list(const joined_text& line, std::size_t from);

    /// "AB was acting as Librarian": whether a sentence behind the people tells more, and does not open with another of them.
    [[nodiscard]] bool tells_business(std::string_view sentence) const;

    /// "Ann Bell arrived for the last item.": whether a sentence behind the people tells who came or went.
    [[nodiscard]] bool tells_movement(std::string_view sentence) const;

    /// "Ann Bell, Director": whether a text opens with somebody who can hardly be anything but a person.
    [[nodiscard]] bool leads_sure_person(std::string_view text) const;

    /// Where the name starts behind "Chair:" or "Minutes:" at the head of a text; 0 when no name stands behind such a label.
    [[nodiscard]] std::size_t behind_office_label(std::string_view text) const;

    /// "Max, Ann": whether a text opens with a known forename.
    [[nodiscard]] bool leads_forename(std::string_view text) const;

    /// The people behind a label on its line, parted where another label stands among them:
    /// "Present: Ann Bell.  Apologies: Tom Ash", "… and clerk Ann Bell.  Also present were Tom Ash".
    void add_parts(const joined_text& line, std::size_t from);

    /// "Ann Bell; not present: Tom Ash": whether the label of those who were away stands in small letters behind a mark.
    [[nodiscard]] bool opens_small_label(std::string_view text, std::size_t i) const;

    /// "IN ATTENDANCE  Cllr Bell" behind names in small letters: a label in capitals with no mark of its own.
    [[nodiscard]] std::optional<attendance_label> label_in_capitals(std::string_view text, std::size_t from, std::size_t i) const;

    /// Ends the part from byte `from` at a label that stands at byte `i`, and opens another behind it.
    void open_part(const joined_text& line, std::size_t& from, std::size_t i, const attendance_label& l);

    /// "Online: Ann Bell": whether a line says before its people that they were there.
    [[nodiscard]] bool says_here(std::string_view text) const;

    /// "Trustees: Li Wu" / "Staff: Joe Hall": whether all entries so far name a group before their people.
    [[nodiscard]] bool are_led_by_groups() const;

    /// A label of another part of the document, or another list.
    [[nodiscard]] bool ends_list(std::size_t i, std::string_view text) const;

    /// "Ash" below "Councillors Bell": whether a line is a surname alone, below another whose honorific in the plural is everybody's.
    [[nodiscard]] bool hangs_below_title(std::size_t i, std::string_view text) const;

    /// "Joe Hall has resigned.", "Ann Bell: the roof leaks.": a paragraph behind the people that tells nothing of who came.
    [[nodiscard]] bool tells_of_business(std::size_t i, std::string_view text) const;

    /// Whether the line names people of this list.
    [[nodiscard]] bool takes(std::size_t i, const joined_text& line) const;

    /// "Officials:", "Staff": a part of the list; guests under it were there though the list before it was one of apologies.
    [[nodiscard]] bool reads_group_head(std::size_t i, const joined_text& line);

    /// "* left at 8pm", where an entry carries the mark.
    [[nodiscard]] bool notes_entries(const joined_text& line) const;

    /// Whether a text opens with what looks like a name.
    [[nodiscard]] bool takes_as_people(std::string_view text) const;

    /// "…, Cllr Mrs V" above "Orme, Cllr Lee": whether a line of several people ends in the middle of a name that the line below goes on with.
    [[nodiscard]] bool breaks_off_in_name(std::string_view entry, std::string_view below) const;

    /// "Chair: Ann Bell", "Minutes: Tom Ash": they were there.
    [[nodiscard]] bool reads_office(const joined_text& line);

    /// Adds who holds an office among the entries and is named by one word there.
    void add_officers();

    /// Whether a line names the fields of the entries below it.
    [[nodiscard]] bool heads_columns(std::string_view text) const;

    /// "Write your name here!" between the label and the list.
    [[nodiscard]] bool asks_for_names(std::size_t i, std::string_view text) const;

    /// Whether a line goes on with the name in whose middle the entry before it broke off.
    [[nodiscard]] bool goes_on_in_name(std::size_t i, std::string_view text) const;

    /// "(Mr A Bell)" below "…, the Head of Road Works": whether a line is nothing but the bracket of the entry above it.
    [[nodiscard]] bool goes_on_in_brackets(std::size_t i, std::string_view text) const;

    /// "I. Marsh" between "C. Bell" and "T. Ash": an initial, though a numeral looks so.
    [[nodiscard]] bool is_initialled(std::size_t i, std::string_view text) const;

    /// A line among the entries that is none of its own: the head of a group, an office and its holder, the rest of a name.
    [[nodiscard]] bool reads_other_line(std::size_t i, const spans& where, const joined_text& line);

    /// The lines from block i on that hold one entry; i moves to the last of them.
    [[nodiscard]] spans whole_entry(std::size_t& i) const;

    /// Gathers a line if it names people of this list.
    [[nodiscard]] bool takes_entry(std::size_t i, const spans& where, const joined_text& line);

    /// The index behind the list's last line.
    [[nodiscard]] std::size_t gather(std::size_t from);

    /// Bytes of a few capitalised words and a colon that no name stands in: "Hill Works: "; 0 when there are none.
    [[nodiscard]] std::size_t length_of_own_lead(std::string_view text) const;

    /// Where most of the lines have such words, they are no part of anybody's name; whether they had.
    [[nodiscard]] bool drop_leads();

    /// Where a list, blocks from up to behind, says who belongs to the body, since most of it stand in the list of those who came as well, the others are left out.
    void keep_those_present(std::size_t from, std::size_t behind);
    /// "Midlands", "Board of Works:" over people: the name of a part of the list, which says nothing of them.
    [[nodiscard]] bool names_part(std::size_t i, std::string_view text) const;

    /// Whether all people stand on the label's own line: "Present: A Bell, T Ash.  Apologies: J Moss".
    [[nodiscard]] bool in_label_line() const;

    /// Whether people stand right below a block.
    [[nodiscard]] bool people_below(std::size_t i) const;

    /// Whether the lines are one text that was wrapped: "Ann Bell, Tom Ash," / "Joe Moss".
    [[nodiscard]] bool runs_on(const std::vector<std::string_view>& lines) const;

    /// Adds the people of all gathered lines.
    void add_people();
};

/// "Ann Bell, Tom Ash": whether a line that stands alone is so short that a comma rather parts two people than a person and a body.
[[nodiscard]] bool is_short_run(std::string_view text, const lexicon& words);

/// Whether most people of the meeting stand with their bodies.
[[nodiscard]] bool have_bodies(const std::vector<person>& people);

/// "Ann Bell  KPMG", "Tom Ash  HSBC": where the letters beside most people of a list are not formed from their names, they are those of their bodies.
void take_bodies_for_initials(const std::vector<std::string_view>& texts, std::vector<std::vector<roster_entry>>& people);

}  // namespace minutes
