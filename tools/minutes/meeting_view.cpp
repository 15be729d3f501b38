// SPDX-License-Identifier: Apache-2.0
#include "meeting_view.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "text.hpp"
#include "text_table.hpp"

namespace cli {

namespace {

using namespace minutes;

std::string plain(const std::string& s) { return s; }
std::string plain(const date& d) { return to_string(d); }
std::string plain(const time_of_day& t) { return to_string(t); }

/// The value; of an uncertain one its readings and a question mark.
template <class T>
std::string shown(const traced<T>& t) {
    if (t.value) return plain(*t.value);
    std::vector<std::string> readings;
    for (const T& c : t.candidates) readings.push_back(plain(c));
    return readings.empty() ? "" : fmt::format("{}?", fmt::join(readings, " or "));
}

/// The name of a choice, in words: "in progress".
template <class T>
std::string in_words(const traced<T>& t) {
    std::string name(t.value ? name_of(*t.value) : "");
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

/// The parts that say something, with commas between.
std::string listed(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& p : parts)
        if (!p.empty()) out += (out.empty() ? "" : ", ") + p;
    return out;
}

std::string labelled(std::string_view label, const std::string& value) { return value.empty() ? "" : fmt::format("{} {}", label, value); }

template <class Point>
std::string from_to(const Point& start, const Point& end) {
    return shown(start) + (end.given() ? " to " + shown(end) : "");
}

std::string attendance_of(const person& p) {
    const std::string there = p.attendance.given() ? in_words(p.attendance) : "mentioned";
    return listed({there, p.part.value.value_or(false) ? "in part" : "", labelled("from", shown(p.arrived)), labelled("until", shown(p.left)), labelled("for", shown(p.substitute_for))});
}

text_table people_table(const meeting& m) {
    text_table table({"Name", "Initials", "Role", "Organisation", "Attendance"});
    for (const person& p : m.people) table.add({shown(p.name), shown(p.initials), shown(p.role), shown(p.organisation), attendance_of(p)});
    return table;
}

std::string owners_of(const action& a) {
    std::vector<std::string> owners;
    for (const owner& o : a.owners) owners.push_back(shown(o.text));
    return listed(owners);
}

/// The date, else the words that stand for it: "next meeting".
std::string due_of(const action& a) { return a.due.date.given() ? shown(a.due.date) : shown(a.due.text); }

/// What is done stands back; what two readings contend for stands out.
std::optional<style> look_of(const action& a) {
    const auto& s = a.status.value;
    if (s && *s != action_status::open && *s != action_status::in_progress && *s != action_status::proposed_for_closure && *s != action_status::on_hold)
        return style::dim;
    const bool doubted = !a.due.date.candidates.empty() || std::any_of(a.owners.begin(), a.owners.end(), [](const owner& o) { return !o.text.candidates.empty(); });
    return doubted ? std::optional(style::yellow) : std::nullopt;
}

text_table actions_table(const meeting& m) {
    text_table table({"Ref", "Action", "Owner", "Due", "Status"});
    for (const action& a : m.actions) table.add({shown(a.ref), shown(a.text), owners_of(a), due_of(a), in_words(a.status)}, look_of(a));
    return table;
}

std::string count_of(const traced<int>& n, std::string_view what) { return n.value ? fmt::format("{} {}", *n.value, what) : ""; }

std::string vote_of(const vote& v) {
    return listed({count_of(v.for_, "for"), count_of(v.against, "against"), count_of(v.abstain, "abstaining"), shown(v.result)});
}

std::string item_number(const meeting& m, const std::string& id) {
    const item* it = find_item(m, id);
    return it ? shown(it->number) : "";
}

text_table decisions_table(const meeting& m) {
    text_table table({"Item", "Decision", "Kind", "Moved", "Seconded", "Vote"});
    for (const decision& d : m.decisions)
        table.add({item_number(m, d.item), shown(d.text), d.kind, shown(d.mover), shown(d.seconder), vote_of(d.vote)});
    return table;
}

text_table declarations_table(const meeting& m) {
    text_table table({"Item", "Person", "Declaration"});
    for (const declaration& d : m.declarations) {
        const person* p = find_person(m, d.person);
        table.add({item_number(m, d.item), p ? shown(p->name) : "", shown(d.text)});
    }
    return table;
}

std::string heading_of(const item& it) { return listed({shown(it.heading), it.exempt.value.value_or(false) ? "exempt" : ""}); }

/// Numbers stand in a column of their own; the level below begins where the headings of this one do.
void add_outline(const std::vector<item>& items, std::size_t indent, const screen& s, std::string& out) {
    std::size_t numbers = 0;
    for (const item& it : items) numbers = std::max(numbers, width_of(shown(it.number)));
    const std::size_t margin = indent + (numbers > 0 ? numbers + 2 : 0);
    for (const item& it : items) {
        std::string lead = padded(std::string(indent, ' ') + visible(shown(it.number)), margin);
        for (const std::string& line : wrapped(heading_of(it), s.width > margin + 20 ? s.width - margin : 20)) {
            out += lead + line + "\n";
            lead.assign(margin, ' ');
        }
        add_outline(it.items, numbers > 0 ? margin : indent + 2, s, out);
    }
}

std::string outline_of(const meeting& m, const screen& s) {
    std::string out;
    add_outline(m.items, 0, s, out);
    return out;
}

std::string lines_of(const std::string& text, const screen& s) {
    std::string out;
    if (!text.empty())
        for (const std::string& line : wrapped(text, s.width)) out += line + "\n";
    return out;
}

std::string title_of(const meeting& m) {
    const std::string title = m.title.given() ? shown(m.title) : shown(m.body);
    return title.empty() ? m.source.name : title;
}

std::string head_of(const meeting& m, const screen& s) {
    std::string out;
    for (const std::string& line : wrapped(title_of(m), s.width)) out += paint(s, style::bold, line) + "\n";
    out += lines_of(listed({shown(m.date), from_to(m.start, m.end), shown(m.venue)}), s);
    out += lines_of(listed({labelled("Chair:", shown(m.chair)), labelled("Status:", in_words(m.status))}), s);
    return out;
}

std::string next_of(const next_meeting& n, const screen& s) {
    const std::string where_and_when = listed({shown(n.date), from_to(n.start, n.end), shown(n.venue)});
    const std::string label = shown(n.label);
    return lines_of(label.empty() ? where_and_when : fmt::format("{} ({})", where_and_when, label), s);
}

/// What `only` picks.
std::string part_of(const meeting& m, std::string_view part, const screen& s) {
    if (part == "outline") return outline_of(m, s);
    const text_table table = part == "people"         ? people_table(m)
                             : part == "actions"      ? actions_table(m)
                             : part == "declarations" ? declarations_table(m)
                                                      : decisions_table(m);
    return table.empty() ? "" : table.print(s);
}

std::string section(std::string_view heading, const std::string& content, const screen& s) {
    return content.empty() ? "" : "\n" + paint(s, style::cyan, heading) + "\n" + content;
}

std::string whole_of(const meeting& m, const screen& s) {
    std::string out = head_of(m, s);
    for (const auto& [heading, part] : {std::pair{"PEOPLE", "people"}, {"ACTIONS", "actions"}, {"DECISIONS", "decisions"}, {"DECLARATIONS", "declarations"}, {"OUTLINE", "outline"}})
        out += section(heading, part_of(m, part, s), s);
    return out + section("NEXT MEETING", next_of(m.next, s), s);
}

std::string reminder_of(const parse_result& r, const screen& s) {
    const auto n = std::count_if(r.diagnostics.begin(), r.diagnostics.end(), [](const auto& d) { return d.severity != severity::note; });
    if (n == 0) return "";
    const std::string what = counted(static_cast<std::size_t>(n), "finding") + " to look at: minutes check " + visible(r.meeting.source.name);
    return "\n" + paint(s, style::dim, what) + "\n";
}

}  // namespace

std::string view_of(const parse_result& r, std::string_view only, const screen& s) {
    if (!only.empty()) {
        std::string out = part_of(r.meeting, only, s);
        for (const meeting& m : r.more) out += "\n" + part_of(m, only, s);
        return out;
    }
    std::string out = whole_of(r.meeting, s);
    for (const meeting& m : r.more) out += "\n" + whole_of(m, s);
    return out + reminder_of(r, s);
}

}  // namespace cli
