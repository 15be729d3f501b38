// SPDX-License-Identifier: Apache-2.0
#include "attendance_list.hpp"

#include <algorithm>
#include <utility>

#include "attendance_phrase.hpp"
#include "attendance_text.hpp"
#include "family_first.hpp"
#include "initials.hpp"
#include "person_name.hpp"
#include "roster.hpp"
#include "roster_entry.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

/// Whether a line ends in the middle of an entry.
bool breaks_off(std::string_view line, const lexicon& words) {
    const auto all = words_in(line, words);
    return !all.empty() && all.back().end == line.size() && line.size() < 120 && all.size() > 2 && !all.back().capital && words.has(word_list::function_words, all.back());
}

}  // namespace

const laid_block& list_reader::block(std::size_t i) const { return p.laid.blocks[i]; }

void list_reader::add(spans where) {
    entries.push_back(std::move(where));
    entry_how.push_back(how);
    entry_label.push_back(label_where);
}

std::size_t list_reader::end_of_list(const joined_text& line, std::size_t from) {
    const std::string_view text = line.text();
    bool first = true;
    for (const span s : sentences_in(text.substr(from), p.words)) {
        const auto sentence = text.substr(from + s.begin, s.size());
        const auto l = attendance_label_at(sentence, p.words);
        if (!std::exchange(first, false) && !(l && (l->sure || (l->marked && takes_as_people(sentence.substr(l->rest)))) && l->begin == 0 && (l->marked || l->linked)) && (!attendance_phrases_in(sentence, p.words).empty() || tells_business(sentence) || tells_movement(sentence))) {
            told = line.source(from + s.begin, text.size());
            return from + s.begin;
        }
    }
    return text.size();
}

bool list_reader::tells_business(std::string_view sentence) const {
    constexpr std::size_t shortest = 4;  // words
    return words_in(sentence, p.words, shortest).size() == shortest && is_sentence(sentence, p.words) && strength_of_head(sentence, p.words) < 2;
}

bool list_reader::tells_movement(std::string_view sentence) const {
    constexpr std::size_t longest_name = 5;  // words, with an office
    const auto all = words_in(sentence, p.words, longest_name + 1);
    std::size_t k = 0;
    while (k < all.size() && all[k].capital) ++k;
    return k > 0 && k < all.size() && p.words.has_any({word_list::arrival_words, word_list::departure_words, word_list::return_words}, all[k]);
}

bool list_reader::leads_sure_person(std::string_view text) const {
    const auto people = match_roster(text, p.words);
    return !people.empty() && people.front().strength == 3;
}

bool list_reader::leads_forename(std::string_view text) const {
    const auto first = words_in(text.substr(0, 40), p.words, 1);
    return !first.empty() && first[0].capital && p.words.has(word_list::given_names, first[0]);
}

std::size_t list_reader::behind_office_label(std::string_view text) const {
    const auto l = label_at(text, p.words);
    const bool office = l && l->marked && !l->whole && (l->is(label::chair) || l->is(label::minute_taker)) && text.substr(l->end, l->rest - l->end).find(':') != text.npos;
    return office && (leads_sure_person(text.substr(l->rest)) || leads_forename(text.substr(l->rest))) ? l->rest : 0;
}

bool list_reader::opens_small_label(std::string_view text, std::size_t i) const {
    const auto gap = text.substr(0, i).find_last_not_of(' ');
    if (gap == text.npos || (text[gap] != ';' && text[gap] != '.' && text[gap] != ',')) return false;
    const auto l = attendance_label_at(text.substr(i), p.words);
    if (!l || !l->sure || l->begin > 0 || !is_away(l->how)) return false;
    const auto behind = text.substr(i + l->end);
    return behind.starts_with(':') || (behind.starts_with(' ') && starts_upper(behind.substr(1)) && leads_sure_person(behind.substr(1)));  // "…, apologies Tom Ash"
}

std::optional<attendance_label> list_reader::label_in_capitals(std::string_view text, std::size_t from, std::size_t i) const {
    constexpr std::size_t longest = 48;  // bytes
    const auto all = words_in(text.substr(i, longest), p.words);
    std::size_t n = 0;
    while (n < all.size() && all[n].upper) ++n;
    if (n == 0 || n == all.size() || all[0].begin > 0) return {};
    auto l = attendance_label_at(text.substr(i, all[n - 1].end), p.words);
    const auto before = words_in(text.substr(from, i - from), p.words);
    if (!l || !l->sure || !l->whole || l->of_body || std::all_of(before.begin(), before.end(), [](const word& w) { return w.upper; }) || !leads_sure_person(text.substr(i + all[n].begin))) return {};
    l->rest = all[n].begin;
    return l;
}

