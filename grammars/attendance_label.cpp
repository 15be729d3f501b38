// SPDX-License-Identifier: Apache-2.0
#include "attendance_label.hpp"

#include <algorithm>
#include <string>

#include "answered_once.hpp"
#include "attendance_box.hpp"
#include "label.hpp"
#include "x3.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_label = 10;  // words

/// The kind of a word in a label, one letter each, so that a grammar over words is one over letters:
/// p there, a apologies, b absent, g guests, n not, l between label and people, f beside them, : a mark, x any other.
char kind_of(const word& w, const lexicon& words) {
    if (const auto stroke = w.folded.find('/'); stroke != w.folded.npos && stroke > 3)  // "Apologies/Absent"
        if (words.has(list::apology_words, w.folded.substr(0, stroke)) || words.has(list::absence_words, w.folded.substr(0, stroke))) return 'a';
    if (words.has(list::attending_words, w)) return 'p';
    if (words.has(list::apology_words, w)) return 'a';
    if (words.has(list::absence_words, w)) return 'b';
    if (words.has(list::negations, w)) return 'n';
    if (words.has(list::guest_words, w)) return 'g';
    if (words.has(list::label_links, w) && !w.capital) return 'l';
    if (words.has(list::label_fillers, w) || words.has(list::label_links, w)) return 'f';
    if (w.digits || words.month_of(w) || words.weekday_of(w)) return 'f';  // "June 3rd meeting attendees"
    return 'x';
}

bool is_mark(std::string_view between) {
    if (between == " ") return false;
    return between.find_first_of(":;\t\n-|") != between.npos || between.find("\u2013") != between.npos || between.find("\u2014") != between.npos || between.find("   ") != between.npos;
}

struct classified {
    std::string kinds;                // of words and the marks between them
    std::vector<std::size_t> word_of; // for each kind, its word
};

classified classify(std::string_view text, words_view all, const lexicon& words) {
    classified c;
    for (std::size_t i = 0; i < all.size() && i < longest_label; ++i) {
        c.kinds += kind_of(all[i], words);
        c.word_of.push_back(i);
        const auto next = i + 1 < all.size() ? all[i + 1].begin : text.size();
        const auto between = text.substr(all[i].end, next - all[i].end);
        const bool hyphen = between == "-";
        const bool sentence_ends = c.kinds.back() == 'x' && all[i].ends_sentence() && all[i].folded.size() > 3 && !words.has(list::abbreviations, all[i]);  // "… and Grand. Apologies:"
        if ((is_mark(between) && !hyphen) || sentence_ends || i + 1 == all.size()) {
            c.kinds += ':';
            c.word_of.push_back(i);
            break;
        }
    }
    return c;
}

namespace x3 = boost::spirit::x3;

/// "voting members not present", "also in attendance were"
const auto label_rule = x3::raw[*x3::char_('f') >> -(x3::char_('n') >> *x3::char_('f')) >> x3::char_("pab") >> *x3::char_("fpabg")];
const auto links_rule = x3::raw[*x3::char_("lf")];
/// "Barset Attendees", "Workshop staff attending": words of a body before it, when nothing follows
const auto body_label_rule = x3::raw[*x3::char_("fxg") >> -(x3::char_('n') >> *x3::char_('f')) >> +x3::char_("pab") >> *x3::char_("f")] >> &x3::char_(':');
/// "Present for the Hill Board:", when nothing follows
const auto label_of_body_rule = x3::raw[*x3::char_('f') >> x3::char_("pab") >> +x3::char_("flx")] >> &x3::char_(':');
/// "Guests of the Hill Senate:", the same
const auto guests_of_body_rule = x3::raw[*x3::char_('f') >> x3::char_('g') >> x3::char_('l') >> +x3::char_("flx")] >> &x3::char_(':');
/// "The following members were present for the meeting:", when nothing follows
const auto sentence_rule = x3::raw[+x3::char_('f') >> +x3::char_('l') >> -x3::char_('n') >> x3::char_("pab") >> *x3::char_("flpabg")] >> &x3::char_(':');
/// "Officers", "Invited guests"
const auto guests_rule = x3::raw[*x3::char_('f') >> +x3::char_('g') >> *x3::char_('f')] >> &x3::char_(':');

/// Whether the unknown words are capitalised, as a body's name is; a lone letter is a key: "A Absent".
bool names_body(std::string_view kinds, words_view all, const lexicon& words) {
    for (std::size_t i = 0; i < kinds.size() && kinds[i] != ':'; ++i)
        if (kinds[i] == 'x' && (!all[i].capital || all[i].folded.size() == 1 || words.has(list::given_names, all[i]))) return false;
    return true;
}

