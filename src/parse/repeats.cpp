// SPDX-License-Identifier: Apache-2.0
// A list of actions at the end or the start repeats those of the text: each is one action, with both places.
#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "parser.hpp"

namespace minutes {

namespace {

bool same_owners(const action& a, const action& b) {
    if (a.owners.empty() || b.owners.empty()) return true;
    const auto names = [](const action& x) {
        std::vector<std::string> out;
        for (const auto& o : x.owners) out.push_back(fold(o.text.value.value_or("")));
        std::sort(out.begin(), out.end());
        return out;
    };
    return names(a) == names(b);
}

}  // namespace

double likeness(words_view a, words_view b) {
    if (a.empty() || b.empty()) return 0;
    std::map<std::string, int> rest;
    for (const auto& w : a) ++rest[w.folded];
    int common = 0;
    for (const auto& w : b)
        if (const auto it = rest.find(w.folded); it != rest.end() && it->second > 0) {
            --it->second;
            ++common;
        }
    return 2.0 * common / static_cast<double>(a.size() + b.size());
}

namespace {

/// Likeness from which two tasks are one said twice, when one of them stands in a list.
constexpr double alike = 0.75;
constexpr double alike_with_owner = 0.55;  // and both name the same owners

/// Of two sequences the pairs that are equal, in order, as many as there can be.
template <class Same>
std::vector<std::pair<std::size_t, std::size_t>> in_order(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b, Same same) {
    std::vector<std::vector<int>> best(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t k = b.size(); k-- > 0;) best[i][k] = same(a[i], b[k]) ? best[i + 1][k + 1] + 1 : std::max(best[i + 1][k], best[i][k + 1]);
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        if (same(a[i], b[k]) && best[i][k] == best[i + 1][k + 1] + 1) out.emplace_back(a[i++], b[k++]);
        else if (best[i + 1][k] >= best[i][k + 1]) ++i;
        else ++k;
    }
    return out;
}

constexpr std::size_t longest_sequence = 400;  // actions: more are not compared in order

}  // namespace

void parser::join_action(action& old, action a, bool in_list) {
    // The wording of the first place stands, unless the list says much more.
    old.text.spans.insert(old.text.spans.end(), a.text.spans.begin(), a.text.spans.end());
    if (in_list && old.text.value && a.text.value && a.text.value->size() * 4 > old.text.value->size() * 5) old.text.value = std::move(a.text.value);
    if (old.owners.empty()) old.owners = std::move(a.owners);
    if (!old.due.text.given()) old.due = std::move(a.due);
    if (!old.ref.given()) old.ref = std::move(a.ref);
    if (a.status.given()) old.status = std::move(a.status);
    if (old.item.empty()) old.item = a.item;
    paint_action(old);
}

namespace {

/// What a task said twice outside lists has in common: words, owners, reference, date and status.  Empty when it says too little to tell.
std::string same_again(const action& a) {
    const auto text = words_in(a.text.value.value_or(""));
    if (text.size() < 4 || a.owners.empty() || (a.ref.value && a.ref.value->size() <= 2)) return {};
    std::string out;
    for (const auto& w : text) out += w.folded + ' ';
    std::vector<std::string> owners;
    for (const auto& o : a.owners) owners.push_back(fold(o.text.value.value_or("")));
    std::sort(owners.begin(), owners.end());
    for (const auto& o : owners) out += '|' + o;
    out += '|' + a.ref.value.value_or("") + '|' + a.due.text.value.value_or("");
    return a.status.value ? out + '|' + std::to_string(static_cast<int>(*a.status.value)) : out;
}

}  // namespace

void action_places::add(const action& a, bool in_list) {
    const std::size_t k = listed.size();
    listed.push_back(in_list);
    (in_list ? in_lists : in_text).insert(k);
    set_ref(k, a.ref);
    if (auto key = same_again(a); !key.empty()) by_words[std::move(key)].insert(k);
}

void action_places::set_listed(std::size_t k, bool in_list) {
    if (listed[k] == in_list) return;
    listed[k] = in_list;
    (in_list ? in_text : in_lists).erase(k);
    (in_list ? in_lists : in_text).insert(k);
}

void action_places::set_ref(std::size_t k, const traced<std::string>& ref) {
    if (ref.value) by_ref[*ref.value].insert(k);
}

void action_places::forget_from(std::size_t first) {
    if (listed.size() <= first) return;
    listed.resize(first);
    for (auto* all : {&in_lists, &in_text}) all->erase(all->lower_bound(first), all->end());
    for (auto* all : {&by_ref, &by_words})
        for (auto& [key, actions] : *all) actions.erase(actions.lower_bound(first), actions.end());
}

std::vector<std::size_t> action_places::candidates(const action& a, bool in_list, bool in_table) const {
    std::set<std::size_t> out = in_list ? in_text : in_lists;
    // Rows of a table that say the same are tasks of several items.
    if (const auto same = by_words.find(same_again(a)); !in_list && !in_table && same != by_words.end()) out.insert(same->second.begin(), same->second.end());
    if (!in_list) return {out.begin(), out.end()};
    if (const auto same = by_ref.find(a.ref.value.value_or("")); same != by_ref.end()) out.insert(same->second.begin(), same->second.end());
    return {out.begin(), out.end()};
}

