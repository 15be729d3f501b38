// SPDX-License-Identifier: Apache-2.0
// Items, their running text, decisions; lines outside tables.
#include <algorithm>

#include <fmt/format.h>

#include "attendance_phrase.hpp"
#include "attendance_text.hpp"
#include "date.hpp"
#include "owner.hpp"
#include "task_owners.hpp"
#include "owner_lines.hpp"
#include "phrase.hpp"
#include "motion_words.hpp"
#include "parser.hpp"
#include "marker.hpp"
#include "person.hpp"
#include "reference.hpp"
#include "roster.hpp"

namespace minutes {

namespace {

bool opens_with_person(std::string_view text, const lexicon& words) {
    const auto people = match_roster(text, words);
    return !people.empty() && people.front().strength >= 2;
}

using list = word_list;

/// Evidence needed before a capital inside running text is taken for a new sub-heading's sentence.
constexpr int weight_at_start = 3;
constexpr int weight_inside = 4;
constexpr int weight_never = 99;

bool says_past(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words);
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::past_words, w); });
}

}  // namespace

item* parser::current_item() {
    item* it = nullptr;
    for (const std::size_t k : path) it = it ? &it->items[k] : &m.items[k];
    return it;
}

std::string parser::current_item_id() {
    const item* it = current_item();
    return it ? it->id : std::string{};
}

item& parser::open_item(traced<std::string> number, traced<std::string> heading, int rank) {
    while (!ranks.empty() && ranks.back() >= rank) {
        ranks.pop_back();
        path.pop_back();
    }
    item it;
    it.id = fmt::format("i{}", next_item_id++);
    leaves.paint(number.spans, leaf::kind_type::label, it.id + ".number");
    leaves.paint(heading.spans, leaf::kind_type::value, it.id + ".heading");
    it.number = std::move(number);
    it.heading = std::move(heading);
    item* parent = current_item();
    auto& siblings = parent ? parent->items : m.items;
    siblings.push_back(std::move(it));
    path.push_back(siblings.size() - 1);
    ranks.push_back(rank);
    return siblings.back();
}

void parser::open_sub_item(traced<std::string> heading) {
    constexpr int below_all_others = 1000;
    open_item({}, std::move(heading), below_all_others);
}

namespace {

bool is_number_only(std::string_view text) { return text.find_first_of("0123456789") != text.npos && text.find_first_not_of("0123456789. ()") == text.npos; }

}  // namespace

void parser::read_prose(const spans& where, block::kind_type kind, bool may_start_with_heading) {
    const auto j = join(where);
    const std::string_view t = j.text();
    leaves.paint(where, leaf::kind_type::prose, current_item_id());
    std::size_t body = 0;  // where the current item's own text starts
    const auto close_block = [&](std::size_t end) {
        const auto s = j.source(body, end);
        if (item* it = current_item(); it && !s.empty()) it->blocks.push_back({kind, s});
        if (!s.empty()) leaves.paint(s, leaf::kind_type::prose, current_item_id());
    };
    std::vector<span> decided;
    const auto flush = [&](std::size_t end) {
        close_block(end);
        for (std::size_t k = 0; k < decided.size(); ++k) read_decision(j, decided[k], k ? decided[k - 1] : span{});
        decided.clear();
    };
    const auto sentences = sentences_in(t, words);
    for (const span s : sentences) {
        const auto sentence = t.substr(s.begin, s.size());
        const bool first = s == sentences.front();
        std::size_t skip = 0;
        auto h = (first && !may_start_with_heading) ? std::nullopt : heading_at(sentence, words, known);
        if (h && is_number_only(sentence.substr(h->begin, h->end - h->begin))) h.reset();  // "2.1 The terms were read."
        const bool fused = h && std::string_view(h->rule) == "heading-fused";
        const bool colon = h && !fused;
        if (h && !(fused && kind != block::kind_type::cell) && h->rest < sentence.size() && h->weight >= (first ? weight_at_start : colon && !colon_headings ? weight_never : weight_inside) && (fused || !match_decision(sentence.substr(h->begin), words))) {
            const bool marker = words.labels(fold(sentence.substr(h->begin, h->end - h->begin))).size() && label_at(sentence, words)->is(label::action);
            if (!marker) {
                flush(s.begin);
                colon_headings |= first && std::string_view(h->rule) == "heading-colon";
                const auto at = j.source(s.begin + h->begin, s.begin + h->end);
                open_sub_item(stated(words_at(at), at, h->rule));
                body = s.begin + h->rest;
                skip = h->rest;
            }
        }
        decided.push_back({static_cast<std::uint32_t>(s.begin + skip), s.end});
    }
    flush(t.size());
}

