// SPDX-License-Identifier: Apache-2.0
#include "owner.hpp"

#include <algorithm>

#include "answered_once.hpp"
#include "date.hpp"
#include "x3.hpp"

namespace minutes::grammar {

namespace {

using x3::lit;
using x3::omit;
using x3::raw;
using x3::ascii::upper;

using range = boost::iterator_range<iterator>;
using ranges = std::vector<range>;

const auto blanks = omit[*x3::char_(" \t\n")];

// Cyrillic and Greek capitals in UTF-8: they stand where Latin ones were meant.
const auto odd_capital = x3::char_('\xCE', '\xD0') >> x3::char_('\x80', '\xBF');
// Full-width capitals, U+FF21 – U+FF3A
const auto wide_capital = lit("\xEF\xBC") >> x3::char_('\xA1', '\xBA');
// Accented Latin capitals and small letters, U+00C0 – U+00FF; full-width small letters
const auto accented_capital = lit('\xC3') >> x3::char_('\x80', '\x9E');
const auto capital = upper | odd_capital | wide_capital | accented_capital;
const auto small = x3::ascii::lower | lit('\xC3') >> x3::char_('\xA0', '\xBF') | lit("\xEF\xBD") >> x3::char_('\x81', '\x9A');

const auto apostrophe = lit('\'') | "\u2019" | "\u2018";

// "JS", "J.B.", "JSm", "WMcK", "DO'C"; counter-example: "All", "Chair"
const x3::rule<struct initials_id, range> initials = "initials";
const auto initials_def = raw[capital >> omit[-lit('.')] >> (x3::repeat(1, 4)[omit[-apostrophe] >> capital >> omit[-lit('.')] >> -(small >> !small)] | x3::ascii::lower >> capital >> *upper | x3::repeat(1, 3)[x3::ascii::lower] >> upper >> !x3::ascii::lower) >> end_of_word];
BOOST_SPIRIT_DEFINE(initials)

// A semicolon parts groups, as white space does.
const auto separator = blanks >> (x3::char_("/,&+") | listed<word_list::joining_words> >> omit[&x3::char_(" \t\n")]) >> blanks;

// "JS/OR", "AO & KM", "JS, OR and KM"
const x3::rule<struct initials_list_id, ranges> initials_list = "initials-list";
const auto initials_list_def = initials % (separator >> -(listed<word_list::joining_words> >> omit[+x3::char_(" \t\n")]) >> blanks);
BOOST_SPIRIT_DEFINE(initials_list)

}  // namespace

namespace {

/// "TOM MARSH": a forename and a surname in capitals, no two people's initials.
bool has_loud_name(std::string_view t, const lexicon& words) {
    constexpr std::size_t shortest = 3, no_initials = 4;  // letters
    const auto all = words_in(t, words);
    for (std::size_t k = 0; k + 1 < all.size(); ++k)
        if (all[k].upper && all[k + 1].upper && !all[k].after && t.substr(all[k].end, all[k + 1].begin - all[k].end) == " " && all[k].folded.size() >= shortest && all[k + 1].folded.size() >= no_initials && words.has(word_list::given_names, all[k]) && !words.has(word_list::given_names, all[k + 1])) return true;
    return false;
}

std::string_view without_brackets(std::string_view t) {
    t = trim(t);
    while (t.size() > 1 && ((t.front() == '(' && t.back() == ')') || (t.front() == '[' && t.back() == ']'))) t = trim(t.substr(1, t.size() - 2));
    while (!t.empty() && (t.back() == '.' || t.back() == ',' || t.back() == ';' || t.back() == ':') && !(t.size() > 3 && t[t.size() - 3] == '.')) t = trim(t.substr(0, t.size() - 1));
    return t;
}

/// "AB, CD et al": without the words for those whom it does not name.
std::string_view without_others(std::string_view t, const lexicon& words) {
    constexpr std::size_t longest = 2;  // words
    auto blank = t.rfind(' ');
    for (std::size_t k = 0; k < longest && blank != t.npos && blank > 0; ++k, blank = t.rfind(' ', blank - 1)) {
        auto tail = fold(t.substr(blank + 1));
        if (tail.ends_with('.')) tail.pop_back();
        if (words.has(word_list::and_others, tail)) return without_brackets(t.substr(0, blank));
    }
    return t;
}

/// All of the text as groups of initials.
std::optional<owners_finding> initials_groups(std::string_view all, std::string_view text, const lexicon& words) {
    owners_finding f;
    f.initials = true;
    std::size_t at = 0;
    while (at < text.size()) {
        ranges got;
        const std::size_t n = run(initials_list, text.substr(at), words, got);
        if (!n || got.size() > 12) return {};
        auto& group = f.groups.emplace_back();
        for (const range& r : got) {
            const auto begin = static_cast<std::uint32_t>(r.begin() - all.data());
            group.push_back({begin, begin + static_cast<std::uint32_t>(r.size())});
        }
        at += n;
        const std::size_t next = text.find_first_not_of(" \t\n;", at);
        if (next == text.npos) break;
        if (next == at) return {};
        at = next;
    }
    return f.groups.empty() ? std::nullopt : std::optional(f);
}

bool is_name_part(std::string_view part, const lexicon& words) {
    // "Jane Smith (js12)": a name with its handle
    if (const auto open = part.find('('); part.ends_with(')') && open != part.npos && open > 0) part = trim(part.substr(0, open));
    constexpr std::size_t longest = 6;  // words
    const auto all = words_in(part, words, longest + 1);
    if (all.empty() || all.size() > longest) return false;
    if (words.has(word_list::groups, fold(part))) return true;
    if (all.size() > 1 && !all.back().capital && words.has_any({word_list::function_words, word_list::personal_pronouns}, all.back()) && !words.has(word_list::groups, all.back())) return false;  // "Oil it", "Sort out"
    // "the Treasurer"
    const bool post = all.size() > 1 && words.has(word_list::articles, all[0]) && all[1].capital && words.has_any({word_list::role_nouns, word_list::bodies}, all.back());
    const bool everyone = words.has(word_list::groups, all[0]) && words.has(word_list::auxiliaries, all[0]);  // "all managers"
    return (all.front().capital || post || everyone) && std::all_of(all.begin(), all.end(), [&](const word& w) {
        return w.capital || words.has(word_list::particles, w) || words.has(word_list::role_nouns, w) || words.has(word_list::function_words, w) ||
               words.has(word_list::areas, w) || words.has(word_list::organisation_nouns, w) || words.has(word_list::groups, w);
    });
}

/// Whether "and" or "&" between two texts parts two owners: "Head of Scrutiny and Performance" is one, "Head of Scrutiny and Jane Smith" are two.
bool parts_owners(std::string_view left, std::string_view right, const lexicon& words) {
    const auto first = words_in(right, words, 1);
    if (left.empty() || first.empty()) return false;
    if (words.has(word_list::articles, first[0])) return true;
    if (!starts_upper(right) && !words.has(word_list::groups, fold(right))) return false;
    const bool field = !first.empty() && words.has(word_list::areas, first[0]) && !words.has(word_list::given_names, first[0]) && words_in(left, words, 2).size() > 1;
    return !field;
}

/// Bytes of "and " or "& " at the start of a text; 0 when there is none.
std::size_t joint_at(std::string_view text, const lexicon& words) {
    if (text.starts_with("& ")) return 2;
    const auto blank = text.find(' ');
    return blank != text.npos && words.has(word_list::joining_words, fold(text.substr(0, blank))) && (!starts_upper(text) || starts_upper(text.substr(blank - 1))) ? blank + 1 : 0;
}

/// Calls `use` with each part until it returns false; cuts at marks always, at "and" and "&" only where both sides are names of their own.
template <class Use>
bool each_part(std::string_view text, const lexicon& words, const Use& use) {
    std::size_t from = 0;
    const auto cut = [&](std::size_t end, std::size_t next) {
        const auto part = trim(text.substr(from, end - from));
        from = next;
        return part.empty() || use(part);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c == '/' || c == ';' || c == ',' || c == '\n' || c == '+') && !cut(i, i + 1)) return false;
        if (c != ' ') continue;
        if (const std::size_t joint = joint_at(text.substr(i + 1), words))
            if (parts_owners(trim(text.substr(from, i - from)), trim(text.substr(i + 1 + joint)), words) && !cut(i, i + 1 + joint)) return false;
    }
    return cut(text.size(), text.size());
}

}  // namespace
}  // namespace minutes::grammar

