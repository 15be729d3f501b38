// SPDX-License-Identifier: Apache-2.0
// Which lines may be headings: the most telling of the ways in which a line could be one.
#include "outline_finder.hpp"

#include <algorithm>

#include "date.hpp"
#include "item_numbers.hpp"
#include "marker.hpp"
#include "marks.hpp"
#include "name_strength.hpp"
#include "numbered_people.hpp"
#include "owner_to.hpp"
#include "person.hpp"
#include "roster.hpp"
#include "task_owners.hpp"
#include "time.hpp"
#include "vote.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_heading = 22;  // words
constexpr std::size_t longest_plain = 8;     // words of a line whose look says nothing

/// Bytes of a picture's name, ":tada:" or "tada:" where its first colon is cut off, at the start of a text, with the blank behind it.
std::size_t picture_at(std::string_view t) {
    const std::size_t from = t.starts_with(':') ? 1 : 0;
    const auto end = t.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", from);
    const bool named = from > 0 || (end != t.npos && t.substr(0, end).find('_') != t.npos);
    return named && end != t.npos && end > from + 1 && t.substr(end).starts_with(": ") ? end + 2 : 0;
}

/// Where "pdf icon PDF 256 KB" starts, as web sites of councils print behind an item whose paper they link to; the text's size when it ends otherwise.
std::size_t before_paper(std::string_view t) {
    const auto paper = t.rfind(" PDF ");
    if (paper == t.npos || !(t.ends_with(" KB") || t.ends_with(" MB"))) return t.size();
    const auto size = t.substr(paper + 5, t.size() - 3 - std::min(t.size() - 3, paper + 5));
    if (size.empty() || size.find_first_not_of("0123456789.") != size.npos) return t.size();
    return t.substr(0, paper).ends_with(" pdf icon") ? paper - std::string_view(" pdf icon").size() : paper;
}

/// A heading without the pictures around it and the address behind it.
span words_of_heading(std::string_view t) {
    std::size_t begin = 0, end = before_paper(t);
    while (const std::size_t n = picture_at(t.substr(begin))) begin += n;
    const auto last = t.rfind(' ');
    if (last != t.npos && last > begin) {
        const auto tail = t.substr(last + 1);
        const bool picture = tail.size() > 2 && tail[0] == ':' && tail.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789:", 1) == tail.npos;
        const bool behind_mark = t[last - 1] == '-' || t[last - 1] == ':';
        if (picture || (behind_mark && (tail.starts_with("https://") || tail.starts_with("http://")))) end = last;
    }
    while (end < t.size() && end > begin && (t[end - 1] == ' ' || t[end - 1] == '-' || t[end - 1] == ':')) --end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The signs of a heading that was saved as text: "== Roof ==" in a wiki, "== Roof" in AsciiDoc.
struct heading_signs {
    std::size_t before = 0, behind = 0;  ///< both 0 for other lines
};

heading_signs signs_around(std::string_view t) {
    const std::size_t n = t.find_first_not_of('=');
    if (n == t.npos || n < 2 || n > 6 || t[n] != ' ' || t.size() < n + 3) return {};
    const auto last = t.find_last_not_of('=');
    const std::size_t behind = t.size() - 1 - last;
    if (behind == 0) return {n, 0};
    return behind == n && t[last] == ' ' ? heading_signs{n, n + 1} : heading_signs{};
}

/// "4-2 Budget", as headings are numbered with hyphens; in running text such figures are scores or dates.
std::optional<number_finding> hyphenated(std::string_view heading) {
    number_finding n;
    std::size_t digits = 0;
    for (; n.end < heading.size() && heading[n.end] != ' '; ++n.end) {
        if (heading[n.end] == '-' && digits > 0) {
            ++n.depth;
            digits = 0;
        } else if (heading[n.end] < '0' || heading[n.end] > '9' || ++digits > 2) {
            return {};
        }
    }
    n.rest = n.end + 1;
    if (n.depth < 2 || digits == 0 || n.end >= heading.size()) return {};
    return n;
}

}  // namespace

