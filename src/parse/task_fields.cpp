// SPDX-License-Identifier: Apache-2.0
// What stands below a task and is said of it: "Assigned to: JB", "Due: 3 May", "Action complete".
#include "owner.hpp"
#include "parser.hpp"
#include "task_field.hpp"
#include "task_owners.hpp"

namespace minutes {

namespace {

using list = word_list;

bool only_marks(std::string_view t) { return t.find_first_not_of(" \t\n([*_-+>#`|") == t.npos; }

}  // namespace

void parser::take_status(action_status said, const spans& where) {
    if (tasks.last >= m.actions.size()) return;
    auto& above = m.actions[tasks.last];
    if (above.status.given()) return;
    above.status = {said, where, basis::stated, "status-below", {}};
    paint_action(above);
}

void parser::tick_task(bool ticked) {
    if (!ticked || tasks.last >= m.actions.size() || m.actions[tasks.last].status.given()) return;
    auto& status = m.actions[tasks.last].status;
    status.value = action_status::complete;
    status.rule = "ticked";
    status.basis = basis::derived;
}

void parser::give_owners(action& a, const joined_text& j, span where, const char* rule) {
    const auto found = owners_in(j.text(), where.begin, where.end, words);
    const auto take = [&](span s) { a.owners.push_back({stated(words_at(j.source(s.begin, s.end)), j.source(s.begin, s.end), rule), {}}); };
    if (found.empty()) take(where);
    else for (const span s : found) take(s);
}

bool parser::read_task_fields(const joined_text& j, std::size_t from, std::size_t action_index) {
    const auto t = std::string_view(j.text()).substr(from);
    const auto fields = task_fields_in(t, words);
    if (fields.empty() || !only_marks(t.substr(0, fields.front().begin))) return false;
    auto& a = m.actions[action_index];
    for (const auto& f : fields) {
        const auto where = j.source(from + f.rest, from + f.end);
        leaves.paint(j.source(from + f.begin, from + f.rest), leaf::kind_type::label, a.id);
        if (where.empty() || words.has(list::undated, plain_words(words_at(where)))) continue;
        if (f.what == column::owner && a.owners.empty()) {
            const auto value = join(where);
            give_owners(a, value, {0, static_cast<std::uint32_t>(value.text().size())}, "owner-field");
        } else if (f.what == column::due && !a.due.text.given()) {
            a.due.text = stated(words_at(where), where, "due-field");
        } else if (f.what == column::status && !a.status.given()) {
            if (const auto s = words.status(plain_words(words_at(where)))) {
                a.status.value = *s;
                a.status.spans = where;
                a.status.rule = "status-field";
            }
        }
    }
    paint_action(a);
    return true;
}

bool parser::read_duty(const joined_text& j, const look& how, std::size_t from) {
    const std::string_view t = j.text();
    const auto rest = t.substr(from);
    const auto fields = task_fields_in(rest, words);
    if (section == section_type::people || fields.empty()) return false;
    const auto& f = fields.front();
    const auto named = trim(rest.substr(f.rest, f.end - f.rest));
    if (!words.has(list::duty_labels, plain_words(rest.substr(f.begin, f.rest - f.begin))) || !is_owners_only(named, words)) return false;
    const auto ahead = rest.substr(0, f.begin);
    if (only_marks(ahead)) {
        // Right below a line that is no heading.
        if (last_prose.empty() || at_block == 0 || heads.at(at_block - 1) || laid.blocks[at_block - 1].kind != laid_block::kind_type::line || laid.blocks[at_block - 1].text.front().begin > last_prose.front().begin || !says_task(words_at(last_prose))) return false;
        add_task(j, {from + f.rest, t.size(), {}, {}, "task-before-owner", false});
        if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(0, t.size())});
        return true;
    }
    std::size_t begin = std::max(from, text_behind_mark(j, how));
    for (const span s : sentences_in(ahead, words)) begin = std::max<std::size_t>(begin, from + s.begin);  // the last sentence ahead of it
    if (begin > from) read_prose(j.source(from, begin), block::kind_type::paragraph, false);
    add_task(j, {begin, t.size(), {}, {}, "task-before-field", false});
    if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(begin, t.size())});
    return true;
}

}  // namespace minutes
