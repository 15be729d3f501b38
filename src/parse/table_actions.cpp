// SPDX-License-Identifier: Apache-2.0
// The actions of a table: their references, owners, dates and status.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "date.hpp"
#include "look.hpp"
#include "owner.hpp"
#include "owner_limit.hpp"
#include "task.hpp"
#include "task_owners.hpp"
#include "table_reader.hpp"

namespace minutes {

namespace {
using list = word_list;
}  // namespace

std::optional<span> table_reader::bracket_at_end(std::string_view text) {
    const auto close = text.find_last_not_of(" .");
    if (close == text.npos || (text[close] != ')' && text[close] != ']')) return {};
    const auto open = text.find_last_of("([", close);
    if (open == text.npos || open == 0) return {};
    return span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
}

spans table_reader::take_decisions(const spans& where) {
    const auto j = p.join(where);
    spans rest;
    for (const span s : sentences_in(j.text(), p.words)) {
        const auto sentence = std::string_view(j.text()).substr(s.begin, s.size());
        const auto first = words_in(sentence, p.words, 1);
        const auto at = j.source(s.begin, s.end);
        const auto kind = first.empty() || owners_at_end(sentence) ? std::nullopt : p.words.decision_kind(first.front());
        if (kind) p.add_decision(at, std::string(*kind), "decision-in-column");
        else rest.insert(rest.end(), at.begin(), at.end());
    }
    return rest;
}

void table_reader::take_closing_reference(action& a) {
    if (a.ref.given() || !a.text.value) return;
    const auto j = p.join(a.text.spans);
    const std::string_view text = j.text();
    const auto bracket = bracket_at_end(text);
    const auto r = bracket ? match_reference(text.substr(bracket->begin, bracket->size()), p.words) : std::nullopt;
    if (!r || std::find(closing_shapes.begin(), closing_shapes.end(), r->shape) == closing_shapes.end()) return;
    const auto at = j.source(bracket->begin + r->begin, bracket->begin + r->end);
    a.ref = stated(p.words_at(at), at, "reference-at-end");
    cut_text(a, j, bracket->begin, *bracket);
    p.leaves.paint(at, leaf::kind_type::value, a.id + ".ref");
}

void table_reader::cut_text(action& a, const joined_text& j, std::size_t end, span apart) {
    const auto where = j.source(0, end);
    p.leaves.paint(j.source(apart.begin, apart.end), leaf::kind_type::label, a.id);
    a.text.value = p.words_at(where);
    a.text.spans = where;
}

void table_reader::take_trailing_owner(action& a) {
    if (!a.owners.empty() || !a.text.value) return;
    const auto j = p.join(a.text.spans);
    const auto all = words_in(j.text(), p.words);
    if (all.size() < 3) return;
    const auto& last = all.back();
    const auto tail = std::string_view(j.text()).substr(last.begin, last.end - last.begin);
    const auto& before = all[all.size() - 2];
    if (last.before || last.after || before.after || p.words.has(list::function_words, before)) return;
    const auto owners = match_owners(tail, p.words);
    if (!owners || !owners->initials) return;
    std::vector<span> group;
    for (span s : owners->groups.front()) {
        if (!p.known.initials.count(fold(plain_initials(tail.substr(s.begin, s.size()))))) return;
        group.push_back({static_cast<std::uint32_t>(s.begin + last.begin), static_cast<std::uint32_t>(s.end + last.begin)});
    }
    cut_text(a, j, before.end, {static_cast<std::uint32_t>(last.begin), static_cast<std::uint32_t>(last.end)});
    add_owners(a, j, group, basis::derived, "owner-at-end");
    p.say("displaced-owner", severity::warning, a.owners.front().text.spans, fmt::format("the owner of {}, '{}', stands at the end of the action", name_of_action(a), tail), "Compare the owner with the source line.");
}

void table_reader::add_owners(action& a, const joined_text& j, const std::vector<span>& group, basis how, const char* rule) {
    for (const span& s : group) {
        owner o;
        o.text = stated(p.words_at(j.source(s.begin, s.end)), j.source(s.begin, s.end), rule);
        o.text.basis = how;
        p.leaves.paint(o.text.spans, leaf::kind_type::value, a.id + ".owner");
        a.owners.push_back(std::move(o));
    }
}

void table_reader::read_owners(action& a, const spans& where, basis how, const char* rule) {
    if (where.empty()) return;
    p.leaves.paint(where, leaf::kind_type::value, a.id + ".owner");
    const auto j = p.join(where);
    const auto text = trim(j.text());
    if (p.words.has(list::no_action, fold(text)) || words_in(text, p.words).empty() || p.words.has(list::undated, fold(text))) return;
    if (const auto found = match_owners(j.text(), p.words)) {
        for (const auto& group : found->groups) add_owners(a, j, group, how, rule);
    } else {
        add_owners(a, j, {{0, static_cast<std::uint32_t>(j.text().size())}}, how, rule);
    }
}

void table_reader::read_due(action& a, const spans& where, basis how, const char* rule) {
    if (where.empty() || words_in(p.words_at(where), p.words).empty()) return;
    a.due.text = stated(p.words_at(where), where, rule);
    a.due.text.basis = how;
    p.leaves.paint(where, leaf::kind_type::value, a.id + ".due");
}

std::optional<action_status> table_reader::status_of_sentences(const spans& where) const {
    const auto j = p.join(where);
    std::optional<action_status> said;
    for (const span s : sentences_in(j.text(), p.words)) {
        std::string plain;
        for (const auto& w : words_in(std::string_view(j.text()).substr(s.begin, s.size()), p.words)) plain += (plain.empty() ? "" : " ") + w.folded;
        if (const auto known = p.words.status(plain)) said = known;
    }
    return said;
}

void table_reader::read_status(action& a, const spans& where) {
    if (where.empty()) return;
    p.leaves.paint(where, leaf::kind_type::value, a.id + ".status");
    // "Closed – report sent in May": the first words tell.
    std::string plain;
    std::optional<action_status> said;
    const auto all = words_in(p.words_at(where), p.words);
    for (std::size_t k = 0; k < all.size() && (k < 4 || !said); ++k) {
        plain += (k ? " " : "") + all[k].folded;
        if (k >= 4) break;
        if (const auto s = p.words.status(plain)) said = s;
    }
    const bool in_words = !said;
    if (in_words) said = status_of_sentences(where);
    if (!said) return;
    a.status.value = *said;
    a.status.spans = where;
    a.status.rule = in_words ? "status-sentence" : "status-column";
}

action& table_reader::new_action(const joined_text& j, std::size_t begin, std::size_t end) {
    action a;
    a.id = fmt::format("a{}", p.next_action_id++);
    a.item = p.current_item_id();
    const std::string_view text = j.text();
    std::size_t from = begin;
    if (const auto r = reference_at(text.substr(begin, end - begin), p.words); r && is_known(*r)) {
        const auto where = j.source(begin + r->begin, begin + r->end);
        a.ref = stated(p.words_at(where), where, "reference-in-action");
        p.leaves.paint(j.source(begin, begin + r->rest), leaf::kind_type::label, a.id);
        p.leaves.paint(where, leaf::kind_type::value, a.id + ".ref");
        from = begin + r->rest;
    }
    const auto where = j.source(from, end);
    a.text = stated(p.words_at(where), where, "action-column");
    p.leaves.paint(where, leaf::kind_type::value, a.id + ".text");
    m().actions.push_back(std::move(a));
    return m().actions.back();
}

std::vector<std::size_t> table_reader::action_starts(std::string_view text) const {
    std::vector<std::size_t> starts{0};
    const auto first = reference_at(text, p.words);
    if (!first || !is_known(*first)) return starts;
    for (std::size_t i = first->rest; i < text.size(); ++i) {
        if (text[i - 1] != ' ' && text[i - 1] != '\n') continue;
        const auto r = reference_at(text.substr(i), p.words);
        if (r && r->shape == first->shape && r->rest < text.size() - i && starts_upper(text.substr(i + r->rest))) starts.push_back(i);
    }
    return starts;
}

void table_reader::take_fields_behind_strokes(action& a) {
    constexpr std::string_view stroke = " / ";
    if (t.find(column::owner) || !a.text.value) return;
    const auto j = p.join(a.text.spans);
    const std::string_view text = j.text();
    std::size_t end = text.size();
    const auto field_at = [&](std::size_t at) { return text.substr(at + stroke.size(), end - at - stroke.size()); };
    std::size_t at = text.rfind(stroke);
    span due{};
    if (at != text.npos && match_date(trim(field_at(at)), p.words)) {
        due = {static_cast<std::uint32_t>(at + stroke.size()), static_cast<std::uint32_t>(end)};
        end = at;
        at = text.substr(0, end).rfind(stroke);
    }
    const auto owners = at == text.npos || at == 0 || !is_owners_only(field_at(at), p.words) ? std::nullopt : match_owners(field_at(at), p.words);
    if (!owners) return;
    std::vector<span> group;
    for (const auto& g : owners->groups)
        for (const span s : g) group.push_back({static_cast<std::uint32_t>(s.begin + at + stroke.size()), static_cast<std::uint32_t>(s.end + at + stroke.size())});
    cut_text(a, j, at, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())});
    add_owners(a, j, group, basis::stated, "owner-behind-stroke");
    if (!due.empty() && !a.due.text.given()) read_due(a, j.source(due.begin, due.end));
}

