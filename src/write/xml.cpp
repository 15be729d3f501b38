// SPDX-License-Identifier: Apache-2.0
// Stage: meetings → our own XML, namespace urn:minutes:meeting:1; lossless.
//
//   <date src="31-44" basis="stated" rule="date" value="2014-03-27">27 March 2014</date>
//
// A value's element holds its words; `value` is the value where it differs from
// them; an uncertain one has an empty <candidate value="…"/> for each reading.
// <text> is the document: its string-value is the text to the last blank.
#include <algorithm>

#include <fmt/format.h>

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

/// Breaks lines between elements, never beside text: words stay as they are.
void indent(xml_node node, int depth) {
    const auto is_text = [](xml_node n) { return n.type() == pugi::node_pcdata; };
    if (!node.first_child() || node.attribute("xml:space") || std::any_of(node.begin(), node.end(), is_text)) return;
    const std::string line = "\n" + std::string(static_cast<std::size_t>(depth), ' ');
    for (xml_node child = node.first_child(); child; child = child.next_sibling()) {
        indent(child, depth + 1);
        node.insert_child_before(pugi::node_pcdata, child).set_value((line + " ").c_str());
    }
    node.append_child(pugi::node_pcdata).set_value(line.c_str());
}

/// Writes one meeting; holds it because every value's words come out of its text.
class meeting_writer {
public:
    explicit meeting_writer(const meeting& m) : m_(m) {}

    void write(xml_node root) const {
        set(root, "version", "1");
        source(root.append_child("source"));
        head(root.append_child("meeting"));
        group(root, "people", m_.people);
        group(root, "items", m_.items);
        group(root, "decisions", m_.decisions);
        group(root, "actions", m_.actions);
        group(root, "declarations", m_.declarations);
        group(root, "diagnostics", m_.diagnostics);
        document(root.append_child("text"));
        shares(root.append_child("coverage"));
    }

private:
    template <class T>
    void put(xml_node parent, const char* name, const traced<T>& t) const {
        if (!t.given()) return;
        xml_node node = parent.append_child(name);
        const std::string words = words_of(m_, t.spans);
        set(node, "src", src_of(t.spans));
        set(node, "basis", name_of(t.basis));
        set_if(node, "rule", t.rule);
        if (t.value && (plain(*t.value) != words || !std::is_same_v<T, std::string>)) set(node, "value", plain(*t.value));
        add_text(node, words);
        for (const T& c : t.candidates) set(node.append_child("candidate"), "value", plain(c));
    }

    template <class T>
    void group(xml_node parent, const char* name, const std::vector<T>& all) const {
        if (all.empty()) return;
        xml_node node = parent.append_child(name);
        for (const T& x : all) one(node, x);
    }

    void source(xml_node node) const {
        const minutes::source& s = m_.source;
        set(node, "name", s.name);
        set_if(node, "sha256", s.sha256);
        set_if(node, "format", s.format);
        set(node, "bytes", std::to_string(s.bytes));
        if (s.pages) set(node, "pages", std::to_string(*s.pages));
    }

    void head(xml_node node) const {
        put(node, "title", m_.title);
        put(node, "body", m_.body);
        put(node, "date", m_.date);
        put(node, "start", m_.start);
        put(node, "end", m_.end);
        put(node, "venue", m_.venue);
        put(node, "chair", m_.chair);
        put(node, "status", m_.status);
        next(node.append_child("next"));
        if (!node.child("next").first_child()) node.remove_child("next");
    }

    void next(xml_node node) const {
        put(node, "date", m_.next.date);
        put(node, "start", m_.next.start);
        put(node, "end", m_.next.end);
        put(node, "venue", m_.next.venue);
        put(node, "label", m_.next.label);
    }

    void one(xml_node parent, const person& p) const {
        xml_node node = parent.append_child("person");
        set(node, "id", p.id);
        put(node, "name", p.name);
        put(node, "initials", p.initials);
        put(node, "role", p.role);
        put(node, "organisation", p.organisation);
        put(node, "attendance", p.attendance);
        put(node, "part", p.part);
        put(node, "arrived", p.arrived);
        put(node, "left", p.left);
    }

