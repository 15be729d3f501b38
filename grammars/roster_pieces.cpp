// SPDX-License-Identifier: Apache-2.0
#include "roster_pieces.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "answered_once.hpp"
#include "initials.hpp"
#include "label.hpp"
#include "owner.hpp"
#include "person_name.hpp"
#include "phrase.hpp"
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

bool is_role_word(const word& w, const lexicon& words) {
    if (words.has_any({list::role_nouns, list::organisation_nouns, list::areas}, w)) return true;
    // "Treasurer/Clerk"
    if (const auto stroke = w.folded.find('/'); stroke != w.folded.npos && words.has(list::role_nouns, w.folded.substr(0, stroke)) && words.has(list::role_nouns, w.folded.substr(stroke + 1))) return true;
    return w.folded.size() > 4 && w.folded.ends_with('s') && words.has(list::role_nouns, w.folded.substr(0, w.folded.size() - 1));  // "Alternates"
}

bool is_initial(const word& w) { return w.capital && (w.folded.size() == 1 || (w.folded.size() <= 4 && w.folded.find('.') == 1)); }

bool is_pair_of_capitals(std::string_view t) { return t.size() == 2 && t.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == t.npos; }

bool may_be_handle(std::string_view text, const word& w, const lexicon& words) {
    if ((words.has(list::areas, w) && !words.has(list::surname_roles, w)) || text.find('/') != text.npos || (text[0] >= '0' && text[0] <= '9')) return false;
    if (w.begin > 1 || text.size() < 1 || text.size() > 24 || w.end + 1 < text.size()) return false;
    if (words.has(list::no_action, w)) return false;
    if (is_pair_of_capitals(text)) return true;  // "CO", "LT", "MD" are initials as well
    const bool forename = w.capital && !w.upper && words.has(list::given_names, w);  // "Will" and "Dag" are other words as well
    if (!forename && words.has_any({list::function_words, list::role_nouns, list::organisation_nouns, list::label_links}, w)) return false;  // "Noted as above"
    if (!forename && words.has_any({list::outcome_cores, list::decision_verbs}, w)) return false;  // "Adopted.", "CARRIED"
    if (words.is_label(w, label::none) || (!words.labels(w).empty() && !forename)) return false;
    if (w.folded.size() > 2 && words.has_any({list::here_words, list::away_words}, w)) return false;  // "Quorum present: Yes"
    return w.folded.find_first_not_of("0123456789.:-") != std::string::npos && !words.has(list::part_marks, w) && (!words.month_of(w) || words.has_any({list::given_names, list::surname_roles}, w));
}

/// Where the search for brackets starts: behind those of "Elizabeth (Betty) Warner", else at 0.
std::size_t behind_nickname(std::string_view t, const lexicon& words) {
    const auto close = t.find(')');
    if (close == t.npos) return 0;
    const auto all = words_in(t.substr(0, std::min(t.size(), close + 20)), words, 3);
    return all.size() == 3 && is_nickname(all, 1, words) ? close : 0;
}

/// Where the first bracket, dash, gap or handle stands; a bracket before byte `brackets_from` counts for none.
std::size_t end_of_head(std::string_view t, std::size_t brackets_from) {
    for (std::size_t i = 0; i < t.size(); ++i) {
        const auto rest = t.substr(i + 1);
        switch (t[i]) {
            case '(': if (i >= brackets_from) return i; break;
            case '[': case '\t': return i;
            case '"':  // Ann Bell "Skip"
                if (i > 0 && t[i - 1] == ' ' && t.find('"', i + 1) == t.size() - 1) return i;
                break;
            case '@': if (i > 0) return i; break;
            case ' ': if (rest.starts_with("- ") || rest.starts_with("/ ") || rest.starts_with("\u2013") || rest.starts_with("\u2014") || rest.starts_with("  ") || rest.starts_with('<')) return i; break;
            case '-': if (i > 0 && t[i - 1] != ' ' && rest.starts_with(' ')) return i; break;  // "Tom Ash- present"
            case '\xE2': if (rest.starts_with("\x80\x93 ")) return i; break;  // U+2013
            default: break;
        }
    }
    return t.size();
}