void table_reader::take_owners_at_end(action& a) {
    if (t.find(column::owner) || !a.text.value || !a.owners.empty()) return;
    const auto j = p.join(a.text.spans);
    const std::string_view text = j.text();
    const auto found = owners_at_end(text);
    if (!found) return;
    std::vector<span> group;
    for (const auto& g : found->owners.groups)
        for (span s : g) group.push_back({static_cast<std::uint32_t>(s.begin + found->begin), static_cast<std::uint32_t>(s.end + found->begin)});
    const bool bracket = text[found->task_end] == '(' || text[found->task_end] == '[';
    cut_text(a, j, found->task_end, {static_cast<std::uint32_t>(found->task_end), static_cast<std::uint32_t>(text.size())});
    add_owners(a, j, group, basis::stated, bracket ? "owner-in-brackets" : "owner-behind-dash");
}

spans table_reader::behind_heading(spans where) const {
    const item* it = own_item();
    if (!it || it->heading.spans.empty()) return where;
    const auto end = it->heading.spans.back().end;
    const bool here = !where.empty() && where.front().begin <= it->heading.spans.front().begin && end < where.back().end;
    if (!here) return where;
    std::erase_if(where, [&](span s) { return s.end <= end; });
    where.front().begin = std::max(where.front().begin, end);
    where.front() = trimmed(p.text(), where.front());
    if (where.front().empty()) where.erase(where.begin());
    return where;
}

