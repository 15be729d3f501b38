// SPDX-License-Identifier: Apache-2.0
#include "roster_entry.hpp"

#include <algorithm>
#include <string>

#include "initials.hpp"
#include "label.hpp"
#include "marks.hpp"
#include "owner.hpp"
#include "person_name.hpp"
#include "pronouns.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

struct entry_reader {
    std::string_view text;
    const lexicon& words;

    std::string_view in(span s) const { return text.substr(s.begin, s.size()); }

    /// "Ferrars – Here", "Lee (apologies)": the status behind the last dash or in the last brackets.
    void take_status(span& p, std::optional<attendance>& said) const {
        const auto t = in(p);
        // "Ann Bell ✅"
        if (const auto blank = t.rfind(' '); blank != t.npos && blank + 1 < t.size() && static_cast<unsigned char>(t[blank + 1]) >= 0x80 && words_in(t.substr(blank), 1).empty()) {
            if (const auto how = attendance_said(t.substr(blank), words)) {
                said = how;
                p = trimmed_in(text, p.begin, p.begin + blank);
                return;
            }
        }
        for (const std::string_view dash : {" - ", "- ", " -", " \u2013 ", " \u2014 ", ": ", "...", "\u2026", "___", "   ", "\t", "(", ", "}) {
            const auto cut_at = last_mark(t, dash);
            if (cut_at == t.npos || cut_at == 0) continue;
            const auto words_said = trim(t.substr(cut_at + dash.size()));
            if (is_initials(words_said) && words_said.size() > 1 && forms_initials(words_said, head_of_piece(t.substr(0, cut_at), words))) continue;  // "Ann Bell   AB"
            const bool in_brackets = dash == "(" || std::count(t.begin(), t.begin() + static_cast<std::ptrdiff_t>(cut_at), '(') > std::count(t.begin(), t.begin() + static_cast<std::ptrdiff_t>(cut_at), ')');
            if (words_said.size() < 2 || ((in_brackets || dash == ", ") && words_said.size() < 4)) continue;  // "(S)", "(Chair - AB)": initials
            if (const auto how = attendance_said(words_said, words); how && !(dash == ", " && *how == attendance::present)) {  // "Ann Bell, Zoom": her body
                said = how;
                p.end = static_cast<std::uint32_t>(p.begin + cut_at);
                while (p.end > p.begin && std::string_view(" -._").find(text[p.end - 1]) != std::string_view::npos) --p.end;
                return;
            }
        }
    }

    /// "Tim" of "Tim Moran"
    static bool is_word_of(std::string_view t, std::string_view name) {
        const auto own = words_in(t, 2), all = words_in(name);
        return own.size() == 1 && std::any_of(all.begin(), all.end(), [&](const word& w) { return w.folded == own[0].folded; });
    }

