// SPDX-License-Identifier: Apache-2.0
// A list of people at a document's head that no label announces: it stands between the title and the business.
#include <algorithm>
#include <utility>

#include "date.hpp"
#include "marks.hpp"
#include "person.hpp"
#include "person_name.hpp"
#include "parser.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using kind = laid_block::kind_type;

constexpr std::size_t head = 16;        // lines within which the list starts
constexpr std::size_t fewest = 3;       // people: two names may be anything

struct tally {
    std::size_t people = 0, sure = 0;
};

/// "Ann (Secretary)": a known forename or an office in the bracket behind a lone name.
bool has_office(const parser& p, std::string_view text, const person_finding& f) {
    if (f.role.empty() || f.role.begin == 0 || text[f.role.begin - 1] != '(' || !starts_upper(in(text, f.role))) return false;
    const auto own = words_in(in(text, f.name), p.words, 2), office = words_in(in(text, f.role), p.words);
    return own.size() == 1 && own[0].capital && (p.words.has(word_list::given_names, own[0]) || (!office.empty() && p.words.has(word_list::role_nouns, office.back())));
}

/// "Ann Bell (Treasurer) – left early": what stands before the dash.
std::string_view without_part(std::string_view text, const lexicon& words) {
    for (const std::string_view dash : {"\u2013", "\u2014", " - "})
        if (const auto at = last_mark(text, dash); at != text.npos && at > 0 && is_part_mark(trim(text.substr(at + dash.size())), words)) return trim(text.substr(0, at));
    return text;
}

/// The people of a line that holds nothing else.
tally people_of(const parser& p, const laid_block& b) {
    if (b.kind != kind::line || b.in_cell) return {};
    const auto line = p.words_at(b.text);
    const auto text = without_part(line, p.words);
    const auto lead = label_at(text, p.words);
    const bool office = lead && (lead->is(label::chair) || lead->is(label::minute_taker)) && !lead->whole;  // "Secretary: Ann Bell"
    if (text.size() < 6 || (lead && !office && (lead->marked || lead->whole)) || !find_dates(text, p.words).empty()) return {};
    const auto all = words_in(text, p.words);
    if (std::any_of(all.begin(), all.end(), [&](const word& w) { return !w.capital && p.words.has(word_list::verbs, w); })) return {};
    tally t;
    // "Leeds: Ann, Tom, Priya, Omar"
    if (const auto colon = text.find(": "); colon != text.npos && words_in(text.substr(0, colon), p.words, 4).size() < 4 && lists_lone_names(text.substr(colon + 2), p.words)) {
        t.people = t.sure = cut_roster(text.substr(colon + 2), p.words).size();
        return t;
    }
    std::size_t covered = 0;
    for (const auto& e : match_roster(text, p.words)) {
        if (e.strength < 2 && e.person.initials.empty() && !has_office(p, text, e.person)) return {};  // "Ann (AB)"
        covered += e.person.all.size();
        ++t.people;
        // "(Chair)" behind a name, "Chairman" before it
        const span role = e.person.role;
        t.sure += e.strength == 3 || !e.person.initials.empty() || (!role.empty() && (role.begin < e.person.name.begin || text[role.begin - 1] == '('));
    }
    // Commas and "and" stand between them, "Councillors" before them.
    constexpr std::size_t joint = 6, title = 12;
    return covered + joint * t.people + title >= text.size() ? t : tally{};
}

bool holds_people(const parser& p, std::size_t at) {
    const auto& b = p.laid.blocks[at];
    if (b.kind == kind::header && p.laid.tables[b.table].people) return true;
    const auto l = p.attendance_opens(at);
    if (!l || l->how != attendance::present) return false;
    const auto text = p.words_at(b.text);
    const auto label = words_in(std::string_view(text).substr(l->begin, l->end - l->begin), p.words);
    const auto of_part = [&](const word& w) { return p.words.has_any({word_list::part_marks, word_list::arrival_words, word_list::departure_words}, w); };
    return std::none_of(label.begin(), label.end(), of_part);  // "Late: Tom Ash": the others stand elsewhere
}

}  // namespace

std::optional<std::size_t> parser::find_unlabelled_people() const {
    std::size_t lines = 0;
    bool behind_label = false;
    for (std::size_t i = 0; i < laid.blocks.size() && lines < head; ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == kind::furniture || b.look.part == document_block::part_type::metadata) continue;
        if (b.kind != kind::line || attendance_opens(i)) return {};
        if (const auto* e = heads.at(i); e && !e->number.empty()) return {};
        ++lines;
        // Behind a label that nobody knows, people may be anything but there: "Members struck off:".
        const bool labelled = std::exchange(behind_label, words_at(b.text).ends_with(':'));
        if (labelled) return {};
        tally all;
        for (std::size_t k = i; k < laid.blocks.size(); ++k) {
            const auto t = people_of(*this, laid.blocks[k]);
            if (t.people == 0) break;
            all.people += t.people;
            all.sure += t.sure;
        }
        if (all.people < fewest || all.sure * 3 < all.people * 2) continue;
        for (std::size_t k = i; k < laid.blocks.size(); ++k)
            if (holds_people(*this, k)) return {};
        return i;
    }
    return {};
}

}  // namespace minutes
