// SPDX-License-Identifier: Apache-2.0
#include "reference.hpp"

#include <algorithm>
#include <cctype>

#include "x3.hpp"

namespace minutes::grammar {

namespace {

using x3::lit;
using x3::omit;
using x3::raw;
using x3::ascii::alpha;
using x3::ascii::digit;
using x3::ascii::upper;

using range = boost::iterator_range<iterator>;

const auto blanks = omit[*x3::char_(" \t")];
const auto closing = x3::char_(")]");
const auto digits = +digit;
const auto part = omit[x3::repeat(1, 5)[digit]];
const auto letters = omit[x3::repeat(1, 6)[upper]];

// "/14", ".3", "-027", "(a)", "b"
const auto joined_part = x3::char_("/.-") >> (part >> -x3::ascii::lower | letters >> -part) >> !alpha;
const auto suffix = lit('(') >> x3::ascii::lower >> ')' | x3::ascii::lower >> !alpha;

// "AP12", "AP 12", "A27", "FPM/27/14", "BOD 60/17(h)", "Action 3", "Ref 12"
const auto word_reference = (listed<word_list::reference_words> | letters) >> omit[-x3::char_(" /.#:-")] >> part >> *joined_part >> -suffix;
// "27/14", "2014/27", "14-027", "12.3", "12.3.1"
// "ACT-ROOF-2016-58": letters and figures of several parts
const auto long_reference = letters >> +(x3::char_("-_") >> letters) >> +(x3::char_("-_") >> part);
const auto number_reference = part >> (+joined_part >> -suffix | x3::char_(".-") >> x3::ascii::lower >> !alpha);
const auto plain_reference = lit('#') >> part;
// "[2a]", "(12)": only brackets make these a reference
const auto bracketed_reference = part >> -(-x3::char_(".-") >> x3::ascii::alpha >> !alpha) >> &closing;

const x3::rule<struct reference_id, range> reference = "reference";
const auto reference_def = raw[(long_reference | word_reference | number_reference | plain_reference | bracketed_reference) >> end_of_word];
BOOST_SPIRIT_DEFINE(reference)

// "3", "4.1", "12/16", "19/ 43", "A", "iv", "XIV", "AII.I", "FGB 38/2021", "BG/27/20", "PC-2014-101", "FC20.95", "§4"; the marks behind it are taken apart
const x3::rule<struct number_id, range> number = "number";
const auto roman = omit[x3::repeat(1, 6)[x3::char_("IVX")]] | omit[x3::repeat(1, 5)[x3::char_("ivx")]];
const auto figures = part >> *(x3::char_('.') >> part | x3::char_('/') >> omit[-lit(' ')] >> part) >> -(x3::ascii::lower >> !alpha);
const auto section_mark = lit("\xC2\xA7") >> omit[-lit(' ')];
const auto code_letters = omit[x3::repeat(1, 4)[upper]];
// behind a code a blank may be lost: "BG/27/20Title"
const auto end_of_code = end_of_word | &(upper >> x3::ascii::lower);
const auto coded = code_letters >> (omit[-lit(' ')] >> part >> +(x3::char_('/') >> part) | part >> x3::char_('.') >> part | x3::char_("/-") >> part >> +(x3::char_("/-") >> part));
const auto lettered = letters >> x3::char_(".-") >> (part | roman) | roman >> !alpha | upper >> -(x3::char_('.') >> part) | x3::ascii::lower;
// "12-2019", "1-0607/8": counted within a year
const auto serial = omit[x3::repeat(1, 3)[digit]] >> '-' >> omit[x3::repeat(4)[digit]] >> -(lit('/') >> part) >> end_of_word;
// "M2018.12": letters, a year, the count within it
const auto of_year = omit[x3::repeat(1, 3)[upper]] >> omit[x3::repeat(4)[digit]] >> '.' >> part >> end_of_word;
// "2022-14", a year's fourteenth; "2022-05-03" is a day
const auto serial_of_year = omit[x3::char_("12") >> x3::repeat(3)[digit]] >> '-' >> omit[x3::repeat(1, 3)[digit]] >> !lit('-') >> end_of_word;
// "68-25", "25-061", "23/24-41", "23/41/FC": the count and the year, either way round
const auto of_short_year = (omit[x3::repeat(2, 3)[digit]] >> '-' >> omit[x3::repeat(2, 3)[digit]] | part >> '/' >> part >> (x3::char_('-') >> part | lit('/') >> omit[x3::repeat(1, 3)[upper]])) >> !lit('-') >> end_of_word;
// "1.3/23E": an extraordinary meeting's
const auto marked_of_year = part >> *(x3::char_('.') >> part) >> '/' >> part >> upper >> end_of_word;
const auto number_def = raw[serial | serial_of_year | of_short_year | marked_of_year | of_year | -section_mark >> figures | coded >> end_of_code | lettered >> end_of_word];
BOOST_SPIRIT_DEFINE(number)

// "Item 4", "Agenda Item #3", "TOP1"
const auto item_word = listed<word_list::item_words> >> (omit[+x3::char_(" \t")] >> -lit('#') | &digit);

std::string shape_of(std::string_view s) {
    std::string out;
    for (const char c : s) {
        const char k = std::isdigit(static_cast<unsigned char>(c)) ? '9' : std::isalpha(static_cast<unsigned char>(c)) ? 'A' : c;
        if (out.empty() || k != out.back() || (k != '9' && k != 'A')) out += k;
    }
    return out;
}

/// Marks between a reference or number and its text: ":", " - ", ". ", tab.
std::size_t skip_marks(std::string_view text, std::size_t at) {
    for (;;) {
        const auto rest = text.substr(at);
        if (rest.starts_with(' ') || rest.starts_with('\t') || rest.starts_with('\n') || rest.starts_with(':') || rest.starts_with('-') || rest.starts_with('.') || rest.starts_with('|')) ++at;
        else if (rest.starts_with("\u2013") || rest.starts_with("\u2014")) at += 3;
        else return at;
    }
}

}  // namespace
}  // namespace minutes::grammar

