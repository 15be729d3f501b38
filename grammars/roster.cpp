// SPDX-License-Identifier: Apache-2.0
#include "roster.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "answered_once.hpp"
#include "attendance_label.hpp"
#include "initials.hpp"
#include "label.hpp"
#include "marks.hpp"
#include "owner.hpp"
#include "person_name.hpp"
#include "reference.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using list = word_list;
using pieces = std::vector<roster_piece>;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

void shift(person_finding& f, std::uint32_t by) {
    for (span* s : {&f.all, &f.name, &f.initials, &f.role, &f.organisation, &f.part, &f.substitute})
        if (!s->empty()) *s = {s->begin + by, s->end + by};
}

constexpr std::array<std::string_view, 10> bullets = {"- ", "* ", "+ ", "o ", "\u2022", "\u25CF", "\u25CB", "\u25AA", "\u2013 ", "\u00B7"};
constexpr std::array<std::pair<std::string_view, attendance>, 13> boxes = {{
    {"[x]", attendance::present}, {"[X]", attendance::present}, {"[ ]", attendance::absent}, {"[]", attendance::absent}, {"[-]", attendance::absent}, {"\u2611", attendance::present}, {"\u2610", attendance::absent},
    {"\u2612", attendance::present}, {"\u2713", attendance::present}, {"\u2714", attendance::present}, {"\u2705", attendance::present}, {"\u274C", attendance::absent}, {"\u2717", attendance::absent}}};

/// Whether a bullet or a box may begin with this byte.
bool may_be_mark(char c) { return c == '-' || c == '*' || c == '+' || c == 'o' || c == '[' || static_cast<unsigned char>(c) >= 0x80; }

struct roster_reader {
    std::string_view text;
    const lexicon& words;
    roster_shape shape;
    bool shared_title = false;  // "Councillors" stands before everybody

    std::string_view in(span s) const { return text.substr(s.begin, s.size()); }
    int strength(span s) const { return name_strength(in(s), words); }

    // ── before the people ──

    /// Bullets, boxes and numbers at the head; what a box says of the person behind it.
    span behind_marks(span s, std::optional<attendance>& said) const {
        for (;;) {
            while (!s.empty() && (text[s.begin] == ' ' || text[s.begin] == '\t')) ++s.begin;
            const auto t = in(s);
            const bool mark = !t.empty() && may_be_mark(t[0]);
            const auto bullet = mark ? std::find_if(bullets.begin(), bullets.end(), [&](auto b) { return t.starts_with(b); }) : bullets.end();
            const auto box = mark ? std::find_if(boxes.begin(), boxes.end(), [&](const auto& b) { return t.starts_with(b.first); }) : boxes.end();
            const auto number = number_at(t, words);
            if (bullet != bullets.end()) {
                s.begin += static_cast<std::uint32_t>(bullet->size());
            } else if (box != boxes.end()) {
                said = box->second;
                s.begin += static_cast<std::uint32_t>(box->first.size());
            } else if (number && number->marked && number->rest < t.size() && number->begin < number->end && t[number->begin] >= '0' && t[number->begin] <= '9') {
                s.begin += static_cast<std::uint32_t>(number->rest);
            } else {
                return s;
            }
        }
    }

    /// "Members: Jane Smith, …", "On the phone: …", "The following attended: …": words before a colon that name nobody.
    span behind_lead(span s) const {
        const auto t = in(s);
        const auto colon = t.find(": ");
        if (colon == t.npos || colon + 2 >= t.size()) return s;
        const auto lead = t.substr(0, colon);
        const auto all = words_in(lead, words);
        const bool bracket = lead.find('(') != lead.npos && !(lead.ends_with(')') && strength_of_head(t.substr(colon + 2)) == 3);  // "Vice-President (Welfare):"
        if (is_initials(lead) && forms_initials(lead, head_of_piece(t.substr(colon + 2), words))) return s;  // "AB: Ann Bell"
        if (all.empty() || all.size() > 8 || name_strength(lead, words) >= 2 || lead.find_first_of(",;") != lead.npos || bracket) return s;
        const bool of_people = is_group_head(lead, words) || std::any_of(all.begin(), all.end(), [&](const word& w) {
            return words.has(list::role_nouns, w) || words.has(list::organisation_nouns, w) || words.has(list::attending_words, w) || words.has(list::crowd_words, w);
        });
        if (!of_people && strength_of_head(t.substr(colon + 2)) < 3 && !(all.size() <= 3 && all[0].capital && names_lone(t.substr(colon + 2)))) return s;
        return {static_cast<std::uint32_t>(s.begin + colon + 2), s.end};
    }

