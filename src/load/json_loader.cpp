// SPDX-License-Identifier: Apache-2.0
// Stage: JSON, schema minutes/meeting/1 → meetings.
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include "fields.hpp"
#include "loaders.hpp"

namespace minutes {

namespace {

using nlohmann::json;

constexpr int deepest = 512;  // items within items

const json& at(const json& object, const char* name) {
    if (!object.is_object() || !object.contains(name)) throw load_error(fmt::format("'{}' is missing", name));
    return object[name];
}

const json& object_at(const json& parent, const char* name) {
    const json& j = at(parent, name);
    if (!j.is_object()) throw load_error(fmt::format("'{}' is not an object", name));
    return j;
}

const json& list_at(const json& parent, const char* name) {
    const json& j = at(parent, name);
    if (!j.is_array()) throw load_error(fmt::format("'{}' is not a list", name));
    return j;
}

std::string string_of(const json& j) {
    if (!j.is_string()) throw load_error(fmt::format("{} is not a string", j.dump(-1, ' ', true, json::error_handler_t::replace).substr(0, 60)));
    return j.get<std::string>();
}

std::string string_at(const json& object, const char* name) { return object.contains(name) ? string_of(object[name]) : std::string{}; }

template <class N>
N number_of(const json& j) {
    if (!j.is_number_integer()) throw load_error("a number is missing");
    const bool negative = !j.is_number_unsigned();
    if (negative && (std::is_unsigned_v<N> || !std::in_range<N>(j.get<std::int64_t>()))) throw load_error("a number is out of range");
    if (!negative && !std::in_range<N>(j.get<std::uint64_t>())) throw load_error("a number is out of range");
    return j.get<N>();
}

span span_of(const json& j) {
    if (!j.is_array() || j.size() != 2) throw load_error("a span is not [begin, end]");
    return {number_of<std::uint32_t>(j[0]), number_of<std::uint32_t>(j[1])};
}

spans spans_of(const json& j) {
    if (!j.is_array()) throw load_error("'spans' is not a list");
    spans out;
    for (const json& s : j) out.push_back(span_of(s));
    return out;
}

void take(const json& j, int& v) { v = number_of<int>(j); }
void take(const json& j, bool& v) {
    if (!j.is_boolean()) throw load_error("true or false is missing");
    v = j.get<bool>();
}
template <class T>
void take(const json& j, T& v) { value_from(string_of(j), v); }

/// Fills each part of an object of the model from its name's value; what is absent stays as it is.
struct take_fields {
    const json& in;
    const meeting& m;  ///< its text is there already
    int depth = 0;

    void operator()(const char* name, std::string& text) const { text = string_at(in, name); }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(const char* name, E& choice) const { take(at(in, name), choice); }

    void operator()(const char* name, spans& where) const {
        where = spans_of(at(in, name));
        check_words(m, where, string_of(at(in, "text")));
    }

    template <class T>
    void operator()(const char* name, traced<T>& t) const {
        if (!in.contains(name)) return;
        const json& j = object_at(in, name);
        if (j.contains("value")) take(j["value"], t.value.emplace());
        t.spans = spans_of(at(j, "spans"));
        take(at(j, "basis"), t.basis);
        t.rule = string_at(j, "rule");
        if (j.contains("candidates"))
            for (const json& c : list_at(j, "candidates")) {
                T candidate{};
                take(c, candidate);
                t.candidates.push_back(std::move(candidate));
            }
        check_words(m, t.spans, string_of(at(j, "text")));
    }

    template <class T>
    void operator()(const char* name, std::vector<T>& all) const {
        if (depth > deepest) throw load_error("items stand too deep in one another");
        for (const json& j : list_at(in, name)) {
            if (!j.is_object()) throw load_error(fmt::format("'{}' has something that is not an object", name));
            each_field(all.emplace_back(), take_fields{j, m, depth + 1});
        }
    }

    template <class T>
    void operator()(const char* name, T& part) const {
        if (in.contains(name)) each_field(part, take_fields{object_at(in, name), m, depth});
    }
};

void take_source(const json& j, source& s) {
    s.name = string_of(at(j, "name"));
    s.sha256 = string_at(j, "sha256");
    s.format = string_at(j, "format");
    s.bytes = number_of<std::size_t>(at(j, "bytes"));
    if (j.contains("pages")) s.pages = number_of<int>(j["pages"]);
}

diagnostic diagnostic_of(const json& j) {
    diagnostic d;
    d.code = string_of(at(j, "code"));
    take(at(j, "severity"), d.severity);
    d.spans = spans_of(at(j, "spans"));
    d.place = {number_of<std::size_t>(at(j, "line")), number_of<std::size_t>(at(j, "column"))};
    d.message = string_of(at(j, "message"));
    d.hint = string_at(j, "hint");
    return d;
}

leaf leaf_of(const json& j) {
    leaf l;
    l.span = span_of(at(j, "span"));
    take(at(j, "kind"), l.kind);
    l.of = string_at(j, "of");
    return l;
}

source_text::edit edit_of(const json& j) {
    if (!j.is_array() || j.size() != 3) throw load_error("a change is not [at, before, after]");
    return {number_of<std::uint32_t>(j[0]), number_of<std::uint32_t>(j[1]), number_of<std::uint32_t>(j[2])};
}

struct take_place {
    const json& j;
    void operator()(const char* name, std::uint32_t& n) const {
        if (j.contains(name)) n = number_of<std::uint32_t>(j[name]);
    }
    void operator()(const char* name, float& edge) const {
        if (!j.contains(name)) return;
        if (!j[name].is_number() || !(std::abs(j[name].get<double>()) < 1e9)) throw load_error("a box has an edge that is no number in range");
        edge = j[name].get<float>();
    }
};

source_text::origin origin_of(const json& j) {
    source_text::origin o;
    o.at = number_of<std::uint32_t>(at(j, "at"));
    each_place(o, take_place{j});
    if (j.contains("confidence")) o.confidence = number_of<std::uint8_t>(j["confidence"]);
    return o;
}

meeting meeting_of(const json& j) {
    if (string_of(at(j, "schema")) != "minutes/meeting/1") throw load_error("its schema is not minutes/meeting/1");
    meeting m;
    const auto text = source_of(string_of(at(j, "text")));
    if (j.contains("edits"))
        for (const json& e : list_at(j, "edits")) text->edits.push_back(edit_of(e));
    if (j.contains("origins"))
        for (const json& o : list_at(j, "origins")) text->origins.push_back(origin_of(o));
    m.text = text;
    take_source(object_at(j, "source"), m.source);
    each_head_field(m, take_fields{object_at(j, "meeting"), m});
    if (const auto& head = object_at(j, "meeting"); head.contains("languages"))
        for (const auto& code : list_at(head, "languages")) m.languages.push_back(string_of(code));
    each_list(m, take_fields{j, m});
    for (const json& d : list_at(j, "diagnostics")) m.diagnostics.push_back(diagnostic_of(d));
    for (const json& l : list_at(j, "leaves")) m.leaves.push_back(leaf_of(l));
    check_meeting(m);
    return m;
}

}  // namespace

std::vector<meeting> load_json(std::string_view bytes) try {
    const json j = json::parse(bytes);
    std::vector<meeting> all = {meeting_of(j)};
    if (j.contains("more"))
        for (const json& m : list_at(j, "more")) all.push_back(meeting_of(m));
    return all;
} catch (const json::exception& e) {
    throw load_error(e.what());
}

}  // namespace minutes