namespace minutes {

using namespace grammar;

namespace {

/// Bytes that the first of the house's own forms takes.
std::size_t own_form(std::string_view text, const lexicon& words) {
    for (const auto& form : words.references())
        if (const std::size_t n = form.match(text)) return n;
    return 0;
}

}  // namespace

std::optional<reference_finding> reference_at(std::string_view text, const lexicon& words) {
    reference_finding f;
    const char open = text.empty() ? ' ' : text[0];
    const bool bracket = open == '(' || open == '[';
    f.begin = bracket ? 1 : 0;
    std::size_t n = own_form(text.substr(f.begin), words);
    const bool own = n > 0;
    grammar::range got;
    if (!own && !words.own_references_only()) n = run(reference, text.substr(f.begin), words, got);
    if (!n) return {};
    f.end = f.begin + n;
    f.rest = f.end;
    if (bracket && (f.rest >= text.size() || (text[f.rest] != ')' && text[f.rest] != ']'))) return {};
    if (!bracket && f.rest < text.size() && text[f.rest] == ')') ++f.rest;
    if (bracket) ++f.rest;
    // Something must part it from the text: "27/14 Funding", "A12: ask", never "24/7-cover".
    if (f.rest < text.size() && std::string_view(" \t\n:.-|").find(text[f.rest]) == std::string_view::npos && static_cast<unsigned char>(text[f.rest]) < 0x80) return {};
    f.rest = skip_marks(text, f.rest);
    const auto value = text.substr(f.begin, f.end - f.begin);
    f.shape = shape_of(value);
    const bool letters_first = f.shape[0] == 'A';
    const bool has_digits = f.shape.find('9') != f.shape.npos;
    const std::string head = fold(value.substr(0, value.find_first_of("0123456789 ./-#:")));
    if (!own && !bracket && n < text.size() && text[n] == ')' && f.shape.find_first_not_of("9A") == f.shape.npos && f.shape.size() < 3) return {};  // "2) Ask", "a) Ask"
    f.strong = own || (has_digits && (f.shape.find('/') != f.shape.npos || open == '[' || open == '#' || (letters_first && (words.has(word_list::reference_words, head) || f.shape.size() > 2 || value.size() > 3))));
    return f;
}

std::optional<reference_finding> match_reference(std::string_view text, const lexicon& words) {
    const auto trimmed_text = trim(text);
    const std::size_t lead = static_cast<std::size_t>(trimmed_text.data() - text.data());
    auto f = reference_at(trimmed_text, words);
    if (!f || f->rest < trimmed_text.size()) return {};
    f->begin += lead;
    f->end += lead;
    f->rest = text.size();
    return f;
}

namespace {

/// "2.Apologies", "27/14Roof": a number without a blank behind it.
bool runs_on(std::string_view text, const number_finding& f) {
    const auto is_letter = [&](std::size_t i) { return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])); };
    const auto value = text.substr(f.begin, f.end - f.begin);
    const bool plain = f.marked && value.size() <= 2 && value.find_first_not_of("0123456789") == value.npos && text[f.rest - 1] != ':';
    const bool code = value.find('/') != value.npos && value.size() >= 4;
    return (plain || code) && starts_upper(text.substr(f.rest)) && is_letter(f.rest + 1) && (code || is_letter(f.rest + 2));
}