void list_reader::open_part(const joined_text& line, std::size_t& from, std::size_t i, const attendance_label& l) {
    add(line.source(from, i));
    p.leaves.paint(line.source(i + l.begin, i + l.rest), leaf::kind_type::label);
    how = l.how;
    label_where = line.source(i + l.begin, i + l.end);
    from = i + l.rest;
}

void list_reader::add_parts(const joined_text& line, std::size_t from) {
    const std::string_view text = std::string_view(line.text()).substr(0, end_of_list(line, from));
    for (std::size_t i = from + 1; i < text.size(); ++i) {
        const char before = text[i - 1];
        const bool small_label = before == ' ' && starts_lower(text.substr(i)) && opens_small_label(text, i);
        if (!(starts_upper(text.substr(i)) || small_label) || (before != ' ' && before != '\t' && before != '\n' && before != '*')) continue;
        const auto gap = text.substr(0, i).find_last_not_of(" \t\n*");
        const bool parted = small_label || (gap != text.npos && (text[gap] == '.' || text[gap] == ';' || i - gap > 2));
        constexpr std::size_t longest_label = 48;  // bytes
        if (const auto capitals = label_in_capitals(text, from, i)) {
            open_part(line, from, i, *capitals);
            i = from;
            continue;
        }
        if (!parted && text.substr(i, longest_label).find(':') == text.npos) continue;
        // "Chair: Ann Bell, Vice Chair: Tom Ash": the office begins before its last word.
        if (const auto own = words_in(text.substr(from, i - from), p.words); !parted && !own.empty() && from + own.back().end + 1 == i && p.words.has(word_list::role_nouns, own.back()) && !p.words.has(word_list::given_names, own.back())) continue;
        // "Apologies: Joe Moss Chair: Ann Bell": who has an office at the meeting is there.
        if (const std::size_t rest = behind_office_label(text.substr(i)); rest > 0) {
            add(line.source(from, i));
            p.leaves.paint(line.source(i, i + rest), leaf::kind_type::label);
            how = attendance::present;
            label_where = line.source(i, i + rest);
            from = i + rest;
            i = from;
            continue;
        }
        const auto l = attendance_label_at(text.substr(i), p.words);
        if (!l || !(l->marked || l->linked || small_label)) continue;
        // "Ann Bell, Tom Ash Apologies: Joe Moss": nothing but the label's own colon parts them.
        const bool colon = l->begin == 0 && !l->of_body && (l->sure || l->how == attendance::in_attendance) && text.substr(i + l->end).starts_with(':');
        if ((!parted || l->whole) && !colon) continue;
        const auto behind = text.substr(i + l->rest);
        const bool stopped = text[gap] == '.' && text.substr(i + l->end).starts_with(':') && takes_as_people(behind);  // "… T Ash. Observers: H A, E D"
        if (!l->sure && !l->whole && !(l->marked && (leads_sure_person(behind) || leads_forename(behind) || stopped))) continue;  // "Staff: Ann Bell"
        open_part(line, from, i, *l);
        i = from;
    }
    if (from < text.size() && !says_nobody(text.substr(from), p.words)) add(line.source(from, text.size()));
    parts = entries.size();
}

bool list_reader::reads_group_head(std::size_t i, const joined_text& line) {
    const std::string_view text = line.text();
    if (!is_group_head(text, p.words)) return false;
    const auto roster = match_roster(text, p.words);
    if ((!roster.empty() && roster.front().strength == 3)) return false;
    p.leaves.paint(line.source(0, text.size()), leaf::kind_type::label);
    const auto all = words_in(text, p.words);
    const bool guests = std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has(word_list::guest_words, w); });
    if (is_away(how) && guests && !is_listed(block(i).look, text)) {
        how = attendance::in_attendance;
        label_where = line.source(0, text.size());
    }
    return true;
}

