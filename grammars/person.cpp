// SPDX-License-Identifier: Apache-2.0
#include "person.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "initials.hpp"
#include "owner.hpp"

namespace minutes {

namespace {

using list = word_list;

span trimmed_in(std::string_view text, std::size_t begin, std::size_t end) {
    const auto mark = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == ',' || c == ';' || c == ':' || c == '|' || c == '*' || c == '#' || c == '^' || c == '~' || c == '+'; };
    // Dashes, and daggers that point to a footnote
    const auto dash = [&](std::size_t at) {
        const auto t = text.substr(at);
        return t.starts_with("\u2013") || t.starts_with("\u2014") || t.starts_with("\u2020") || t.starts_with("\u2021");
    };
    for (bool again = true; again && begin < end;) {
        again = false;
        if (mark(text[begin]) || (text[begin] == '-' && begin + 1 < end)) { ++begin; again = true; }
        else if (begin + 3 <= end && (dash(begin) || text.substr(begin).starts_with("\u2022"))) { begin += 3; again = true; }
    }
    for (bool again = true; again && begin < end;) {
        again = false;
        if (mark(text[end - 1]) || text[end - 1] == '-') { --end; again = true; }
        else if (end - begin >= 3 && dash(end - 3)) { end -= 3; again = true; }
        else if (text[end - 1] == '.' && !(end - begin > 2 && text[end - 3] == '.') && !(end - begin > 2 && text[end - 3] == ' ')) { --end; again = true; }
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string_view in(std::string_view text, span s) { return text.substr(s.begin, s.size()); }

bool is_single_letter(const word& w) { return w.capital && (w.folded.size() == 1 || (w.upper && w.folded.size() == 2 && w.after == '.')); }

bool is_acronym(const word& w) { return w.upper && w.folded.size() >= 2; }

/// What speaks for words [from, to) being a person's name, and against.
int name_weight(const std::vector<word>& all, std::size_t from, std::size_t to, const lexicon& words) {
    int weight = 0;
    std::size_t k = from;
    bool honorific = false;
    // "County Councillor T Merriman"
    if (k + 1 < to && words.has(list::body_nouns, all[k].folded) && (all[k + 1].folded == "councillor" || all[k + 1].folded == "cllr")) ++k;
    while (k < to && words.has(list::honorifics, all[k].folded) && (all[k].capital || k > from)) {
        honorific = true;
        ++k;
    }
    if (honorific) weight += 4;
    const std::size_t own = to - k;
    if (own == 0 || own > 4 || (own == 1 && !honorific)) return -20;
    if (words.has(list::given_names, all[k].folded)) weight += 4;
    else if (own > 1 && is_single_letter(all[k])) weight += 3;
    else weight += 1;
    for (std::size_t i = k; i < to; ++i) {
        const word& w = all[i];
        const bool first = i == k, last = i + 1 == to;
        if (w.digits || (i > from && (w.before == '(' || w.before == '['))) return -20;
        if (!w.capital) {
            if (first || last || !words.has(list::particles, w.folded)) return -20;
            continue;
        }
        const bool given = words.has(list::given_names, w.folded);
        if (!given && words.has(list::function_words, w.folded) && w.folded.size() > 1) weight -= 6;
        if (!given && (words.has(list::role_nouns, w.folded) || words.has(list::organisation_nouns, w.folded) || words.has(list::areas, w.folded) || (i > k && words.has(list::honorifics, w.folded)))) weight -= last && own > 1 && (weight >= 4) && !words.has(list::role_nouns, w.folded) ? 2 : 5;
        if (is_acronym(w) && !is_single_letter(w) && !(first && own > 1 && w.folded.size() == 2)) weight -= 4;
        if (is_acronym(w) && first && w.folded.size() == 2 && own > 1) weight -= 1;
        if (!last && w.after && w.after != '.' && w.after != '\'' && w.after != '-') return -20;  // a mark inside
        if (w.after == '.' && !last && w.folded.size() > 2 && !words.has(list::honorifics, w.folded)) return -20;
        if (first && !given && words.has(list::openers, w.folded) && w.folded.size() > 1) weight -= 3;
        if (first && words.weekday(w.folded) && !given) weight -= 2;
        if (last && !first && is_single_letter(w) && w.after != '.') weight -= 5;  // "Rachel S" goes on
    }
    if (own > 3 && !words.has(list::particles, all[k + 1].folded) && !words.has(list::particles, all[k + 2].folded)) weight -= 3;
    // Three words are less often a name than two, unless a mark ends them or the middle one is an initial or a particle.
    if (own > 2 && !all[to - 1].after && !words.has(list::particles, all[k + 1].folded) && !is_single_letter(all[k + 1])) weight -= 1;
    return weight;
}

/// What speaks for words [from, to) being a role or an organisation.
int role_weight(const std::vector<word>& all, std::size_t from, std::size_t to, const lexicon& words) {
    if (from == to) return 0;
    bool role = false, body = false;
    int weight = 0;
    for (std::size_t i = from; i < to; ++i) {
        const word& w = all[i];
        role |= words.has(list::role_nouns, w.folded);
        body |= words.has(list::organisation_nouns, w.folded) || is_acronym(w);
        if (!w.capital && words.has(list::verbs, w.folded)) weight -= 8;
        if (words.has(list::given_names, w.folded) && w.capital) weight -= 2;
    }
    if (words.has(list::function_words, all[to - 1].folded) && !all[to - 1].upper) weight -= 6;
    const bool bracket = all[from].before == '(' || all[from].before == '[';
    return weight + (role ? 2 : body ? 1 : bracket ? 0 : -2);
}

constexpr std::size_t longest_name = 6;  // words

std::size_t length_of_name(const std::vector<word>& all, std::size_t from, std::size_t limit, const lexicon& words, int& weight) {
    std::size_t best = 0;
    weight = -20;
    for (std::size_t n = 1; n <= longest_name && from + n <= limit; ++n) {
        const int w = name_weight(all, from, from + n, words);
        if (w >= weight && w > -20) {
            weight = w;
            best = n;
        }
        const char mark = all[from + n - 1].after;
        if (mark && mark != '.' && mark != '\'' && mark != '-') break;
    }
    return best;
}

struct entry {
    std::size_t from, name_end, to;
    int weight;
};

bool hard_border(char c) { return c == ';' || c == '\n'; }

/// The best entry that takes words [from, to); names[n - 1] is the weight of its first n words as a name.
std::optional<entry> best_entry(const std::vector<word>& all, std::size_t from, std::size_t to, const std::array<int, longest_name>& names, const lexicon& words) {
    std::optional<entry> best;
    for (std::size_t n = 1; n <= longest_name && from + n <= to; ++n) {
        int weight = names[n - 1];
        if (weight <= -20) continue;
        const std::size_t end = from + n;
        if (end < to) {
            const char mark = all[end - 1].after;
            const bool bracket = all[end].before == '(' || all[end].before == '[';
            if (mark != ',' && mark != '-' && mark != ':' && mark != '\t' && mark != '.' && mark != ')' && !bracket) weight -= 2;  // no mark before the role
            if (mark == ';' || mark == '\n') continue;
            const bool roleish = words.has(list::role_nouns, all[end].folded) || is_acronym(all[end]) || (end + 1 < to && words.has(list::role_nouns, all[end + 1].folded));
            if ((mark == ',' || mark == '-') && roleish) weight += 2;
            if (bracket && is_initials(all[end].folded.size() < 5 && all[end].upper ? "AB" : "x")) weight += 3;
            weight += role_weight(all, end, to, words);
        }
        if (!best || weight > best->weight) best = entry{from, end, to, weight};
    }
    if (best) best->weight -= 2;
    return best;
}

int border_weight(const std::vector<word>& all, std::size_t at, const lexicon& words) {
    if (at == 0) return 0;
    const char mark = all[at - 1].after;
    if (hard_border(mark)) return 2;
    // "Jane Smith and Omar Reyes", but "Roads and Armed Policing"
    if (all[at - 1].folded == "and" || all[at - 1].folded == "&") return at > 1 && !words.has(list::areas, all[at - 2].folded) && at + 1 < all.size() && !words.has(list::areas, all[at + 1].folded) ? 1 : 0;
    if (mark == '-') return -3;  // behind a dash stands a role
    if (mark == ',' || mark == '.' || mark == '\t' || mark == ')' || mark == '/') return 0;
    return -1;
}

/// Where the list of people ends: at the first verb or other word that no name or role holds.
std::size_t end_of_list(const std::vector<word>& all, const lexicon& words) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!all[i].capital && words.has(list::verbs, all[i].folded)) return i;
    return all.size();
}

bool is_joint(const word& w) { return w.folded == "and" || w.folded == "also" || w.folded == "plus" || w.folded == "from"; }

person_finding describe(std::string_view text, std::size_t begin, std::size_t end, const lexicon& words) {
    const auto found = match_person(text.substr(begin, end - begin), words);
    person_finding p;
    if (!found) return p;
    p = *found;
    for (span* s : {&p.all, &p.name, &p.initials, &p.role, &p.organisation, &p.part}) {
        if (s->empty()) continue;
        s->begin += static_cast<std::uint32_t>(begin);
        s->end += static_cast<std::uint32_t>(begin);
    }
    return p;
}

/// A line's fields: parted by tabs, `|`, or two and more blanks.
std::vector<span> fields_of(std::string_view text) {
    std::vector<span> out;
    std::size_t from = 0;
    const auto add = [&](std::size_t end) {
        const span s = trimmed_in(text, from, end);
        if (!s.empty()) out.push_back(s);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool wide = text[i] == ' ' && i + 1 < text.size() && text[i + 1] == ' ';
        if (text[i] != '\t' && text[i] != '|' && !wide) continue;
        // Two blanks typed inside a role part nothing: "Adviser to  the Chair".
        if (wide && starts_lower(trim(text.substr(i)))) continue;
        add(i);
        while (i < text.size() && (text[i] == ' ' || text[i] == '\t' || text[i] == '|')) ++i;
        from = i;
        --i;
    }
    add(text.size());
    return out;
}

bool is_part_mark(std::string_view text, const lexicon& words) {
    const auto folded = fold(text);
    if (words.has(list::part_marks, folded)) return true;
    // "for item 3", "left at 10.15am", "until 3pm", "items 2-4": a mark and figures
    std::string lead;
    for (const auto& w : words_in(text.substr(0, std::min<std::size_t>(text.size(), 80)))) {
        if (!lead.empty()) lead += ' ';
        lead += w.folded;
        if (words.has(list::part_marks, lead)) return true;
    }
    return false;
}

/// Initials that fit the name: made of its words' first letters, in order, the last name's among them.
bool fits_name(std::string_view initials, std::string_view name) {
    std::string letters;
    for (const auto& w : words_in(name))
        for (std::size_t i = 0; i < w.folded.size(); ++i)
            if (i == 0 || w.folded[i - 1] == '-' || w.folded[i - 1] == '\'' || (i == 2 && w.folded.starts_with("mc"))) letters += w.folded[i];
    // Small letters only tell people apart: "ASa", "WMcK".
    std::string wanted;
    for (const auto plain = plain_initials(initials); const char c : plain)
        if (c < 'a' || c > 'z') wanted += c;
    wanted = fold(wanted);
    std::size_t k = 0;
    for (const char c : letters) k += k < wanted.size() && c == wanted[k];
    return k == wanted.size();
}

struct line_reader {
    std::string_view text;
    const lexicon& words;
    person_finding out;

