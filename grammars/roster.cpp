// SPDX-License-Identifier: Apache-2.0
#include "roster.hpp"

#include <algorithm>
#include <string>

#include "answered_once.hpp"
#include "attendance_box.hpp"
#include "person_name.hpp"
#include "roster_entry.hpp"
#include "roster_pieces.hpp"
#include "roster_reader.hpp"

namespace minutes {

namespace {

using list = word_list;
using pieces = std::vector<roster_piece>;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

constexpr std::size_t longest_list = 200;  // pieces: the company of each is looked at only in lists that people write

/// Whether a bullet or a box may begin with this byte.
bool may_be_mark(char c) { return c == '-' || c == '*' || c == '+' || c == 'o' || c == '[' || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

bool roster_reader::is_whole_name(span p) const {
    const auto own = words_in(head_of_piece(in(p), words), words, 4);
    if (own.size() < 2 || !own[0].capital || own[0].upper || !own.back().capital) return false;
    return own.back().folded.size() == 1 || (own.size() == 2 && words.has(list::given_names, own[0])) || length_of_lead(in(p), words) > 0;
}

bool roster_reader::describes(span p) const {
    const auto head = head_of_piece(in(p), words);
    const auto behind = trim(in(p).substr(head.size()));
    return !behind.empty() && !is_call_sign(behind) && behind[0] != '(' && behind[0] != '[' && behind[0] != '*' && name_strength(head, words) >= 2;
}

bool roster_reader::goes_on_behind_name(span p) const {
    constexpr std::size_t longest_letters = 5;
    const auto t = in(p);
    const auto all = words_in(t, words);
    const auto before_bracket = words_in(t.substr(0, t.find('(')), words);
    for (std::size_t n = 2; n < all.size() && n <= longest_name; ++n) {
        const bool initial = all[n - 1].folded.size() == 1 && all[n - 1].after == '.';  // "Mr J. Bell Roads Engineer"
        if ((all[n - 1].after && !initial) || !all[n - 1].capital) return false;
        const bool office = words.has(list::role_nouns, all[n]) && all[n].capital && words.has(list::role_nouns, all.back());
        const bool more = !all[n].capital && !words.has_any({list::particles, list::role_nouns}, all[n]);
        // "Mr A Bell Roads Engineer", "Cllr J Ash Hill County Council"
        const bool field = words.has(list::honorifics, all[0]) && !words.has(list::given_names, all[0]) && all[n].capital && !before_bracket.empty() && words.has_any({list::role_nouns, list::body_nouns}, before_bracket.back()) && n > 2;
        const bool letters = n + 1 == all.size() && all[n].upper && all[n].folded.size() > 1 && all[n].folded.size() <= longest_letters;  // "Ann Bell KPMG"
        if ((office || more || letters || field) && name_strength(t.substr(all[0].begin, all[n - 1].end - all[0].begin), words) == 3) return true;
    }
    return false;
}

bool roster_reader::is_forename(span p) const {
    const auto own = words_in(in(p), words, 2);
    return own.size() == 1 && own[0].capital && words.has(list::given_names, own[0]);
}

bool roster_reader::is_plain_name(const pieces& all, std::size_t i) const {
    if (all.size() > longest_list) return false;
    const auto own = words_in(head_of_piece(in(all[i].where), words), words, 2);
    if (own.size() != 1 || !own[0].capital || !words.has(list::surname_roles, own[0])) return false;
    const auto lone = std::count_if(all.begin(), all.end(), [&](const roster_piece& p) { return strength(p.where) == 1; });
    return (shared_title && !words.has(list::role_nouns, own[0])) || (lone >= 2 && lone * 2 >= static_cast<std::ptrdiff_t>(all.size()));
}

bool roster_reader::is_titled_couple(const pieces& all, std::size_t i) const {
    if (i + 1 >= all.size() || all[i + 1].mark != '&') return false;
    const auto own = words_in(in(all[i].where), words, 2), next = words_in(head_of_piece(in(all[i + 1].where), words), words, 4);
    const auto titled = [&](const word& w) { return w.capital && words.has(list::honorifics, w) && !words.has_any({list::given_names, list::role_nouns}, w); };
    return own.size() == 1 && titled(own[0]) && next.size() > 1 && titled(next[0]) && next[1].capital;
}

bool roster_reader::is_couple(const pieces& all, std::size_t i) const {
    if (all.size() <= longest_list && is_titled_couple(all, i)) return true;
    const auto lone = [&](std::size_t k) {
        const auto own = words_in(in(all[k].where), words, 2);
        return own.size() == 1 && own[0].capital && (own[0].folded.size() == 1 || (!own[0].upper && words.has(list::given_names, own[0])));
    };
    const auto joined = [&](std::size_t k) {
        if (k + 1 >= all.size() || all[k + 1].mark != '&' || all[k].mark == '&' || !lone(k)) return false;
        const auto next = words_in(head_of_piece(in(all[k + 1].where), words), words, 3);
        if (words_in(in(all[k].where), words, 1)[0].folded.size() == 1) return next.size() == 2 && next[0].capital && next[0].folded.size() == 1 && next[1].capital && next[1].folded.size() > 2;  // "M and P Wills"
        return next.size() == 2 && next[0].capital && next[1].capital && next[1].folded.size() > 2 && !words.has(list::given_names, next[1]) && next[0].folded.size() > 1 && !next[0].after && name_strength(head_of_piece(in(all[k + 1].where), words), words) >= 2;
    };
    if (all.size() > longest_list || !joined(i)) return false;
    for (std::size_t k = 0; k < all.size(); ++k)
        if (lone(k) && !joined(k)) return false;
    return true;
}

bool roster_reader::likely_follow_sure(const std::vector<int>& s) {
    std::size_t follow = 0, sure = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
        sure += s[i] == 3;
        if (s[i] != 2) continue;
        if (i == 0 || s[i - 1] != 3 || (i + 1 < s.size() && s[i + 1] == 2)) return false;
        ++follow;
    }
    return follow > 0 && follow * 10 >= sure * 7;
}

bool roster_reader::entry_has_role(const pieces& all, const std::vector<int>& s, std::size_t i) {
    return all[i - 1].mark != ';' && s[i - 1] == 0;
}

bool roster_reader::names_nobody() const {
    const auto all = words_in(text, words, 3);
    return all.size() > 1 && words.has(list::nil_openers, all[0]) && !words.has(list::given_names, all[0]) && !words.has(list::joining_words, all[1]) && all[0].folded.size() > 2 && !all[0].after && !all[0].upper;
}

std::vector<roster_entry> roster_reader::parted(const pieces& all, std::optional<attendance> said) const {
    std::vector<roster_entry> out;
    const auto start = starts_of(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!start[i]) continue;
        std::size_t k = i + 1;
        while (k < all.size() && !start[k] && all[k].mark != ';' && all[k].mark != '.' && !says_crowd(in(all[k].where), words)) ++k;
        span entry = at(all[i].where.begin, all[k - 1].where.end);
        std::optional<attendance> own = said;
        if (const auto letter = lettered ? letter_of(entry) : std::nullopt) {
            own = letter;
            entry.end = static_cast<std::uint32_t>(entry.begin + in(entry).rfind('('));
        }
        const bool couple = is_couple(all, i);
        auto e = is_plain_name(all, i) || (couple && (is_titled_couple(all, i) || in(all[i].where).size() <= 2)) ? plain_roster_entry(text, entry, own, words) : match_roster_entry(text, entry, own, words);
        // "Mrs Tom Rowe" of "Mr and Mrs Tom Rowe": the forename is the first one's.
        if (e && i > 0 && is_titled_couple(all, i - 1))
            if (const auto named = words_in(in(e->person.name), words); named.size() > 2) {
                e->person.family = at(e->person.name.begin + named.back().begin, e->person.name.end);
                e->person.name.end = static_cast<std::uint32_t>(e->person.name.begin + named[0].end);
            }
        if (e && couple) {
            const auto next = words_in(head_of_piece(in(all[i + 1].where), words), words);
            e->person.family = at(all[i + 1].where.begin + next[1].begin, all[i + 1].where.begin + next.back().end);
            e->strength = 3;
        }
        if (e) out.push_back(*e);
    }
    return out;
}

std::optional<attendance> roster_reader::letter_of(span entry) const {
    constexpr std::size_t bracketed = 3;  // bytes
    const auto t = in(entry);
    if (t.size() <= bracketed || t.back() != ')' || t[t.size() - bracketed] != '(' || t[t.size() - 2] < 'A' || t[t.size() - 2] > 'Z') return {};
    return attendance_said(t.substr(t.size() - 2, 1), words);
}

bool roster_reader::has_letters(const pieces& all) const {
    constexpr std::size_t fewest = 3;
    const auto n = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const roster_piece& p) { return letter_of(p.where).has_value(); }));
    return n >= fewest && n * 3 >= all.size() * 2;
}