std::optional<number_finding> outline_finder::own_number(std::string_view heading, std::string_view rule) const {
    auto n = number_at(heading, words);
    if (!n && rule.starts_with("heading-style")) n = hyphenated(heading);
    if (!n || n->rest >= heading.size() || !(starts_upper(heading.substr(n->rest)) || (n->depth > 1 && opens_heading(heading.substr(n->rest))))) return {};
    const auto value = heading.substr(n->begin, n->end - n->begin);
    if (n->marked) return n;
    if (!rule.starts_with("heading-style") && !rule.starts_with("heading-bold")) return {};
    if (starts_upper(value) && value.find('-') != value.npos) return {};  // "CVE-2015-52": a name
    const bool digits = value.find_first_not_of("0123456789") == value.npos;
    if (digits && (value.size() > 2 || !find_dates(heading.substr(0, 30), words).empty())) return {};
    return n;
}

void outline_finder::add(std::size_t i, span number, span heading, std::size_t rest, int rank, std::string style, const char* rule) {
    const auto& t = lines[i];
    if (std::string_view(t).substr(0, heading.end).ends_with(":-")) --heading.end;
    while (heading.end > heading.begin && (t[heading.end - 1] == ':' || t[heading.end - 1] == ' ' || t[heading.end - 1] == '\t')) --heading.end;
    if (heading.end <= heading.begin) return;
    if (const auto own = own_number(std::string_view(t).substr(heading.begin, heading.end - heading.begin), rule)) {
        number = {static_cast<std::uint32_t>(heading.begin + own->begin), static_cast<std::uint32_t>(heading.begin + own->end)};
        heading.begin += static_cast<std::uint32_t>(own->rest);
    }
    heading.begin += static_cast<std::uint32_t>(topic_label(std::string_view(t).substr(heading.begin, heading.size())));
    // "Roof - https://…", "Roof :hammer:": an address or a picture is no part of the words.
    const auto bare = words_of_heading(std::string_view(t).substr(heading.begin, heading.size()));
    heading.begin += bare.begin;
    heading.end = static_cast<std::uint32_t>(heading.begin + bare.size());
    if (std::string_view(t).substr(0, heading.end).ends_with(" -")) heading.end -= 2;  // "ROOF - The roof leaks."
    heading.end = heading.begin + static_cast<std::uint32_t>(before_margin(std::string_view(t).substr(heading.begin, heading.size())));
    if (heading.end <= heading.begin) return;
    // "Roof (https://…)"
    if (const auto address = std::string_view(t).substr(0, heading.end).rfind(" (http"); address != std::string_view::npos && address > heading.begin && t[heading.end - 1] == ')') heading.end = static_cast<std::uint32_t>(address);
    if (laid.blocks[i].look.heading == 0 && style != "run in series" && is_no_heading(i, std::string_view(t).substr(heading.begin, heading.end - heading.begin), std::string_view(t).substr(std::min(rest, t.size())), !number.empty())) return;
    const auto behind_it = std::string_view(t).substr(std::min(rest, t.size()));
    if (style.starts_with("run in") && (behind_it.starts_with("https://") || behind_it.starts_with("http://"))) return;  // "Recording: https://…"
    outline_entry e;
    e.block = i;
    e.number = number;
    e.heading = heading;
    e.rest = rest;
    e.rank = rank;
    e.style = std::move(style);
    e.rule = rule;
    e.labels = labels_of(std::string_view(t).substr(heading.begin, heading.end - heading.begin));
    out.entries.push_back(std::move(e));
}

