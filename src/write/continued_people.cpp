// SPDX-License-Identifier: Apache-2.0
#include "continued_people.hpp"

#include <algorithm>
#include <charconv>

#include "table_cells.hpp"
#include "table_columns.hpp"

namespace minutes {

namespace {

std::size_t number_in(const std::string& text) {
    std::size_t n = 0;
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
}

/// The parts of "AB; CD".
std::vector<std::string> listed(const std::string& all) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find("; ", at), all.size());
        out.push_back(all.substr(at, end - at));
        at = end + 2;
    }
    return out;
}

std::string joined(const std::string& before, const std::string& now) {
    std::string out = before;
    const auto known = listed(before);
    for (const std::string& part : listed(now))
        if (std::find(known.begin(), known.end(), part) == known.end()) out += (out.empty() ? "" : "; ") + part;
    return out;
}

class continuer {
public:
    continuer(register_table& t, register_row& r, const baseline_row& before) : table_(t), row_(r), before_(before), now_(baseline_of(t, r)) {}

    void go_on(const std::set<std::string>& known) {
        const std::string &first = before_.at("First seen"), &last = before_.at("Last seen");
        const bool older = !last.empty() && now_.at("Last seen") < last;
        if (!first.empty() && (now_.at("First seen").empty() || first < now_.at("First seen"))) keep("First seen");
        if (older) keep("Last seen");
        for (const char* column : {"Role", "Organisation"})
            if (now_.at(column).empty() || (older && !before_.at(column).empty())) keep(column);
        for (const char* column : {"Initials", "Check"}) set(column, joined(before_.at(column), now_.at(column)));
        count_meetings(known);
    }

private:
    void count_meetings(const std::set<std::string>& known) {
        std::size_t meetings = number_in(before_.at("Meetings")), present = number_in(before_.at("Present"));
        for (const sighting& s : row_.sightings) {
            if (known.contains(s.source)) continue;
            ++meetings;
            present += s.present ? 1 : 0;
        }
        put("Meetings", count(meetings));
        put("Present", count(present));
    }

    void keep(std::string_view column) { set(column, before_.at(column)); }
    void set(std::string_view column, const std::string& text) {
        if (text != now_.at(column)) put(column, cell_from_baseline(table_, column, text));
    }
    void put(std::string_view column, register_cell c) {
        if (register_cell* cell = cell_in(table_, row_, column)) *cell = std::move(c);
    }

    register_table& table_;
    register_row& row_;
    const baseline_row& before_;
    const baseline_row now_;
};

/// Actions of the person's body that name the person as an owner.
std::size_t actions_of(const baseline_row& person, const std::vector<baseline_row>& actions) {
    return static_cast<std::size_t>(std::count_if(actions.begin(), actions.end(), [&](const baseline_row& a) {
        const auto owners = listed(a.at("Owner"));
        return a.at("Body") == person.at("Body") && std::find(owners.begin(), owners.end(), person.at("Name")) != owners.end();
    }));
}

}  // namespace

bool files_of_meetings::all_at_hand() const { return std::includes(read_anew.begin(), read_anew.end(), known.begin(), known.end()); }

void continue_people(const std::vector<baseline_row>& base, const row_matches& of_base, const files_of_meetings& files, const std::vector<baseline_row>& actions,
                     register_table& made) {
    if (files.all_at_hand()) return;
    for (std::size_t b = 0; b < base.size(); ++b)
        if (of_base[b]) continuer(made, made.rows[*of_base[b]], base[b]).go_on(files.known);
    for (register_row& r : made.rows)
        if (register_cell* owned = cell_in(made, r, "Actions owned")) *owned = count(actions_of(baseline_of(made, r), actions));
}

}  // namespace minutes
