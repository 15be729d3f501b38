// SPDX-License-Identifier: Apache-2.0
// Headings on the line of their text: "Roof: the slates are loose", "ROLL CALL - all were there", "Correspondence. A letter was read."
#include "outline_finder.hpp"

#include <algorithm>

#include "attendance_label.hpp"
#include "date.hpp"
#include "marks.hpp"
#include "person.hpp"
#include "roster_pieces.hpp"
#include "time.hpp"

namespace minutes {

namespace {

using list = word_list;

/// "ROOF": capitals that are no initials.
bool is_sign(const word& w) { return w.upper && w.folded.size() > 3; }

}  // namespace

std::size_t outline_finder::behind_time(std::string_view t) const {
    constexpr std::size_t longest_time = 24, longest = 12;  // bytes, words
    const auto times = t.empty() || t[0] < '0' || t[0] > '9' ? std::vector<time_finding>{} : find_times(t.substr(0, longest_time), words);
    if (times.empty() || times.front().begin > 0) return 0;
    const auto from = t.find_first_not_of(" \t:-|", times.front().end);
    if (from == t.npos) return 0;
    const auto at = t.substr(from).starts_with("\u2013") || t.substr(from).starts_with("\u2014") ? t.find_first_not_of(' ', from + 3) : from;
    if (at == t.npos || at == times.front().end || !starts_upper(t.substr(at))) return 0;
    const auto heading = t.substr(at);
    // "7.41 - Banners have sold out!": what stands behind a dash may be told
    const bool dashed = t[at - 1] == ' ' && at - times.front().end >= 3;
    return words_in(heading, words, longest + 1).size() <= longest && (!ends_sentence(heading) || (dashed && heading.ends_with('!'))) && (dashed || !has_verb(heading)) ? at : 0;
}

bool outline_finder::run_in(std::size_t i, std::size_t start) {
    const std::string_view t = lines[i];
    std::size_t mark = t.npos;
    for (const std::string_view apart : {": ", ";", " \u2013 ", " \u2014 ", " - "}) mark = std::min(mark, first_mark(t, apart, start));
    if (const auto gap = t.find("  ", start); gap < mark && laid.blocks[i].blank_before > 0 && is_agenda_heading(t.substr(start, gap - start))) mark = gap;  // "Finance   The accounts were noted."
    if (mark == t.npos || mark - start > 60) return false;
    const auto lead = t.substr(start, mark - start);
    const auto all = words_in(lead, words);
    if (all.empty() || all.size() > 6 || !starts_upper(lead) || lead.find(". ") != lead.npos || has_verb(lead)) return false;
    // "Decision 3: to close the shop", "Resolution 2018-03: …": counted decisions
    if (words.has(list::decision_markers, all[0]) && std::all_of(all.begin() + 1, all.end(), [](const word& w) { return w.digits; })) return false;
    spoken_lines += all.size() == 1 && (speakers.count(all[0].folded) || words.has(list::given_names, all[0]));
    const auto said = words_in(t.substr(mark), words, 2);
    const auto l = label_at(lead, words);
    const bool of_minutes = l && l->is(label::minute_taker) && ends_sentence(t) && has_verb(t.substr(mark));  // "Minutes: Ann Bell moved to accept them."
    if (l && l->is(label::next_meeting) && !find_dates(t.substr(mark), words).empty()) return false;  // "Next call: 7 June": a label
    const bool agenda = is_agenda_heading(lead) || of_minutes, dashed = t[mark] == ' ';
    if (dashed && !agenda && is_capitals(t.substr(start)) && !ends_sentence(t)) return false;  // "PUBLIC HEARING - MILL LANE - PHASE TWO": all of it heads the item
    if (said.empty() || (words.has(list::decision_markers, said[0]) && !(dashed && heads_minutes(lead)))) return false;
    const auto rest = trim(t.substr(behind(t, mark)));
    if (words_in(rest, words).size() <= 5 && match_person(rest, words).value_or(person_finding{}).weight >= 2) return false;  // "Coach: Jane Smith"
    if (words_in(rest, words).size() <= 2 && !ends_sentence(rest) && !words.is_label(fold(rest), label::none)) return false;  // "Events report – Jane"
    // A word alone, or a line without a blank line before it, may be who speaks, unless agendas have it.
    const bool paragraph = laid.blocks[i].blank_before > 0;
    const bool word_alone = all.size() == 1 && !agenda;
    // "Water – the pump is mended.": right below each other such lines are a style of their own
    if (dashed && (!paragraph || below_dashed(i)) && all.size() <= 4 && !speakers.count(all[0].folded) && !words.has_any({list::given_names, list::honorifics}, all[0]) && !words.has(list::decision_verbs, all.back()) && strength_of_head(rest, words) < 2) {
        add(i, {}, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(mark)}, behind(t, mark), 155, "run in dash", "heading-run-in");
        return true;
    }
    if (!agenda && (paragraph ? word_alone && !(dashed && !speakers.count(all[0].folded) && (ends_sentence(rest) || words_in(rest, words).size() > 4)) && !is_sign(all[0]) : dashed || all.size() == 1)) return false;
    add(i, {}, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(mark)}, behind(t, mark), 155, word_alone ? "run in word" : "run in", "heading-run-in");
    return true;
}

