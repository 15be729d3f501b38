// SPDX-License-Identifier: Apache-2.0
// How a text is cut into the pieces that may be people.
#include "roster_reader.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "answered_once.hpp"
#include "attendance_box.hpp"
#include "attendance_label.hpp"
#include "initials.hpp"
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

constexpr std::array<std::string_view, 10> bullets = {"- ", "* ", "+ ", "o ", "\u2022", "\u25CF", "\u25CB", "\u25AA", "\u2013 ", "\u00B7"};

/// Whether a bullet or a box may begin with this byte.
bool may_be_mark(char c) { return c == '-' || c == '*' || c == '+' || c == 'o' || c == '[' || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

int roster_reader::strength(span s) const {
    const span name = from_name(in(s), words);
    return name_strength(in(s).substr(name.begin, name.size()), words);
}

bool roster_reader::counts_entry(std::string_view t, const number_finding& n) {
    const char c = t[n.begin];
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z' && n.end < t.size() && t[n.end] == '.');
}

span roster_reader::behind_marks(span s, std::optional<attendance>& said) const {
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

span roster_reader::behind_lead(span s) const {
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

bool roster_reader::names_lone(std::string_view t) const {
    bool known = false;
    for (const auto& piece : cut_roster(t, words)) {
        const auto own = words_in(t.substr(piece.where.begin, piece.where.size()), words, 2);
        if (own.size() != 1 || !own[0].capital || own[0].digits) return false;
        known |= words.has(list::given_names, own[0]);
    }
    return known;
}

span roster_reader::behind_body(span s) const {
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

span roster_reader::behind_group(span s) const {
    const auto t = in(s);
    const auto all = words_in(t, words, 3);
    if (all.size() < 2) return s;
    const auto mark = t.substr(all[0].end, all[1].begin - all[0].end);
    const bool dash = mark == " - " || mark == " \u2013 " || mark == "- " || mark == "\u2013 ";
    const bool group = dash && all[0].capital && words.has(list::plural_honorifics, all[0]) && strength_of_head(t.substr(all[1].begin), words) >= 1;
    const bool count = all[0].digits && all[0].begin == 0 && all[1].capital && (dash || mark == ": ");  // "3 - Ann Bell, Tom Ash, Joe Moss"
    return group || count ? span{static_cast<std::uint32_t>(s.begin + all[1].begin), s.end} : s;
}

std::vector<std::size_t> roster_reader::fused_starts(span s) const {
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

bool roster_reader::begins_person(words_view all, std::size_t i, std::string_view left, std::string_view right, std::string_view between) const {
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

std::string_view roster_reader::trim_end(std::string_view t) {
    while (!t.empty() && (t.back() == ' ' || t.back() == '(' || t.back() == '[')) t.remove_suffix(1);
    return t;
}

pieces roster_reader::parted_by(std::string_view mark, std::size_t fewest, span s) const {
    pieces out;
    if (in(s).find_first_of(",;") != std::string_view::npos) return out;
    std::size_t sure = 0;
    for (std::size_t from = s.begin; from <= s.end;) {
        const auto to = std::min<std::size_t>(text.find(mark, from), s.end);
        const span piece = trimmed_in(text, from, to);
        if (!piece.empty()) {
            const int named = strength_of_head(in(piece), words);
            if (named == 0) return {};
            sure += named == 3;
            out.push_back({piece, out.empty() ? '\0' : ';'});
        }
        from = to + mark.size();
    }
    return sure >= fewest && sure * 2 >= out.size() ? out : pieces{};
}

bool roster_reader::is_field_of_office(span p) const {
    constexpr std::size_t longest = 7;  // words
    const auto all = words_in(in(p), words, longest + 1);
    return !all.empty() && all.size() <= longest && name_strength(in(p), words) == 0 && std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::role_nouns, w); }) &&
           std::none_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::given_names, list::honorifics}, w) || w.digits || (!w.capital && !words.has_any({list::function_words, list::joining_words}, w)); });
}

