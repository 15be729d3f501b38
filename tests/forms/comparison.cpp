// SPDX-License-Identifier: Apache-2.0
#include "comparison.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace {

using namespace minutes;

template <class T>
std::string shown_value(const traced<T>& t) {
    if constexpr (std::is_same_v<T, std::string>) return t.value.value_or(std::string{});
    else return t.value ? to_string(*t.value) : std::string{};
}

/// An action or a decision as it was read.
expected_text task_read(const action& a) {
    expected_text t{shown_value(a.text), {}, shown_value(a.due.date), shown_value(a.ref)};
    for (const auto& o : a.owners) t.owners.insert(shown_value(o.text));
    return t;
}

void items_read(const std::vector<item>& items, std::vector<expected_item>& out) {
    for (const auto& i : items) {
        if (i.heading.given()) out.push_back({shown_value(i.number), shown_value(i.heading)});
        items_read(i.items, out);
    }
}

/// "Cllr A. Bell" and "A. Bell" are one.
std::string bare_name(std::string name) {
    for (const char* title : {"Cllr ", "Councillor ", "Councillors ", "Mrs ", "Mr ", "Ms ", "Dr "})
        if (name.starts_with(title)) name.erase(0, std::string_view(title).size());
    return name;
}

expected_reading reading_of(const meeting& m) {
    expected_reading r;
    r.scalars = {{"title", {shown_value(m.title)}}, {"date", {shown_value(m.date)}}, {"start", {shown_value(m.start)}},
                 {"end", {shown_value(m.end)}}, {"venue", {shown_value(m.venue)}}, {"next", {shown_value(m.next.date)}},
                 {"next-time", {shown_value(m.next.start)}}, {"next-venue", {shown_value(m.next.venue)}}};
    for (const auto& p : m.people) {
        if (!p.attendance.value) continue;
        const bool there = *p.attendance.value == attendance::present || *p.attendance.value == attendance::in_attendance;
        const auto name = bare_name(shown_value(p.name));
        (there ? r.present : r.away).insert(name);
        if (p.initials.value && p.initials.basis == basis::stated) r.initials[name] = *p.initials.value;
    }
    items_read(m.items, r.items);
    for (const auto& a : m.actions) r.actions.push_back(task_read(a));
    for (const auto& d : m.decisions) r.decisions.push_back({shown_value(d.text), {}, {}, {}});
    return r;
}