namespace minutes {

std::optional<owners_finding> match_owners(std::string_view text, const lexicon& words) {
    const auto inner = grammar::without_others(grammar::without_brackets(text), words);
    if (inner.empty() || inner.size() > 160) return {};
    // "MR ASH" is one, "MS AB" may be two.
    constexpr std::size_t shortest_name = 3;  // letters
    const auto first = words_in(inner, words, 3);
    const bool titled = first.size() == 2 && !first[0].after && words.has(word_list::honorifics, first[0]) && first[1].folded.size() >= shortest_name;
    if (!titled && !words.has(word_list::groups, fold(inner)) && !grammar::has_loud_name(inner, words))
        if (auto f = grammar::initials_groups(text, inner, words)) return f;
    owners_finding f;
    auto& group = f.groups.emplace_back();
    const bool owners = grammar::each_part(inner, words, [&](std::string_view part) {
        if (!is_initials(part) && !grammar::is_name_part(part, words)) return false;
        const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
        group.push_back({begin, begin + static_cast<std::uint32_t>(part.size())});
        return true;
    });
    return owners && !group.empty() ? std::optional(f) : std::nullopt;
}

namespace {

std::optional<owner_date_finding> find_owner_and_date(std::string_view text, const lexicon& words) {
    if (text.size() > 120) return {};
    const auto all = words_in(text, words);
    const bool dated = may_hold_date(text, words);
    for (std::size_t k = 1; k < all.size(); ++k) {
        const auto tail = text.substr(all[k].begin);
        const auto found = dated ? match_date(tail, words) : std::nullopt;
        const bool starts = found && (found->begin == 0 || words.has(word_list::function_words, all[k]) || words.has(word_list::end_of_month, all[k]) || words.has(word_list::date_leads, all[k]));
        const auto waits_for = [&](word_list list) { return words.initial_opens(list, tail[0]) && words.has(list, folded_piece(tail)); };
        const bool date = starts || waits_for(word_list::undated) || waits_for(word_list::next_meeting_due);
        if (date && match_owners(trim(text.substr(0, all[k - 1].end)), words)) return owner_date_finding{all[k - 1].end, all[k].begin};
    }
    return {};
}

}  // namespace

std::optional<owner_date_finding> match_owner_and_date(std::string_view text, const lexicon& words) {
    return answered_once(question::owner_and_date, text, words, [&] { return find_owner_and_date(text, words); });
}

bool is_initials(std::string_view text) {
    static const lexicon no_words{lexicon_words{}};  // the rule asks for none
    grammar::range got;
    return !text.empty() && text.size() <= 16 && grammar::run(grammar::initials, text, no_words, got) == text.size();
}

std::string plain_initials(std::string_view text) {
    const auto mended = mend_homoglyphs(text);
    std::string out;
    for (const char c : mended.empty() ? std::string(text) : mended)
        if (c != '.' && c != ' ') out += c;
    return out;
}

}  // namespace minutes