void outline_finder::consider(std::size_t i) {
    const auto& b = laid.blocks[i];
    const auto& l = b.look;
    std::string_view t = lines[i];
    std::size_t from = 0;
    if (t.starts_with('#')) from = std::min(t.find_first_not_of("# "), t.size());
    const auto [signs, behind_signs] = signs_around(t);
    if (signs > 0) {
        from = signs + 1;
        t.remove_suffix(behind_signs);
    }
    const auto size32 = static_cast<std::uint32_t>(t.size());
    const bool hashed = signs > 0 || (from > 0 && from < t.size() && t.find_first_not_of('#') != from);
    std::size_t mark_end = from;
    auto n = number_at(t.substr(from), words);
    bool bullet = !l.mark.empty() && !(n && n->begin == 0);
    if (bullet) {
        mark_end = std::min<std::size_t>(behind(t, l.mark.size()), t.size());
        if (const auto box = t.substr(mark_end); box.starts_with("[ ] ") || box.starts_with("[x] ") || box.starts_with("[X] ")) mark_end += 4;
        // "- 029/18 Status of the tour": the number counts, the bullet does not.
        if (const auto inner = number_at(t.substr(mark_end), words); inner && inner->rest < t.size() - mark_end && (inner->marked || inner->end - inner->begin > 3) && (l.bold || l.bold_end > 0)) {
            n = inner;
            from = mark_end;
            bullet = false;
        }
    }
    if (b.in_cell && !n && cells_in_row(b) > 1) return;  // a cell among others heads no item
    const bool numbered = n && n->rest < t.size() - from && (n->marked || counted[i]) && !bullet;
    if (numbered && in_numbered_people(laid, lines, i, words)) return;
    const span number = numbered ? span{static_cast<std::uint32_t>(from + n->begin), static_cast<std::uint32_t>(from + n->end)} : span{};
    const std::size_t start = numbered ? from + n->rest : mark_end;
    if (start >= t.size()) return;
    const auto rest = t.substr(start);
    const auto count = words_in(rest, words).size();
    const auto answer = trim(t.substr(behind(t, std::min(bold_lead_end(i), t.size()))));
    const auto plain = fold(answer.substr(0, answer.find_last_not_of('.') + 1));
    const bool bold_nothing = l.bold_end > 0 && (words.is_label(plain, label::none) || words.has(list::no_action, plain));  // "**Grants** – Nothing."
    if (count == 0 || (!numbered && !subjects.count(i) && !bold_nothing && match_roll_line(rest, words) && !says_nothing_of(rest))) return;  // "Bell - Yes"
    if (!numbered && names_officer(rest)) return;
    const auto whole = span{static_cast<std::uint32_t>(start), size32};
    const int depth = numbered ? n->depth : 0;
    const std::string shape = numbered ? number_shape(t.substr(number.begin, number.size()), depth, small_romans) + (l.depth > 1 ? " in list" : "") : "";
    if (l.heading > 0 || hashed) {
        const int level = signs > 0 ? static_cast<int>(signs) : hashed ? static_cast<int>(t.find_first_not_of('#')) : l.heading;
        add(i, number, whole, lines[i].size(), 10 * level, "heading " + std::to_string(level), "heading-style");
        return;
    }
    if (const auto timed = numbered ? 0 : behind_time(rest); timed > 0) {
        add(i, {}, {static_cast<std::uint32_t>(start + timed), size32}, t.size(), 110, "line with time", "heading-time");
        return;
    }
    const auto mark = marker_at(rest, words);
    const bool task = mark && mark->rest < rest.size() && !is_agenda_heading(rest);
    // "**Roof** (#12)": what stands behind the bold words is no more than a number.
    const auto behind_bold = t.substr(std::min(bold_lead_end(i), t.size()));
    const bool all_bold = l.bold || (l.bold_end > 0 && !behind_bold.empty() && behind_bold.find_first_of("0123456789") != behind_bold.npos && behind_bold.find_first_not_of(" ([#0123456789,)]") == behind_bold.npos);
    if (count <= longest_heading && !bullet && !task && all_bold && !(ends_sentence(rest) && has_verb(rest))) {
        add(i, number, whole, t.size(), 100 + (numbered ? 10 * depth : 15), numbered ? "bold " + shape : is_capitals(rest) ? "bold capitals" : "bold line", "heading-bold");
        return;
    }
    if (numbered) {
        ++numbered_lines[shape];
        numbered_candidate(i, number, start, shape, depth);
        return;
    }
    if (run_in_of_series(i)) return;
    if (!bullet && l.bold_end > 0 && bold_lead(i, start)) return;
    if (l.depth == 1 && ends_with_issue(rest) && count <= longest_heading && !task) {
        add(i, {}, whole, t.size(), 170, "bullet with issue", "heading-bullet");
        return;
    }
    if (bullet || l.depth > 0) {
        if (names_speaker(rest)) return;
        const std::size_t below = next(i);
        const bool over_list = below < laid.blocks.size() && laid.blocks[below].look.depth > 1;
        // "Budget for the year." over notes
        const bool stopped = over_list && l.depth == 1 && sentences_in(rest, words).size() == 1 && !gives_task(rest) && (rest.ends_with('?') || !has_verb(rest));
        const bool short_line = count <= 14 && (!ends_sentence(rest) || stopped);
        if (l.depth <= 1 && !(short_line && over_list) && bullet_topic(i, start)) return;
        if (!short_line || l.depth != 1) {
            if (l.depth == agenda_depth && count <= longest_heading && !gives_task(rest) && sentences_in(rest, words).size() == 1 && (!ends_sentence(rest) || rest.ends_with('?'))) add(i, {}, whole, t.size(), 170, "bullet in agenda", "heading-bullet");
            return;
        }
        const bool over_text = below < laid.blocks.size() && (bullets_over_text || l.bold) && is_text(below) && match_person(rest, words).value_or(person_finding{}).weight < 2;
        add(i, {}, whole, t.size(), 170, over_text && l.bold ? "bold bullet" : over_list || over_text ? "bullet over text" : "bullet", "heading-bullet");
        return;
    }
    // Cells side by side are short lines, but no headings.
    const bool beside = b.in_cell && laid.tables[b.table].columns.size() > 1;
    if (!starts_upper(rest) || beside) return;
    if (topic_label(rest) > 0) {
        add(i, {}, whole, t.size(), 110, "line with topic", "heading-topic");
        return;
    }
    if (count <= 3 && rest.find("://") != rest.npos) return;  // "Agenda: https://…"
    const bool colon = t.ends_with(':') || t.ends_with(":-");
    if (!colon && is_title_with_subject(rest, false) && over_list(i)) {
        add(i, {}, whole, t.size(), 140, "line over list", "heading-line");
        return;
    }
    if (!colon && (run_in_capitals(i, start) || run_in(i, start) || run_in_stop(i, start))) return;
    if (count > 14) return;
    const auto who = match_person(rest, words).value_or(person_finding{});
    const auto own = words_in(rest, words);
    const bool sign = is_agenda_heading(rest) && (over_sentence(i) || over_nothing(i)) && std::all_of(own.begin(), own.end(), [](const word& w) { return w.upper; });  // "AOB", "A.O.B."
    if (sign || (is_capitals(rest) && !ends_sentence(rest))) add(i, {}, whole, t.size(), 115, "capitals", "heading-capitals");
    else if (!colon && count <= longest_plain && is_heading(rest, words) && !ends_sentence(rest) && !is_agenda_heading(rest) && who.weight < 2 && !match_date(rest, words) && over_sentence(i)) add(i, {}, whole, t.size(), 140, "line over text", "heading-line");
    else if (!colon && who.weight < 2 && !is_agenda_heading(rest) && !has_verb(rest) && over_list(i)) add(i, {}, whole, t.size(), 140, "line over list", "heading-line");
    else if (is_heading(rest, words) && !ends_sentence(rest) && count <= 12 && t.find('\t') == t.npos && t.find("   ") == t.npos && (stands_alone(i) || (colon && opens_paragraph(i)) || is_agenda_heading(colon ? rest.substr(0, rest.rfind(':')) : rest))) add(i, {}, whole, t.size(), colon ? 150 : 140, colon ? "line with colon" : "line alone", "heading-line");
}

