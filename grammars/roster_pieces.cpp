// SPDX-License-Identifier: Apache-2.0
#include "roster_pieces.hpp"

#include <algorithm>

#include "initials.hpp"
#include "owner.hpp"
#include "person_name.hpp"
#include "pronouns.hpp"
#include "x3.hpp"

namespace minutes {

namespace {

using list = word_list;
namespace x3 = boost::spirit::x3;

/// "and", "plus", as the lexicon says.
struct joining_word : x3::parser<joining_word> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Iterator, typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        Iterator it = first;
        while (it != last && ((*it >= 'A' && *it <= 'Z') || (*it >= 'a' && *it <= 'z') || *it == '&')) ++it;
        const std::string_view found(first, static_cast<std::size_t>(it - first));
        const lexicon& words = x3::get<grammar::lexicon_tag>(context).get();
        if (found != "&" && (found.empty() || !words.initial_opens(list::joining_words, found[0]) || !words.has(list::joining_words, folded_piece(found)))) return false;
        first = it;
        return true;
    }
};

/// "(…)" with brackets inside, "[…]": a loop, since a rule that calls itself would go as deep as a hostile text has brackets.
struct bracketed : x3::parser<bracketed> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Iterator, typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const&, x3::unused_type, Attribute&) const {
        constexpr std::ptrdiff_t longest = 400;  // bytes
        if (first == last || (*first != '(' && *first != '[')) return false;
        const char open = *first, close = open == '(' ? ')' : ']';
        int depth = 0;
        for (Iterator it = first; it != last && it - first <= longest; ++it) {
            if (*it == open && (open == '(' || depth == 0)) ++depth;
            else if (*it == open) return false;
            if (*it != close || --depth > 0) continue;
            first = it + 1;
            return true;
        }
        return false;
    }
};
const bracketed bracket{};

const auto blanks = x3::omit[+x3::char_(" \t\n")];
const auto conjunction = blanks >> joining_word{} >> &blanks;
const auto bullet = x3::lit("\u2022") | "\u25CF" | "\u25CB" | "\u25AA" | "\u00B7";
const auto gap = x3::omit[*x3::lit(' ') >> +x3::char_("\t|") >> *x3::char_(" \t|")] | x3::omit[x3::repeat(3, x3::inf)[x3::lit(' ')]];

/// What parts two pieces, as the mark of the second.
const auto joint = x3::rule<struct joint_tag, char>{"joint"} =
    (x3::lit(',') >> conjunction >> x3::attr('&')) | (x3::lit(';') >> conjunction >> x3::attr(';')) | (conjunction >> x3::attr('&')) |
    x3::char_(",;") | (x3::lit('\n') >> x3::attr(' ')) | (bullet >> x3::attr(';')) |
    (x3::lit(" /") >> x3::attr('/')) | (x3::lit("/ ") >> x3::attr('/')) | (gap >> x3::attr(' '));

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n' || c == ',' || c == ';' || c == '*' || c == '|' || c == '_'; }

span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && (is_gap(text[begin]) || text[begin] == '.' || text[begin] == ':')) ++begin;
    // The full stop of an initial or an abbreviation stays: "Mr. B.", "Inc."
    while (begin < end && (is_gap(text[end - 1]) || (text[end - 1] == '.' && end - begin > 3 && text[end - 3] != ' ' && text[end - 3] != '.'))) --end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Whether the line that ends at byte `at` is so long that its end parts nothing: prose that was wrapped.
bool is_wrapped(std::string_view text, std::size_t at) {
    constexpr std::size_t long_line = 60;  // bytes
    const auto start = text.substr(0, at).rfind('\n');
    return at - (start == text.npos ? 0 : start + 1) >= long_line;
}

/// Bytes of a comma and the suffix behind it that belong to the name before them: ", Jr."; 0 when there are none, as behind initials: "PS, II".
std::size_t length_of_suffix(std::string_view text, std::string_view before, const lexicon& words) {
    if (text.empty() || text[0] != ',' || is_initials(trim(before))) return 0;
    const auto all = words_in(text.substr(0, std::min<std::size_t>(text.size(), 16)), words, 1);
    if (all.empty() || !all[0].capital || !words.has(list::name_suffixes, all[0]) || text.find_first_not_of(", ") != all[0].begin) return 0;
    return all[0].end + (text.substr(all[0].end).starts_with('.') ? 1 : 0);
}

