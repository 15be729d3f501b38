// SPDX-License-Identifier: Apache-2.0
#include "marker.hpp"

#include <algorithm>
#include <cctype>

#include "date.hpp"
#include "marks.hpp"
#include "owner.hpp"
#include "owner_limit.hpp"
#include "owner_to.hpp"
#include "reference.hpp"
#include "sentence.hpp"
#include "task_list_name.hpp"
#include "task_owners.hpp"
#include "task_text.hpp"
#include "x3.hpp"

namespace minutes::grammar {

namespace {

using x3::lit;
using x3::omit;
using x3::raw;
using x3::ascii::digit;

using range = boost::iterator_range<iterator>;

const auto blank = x3::char_(" \t");
const auto dash = lit('-') | "\xE2\x80\x93" | "\xE2\x80\x94";

// "FP31", "P/09/11" before a colon: a reference with letters
const auto figures = x3::repeat(1, 4)[digit] >> -(x3::ascii::lower >> &lit('/')) >> *(x3::char_("./-") >> x3::repeat(1, 4)[digit]);
const auto code_letters = x3::repeat(1, 6)[x3::char_('A', 'Z')];
// "SC 9(1)": of a meeting, the first
const auto code = code_letters >> -x3::char_("./-") >> figures >> -(lit('(') >> figures >> ')') | code_letters >> ' ' >> figures >> '(' >> figures >> ')';

// "TC-2018-05": so many parts need no mark behind them
const auto long_code = code_letters >> '-' >> x3::repeat(1, 4)[digit] >> +(x3::char_("./-") >> x3::repeat(1, 4)[digit]);

// "12", "27/14", "50b/2021", "3.1", "#4", "-12", "-TC-2018-05": what counts a marker
const x3::rule<struct count_id, range> count = "count";
const auto count_def = omit[*blank >> -lit('#')] >> raw[omit[figures]] >> end_of_word | omit[lit('-')] >> raw[omit[long_code | figures]] >> end_of_word | omit[+blank] >> raw[omit[long_code]] >> end_of_word | omit[+blank] >> raw[omit[code]] >> &(*blank >> (lit(':') | '('));
BOOST_SPIRIT_DEFINE(count)

// ":", " – ", "::", "->", a line end, the stars or the bracket that close bold type or a bracket
const x3::rule<struct mark_id, range> mark = "mark";
const auto mark_def = raw[omit[*(blank | x3::char_("*_`")) >> (lit("->") | +lit(':') | (dash >> !digit) | lit('=') | lit('\n') | x3::char_(")]"))]];
BOOST_SPIRIT_DEFINE(mark)

}  // namespace

/// Bytes that a count takes after a marker's words; `ref` gets where it stands in `text`.
std::size_t count_at(std::string_view text, const lexicon& words, span& ref) {
    range got;
    const std::size_t n = run(count, text, words, got);
    if (n) {
        const auto begin = static_cast<std::uint32_t>(got.begin() - text.data());
        ref = {begin, begin + static_cast<std::uint32_t>(got.size())};
    }
    return n;
}

std::size_t mark_at(std::string_view text, const lexicon& words) {
    range got;
    return run(mark, text, words, got);
}

}  // namespace minutes::grammar

namespace minutes {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_small_mark(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '*' || c == '_' || c == '`' || c == '>' || c == '-' || c == '+'; }

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

struct finder {
    std::string_view t;
    const lexicon& words;
    const known_names& known;
    std::size_t bold_end;

    /// The end of a line that names a list of tasks, and nothing else: "Action points arising:"; 0 when byte i opens none.
    std::size_t list_name_at(std::size_t i) const {
        if (!std::all_of(t.begin(), t.begin() + static_cast<std::ptrdiff_t>(i), is_small_mark)) return 0;
        const auto line = t.substr(i, first_of(t, ":\n", i) - i);
        return names_task_list(line, words) ? i + line.size() : 0;
    }

    /// "(Act AB)", "[Act Clerk]": a short form of the marker, with who is to act and nothing else in its bracket.
    bool is_shorthand(std::size_t i, std::size_t e) const {
        if (i == 0 || (t[i - 1] != '(' && t[i - 1] != '[') || !words.has(word_list::action_shorthands, fold(t.substr(i, e - i)))) return false;
        const auto close = t.find(t[i - 1] == '(' ? ')' : ']', e);
        return close != t.npos && is_owners_only(trim(t.substr(e, close - e)), words);
    }