    /// What brackets beside a name or behind a role say: initials, "part", how somebody took part.
    /// False when they belong to the words before them: "Clerk (Acting)".
    bool take_bracket(span inner, bool beside_name) {
        const auto inside = in(text, inner);
        if (const auto comma = inside.find(','); comma != inside.npos && beside_name && out.initials.empty() && is_initials(inside.substr(0, comma)) && recalls_name(inside.substr(0, comma), in(text, out.name))) {
            // "(JA, Chair)"
            out.initials = {inner.begin, static_cast<std::uint32_t>(inner.begin + comma)};
            return take_bracket(trimmed_in(text, inner.begin + comma, inner.end), true);
        }
        if (is_part_mark(inside, words)) out.part = inner;
        else if (words.has(list::manner_marks, fold(inside)) || (beside_name && starts_lower(inside))) return true;  // "(on behalf of …)"
        else if (is_initials(inside) && out.initials.empty() && (fits_name(inside, in(text, out.name)) || (beside_name && recalls_name(inside, in(text, out.name))))) out.initials = inner;
        else if (beside_name && out.role.empty() && out.organisation.empty()) split_role(text, inner, words, out);
        else return false;
        return true;
    }

    /// Takes the brackets behind a role that are no part of it.
    void take_brackets(span& s) {
        for (;;) {
            const auto t = in(text, s);
            if (t.empty() || (t.back() != ')' && t.back() != ']')) return;
            const auto open = t.find_last_of("([");
            if (open == t.npos || !take_bracket(trimmed_in(text, s.begin + open + 1, s.end - 1), false)) return;
            s = trimmed_in(text, s.begin, s.begin + open);
        }
    }

