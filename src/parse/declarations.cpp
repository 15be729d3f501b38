// SPDX-License-Identifier: Apache-2.0
// Declarations of interest: who, in which item, in what words.
#include "asides.hpp"
#include "declaration.hpp"
#include "roster.hpp"

namespace minutes {

void read_declaration(parser& p, const told_sentence& s, const item_index& items) {
    if (s.of_declarations && says_nobody(s.text(), p.words)) return;
    const auto f = match_declaration(s.text(), p.words, s.of_declarations);
    if (!f) return;
    declaration d;
    // A list's bullet is none of its words.
    const bool listed = f->rule == std::string_view("declaration-in-list");
    const auto where = s.source({listed ? f->who.begin : 0, static_cast<std::uint32_t>(s.text().size())});
    d.text = stated(p.words_at(where), where, f->rule);
    // The item that it names; a declaration made under the item itself needs no number.
    for (const span n : f->items)
        if (const item* it = items.with_number(s.text().substr(n.begin, n.size()))) {
            d.item = it->id;
            break;
        }
    if (d.item.empty() && f->items.empty() && !s.of_declarations && s.in) d.item = s.in->id;
    const auto who = s.text().substr(f->who.begin, f->who.size());
    const auto roster = match_roster(who, p.words, roster_shape::several);
    for (const auto& e : roster) {
        const person* one = p.person_meant(who.substr(e.person.name.begin, e.person.name.size()));
        d.person = one ? one->id : std::string{};
        p.m.declarations.push_back(d);
    }
    if (!roster.empty()) return;
    if (const person* one = p.person_meant(who)) {
        d.person = one->id;
        p.m.declarations.push_back(d);
    }
}

}  // namespace minutes
