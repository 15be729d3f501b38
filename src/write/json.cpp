// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → JSON, schema minutes/meeting/1.  Names and order are those
// of DESIGN.md; what the document does not give is absent.
#include "fields.hpp"
#include "json_printer.hpp"
#include "writers.hpp"

namespace minutes {

namespace {

using layout = json_printer::layout;

/// Tells of an object's fields whether any is given at all, and whether any is itself an object.
struct field_survey {
    bool given = false, objects = false;

    void operator()(const char*, const std::string& text) { given |= !text.empty(); }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(const char*, const E&) { given = true; }
    void operator()(const char*, const spans&) { given = true; }
    template <class T>
    void operator()(const char*, const traced<T>& t) { add_object(t != traced<T>{}); }
    template <class T>
    void operator()(const char*, const std::vector<T>& all) {
        given = true;
        objects |= !all.empty();
    }
    template <class T>
    void operator()(const char*, const T& part) { add_object(survey_of(part).given); }

    void add_object(bool is_given) {
        given |= is_given;
        objects |= is_given;
    }

    template <class T>
    static field_survey survey_of(const T& part) {
        field_survey s;
        each_field(part, s);
        return s;
    }
};

layout layout_for(bool objects) { return objects ? layout::lines : layout::one_line; }

void print_span(json_printer& out, span s) {
    out.open_array(layout::one_line);
    out.number(s.begin);
    out.number(s.end);
    out.close_array();
}

void print_spans(json_printer& out, const spans& where) {
    out.open_array(layout::one_line);
    for (const span s : where) print_span(out, s);
    out.close_array();
}

template <class T>
void print_value(json_printer& out, const T& v) {
    if constexpr (requires { to_string(v); }) out.text(to_string(v));  // dates and times
    else if constexpr (std::is_enum_v<T>) out.text(name_of(v));
    else if constexpr (std::same_as<T, bool>) out.boolean(v);
    else if constexpr (std::integral<T>) out.number(v);
    else out.text(v);
}

void print_text(json_printer& out, const char* name, std::string_view text) {
    out.name(name);
    out.text(text);
}

void print_number(json_printer& out, const char* name, auto number) {
    out.name(name);
    out.number(number);
}

/// Prints each part of an object of the model under its name.
struct print_fields {
    json_printer& out;
    const meeting& m;

    void operator()(const char* name, const std::string& text) const {
        if (!text.empty()) print_text(out, name, text);
    }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(const char* name, const E& choice) const { print_text(out, name, name_of(choice)); }

    void operator()(const char* name, const spans& where) const {
        print_text(out, "text", words_of(m, where));
        out.name(name);
        print_spans(out, where);
    }

    template <class T>
    void operator()(const char* name, const traced<T>& t) const {
        if (t == traced<T>{}) return;
        out.name(name);
        out.open_object(layout::one_line);
        if (t.value) {
            out.name("value");
            print_value(out, *t.value);
        }
        print_text(out, "text", words_of(m, t.spans));
        out.name("spans");
        print_spans(out, t.spans);
        print_text(out, "basis", name_of(t.basis));
        if (!t.rule.empty()) print_text(out, "rule", t.rule);
        if (!t.candidates.empty()) {
            out.name("candidates");
            out.open_array(layout::one_line);
            for (const T& c : t.candidates) print_value(out, c);
            out.close_array();
        }
        out.close_object();
    }

    template <class T>
    void operator()(const char* name, const std::vector<T>& all) const {
        out.name(name);
        out.open_array(layout_for(!all.empty()));
        for (const T& x : all) print_object(x);
        out.close_array();
    }

    template <class T>
    void operator()(const char* name, const T& part) const {
        if (!field_survey::survey_of(part).given) return;
        out.name(name);
        print_object(part);
    }