bool list_reader::notes_entries(const joined_text& line) const {
    const auto mark = footnote_mark(trim(line.text()));
    if (mark.empty() || takes_as_people(line.text())) return false;
    return std::any_of(entries.begin(), entries.end(), [&](const spans& e) { return p.words_at(e).find(mark, 2) != std::string::npos; });
}

bool list_reader::reads_office(const joined_text& line) {
    const std::string_view text = line.text();
    const auto l = label_at(text, p.words);
    if (!l || !l->marked || !(l->is(label::chair) || l->is(label::minute_taker))) return false;
    if (l->whole) {  // the people follow
        how = attendance::present;
        label_where = line.source(l->begin, l->end);
        p.leaves.paint(line.source(0, text.size()), leaf::kind_type::label);
        return true;
    }
    if (name_strength(text.substr(0, l->end), p.words) >= 2) return false;
    const auto first = words_in(text.substr(l->rest), p.words, 1);  // "Minutes: Approved"
    if (!first.empty() && p.words.has_any({word_list::verbs, word_list::decision_verbs}, first[0]) && !p.words.has(word_list::given_names, first[0])) return false;
    p.leaves.paint(line.source(0, text.size()), leaf::kind_type::prose);
    p.leaves.paint(line.source(l->begin, l->rest), leaf::kind_type::label);
    const spans who = line.source(l->rest, text.size()), said = line.source(l->begin, l->end);
    if (words_in(text.substr(l->rest), p.words, 2).size() == 1) offices.emplace_back(who, said);
    else p.read_people(who, attendance::present, said);
    return true;
}

void list_reader::add_officers() {
    for (const auto& [who, label] : offices) p.read_people(who, attendance::present, label);
}

bool list_reader::reads_other_line(std::size_t i, const spans& where, const joined_text& line) {
    const auto paint = [&](leaf::kind_type kind) {
        p.leaves.paint(where, kind);
        return true;
    };
    const bool goes_on = goes_on_in_brackets(i, line.text());
    if (!goes_on && (reads_group_head(i, line) || reads_office(line))) return true;
    if (says_nobody(line.text(), p.words) || asks_for_names(i, line.text())) return paint(leaf::kind_type::prose);
    if (entries.empty() && heads_columns(line.text())) return paint(leaf::kind_type::label);  // "- name / institution"
    if (goes_on || goes_on_in_name(i, line.text())) {
        entries.back().insert(entries.back().end(), where.begin(), where.end());
        carries_on = std::string_view(line.text()).ends_with(",");
        return true;
    }
    // But "Joe Poe was present. Ann Bell moved to approve the plan, seconded by Tom Ash." is business.
    const auto decides = [&] {
        const auto all = sentences_in(line.text(), p.words);
        return all.size() > 1 && std::any_of(all.begin(), all.end(), [&](span s) {
            const auto d = sort_decision(std::string_view(line.text()).substr(s.begin, s.size()), p.words, p.known);
            return d.part == decision_part::whole || d.part == decision_part::proposal;
        });
    };
    if (is_sentence(line.text(), p.words) && !attendance_phrases_in(line.text(), p.words).empty() && !decides()) {  // "The following were not present: …"
        p.leaves.paint(where, leaf::kind_type::prose);
        if (p.read_phrases(where, true)) return true;
    }
    return names_part(i, line.text()) && paint(leaf::kind_type::label);
}

spans list_reader::whole_entry(std::size_t& i) const {
    spans where = block(i).text;
    while (i + 1 < p.laid.blocks.size() && breaks_off(p.words_at(where), p.words) && block(i + 1).kind == laid_block::kind_type::line && block(i + 1).blank_before == 0 && !attendance_label_at(p.words_at(block(i + 1).text), p.words)) {
        ++i;
        where.insert(where.end(), block(i).text.begin(), block(i).text.end());
    }
    return where;
}

bool list_reader::takes_entry(std::size_t i, const spans& where, const joined_text& line) {
    const auto& b = block(i);
    if (!takes(i, line)) return false;
    add(where);
    listed |= is_listed(b.look, line.text());
    if (bold_is_here && !b.look.bold && b.look.bold_end == 0) entry_how.back() = attendance::absent;
    carries_on = std::string_view(line.text()).ends_with(",");
    return true;
}