    void one(xml_node parent, const item& i) const {
        xml_node node = parent.append_child("item");
        set(node, "id", i.id);
        put(node, "number", i.number);
        put(node, "heading", i.heading);
        put(node, "exempt", i.exempt);
        for (const block& b : i.blocks) one(node, b);
        for (const item& inner : i.items) one(node, inner);
    }

    void one(xml_node parent, const block& b) const {
        xml_node node = parent.append_child("block");
        set(node, "kind", name_of(b.kind));
        set(node, "src", src_of(b.spans));
        add_text(node, words_of(m_, b.spans));
    }

    void one(xml_node parent, const decision& d) const {
        xml_node node = parent.append_child("decision");
        set(node, "id", d.id);
        set_if(node, "kind", d.kind);
        set_if(node, "item", d.item);
        put(node, "text", d.text);
        put(node, "mover", d.mover);
        put(node, "seconder", d.seconder);
        one(node.append_child("vote"), d.vote);
        if (!node.child("vote").first_child()) node.remove_child("vote");
    }

    void one(xml_node node, const vote& v) const {
        put(node, "for", v.for_);
        put(node, "against", v.against);
        put(node, "abstain", v.abstain);
        put(node, "result", v.result);
        put(node, "roll", v.roll);
    }

    void one(xml_node parent, const action& a) const {
        xml_node node = parent.append_child("action");
        set(node, "id", a.id);
        set_if(node, "item", a.item);
        put(node, "ref", a.ref);
        put(node, "text", a.text);
        for (const owner& o : a.owners) {
            xml_node who = node.append_child("owner");
            set_if(who, "person", o.person);
            put(who, "text", o.text);
        }
        if (a.due.text.given() || a.due.date.given()) {
            xml_node due = node.append_child("due");
            put(due, "text", a.due.text);
            put(due, "date", a.due.date);
        }
        put(node, "status", a.status);
    }

    void one(xml_node parent, const declaration& d) const {
        xml_node node = parent.append_child("declaration");
        set_if(node, "person", d.person);
        set_if(node, "item", d.item);
        put(node, "text", d.text);
    }

    void one(xml_node parent, const diagnostic& d) const {
        xml_node node = parent.append_child("diagnostic");
        set(node, "code", d.code);
        set(node, "severity", name_of(d.severity));
        set_if(node, "src", src_of(d.spans));
        set(node, "line", std::to_string(d.place.line));
        set(node, "column", std::to_string(d.place.column));
        add_text(node.append_child("message"), d.message);
        if (!d.hint.empty()) add_text(node.append_child("hint"), d.hint);
    }

    void document(xml_node node) const {
        set(node, "xml:space", "preserve");
        const std::string_view text = m_.text->text;
        std::size_t at = 0;
        for (const leaf& l : m_.leaves) {
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

    void shares(xml_node node) const {
        const coverage c = measure_coverage(m_);
        set(node, "characters", std::to_string(c.characters));
        set(node, "label", std::to_string(c.label));
        set(node, "value", std::to_string(c.value));
        set(node, "prose", std::to_string(c.prose));
        set(node, "furniture", std::to_string(c.furniture));
        set(node, "unparsed", std::to_string(c.unparsed));
        set(node, "lost", std::to_string(c.lost));
        set(node, "doubled", std::to_string(c.doubled));
    }

    const meeting& m_;
};

}  // namespace

std::string xml_of(const meeting_list& meetings) {
    pugi::xml_document tree;
    const bool several = meetings.size() > 1;
    xml_node root = tree.append_child(several ? "collection" : "minutes");
    set(root, "xmlns", name_space);
    for (const meeting* m : meetings) meeting_writer(*m).write(several ? root.append_child("minutes") : root);
    indent(root, 0);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + printed(root) + "\n";
}

}  // namespace minutes
