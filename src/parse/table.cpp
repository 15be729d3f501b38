// SPDX-License-Identifier: Apache-2.0
// A table of business, row by row: items, actions, and the owners and dates that
// slid out of their rows.
#include <algorithm>

#include <fmt/format.h>

#include "date.hpp"
#include "owner.hpp"
#include "parser.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

using list = word_list;

/// What a row holds beyond its item: an action, or owners and dates without one.
struct task_row {
    std::vector<std::size_t> actions;  // indices into meeting::actions
    spans owner, due;                  // cells that found no action in their row
    bool heading_only = false;
};

struct table_reader {
    parser& p;
    const laid_table& t;
    std::size_t table;
    std::vector<task_row> rows{};
    std::vector<std::string> reference_shapes{};  // shapes that this table's action references have
    bool numbered = false;                        // items have numbers
    spans next_where{};                           // the words about the next meeting
    std::vector<std::string> closing_shapes{};    // shapes of references in brackets at the end of an action

    meeting& m() { return p.m; }

    spans cell(const laid_block& b, column k) const {
        const auto c = t.find(k);
        return c ? b.cells[*c] : spans{};
    }

    // ── references ──

    /// A reference is known by its company: a shape that several action cells start with, or one that can be nothing else.
    void learn_references(std::size_t from) {
        std::vector<std::string> seen;
        for (std::size_t i = from; i < p.laid.blocks.size(); ++i) {
            const auto& b = p.laid.blocks[i];
            if (b.kind != laid_block::kind_type::row || b.table != table) continue;
            const auto a = cell(b, column::action);
            if (a.empty()) continue;
            const auto text = p.words_at(a);
            const auto r = reference_at(text, p.words);
            if (!r || r->rest >= text.size()) continue;
            const bool twice = std::find(seen.begin(), seen.end(), r->shape) != seen.end();
            if ((r->strong || twice) && std::find(reference_shapes.begin(), reference_shapes.end(), r->shape) == reference_shapes.end()) reference_shapes.push_back(r->shape);
            seen.push_back(r->shape);
        }
    }

    /// "… report back [DRW139]": the reference in brackets at the end of an action.
    static std::optional<span> bracket_at_end(std::string_view text) {
        const auto close = text.find_last_not_of(" .");
        if (close == text.npos || (text[close] != ')' && text[close] != ']')) return {};
        const auto open = text.find_last_of("([", close);
        if (open == text.npos || open == 0) return {};
        return span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
    }

    /// A column for item numbers may be there and hold none.
    void learn_numbering(std::size_t from) {
        for (std::size_t i = from; i < p.laid.blocks.size() && !numbered; ++i) {
            const auto& b = p.laid.blocks[i];
            if (b.kind != laid_block::kind_type::row || b.table != table) continue;
            const auto text = p.words_at(cell(b, column::item));
            const auto n = number_at(text, p.words);
            numbered = !cell(b, column::number).empty() || (n && n->marked);
        }
    }

    void learn_closing_references(std::size_t from) {
        std::vector<std::string> seen;
        for (std::size_t i = from; i < p.laid.blocks.size(); ++i) {
            const auto& b = p.laid.blocks[i];
            if (b.kind != laid_block::kind_type::row || b.table != table) continue;
            const auto text = p.words_at(cell(b, column::action));
            const auto bracket = bracket_at_end(text);
            const auto r = bracket ? match_reference(std::string_view(text).substr(bracket->begin, bracket->size()), p.words) : std::nullopt;
            if (!r) continue;
            if ((r->strong || std::find(seen.begin(), seen.end(), r->shape) != seen.end()) && std::find(closing_shapes.begin(), closing_shapes.end(), r->shape) == closing_shapes.end()) closing_shapes.push_back(r->shape);
            seen.push_back(r->shape);
        }
    }

