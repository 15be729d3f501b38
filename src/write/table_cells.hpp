// SPDX-License-Identifier: Apache-2.0
// Stage: the model's parts → cells of registers: what each says, whichever table it stands in.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include <minutes/history.hpp>

#include "table.hpp"
#include "wording.hpp"

namespace minutes {

[[nodiscard]] inline register_cell words(std::string_view text) { return {.text = safe_text(text), .date = {}, .number = {}, .line = 0, .link = {}}; }
[[nodiscard]] inline register_cell count(std::size_t n) { return {.text = std::to_string(n), .date = {}, .number = n, .line = 0, .link = {}}; }
[[nodiscard]] register_cell day(const traced<date>& d);
[[nodiscard]] register_cell time(const traced<time_of_day>& t);
[[nodiscard]] inline register_cell votes(const traced<int>& n) { return n.value && *n.value >= 0 ? count(static_cast<std::size_t>(*n.value)) : register_cell{}; }

template <class T>
[[nodiscard]] register_cell choice(const traced<T>& t) {
    return t.value ? words(sentence(name_of(*t.value))) : register_cell{};
}

[[nodiscard]] spans spans_of(const action& a);
[[nodiscard]] spans spans_of(const decision& d);
[[nodiscard]] spans spans_of(const person& p);

/// Where something stands: the line of its first word.
[[nodiscard]] register_cell line_of(const meeting& m, const spans& where);

/// Warnings, and notes that come with something to do; the rest is only to be known.
[[nodiscard]] inline bool wants_a_look(const diagnostic& d) { return d.severity != severity::note || !d.hint.empty(); }

/// What rows look up in their meeting, so that many rows and many diagnostics cost no more than their number.
class lookup {
public:
    explicit lookup(const meeting& m) : m(m) {
        for (const person& p : m.people) people_[p.id] = &p;
        add_items(m.items);
        for (const diagnostic& d : m.diagnostics)
            if (wants_a_look(d)) add_diagnostic(d);
        std::stable_sort(marks_.begin(), marks_.end(), [](const mark& a, const mark& b) { return a.where.begin < b.where.begin; });
    }

    /// The diagnostics that a person should see beside these words, in their own order.
    [[nodiscard]] std::vector<const diagnostic*> touching(const spans& words) const {
        std::vector<const diagnostic*> found;
        for (const span w : words) {
            const std::uint32_t from = w.begin - std::min(w.begin, longest_);
            auto it = std::lower_bound(marks_.begin(), marks_.end(), from, [](const mark& a, std::uint32_t at) { return a.where.begin < at; });
            for (; it != marks_.end() && it->where.begin < w.end; ++it)
                if (it->where.end > w.begin) found.push_back(it->what);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    [[nodiscard]] std::string item_title(const std::string& id) const {
        const auto it = items_.find(id);
        return it == items_.end() ? std::string{} : minutes::item_title(m, *it->second);
    }

    /// The item with this id, or null.
    [[nodiscard]] const item* find_item(const std::string& id) const {
        const auto it = items_.find(id);
        return it == items_.end() ? nullptr : it->second;
    }

    /// "Jane Smith; OR": an action's owners by name, or as written where nobody is certain.
    [[nodiscard]] std::string owner_names(const action& a) const { return owner_names(a, {}); }

    /// The same with the names that other meetings of the body settle.
    [[nodiscard]] std::string owner_names(const action& a, const std::map<const owner*, owner_elsewhere>& elsewhere) const {
        std::vector<std::string> parts;
        for (const owner& o : a.owners) parts.push_back(owner_name(o, elsewhere));
        return fmt::format("{}", fmt::join(parts, "; "));
    }

    /// One of them.
    [[nodiscard]] std::string owner_name(const owner& o, const std::map<const owner*, owner_elsewhere>& elsewhere) const {
        const auto known = elsewhere.find(&o);
        return known != elsewhere.end() && known->second.settled() ? known->second.names.front() : name_or_text(o);
    }

    /// "JS (Jane Smith); OR": an action's owners, with names where they are known.
    [[nodiscard]] std::string owners(const action& a) const {
        std::vector<std::string> parts;
        for (const owner& o : a.owners) parts.push_back(owner_text(o));
        return fmt::format("{}", fmt::join(parts, "; "));
    }

    const meeting& m;

private:
    struct mark {
        span where;
        const diagnostic* what;
    };

    void add_items(const std::vector<item>& items) {
        for (const item& i : items) {
            items_[i.id] = &i;
            add_items(i.items);
        }
    }

    void add_diagnostic(const diagnostic& d) {
        for (const span s : d.spans) {
            marks_.push_back({s, &d});
            longest_ = std::max(longest_, s.size());
        }
    }

    [[nodiscard]] std::string name_of_owner(const owner& o) const {
        const auto who = people_.find(o.person);
        return who == people_.end() ? std::string{} : shown(m, who->second->name);
    }

    [[nodiscard]] std::string name_or_text(const owner& o) const {
        const std::string name = name_of_owner(o);
        return name.empty() ? shown(m, o.text) : name;
    }

    [[nodiscard]] std::string owner_text(const owner& o) const {
        const std::string text = shown(m, o.text), name = name_of_owner(o);
        if (text.empty()) return name;
        return name.empty() || name == text ? text : text + " (" + name + ")";
    }

    std::unordered_map<std::string_view, const person*> people_;
    std::unordered_map<std::string_view, const item*> items_;
    std::vector<mark> marks_;  // by where they begin
    std::uint32_t longest_ = 0;
};

/// What a person should look at in a row, in plain words; empty when nothing.
[[nodiscard]] register_cell check_of(const lookup& in, const action& a);
[[nodiscard]] register_cell check_of(const lookup& in, const decision& d);
[[nodiscard]] register_cell check_of(const lookup& in, const person& p);

/// What a person has put right, and what the minutes say: "Owner by hand: the minutes say 'LW'"; empty when nothing.
[[nodiscard]] register_cell corrected_in(const meeting& m);
[[nodiscard]] register_cell corrected_in(const meeting& m, const action& a);
[[nodiscard]] register_cell corrected_in(const meeting& m, const person& p);

/// Takes a column that says nothing out of a table.
void drop_if_empty(register_table& t, std::string_view column);

[[nodiscard]] register_cell due_as_written(const meeting& m, const due& d);
[[nodiscard]] register_cell vote_in_words(const meeting& m, const vote& v);

/// "part; arrived 10:15; left item 4"
[[nodiscard]] register_cell presence_note(const meeting& m, const person& p);

/// Here: present or in attendance.
[[nodiscard]] std::size_t count_here(const meeting& m);
[[nodiscard]] std::size_t count_away(const meeting& m);
[[nodiscard]] std::size_t count_items(const std::vector<item>& items);

/// "98%": the share of the text that was understood or kept as prose.
[[nodiscard]] register_cell understood(const meeting& m);

}  // namespace minutes