bool roster_reader::hides_person(const pieces& all) const {
    return std::any_of(all.begin(), all.end(), [&](const roster_piece& p) {
        const auto t = head_of_piece(in(p.where), words);
        if (p.mark == 0 || name_strength(t, words) > 0) return false;
        const auto w = words_in(t, words);
        for (std::size_t i = 1; i + 1 < w.size(); ++i) {
            const bool leads = words.has(list::given_names, w[i]) || words.has(list::honorifics, w[i]);
            if (leads && w[i].capital && w[i + 1].capital && !w[i - 1].after && !words.has(list::function_words, w[i - 1]) && name_strength(t.substr(w[i].begin), words) == 3) return true;
        }
        return false;
    });
}

std::vector<roster_entry> roster_reader::run_together(span s) const {
    auto people = match_people(in(s), words);
    std::erase_if(people, [](const auto& p) { return p.weight < -2; });
    std::vector<roster_entry> out;
    for (auto& p : people) {
        shift(p, s.begin);
        const int strong = name_strength(in(p.name), words);
        out.push_back({p, {}, std::max(strong, 1)});
        find_bracketed_initials(text, p.all, words, out.back().person);
    }
    return out;
}

std::vector<std::size_t> roster_reader::boxes_in_line() const {
    std::vector<std::size_t> out;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (!may_be_mark(text[k]) || (k > 0 && text[k - 1] != ' ' && text[k - 1] != '\n')) continue;
        if (attendance_box_at(text.substr(k))) out.push_back(k);
    }
    const auto lead = out.empty() ? std::string_view{} : trim(text.substr(0, out[0]));
    if (out.size() < 2 || !(lead.empty() || lead.ends_with(':'))) out.clear();
    return out;
}