/// "Moderator: Ann Bell", "Notes: Tom Ash", set as a heading or not: who led the meeting, or wrote its minutes.
bool outline_finder::names_officer(std::string_view t) const {
    const auto l = label_at(t, words);
    if (!l || !l->marked || l->rest >= t.size() || !(l->is(label::chair) || l->is(label::minute_taker))) return false;
    const auto who = match_person(t.substr(l->rest), words);
    return who && who->weight >= 2 && words_in(t.substr(l->rest), words).size() <= 3;
}

/// "Ann:" over what Ann told.
bool outline_finder::names_speaker(std::string_view t) const {
    if (!t.ends_with(':')) return false;
    const auto all = words_in(t, words, 3);
    return !all.empty() && all.size() <= 2 && words.has(list::given_names, all[0]) && std::all_of(all.begin(), all.end(), [](const word& w) { return w.capital; });
}

/// "Boats: Tom to mend the blue one", "Ann to ask about rope"
bool outline_finder::gives_task(std::string_view t) const {
    const auto colon = t.find(": ");
    const known_names nobody;
    return is_owner_to(t, words, nobody) || (colon != t.npos && is_owner_to(t.substr(colon + 2), words, nobody)) || !markers_in(t, words).empty();
}

void outline_finder::follow_agenda(std::size_t i) {
    const auto& l = laid.blocks[i].look;
    const auto* e = !out.entries.empty() && out.entries.back().block == i ? &out.entries.back() : nullptr;
    if (e && e->is(label::agenda) && e->rest >= lines[i].size() && (agenda_depth < 0 || l.depth < agenda_depth)) agenda_depth = l.depth + 1;
    else if (l.heading > 0 || (l.depth < agenda_depth && (agenda_depth > 1 || laid.blocks[i - 1].look.depth > 0))) agenda_depth = -1;
}