/// "Cllr Orme due to hospitalisation": the first of the small words that a piece ends in behind capitalised ones; 0 when there are none.
std::size_t small_tail(words_view all, const lexicon& words) {
    std::size_t from = all.size();
    while (from > 0 && !all[from - 1].capital && !all[from - 1].digits) --from;
    constexpr std::size_t shortest_name = 2;  // words: "Quorum reached" names nobody
    const bool named = from >= shortest_name && from < all.size() && !all[from - 1].folded.ends_with("'s") && std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(from), [&](const word& w) { return w.capital || words.has(list::particles, w); });
    return named && !words.has(list::particles, all[from]) && !words.has(list::role_nouns, all.back()) ? from : 0;
}

/// A piece's head and its words.
std::pair<std::string_view, word_run> head_words_of(std::string_view t, const lexicon& words) {
    constexpr std::size_t longest = 300;  // bytes: no name is longer, and lines of a whole register are
    if (t.size() > longest) t = t.substr(0, std::min(t.find(' ', longest), longest + longest));
    std::size_t end = end_of_head(t, behind_nickname(t, words));
    // "Ann Bell  Minister of State": two blanks part a name from what follows, one word from the next they do not.
    if (const auto gap = t.substr(0, end).find("  "); gap != t.npos && words_in(t.substr(0, gap), words, 2).size() > 1) end = gap;
    // "Ann Bell for Tom Ash", "Ann Bell by phone": small words say more of her.
    const auto all = words_in(t.substr(0, end), words);
    for (std::size_t i = 1; i < all.size(); ++i)
        if (!all[i].capital && ((words.has(list::function_words, all[i]) && !words.has(list::particles, all[i])) || phrase_length(all, i, list::substitute_marks, words) > 0)) {
            end = all[i].begin;
            break;
        }
    if (const auto own = words_in(t.substr(0, end), words); const auto reason = small_tail(own, words)) end = own[reason].begin;
    while (end > 0 && (t[end - 1] == ' ' || t[end - 1] == '-' || t[end - 1] == '*' || t[end - 1] == ',')) --end;
    const auto head = t.substr(0, end);
    return {head, words_in(head, words)};
}

/// "Vice President Sport Development Tom Ash", "Head of Housing and Care Ann Bell": a known forename and a surname end a line that opens with an office; 0 when none do.
std::size_t behind_long_post(words_view all, const lexicon& words) {
    constexpr std::size_t shortest = 4, longest = 9;  // words
    if (all.size() < shortest || all.size() > longest) return 0;
    const word &forename = all[all.size() - 2], &surname = all.back();
    const auto is_name = [&](const word& w) { return w.capital && !w.digits && !w.upper && !is_role_word(w, words) && !words.has_any({list::body_nouns, list::venue_nouns, list::meeting_nouns, list::function_words}, w); };
    if (!words.has(list::given_names, forename) || !is_name(forename) || !is_name(surname) || words.has(list::given_names, surname)) return 0;
    bool office = false;
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
        if (all[i].after || words.has_any({list::given_names, list::honorifics}, all[i]) || (!all[i].capital && !words.has_any({list::function_words, list::joining_words}, all[i]))) return 0;
        office |= words.has(list::role_nouns, all[i]) && i < 3;
    }
    return office ? forename.begin : 0;
}

/// Where the name behind a post begins, whatever words the post has: "Deputy Town Clerk Ann Bell", "Hill Board Councillor Anjit Rao";
/// 0 when the last role is not followed by a forename and a surname.
std::size_t behind_role(words_view all, const lexicon& words) {
    if (const auto name = behind_long_post(all, words)) return name;
    for (std::size_t i = all.size(); i-- > 1;) {
        if (!words.has(list::role_nouns, all[i - 1]) || words.has_any({list::given_names, list::honorifics}, all[i - 1]) || all[i - 1].after) continue;
        const std::size_t own = all.size() - i;
        if (own < 2 || own > 3) return 0;
        for (std::size_t n = i; n < all.size(); ++n)
            if (!all[n].capital || all[n].digits || (all[n].upper && all[n].folded.size() > 1) || is_role_word(all[n], words) || words.has_any({list::body_nouns, list::venue_nouns, list::meeting_nouns, list::honorifics, list::function_words}, all[n])) return 0;
        const bool known = words.has(list::given_names, all[i]) || is_initial(all[i]);
        return known || (own == 2 && (i >= 2 || !all[i - 1].capital)) ? all[i].begin : 0;  // "president Peg Coe"
    }
    return 0;
}