std::vector<roster_entry> roster_reader::read_boxed(const std::vector<std::size_t>& begins) {
    std::vector<roster_entry> out;
    shape = roster_shape::one_each;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        std::optional<attendance> said;
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
        const span s = behind_marks(trimmed_in(text, begins[i], end), said);
        for (auto& e : parted(cut(s), said)) out.push_back(std::move(e));
    }
    return out;
}

std::vector<roster_entry> roster_reader::read() {
    if (names_nobody() || says_group_only()) return {};
    if (const auto begins = boxes_in_line(); !begins.empty()) return read_boxed(begins);
    std::optional<attendance> said;
    const span marked = behind_marks(at(0, text.size()), said);
    span s = behind_body(behind_group(behind_lead(marked)));
    if (s.begin > marked.begin && shape == roster_shape::open && names_lone(in(s))) shape = roster_shape::several;  // "Leeds: Ann, Tom"
    if (s.begin > marked.begin && shape == roster_shape::one_each)  // "Councillors: T. Bell, V. Ash"
        if (const auto lead = words_in(text.substr(marked.begin, s.begin - marked.begin), words); !lead.empty() && words.has(list::plural_honorifics, lead.back())) shape = roster_shape::several;
    // "Y Cynghorwyr J. Lee, …": an article before everybody's honorific
    if (const auto first = words_in(in(s), words, 2); first.size() == 2 && words.has(list::articles, first[0]) && words.has(list::plural_honorifics, first[1])) s.begin += static_cast<std::uint32_t>(first[1].begin);
    s = behind_marks(s, said);
    if (const auto first = words_in(in(s), words, 2); first.size() == 2 && first[0].folded == "also" && first[1].capital && strength(at(s.begin + first[1].begin, s.end)) >= 2) s.begin += static_cast<std::uint32_t>(first[1].begin);  // "Also Ann Bell"
    // "Council members Bell, Ash": the body's name before it says nothing of them.
    if (const auto first = words_in(in(s), words, 3); first.size() == 3 && words.has_any({list::body_nouns, list::meeting_nouns}, first[0]) && words.has(list::plural_honorifics, first[1]) && first[2].capital && !first[0].after && !first[1].after) s.begin += static_cast<std::uint32_t>(first[1].begin);
    // "Councillors Ann Bell, …": the honorific is everybody's.
    if (const auto first = words_in(in(s), words); first.size() > 2 && words.has(list::plural_honorifics, first[0]) && first[1].capital && !first[0].after) {
        s.begin += static_cast<std::uint32_t>(first[1].begin);
        if (shape == roster_shape::open || (shape == roster_shape::one_each && first[1].after == ',')) shape = roster_shape::several;
        shared_title = true;
    }
    // "Ann Bell, @abell, Hill Works": the handle says that what stands beside it is hers.
    if (in(s).starts_with('@') && in(s).find(" @") != std::string_view::npos) shape = roster_shape::several;  // "@abell, @tash"
    if (in(s).find(", @") != std::string_view::npos && shape == roster_shape::open) shape = roster_shape::one_each;
    const auto all = cut(s);
    lettered = shape == roster_shape::lettered || has_letters(all);
    if (shape == roster_shape::lettered) shape = roster_shape::one_each;
    if (hides_person(all) && shape != roster_shape::one_each)
        if (auto out = run_together(s); out.size() > 1)
            if (auto apart = parted(all, said); apart.size() <= out.size()) return out;
    auto out = parted(all, said);
    // "Opening of the Meeting:": what ends in a colon is no name of an unknown kind.
    if (trim(text).ends_with(':')) std::erase_if(out, [](const roster_entry& e) { return e.strength < 3; });
    return out;
}

