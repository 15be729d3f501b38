// SPDX-License-Identifier: Apache-2.0
#include "scored_meeting.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace cli {

namespace {

using json = nlohmann::json;

template <class T>
minutes::place place_in(const minutes::meeting& m, const minutes::traced<T>& t) {
    return t.spans.empty() ? minutes::place{} : minutes::place_of(*m.text, t.spans.front().begin);
}

std::string text_of(const minutes::traced<std::string>& t) { return t.value.value_or(""); }

template <class T>
std::string point_of(const minutes::traced<T>& t) { return t.value ? minutes::to_string(*t.value) : std::string{}; }

void add_items(const minutes::meeting& m, const std::vector<minutes::item>& items, std::vector<scored_text>& out) {
    for (const auto& it : items) {
        if (it.heading.value) out.push_back({*it.heading.value, text_of(it.number), {}, {}, place_in(m, it.heading)});
        add_items(m, it.items, out);
    }
}

/// A value that is plain or traced; empty when it carries none.
std::string plain(const json& j) {
    if (j.is_string()) return j.get<std::string>();
    if (j.is_number_integer()) return std::to_string(j.get<long long>());
    if (j.is_object() && j.contains("value")) return plain(j["value"]);
    return {};
}

const json& member(const json& j, const char* key) {
    static const json none;
    if (!j.is_object()) return none;
    const auto it = j.find(key);
    return it == j.end() ? none : *it;
}

/// The line of a value's first span in the text that the gold file carries.
minutes::place place_in(const std::string& text, const json& j) {
    const json& all = member(j, "spans");
    if (!all.is_array() || all.empty() || !all[0].is_array() || all[0].empty() || !all[0][0].is_number_unsigned()) return {};
    const auto at = std::min<std::size_t>(all[0][0].get<std::size_t>(), text.size());
    minutes::place p;
    p.line = 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    const auto start = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    for (std::size_t i = start == std::string::npos ? 0 : start + 1; i < at; ++i) p.column += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    return p;
}

void add_items(const std::string& text, const json& items, std::vector<scored_text>& out) {
    if (!items.is_array()) return;
    for (const auto& it : items) {
        const auto heading = plain(member(it, "heading"));
        if (!heading.empty()) out.push_back({heading, plain(member(it, "number")), {}, {}, place_in(text, member(it, "heading"))});
        add_items(text, member(it, "items"), out);
    }
}

std::vector<std::string> names_of(const json& owner, const std::vector<json>& people) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& s) { if (!s.empty()) names.push_back(s); };
    add(owner.is_object() && !owner.contains("value") ? plain(member(owner, "text")) : plain(owner));
    for (const auto& p : people)
        if (const auto id = plain(member(owner, "person")); !id.empty() && id == plain(member(p, "id"))) {
            add(plain(member(p, "name")));
            add(plain(member(p, "initials")));
        }
    return names;
}

scored_meeting scored(const json& j) {
    scored_meeting s;
    const json& head = member(j, "meeting");
    const auto text = plain(member(j, "text"));
    s.title = plain(member(head, "title"));
    s.date = plain(member(head, "date"));
    s.start = plain(member(head, "start"));
    s.venue = plain(member(head, "venue"));
    s.next_meeting = plain(member(member(head, "next"), "date"));
    std::vector<json> people;
    if (member(j, "people").is_array()) people = member(j, "people").get<std::vector<json>>();
    for (const auto& p : people) {
        const auto how = plain(member(p, "attendance"));
        const auto basis = plain(member(member(p, "initials"), "basis"));
        s.people.push_back({plain(member(p, "name")), plain(member(p, "initials")), basis.empty() || basis == "stated", how == "present" || how == "in_attendance",
                            how == "apologies" || how == "absent", place_in(text, member(p, "name"))});
    }
    add_items(text, member(j, "items"), s.items);
    for (const auto& a : member(j, "actions")) {
        scored_text t{plain(member(a, "text")), plain(member(a, "ref")), {}, {}, place_in(text, member(a, "text"))};
        for (const auto& o : member(a, "owners")) t.owners.push_back(names_of(o, people));
        const json& due = member(a, "due");
        t.due = due.is_object() && due.contains("date") ? plain(due["date"]) : plain(due);
        s.actions.push_back(std::move(t));
    }
    for (const auto& d : member(j, "decisions")) s.decisions.push_back({plain(member(d, "text")), {}, {}, {}, place_in(text, member(d, "text"))});
    return s;
}

}  // namespace

scored_meeting scored(const minutes::meeting& m) {
    scored_meeting s;
    s.title = text_of(m.title);
    s.date = point_of(m.date);
    s.start = point_of(m.start);
    s.venue = text_of(m.venue);
    s.next_meeting = point_of(m.next.date);
    for (const auto& p : m.people) {
        const auto how = p.attendance.value;
        s.people.push_back({text_of(p.name), text_of(p.initials), p.initials.basis == minutes::basis::stated, how == minutes::attendance::present || how == minutes::attendance::in_attendance,
                            how == minutes::attendance::apologies || how == minutes::attendance::absent, place_in(m, p.name)});
    }
    add_items(m, m.items, s.items);
    for (const auto& a : m.actions) {
        scored_text t{text_of(a.text), text_of(a.ref), {}, point_of(a.due.date), place_in(m, a.text)};
        for (const auto& o : a.owners) {
            std::vector<std::string> names;
            if (o.text.value) names.push_back(*o.text.value);
            if (const auto* who = minutes::find_person(m, o.person)) {
                if (who->name.value) names.push_back(*who->name.value);
                if (who->initials.value) names.push_back(*who->initials.value);
            }
            t.owners.push_back(std::move(names));
        }
        s.actions.push_back(std::move(t));
    }
    for (const auto& d : m.decisions) s.decisions.push_back({text_of(d.text), {}, {}, {}, place_in(m, d.text)});
    return s;
}

std::variant<scored_meeting, std::string> read_gold(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::string("it cannot be opened");
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const json j = json::parse(bytes, nullptr, false);
    if (j.is_discarded()) return std::string("it is not JSON");
    if (!member(j, "meeting").is_object()) return std::string("it is no meeting's JSON ('minutes convert -t json' writes it)");
    return scored(j);
}

}  // namespace cli