/// "Commissioner Field", "Vice President Field", "Tax Collector Field": whether the first k words are an office and one surname follows.
bool is_office_of(words_view all, std::size_t k, const lexicon& words) {
    constexpr std::size_t longest = 3;  // words
    if (k == 0 || k > longest || k + 1 != all.size()) return false;
    const word &office = all[k - 1], &surname = all[k];
    const bool plain = std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), [](const word& w) { return w.capital && !w.upper && !w.after; });
    if (!plain || !words.has(list::role_nouns, office) || (k == 1 && words.has(list::meeting_nouns, all[0]))) return false;  // "Council Member Field"
    return surname.capital && !surname.upper && !is_role_word(surname, words) && surname.folded.size() > 1 && words.labels(surname).empty() &&
           (!words.has(list::venue_nouns, surname) || words.has(list::surname_roles, surname)) && !words.has_any({list::body_nouns, list::meeting_nouns, list::function_words, list::post_nominals, list::crowd_words, list::record_nouns}, surname);
}

std::size_t length_of_lead(words_view all, const lexicon& words) {
    std::size_t k = 0;
    // "Bro. A Bell", "The Revd. Canon Ann Bell"
    std::size_t fellow = 0;
    while (fellow < 2 && fellow + 3 < all.size() && (words.has(list::articles, all[fellow]) || words.has(list::honorifics, all[fellow])) && !words.has(list::fellow_titles, all[fellow])) ++fellow;
    if (fellow + 2 < all.size() && words.has(list::fellow_titles, all[fellow])) return all[fellow + 1].begin;
    // "the Councillors Ann Bell …", "Y Cynghorydd J. Lee"
    if (all.size() > 2 && words.has(list::articles, all[0]) && words.has_any({list::honorifics, list::plural_honorifics}, all[1])) return all[all.size() > 3 && !all[1].after ? 2 : 1].begin;
    // "Ch Insp Lucy Hale": ranks of two words
    if (all.size() > 3 && words.has(list::honorifics, all[0].folded + " " + all[1].folded) && !words.has(list::honorifics, all[0])) return all[2].begin;
    // "PCSO Sara Lee": a rank is a job; "PC Lee" keeps it, or nothing but a surname stays.
    if (all.size() > 2 && all[0].upper && !all[1].upper && words.has(list::honorifics, all[0]) && !words.has(list::honorifics, all[1])) return all[1].begin;
    // "Building Inspector Ash", "Village Clerk Ash"
    const bool place = all.size() > 2 && all[0].capital && !all[0].after && (words.has(list::venue_nouns, all[0]) || (words.has(list::label_fillers, all[0]) && !words.has(list::function_words, all[0])));
    if (place && words.has(list::role_nouns, all[1])) ++k;
    while (k < all.size() && (is_role_word(all[k], words) || words.has(list::body_nouns, all[k])) && !words.has(list::given_names, all[k]) && !words.has(list::honorifics, all[k])) {
        ++k;
        if (k + 1 < all.size() && words.has(list::joining_words, all[k]) && is_role_word(all[k + 1], words)) ++k;  // "Clerk and RFO"
    }
    if (const auto behind = behind_role(all, words)) return behind;
    if (k > 0 && is_office_of(all, k, words)) return all[k].begin;
    if (k == 0 || k + 1 >= all.size()) return 0;
    const bool title = words.has(list::honorifics, all[k]) && all[k + 1].capital;
    const bool forename = words.has(list::given_names, all[k]) && all[k + 1].capital && !is_role_word(all[k + 1], words) && !all[k - 1].after;
    const bool initial = is_initial(all[k]) && all[k + 1].capital && !is_role_word(all[k + 1], words) && !is_initial(all.back()) && !all[k - 1].after;
    return title || forename || initial ? all[k].begin : 0;
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
    if (text[at] != '.' || at + 2 >= text.size() || text[at + 1] != ' ' || !starts_upper(text.substr(at + 2))) return false;
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

std::string_view head_of_piece(std::string_view t, const lexicon& words) { return head_words_of(t, words).first; }

std::size_t length_of_lead(std::string_view piece, const lexicon& words) { return length_of_lead(head_words_of(piece, words).second, words); }

bool has_own_initials(std::string_view text, words_view all) {
    if (all.size() < 3 || !all.back().capital || all.back().folded.size() < 2 || all.back().folded.size() > 4) return false;
    const auto name = text.substr(all[0].begin, all[all.size() - 2].end - all[0].begin);
    const bool own_capitals = std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper; });
    const auto letters = text.substr(all.back().begin, all.back().end - all.back().begin);
    std::string capitals;  // of "TMc", "IPr"
    for (const char c : letters)
        if (c >= 'A' && c <= 'Z') capitals += c;
    return !own_capitals && capitals.size() > 1 && forms_initials(capitals, name);
}

