// SPDX-License-Identifier: Apache-2.0
#include "sentence.hpp"

#include <algorithm>

#include "answered_once.hpp"
#include "finite_verb.hpp"
#include "label.hpp"

namespace minutes {

namespace {

using list = word_list;

bool has_verb(words_view all, std::size_t from, std::size_t to, const lexicon& words) {
    for (std::size_t i = from; i < std::min(to, all.size()); ++i)
        if (!(all[i].folded == "held" && i > 0 && all[i - 1].folded.starts_with("meeting")) && may_be_verb(all, i, words)) return true;
    return false;
}

bool is_abbreviation(std::string_view text, std::size_t stop, const lexicon& words) {
    std::size_t from = stop;
    while (from > 0 && text[from - 1] != ' ' && text[from - 1] != '\t' && text[from - 1] != '\n' && text[from - 1] != '(') --from;
    const auto w = text.substr(from, stop - from);
    if (w.size() == 1 && starts_upper(w)) return true;  // an initial
    const auto piece = folded_piece(w);
    return words.has(list::abbreviations, piece) || (starts_upper(w) && words.has(list::capital_abbreviations, piece));
}

/// "… from Ash Ltd. It was agreed …": what is shortened ends its sentence, for no name goes on with "It".
bool opens_with_opener(std::string_view text, std::size_t next, const lexicon& words) {
    const auto first = words_in(text.substr(next, 24), words, 1);
    return !first.empty() && first[0].capital && !first[0].upper && words.has_any({list::articles, list::impersonal_subjects, list::plural_pronouns, list::demonstratives, list::existence_words}, first[0]);
}

/// "Dhr. De Vries", "Dra. La Torre": whatever stands behind an honorific is a name.
bool follows_honorific(std::string_view text, std::size_t stop, const lexicon& words) {
    const auto from = stop - std::min<std::size_t>(stop, 16);
    const auto all = words_in(text.substr(from, stop - from), words);
    return !all.empty() && words.has(list::honorifics, all.back());
}

/// "Moved J.M. McIvor that": dotted initials go on with a name, unless the next word opens a sentence.
bool are_initials_before_name(std::string_view text, std::size_t stop, std::size_t next, const lexicon& words) {
    std::size_t letters = 0, i = stop;
    while (i > 0 && text[i - 1] >= 'A' && text[i - 1] <= 'Z' && (i == stop || text[i] == '.')) {
        ++letters;
        if (--i == 0 || text[i - 1] != '.') break;
        --i;
    }
    if (letters < 2 || (i > 0 && text[i - 1] != ' ' && text[i - 1] != '\t')) return false;
    const auto first = words_in(text.substr(next, 40), words, 1);
    return !first.empty() && first[0].capital && !words.has_any({list::openers, list::subjects, list::function_words, list::articles, list::impersonal_subjects, list::motion_nouns, list::bodies, list::decision_verbs}, first[0]);
}

/// "… at 7:05 p.m. Those present were", "… at 6 p.m. Roll call: …": the full stop of a time's mark ends the sentence before words that open one, or before a label.
bool ends_behind_time(std::string_view text, std::size_t stop, std::size_t next, const lexicon& words) {
    constexpr std::size_t longest_mark = 4, longest_label = 80;  // bytes
    const auto before = text.substr(0, stop);
    const auto blank = before.find_last_of(" \t\n0123456789");
    if (blank == before.npos || stop - blank - 1 > longest_mark) return false;
    const auto mark = folded_piece(before.substr(blank + 1));
    if (!words.has_any({list::morning_marks, list::afternoon_marks}, mark)) return false;
    const auto rest = text.substr(next, longest_label);
    const auto first = words_in(rest, words, 2);
    if (first.empty() || !first[0].capital || first[0].upper) return false;
    if (first.size() > 1 && first[1].capital && words.has_any({list::role_nouns, list::honorifics}, first[0])) return true;  // "Chair Bell and …"
    if (words.has_any({list::openers, list::subjects, list::attending_words, list::absence_words, list::apology_words}, first[0])) return true;
    const auto l = label_at(rest, words);
    return l && l->marked && !l->whole;
}

/// "b. Other matters", "iv) Fees": the mark of the next point of a list whose lines were joined.
bool opens_with_mark(std::string_view text) {
    const std::size_t end = text.find_first_of(".)");
    if (end == text.npos || end == 0 || end > 4 || end + 2 >= text.size() || text[end + 1] != ' ') return false;
    const auto mark = text.substr(0, end);
    const bool letter = end == 1 && mark[0] >= 'a' && mark[0] <= 'z', roman = mark.find_first_not_of("ivx") == mark.npos;
    return (letter || roman) && starts_upper(text.substr(end + 2));
}

/// "were read.The Clerk said": a full stop whose blank was lost, between two words of running text.
bool runs_into_next(std::string_view text, std::size_t stop) {
    const auto is_small = [&](std::size_t i) { return i < text.size() && text[i] >= 'a' && text[i] <= 'z'; };
    const auto is_capital = [&](std::size_t i) { return i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; };
    if (text[stop] != '.' || stop < 3 || !is_small(stop - 1) || !is_small(stop - 2) || !is_capital(stop + 1)) return false;
    std::size_t from = stop, to = stop + 2;
    while (from > 0 && (is_small(from - 1) || is_capital(from - 1))) --from;
    while (is_small(to)) ++to;
    const bool plain = (from == 0 || text[from - 1] == ' ') && to < text.size() && (text[to] == ' ' || text[to] == ',');
    constexpr std::size_t shortest = 4;  // letters: "vs.The"
    return plain && stop - from >= shortest;
}

bool opens_after(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    return rest.empty() || starts_upper(rest) || !starts_lower(rest) || opens_with_mark(rest);
}

/// Words that open a sentence rather than a heading, at `k`; 0 when they do not.
int opening_weight(words_view all, std::size_t k, const lexicon& words, const known_names& known) {
    const word& w = all[k];
    const word* next = k + 1 < all.size() ? &all[k + 1] : nullptr;
    const bool verb_next = next && !next->capital && words.has(list::verbs, next->folded);
    const bool verb_soon = has_verb(all, k + 1, k + 5, words);
    const bool verb_later = has_verb(all, k + 1, k + 14, words);
    // "ROAD SAFETY Members heard …"
    const bool after_capitals = k > 0 && !w.upper && all[k - 1].upper && all[k - 1].folded.size() > 3 && !known.initials.count(all[k - 1].folded);
    if (after_capitals && verb_later && std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& x) { return x.upper || x.digits || words.has(list::function_words, x) || x.folded.size() == 1; })) return 6;
    const bool after_lower = k > 0 && !all[k - 1].capital && !all[k - 1].digits;
    // Behind somebody's initials any word in "-ed" is a verb.
    const bool verb_like = next && !next->capital && next->folded.size() > 4 && next->folded.ends_with("ed");
    if (known.initials.count(w.folded) && w.upper) return verb_next || verb_like ? 6 : verb_soon ? 4 : 0;
    constexpr std::size_t longest_sentence = 40;  // words
    if (words.has(list::openers, w) && !w.upper) return verb_later || has_verb(all, k + 1, k + longest_sentence, words) ? 5 : 1;
    if (words.has(list::subjects, w)) return verb_next ? 5 : verb_soon || (after_lower && verb_later) ? 4 : 0;
    if (words.has(list::honorifics, w) && next && next->capital) return verb_soon ? 5 : 1;
    if ((known.names.count(w.folded) || words.has(list::given_names, w)) && next) return verb_next || verb_soon ? 4 : 0;
    // "Any other business P Hale proposed …"
    if (k > 1 && w.folded.size() == 1 && next && next->capital && k + 2 < all.size() && may_be_verb(all, k + 2, words)) return 4;
    // "Procurement Numbers remained level": a field of work as a heading of one word
    if (k == 1 && words.has(list::areas, all[0]) && next && !next->capital && verb_later && !verb_next) return 4;
    if (w.upper && verb_next) return 4;
    if (words.has(list::role_nouns, w) && verb_next && after_lower) return 4;
    if (after_lower && verb_next) return 4;
    if (after_lower && next && !next->capital && verb_later) return 3;
    if (after_lower && next && verb_soon) return 2;
    if (words.has(list::role_nouns, w) && verb_next) return 2;
    return 0;
}

