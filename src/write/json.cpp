// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → JSON, schema minutes/meeting/1.  Names and order are those
// of DESIGN.md; what the document does not give is absent.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "writers.hpp"

namespace minutes {

namespace {

using json = nlohmann::ordered_json;

template <class T>
json value_of(const T& v) {
    if constexpr (requires { to_string(v); }) return to_string(v);  // dates and times
    else if constexpr (std::is_enum_v<T>) return name_of(v);
    else return v;
}

template <class T>
json array_of(const std::vector<T>& all, const auto& one) {
    json out = json::array();
    for (const T& x : all) out.push_back(one(x));
    return out;
}

json span_of(span s) { return json::array({s.begin, s.end}); }
json spans_of(const spans& where) { return array_of(where, span_of); }

void put(json& out, const char* name, const std::string& text) {
    if (!text.empty()) out[name] = text;
}

/// Nothing is put where the document gives nothing.
void put_object(json& out, const char* name, json&& object) {
    if (!object.empty()) out[name] = std::move(object);
}

std::string one_line(const json& j) { return j.dump(-1, ' ', false, json::error_handler_t::replace); }

/// What holds no object stands in one line, so that a traced value or a leaf is a line of the file.
void print(std::string& out, const json& j, std::size_t depth) {
    const auto holds_object = [](const json& x) { return x.is_object() || (x.is_array() && !x.empty() && x.front().is_object()); };
    if (!j.is_structured() || std::none_of(j.begin(), j.end(), holds_object)) {
        out += one_line(j);
        return;
    }
    out += j.is_object() ? '{' : '[';
    const char* between = "\n";
    for (auto it = j.begin(); it != j.end(); ++it) {
        out += between + std::string(depth + 1, ' ');
        if (j.is_object()) out += one_line(it.key()) + ": ";
        print(out, *it, depth + 1);
        between = ",\n";
    }
    out += '\n' + std::string(depth, ' ') + (j.is_object() ? '}' : ']');
}

/// Writes one meeting; holds it because every value's words come out of its text.
class meeting_writer {
public:
    explicit meeting_writer(const meeting& m) : m_(m) {}

    [[nodiscard]] json whole() const {
        json out;
        out["schema"] = "minutes/meeting/1";
        out["source"] = source();
        out["meeting"] = head();
        out["people"] = array_of(m_.people, [&](const person& p) { return one(p); });
        out["items"] = array_of(m_.items, [&](const item& i) { return one(i); });
        out["decisions"] = array_of(m_.decisions, [&](const decision& d) { return one(d); });
        out["actions"] = array_of(m_.actions, [&](const action& a) { return one(a); });
        out["declarations"] = array_of(m_.declarations, [&](const declaration& d) { return one(d); });
        out["diagnostics"] = array_of(m_.diagnostics, [&](const diagnostic& d) { return one(d); });
        out["text"] = m_.text->text;
        out["leaves"] = array_of(m_.leaves, [&](const leaf& l) { return one(l); });
        out["coverage"] = shares();
        return out;
    }

private:
    template <class T>
    void put(json& out, const char* name, const traced<T>& t) const {
        if (!t.given()) return;
        json& v = out[name];
        if (t.value) v["value"] = value_of(*t.value);
        v["text"] = words_of(m_, t.spans);
        v["spans"] = spans_of(t.spans);
        v["basis"] = name_of(t.basis);
        minutes::put(v, "rule", t.rule);
        if (!t.candidates.empty()) v["candidates"] = array_of(t.candidates, value_of<T>);
    }
    void put(json& out, const char* name, const std::string& plain) const { minutes::put(out, name, plain); }

    [[nodiscard]] json source() const {
        const minutes::source& s = m_.source;
        json out = {{"name", s.name}, {"sha256", s.sha256}, {"format", s.format}, {"bytes", s.bytes}};
        if (s.pages) out["pages"] = *s.pages;
        return out;
    }

    [[nodiscard]] json head() const {
        json out = json::object();
        if (!m_.languages.empty()) out["languages"] = m_.languages;
        put(out, "title", m_.title);
        put(out, "body", m_.body);
        put(out, "date", m_.date);
        put(out, "start", m_.start);
        put(out, "end", m_.end);
        put(out, "venue", m_.venue);
        put(out, "chair", m_.chair);
        put(out, "status", m_.status);
        put_object(out, "next", next());
        return out;
    }