std::size_t list_reader::gather(std::size_t from) {
    constexpr std::size_t longest_miss = 12;  // words
    std::size_t i = from;
    int misses = 0;
    const auto part = block(from > 0 ? from - 1 : 0).look.part;  // the label's
    for (; i < p.laid.blocks.size(); ++i) {
        const auto& b = block(i);
        if (b.kind == laid_block::kind_type::furniture) {
            p.leaves.paint(b.text, leaf::kind_type::furniture);
            continue;
        }
        if (b.kind != laid_block::kind_type::line || b.in_cell || b.look.part != part) break;
        const spans where = whole_entry(i);
        const auto line = p.join(where);
        if (p.read_footnote(line)) continue;
        if (notes_entries(line)) {
            p.leaves.paint(where, leaf::kind_type::prose);
            notes.push_back(where);
            continue;
        }
        if (!notes.empty() || ends_list(i, line.text())) break;  // footnotes end their list
        if (reads_other_line(i, where, line)) continue;
        if (takes_entry(i, where, line)) {
            misses = 0;
            continue;
        }
        if (block(i).blank_before > 0 || starts_people(line.text(), p.words) || is_sentence(line.text(), p.words) || words_in(line.text(), p.words).size() > longest_miss || ++misses > 1) break;
        p.leaves.paint(block(i).text, leaf::kind_type::prose);  // "and 3 members of the public"
    }
    return i;
}

std::size_t list_reader::length_of_own_lead(std::string_view text) const {
    constexpr std::size_t longest = 40;  // bytes
    const auto colon = text.find(": ");
    if (colon == text.npos || colon > longest || text.find_first_of(",;(") < colon) return 0;
    const auto all = words_in(text.substr(0, colon), p.words);
    if (!all.empty() && opens_with_own_initials(text.substr(all[0].begin), p.words)) return 0;
    const bool lead = !all.empty() && all.size() <= 4 && std::all_of(all.begin(), all.end(), [&](const word& w) { return w.capital && !p.words.has(word_list::given_names, w); });
    return lead ? colon + 2 : 0;
}

bool list_reader::drop_leads() {
    const auto led = static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), [&](const spans& e) { return length_of_own_lead(p.words_at(e)) > 0; }));
    if (led < 3 || led * 4 < entries.size() * 3) return false;
    for (spans& entry : entries) {
        const auto line = p.join(entry);
        const std::string_view text = line.text();
        const auto lead = length_of_own_lead(text);
        p.leaves.paint(entry, leaf::kind_type::prose);
        if (lead > 0 && match_roster(text, p.words).size() < std::max<std::size_t>(match_roster(text.substr(lead), p.words).size(), 2)) entry = line.source(lead, text.size());
    }
    return true;
}

bool list_reader::in_label_line() const { return run_in && entries.size() == parts; }

bool list_reader::runs_on(const std::vector<std::string_view>& lines) const {
    if (in_label_line()) return true;
    if (listed || lines.empty() || have_bodies(p.m.people)) return false;
    if (lines.size() == 1) return is_short_run(lines.front(), p.words);
    return std::all_of(lines.begin(), lines.end() - 1, [](std::string_view line) { return line.ends_with(','); });
}

bool is_short_run(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 3;  // pieces: in longer ones the pieces' kinds tell more
    const auto pieces = cut_roster(text, words);
    if (pieces.size() < 2 || pieces.size() > longest) return false;
    const auto in_piece = [&](const roster_piece& x) { return text.substr(x.where.begin, x.where.size()); };
    const auto last = words_in(in_piece(pieces.back()), words);
    if (pieces.size() == 2 && !last.empty() && words.has_any({word_list::organisation_nouns, word_list::body_nouns, word_list::venue_nouns}, last.back())) return false;  // "Jon Marsh, Oak Lodge"
    return name_strength(head_of_piece(in_piece(pieces.front()), words), words) > 0 && std::none_of(pieces.begin(), pieces.end(), [&](const roster_piece& x) { return is_sentence(in_piece(x), words); });
}

bool have_bodies(const std::vector<person>& people) {
    const auto n = std::count_if(people.begin(), people.end(), [](const person& x) { return x.organisation.given(); });
    return n > 1 && static_cast<std::size_t>(n) * 2 > people.size();
}