bool may_end_heading(const word& w, const lexicon& words) {
    constexpr std::size_t longest_title = 4;  // letters of "Mr", "Cllr": the name stands behind it
    if (w.capital && w.folded.size() <= longest_title && words.has(list::honorifics, w)) return false;
    return !words.has(list::function_words, w) || w.upper;
}

/// Looks at the first three words.
bool may_start_heading(words_view all, const lexicon& words, const known_names& known) {
    const word& w = all[0];
    if (!w.capital && !(w.digits && all.size() > 1 && all[1].capital)) return false;
    if (words.has(list::openers, w) && !w.upper) return false;
    if (known.initials.count(w.folded) && w.upper && all.size() > 1 && !all[1].capital) return false;
    if (words.has(list::honorifics, w) && all.size() > 1 && all[1].capital && w.folded.size() > 1) return false;
    // "Jane Smith drew attention …" opens with a person.
    if (known.names.count(w.folded) && all.size() > 1 && (known.names.count(all[1].folded) || !all[1].capital)) return false;
    if (words.has(list::given_names, w) && all.size() > 2 && all[1].capital && !all[2].capital && words.has(list::verbs, all[2])) return false;
    return true;
}

constexpr std::size_t longest_heading = 14;  // words

std::optional<heading_finding> fused(std::string_view text, words_view all, const lexicon& words, const known_names& known) {
    std::optional<heading_finding> best;
    for (std::size_t k = 1; k < all.size() && k <= longest_heading; ++k) {
        if (all[k - 1].ends_sentence() || all[k - 1].after == ';' || all[k - 1].after == ':' || all[k - 1].after == ',') break;
        if (k > 1 && has_verb(all, k - 1, k, words)) {
            // "Lessons learned The Board …" may end with a participle; any other verb makes it a sentence.
            const bool sentence_opens = words.has(list::openers, all[k]) || (all[k].upper && known.initials.count(all[k].folded)) || known.names.count(all[k].folded);
            const bool subject_before = known.initials.count(all[k - 2].folded) || known.names.count(all[k - 2].folded) || words.has(list::bodies, all[k - 2]) || words.has(list::role_nouns, all[k - 2]);
            const bool ends_in_participle = all[k].capital && all[k - 1].folded.ends_with("ed") && sentence_opens && !subject_before;
            if (!ends_in_participle) break;
        }
        if (!all[k].capital || !may_end_heading(all[k - 1], words)) continue;
        if (all[k - 1].digits && k > 1 && words.has(list::articles, all[k - 2])) continue;  // "Minutes of the 2011 AGM were agreed"
        if (all[k - 1].digits && words.month_of(all[k])) continue;  // "Minutes of 16 May were approved"
        if (all[k].before == '(' || all[k].before == '"' || all[k].before == '\'') continue;
        if (k > 1 && all[k - 1].digits && words.has(list::articles, all[k - 2])) continue;  // "Minutes of the 2011 AGM were agreed"
        const int weight = opening_weight(all, k, words, known) - (has_verb(all, k, all.size(), words) ? 0 : 3);
        if (weight > 2 && (!best || weight > best->weight))
            best = heading_finding{all[0].begin, all[k - 1].end, all[k].begin, weight, "heading-fused"};
        // Behind "In response to …" everything is the sentence's.
        if (weight > 4 && words.has(list::openers, all[k]) && !all[k].upper) break;
    }
    if (!best) return {};
    // "Councilman Hall moved …" opens with a person's office, not with a heading.
    const bool office = std::all_of(all.begin(), all.end(), [&](const word& w) {
        return w.begin >= best->end || words.has(list::role_nouns, w) || words.has(list::honorifics, w);
    });
    if (office) return {};
    // Brackets that close behind the last word belong to the heading.
    while (best->end < best->rest && (text[best->end] == ')' || text[best->end] == '\'' || text[best->end] == '"')) ++best->end;
    if (text.substr(best->end).starts_with("\u2019") || text.substr(best->end).starts_with("\u201D")) best->end += 3;
    return best;
}