pieces roster_reader::parted_by_holders(span s) const {
    constexpr std::size_t fewest = 2;  // offices
    const auto t = in(s);
    pieces out;
    std::size_t from = 0;
    bool sure = false;
    for (auto open = t.find('('); open != t.npos; open = t.find('(', from)) {
        const auto close = t.find(')', open);
        if (close == t.npos) return {};
        span piece = trimmed_in(text, s.begin + from, s.begin + close + 1);
        while (!piece.empty() && (text[piece.begin] == ',' || text[piece.begin] == ';' || text[piece.begin] == '.' || text[piece.begin] == ' ' || text[piece.begin] == '\n')) ++piece.begin;
        if (from_name(in(piece), words).begin + piece.begin <= s.begin + open) {
            const span office = trimmed_in(text, piece.begin, s.begin + open), holder = trimmed_in(text, s.begin + open + 1, s.begin + close);
            if (!is_field_of_office(office) || name_strength(in(holder), words) < 2) return {};
            sure |= name_strength(in(holder), words) == 3;
            piece = holder;
        } else {
            sure = true;
        }
        out.push_back({piece, out.empty() ? '\0' : ';'});
        from = close + 1;
    }
    const bool whole = t.find_first_not_of(" .,;\n", from) == t.npos;
    return out.size() >= fewest && whole && sure ? out : pieces{};
}

span roster_reader::without_crowd(span p) const {
    const auto t = in(p);
    if (t.find(':') == t.npos) return p;
    const auto all = words_in(t, words);
    for (std::size_t i = 1; i + 1 < all.size(); ++i)
        if (all[i].capital && words.has(list::crowd_words, all[i]) && words.has(list::name_links, all[i + 1]) && name_strength(t.substr(0, all[i - 1].end), words) >= 2) return trimmed_in(text, p.begin, p.begin + all[i].begin);
    return p;
}

pieces roster_reader::cut(span s) const {
    if (in(s).find_first_of("()") == std::string_view::npos)
        if (auto parts = parted_by(" - ", 3, s); !parts.empty()) return parts;
    if (auto parts = parted_by(" + ", 2, s); !parts.empty()) return parts;
    if (auto parts = parted_by_holders(s); !parts.empty()) return parts;
    pieces out;
    for (auto p : cut_roster(in(s), words)) {
        p.where = without_crowd(at(p.where.begin + s.begin, p.where.end + s.begin));
        // "…, and from Cllr A Lee": the word of the sentence before the list, said again
        if (const auto first = words_in(in(p.where), words, 2); p.mark != 0 && first.size() == 2 && !first[0].capital && words.has(list::out_of_words, first[0]) && first[1].capital && strength(at(p.where.begin + first[1].begin, p.where.end)) >= 2) p.where.begin += static_cast<std::uint32_t>(first[1].begin);
        auto starts = fused_starts(p.where);
        if (in(p.where).starts_with('@'))  // "@abell @tash"
            for (auto blank = in(p.where).find(" @"); blank != std::string_view::npos; blank = in(p.where).find(" @", blank + 1)) starts.push_back(blank + 1);
        for (const auto start : starts_between_blanks(in(p.where))) starts.push_back(start);
        if (starts.empty()) starts = starts_behind_initials(in(p.where));
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

std::vector<std::size_t> roster_reader::starts_between_blanks(std::string_view t) const {
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
    constexpr std::size_t fewest_known = 4;  // "Ann Tom Joe Kit": more than anybody's own
    forenames |= all.size() >= fewest_known && std::all_of(all.begin(), all.end(), [&](const word& w) { return w.capital && !w.upper && !w.after && words.has(list::given_names, w); });
    if (forenames && known == 0) known = all.size();
    if (!initials && !(forenames && known > 1 && known * 2 >= all.size())) return {};
    std::vector<std::size_t> out;
    for (std::size_t i = 1; i < all.size(); ++i) out.push_back(all[i].begin);
    return out;
}

std::vector<std::size_t> roster_reader::starts_behind_initials(std::string_view t) const {
    constexpr std::size_t longest = 3;  // words of a name
    std::vector<std::size_t> out;
    std::size_t from = 0;
    for (auto open = t.find('('); open != t.npos; open = t.find('(', from)) {
        const auto close = std::min(t.find(')', open), t.size());
        const auto own = words_in(t.substr(from, open - from), words, longest + 1);
        const auto name = trim(t.substr(from, open - from)), inner = trim(t.substr(open + 1, close - open - 1));
        const bool named = !own.empty() && own.size() <= longest && std::all_of(own.begin(), own.end(), [](const word& w) { return w.capital && !w.digits; });
        const bool of_surname = own.size() == 1 && inner.size() == 2 && inner.back() == name.front();
        if (!named || !is_initials(inner) || !(of_surname || recalls_name(inner, name))) return {};
        if (from > 0) out.push_back(from + own[0].begin);
        from = std::min(close + 1, t.size());
    }
    return trim(t.substr(from)).empty() ? out : std::vector<std::size_t>{};
}

bool roster_reader::has_own_initials_in_brackets(span p) const {
    const auto t = in(p);
    const auto open = t.find('('), close = t.find(')');
    return open != t.npos && close != t.npos && close > open && is_initials(t.substr(open + 1, close - open - 1)) && forms_initials(t.substr(open + 1, close - open - 1), head_of_piece(t, words));
}

bool roster_reader::is_office(span p) const {
    constexpr std::size_t longest = 6;  // words
    const auto all = words_in(in(p), words, longest + 1);
    if (all.empty() || all.size() > longest) return false;
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::role_nouns, w); }) &&
           std::all_of(all.begin(), all.end(), [&](const word& w) { return !w.digits && !w.after && (w.capital || words.has_any({list::function_words, list::role_nouns}, w)) && !words.has_any({list::given_names, list::honorifics, list::plural_honorifics, list::crowd_words}, w); });
}

