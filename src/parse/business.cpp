// SPDX-License-Identifier: Apache-2.0
// Items, their running text, decisions; lines outside tables.
#include <algorithm>

#include <fmt/format.h>

#include "date.hpp"
#include "owner.hpp"
#include "parser.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

using list = word_list;

/// Evidence needed before a capital inside running text is taken for a new sub-heading's sentence.
constexpr int weight_at_start = 3;
constexpr int weight_inside = 4;
constexpr int weight_never = 99;

}  // namespace

item* parser::current_item() {
    if (item_at == none) return nullptr;
    return sub_at == none ? &m.items[item_at] : &m.items[item_at].items[sub_at];
}

std::string parser::current_item_id() {
    const item* it = current_item();
    return it ? it->id : std::string{};
}

void parser::open_item(traced<std::string> number, traced<std::string> heading) {
    item it;
    it.id = fmt::format("i{}", next_item_id++);
    leaves.paint(number.spans, leaf::kind_type::label, it.id + ".number");
    leaves.paint(heading.spans, leaf::kind_type::value, it.id + ".heading");
    it.number = std::move(number);
    it.heading = std::move(heading);
    m.items.push_back(std::move(it));
    item_at = m.items.size() - 1;
    sub_at = none;
}

void parser::open_sub_item(traced<std::string> heading) {
    if (item_at == none) {
        open_item({}, std::move(heading));
        return;
    }
    item it;
    it.id = fmt::format("i{}", next_item_id++);
    leaves.paint(heading.spans, leaf::kind_type::value, it.id + ".heading");
    it.heading = std::move(heading);
    auto& parent = m.items[item_at];
    parent.items.push_back(std::move(it));
    sub_at = parent.items.size() - 1;
}

void parser::read_decision(const joined_text& j, span sentence) {
    const auto found = match_decision(std::string_view(j.text()).substr(sentence.begin, sentence.size()), words);
    if (!found) return;
    decision x;
    x.id = fmt::format("d{}", next_decision_id++);
    const auto where = j.source(sentence.begin + found->text.begin, sentence.begin + found->text.end);
    x.text = stated(words_at(where), where, found->rule);
    x.kind = found->kind;
    x.item = current_item_id();
    m.decisions.push_back(std::move(x));
}

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
        for (const span& s : decided) read_decision(j, s);
        decided.clear();
    };
    const auto sentences = sentences_in(t, words);
    for (const span s : sentences) {
        const auto sentence = t.substr(s.begin, s.size());
        const bool first = s == sentences.front();
        std::size_t skip = 0;
        const auto h = (first && !may_start_with_heading) ? std::nullopt : heading_at(sentence, words, known);
        const bool colon = h && std::string_view(h->rule) != "heading-fused";
        if (h && h->rest < sentence.size() && h->weight >= (first ? weight_at_start : colon && !colon_headings ? weight_never : weight_inside) && !match_decision(sentence.substr(h->begin), words).has_value() | (std::string_view(h->rule) == "heading-fused")) {
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

namespace {

/// The figures of a number: 45 and 11 of "45/11", 4 and 2 of "4.2".
std::vector<int> figures_of(std::string_view number) {
    std::vector<int> out;
    bool inside = false;
    for (const char c : number) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) out.push_back(0);
        if (digit && out.back() < 100000) out.back() = out.back() * 10 + (c - '0');
        inside = digit;
    }
    return out;
}

/// Whether b is the number after a: one figure greater by one, all before it equal, and behind it equal or from one.
bool counts_on(const std::vector<int>& a, const std::vector<int>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) continue;
        if (b[i] != a[i] + 1) return false;
        return std::all_of(b.begin() + static_cast<std::ptrdiff_t>(i) + 1, b.end(), [&](int x) { return x == 1; }) ||
               std::equal(a.begin() + static_cast<std::ptrdiff_t>(i) + 1, a.end(), b.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    return false;
}

}  // namespace

/// "… to the next meeting" at the end of an action.
void parser::read_due_phrase(action& a, const joined_text& j) {
    const auto all = words_in(j.text());
    for (std::size_t k = all.size() > 5 ? all.size() - 5 : 0; k < all.size(); ++k) {
        if (!words.has(list::next_meeting_due, fold(std::string_view(j.text()).substr(all[k].begin, all.back().end - all[k].begin)))) continue;
        const auto where = j.source(all[k].begin, all.back().end);
        a.due.text = stated(words_at(where), where, "due-in-text");
        return;
    }
}

