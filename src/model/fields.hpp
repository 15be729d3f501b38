// SPDX-License-Identifier: Apache-2.0
// The parts of the model's objects and the names they have in every format,
// listed once: what writes or reads all of a meeting visits them here.
//
//   each_field(p, [](const char* name, auto& part) { … });   // "name", p.name …
#pragma once

#include <concepts>
#include <type_traits>

#include <minutes/meeting.hpp>

namespace minutes {

/// `T`, constant or not.
template <class T, class Model>
concept like = std::same_as<std::remove_const_t<T>, Model>;

/// What JSON and XML have under "meeting".
template <like<meeting> M, class Visit>
void each_head_field(M& m, Visit&& part) {
    part("title", m.title);
    part("body", m.body);
    part("date", m.date);
    part("start", m.start);
    part("end", m.end);
    part("venue", m.venue);
    part("chair", m.chair);
    part("status", m.status);
    part("next", m.next);
}

/// The lists that stand beside it.
template <like<meeting> M, class Visit>
void each_list(M& m, Visit&& part) {
    part("people", m.people);
    part("items", m.items);
    part("decisions", m.decisions);
    part("actions", m.actions);
    part("declarations", m.declarations);
    part("approvals", m.approvals);
}

template <like<next_meeting> N, class Visit>
void each_field(N& n, Visit&& part) {
    part("date", n.date);
    part("start", n.start);
    part("end", n.end);
    part("venue", n.venue);
    part("label", n.label);
}

template <like<person> P, class Visit>
void each_field(P& p, Visit&& part) {
    part("id", p.id);
    part("name", p.name);
    part("initials", p.initials);
    part("role", p.role);
    part("organisation", p.organisation);
    part("attendance", p.attendance);
    part("part", p.part);
    part("arrived", p.arrived);
    part("left", p.left);
    part("substitute_for", p.substitute_for);
}

template <like<block> B, class Visit>
void each_field(B& b, Visit&& part) {
    part("kind", b.kind);
    part("spans", b.spans);
}

template <like<item> I, class Visit>
void each_field(I& i, Visit&& part) {
    part("id", i.id);
    part("number", i.number);
    part("heading", i.heading);
    part("exempt", i.exempt);
    part("blocks", i.blocks);
    part("items", i.items);
}

template <like<vote> V, class Visit>
void each_field(V& v, Visit&& part) {
    part("for", v.for_);
    part("against", v.against);
    part("abstain", v.abstain);
    part("result", v.result);
    part("roll", v.roll);
}

template <like<decision> D, class Visit>
void each_field(D& d, Visit&& part) {
    part("id", d.id);
    part("text", d.text);
    part("kind", d.kind);
    part("item", d.item);
    part("mover", d.mover);
    part("seconder", d.seconder);
    part("vote", d.vote);
}

template <like<owner> O, class Visit>
void each_field(O& o, Visit&& part) {
    part("text", o.text);
    part("person", o.person);
}

template <like<due> D, class Visit>
void each_field(D& d, Visit&& part) {
    part("text", d.text);
    part("date", d.date);
}

template <like<action> A, class Visit>
void each_field(A& a, Visit&& part) {
    part("id", a.id);
    part("ref", a.ref);
    part("text", a.text);
    part("owners", a.owners);
    part("due", a.due);
    part("status", a.status);
    part("item", a.item);
}

template <like<declaration> D, class Visit>
void each_field(D& d, Visit&& part) {
    part("person", d.person);
    part("item", d.item);
    part("text", d.text);
}

template <like<approval> A, class Visit>
void each_field(A& a, Visit&& part) {
    part("item", a.item);
    part("of", a.of);
    part("body", a.body);
    part("text", a.text);
}

/// Where words stand in a file whose lines are not the text's; 0 where the format does not say.
template <like<source_text::origin> O, class Visit>
void each_place(O& o, Visit&& part) {
    part("line", o.line);
    part("column", o.column);
    part("paragraph", o.paragraph);
    part("table", o.table);
    part("row", o.row);
    part("cell", o.cell);
    part("page", o.page);
    part("left", o.left);
    part("top", o.top);
    part("right", o.right);
    part("bottom", o.bottom);
}

/// The element that one object of a list has in XML.
[[nodiscard]] constexpr const char* element_of(const person&) { return "person"; }
[[nodiscard]] constexpr const char* element_of(const item&) { return "item"; }
[[nodiscard]] constexpr const char* element_of(const block&) { return "block"; }
[[nodiscard]] constexpr const char* element_of(const decision&) { return "decision"; }
[[nodiscard]] constexpr const char* element_of(const owner&) { return "owner"; }
[[nodiscard]] constexpr const char* element_of(const action&) { return "action"; }
[[nodiscard]] constexpr const char* element_of(const declaration&) { return "declaration"; }
[[nodiscard]] constexpr const char* element_of(const approval&) { return "approval"; }

}  // namespace minutes
