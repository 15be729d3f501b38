// SPDX-License-Identifier: Apache-2.0
// The people of one text: the text is cut into pieces, and what each is is weighed beside its neighbours.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "reference.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

struct roster_reader {
    using pieces = std::vector<roster_piece>;

    std::string_view text;
    const lexicon& words;
    roster_shape shape;
    bool shared_title = false;  // "Councillors" stands before everybody
    bool lettered = false;      // "Ann Bell (P), Tom Ash (A)"

    std::string_view in(span s) const { return text.substr(s.begin, s.size()); }
    [[nodiscard]] int strength(span s) const;

    // ── before the people ──

    /// "3.", "iv."; "J." may be somebody's initial.
    [[nodiscard]] static bool counts_entry(std::string_view t, const number_finding& n);

    /// Bullets, boxes and numbers at the head; what a box says of the person behind it.
    [[nodiscard]] span behind_marks(span s, std::optional<attendance>& said) const;

    /// "Members: Jane Smith, …", "On the phone: …", "The following attended: …": words before a colon that name nobody.
    [[nodiscard]] span behind_lead(span s) const;

    /// "Ann, Tom, Priya": nothing but lone names, one at least a known forename.
    [[nodiscard]] bool names_lone(std::string_view t) const;

    /// "Harwood Landward - Mr A. Lee, Mrs B. Moss": the body that people are of stands before a dash.
    [[nodiscard]] span behind_body(span s) const;

    /// "Councillors – Ann Bell, Tom Ash", "3 - Ann Bell, Tom Ash, Joe Moss": a group or a count before a dash says nothing of them.
    [[nodiscard]] span behind_group(span s) const;

    // ── pieces ──

    /// "Ann Bell (Secretary) Tom Ash", "Mr A Lee Mrs B Moss": people without a mark between them.
    [[nodiscard]] std::vector<std::size_t> fused_starts(span s) const;

    [[nodiscard]] bool begins_person(words_view all, std::size_t i, std::string_view left, std::string_view right, std::string_view between) const;

    [[nodiscard]] static std::string_view trim_end(std::string_view t);

    /// "Ann Bell - Tom Ash - Mia Orr", "Ann Bell + Tom Ash": a mark that parts so many names or more, and nothing else; none where another mark parts them.
    [[nodiscard]] pieces parted_by(std::string_view mark, std::size_t fewest, span s) const;
    /// "Head of Parks, Roads & Works (Mr P Gill), Engineer, (Ms A Fern)": offices that each have who holds them in brackets; none where anything else stands there.
    [[nodiscard]] pieces parted_by_holders(span s) const;

    /// "Director City Services": capitalised words with an office among them in which nobody is named.
    [[nodiscard]] bool is_field_of_office(span p) const;

    /// "Mrs Bell Members of the public: 3": without the crowd that is counted behind the name.
    [[nodiscard]] span without_crowd(span p) const;

    [[nodiscard]] pieces cut(span s) const;

    /// "SN RC AU", "Ann  Tom  Joe": where blanks alone part people that are named by initials or forenames.
    [[nodiscard]] std::vector<std::size_t> starts_between_blanks(std::string_view t) const;

    /// "Ames (JA) Jones(RJ)": where names stand behind the initials in brackets of those before them; none where anything else stands there.
    [[nodiscard]] std::vector<std::size_t> starts_behind_initials(std::string_view t) const;

    /// "Ann Bell (AB)"
    [[nodiscard]] bool has_own_initials_in_brackets(span p) const;

    /// "the Clerk" of "…, and the Clerk, Mrs B Rowe": words of an office in which nobody is named.
    [[nodiscard]] bool is_office(span p) const;

    bool leads_office(const pieces& all, std::size_t i) const { return i + 1 < all.size() && all[i + 1].mark == ',' && is_office(all[i].where) && strength(all[i].where) == 0 && strength(all[i + 1].where) == 3; }