bool table_reader::read_owner_of_marked(const spans& owner, const spans& due) {
    task_row marked, named;
    for (std::size_t a = row_start; a < m().actions.size(); ++a) (lacks_owner(a) ? marked : named).actions.push_back(a);
    if (!marked.actions.empty()) {
        share(marked, owner, due);
        return true;
    }
    const auto text = p.words_at(owner);
    return std::any_of(named.actions.begin(), named.actions.end(), [&](std::size_t a) {
        return std::any_of(m().actions[a].owners.begin(), m().actions[a].owners.end(), [&](const minutes::owner& o) { return text.find(o.text.value.value_or("")) != text.npos; });
    });
}

bool table_reader::read_bare_owner(const laid_block& b, const spans& marked) {
    const spans owner = behind_marker(marked);
    auto said = cell(b, column::notes).empty() ? behind_heading(cell(b, column::item)) : cell(b, column::notes);
    if (const auto decided = cell(b, column::decision); !decided.empty()) said = decided;  // "Decision | Who | When": what was decided is to be done
    // Where nothing was said the heading is all that tells of the task.
    if (const item* it = own_item(); it && p.words.has(list::no_action, fold(p.words_at(said)))) said = it->heading.spans;
    const auto text = p.words_at(owner);
    if (owner.empty() || said.empty() || p.has_action_list() || !is_owners_only(text, p.words) || p.words.has(list::no_action, fold(text))) return false;
    if (read_owner_of_marked(owner, cell(b, column::due))) return true;
    const auto before = p.last_prose;
    if (const auto all = owners_beside(cell(b, cell(b, column::notes).empty() ? column::item : column::notes), said, owner); !all.empty()) {
        for (const auto& [task, who] : all) {
            p.last_prose = task;
            p.add_task(p.join(who), {0, p.words_at(who).size(), {}, {}, "owner-column", false});
        }
        p.last_prose = before;
        return true;
    }
    p.last_prose = said.size() == 1 ? without_list_mark(said.front()) : said;
    p.add_task(p.join(owner), {0, text.size(), {}, {}, "owner-column", false});
    if (p.tasks.last < m().actions.size() && lacks_due(p.tasks.last)) read_due(m().actions[p.tasks.last], cell(b, column::due));
    p.last_prose = before;
    return true;
}

