// SPDX-License-Identifier: Apache-2.0
#include "roster.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "answered_once.hpp"
#include "attendance_box.hpp"
#include "attendance_label.hpp"
#include "initials.hpp"
#include "label.hpp"
#include "marks.hpp"
#include "owner.hpp"
#include "person_name.hpp"
#include "reference.hpp"
#include "roster_entry.hpp"
#include "roster_pieces.hpp"

namespace minutes {

namespace {

using list = word_list;
using pieces = std::vector<roster_piece>;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

constexpr std::size_t longest_list = 200;  // pieces: the company of each is looked at only in lists that people write

constexpr std::array<std::string_view, 10> bullets = {"- ", "* ", "+ ", "o ", "\u2022", "\u25CF", "\u25CB", "\u25AA", "\u2013 ", "\u00B7"};

/// Whether a bullet or a box may begin with this byte.
bool may_be_mark(char c) { return c == '-' || c == '*' || c == '+' || c == 'o' || c == '[' || static_cast<unsigned char>(c) >= 0x80; }

struct roster_reader {
    std::string_view text;
    const lexicon& words;
    roster_shape shape;
    bool shared_title = false;  // "Councillors" stands before everybody
    bool lettered = false;      // "Ann Bell (P), Tom Ash (A)"

    std::string_view in(span s) const { return text.substr(s.begin, s.size()); }
    int strength(span s) const {
        const span name = from_name(in(s), words);
        return name_strength(in(s).substr(name.begin, name.size()), words);
    }

    // ── before the people ──

    /// "3.", "iv."; "J." may be somebody's initial.
    static bool counts_entry(std::string_view t, const number_finding& n) {
        const char c = t[n.begin];
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z' && n.end < t.size() && t[n.end] == '.');
    }