    static bool are_initials(std::string_view letters, std::string_view name) {
        if (letters.size() > 2 && is_word_of(letters, name)) return false;  // "Tim Moran (Tim)"
        std::string plain;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            if (letters.substr(i).starts_with("\u2019")) i += 2;  // "DO\u2019C"
            else if (std::string_view(" -.'").find(letters[i]) == std::string_view::npos) plain += letters[i];  // "T O-B"
        }
        if (plain.size() == letters.size() ? forms_initials(letters, name) : letters.size() < 7 && forms_initials(plain, name)) return true;
        if (is_initials(letters) && recalls_name(letters, name)) return true;
        // "Ames (NA)": of a lone surname
        if (words_in(name).size() == 1 && (letters.size() == 2 || letters.size() == 3) && is_initials(letters) && letters.back() == name.front() && letters.find_first_of("abcdefghijklmnopqrstuvwxyz") == letters.npos) return true;
        // "Sal (S)", "Petra (PeV)": of a lone forename
        return words_in(name).size() == 1 && !letters.empty() && letters.size() <= 3 && name.starts_with(letters.substr(0, 1)) && starts_upper(letters) && starts_upper(letters.substr(letters.size() - 1));
    }

    /// "(Chair - AB)", "(AB: Clerk)": initials and a role in the brackets of one person; whether both stand there.
    bool take_initials_beside_role(person_finding& f, std::string_view inner) const {
        for (const std::string_view mark : {" - ", " \u2013 ", ": ", ", ", "/"}) {
            const auto cut = inner.find(mark);
            if (cut == inner.npos || cut == 0 || inner.find(mark, cut + 1) != inner.npos) continue;
            const auto begin = static_cast<std::size_t>(inner.data() - text.data());
            const span first = trimmed_in(text, begin, begin + cut), second = trimmed_in(text, begin + cut + mark.size(), begin + inner.size());
            if (is_initials(in(first)) && is_initials(in(second))) continue;  // "(AB/CD)"
            const bool ahead = is_initials(in(first)) && forms_initials(in(first), in(f.name));
            if (!ahead && !(is_initials(in(second)) && forms_initials(in(second), in(f.name)))) continue;
            f.initials = ahead ? first : second;
            f.role = ahead ? second : first;
            if (!f.organisation.empty() && f.organisation.end > begin) f.organisation = {};
            return true;
        }
        return false;
    }

    /// "(BHar)" behind Bea Harmon's name is his initials, whatever their case.
    void find_initials(person_finding& f, span p) const {
        if (!f.initials.empty() || f.name.empty()) return;
        constexpr std::size_t longest = 40;  // bytes of a bracket with initials
        const auto t = in(p);
        for (std::size_t open = t.find('('); open != t.npos; open = t.find('(', open + 1)) {
            const auto length = t.substr(open, longest).find(')');
            if (length == t.npos) continue;
            const auto close = open + length;
            const auto inner = trim(t.substr(open + 1, close - open - 1));
            if (take_initials_beside_role(f, inner)) return;
            if (!are_initials(inner, in(f.name))) continue;
            const auto begin = static_cast<std::size_t>(inner.data() - text.data());
            f.initials = at(begin, begin + inner.size());
            for (span* s : {&f.role, &f.organisation})
                if (!s->empty() && s->begin <= f.initials.end && f.initials.begin <= s->end) {
                    auto end = static_cast<std::uint32_t>(p.begin + open);  // what stands before the brackets stays
                    while (end > s->begin && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
                    *s = end > s->begin ? span{s->begin, end} : span{};
                }
            return;
        }
    }

    /// "@handle" behind a name is no role, nor is "for Tom Ash", "by phone" or "due to illness".
    void drop_handles(person_finding& f) const {
        for (span* s : {&f.role, &f.organisation}) {
            if (is_word_of(in(*s), in(f.name))) *s = {};  // "Tim Moran (Tim)"
            const auto first = words_in(in(*s).substr(0, 24), words);
            if (!first.empty() && !first[0].capital && words.has_any({list::function_words, list::reason_words, list::apology_words}, first[0])) *s = {};
            if (const auto own = words_in(in(*s), words); !own.empty() && std::all_of(own.begin(), own.end(), [&](const word& w) { return w.upper && words.has(list::post_nominals, w); }) && own[0].folded.size() > 1 && text[s->begin - 1] != '(') *s = {};  // "Ann Bell, OBE"
            while (!s->empty() && (text[s->begin] == '/' || text[s->begin] == ' ')) ++s->begin;
            if (s->empty() || text[s->begin] != '@') continue;
            const auto end = in(*s).find(' ');
            *s = end == std::string_view::npos ? span{} : span{static_cast<std::uint32_t>(s->begin + end + 1), s->end};
            if (s->size() > 2 && text[s->begin] == '(' && text[s->end - 1] == ')') *s = {s->begin + 1, s->end - 1};
        }
    }

    /// A name that the person's grammar does not know: the words up to its bracket or dash.
    person_finding plain_name(span p) const {
        person_finding f;
        f.all = p;
        const auto head = head_of_piece(in(p), words);
        f.name = at(p.begin, p.begin + head.size());
        if (const auto comma = head.find(", "); comma != head.npos) f.name.end = static_cast<std::uint32_t>(p.begin + comma);
        f.weight = 1;
        const auto open = in(p).find('(');
        const auto close = open == std::string_view::npos ? open : in(p).find(')', open);
        if (open != std::string_view::npos && close != std::string_view::npos && close > open + 1) {
            const auto inner = at(p.begin + open + 1, p.begin + close);
            if (is_initials(in(inner)) && in(inner).size() > 1 && are_initials(in(inner), in(f.name))) f.initials = inner;
            else if (is_part_mark(in(inner), words)) f.part = inner;
            else split_role(text, inner, words, f);
        }
        return f;
    }

    /// "Larry Sands, Jr.", "Ann Bell AB": what stands behind the surname and belongs to the name, and what does not.
    void take_suffix(person_finding& f, span p) const {
        const span head = at(p.begin, p.begin + head_of_piece(in(p), words).size());
        const auto all = words_in(in(head), words);
        if (has_own_initials(in(head), all)) {
            f.initials = at(head.begin + all.back().begin, head.begin + all.back().end);
            f.name = at(head.begin + all.front().begin, head.begin + all[all.size() - 2].end);
            if (f.role.begin <= f.initials.end) f.role = {};
            return;
        }
        const auto behind = text.substr(f.name.end, p.end - f.name.end);
        const auto next = words_in(behind.substr(0, 16), words, 1);
        if (next.empty() || !words.has(list::name_suffixes, next[0]) || behind.find_first_not_of(", ") != next[0].begin || next[0].begin > 2) return;
        // Without a comma "JR" is somebody's initials, "III" is not.
        if (next[0].upper && behind[0] != ',' && next[0].folded.find_first_not_of("iv") != std::string::npos) return;
        const auto end = f.name.end + next[0].end + (behind.substr(next[0].end).starts_with('.') ? 1 : 0);
        f.name.end = static_cast<std::uint32_t>(end);
        for (span* s : {&f.role, &f.organisation})
            if (!s->empty() && s->begin < f.name.end) *s = trimmed_in(text, f.name.end, std::max(s->end, f.name.end));
    }

    /// "AB = Ann Bell", "AB: Ann Bell", "AB  Ann Bell": initials before the name that they are formed from.
    span take_leading_initials(span& p) const {
        const auto t = in(p);
        auto mark = std::min({first_of(t, "=:\t"), t.find("  "), first_mark(t, " - "), first_mark(t, " \u2013 ")});
        if (mark == t.npos || mark > 6) {  // "AB Ann Bell"
            const auto first = words_in(t, words, 3);
            if (first.size() < 3 || !first[0].upper || first[0].folded.size() < 2 || first[0].begin > 0 || first[0].after || first[1].upper || words.has_any({list::honorifics, list::role_nouns}, first[0])) return {};
            mark = first[0].end;
        }
        if (mark > 6) return {};
        const auto letters = trim(t.substr(0, mark)), rest = t.substr(mark + 1, t.find(" @", mark + 2) - mark - 1);
        if (!is_initials(letters) || !words_in(letters, words, 1)[0].upper || !(forms_initials(letters, head_of_piece(trim(rest), words)) || (letters.size() == 2 && recalls_name(letters, head_of_piece(trim(rest), words))))) return {};
        const auto begin = static_cast<std::size_t>(letters.data() - text.data());
        p = trimmed_in(text, p.begin + std::max(mark + 1, t.find_first_not_of(" \t-\xE2\x80\x93", mark)), p.end);
        return at(begin, begin + letters.size());
    }

    /// "Ann Bell ......... Chair": what stands behind a row of dots, and takes it off the name.
    span take_dotted(span& p) const {
        const auto t = in(p);
        const auto dots = t.find("...");
        if (dots == t.npos || dots == 0) return {};
        const auto behind = t.find_first_not_of(". ", dots);
        const span rest = behind == t.npos ? span{} : trimmed_in(text, p.begin + behind, p.end);
        p = trimmed_in(text, p.begin, p.begin + dots);
        return rest;
    }

    /// "Ann Bell-Clerk (AB)": the office that a hyphen joins to the name, and takes it off the name with all behind it.
    span take_joined_office(span& p) const {
        const auto head = head_of_piece(in(p), words);
        const auto behind = in(p).substr(head.size());
        if (head.empty() || behind.size() < 2 || behind[0] != '-' || behind[1] == ' ' || behind[1] == '-') return {};
        const span office = trimmed_in(text, p.begin + head.size(), p.begin + head.size() + std::min(behind.find_first_of("(["), behind.size()));
        p = trimmed_in(text, p.begin, p.begin + head.size());
        return office;
    }

    /// The office in the first bytes of an entry, without its article and mark: "Clerk" of "the Clerk, Mrs B Rowe"; empty when they name none.
    span office_before(span p, std::size_t bytes) const {
        const auto all = words_in(in(p).substr(0, bytes), words);
        if (all.empty() || !words.has(list::role_nouns, all.back())) return {};
        const std::size_t first = all.size() > 1 && words.has(list::articles, all[0]) ? 1 : 0;
        return at(p.begin + all[first].begin, p.begin + all.back().end);
    }

    /// "[AB] Ann Bell": what the brackets before the name hold.
    span opening_bracket(span p) const {
        return length_of_opening_bracket(in(p), words) == 0 ? span{} : trimmed_in(text, p.begin + 1, p.begin + in(p).find_first_of(")]"));
    }

    /// "BELL, Ann": a family name in capitals before the forename.
    void take_family_name(person_finding& f, span p) const {
        const auto t = in(p);
        const auto comma = t.find(", ");
        if (comma == t.npos || comma < 2) return;
        const auto family = words_in(t.substr(0, comma), words, 4), own = words_in(t.substr(comma), words, 2);
        if (own.empty() || !words.has(list::given_names, own[0]) || !own[0].capital || own[0].upper) return;
        // "Bell, Ann; Ash, Tom": nothing else stands there.
        const bool only = text.find(';') != text.npos && family.size() == 1 && family[0].capital && !words.has_any({list::given_names, list::role_nouns}, family[0]) && t.substr(comma).size() == own[0].end && family[0].folded.size() > 1;
        const bool capitals = only || std::all_of(family.begin(), family.end(), [&](const word& w) { return w.upper && w.folded.size() > 1 && !words.has(list::role_nouns, w); });
        if (family.size() > 3 || !capitals) return;
        f.name = at(p.begin, p.begin + comma + own[0].end);
        if (!f.role.empty() && f.role.begin < f.name.end) f.role = {};
        if (!f.organisation.empty() && f.organisation.begin < f.name.end) f.organisation = {};
    }

    roster_entry read_plain(span p, std::optional<attendance> said) const {
        roster_entry e;
        e.said = said;
        take_status(p, e.said);
        e.person = plain_name(p);
        e.strength = 1;
        return e;
    }

    std::optional<roster_entry> read(span p, std::optional<attendance> said) const {
        roster_entry e;
        e.said = said;
        take_status(p, e.said);
        if (p.empty()) return {};
        span bracket = opening_bracket(p);
        if (const auto how = bracket.empty() ? std::nullopt : attendance_said(in(bracket), words); how && !is_initials(in(bracket))) {  // "(excused) Ann Bell"
            e.said = how;
            bracket = {};
        }
        span initials = take_leading_initials(p);
        const span name = from_name(in(p), words);
        const span office = office_before(p, name.begin);
        if (const auto ahead = trimmed_in(text, p.begin, p.begin + name.begin - (name.begin > 0 && text[p.begin + name.begin - 1] == '(' ? 1 : 0)); initials.empty() && !ahead.empty() && is_initials(in(ahead)) && forms_initials(in(ahead), in(p).substr(name.begin, name.size()))) initials = ahead;  // "AB (Ann Bell)"
        p = at(p.begin + name.begin, p.begin + name.end);
        if (initials.empty()) initials = take_leading_initials(p);
        const span told = p;
        span behind_name = take_dotted(p);
        if (behind_name.empty()) behind_name = take_joined_office(p);
        auto lead = length_of_lead(in(p), words);
        // "…, Messrs Dunn and Frost": the honorific of a part of the list
        if (const auto first = words_in(in(p), words); lead == 0 && first.size() > 1 && words.has(list::plural_honorifics, first[0]) && first[1].capital) lead = first[1].begin;
        const span whole = p;
        p.begin += static_cast<std::uint32_t>(lead);
        e.strength = name_strength(first_field(in(p)), words);
        if (lead > 0) e.strength = std::max(e.strength, name_strength(first_field(in(whole)), words));  // "Mme MARAIS Solange", "Commissioner Bell"
        if (e.strength == 0 && (e.strength = strength_of_head(in(p), words)) == 0) return {};
        if (!initials.empty()) e.strength = 3;  // formed from the name
        // Ann Bell "Skip"
        if (const auto quote = in(p).find(" \""); quote != std::string_view::npos && in(p).ends_with('"') && head_of_piece(in(p), words).size() == quote) p.end = static_cast<std::uint32_t>(p.begin + quote);
        auto f = match_person(in(p), words);
        if (f) shift(*f, p.begin);
        const bool poor = !f || f->name.empty() || f->weight < 1 || in(f->name).size() < shortest_name(p) || in(f->name).find_first_of("([") != std::string_view::npos;
        e.person = poor ? plain_name(p) : *f;
        if (poor && lead > 0) e.person.name.end = std::max(p.begin, std::min<std::uint32_t>(e.person.name.end, static_cast<std::uint32_t>(whole.begin + head_of_piece(in(whole), words).size())));  // "Mayor Bell presiding"
        if (e.person.name.empty()) return {};
        e.person.all = whole;
        const auto lead_words = words_in(in(whole).substr(0, lead), words);
        const bool role = std::any_of(lead_words.begin(), lead_words.end(), [&](const word& w) { return words.has(list::honorifics, w) ? w.upper && !words.has_any({list::male_titles, list::female_titles, list::plural_honorifics}, w) : words.has(list::role_nouns, w); });
        const std::size_t article = lead_words.size() > 1 && words.has(list::articles, lead_words[0]) ? lead_words[1].begin : 0;
        if (role && e.person.role.empty()) e.person.role = trimmed_in(text, whole.begin + article, p.begin);
        if (e.person.role.empty()) e.person.role = behind_name;
        if (e.person.role.empty() && e.person.organisation.empty()) e.person.role = office;
        if (!initials.empty()) e.person.initials = initials;
        if (!bracket.empty() && e.person.initials.empty() && are_initials(in(bracket), in(e.person.name))) e.person.initials = bracket;
        else if (!bracket.empty() && e.person.organisation.empty() && in(bracket).size() > 1) e.person.organisation = bracket;
        take_family_name(e.person, p);
        take_suffix(e.person, p);
        find_initials(e.person, told);
        take_call_sign(e.person, told);
        drop_handles(e.person);
        find_part(e.person, p);
        return e;
    }

    /// "Ann Bell who left at 8pm", "Tom Ash until item 4": small words behind the name that say for which part she was there.
    void find_part(person_finding& f, span p) const {
        if (!f.part.empty() || f.name.end >= p.end) return;
        const auto tail = text.substr(f.name.end, p.end - f.name.end);
        const auto all = words_in(tail, words, 2);
        if (all.empty() || all[0].capital || all[0].digits || all[0].before || tail.find_first_not_of(' ') != all[0].begin) return;
        const std::size_t first = all.size() > 1 && words.has(list::reason_words, all[0]) ? all[1].begin : all[0].begin;
        if (is_part_mark(tail.substr(first), words)) f.part = at(f.name.end + first, p.end);
    }

    /// "Tom K9ABC": the call sign belongs to a lone forename; behind a whole name it is no role.
    void take_call_sign(person_finding& f, span p) const {
        const auto behind = words_in(text.substr(f.name.end, p.end - f.name.end), words, 1);
        if (behind.empty() || !is_call_sign(text.substr(f.name.end + behind[0].begin, behind[0].end - behind[0].begin)) || text.substr(f.name.end, behind[0].begin).find_first_not_of(' ') != std::string_view::npos) return;
        const auto end = static_cast<std::uint32_t>(f.name.end + behind[0].end);
        for (span* s : {&f.role, &f.organisation})
            if (s->begin < end) *s = {};
        if (words_in(in(f.name), words, 2).size() == 1) f.name.end = end;
    }

    /// The words before the first comma or gap.
    static std::string_view first_field(std::string_view t) { return t.substr(0, std::min({t.find(','), t.find('\t'), t.find("   "), t.find('|'), t.find(';'), t.size()})); }

    /// A piece that looks like a name as a whole is one as a whole: no "Ana Ruiz" out of "Ana Ruiz Salcedo Vidal".
    std::size_t shortest_name(span p) const {
        const auto field = head_of_piece(first_field(in(p)), words);
        auto all = words_in(field, words);
        while (!all.empty() && words.has(list::post_nominals, all.back()) && all.back().upper) all.pop_back();
        return all.empty() || name_strength(field, words) < 2 ? 0 : all.back().end - all.front().begin;
    }
};

}  // namespace

