// SPDX-License-Identifier: Apache-2.0
// Stage: TOML → corrections.  What is wrong becomes a diagnostic and reading goes on, so that all mistakes are told at once.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <initializer_list>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <minutes/nearest.hpp>

#include "correction_list.hpp"

namespace minutes {

namespace {

using keys = std::vector<std::string_view>;

place place_in_file(const toml::source_region& where) { return {where.begin.line, where.begin.column}; }

std::optional<date> date_from(std::string_view iso) {
    const std::string text(iso);
    int year = 0, month = 0, day = 0, used = 0;
    if (text.size() != 10 || std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || used != 10) return {};
    const date d{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    return d.ok() ? std::optional(d) : std::nullopt;
}

/// The choice with a name, among those that there are.
template <class E>
std::optional<E> choice_named(std::string_view name, std::initializer_list<E> all) {
    const auto found = std::find_if(all.begin(), all.end(), [&](E e) { return name_of(e) == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

template <class E>
std::string names_of(std::initializer_list<E> all) {
    std::vector<std::string_view> names;
    for (const E e : all) names.push_back(name_of(e));
    return fmt::format("{}", fmt::join(names, ", "));
}

using status_names = std::initializer_list<action_status>;
constexpr status_names all_statuses = {action_status::open,    action_status::in_progress, action_status::proposed_for_closure, action_status::complete,
                                       action_status::closed, action_status::on_hold,     action_status::superseded,           action_status::withdrawn};

class file_reader {
public:
    file_reader(correction_list& out, std::vector<diagnostic>& mistakes) : out_(out), mistakes_(mistakes) {}

    void read(const toml::table& root) {
        static const keys sections = {"bodies", "people", "meetings", "actions", "threads"};
        for (const auto& [key, value] : root) {
            const std::string_view name = key.str();
            if (std::find(sections.begin(), sections.end(), name) == sections.end()) {
                tell_unknown(key, "a part of a file of corrections", sections);
                continue;
            }
            const auto* entries = value.as_array();
            if (!entries || !entries->is_homogeneous<toml::table>()) {
                tell(value.source(), fmt::format("'{}' must be entries, each below a line [[{}]]", name, name));
                continue;
            }
            for (const auto& entry : *entries) read_entry(name, *entry.as_table());
        }
    }

private:
    void tell(const toml::source_region& where, std::string message, std::string hint = {}) {
        mistakes_.push_back({"corrections-error", severity::error, {}, place_in_file(where), std::move(message), std::move(hint)});
    }

    void tell_unknown(const toml::key& key, std::string_view what, const keys& known) {
        const auto near = nearest(key.str(), known);
        tell(key.source(), fmt::format("'{}' is not {}{}", key.str(), what, near.empty() ? "" : fmt::format("; did you mean '{}'?", near)),
             fmt::format("There are: {}.", fmt::join(known, ", ")));
    }

    void check_keys(const toml::table& t, std::string_view section, const keys& known) {
        for (const auto& [key, value] : t)
            if (std::find(known.begin(), known.end(), key.str()) == known.end()) tell_unknown(key, fmt::format("a key of [[{}]]", section), known);
    }

    void read_entry(std::string_view section, const toml::table& t) {
        if (section == "bodies") read_body(t);
        else if (section == "people") read_person(t);
        else if (section == "meetings") read_meeting(t);
        else if (section == "actions") read_action(t);
        else read_thread(t);
    }

    std::optional<std::string> text(const toml::table& t, std::string_view key) {
        const auto* node = t.get(key);
        if (!node) return {};
        const auto value = node->value_exact<std::string>();
        if (!value || value->empty()) tell(node->source(), fmt::format("'{}' must be a text in quotation marks", key));
        return value;
    }

    std::string needed_text(const toml::table& t, std::string_view key) {
        if (!t.get(key)) tell(t.source(), fmt::format("'{}' is missing", key));
        return text(t, key).value_or("");
    }

    /// One text, or several in a list.
    std::vector<std::pair<std::string, place>> texts(const toml::table& t, std::string_view key) {
        std::vector<std::pair<std::string, place>> out;
        const auto* node = t.get(key);
        if (!node) return out;
        const auto take = [&](const toml::node& n) {
            if (const auto value = n.value_exact<std::string>(); value && !value->empty()) out.emplace_back(*value, place_in_file(n.source()));
            else tell(n.source(), fmt::format("'{}' must be a text, or a list of texts: [\"…\", \"…\"]", key));
        };
        if (const auto* all = node->as_array())
            for (const auto& n : *all) take(n);
        else take(*node);
        return out;
    }

    std::vector<std::string> plain_texts(const toml::table& t, std::string_view key) {
        std::vector<std::string> out;
        for (auto& [value, at] : texts(t, key)) out.push_back(std::move(value));
        return out;
    }

    /// A day as TOML has it, 2015-02-09, or the same in quotation marks.
    std::optional<date> day(const toml::table& t, std::string_view key) {
        const auto* node = t.get(key);
        if (!node) return {};
        std::optional<date> out;
        if (const auto d = node->value_exact<toml::date>()) out = date{std::chrono::year{d->year}, std::chrono::month{d->month}, std::chrono::day{d->day}};
        else if (const auto iso = node->value_exact<std::string_view>()) out = date_from(*iso);
        if (!out || !out->ok()) tell(node->source(), fmt::format("'{}' must be a day such as 2014-03-27", key));
        return out;
    }

    std::optional<time_of_day> hour(const toml::table& t, std::string_view key) {
        const auto* node = t.get(key);
        if (!node) return {};
        const auto time = node->value_exact<toml::time>();
        if (!time) tell(node->source(), fmt::format("'{}' must be a time such as 19:30:00", key));
        return time ? std::optional(time_of_day{time->hour, time->minute}) : std::nullopt;
    }

    template <class E>
    std::optional<E> choice(const toml::table& t, std::string_view key, std::initializer_list<E> all) {
        const auto name = text(t, key);
        if (!name) return {};
        const auto found = choice_named(*name, all);
        if (!found) tell(t.get(key)->source(), fmt::format("'{}' cannot be '{}'", key, *name), fmt::format("There are: {}.", names_of(all)));
        return found;
    }

    void read_body(const toml::table& t) {
        check_keys(t, "bodies", {"name", "also"});
        body_correction b{place_in_file(t.source()), needed_text(t, "name"), plain_texts(t, "also")};
        if (b.also.empty()) tell(t.source(), "'also' is missing: what else the body is called");
        out_.bodies.push_back(std::move(b));
    }

    void read_person(const toml::table& t) {
        check_keys(t, "people", {"name", "also", "initials", "body", "from", "until"});
        person_correction p{place_in_file(t.source()), needed_text(t, "name"), plain_texts(t, "also"), text(t, "initials").value_or(""), text(t, "body").value_or(""), day(t, "from"), day(t, "until")};
        if (p.also.empty() && p.initials.empty()) tell(t.source(), "'also' or 'initials' is missing: how the minutes name this person");
        out_.people.push_back(std::move(p));
    }

    void read_meeting(const toml::table& t) {
        const keys fields = {"title", "body", "venue", "chair", "date", "start", "end", "status"};
        keys known = {"document", "meeting"};
        known.insert(known.end(), fields.begin(), fields.end());
        check_keys(t, "meetings", known);
        meeting_correction m;
        m.at = place_in_file(t.source());
        m.document = needed_text(t, "document");
        m.on = day(t, "meeting");
        m.title = text(t, "title"), m.body = text(t, "body"), m.venue = text(t, "venue"), m.chair = text(t, "chair");
        m.date = day(t, "date");
        m.start = hour(t, "start"), m.end = hour(t, "end");
        m.status = choice(t, "status", {minutes_status::draft, minutes_status::approved});
        if (std::none_of(fields.begin(), fields.end(), [&](auto f) { return t.contains(f); })) tell(t.source(), fmt::format("nothing is put right: one of {} is needed", fmt::join(fields, ", ")));
        out_.meetings.push_back(std::move(m));
    }

    void read_action(const toml::table& t) {
        const keys fields = {"owners", "due", "status"};
        check_keys(t, "actions", {"document", "meeting", "ref", "text", "owners", "due", "status"});
        action_correction a;
        a.at = place_in_file(t.source());
        a.document = needed_text(t, "document");
        a.on = day(t, "meeting");
        a.action = {text(t, "ref").value_or(""), text(t, "text").value_or("")};
        if (t.contains("owners")) a.owners = plain_texts(t, "owners");
        a.due = day(t, "due");
        a.status = choice(t, "status", all_statuses);
        if (!t.contains("ref") && !t.contains("text")) tell(t.source(), "'ref' or 'text' is missing: which action is meant");
        if (std::none_of(fields.begin(), fields.end(), [&](auto f) { return t.contains(f); })) tell(t.source(), fmt::format("nothing is put right: one of {} is needed", fmt::join(fields, ", ")));
        out_.actions.push_back(std::move(a));
    }

    /// "2015-03-09 15/02"
    std::optional<action_record> record_from(const std::string& text, place at) {
        const auto blank = text.find(' ');
        const auto on = date_from(std::string_view(text).substr(0, std::min(blank, text.size())));
        const auto name = blank == text.npos ? std::string::npos : text.find_first_not_of(' ', blank);
        if (on && name != text.npos) return action_record{at, *on, text.substr(name)};
        mistakes_.push_back({"corrections-error", severity::error, {}, at, fmt::format("'{}' must be a meeting's day and the action's reference or first words: \"2015-03-09 15/02\"", text), {}});
        return {};
    }

    void read_thread(const toml::table& t) {
        check_keys(t, "threads", {"body", "join", "split"});
        thread_correction c{place_in_file(t.source()), text(t, "body").value_or(""), {}, {}};
        for (const auto& [name, at] : texts(t, "join"))
            if (auto r = record_from(name, at)) c.join.push_back(std::move(*r));
        if (const auto* node = t.get("split"))
            if (const auto name = text(t, "split")) c.split = record_from(*name, place_in_file(node->source()));
        if (!t.contains("join") && !t.contains("split")) tell(t.source(), "'join' or 'split' is missing");
        if (const auto* node = t.get("join"); node && c.join.size() == 1) tell(node->source(), "'join' must name two records or more");
        out_.threads.push_back(std::move(c));
    }

    correction_list& out_;
    std::vector<diagnostic>& mistakes_;
};

}  // namespace

corrections_result parse_corrections(std::string_view toml) {
    corrections_result r;
    auto all = std::make_shared<correction_list>();
    try {
        file_reader(*all, r.diagnostics).read(toml::parse(toml));
    } catch (const toml::parse_error& e) {
        r.diagnostics.push_back({"corrections-error", severity::error, {}, place_in_file(e.source()), std::string(e.description()), {}});
    }
    std::stable_sort(r.diagnostics.begin(), r.diagnostics.end(), [](const diagnostic& a, const diagnostic& b) { return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column); });
    if (r.ok()) r.value = corrections(std::move(all));
    return r;
}

}  // namespace minutes