/// A full stop that ends an entry: "A. Inglis. P. Drewery", "Tom Ash. The meeting opened"; not one of "Cllr. Lee" or "Tom J. Ash".
bool ends_entry(std::string_view text, std::size_t at, const lexicon& words) {
    const auto next = text[at] == '.' ? text.find_first_not_of(' ', at + 1) : at;
    if (next == text.npos || next < at + 2 || next > at + 3 || !starts_upper(text.substr(next))) return false;
    std::size_t from = at;
    while (from > 0 && is_alnum(text[from - 1])) --from;
    const auto before = fold(text.substr(from, at - from));
    std::size_t shortest = 4;  // letters: "Mrs.", "Rev.", "Esq." are shorter
    // "Tom Ash. Priya Nair": between two names a short word is one's surname.
    if (const auto line = words_in(text.substr(0, from), words), behind = words_in(text.substr(at + 1, 40), words, 2); !line.empty() && behind.size() == 2 && words.has(list::given_names, line.back()) && words.has(list::given_names, behind[0]) && behind[1].capital) shortest = 2;
    return before.size() >= shortest && !words.has_any({list::honorifics, list::plural_honorifics, list::role_nouns, list::post_nominals, list::organisation_nouns, list::abbreviations}, before);
}

}  // namespace

std::vector<roster_piece> cut_roster(std::string_view text, const lexicon& words) {
    std::vector<roster_piece> out;
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const auto with_words = [&](const auto& rule) { return x3::with<grammar::lexicon_tag>(std::cref(words))[rule]; };
    const char* from = begin;
    char mark = 0;
    const auto close = [&](const char* to) {
        const span s = trimmed(text, static_cast<std::size_t>(from - begin), static_cast<std::size_t>(to - begin));
        if (!s.empty()) out.push_back({s, out.empty() ? '\0' : mark});
    };
    for (const char* it = begin; it != end;) {
        if (is_alnum(*it)) {  // neither a joint nor a bracket
            ++it;
            continue;
        }
        const char* const here = it;
        char found = 0;
        if (const auto suffix = length_of_suffix({it, static_cast<std::size_t>(end - it)}, {from, static_cast<std::size_t>(it - from)}, words)) {
            it += suffix;
        } else if (const auto pronouns = *it == ' ' || *it == '/' ? length_of_stroked_pronouns({it, static_cast<std::size_t>(end - it)}, words) : 0) {
            close(here);
            mark = '/';
            from = it += pronouns;
        } else if (ends_entry(text, static_cast<std::size_t>(it - begin), words)) {
            close(here);
            mark = '.';
            from = ++it;
        } else if (*it == '\n' && is_wrapped(text, static_cast<std::size_t>(it - begin))) {
            ++it;
        } else if (x3::parse(it, end, with_words(joint), found)) {
            const std::size_t before = out.size();
            close(here);
            // Of several joints in a row the first tells: ";" of "; \n".
            if (out.size() > before || mark == 0 || found == ';') mark = found;
            from = it;
        } else if (x3::parse(it, end, bracket)) {
            if (it == end || !starts_upper({it, static_cast<std::size_t>(end - it)})) continue;
            close(it);  // "(Finance)Ann Bell"
            mark = '+';
            from = it;
        } else {
            ++it;
        }
    }
    close(end);
    return out;
}

std::size_t length_of_opening_bracket(std::string_view piece, const lexicon& words) {
    constexpr std::size_t longest = 40;  // bytes
    if (piece.empty() || (piece[0] != '[' && piece[0] != '(')) return 0;
    const auto close = piece.find(piece[0] == '[' ? ']' : ')');
    if (close == piece.npos || close > longest || close < 2) return 0;
    const auto from = piece.find_first_not_of(' ', close + 1);
    const auto inner = piece.substr(1, close - 1);
    if (from == piece.npos || from == close + 1) return 0;
    const int strength = name_strength(piece.substr(from), words);
    return strength == 3 || (strength == 2 && (piece[0] == '[' || forms_initials(inner, head_of_piece(piece.substr(from), words)))) ? from : 0;
}

