// SPDX-License-Identifier: Apache-2.0
// What the words of a line say for or against a heading.
#include "outline_finder.hpp"

#include <algorithm>

#include "date.hpp"
#include "finite_verb.hpp"
#include "marker.hpp"
#include "next_dates.hpp"
#include "person.hpp"
#include "roster_pieces.hpp"
#include "task_owners.hpp"
#include "time.hpp"

namespace minutes {

namespace {

using list = word_list;

/// "Hall hire, cheque 1361 £440.64": a payment; "Request for a grant of £200" is none.
bool ends_with_money(std::string_view heading, words_view all, const lexicon& words) {
    if (words.has(list::function_words, all[all.size() - 2])) return false;
    const auto blank = heading.find_last_of(" \t");
    const auto amount = heading.substr(blank == heading.npos ? 0 : blank + 1);
    return amount.starts_with("\u00A3") || amount.starts_with("$") || amount.starts_with("\u20AC");
}

}  // namespace

bool outline_finder::opens_heading(std::string_view t) const {
    if (starts_upper(t)) return true;
    if (starts_lower(t)) return small_headings;
    for (const std::string_view sign : {"\"", "'", "\u201C", "\u2018", "(", "["})
        if (t.starts_with(sign)) return starts_upper(t.substr(sign.size()));
    for (const std::string_view sign : {"\u00A3", "$", "\u20AC"})
        if (t.starts_with(sign)) t.remove_prefix(sign.size());
    if (t.empty() || t[0] < '0' || t[0] > '9') return false;
    const auto dates = find_dates(t.substr(0, 40), words);
    return dates.empty() || dates.front().begin > 0;
}

bool outline_finder::is_capitals(std::string_view t) const {
    const auto all = words_in(t, words);
    std::size_t upper = 0, lower = 0;
    for (const auto& w : all) {
        if (w.upper) ++upper;
        else if (!w.digits && w.folded.size() > 2) ++lower;
    }
    return upper > 0 && lower == 0 && (upper > 1 || (all.size() <= 2 && all[0].folded.size() > 3));
}

bool outline_finder::has_verb(std::string_view t) const {
    const auto all = words_in(t, words);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (may_be_verb(all, i, words) && all[i].folded != "held" && i + 1 != all.size()) return true;
    return false;
}

bool outline_finder::ends_sentence(std::string_view t) const {
    const auto all = words_in(t, words);
    return !all.empty() && all.back().ends_sentence() && !words.has(list::abbreviations, all.back());
}

bool outline_finder::ends_abbreviated(std::string_view t) const {
    const auto all = words_in(t, words);
    return all.empty() || all.back().folded.size() < 2 || words.has(list::abbreviations, all.back()) || words.has(list::honorifics, all.back());
}

std::vector<label> outline_finder::labels_of(std::string_view heading) const {
    const auto l = label_at(heading, words);
    if ((!l || !l->is(label::next_meeting)) && heads_next_meeting(heading, words)) return {label::next_meeting};
    if (!l) return {};
    const auto phrase = heading.substr(l->begin, l->end - l->begin);
    const bool list_named = l->is(label::action) && (fold(phrase).ends_with(" list") || fold(phrase).ends_with(" log"));  // "Action list from the meeting of 3 May"
    const bool near_whole = l->whole || words_in(heading.substr(l->end), words).size() <= 2 || l->marked || list_named;
    return near_whole ? l->kinds : std::vector<label>{};
}

bool outline_finder::is_agenda_heading(std::string_view heading) const {
    std::string plain;
    for (const auto& w : words_in(heading, words)) plain += (plain.empty() ? "" : " ") + w.folded;
    if (words.has(list::agenda_headings, plain)) return true;
    // "Scorer's report"
    constexpr std::size_t longest_report = 4;  // words
    const auto all = words_in(heading, words, longest_report + 1);
    if (all.size() > 1 && all.size() <= longest_report && words.has(list::heading_nouns, all.back()) && all[0].capital && !words.has_any({list::function_words, list::pronouns, list::nothing_words}, all[0]) && !has_verb(heading)) return true;
    const auto kinds = labels_of(heading);
    return std::any_of(kinds.begin(), kinds.end(), [](label k) {
        return k == label::apologies || k == label::any_other_business || k == label::next_meeting || k == label::closing || k == label::agenda || k == label::previous_minutes ||
               k == label::matters_arising || k == label::declarations;
    });
}

bool outline_finder::heads_minutes(std::string_view heading) const {
    const auto kinds = labels_of(heading);
    return std::find(kinds.begin(), kinds.end(), label::previous_minutes) != kinds.end();
}

bool outline_finder::opens_with_agenda_words(std::string_view heading) const {
    const auto apart = std::min({heading.find(" ("), heading.find(" - "), heading.find(" \u2013 "), heading.find(" \u2014 ")});
    return is_agenda_heading(heading) || (apart != heading.npos && is_agenda_heading(heading.substr(0, apart)));
}

std::size_t outline_finder::topic_label(std::string_view heading) const {
    const auto all = words_in(heading, words, 4);
    std::string label;
    for (std::size_t n = 0; n + 1 < all.size() && n < 2; ++n) {
        label += (n ? " " : "") + all[n].folded;
        if (all[n].after == ':') return words.has(list::topic_words, label) ? all[n + 1].begin : 0;
    }
    return 0;
}

bool outline_finder::is_lead_in(std::string_view heading, std::size_t i, bool numbered) const {
    const auto end = static_cast<std::size_t>(heading.data() - lines[i].data()) + heading.size();
    if (end >= lines[i].size() || lines[i][end] != ':') return false;
    const auto all = words_in(heading, words);
    const bool following = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::follow_words, w); });
    return all.size() > 1 && (words.has(list::lead_ins, all.back()) || (all.size() > 3 && (following || (!numbered && has_verb(heading)))));
}