std::string joined(const std::set<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string line_of(const expected_item& i) { return i.number + (i.number.empty() ? "" : " ") + i.heading; }

/// Differences of one meeting, kind by kind.
class comparison {
public:
    comparison(const expected_reading& expected, const expected_reading& read) : expected_(expected), read_(read) {}

    std::vector<difference> all() {
        scalars();
        names("person", expected_.present, read_.present);
        names("absentee", expected_.away, read_.away);
        initials();
        items();
        texts("task", expected_.actions, read_.actions);
        texts("decision", expected_.decisions, read_.decisions);
        return std::move(out_);
    }

private:
    void add(std::string cause, std::string what) { out_.push_back({std::move(cause), std::move(what)}); }

    void scalars() {
        for (const auto& [kind, values] : read_.scalars) {
            const auto& value = values.front();
            const auto wanted = expected_.scalars.find(kind);
            if (wanted == expected_.scalars.end()) {
                // The end of the meeting and details of the next are compared only where a form gives them.
                if (!value.empty() && kind != "end" && !kind.starts_with("next-")) add(kind + " invented", value);
            } else if (std::none_of(wanted->second.begin(), wanted->second.end(), [&](const auto& w) { return same_words(w, value); })) {
                add(kind + (value.empty() ? " missed" : " wrong"), value.empty() ? wanted->second.front() : value);
            }
        }
    }

    void names(const std::string& kind, const std::set<std::string>& expected, const std::set<std::string>& read) {
        for (const auto& name : expected)
            if (!read.count(name)) add(kind + " missed", name);
        for (const auto& name : read)
            if (!expected.count(name)) add(kind + " invented", name);
    }

    void initials() {
        for (const auto& [name, value] : expected_.initials)
            if (!read_.initials.count(name) || read_.initials.at(name) != value) add("initials missed", name + " = " + value);
        for (const auto& [name, value] : read_.initials)
            if (!expected_.initials.count(name)) add("initials invented", name + " = " + value);
    }

    /// Headings in order; an optional one may be passed over.
    void items() {
        std::size_t at = 0;
        for (const auto& wanted : expected_.items) {
            const auto found = std::find_if(read_.items.begin() + static_cast<std::ptrdiff_t>(at), read_.items.end(),
                                            [&](const expected_item& i) { return same_words(wanted.heading, i.heading); });
            if (found == read_.items.end()) {
                if (!wanted.optional) add("heading missed", line_of(wanted));
                continue;
            }
            if (wanted.optional && found - read_.items.begin() != static_cast<std::ptrdiff_t>(at)) continue;
            for (; read_.items.begin() + static_cast<std::ptrdiff_t>(at) != found; ++at) invented_item(read_.items[at]);
            if (!wanted.optional && found->number != wanted.number) add(found->number.empty() ? "number missed" : "number wrong", line_of(wanted) + " / " + found->number);
            ++at;
        }
        for (; at < read_.items.size(); ++at) invented_item(read_.items[at]);
    }

    void invented_item(const expected_item& i) {
        const bool optional = std::any_of(expected_.items.begin(), expected_.items.end(), [&](const expected_item& e) { return e.optional && same_words(e.heading, i.heading); });
        if (!optional) add("heading invented", line_of(i));
    }

    std::string due_of(const expected_text& t) const {
        if (t.due != "next") return t.due;
        const auto next = expected_.scalars.find("next");
        return next == expected_.scalars.end() ? std::string{} : next->second.front();
    }

    void texts(const std::string& kind, const std::vector<expected_text>& expected, std::vector<expected_text> read) {
        std::vector<expected_text> left;
        for (const auto& e : expected) {
            const auto found = std::find_if(read.begin(), read.end(), [&](const expected_text& r) { return same_words(e.text, r.text); });
            if (found == read.end()) {
                left.push_back(e);
                continue;
            }
            if (!e.optional) fields(e, *found);
            read.erase(found);
        }
        for (const auto& e : left) near_miss(kind, e, read);
        for (const auto& r : read) add(kind + " invented", r.text);
    }

    void fields(const expected_text& e, const expected_text& r) {
        for (const auto& o : e.owners)
            if (!r.owners.count(o)) add("owner missed", o + ": " + e.text + " / " + joined(r.owners));
        for (const auto& o : r.owners)
            if (!e.owners.count(o)) add("owner invented", o + ": " + e.text);
        if (r.due != due_of(e)) add(r.due.empty() ? "due date missed" : "due date wrong", fmt::format("{} / {}: {}", due_of(e), r.due, e.text));
        if (r.ref != e.ref) add(r.ref.empty() ? "reference missed" : "reference wrong", fmt::format("{} / {}: {}", e.ref, r.ref, e.text));
    }

    /// Nothing says just this: perhaps a text has more or less of it.
    void near_miss(const std::string& kind, const expected_text& e, std::vector<expected_text>& read) {
        std::string whole = e.text;
        std::erase_if(whole, [](char c) { return c == '[' || c == ']'; });
        whole = plain_words(whole);
        const auto near = std::find_if(read.begin(), read.end(), [&](const expected_text& r) {
            const auto words = plain_words(r.text);
            return !words.empty() && (whole.find(words) != whole.npos || words.find(whole) != words.npos);
        });
        if (near != read.end()) {
            add(fmt::format("{}'s text {}", kind, near->text.size() < whole.size() ? "cut" : "too long"), e.text + " / " + near->text);
            if (kind == "task") fields(e, *near);
            read.erase(near);
        } else if (!e.optional) {
            add(kind + " missed", e.text);
        }
    }

    const expected_reading& expected_;
    const expected_reading& read_;
    std::vector<difference> out_;
};

std::string people_of(const expected_reading& r, const std::set<std::string>& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : "; ") + name + (r.initials.count(name) ? " = " + r.initials.at(name) : "");
    return out;
}

}  // namespace

std::vector<difference> differences(const expected_reading& expected, const minutes::meeting& read) {
    const auto r = reading_of(read);
    return comparison(expected, r).all();
}

std::string shown(const expected_reading& r) {
    std::string out;
    const auto line = [&](const std::string& kind, const std::string& what) { if (!what.empty()) out += kind + ": " + what + "\n"; };
    for (const auto& [kind, values] : r.scalars)
        for (const auto& v : values) line(kind, v);
    line("present", people_of(r, r.present));
    line("away", people_of(r, r.away));
    for (const auto& i : r.items) line(i.optional ? "item?" : "item", line_of(i));
    for (const auto& a : r.actions) line(a.optional ? "action?" : "action", fmt::format("{} | {} | {} | {}", a.text, joined(a.owners), a.due, a.ref));
    for (const auto& d : r.decisions) line(d.optional ? "decision?" : "decision", d.text);
    return out;
}

std::string shown(const minutes::meeting& read) { return shown(reading_of(read)); }