/// A heading that ends at byte `end` of the text, its mark at `mark`; nothing when the words are a sentence's.
std::optional<heading_finding> marked(std::string_view text, words_view all, std::size_t end, std::size_t rest, int weight, const char* rule, const lexicon& words) {
    std::size_t n = 0;
    while (n < all.size() && all[n].begin < end) ++n;
    if (n == 0 || n > longest_heading || has_verb(all, 0, n, words)) return {};
    if (n == 1 && (words.has(list::decision_verbs, all[0]) || all[0].folded == "decision" || all[0].folded == "note" || all[0].folded == "noted")) return {};
    for (std::size_t i = 0; i + 1 < n; ++i)
        if (all[i].ends_sentence() && all[i].folded.size() > 2 && !words.has(list::abbreviations, all[i])) return {};
    if (!all[0].capital && !all[0].digits) return {};
    while (rest < text.size() && (text[rest] == ' ' || text[rest] == '\t' || text[rest] == '\n' || text[rest] == '-')) ++rest;
    return heading_finding{all[0].begin, end, rest, weight, rule};
}

/// "vom 6. März": a day's number with its full stop, before a month.
bool is_day(std::string_view text, std::size_t stop, std::size_t next, const lexicon& words) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (stop == 0 || !digit(stop - 1) || (stop > 2 && digit(stop - 2) && digit(stop - 3))) return false;
    const auto behind = words_in(text.substr(next, 24), words);
    return !behind.empty() && words.month_of(behind.front()).has_value();
}

