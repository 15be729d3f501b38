// SPDX-License-Identifier: Apache-2.0
#include "outline.hpp"

#include <map>
#include <unordered_map>
#include <unordered_set>

#include "attendance_label.hpp"
#include "date.hpp"
#include "joined_text.hpp"
#include "person.hpp"
#include "reference.hpp"
#include "roster.hpp"
#include "marker.hpp"
#include "time.hpp"
#include "vote.hpp"

namespace minutes {

namespace {

using list = word_list;
using kind = laid_block::kind_type;

constexpr std::size_t longest_heading = 22;  // words
constexpr int weight_needed = 4;             // of a style

/// The value of a Roman numeral, either case; 0 when it is none.
int roman_value(std::string_view s) {
    int sum = 0, before = 0;
    for (std::size_t i = s.size(); i-- > 0;) {
        const char c = s[i];
        const int v = c == 'i' || c == 'I' ? 1 : c == 'v' || c == 'V' ? 5 : c == 'x' || c == 'X' ? 10 : 0;
        if (v == 0) return 0;
        sum += v < before ? -v : v;
        before = v;
    }
    return sum;
}

/// The figures of a number: 45 and 11 of "45/11", 4 and 2 of "4.2"; letters count from 'a', or as Roman numerals.
std::vector<int> figures_of(std::string_view number, bool roman) {
    std::vector<int> out;
    for (std::size_t i = 0; i < number.size();) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        std::size_t end = i;
        if (is_digit(number[i])) {
            int value = 0;
            for (; end < number.size() && is_digit(number[end]); ++end)
                if (value < 100000) value = value * 10 + (number[end] - '0');
            out.push_back(value);
        } else if (is_letter(number[i])) {
            while (end < number.size() && is_letter(number[end])) ++end;
            const auto letters = number.substr(i, end - i);
            if (roman) out.push_back(roman_value(letters));
            else out.push_back(letters.size() == 1 ? (letters[0] | 0x20) - 'a' + 1 : 0);  // "FGB" counts nothing
        } else {
            ++end;
        }
        i = end;
    }
    return out;
}

/// Whether b is the number after a: one figure greater by one, all before it equal, and behind it equal or from one.
bool counts_on(const std::vector<int>& a, const std::vector<int>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i]) continue;
        if (b[i] != a[i] + 1) return false;
        return std::all_of(b.begin() + static_cast<std::ptrdiff_t>(i) + 1, b.end(), [&](int x) { return x == 1; }) ||
               std::equal(a.begin() + static_cast<std::ptrdiff_t>(i) + 1, a.end(), b.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    return false;
}

bool is_upper(std::string_view t, const lexicon& words) {
    const auto all = words_in(t, words);
    std::size_t upper = 0, lower = 0;
    for (const auto& w : all) {
        if (w.upper) ++upper;
        else if (!w.digits && w.folded.size() > 2) ++lower;
    }
    return upper > 0 && lower == 0 && (upper > 1 || (all.size() <= 2 && all[0].folded.size() > 3));
}

struct finder {
    const laid_document& laid;
    std::string_view text;
    const lexicon& words;
    choice how;
    outline out{};
    std::vector<std::string> lines{};  // each block's joined text

    bool is_line(std::size_t i) const { return laid.blocks[i].kind == kind::line && laid.blocks[i].look.part == document_block::part_type::body && !lines[i].empty(); }

    /// The next block that is no furniture; the count of blocks when there is none.
    std::size_t next(std::size_t i) const {
        for (++i; i < laid.blocks.size() && laid.blocks[i].kind == kind::furniture; ++i) {}
        return i;
    }

    bool has_verb(std::string_view t) const {
        const auto all = words_in(t, words);
        for (std::size_t i = 0; i < all.size(); ++i)
            if (!all[i].capital && words.has(list::verbs, all[i]) && !(all[i].folded == "held") && i + 1 != all.size()) return true;
        return false;
    }

    bool ends_sentence(std::string_view t) const {
        const auto all = words_in(t, words);
        return !all.empty() && all.back().ends_sentence() && !words.has(list::abbreviations, all.back());
    }

    std::vector<label> labels_of(std::string_view heading) const {
        const auto l = label_at(heading, words);
        if (!l) return {};
        const auto phrase = heading.substr(l->begin, l->end - l->begin);
        const bool list_named = l->is(label::action) && (fold(phrase).ends_with(" list") || fold(phrase).ends_with(" log"));  // "Action list from the meeting of 3 May"
        const bool near_whole = l->whole || words_in(heading.substr(l->end), words).size() <= 2 || l->marked || list_named;
        return near_whole ? l->kinds : std::vector<label>{};
    }

    /// Words of agendas everywhere: "Matters arising", "Finance", "Correspondence".
    bool is_agenda_heading(std::string_view heading) const {
        std::string plain;
        for (const auto& w : words_in(heading, words)) plain += (plain.empty() ? "" : " ") + w.folded;
        if (words.has(list::agenda_headings, plain)) return true;
        const auto kinds = labels_of(heading);
        return std::any_of(kinds.begin(), kinds.end(), [](label k) {
            return k == label::apologies || k == label::any_other_business || k == label::next_meeting || k == label::closing || k == label::agenda || k == label::previous_minutes ||
                   k == label::matters_arising || k == label::declarations;
        });
    }