    void take_closing_reference(action& a) {
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

    /// Ends the action's text at byte `end`; the words of `apart` become a label of the action.
    void cut_text(action& a, const joined_text& j, std::size_t end, span apart) {
        const auto where = j.source(0, end);
        p.leaves.paint(j.source(apart.begin, apart.end), leaf::kind_type::label, a.id);
        a.text.value = p.words_at(where);
        a.text.spans = where;
    }

    /// "Replace the notice boards JB": known initials at the end, where the owner's own cell is blank.
    void take_trailing_owner(action& a) {
        if (!a.owners.empty() || !a.text.value) return;
        const auto j = p.join(a.text.spans);
        const auto all = words_in(j.text());
        if (all.size() < 3) return;
        const auto& last = all.back();
        const auto tail = std::string_view(j.text()).substr(last.begin, last.end - last.begin);
        const auto& before = all[all.size() - 2];
        if (last.before || last.after || before.after || p.words.has(list::function_words, before.folded)) return;
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

    bool is_known(const reference_finding& r) const {
        return std::find(reference_shapes.begin(), reference_shapes.end(), r.shape) != reference_shapes.end();
    }

    // ── actions ──

    void add_owners(action& a, const joined_text& j, const std::vector<span>& group, basis how, const char* rule) {
        for (const span& s : group) {
            owner o;
            o.text = stated(p.words_at(j.source(s.begin, s.end)), j.source(s.begin, s.end), rule);
            o.text.basis = how;
            p.leaves.paint(o.text.spans, leaf::kind_type::value, a.id + ".owner");
            a.owners.push_back(std::move(o));
        }
    }

    void read_owners(action& a, const spans& where, basis how = basis::stated, const char* rule = "owner-column") {
        if (where.empty()) return;
        p.leaves.paint(where, leaf::kind_type::value, a.id + ".owner");
        const auto j = p.join(where);
        const auto text = trim(j.text());
        if (p.words.has(list::no_action, fold(text)) || words_in(text).empty() || p.words.has(list::undated, fold(text))) return;
        if (const auto found = match_owners(j.text(), p.words)) {
            for (const auto& group : found->groups) add_owners(a, j, group, how, rule);
        } else {
            add_owners(a, j, {{0, static_cast<std::uint32_t>(j.text().size())}}, how, rule);
        }
    }

    void read_due(action& a, const spans& where, basis how = basis::stated, const char* rule = "due-column") {
        if (where.empty() || words_in(p.words_at(where)).empty()) return;
        a.due.text = stated(p.words_at(where), where, rule);
        a.due.text.basis = how;
        p.leaves.paint(where, leaf::kind_type::value, a.id + ".due");
    }

    void read_status(action& a, const spans& where) {
        if (where.empty()) return;
        p.leaves.paint(where, leaf::kind_type::value, a.id + ".status");
        std::string plain;
        for (const auto& w : words_in(p.words_at(where))) plain += (plain.empty() ? "" : " ") + w.folded;
        const auto said = p.words.status(plain);
        if (!said) return;
        a.status.value = *said;
        a.status.spans = where;
        a.status.rule = "status-column";
    }

    action& new_action(const joined_text& j, std::size_t begin, std::size_t end) {
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

    /// Where each action of a cell starts: a cell may hold several, each with its reference.
    std::vector<std::size_t> action_starts(std::string_view text) const {
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

    /// "… to be circulated (JB)": an owner in brackets at the end, where no column has owners.
    void take_bracketed_owner(action& a) {
        if (t.find(column::owner) || !a.text.value) return;
        const auto j = p.join(a.text.spans);
        const std::string_view text = j.text();
        const auto bracket = bracket_at_end(text);
        if (!bracket) return;
        const auto found = match_owners(text.substr(bracket->begin + 1, bracket->size() - 2), p.words);
        if (!found) return;
        std::vector<span> group;
        for (const auto& g : found->groups)
            for (span s : g) group.push_back({s.begin + bracket->begin + 1, s.end + bracket->begin + 1});
        cut_text(a, j, bracket->begin, *bracket);
        add_owners(a, j, group, basis::stated, "owner-in-brackets");
    }

    task_row read_task(const laid_block& b) {
        task_row row;
        const auto where = cell(b, column::action);
        const auto owner = cell(b, column::owner), due = cell(b, column::due), ref = cell(b, column::ref), status = cell(b, column::status);
        const auto j = p.join(where);
        if (where.empty() || p.words.has(list::no_action, fold(j.text())) || words_in(j.text()).empty()) {
            p.leaves.paint(where, leaf::kind_type::value);
            row.owner = owner;
            row.due = due;
            for (const auto& c : {owner, due, ref, status}) p.leaves.paint(c, leaf::kind_type::value);
            if (!where.empty()) row.owner = row.due = {};
            return row;
        }
        const auto starts = action_starts(j.text());
        for (std::size_t k = 0; k < starts.size(); ++k) {
            new_action(j, starts[k], k + 1 < starts.size() ? starts[k + 1] : j.text().size());
            row.actions.push_back(m().actions.size() - 1);
            take_closing_reference(m().actions.back());
        }
        auto& first = m().actions[row.actions.front()];
        if (!ref.empty() && !first.ref.given()) {
            const auto r = p.join(ref);
            const auto found = match_reference(r.text(), p.words);
            const auto at = found ? r.source(found->begin, found->end) : r.source(0, r.text().size());
            first.ref = stated(p.words_at(at), at, "reference-column");
            p.leaves.paint(ref, leaf::kind_type::value, first.id + ".ref");
        }
        share(row, owner, due);
        for (const std::size_t a : row.actions) {
            take_bracketed_owner(m().actions[a]);
            take_trailing_owner(m().actions[a]);
        }
        for (const std::size_t a : row.actions) read_status(m().actions[a], status);
        return row;
    }

    /// Owners and dates of a row with one action, or, in order, of a row with several.
    void share(const task_row& row, spans owner, spans due) {
        if (due.empty()) part_owner_from_date(owner, due);
        if (row.actions.size() == 1) {
            read_owners(m().actions[row.actions[0]], owner);
            read_due(m().actions[row.actions[0]], due);
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

    /// "JS 20 March", "JS ASAP": owner and date in one cell.
    void part_owner_from_date(spans& owner, spans& due) const {
        const auto j = p.join(owner);
        const auto found = match_owner_and_date(j.text(), p.words);
        if (!found) return;
        due = j.source(found->date_begin, j.text().size());
        owner = j.source(0, found->owner_end);
    }

    // ── displaced owners and dates ──

    bool lacks_owner(std::size_t a) const { return p.m.actions[a].owners.empty(); }
    bool lacks_due(std::size_t a) const { return !p.m.actions[a].due.text.given(); }

    /// Gives owners and dates that stand in a row without an action back to the actions beside it.
    void give_back() {
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (rows[r].owner.empty() && rows[r].due.empty()) continue;
            const auto before = actions_near(r, -1), after = actions_near(r, +1);
            if (!rows[r].owner.empty()) give_owners(rows[r], before, after);
            else give_due(rows[r], before, after);
        }
    }

    /// The actions without an owner (or, of those with one, without a date) next to row r, nearest first.
    std::vector<std::size_t> actions_near(std::size_t r, int step) const {
        std::vector<std::size_t> out;
        for (std::size_t k = r + static_cast<std::size_t>(step); k < rows.size(); k += static_cast<std::size_t>(step)) {
            if (rows[k].actions.empty()) {
                if (!rows[k].owner.empty() && k != r) break;
                continue;
            }
            auto list = rows[k].actions;
            if (step < 0) std::reverse(list.begin(), list.end());
            for (const std::size_t a : list) {
                if (!lacks_owner(a)) return out;
                out.push_back(a);
            }
        }
        return out;
    }

    std::string name_of_action(std::size_t a) const { return name_of_action(p.m.actions[a]); }
    static std::string name_of_action(const action& x) {
        if (x.ref.value) return *x.ref.value;
        const auto text = x.text.value.value_or("");
        return text.size() > 30 ? fmt::format("'{} …'", text.substr(0, text.find(' ', 24))) : fmt::format("'{}'", text);
    }

    void give_owners(task_row& row, const std::vector<std::size_t>& before, const std::vector<std::size_t>& after) {
        const auto j = p.join(row.owner);
        const auto found = match_owners(j.text(), p.words);
        if (!found || (before.empty() && after.empty())) {
            if (found && !row.due.empty()) return;
            return;
        }
        // In document order: as many actions before the row as its groups need beyond those after it.
        auto all_groups = found->groups;
        std::size_t groups = all_groups.size();
        std::vector<std::size_t> targets;
        if (groups == 1) {
            targets.push_back(before.empty() ? after.front() : before.front());
        } else {
            const std::size_t from_before = std::min(before.size(), after.empty() ? groups : std::max<std::size_t>(1, groups - std::min(after.size(), groups - 1)));
            for (std::size_t k = from_before; k-- > 0;) targets.push_back(before[k]);
            for (std::size_t k = 0; k < after.size() && targets.size() < groups; ++k) targets.push_back(after[k]);
        }
        if (targets.size() == 1) {
            // One action alone lacks owners: all of them are its own.
            for (std::size_t k = 1; k < groups; ++k) all_groups.front().insert(all_groups.front().end(), all_groups[k].begin(), all_groups[k].end());
            groups = 1;
        }
        if (targets.size() != groups) return;
        std::string names;
        for (std::size_t k = 0; k < groups; ++k) {
            add_owners(m().actions[targets[k]], j, all_groups[k], basis::derived, "displaced-owner");
            names += (k == 0 ? "" : k + 1 == groups ? " and " : ", ") + name_of_action(targets[k]);
        }
        p.say("displaced-owner", severity::warning, row.owner,
              groups == 1 ? fmt::format("the owner of {}, '{}', stands in the row beside it", names, j.text())
                          : fmt::format("the owners of {}, '{}', stand in the row between them", names, j.text()),
              "Compare the owners with the source line.");
        give_dates(row, targets);
    }

    void give_dates(task_row& row, const std::vector<std::size_t>& targets) {
        if (row.due.empty()) return;
        std::vector<std::size_t> open;
        std::copy_if(targets.begin(), targets.end(), std::back_inserter(open), [&](std::size_t a) { return lacks_due(a); });
        const auto j = p.join(row.due);
        const auto dates = find_dates(j.text(), p.words);
        if (open.size() == 1) {
            read_due(m().actions[open[0]], row.due, basis::derived, "displaced-date");
        } else if (dates.size() == open.size() && !open.empty()) {
            for (std::size_t k = 0; k < open.size(); ++k) read_due(m().actions[open[k]], j.source(dates[k].begin, dates[k].end), basis::derived, "displaced-date");
        } else {
            for (const std::size_t a : open) read_due(m().actions[a], row.due, basis::uncertain, "displaced-date");
        }
    }

    /// A date alone: to the nearest action before it that lacks one, else to the one after it.
    void give_due(task_row& row, const std::vector<std::size_t>&, const std::vector<std::size_t>&) {
        const std::size_t r = static_cast<std::size_t>(&row - rows.data());
        if (!fit_of(p.words_at(row.due), column::due, p.words)) return;
        for (const int step : {-1, +1})
            for (std::size_t k = r + static_cast<std::size_t>(step); k < rows.size(); k += static_cast<std::size_t>(step)) {
                if (rows[k].actions.empty()) continue;
                const std::size_t a = step < 0 ? rows[k].actions.back() : rows[k].actions.front();
                if (!lacks_due(a)) break;
                read_due(m().actions[a], row.due, basis::derived, "displaced-date");
                p.say("displaced-owner", severity::warning, row.due, fmt::format("the date of {}, '{}', stands in the row beside it", name_of_action(a), p.words_at(row.due)),
                      "Compare the date with the source line.");
                return;
            }
    }

    // ── items ──

    bool is_business_heading(std::string_view text) const {
        const auto all = words_in(text);
        return !all.empty() && all.size() <= 16 && starts_upper(trim(text)) | all.front().digits && is_heading(text, p.words) && text.back() != ';';
    }

    /// The words of the row beside its number and heading, in order.
    spans beside_heading(const laid_block& b, std::size_t item_cell, const joined_text& j, std::size_t body) const {
        spans out = body < j.text().size() ? j.source(body, j.text().size()) : spans{};
        for (std::size_t c = 0; c < b.cells.size(); ++c) {
            if (c == item_cell || t.columns[c] == column::number) continue;
            out.insert(out.end(), b.cells[c].begin(), b.cells[c].end());
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    /// Rows about the people or the next meeting have no actions in their columns.
    bool read_formal(const laid_block& b, const label_finding& l, std::size_t item_cell, const joined_text& j, std::size_t body) {
        const auto rest = beside_heading(b, item_cell, j, body);
        if (l.is(label::apologies)) {
            const spans where = body < j.text().size() ? j.source(body, j.text().size()) : cell(b, column::notes);
            if (where.empty()) return false;
            p.leaves.paint(where, leaf::kind_type::prose, p.current_item_id());
            if (item* it = p.current_item()) it->blocks.push_back({block::kind_type::cell, where});
            const auto heading = p.current_item() ? p.current_item()->heading.spans : spans{};
            // The people may stand behind a sentence's beginning: "Apologies were received from …".
            const auto w = p.join(where);
            if (const auto inner = label_at(w.text(), p.words); inner && inner->is(label::apologies) && !inner->whole) p.read_people(w.source(inner->rest, w.text().size()), attendance::apologies, heading);
            else p.read_people(where, attendance::apologies, heading);
            return false;
        }
        if (l.is(label::next_meeting)) {
            p.leaves.paint(rest, leaf::kind_type::prose, p.current_item_id());
            if (item* it = p.current_item(); it && !rest.empty()) it->blocks.push_back({block::kind_type::cell, rest});
            p.read_next_meeting(rest);
            next_where = rest;
            return !find_dates(p.words_at(rest), p.words).empty() || cell(b, column::owner).empty();
        }
        return false;
    }

    /// The item's cell; true when the row holds nothing else to read.
    bool read_item_cell(const laid_block& b, bool& heading_only) {
        const auto number = cell(b, column::number);
        auto where = cell(b, column::item);
        const auto notes = cell(b, column::notes);
        std::size_t item_cell = t.find(column::item).value_or(parser::none);
        if (where.empty() && !notes.empty() && !t.find(column::item)) {
            where = notes;
            item_cell = *t.find(column::notes);
        }
        const bool apart = t.find(column::item) && t.find(column::notes);
        const auto j = p.join(where);
        const std::string_view text = j.text();
        std::size_t from = 0;
        traced<std::string> item_number;
        if (!number.empty()) {
            const auto nj = p.join(number);
            const auto n = match_number(nj.text(), p.words);
            const auto at = n ? nj.source(n->begin, n->end) : number;
            item_number = stated(p.words_at(at), at, "number-column");
            p.leaves.paint(number, leaf::kind_type::label);
        } else if (const auto n = number_at(text, p.words); n && (n->marked || n->depth > 1) && n->rest < text.size() && starts_upper(text.substr(n->rest))) {
            // "1. Apologies" in the item's own cell
            const auto at = j.source(n->begin, n->end);
            item_number = stated(p.words_at(at), at, "number-in-cell");
            from = n->rest;
        }
        // Numbers in a table of actions alone count actions, not items.
        if (!t.find(column::item) && !t.find(column::notes)) return false;
        if (!item_number.given() && (read_next_row(b) || read_apologies_row(b, where))) return true;
        if (where.empty() && !item_number.given()) return false;
        const auto rest = text.substr(from);
        auto l = label_at(rest, p.words);
        const auto h = heading_at(rest, p.words, p.known);
        std::size_t end = 0, body = text.size();
        const char* rule = "heading-cell";
        const bool formal = l && (l->is(label::apologies) || l->is(label::next_meeting));
        if (formal && !l->whole) {
            // "Apologies Jane Smith, Clerk …": what follows the label are people, or when and where.
            const auto behind = rest.substr(l->rest);
            const bool colon = l->marked;
            const bool people = l->is(label::apologies) && (!match_people(behind, p.words).empty() || starts_upper(behind));
            const bool nobody = l->is(label::apologies) && p.words.is_label(fold(behind.substr(0, behind.find_last_not_of(" .") + 1)), label::none);
            if (colon || people || nobody || (l->is(label::next_meeting) && !find_dates(behind, p.words).empty())) {
                end = from + l->end;
                body = from + l->rest;
                rule = "heading-label";
            } else {
                l.reset();
            }
        }
        if (!end && item_number.given() | apart | !numbered | (l && formal && l->whole) | (l && l->is(label::any_other_business) && l->marked)) {
            // A cell without a verb is a heading as a whole; only a clear sentence behind a heading cuts it.
            const bool labelled = l && l->is(label::any_other_business) && l->marked && !l->whole;
            const bool whole = !labelled && is_business_heading(rest) && !sentence_like(rest);
            if (whole && (apart || !h || h->weight < weight_of_sentence)) end = text.size();
            else if (h && h->weight >= weight_of_heading(item_number.given())) {
                end = from + h->end;
                body = from + h->rest;
                rule = h->rule;
            } else if (is_business_heading(rest)) end = text.size();
            else if (l && (l->marked || l->is(label::any_other_business))) {
                end = from + l->end;
                body = from + l->rest;
            }
        }
        const bool labelled = end && l && (formal || l->is(label::any_other_business));
        if (item_number.given() || (end && !numbered) || (end && apart) || labelled) {
            traced<std::string> heading;
            if (end) heading = stated(p.words_at(j.source(from, end)), j.source(from, end), rule);
            if (end && !heading.spans.empty()) trim_heading(heading, j, from, end);
            p.open_item(item_number, heading);
            heading_only = end && body >= text.size();
            if (formal && l && read_formal(b, *l, item_cell, j, end ? body : from)) return true;
            if (formal && l && l->is(label::apologies)) {
                read_notes(notes, item_cell);
                return false;
            }
            const std::size_t start = end ? body : from;
            if (start < text.size()) p.read_prose(j.source(start, text.size()), block::kind_type::cell, true);
        } else if (!where.empty()) {
            // A sub-heading of its own, or text with sub-headings fused into it.
            if (is_business_heading(rest) && !sentence_like(rest)) {
                p.open_sub_item(stated(std::string(text), where, "sub-heading-cell"));
                heading_only = true;
            } else {
                p.read_prose(where, block::kind_type::cell, true);
            }
        }
        if (apart || item_cell != t.find(column::notes)) read_notes(notes, item_cell);
        return false;
    }

    /// The label that the current item's heading is.
    std::optional<label_finding> current_label() const {
        const item* it = p.item_at == parser::none ? nullptr : &p.m.items[p.item_at];
        return it && it->heading.value ? label_at(*it->heading.value, p.words) : std::nullopt;
    }

    /// The row under the item "Apologies": who sent them.
    bool read_apologies_row(const laid_block& b, const spans& where) {
        const auto l = current_label();
        if (!l || !l->is(label::apologies) || where.empty() || !cell(b, column::action).empty()) return false;
        const auto text = p.words_at(where);
        const auto own = label_at(text, p.words);
        const auto people = match_people(text, p.words);
        const bool list = !people.empty() && people.front().weight >= 0;
        if (!list && !(own && own->is(label::apologies)) && text.find("pologies") == text.npos) return false;
        const spans heading = p.m.items[p.item_at].heading.spans;
        const std::string id = p.m.items[p.item_at].id;
        p.m.items[p.item_at].blocks.push_back({block::kind_type::cell, where});
        p.leaves.paint(where, leaf::kind_type::prose, id);
        const auto j = p.join(where);
        if (own && own->is(label::apologies) && !own->whole) p.read_people(j.source(own->rest, j.text().size()), attendance::apologies, heading);
        else p.read_people(where, attendance::apologies, heading);
        return true;
    }

    /// The row under the item "Next meeting": when and where.
    bool read_next_row(const laid_block& b) {
        const auto l = current_label();
        if (!l || !l->is(label::next_meeting)) return false;
        const item* it = &m().items[p.item_at];
        if (next_where.empty() && find_dates(p.words_at(b.text), p.words).empty()) return false;
        p.leaves.paint(b.text, leaf::kind_type::prose, it->id);
        p.m.items[p.item_at].blocks.push_back({block::kind_type::cell, b.text});
        // A row cut from the one above goes on with when and where.
        next_where.insert(next_where.end(), b.text.begin(), b.text.end());
        m().next = {};
        p.read_next_meeting(next_where);
        return true;
    }

    void trim_heading(traced<std::string>& heading, const joined_text& j, std::size_t from, std::size_t end) {
        const std::string_view text = j.text();
        while (end > from && (text[end - 1] == ':' || text[end - 1] == '-' || text[end - 1] == ' ' || text[end - 1] == '.')) --end;
        heading.spans = j.source(from, end);
        heading.value = p.words_at(heading.spans);
    }

    static constexpr int weight_of_sentence = 5;
    static int weight_of_heading(bool numbered) { return numbered ? 2 : 3; }

    bool sentence_like(std::string_view t_) const {
        const auto all = words_in(t_);
        return all.back().ends_sentence();
    }

    void read_notes(const spans& notes, std::size_t item_cell) {
        if (notes.empty() || item_cell == t.find(column::notes)) return;
        const auto j = p.join(notes);
        if (const auto l = label_at(j.text(), p.words); l && l->is(label::apologies) && p.current_item() && p.current_item()->heading.given()) {
            p.leaves.paint(notes, leaf::kind_type::prose, p.current_item_id());
        }
        p.read_prose(notes, block::kind_type::cell, true);
    }

    void read_row(const laid_block& b) {
        p.leaves.paint(b.text, leaf::kind_type::prose, p.current_item_id());
        bool heading_only = false;
        if (read_item_cell(b, heading_only)) {
            rows.push_back({});
            return;
        }
        rows.push_back(read_task(b));
        rows.back().heading_only = heading_only;
        for (const span& s : b.stray) p.leaves.paint(s, leaf::kind_type::unparsed);
    }
};

}  // namespace

std::size_t parser::read_table(std::size_t from) {
    const std::size_t table = laid.blocks[from].table;
    table_reader r{*this, laid.tables[table], table};
    r.learn_references(from);
    r.learn_closing_references(from);
    r.learn_numbering(from);
    std::size_t i = from;
    for (; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture) leaves.paint(b.text, leaf::kind_type::furniture);
        else if (b.kind == laid_block::kind_type::header && b.table == table) leaves.paint(b.text, leaf::kind_type::label);
        else if (b.kind == laid_block::kind_type::row && b.table == table) r.read_row(b);
        else break;
    }
    r.give_back();
    return i;
}

}  // namespace minutes