    /// Takes the brackets that stand right behind the name; what follows them stays.
    void take_leading_brackets(span& s) {
        for (;;) {
            const auto t = in(text, s);
            const auto open = t.find_first_not_of(" *#^~+");
            if (open == t.npos || (t[open] != '(' && t[open] != '[')) return;
            const auto close = t.find_first_of(")]", open);
            if (close == t.npos) return;
            take_bracket(trimmed_in(text, s.begin + open + 1, s.begin + close), true);
            s.begin += static_cast<std::uint32_t>(close + 1);
        }
    }

    void take_role(span s) {
        if (s.empty()) return;
        if (is_part_mark(in(text, s), words) && out.part.empty()) { out.part = s; return; }
        if (words.has(list::manner_marks, fold(in(text, s)))) return;
        // "… and 3 members of the public"
        if (const auto all = words_in(in(text, s)); !all.empty() && (all[0].folded == "and" || all[0].folded == "plus" || (all[0].digits && !all[0].capital))) return;
        if (out.role.empty() && out.organisation.empty()) {
            split_role(text, s, words, out);
        } else if (out.organisation.empty()) {
            out.organisation = s;
        } else if (out.role.empty()) {
            out.role = s;
        } else {
            out.organisation.end = s.end;
        }
    }

    /// "JS = Jane Smith", "(JS) Jane Smith": initials before the name.
    void take_leading_initials(span& s) {
        const auto t = in(text, s);
        const auto all = words_in(t);
        if (all.size() < 3 || all[0].after == '.' || !all[1].capital) return;
        const auto head = t.substr(all[0].begin, all[0].end - all[0].begin);
        const auto between = t.substr(all[0].end, all[1].begin - all[0].end);
        const bool parted = between.find_first_of("=:)]-") != between.npos || between.find("\u2013") != between.npos;
        if (!parted || !is_initials(head) || words.has(list::honorifics, all[0].folded) || !out.initials.empty()) return;
        out.initials = {static_cast<std::uint32_t>(s.begin + all[0].begin), static_cast<std::uint32_t>(s.begin + all[0].end)};
        s.begin += static_cast<std::uint32_t>(all[1].begin);
    }