spans table_reader::take_bare_owners(const laid_block& b, const spans& where) {
    const auto is_bare = [&](span s) {
        const auto text = p.words_at({s});
        return match_owner_limit(text, p.words, p.known) || (is_owners_only(text, p.words) && are_certain_owners(text, p.words, p.known));
    };
    // "TM" / "by 20 May"
    const auto is_day = [&](span s) {
        const auto text = p.words_at({s});
        const auto dates = find_dates(text, p.words);
        if (dates.size() != 1 || dates.front().end < trim(text).size()) return false;
        const auto before = words_in(std::string_view(text).substr(0, dates.front().begin), p.words);
        return std::all_of(before.begin(), before.end(), [&](const word& w) { return p.words.has_any({list::due_leads, list::function_words}, w) || p.words.weekday_of(w); });
    };
    spans bare, rest, days;
    for (const span s : where) (is_bare(s) ? bare : !bare.empty() && is_day(s) ? days : rest).push_back(s);
    if (bare.empty()) return where;
    const auto column_of_text = cell(b, column::notes).empty() ? column::item : column::notes;
    const auto said = column_of_text == column::item ? behind_heading(cell(b, column::item)) : cell(b, column::notes);
    auto all = owners_beside(cell(b, column_of_text), said, bare);
    if (all.empty()) all = owners_of_sentences(said, bare);
    if (said.empty()) return where;
    if (all.empty())  // somewhere in what was said
        for (const span s : bare) all.push_back({said.size() == 1 ? without_list_mark(said.front()) : said, {s}});
    const auto before = p.last_prose;
    const std::size_t first = m().actions.size();
    for (const auto& [task, who] : all) {
        p.last_prose = task;
        p.add_task(p.join(who), {0, p.words_at(who).size(), {}, {}, "owner-column", false});
    }
    p.last_prose = before;
    const bool each = days.size() == m().actions.size() - first;
    for (std::size_t a = first; a < m().actions.size() && (each || days.size() == 1); ++a)
        if (lacks_due(a)) read_due(m().actions[a], {days[each ? a - first : 0]});
    return rest;
}

std::vector<spans> table_reader::tasks_in(const spans& where) const {
    // Paragraphs part tasks where each names its owners; else they are lines of one task.
    const bool each = where.size() > 1 && std::all_of(where.begin(), where.end(), [&](span s) {
        const auto text = p.words_at({s});
        return starts_upper(text) && (!match_task(text, p.words, p.known).owners.empty() || owners_at_end(text));
    });
    std::vector<spans> out;
    if (!each) return {where};
    for (const span s : where) out.push_back({s});
    return out;
}