bool list_reader::names_part(std::size_t i, std::string_view text) const {
    constexpr std::size_t longest = 12;  // words
    if (is_listed(block(i).look, text) || p.heads.at(i) || text.find_first_of(",;(") != text.npos) return false;
    const auto count = words_in(text, p.words, longest + 1).size();
    if (count > longest || (count > 6 && entries.empty())) return false;
    std::size_t next = i + 1;
    while (next < p.laid.blocks.size() && block(next).kind == laid_block::kind_type::furniture) ++next;
    if (next >= p.laid.blocks.size() || block(next).kind != laid_block::kind_type::line) return false;
    const auto below = p.join(block(next).text);
    const auto roster = match_roster(text, p.words);
    if (!roster.empty() && roster.front().strength == 3) return false;
    const bool people = takes_as_people(below.text()) || says_nobody(below.text(), p.words);
    // Names in bullets below plain lines, or below a line with a colon
    const bool sentence = is_sentence(text, p.words) || is_sentence(below.text(), p.words);
    return people && ((is_listed(block(next).look, below.text()) && (trim(text).ends_with(':') || !sentence)) || (trim(text).ends_with(':') && roster.empty() && !entries.empty()));
}

namespace {

/// Letters behind a whole name, in no brackets.
bool has_letters_apart(std::string_view text, const person_finding& f) {
    if (f.initials.empty() || f.initials.begin < f.name.end || text[f.initials.begin - 1] == '(' || text[f.initials.begin - 1] == '[') return false;
    return words_in(in(text, f.name), 2).size() > 1;
}

/// Whether letters are formed from a name, with its honorifics or without.
bool are_of_name(std::string_view letters, std::string_view name) {
    const auto all = words_in(name);
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return recalls_name(letters, name.substr(w.begin)); });
}

}  // namespace

void take_bodies_for_initials(const std::vector<std::string_view>& texts, std::vector<std::vector<roster_entry>>& people) {
    constexpr std::size_t fewest = 2;  // people with letters beside them
    std::size_t lettered = 0, formed = 0;
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (const auto& e : people[i]) {
            if (!has_letters_apart(texts[i], e.person)) continue;
            ++lettered;
            formed += are_of_name(in(texts[i], e.person.initials), in(texts[i], e.person.name));
        }
    if (lettered < fewest || formed * 3 > lettered) return;
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (auto& e : people[i])
            if (has_letters_apart(texts[i], e.person) && e.person.organisation.empty()) e.person.organisation = std::exchange(e.person.initials, {});
}

void list_reader::add_people() {
    const bool led = drop_leads();
    std::vector<joined_text> lines;
    for (const auto& e : entries) lines.push_back(p.join(e));
    std::vector<std::string_view> texts;
    for (const auto& l : lines) texts.push_back(l.text());
    if (puts_family_first(texts, p.words)) p.family_names_first = true;
    auto shape = shape_of_roster(texts, p.words);
    if (led && (shape == roster_shape::one_each || shape == roster_shape::lettered)) shape = roster_shape::several;  // their bodies stand before them
    if (shape == roster_shape::one_each && (in_label_line() || (texts.size() > 1 && runs_on(texts)))) shape = roster_shape::several;  // "Present: Ann Bell.  Apologies: Tom Ash."
    if (shape == roster_shape::several) p.lists_run_on = true;
    else if (shape == roster_shape::open && (p.lists_run_on || runs_on(texts))) shape = roster_shape::several;
    if (in_front_matter && shape == roster_shape::open) shape = roster_shape::one_each;
    std::vector<std::vector<roster_entry>> people;
    for (const auto text : texts) {
        people.push_back(p.people_in(text, shape));
        // "Tom ash": whoever an entry of front matter names, however it is spelt
        if (in_front_matter && people.back().empty())
            if (const auto first = words_in(text, p.words, 1); !first.empty())
                if (const auto e = plain_roster_entry(text, {static_cast<std::uint32_t>(first[0].begin), static_cast<std::uint32_t>(text.size())}, {}, p.words); e && !e->person.name.empty()) people.back().push_back(*e);
    }
    take_bodies_for_initials(texts, people);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        p.leaves.paint(entries[i], leaf::kind_type::prose);
        std::erase_if(people[i], [&](const roster_entry& e) { return those_present && those_present->find(fold(texts[i].substr(e.person.name.begin, e.person.name.size()))) == std::string::npos; });
        p.add_people(lines[i], people[i], entry_how[i], entry_label[i]);
    }
    for (const auto& note : notes) p.read_footnote(p.join(note));
    if (!told.empty()) p.read_phrases(told, true);
}

}  // namespace minutes
