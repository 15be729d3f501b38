// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → our own XML, namespace urn:minutes:meeting:1; lossless.
//
//   <date src="31-44" basis="stated" rule="date" value="2014-03-27">27 March 2014</date>
//
// A value's element holds its words; `value` is the value where it differs from
// them; an uncertain one has an empty <candidate value="…"/> for each reading, and
// given="no" stands where the words name no value.
// <text> is the document: its string-value is the text to the last blank.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "fields.hpp"
#include "markup.hpp"
#include "writers.hpp"

namespace minutes {

namespace {

using pugi::xml_node;

constexpr const char* name_space = "urn:minutes:meeting:1";

std::string src_of(const spans& where) {
    std::string out;
    for (const span& s : where) out += fmt::format("{}{}-{}", out.empty() ? "" : " ", s.begin, s.end);
    return out;
}

void set_if(xml_node node, const char* name, const std::string& value) {
    if (!value.empty()) set(node, name, value);
}

/// Whether a reader takes the element's words for the value when it has no `value`.
template <class T>
bool words_are_value(const traced<T>& t) { return std::is_same_v<T, std::string> && t.basis != basis::uncertain; }

/// Puts each part of an object of the model into its element: plain names as attributes, all else as elements.
struct put_fields {
    xml_node node;
    const meeting& m;

    void operator()(const char* name, const std::string& text) { set_if(node, name, text); }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(const char* name, const E& choice) { set(node, name, name_of(choice)); }

    void operator()(const char*, const spans& where) {
        set(node, "src", src_of(where));
        add_text(node, words_of(m, where));
    }

    template <class T>
    void operator()(const char* name, const traced<T>& t) {
        if (t == traced<T>{}) return;
        xml_node value = node.append_child(name);
        const std::string words = words_of(m, t.spans);
        set(value, "src", src_of(t.spans));
        set(value, "basis", name_of(t.basis));
        set_if(value, "rule", t.rule);
        if (t.value && (!words_are_value(t) || plain(*t.value) != words)) set(value, "value", plain(*t.value));
        if (!t.value && words_are_value(t)) set(value, "given", "no");
        add_text(value, words);
        for (const T& c : t.candidates) set(value.append_child("candidate"), "value", plain(c));
    }

    template <class T>
    void operator()(const char*, const std::vector<T>& all) {
        for (const T& x : all) each_field(x, put_fields{node.append_child(element_of(x)), m});
    }

    template <class T>
    void operator()(const char* name, const T& part) {
        if (part != T{}) each_field(part, put_fields{node.append_child(name), m});
    }
};

/// Puts each list of a meeting into an element of its own.
struct put_lists {
    xml_node root;
    const meeting& m;

    template <class T>
    void operator()(const char* name, const std::vector<T>& all) {
        if (!all.empty()) put_fields{root.append_child(name), m}(name, all);
    }
};

void put_source(xml_node node, const source& s) {
    set(node, "name", s.name);
    set_if(node, "sha256", s.sha256);
    set_if(node, "format", s.format);
    set(node, "bytes", std::to_string(s.bytes));
    if (s.pages) set(node, "pages", std::to_string(*s.pages));
}

void put_diagnostic(xml_node node, const diagnostic& d) {
    set(node, "code", d.code);
    set(node, "severity", name_of(d.severity));
    set_if(node, "src", src_of(d.spans));
    set(node, "line", std::to_string(d.place.line));
    set(node, "column", std::to_string(d.place.column));
    add_text(node.append_child("message"), d.message);
    if (!d.hint.empty()) add_text(node.append_child("hint"), d.hint);
}

/// The document, word for word; its leaves are elements around their words.
void put_text(xml_node node, const meeting& m) {
    set(node, "xml:space", "preserve");
    const std::string_view text = m.text->text;
    std::size_t at = 0;
    for (const leaf& l : m.leaves) {
        if (l.span.begin < at || l.span.end > text.size()) continue;  // its words come with the text in between
        if (l.span.begin > at) add_text(node, text.substr(at, l.span.begin - at));
        xml_node piece = node.append_child("leaf");
        set(piece, "kind", name_of(l.kind));
        set_if(piece, "of", l.of);
        add_text(piece, text.substr(l.span.begin, l.span.size()));
        at = l.span.end;
    }
    if (at < text.size()) add_text(node, text.substr(at));
}

void put_edits(xml_node node, const std::vector<source_text::edit>& edits) {
    for (const auto& e : edits) {
        xml_node edit = node.append_child("edit");
        set(edit, "at", std::to_string(e.at));
        set(edit, "before", std::to_string(e.before));
        set(edit, "after", std::to_string(e.after));
    }
}

void put_origins(xml_node node, const std::vector<source_text::origin>& origins) {
    for (const auto& o : origins) {
        xml_node origin = node.append_child("origin");
        set(origin, "at", std::to_string(o.at));
        each_place(o, [&](const char* name, const auto& part) {
            if (part != 0) set(origin, name, fmt::format("{}", part));
        });
        if (o.confidence != 100) set(origin, "confidence", std::to_string(o.confidence));
    }
}

void put_shares(xml_node node, const coverage& c) {
    set(node, "characters", std::to_string(c.characters));
    set(node, "label", std::to_string(c.label));
    set(node, "value", std::to_string(c.value));
    set(node, "prose", std::to_string(c.prose));
    set(node, "furniture", std::to_string(c.furniture));
    set(node, "unparsed", std::to_string(c.unparsed));
    set(node, "lost", std::to_string(c.lost));
    set(node, "doubled", std::to_string(c.doubled));
}

void put_meeting(xml_node root, const meeting& m) {
    set(root, "version", "1");
    put_source(root.append_child("source"), m.source);
    xml_node head = root.append_child("meeting");
    if (!m.languages.empty()) set(head, "languages", fmt::format("{}", fmt::join(m.languages, " ")));
    each_head_field(m, put_fields{head, m});
    each_list(m, put_lists{root, m});
    if (!m.diagnostics.empty()) {
        xml_node node = root.append_child("diagnostics");
        for (const diagnostic& d : m.diagnostics) put_diagnostic(node.append_child("diagnostic"), d);
    }
    put_text(root.append_child("text"), m);
    if (!m.text->edits.empty()) put_edits(root.append_child("edits"), m.text->edits);
    if (!m.text->origins.empty()) put_origins(root.append_child("origins"), m.text->origins);
    put_shares(root.append_child("coverage"), measure_coverage(m));
}

}  // namespace

std::string xml_of(const meeting_list& meetings) {
    pugi::xml_document tree;
    const bool several = meetings.size() > 1;
    xml_node root = tree.append_child(several ? "collection" : "minutes");
    set(root, "xmlns", name_space);
    for (const meeting* m : meetings) put_meeting(several ? root.append_child("minutes") : root, *m);
    indent(root);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + printed(root) + "\n";
}

}  // namespace minutes
