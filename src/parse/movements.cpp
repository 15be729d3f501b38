// SPDX-License-Identifier: Apache-2.0
// Who came late, left early, or was away for an item.
#include "asides.hpp"
#include "movement.hpp"
#include "roster.hpp"
#include "roster_entry.hpp"
#include "time.hpp"

namespace minutes {

namespace {

void mark_part(person& who, const spans& words) {
    if (who.part.given()) return;
    who.part.value = true;
    who.part.spans = words;
    who.part.basis = basis::derived;
    who.part.rule = "part-by-movement";
}

/// When somebody came or went: as written, or the item at which "at this point" stands.
traced<std::string> when_of(parser& p, const movement_finding& f, const told_sentence& s) {
    if (!f.when.empty()) return stated(p.words_at(s.source(f.when)), s.source(f.when), "movement");
    if (!f.at_this_point || !s.in || !s.in->number.value) return {};
    auto t = stated("item " + *s.in->number.value, s.source(f.all), "movement-at-this-point");
    t.basis = basis::derived;
    return t;
}

void take(parser& p, person& who, const movement_finding& f, const told_sentence& s) {
    const auto words = s.source(f.all);
    if (f.how == movement::returned) {
        if (who.part.given()) who.left = {};  // away for a while only
        return;
    }
    mark_part(who, words);
    if (f.for_a_while) return;
    auto& field = f.how == movement::arrived ? who.arrived : who.left;
    auto when = when_of(p, f, s);
    if (when.given() && (f.how == movement::left || !field.given())) field = std::move(when);
}

}  // namespace

/// "Mr Ash arrived at 7.45pm.": who comes to the meeting at a time of day is there, though no list has him.
void add_arrived(parser& p, const roster_entry& found, const movement_finding& f, const told_sentence& s) {
    if (f.how != movement::arrived || found.strength < 3 || f.when.empty() || find_times(s.text().substr(f.when.begin, f.when.size()), p.words).empty()) return;
    roster_entry e = found;
    shift(e.person, s.where.begin + f.who.begin);
    const auto name = p.words_at(s.block.source(e.person.name.begin, e.person.name.end));
    // "Superintendent Ann Bell arrived": she may be listed without her office.
    const auto is_listed = [&](std::string_view own) { return p.known_person(own, attendance::present) || p.known_person(own, attendance::in_attendance) || p.known_person(own, attendance::apologies); };
    const auto first = words_in(name, p.words, 2);
    if (is_listed(name) || (first.size() == 2 && p.words.has(word_list::role_nouns, first[0]) && is_listed(std::string_view(name).substr(first[1].begin)))) return;
    p.add_person(s.block, e.person, attendance::present, s.source(f.all));
    take(p, p.m.people.back(), f, s);
}

void read_movements(parser& p, const told_sentence& s) {
    for (const auto& f : match_movements(s.text(), p.words)) {
        const auto who = s.text().substr(f.who.begin, f.who.size());
        const auto roster = match_roster(who, p.words, roster_shape::several);
        if (roster.empty())
            if (person* one = p.person_meant(who)) take(p, *one, f, s);
        for (const auto& e : roster)
            if (person* one = p.person_meant(who.substr(e.person.name.begin, e.person.name.size()))) take(p, *one, f, s);
            else add_arrived(p, e, f, s);
    }
}

void read_movement_note(parser& p, person& who, const spans& where) {
    const auto j = p.join(where);
    for (const auto& f : match_movement_note(j.text(), p.words)) {
        auto& field = f.how == movement::arrived ? who.arrived : who.left;
        const auto when = j.source(f.when.begin, f.when.end);
        if (field.given()) continue;
        field = stated(p.words_at(when), when, "movement-note");
        p.leaves.paint(when, leaf::kind_type::value, who.id + (f.how == movement::arrived ? ".arrived" : ".left"));
    }
}

}  // namespace minutes