bool outline_finder::says_nothing_of(std::string_view t) const {
    std::size_t mark = t.npos;
    for (const std::string_view apart : {": ", " \u2013 ", " \u2014 ", " - "}) mark = std::min(mark, first_mark(t, apart, 0));
    if (mark == t.npos || (t[mark] == ' ' && !is_agenda_heading(t.substr(0, mark)))) return false;  // "Councillors - none"
    auto said = trim(t.substr(behind(t, mark)));
    while (said.ends_with('.')) said.remove_suffix(1);
    return words.is_label(fold(said), label::none);
}

bool outline_finder::ends_with_issue(std::string_view t) {
    const auto hash = t.rfind(" #");
    return hash != t.npos && hash > 0 && hash + 2 < t.size() && t.find_first_not_of("0123456789", hash + 2) == t.npos;
}

std::size_t outline_finder::before_margin(std::string_view heading) const {
    const auto gap = std::max(heading.rfind('\t') + 1, heading.rfind("   ") + 1);
    if (gap == 0 || gap >= heading.size()) return heading.size();
    const auto margin = trim(heading.substr(gap));
    const bool when = tells_time_only(margin) || (find_times(margin, words).size() == 1 && words_in(margin, words).size() <= 2);
    const bool who = is_owners_only(margin, words) || match_person(margin, words).value_or(person_finding{}).weight >= 2;
    if (!when && !who) return heading.size();
    const auto last = heading.substr(0, gap).find_last_not_of(" \t");
    return last == heading.npos ? heading.size() : last + 1;
}

bool outline_finder::over_nothing(std::size_t i) const {
    const auto below = next(i);
    if (below >= laid.blocks.size() || !is_line(below)) return false;
    auto said = trim(lines[below]);
    while (said.ends_with('.')) said.remove_suffix(1);
    return words.is_label(fold(said), label::none);
}