std::vector<spans> table_reader::listed_tasks_in(const spans& where) const {
    const auto listed = [&](span s) { return opens_with_list_mark(p.words_at({s})); };
    if (where.empty() || !std::all_of(where.begin(), where.end(), listed)) return {where};
    std::vector<spans> out;
    for (const span s : where) out.push_back(without_list_mark(s));
    return out;
}

std::optional<table_reader::end_owners> table_reader::owners_at_end(std::string_view text) const {
    const auto end = text.find_last_not_of(" .");
    if (end == text.npos) return {};
    if (const auto bracket = bracket_at_end(text)) {
        const auto found = match_owners(text.substr(bracket->begin + 1, bracket->size() - 2), p.words);
        if (!found) return {};
        return end_owners{*found, bracket->begin, bracket->begin + 1};
    }
    for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 "}) {
        const auto at = text.rfind(dash);
        if (at == text.npos || at == 0) continue;
        const auto names = text.substr(at + dash.size(), end + 1 - at - dash.size());
        const auto found = is_owners_only(names, p.words) ? match_owners(names, p.words) : std::nullopt;
        if (found) return end_owners{*found, at, at + dash.size()};
    }
    return {};
}

void table_reader::take_leading_owner(action& a) {
    if (t.find(column::owner) || !a.text.value) return;
    const auto j = p.join(a.text.spans);
    const auto f = match_task(j.text(), p.words, p.known);
    if (f.owners.empty() || f.text.empty() || f.text.begin == 0) return;
    std::vector<span> group(f.owners.begin(), f.owners.end());
    add_owners(a, j, group, basis::stated, f.rule);
}

void table_reader::take_due_in_text(action& a) {
    if (a.due.text.given() || !a.text.value) return;
    const auto j = p.join(a.text.spans);
    const auto due = match_task(j.text(), p.words, p.known).due;
    if (!due.empty()) a.due.text = stated(p.words_at(j.source(due.begin, due.end)), j.source(due.begin, due.end), "due-in-text");
}

spans table_reader::behind_marker(const spans& task) const {
    const auto j = p.join(task);
    const auto l = label_at(j.text(), p.words);
    const bool behind = l && l->is(label::action) && !l->whole && l->rest < j.text().size();
    const auto rest = behind ? std::string_view(j.text()).substr(l->rest) : std::string_view{};
    const bool marked = behind && (l->marked || (is_owners_only(rest, p.words) && are_certain_owners(rest, p.words, p.known)));  // "Action TM"
    if (marked) p.leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
    return marked ? j.source(l->rest, j.text().size()) : task;
}

task_row table_reader::read_task(const laid_block& b) {
    task_row row;
    auto where = decides ? take_decisions(cell(b, column::action)) : cell(b, column::action);
    if (const auto said = words_in(p.words_at(where), p.words, 2); said.size() == 1 && !said[0].upper && p.words.decision_kind(said[0])) {  // "Approved" below "Action"
        p.leaves.paint(where, leaf::kind_type::prose, p.current_item_id());
        where.clear();
    }
    if (!t.find(column::action) && read_bare_owner(b, cell(b, column::owner))) {
        for (const auto& c : {cell(b, column::owner), cell(b, column::due)}) p.leaves.paint(c, leaf::kind_type::value);
        return row;
    }
    const bool of_business = t.find(column::item) || t.find(column::notes);
    if (of_business && !t.find(column::owner)) {
        if (read_bare_owner(b, where)) return row;
        if (where = take_bare_owners(b, where); where.empty()) return row;
    }
    const auto owner = cell(b, column::owner), due = cell(b, column::due), ref = cell(b, column::ref), status = cell(b, column::status);
    const auto j = p.join(where);
    if (where.empty() || p.words.has(list::no_action, fold(j.text())) || words_in(j.text(), p.words).empty()) {
        p.leaves.paint(where, leaf::kind_type::value);
        row.owner = owner;
        row.due = due;
        for (const auto& c : {owner, due, ref, status}) p.leaves.paint(c, leaf::kind_type::value);
        if (!where.empty()) row.owner = row.due = {};
        return row;
    }
    for (const spans& task : t.find(column::owner) ? listed_tasks_in(where) : tasks_in(where)) {
        const auto own = p.join(behind_marker(task));
        const auto starts = action_starts(own.text());
        for (std::size_t k = 0; k < starts.size(); ++k) {
            new_action(own, starts[k], k + 1 < starts.size() ? starts[k + 1] : own.text().size());
            row.actions.push_back(m().actions.size() - 1);
            take_closing_reference(m().actions.back());
        }
    }
    auto& first = m().actions[row.actions.front()];
    if (!ref.empty() && !first.ref.given()) {
        const auto r = p.join(ref);
        const auto found = match_reference(r.text(), p.words);
        const auto at = found ? r.source(found->begin, found->end) : r.source(0, r.text().size());
        first.ref = stated(p.words_at(at), at, "reference-column");
        p.leaves.paint(ref, leaf::kind_type::value, first.id + ".ref");
    }
    share(row, owner, due, cell(b, column::raised));
    for (const std::size_t a : row.actions) {
        take_fields_behind_strokes(m().actions[a]);
        take_owners_at_end(m().actions[a]);
        take_trailing_owner(m().actions[a]);
    }
    for (const std::size_t a : row.actions) {
        read_status(m().actions[a], status);
        if (m().actions[a].owners.empty()) take_leading_owner(m().actions[a]);
        if (!t.find(column::due)) take_due_in_text(m().actions[a]);
        if (m().actions[a].owners.empty()) m().actions[a].owners = heading_owners;
    }
    return row;
}

