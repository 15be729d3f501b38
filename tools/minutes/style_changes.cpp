// SPDX-License-Identifier: Apache-2.0
#include "style_changes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text.hpp"

namespace cli {

namespace {

using namespace std::string_literals;

std::string plain(const std::string& s) { return s; }
std::string plain(const minutes::date& d) { return minutes::to_string(d); }
std::string plain(const minutes::time_of_day& t) { return minutes::to_string(t); }
template <class E>
    requires std::is_enum_v<E>
std::string plain(E e) { return std::string(minutes::name_of(e)); }

template <class T>
std::string value_of(const minutes::traced<T>& t) {
    std::string out = t.value ? plain(*t.value) : "";
    for (const T& c : t.candidates) out += "?" + plain(c);
    return out;
}

/// In the order of the model.
constexpr std::array fields = {"title", "body", "date", "start", "end", "venue", "chair", "person", "initials", "role", "organisation", "attendance",
                               "item", "decision", "action", "reference", "owner", "due date", "status", "declaration"};

/// A reading as fields: what each is of, and its value.
class field_list {
public:
    explicit field_list(const minutes::parse_result& r) {
        add(r.meeting);
        for (const auto& m : r.more) add(m);
    }

    std::map<std::pair<std::string, std::string>, std::string> values;

private:
    void put(const std::string& field, const std::string& of, const std::string& value) {
        if (value.empty()) return;
        std::string name = of;
        for (int n = 2; !values.emplace(std::pair(field, name), value).second; ++n) name = fmt::format("{} ({})", of, n);
    }

    /// What stands for itself: it is there or not.
    void put(const std::string& field, const std::string& value) { put(field, value, value); }

    void add(const minutes::meeting& m) {
        put("title", {}, value_of(m.title));
        put("body", {}, value_of(m.body));
        put("date", {}, value_of(m.date));
        put("start", {}, value_of(m.start));
        put("end", {}, value_of(m.end));
        put("venue", {}, value_of(m.venue));
        put("chair", {}, value_of(m.chair));
        for (const auto& p : m.people) add(p);
        add(m.items);
        for (const auto& d : m.decisions) put("decision", value_of(d.text));
        for (const auto& a : m.actions) add(a);
        for (const auto& d : m.declarations) put("declaration", value_of(d.text));
    }

    void add(const minutes::person& p) {
        const std::string name = p.name.value ? *p.name.value : value_of(p.initials);
        put("person", name);
        put("initials", name, value_of(p.initials));
        put("role", name, value_of(p.role));
        put("organisation", name, value_of(p.organisation));
        put("attendance", name, value_of(p.attendance));
    }

    void add(const minutes::action& a) {
        const std::string text = value_of(a.text);
        put("action", text);
        put("reference", text, value_of(a.ref));
        std::vector<std::string> owners;
        for (const auto& o : a.owners) owners.push_back(value_of(o.text));
        put("owner", text, fmt::format("{}", fmt::join(owners, "; ")));
        put("due date", text, value_of(a.due.date));
        if (!a.status.spans.empty()) put("status", text, value_of(a.status));  // open for want of a word says nothing
    }

    void add(const std::vector<minutes::item>& items) {
        for (const auto& i : items) {
            put("item", value_of(i.number) + " " + value_of(i.heading));
            add(i.items);
        }
    }
};

}  // namespace

std::vector<field_change> changes_between(const minutes::parse_result& without, const minutes::parse_result& with) {
    const field_list before(without), after(with);
    std::vector<field_change> out;
    const auto value_in = [](const field_list& l, const std::pair<std::string, std::string>& name) {
        const auto found = l.values.find(name);
        return found == l.values.end() ? std::string{} : found->second;
    };
    for (const std::string field : fields) {
        std::set<std::pair<std::string, std::string>> names;
        for (const auto* list : {&before, &after})
            for (auto v = list->values.lower_bound({field, {}}); v != list->values.end() && v->first.first == field; ++v) names.insert(v->first);
        for (const auto& name : names) {
            field_change c{field, name.second, value_in(before, name), value_in(after, name)};
            if (c.before == c.after) continue;
            if (c.of == c.before + c.after) c.of.clear();
            out.push_back(std::move(c));
        }
    }
    return out;
}

std::string in_words(const field_change& c) {
    const std::string what = c.before.empty() ? c.after : c.after.empty() ? c.before : c.before + " \u2192 " + c.after;
    return fmt::format("{} {} {}{}", c.before.empty() ? '+' : c.after.empty() ? '-' : '~', c.field, what, c.of.empty() ? "" : ": " + c.of);
}

/// "2 due dates", "3 people"
static std::string several(std::size_t n, const std::string& field) {
    if (n == 1 || field == "initials" || field == "attendance") return fmt::format("{} {}", n, field);
    if (field == "person") return fmt::format("{} people", n);
    if (field == "body") return fmt::format("{} bodies", n);
    return fmt::format("{} {}{}", n, field, field == "status" ? "es" : "s");
}

std::string summary_of(const std::vector<field_change>& changes) {
    std::map<std::pair<std::string, const char*>, std::size_t> n;
    std::vector<std::pair<std::string, const char*>> order;
    for (const field_change& c : changes) {
        const std::pair key(c.field, c.before.empty() ? "gained" : c.after.empty() ? "lost" : "changed");
        if (n[key]++ == 0) order.push_back(key);
    }
    std::vector<std::string> parts;
    for (const auto& key : order) parts.push_back(fmt::format("{} {}", several(n[key], key.first), key.second));
    return parts.empty() ? "nothing" : fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace cli