void parser::find_counted_lines() {
    counted.assign(laid.blocks.size(), false);
    std::size_t last = none;
    std::vector<int> before;
    for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind != laid_block::kind_type::line) continue;
        const auto line = words_at(b.text);
        const auto n = number_at(line, words);
        if (!n || n->rest >= line.size() || !starts_upper(std::string_view(line).substr(n->rest))) continue;
        const auto figures = figures_of(std::string_view(line).substr(n->begin, n->end - n->begin));
        if (figures.empty()) continue;
        if (last != none && counts_on(before, figures)) counted[last] = counted[i] = true;
        last = i;
        before = figures;
    }
}

/// "## 3. Workshop safety": number signs mark a heading in plain-text mark-up.
bool parser::read_marked_heading(const joined_text& j) {
    const std::string_view t = j.text();
    const auto from = t.find_first_not_of("# ");
    if (!t.starts_with('#') || from == t.npos || from < 2) return false;
    const auto n = number_at(t.substr(from), words);
    const auto start = n && n->marked ? from + n->rest : from;
    if (start >= t.size() || words_in(t.substr(start)).size() > 20) return false;
    leaves.paint(j.source(0, from), leaf::kind_type::label);
    traced<std::string> number;
    if (start > from) number = stated(words_at(j.source(from + n->begin, from + n->end)), j.source(from + n->begin, from + n->end), "item-number");
    const auto heading = j.source(start, t.size());
    open_item(std::move(number), stated(words_at(heading), heading, "heading-mark"));
    return true;
}

void parser::read_line(std::size_t at) {
    const auto& b = laid.blocks[at];
    const auto j = join(b.text);
    const std::string_view t = j.text();
    leaves.paint(b.text, leaf::kind_type::prose, current_item_id());
    if (read_marked_heading(j)) return;
    if (const auto n = number_at(t, words); n && (n->marked || counted[at]) && n->depth <= 2 && n->rest < t.size()) {
        const auto rest = t.substr(n->rest);
        const auto h = heading_at(rest, words, known);
        std::size_t end = 0, body = t.size();
        const auto l = label_at(rest, words);
        if (l && l->marked) {
            end = n->rest + l->end;
            body = n->rest + l->rest;
        } else if (h) {
            end = n->rest + h->end;
            body = n->rest + h->rest;
        } else if (is_heading(rest, words) && starts_upper(rest)) {
            end = t.size();
        }
        if (end > 0) {
            const auto heading = j.source(n->rest, end);
            open_item(stated(words_at(j.source(n->begin, n->end)), j.source(n->begin, n->end), "item-number"), stated(words_at(heading), heading, "item-heading"));
            if (l && l->is(label::apologies) && body < t.size()) {
                read_people(j.source(body, t.size()), attendance::apologies, heading);
                if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(body, t.size())});
            } else if (body < t.size()) {
                read_prose(j.source(body, t.size()), block::kind_type::paragraph, false);
            }
            if (l && l->is(label::next_meeting)) read_next_meeting(j.source(end, t.size()));
            return;
        }
    }
    if (const item* it = current_item(); it && it->heading.value && m.next.date.spans.empty()) {
        const auto heading = label_at(*it->heading.value, words);
        if (heading && heading->is(label::next_meeting)) read_next_meeting(b.text);
    }
    const auto l = label_at(t, words);
    if (l && l->is(label::next_meeting) && l->rest < t.size()) {
        leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
        read_next_meeting(j.source(l->rest, t.size()));
        return;
    }
    if (l && l->marked && l->is(label::end) && m.end.spans.empty() && l->rest < t.size()) leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
    // "ACTION: JB to write to the council by 3 May"
    if (l && l->is(label::action) && !l->whole && t.substr(l->end, l->rest - l->end).find_first_of(":-") != t.npos) {
        action a;
        a.id = fmt::format("a{}", next_action_id++);
        a.item = current_item_id();
        leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label, a.id);
        std::size_t from = l->rest;
        const auto to = t.find(" to ", from);
        if (to != t.npos && to - from < 60)
            if (const auto owners = match_owners(t.substr(from, to - from), words)) {
                for (const auto& group : owners->groups)
                    for (span s : group) {
                        const auto where = j.source(from + s.begin, from + s.end);
                        a.owners.push_back({stated(words_at(where), where, "action-line"), {}});
                        leaves.paint(where, leaf::kind_type::value, a.id + ".owner");
                    }
                from = to + 4;
            }
        const auto where = j.source(from, t.size());
        a.text = stated(words_at(where), where, "action-line");
        leaves.paint(where, leaf::kind_type::value, a.id + ".text");
        for (const auto& f : find_dates(t, words)) {
            const auto date_at = j.source(f.begin, f.end);
            a.due.text = stated(words_at(date_at), date_at, "action-line");
        }
        if (!a.due.text.given()) read_due_phrase(a, j);
        m.actions.push_back(std::move(a));
        return;
    }
    read_prose(b.text, block::kind_type::paragraph, false);
}

}  // namespace minutes