    /// Bullets, boxes and numbers at the head; what a box says of the person behind it.
    span behind_marks(span s, std::optional<attendance>& said) const {
        for (;;) {
            while (!s.empty() && (text[s.begin] == ' ' || text[s.begin] == '\t')) ++s.begin;
            const auto t = in(s);
            const bool mark = !t.empty() && may_be_mark(t[0]);
            const auto bullet = mark ? std::find_if(bullets.begin(), bullets.end(), [&](auto b) { return t.starts_with(b); }) : bullets.end();
            const auto box = mark ? attendance_box_at(t) : std::nullopt;
            const auto number = number_at(t, words);
            if (bullet != bullets.end()) {
                s.begin += static_cast<std::uint32_t>(bullet->size());
            } else if (box) {
                said = box->said;
                s.begin += static_cast<std::uint32_t>(box->sign.size());
            } else if (number && number->marked && number->rest < t.size() && number->begin < number->end && counts_entry(t, *number)) {
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
        const auto open = lead.find('(');
        const int behind = strength_of_head(t.substr(colon + 2), words);
        // "Vice-President (Welfare): Ann Bell", "PHYSICS (2 votes): Lea Wirth"
        const bool bracket = open != lead.npos && !(lead.ends_with(')') && (behind == 3 || (behind == 2 && name_strength(trim(lead.substr(0, open)), words) < 2)));
        if (opens_with_own_initials(t, words)) return s;
        const int named = name_strength(lead, words);  // "Departmental Reps: Ann Bell" names a group, "Ann Bell: Tom's deputy" does not
        if (all.empty() || all.size() > 8 || lead.find_first_of(",;") != lead.npos || bracket) return s;
        const bool group = named < 2 || (named == 2 && behind == 3 && !words.has(list::given_names, all[0]) && lead.find(". ") == lead.npos);
        if (!group) return s;
        const bool of_people = is_group_head(lead, words) || std::any_of(all.begin(), all.end(), [&](const word& w) {
            return words.has(list::role_nouns, w) || words.has(list::organisation_nouns, w) || words.has(list::attending_words, w) || words.has(list::crowd_words, w);
        });
        if (!of_people && behind < 3 && open == lead.npos && !(all.size() <= 3 && all[0].capital && names_lone(t.substr(colon + 2)))) return s;
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
            const bool post = !own.empty() && own.size() <= 4 && lead.find_first_of(",;(") == lead.npos && strength_of_head(rest, words) >= 2 && rest.find_first_of(",;") == rest.npos &&
                              std::all_of(own.begin(), own.end(), [&](const word& w) { return w.capital && words.has_any({list::role_nouns, list::body_nouns}, w) && !words.has(list::given_names, w); });
            if (post) return {static_cast<std::uint32_t>(s.begin + at_dash + dash.size()), s.end};  // "Parish Clerk – A Moss"
            if (lead.find_first_of(",;(") != lead.npos || first.empty() || !words.has(list::honorifics, first[0]) || words.has(list::given_names, first[0]) || name_strength(lead, words) == 3 || strength_of_head(rest, words) < 3) continue;
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
        const std::size_t opening = length_of_opening_bracket(t, words);  // "(AB) Ann Bell"
        std::size_t start = 0;
        while (start + 1 < all.size() && all[start].begin < opening) ++start;
        int depth = 0;
        for (std::size_t i = start + 1; i < all.size(); ++i) {
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
        // "Ann Bell - (Hill Works) Active Member": the brackets are no part of the name.
        const bool set_apart = closed && (left.find(" - (") != left.npos || left.find("\u2013 (") != left.npos);
        // Behind "Chair (AP)" only a sure name starts another entry.
        if (closed && between.find('-') == between.npos && between.find("\u2013") == between.npos && strength_of_head(right, words) >= (before >= 2 && !set_apart ? 2 : 3)) return true;
        if (before < 2) return false;
        if (!closed && between.find_first_not_of(" \n.") != between.npos) return false;
        if (!all[i - 1].capital && words.has(list::function_words, all[i - 1])) return false;  // "for Tom Ash"
        const bool previous_title = words.has(list::honorifics, all[i - 1]);
        if (words.has(list::honorifics, w) && !words.has(list::given_names, w) && !previous_title && i + 1 < all.size() && all[i + 1].capital) return true;
        if (i + 1 >= all.size() || !all[i + 1].capital || between.find('.') != between.npos) return false;
        // "Ines Okoro Tom Ash": two names of two words
        const auto own = words_in(left, words);
        const auto is_letter = [](const word& x) { return x.capital && x.folded.size() == 1 && !x.after; };
        if (own.size() == 2 && is_letter(own[0]) && is_letter(w) && own[1].folded.size() > 1 && all[i + 1].folded.size() > 1) return true;  // "P Nash G Tull"
        return own.size() >= 2 && words.has(list::given_names, w) && words.has(list::given_names, own[0]) && !words.has(list::given_names, own.back()) && !words.has(list::particles, own.back()) &&
               own.back().folded.size() > 1 && strength_of_head(right, words) >= 3;
    }

    static std::string_view trim_end(std::string_view t) {
        while (!t.empty() && (t.back() == ' ' || t.back() == '(' || t.back() == '[')) t.remove_suffix(1);
        return t;
    }

    /// "Ann Bell - Tom Ash - Mia Orr": dashes that part three names or more, and nothing else; none where another mark parts them.
    pieces parted_by_dashes(span s) const {
        constexpr std::size_t fewest = 3;  // names
        pieces out;
        if (in(s).find_first_of(",;()") != std::string_view::npos) return out;
        std::size_t sure = 0;
        for (std::size_t from = s.begin; from <= s.end;) {
            const auto dash = std::min<std::size_t>(text.find(" - ", from), s.end);
            const span piece = trimmed_in(text, from, dash);
            if (!piece.empty()) {
                if (strength(piece) == 0) return {};
                sure += strength(piece) == 3;
                out.push_back({piece, out.empty() ? '\0' : ';'});
            }
            from = dash + 3;
        }
        return sure >= fewest && sure * 2 >= out.size() ? out : pieces{};
    }

    pieces cut(span s) const {
        if (auto parts = parted_by_dashes(s); !parts.empty()) return parts;
        pieces out;
        for (auto p : cut_roster(in(s), words)) {
            p.where = at(p.where.begin + s.begin, p.where.end + s.begin);
            // "…, and from Cllr A Lee": the word of the sentence before the list, said again
            if (const auto first = words_in(in(p.where), words, 2); p.mark != 0 && first.size() == 2 && !first[0].capital && words.has(list::out_of_words, first[0]) && first[1].capital && strength(at(p.where.begin + first[1].begin, p.where.end)) >= 2) p.where.begin += static_cast<std::uint32_t>(first[1].begin);
            auto starts = fused_starts(p.where);
            if (in(p.where).starts_with('@'))  // "@abell @tash"
                for (auto blank = in(p.where).find(" @"); blank != std::string_view::npos; blank = in(p.where).find(" @", blank + 1)) starts.push_back(blank + 1);
            for (const auto start : starts_between_blanks(in(p.where))) starts.push_back(start);
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
        return give_offices(join_roles(part_at_strokes(out)));
    }

    /// "SN RC AU", "Ann  Tom  Joe": where blanks alone part people that are named by initials or forenames.
    std::vector<std::size_t> starts_between_blanks(std::string_view t) const {
        const auto all = words_in(t, words);
        if (all.size() < 2) return {};
        // Two words in capitals may be a name: "JO LEE".
        const std::size_t longest = all.size() > 2 ? 3 : 2;
        const bool initials = std::all_of(all.begin(), all.end(), [&](const word& w) {
            return w.upper && !w.after && w.folded.size() > 1 && w.folded.size() <= longest && is_initials(t.substr(w.begin, w.end - w.begin)) && !words.has_any({list::given_names, list::honorifics, list::particles, list::role_nouns, list::organisation_nouns}, w);
        });
        std::size_t known = 0;
        bool forenames = true;
        for (std::size_t i = 0; i < all.size() && forenames; ++i) {
            known += words.has(list::given_names, all[i]);
            forenames = all[i].capital && all[i].folded.size() > 1 && !all[i].after && !words.has_any({list::honorifics, list::role_nouns, list::organisation_nouns}, all[i]) && (i == 0 || t.substr(all[i - 1].end, all[i].begin - all[i - 1].end).starts_with("  "));
        }
        if (!initials && !(forenames && known > 1 && known * 2 >= all.size())) return {};
        std::vector<std::size_t> out;
        for (std::size_t i = 1; i < all.size(); ++i) out.push_back(all[i].begin);
        return out;
    }

    /// "the Clerk" of "…, and the Clerk, Mrs B Rowe": words of an office in which nobody is named.
    bool is_office(span p) const {
        constexpr std::size_t longest = 6;  // words
        const auto all = words_in(in(p), words, longest + 1);
        if (all.empty() || all.size() > longest) return false;
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::role_nouns, w); }) &&
               std::all_of(all.begin(), all.end(), [&](const word& w) { return !w.digits && !w.after && (w.capital || words.has_any({list::function_words, list::role_nouns}, w)) && !words.has_any({list::given_names, list::honorifics, list::plural_honorifics, list::crowd_words}, w); });
    }

    bool leads_office(const pieces& all, std::size_t i) const { return i + 1 < all.size() && all[i + 1].mark == ',' && is_office(all[i].where) && strength(all[i].where) == 0 && strength(all[i + 1].where) == 3; }

    /// "…, and the Clerk, Mrs B Rowe": the office belongs to the person behind it where nobody stands before it.
    pieces give_offices(const pieces& all) const {
        pieces out;
        for (std::size_t i = 0; i < all.size(); ++i) {
            out.push_back(all[i]);
            if ((i > 0 && all[i].mark != '&' && all[i].mark != ';') || !leads_office(all, i)) continue;
            const span both = at(all[i].where.begin, all[i + 1].where.end);
            if (from_name(in(both), words).begin == 0) continue;
            out.back().where = both;
            ++i;
        }
        return out;
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
                if (here == 0 && before >= 2 && leads_office(all, i)) {
                    out.push_back(all[i]);
                    continue;
                }
                if (here == 0 && before >= 2 && starts_lower(in(all[i].where))) {
                    if (is_office(all[i].where)) continue;  // "… and the Clerk"
                    return out;                             // "… and from the two schools"
                }
                const auto own = words_in(in(out.back().where), words, 3);
                const bool titled = own.size() == 2 && words.has_any({list::honorifics, list::plural_honorifics}, own[0]) && own[1].capital;  // "Cllr Lee and Moss"
                const bool lone = here == 1 && (before == 1 || (before >= 2 && all.size() > 2) || titled || length_of_lead(in(all[i].where), words) > 0);
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
        std::size_t sure = 0, names = 0, lone = 0, roles = 0, unnamed = 0;
        for (std::size_t i = 0; i < n; ++i) {
            s[i] = says_crowd(in(all[i].where), words) ? -1 : strength(all[i].where);
            // "Tom Ash Support Officer": a role behind the name without a mark
            if (s[i] == 0 && (i == 0 || all[i].mark == ';' || all[i].mark == '+' || all[i].mark == '.')) s[i] = strength_of_head(in(all[i].where), words);
            if (s[i] == 0 && (goes_on_behind_name(all[i].where) || opens_with_own_initials(in(all[i].where), words))) s[i] = 3;
            if (const auto own = words_in(in(all[i].where), words, 2); i > 0 && own.size() == 1 && words.has(list::post_nominals, own[0]) && !is_initials(in(all[i - 1].where))) s[i] = 0;  // "Larry Sands, Jr."
            if (is_plain_name(all, i)) s[i] = 1;
            if (is_couple(all, i)) s[i] = 3;
            sure += s[i] == 3;
            names += s[i] >= 2;
            lone += s[i] == 1;
            roles += s[i] == 0;
            unnamed += s[i] < 0 || (i > 0 && s[i] == 0 && starts_lower(in(all[i].where)) && is_office(all[i].where));  // "and 3 guests", "the Clerk"
        }
        std::vector<bool> start(n, false);
        if (n == 0) return start;
        start[0] = s[0] >= 2 || (s[0] == 1 && (n > 1 || !starts_lower(in(all[0].where)) || shape != roster_shape::open));
        if (shape == roster_shape::one_each && n == 2 && all[1].mark == ',' && starts_lower(in(all[0].where)) && s[0] < 2 && (s[1] == 3 || is_forename(all[1].where))) {
            start[0] = false;  // "coordinator, Ann Bell"
            start[1] = true;
            return start;
        }
        const bool semicolons = std::any_of(all.begin(), all.end(), [](const auto& p) { return p.mark == ';'; });
        const bool commas = std::any_of(all.begin(), all.end(), [](const auto& p) { return p.mark == ','; });
        const auto first_semicolon = static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [](const auto& p) { return p.mark == ';'; }) - all.begin());
        const bool lone_list = lone >= 1 && !describes(all[0].where) && (lone + names >= 3 || (lone + names == 2 && all[n - 1].mark == '&') || shape == roster_shape::several) && lone >= roles;
        const bool alternates = shape != roster_shape::several && likely_follow_sure(s);
        bool titled = false;  // "…; Councillors Bell, Ash and Lee": the honorific is everybody's up to the next semicolon
        for (std::size_t i = 1; i < n; ++i) {
            const char mark = all[i].mark;
            if (mark == ';' || titled) {
                const auto own = words_in(in(all[i].where), words, 3);
                if (mark == ';') titled = own.size() == 2 && words.has(list::plural_honorifics, own[0]) && own[1].capital;
                else if (own.size() <= 2 && s[i] >= 1) {
                    start[i] = true;
                    continue;
                }
            }
            if (mark == '+' || mark == ';' || mark == '.') {
                start[i] = s[i] >= 1;
                continue;
            }
            if (s[i] <= 0) continue;
            if ((shape == roster_shape::one_each || all[i - 1].mark == '/') && mark == '&' && !start[i - 1] && s[i] < 3 && std::find(start.begin(), start.end(), true) != start.end()) continue;  // "Ann Bell / Roads and Town Works"
            if (shape == roster_shape::one_each && mark != '&' && !(s[i] == 3 && sure >= 3)) continue;
            const bool forenames = s[i] == 1 && is_forename(all[i].where) && is_forename(all[i - 1].where);  // "Tom, Joe, Ann; Lena and Otto"
            if (semicolons && commas && mark == ',' && !(shared_title && i < first_semicolon) && !(s[i] == 3 && !entry_has_role(all, s, i)) && !forenames) continue;
            if (s[i] == 3) start[i] = true;
            else if (s[i] == 2) start[i] = mark == '&' || (lone_list && mark == ',' && is_whole_name(all[i].where)) || (!alternates && (names >= 3 || (names == 2 && (shape == roster_shape::several || sure != 1 || s[0] != 3) && n == 2 + unnamed)));
            else start[i] = lone_list && (mark != ' ' || lone >= 3);
        }
        return start;
    }