    /// "Ann, Tom, Priya": nothing but lone names, one at least a known forename.
    bool names_lone(std::string_view t) const {
        bool known = false;
        for (const auto& piece : cut_roster(t, words)) {
            const auto own = words_in(t.substr(piece.where.begin, piece.where.size()), words, 2);
            if (own.size() != 1 || !own[0].capital || own[0].digits) return false;
            known |= words.has(list::given_names, own[0]);
        }
        return known;
    }

    /// "Harwood Landward - Mr A. Lee, Mrs B. Moss": the body that people are of stands before a dash.
    span behind_body(span s) const {
        const auto t = in(s);
        for (const std::string_view dash : {" - ", " \u2013 "}) {
            const auto at_dash = first_mark(t, dash);
            if (at_dash == t.npos || at_dash > 40) continue;
            const auto lead = t.substr(0, at_dash), rest = t.substr(at_dash + dash.size());
            const auto first = words_in(rest, words, 1);
            const auto own = words_in(lead, words);
            const bool post = !own.empty() && own.size() <= 4 && lead.find_first_of(",;(") == lead.npos && strength_of_head(rest) == 3 && rest.find_first_of(",;") == rest.npos &&
                              std::all_of(own.begin(), own.end(), [&](const word& w) { return w.capital && words.has_any({list::role_nouns, list::body_nouns}, w) && !words.has(list::given_names, w); });
            if (post) return {static_cast<std::uint32_t>(s.begin + at_dash + dash.size()), s.end};  // "Parish Clerk – A Moss"
            if (lead.find_first_of(",;(") != lead.npos || first.empty() || !words.has(list::honorifics, first[0]) || words.has(list::given_names, first[0]) || name_strength(lead, words) == 3 || strength_of_head(rest) < 3) continue;
            return {static_cast<std::uint32_t>(s.begin + at_dash + dash.size()), s.end};
        }
        return s;
    }

    // ── pieces ──

    /// "Ann Bell (Secretary) Tom Ash", "Mr A Lee Mrs B Moss": people without a mark between them.
    std::vector<std::size_t> fused_starts(span s) const {
        const auto t = in(s);
        const auto all = words_in(t, words);
        std::vector<std::size_t> out;
        std::size_t start = 0;
        int depth = 0;
        for (std::size_t i = 1; i < all.size(); ++i) {
            for (std::size_t k = all[i - 1].end; k < all[i].begin; ++k) depth += t[k] == '(' || t[k] == '[' ? 1 : (t[k] == ')' || t[k] == ']') && depth > 0 ? -1 : 0;
            if (depth > 0 || i == start) continue;
            const auto between = t.substr(all[i - 1].end, all[i].begin - all[i - 1].end);
            const auto left = t.substr(all[start].begin, all[i].begin - all[start].begin);
            const auto right = t.substr(all[i].begin);
            if (!begins_person(all, i, left, right, between)) continue;
            out.push_back(all[i].begin);
            start = i;
        }
        return out;
    }