pieces roster_reader::give_offices(const pieces& all) const {
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

pieces roster_reader::part_at_strokes(const pieces& all) const {
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

pieces roster_reader::join_roles(const pieces& all) const {
    pieces out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool and_before = all[i].mark == '&' && !out.empty();
        if (and_before && !says_crowd(in(all[i].where), words)) {
            const int here = goes_on_behind_name(all[i].where) ? 3 : strength(all[i].where), before = strength(out.back().where);
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

bool roster_reader::is_office_and_surname(span p) const {
    const auto head = head_of_piece(in(p), words);
    const auto lead = length_of_lead(head, words);
    return lead > 0 && words_in(head.substr(lead), words, 2).size() == 1;
}

bool roster_reader::opens_titled_group(const pieces& all, std::size_t i) const {
    const auto own = words_in(head_of_piece(in(all[i].where), words), words, 3);
    const auto is_surname = [&](const word& w) { return w.capital && !w.digits && w.folded.size() > 1 && words.labels(w).empty() && !words.has_any({list::role_nouns, list::attending_words, list::absence_words, list::crowd_words, list::function_words}, w); };
    if (own.size() != 2 || !own[0].capital || own[0].after || !words.has(list::plural_honorifics, own[0]) || !is_surname(own[1]) || i + 1 >= all.size()) return false;
    const auto next = words_in(head_of_piece(in(all[i + 1].where), words), words, 3);
    return (all[i + 1].mark == ',' || all[i + 1].mark == '&') && !next.empty() && next.size() < 3 && is_surname(next[0]);
}

std::vector<bool> roster_reader::starts_of(const pieces& all) const {
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
        if (s[i] > 0 && is_call_sign(trim(in(all[i].where).substr(head_of_piece(in(all[i].where), words).size())))) s[i] = 3;  // "Li Wu W3SF"
        if (s[i] == 0 && opens_titled_group(all, i)) s[i] = 3;
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
        if (shape == roster_shape::one_each && mark != '&' && !(s[i] == 3 && (sure >= 3 || has_own_initials_in_brackets(all[i].where)))) continue;
        const bool forenames = s[i] == 1 && is_forename(all[i].where) && is_forename(all[i - 1].where);  // "Tom, Joe, Ann; Lena and Otto"
        if (semicolons && commas && mark == ',' && s[i] == 2 && is_office_and_surname(all[i].where)) {  // "Trustee Bell, Trustee Ash; Clerk Lee"
            start[i] = true;
            continue;
        }
        if (semicolons && commas && mark == ',' && !(shared_title && i < first_semicolon) && !(s[i] == 3 && !entry_has_role(all, s, i)) && !forenames) continue;
        if (s[i] == 3) start[i] = true;
        else if (s[i] == 2) start[i] = mark == '&' || (lone_list && mark == ',' && is_whole_name(all[i].where)) || (!alternates && (names >= 3 || (names == 2 && (shape == roster_shape::several || sure != 1 || s[0] != 3) && n == 2 + unnamed)));
        else start[i] = lone_list && (mark != ' ' || lone >= 3);
    }
    return start;
}

}  // namespace minutes