    /// The end of the longest phrase from byte i that means "action"; 0 when there is none.
    std::size_t phrase_at(std::size_t i) const {
        if (const std::size_t named = list_name_at(i)) return named;
        if (!words.initial_opens_action(t[i])) return 0;
        std::size_t best = 0, end = i;
        for (int runs = 0; runs < 4; ++runs) {
            const std::size_t from = end;
            while (end < t.size() && is_letter(t[end])) ++end;
            if (end == from) break;
            const folded_piece phrase(t.substr(i, end - i));
            if (runs == 0 && is_shorthand(i, end)) return end;
            if (runs == 0 && !words.opens_action(phrase)) return 0;
            if (words.is_label(phrase, label::action)) best = end;
            if (end >= t.size() || (t[end] != ' ' && t[end] != '-')) break;
            ++end;
        }
        if (best && t.substr(best).starts_with("(s)")) best += 3;
        return best;
    }

    static bool is_upper(std::string_view w) {
        return std::all_of(w.begin(), w.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == ' ' || c == '-' || c == '(' || c == ')' || c == 's'; }) && w.size() >= 2 && w[0] >= 'A' && w[0] <= 'Z' && w[1] >= 'A' && w[1] <= 'Z';
    }

    /// Whether the words before byte i end something, so that a marker may open there.
    bool opens(std::size_t i) const {
        std::size_t k = i;
        while (k > 0 && is_small_mark(t[k - 1])) {
            if (t[k - 1] == '\t' || t[k - 1] == '\n' || t[k - 1] == '*') return true;
            if (k > 1 && t[k - 1] == ' ' && t[k - 2] == ' ') return true;
            --k;
        }
        if (k == 0) return true;
        const char c = t[k - 1];
        return c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == ')' || c == ']' || c == '|' || is_symbol_before(k);
    }

    /// A bullet, a box or a closing quotation mark (U+2000 – U+2FFF) but no apostrophe ends at byte k.
    bool is_symbol_before(std::size_t k) const {
        if (k < 3 || t[k - 3] != '\xE2') return false;
        const auto symbol = t.substr(k - 3, 3);
        return symbol != "\u2018" && symbol != "\u2019";
    }

    /// "Ann Bell was elected as Treasurer." before "ACTION": what was said, however like owners it looks.
    bool tells(std::string_view head) const {
        const auto all = words_in(head, words);
        return std::any_of(all.begin(), all.end(), [&](const word& w) { return !w.capital && words.has(word_list::passive_words, w); });
    }

    /// Owners and nothing else before byte i, but for bullets: "Greg ACTION: …", "pc: #todo …".
    span owners_before(std::size_t i, bool hash) const {
        std::size_t b = 0, e = i;
        while (b < e && is_small_mark(t[b])) ++b;
        while (e > b && (is_small_mark(t[e - 1]) || t[e - 1] == ':' || t[e - 1] == '[' || t[e - 1] == '(' || t[e - 1] == '#')) --e;
        if (b >= e) return {};
        const auto head = t.substr(b, e - b);
        if (words.has_any({word_list::articles, word_list::openers}, fold(head))) return {};  // "The AP exams"
        // "Ann's actions"
        for (const std::string_view mark : {"'s", "\u2019s"})
            if (const auto name = head.substr(0, head.size() - std::min(head.size(), mark.size())); head.ends_with(mark) && is_owners_only(name, words)) return at(b, b + name.size());
        if (head.front() == '@' && !handles_in(head, 0, head.size(), words).empty()) return at(b, e);
        if (head.size() <= 40 && !shouts(t) && is_owners_only(head, words) && !tells(head)) return at(b, e);
        // In notes by speaker the one who speaks takes the task: "gi: not done yet. #todo ask again"
        const auto colon = head.find(':');
        const auto speaker = colon == head.npos ? head : head.substr(0, colon);
        const bool one_word = speaker.find_first_of(" \t[]().") == speaker.npos && speaker.size() <= 16;
        const bool marked = colon != head.npos || (e < i && t[e] == ':');
        return hash && marked && one_word && !speaker.empty() && is_letter(speaker[0]) ? at(b, b + speaker.size()) : span{};
    }