namespace {

/// "@abell (Ann Bell)": the name that brackets behind a handle hold; empty when there is none.
span name_behind_handle(std::string_view piece, const lexicon& words) {
    const auto open = piece.find('(');
    if (open == piece.npos || open == 0) return {};
    const auto handle = words_in(piece.substr(0, open), words, 2);
    const auto close = piece.find(')', open);
    if (handle.size() != 1 || close == piece.npos) return {};
    const auto inner = trimmed_in(piece, open + 1, close);
    const auto name = piece.substr(inner.begin, inner.size());
    if (const auto letters = trim(piece.substr(0, open)); is_initials(letters) && forms_initials(letters, name)) return inner;  // "AB (Ann Bell)"
    if (piece[0] != '@' && (handle[0].capital || words.has(list::given_names, handle[0]))) return {};
    const auto own = words_in(name, words, 3);
    return own.size() >= 2 && name_strength(name, words) >= (piece[0] == '@' ? 2 : 3) ? inner : span{};
}

/// "the Clerk (Mrs P Green)", "the Director of Road Works (Ann Bell)": the name that brackets behind nothing but an office hold; empty when there is none.
span name_behind_office(std::string_view piece, const lexicon& words) {
    constexpr std::size_t longest = 7;  // words
    const auto open = piece.find('('), close = piece.rfind(')');
    if (open == piece.npos || open == 0 || close == piece.npos || close < open) return {};
    const auto office = words_in(piece.substr(0, open), words, longest + 1);
    const auto inner = trimmed_in(piece, open + 1, close);
    const auto holder = piece.substr(inner.begin, inner.size());
    // "Administrative Officer, Corporate Services (Ms. T. Holt)": whoever has a title is somebody, whatever the office is.
    const auto title = words_in(holder, words, 2);
    const bool titled = title.size() == 2 && title[0].capital && words.has_any({list::male_titles, list::female_titles}, title[0]) && name_strength(holder, words) == 3;
    if (titled && !office.empty() && name_strength(piece.substr(0, open), words) < 2 && std::none_of(office.begin(), office.end(), [&](const word& w) { return words.has_any({list::given_names, list::honorifics}, w); })) return inner;
    if (office.empty() || office.size() > longest) return {};
    const auto post = std::find_if(office.begin(), office.end(), [&](const word& w) { return words.has(list::role_nouns, w); });
    if (post == office.end()) return {};
    // Behind "of" anything may stand: "Chair of the Elm Street Works".
    const auto field = std::find_if(post, office.end(), [&](const word& w) { return words.has(list::name_links, w); });
    if (field == office.end() && !words.has(list::role_nouns, office.back())) return {};
    const bool only = std::all_of(office.begin(), field, [&](const word& w) { return !w.after && !w.digits && (is_role_word(w, words) || words.has_any({list::articles, list::body_nouns, list::function_words}, w)) && !words.has_any({list::given_names, list::honorifics}, w); }) &&
                      std::none_of(field, office.end(), [&](const word& w) { return (w.after && w.after != '\'') || w.digits || words.has_any({list::given_names, list::honorifics}, w); });
    return only && name_strength(holder, words) == 3 ? inner : span{};
}

/// "Clerk", "PCC Secretary": words that end in an office, before a comma and its holder.
bool names_office(words_view lead, const lexicon& words) {
    return !lead.empty() && words.has(list::role_nouns, lead.back()) && std::all_of(lead.begin(), lead.end(), [&](const word& w) { return !w.after && (is_role_word(w, words) || w.upper || words.has_any({list::body_nouns, list::meeting_nouns}, w)); });
}

/// "Recording- Ann Bell", "Notes: Tom Ash": bytes of a few words that are no name, and their mark, before one; 0 when there are none.
std::size_t length_of_office(std::string_view piece, const lexicon& words) {
    constexpr std::size_t longest = 3;  // words
    for (const std::string_view mark : {": ", "- ", " - ", " \u2013 ", ", "}) {
        const auto at_mark = piece.find(mark);
        if (at_mark == piece.npos || at_mark == 0 || at_mark > 40) continue;
        if (mark != ", " && is_call_sign(piece.substr(0, at_mark)) && strength_of_head(piece.substr(at_mark + mark.size()), words) >= 2) return at_mark + mark.size();
        const auto before = words_in(piece.substr(0, at_mark), words, longest + 2);
        const std::size_t article = before.size() > 1 && words.has(list::articles, before[0]) ? 1 : 0;  // "the Clerk - Ann Bell"
        const words_view lead(before.begin() + article, before.end());
        const bool glued = mark[0] != ' ' && piece[at_mark - 1] != ' ';
        const int longest_strength = mark == ": " ? 2 : 1;  // "Departmental Reps: Ann Bell" looks like a name
        const bool office = !lead.empty() && lead.size() <= longest && (lead[0].capital || words.has(list::role_nouns, lead[0])) && name_strength(piece.substr(lead[0].begin, at_mark - lead[0].begin), words) <= longest_strength && std::none_of(lead.begin(), lead.end(), [&](const word& w) {
            return words.has_any({list::given_names, list::honorifics}, w) || w.digits || w.after == ',' || (!glued && mark != ", " && !is_role_word(w, words));
        });
        if (mark == ", " && !names_office(lead, words)) continue;
        const auto rest = piece.substr(at_mark + mark.size());
        const bool post = !lead.empty() && words.has(list::role_nouns, lead.back()) && std::all_of(lead.begin(), lead.end(), [&](const word& w) { return is_role_word(w, words); });
        if (office && strength_of_head(rest, words) >= (post && !glued ? 2 : 3)) return at_mark + mark.size();
    }
    return 0;
}

/// "the assistant to the clerk Mrs J. Thorn": bytes of a post in small letters before a name; 0 when there is none.
std::size_t length_of_small_post(std::string_view piece, const lexicon& words) {
    constexpr std::size_t longest = 9;  // words
    const auto all = words_in(piece, words, longest);
    if (all.size() < 4 || !words.has(list::articles, all[0])) return 0;
    std::size_t n = 1;
    bool post = false;
    while (n < all.size() && !all[n].capital && !all[n - 1].after) post |= words.has(list::role_nouns, all[n++]);
    const bool name = n + 1 < all.size() && !all[n - 1].after && (words.has_any({list::honorifics, list::given_names}, all[n]) || is_initial(all[n]));
    return post && n > 2 && name ? all[n].begin : 0;
}

}  // namespace