bool outline_finder::below_dashed(std::size_t i) const {
    const std::size_t k = next(i);
    if (k >= laid.blocks.size() || !is_line(k) || laid.blocks[k].blank_before > 0) return false;
    const std::string_view t = lines[k];
    const auto mark = std::min({t.find(" \u2013 "), t.find(" \u2014 "), t.find(" - ")});
    return mark != t.npos && starts_upper(t) && words_in(t.substr(0, mark), words, 5).size() < 5;
}

bool outline_finder::run_in_capitals(std::size_t i, std::size_t start) {
    constexpr std::size_t longest = 60;  // bytes
    const std::string_view t = lines[i];
    std::size_t mark = t.npos;
    for (const std::string_view apart : {": ", " \u2013 ", " \u2014 ", " - ", "- ", "\u2013 "}) mark = std::min(mark, first_mark(t, apart, start));
    if (mark == t.npos || mark <= start || mark - start > longest) return false;
    const auto lead = t.substr(start, mark - start);
    const auto all = words_in(lead, words);
    if (all.empty()) return false;
    if (words.has(list::decision_markers, all[0]) && std::all_of(all.begin() + 1, all.end(), [](const word& w) { return w.digits; })) return false;  // "RESOLVED 22/14: That …"
    const bool alone = all.size() < 2 && !is_agenda_heading(lead);
    if (!is_capitals(lead) || (alone && (!is_sign(all[0]) || speakers.count(all[0].folded) || words.has_any({list::decision_markers, list::given_names}, all[0]))) || lead.find(". ") != lead.npos) return false;
    // What the meeting was, and who was there, is no business.
    const auto of_meeting = [&](const word& w) { return words.has_any({list::meeting_nouns, list::organisation_nouns, list::honorifics}, w); };
    if (!is_agenda_heading(lead) && (std::any_of(all.begin(), all.end(), of_meeting) || label_at(lead, words) || attendance_label_at(t.substr(start), words))) return false;
    const auto rest = trim(t.substr(behind(t, mark)));
    constexpr std::size_t shortest = 4;  // words
    const bool none = words.is_label(fold(rest.ends_with('.') ? rest.substr(0, rest.size() - 1) : rest), label::none);
    if (!none && ((words_in(rest, words, shortest).size() < shortest && !ends_sentence(rest)) || is_capitals(rest))) return false;
    add(i, {}, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(mark)}, behind(t, mark), 155, alone ? "run in capital word" : "run in capitals", "heading-run-in");
    return true;
}

bool outline_finder::run_in_stop(std::size_t i, std::size_t start) {
    constexpr std::size_t longest = 4;  // words
    const std::string_view t = lines[i];
    const auto stop = t.find(". ", start);
    const std::size_t shortest_text = stop != t.npos && is_capitals(t.substr(start, stop - start)) ? 1 : 4;  // words
    if (stop == t.npos || (laid.blocks[i].blank_before == 0 && !(i > 0 && is_line(i - 1) && ends_sentence(lines[i - 1])))) return false;
    const auto lead = t.substr(start, stop - start), rest = trim(t.substr(stop + 1));
    const auto all = words_in(lead, words, longest + 1);
    if (all.empty() || all.size() > longest || has_verb(lead) || ends_abbreviated(lead) || !is_heading(lead, words) || !starts_upper(rest) || words_in(rest, words, shortest_text).size() < shortest_text) return false;
    const bool tells = std::any_of(all.begin(), all.end(), [&](const word& w) { return w.digits || (!w.capital && words.has(list::verbs, w)) || words.has_any({list::decision_verbs, list::outcome_cores, list::second_words, list::honorifics, list::pronouns, list::nothing_words}, w) || (all.size() == 1 && words.has_any({list::verbs, list::given_names}, w)); });
    if (tells || words.status(fold(lead)) || match_person(lead, words).value_or(person_finding{}).weight >= 2) return false;
    add(i, {}, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(stop)}, stop + 2, 155, "run in stop", "heading-run-in");
    return true;
}

}  // namespace minutes