    /// A dash between blanks stands right before byte i.
    bool behind_dash(std::size_t i) const {
        const auto head = t.substr(0, i);
        return head.ends_with(" - ") || head.ends_with(" \u2013 ") || head.ends_with(" \u2014 ");
    }

    /// A tab or a run of blanks stands before byte i, and text before that.
    bool parted(std::size_t i) const {
        const auto head = t.substr(0, i);
        const auto gap = head.find_last_not_of(" \t");
        return gap != head.npos && (head.substr(gap + 1).find('\t') != head.npos || head.size() - gap > 3);
    }

    /// "The hall is to be booked ACTION AF": who acts is all that stands behind the word, though no full stop is before it.
    bool ends_line(std::size_t i, std::size_t e) const {
        constexpr std::size_t longest = 30, shortest = 6;  // bytes behind it, and of its word
        const std::size_t names = skip_gap(e);
        const auto rest = trim(t.substr(std::min(names, t.size())));
        if (e - i < shortest || i == 0 || t[i - 1] != ' ' || rest.empty() || rest.size() > longest || shouts(t) || shouts(rest) || words_in(t.substr(0, i), words, 3).size() < 3) return false;
        const auto all = words_in(rest, words);
        if (all.empty() || names_thing(all[0]) || !std::all_of(all.begin(), all.end(), [&](const word& w) { return w.capital || words.has(word_list::joining_words, w); })) return false;
        const auto owners = match_owners(rest, words);
        if (!owners || !is_owners_only(rest, words)) return false;
        return is_upper(t.substr(i, e - i)) || (starts_upper(t.substr(i)) && owners->initials);
    }

    /// Bytes of the pictures that end a line from byte i on: "Action items :tada:"; 0 when there are none, or words behind them.
    std::size_t pictures_at(std::size_t i) const {
        const auto lead = std::min(t.size(), t.find_first_not_of(" \t", i));
        const std::size_t n = pointer_at(t.substr(lead));
        return n > 0 && trim(t.substr(lead + n)).empty() ? t.size() - i : 0;
    }

    std::size_t skip_gap(std::size_t i) const {
        for (;;) {
            if (i < t.size() && (is_small_mark(t[i]) || t[i] == ':' || t[i] == ';' || t[i] == ',' || t[i] == '.' || t[i] == '=')) ++i;
            else if (t.substr(i).starts_with("\u2013") || t.substr(i).starts_with("\u2014")) i += 3;
            else return i;
        }
    }

