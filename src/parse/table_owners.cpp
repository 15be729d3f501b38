// SPDX-License-Identifier: Apache-2.0
// Owners and dates that slid out of their rows are given back to the actions beside them.
#include <algorithm>

#include <fmt/format.h>

#include "date.hpp"
#include "owner.hpp"
#include "table_reader.hpp"

namespace minutes {

namespace {
using list = word_list;
}  // namespace

void table_reader::give_back() {
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (rows[r].owner.empty() && rows[r].due.empty()) continue;
        const auto before = actions_near(r, -1), after = actions_near(r, +1);
        if (!rows[r].owner.empty()) give_owners(rows[r], before, after);
        else give_due(rows[r], before, after);
    }
}

std::vector<std::size_t> table_reader::actions_near(std::size_t r, int step) const {
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

std::string table_reader::name_of_action(const action& x) {
    if (x.ref.value) return *x.ref.value;
    const auto text = x.text.value.value_or("");
    return text.size() > 30 ? fmt::format("'{} …'", text.substr(0, text.find(' ', 24))) : fmt::format("'{}'", text);
}

void table_reader::give_owners(task_row& row, const std::vector<std::size_t>& before, const std::vector<std::size_t>& after) {
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

void table_reader::give_dates(task_row& row, const std::vector<std::size_t>& targets) {
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

void table_reader::give_due(task_row& row, const std::vector<std::size_t>&, const std::vector<std::size_t>&) {
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

}  // namespace minutes