/// "Grants approved", "Members elected": what stands in the list below was decided.
bool parser::lists_decisions(std::string_view heading) const {
    const auto all = words_in(heading, words);
    // "RESOLVED" above "1. That …"
    const bool counted = at_block + 1 < laid.blocks.size() && [&] {
        const auto n = number_at(words_at(laid.blocks[at_block + 1].text), words);
        return n && n->marked && n->last == 1;
    }();
    return !all.empty() && all.size() <= 5 && (all.size() > 1 ? !all.back().upper : counted || list_below()) && words.has(list::decision_verbs, all.back()) && all.back().folded.ends_with("ed");
}

/// "Actions from last meeting", "Previous action items", "Action follow-up": their list tells how old tasks stand.
bool parser::looks_back(std::string_view heading) const {
    const auto all = words_in(heading, words);
    // "Action follow-up [10 minutes]"
    auto last = all.size();
    while (last > 1 && (all[last - 1].digits || all[last - 1].before == '[' || all[last - 1].before == '(')) --last;
    if (last > 1 && words.has(list::review_words, all[last - 1])) return true;
    return says_past(heading, words);
}

/// "Items and actions", "Minutes & actions", "Action group": all that was said stands below, not tasks alone.
bool parser::heads_all_business(std::string_view heading) const {
    const auto all = words_in(heading, words);
    if (all.size() < 2) return false;
    if (all.size() == 2 && words.has(list::imperatives, all[1]) && !list_below()) return true;  // "Action plan" over prose
    if (words.has(list::bodies, all[1]) && !all[0].after && heading.substr(all[0].end, all[1].begin - all[0].end) == " ") return true;
    const auto between = heading.substr(all[0].end, all[1].begin - all[0].end);
    const bool joined = words.has(list::joining_words, all[1]) || between.find('&') != between.npos || between.find('/') != between.npos;
    return joined && (words.has_any({list::record_titles, list::business_nouns}, all[0]));
}

namespace {

/// "Rationale: it leaks", below the decision that it explains.
bool says_why(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words, 2);
    if (all.size() < 2 || all[0].after != ':') return false;
    const auto& kinds = words.columns(all[0]);
    return std::find(kinds.begin(), kinds.end(), column::notes) != kinds.end();
}

/// "Pending decisions", "Decisions still needed", but not "Decisions made".
bool names_undecided(std::string_view heading, const lexicon& words) {
    const auto all = words_in(heading, words);
    const bool known = words.is_label(fold(heading), label::decisions);
    return !known && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::pending_states, list::being_words}, w); });
}

}  // namespace