void shift(person_finding& f, std::uint32_t by) {
    for (span* s : {&f.all, &f.name, &f.initials, &f.role, &f.organisation, &f.part, &f.substitute, &f.family})
        if (!s->empty()) *s = {s->begin + by, s->end + by};
}

std::optional<attendance> attendance_said(std::string_view text, const lexicon& words) {
    std::string plain;
    for (const auto& w : words_in(text)) plain += (plain.empty() ? "" : " ") + w.folded;
    if (plain.empty()) plain = trim(text);  // a tick
    if (words.has(list::here_words, plain)) return attendance::present;
    if (words.has(list::away_words, plain)) return words.is_label(plain, label::apologies) ? attendance::apologies : attendance::absent;
    return {};
}

std::optional<roster_entry> plain_roster_entry(std::string_view text, span piece, std::optional<attendance> said, const lexicon& words) { return entry_reader{text, words}.read_plain(piece, said); }

std::optional<roster_entry> match_roster_entry(std::string_view text, span piece, std::optional<attendance> said, const lexicon& words) { return entry_reader{text, words}.read(piece, said); }

void describe_entry(std::string_view text, span piece, span rest, const lexicon& words, roster_entry& entry) {
    const entry_reader r{text, words};
    span told = piece;
    r.take_status(told, entry.said);
    rest.end = std::max(rest.begin, std::min(rest.end, told.end));
    r.find_initials(entry.person, piece);
    const auto t = r.in(rest);
    if (t.size() > 2 && t.front() == '(' && t.find(')') == t.size() - 1) rest = at(rest.begin + 1, rest.end - 1);
    if (!rest.empty() && !(entry.person.initials.begin >= rest.begin && entry.person.initials.end <= rest.end && !entry.person.initials.empty())) split_role(text, rest, words, entry.person);
}

void find_bracketed_initials(std::string_view text, span piece, const lexicon& words, person_finding& person) { entry_reader{text, words}.find_initials(person, piece); }

}  // namespace minutes