bool roster_reader::is_one_initialled(const pieces& all) const {
    if (all.size() < 2) return false;
    const auto first = match_roster_entry(text, all.front().where, {}, words);
    if (!first || first->person.initials.empty()) return false;
    const bool ahead = first->person.initials.begin < first->person.name.begin;
    return std::all_of(all.begin() + 1, all.end(), [&](const roster_piece& p) { return strength(p.where) < (ahead ? 3 : 2); });
}

bool roster_reader::says_group_only() const {
    const auto colon = text.find("): ");
    return colon != text.npos && text.find('(') < colon && colon < 40 && name_strength(trim(text.substr(0, text.find('('))), words) < 2 && starts_lower(text.substr(colon + 3)) && text.find_first_of(",;") == text.npos;
}

namespace {

std::vector<roster_entry> read_roster(std::string_view text, const lexicon& words, roster_shape shape) {
    return roster_reader{text, words, shape}.read();
}

std::optional<question> question_of(roster_shape shape) {
    switch (shape) {
        case roster_shape::open: return question::roster_open;
        case roster_shape::one_each: return question::roster_one_each;
        case roster_shape::several: return question::roster_several;
        case roster_shape::lettered: return {};  // seldom asked
    }
    return {};
}

}  // namespace

std::vector<roster_entry> match_roster(std::string_view text, const lexicon& words, roster_shape shape) {
    const auto read = [&] { return read_roster(text, words, shape); };
    const auto q = question_of(shape);
    return q ? answered_once(*q, text, words, read) : read();
}

bool lists_lone_names(std::string_view text, const lexicon& words) {
    constexpr std::size_t fewest = 4;
    if (text.find_first_of(".:;") != text.npos) return false;
    const auto pieces = cut_roster(text, words);
    std::size_t known = 0;
    for (const auto& piece : pieces) {
        const auto own = words_in(text.substr(piece.where.begin, piece.where.size()), words);
        if (own.empty() || own.size() > 3 || !std::all_of(own.begin(), own.end(), [](const word& w) { return w.capital && !w.digits; })) return false;
        known += words.has_any({list::given_names, list::honorifics}, own[0]);
    }
    return pieces.size() >= fewest && known * 2 >= pieces.size();
}

roster_shape shape_of_roster(const std::vector<std::string_view>& lines, const lexicon& words) {
    std::size_t single = 0, many = 0, lone = 0, letters = 0, led = 0, initialled = 0;
    for (const auto line : lines) {
        roster_reader r{line, words, roster_shape::open};
        letters += r.letter_of(trimmed_in(line, 0, line.size())).has_value();
        std::optional<attendance> said;
        const span own = r.behind_marks(at(0, line.size()), said), people = r.behind_lead(own);
        led += people.begin > own.begin;
        const auto all = r.cut(people);
        const auto names = std::count_if(all.begin(), all.end(), [&](const auto& p) { return r.strength(p.where) >= 1; });
        const auto sure = std::count_if(all.begin(), all.end(), [&](const auto& p) { return r.strength(p.where) == 3; });
        initialled += r.is_one_initialled(all);
        if (sure >= 3 || names >= 5) ++many;
        else if (sure <= 1 && !all.empty() && r.strength(all[0].where) >= 2) ++single;
        lone += !all.empty() && r.strength(all[0].where) == 1 && (all.size() == 1 || all[1].mark == '/');
    }
    if (initialled >= 2 && initialled * 2 > lines.size()) return roster_shape::one_each;  // "AB – Ann Bell, Hill Works, Norway [HW]"
    if (many > 0) return roster_shape::several;
    if (led >= 2 && led * 2 > lines.size()) return roster_shape::several;  // "Leeds: Ann Bell, Tom Ash"
    constexpr std::size_t fewest = 3;  // lines of a letter or a handle each: "Ann Bell (P)", "* abell"
    if (letters >= fewest && letters * 4 >= lines.size() * 3) return roster_shape::lettered;
    if (lone >= fewest && lone == lines.size()) return roster_shape::one_each;
    return single >= 2 ? roster_shape::one_each : roster_shape::open;
}

}  // namespace minutes