    /// "The following concerns were raised:", "Top priorities are to:": a clause that its list completes.
    bool is_lead_in(std::string_view heading, std::size_t i, bool numbered) const {
        const auto end = static_cast<std::size_t>(heading.data() - lines[i].data()) + heading.size();
        if (end >= lines[i].size() || lines[i][end] != ':') return false;
        const auto all = words_in(heading, words);
        const bool following = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::follow_words, w); });
        return all.size() > 1 && (words.has(list::lead_ins, all.back()) || (all.size() > 3 && (following || (!numbered && has_verb(heading)))));
    }

    /// "Meeting time: 7 pm", "Next meeting: 3 May", "Adjourned at 9.34 pm": a label and what it says, no heading of business.
    bool names_value(std::string_view heading) const {
        const auto l = label_at(heading, words);
        const auto all = words_in(heading, words);
        const bool valued = l && !l->whole && l->marked && (l->is(label::date) || l->is(label::time) || l->is(label::end) || l->is(label::venue) || l->is(label::next_meeting) || l->is(label::chair) || l->is(label::minute_taker));
        if (valued) return true;
        const bool closes = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::closing_words, w); });
        return closes && all.size() <= 6 && all.back().folded.size() >= 2 && heading.find_first_of("0123456789") != heading.npos && !find_times(heading, words).empty();
    }

    /// "MINUTES", "Meeting notes": what the document is.
    bool is_title_of_record(std::string_view heading) const {
        const auto all = words_in(heading, words);
        if (all.empty() || all.size() > 2) return false;
        return words.has(list::record_titles, all.back()) && (all.size() == 1 ? all[0].upper : words.has(list::meeting_nouns, all[0]));
    }

    /// "Hall hire, cheque 1361 £440.64": a payment.
    static bool ends_with_money(std::string_view heading) {
        const auto blank = heading.find_last_of(" \t");
        const auto amount = heading.substr(blank == heading.npos ? 0 : blank + 1);
        return amount.starts_with("\u00A3") || amount.starts_with("$") || amount.starts_with("\u20AC");
    }

    /// Words that stand apart on a line without heading anything: markers of actions, names of speakers, labels with a
    /// person behind them, lines to sign on, lone figures.
    bool is_no_heading(std::size_t i, std::string_view heading, std::string_view behind, bool numbered) const {
        if (heading.find("__") != heading.npos || heading.find("....") != heading.npos) return true;
        const auto all = words_in(heading, words);
        if (std::none_of(all.begin(), all.end(), [](const word& w) { return !w.digits && w.folded.size() > 1; })) return true;
        if (marker_at(lines[i], words)) return true;
        if (is_lead_in(heading, i, numbered) && !label_at(heading, words)) return true;
        if (all.size() > 3 && all.back().digits && ends_with_money(heading)) return true;
        if (numbered) return false;
        if (heading.ends_with(',')) return true;  // "Submitted by,"
        if (words.has(list::signature_words, all.front().folded) || (all.size() > 1 && words.has(list::nil_openers, all.front().folded))) return true;
        // "Hall - Yes", "TOTAL £730.00"
        if (all.size() <= 4 && all.size() > 1 && heading.find_first_of("-:") != heading.npos && (words.has(list::here_words, all.back()) || words.has(list::away_words, all.back())) && !all.back().upper) return true;
        if (heading.find("\u00A3") != heading.npos || heading.find('$') != heading.npos || heading.find("\u20AC") != heading.npos) return true;
        if (names_value(heading) || is_title_of_record(heading)) return true;
        if (repeated_.count(fold(heading)) && !is_agenda_heading(heading)) return true;
        const auto first_dash = heading.find(" - ");
        const auto name = heading.substr(0, first_dash);
        const auto who = match_person(name, words);
        const bool noun = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::meeting_nouns, w) || words.has(list::organisation_nouns, w); });
        if (who && who->weight >= 2 && !noun && !is_agenda_heading(name)) return true;
        if (first_dash != heading.npos && words_in(name, words).size() == 1 && words.has(list::given_names, fold(name))) return true;  // "Daniel - book the hall"
        const bool role = std::all_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::role_nouns, w) || words.has(list::honorifics, w) || words.has(list::connectives, w) || !w.capital; });
        if (!behind.empty() && role && words_in(behind, words).size() <= 12) return true;  // "Vice Chair: Jane Smith"
        const auto l = label_at(heading, words);
        return l && l->whole && (l->is(label::minute_taker) || l->is(label::chair)) && !behind.empty();
    }

    /// Texts that head three lines or more: speakers, "Action item".
    std::unordered_set<std::string> repeated_{};

    void find_repeated() {
        std::unordered_map<std::string, int> count;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!is_line(i)) continue;
            const std::string_view t = lines[i];
            const std::size_t bold = bold_lead_end(i);
            const auto colon = t.substr(0, 60).find(':');
            const auto from = laid.blocks[i].look.mark.empty() ? 0 : std::min<std::size_t>(behind(t, laid.blocks[i].look.mark.size()), t.size());
            const auto end = bold > from ? bold : colon != t.npos && colon > from ? colon : t.size() < 60 ? t.size() : 0;
            if (end <= from) continue;
            auto head = fold(t.substr(from, end - from));
            while (!head.empty() && (head.back() == ':' || head.back() == ' ')) head.pop_back();
            if (++count[head] == 3) repeated_.insert(head);
        }
    }

    /// "4-2 Budget", as headings are numbered with hyphens; in running text such figures are scores or dates.
    static std::optional<number_finding> hyphenated(std::string_view heading) {
        number_finding n;
        std::size_t digits = 0;
        for (; n.end < heading.size() && heading[n.end] != ' '; ++n.end) {
            if (heading[n.end] == '-' && digits > 0) {
                ++n.depth;
                digits = 0;
            } else if (heading[n.end] < '0' || heading[n.end] > '9' || ++digits > 2) {
                return {};
            }
        }
        n.rest = n.end + 1;
        if (n.depth < 2 || digits == 0 || n.end >= heading.size()) return {};
        return n;
    }

    /// The number that a heading's own words start with, where the list's mark is another: "1. i) Highways"; or that only its
    /// look makes one: "2.3 Workshops" in a heading's style.
    std::optional<number_finding> own_number(std::string_view heading, std::string_view rule) const {
        auto n = number_at(heading, words);
        if (!n && rule.starts_with("heading-style")) n = hyphenated(heading);
        if (!n || n->rest >= heading.size() || !starts_upper(heading.substr(n->rest))) return {};
        const auto value = heading.substr(n->begin, n->end - n->begin);
        if (n->marked) return n;
        if (!rule.starts_with("heading-style") && !rule.starts_with("heading-bold")) return {};
        const bool digits = value.find_first_not_of("0123456789") == value.npos;
        if (digits && (value.size() > 2 || !find_dates(heading.substr(0, 30), words).empty())) return {};
        return n;
    }

    void add(std::size_t i, span number, span heading, std::size_t rest, int rank, std::string style, const char* rule) {
        const auto& t = lines[i];
        while (heading.end > heading.begin && (t[heading.end - 1] == ':' || t[heading.end - 1] == ' ' || t[heading.end - 1] == '\t')) --heading.end;
        if (heading.end <= heading.begin) return;
        if (const auto own = own_number(std::string_view(t).substr(heading.begin, heading.end - heading.begin), rule)) {
            number = {static_cast<std::uint32_t>(heading.begin + own->begin), static_cast<std::uint32_t>(heading.begin + own->end)};
            heading.begin += static_cast<std::uint32_t>(own->rest);
        }
        if (laid.blocks[i].look.heading == 0 && is_no_heading(i, std::string_view(t).substr(heading.begin, heading.end - heading.begin), std::string_view(t).substr(std::min(rest, t.size())), !number.empty())) return;
        outline_entry e;
        e.block = i;
        e.number = number;
        e.heading = heading;
        e.rest = rest;
        e.rank = rank;
        e.style = std::move(style);
        e.rule = rule;
        e.labels = labels_of(std::string_view(t).substr(heading.begin, heading.end - heading.begin));
        out.entries.push_back(std::move(e));
    }

    /// What stands behind a heading on its line: ":" and blanks off.
    static std::size_t behind(std::string_view t, std::size_t at) {
        while (at < t.size() && (t[at] == ' ' || t[at] == ':' || t[at] == '\t' || t[at] == '.' || t[at] == '-')) ++at;
        return at;
    }

    /// The candidate that a block is, at most one: the most telling of the ways in which it could be a heading.
    void consider(std::size_t i) {
        const auto& b = laid.blocks[i];
        const auto& l = b.look;
        const std::string_view t = lines[i];
        const auto size32 = static_cast<std::uint32_t>(t.size());
        std::size_t from = 0;
        if (t.starts_with('#')) from = std::min(t.find_first_not_of("# "), t.size());
        const bool hashed = from > 0 && from < t.size() && t.find_first_not_of('#') != from;
        std::size_t mark_end = from;
        auto n = number_at(t.substr(from), words);
        bool bullet = !l.mark.empty() && !(n && n->begin == 0);
        if (bullet) {
            mark_end = std::min<std::size_t>(behind(t, l.mark.size()), t.size());
            // "- 029/18 Status of the tour": the number counts, the bullet does not.
            if (const auto inner = number_at(t.substr(mark_end), words); inner && inner->rest < t.size() - mark_end && (inner->marked || inner->end - inner->begin > 3) && (l.bold || l.bold_end > 0)) {
                n = inner;
                from = mark_end;
                bullet = false;
            }
        }
        if (b.in_cell && !n && cells_in_row(b) > 1) return;  // a cell among others heads no item
        const bool numbered = n && n->rest < t.size() - from && (n->marked || counted_[i]) && !bullet;
        const span number = numbered ? span{static_cast<std::uint32_t>(from + n->begin), static_cast<std::uint32_t>(from + n->end)} : span{};
        const std::size_t start = numbered ? from + n->rest : mark_end;
        if (start >= t.size()) return;
        const auto rest = t.substr(start);
        const auto count = words_in(rest, words).size();
        if (count == 0 || (!numbered && match_roll_line(rest, words))) return;  // "Bell - Yes"
        const auto whole = span{static_cast<std::uint32_t>(start), size32};
        const int depth = numbered ? n->depth : 0;
        const std::string shape = numbered ? number_shape(t.substr(number.begin, number.size()), depth) + (l.depth > 1 ? " in list" : "") : "";
        if (l.heading > 0 || hashed) {
            const int level = hashed ? static_cast<int>(t.find_first_not_of('#')) : l.heading;
            add(i, number, whole, t.size(), 10 * level, "heading " + std::to_string(level), "heading-style");
            return;
        }
        const auto mark = marker_at(rest, words);
        const bool task = mark && mark->rest < rest.size() && !is_agenda_heading(rest);
        if (count <= longest_heading && !bullet && !task && l.bold && !(ends_sentence(rest) && has_verb(rest))) {
            add(i, number, whole, t.size(), 100 + (numbered ? 10 * depth : 15), numbered ? "bold " + shape : is_upper(rest, words) ? "bold capitals" : "bold line", "heading-bold");
            return;
        }
        if (numbered) {
            numbered_candidate(i, number, start, shape, depth);
            return;
        }
        if (!bullet && l.bold_end > 0 && bold_lead(i, start)) return;
        if (bullet || l.depth > 0) {
            if (count > 14 || ends_sentence(rest) || l.depth != 1) return;
            const std::size_t below = next(i);
            const bool over_list = below < laid.blocks.size() && laid.blocks[below].look.depth > 1;
            const bool over_text = below < laid.blocks.size() && bullets_over_text_ && is_plain(below) && match_person(rest, words).value_or(person_finding{}).weight < 2;
            add(i, {}, whole, t.size(), 170, over_list || over_text ? "bullet over text" : "bullet", "heading-bullet");
            return;
        }
        // Cells side by side are short lines, but no headings.
        const bool beside = b.in_cell && laid.tables[b.table].columns.size() > 1;
        if (!starts_upper(rest) || beside) return;
        const bool colon = t.ends_with(':');
        if (!colon && run_in(i, start)) return;
        if (count > 14) return;
        if (is_upper(rest, words) && !ends_sentence(rest)) add(i, {}, whole, t.size(), 115, "capitals", "heading-capitals");
        else if (is_heading(rest, words) && !ends_sentence(rest) && count <= 12 && t.find('\t') == t.npos && t.find("   ") == t.npos && (stands_alone(i) || (colon && is_agenda_heading(rest.substr(0, rest.size() - 1))))) add(i, {}, whole, t.size(), colon ? 150 : 140, colon ? "line with colon" : "line alone", "heading-line");
    }

    /// Whether a block is a paragraph, in no list.
    bool is_plain(std::size_t i) const {
        const auto& l = laid.blocks[i].look;
        constexpr std::size_t shortest = 5;  // words
        return is_line(i) && l.depth == 0 && l.mark.empty() && l.heading == 0 && !lines[i].starts_with('#') && words_in(lines[i], words, shortest).size() == shortest && !label_at(lines[i], words) && !lines[i].ends_with(':');
    }

    /// Whether the document's bullets mostly stand each above text of their own.
    bool bullets_over_text_ = false;

    void find_bullets() {
        int over_text = 0, in_row = 0;
        for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
            if (!is_line(i) || laid.blocks[i].look.depth != 1) continue;
            const std::size_t below = next(i);
            if (below >= laid.blocks.size() || !is_line(below)) continue;
            over_text += is_plain(below) || laid.blocks[below].look.depth > 1;
            in_row += laid.blocks[below].look.depth == 1;
        }
        bullets_over_text_ = over_text >= 3 && over_text > in_row;
    }

    /// "Cllr", "J": the full stop behind it ends no heading.
    bool ends_abbreviated(std::string_view t) const {
        const auto all = words_in(t, words);
        return all.empty() || all.back().folded.size() < 2 || words.has(list::abbreviations, all.back()) || words.has(list::honorifics, all.back());
    }

    /// Where a dash between blanks stands; npos when there is none.
    static std::size_t dash_in(std::string_view t) { return std::min({t.find(" - "), t.find(" -- "), t.find(" \u2013 "), t.find(" \u2014 ")}); }

    static std::string number_shape(std::string_view number, int depth) {
        std::string kind = "number";
        if (!number.empty() && !(number[0] >= '0' && number[0] <= '9')) {
            const bool small = number[0] >= 'a' && number[0] <= 'z';
            if (roman_value(number) > 0 && (number.size() > 1 || number[0] == 'I' || number[0] == 'V' || number[0] == 'X')) kind = small ? "small roman number" : "roman number";
            else kind = number.size() == 1 ? "letter" : "code";
        }
        if (number.find('/') != number.npos) kind += " of year";
        return kind + " " + std::to_string(depth);
    }

    /// "Chair's report: problems with the new carriages", "Report – W. Fritz": a heading in two parts, not a heading and its text.
    bool is_title_with_parts(std::string_view t) const {
        const auto all = words_in(t, words);
        if (all.size() > 14 || all.size() < 2 || ends_sentence(t) || !is_heading(t, words)) return false;
        const auto colon = t.find(": ");
        const auto dash = std::min({t.find(" - "), t.find(" \u2013 "), t.find(" \u2014 ")});
        if (colon == t.npos && dash == t.npos) return false;
        const auto behind = trim(t.substr(std::min(colon, dash) + 2));
        const auto first = words_in(behind, words);
        if (first.empty() || words.has(list::no_action, fold(behind)) || words.is_label(fold(behind), label::none)) return false;
        return is_upper(t, words) || (colon == t.npos && (first[0].capital || first[0].digits) && first.size() <= 6 && !has_verb(behind));
    }

    /// Where the capitals end that a numbered line opens with: "APPLICATION 17/826 AND RESPONSE Members heard …"; 0 when it opens otherwise.
    std::size_t capitals_end(std::string_view t) const {
        const auto all = words_in(t, words);
        std::size_t n = 0, upper = 0;
        const auto is_capitals = [&](std::size_t i) { return all[i].upper && all[i].folded.size() > 1; };
        for (; n < all.size(); ++n) {
            if (is_capitals(n)) ++upper;
            else if (!all[n].digits && !(all[n].upper && n + 1 < all.size() && is_capitals(n + 1))) break;
            if (all[n].ends_sentence() && n + 1 < all.size() && !is_capitals(n + 1)) {
                ++n;
                break;
            }
        }
        if (upper < 3 || upper * 2 < n || n > 30) return 0;
        return n == all.size() ? t.size() : all[n].begin > 0 && t[all[n].begin - 1] != ' ' ? 0 : all[n].begin;
    }

    /// "Plot inspections – the dates below were agreed.": the dash between a heading and its sentence; 0 when there is none.
    std::size_t clause_dash(std::string_view t) const {
        const auto dash = dash_in(t);
        if (dash == t.npos || dash == 0) return 0;
        const auto lead = t.substr(0, dash), said = trim(t.substr(dash + (t[dash + 1] == '-' ? 3 : 5)));
        constexpr std::size_t longest_lead = 8;  // words
        const auto all = words_in(lead);
        if (all.empty() || all.size() > longest_lead || !starts_upper(lead) || lead.find(". ") != lead.npos || lead.find(": ") != lead.npos || has_verb(lead)) return 0;
        if (words.has(list::function_words, all.back().folded) && !all.back().upper) return 0;
        return starts_lower(said) && has_verb(said) ? dash : 0;
    }

    void numbered_candidate(std::size_t i, span number, std::size_t start, const std::string& shape, int depth) {
        const std::string_view t = lines[i];
        const auto rest = t.substr(start);
        const int rank = 100 + 10 * depth + (shape.starts_with("letter") ? 25 : 0);
        const auto l = label_at(rest, words);
        const auto size32 = static_cast<std::uint32_t>(t.size());
        const auto at = [&](std::size_t x) { return static_cast<std::uint32_t>(start + x); };
        if (const auto end = bold_lead_end(i); end > start) {
            // "**Pull request 7**: same times in the history": the rest goes on with the heading when it is no sentence.
            const auto more = trim(t.substr(behind(t, end)));
            if (words_in(more, words).size() <= 10 && starts_upper(more) && !ends_sentence(more) && !has_verb(more) && words.labels(fold(more)).empty()) add(i, number, {at(0), size32}, t.size(), rank, shape, "item-bold");
            else add(i, number, {at(0), static_cast<std::uint32_t>(end)}, behind(t, end), rank, shape, "item-bold");
        } else if (l && l->marked) {
            add(i, number, {at(0), at(l->end)}, start + l->rest, rank, shape, "item-label");
        } else if (const auto people = attendance_label_at(rest, words); people && people->sure && !people->whole && match_roster(rest.substr(people->rest), words, roster_shape::several).size() > 1) {
            add(i, number, {at(0), at(people->end)}, start + people->rest, rank, shape, "item-label");
        } else if (const auto parted = clause_dash(rest); parted > 0 && counted_[i]) {
            add(i, number, {at(0), at(parted)}, behind(t, start + parted + (rest[parted + 1] == '-' ? 2 : 4)), rank, shape, "item-dash");
        } else if (const auto capitals = capitals_end(rest); capitals > 0) {
            add(i, number, {at(0), at(capitals)}, capitals < rest.size() ? start + capitals : t.size(), rank, shape, "item-capitals");
        } else if (is_title_with_parts(rest)) {
            add(i, number, {at(0), size32}, t.size(), rank, shape, "item-line");
        } else if (const auto h = heading_at(rest, words, {}); h && h->rest < rest.size()) {
            add(i, number, {at(h->begin), at(h->end)}, start + h->rest, rank, shape, "item-heading");
        } else if (is_heading(rest, words) && starts_upper(rest) && dash_in(rest) == rest.npos) {
            add(i, number, {at(0), size32}, t.size(), rank, shape, "item-line");
        } else if (counted_[i] && !ends_sentence(rest) && starts_upper(rest) && words_in(rest, words).size() <= 16) {
            // "Approval of the agenda - approved": what was done stands behind the dash.
            const auto dash = dash_in(rest);
            const auto behind_dash = dash == rest.npos ? std::string_view{} : trim(rest.substr(dash + 3));
            const auto said = words_in(behind_dash.substr(0, std::min<std::size_t>(behind_dash.size(), 40)), words);
            const bool outcome = !said.empty() && (starts_lower(behind_dash.substr(0, 4)) || words.status(said[0].folded) || words.has(list::outcome_cores, said[0]));
            if (!outcome) add(i, number, {at(0), size32}, t.size(), rank, shape, "item-line");
            else add(i, number, {at(0), at(dash)}, behind(t, start + dash + (rest[dash + 1] == '-' ? 2 : 4)), rank, shape, "item-dash");
        } else if (const auto colon = rest.find(": "); colon != rest.npos && counted_[i] && starts_upper(rest) && words_in(rest.substr(0, colon), words).size() <= 8 && !has_verb(rest.substr(0, colon)) && rest.substr(0, colon).find(". ") == rest.npos) {
            add(i, number, {at(0), at(colon)}, start + colon + 2, rank, shape, "item-colon");
        } else if (counted_[i] && starts_upper(rest) && rest.ends_with('.') && words_in(rest, words, 9).size() <= 8 && rest.find(". ") == rest.npos && dash_in(rest) == rest.npos && !words.has_any({list::decision_verbs, list::closing_words, list::past_words}, words_in(rest, words).back()) && is_heading(rest.substr(0, rest.size() - 1), words) && !ends_abbreviated(rest.substr(0, rest.size() - 1))) {
            add(i, number, {at(0), size32 - 1}, t.size(), rank, shape, "item-stop");  // "4. Correspondence."
        } else if (const auto dot = rest.find(". "); dot != rest.npos && !starts_lower(trim(rest.substr(dot + 2))) && !ends_abbreviated(rest.substr(0, dot)) && starts_upper(rest) && words_in(rest.substr(0, dot), words).size() <= 14 && is_heading(rest.substr(0, dot), words)) {
            add(i, number, {at(0), at(dot)}, start + dot + 2, rank, shape, "item-stop");
        }
    }

    /// Where a bold run at the head ends, in the joined text.
    std::size_t bold_lead_end(std::size_t i) const {
        const auto& b = laid.blocks[i];
        if (b.look.bold_end <= b.text.front().begin) return 0;
        return std::min<std::size_t>(b.look.bold_end - b.text.front().begin, lines[i].size());
    }

    /// "Old Business: The hearing was held …": a paragraph that opens with its heading in capitals.
    bool run_in(std::size_t i, std::size_t start) {
        const std::string_view t = lines[i];
        std::size_t mark = t.npos;
        for (const std::string_view apart : {": ", ";", " \u2013 ", " \u2014 ", " - "}) mark = std::min(mark, t.find(apart, start));
        if (mark == t.npos || mark - start > 60) return false;
        const auto lead = t.substr(start, mark - start);
        const auto all = words_in(lead, words);
        if (all.empty() || all.size() > 6 || !starts_upper(lead) || lead.find(". ") != lead.npos || has_verb(lead)) return false;
        const auto said = words_in(t.substr(mark), words, 2);
        if (said.empty() || words.has(list::decision_markers, said[0])) return false;
        const auto rest = trim(t.substr(behind(t, mark)));
        if (words_in(rest, words).size() <= 5 && match_person(rest, words).value_or(person_finding{}).weight >= 2) return false;  // "Coach: Jane Smith"
        // A word alone, or a line without a blank line before it, may be who speaks, unless agendas have it.
        if ((laid.blocks[i].blank_before == 0 || all.size() == 1) && !is_agenda_heading(lead) && (t[mark] == ' ' || all.size() == 1)) return false;
        add(i, {}, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(mark)}, behind(t, mark), 155, "run in", "heading-run-in");
        return true;
    }

    bool bold_lead(std::size_t i, std::size_t start) {
        const std::string_view t = lines[i];
        const std::size_t end = bold_lead_end(i);
        if (end <= start + 1) return false;
        const auto lead = trim(t.substr(start, end - start));
        const auto count = words_in(lead, words).size();
        if (count == 0 || count > 12 || !starts_upper(lead) || has_verb(lead)) return false;
        if (const auto l = label_at(lead, words); l && (l->is(label::action) || l->whole)) {
            if (!is_agenda_heading(lead)) return false;
        }
        add(i, {}, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, behind(t, end), 160, "bold lead", "heading-bold-lead");
        return true;
    }

    std::size_t cells_in_row(const laid_block& b) const {
        const auto it = row_cells_.find({b.table, b.row});
        return it == row_cells_.end() ? 0 : it->second.size();
    }

    std::map<std::pair<std::size_t, std::size_t>, std::unordered_set<std::size_t>> row_cells_{};

    /// A short line with blank lines around it, or with text right below it.
    bool stands_alone(std::size_t i) const {
        const std::size_t k = next(i);
        if (i > 0 && laid.blocks[i].blank_before == 0 && laid.blocks[i].look.joint != document_block::joint_type::separate) return false;
        if (k >= laid.blocks.size()) return false;
        const bool person = match_person(lines[i], words).value_or(person_finding{}).weight >= 2;
        return !person && !match_date(lines[i], words);
    }

    std::vector<bool> counted_{};

    /// Marks the lines whose numbers count on: "45/11" between "44/11" and "46/11" is no quantity.
    /// Numbers of one shape are followed each by themselves: letters between figures, one list inside another.
    void find_counted() {
        counted_.assign(laid.blocks.size(), false);
        struct run {
            std::size_t block;
            std::vector<int> figures, as_roman;
        };
        std::map<std::string, run> last;
        for (std::size_t i = 0; i < laid.blocks.size(); ++i) {
            if (!is_line(i)) continue;
            const std::string_view line = lines[i];
            const auto n = number_at(line, words);
            if (!n || n->rest >= line.size() || !starts_upper(line.substr(n->rest))) continue;
            const auto number = line.substr(n->begin, n->end - n->begin);
            run now{i, figures_of(number, false), figures_of(number, true)};
            if (now.figures.empty()) continue;
            const auto key = number_shape(number, n->depth).substr(0, 4) + std::to_string(now.figures.size());
            const auto& l = laid.blocks[i].look;
            // Once over all lines, and once over those that look alike: a list in plain type stands between headings in bold.
            for (const auto& of : {key, key + (l.heading ? " heading" : l.bold ? " bold" : " plain")}) {
                if (const auto before = last.find(of); before != last.end() && (counts_on(before->second.figures, now.figures) || counts_on(before->second.as_roman, now.as_roman)))
                    counted_[before->second.block] = counted_[i] = true;
                last[of] = now;
            }
        }
    }

    // ── weighing ──

    int base_of(const std::string& style) const {
        if (style.starts_with("heading")) return 7;
        if (style.starts_with("bold lead")) return -1;
        if (style.starts_with("bold")) return 4;
        if (style == "capitals") return 3;
        if (style == "run in") return -3;
        if (style == "bullet") return -6;
        if (style == "bullet over text") return 2;
        if (style.starts_with("letter")) return -1;
        if (style.starts_with("number")) return 3;
        return -1;
    }

    /// Whether the numbers of a style start from the first behind numbered headings: a list inside one of them.
    bool starts_inside(const outline_entry& first) const {
        const auto figures = figures_of(std::string_view(lines[first.block]).substr(first.number.begin, first.number.size()), false);
        if (figures.size() != 1 || figures[0] != 1) return false;
        return std::count_if(out.entries.begin(), out.entries.end(), [&](const outline_entry& e) { return e.block < first.block && !e.number.empty() && counted_[e.block] && (e.style.starts_with("heading") || e.style.starts_with("bold")); }) >= 2;
    }

    /// Whether no two headings of a style say the same, as speakers do.
    bool all_differ(const std::vector<const outline_entry*>& all) const {
        std::unordered_set<std::string> seen;
        return std::all_of(all.begin(), all.end(), [&](const outline_entry* e) { return seen.insert(fold(std::string_view(lines[e->block]).substr(e->heading.begin, e->heading.size()))).second; });
    }

    /// How often the numbers of a style start from the first again: lists inside items do.
    int starts_again(const std::vector<const outline_entry*>& all) const {
        int times = 0;
        bool counted = false;  // "1. 1. 1." counts nothing
        for (std::size_t k = 0; k < all.size(); ++k) {
            const auto number = std::string_view(lines[all[k]->block]).substr(all[k]->number.begin, all[k]->number.size());
            if (number.empty()) return 0;
            const auto figures = figures_of(number, false), as_roman = figures_of(number, true);
            const bool first = figures.size() == 1 && (figures[0] == 1 || as_roman[0] == 1);
            times += first && counted;
            counted = !first;
        }
        return times;
    }

    /// How many of the entries stand below a heading "Agenda".
    int under_agenda(const std::vector<const outline_entry*>& all) const {
        int under = 0;
        for (const auto* e : all) {
            const outline_entry* head = nullptr;
            for (const auto& x : out.entries) {
                if (x.block >= e->block) break;
                if (x.style.starts_with("heading") && (!head || x.is(label::agenda) || x.rank <= head->rank)) head = &x;
            }
            under += head && head->is(label::agenda);
        }
        return under;
    }

    void weigh() {
        std::map<std::string, std::vector<const outline_entry*>> styles;
        std::vector<std::string> order;
        for (const auto& e : out.entries) {
            if (!styles.count(e.style)) order.push_back(e.style);
            styles[e.style].push_back(&e);
        }
        // Headings that the format marks and that are more than the list of who was there.
        int formal = 0;
        for (const auto& e : out.entries) formal += e.style.starts_with("heading") && std::none_of(e.labels.begin(), e.labels.end(), [](label k) { return k == label::agenda || k == label::present || k == label::in_attendance || k == label::apologies || k == label::absent || k == label::meeting; });
        int marked_numbers = 0;  // in headings that their look sets apart
        for (const auto& e : out.entries) marked_numbers += !e.number.empty() && counted_[e.block] && (e.style.starts_with("heading") || e.style.starts_with("bold"));
        for (const auto& name : order) {
            outline_style s;
            s.name = name;
            const auto& all = styles[name];
            const auto say = [&](int weight, std::string reason) {
                if (weight == 0) return;
                s.weight += weight;
                s.why.push_back({weight, std::move(reason)});
            };
            say(base_of(name), "how it looks");
            int agenda = 0, counted = 0, followed = 0, lists = 0, verbs = 0, long_ones = 0;
            for (std::size_t k = 0; k < all.size(); ++k) {
                const auto& e = *all[k];
                const auto h = std::string_view(lines[e.block]).substr(e.heading.begin, e.heading.end - e.heading.begin);
                agenda += is_agenda_heading(h);
                counted += counted_[e.block];
                const std::size_t below = next(e.block);
                const bool same_below = k + 1 < all.size() && all[k + 1]->block == below;
                followed += e.rest < lines[e.block].size() || (below < laid.blocks.size() && !same_below);
                lists += e.rest >= lines[e.block].size() && below < laid.blocks.size() && laid.blocks[below].look.depth == 1 && laid.blocks[e.block].look.depth == 0;
                verbs += has_verb(h);
                long_ones += words_in(h, words).size() > 10;
            }
            const int n = static_cast<int>(all.size());
            say(std::min(8, 3 * agenda), "words of agendas");
            if (name.find("number") != name.npos || name.starts_with("letter") || name.starts_with("code")) say(n > 1 ? 4 * counted / n : 0, "numbers that count on");
            say(4 * followed / n - 2, "text follows");
            if (name.starts_with("line with colon") && lists >= 3) say(4 * lists / n, "lists follow");
            if (name == "run in" && n >= 4 && agenda > 0 && all_differ(all)) say(6, "a series, no speakers");
            say(-6 * verbs / n, "verbs");
            say(-3 * long_ones / n, "length");
            if (n > 2 && starts_again(all) >= 2 && !name.starts_with("heading")) say(-5, "numbers start again");
            if (name == "bullet over text" && 2 * under_agenda(all) > n) say(3, "entries of the agenda");
            const bool marked = name.starts_with("heading") || name.starts_with("bold");
            if (name.ends_with(" in list")) say(-4, "a list inside another");
            if (marked_numbers >= 5 && !marked && !all[0]->number.empty()) say(starts_inside(*all[0]) ? -15 : -3, "numbers in headings mark the items");
            if (formal >= 5 && name.starts_with("bullet")) say(-30, "the format marks the headings");
            else if (formal >= 3 && (name.starts_with("line") || name == "bold lead")) say(-6, "the format marks the headings");
            out.styles.push_back(std::move(s));
        }
        for (auto& e : out.entries) {
            const auto found = std::find_if(out.styles.begin(), out.styles.end(), [&](const outline_style& s) { return s.name == e.style; });
            const auto h = std::string_view(lines[e.block]).substr(e.heading.begin, e.heading.end - e.heading.begin);
            e.chosen = found->weight >= weight_needed || (is_agenda_heading(h) && found->weight > -20);
        }
        leave_out_agenda();
        if (how == choice::weighed) take_agenda_items();
        // What stands in a list of actions are tasks, numbered or not.
        const outline_entry* actions = nullptr;
        for (auto& e : out.entries) {
            if (!e.chosen) continue;
            if (actions && e.rank > actions->rank && e.style != actions->style && !e.style.starts_with("heading") && !is_agenda_heading(std::string_view(lines[e.block]).substr(e.heading.begin, e.heading.end - e.heading.begin))) e.chosen = false;
            else actions = e.is(label::action) && e.rest >= lines[e.block].size() ? &e : nullptr;
        }
    }

    /// Where nothing but an agenda's list names the business, its entries are the items.
    void take_agenda_items() {
        const auto of_people = [](const outline_entry& e) { return e.is(label::present) || e.is(label::in_attendance) || e.is(label::apologies) || e.is(label::absent); };
        const auto is_bullet = [](const outline_entry& e) { return e.style.starts_with("bullet"); };
        int business = 0;
        for (const auto& e : out.entries) business += e.chosen && !is_bullet(e) && !of_people(e) && !e.is(label::agenda) && !e.is(label::action) && !e.is(label::meeting) && !e.is(label::next_meeting);
        constexpr int title_and_notes = 2;  // headings: those of the document and of its notes
        const outline_entry* agenda = nullptr;
        for (auto& e : out.entries) {
            if (e.chosen && !is_bullet(e)) agenda = e.is(label::agenda) ? &e : nullptr;
            else if (agenda && business <= title_and_notes && (is_bullet(e) || !e.number.empty()) && laid.blocks[e.block].look.depth <= 1) e.chosen = true;
        }
    }

    /// The agenda printed ahead of the minutes: numbered headings without text, one below the other, whose numbers come again.
    void leave_out_agenda() {
        std::map<std::string, int> times;
        const auto number_of = [&](const outline_entry& e) { return fold(std::string_view(lines[e.block]).substr(e.number.begin, e.number.end - e.number.begin)); };
        for (const auto& e : out.entries)
            if (e.chosen && !e.number.empty()) ++times[number_of(e)];
        for (const auto& b : laid.blocks) {
            if (b.kind != kind::row) continue;
            const std::string row(joined_text(text, b.text).text());
            if (const auto n = number_at(row, words)) ++times[fold(std::string_view(row).substr(n->begin, n->end - n->begin))];
        }
        std::vector<outline_entry*> list;
        const auto close = [&] {
            const auto again = std::count_if(list.begin(), list.end(), [&](const outline_entry* e) { return times[number_of(*e)] > 1; });
            if (list.size() >= 4 && static_cast<std::size_t>(again) * 4 >= list.size() * 3)
                for (auto* e : list) e->chosen = false;
            list.clear();
        };
        for (auto& e : out.entries) {
            const bool bare = e.chosen && !e.number.empty() && e.rest >= lines[e.block].size() && number_of(e).find_first_of("/.") != std::string::npos;
            std::size_t below = list.empty() ? e.block : next(list.back()->block);
            if (below < e.block && !has_verb(lines[below])) below = next(below);  // a long entry was wrapped
            if (!bare || below != e.block) close();
            if (bare) list.push_back(&e);
        }
        close();
        leave_out_listed_agenda();
    }

    /// The same of an agenda's bullets, whose words head the business again further down.
    void leave_out_listed_agenda() {
        const auto words_of = [&](const outline_entry& e) { return fold(std::string_view(lines[e.block]).substr(e.heading.begin, e.heading.size())); };
        std::vector<outline_entry*> listed;
        const outline_entry* agenda = nullptr;
        for (auto& e : out.entries) {
            if (!e.style.starts_with("bullet")) {
                if (e.chosen) agenda = e.is(label::agenda) ? &e : nullptr;
            } else if (agenda && e.chosen) {
                listed.push_back(&e);
            }
        }
        if (listed.empty()) return;
        std::unordered_map<std::string, std::size_t> last;
        for (const auto& e : out.entries) last[words_of(e)] = e.block;
        const auto again = static_cast<std::size_t>(std::count_if(listed.begin(), listed.end(), [&](const outline_entry* e) { return last[words_of(*e)] > listed.back()->block; }));
        if (again >= 2 && 2 * again >= listed.size())
            for (auto* e : listed) e->chosen = false;
    }

    outline run() && {
        for (const auto& b : laid.blocks) lines.push_back(b.kind == kind::line ? std::string(joined_text(text, b.text).text()) : std::string{});
        for (const auto& b : laid.blocks)
            if (b.in_cell) row_cells_[{b.table, b.row}].insert(b.column);
        find_counted();
        find_repeated();
        find_bullets();
        for (std::size_t i = 0; i < laid.blocks.size(); ++i)
            if (is_line(i)) consider(i);
        weigh();
        if (how == choice::first_fit)
            for (auto& e : out.entries) e.chosen = true;
        return std::move(out);
    }
};

}  // namespace

const outline_entry* outline::at(std::size_t block) const {
    const auto e = std::lower_bound(entries.begin(), entries.end(), block, [](const outline_entry& x, std::size_t b) { return x.block < b; });
    return e != entries.end() && e->block == block && e->chosen ? &*e : nullptr;
}

outline find_outline(const laid_document& laid, std::string_view text, const lexicon& words, choice how) { return finder{laid, text, words, how}.run(); }

}  // namespace minutes