    bool begins_person(words_view all, std::size_t i, std::string_view left, std::string_view right, std::string_view between) const {
        const word& w = all[i];
        if (!w.capital) return false;
        const int before = name_strength(trim_end(left), words);
        const bool closed = between.find(')') != between.npos || between.find('*') != between.npos;
        // Behind "Chair (AP)" only a sure name starts another entry.
        if (closed && between.find('-') == between.npos && between.find("\u2013") == between.npos && strength_of_head(right) >= (before >= 2 ? 2 : 3)) return true;
        if (before < 2) return false;
        if (!closed && between.find_first_not_of(" \n.") != between.npos) return false;
        if (!all[i - 1].capital && words.has(list::function_words, all[i - 1])) return false;  // "for Tom Ash"
        const bool previous_title = words.has(list::honorifics, all[i - 1]);
        if (words.has(list::honorifics, w) && !words.has(list::given_names, w) && !previous_title && i + 1 < all.size() && all[i + 1].capital) return true;
        if (i + 1 >= all.size() || !all[i + 1].capital || between.find('.') != between.npos) return false;
        // "Ines Okoro Tom Ash": two names of two words
        const auto own = words_in(left, words);
        return own.size() >= 2 && words.has(list::given_names, w) && words.has(list::given_names, own[0]) && !words.has(list::given_names, own.back()) && !words.has(list::particles, own.back()) &&
               own.back().folded.size() > 1 && strength_of_head(right) >= 3;
    }

    static std::string_view trim_end(std::string_view t) {
        while (!t.empty() && (t.back() == ' ' || t.back() == '(' || t.back() == '[')) t.remove_suffix(1);
        return t;
    }

    /// How name-like the first two or three words are.
    int strength_of_head(std::string_view t) const {
        const auto all = words_in(head_of_piece(t, words), words);
        int best = 0;
        for (std::size_t n = 1; n <= std::min<std::size_t>(all.size(), 4); ++n) {
            const int own = name_strength(t.substr(0, all[n - 1].end), words);
            if (own > (n == 1 ? 2 : 1)) best = std::max(best, own);  // a lone word is no name when others stand behind it
        }
        return best;
    }

    pieces cut(span s) const {
        pieces out;
        for (auto p : cut_roster(in(s), words)) {
            p.where = at(p.where.begin + s.begin, p.where.end + s.begin);
            auto starts = fused_starts(p.where);
            if (in(p.where).starts_with('@'))  // "@abell @tash"
                for (auto blank = in(p.where).find(" @"); blank != std::string_view::npos; blank = in(p.where).find(" @", blank + 1)) starts.push_back(blank + 1);
            std::sort(starts.begin(), starts.end());
            std::uint32_t from = p.where.begin;
            char mark = p.mark;
            for (const auto start : starts) {
                const auto border = static_cast<std::uint32_t>(p.where.begin + start);
                out.push_back({at(from, border), mark});
                from = border;
                mark = '+';
            }
            out.push_back({at(from, p.where.end), mark});
        }
        return join_roles(part_at_strokes(out));
    }