/// Bytes of what else may close a number: "1º Cuentas", "1.- Cuentas", "1- Comptes", "1°) Comptes".
std::size_t closing_mark(std::string_view text, const number_finding& f) {
    const auto value = text.substr(f.begin, f.end - f.begin);
    const bool counted = value.find_first_not_of("0123456789") == value.npos && value.size() <= 2;
    const bool roman = value.size() <= 4 && value.find_first_not_of("IVX") == value.npos;
    const auto rest = text.substr(f.rest);
    const bool sign = counted && (rest.starts_with("\u00BA") || rest.starts_with("\u00B0"));
    if (!sign && !((counted || roman) && rest.starts_with('-'))) return 0;
    const std::size_t size = sign ? 2 : 1;
    const auto behind = rest.substr(std::min(rest.size(), rest.find_first_not_of("-.)", size)));
    const bool apart = behind.starts_with(' ') || f.rest > f.end;
    return apart && starts_upper(trim(behind)) ? size : 0;  // "1-2 days", "20°C", "1º de mayo"
}

/// Whether a text opens with a word as most do: neither a code, nor a number in letters, nor "Item".
bool opens_with_word(std::string_view text, const lexicon& words) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (text.size() < 2 || !is_small(text[1]) || words.initial_opens(word_list::item_words, text[0])) return false;
    return (text[0] >= 'A' && text[0] <= 'Z') || (is_small(text[0]) && text[0] != 'i' && text[0] != 'v' && text[0] != 'x');
}

}  // namespace

std::optional<number_finding> number_at(std::string_view text, const lexicon& words) {
    if (opens_with_word(text, words)) return {};
    number_finding f;
    x3::unused_type nothing;
    const std::size_t lead = run(item_word, text, words, nothing);
    f.marked = lead > 0;
    f.begin = lead;
    const bool bracket = f.begin < text.size() && (text[f.begin] == '(' || text[f.begin] == '[');
    if (bracket) ++f.begin;
    grammar::range got;
    const std::size_t n = run(number, text.substr(f.begin), words, got);
    if (!n) return {};
    f.end = f.rest = f.begin + n;
    // "1/ Budget" has its stroke as others have a full stop.
    const auto is_stroke = [&](std::size_t i) { return text[i] == '/' && i + 1 < text.size() && text[i + 1] == ' '; };
    while (f.rest < text.size() && (text[f.rest] == '.' || text[f.rest] == ')' || text[f.rest] == ']' || text[f.rest] == ':' || is_stroke(f.rest))) {
        ++f.rest;
        f.marked = true;
    }
    while (const std::size_t size = f.rest < text.size() ? closing_mark(text, f) : 0) {
        f.rest += size;
        f.marked = true;
        while (f.rest < text.size() && (text[f.rest] == '.' || text[f.rest] == ')' || text[f.rest] == ':')) ++f.rest;
    }
    if (f.rest < text.size() && text[f.rest] != ' ' && text[f.rest] != '\t' && text[f.rest] != '\n' && !runs_on(text, f)) return {};
    const bool closed = f.rest > f.end;
    f.rest = skip_marks(text, f.rest);
    // "II – COMPTES"
    const auto gap = text.substr(f.end, f.rest - f.end);
    f.marked |= text.substr(f.begin, n).find_first_not_of("IVX") == text.npos && (gap == " - " || gap == " \u2013 " || gap == " \u2014 ") && starts_upper(text.substr(f.rest));
    // "Item 2 was a motion to …": the subject of a sentence
    if (lead > 0 && !closed && text.substr(f.end, f.rest - f.end) == " " && starts_lower(text.substr(f.rest))) return {};
    const auto value = text.substr(f.begin, f.end - f.begin);
    const bool lettered = std::isalpha(static_cast<unsigned char>(value[0]));
    if (lettered && !f.marked && value.find_first_of("./") == value.npos && std::count(value.begin(), value.end(), '-') < 2) return {};  // "A report", "I think"
    for (std::size_t i = 0; i < value.size(); ++i) f.depth += value[i] == '.';
    const auto tail = value.find_last_not_of("0123456789");
    const auto last = value.substr(tail == value.npos ? 0 : tail + 1);
    if (!last.empty() && last.size() < 6) f.last = std::stoi(std::string(last));
    else if (value.size() == 1 && std::isalpha(static_cast<unsigned char>(value[0]))) f.last = std::tolower(static_cast<unsigned char>(value[0])) - 'a' + 1;
    return f;
}

std::optional<number_finding> match_number(std::string_view text, const lexicon& words) {
    const auto trimmed_text = trim(text);
    const std::size_t lead = static_cast<std::size_t>(trimmed_text.data() - text.data());
    auto f = number_at(trimmed_text, words);
    if (!f || f->rest < trimmed_text.size()) return {};
    f->begin += lead;
    f->end += lead;
    f->rest = text.size();
    return f;
}

}  // namespace minutes