    /// "Virgil L", "Nancy Young", "Vice President Tull": of two words that are a person whatever stands around them.
    bool is_whole_name(span p) const {
        const auto own = words_in(head_of_piece(in(p), words), words, 4);
        if (own.size() < 2 || !own[0].capital || own[0].upper || !own.back().capital) return false;
        return own.back().folded.size() == 1 || (own.size() == 2 && words.has(list::given_names, own[0])) || length_of_lead(in(p), words) > 0;
    }

    /// "Ann Bell Science and Skills": words behind the name say what she does.
    bool describes(span p) const {
        const auto head = head_of_piece(in(p), words);
        const auto behind = trim(in(p).substr(head.size()));
        return !behind.empty() && behind[0] != '(' && behind[0] != '[' && behind[0] != '*' && name_strength(head, words) >= 2;
    }

    /// "B Orme Secretary", "Cllr T Holt due to illness": a sure name, and behind it an office or small words that say more.
    bool goes_on_behind_name(span p) const {
        const auto t = in(p);
        const auto all = words_in(t, words);
        for (std::size_t n = 2; n < all.size() && n <= longest_name; ++n) {
            if (all[n - 1].after || !all[n - 1].capital) return false;
            const bool office = words.has(list::role_nouns, all[n]) && all[n].capital && words.has(list::role_nouns, all.back());
            const bool more = !all[n].capital && !words.has_any({list::particles, list::role_nouns}, all[n]);
            if ((office || more) && name_strength(t.substr(all[0].begin, all[n - 1].end - all[0].begin), words) == 3) return true;
        }
        return false;
    }