void parser::read_heading(const outline_entry& e) {
    const auto& b = laid.blocks[e.block];
    const auto j = join(b.text);
    const std::string_view t = j.text();
    const auto where = [&](span s) { return j.source(s.begin, s.end); };
    close_motion();
    last_sentence.clear();
    tasks = {};
    tasks.head = e.block;
    leaves.paint(b.text, leaf::kind_type::prose);
    if (e.heading.begin > 0 && e.number.empty()) leaves.paint(j.source(0, e.heading.begin), leaf::kind_type::label);
    traced<std::string> number;
    if (!e.number.empty()) number = stated(words_at(where(e.number)), where(e.number), "item-number");
    open_item(std::move(number), stated(words_at(where(e.heading)), where(e.heading), e.rule), e.rank);
    last_prose = where(e.heading);
    // Sub-headings of a list of actions stay in it; any other heading starts business anew.
    const bool of_past = section == section_type::people && says_past(t.substr(e.heading.begin, e.heading.size()), words);  // "Attended in the past"
    // "a. Voting members" under "1. Roll call"
    const bool group = section == section_type::people && e.rank > section_rank && is_group_head(t.substr(e.heading.begin, e.heading.size()), words) && !part_of_people(t.substr(e.heading.begin, e.heading.size()));
    // "Treasurer" below "Actions": what stands below is hers.
    const auto named = t.substr(e.heading.begin, e.heading.size());
    const bool doer = section == section_type::actions && e.number.empty() && names_owner_of_group(named) && is_owners_only(named, words);
    const bool business_again = section == section_type::actions && e.listed;  // "### Roof", which the agenda lists, one level below "## Actions"
    if (section == section_type::business || section == section_type::next_meeting || business_again || e.rank <= section_rank || (!e.labels.empty() && !group && !doer) || of_past) {
        section = section_type::business;
        section_rank = e.rank;
        section_depth = b.look.depth;
        decisions_depth = -1;
        section_label = where(e.heading);
        if (e.is(label::agenda)) section = section_type::agenda;
        else if (e.is(label::action) && !looks_back(t.substr(e.heading.begin, e.heading.size())) && !heads_all_business(t.substr(e.heading.begin, e.heading.size()))) section = section_type::actions;
        else if ((e.is(label::decisions) || lists_decisions(t.substr(e.heading.begin, e.heading.size()))) && !names_undecided(t.substr(e.heading.begin, e.heading.size()), words)) section = section_type::decisions;
        else if (e.is(label::next_meeting)) section = section_type::next_meeting;
        else if (const auto people = attendance_label_at(t.substr(e.heading.begin, e.heading.size()), words); people && people->sure && people->whole && !(people->how == attendance::present && names_body_only(t.substr(e.heading.begin, e.heading.size())))) {
            section = section_type::people;
            section_how = people->how;
        } else if (people && people->sure && !people->whole && (people->marked || (people->linked && is_away(people->how) && opens_with_person(t.substr(e.heading.begin + people->rest, e.heading.size() - people->rest), words)))) {
            // "Apologies; Ann Bell, Tom Ash", "Apologies from Ann Bell": the people stand in the heading itself
            section = section_type::people;
            section_how = people->how;
            read_people(where({static_cast<std::uint32_t>(e.heading.begin + people->rest), e.heading.end}), people->how, where(e.heading));
        } else if (const auto part = attendance_label_in_heading(t.substr(e.heading.begin, e.heading.size()), words)) {
            section = section_type::people;
            section_how = part->how;
        } else if (const auto told = attendance_phrases_in(named, words); !e.number.empty() && !told.empty() && is_away(told.front().how)) {
            read_phrases(where(e.heading), false);  // "1. There were apologies from Ann Bell"
        }
    }
    if (section == section_type::actions && doer)
        set_owners_of_list(j, e.heading.begin, owners_in(named, words), -1);
    if (section == section_type::next_meeting) read_next_meeting(where({e.heading.end, static_cast<std::uint32_t>(t.size())}));
    read_decision_of_heading(j, e.heading);
    if (e.rest >= t.size()) return;
    look how = b.look;
    how.mark = {};
    ahead = where(e.heading);
    read_words(j.source(e.rest, t.size()), how);
    ahead.clear();
}

bool parser::names_body_only(std::string_view heading) const {
    const auto all = words_in(heading, words);
    const bool attending = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::attending_words, list::guest_words, list::roll_nouns}, w) || w.after == ':'; });
    return !attending && all.size() == 1 && std::any_of(m.people.begin(), m.people.end(), [](const person& p) { return p.attendance.given() && p.attendance.value && *p.attendance.value == attendance::present; });
}

