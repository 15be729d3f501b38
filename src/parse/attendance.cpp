// SPDX-License-Identifier: Apache-2.0
// Who was there and who sent apologies: lists, tables and running text.
#include <algorithm>

#include <fmt/format.h>

#include "owner.hpp"
#include "parser.hpp"
#include "reference.hpp"
#include "roster.hpp"

namespace minutes {

std::optional<attendance> attendance_of(const std::vector<label>& kinds) {
    const auto is = [&](label k) { return std::find(kinds.begin(), kinds.end(), k) != kinds.end(); };
    if (is(label::apologies)) return attendance::apologies;
    if (is(label::absent)) return attendance::absent;
    if (is(label::present)) return attendance::present;
    if (is(label::in_attendance)) return attendance::in_attendance;
    return {};
}

namespace {

/// A name's words without honorifics, folded.
std::vector<std::string> own_words(std::string_view name, const lexicon& words) {
    std::vector<std::string> out;
    for (const auto& w : words_in(name))
        if (!words.has(word_list::honorifics, w.folded)) out.push_back(w.folded);
    return out;
}

/// Whether a line ends in the middle of an entry.
bool breaks_off(std::string_view line, const lexicon& words) {
    const auto all = words_in(line);
    return !all.empty() && all.back().end == line.size() && line.size() < 120 && all.size() > 2 && !all.back().capital && words.has(word_list::function_words, all.back().folded);
}

/// The mark that a footnote starts with: "*", "#", a dagger; empty when there is none.
std::string_view footnote_mark(std::string_view text) {
    for (const std::string_view mark : {"\u2020", "\u2021", "*", "#", "^", "~", "+"})
        if (text.starts_with(mark)) return text.substr(0, mark.size());
    return {};
}

/// Where the people start in "… apologies … from", "… by", "… on behalf of"; 0 when there is no such phrase.
std::size_t behind_apologies(std::string_view text) {
    const auto all = words_in(text);
    bool said = false;
    for (std::size_t i = 0; i + 1 < all.size() && i < 40; ++i) {
        said |= all[i].folded == "apologies" || all[i].folded == "apology";
        if (said && all[i].after == ':' && all[i + 1].capital) return all[i + 1].begin;
        if (said && (all[i].folded == "from" || all[i].folded == "by" || all[i].folded == "of") && all[i + 1].capital) return all[i + 1].begin;
    }
    return 0;
}

/// Whether a text is running prose: it has a verb in lower case.
bool is_sentence(std::string_view text, const lexicon& words) {
    const auto all = words_in(text);
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return !w.capital && words.has(word_list::verbs, w.folded); });
}

bool says_nobody(std::string_view text, const lexicon& words) {
    std::string plain;
    for (const auto& w : words_in(text)) plain += (plain.empty() ? "" : " ") + w.folded;
    return words.is_label(plain, label::none);
}

}  // namespace

void parser::add_person(const joined_text& j, const person_finding& f, std::optional<attendance> how, const spans& label_where) {
    const auto where = [&](span s) { return j.source(s.begin, s.end); };
    const auto name = words_at(where(f.name));
    const auto key = fold(name);
    const auto own = own_words(name, words);
    for (const auto& other : m.people) {
        if (other.attendance.given() != how.has_value()) continue;
        if (fold(*other.name.value) == key) return;
        // "Mr Lovelace" behind "Mr Peter Lovelace" is he again.
        const auto others = own_words(*other.name.value, words);
        if (own.size() == 1 && others.size() > 1 && others.back() == own.back() && how == other.attendance.value) return;
    }
    person p;
    p.id = fmt::format("p{}", next_person_id++);
    const auto take = [&](traced<std::string>& field, span s, const char* rule, const char* what) {
        if (s.empty()) return;
        field = stated(words_at(where(s)), where(s), rule);
        leaves.paint(field.spans, leaf::kind_type::value, p.id + what);
    };
    leaves.paint(where(f.all), leaf::kind_type::value, p.id);
    take(p.name, f.name, "person-name", ".name");
    take(p.initials, f.initials, "person-initials", ".initials");
    take(p.role, f.role, "person-role", ".role");
    take(p.organisation, f.organisation, "person-organisation", ".organisation");
    if (how) {
        p.attendance.value = *how;
        p.attendance.spans = label_where;
        p.attendance.rule = "attendance-label";
    }
    if (!f.part.empty()) {
        p.part.value = true;
        p.part.spans = where(f.part);
        leaves.paint(p.part.spans, leaf::kind_type::value, p.id + ".part");
    }
    if (const auto mended = p.initials.value ? mend_homoglyphs(*p.initials.value) : std::string{}; !mended.empty()) {
        say("homoglyph", severity::note, p.initials.spans,
            fmt::format("the initials of {} are in letters of another alphabet that look like '{}'", name, mended));
        p.initials.value = mended;
        p.initials.basis = basis::derived;
        p.initials.rule = "homoglyph";
    }
    for (const auto& w : words_in(name))
        if (w.capital && w.folded.size() > 1 && !words.has(word_list::honorifics, w.folded)) known.names.insert(w.folded);
    if (p.initials.value) known.initials.insert(fold(*p.initials.value));
    m.people.push_back(std::move(p));
}

