// SPDX-License-Identifier: Apache-2.0
// One walk over the lines of a document's head; each line offers what it could mean, the heaviest offer of a field is kept.
#pragma once

#include <array>
#include <vector>

#include "head_lines.hpp"
#include "occasion.hpp"
#include "occasion_text.hpp"
#include "phrase.hpp"
#include "parser.hpp"
#include "time.hpp"

namespace minutes {

/// What an offer needs to be taken.
constexpr int needed_title = 2, needed_date = 3, needed_venue = 4, needed_time = 4;

/// Whether two lists of labels have one in common.
[[nodiscard]] bool has_any(const std::vector<label>& kinds, const std::vector<label>& of);

struct occasion_reader {
    using list = word_list;

    const parser& p;
    choice how;
    occasion out{};
    const lexicon& words = p.words;
    int date_line = -100;            // nth of the last line that is mostly a date
    std::array<int, 10> headings{};  // how many headings stand at each level
    int next_from = -100;            // nth of the last line that heads the next meeting
    bool next_alone = false;         // and whether it says nothing else
    bool name_follows = false;       // the line before ended in "Minutes of the meeting of"
    spans label_here{};              // the label of the line at hand
    std::size_t business = static_cast<std::size_t>(-1);  // the block whose heading opens the business

    // How much less a line says that stands behind the head.
    static int penalty(const head_line& l) { return l.running ? 2 : l.distance == 0 ? 0 : l.distance < 6 ? 1 : l.distance < far_behind ? 3 : 8; }
    const look& look_of_line(const head_line& l) const { return p.laid.blocks[l.block].look; }
    bool says(std::string_view t, list which) const { return count_of(t, which, words) > 0; }
    bool says(words_view all, list which) const { return count_of(all, which, words) > 0; }
    /// "Zoom", "online": how people met, which is where they did.
    bool is_way_of_meeting(const word& w) const { return words.has(list::manner_marks, w) && words.has(list::venue_nouns, w); }
    bool names_house(const head_line& l, std::string_view t, span s, const occasion_parts& o) const;
    void offer_way_of_meeting(const head_line& l, const joined_text& j, span s);
    /// "Executive session from 7:45 to 8:05": the hours of a part.
    bool tells_exempt(words_view all) const { return phrase_length(all, 0, list::exempt_marks, words) > 0; }
    /// "the next meeting", "the following meeting"; "following the AGM" tells when this one was.
    bool says_next(words_view all) const {
        for (std::size_t k = 0; k < all.size(); ++k)
            if (words.has(list::next_words, all[k]) && !(k + 1 < all.size() && words.has(list::articles, all[k + 1]))) return true;
        return false;
    }
    bool has_verb(std::string_view t) const { return has_verb(words_in(t, words)); }
    /// "St Agnes Parish Council": a body, though its name holds a place.
    bool names_body(std::string_view line) const { return says(line, list::body_nouns) || says(line, list::record_titles); }

    // ── occasion.cpp ──
    void take(std::optional<offer>& best, offer o, int needed);
    /// The first heading behind the head that names business: neither people, nor when and where, nor the opening.
    [[nodiscard]] std::size_t first_business(std::size_t body) const;
    /// What an offer of the business weighs: "Date: 1 July" below "2. Fair" is the fair's where the head says another.
    [[nodiscard]] int weight_in_business(const offer& o, int needed) const;
    [[nodiscard]] bool has_verb(words_view all) const;
    void read_labelled(const head_line& l, const joined_text& j, std::size_t from, const std::vector<label>& kinds);
    /// "… and the minutes of the meeting held on 11 February were accepted": whether the date is that of another meeting, told below the head.
    [[nodiscard]] bool is_of_earlier_minutes(const head_line& l, std::string_view t, std::size_t date) const;
    /// "Posted on 3 May", "(approved 3 May)", "Formed on 3 May 1998": the date is one of the paper, or of the body's founding.
    [[nodiscard]] bool is_of_paper(std::string_view t, std::size_t date) const;
    void offer_dates(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight);
    void offer_times(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight, bool as_end);
    /// "The meeting adjourned at 8:10 until 3 May": nothing in such a sentence is the meeting's name, day or start.
    [[nodiscard]] bool tells_closing(words_view all) const;
    /// Without a leading "Compte rendu de" and what brackets add: neither tells anything.
    [[nodiscard]] std::string_view own_words(std::string_view t) const;
    void read_plain(const head_line& l, const joined_text& j);
    /// "2000 - 2300", "1930": figures behind a label for the time.
    [[nodiscard]] static std::optional<time_of_day> figures_range(std::string_view rest);
    /// "Notes: @abell", "protokoll: abell": who wrote them.
    [[nodiscard]] static bool is_handle(std::string_view rest);
    void read(const head_line& l);
    /// "Attending (Tuesday 3 May 2016): …": the day stands in the label of the people.
    void offer_date_in_label(const head_line& l, const joined_text& j);
    /// "# Meeting agenda 3 May 2016"
    [[nodiscard]] bool is_dated_title(const head_line& l, std::string_view t) const;
    [[nodiscard]] bool accepts_record(const head_line& l, std::string_view t) const;
    /// Numbered headings, and lines that open with a word of agendas: what they name is another meeting.
    [[nodiscard]] bool is_business(const head_line& l, std::string_view t, const std::optional<label_finding>& lead) const;
    void part_name_and_place();
    void keep_blocks();
    /// Front matter's time is none of the meeting's where its day is another: that of the post.
    void drop_start_of_other_day();
    void mend_half_of_day();