bool of_people(const label_finding& l) {
    return l.is(label::present) || l.is(label::apologies) || l.is(label::absent) || l.is(label::in_attendance);
}

attendance how_of(const label_finding& l) {
    return l.is(label::apologies) ? attendance::apologies : l.is(label::absent) ? attendance::absent : l.is(label::present) ? attendance::present : attendance::in_attendance;
}

/// "Also in attendance": whether words before `end` are a label of those who are no members, by a place word and a word of attending.
bool says_in_attendance(words_view all, std::size_t end, const lexicon& words) {
    for (std::size_t i = 0; i + 1 < end; ++i)
        if (words.has(list::place_leads, all[i]) && words.is_label(all[i].folded + " " + all[i + 1].folded, label::in_attendance)) return true;
    return false;
}

/// Phrases that the lexicon lists whole: "Roll call", "Who was there", "Members".
std::optional<attendance_label> listed_label(std::string_view text, const lexicon& words) {
    const auto l = label_at(text, words);
    if (!l || !of_people(*l)) return {};
    attendance_label out{how_of(*l), l->begin, l->end, l->rest, l->marked, false, l->whole, false, false};
    // "Roll call of council"
    const auto behind = words_in(text.substr(l->end), words);
    if (!l->marked && behind.size() <= 4 && std::all_of(behind.begin(), behind.end(), [&](const word& w) { return words.has(list::label_fillers, w) && w.after != ':'; })) {
        out.end = l->end + behind.back().end;
        out.rest = text.size();
        out.marked = out.whole = true;
    }
    const auto all = words_in(text.substr(l->begin, l->end - l->begin), words);
    // "Here: Ann, Tom" needs people behind it.
    const bool pointed = all.size() == 1 && words.has(list::here_words, all[0]) && !words.has(list::attending_words, all[0]);
    out.sure = !pointed && !std::all_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::label_fillers, w) || words.has(list::guest_words, w); });
    return out;
}

/// Takes a remark in brackets behind the label to it, as far as a mark or the end follows: "Attendance (please add yourself):".
void take_remark(attendance_label& l, std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 80;  // bytes
    // Words such as "in" look as if they linked the label to people.
    const auto inside = text.substr(0, l.end).find_first_of("([");
    const auto open = inside != text.npos ? inside : text.find_first_not_of(" *_", l.end);
    const auto behind = l.marked ? text.find_first_not_of(": *_\t", l.end) : open;
    if (open == text.npos || open == 0) return;
    if (l.marked && behind != text.npos && text[behind] == '(' && is_group_head(text.substr(behind), words)) {  // "In attendance: (Councillors)"
        l.rest = text.size();
        l.whole = true;
    }
    if (l.marked || (text[open] != '(' && text[open] != '[')) return;
    const auto close = text.find(text[open] == '(' ? ')' : ']', open);
    if (close == text.npos || close - open > longest) return;
    const auto remark = text.substr(open + 1, close - open - 1);
    const auto all = words_in(remark, words);
    const bool named = std::any_of(all.begin(), all.end(), [&](const word& w) { return (w.capital && !w.upper && w.begin > 0) || words.has(list::given_names, w); });
    if (all.empty() || named || words.is_label(fold(remark), label::none)) return;
    const auto mark = text.find_first_not_of(" *_", close + 1);
    if (mark != text.npos && text[mark] != ':') return;
    l.end = close + 1;
    l.linked = false;
    l.marked = true;
    l.rest = mark == text.npos ? text.size() : std::min(text.find_first_not_of(" *_\t\n", mark + 1), text.size());
    l.whole = l.rest == text.size();
}

/// A label as the rules over kinds of words find it.
struct kinds_match {
    std::string_view core, links;  // the kinds of its own words, and of those that link it to people
    std::size_t taken = 0;         // kinds
    bool sure = false, of_body = false;

    [[nodiscard]] bool linked() const { return links.find('l') != links.npos; }
};

/// One rule at the start of the kinds; empty where it does not fit.
std::string_view take_kinds(std::string_view kinds, const auto& rule) {
    boost::iterator_range<const char*> found;
    const char* first = kinds.data();
    return x3::parse(first, kinds.data() + kinds.size(), rule, found) ? std::string_view(found.begin(), static_cast<std::size_t>(found.end() - found.begin())) : std::string_view{};
}