bool parser::read_people(const spans& where, attendance how, const spans& label_where) {
    const auto j = join(where);
    const std::string_view text = j.text();
    // "The Chair gave apologies on behalf of …": the people stand behind the label's preposition.
    const auto behind = behind_apologies(text);
    for (const std::size_t from : {std::size_t{0}, behind}) {
        if (from == 0 && behind > 0 && how == attendance::apologies && is_sentence(text, words)) continue;
        bool any = false;
        for (auto& e : match_roster(text.substr(from), words)) {
            auto& f = e.person;
            if (f.weight < -2) continue;
            for (span* s : {&f.all, &f.name, &f.initials, &f.role, &f.organisation, &f.part})
                if (!s->empty()) *s = {s->begin + static_cast<std::uint32_t>(from), s->end + static_cast<std::uint32_t>(from)};
            add_person(j, f, e.said.value_or(how), label_where);
            any = true;
        }
        if (any) return true;
    }
    return false;
}

bool parser::read_footnote(const joined_text& line) {
    const auto text = trim(line.text());
    const auto mark = footnote_mark(text);
    if (mark.empty() || text.find('\t') != text.npos) return false;
    const auto all = words_in(text);
    if (all.empty() || match_person(text, words).value_or(person_finding{}).weight >= 3) return false;
    bool part = false;
    for (const auto& w : all) part |= w.folded == "part" || w.folded == "left" || w.folded == "arrived" || w.folded == "joined" || w.folded == "late";
    bool marked = false;
    for (auto& p : m.people) {
        if (p.name.spans.empty()) continue;
        // The mark stands behind the name, the role or the initials, on the person's own line.
        const auto from = p.name.spans.front().begin;
        const auto own = this->text().substr(from, this->text().find('\n', from) - from);
        if (own.find(mark) == own.npos) continue;
        marked = true;
        if (!part) continue;
        p.part.value = true;
        p.part.spans = line.source(0, line.text().size());
        p.part.rule = "footnote";
    }
    if (marked) leaves.paint(line.source(0, line.text().size()), leaf::kind_type::value);
    return marked;
}

std::size_t parser::read_people_table(std::size_t from) {
    const auto& head = laid.blocks[from];
    const auto& t = laid.tables[head.table];
    leaves.paint(head.text, leaf::kind_type::label);
    attendance how = attendance::present;
    spans label_where = head.text;
    std::size_t i = from + 1;
    for (; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture) {
            leaves.paint(b.text, leaf::kind_type::furniture);
            continue;
        }
        if (b.kind == laid_block::kind_type::line && read_footnote(join(b.text))) continue;
        if (b.kind != laid_block::kind_type::row || b.table != head.table) break;
        const auto cell = [&](column k) { const auto c = t.find(k); return c ? b.cells[*c] : spans{}; };
        const auto name = cell(column::name);
        if (const auto l = label_at(words_at(b.text), words); l && l->whole && attendance_of(l->kinds)) {
            how = *attendance_of(l->kinds);
            label_where = b.text;
            leaves.paint(b.text, leaf::kind_type::label);
            continue;
        }
        if (name.empty()) {
            leaves.paint(b.text, leaf::kind_type::prose);
            continue;
        }
        // The name's cell may hold role and brackets too; the other columns add to it.
        const auto j = join(name);
        auto f = match_person(j.text(), words);
        if (!f) {
            leaves.paint(b.text, leaf::kind_type::prose);
            continue;
        }
        auto row_how = how;
        if (const auto said = cell(column::attendance); !said.empty()) {
            const auto l = label_at(words_at(said), words);
            const auto first = fold(words_at(said)).substr(0, 1);
            if (l && attendance_of(l->kinds)) row_how = *attendance_of(l->kinds);
            else if (first == "a") row_how = attendance::apologies;
        }
        const std::size_t before = m.people.size();
        add_person(j, *f, row_how, label_where);
        if (m.people.size() == before) continue;
        auto& p = m.people.back();
        const auto take = [&](traced<std::string>& field, column k, const char* what) {
            if (const auto c = cell(k); !c.empty() && !field.given()) {
                field = stated(words_at(c), c, "people-table");
                leaves.paint(c, leaf::kind_type::value, p.id + what);
            }
        };
        if (const auto c = cell(column::initials); !c.empty() && !p.initials.given()) {
            const auto value = words_at(c);
            const auto bracket = value.find('(');
            const auto plain = std::string(trim(std::string_view(value).substr(0, bracket)));
            if (is_initials(plain)) {
                p.initials = stated(plain_initials(plain), join(c).source(0, plain.size()), "people-table");
                if (p.initials.value != plain) {
                    say("homoglyph", severity::note, c, fmt::format("the initials of {} are in letters of another alphabet that look like '{}'", *p.name.value, *p.initials.value));
                    p.initials.basis = basis::derived;
                    p.initials.rule = "homoglyph";
                }
                known.initials.insert(fold(*p.initials.value));
                leaves.paint(c, leaf::kind_type::value, p.id + ".initials");
            }
            if (bracket != value.npos) {
                p.part.value = true;
                p.part.spans = join(c).source(bracket, value.size());
            }
        }
        take(p.role, column::role, ".role");
        take(p.organisation, column::organisation, ".organisation");
    }
    return i;
}