    // ── occasion_name.cpp ──
    /// Whether a name has a word beside the nouns of meetings and bodies: "Lower Fenwick Parish Council", not "Parish Council".
    [[nodiscard]] bool is_distinct(std::string_view name) const;
    /// Whether a line names a meeting and not just the body that holds it.
    [[nodiscard]] bool names_meeting(std::string_view name) const;
    /// Only words that any minutes have: "Meeting minutes", "Draft notes".
    [[nodiscard]] bool is_generic(std::string_view t) const;
    /// A title stands alone at its level.
    [[nodiscard]] int heading_weight(int level) const;
    void offer_name_and_place(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, bool held, bool follows);
    /// "Committee meeting, The Red Lion, 3 May": the place between name and date; the name's span without it.
    [[nodiscard]] span cut_at_comma(const head_line& l, const joined_text& j, span s);
    /// "Minutes of the Meeting of the Council": a lone word for any body needs its meeting to be a name.
    [[nodiscard]] span with_meeting(std::string_view t, span whole, span s) const;
    /// Whether a block is a cell of a table of several columns.
    [[nodiscard]] bool is_cell_among_others(std::size_t block) const;
    /// "Members in attendance", "Executive: Ann Bell, Tom Ash"
    [[nodiscard]] bool names_people(std::string_view t) const;
    /// "The regular meeting of the Board was called to order at 7 pm": the name before the verb.
    void offer_name_in_opening(const head_line& l, const joined_text& j);
    [[nodiscard]] bool is_remark(const head_line& l, std::string_view t) const;
    [[nodiscard]] bool names_maker(words_view all) const;
    void offer_name(const head_line& l, const joined_text& j, span s, bool led, bool when);

    // ── occasion_place.cpp ──
    [[nodiscard]] offer place(const head_line& l, const joined_text& j, span s, int weight, const char* rule) const;
    /// Pieces behind a date or time that can be a place.
    void offer_places(const head_line& l, const joined_text& j, const occasion_parts& o, std::size_t from, int weight);
    /// Whether a text ends with a word that names nothing but places.
    [[nodiscard]] bool names_room(std::string_view t) const;
    /// "The Council held its meeting at the Reading Room": the name stands before "held", the place behind it.
    [[nodiscard]] span cut_at_held(const head_line& l, const joined_text& j, span s);
    /// A line that names a place, or that stands right below the date.
    void offer_place_line(const head_line& l, const joined_text& j, span s);
    [[nodiscard]] bool stands_below_next(std::size_t block) const;
    [[nodiscard]] bool tells_of_meeting(words_view said, std::size_t nearest) const;
    /// Whether a line behind the head gives another day than the head's.
    [[nodiscard]] bool is_of_other_day(const head_line& l, const occasion_parts& o) const;
    [[nodiscard]] bool tells_of_this_meeting(words_view all, std::size_t held, bool in_business) const;
    [[nodiscard]] bool reads_as_name(std::string_view line) const;
    [[nodiscard]] static bool is_part_of_address(std::string_view t, span s);
    /// "254 Baker", "1801 Hill Drive", "B11, 1801 Hill Drive": whether word k opens an address, which needs no noun of a place.
    [[nodiscard]] bool numbered_place(words_view all, std::size_t k) const;
    /// "… at 9:30. Lew led the pledge": whether a piece behind a full stop is a sentence of its own.
    [[nodiscard]] bool tells_behind_stop(std::string_view t, span s) const;
    /// Whether a numbered item of the business stands before a block, behind the list of people.
    [[nodiscard]] bool is_behind_item(std::size_t block) const;
    /// "Zoom URL: https://…", "Zoom (https://…)": a place without the address on the net behind it.
    [[nodiscard]] span without_address(std::string_view t, span s) const;
    /// The place that words from byte `from` on name, up to `limit`: "the Lower Room of the Town Hall"; empty when no noun of a place is among them.
    [[nodiscard]] span place_words(std::string_view t, std::size_t from, std::size_t limit) const;
    /// "The meeting was called to order at 7 pm in the Town Hall by Ann Bell": the place in a sentence that tells of the opening.
    void offer_place_in_opening(const head_line& l, const joined_text& j);
    /// "… convened on 3 May at 7 pm at the Reading Room.", "… of 3 May 2010, at the Institute": the place that a sentence gives behind its date.
    void offer_place_in_sentence(const head_line& l, const joined_text& j, const occasion_parts& o);

    // ── occasion_sentence.cpp ──
    /// "commenced at 1840": four figures behind a small word, where the sentence is about an opening or a closing.
    [[nodiscard]] std::optional<time_finding> figures_time(std::string_view sentence) const;
    void read_sentences(const head_line& l, const joined_text& j);
};

}  // namespace minutes