    template <class T>
    void print_object(const T& part) const {
        out.open_object(layout_for(field_survey::survey_of(part).objects));
        each_field(part, *this);
        out.close_object();
    }
};

void print_source(json_printer& out, const source& s) {
    out.open_object(layout::one_line);
    print_text(out, "name", s.name);
    print_text(out, "sha256", s.sha256);
    print_text(out, "format", s.format);
    print_number(out, "bytes", s.bytes);
    if (s.pages) print_number(out, "pages", *s.pages);
    out.close_object();
}

void print_head(json_printer& out, const meeting& m) {
    field_survey survey;
    each_head_field(m, survey);
    out.open_object(layout_for(survey.objects));
    if (!m.languages.empty()) {
        out.name("languages");
        out.open_array(layout::one_line);
        for (const auto& code : m.languages) out.text(code);
        out.close_array();
    }
    each_head_field(m, print_fields{out, m});
    out.close_object();
}

void print_one(json_printer& out, const diagnostic& d) {
    out.open_object(layout::one_line);
    print_text(out, "code", d.code);
    print_text(out, "severity", name_of(d.severity));
    print_text(out, "message", d.message);
    out.name("spans");
    print_spans(out, d.spans);
    print_number(out, "line", d.place.line);
    print_number(out, "column", d.place.column);
    if (!d.hint.empty()) print_text(out, "hint", d.hint);
    out.close_object();
}

void print_one(json_printer& out, const leaf& l) {
    out.open_object(layout::one_line);
    out.name("span");
    print_span(out, l.span);
    print_text(out, "kind", name_of(l.kind));
    if (!l.of.empty()) print_text(out, "of", l.of);
    out.close_object();
}

void print_one(json_printer& out, const source_text::edit& e) {
    out.open_array(layout::one_line);
    for (const auto n : {e.at, e.before, e.after}) out.number(n);
    out.close_array();
}

void print_one(json_printer& out, const source_text::origin& o) {
    out.open_object(layout::one_line);
    print_number(out, "at", o.at);
    each_place(o, [&](const char* name, const auto& part) {
        if (part != 0) print_number(out, name, part);
    });
    if (o.confidence != 100) print_number(out, "confidence", o.confidence);
    out.close_object();
}

/// A list beside the model, a line for each entry; in one line when the entries are no objects.
template <class T>
void print_list(json_printer& out, const char* name, const std::vector<T>& all, bool objects = true) {
    out.name(name);
    out.open_array(layout_for(objects && !all.empty()));
    for (const T& x : all) print_one(out, x);
    out.close_array();
}

void print_coverage(json_printer& out, const coverage& c) {
    out.open_object(layout::one_line);
    print_number(out, "characters", c.characters);
    print_number(out, "label", c.label);
    print_number(out, "value", c.value);
    print_number(out, "prose", c.prose);
    print_number(out, "furniture", c.furniture);
    print_number(out, "unparsed", c.unparsed);
    print_number(out, "lost", c.lost);
    print_number(out, "doubled", c.doubled);
    out.close_object();
}

/// A meeting, with `more` behind it.
void print_meeting(json_printer& out, const meeting& m, const meeting_list& more = {}) {
    out.open_object(layout::lines);
    print_text(out, "schema", "minutes/meeting/1");
    out.name("source");
    print_source(out, m.source);
    out.name("meeting");
    print_head(out, m);
    each_list(m, print_fields{out, m});
    print_list(out, "diagnostics", m.diagnostics);
    print_text(out, "text", m.text->text);
    print_list(out, "leaves", m.leaves);
    if (!m.text->edits.empty()) print_list(out, "edits", m.text->edits, false);
    if (!m.text->origins.empty()) print_list(out, "origins", m.text->origins);
    out.name("coverage");
    print_coverage(out, measure_coverage(m));
    if (!more.empty()) {
        out.name("more");
        out.open_array(layout::lines);
        for (const meeting* next : more) print_meeting(out, *next);
        out.close_array();
    }
    out.close_object();
}

}  // namespace

std::string json_of(const meeting_list& meetings) {
    json_printer out;
    print_meeting(out, *meetings.front(), {meetings.begin() + 1, meetings.end()});
    std::string text;
    text.reserve(out.text().size() + 1);
    text.append(out.text());
    text += '\n';
    return text;
}

}  // namespace minutes