    bool is_forename(span p) const {
        const auto own = words_in(in(p), words, 2);
        return own.size() == 1 && own[0].capital && words.has(list::given_names, own[0]);
    }

    /// Surnames such as Young and Dean among surnames: whatever the word means elsewhere.
    bool is_plain_name(const pieces& all, std::size_t i) const {
        if (all.size() > longest_list) return false;
        const auto own = words_in(head_of_piece(in(all[i].where), words), words, 2);
        if (own.size() != 1 || !own[0].capital || !words.has(list::surname_roles, own[0])) return false;
        const auto lone = std::count_if(all.begin(), all.end(), [&](const roster_piece& p) { return strength(p.where) == 1; });
        return lone >= 2 && lone * 2 >= static_cast<std::ptrdiff_t>(all.size());
    }

    /// "Mr" in "Mr & Mrs Rowe": an honorific whose surname stands behind the next one.
    bool is_titled_couple(const pieces& all, std::size_t i) const {
        if (i + 1 >= all.size() || all[i + 1].mark != '&') return false;
        const auto own = words_in(in(all[i].where), words, 2), next = words_in(head_of_piece(in(all[i + 1].where), words), words, 4);
        const auto titled = [&](const word& w) { return w.capital && words.has(list::honorifics, w) && !words.has_any({list::given_names, list::role_nouns}, w); };
        return own.size() == 1 && titled(own[0]) && next.size() > 1 && titled(next[0]) && next[1].capital;
    }

