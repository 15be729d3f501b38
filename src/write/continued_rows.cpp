// SPDX-License-Identifier: Apache-2.0
#include "continued_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "table_cells.hpp"
#include "table_columns.hpp"
#include "threads.hpp"
#include "update_events.hpp"

namespace minutes {

namespace {

constexpr std::array of_its_raising = {"Ref", "Raised", "Body", "Minute", "Item", "Action", "Source", "Place in source", "Action ID"};
constexpr std::array of_its_status = {"Status", "Closed"};
constexpr std::array of_its_owner = {"Owner", "Owner (as written)"};
constexpr std::array of_its_date = {"Due (as written)", "Due date", "Due basis"};

bool is_bare(std::string_view ref) { return ref.size() <= 2 && std::all_of(ref.begin(), ref.end(), [](char c) { return c >= '0' && c <= '9'; }); }

std::string without_numbers(std::string_view text) {
    std::string out;
    for (const char c : slug(text))
        if (c < '0' || c > '9') out += c;
    return out;
}

/// Whether `now` is a later record of `before`.
bool goes_on(const baseline_row& before, const baseline_row& now) {
    const std::string ref = slug(now.at("Ref"));
    return !ref.empty() && ref != "none" && !is_bare(ref) && ref == slug(before.at("Ref")) &&
           without_numbers(now.at("Body")) == without_numbers(before.at("Body")) && before.at("Raised") < now.at("Raised") &&
           alike(before.at("Action"), now.at("Action"));
}

class continuer {
public:
    continuer(register_table& t, register_row& r, const baseline_row& before) : table_(t), row_(r), before_(before), now_(baseline_of(t, r)) {}

    void go_on() {
        row_.key = before_.key;
        const std::string& known_to = before_.at("Update date");
        if (known_to > now_.at("Raised")) return keep_all();
        const bool told = !now_.at("Latest update").empty();
        keep(of_its_raising);
        if (!told) {
            keep(of_its_status);
            set("Latest update", now_.at("Action"));
            set("Update date", now_.at("Raised"));
        }
        if (now_.at("Owner").empty()) keep(of_its_owner);
        if (now_.at("Due date").empty() && (now_.at("Due (as written)").empty() || now_.at("Due basis") == "Not stated")) keep(of_its_date);
        if (!before_.at("First due date").empty()) set("First due date", before_.at("First due date"));
        count_carried_forward(known_to == now_.at("Raised") ? 0 : 1);
        join_checks();
    }

private:
    template <std::size_t N>
    void keep(const std::array<const char*, N>& columns) {
        for (const char* column : columns) set(column, before_.at(column));
    }

    void set(std::string_view column, const std::string& text) {
        register_cell* c = cell_in(table_, row_, column);
        if (c && c->text != text) *c = cell_from_baseline(table_, column, text);
    }

    /// Minutes older than what is known say nothing new.
    void keep_all() {
        for (const register_column& c : table_.columns) set(c.name, before_.at(c.name));
    }

    /// Minutes that were read before count once.
    void count_carried_forward(std::size_t one) {
        register_cell* c = cell_in(table_, row_, "Times carried forward");
        std::size_t times = 0;
        const std::string& before = before_.at("Times carried forward");
        std::from_chars(before.data(), before.data() + before.size(), times);
        if (c) *c = count(times + c->number.value_or(0) + one);
    }

    /// What was to be looked at still is, but for the silence that is now broken.
    void join_checks() {
        register_cell* c = cell_in(table_, row_, "Check");
        if (!c) return;
        std::string rest = before_.at("Check");
        for (std::size_t at = 0; (at = rest.find("No later record in ")) != std::string::npos;) {
            const std::size_t end = rest.find("; ", at);
            rest.erase(at, end == std::string::npos ? end : end + 2 - at);
        }
        while (rest.ends_with("; ")) rest.resize(rest.size() - 2);
        if (!rest.empty() && c->text.find(rest) == std::string::npos) *c = words(c->text.empty() ? rest : rest + "; " + c->text);
    }

    register_table& table_;
    register_row& row_;
    const baseline_row& before_;
    const baseline_row now_;
};

}  // namespace

std::vector<continued_row> continue_rows(const std::vector<baseline_row>& base, row_matches& of_base, register_table& made) {
    std::vector<bool> taken(made.rows.size(), false);
    for (const auto& r : of_base)
        if (r) taken[*r] = true;
    std::vector<continued_row> out;
    for (std::size_t r = 0; r < made.rows.size(); ++r) {
        if (taken[r]) continue;
        const baseline_row now = baseline_of(made, made.rows[r]);
        std::optional<std::size_t> found;
        for (std::size_t b = base.size(); b-- > 0 && !found;)  // the latest of that reference
            if (!of_base[b] && goes_on(base[b], now)) found = b;
        if (!found) continue;
        of_base[*found] = r;
        out.push_back({base[*found], now});
        continuer(made, made.rows[r], base[*found]).go_on();
    }
    return out;
}

void continue_updates(const std::vector<continued_row>& continued, register_table& updates) {
    std::vector<register_row> rows;
    for (register_row& r : updates.rows) {
        register_cell* id = cell_in(updates, r, "Action ID");
        const auto found = std::find_if(continued.begin(), continued.end(), [&](const continued_row& c) { return id && c.now.key == id->text; });
        if (found == continued.end()) {
            rows.push_back(std::move(r));
            continue;
        }
        const auto& [before, now] = *found;
        *id = words(before.key);
        if (cell_in(updates, r, "Event")->text != update_event::raised) {
            rows.push_back(std::move(r));
            continue;
        }
        const bool told = !now.at("Latest update").empty();
        std::vector<update_event> events = events_between(
            {before.at("Status"), before.at("Owner"), before.at("Owner (as written)"), before.at("Due date"), before.at("Due (as written)")},
            {told ? now.at("Status") : before.at("Status"), now.at("Owner"), now.at("Owner (as written)"), now.at("Due date"),
             now.at("Due basis") == "Not stated" ? "" : now.at("Due (as written)")});
        const std::string& known_to = before.at("Update date");
        const bool nothing_new = known_to > now.at("Raised") || (known_to == now.at("Raised") && events.front().name == update_event::carried_forward);
        if (nothing_new) continue;
        for (const update_event& e : events) {
            register_row row = r;
            *cell_in(updates, row, "Event") = words(e.name);
            *cell_in(updates, row, "From") = words(e.from);
            *cell_in(updates, row, "To") = words(e.to);
            rows.push_back(std::move(row));
        }
    }
    updates.rows = std::move(rows);
}

}  // namespace minutes