namespace {

/// "J.Ingham", "K.L.Moss": initials and surname without a blank.
bool has_glued_initials(std::string_view text, const word& w) {
    std::size_t at = w.begin, initials = 0;
    for (; at + 2 < w.end && text[at] >= 'A' && text[at] <= 'Z' && text[at + 1] == '.'; at += 2) ++initials;
    return initials > 0 && w.end - at > 2 && text[at] >= 'A' && text[at] <= 'Z' && text[at + 1] >= 'a' && text[at + 1] <= 'z' && text.substr(at, w.end - at).find('.') == text.npos && !w.digits;
}

/// "dhr. Visser", "mevrouw Van Dam": a title in small letters before a name.
bool is_small_title(words_view all, const lexicon& words) {
    return all.size() > 1 && (all[1].capital || (all.size() > 2 && words.has(list::particles, all[1]) && all[2].capital)) && words.has_any({list::male_titles, list::female_titles}, all[0]);
}

int weigh_name(std::string_view piece, const lexicon& words) {
    auto [head, all] = head_words_of(piece, words);
    if (all.size() == 1 && !all[0].capital && head.size() < piece.size()) {  // "called the roll"
        const auto behind = words_in(piece.substr(head.size()), words, 1);
        if (!behind.empty() && words.has(list::articles, behind[0])) return 0;
    }
    bool titled = false;
    if (const auto lead = length_of_lead(all, words)) {
        for (const auto& w : all) titled |= w.begin < lead && words.has(list::fellow_titles, w) && words.has(list::honorifics, w);  // "Mme MARAIS Solange"
        std::tie(head, all) = head_words_of(head.substr(lead), words);
        if (all.size() == 1) return may_be_handle(head, all[0], words) ? 2 : 0;  // "Secretary Nash"
    }
    while (all.size() > 2 && ((words.has(list::post_nominals, all.back()) && all.back().upper) || words.has(list::name_suffixes, all.back()))) all.pop_back();
    if (has_own_initials(head, all)) all.pop_back();
    std::size_t k = 0;
    if (all.size() > 1 && words.has(list::plural_honorifics, all[0]) && !words.has(list::group_heads, all[0]) && all[0].capital) {
        titled = true;  // "Messrs Ellis"
        ++k;
    }
    while (k < all.size() && words.has(list::honorifics, all[k]) && (all[k].capital || k > 0 || is_small_title(all, words))) {
        titled |= !words.has(list::given_names, all[k]);
        ++k;
    }
    if (k == all.size() && k == 1) titled = false;
    if (k == all.size() && (k > 1 || is_pair_of_capitals(head))) --k;  // "Chris Dean": the last of them is the name; "LT" is somebody's initials
    const std::size_t own = all.size() - k;
    if (own == 0 || own > 5) return 0;
    if (own == 1 && has_glued_initials(head, all[k])) return 3;
    if (own == 1) return titled && all[k].capital ? 3 : may_be_handle(head, all[k], words) ? 1 : 0;
    const bool capitals = std::all_of(all.begin() + static_cast<std::ptrdiff_t>(k), all.end(), [](const word& w) { return w.upper || w.folded.size() == 1; });
    // "Marie DUPONT", as French lists have it
    constexpr std::size_t shortest_surname = 4;
    const bool surname_in_capitals = own >= 2 && !all[k].upper && all[k].folded.size() > 2 && !is_role_word(all[k], words) && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(k) + 1, all.end(), [](const word& w) { return w.upper; }) && all.back().folded.size() >= shortest_surname;
    // "DUPONT Marie", "SMITH John": the family name first, and a known forename
    constexpr std::size_t shortest_family = 3, longest_family = 2;  // letters, words
    const bool family_in_capitals = own >= 2 && own <= longest_family + 1 && !all.back().upper && words.has(list::given_names, all.back()) && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(k), all.end() - 1, [&](const word& w) { return w.upper && !w.digits && w.folded.size() >= shortest_family && !is_role_word(w, words) && !words.has(list::organisation_nouns, w); });
    if (family_in_capitals) return 3;
    if (words.has_any({list::motion_nouns, list::decision_nouns}, all[k]) && !titled && !words.has(list::given_names, all[k])) return 0;  // "Resolution Record"
    bool odd = false, role = false;
    for (std::size_t i = k; i < all.size(); ++i) {
        const word& w = all[i];
        const bool last = i + 1 == all.size();
        if (!last && w.after == '"' && !is_nickname(all, i, words)) return 0;
        if (w.digits || (!last && (w.after == ':' || w.after == '!' || w.after == '?'))) return 0;
        if (!w.capital && (last || !words.has(list::particles, w))) return 0;
        const bool given = words.has(list::given_names, w);
        if (last && own == 2 && words.has(list::surname_roles, w) && (words.has(list::given_names, all[k]) || all[k].after == '.')) continue;  // "Janet Nurse", "R. Young"
        if (!given && words.has(list::function_words, w) && w.folded.size() > 1 && !words.has(list::particles, w)) return titled ? 2 : 0;
        role |= words.has(list::role_nouns, w) && !given;
        if (last && i > k && !titled && !given && words.has(list::honorifics, w) && !words.has_any({list::surname_roles, list::particles}, w) && !words.has(list::given_names, all[k]) && !is_initial(all[k])) return 0;  // "Ladies' Capt"
        odd |= !given && (is_role_word(w, words) || (w.upper && w.folded.size() > 1 && !capitals && !surname_in_capitals && !(i == k && w.folded.size() <= 3)));
    }
    const auto& forename = all[k].folded;  // "Ana-Maria" is known by its first half
    const bool known = words.has(list::given_names, all[k]) || (forename.find('-') != forename.npos && words.has(list::given_names, forename.substr(0, forename.find('-')))) || (is_initial(all[k]) && !is_initial(all.back()));
    if (titled) return own > 2 && (odd || role) ? 0 : 3;  // "Sir Nigel Lee Open Data Institute" holds more than a name
    if (known) return odd ? (own == 2 && !role ? 2 : 0) : 3;
    if (odd) return 0;
    // A known forename behind an unknown word: "Teague-Lee Anna", but not "Barset Lee House".
    return own <= 4 ? 2 : 0;
}

}  // namespace

