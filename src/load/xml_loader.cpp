// SPDX-License-Identifier: Apache-2.0
// Stage: our own XML, namespace urn:minutes:meeting:1 → meetings.  Entities and
// document types are never expanded: pugixml knows none.
#include <cmath>
#include <cstdlib>
#include <sstream>

#include <pugixml.hpp>

#include "fields.hpp"
#include "loaders.hpp"

namespace minutes {

namespace {

using pugi::xml_node;

constexpr std::string_view name_space = "urn:minutes:meeting:1";
constexpr int deepest = 512;  // items within items

std::string attribute(xml_node node, const char* name) { return node.attribute(name).value(); }

std::string required(xml_node node, const char* name) {
    if (!node.attribute(name)) throw load_error(fmt::format("<{}> has no '{}'", node.name(), name));
    return attribute(node, name);
}

template <class N>
N number(xml_node node, const char* name) { return number_from<N>(required(node, name)); }

/// The element's own words, without those of elements in it.
std::string words_in(xml_node node) {
    std::string out;
    for (const xml_node child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out += child.value();
    return out;
}

spans spans_from(std::string_view src) {
    spans out;
    while (!src.empty()) {
        const std::string_view one = src.substr(0, src.find(' '));
        src.remove_prefix(std::min(one.size() + 1, src.size()));
        const std::size_t dash = one.find('-');
        if (dash == one.npos) throw load_error(fmt::format("'{}' is not begin-end", one));
        out.push_back({number_from<std::uint32_t>(one.substr(0, dash)), number_from<std::uint32_t>(one.substr(dash + 1))});
    }
    return out;
}

/// Fills each part of an object of the model from its element or attribute; what is absent stays as it is.
struct take_fields {
    xml_node in;
    const meeting& m;  ///< its text is there already
    int depth = 0;

    void operator()(const char* name, std::string& text) const { text = attribute(in, name); }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(const char* name, E& choice) const { value_from(required(in, name), choice); }

    void operator()(const char*, spans& where) const {
        where = spans_from(attribute(in, "src"));
        check_words(m, where, words_in(in));
    }

    template <class T>
    void operator()(const char* name, traced<T>& t) const {
        const xml_node node = in.child(name);
        if (!node) return;
        t.spans = spans_from(attribute(node, "src"));
        value_from(required(node, "basis"), t.basis);
        t.rule = attribute(node, "rule");
        const std::string words = words_in(node);
        check_words(m, t.spans, words);
        if (node.attribute("value")) value_from(attribute(node, "value"), t.value.emplace());
        else if constexpr (std::is_same_v<T, std::string>)
            if (t.basis != basis::uncertain && !node.attribute("given")) t.value = words;
        for (const xml_node c : node.children("candidate")) {
            T candidate{};
            value_from(required(c, "value"), candidate);
            t.candidates.push_back(std::move(candidate));
        }
    }

    template <class T>
    void operator()(const char*, std::vector<T>& all) const {
        if (depth > deepest) throw load_error("items stand too deep in one another");
        for (const xml_node child : in.children(element_of(T{}))) each_field(all.emplace_back(), take_fields{child, m, depth + 1});
    }

    template <class T>
    void operator()(const char* name, T& part) const {
        if (const xml_node node = in.child(name)) each_field(part, take_fields{node, m, depth});
    }
};

/// Fills each list of a meeting from the element of its name.
struct take_lists {
    xml_node root;
    const meeting& m;

    template <class T>
    void operator()(const char* name, std::vector<T>& all) const { take_fields{root.child(name), m}(name, all); }
};

void take_source(xml_node node, source& s) {
    s.name = required(node, "name");
    s.sha256 = attribute(node, "sha256");
    s.format = attribute(node, "format");
    s.bytes = number<std::size_t>(node, "bytes");
    if (node.attribute("pages")) s.pages = number<int>(node, "pages");
}

diagnostic diagnostic_of(xml_node node) {
    diagnostic d;
    d.code = required(node, "code");
    value_from(required(node, "severity"), d.severity);
    d.spans = spans_from(attribute(node, "src"));
    d.place = {number<std::size_t>(node, "line"), number<std::size_t>(node, "column")};
    d.message = words_in(node.child("message"));
    d.hint = words_in(node.child("hint"));
    return d;
}

/// Joins the document from its leaves and what stands between them.
std::string text_of(xml_node node, std::vector<leaf>& leaves) {
    std::string out;
    for (const xml_node child : node.children()) {
        if (child.type() != pugi::node_element) {
            out += child.value();
            continue;
        }
        leaf l;
        value_from(required(child, "kind"), l.kind);
        l.of = attribute(child, "of");
        l.span.begin = static_cast<std::uint32_t>(out.size());
        out += words_in(child);
        l.span.end = static_cast<std::uint32_t>(out.size());
        leaves.push_back(std::move(l));
    }
    return out;
}

struct take_place {
    xml_node node;
    void operator()(const char* name, std::uint32_t& n) const {
        if (node.attribute(name)) n = number<std::uint32_t>(node, name);
    }
    void operator()(const char* name, float& edge) const {
        if (node.attribute(name)) edge = number<float>(node, name);
        if (!std::isfinite(edge)) throw load_error("a box has an edge that is no number in range");
    }
};

source_text::origin origin_of(xml_node node) {
    source_text::origin o;
    o.at = number<std::uint32_t>(node, "at");
    each_place(o, take_place{node});
    if (node.attribute("confidence")) o.confidence = number<std::uint8_t>(node, "confidence");
    return o;
}

meeting meeting_of(xml_node root) {
    if (attribute(root, "version") != "1") throw load_error("its version is not 1");
    for (const char* name : {"source", "meeting", "text"})
        if (!root.child(name)) throw load_error(fmt::format("<{}> is missing", name));
    meeting m;
    const auto text = source_of(text_of(root.child("text"), m.leaves));
    for (const xml_node e : root.child("edits").children("edit"))
        text->edits.push_back({number<std::uint32_t>(e, "at"), number<std::uint32_t>(e, "before"), number<std::uint32_t>(e, "after")});
    for (const xml_node o : root.child("origins").children("origin")) text->origins.push_back(origin_of(o));
    m.text = text;
    take_source(root.child("source"), m.source);
    for (std::istringstream codes(attribute(root.child("meeting"), "languages")); codes >> std::ws && !codes.eof();) codes >> m.languages.emplace_back();
    each_head_field(m, take_fields{root.child("meeting"), m});
    each_list(m, take_lists{root, m});
    for (const xml_node d : root.child("diagnostics").children("diagnostic")) m.diagnostics.push_back(diagnostic_of(d));
    check_meeting(m);
    return m;
}

}  // namespace

std::vector<meeting> load_xml(std::string_view bytes) {
    pugi::xml_document tree;
    const auto read = tree.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!read) throw load_error(fmt::format("at byte {}: {}", read.offset, read.description()));
    const xml_node root = tree.document_element();
    if (attribute(root, "xmlns") != name_space) throw load_error("its namespace is not urn:minutes:meeting:1");
    std::vector<meeting> all;
    if (std::string_view(root.name()) == "minutes") all.push_back(meeting_of(root));
    else
        for (const xml_node m : root.children("minutes")) all.push_back(meeting_of(m));
    if (all.empty()) throw load_error("there are no minutes in it");
    return all;
}

}  // namespace minutes
