// SPDX-License-Identifier: Apache-2.0
#include "roster.hpp"

#include <algorithm>
#include <string>

#include "label.hpp"
#include "owner.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

struct reader {
    std::string_view text;
    const lexicon& words;

    std::string_view in(span s) const { return text.substr(s.begin, s.size()); }

    span bare(span s) const {
        const auto is_gap = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == ',' || c == ';' || c == '*' || c == '|'; };
        while (!s.empty() && (is_gap(text[s.begin]) || text[s.begin] == '.' || text[s.begin] == ':')) ++s.begin;
        while (!s.empty() && (is_gap(text[s.end - 1]) || (text[s.end - 1] == '.' && s.size() > 3 && text[s.end - 3] != ' ' && text[s.end - 3] != '.'))) --s.end;
        return s;
    }

    /// Cuts at marks outside brackets.
    std::vector<span> cut(span s, std::string_view marks) const {
        std::vector<span> out;
        int depth = 0;
        std::uint32_t from = s.begin;
        for (std::uint32_t i = s.begin; i < s.end; ++i) {
            const char c = text[i];
            if (c == '(' || c == '[') ++depth;
            else if ((c == ')' || c == ']') && depth > 0) --depth;
            else if (depth == 0 && marks.find(c) != marks.npos) {
                if (const span piece = bare({from, i}); !piece.empty()) out.push_back(piece);
                from = i + 1;
            }
        }
        if (const span piece = bare({from, s.end}); !piece.empty()) out.push_back(piece);
        return out;
    }

    /// "Jane Smith and the Clerk": the last of a list stands behind "and".
    std::vector<span> cut_at_and(std::vector<span> pieces) const {
        std::vector<span> out;
        for (const span p : pieces) {
            const auto t = in(p);
            std::size_t split = t.npos, width = 0;
            for (const auto& w : words_in(t)) {
                const auto before = t.substr(0, w.begin);
                const bool inside = std::count(before.begin(), before.end(), '(') > std::count(before.begin(), before.end(), ')');
                if (!inside && words.has(list::joining_words, w.folded) && w.begin > 0 && w.end < t.size()) {
                    split = w.begin;
                    width = w.end - w.begin;
                }
            }
            if (split == t.npos) {
                const auto amp = t.find(" & ");
                if (amp != t.npos) {
                    split = amp + 1;
                    width = 1;
                }
            }
            if (split == t.npos) {
                out.push_back(p);
                continue;
            }
            const span left = bare({p.begin, static_cast<std::uint32_t>(p.begin + split)}), right = bare({static_cast<std::uint32_t>(p.begin + split + width), p.end});
            const bool names = (left.empty() || is_name_like(left)) && !right.empty() && (is_name_like(right) || says_crowd(right));
            if (!names) {
                out.push_back(p);
                continue;
            }
            if (!left.empty()) out.push_back(left);
            out.push_back(right);
        }
        return out;
    }

    /// "16 members of the public", "the press": people without names.
    bool says_crowd(span s) const {
        const auto all = words_in(in(s));
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::crowd_words, w.folded); }) && !all.empty() && (all[0].digits || !all[0].capital || words.has(list::function_words, all[0].folded) || words.has(list::crowd_words, all[0].folded));
    }

    /// The words of a piece before its bracket or dash: its name, if it is a person.
    span head_of(span p) const {
        const auto t = in(p);
        std::size_t end = std::min({t.find('('), t.find('['), t.find(" - "), t.find(" \u2013"), t.find(" \u2014"), t.find("\u2013 "), t.find('\t'), t.find("   "), t.find('@'), t.size()});
        while (end > 0 && (t[end - 1] == ' ' || t[end - 1] == '-')) --end;
        return {p.begin, static_cast<std::uint32_t>(p.begin + end)};
    }

    bool is_role_like(std::string_view t) const {
        const auto all = words_in(t);
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::role_nouns, w.folded) || words.has(list::organisation_nouns, w.folded); });
    }

    /// One to five words, all capitalised but particles, none that only roles or bodies have.
    bool is_name_like(span p) const {
        const span head = head_of(p);
        const auto t = in(head);
        auto all = words_in(t);
        while (!all.empty() && words.has(list::honorifics, all.front().folded)) all.erase(all.begin());
        if (all.empty() || all.size() > 5) return false;
        for (const auto& w : all) {
            if (!w.capital && !words.has(list::particles, w.folded)) return false;
            if (w.digits) return false;
        }
        const bool known_name = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::given_names, w.folded); });
        if (known_name) return true;
        return !is_role_like(t) && !words.has(list::function_words, all[0].folded) && all.size() >= 2;
    }

    /// A piece that can hardly be anything but a person: a known forename, an honorific or an initial at its head, initials in brackets that its name forms.
    bool is_surely_person(span p) const {
        const auto head = in(head_of(p));
        const auto all = words_in(head);
        if (all.empty()) return false;
        if (words.has(list::honorifics, all[0].folded) || words.has(list::given_names, all[0].folded)) return true;
        if (all.size() > 1 && all[0].folded.size() == 1) return true;
        const auto open = in(p).find('('), close = in(p).find(')');
        return open != std::string_view::npos && close != std::string_view::npos && close > open && forms_initials(trim(in(p).substr(open + 1, close - open - 1)), head);
    }

    /// A lone word: forename, surname or handle.
    bool is_handle(span p) const {
        const auto head = in(head_of(p));
        const auto all = words_in(head);
        return all.size() == 1 && all[0].begin <= 1 && head.size() >= 2 && head.size() <= 24 && !words.has(list::function_words, all[0].folded) && !words.has(list::role_nouns, all[0].folded) &&
               !words.is_label(all[0].folded, label::none) && all[0].folded.find_first_not_of("0123456789") != std::string::npos && words.labels(all[0].folded).empty();
    }

    /// What a word behind the name, or a box before it, says of this person's attendance.
    std::optional<attendance> status_of(std::string_view t) const {
        std::string plain;
        for (const auto& w : words_in(t)) plain += (plain.empty() ? "" : " ") + w.folded;
        if (words.has(list::here_words, plain)) return attendance::present;
        if (words.has(list::away_words, plain)) return words.is_label(plain, label::apologies) ? attendance::apologies : attendance::absent;
        return {};
    }

    /// "- ", "* ", "[x] ", "1. " before the name.
    span behind_marks(span s, std::optional<attendance>& said) const {
        for (bool again = true; again;) {
            again = false;
            auto t = in(s);
            while (!t.empty() && (t[0] == ' ' || t[0] == '\t')) t = in({++s.begin, s.end});
            for (const std::string_view mark : {"- ", "* ", "+ ", "o ", "\u2022", "\u25CF", "\u25CB", "\u25AA", "\u2013 ", "\u00B7"})
                if (t.starts_with(mark)) {
                    s.begin += static_cast<std::uint32_t>(mark.size());
                    again = true;
                    break;
                }
            if (again) continue;
            for (const auto& [box, how] : {std::pair{"[x]", attendance::present}, {"[X]", attendance::present}, {"[ ]", attendance::absent}, {"[]", attendance::absent}, {"\u2611", attendance::present}, {"\u2610", attendance::absent},
                                           {"\u2612", attendance::present}, {"\u2713", attendance::present}, {"\u2714", attendance::present}, {"\u2705", attendance::present}, {"\u274C", attendance::absent}})
                if (t.starts_with(box)) {
                    said = how;
                    s.begin += static_cast<std::uint32_t>(std::string_view(box).size());
                    again = true;
                    break;
                }
            if (again) continue;
            if (const auto n = number_at(in(s), words); n && n->marked && n->rest < in(s).size()) {
                s.begin += static_cast<std::uint32_t>(n->rest);
                again = true;
            }
        }
        return s;
    }

    static void shift(person_finding& f, std::uint32_t by) {
        for (span* s : {&f.all, &f.name, &f.initials, &f.role, &f.organisation, &f.part})
            if (!s->empty()) *s = {s->begin + by, s->end + by};
    }

    /// "(AHol)" behind Alan Holzer's name is his initials, whatever their case.
    void find_initials(person_finding& f, span p) const {
        if (!f.initials.empty() || f.name.empty()) return;
        const auto t = in(p);
        for (std::size_t open = t.find('('); open != t.npos; open = t.find('(', open + 1)) {
            const auto close = t.find(')', open);
            if (close == t.npos) return;
            const auto inner = trim(t.substr(open + 1, close - open - 1));
            if (!forms_initials(inner, in(f.name))) continue;
            const auto begin = static_cast<std::uint32_t>(inner.data() - text.data());
            f.initials = at(begin, begin + inner.size());
            for (span* s : {&f.role, &f.organisation})
                if (!s->empty() && s->begin <= f.initials.end && f.initials.begin <= s->end) {
                    // What stands before the brackets stays.
                    std::uint32_t end = static_cast<std::uint32_t>(p.begin + open);
                    while (end > s->begin && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
                    *s = end > s->begin ? span{s->begin, end} : span{};
                }
            return;
        }
    }

    std::optional<roster_entry> entry(span p, std::optional<attendance> said) const {
        p = behind_marks(p, said);
        p = bare(p);
        if (p.empty() || says_crowd(p)) return {};
        roster_entry e;
        e.said = said;
        // "Cauthorne – Here": a status behind the last dash or in the last brackets
        const auto t = in(p);
        for (const std::string_view dash : {" - ", " -", " \u2013 ", " \u2014 ", ": ", "("}) {
            const auto cut_at = t.rfind(dash);
            if (cut_at == t.npos || cut_at == 0) continue;
            if (const auto how = status_of(t.substr(cut_at + dash.size()))) {
                e.said = how;
                p = bare({p.begin, static_cast<std::uint32_t>(p.begin + cut_at)});
                break;
            }
        }
        auto f = match_person(in(p), words);
        if (f) shift(*f, p.begin);
        // A head that is no name ("Ch Insp") is read away by the people's own grammar.
        if (!f || f->weight < 1)
            if (auto people = match_people(in(p), words); !people.empty() && people.back().weight > 2 && (people.size() == 1 || (people.size() == 2 && people[0].weight < -2))) {
                f = people.back();
                shift(*f, p.begin);
            }
        if (!f || f->weight < 1 || f->name.empty()) {
            if (!is_handle(p) && !is_name_like(p)) return {};
            person_finding lone;
            lone.all = p;
            lone.name = head_of(p);
            lone.weight = 1;
            const auto open = in(p).find('(');
            const auto close = in(p).rfind(')');
            if (open != std::string_view::npos && close != std::string_view::npos && close > open + 1) lone.role = at(p.begin + open + 1, p.begin + close);
            f = lone;
        }
        find_initials(*f, p);
        // "@handle" behind a name is no role.
        for (span* s : {&f->role, &f->organisation})
            if (!s->empty() && in(*s).starts_with('@')) {
                const auto end = in(*s).find(' ');
                *s = end == std::string_view::npos ? span{} : bare({static_cast<std::uint32_t>(s->begin + end), s->end});
                if (!s->empty() && text[s->begin] == '(' && text[s->end - 1] == ')') *s = {s->begin + 1, s->end - 1};
            }
        e.person = *f;
        return e;
    }

    /// The pieces when a mark parts people: most of them are names, and none is only a role.
    std::vector<span> people_parted_by(span s, std::string_view marks) const {
        const auto raw = cut(s, marks);
        if (raw.size() < 2 && (!marks.empty() || cut(s, ",;").size() > 1)) return {};
        auto pieces = cut_at_and(raw);
        // "Alun Davies, Kim Davies and Owen Williams" behind "Councillors".
        if (pieces.size() < 2) return {};
        std::size_t names = 0, handles = 0, crowds = 0, sure = 0;
        for (const span p : pieces) {
            names += is_name_like(p);
            handles += is_handle(p) && !is_name_like(p);
            crowds += says_crowd(p);
            sure += is_surely_person(p);
        }
        // A comma parts a person from role and body as well: "Jane Smith, Head Office, Barset".
        const bool enough = (marks.find(',') == marks.npos && !marks.empty()) || sure * 2 >= names || (names >= 5 && sure > 0);
        if (names + crowds == pieces.size() && names >= 2 && enough) return pieces;
        // Fields of one person stand between tabs: his initials, his role.
        if (marks.find('\t') != marks.npos) return {};
        if (handles + names + crowds == pieces.size() && (handles >= 3 || (names > 0 && handles + names > 3) || (handles + names >= 2 && marks != ","))) return pieces;
        return {};
    }

    /// People parted by one mark throughout, or standing side by side; empty when no mark parts them all.
    std::vector<roster_entry> parted() const {
        std::optional<attendance> said;
        span all = bare(behind_marks(at(0, text.size()), said));
        // "Councillors Alun Davies, …": the honorific is everybody's.
        const auto first = words_in(in(all));
        if (first.size() > 2 && words.has(list::plural_honorifics, first[0].folded)) all.begin += static_cast<std::uint32_t>(first[0].end);
        all = bare(all);
        std::vector<span> pieces;
        for (const std::string_view marks : {";", "\t|", ",;", "/", ",", ""}) {
            pieces = people_parted_by(all, marks);
            if (!pieces.empty()) break;
        }
        if (pieces.empty() && in(all).find("   ") != std::string_view::npos) {
            // Columns side by side, parted by blanks.
            std::vector<span> columns;
            std::uint32_t from = all.begin;
            for (std::uint32_t i = all.begin; i < all.end; ++i)
                if (text.substr(i).starts_with("   ")) {
                    if (const span piece = bare({from, i}); !piece.empty()) columns.push_back(piece);
                    from = i;
                    while (from < all.end && text[from] == ' ') ++from;
                    i = from;
                }
            if (const span piece = bare({from, all.end}); !piece.empty()) columns.push_back(piece);
            if (columns.size() >= 2 && std::all_of(columns.begin(), columns.end(), [&](span p) { return is_name_like(p) && match_person(in(p), words).value_or(person_finding{}).weight >= 1; })) pieces = columns;
        }
        std::vector<roster_entry> out;
        if (!pieces.empty()) {
            for (const span p : pieces)
                if (auto e = entry(p, said)) out.push_back(*e);
            return out;
        }
        return {};
    }
};

}  // namespace