    /// "…, and the Clerk, Mrs B Rowe": the office belongs to the person behind it where nobody stands before it.
    [[nodiscard]] pieces give_offices(const pieces& all) const;

    /// "Ann Bell/Tom Ash", "Bell/Ash/Lee": strokes that part names and nothing else; "Clerk/Treasurer" names nobody.
    [[nodiscard]] pieces part_at_strokes(const pieces& all) const;

    /// "Waste and Recycling": an "and" between words that are no people parts nothing.
    [[nodiscard]] pieces join_roles(const pieces& all) const;

    // ── which pieces start a person ──

    [[nodiscard]] std::vector<bool> starts_of(const pieces& all) const;

    /// "Trustee Ash", "Village Clerk Lee"
    [[nodiscard]] bool is_office_and_surname(span p) const;

    /// "Trustees Ash" of "Mayor Bell, Trustees Ash, Lee and Moss": an honorific in the plural and the first of those who share it.
    [[nodiscard]] bool opens_titled_group(const pieces& all, std::size_t i) const;

    /// "Virgil L", "Nancy Young", "Vice President Tull": of two words that are a person whatever stands around them.
    [[nodiscard]] bool is_whole_name(span p) const;

    /// "Ann Bell Science and Skills": words behind the name say what she does.
    [[nodiscard]] bool describes(span p) const;

    /// "B Orme Secretary", "Cllr T Holt due to illness": a sure name, and behind it an office or small words that say more.
    [[nodiscard]] bool goes_on_behind_name(span p) const;

    [[nodiscard]] bool is_forename(span p) const;

    /// Surnames such as Young and Dean among surnames: whatever the word means elsewhere.
    [[nodiscard]] bool is_plain_name(const pieces& all, std::size_t i) const;

    /// "Mr" in "Mr & Mrs Rowe": an honorific whose surname stands behind the next one.
    [[nodiscard]] bool is_titled_couple(const pieces& all, std::size_t i) const;

    /// "Ann" in "Ann & Tom Bell": a lone forename whose surname stands behind the next, where no other forename stands alone.
    [[nodiscard]] bool is_couple(const pieces& all, std::size_t i) const;

    /// "Jane Smith, Animal Works, Omar Reyes, Sea Pictures": what stands between known names is their body.
    [[nodiscard]] static bool likely_follow_sure(const std::vector<int>& s);

    [[nodiscard]] static bool entry_has_role(const pieces& all, const std::vector<int>& s, std::size_t i);

    /// "See Annex 1", "Nil received"
    [[nodiscard]] bool names_nobody() const;

    // ── the whole ──

    [[nodiscard]] std::vector<roster_entry> parted(const pieces& all, std::optional<attendance> said) const;

    /// "(P)", "(E)" at the end of an entry: what the letter says in a register.
    [[nodiscard]] std::optional<attendance> letter_of(span entry) const;

    /// Whether most entries of a line end so.
    [[nodiscard]] bool has_letters(const pieces& all) const;

    /// Whether a name hides inside a piece that starts as a role or a body: "Clerk Omar Reyes", "Barset Police Tom Ash".
    [[nodiscard]] bool hides_person(const pieces& all) const;

    [[nodiscard]] std::vector<roster_entry> run_together(span s) const;

    /// Where boxes stand in a line that parts people by them: "✅ Ann Bell, ❌ Tom Ash"; none where it has less than two.
    [[nodiscard]] std::vector<std::size_t> boxes_in_line() const;

    /// Each box says of those behind it, up to the next one, whether they came.
    std::vector<roster_entry> read_boxed(const std::vector<std::size_t>& begins);

    std::vector<roster_entry> read();

    /// "AB – Ann Bell, Hill Works, Norway [HW]": one person with initials, and nobody else beside.
    [[nodiscard]] bool is_one_initialled(const pieces& all) const;

    /// "MILL (3 votes): not here": a group with its votes, of which nobody is named.
    [[nodiscard]] bool says_group_only() const;
};

}  // namespace minutes
