// SPDX-License-Identifier: Apache-2.0
#include "content.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace {

using namespace minutes;

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\n') out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// What the words say; nothing for what a rule made up of other words.
std::string said(const traced<std::string>& t) { return t.value && !t.spans.empty() ? one_line(*t.value) : std::string{}; }

template <class T>
std::string point(const traced<T>& t) {
    std::string out = t.value ? to_string(*t.value) : "";
    for (const auto& c : t.candidates) out += "?" + to_string(c);
    return out;
}

class facts {
public:
    explicit facts(const meeting& m) : m_(m) {}

    std::vector<std::string> all() && {
        add("title", said(m_.title));
        add("date", point(m_.date));
        add("start", point(m_.start));
        add("end", point(m_.end));
        add("venue", said(m_.venue));
        if (m_.chair.basis == basis::stated) add("chair", said(m_.chair));
        for (const person& p : m_.people) one(p);
        for (const item& i : m_.items) one(i, "");
        for (const decision& d : m_.decisions) add("decision", place_of_item(d.item) + " | " + said(d.text));
        for (const action& a : m_.actions) one(a);
        add("next", fmt::format("{} | {} | {} | {} | {}", point(m_.next.date), point(m_.next.start), point(m_.next.end), said(m_.next.venue), said(m_.next.label)));
        std::stable_sort(out_.begin(), out_.end());  // the order of people and of actions follows the form
        return std::move(out_);
    }

private:
    void add(std::string_view kind, const std::string& what) {
        if (!what.empty()) out_.push_back(fmt::format("{}: {}", kind, what));
    }

    void one(const person& p) {
        if (!p.attendance.value) return;  // only mentioned
        add("person", fmt::format("{} | {} | {} | {} | {}{}", name_of(*p.attendance.value), said(p.name), said(p.initials), said(p.role), said(p.organisation),
                                  p.part.value.value_or(false) ? " | part" : ""));
    }

    void one(const item& i, const std::string& path) {
        const std::string here = fmt::format("{}/{} {}", path, said(i.number), said(i.heading));
        places_.emplace_back(i.id, here);
        add("item", here);
        for (const block& b : i.blocks)
            if (!is_task_line(b)) add("prose", here + " | " + one_line(words_of(m_, b.spans)));
        for (const item& inner : i.items) one(inner, here);
    }

    void one(const action& a) {
        std::string owners;
        for (const owner& o : a.owners) owners += (owners.empty() ? "" : ", ") + said(o.text);
        const bool doubted = a.due.date.basis == basis::uncertain && a.due.date.candidates.size() == 1;  // it may be another action's
        const std::string due = doubted ? " " : said(a.due.text) + " " + point(a.due.date);
        const bool stated = a.status.value && !a.status.spans.empty();
        add("action", fmt::format("{} | {} | {} | {} | {} | {}", place_of_item(a.item), said(a.ref), said(a.text), owners, due,
                                  stated ? name_of(*a.status.value) : ""));
    }

    /// A line that is an action and labels, no more: the action is a fact of its own.
    [[nodiscard]] bool is_task_line(const block& b) const {
        bool any = false;
        for (const leaf& l : m_.leaves)
            for (const span s : b.spans) {
                if (l.span.end <= s.begin || l.span.begin >= s.end) continue;
                const bool action = l.kind == leaf::kind_type::value && l.of.starts_with('a');
                if (!action && l.kind != leaf::kind_type::label) return false;
                any |= action;
            }
        return any;
    }

    [[nodiscard]] std::string place_of_item(const std::string& id) const {
        const auto it = std::find_if(places_.begin(), places_.end(), [&](const auto& p) { return p.first == id; });
        return it == places_.end() ? std::string{} : it->second;
    }

    const meeting& m_;
    std::vector<std::string> out_;
    std::vector<std::pair<std::string, std::string>> places_;
};

}  // namespace

std::vector<std::string> content_of(const meeting& m) { return facts(m).all(); }

std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> lost, gained;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(lost));
    std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(gained));
    std::string out;
    for (const auto& l : lost) out += "- " + l + "\n";
    for (const auto& g : gained) out += "+ " + g + "\n";
    return out;
}