bool table_reader::raised_here(const spans& raised) const {
    if (raised.empty() || !p.when.date) return false;
    const auto theirs = match_date(p.words_at(raised), p.words), ours = match_date(p.words_at(p.when.date->where), p.words);
    if (!theirs || !ours || !theirs->year || !ours->year) return false;
    constexpr std::array orders = {date_order::day_month_year, date_order::month_day_year};
    return std::any_of(orders.begin(), orders.end(), [&](date_order order) {
        const auto a = to_date(*theirs, *theirs->year, order);
        return a && a == to_date(*ours, *ours->year, order);
    });
}

void table_reader::share(const task_row& row, spans owner, spans due, const spans& raised) {
    if (due.empty()) part_owner_from_date(owner, due);
    if (row.actions.size() == 1) {
        read_owners(m().actions[row.actions[0]], owner);
        // A log keeps old deadlines: "August" is that of the year in which the action was raised.
        read_due(m().actions[row.actions[0]], due, basis::stated, t.find(column::raised) && !raised_here(raised) ? "due-column-of-log" : "due-column");
        return;
    }
    const auto j = p.join(owner);
    const auto found = match_owners(j.text(), p.words);
    for (std::size_t k = 0; k < row.actions.size(); ++k) {
        auto& a = m().actions[row.actions[k]];
        if (found && found->groups.size() == row.actions.size()) add_owners(a, j, found->groups[k], basis::derived, "owners-in-order");
        else if (found && found->groups.size() == 1) add_owners(a, j, found->groups[0], basis::derived, "owner-of-row");
        else if (owner.size() == row.actions.size()) read_owners(a, {owner[k]}, basis::derived, "owners-in-order");
    }
    const auto dates = find_dates(p.words_at(due), p.words);
    for (std::size_t k = 0; k < row.actions.size() && !due.empty(); ++k) {
        auto& a = m().actions[row.actions[k]];
        const auto dj = p.join(due);
        if (dates.size() == row.actions.size()) read_due(a, dj.source(dates[k].begin, dates[k].end), basis::derived, "dates-in-order");
        else if (dates.size() == 1) read_due(a, due, basis::derived, "date-of-row");
    }
}

void table_reader::part_owner_from_date(spans& owner, spans& due) const {
    const auto j = p.join(owner);
    const auto found = match_owner_and_date(j.text(), p.words);
    if (!found) return;
    due = j.source(found->date_begin, j.text().size());
    owner = j.source(0, found->owner_end);
}

}  // namespace minutes