bool outline_finder::bullet_topic(std::size_t i, std::size_t start) {
    const std::string_view t = lines[i];
    constexpr std::size_t longest_topic = 7;  // words
    const std::size_t bold = bold_lead_end(i);
    std::size_t end = t.npos;
    if (bold > start + 1 && bold < t.size()) {
        end = bold;
    } else if (bold == 0) {
        for (const std::string_view apart : {": ", " \u2013 ", " \u2014 ", " - "}) end = std::min(end, first_mark(t, apart, start));
    }
    if (end == t.npos || end <= start || behind(t, end) >= t.size()) return false;
    const auto lead = trim(t.substr(start, end - start));
    const auto all = words_in(lead, words);
    if (all.empty() || all.size() > longest_topic || !starts_upper(lead) || lead.find(". ") != lead.npos || has_verb(lead) || words.has(list::decision_markers, all[0])) return false;
    const auto l = label_at(lead, words);
    if (l && l->whole && !is_agenda_heading(lead)) return false;
    if (all.size() == 1 && speakers.count(all[0].folded)) return false;  // "- Jane: looks fine"
    constexpr std::size_t shortest_text = 3;  // words
    const auto said = t.substr(behind(t, end));
    const bool nothing = words.is_label(fold(said), label::none);
    if ((words_in(said, words, shortest_text).size() < shortest_text && !nothing) || names_value(t.substr(start))) return false;
    add(i, {}, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, behind(t, end), 170, "bullet with topic", "heading-bullet-topic");
    return true;
}

/// Whether one person's name is all that stands behind the bold words at a line's head.
bool outline_finder::names_holder(std::size_t i) const {
    constexpr std::size_t longest = 3;  // words of a name
    const std::string_view t = lines[i];
    const std::size_t end = is_line(i) ? bold_lead_end(i) : 0;
    if (end == 0 || end >= t.size()) return false;
    const auto said = trim(t.substr(behind(t, end)));
    return words_in(said, words, longest + 1).size() <= longest && name_strength(said, words) == 3;
}

bool outline_finder::bold_lead(std::size_t i, std::size_t start) {
    const std::string_view t = lines[i];
    const std::size_t end = bold_lead_end(i);
    if (end <= start + 1) return false;
    const auto lead = trim(t.substr(start, end - start));
    const auto count = words_in(lead, words).size();
    if (count == 0 || count > 12 || !starts_upper(lead) || has_verb(lead)) return false;
    if (names_holder(i)) {  // "Lead member: Ann Bell" above "Substitute: Tom Ash"
        const auto below = next(i);
        if (words.has(list::role_nouns, words_in(lead, words).back()) || (below < laid.blocks.size() && names_holder(below)) || (i > 0 && names_holder(i - 1))) return false;
    }
    if (count == 1 && words.has(list::decision_markers, words_in(lead, words).front())) return false;  // "RESOLVED to close the shop"
    if (const auto l = label_at(lead, words); l && (l->is(label::action) || l->whole)) {
        const auto said = t.substr(behind(t, end));
        const bool of_minutes = l->is(label::minute_taker) && ends_sentence(said) && has_verb(said);  // "Minutes: The minutes were agreed."
        if (!is_agenda_heading(lead) && !of_minutes) return false;
    }
    add(i, {}, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, behind(t, end), 160, "bold lead", "heading-bold-lead");
    return true;
}

std::size_t outline_finder::cells_in_row(const laid_block& b) const {
    const auto it = row_cells.find({b.table, b.row});
    return it == row_cells.end() ? 0 : it->second.size();
}

bool outline_finder::opens_paragraph(std::size_t i) const {
    constexpr std::size_t longest = 6;  // words
    const std::size_t k = next(i);
    if (i == 0 || k >= laid.blocks.size() || !is_line(i - 1) || !is_line(k) || words_in(lines[i], words, longest + 1).size() > longest) return false;
    return ends_sentence(lines[i - 1]) && starts_upper(lines[k]) && match_person(lines[i], words).value_or(person_finding{}).weight < 2;
}