    /// ", JS" or " – JS" at the end: initials that fit the name, or the role that stands before them.
    void take_trailing_initials(span& s) {
        const auto t = in(text, s);
        const auto all = words_in(t);
        if (all.empty() || !out.initials.empty()) return;
        const auto& last = all.back();
        const auto tail = t.substr(last.begin, last.end - last.begin);
        const auto gap = all.size() == 1 ? std::string_view(",") : t.substr(all[all.size() - 2].end, last.begin - all[all.size() - 2].end);
        const bool parted = gap.find_first_of(",;-") != gap.npos || gap.find("\u2013") != gap.npos || gap.find("\u2014") != gap.npos;
        if (!parted || last.end != t.size() || !is_initials(tail)) return;
        const auto before = t.substr(0, last.begin);
        if (!fits_name(tail, in(text, out.name)) && !(all.size() > 2 && fits_name(tail, before) && (plain_initials(tail).size() > 2 || gap.find(',') == gap.npos))) return;
        out.initials = {static_cast<std::uint32_t>(s.begin + last.begin), s.end};
        s = trimmed_in(text, s.begin, s.begin + last.begin);
    }

    /// The field with the name, and what follows it in the same field.
    bool take_name(span s) {
        take_leading_initials(s);
        const auto t = in(text, s);
        const auto all = words_in(t);
        if (all.empty()) return false;
        int weight = 0;
        const std::size_t n = length_of_name(all, 0, all.size(), words, weight);
        if (!n) return false;
        std::size_t end = n;
        // An unknown name runs to the mark behind it; a known role word may stop it earlier.
        out.weight = weight;
        out.name = trimmed_in(text, s.begin + all[0].begin, s.begin + all[end - 1].end);
        span rest{static_cast<std::uint32_t>(s.begin + all[end - 1].end), s.end};
        take_leading_brackets(rest);
        rest = trimmed_in(text, rest.begin, rest.end);
        take_trailing_initials(rest);
        take_brackets(rest);
        take_trailing_initials(rest);
        take_role(rest);
        return true;
    }
};

}  // namespace