    /// "Ann Bell/Tom Ash", "Bell/Ash/Lee": strokes that part names and nothing else; "Clerk/Treasurer" names nobody.
    pieces part_at_strokes(const pieces& all) const {
        pieces out;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto t = in(all[i].where);
            const auto open = std::min(t.find('('), t.size());
            if (t.substr(0, open).find('/') == t.npos || t.find(':') != t.npos) {
                out.push_back(all[i]);
                continue;
            }
            pieces parts;
            int weakest = 3;
            for (std::size_t from = 0; from <= t.size();) {
                auto to = t.find('/', from);
                if (to > open) to = t.size();  // "Ann Bell/Tom Ash (Clerk/Treasurer)"
                parts.push_back({at(all[i].where.begin + from, all[i].where.begin + to), parts.empty() ? all[i].mark : ';'});
                const auto part = t.substr(from, to - from);
                weakest = std::min(weakest, starts_upper(part) ? name_strength(part, words) : 0);
                from = to + 1;
            }
            // Lone words are names only where the whole line is so written.
            const bool names = weakest == 3 || (weakest == 2 && i == 0) || (weakest == 1 && all.size() == 1);
            if (names) out.insert(out.end(), parts.begin(), parts.end());
            else out.push_back(all[i]);
        }
        return out;
    }

    /// "Waste and Recycling": an "and" between words that are no people parts nothing.
    pieces join_roles(const pieces& all) const {
        pieces out;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool and_before = all[i].mark == '&' && !out.empty();
            if (and_before && !says_crowd(in(all[i].where), words)) {
                const int here = strength(all[i].where), before = strength(out.back().where);
                if (here == 0 && before >= 2 && starts_lower(in(all[i].where))) return out;  // "… and from the two schools"
                const bool lone = here == 1 && (before == 1 || (before >= 2 && all.size() > 2));
                if (here < 2 && !lone) {
                    out.back().where.end = all[i].where.end;
                    continue;
                }
            }
            out.push_back(all[i]);
        }
        return out;
    }

    // ── which pieces start a person ──

    std::vector<bool> starts_of(const pieces& all) const {
        const std::size_t n = all.size();
        std::vector<int> s(n);
        std::size_t sure = 0, names = 0, lone = 0, roles = 0;
        for (std::size_t i = 0; i < n; ++i) {
            s[i] = says_crowd(in(all[i].where), words) ? -1 : strength(all[i].where);
            // "Tom Ash Support Officer": a role behind the name without a mark
            if (s[i] == 0 && (i == 0 || all[i].mark == ';' || all[i].mark == '+' || all[i].mark == '.')) s[i] = strength_of_head(in(all[i].where));
            if (const auto own = words_in(in(all[i].where), words, 2); i > 0 && own.size() == 1 && words.has(list::post_nominals, own[0])) s[i] = 0;  // "Larry Sands, Jr."
            sure += s[i] == 3;
            names += s[i] >= 2;
            lone += s[i] == 1;
            roles += s[i] == 0;
        }
        std::vector<bool> start(n, false);
        if (n == 0) return start;
        start[0] = s[0] >= 2 || (s[0] == 1 && (n > 1 || !starts_lower(in(all[0].where)) || shape != roster_shape::open));
        const bool semicolons = std::any_of(all.begin(), all.end(), [](const auto& p) { return p.mark == ';'; });
        const bool commas = std::any_of(all.begin(), all.end(), [](const auto& p) { return p.mark == ','; });
        const auto first_semicolon = static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [](const auto& p) { return p.mark == ';'; }) - all.begin());
        const bool lone_list = lone >= 1 && !describes(all[0].where) && (lone + names >= 3 || (lone + names == 2 && all[n - 1].mark == '&') || shape == roster_shape::several) && lone >= roles;
        const bool alternates = shape != roster_shape::several && likely_follow_sure(s);
        for (std::size_t i = 1; i < n; ++i) {
            const char mark = all[i].mark;
            if (mark == '+' || mark == ';' || mark == '.') {
                start[i] = s[i] >= 1;
                continue;
            }
            if (s[i] <= 0) continue;
            if (shape == roster_shape::one_each && mark != '&' && !(s[i] == 3 && sure >= 3)) continue;
            if (semicolons && commas && mark == ',' && !(shared_title && i < first_semicolon) && !(s[i] == 3 && !entry_has_role(all, s, i))) continue;
            if (s[i] == 3) start[i] = true;
            else if (s[i] == 2) start[i] = mark == '&' || (!alternates && (names >= 3 || (names == 2 && (shape == roster_shape::several || sure != 1 || s[0] != 3) && n == 2)));
            else start[i] = lone_list && (mark != ' ' || lone >= 3);
        }
        return start;
    }

    /// "Ann Bell Science and Skills": words behind the name say what she does.
    bool describes(span p) const {
        const auto head = head_of_piece(in(p), words);
        const auto behind = trim(in(p).substr(head.size()));
        return !behind.empty() && behind[0] != '(' && behind[0] != '[' && behind[0] != '*' && name_strength(head, words) >= 2;
    }

    /// "Jane Smith, Animal Works, Omar Reyes, Sea Pictures": what stands between known names is their body.
    static bool likely_follow_sure(const std::vector<int>& s) {
        std::size_t follow = 0, sure = 0;
        for (std::size_t i = 0; i < s.size(); ++i) {
            sure += s[i] == 3;
            if (s[i] != 2) continue;
            if (i == 0 || s[i - 1] != 3 || (i + 1 < s.size() && s[i + 1] == 2)) return false;
            ++follow;
        }
        return follow > 0 && follow * 10 >= sure * 7;
    }

    static bool entry_has_role(const pieces& all, const std::vector<int>& s, std::size_t i) {
        return all[i - 1].mark != ';' && s[i - 1] == 0;
    }

    // ── one person ──

    /// "Ferrars – Here", "Lee (apologies)": the status behind the last dash or in the last brackets.
    void take_status(span& p, std::optional<attendance>& said) const {
        const auto t = in(p);
        for (const std::string_view dash : {" - ", "- ", " -", " \u2013 ", " \u2014 ", ": ", "...", "\u2026", "___", "("}) {
            const auto cut_at = last_mark(t, dash);
            if (cut_at == t.npos || cut_at == 0) continue;
            const auto words_said = trim(t.substr(cut_at + dash.size()));
            if (words_said.size() < 2 || (dash == "(" && words_said.size() < 4)) continue;  // "(S)": initials
            if (const auto how = attendance_said(words_said, words)) {
                said = how;
                p.end = static_cast<std::uint32_t>(p.begin + cut_at);
                while (p.end > p.begin && std::string_view(" -._").find(text[p.end - 1]) != std::string_view::npos) --p.end;
                return;
            }
        }
    }

    static bool are_initials(std::string_view letters, std::string_view name) {
        std::string plain;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            if (letters.substr(i).starts_with("\u2019")) i += 2;  // "DO\u2019C"
            else if (std::string_view(" -.'").find(letters[i]) == std::string_view::npos) plain += letters[i];  // "T O-B"
        }
        if (plain.size() == letters.size() ? forms_initials(letters, name) : letters.size() < 7 && forms_initials(plain, name)) return true;
        if (is_initials(letters) && recalls_name(letters, name)) return true;
        // "Sal (S)", "Petra (PeV)": of a lone forename
        return words_in(name).size() == 1 && !letters.empty() && letters.size() <= 3 && name.starts_with(letters.substr(0, 1)) && starts_upper(letters) && starts_upper(letters.substr(letters.size() - 1));
    }

    /// "(BHar)" behind Bea Harmon's name is his initials, whatever their case.
    void find_initials(person_finding& f, span p) const {
        if (!f.initials.empty() || f.name.empty()) return;
        const auto t = in(p);
        for (std::size_t open = t.find('('); open != t.npos; open = t.find('(', open + 1)) {
            const auto close = t.find(')', open);
            if (close == t.npos) return;
            const auto inner = trim(t.substr(open + 1, close - open - 1));
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

    /// "@handle" behind a name is no role, nor is "for Tom Ash" or "by phone".
    void drop_handles(person_finding& f) const {
        for (span* s : {&f.role, &f.organisation}) {
            const auto first = words_in(in(*s).substr(0, 24), words);
            if (!first.empty() && !first[0].capital && words.has(list::function_words, first[0])) *s = {};
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
        const auto close = in(p).rfind(')');
        if (open != std::string_view::npos && close != std::string_view::npos && close > open + 1) {
            const auto inner = at(p.begin + open + 1, p.begin + close);
            if (is_initials(in(inner)) && recalls_name(in(inner), in(f.name))) f.initials = inner;
            else if (!words.has(list::part_marks, fold(in(inner)))) f.role = inner;
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
            f.role = {};
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

    /// "AB = Ann Bell", "AB: Ann Bell": initials before the name that they are formed from.
    span take_leading_initials(span& p) const {
        const auto t = in(p);
        const auto mark = first_of(t, "=:");
        if (mark == t.npos || mark > 6) return {};
        const auto letters = trim(t.substr(0, mark)), rest = t.substr(mark + 1);
        if (!is_initials(letters) || !forms_initials(letters, head_of_piece(trim(rest), words))) return {};
        const auto begin = static_cast<std::size_t>(letters.data() - text.data());
        p = trimmed_in(text, p.begin + mark + 1, p.end);
        return at(begin, begin + letters.size());
    }

    /// "BELL, Ann": a family name in capitals before the forename.
    void take_family_name(person_finding& f, span p) const {
        const auto t = in(p);
        const auto comma = t.find(", ");
        if (comma == t.npos || comma < 2) return;
        const auto family = words_in(t.substr(0, comma), words, 4), own = words_in(t.substr(comma), words, 2);
        if (own.empty() || !words.has(list::given_names, own[0]) || !own[0].capital || own[0].upper) return;
        const bool capitals = std::all_of(family.begin(), family.end(), [&](const word& w) { return w.upper && w.folded.size() > 1 && !words.has(list::role_nouns, w); });
        if (family.size() > 3 || !capitals) return;
        f.name = at(p.begin, p.begin + comma + own[0].end);
        if (!f.role.empty() && f.role.begin < f.name.end) f.role = {};
        if (!f.organisation.empty() && f.organisation.begin < f.name.end) f.organisation = {};
    }

    std::optional<roster_entry> entry(span p, std::optional<attendance> said) const {
        roster_entry e;
        e.said = said;
        take_status(p, e.said);
        if (p.empty()) return {};
        const span initials = take_leading_initials(p);
        auto lead = length_of_lead(in(p), words);
        // "…, Messrs Dunn and Frost": the honorific of a part of the list
        if (const auto first = words_in(in(p), words); lead == 0 && first.size() > 1 && words.has(list::plural_honorifics, first[0]) && first[1].capital) lead = first[1].begin;
        const span whole = p;
        p.begin += static_cast<std::uint32_t>(lead);
        e.strength = name_strength(first_field(in(p)), words);
        if (e.strength == 0 && (e.strength = strength_of_head(in(p))) == 0) return {};
        auto f = match_person(in(p), words);
        if (f) shift(*f, p.begin);
        const bool poor = !f || f->name.empty() || f->weight < 1 || in(f->name).size() < shortest_name(p) || in(f->name).find_first_of("([") != std::string_view::npos;
        e.person = poor ? plain_name(p) : *f;
        if (e.person.name.empty()) return {};
        e.person.all = whole;
        const auto lead_words = words_in(in(whole).substr(0, lead), words);
        const bool role = std::any_of(lead_words.begin(), lead_words.end(), [&](const word& w) { return words.has(list::honorifics, w) ? w.upper : words.has(list::role_nouns, w); });
        if (role && e.person.role.empty()) e.person.role = at(whole.begin, whole.begin + trim(in({whole.begin, p.begin})).size());
        if (!initials.empty()) e.person.initials = initials;
        take_family_name(e.person, p);
        take_suffix(e.person, p);
        find_initials(e.person, p);
        drop_handles(e.person);
        return e;
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

    // ── the whole ──

    std::vector<roster_entry> parted(const pieces& all, std::optional<attendance> said) const {
        std::vector<roster_entry> out;
        const auto start = starts_of(all);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!start[i]) continue;
            std::size_t k = i + 1;
            while (k < all.size() && !start[k] && all[k].mark != ';' && all[k].mark != '.' && !says_crowd(in(all[k].where), words)) ++k;
            if (auto e = entry({all[i].where.begin, all[k - 1].where.end}, said)) out.push_back(*e);
        }
        return out;
    }

    /// Whether a name hides inside a piece that starts as a role or a body: "Clerk Omar Reyes", "Barset Police Tom Ash".
    bool hides_person(const pieces& all) const {
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

    std::vector<roster_entry> run_together(span s) const {
        auto people = match_people(in(s), words);
        std::erase_if(people, [](const auto& p) { return p.weight < -2; });
        std::vector<roster_entry> out;
        for (auto& p : people) {
            shift(p, s.begin);
            const int strong = name_strength(in(p.name), words);
            out.push_back({p, {}, std::max(strong, 1)});
            find_initials(out.back().person, p.all);
        }
        return out;
    }

    std::vector<roster_entry> read() {
        std::optional<attendance> said;
        const span marked = behind_marks(at(0, text.size()), said);
        span s = behind_body(behind_lead(marked));
        if (s.begin > marked.begin && shape == roster_shape::open && names_lone(in(s))) shape = roster_shape::several;  // "Leeds: Ann, Tom"
        // "Y Cynghorwyr J. Lee, …": an article before everybody's honorific
        if (const auto first = words_in(in(s), words, 2); first.size() == 2 && words.has(list::articles, first[0]) && words.has(list::plural_honorifics, first[1])) s.begin += static_cast<std::uint32_t>(first[1].begin);
        s = behind_marks(s, said);
        // "Council members Bell, Ash": the body's name before it says nothing of them.
        if (const auto first = words_in(in(s), words, 3); first.size() == 3 && words.has_any({list::body_nouns, list::meeting_nouns}, first[0]) && words.has(list::plural_honorifics, first[1]) && first[2].capital && !first[0].after && !first[1].after) s.begin += static_cast<std::uint32_t>(first[1].begin);
        // "Councillors Ann Bell, …": the honorific is everybody's.
        if (const auto first = words_in(in(s), words); first.size() > 2 && words.has(list::plural_honorifics, first[0]) && first[1].capital && !first[0].after) {
            s.begin += static_cast<std::uint32_t>(first[1].begin);
            if (shape == roster_shape::open) shape = roster_shape::several;
            shared_title = true;
        }
        // "Ann Bell, @abell, Hill Works": the handle says that what stands beside it is hers.
        if (in(s).starts_with('@') && in(s).find(" @") != std::string_view::npos) shape = roster_shape::several;  // "@abell, @tash"
        if (in(s).find(", @") != std::string_view::npos && shape == roster_shape::open) shape = roster_shape::one_each;
        const auto all = cut(s);
        if (hides_person(all) && shape != roster_shape::one_each)
            if (auto out = run_together(s); out.size() > 1) return out;
        return parted(all, said);
    }
};

std::vector<roster_entry> read_roster(std::string_view text, const lexicon& words, roster_shape shape) {
    return roster_reader{text, words, shape}.read();
}

question question_of(roster_shape shape) {
    switch (shape) {
        case roster_shape::open: return question::roster_open;
        case roster_shape::one_each: return question::roster_one_each;
        case roster_shape::several: return question::roster_several;
    }
    return question::roster_open;
}

}  // namespace

std::optional<attendance> attendance_said(std::string_view text, const lexicon& words) {
    std::string plain;
    for (const auto& w : words_in(text)) plain += (plain.empty() ? "" : " ") + w.folded;
    if (plain.empty()) plain = trim(text);  // a tick
    if (words.has(list::here_words, plain)) return attendance::present;
    if (words.has(list::away_words, plain)) return words.is_label(plain, label::apologies) ? attendance::apologies : attendance::absent;
    return {};
}

std::vector<roster_entry> match_roster(std::string_view text, const lexicon& words, roster_shape shape) {
    return answered_once(question_of(shape), text, words, [&] { return read_roster(text, words, shape); });
}

roster_shape shape_of_roster(const std::vector<std::string_view>& lines, const lexicon& words) {
    std::size_t single = 0, many = 0, lone = 0;
    for (const auto line : lines) {
        roster_reader r{line, words, roster_shape::open};
        std::optional<attendance> said;
        const auto all = r.cut(r.behind_lead(r.behind_marks(at(0, line.size()), said)));
        const auto names = std::count_if(all.begin(), all.end(), [&](const auto& p) { return r.strength(p.where) >= 1; });
        const auto sure = std::count_if(all.begin(), all.end(), [&](const auto& p) { return r.strength(p.where) == 3; });
        if (sure >= 3 || names >= 5) ++many;
        else if (sure <= 1 && !all.empty() && r.strength(all[0].where) >= 2) ++single;
        lone += !all.empty() && r.strength(all[0].where) == 1 && (all.size() == 1 || all[1].mark == '/');
    }
    if (many > 0) return roster_shape::several;
    constexpr std::size_t fewest = 3;  // lines of a handle each: "* abell"
    if (lone >= fewest && lone == lines.size()) return roster_shape::one_each;
    return single >= 2 ? roster_shape::one_each : roster_shape::open;
}

}  // namespace minutes