span from_name(std::string_view piece, const lexicon& words) {
    const auto end = static_cast<std::uint32_t>(piece.size());
    auto begin = static_cast<std::uint32_t>(length_of_opening_bracket(piece, words));
    if (begin == 0) begin = static_cast<std::uint32_t>(length_of_office(piece, words));
    if (begin == 0) begin = static_cast<std::uint32_t>(length_of_small_post(piece, words));
    span name = name_behind_handle(piece.substr(begin), words);
    if (name.empty()) name = name_behind_office(piece.substr(begin), words);
    return name.empty() ? span{begin, end} : span{begin + name.begin, begin + name.end};
}

bool says_crowd(std::string_view piece, const lexicon& words) {
    const auto all = words_in(piece, words);
    if (all.empty()) return false;
    const bool any = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::crowd_words, w); });
    if (length_of_lead(piece, words) > 0) return false;  // "Member Ann Bell"
    if (all.size() > 2 && words.has(list::plural_honorifics, all[0]) && all[1].capital && !all[0].after && name_strength(piece.substr(all[1].begin), words) >= 2) return false;  // "members Ann Bell"
    return any && (all[0].digits || !all[0].capital || words.has(list::function_words, all[0]) || words.has(list::crowd_words, all[0]));
}

}  // namespace minutes