    [[nodiscard]] json next() const {
        json out;
        put(out, "date", m_.next.date);
        put(out, "start", m_.next.start);
        put(out, "end", m_.next.end);
        put(out, "venue", m_.next.venue);
        put(out, "label", m_.next.label);
        return out;
    }

    [[nodiscard]] json one(const person& p) const {
        json out = {{"id", p.id}};
        put(out, "name", p.name);
        put(out, "initials", p.initials);
        put(out, "role", p.role);
        put(out, "organisation", p.organisation);
        put(out, "attendance", p.attendance);
        put(out, "part", p.part);
        put(out, "arrived", p.arrived);
        put(out, "left", p.left);
        return out;
    }

    [[nodiscard]] json one(const block& b) const {
        return {{"kind", name_of(b.kind)}, {"text", words_of(m_, b.spans)}, {"spans", spans_of(b.spans)}};
    }

    [[nodiscard]] json one(const item& i) const {
        json out = {{"id", i.id}};
        put(out, "number", i.number);
        put(out, "heading", i.heading);
        put(out, "exempt", i.exempt);
        out["blocks"] = array_of(i.blocks, [&](const block& b) { return one(b); });
        out["items"] = array_of(i.items, [&](const item& inner) { return one(inner); });
        return out;
    }

    [[nodiscard]] json one(const vote& v) const {
        json out;
        put(out, "for", v.for_);
        put(out, "against", v.against);
        put(out, "abstain", v.abstain);
        put(out, "result", v.result);
        put(out, "roll", v.roll);
        return out;
    }

    [[nodiscard]] json one(const decision& d) const {
        json out = {{"id", d.id}};
        put(out, "text", d.text);
        put(out, "kind", d.kind);
        put(out, "item", d.item);
        put(out, "mover", d.mover);
        put(out, "seconder", d.seconder);
        put_object(out, "vote", one(d.vote));
        return out;
    }

    [[nodiscard]] json one(const owner& o) const {
        json out = json::object();
        put(out, "text", o.text);
        put(out, "person", o.person);
        return out;
    }

    [[nodiscard]] json one(const due& d) const {
        json out;
        put(out, "text", d.text);
        put(out, "date", d.date);
        return out;
    }

    [[nodiscard]] json one(const action& a) const {
        json out = {{"id", a.id}};
        put(out, "ref", a.ref);
        put(out, "text", a.text);
        out["owners"] = array_of(a.owners, [&](const owner& o) { return one(o); });
        put_object(out, "due", one(a.due));
        put(out, "status", a.status);
        put(out, "item", a.item);
        return out;
    }

    [[nodiscard]] json one(const declaration& d) const {
        json out = json::object();
        put(out, "person", d.person);
        put(out, "item", d.item);
        put(out, "text", d.text);
        return out;
    }

    [[nodiscard]] json one(const diagnostic& d) const {
        json out = {{"code", d.code}, {"severity", name_of(d.severity)}, {"message", d.message}, {"spans", spans_of(d.spans)},
                    {"line", d.place.line}, {"column", d.place.column}};
        put(out, "hint", d.hint);
        return out;
    }

    [[nodiscard]] json one(const leaf& l) const {
        json out = {{"span", span_of(l.span)}, {"kind", name_of(l.kind)}};
        put(out, "of", l.of);
        return out;
    }

    [[nodiscard]] json shares() const {
        const coverage c = measure_coverage(m_);
        return {{"characters", c.characters}, {"label", c.label}, {"value", c.value}, {"prose", c.prose},
                {"furniture", c.furniture}, {"unparsed", c.unparsed}, {"lost", c.lost}, {"doubled", c.doubled}};
    }

    const meeting& m_;
};

}  // namespace

std::string json_of(const meeting_list& meetings) {
    json all = meeting_writer(*meetings.front()).whole();
    for (std::size_t i = 1; i < meetings.size(); ++i) all["more"].push_back(meeting_writer(*meetings[i]).whole());
    std::string out;
    print(out, all, 0);
    return out + '\n';
}

}  // namespace minutes