    /// All in capitals, and more than initials: "ACTIONS CARRIED OVER".
    bool shouts(std::string_view rest) const {
        const auto all = words_in(rest.substr(0, std::min<std::size_t>(rest.size(), 60)), words);
        return std::any_of(all.begin(), all.end(), [](const word& w) { return w.upper && w.folded.size() > 4 && w.folded.find('/') == std::string::npos; }) && std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper || w.digits; });
    }

    std::string first_word(std::string_view rest) const {
        const auto all = words_in(rest.substr(0, std::min<std::size_t>(rest.size(), 40)), words, 1);
        return all.empty() ? std::string{} : all.front().folded;
    }

    /// "ACTION PLAN", "ACTION LOG": what the marker's word makes a name with, nobody.
    bool names_thing(const word& w) const { return words.has_any({word_list::record_nouns, word_list::imperatives}, w) && !words.has(word_list::given_names, w) && !is_known_person(w, words, known); }

    bool explained(const std::string& initials) const { return known.initials.count(initials) || known.formed.count(initials); }

    /// "AB", "AB/CD": initials of people whom the document names, and nothing else.
    bool are_known_initials(std::string_view who) const {
        const auto all = words_in(who, words);
        return !all.empty() && std::all_of(all.begin(), all.end(), [&](const word& w) {
            const auto slash = w.folded.find('/');
            return w.upper && (explained(w.folded) || (slash != std::string::npos && explained(w.folded.substr(0, slash)) && explained(w.folded.substr(slash + 1))));
        });
    }

    /// Owners stand from byte i up to a mark, "to" or the end: "ACTION MS/AB", "Action JB: …", "Action on Priya to …".
    bool owners_follow(std::size_t i, bool any_name) const {
        const auto rest = t.substr(i);
        const auto all = words_in(rest.substr(0, std::min<std::size_t>(rest.size(), 120)), words);
        for (std::size_t k = 0; k < all.size() && k < 7; ++k) {
            const auto head = rest.substr(0, all[k].end);
            const auto behind = rest.substr(all[k].end);
            const bool goes_on = k + 1 < all.size() && are_known_initials(head) && !all[k + 1].capital && !words.has_any({word_list::verbs, word_list::function_words}, all[k + 1]);  // "Action AB email the form"
            const bool ends = goes_on || trim(behind).empty() || k + 1 >= all.size() || behind.starts_with(":") || behind.starts_with(" -") || behind.starts_with(" \u2013") || behind.starts_with("\n") || behind.starts_with("\t") || (words.has(word_list::task_verbs, all[k + 1]) && !all[k + 1].upper);
            if (!ends || !is_owners_only(head, words)) continue;
            if (words.month_of(all[k]) || words.weekday_of(all[k])) return false;
            if (k == 0 && names_thing(all[0])) return false;
            const auto found = match_owners(head, words);
            const bool marked = behind.starts_with(":") || behind.starts_with(" -") || behind.starts_with(" \u2013");
            const bool titled = k > 0 && words.has(word_list::honorifics, all[0]);  // "ACTION MR ASH"
            if (any_name || titled || (found && found->initials) || (marked && are_certain_owners(head, words, known))) return true;
        }
        return false;
    }

    /// "ACTION-9 was closed", "Action 12 is still open", "Actions 12, 13 and 14 are closed" tell of it; "Action 12 is to sweep" is one.
    bool tells_of_task(std::size_t i) const {
        const auto all = words_in(t.substr(i, 60), words);
        std::size_t k = 0;
        while (k < all.size() && (all[k].digits || words.has(word_list::joining_words, all[k]))) ++k;
        if (k >= all.size() || all[k].capital) return false;
        return words.has(word_list::verbs, all[k]) && words.has(word_list::function_words, all[k]) && !words.has(word_list::future_words, all[k]) && !(k + 1 < all.size() && words.has(word_list::infinitive_marks, all[k + 1]));
    }

    /// "ACTION CLERK", "Action Tom Ash", "ACTION Ann by 20 May": a person whom the document knows or an office is all that is left, but for the day.
    bool only_person(std::size_t i) const {
        const auto rest = trim(t.substr(std::min(i, t.size())));
        const auto limited = match_owner_limit(rest, words, known);
        const auto who = limited ? rest.substr(0, limited->owners.back().end) : rest;
        const auto all = words_in(who, words);
        if (all.empty() || !words.columns(fold(who)).empty() || !are_certain_owners(who, words, known) || !is_owners_only(who, words)) return false;
        return std::all_of(all.begin(), all.end(), [&](const word& w) {
            if (known.initials.count(w.folded) || known.names.count(w.folded) || words.has_any({word_list::honorifics, word_list::joining_words}, w)) return true;
            if (w.capital && words.has(word_list::groups, w) && words.has(word_list::auxiliaries, w)) return true;  // "Action ALL"
            return w.capital && words.has(word_list::role_nouns, w) && !words.has(word_list::areas, w) && !names_thing(w);
        });
    }

    /// "Tasks (5 min)": a bracket with figures is all that is left.
    bool only_remark(std::size_t i) const {
        const auto rest = trim(t.substr(i));
        return (rest.back() == ')' || rest.back() == ']') && rest.find_first_of("0123456789") != rest.npos && rest.substr(1).find_first_of("([") == rest.npos;
    }

    bool opens_with_somebody(std::string_view rest) const {
        const auto next = words_in(rest.substr(0, std::min<std::size_t>(rest.size(), 40)), words, 1);
        return !next.empty() && (is_known_person(next[0], words, known) || words.has_any({word_list::given_names, word_list::honorifics, word_list::role_nouns}, next[0]));
    }

    /// Whether somebody whom the document knows, or a handle, stands at byte i.
    bool somebody_at(std::size_t i) const {
        const auto next = words_in(t.substr(std::min(i, t.size())), words, 1);
        return i < t.size() && !next.empty() && (t[i] == '@' || is_known_person(next[0], words, known));
    }

    /// "JB:", whoever that is
    bool initials_at(std::size_t i) const {
        const auto colon = t.find(':', i);
        return colon != t.npos && is_initials(t.substr(i, colon - i));
    }

    bool behind_stop(std::size_t i) const {
        const auto last = t.substr(0, i).find_last_not_of(" \t");
        return last != t.npos && std::string_view(".?!").find(t[last]) != std::string_view::npos;
    }

    /// Where the owners start in "[Action for Ann]"; 0 when the bracket says something else.
    std::size_t owners_in_bracket(std::size_t end, char closing) const {
        const auto close = t.find(closing, end);
        const std::size_t lead = skip_gap(end);
        if (close == t.npos || lead >= close) return 0;
        const auto first = words_in(t.substr(lead, close - lead), words, 1);
        if (first.empty() || first[0].capital || !words.has(word_list::owner_leads, first[0])) return 0;
        const std::size_t names = lead + first[0].end;
        return is_owners_only(t.substr(names, close - names), words) ? skip_gap(names) : 0;
    }

    /// Where the owners start in "by: Ann", "on Ann: …", "BY Ann" behind a marker; byte i when no such word leads to owners there.
    std::size_t skip_owner_lead(std::size_t i, bool loud) const {
        const auto next = words_in(t.substr(i, 40), words, 1);
        if (next.empty() || (next[0].capital && !(loud && next[0].upper)) || !words.has(word_list::owner_leads, next[0])) return i;
        const std::size_t names = skip_gap(i + next[0].end);
        return next[0].after == ':' || owners_follow(names, true) || only_person(names) ? names : i;
    }

    /// "The path is muddy. Clerk to action by 4 June.": the last sentence says who is to do what was said before.
    std::optional<marker_finding> asks_to_act(std::size_t i, std::size_t e) const {
        const auto head = t.substr(0, i);
        std::size_t stop = head.find_last_of(".!?;");
        stop = stop == head.npos ? 0 : stop + 1;
        for (const std::string_view mark : {" - ", " \u2013 ", " \u2014 ", ": "})  // "Holes in Mill Lane – Clerk to action."
            if (const auto d = head.rfind(mark); d != head.npos) stop = std::max(stop, d + mark.size());
        const auto start = head.find_first_not_of(" \t\n*_", stop);
        constexpr std::size_t longest = 80;  // bytes
        const bool last = t.find_first_not_of(" \t\n*_).]", e) == t.npos;  // "Clerk to Action"
        if (start == head.npos || i - start > longest || (starts_upper(t.substr(i)) && !last)) return {};
        const bool initials = last && starts_upper(t.substr(i)) && is_initials(trim(head.substr(start)));  // "AB Action"
        if (!initials && !words.has(word_list::infinitive_marks, last_word(head.substr(start)))) return {};
        const auto said = t.substr(start, t.find_last_not_of(" \t\n*_)].") + 1 - start);
        if (said.find_first_of(".!?;") != said.npos || !match_owner_limit(said, words, known)) return {};
        marker_finding m;
        m.begin = m.rest = start;
        m.end = e;
        m.stop = t.size();
        return m;
    }

    std::string last_word(std::string_view head) const {
        const auto all = words_in(head, words);
        return all.empty() ? std::string{} : all.back().folded;
    }

    /// "AP12", "ACTION-12"
    bool counts_at(std::size_t e) const {
        if (e < t.size() && t[e] == '-') ++e;
        return e < t.size() && t[e] >= '0' && t[e] <= '9';
    }

    std::optional<marker_finding> at_byte(std::size_t i) const {
        const std::size_t e = phrase_at(i);
        if (!e) return {};
        if (auto m = asks_to_act(i, e)) return m;
        const auto phrase = t.substr(i, e - i);
        const char prior = i > 0 ? t[i - 1] : '\n';
        // "#todo", but not the end of an address: "…/minutes.html#action01"
        const bool hash = prior == '#' && (i < 2 || !std::isalnum(static_cast<unsigned char>(t[i - 2]))), bracket = prior == '[' || prior == '(';
        const bool upper = is_upper(phrase), capital = starts_upper(phrase);
        const bool bare = phrase.size() == 2 && !hash && !bracket;  // "AI", "AP": most often something else
        const bool bold = bold_end > i && bold_end <= e + 12 && bold_end >= e;
        const bool loud = hash || upper || bold;
        // "AP: …" may be somebody who speaks.
        if (upper && phrase.size() == 2 && !hash && !bracket && known.formed.count(fold(phrase)) && parted(i) && (trim(t.substr(e)).empty() || t[e] == '/')) return {};  // "… was asked to      AP", at the margin
        if (upper && (known.initials.count(fold(phrase)) || known.speakers.count(fold(phrase))) && !counts_at(e)) return {};
        marker_finding m;
        m.begin = hash || bracket ? i - 1 : i;
        m.before = owners_before(m.begin, hash);
        if (!hash && !bracket && m.before.empty() && !opens(i) && !behind_dash(i) && !ends_line(i, e)) return {};
        // "@jsmith action item to ask the board"
        const bool of_handle = !m.before.empty() && t[m.before.begin] == '@' && (t.substr(e).starts_with(":") || words.has(word_list::infinitive_marks, first_word(t.substr(e))));
        // "JB action: mend the lamp"
        const bool of_person = !m.before.empty() && t.substr(e).starts_with(":") && are_certain_owners(t.substr(m.before.begin, m.before.size()), words, known);
        if (!capital && !hash && !bracket && !of_handle && !of_person && !(i == 0 || m.before.empty())) return {};
        std::size_t end = e;
        span ref;
        if (const auto n = grammar::count_at(t.substr(e), words, ref)) {
            const bool joined = t[e] != ' ' && t[e] != '\t';
            // "AP12" is the reference as printed; of "Action 3" it is the number; "ACTION 2007-06-08" tells a day.
            const auto said = t.substr(e + ref.begin, ref.size());
            const bool day = !joined && std::count_if(said.begin(), said.end(), [](char c) { return c == '-' || c == '/' || c == '.'; }) == 2 && match_date(said, words);
            const bool hyphen = t[e] == '-';  // "ACTION-12", "Action-TC-2018-05"
            if (!day) m.ref = (joined && upper && ref.begin == 0) || hyphen ? at(i, e + ref.end) : at(e + ref.begin, e + ref.end);
            end = e + n;
        }
        end += pictures_at(end);
        const auto n = grammar::mark_at(t.substr(end), words);
        m.plain = !loud && !bracket && m.ref.empty();
        m.stop = t.size();
        m.end = end;
        if (n) {
            m.rest = skip_gap(end + n);
            m.end = end + n;
        } else if (const std::size_t who = bracket ? owners_in_bracket(end, prior == '[' ? ']' : ')') : 0; who > 0) {
            m.rest = who;
        } else if (end >= t.size() || skip_gap(end) >= t.size()) {
            if (!loud && !bracket && i > 0) return {};
            m.rest = t.size();
        } else if (of_handle) {
            m.rest = skip_gap(t.find_first_of(" \t", skip_gap(end)));
        } else if (!m.ref.empty() && (upper || capital)) {
            if (tells_of_task(skip_gap(end))) return {};
            m.rest = skip_gap(end);
        } else if (hash || bold || (upper && (fold(phrase).starts_with("to") || !m.before.empty()))) {
            m.rest = skip_owner_lead(skip_gap(end), upper);
        } else if (upper || capital) {
            const std::size_t names = skip_gap(end), behind_lead = skip_owner_lead(names, upper);
            const bool any_name = upper && !shouts(t.substr(names)) && (!bare || somebody_at(names) || is_owner_to(t.substr(names), words, known));
            const auto rest = t.substr(names);
            const bool for_somebody = phrase.size() > 2 && names < t.size() && opens_with_somebody(rest) && is_owner_to(rest, words, known);
            const auto close = bracket ? rest.find(prior == '[' ? ']' : ')') : rest.npos;
            if (close != rest.npos && phrase.size() > 2 && is_owners_only(rest.substr(0, close), words)) m.rest = names;  // "(Action Tom Ash)"
            else if (behind_lead > names && (!bare || somebody_at(behind_lead))) m.rest = behind_lead;
            else if (!bare && only_person(behind_lead)) m.rest = behind_lead;
            else if (for_somebody) {  // "Action Ann to ring the bank."
                m.rest = names;
                if (!upper && i > 0) m.stop = names + sentences_in(rest, words).front().end;
            }
            else if (parted(i) && is_owners_only(trim(rest), words) && trim(rest).size() <= 30) m.rest = names;  // "… to the board.      Action Ann"
            else if (owners_follow(names, any_name) && !words.has(word_list::function_words, first_word(rest))) m.rest = names;
            else if (names < t.size() && (t[names] == '(' || t[names] == '[')) m.rest = only_remark(names) ? t.size() : names;
            else if (upper && phrase.size() > 2 && opens(i) && starts_upper(rest) && !shouts(rest) && !shouts(t)) m.rest = names;
            else return {};
        } else if (const std::size_t names = skip_gap(end); (behind_dash(i) || (i == 0 && (somebody_at(names) || initials_at(names)))) && owners_follow(names, false)) {
            m.rest = names;  // "All agreed – action JB.", "action JB: mend the lamp"
        } else if (behind_stop(i) && are_certain_owners(t.substr(names), words, known)) {
            m.rest = names;  // "Shall we open it? action JB"
        } else {
            return {};
        }
        if (bracket) close_bracket(m, prior == '[' ? ']' : ')');
        take_reference_before(m);
        return m;
    }

    /// "HB-2016-58: Action: mend the roof": a reference that the line opens with belongs to the marker.
    void take_reference_before(marker_finding& m) const {
        if (!m.ref.empty() || m.begin == 0) return;
        const auto head = t.substr(0, m.begin);
        const auto from = head.find_first_not_of(" \t*_`>-+");
        if (from == head.npos) return;
        const auto r = reference_at(head.substr(from), words);
        if (!r || !r->strong || from + r->rest < head.size() || !std::isupper(static_cast<unsigned char>(head[from + r->begin]))) return;
        m.ref = at(from + r->begin, from + r->end);
        m.begin = from;
        m.before = {};
    }

    /// "[Action: JB]" ends at its bracket; behind "[ACTION]" the task follows.
    void close_bracket(marker_finding& m, char closing) const {
        const auto close = t.find(closing, m.begin);
        if (close == t.npos) return;
        if (close >= m.rest) {
            // "[Action for Ann] ring the bank": who, and behind the bracket what
            const std::size_t task = skip_gap(close + 1);
            const auto inside = t.substr(m.rest, close - m.rest);
            const bool opens_line = std::all_of(t.begin(), t.begin() + static_cast<std::ptrdiff_t>(m.begin), is_small_mark);
            if (opens_line && task < t.size() && words_in(t.substr(task), words, 2).size() == 2 && is_owners_only(inside, words)) {
                m.before = at(m.rest, close);
                m.end = close + 1;
                m.rest = task;
                return;
            }
            m.stop = close;
            m.end = close + 1;
        } else {
            m.end = std::max(m.end, close + 1);
            m.rest = skip_gap(std::max(m.rest, close + 1));
        }
    }
};

}  // namespace