    /// "Ann" in "Ann & Tom Bell": a lone forename whose surname stands behind the next, where no other forename stands alone.
    bool is_couple(const pieces& all, std::size_t i) const {
        if (all.size() <= longest_list && is_titled_couple(all, i)) return true;
        const auto lone = [&](std::size_t k) {
            const auto own = words_in(in(all[k].where), words, 2);
            return own.size() == 1 && own[0].capital && !own[0].upper && words.has(list::given_names, own[0]);
        };
        const auto joined = [&](std::size_t k) {
            if (k + 1 >= all.size() || all[k + 1].mark != '&' || all[k].mark == '&' || !lone(k)) return false;
            const auto next = words_in(head_of_piece(in(all[k + 1].where), words), words, 3);
            return next.size() == 2 && next[0].capital && next[1].capital && next[1].folded.size() > 2 && !words.has(list::given_names, next[1]) && next[0].folded.size() > 1 && !next[0].after && name_strength(head_of_piece(in(all[k + 1].where), words), words) >= 2;
        };
        if (all.size() > longest_list || !joined(i)) return false;
        for (std::size_t k = 0; k < all.size(); ++k)
            if (lone(k) && !joined(k)) return false;
        return true;
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

    /// "See Annex 1", "Nil received"
    bool names_nobody() const {
        const auto all = words_in(text, words, 3);
        return all.size() > 1 && words.has(list::nil_openers, all[0]) && !words.has(list::given_names, all[0]) && !words.has(list::joining_words, all[1]) && all[0].folded.size() > 2 && !all[0].after && !all[0].upper;
    }

    // ── the whole ──

    std::vector<roster_entry> parted(const pieces& all, std::optional<attendance> said) const {
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
            auto e = is_plain_name(all, i) || (couple && is_titled_couple(all, i)) ? plain_roster_entry(text, entry, own, words) : match_roster_entry(text, entry, own, words);
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

    /// "(P)", "(E)" at the end of an entry: what the letter says in a register.
    std::optional<attendance> letter_of(span entry) const {
        constexpr std::size_t bracketed = 3;  // bytes
        const auto t = in(entry);
        if (t.size() <= bracketed || t.back() != ')' || t[t.size() - bracketed] != '(' || t[t.size() - 2] < 'A' || t[t.size() - 2] > 'Z') return {};
        return attendance_said(t.substr(t.size() - 2, 1), words);
    }

    /// Whether most entries of a line end so.
    bool has_letters(const pieces& all) const {
        constexpr std::size_t fewest = 3;
        const auto n = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const roster_piece& p) { return letter_of(p.where).has_value(); }));
        return n >= fewest && n * 3 >= all.size() * 2;
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
            find_bracketed_initials(text, p.all, words, out.back().person);
        }
        return out;
    }

    /// Where boxes stand in a line that parts people by them: "✅ Ann Bell, ❌ Tom Ash"; none where it has less than two.
    std::vector<std::size_t> boxes_in_line() const {
        std::vector<std::size_t> out;
        for (std::size_t k = 0; k < text.size(); ++k) {
            if (!may_be_mark(text[k]) || (k > 0 && text[k - 1] != ' ' && text[k - 1] != '\n')) continue;
            if (attendance_box_at(text.substr(k))) out.push_back(k);
        }
        const auto lead = out.empty() ? std::string_view{} : trim(text.substr(0, out[0]));
        if (out.size() < 2 || !(lead.empty() || lead.ends_with(':'))) out.clear();
        return out;
    }

    /// Each box says of those behind it, up to the next one, whether they came.
    std::vector<roster_entry> read_boxed(const std::vector<std::size_t>& begins) {
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

    std::vector<roster_entry> read() {
        if (names_nobody() || says_group_only()) return {};
        if (const auto begins = boxes_in_line(); !begins.empty()) return read_boxed(begins);
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

    /// "AB – Ann Bell, Hill Works, Norway [HW]": one person with initials, and nobody else beside.
    bool is_one_initialled(const pieces& all) const {
        if (all.size() < 2) return false;
        const auto first = match_roster_entry(text, all.front().where, {}, words);
        if (!first || first->person.initials.empty()) return false;
        const bool ahead = first->person.initials.begin < first->person.name.begin;
        return std::all_of(all.begin() + 1, all.end(), [&](const roster_piece& p) { return strength(p.where) < (ahead ? 3 : 2); });
    }

    /// "MILL (3 votes): not here": a group with its votes, of which nobody is named.
    bool says_group_only() const {
        const auto colon = text.find("): ");
        return colon != text.npos && text.find('(') < colon && colon < 40 && name_strength(trim(text.substr(0, text.find('('))), words) < 2 && starts_lower(text.substr(colon + 3)) && text.find_first_of(",;") == text.npos;
    }
};

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
