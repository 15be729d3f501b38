// SPDX-License-Identifier: Apache-2.0
// Tasks as records of labelled fields: who, what, by when.
#include <algorithm>

#include "parser.hpp"
#include "task_field.hpp"

namespace minutes {

namespace {

using list = word_list;

/// The fields that a line consists of; empty when other words open it.
std::vector<task_field> fields_of(const parser& p, std::string_view t) {
    auto fields = task_fields_in(t, p.words, true);
    if (!fields.empty() && t.substr(0, fields.front().begin).find_first_not_of(" \t*_-") != t.npos) fields.clear();
    return fields;
}

int count(const std::vector<task_field>& fields, column what) {
    return static_cast<int>(std::count_if(fields.begin(), fields.end(), [&](const task_field& f) { return f.what == what; }));
}

/// A label that is a marker of tasks by itself has its own rule.
bool opens_with_marker(const parser& p, std::string_view t, const task_field& f) {
    return f.what == column::action && p.words.is_label(p.plain_words(t.substr(f.begin, f.rest - f.begin)), label::action);
}

}  // namespace

std::size_t parser::end_of_task_record(std::size_t from) const {
    constexpr std::size_t longest = 4;  // lines
    std::vector<task_field> all;
    std::size_t to = from;
    for (; to < laid.blocks.size() && to < from + longest && laid.blocks[to].kind == laid_block::kind_type::line; ++to) {
        if (to > from && laid.blocks[to].blank_before > 0) break;
        const auto t = words_at(laid.blocks[to].text);
        const auto fields = fields_of(*this, t);
        if (fields.empty() || (to == from && opens_with_marker(*this, t, fields.front()))) break;
        if (std::any_of(fields.begin(), fields.end(), [&](const task_field& f) { return count(all, f.what) > 0 || count(fields, f.what) > 1; })) break;
        all.insert(all.end(), fields.begin(), fields.end());
    }
    return count(all, column::owner) == 1 && count(all, column::action) == 1 ? to : from;
}

std::size_t parser::read_task_record(std::size_t from) {
    const std::size_t to = end_of_task_record(from);
    if (to == from) return from;
    action a;
    a.item = current_item_id();
    spans owner, due, status;
    for (std::size_t i = from; i < to; ++i) {
        const auto j = join(laid.blocks[i].text);
        leaves.paint(laid.blocks[i].text, leaf::kind_type::label);
        for (const auto& f : fields_of(*this, j.text())) {
            const auto where = j.source(f.rest, f.end);
            if (where.empty() || words.has(list::undated, plain_words(words_at(where)))) continue;
            if (f.what == column::action) a.text = stated(words_at(where), where, "task-field");
            else if (f.what == column::owner) owner = where;
            else if (f.what == column::due) due = where;
            else status = where;
        }
        if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, laid.blocks[i].text});
    }
    if (!a.text.given() || owner.empty()) return from;
    const auto named = join(owner);
    give_owners(a, named, {0, static_cast<std::uint32_t>(named.text().size())}, "owner-field");
    if (!due.empty()) a.due.text = stated(words_at(due), due, "due-field");
    if (const auto said = status.empty() ? std::nullopt : words.status(plain_words(words_at(status)))) a.status = {*said, status, basis::stated, "status-field", {}};
    tasks.last = keep(std::move(a), true);
    tasks.since = 0;
    return to;
}

}  // namespace minutes