std::optional<kinds_match> match_kinds(std::string_view text, words_view all, const classified& c, const lexicon& words) {
    kinds_match m;
    const std::string_view kinds = c.kinds;
    if (m.core = take_kinds(kinds, label_rule); !m.core.empty()) {
        m.links = take_kinds(kinds.substr(m.core.size()), links_rule);
        m.sure = true;
    } else if (m.core = take_kinds(kinds, sentence_rule); !m.core.empty() && trim(text.substr(all[c.word_of[m.core.size() - 1]].end)).starts_with(':')) {
        m.sure = true;
    } else if (m.core = take_kinds(kinds, guests_of_body_rule); !m.core.empty() && names_body(kinds, all, words)) {
        m.of_body = true;
    } else if (m.core = take_kinds(kinds, guests_rule); m.core.empty()) {
        m.core = take_kinds(kinds, body_label_rule);
        if (m.core.empty() || m.core.size() > 5 || !names_body(c.kinds, all, words)) return {};
        m.of_body = m.core.find('x') != m.core.npos;
        // "Observers Present"; "Senate Members Absent:" is sure, lest those who were away be taken for present
        const auto mark = text.find_first_not_of(' ', all[c.word_of[m.core.size() - 1]].end);
        m.sure = !m.of_body || (m.core.find_first_of("abn") != m.core.npos && mark != text.npos && text[mark] == ':');
    }
    m.taken = m.core.size() + m.links.size();
    return m;
}

/// "Present for the Hill Board:": the words of a body behind the label.
void take_body_behind(kinds_match& m, std::string_view text, words_view all, const classified& c, const lexicon& words) {
    if (m.linked() || m.taken >= c.kinds.size() || c.kinds[m.taken] != 'x' || !names_body(c.kinds, all, words)) return;
    const auto whole = take_kinds(c.kinds, label_of_body_rule);
    if (whole.empty() || c.word_of[whole.size() - 1] + 1 != all.size()) return;
    m.sure = m.core.find_first_of("abn") != m.core.npos && trim(text.substr(all[c.word_of[whole.size() - 1]].end)) == ":";  // "Members Absent With Representation:"
    m.core = whole;
    m.taken = whole.size();
    m.of_body = true;
}

attendance how_said(const kinds_match& m, words_view all, const classified& c, const lexicon& words) {
    if (m.core.find('a') != m.core.npos && m.core.find('p') == m.core.npos) return attendance::apologies;
    if (m.core.find_first_of("bn") != m.core.npos) return attendance::absent;
    const bool guests = m.core.find('p') == m.core.npos || m.core.starts_with('g') || says_in_attendance(all, c.word_of[m.core.size() - 1] + 1, words);
    return guests ? attendance::in_attendance : attendance::present;
}

/// "Apologies for absence: were received from Ann Bell": what links label and people, though a mark stands before it.
void take_links_behind_mark(attendance_label& l, words_view all, std::size_t last_word, const lexicon& words) {
    std::size_t k = last_word + 1;
    while (k < all.size() && !all[k].capital && words.has(list::label_links, all[k])) ++k;
    if (k == last_word + 1 || k >= all.size() || !all[k].capital) return;
    l.rest = all[k].begin;
    l.linked = true;
}

std::optional<attendance_label> read_attendance_label(std::string_view text, const lexicon& words) {
    const auto all = words_in(text.substr(0, std::min<std::size_t>(text.size(), 240)), words);
    if (all.empty()) return {};
    const auto c = classify(text, all, words);
    auto m = match_kinds(text, all, c, words);
    if (!m) return listed_label(text, words);
    attendance_label out;
    out.begin = all[0].begin;
    out.linked = m->linked();
    take_body_behind(*m, text, all, c, words);
    out.sure = m->sure;
    out.of_body = m->of_body;
    out.how = how_said(*m, all, c, words);
    const std::size_t last_word = c.word_of[m->taken - 1];
    out.end = all[last_word].end;
    out.marked = m->taken < c.kinds.size() && c.kinds[m->taken] == ':';
    out.whole = last_word + 1 == all.size();
    out.rest = out.whole ? text.size() : all[last_word + 1].begin;
    if (out.marked && !out.whole) take_links_behind_mark(out, all, last_word, words);
    // Marks and brackets of the text behind the label belong to it.
    if (!out.whole)
        while (out.rest > out.end && (text[out.rest - 1] == '(' || text[out.rest - 1] == '[' || text[out.rest - 1] == '@')) --out.rest;
    // Under "Apologies" a box says no more than the label.
    for (std::size_t k = out.end; k < out.rest && out.how == attendance::present; ++k)
        if (attendance_box_at(text.substr(k))) out.rest = k;
    // Known phrases are labels too: "Attended by", "Roll call".
    if (const auto l = label_at(text, words); l && l->end > out.end && of_people(*l)) {
        out.end = l->end;
        out.rest = l->rest;
        out.marked = l->marked;
        out.whole = l->whole;
    }
    return out;
}