std::optional<attendance_label> parser::part_of_people(std::string_view text) const {
    const auto n = number_at(text, words);
    const std::size_t from = n && n->marked && n->rest < text.size() ? n->rest : 0;
    auto l = attendance_label_at(text.substr(from), words);
    if (!l || !l->whole || !l->sure) return {};
    for (std::size_t* byte : {&l->begin, &l->end, &l->rest}) *byte += from;
    return l;
}

void parser::read_words(const spans& where, const look& how) {
    const auto j = join(where);
    const std::string_view t = j.text();
    leaves.paint(where, leaf::kind_type::prose, current_item_id());
    const bool listed = how.depth > 0 || !how.mark.empty();
    block_depth = how.depth;
    const auto kind = listed ? block::kind_type::list_item : block::kind_type::paragraph;
    if (section == section_type::decisions && section_depth > 0 && how.depth <= section_depth) section = section_type::business;
    const auto l = label_at(t, words);
    // "Next meeting" alone on a line that is no heading: its date stands below.
    if (l && l->is(label::next_meeting) && l->whole && section == section_type::business) {
        leaves.paint(where, leaf::kind_type::label);
        section = section_type::next_meeting;
        if (item* it = current_item()) it->blocks.push_back({kind, where});
        return;
    }
    if (l && l->is(label::next_meeting) && l->rest < t.size() && (l->marked || names_own_next_meeting(t))) {
        leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
        read_next_meeting(j.source(l->rest, t.size()));
        if (item* it = current_item()) it->blocks.push_back({kind, where});
        return;
    }
    if (l && l->marked && l->is(label::end) && m.end.spans.empty() && l->rest < t.size()) leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
    switch (section) {
        case section_type::people:
            if (const auto part = part_of_people(t)) {  // "b. Not in attendance" under "1. Roll call"
                section_how = part->how;
                section_label = j.source(part->begin, part->end);
                leaves.paint(section_label, leaf::kind_type::label);
                break;
            }
            if (!marker_at(t, words, known)) read_people(where, section_how, section_label);  // a task names somebody too
            break;
        case section_type::actions:
            if (phrase_length(words_in(t, words, 3), 0, list::signature_words, words) > 0 || (!listed && l && l->is(label::minute_taker) && match_person(t.substr(l->rest), words).value_or(person_finding{}).weight >= 2)) {  // who signs or wrote the minutes has no task
                section = section_type::business;
                tasks = {};
                break;
            }
            if (!read_listed_task(j, how)) break;
            if (item* it = current_item()) it->blocks.push_back({kind, where});
            last_prose = where;
            return;
        case section_type::decisions: {
            if (!listed && text_behind_mark(j, how) == 0) break;
            if (decisions_depth < 0) decisions_depth = how.depth;
            if (how.depth > decisions_depth) break;  // a detail of one
            auto begin = text_behind_mark(j, how);
            const auto d = sort_decision(t.substr(begin), words, known);
            const bool marked = d.rule == std::string_view("decision-marker") && d.text.begin > 0;
            if (marked) begin += d.text.begin;
            const bool explains = !marked && says_why(t.substr(begin), words);
            if (!explains && !words.is_label(plain_words(t), label::none) && !(trim(t).ends_with(':') && words_in(t, words).size() <= 2)) add_decision(j.source(begin, t.size()), "resolved", "decision-in-list");
            if (item* it = current_item()) it->blocks.push_back({kind, where});
            return;
        }
        case section_type::next_meeting:
            if (m.next.date.spans.empty() || (l && l->is(label::time) && !m.next.start.value)) read_next_meeting(where);
            else if (l && l->marked && l->is(label::venue) && l->rest < t.size() && m.next.venue.spans.empty()) set_next_venue(j.source(l->rest, t.size()));
            break;
        case section_type::agenda: case section_type::business: break;
    }
    if (section != section_type::people) read_phrases(where, false);
    if (section == section_type::business && (motion.counted > 0 || motion.items || motion.listing > 0) && read_further_decision(j, how)) {
        if (item* it = current_item()) it->blocks.push_back({kind, where});
        return;
    }
    if (read_task_line(j, how)) return;
    read_prose(where, kind, false);
    last_prose = j.source(text_behind_mark(j, how), t.size());
}