bool outline_finder::names_value(std::string_view heading) const {
    const auto l = label_at(heading, words);
    const auto all = words_in(heading, words);
    const bool valued = l && !l->whole && l->marked && (l->is(label::date) || l->is(label::time) || l->is(label::end) || l->is(label::venue) || l->is(label::next_meeting) || l->is(label::chair) || l->is(label::minute_taker));
    if (valued) return true;
    const bool closes = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::closing_words, w); });
    return closes && all.size() <= 6 && all.back().folded.size() >= 2 && heading.find_first_of("0123456789") != heading.npos && !find_times(heading, words).empty();
}

bool outline_finder::is_value_beside(std::size_t i) const {
    const auto& b = laid.blocks[i];
    if (!b.pair || b.text.size() < 2) return false;
    const auto l = label_at(std::string_view(lines[i]).substr(0, b.text.front().size()), words);
    return l && l->whole && (l->is(label::date) || l->is(label::time) || l->is(label::end) || l->is(label::venue) || l->is(label::chair) || l->is(label::minute_taker));
}

bool outline_finder::tells_time_only(std::string_view heading) const {
    const auto times = find_times(heading, words);
    if (times.size() != 1 || times[0].end < trim(heading).size()) return false;
    if (!times[0].sure) return times[0].begin == 0;  // "19.30"
    const auto before = words_in(heading.substr(0, times[0].begin), words);
    return std::all_of(before.begin(), before.end(), [&](const word& w) { return words.has(list::place_leads, w); });
}

bool outline_finder::opens_with_date(std::size_t i) const {
    const auto dates = find_dates(std::string_view(lines[i]).substr(0, 60), words);
    return !dates.empty() && dates.front().year && dates.front().begin < 4 && dates.front().how == date_finding::form::words;
}

bool outline_finder::stands_between_day_and_time(std::size_t i) const {
    const auto plain = [&](std::size_t k) { return k < laid.blocks.size() && laid.blocks[k].kind == laid_block::kind_type::line ? trim(lines[k]) : std::string_view{}; };
    const auto above = i > 0 ? plain(i - 1) : std::string_view{}, below = plain(i + 1);
    return !above.empty() && !below.empty() && match_date(above, words) && tells_time_only(below);
}