/// "members_present:", as a key of front matter has it, with blanks between its words.
std::string with_key_parted(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 1; i + 1 < out.size() && out[i] != ':' && out[i] != ' '; ++i)
        if (out[i] == '_' && out[i - 1] != '_' && out[i + 1] != '_') out[i] = ' ';
    return out;
}

/// Bytes of "Annex: ", "Appendix 2 – " before the head of a list; 0 when none stand there.
std::size_t length_of_annex_lead(std::string_view text, const lexicon& words) {
    const auto all = words_in(text.substr(0, 60), words, 3);
    if (all.size() < 2 || !all[0].capital || !words.has(list::attachment_nouns, all[0])) return 0;
    const bool counted = all.size() > 2 && (all[1].digits || (all[1].upper && all[1].folded.size() <= 3));  // "2", "A", "III"
    const std::size_t last = counted ? 1 : 0;
    return is_mark(text.substr(all[last].end, all[last + 1].begin - all[last].end)) ? all[last + 1].begin : 0;
}

/// "Annex: List of participants": the head of the list that a document ends with.
std::optional<attendance_label> label_of_annex(std::string_view text, const lexicon& words) {
    const auto lead = length_of_annex_lead(text, words);
    if (lead == 0) return {};
    auto l = read_attendance_label(text.substr(lead), words);
    if (!l || !l->whole || !l->sure) return {};
    l->begin = 0;
    l->end += lead;
    l->rest += lead;
    return l;
}

}  // namespace

std::optional<attendance_label> attendance_label_at(std::string_view text, const lexicon& words) {
    return answered_once(question::attendance_label, text, words, [&] {
        if (auto l = label_of_annex(text, words)) return l;
        const auto first_blank = text.find(' ');
        const bool key = text.find('_') < std::min(text.find(':'), first_blank);
        auto l = key ? read_attendance_label(with_key_parted(text), words) : read_attendance_label(text, words);
        if (l && l->sure) take_remark(*l, text, words);
        return l;
    });
}

std::optional<attendance_label> attendance_label_in_heading(std::string_view text, const lexicon& words) {
    auto whole = attendance_label_at(text, words);
    if (whole && whole->whole && whole->sure) return whole;
    constexpr std::size_t longest = 10;  // words
    if (words_in(text, words, longest + 1).size() > longest) return {};
    std::size_t from = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const auto rest = text.substr(i);
        std::size_t joint = i == text.size() ? 1 : 0;
        for (const std::string_view mark : {"/", ",", ";", " & "})
            if (rest.starts_with(mark)) joint = mark.size();
        if (joint == 0 && rest.starts_with(' ')) {
            const auto next = words_in(rest.substr(0, 8), words, 1);
            if (!next.empty() && words.has(list::joining_words, next[0])) joint = next[0].end + 1;
        }
        if (joint == 0) continue;
        const auto part = trim(text.substr(from, i - from));
        if (words.is_label(fold(part), label::agenda)) return {};  // "Agenda and attending this meeting"
        const auto l = attendance_label_at(part, words);
        // "Present and future": the word alone tells nothing at the head.
        const bool tells = l && l->whole && l->sure && l->how == attendance::present && (from > 0 || i == text.size() || words_in(part, words, 2).size() > 1 || !words.is_label(fold(part), label::present));
        if (tells) return attendance_label{attendance::present, 0, text.size(), text.size(), true, false, true, false, true};
        from = i + joint;
        i = from - 1;
    }
    return {};
}

bool is_group_head(std::string_view text, const lexicon& words) {
    std::string parted(text.substr(0, text.find(" (")));  // "Observers/Presenters", "Officials (presenting)"
    std::replace(parted.begin(), parted.end(), '/', ' ');
    const auto all = words_in(parted, words);
    if (all.empty() || all.size() > 6) return false;
    std::string plain;
    for (const auto& w : all) plain += (plain.empty() ? "" : " ") + w.folded;
    if (words.has(list::group_heads, plain)) return true;
    if (words.has(list::agenda_headings, plain)) return false;  // "Welcome"
    // "Barset Panel Members", "Labour Group": a body's people
    const bool capital = std::all_of(all.begin(), all.end(), [&](const word& w) { return w.capital || words.has(list::function_words, w); });
    if (capital && all.size() <= 5 && words.has(list::group_heads, all.back())) return true;
    return std::all_of(all.begin(), all.end(), [&](const word& w) {
        return words.has(list::label_fillers, w) || words.has(list::guest_words, w) || words.has(list::attending_words, w) || words.has(list::organisation_nouns, w);
    });
}

}  // namespace minutes
