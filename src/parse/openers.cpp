// SPDX-License-Identifier: Apache-2.0
// Who opened the meeting or wrote its minutes was there, though no list may have the name.
#include <algorithm>

#include "attendance_label.hpp"
#include "attendance_phrase.hpp"
#include "attendance_text.hpp"
#include "date.hpp"
#include "parser.hpp"
#include "person_name.hpp"
#include "roster.hpp"

namespace minutes {

namespace {

constexpr std::size_t head = 30;            // lines within which a meeting is opened
constexpr std::size_t longest_line = 2000;  // bytes

/// Whether somebody is known already, there or away, by a word of this name.
bool is_known(const parser& p, std::string_view name) {
    const auto own = words_in(name, p.words);
    const auto has = [&](const words_view& theirs, const word& w) { return std::any_of(theirs.begin(), theirs.end(), [&](const word& x) { return x.folded == w.folded; }); };
    return std::any_of(p.m.people.begin(), p.m.people.end(), [&](const person& other) {
        const auto theirs = words_in(*other.name.value, p.words);
        return std::any_of(own.begin(), own.end(), [&](const word& w) { return w.folded.size() > 1 && !p.words.has(word_list::honorifics, w) && has(theirs, w); });
    });
}

/// Whether most of those listed as there go by one word: "Ann, Tom, Li".
bool goes_by_one_word(const parser& p) {
    std::size_t there = 0, lone = 0;
    for (const person& x : p.m.people) {
        if (!x.attendance.given() || is_away(*x.attendance.value)) continue;
        ++there;
        lone += words_in(*x.name.value, p.words, 2).size() == 1;
    }
    return there > 1 && lone * 2 > there;
}

/// "Ann" behind an office: a known forename, or any word that names nothing else among people who go by one word.
bool is_lone_name(const parser& p, std::string_view text, bool of_office) {
    const auto all = words_in(trim(text), p.words, 2);
    if (all.size() != 1 || !all[0].capital || all[0].digits || all[0].begin > 0 || all[0].end < trim(text).size()) return false;
    if (p.words.has(word_list::given_names, all[0]) && !p.words.month_of(all[0])) return true;
    const bool other = p.words.has_any({word_list::role_nouns, word_list::groups, word_list::record_titles, word_list::draft_words, word_list::verbs, word_list::decision_verbs, word_list::venue_nouns, word_list::body_nouns, word_list::function_words}, all[0]) || p.words.is_label(all[0].folded, label::none);
    return of_office && !other && !all[0].upper && goes_by_one_word(p) && p.known.names.count(all[0].folded) > 0;
}

/// Adds who alone stands in bytes `where`, where nobody knows the name.
void add_lone(parser& p, const joined_text& j, span where, const spans& said) {
    const auto name = trimmed_in(j.text(), where.begin, where.end);
    if (is_known(p, in(j.text(), name))) return;
    person_finding f;
    f.all = f.name = name;
    p.add_person(j, f, attendance::present, said);
}

/// Adds the people that bytes `where` of a line name, as far as nobody knows them.
void add_unknown(parser& p, const joined_text& j, span where, const spans& said, int needed = 3) {
    for (auto e : match_roster(std::string_view(j.text()).substr(where.begin, where.size()), p.words)) {
        for (span* s : {&e.person.all, &e.person.name, &e.person.initials, &e.person.role, &e.person.organisation, &e.person.part, &e.person.substitute, &e.person.family})
            if (!s->empty()) *s = {s->begin + where.begin, s->end + where.begin};
        const auto name = std::string_view(j.text()).substr(e.person.name.begin, e.person.name.size());
        if ((e.strength >= needed || !e.person.role.empty()) && !is_known(p, name)) p.add_person(j, e.person, attendance::present, said);
    }
}

/// "Minutes: Tom Ash"; no body whose minutes they are: "Minutes: Lamps Call 13 May 2026"
void add_writer(parser& p, const joined_text& j) {
    const std::string_view text = j.text();
    const auto l = label_at(text, p.words);
    if (!l || !l->is(label::minute_taker) || l->whole || text.substr(l->end, l->rest - l->end).find(':') == text.npos) return;
    const auto who = words_in(text.substr(l->rest), p.words);  // "Minutes: Web Fonts Telecon, 3 May"
    if (!find_dates(text.substr(l->rest), p.words).empty() || std::any_of(who.begin(), who.end(), [&](const word& w) { return p.words.has_any({word_list::call_nouns, word_list::meeting_nouns}, w); })) return;
    add_unknown(p, j, {static_cast<std::uint32_t>(l->rest), static_cast<std::uint32_t>(text.size())}, j.source(l->begin, l->end), l->is(label::meeting) ? 3 : 2);  // "Minutes: Hill Works"
}

/// "Treasurer: Ann Bell", "Notes: Tom Ash", "Scribe: Ann", "Moderator: @abell": an office, the record or a guest, and one person behind a colon.
bool is_officer_line(const parser& p, std::string_view text) {
    constexpr std::size_t longest = 3;  // words
    const auto colon = text.find(": ");
    if (colon == text.npos || colon + 2 >= text.size()) return false;
    const auto lead = words_in(text.substr(0, colon), p.words, longest + 1);
    if (lead.empty() || lead.size() > longest || !lead[0].capital) return false;
    const auto name = fold(trim(text.substr(0, colon)));
    const bool office = p.words.has(word_list::role_nouns, lead.back()) || p.words.is_label(name, label::chair);
    const bool record = lead.size() == 1 && p.words.has(word_list::record_titles, lead[0]);
    if ((office || record || p.words.is_label(name, label::minute_taker) || p.words.has(word_list::guest_words, lead.back())) && is_lone_name(p, text.substr(colon + 2), office)) return true;
    const auto people = match_roster(text.substr(colon + 2), p.words);
    const bool handle = text[colon + 2] == '@' && text.find(' ', colon + 2) == text.npos;
    return (office || record) && people.size() == 1 && (people.front().strength == 3 || handle);
}

/// Whether a line tells of people: it lists some behind a label, or is such a line too.
bool tells_of_people(const parser& p, std::size_t i) {
    if (i >= p.laid.blocks.size() || p.laid.blocks[i].kind != laid_block::kind_type::line) return false;
    const auto text = std::string(p.words_at(p.laid.blocks[i].text));
    const auto l = attendance_label_at(text, p.words);
    return (l && l->sure && l->marked && !l->whole) || is_officer_line(p, text);
}

/// "Treasurer: Ann Bell" right above or below such a line
void add_officer(parser& p, std::size_t i, const joined_text& j) {
    const std::string_view text = j.text();
    if (!is_officer_line(p, text) || !((i > 0 && tells_of_people(p, i - 1)) || tells_of_people(p, i + 1))) return;
    const auto colon = text.find(": ");
    const span who{static_cast<std::uint32_t>(colon + 2), static_cast<std::uint32_t>(text.size())};
    if (is_lone_name(p, in(text, who), true)) add_lone(p, j, who, j.source(0, colon));
    else add_unknown(p, j, who, j.source(0, colon), 1);
}

/// Whether block i stands among the lists of people or right behind them, with no heading between.
bool is_among_lists(const parser& p, std::size_t body, std::size_t i) {
    constexpr std::size_t nearest = 4;  // blocks
    if (p.people_end == 0 || i >= p.people_end + nearest) return false;
    for (std::size_t k = std::min(body + 1, p.people_end); k <= i; ++k)
        if (p.heads.at(k)) return false;
    return true;
}

}  // namespace

void parser::find_openers(std::size_t body) {
    if (when.chair)
        if (const auto j = join(when.chair->where); is_lone_name(*this, j.text(), true)) add_lone(*this, j, {0, static_cast<std::uint32_t>(j.text().size())}, when.chair->label);
    std::size_t lines = 0;
    bool opened = false;
    for (std::size_t i = 0; i < laid.blocks.size() && lines < head; ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind != laid_block::kind_type::line || b.look.part == document_block::part_type::metadata) continue;
        ++lines;
        const auto j = join(b.text);
        if (j.text().size() > longest_line) continue;
        if (i < body || is_among_lists(*this, body, i)) {
            add_writer(*this, j);
            add_officer(*this, i, j);
        }
        if (opened) continue;
        for (const auto& phrase : opening_phrases_in(j.text(), words)) {
            add_unknown(*this, j, phrase.people, j.source(phrase.label.begin, phrase.label.end));
            opened = true;
        }
    }
}

}  // namespace minutes