bool outline_finder::over_sentence(std::size_t i) const {
    constexpr std::size_t shortest = 4;  // words
    const std::size_t k = next(i);
    if (i == 0 || k >= laid.blocks.size() || !is_line(k) || !is_line(i - 1)) return false;
    const bool paragraphs = laid.blocks[i].look.joint == document_block::joint_type::separate;  // of a word processor: nothing else parts them
    const bool apart = laid.blocks[i].blank_before > 0 || paragraphs;  // from what stands above it
    if (laid.blocks[k].blank_before > 0 ? !apart : !apart && !ends_sentence(lines[i - 1])) return false;
    // "All agreed", "Motion carried", "Action Tom Ash", "No": a remark between gaps
    const auto own = words_in(lines[i], words);
    const auto dated = own.size() > 3 && !own[0].digits ? find_dates(lines[i], words) : std::vector<date_finding>{};  // "Accounts as at 5 July 2022"
    const auto of_date = [&](const word& w) { return !dated.empty() && w.begin >= dated.front().begin && w.begin < dated.front().end; };
    const bool year = own.size() > 2 && own[0].folded.size() == 4;  // "2016 members' fair"
    const bool votes = own.size() <= 3 || words.has(list::for_words, own.front()) || words.has(list::for_words, own.back());  // "All for", not "Ideas for the fair"
    const bool remark = std::any_of(own.begin(), own.end(), [&](const word& w) { return (w.digits && !(year && w.begin == own[0].begin) && !of_date(w)) || (votes && words.has(list::for_words, w)) || words.has_any({list::vote_nouns, list::unanimity_words, list::verbs, list::decision_verbs, list::passive_words, list::second_words, list::nothing_words, list::greeting_words}, w); }) || label_at(lines[i], words).value_or(label_finding{}).is(label::action);
    if (laid.blocks[k].blank_before > 0 && remark) return false;
    const auto& below = laid.blocks[k].look;
    const auto said = words_in(lines[k], words, shortest);
    const bool opens = starts_upper(lines[k]) || (said.size() == shortest && said[0].digits && !number_at(lines[k], words).value_or(number_finding{}).marked);  // "20 have signed up so far."
    return below.depth == 0 && below.mark.empty() && opens && ends_sentence(lines[k]) && said.size() >= (apart ? 2 : shortest);
}

bool outline_finder::over_list(std::size_t i) const {
    const std::size_t k = next(i);
    if (i == 0 || k >= laid.blocks.size() || !is_line(k) || laid.blocks[k].look.depth != 1 || laid.blocks[k].look.mark.empty()) return false;
    if (laid.blocks[i].blank_before == 0 && laid.blocks[i - 1].look.depth == 0) return false;
    const std::string_view t = lines[i];
    // "To do before June", "What we agreed" over what is to be done; "Visitors" over who came
    const auto own = words_in(t, words), first = words_in(lines[k], words, 1);
    if (own.empty() || words.has(list::infinitive_marks, own[0]) || words.has(list::decision_verbs, own.back())) return false;
    const auto entry = trim(std::string_view(lines[k]).substr(laid.blocks[k].look.mark.size()));
    const bool told = ends_sentence(entry) && has_verb(entry);  // "Tom has cleared the weed."
    if (gives_task(entry) || (!told && (match_person(entry, words).value_or(person_finding{}).weight >= 2 || !match_roster(entry, words).empty()))) return false;
    if (!first.empty() && !first[0].capital && words.has(list::infinitive_marks, first[0])) return false;
    const bool speaker = words_in(t, words, 2).size() == 1 && words.has(list::given_names, words_in(t, words, 1).front());  // "Ann" over what she did
    return !speaker && (!ends_sentence(t) || t.ends_with('?')) && !match_date(t, words) && match_roster(t, words, roster_shape::several).size() < 2;
}

bool outline_finder::stands_alone(std::size_t i) const {
    const std::size_t k = next(i);
    const bool between_lists = i > 0 && k < laid.blocks.size() && laid.blocks[i - 1].look.depth > 0 && laid.blocks[k].look.depth > 0 && laid.blocks[i].look.depth == 0;  // right between two lists
    if (i > 0 && laid.blocks[i].blank_before == 0 && laid.blocks[i].look.joint != document_block::joint_type::separate && !between_lists) return false;
    if (k >= laid.blocks.size()) return false;
    const bool person = match_person(lines[i], words).value_or(person_finding{}).weight >= 2;
    return !person && !match_date(lines[i], words);
}

}  // namespace minutes