bool forms_initials(std::string_view letters, std::string_view name) {
    if (letters.size() < 2 || letters.size() > 6 || !starts_upper(letters)) return false;
    if (!std::all_of(letters.begin(), letters.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); })) return false;
    // Each word of the name gives a head of some letters, in order; words may be left out, the first may not.
    std::vector<std::string> heads;
    for (const auto& w : words_in(name)) {
        std::string part;
        for (const char c : w.folded) {
            if (c == '-' || c == '\'') {
                heads.push_back(part);
                part.clear();
            } else {
                part += c;
            }
        }
        heads.push_back(part);
    }
    const std::string wanted = fold(letters);
    std::size_t upper = static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
    if (upper < 1 || (letters.size() > 2 && upper < 2 && letters.size() != 3)) return false;
    const auto fits = [&](auto&& self, std::size_t at, std::size_t word) -> bool {
        if (at == wanted.size()) return true;
        if (word == heads.size()) return false;
        std::size_t n = 0;
        while (at + n < wanted.size() && n < heads[word].size() && heads[word][n] == wanted[at + n]) {
            ++n;
            if (self(self, at + n, word + 1)) return true;
        }
        return word > 0 && self(self, at, word + 1);
    };
    return fits(fits, 0, 0);
}

std::vector<roster_entry> match_roster(std::string_view text, const lexicon& words) {
    const reader r{text, words};
    // Initials behind a gap close one person's entry, commas and all.
    const auto whole = trim(text);
    std::size_t gap = whole.rfind('\t');
    if (const auto blanks = whole.rfind("  "); blanks != whole.npos && (gap == whole.npos || blanks > gap)) gap = blanks;
    const auto last_field = gap == whole.npos ? std::string_view{} : whole.substr(gap + 1);
    const bool closed = is_initials(trim(last_field.substr(0, last_field.find('('))));
    if (auto several = closed ? std::vector<roster_entry>{} : r.parted(); !several.empty()) return several;
    const auto people = match_people(text, words);
    auto single = match_person(text, words);
    if (single) r.find_initials(*single, at(0, text.size()));
    const auto has_any = [&](span where, list which) {
        const auto all = words_in(text.substr(where.begin, where.size()));
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(which, w.folded); });
    };
    // A head that is no name ("Ch Insp") is read away by the people's own grammar.
    std::vector<person_finding> good;
    std::copy_if(people.begin(), people.end(), std::back_inserter(good), [](const auto& p) { return p.weight >= -2; });
    const bool headed = good.size() + 1 == people.size() && !people.empty() && people.front().weight < -2;
    // One person with role and body may look like two with odd names.
    const bool unbalanced = single && std::count(text.begin() + single->organisation.begin, text.begin() + single->organisation.end, '(') != std::count(text.begin() + single->organisation.begin, text.begin() + single->organisation.end, ')');
    const bool described = single && !unbalanced && (!single->initials.empty() || has_any(single->role, list::role_nouns) || has_any(single->organisation, list::organisation_nouns));
    const bool all_sure = std::all_of(good.begin(), good.end(), [&](const auto& p) {
        return described ? p.weight >= 2 : p.weight >= 0 || words_in(text.substr(p.name.begin, p.name.size())).size() > 1;
    });
    const bool fields = text.find_first_of("\t|") != text.npos || text.find("  ") != text.npos;
    const bool one_with_fields = fields && single && !single->initials.empty() && text.find(';') == text.npos;
    std::vector<roster_entry> out;
    if ((good.size() > 1 && all_sure && !one_with_fields) || (headed && good.size() == 1 && good.front().weight > 2)) {
        for (const auto& p : good) out.push_back({p, {}});
        for (auto& e : out) r.find_initials(e.person, e.person.all);
    } else if (auto e = r.entry(at(0, text.size()), {})) {
        out.push_back(*e);
    }
    return out;
}

}  // namespace minutes