int name_strength(std::string_view piece, const lexicon& words) {
    return answered_once(question::name_strength, piece, words, [&] { return weigh_name(piece, words); });
}

int strength_of_head(std::string_view piece, const lexicon& words) {
    const auto all = words_in(head_of_piece(piece, words), words);
    int best = 0;
    for (std::size_t n = 1; n <= std::min<std::size_t>(all.size(), 4); ++n) {
        const int own = name_strength(piece.substr(0, all[n - 1].end), words);
        if (own > (n == 1 ? 2 : 1)) best = std::max(best, own);  // a lone word is no name when others stand behind it
    }
    return best;
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

/// "K9ABC", "GØXYZ": letters and figures that a radio amateur is called by.
bool is_call_sign(std::string_view t) {
    constexpr std::size_t shortest = 4, longest = 8;  // bytes
    if (t.size() < shortest || t.size() > longest) return false;
    std::string plain;
    for (std::size_t i = 0; i < t.size(); ++i)
        if (t.substr(i).starts_with("Ø")) {
            plain += '0';
            ++i;
        } else {
            plain += t[i];
        }
    const auto figure = plain.find_first_of("0123456789", 1);
    const auto letters = [](std::string_view x) { return x.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == x.npos; };
    if (figure == plain.npos || figure > 2 || figure + 1 == plain.size() || !letters(std::string_view(plain).substr(figure + 1))) return false;
    return plain[0] >= '2' && plain[0] <= '9' ? figure > 1 || letters(std::string_view(plain).substr(1, figure - 1)) : letters(std::string_view(plain).substr(0, figure));
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