namespace {

/// "- Ann moves to approve the agenda, motion passes": what was moved and what became of it, no heading; "**Passed: 7-0**" behind a motion.
bool says_motion(std::string_view text, bool behind_motion, const lexicon& words, const known_names& known) {
    const auto d = sort_decision(text, words, known);
    if (behind_motion && d.part == decision_part::outcome && d.decides) return true;
    return (d.part == decision_part::proposal || d.part == decision_part::whole) && !d.mover.empty() && !d.vote.result.empty();
}

/// "(1) Motion: To mend the roof": a motion, whose label heads nothing.
bool labels_motion(const parser& p, const outline_entry& e, std::string_view line) {
    const auto all = words_in(line.substr(e.heading.begin, e.heading.size()), p.words);
    if (e.number.empty() && e.style.starts_with("bullet") && motion_label(line.substr(e.heading.begin), p.words) > 0) return true;  // "- Motion: mend the roof"
    if (e.number.empty() || e.number.begin == 0 || line[e.number.begin - 1] != '(') return false;  // "2. Motion: that …" may be an item
    return all.size() == 1 && e.rest < line.size() && p.words.has(list::motion_nouns, all[0]) && line.substr(e.heading.end).starts_with(':');
}

/// "• Treasurer:", "TOM ASH" over their tasks, below "Actions"
bool heads_doers_list(const parser& p, const outline_entry& e, std::string_view line) {
    const auto named = line.substr(e.heading.begin, e.heading.size());
    if (!(p.section == section_type::actions || p.tasks.list) || !e.number.empty() || e.style.starts_with("heading") || !is_owners_only(named, p.words)) return false;
    if (e.style.starts_with("bullet")) return p.section == section_type::actions && p.names_owner_of_group(named);
    return are_certain_owners(named, p.words, p.known) && p.list_below();
}

}  // namespace

void parser::read_line(std::size_t at) {
    const auto& b = laid.blocks[at];
    last_line = b.text;
    at_block = at;
    if (decision_below == at && at > 0) return read_decision_below_marker(at);
    const auto j = join(b.text);
    const std::size_t from = number_of_paragraph(j.text());
    const auto* e = heads.at(at);
    if (heads_decision(at)) {
        decision_below = at + 1;
        const bool section_of_them = e && words_in(j.text().substr(e->heading.begin), words, 1).front().folded.ends_with("s");  // "Decisions"
        if (!e || (e->number.empty() && !section_of_them)) return leaves.paint(b.text, leaf::kind_type::label);
    }
    if (e && section == section_type::people && e->style.starts_with("line") && names_people(j.text(), 2)) e = nullptr;  // "Ann Bell, Tom Ash" between gaps below "Apologies"
    if (e && !heads_doers_list(*this, *e, j.text()) && !labels_motion(*this, *e, j.text()) && !(from > 0 && is_paragraph(*e, j.text().substr(from))) && !is_marked_task(b) && !is_numbered_task(*e) && !is_said_task(*e) && !(section != section_type::people && looks_like_owner_line(*this, at, false) && sets_owners_at_margin()) && !(e->number.empty() && says_motion(std::string_view(words_at(b.text)).substr(e->heading.begin, e->heading.size()), motion.proposed, words, known))) {
        read_heading(*e);
        return;
    }
    if (from > 0) read_numbered_paragraph(j, from, b.look);
    else read_words(b.text, b.look);
}

}  // namespace minutes