bool outline_finder::tells_outcome_only(words_view all) const {
    constexpr std::size_t longest = 3;  // words
    const auto core = [&](const word& w) { return words.has(list::outcome_cores, w); };
    const auto verdict = [&](const word& w) { return words.has_any({list::decision_verbs, list::acceptance_verbs, list::review_words}, w) && w.folded.ends_with("ed"); };  // "Reviewed, accepted"
    if (all.size() > 1 && all.size() <= longest && std::all_of(all.begin(), all.end(), [&](const word& w) { return verdict(w) || words.has(list::joining_words, w); })) return true;
    return all.size() <= longest && std::any_of(all.begin(), all.end(), core) && std::all_of(all.begin(), all.end(), [&](const word& w) { return core(w) || w.folded.size() == 1 || words.has_any({list::vote_nouns, list::motion_nouns}, w); });
}

bool outline_finder::names_person_of(std::string_view heading) const {
    const auto colon = heading.find(':');
    if (colon == heading.npos) return false;
    const auto lead = words_in(heading.substr(0, colon), words), said = words_in(heading.substr(colon), words);
    if (lead.empty() || said.empty()) return false;
    constexpr std::size_t shortest_call = 6;  // figures of somebody's telephone
    if (said.back().folded.size() >= shortest_call && said.back().folded.find_first_not_of("0123456789-") == std::string_view::npos && heading.substr(colon).find('/') == heading.npos) return true;
    constexpr std::size_t longest = 4;  // words of an office
    const bool office = lead.size() <= longest && words.has(list::role_nouns, lead.back()), moves = lead.size() <= 2 && words.has_any({list::proposal_words, list::second_words}, lead[0]);
    return (office || moves) && match_person(trim(heading.substr(colon + 1)), words).value_or(person_finding{}).weight >= 2;
}

bool outline_finder::tells_event(std::string_view heading, words_view all) const {
    if (!is_capitals(heading) || all.size() < 2 || is_agenda_heading(heading)) return false;
    for (std::size_t k = 1; k < all.size(); ++k) {
        if (words.has_any({list::departure_words, list::arrival_words, list::return_words}, all[k]) && strength_of_head(heading.substr(0, all[k - 1].end), words) > 0) return true;
        if (k + 1 == all.size() || all[k].digits) continue;
        const auto& behind = all[k + 1].folded;
        const bool done = behind.ends_with("ed") || words.has_any({list::held_words, list::closing_words, list::opening_words, list::being_words}, all[k + 1]);
        if (done && (words.has(list::passive_words, all[k]) || words.has(list::future_words, all[k]))) return true;
    }
    return false;
}

bool outline_finder::goes_on_from_day(std::size_t i) const {
    constexpr std::size_t longest = 9;  // words
    if (i == 0 || laid.blocks[i - 1].kind != laid_block::kind_type::line || laid.blocks[i - 1].look.depth > 0) return false;
    const auto above = words_in(lines[i - 1], words, longest + 1), here = words_in(lines[i], words, longest + 1);
    if (above.size() > longest || here.size() > longest || here.empty() || !starts_lower(lines[i])) return false;
    return !find_dates(lines[i - 1], words).empty() && !find_times(lines[i], words).empty();
}

bool outline_finder::is_title_of_record(std::string_view heading) const {
    const auto all = words_in(heading, words);
    if (all.empty() || all.size() > 2) return false;
    return words.has(list::record_titles, all.back()) && (all.size() == 1 ? all[0].upper : words.has(list::meeting_nouns, all[0]));
}

bool outline_finder::is_below_signature(std::size_t i) const {
    constexpr std::size_t farthest = 3, longest = 6;  // lines, words
    for (std::size_t k = i; k-- > 0 && i - k <= farthest;) {
        const auto all = words_in(lines[k], words, longest);
        if (!all.empty() && all.size() < longest && (words.has(list::signature_words, all.front()) || words.has(list::paper_words, all.back()))) return true;
    }
    return false;
}

