// SPDX-License-Identifier: Apache-2.0
// People into the meeting: each once for being there and once for being away.
#include <algorithm>

#include <fmt/format.h>

#include "asides.hpp"
#include "attendance_text.hpp"
#include "family_first.hpp"
#include "initials.hpp"
#include "owner.hpp"

namespace minutes {

namespace {

/// A name's words without honorifics, folded.
std::vector<std::string> own_words(std::string_view name, const lexicon& words) {
    std::vector<std::string> out;
    for (const auto& w : words_in(name, words))
        if (!words.has(word_list::honorifics, w)) out.push_back(w.folded);
    return out;
}

/// 1 for "Mr", 2 for "Mrs", 0 for none.
int title_of(std::string_view name, const lexicon& words) {
    const auto first = words_in(name, words, 1);
    return first.empty() ? 0 : words.has(word_list::male_titles, first[0]) ? 1 : words.has(word_list::female_titles, first[0]) ? 2 : 0;
}

/// "Mr Rowe" and "Mrs Rowe" are two people.
bool titles_differ(std::string_view a, std::string_view b, const lexicon& words) {
    const int x = title_of(a, words), y = title_of(b, words);
    return x > 0 && y > 0 && x != y;
}

/// "Mr Lee", "D Lee", "Dan L" and "Dan" behind "Mr Dan Lee" are he again.
bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return false;
    if (a == b) return true;
    if (a.size() == 1 || b.size() == 1) {
        const auto& lone = a.size() == 1 ? a : b;
        const auto& full = a.size() == 1 ? b : a;
        return lone.front() == full.front() || lone.front() == full.back();
    }
    if (a.front() == b.front() && (a.back().size() == 1 || b.back().size() == 1)) return a.back()[0] == b.back()[0];
    if (a.back() != b.back()) return false;
    const auto initial = [](const std::string& w) { return w.size() == 1 || (w.size() <= 3 && w.find('.') != w.npos); };
    // "A Tull", "A V Tull": the letters tell two of one surname apart.
    const auto letters_only = [&](const std::vector<std::string>& name) { return std::all_of(name.begin(), name.end() - 1, initial); };
    if (a.size() != b.size() && letters_only(a) && letters_only(b)) return false;
    return a.front()[0] == b.front()[0] && (initial(a.front()) || initial(b.front()));
}

}  // namespace

std::vector<roster_entry> parser::people_in(std::string_view text, roster_shape shape) const {
    return family_names_first && may_put_family_first(text, words) ? match_family_first(text, words) : match_roster(text, words, shape);
}

person* parser::known_person(std::string_view name, std::optional<attendance> how) {
    const auto own = own_words(name, words);
    for (const std::size_t k : names.alike(own)) {
        auto& other = m.people[k];
        if (other.attendance.given() != how.has_value()) continue;
        if (how && is_away(*how) != is_away(*other.attendance.value)) continue;
        // "Councillors Bell and Ash" among the members, "Mr M Ash" among the officers: two of one surname
        const bool surname_only = how && *how != *other.attendance.value && own.size() != names.name(k).size() && std::min(own.size(), names.name(k).size()) == 1 && (title_of(name, words) > 0) != (title_of(*other.name.value, words) > 0);
        if (surname_only) continue;
        if (same_person(own, names.name(k)) && !titles_differ(name, *other.name.value, words)) return &other;
    }
    return nullptr;
}

person* parser::person_meant(std::string_view name) {
    const auto own = own_words(name, words);
    const auto initials = is_initials(name) ? fold(plain_initials(name)) : std::string{};
    // Somebody listed as there and as away is one person; a role speaks only where no name does.
    std::vector<person*> by_name, by_role;
    for (auto& p : m.people) {
        if (!p.attendance.given() || is_away(*p.attendance.value)) continue;
        const auto theirs = own_words(*p.name.value, words);
        const bool same_initials = !initials.empty() && (p.initials.value ? fold(plain_initials(*p.initials.value)) == initials : forms_initials(plain_initials(name), *p.name.value));
        if (same_initials || (initials.empty() && same_person(own, theirs))) by_name.push_back(&p);
        const auto role = words_in(p.role.value.value_or(""), words);
        const bool office = std::any_of(role.begin(), role.end(), [&](const word& w) { return words.has(word_list::role_nouns, w) && !own.empty() && own.back() == w.folded; });
        if (office) by_role.push_back(&p);
    }
    const auto& found = by_name.empty() ? by_role : by_name;
    return found.size() == 1 ? found.front() : nullptr;
}

