// SPDX-License-Identifier: Apache-2.0
// Where the heading ends on a numbered line.
#include "outline_finder.hpp"

#include <algorithm>

#include "attendance_label.hpp"
#include "date.hpp"
#include "label.hpp"
#include "owner.hpp"
#include "person.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"
#include "time.hpp"

namespace minutes {

namespace {

using list = word_list;

/// Where a dash between blanks stands; npos when there is none.
/// "2022-14"
bool is_of_year(std::string_view number) { return number.size() > 5 && number.find('-') == 4; }

std::size_t dash_in(std::string_view t) { return std::min({t.find(" - "), t.find(" -- "), t.find(" \u2013 "), t.find(" \u2014 ")}); }

}  // namespace

bool outline_finder::is_title_with_parts(std::string_view t) const {
    const auto all = words_in(t, words);
    if (all.size() > 14 || all.size() < 2 || ends_sentence(t) || !is_heading(t, words)) return false;
    const auto colon = t.find(": ");
    const auto dash = std::min({t.find(" - "), t.find(" \u2013 "), t.find(" \u2014 ")});
    if (colon == t.npos && dash == t.npos) return false;
    const auto behind = trim(t.substr(std::min(colon, dash) + 2));
    const auto first = words_in(behind, words);
    if (first.empty() || words.has(list::no_action, fold(behind)) || words.is_label(fold(behind), label::none)) return false;
    return is_capitals(t) || (colon == t.npos && (first[0].capital || first[0].digits || opens_with_speaker(trim(t.substr(0, dash)))) && first.size() <= 6 && !has_verb(behind));
}

bool outline_finder::opens_with_speaker(std::string_view lead) const {
    const auto all = words_in(lead, words, 2);
    constexpr std::size_t longest_initials = 3;  // letters
    return all.size() == 1 && all[0].capital && (speakers.count(all[0].folded) || words.has(list::given_names, all[0]) || (all[0].upper && all[0].folded.size() <= longest_initials && is_initials(lead)));
}

bool outline_finder::is_title_with_subject(std::string_view t, bool over_text) const {
    constexpr std::size_t longest = 8;  // words
    const auto colon = t.find(": ");
    if (colon == t.npos || ends_sentence(t) || !is_heading(t, words) || label_at(t, words).value_or(label_finding{}).marked) return false;
    const auto subject = trim(t.substr(colon + 2));
    const auto all = words_in(subject, words, longest + 1);
    // "Issue 34: empty lists": behind a thing with its number its subject stands, however it opens.
    const auto lead = words_in(t.substr(0, colon), words, 3);
    const bool counted_thing = lead.size() == 2 && lead[1].digits && lead[1].folded.size() < 4 && !words.has(list::decision_markers, lead[0]);
    if (all.size() < (counted_thing ? 1 : 2) || all.size() > longest || !starts_upper(t)) return false;
    // "Peter: roof update" is told by him; a line with its text below is no sentence either.
    if (!all[0].capital && !counted_thing && !over_text && !opens_with_speaker(t.substr(0, colon))) return false;
    if (words.has_any({list::nothing_words, list::decision_markers, list::pronouns}, all[0]) || words.is_label(fold(subject), label::none)) return false;
    if (has_verb(subject) || !find_dates(subject, words).empty() || !find_times(subject, words).empty()) return false;
    return match_person(subject, words).value_or(person_finding{}).weight < 2 && cut_roster(subject, words).size() < 2;
}

bool outline_finder::names_other_meeting(std::string_view t, const label_finding& l) const {
    constexpr std::size_t longest = 8;  // words
    if (l.whole || !(l.is(label::previous_minutes) || l.is(label::matters_arising) || l.is(label::minute_taker)) || ends_sentence(t)) return false;
    const auto rest = words_in(t.substr(l.rest), words, longest + 1);
    return rest.size() > 1 && rest.size() <= longest && words.has(list::meeting_nouns, rest.back()) && !has_verb(t.substr(l.rest)) && !find_dates(t.substr(l.rest), words).empty();
}

std::size_t outline_finder::capitals_end(std::string_view t) const {
    const auto all = words_in(t, words);
    std::size_t n = 0, upper = 0;
    const auto is_capitals = [&](std::size_t i) { return all[i].upper && all[i].folded.size() > 1; };
    for (; n < all.size(); ++n) {
        if (is_capitals(n)) ++upper;
        else if (!all[n].digits && !(all[n].upper && n + 1 < all.size() && is_capitals(n + 1))) break;
        const bool numbers = n + 1 < all.size() && all[n + 1].digits && words.has(list::abbreviations, all[n]);  // "ORDER NO. 4/2006"
        if (all[n].ends_sentence() && n + 1 < all.size() && !is_capitals(n + 1) && !numbers) {
            ++n;
            break;
        }
    }
    // "ROOF The roof leaks": a word alone, when a sentence opens behind it.
    constexpr std::size_t longest_sign = 3;  // letters of "NHS"
    const bool sentence_opens = upper > 0 && upper == n && n + 1 < all.size() && all[0].folded.size() > longest_sign && all[n].capital && !all[n + 1].capital && words.has_any({list::openers, list::articles}, all[n]);
    if ((upper < 3 && !sentence_opens) || upper * 2 < n || n > 30) return 0;
    return n == all.size() ? t.size() : all[n].begin > 0 && t[all[n].begin - 1] != ' ' ? 0 : all[n].begin;
}

std::size_t outline_finder::clause_dash(std::string_view t) const {
    const auto dash = dash_in(t);
    if (dash == t.npos || dash == 0) return 0;
    const auto lead = t.substr(0, dash), said = trim(t.substr(dash + (t[dash + 1] == '-' ? 3 : 5)));
    constexpr std::size_t longest_lead = 8;  // words
    const auto all = words_in(lead);
    const bool asks = lead.ends_with('?');  // "Who locks up? - It was agreed …"
    if (all.empty() || all.size() > longest_lead || !starts_upper(lead) || lead.find(". ") != lead.npos || lead.find(": ") != lead.npos || (has_verb(lead) && !asks)) return 0;
    if (words.has(list::function_words, all.back().folded) && !all.back().upper) return 0;
    const bool nothing = !words_in(said, words, 1).empty() && words.has(list::nothing_words, words_in(said, words, 1).front());  // "Safeguarding - nothing to report."
    if (starts_lower(said)) return has_verb(said) || nothing ? dash : 0;
    // "The pond - Tom has cleared the weed.", not "Roof - Ann Bell."
    const bool someone = !has_verb(said) && match_person(said, words).value_or(person_finding{}).weight >= 2;
    return ends_sentence(said) && words_in(said, words).size() > 1 && !someone ? dash : 0;
}

std::size_t outline_finder::clause_gap(std::string_view t) const {
    constexpr std::size_t longest_lead = 8;  // words
    const auto gap = std::min(t.find('\t'), t.find("   "));
    if (gap == t.npos || gap == 0) return 0;
    const auto lead = t.substr(0, gap), said = trim(t.substr(gap));
    const auto all = words_in(lead, words, longest_lead + 1);
    if (all.empty() || all.size() > longest_lead || !starts_upper(lead) || lead.find(". ") != lead.npos || has_verb(lead) || said.empty()) return 0;
    return (starts_upper(said) || said[0] < 'A') && ends_sentence(said) && !(match_person(said, words).value_or(person_finding{}).weight >= 2 && !has_verb(said)) ? gap : 0;
}

bool outline_finder::leads_one_person(std::string_view t) const {
    const auto people = match_roster(t, words);
    return !people.empty() && people.front().strength == 3 && people.front().person.all.begin == 0;
}

std::size_t outline_finder::noun_of_label(std::string_view t, std::size_t end) const {
    const auto all = words_in(t.substr(0, end), words);
    std::size_t n = all.size();
    while (n > 1 && !all[n - 1].capital && words.has_any({list::function_words, list::passive_words, list::perfect_words, list::verbs}, all[n - 1])) --n;
    return n == 0 || n == all.size() ? end : all[n - 1].end;
}

std::size_t outline_finder::glued_dash(std::string_view t) const {
    constexpr std::string_view dash = "\u2014";
    constexpr std::size_t longest_lead = 8;  // words
    const auto at = t.find(dash);
    if (at == t.npos || at == 0 || t[at - 1] == ' ' || at + dash.size() >= t.size() || t[at + dash.size()] == ' ') return 0;
    const auto lead = t.substr(0, at), said = t.substr(at + dash.size());
    const auto all = words_in(lead, words, longest_lead + 1);
    const bool heads = !all.empty() && all.size() <= longest_lead && starts_upper(lead) && lead.find_first_of(".:;?") == lead.npos && !has_verb(lead);
    return heads && starts_upper(said) && ends_sentence(said) ? at : 0;
}

bool outline_finder::says_purpose(std::string_view t) const {
    constexpr std::size_t longest = 45;  // words
    const auto all = words_in(t, words, longest + 1);
    if (all.size() < 4 || all.size() > longest || !all[0].capital || (all[1].capital && !all[1].upper) || !words.has(list::infinitive_marks, all[0])) return false;
    for (std::size_t k = 2; k < all.size(); ++k)  // "… which was agreed"
        if (words.has(list::passive_words, all[k - 1]) && words.has(list::decision_verbs, all[k])) return false;
    return t.find(". ") == t.npos && t.find(": ") == t.npos;
}

std::size_t outline_finder::record_of_day(std::string_view t) const {
    constexpr std::size_t farthest = 12, longest_head = 140;  // words before the date; bytes
    const auto all = words_in(t.substr(0, std::min(t.size(), longest_head)), words);
    if (all.empty() || !all[0].capital || !words.has_any({list::record_titles, list::record_nouns}, all[0])) return 0;
    const auto dates = find_dates(t.substr(0, std::min(t.size(), longest_head)), words);
    if (dates.empty() || dash_in(t.substr(0, dates.front().begin)) != std::string_view::npos) return 0;
    const auto& day = dates.front();
    bool of_meeting = false;
    std::size_t ahead = 0;
    for (const auto& w : all) {
        if (w.begin >= day.begin) break;
        if (++ahead > farthest || w.after == ':' || w.after == ';' || w.ends_sentence() || words.has_any({list::decision_verbs, list::passive_words}, w)) return 0;
        of_meeting |= words.has(list::meeting_nouns, w);
    }
    if (!of_meeting) return 0;
    // What stands behind the day says what became of them: "were agreed", "– to receive", ", having been circulated".
    const auto rest = t.substr(day.end);
    const auto behind_day = words_in(rest.substr(0, std::min<std::size_t>(rest.size(), 60)), words, 2);
    if (behind_day.empty()) return 0;
    const auto gap = rest.substr(0, behind_day[0].begin);
    const bool apart = gap.find(',') != gap.npos || gap.find(" -") != gap.npos || gap.find("\u2013") != gap.npos;
    return apart || (!behind_day[0].capital && words.has_any({list::passive_words, list::perfect_words, list::infinitive_marks}, behind_day[0])) ? day.end : 0;
}

std::size_t outline_finder::first_stop(std::string_view t) const {
    auto dot = t.find(". ");
    while (dot != t.npos && ends_abbreviated(t.substr(0, dot))) dot = t.find(". ", dot + 2);
    return dot;
}

bool outline_finder::in_agenda(std::size_t i) const {
    while (i > 0 && counted[i] && laid.blocks[i].look.heading == 0) --i;
    const auto n = number_at(lines[i], words);
    const auto l = label_at(std::string_view(lines[i]).substr(n && n->marked ? n->rest : 0), words);
    return l && l->whole && l->is(label::agenda);
}

void outline_finder::numbered_candidate(std::size_t i, span number, std::size_t start, const std::string& shape, int depth) {
    constexpr std::size_t longest_title = 16;  // words, of an agenda's entry that a full stop ends
    const std::string_view t = lines[i];
    const auto rest = t.substr(start);
    const int rank = 100 + 10 * depth + (shape.starts_with("letter") ? 25 : 0);
    // "2022-06 Cllr Bell mended the bench" below "2. Actions": a year and its count may also be what a task is known by
    if (is_of_year(t.substr(number.begin, number.size())))
        for (std::size_t k = 0; k < lines.size(); ++k)
            if (const auto n = counted[k] && is_line(k) ? number_at(lines[k], words) : std::nullopt; n && n->begin == 0 && !is_of_year(std::string_view(lines[k]).substr(0, n->end))) return;
    const auto l = label_at(rest, words);
    const auto size32 = static_cast<std::uint32_t>(t.size());
    const std::size_t below = next(i);
    const bool list_below = below < laid.blocks.size() && laid.blocks[below].look.depth > laid.blocks[i].look.depth;
    const bool over_text = list_below || (below < laid.blocks.size() && is_line(below) && !counted[below] && is_text(below));
    const bool opens = small_entry[i] || (counted[i] ? opens_heading(rest) : starts_upper(rest));
    const auto at = [&](std::size_t x) { return static_cast<std::uint32_t>(start + x); };
    if (const auto end = bold_lead_end(i); end > start) {
        // "**Pull request 7**: same times in the history": the rest goes on with the heading when it is no sentence.
        const auto more = trim(t.substr(behind(t, end)));
        const bool stops = ends_sentence(trim(t.substr(start, end - start)));
        const auto people = attendance_label_at(t.substr(start, end - start), words);
        const bool over_people = people && people->sure && people->whole;  // "**Apologies** Ann Bell, Tom Ash"
        const auto next = label_at(t.substr(start, end - start), words);
        const bool over_date = next && next->is(label::next_meeting) && !find_dates(more, words).empty();  // "**3. Next meeting:** Tuesday 7 June"
        if (!stops && !over_people && !over_date && words_in(more, words).size() <= 10 && (starts_upper(more) || more.starts_with('#')) && !ends_sentence(more) && !has_verb(more) && words.labels(fold(more)).empty()) add(i, number, {at(0), size32}, t.size(), rank, shape, "item-bold");
        else add(i, number, {at(0), static_cast<std::uint32_t>(end)}, behind(t, end), rank, shape, "item-bold");
    } else if (l && l->marked && names_other_meeting(rest, *l)) {
        add(i, number, {at(0), size32}, t.size(), rank, shape, "item-line");
    } else if (const auto day = counted[i] || (l && l->is(label::previous_minutes)) ? record_of_day(rest) : 0; day > 0) {
        add(i, number, {at(0), at(day)}, start + day, rank, shape, "item-record");
    } else if (l && l->marked) {
        add(i, number, {at(0), at(l->end)}, start + l->rest, rank, shape, "item-label");
    } else if (const auto people = attendance_label_at(rest, words); people && people->sure && !people->whole && (match_roster(rest.substr(people->rest), words, roster_shape::several).size() > 1 || (depth == 1 && !rest.ends_with('.') && noun_of_label(rest, people->end) < people->end && leads_one_person(rest.substr(people->rest)) && !has_verb(rest.substr(people->rest))))) {
        add(i, number, {at(0), at(noun_of_label(rest, people->end))}, start + people->rest, rank, shape, "item-label");
    } else if (const auto parted = clause_dash(rest); parted > 0 && counted[i]) {
        add(i, number, {at(0), at(parted)}, behind(t, start + parted + (rest[parted + 1] == '-' ? 2 : 4)), rank, shape, "item-dash");
    } else if (const auto gap = clause_gap(rest); gap > 0 && counted[i]) {
        add(i, number, {at(0), at(gap)}, behind(t, start + gap), rank, shape, "item-gap");
    } else if (people && people->sure && !people->whole && rest.substr(people->end).starts_with(", ") && leads_one_person(rest.substr(people->end + 2))) {
        add(i, number, {at(0), at(people->end)}, start + people->end + 2, rank, shape, "item-label");
    } else if (const auto glued = glued_dash(rest); glued > 0 && counted[i]) {
        add(i, number, {at(0), at(glued)}, start + glued + std::string_view("\u2014").size(), rank, shape, "item-dash");
    } else if (const auto capitals = capitals_end(rest); capitals > 0) {
        add(i, number, {at(0), at(capitals)}, capitals < rest.size() ? start + capitals : t.size(), rank, shape, "item-capitals");
    } else if (is_title_with_parts(rest) || (counted[i] && is_title_with_subject(rest, over_text))) {
        add(i, number, {at(0), size32}, t.size(), rank, shape, "item-line");
    } else if (const auto h = heading_at(rest, words, {}); h && h->rest < rest.size()) {
        add(i, number, {at(h->begin), at(h->end)}, start + h->rest, rank, shape, "item-heading");
    } else if ((counted[i] || list_below) && rest.ends_with('?') && opens && rest.find_first_of(".?:;") == rest.size() - 1 && words_in(rest, words, longest_title + 1).size() <= longest_title) {
        add(i, number, {at(0), size32}, t.size(), rank, shape, "item-line");  // "2. How should we publish the minutes?"
    } else if (is_heading(rest, words) && opens && dash_in(rest) == rest.npos) {
        add(i, number, {at(0), size32}, t.size(), rank, shape, "item-line");
    } else if (const auto none = rest.rfind(": "); none != rest.npos && counted[i] && says_purpose(rest.substr(0, none)) && says_nothing_of("To: " + std::string(rest.substr(none + 2)))) {
        add(i, number, {at(0), at(none)}, start + none + 2, rank, shape, "item-colon");  // "To receive declarations under the Act: None."
    } else if (counted[i] && says_purpose(rest)) {
        add(i, number, {at(0), size32 - static_cast<std::uint32_t>(rest.ends_with('.'))}, t.size(), rank, shape, "item-line");
    } else if (counted[i] && !ends_sentence(rest) && opens && words_in(rest, words).size() <= 16) {
        // "Approval of the agenda - approved": what was done stands behind the dash.
        const auto dash = dash_in(rest);
        const auto behind_dash = dash == rest.npos ? std::string_view{} : trim(rest.substr(dash + 3));
        const auto said = words_in(behind_dash.substr(0, std::min<std::size_t>(behind_dash.size(), 40)), words);
        const bool outcome = !said.empty() && (starts_lower(behind_dash.substr(0, 4)) || words.status(said[0].folded) || words.has(list::outcome_cores, said[0]));
        if (!outcome) add(i, number, {at(0), size32}, t.size(), rank, shape, "item-line");
        else add(i, number, {at(0), at(dash)}, behind(t, start + dash + (rest[dash + 1] == '-' ? 2 : 4)), rank, shape, "item-dash");
    } else if (const auto colon = rest.find(": "); colon != rest.npos && counted[i] && opens && words_in(rest.substr(0, colon), words).size() <= 8 && !has_verb(rest.substr(0, colon)) && rest.substr(0, colon).find(". ") == rest.npos) {
        add(i, number, {at(0), at(colon)}, start + colon + 2, rank, shape, "item-colon");
    } else if (counted[i] && opens && rest.ends_with('.') && words_in(rest, words, longest_title + 1).size() <= (in_agenda(i) ? longest_title : longest_title / 2) && rest.find(". ") == rest.npos && dash_in(rest) == rest.npos && !words.has_any({list::decision_verbs, list::closing_words, list::past_words}, words_in(rest, words).back()) && (in_agenda(i) || is_heading(rest.substr(0, rest.size() - 1), words)) && !ends_abbreviated(rest.substr(0, rest.size() - 1))) {
        add(i, number, {at(0), size32 - 1}, t.size(), rank, shape, "item-stop");  // "4. Correspondence."
    } else if (const auto dot = first_stop(rest); dot != rest.npos && !starts_lower(trim(rest.substr(dot + 2))) && opens && words_in(rest.substr(0, dot), words).size() <= 14 && is_heading(rest.substr(0, dot), words)) {
        add(i, number, {at(0), at(dot)}, start + dot + 2, rank, shape, "item-stop");
    }
}

}  // namespace minutes