std::vector<span> cut_into_sentences(std::string_view text, const lexicon& words) {
    std::vector<span> out;
    std::size_t from = 0;
    const auto is_white = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
    const auto close = [&](std::size_t end) {
        std::size_t b = from, e = end;
        while (b < e && is_white(text[b])) ++b;
        while (e > b && is_white(text[e - 1])) --e;
        if (b < e) out.push_back({static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(e)});
        from = end;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            close(i);
            continue;
        }
        if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
        std::size_t end = i + 1;
        while (end < text.size() && (text[end] == '.' || text[end] == '!' || text[end] == '?' || text[end] == ')' || text[end] == '"' || text[end] == '\'' || text[end] == ']')) ++end;
        if (text.substr(end).starts_with("\u2019") || text.substr(end).starts_with("\u201D")) end += 3;
        if (end < text.size() && !is_white(text[end]) && !runs_into_next(text, i)) continue;
        std::size_t next = end;
        while (next < text.size() && is_white(text[next])) ++next;
        if (text[i] == '.' && ((is_abbreviation(text, i, words) && !ends_behind_time(text, i, next, words) && (follows_honorific(text, i, words) || !opens_with_opener(text, next, words))) || are_initials_before_name(text, i, next, words) || is_day(text, i, next, words) || !opens_after(text, next))) continue;
        close(end);
        i = end - 1;
    }
    close(text.size());
    return out;
}

}  // namespace

std::vector<span> sentences_in(std::string_view text, const lexicon& words) {
    return answered_once(question::sentences, text, words, [&] { return cut_into_sentences(text, words); });
}

bool may_be_verb(words_view all, std::size_t i, const lexicon& words) {
    if (all[i].capital || !words.has(list::verbs, all[i])) return false;
    const bool attributive = all[i].folded.ends_with("ed") && i > 0 && words.has_any({list::articles, list::indefinite_articles, list::possessives}, all[i - 1]) && i + 1 < all.size() && !words.has(list::function_words, all[i + 1]);
    return !attributive;
}

