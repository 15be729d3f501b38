// SPDX-License-Identifier: Apache-2.0
// Where a list of people opens, and how it is read from there: below a label, behind one, or in a table.
#include <algorithm>

#include "attendance_list.hpp"
#include "attendance_phrase.hpp"
#include "attendance_text.hpp"
#include "date.hpp"
#include "owner.hpp"
#include "reference.hpp"
#include "roster.hpp"
#include "roster_pieces.hpp"

namespace minutes {

std::optional<attendance> attendance_of(const std::vector<label>& kinds) {
    const auto is = [&](label k) { return std::find(kinds.begin(), kinds.end(), k) != kinds.end(); };
    if (is(label::apologies)) return attendance::apologies;
    if (is(label::absent)) return attendance::absent;
    if (is(label::present)) return attendance::present;
    if (is(label::in_attendance)) return attendance::in_attendance;
    return {};
}

namespace {

/// "Ann Bell – Call Joe": what to do behind a dash, no post.
bool tells_behind_dash(std::string_view text, const lexicon& words) {
    for (const std::string_view dash : {" \u2014 ", " \u2013 ", " - "}) {
        const auto at = text.find(dash, 1);
        if (at == text.npos) continue;
        const auto next = words_in(text.substr(at + dash.size()), words, 1);
        if (!next.empty() && words.has(word_list::imperatives, next[0]) && !words.has_any({word_list::role_nouns, word_list::given_names, word_list::organisation_nouns}, next[0])) return true;
    }
    return false;
}

}  // namespace

bool parser::ticks_people(std::size_t at) const {
    const auto& b = laid.blocks[at];
    if (b.kind != laid_block::kind_type::line) return false;
    const auto text = words_at(b.text);
    const auto box = text.find('[');
    if (box > 4 || box + 2 >= text.size() || text[box + 2] != ']') return false;  // most blocks
    constexpr std::size_t longest_entry = 10;  // words
    const auto all = words_in(text, words, longest_entry + 1);
    if (all.size() > longest_entry) return false;
    const bool tells = any_outside_brackets(text, all, [&](const word& w) { return !w.capital && w.folded.size() > 1 && !words.has(word_list::particles, w); });
    if (tells || tells_behind_dash(text, words)) return false;  // "[ ] Ann Bell to write", "[ ] Ann Bell – Call Joe" are tasks
    const auto people = match_roster(text, words);
    return people.size() == 1 && people.front().strength >= 2 && people.front().said;
}

namespace {

constexpr std::size_t longest_head = 40;  // blocks

/// "Committee minutes – 16/9/09 Present:": a label that ends the line of the meeting's date.
std::optional<attendance_label> label_behind_date(std::string_view text, const lexicon& words) {
    const auto dates = find_dates(text, words);
    if (dates.empty() || !text.ends_with(':')) return {};
    const auto from = text.find_first_not_of(" ,.;-", dates.back().end);
    auto l = from == text.npos ? std::nullopt : attendance_label_at(text.substr(from), words);
    if (!l || !l->whole || !l->sure) return {};
    for (std::size_t* byte : {&l->begin, &l->end, &l->rest}) *byte += from;
    return l;
}

/// "Minutes of the meeting held on 4 March when there were present:", "… with the following members in attendance:": the label that a line of the head ends in.
std::optional<attendance_label> label_at_end(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 8;  // words
    if (!trim(text).ends_with(':')) return {};
    const auto all = words_in(text, words);
    for (std::size_t k = all.size() > longest ? all.size() - longest : 0; k < all.size(); ++k) {
        auto l = attendance_label_at(text.substr(all[k].begin), words);
        if (!l || !l->whole || !l->sure || l->of_body || l->begin > 0) continue;
        for (std::size_t* byte : {&l->begin, &l->end, &l->rest}) *byte += all[k].begin;
        return l;
    }
    return {};
}

}  // namespace

bool parser::is_entry_among_others(std::size_t at) const {
    const auto& b = laid.blocks[at];
    const auto text = words_at(b.text);
    if (at + 1 >= laid.blocks.size() || !is_listed(b.look, text) || text.find(':') != text.npos) return false;
    const auto& below = laid.blocks[at + 1];
    if (below.kind != laid_block::kind_type::line || below.look.depth != b.look.depth || below.look.mark != b.look.mark) return false;
    const auto people = match_roster(words_at(below.text), words);
    return people.empty() || people.front().strength < 3;
}

bool parser::people_stand_at(std::size_t at) const {
    if (at >= laid.blocks.size() || laid.blocks[at].kind != laid_block::kind_type::line) return false;
    const auto text = std::string(words_at(laid.blocks[at].text));
    if (is_listed(laid.blocks[at].look, text)) return true;
    const auto people = match_roster(text, words);
    return !people.empty() && people.front().strength >= 2 && !is_sentence(text, words);
}

bool parser::is_above_sentence(std::size_t at) const {
    std::size_t below = at + 1;
    while (below < laid.blocks.size() && laid.blocks[below].kind == laid_block::kind_type::furniture) ++below;
    if (below >= laid.blocks.size() || laid.blocks[below].kind != laid_block::kind_type::line) return false;
    const auto text = std::string(words_at(laid.blocks[below].text));
    return text.ends_with('.') && is_sentence(text, words) && strength_of_head(text, words) < 2;
}

bool parser::opens_list_below(std::size_t at) const {
    while (++at < laid.blocks.size() && laid.blocks[at].kind == laid_block::kind_type::furniture) {}
    if (at >= laid.blocks.size() || laid.blocks[at].in_cell || laid.blocks[at].look.heading > 0 || laid.blocks[at].look.depth > 0) return false;
    const auto l = attendance_opens(at);
    return l && l->marked;
}

std::optional<attendance_label> parser::attendance_opens(std::size_t at) const {
    const auto& b = laid.blocks[at];
    if (b.kind != laid_block::kind_type::line) return {};
    const auto j = join(b.text);
    const std::string_view text = j.text();
    if (at == unlabelled_people || (at != people_end && ticks_people(at) && at + 1 < laid.blocks.size() && ticks_people(at + 1))) return attendance_label{attendance::present, 0, 0, 0, true, true, false, false, false};
    if (at == people_end && tells_election(text, words)) return {};
    const auto number = number_at(text, words);
    if (number && number->marked && number->begin < 4) return {};  // "1. Apologies": an item
    if (const auto* e = heads.at(at); e && !e->number.empty()) return {};
    auto l = attendance_label_at(text, words);
    // "Sign in below so we know who was here. Roll call:"
    constexpr std::size_t longest_opening = 800;  // bytes
    if (!l && text.ends_with(':') && text.size() < longest_opening)
        if (const auto sentences = sentences_in(text, words); sentences.size() > 1) {
            l = attendance_label_at(text.substr(sentences.back().begin), words);
            if (l && (!l->whole || !people_stand_at(at + 1))) l.reset();
            if (l)
                for (std::size_t* byte : {&l->begin, &l->end, &l->rest}) *byte += sentences.back().begin;
        }
    if (!l && at < longest_head) l = label_behind_date(text, words);
    if (!l && at < longest_head) {
        const bool group = at + 1 < laid.blocks.size() && is_group_head(words_at(laid.blocks[at + 1].text), words);
        if (people_stand_at(group ? at + 2 : at + 1)) l = label_at_end(text, words);
    }
    if (!l && at < longest_head && !attendance_columns(at).people.empty()) return attendance_label{attendance::present, 0, 0, text.size(), true, true, true, false, false};
    if (!l && at == people_end && at > 0)
        if (const auto rest = length_of_guests_lead(text, words); rest > 0) return attendance_label{attendance::in_attendance, 0, rest - 1, rest, false, false, false, false, true};
    if (!l && at == people_end && starts_people(text, words)) {
        const auto colon = text.find(':');
        return attendance_label{attendance::in_attendance, 0, colon, std::min(colon + 2, text.size()), true, false, false, false, true};
    }
    if (!l) return {};
    if (!l->whole && l->marked && l->sure) {
        const auto* e = heads.at(at);
        const auto said = text.substr(std::min(l->rest, text.size()));
        const bool told = e && e->style.starts_with("run in") && l->how == attendance::present && said.ends_with('.') && strength_of_head(said, words) < 2;
        return told ? std::nullopt : l;  // "MEMBERSHIP - 112 have paid."
    }
    const auto people = l->whole ? std::vector<roster_entry>{} : match_roster(text.substr(l->rest), words);
    const bool named = !people.empty() && people.front().strength >= 2;
    if (!l->whole) {
        // "Here: Ann (chair), Tom, Mia" at the head
        constexpr std::size_t fewest = 3;  // people
        const auto first = text.substr(l->rest, text.find(',', l->rest) - l->rest);
        if (l->marked && !l->sure && l->how == attendance::present && at < longest_head && m.people.empty() && !is_listed(b.look, text) && name_strength(first, words) > 0 && match_roster(text.substr(l->rest), words, roster_shape::several).size() >= fewest) return l;
        // "Observers: Tom, Ada" right behind another list
        // "Membership: Twelve new members joined.": a sentence that names nobody for sure
        if (l->marked) return (named && (people.front().strength == 3 || !is_sentence(text.substr(l->rest), words))) || (at == people_end && match_roster(text.substr(l->rest), words, roster_shape::several).size() > 1) ? l : std::nullopt;
        // "Participants are in agreement that …"
        if (l->linked && !named && starts_lower(text.substr(l->rest)) && is_sentence(text.substr(l->rest), words) && attendance_phrases_in(text, words).empty()) return {};
        if (l->linked) return named || people.size() > 1 || says_nobody(text.substr(l->rest), words) ? l : std::nullopt;
        const bool behind_list = at == people_end && l->sure && named;  // "Absent with apologies Jaki Booth" below those who came
        if (l->sure && at < longest_head && lists_lone_names(text.substr(l->rest), words)) return l;
        return named && (people.front().strength == 3 || behind_list) && !is_sentence(text, words) ? l : std::nullopt;
    }
    if (is_entry_among_others(at)) return {};
    // "Roll Call" among the headings of the business is one of them, with the people below it.
    const auto called = words_in(text, words);
    if (heads.at(at) && !m.items.empty() && std::any_of(called.begin(), called.end(), [&](const word& w) { return words.has(word_list::roll_nouns, w); })) return {};
    if (heads.at(at) && is_above_sentence(at)) return {};  // "## Welcome and apologies" above what was said: an item
    if (l->sure) return l;
    // "Staff", "Members": people must follow, and near the head: elsewhere it may be any list of names.
    if (at > longest_head) return {};
    std::size_t next = at + 1;
    while (next < laid.blocks.size() && laid.blocks[next].kind == laid_block::kind_type::furniture) ++next;
    if (next >= laid.blocks.size() || laid.blocks[next].kind != laid_block::kind_type::line) return {};
    const auto below = match_roster(words_at(laid.blocks[next].text), words);
    return !below.empty() && below.front().strength >= 2 ? l : std::nullopt;
}

namespace {

/// "P – Present  S – Sanctioned": the key of a grid's marks.
bool is_key(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 16;  // words
    const auto all = words_in(text, words, longest + 1);
    if (all.size() > longest) return false;
    std::size_t explained = 0;
    for (std::size_t k = 1; k < all.size(); ++k) {
        const bool meaning = all[k].folded.size() > 2 && (words.has(word_list::here_words, all[k]) || words.has(word_list::away_words, all[k]));
        explained += meaning && all[k - 1].capital && all[k - 1].folded.size() == 1;
    }
    return explained >= 2;
}

/// "Welcome", "Call to order": whether the first item is still open, and one in which people are named.
bool is_opening_item(const parser& p) {
    if (p.m.items.size() != 1 || !p.m.items.front().heading.given()) return false;
    const auto all = words_in(*p.m.items.front().heading.value, p.words);
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return p.words.has_any({word_list::attending_words, word_list::apology_words, word_list::opening_words, word_list::label_fillers}, w) && !p.words.has(word_list::function_words, w); });
}

}  // namespace

