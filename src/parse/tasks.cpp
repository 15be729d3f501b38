// SPDX-License-Identifier: Apache-2.0
// Tasks outside tables: lines with a marker, lists under "Actions", owners at the right margin.
#include <fmt/format.h>

#include "date.hpp"
#include "owner.hpp"
#include "parser.hpp"
#include "task.hpp"

namespace minutes {

namespace {

using list = word_list;

/// The last sentence of a text: what an owner that stands alone refers to.
span last_sentence(std::string_view text, const lexicon& words) {
    const auto all = sentences_in(text, words);
    return all.empty() ? span{} : all.back();
}

}  // namespace

void parser::read_due_phrase(action& a, const joined_text& j) {
    const auto all = words_in(j.text());
    for (std::size_t k = all.size() > 5 ? all.size() - 5 : 0; k < all.size(); ++k) {
        if (!words.has(list::next_meeting_due, fold(std::string_view(j.text()).substr(all[k].begin, all.back().end - all[k].begin)))) continue;
        const auto where = j.source(all[k].begin, all.back().end);
        a.due.text = stated(words_at(where), where, "due-in-text");
        return;
    }
}

void parser::add_task(const joined_text& j, std::size_t begin, std::size_t end, span ref, const char* rule) {
    const auto t = std::string_view(j.text()).substr(begin, end - begin);
    const auto f = match_task(t, words);
    const auto source = [&](span s) { return j.source(begin + s.begin, begin + s.end); };
    action a;
    a.id = fmt::format("a{}", next_action_id++);
    a.item = current_item_id();
    if (!ref.empty()) {
        const auto where = j.source(ref.begin, ref.end);
        a.ref = stated(words_at(where), where, "reference-in-marker");
        leaves.paint(where, leaf::kind_type::value, a.id + ".ref");
    }
    if (f.text.empty()) {
        // An owner alone: the task is what was said before.
        if (last_prose.empty()) return;
        const auto before = join(last_prose);
        const auto s = last_sentence(before.text(), words);
        const auto where = before.source(s.begin, s.end);
        a.text = stated(words_at(where), where, "task-before-owner");
    } else {
        const auto where = source(f.text);
        a.text = stated(words_at(where), where, rule);
        leaves.paint(where, leaf::kind_type::value, a.id + ".text");
    }
    for (const span s : f.owners) {
        a.owners.push_back({stated(words_at(source(s)), source(s), f.rule), {}});
        leaves.paint(source(s), leaf::kind_type::value, a.id + ".owner");
    }
    if (!f.due.empty()) {
        a.due.text = stated(words_at(source(f.due)), source(f.due), "due-in-text");
        leaves.paint(source(f.due), leaf::kind_type::value, a.id + ".due");
    }
    m.actions.push_back(std::move(a));
}

void parser::read_listed_task(const joined_text& j, std::size_t from) {
    const std::string_view t = j.text();
    const auto rest = t.substr(from);
    std::string plain;
    for (const auto& w : words_in(rest)) plain += (plain.empty() ? "" : " ") + w.folded;
    if (plain.empty() || words.has(list::no_action, plain) || words.is_label(plain, label::none)) return;
    if (const auto marker = marker_at(rest, words)) {
        span ref = marker->ref;
        if (!ref.empty()) ref = {static_cast<std::uint32_t>(from + ref.begin), static_cast<std::uint32_t>(from + ref.end)};
        leaves.paint(j.source(from + marker->begin, from + marker->rest), leaf::kind_type::label);
        add_task(j, from + marker->rest, t.size(), ref, "task-in-list");
        return;
    }
    add_task(j, from, t.size(), {}, "task-in-list");
}

bool parser::read_task_line(const joined_text& j, const look& how) {
    const std::string_view t = j.text();
    const std::size_t from = how.mark.empty() ? 0 : std::min<std::size_t>(how.mark.size() + 1, t.size());
    const auto markers = markers_in(t.substr(from), words);
    if (markers.empty()) return false;
    const auto head = from + markers.front().begin;
    if (trim(t.substr(from, head - from)).find_first_not_of("([*-") != std::string_view::npos) {
        read_prose(j.source(from, head), how.depth ? block::kind_type::list_item : block::kind_type::paragraph, false);
        last_prose = j.source(from, head);
    }
    for (std::size_t k = 0; k < markers.size(); ++k) {
        const auto& marker = markers[k];
        std::size_t end = k + 1 < markers.size() ? from + markers[k + 1].begin : t.size();
        const std::size_t begin = from + marker.rest;
        const char before = from + marker.begin > 0 ? t[from + marker.begin - 1] : ' ';
        if (before == '(' || before == '[')
            if (const auto close = t.find(before == '(' ? ')' : ']', begin); close != t.npos && close < end) end = close;
        span ref = marker.ref;
        if (!ref.empty()) ref = {static_cast<std::uint32_t>(from + ref.begin), static_cast<std::uint32_t>(from + ref.end)};
        leaves.paint(j.source(from + marker.begin, begin), leaf::kind_type::label);
        if (trim(t.substr(begin, end - begin)).empty()) continue;
        add_task(j, begin, end, ref, "action-line");
    }
    if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(head, t.size())});
    return true;
}

}  // namespace minutes