/// "Apologies were accepted from KV and JR": initials of people who are listed so already name nobody new.
bool parser::names_somebody_by_initials(std::string_view name, std::optional<attendance> how) const {
    if (!how || !is_initials(name)) return false;
    const auto initials = fold(plain_initials(name));
    return std::any_of(m.people.begin(), m.people.end(), [&](const person& p) {
        return p.initials.value && p.attendance.given() && is_away(*p.attendance.value) == is_away(*how) && fold(plain_initials(*p.initials.value)) == initials;
    });
}

void parser::add_person(const joined_text& j, const person_finding& f, std::optional<attendance> how, const spans& label_where) {
    const auto where = [&](span s) { return j.source(s.begin, s.end); };
    auto name_where = where(f.name);
    for (const span& s : where(f.family)) name_where.push_back(s);
    const auto name = std::string(words_at(name_where));
    if (name.empty()) return;
    if (names_somebody_by_initials(name, how)) return leaves.paint(where(f.all), leaf::kind_type::label);
    person fresh;
    person* known_already = known_person(name, how);
    person& p = known_already ? *known_already : fresh;
    if (!known_already) p.id = fmt::format("p{}", next_person_id++);
    const auto take = [&](traced<std::string>& field, span s, const char* rule, const char* what) {
        if (s.empty() || field.given()) return;
        field = stated(words_at(where(s)), where(s), rule);
        leaves.paint(field.spans, leaf::kind_type::value, p.id + what);
    };
    leaves.paint(where(f.all), leaf::kind_type::value, p.id);
    if (!p.name.given()) {
        p.name = stated(name, name_where, "person-name");
        leaves.paint(p.name.spans, leaf::kind_type::value, p.id + ".name");
    }
    take(p.initials, f.initials, "person-initials", ".initials");
    take(p.role, f.role, "person-role", ".role");
    take(p.organisation, f.organisation, "person-organisation", ".organisation");
    take(p.substitute_for, f.substitute, "substitute", ".substitute_for");
    if (how && !p.attendance.given()) {
        p.attendance.value = *how;
        p.attendance.spans = label_where;
        p.attendance.rule = "attendance-label";
    }
    if (!f.part.empty()) {
        p.part.value = true;
        p.part.spans = where(f.part);
        leaves.paint(p.part.spans, leaf::kind_type::value, p.id + ".part");
        read_movement_note(*this, p, p.part.spans);
    }
    if (const auto mended = p.initials.value ? mend_homoglyphs(*p.initials.value) : std::string{}; !mended.empty()) {
        say("homoglyph", severity::note, p.initials.spans, fmt::format("the initials of {} are in letters of another alphabet that look like '{}'", name, mended));
        p.initials.value = mended;
        p.initials.basis = basis::derived;
        p.initials.rule = "homoglyph";
    }
    const auto parts = words_in(name, words);
    for (const auto& w : parts)
        if ((w.capital || parts.size() == 1) && w.folded.size() > 1 && !words.has(word_list::honorifics, w)) known.names.insert(w.folded);
    if (p.initials.value) known.initials.insert(fold(*p.initials.value));
    std::string formed;
    for (const auto& w : own_words(name, words)) formed += w[0];
    if (formed.size() > 1) known.formed.insert(formed);
    if (known_already) return;
    names.add(own_words(*fresh.name.value, words));
    m.people.push_back(std::move(fresh));
}

void parser::add_people(const joined_text& j, const std::vector<roster_entry>& people, attendance how, const spans& label) {
    for (const auto& e : people) add_person(j, e.person, e.said.value_or(how), label);
}

}  // namespace minutes