void split_role(std::string_view text, span where, const lexicon& words, person_finding& out) {
    const auto t = in(text, where);
    // Segments between commas and dashes; the last ones may be the organisation.
    std::vector<std::size_t> cuts{0};
    int depth = 0;
    for (std::size_t i = 0; i < t.size(); ++i) {
        depth += t[i] == '(' ? 1 : t[i] == ')' ? -1 : 0;
        const bool dash = (t.substr(i).starts_with(" - ") || t.substr(i).starts_with(" \u2013 ") || t.substr(i).starts_with(" \u2014 "));
        if (depth <= 0 && (t[i] == ',' || t[i] == ';' || dash)) cuts.push_back(i);
    }
    const auto segment = [&](std::size_t k) {
        return trimmed_in(text, where.begin + cuts[k], k + 1 < cuts.size() ? where.begin + cuts[k + 1] : where.end);
    };
    const auto is_body = [&](span s) {
        const auto all = words_in(in(text, s));
        if (all.empty() || !all.front().capital) return false;
        bool role = false, body = false, only_areas = true;
        for (const auto& w : all) {
            role |= words.has(list::role_nouns, w.folded) && !words.has(list::organisation_nouns, w.folded);
            body |= words.has(list::organisation_nouns, w.folded);
            only_areas &= words.has(list::areas, w.folded) || words.has(list::function_words, w.folded);
        }
        const bool closing_noun = words.has(list::organisation_nouns, all.back().folded);
        if (all.size() == 1 && is_acronym(all[0]) && words.has(list::role_nouns, all[0].folded)) return false;
        const bool acronym = is_acronym(all.back()) && all.size() <= 3 && !words.has(list::role_nouns, all.back().folded) && !words.has(list::areas, all.back().folded);
        if (only_areas && !closing_noun) return false;
        if (only_areas && all.size() > 1 && words.has(list::areas, all.back().folded)) return false;
        if (only_areas && all.size() == 1) return false;
        // "Parks and Cemeteries" goes on with the role before it.
        const bool field = std::any_of(all.begin(), all.end(), [](const word& w) { return w.folded == "and" || w.folded == "&"; });
        if (field && (!closing_noun || words.has(list::areas, all.back().folded)) && cuts.size() > 1) return false;
        if (role) return closing_noun && all.size() > 2 && !words.has(list::role_nouns, all.front().folded);
        return body || acronym || std::all_of(all.begin(), all.end(), [&](const word& w) { return w.capital || words.has(list::function_words, w.folded) || words.has(list::particles, w.folded); });
    };
    std::size_t last = cuts.size();
    if (cuts.size() > 1) {
        if (is_body(segment(cuts.size() - 1))) last = cuts.size() - 1;
    } else {
        const auto only = segment(0);
        const auto all = words_in(in(text, only));
        const bool role = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::role_nouns, w.folded) && !words.has(list::organisation_nouns, w.folded); });
        if (!role && is_body(only)) last = 0;
    }
    if (last > 0) out.role = trimmed_in(text, where.begin, last < cuts.size() ? where.begin + cuts[last] : where.end);
    if (last < cuts.size()) out.organisation = trimmed_in(text, where.begin + cuts[last], where.end);
}

