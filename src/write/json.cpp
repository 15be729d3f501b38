// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → JSON, schema minutes/meeting/1.  Names and order are those
// of DESIGN.md; what the document does not give is absent.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "fields.hpp"
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

/// A box's edge with the digits of its own precision: 0.1, not 0.10000000149011612.
inline double shortest(float f) { return std::stod(fmt::format("{}", f)); }
inline std::uint32_t shortest(std::uint32_t n) { return n; }

template <class T>
json array_of(const std::vector<T>& all, const auto& one) {
    json out = json::array();
    for (const T& x : all) out.push_back(one(x));
    return out;
}

json span_of(span s) { return json::array({s.begin, s.end}); }
json spans_of(const spans& where) { return array_of(where, span_of); }

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

/// Puts each part of an object of the model under its name.
struct put_fields {
    json& out;
    const meeting& m;

    void operator()(const char* name, const std::string& text) const {
        if (!text.empty()) out[name] = text;
    }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(const char* name, const E& choice) const { out[name] = name_of(choice); }

    void operator()(const char* name, const spans& where) const {
        out["text"] = words_of(m, where);
        out[name] = spans_of(where);
    }

    template <class T>
    void operator()(const char* name, const traced<T>& t) const {
        if (t == traced<T>{}) return;
        json& v = out[name];
        if (t.value) v["value"] = value_of(*t.value);
        v["text"] = words_of(m, t.spans);
        v["spans"] = spans_of(t.spans);
        v["basis"] = name_of(t.basis);
        if (!t.rule.empty()) v["rule"] = t.rule;
        if (!t.candidates.empty()) v["candidates"] = array_of(t.candidates, value_of<T>);
    }

    template <class T>
    void operator()(const char* name, const std::vector<T>& all) const { out[name] = array_of(all, [&](const T& x) { return object_of(x); }); }

    template <class T>
    void operator()(const char* name, const T& part) const {
        if (json object = object_of(part); !object.empty()) out[name] = std::move(object);
    }

    template <class T>
    [[nodiscard]] json object_of(const T& part) const {
        json object = json::object();
        each_field(part, put_fields{object, m});
        return object;
    }
};

json source_of(const source& s) {
    json out = {{"name", s.name}, {"sha256", s.sha256}, {"format", s.format}, {"bytes", s.bytes}};
    if (s.pages) out["pages"] = *s.pages;
    return out;
}

json diagnostic_of(const diagnostic& d) {
    json out = {{"code", d.code}, {"severity", name_of(d.severity)}, {"message", d.message}, {"spans", spans_of(d.spans)},
                {"line", d.place.line}, {"column", d.place.column}};
    if (!d.hint.empty()) out["hint"] = d.hint;
    return out;
}

json leaf_of(const leaf& l) {
    json out = {{"span", span_of(l.span)}, {"kind", name_of(l.kind)}};
    if (!l.of.empty()) out["of"] = l.of;
    return out;
}

json edit_of(const source_text::edit& e) { return json::array({e.at, e.before, e.after}); }

json origin_of(const source_text::origin& o) {
    json out = {{"at", o.at}};
    each_place(o, [&](const char* name, const auto& part) {
        if (part != 0) out[name] = shortest(part);
    });
    if (o.confidence != 100) out["confidence"] = o.confidence;
    return out;
}

json shares_of(const meeting& m) {
    const coverage c = measure_coverage(m);
    return {{"characters", c.characters}, {"label", c.label}, {"value", c.value}, {"prose", c.prose},
            {"furniture", c.furniture}, {"unparsed", c.unparsed}, {"lost", c.lost}, {"doubled", c.doubled}};
}

json whole(const meeting& m) {
    json out, head = json::object();
    if (!m.languages.empty()) head["languages"] = m.languages;
    each_head_field(m, put_fields{head, m});
    out["schema"] = "minutes/meeting/1";
    out["source"] = source_of(m.source);
    out["meeting"] = std::move(head);
    each_list(m, put_fields{out, m});
    out["diagnostics"] = array_of(m.diagnostics, diagnostic_of);
    out["text"] = m.text->text;
    out["leaves"] = array_of(m.leaves, leaf_of);
    if (!m.text->edits.empty()) out["edits"] = array_of(m.text->edits, edit_of);
    if (!m.text->origins.empty()) out["origins"] = array_of(m.text->origins, origin_of);
    out["coverage"] = shares_of(m);
    return out;
}

}  // namespace

std::string json_of(const meeting_list& meetings) {
    json all = whole(*meetings.front());
    for (std::size_t i = 1; i < meetings.size(); ++i) all["more"].push_back(whole(*meetings[i]));
    std::string out;
    print(out, all, 0);
    return out + '\n';
}

}  // namespace minutes