bool outline_finder::is_over_acceptance(std::size_t i) const {
    constexpr std::size_t longest = 12;  // words
    const auto below = next(i);
    if (below >= laid.blocks.size() || !is_line(below)) return false;
    const auto all = words_in(lines[below], words, longest + 1);
    const bool told = ends_sentence(lines[below]) && has_verb(lines[below]);  // "There were no comments on the minutes of the last meeting."
    return !all.empty() && all.size() <= longest && all[0].capital && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::acceptance_verbs, list::outcome_cores}, w) || words.has(list::decision_verbs, w) || (told && words.has(list::record_titles, w)); });
}

bool outline_finder::is_no_heading(std::size_t i, std::string_view heading, std::string_view behind, bool numbered) const {
    if (heading.find("__") != heading.npos || heading.find("....") != heading.npos) return true;
    const auto all = words_in(heading, words);
    if (std::none_of(all.begin(), all.end(), [](const word& w) { return !w.digits && w.folded.size() > 1; })) return true;
    if (all.size() <= 4 && !numbered && tells_time_only(heading)) return true;
    if (numbered && words.is_label(fold(heading), label::none) && words.has(list::nothing_words, words_in(heading, words, 1).front())) return true;  // "4.1 None."
    if (marker_at(lines[i], words)) return true;
    // "Consensus: to close the hall", "RESOLVED: To close the hall."
    const bool marked = !numbered && all[0].after == ':' && all.size() > 1 && words.has(list::decision_markers, all[0]);
    if (marked && !all[1].digits && all[1].before != '(' && (!all[1].capital || words.has(list::infinitive_marks, all[1]) || ends_sentence(heading))) return true;
    // "Resolution #2: close the hall"; "Resolution 2022-14: …" may head its text
    if (!numbered && all.size() > 2 && all[1].digits && all[1].folded.size() <= 2 && all[1].after == ':' && words.has(list::decision_markers, all[0])) return true;
    if (is_lead_in(heading, i, numbered) && !label_at(heading, words)) return true;
    const bool to_the_penny = heading.size() > 3 && heading[heading.size() - 3] == '.';  // "101 E.on £60.00"
    if (all.size() > (to_the_penny ? 1 : 3) && all.back().digits && ends_with_money(heading, all, words)) return true;
    if (numbered && !all[0].digits && words.month_of(all[0]) && opens_with_date(i)) return true;  // "16 March 2005 09:30-12:00"
    // "2.3 Action: TM to order the gravel": a numbered paragraph of a task or a decision
    const auto own = numbered ? number_at(lines[i], words) : std::nullopt;
    if (own && own->depth > 1 && !behind.empty() && all.size() == 1 && (words.has(list::decision_markers, all[0]) || words.is_label(all[0], label::action))) return true;
    if (numbered) return false;
    // "IT WAS RESOLVED:" over "(a) that the hall be let"
    const bool resolves = words.has(list::decision_verbs, all.back()) && (all.size() == 1 || (all.size() == 3 && words.has(list::impersonal_subjects, all[0])));
    if (resolves && behind.empty() && next(i) < lines.size() && std::string_view(lines[next(i)]).starts_with('(') && number_at(lines[next(i)], words)) return true;
    if (heading.ends_with(',') || tells_outcome_only(all)) return true;  // "Submitted by,", "CARRIED U"
    if (words.is_label(fold(heading), label::none) || names_person_of(heading)) return true;
    if (tells_event(heading, all)) return true;
    if (behind.empty() && match_date(trim(heading), words).value_or(date_finding{}).year) return true;  // "Tuesday 3 May 2022"
    if (all.size() == 1 && all[0].after == ':' && behind.empty() && words.has(list::given_names, all[0]) && !words.month_of(all[0])) return true;  // "Ann:" above what she said
    if (stands_between_day_and_time(i) || goes_on_from_day(i)) return true;
    if (heading.ends_with(')') && !markers_in(heading, words).empty()) return true;  // "Book the hall by 9 May. (Action JB)"
    if (laid.blocks[i].look.align == document_block::align_type::right && is_owners_only(heading, words)) return true;  // at the margin of a task
    if (words.has(list::signature_words, all.front().folded) || (all.size() > 1 && words.has(list::nil_openers, all.front().folded))) return true;
    // "Hall - Yes", "TOTAL £730.00"
    if (all.size() <= 4 && all.size() > 1 && heading.find_first_of("-:") != heading.npos && (words.has(list::here_words, all.back()) || words.has(list::away_words, all.back())) && !all.back().upper) return true;
    if (heading.find("\u00A3") != heading.npos || heading.find('$') != heading.npos || heading.find("\u20AC") != heading.npos) return true;
    if (names_value(heading) || (is_title_of_record(heading) && !is_over_acceptance(i)) || is_value_beside(i)) return true;
    if (repeated.count(fold(heading)) && (!is_agenda_heading(heading) || all.size() == 1)) return true;  // "Minutes:" above the text of each item
    if (all.size() == 1 && all[0].upper && words.has(list::openers, all[0]) && !words.has(list::decision_verbs, all[0]) && all[0].folded.ends_with("ed") && behind.empty()) return true;  // "NOTED"
    if (all.size() == 1 && (words.status(all[0].folded) || (words.has(list::outcome_cores, all[0]) && !words.has_any({list::consensus_nouns, list::decision_nouns, list::approval_nouns}, all[0])))) return true;  // "ONGOING", "PASSED"
    if (all.size() > 1 && all[0].after == ':' && (speakers.count(all[0].folded) || (words.has(list::given_names, all[0]) && !words.month_of(all[0])))) return true;  // "Bo: fine with the change"
    const auto first_dash = heading.find(" - ");
    const auto name = heading.substr(0, first_dash);
    const auto who = match_person(name, words);
    const bool noun = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::meeting_nouns, w) || words.has(list::organisation_nouns, w); });
    if (who && who->weight >= 2 && !noun && !is_agenda_heading(name)) return true;
    if (first_dash != heading.npos && words_in(name, words).size() == 1 && words.has(list::given_names, fold(name))) return true;  // "Daniel - book the hall"
    const auto l = label_at(heading, words);
    const bool tells = ends_sentence(behind) && has_verb(behind), of_minutes = l && l->is(label::minute_taker) && tells && (words.has(list::record_titles, all.front()) || !words.has(list::role_nouns, all.front()));
    const auto of_office = [&](const word& w) { return words.has_any({list::role_nouns, list::honorifics, list::connectives}, w); };
    const bool office = std::all_of(all.begin(), all.end(), of_office);
    const bool role = office || std::all_of(all.begin(), all.end(), [&](const word& w) { return of_office(w) || !w.capital; });
    // "Vice Chair: Jane Smith", but not "Governor visits: Jane Smith had been to the school."
    if (!behind.empty() && role && (office || !tells) && !heads_minutes(heading) && !of_minutes && words_in(behind, words).size() <= 12 && (office || strength_of_head(behind, words) > 0)) return true;
    if (behind.empty() && office && is_below_signature(i)) return true;
    if (l && l->is(label::decisions) && l->marked && !l->whole && heading.substr(l->end, l->rest - l->end).find(':') != heading.npos) return true;  // "Decision: to close the hall"
    constexpr std::size_t longest_name = 8;  // words, with a post; "Minutes: those of May were read and signed by the Chair" is no person
    if (of_minutes) return false;  // "Minutes: Ann Bell moved to accept them."
    return l && l->whole && (l->is(label::minute_taker) || l->is(label::chair)) && !behind.empty() && (words_in(behind, words, longest_name + 1).size() <= longest_name || words.has(list::given_names, words_in(behind, words, 1).front()));
}

}  // namespace minutes