std::optional<person_finding> match_person(std::string_view text, const lexicon& words) {
    line_reader r{text, words, {}};
    auto fields = fields_of(text);
    if (fields.empty()) return {};
    r.out.all = trimmed_in(text, 0, text.size());
    // Initials stand in a field of their own, mostly the last, perhaps with "(part)" behind them; sometimes first.
    for (std::size_t i = fields.size(); fields.size() > 1 && i-- > 0;) {
        span s = fields[i];
        const auto t = in(text, s);
        const auto bracket = t.find_first_of("([");
        const span head = trimmed_in(text, s.begin, bracket == t.npos ? s.end : s.begin + bracket);
        const span inside = bracket == t.npos ? span{} : trimmed_in(text, s.begin + bracket + 1, s.end - (t.back() == ')' || t.back() == ']' ? 1 : 0));
        if (is_initials(in(text, head)) && r.out.initials.empty()) {
            r.out.initials = head;
            if (!inside.empty() && is_part_mark(in(text, inside), words)) r.out.part = inside;
        } else if (head.empty() && is_initials(in(text, inside)) && r.out.initials.empty()) {
            r.out.initials = inside;
        } else if (head.empty() && is_part_mark(in(text, inside), words)) {
            r.out.part = inside;
        } else {
            continue;
        }
        fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (fields.empty()) return {};
    // The number of a numbered list is no part of the name.
    while (fields.size() > 1 && in(text, fields[0]).find_first_not_of("0123456789.)(") == std::string_view::npos) fields.erase(fields.begin());
    if (!r.take_name(fields[0])) return {};
    for (std::size_t i = 1; i < fields.size(); ++i) {
        r.take_brackets(fields[i]);
        r.take_role(fields[i]);
    }
    return r.out;
}

std::vector<person_finding> match_people(std::string_view text, const lexicon& words) {
    const auto all = words_in(text);
    const std::size_t n = end_of_list(all, words);
    constexpr int none = std::numeric_limits<int>::min() / 2;
    constexpr std::size_t longest = 24;  // words in one entry: names with the longest roles seen have 15
    // best[i]: weight of the best way to read words [0, i) as entries, `and` between them being nobody's
    std::vector<int> best(n + 1, none);
    std::vector<entry> via(n + 1, entry{0, 0, 0, 0});
    best[0] = 0;
    std::size_t reached = 0;
    int depth = 0;  // of brackets before word i: nobody's entry starts inside them
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t at = i ? all[i - 1].end : 0; at < all[i].begin; ++at) depth += text[at] == '(' ? 1 : text[at] == ')' && depth > 0 ? -1 : 0;
        if (best[i] == none || depth > 0) continue;
        if (is_joint(all[i]) && best[i] + 1 > best[i + 1]) {
            best[i + 1] = best[i] + 1;
            via[i + 1] = {i, i, i + 1, 0};
        }
        std::array<int, longest_name> names{};
        bool any = false;
        for (std::size_t k = 1; k <= longest_name; ++k) {
            names[k - 1] = i + k <= n ? name_weight(all, i, i + k, words) : -20;
            any |= names[k - 1] > -20;
        }
        for (std::size_t to = i + 1; any && to <= std::min(n, i + longest); ++to) {
            if (to - i > 1 && hard_border(all[to - 2].after)) break;
            const auto e = best_entry(all, i, to, names, words);
            if (!e) continue;
            const int total = best[i] + e->weight + border_weight(all, i, words);
            if (total > best[to]) {
                best[to] = total;
                via[to] = *e;
            }
        }
    }
    // The longest reading that is still worth it.
    for (std::size_t i = 1; i <= n; ++i)
        if (best[i] != none && best[i] + 1 >= best[reached]) reached = i;
    std::vector<entry> entries;
    for (std::size_t i = reached; i > 0; i = via[i].from) entries.push_back(via[i]);
    std::vector<person_finding> out;
    for (auto e = entries.rbegin(); e != entries.rend(); ++e) {
        if (e->name_end == e->from) continue;  // a joint
        std::size_t end = all[e->to - 1].end;
        while (end < text.size() && (text[end] == ')' || text[end] == ']' || text[end] == '.')) ++end;
        auto p = describe(text, all[e->from].begin, end, words);
        p.weight = e->weight;
        if (!p.name.empty()) out.push_back(p);
    }
    return out;
}

}  // namespace minutes