bool is_heading(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = longest_heading + 4;
    const auto all = words_in(text, words, longest + 1);
    if (all.empty() || all.size() > longest) return false;
    if (all.back().ends_sentence() && !words.has(list::abbreviations, all.back())) return false;
    // "Minutes of the meeting held on 13 March" has a participle, no finite verb.
    for (std::size_t i = 0; i < all.size(); ++i)
        if (may_be_verb(all, i, words) && !(i + 1 < all.size() && all[i].folded == "held") && i + 1 != all.size()) return false;
    return true;
}

namespace {

/// "Any other business P Hale proposed …"
bool opens_with_other_business(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 4;  // words
    const auto all = words_in(text, words, longest);
    return std::any_of(all.begin(), all.end(), [&](const word& w) { return words.is_label(fold(text.substr(all.front().begin, w.end - all.front().begin)), label::any_other_business); });
}

}  // namespace

std::optional<heading_finding> heading_at(std::string_view text, const lexicon& words, const known_names& known) {
    const auto head = text.substr(0, std::min<std::size_t>(text.size(), 600));
    const auto opening = words_in(head, words, 3);
    if (opening.empty()) return {};
    if (!may_start_heading(opening, words, known)) {
        const auto l = label_at(text, words);
        if (!opens_with_other_business(head, words) && (!l || !(l->is(label::any_other_business) || l->is(label::next_meeting) || l->is(label::apologies)))) return {};
    }
    const auto all = words_in(head, words);
    if (const auto line = text.find('\n'); line != text.npos) {
        if (is_heading(text.substr(0, line), words))
            if (auto f = marked(text, all, trim(text.substr(0, line)).size(), line + 1, 5, "heading-line", words)) return f;
    }
    for (std::size_t i = 0; i + 1 < all.size() && i < longest_heading; ++i) {
        const auto between = text.substr(all[i].end, all[i + 1].begin - all[i].end);
        if (between == " ") {  // most words: nothing parts them
            if (all[i].ends_sentence()) break;
            const bool first = text[all[i + 1].begin] == 'a' || text[all[i + 1].begin] == 'i';
            if (!first || !opens_with_mark(text.substr(all[i + 1].begin))) continue;
            if (auto f = marked(text, all, all[i].end, all[i + 1].begin, 3, "heading-fused", words)) return f;  // "Chair's report a) The floor is laid."
            continue;
        }
        const auto colon = between.find(':');
        if (colon != between.npos && colon + 1 < between.size() && (between[colon + 1] == ' ' || between[colon + 1] == '\n' || between[colon + 1] == '\t' || between[colon + 1] == '-')) {
            if (auto f = marked(text, all, all[i].end + colon, all[i].end + colon + 1, 5, "heading-colon", words)) {
                while (f->end > f->begin && text[f->end - 1] == ' ') --f->end;
                return f;
            }
            break;
        }
        const auto dash = std::min({between.find(" - "), between.find(" \u2013 "), between.find(" \u2014 ")});
        if (dash != between.npos && all[i + 1].capital) {
            const std::size_t width = between[dash + 1] == '-' ? 3 : 5;
            if (auto f = marked(text, all, all[i].end + dash, all[i].end + dash + width, 4, "heading-dash", words)) return f;
        }
        if (all[i].digits && all[i].folded.size() <= 2 && between == ". " && words.month_of(all[i + 1])) continue;  // "Fest am 24. Juni"
        // "Sickness absence. Members heard …": a short first sentence without a verb
        if (all[i].ends_sentence() && i + 1 < 8 && between.find('.') == 0 && !words.has(list::abbreviations, all[i]) && all[i].folded.size() > 1 && may_end_heading(all[i], words)) {
            if (auto f = marked(text, all, all[i].end, all[i].end + 1, 3, "heading-stop", words)) return f;
        }
        if (all[i].ends_sentence()) break;
    }
    return fused(text, all, words, known);
}

}  // namespace minutes