std::size_t parser::keep(action a, bool in_list, bool in_table) {
    while (places.listed.size() < m.actions.size()) places.add(m.actions[places.listed.size()], false);
    const auto text = words_in(a.text.value.value_or(""), words);
    for (const std::size_t k : places.candidates(a, in_list, in_table)) {
        auto& old = m.actions[k];
        const bool same_ref = old.ref.given() && a.ref.given() && old.ref.value == a.ref.value && old.ref.value->size() > 2;
        if (!same_owners(old, a) || (old.ref.given() && a.ref.given() && !same_ref)) continue;
        if (in_list && places.listed[k] && !same_ref) continue;
        const double needed = same_ref ? 0.3 : old.owners.empty() || a.owners.empty() ? alike : alike_with_owner;
        if (likeness(words_in(old.text.value.value_or(""), words), text) < needed) continue;
        join_action(old, std::move(a), in_list);
        places.set_ref(k, old.ref);
        places.set_listed(k, in_list && places.listed[k]);  // found in both: a third mention is another task
        return k;
    }
    a.id = fmt::format("a{}", next_action_id++);
    paint_action(a);
    places.add(a, in_list);
    m.actions.push_back(std::move(a));
    return m.actions.size() - 1;
}

bool parser::has_action_list() {
    if (!action_list)
        action_list = std::any_of(laid.tables.begin(), laid.tables.end(), [](const laid_table& t) { return t.find(column::action) && t.find(column::owner) && !t.find(column::notes) && !t.find(column::item); }) ||
                      std::any_of(heads.entries.begin(), heads.entries.end(), [](const outline_entry& e) { return e.chosen && e.is(label::action); });
    return *action_list;
}

void parser::join_repeats_from(std::size_t first, bool in_list) {
    std::vector<action> fresh(std::make_move_iterator(m.actions.begin() + static_cast<std::ptrdiff_t>(first)), std::make_move_iterator(m.actions.end()));
    m.actions.resize(first);
    places.forget_from(first);
    for (auto& a : fresh) {
        const auto id = a.id;
        const std::size_t k = keep(std::move(a), in_list, true);
        if (m.actions[k].id.empty()) m.actions[k].id = id;
    }
}

void parser::join_repeated_actions() {
    places.listed.resize(m.actions.size(), false);
    // "ACTION: JB" in the text and the rows of a closing log name the same owners in the same order.
    std::vector<std::size_t> bare, log;
    for (std::size_t k = 0; k < m.actions.size(); ++k) {
        if (m.actions[k].text.rule == "task-before-owner" && !places.listed[k]) bare.push_back(k);
        else if (places.listed[k]) log.push_back(k);
    }
    if (bare.empty() || log.size() < 2 || bare.size() > longest_sequence || log.size() > longest_sequence) return;
    const auto pairs = in_order(bare, log, [&](std::size_t a, std::size_t b) { return !m.actions[a].owners.empty() && !m.actions[b].owners.empty() && same_owners(m.actions[a], m.actions[b]); });
    if (pairs.size() * 5 < bare.size() * 3) return;
    std::vector<bool> gone(m.actions.size(), false);
    for (const auto& [a, b] : pairs) {
        auto body = m.actions[a];
        auto& row = m.actions[b];
        row.text.spans.insert(row.text.spans.begin(), body.text.spans.begin(), body.text.spans.end());
        if (!body.item.empty()) row.item = body.item;
        paint_action(row);
        gone[a] = true;
    }
    std::vector<action> kept;
    for (std::size_t k = 0; k < m.actions.size(); ++k)
        if (!gone[k]) kept.push_back(std::move(m.actions[k]));
    m.actions = std::move(kept);
}

void parser::number_actions() {
    std::map<std::string, std::string> renamed;
    for (std::size_t i = 0; i < m.actions.size(); ++i) {
        const auto id = fmt::format("a{}", i + 1);
        renamed[m.actions[i].id] = id;
        m.actions[i].id = id;
    }
    for (auto& l : m.leaves) {
        const auto stop = std::min(l.of.find('.'), l.of.size());
        if (const auto to = renamed.find(l.of.substr(0, stop)); to != renamed.end()) l.of = to->second + l.of.substr(stop);
    }
}

void parser::paint_action(const action& a) {
    leaves.paint(a.text.spans, leaf::kind_type::value, a.id + ".text");
    if (a.ref.given()) leaves.paint(a.ref.spans, leaf::kind_type::value, a.id + ".ref");
    for (const auto& o : a.owners) leaves.paint(o.text.spans, leaf::kind_type::value, a.id + ".owner");
    if (a.due.text.given()) leaves.paint(a.due.text.spans, leaf::kind_type::value, a.id + ".due");
    if (a.status.given()) leaves.paint(a.status.spans, leaf::kind_type::value, a.id + ".status");
}

}  // namespace minutes