std::size_t parser::read_attendance(std::size_t from) {
    const auto& first = laid.blocks[from];
    if (first.kind != laid_block::kind_type::line) return from;
    auto j = join(first.text);
    std::size_t lead = 0;
    const auto number = number_at(j.text(), words);
    if (number && number->marked) return from;  // "1. Apologies": an item
    const auto l = label_at(std::string_view(j.text()).substr(lead), words);
    if (!l) return from;
    auto how = attendance_of(l->kinds);
    if (!how) return from;
    const auto rest = std::string_view(j.text()).substr(l->rest);
    const bool colon = std::string_view(j.text()).substr(l->end, l->rest - l->end).find_first_of(":-\t") != std::string_view::npos;
    const spans label_where = j.source(l->begin, l->end);
    const auto is_list = [&] {
        const auto people = match_people(rest, words);
        return !people.empty() && people.front().weight >= 1;
    };
    if (!l->whole && !colon && !(is_list() || says_nobody(rest, words))) return from;
    if (l->whole && l->is(label::present) && !colon && words_in(j.text()).size() > 4) return from;
    leaves.paint(first.text, leaf::kind_type::prose);
    leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
    bool any = false;
    if (!l->whole && !says_nobody(rest, words)) any = read_people(j.source(l->rest, j.text().size()), *how, label_where);
    const bool one_line = !l->whole && any && *how == attendance::apologies && !std::string_view(j.text()).ends_with(",");

    std::size_t i = from + 1;
    int misses = 0;
    for (; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture) {
            leaves.paint(b.text, leaf::kind_type::furniture);
            continue;
        }
        if (b.kind == laid_block::kind_type::header && laid.tables[b.table].people) {
            i = read_people_table(i);
            return i;
        }
        if (b.kind != laid_block::kind_type::line) break;
        // An entry cut by its line's end: "Jane Smith, Head of" / "Housing".
        spans entry = b.text;
        while (i + 1 < laid.blocks.size() && breaks_off(words_at(entry), words) && laid.blocks[i + 1].kind == laid_block::kind_type::line && laid.blocks[i + 1].blank_before == 0) {
            ++i;
            entry.insert(entry.end(), laid.blocks[i].text.begin(), laid.blocks[i].text.end());
        }
        const auto line = join(entry);
        if (read_footnote(line)) continue;
        const auto next_label = label_at(line.text(), words);
        if (next_label && next_label->marked) break;  // another list, or another part of the document
        if (one_line && b.blank_before > 0) break;
        const auto n = number_at(line.text(), words);
        if (n && n->marked && label_at(std::string_view(line.text()).substr(n->rest), words)) break;
        bool verb = false;
        const auto all = words_in(line.text());
        for (const auto& w : all) {
            if (w.before == '(') break;  // "(arrived 5pm)" makes no sentence
            verb |= !w.capital && words.has(word_list::verbs, w.folded);
        }
        const auto people = match_roster(line.text(), words);
        const bool one = people.size() == 1;
        const int weight = people.empty() ? 0 : people.front().person.weight;
        if (!people.empty() && !(one && (verb && all.size() > 9)) && !(one && n && n->marked && b.blank_before > 0 && weight < 4)) {
            leaves.paint(entry, leaf::kind_type::prose);
            for (const auto& e : people) add_person(line, e.person, e.said.value_or(*how), label_where);
        } else {
            if (b.blank_before > 0 || verb || all.size() > 12 || ++misses > 1) break;
            leaves.paint(b.text, leaf::kind_type::prose);  // "and 3 members of the public"
            continue;
        }
        misses = 0;
    }
    return i;
}

}  // namespace minutes