std::vector<marker_finding> markers_in(std::string_view t, const lexicon& words, const known_names& known, std::size_t bold_end) {
    std::vector<marker_finding> out;
    const finder f{t, words, known, bold_end};
    const auto head = static_cast<std::size_t>(std::find_if_not(t.begin(), t.end(), is_small_mark) - t.begin());
    for (std::size_t i = head; i < t.size(); ++i) {
        if (i != head && !words.initial_opens_action(t[i])) continue;  // only at the head may a list be named
        if (!is_letter(t[i]) || (i > 0 && (is_letter(t[i - 1]) || (t[i - 1] >= '0' && t[i - 1] <= '9') || t[i - 1] == '-' || t[i - 1] == '/' || t[i - 1] == '\''))) continue;
        const auto m = f.at_byte(i);
        if (!m) continue;
        if (!out.empty()) out.back().stop = std::min(out.back().stop, m->begin);
        out.push_back(*m);
        i = std::max(i, std::max(m->end, std::size_t{1}) - 1);
    }
    return out;
}

std::optional<marker_finding> marker_at(std::string_view t, const lexicon& words, const known_names& known, std::size_t bold_end) {
    auto all = markers_in(t, words, known, bold_end);
    if (all.empty()) return {};
    const auto head = t.substr(0, all.front().begin);
    const bool clear = std::all_of(head.begin(), head.end(), [](char c) { return is_small_mark(c) || c == '(' || c == '[' || c == '#'; });
    if (!clear && all.front().before.empty()) return {};
    return all.front();
}

}  // namespace minutes