std::size_t parser::read_group_beside_label(std::size_t from) {
    constexpr std::size_t longest = 4;  // words
    const auto& b = laid.blocks[from];
    if (!b.in_cell || from != people_end || from == 0 || from + 1 >= laid.blocks.size()) return from;
    const auto& beside = laid.blocks[from + 1];
    const auto label = words_at(b.text), text = words_at(beside.text);
    const auto all = words_in(label, words, longest + 1);
    if (!label.ends_with(':') || all.empty() || all.size() > longest || !all[0].capital || !beside.in_cell || beside.table != b.table || attendance_label_at(label, words) || label_at(label, words) || is_sentence(text, words)) return from;
    const auto people = match_roster(text, words);
    if (people.size() < 2 || std::any_of(people.begin(), people.end(), [](const roster_entry& e) { return e.strength < 2; })) return from;
    leaves.paint(b.text, leaf::kind_type::label);
    leaves.paint(beside.text, leaf::kind_type::prose);
    read_people(beside.text, attendance::in_attendance, b.text);
    return people_end = from + 2;
}

std::size_t parser::read_attendance(std::size_t from) {
    const auto& first = laid.blocks[from];
    const bool table_starts = from == 0 || !laid.blocks[from - 1].in_cell || laid.blocks[from - 1].table != first.table;
    if (first.in_cell && section == section_type::people && table_starts) {  // under a heading "1. Apologies"
        const attendance_label heading{section_how, 0, 0, 0, true, false, true, false, true};
        return read_attendance_cells(from, &heading, section_label);
    }
    if (const auto after = read_group_beside_label(from); after > from) return after;
    if (first.in_cell) {
        const auto after = read_attendance_cells(from);
        if (after > from && !m.people.empty()) people_end = after;
        const auto own = after > from ? std::nullopt : attendance_opens(from);
        if (!own || own->whole) return after;  // "Apologies – Ann Bell" among the text of an item goes on as a line
    }
    if (const auto after = read_attendance_columns(from); after > from) return after;
    if (is_key(words_at(first.text), words)) {
        leaves.paint(first.text, leaf::kind_type::label);
        return from + 1;
    }
    const auto l = attendance_opens(from);
    if (!l) return from;
    // "Speakers: Ann Bell", "Staff: Tom Ash" in the business, apart from the lists of those who came
    const bool in_business = section == section_type::business && !m.items.empty() && !is_opening_item(*this) && people_end > 0 && from != people_end;
    // "Guests: Bo Finch" below the item "2. Guests" is one
    const auto said = words_in(words_at(laid.blocks[from].text), words, 1);
    const item* open = current_item();
    const auto heading = words_in(open && open->heading.value ? *open->heading.value : std::string(), words);
    const bool own_item = !said.empty() && std::any_of(heading.begin(), heading.end(), [&](const word& w) { return w.folded == said[0].folded; });
    if (in_business && !own_item && !l->sure && l->marked && !l->whole) return from;
    const auto j = join(first.text);
    const std::string_view text = j.text();
    leaves.paint(first.text, leaf::kind_type::prose);
    leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
    const bool unlabelled = l->end == 0;
    list_reader r{*this, l->how, unlabelled ? first.text : j.source(l->begin, l->end), first.look.depth};
    r.unlabelled = unlabelled;
    r.in_front_matter = l->whole && first.look.part == document_block::part_type::metadata;
    bool one_line = false;
    const auto label_words = words_in(text, words);
    r.bold_is_here = std::any_of(label_words.begin(), label_words.end(), [&](const word& w) { return words.has(word_list::bold_words, w); });
    if (!l->whole && !r.bold_is_here) {
        const auto rest = text.substr(l->rest);
        const bool clause = l->how == attendance::apologies || (l->linked && !l->marked && starts_lower(rest) && !words_in(rest, words, 1).empty() && words.has(word_list::function_words, words_in(rest, words, 1)[0]));  // "Also present for some of the meeting was …"
        if (clause && is_sentence(rest, words) && read_phrases(first.text, true)) {
            one_line = true;
        } else if (l->how == attendance::apologies && is_sentence(rest, words) && match_roster(rest, words).size() < 2) {
            one_line = false;
        } else if (!says_nobody(rest, words)) {
            r.add_parts(j, l->rest);
            r.run_in = !unlabelled;
            one_line = is_away(l->how) && !match_roster(rest, words).empty();
        } else {
            one_line = true;
        }
        r.carries_on = text.ends_with(",") || text.ends_with(":") || (!label_words.empty() && words.has(word_list::joining_words, label_words.back()) && label_words.back().end == text.size());
        r.run_in &= !text.ends_with(":");  // "Present: Ann Bell Apologies:"
        one_line &= !r.carries_on;
    }
    std::size_t next = from + 1;
    if (next < laid.blocks.size() && laid.blocks[next].kind == laid_block::kind_type::header && laid.tables[laid.blocks[next].table].people) return read_people_table(next);
    if (l->whole && next < laid.blocks.size() && laid.blocks[next].in_cell)
        if (const auto after = read_attendance_cells(next, &*l, r.label_where); after > next) return after;
    if (!(one_line && next < laid.blocks.size() && laid.blocks[next].blank_before > 0)) next = r.gather(next);
    // A heading that is a label by chance: "# Membership", with business below it.
    if (l->whole && heads.at(from) && r.entries.empty() && next == from + 1 && !opens_list_below(from)) return from;
    const std::size_t known = m.people.size();
    r.keep_those_present(from, next);
    r.add_people();
    for (std::size_t k = known; unlabelled && k < m.people.size(); ++k) {
        m.people[k].attendance.basis = basis::derived;
        m.people[k].attendance.rule = "attendance-unlabelled";
    }
    r.add_officers();
    people_end = next;
    return next;
}

}  // namespace minutes
