// SPDX-License-Identifier: Apache-2.0
#include "person.hpp"

#include <algorithm>
#include <array>

#include "initials.hpp"
#include "owner.hpp"
#include "person_name.hpp"
#include "phrase.hpp"
#include "pronouns.hpp"

namespace minutes {

namespace {

using list = word_list;

std::size_t length_of_name(words_view all, std::size_t from, std::size_t limit, const lexicon& words, int& weight) {
    std::size_t best = 0;
    weight = -20;
    for (std::size_t n = 1; n <= longest_name && from + n <= limit; ++n) {
        const int w = name_weight(all, from, from + n, words);
        if (w >= weight && w > -20) {
            weight = w;
            best = n;
        }
        const char mark = all[from + n - 1].after;
        if (mark && mark != '.' && mark != '\'' && mark != '-' && !is_nickname(all, from + n - 1, words)) break;
    }
    return best;
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

    /// "substituting for Tom Ash": Tom Ash.
    span substituted_in(span s) const {
        const auto t = in(text, s);
        const auto all = words_in(t, words, 8);
        const std::size_t n = phrase_length(all, 0, list::substitute_marks, words);
        return n == 0 || n >= all.size() ? span{} : trimmed_in(text, s.begin + all[n].begin, s.end);
    }

    /// What brackets beside a name or behind a role say: initials, "part", how somebody took part.
    /// False when they belong to the words before them: "Clerk (Acting)".
    bool take_bracket(span inner, bool beside_name) {
        inner = without_pronouns(text, inner, words);
        if (inner.empty()) return true;  // "(she/her)"
        const auto inside = in(text, inner);
        if (const auto comma = inside.find(','); comma != inside.npos && beside_name && out.initials.empty() && is_initials(inside.substr(0, comma)) && recalls_name(inside.substr(0, comma), in(text, out.name))) {
            // "(JA, Chair)"
            out.initials = {inner.begin, static_cast<std::uint32_t>(inner.begin + comma)};
            return take_bracket(trimmed_in(text, inner.begin + comma, inner.end), true);
        }
        const bool letters = is_initials(inside) && inside.find_first_of("abcdefghijklmnopqrstuvwxyz") == inside.npos && fits_name(inside, in(text, out.name)) && inside.size() > 1;  // "Paul Turner (PT)"
        if (const span other = substituted_in(inner); !other.empty()) out.substitute = other;
        else if (!(letters && out.initials.empty()) && is_part_mark(inside, words)) out.part = inner;
        else if (words.has(list::manner_marks, fold(inside)) || (beside_name && starts_lower(inside) && !is_small_office(inside))) return true;  // "(on behalf of …)"
        else if (is_initials(inside) && out.initials.empty() && (fits_name(inside, in(text, out.name)) || (beside_name && recalls_name(inside, in(text, out.name))))) out.initials = inner;
        else if (beside_name && out.role.empty() && out.organisation.empty()) split_role(text, inner, words, out);
        else return false;
        return true;
    }

    /// "chair", "parish clerk": an office in small letters.
    bool is_small_office(std::string_view t) const {
        constexpr std::size_t longest = 4;  // words
        const auto all = words_in(t, words, longest + 1);
        return all.size() <= longest && !all.empty() && words.has(list::role_nouns, all.back()) && std::none_of(all.begin(), all.end(), [&](const word& w) { return w.digits || w.after || words.has_any({list::function_words, list::crowd_words}, w); });
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
        if (const span other = substituted_in(s); !other.empty()) { out.substitute = other; return; }
        if (is_part_mark(in(text, s), words) && out.part.empty()) { out.part = s; return; }
        if (words.has(list::manner_marks, fold(in(text, s)))) return;
        // "… and 3 members of the public"
        if (const auto all = words_in(in(text, s), words); !all.empty() && (words.has(list::joining_words, all[0]) || (all[0].digits && !all[0].capital))) return;
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
        const auto all = words_in(t, words);
        if (all.size() < 3 || all[0].after == '.' || !all[1].capital) return;
        const auto head = t.substr(all[0].begin, all[0].end - all[0].begin);
        const auto between = t.substr(all[0].end, all[1].begin - all[0].end);
        const bool parted = between.find_first_of("=:)]-") != between.npos || between.find("\u2013") != between.npos;
        if (!parted || !is_initials(head) || words.has(list::honorifics, all[0]) || !out.initials.empty()) return;
        out.initials = {static_cast<std::uint32_t>(s.begin + all[0].begin), static_cast<std::uint32_t>(s.begin + all[0].end)};
        s.begin += static_cast<std::uint32_t>(all[1].begin);
    }

    /// ", JS" or " – JS" at the end: initials that fit the name, or the role that stands before them.
    void take_trailing_initials(span& s) {
        const auto t = in(text, s);
        const auto all = words_in(t, words);
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
        const auto all = words_in(t, words);
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
        take_leading_brackets(rest);  // "Ann Bell - (Hill Works) Clerk"
        rest = trimmed_in(text, rest.begin, rest.end);
        take_trailing_initials(rest);
        take_brackets(rest);
        take_trailing_initials(rest);
        take_role(rest);
        return true;
    }
};

}  // namespace

bool is_part_mark(std::string_view text, const lexicon& words) {
    const auto folded = fold(text);
    if (words.has(list::part_marks, folded)) return true;
    // "for item 3", "left at 10.15am", "until 3pm", "items 2-4": a mark and figures; "from Hill Works" tells something else
    const auto all = words_in(text.substr(0, std::min<std::size_t>(text.size(), 80)), words);
    if (!all.empty() && words.has(list::out_of_words, all[0]) && text.find_first_of("0123456789") == text.npos) return false;
    std::string lead;
    for (const auto& w : all) {
        if (!lead.empty()) lead += ' ';
        lead += w.folded;
        if (words.has(list::part_marks, lead)) return true;
    }
    return false;
}

namespace {

/// "Inc." of "Hill Works, Inc.": whether what stands behind a comma is the last word of a body's name.
bool is_company_form(std::string_view t, const lexicon& words) {
    constexpr std::array<std::string_view, 17> forms = {"inc", "llc", "ltd", "limited", "plc", "corp", "co", "llp", "gmbh", "ag", "bv", "nv", "ab", "oy", "pty", "sarl", "aps"};
    const auto all = words_in(t.substr(0, t.find_first_of(",;")), words, 2);
    if (all.size() != 1 || t.substr(all[0].end).find_first_not_of(". ,)") != t.npos) return false;
    std::string form(all[0].folded);
    std::erase(form, '.');
    return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

void split_role(std::string_view text, span where, const lexicon& words, person_finding& out) {
    where = without_pronouns(text, where, words);
    if (where.empty()) return;
    const auto t = in(text, where);
    // Segments between commas and dashes; the last ones may be the organisation.
    std::vector<std::size_t> cuts{0};
    int depth = 0;
    for (std::size_t i = 0; i < t.size(); ++i) {
        depth += t[i] == '(' ? 1 : t[i] == ')' ? -1 : 0;
        const bool dash = (t.substr(i).starts_with(" - ") || t.substr(i).starts_with(" \u2013 ") || t.substr(i).starts_with(" \u2014 "));
        if (depth <= 0 && (t[i] == ',' || t[i] == ';' || dash) && !(t[i] == ',' && is_company_form(t.substr(i + 1), words))) cuts.push_back(i);
    }
    const auto segment = [&](std::size_t k) {
        return trimmed_in(text, where.begin + cuts[k], k + 1 < cuts.size() ? where.begin + cuts[k + 1] : where.end);
    };
    const auto is_body = [&](span s) {
        const auto all = words_in(in(text, s), words);
        if (all.empty() || !all.front().capital) return false;
        bool role = false, body = false, only_areas = true;
        for (const auto& w : all) {
            role |= words.has(list::role_nouns, w) && !words.has(list::organisation_nouns, w);
            body |= words.has(list::organisation_nouns, w);
            only_areas &= words.has(list::areas, w) || words.has(list::function_words, w);
        }
        if (all.size() == 1 && words.has(list::guest_words, all[0])) return false;  // "Hill Works, Guest"
        const bool closing_noun = words.has(list::organisation_nouns, all.back());
        if (all.size() == 1 && is_acronym(all[0]) && words.has(list::role_nouns, all[0])) return false;
        const bool acronym = is_acronym(all.back()) && all.size() <= 3 && !words.has(list::role_nouns, all.back()) && !words.has(list::areas, all.back());
        if (only_areas && !closing_noun) return false;
        if (only_areas && all.size() > 1 && words.has(list::areas, all.back())) return false;
        if (only_areas && all.size() == 1) return false;
        // "Parks and Cemeteries" goes on with the role before it.
        const bool field = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::joining_words, w) || w.folded == "&"; });
        if (field && (!closing_noun || words.has(list::areas, all.back())) && cuts.size() > 1) return false;
        if (role) return closing_noun && all.size() > 2 && !words.has(list::role_nouns, all.front());
        return body || acronym || std::all_of(all.begin(), all.end(), [&](const word& w) { return w.capital || words.has(list::function_words, w) || words.has(list::particles, w); });
    };
    std::size_t last = cuts.size();
    if (cuts.size() == 2) {  // "Hill Works, Guest"
        const auto body = words_in(in(text, segment(0)), words), post = words_in(in(text, segment(1)), words, 2);
        if (post.size() == 1 && words.has_any({list::role_nouns, list::guest_words}, post[0]) && !body.empty() && words.has(list::organisation_nouns, body.back()) && is_body(segment(0))) {
            out.role = segment(1);
            out.organisation = segment(0);
            return;
        }
    }
    if (cuts.size() > 1) {
        if (is_body(segment(cuts.size() - 1))) last = cuts.size() - 1;
    } else {
        const auto only = segment(0);
        const auto all = words_in(in(text, only), words);
        const bool role = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::role_nouns, w) && !words.has(list::organisation_nouns, w); });
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

}  // namespace minutes
