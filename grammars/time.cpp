// SPDX-License-Identifier: Apache-2.0
#include "time.hpp"

#include "answered_once.hpp"
#include "x3.hpp"

namespace minutes::grammar {

namespace {

using x3::attr;
using x3::lit;
using x3::no_case;
using x3::omit;

enum meridiem { unsaid = 0, am = 1, pm = 2, hours = 3, noon = 4, midnight = 5 };

struct clock_time {
    int hour = 0;
    std::optional<int> minute;
    int half = unsaid;
};

struct spelt_time {
    int hour = 0, minute = 0;
};

struct worded_hour {
    int hour = 0, half = unsaid;
};

const auto blanks = omit[*x3::char_(" \t")];

// "am", "a.m.", "hrs"; the guard keeps "9 amber lights" and "10 hours of work" apart from times by the caller's `sure`.
const x3::rule<struct half_id, int> half = "meridiem";
const auto part_of_day = listed<word_list::morning_marks> >> end_of_word >> attr(int(am)) | listed<word_list::afternoon_marks> >> end_of_word >> attr(int(pm)) |
                         listed<word_list::noon_marks> >> end_of_word >> attr(int(noon)) | listed<word_list::midnight_marks> >> end_of_word >> attr(int(midnight));
// "15:00UTC", "1200 CEST": a zone says that figures are a time; only in capitals, since "est" and "ist" are words elsewhere.
const auto zone = x3::omit[lit("UTC") | "GMT" | "BST" | "CEST" | "CET" | "EEST" | "EET" | "WEST" | "WET" | "EDT" | "EST" | "CDT" | "CST" | "MDT" | "MST" | "PDT" | "PST" | "AEST" | "AEDT" | "IST" | "JST" | "NZST" | "NZDT"] >> end_of_word;
const auto half_def = blanks >> (part_of_day | zone >> attr(int(hours)) | omit[listed<word_list::hour_marks>] >> end_of_word >> (blanks >> part_of_day | attr(int(hours))));
BOOST_SPIRIT_DEFINE(half)

// "14h30", "20 heures 30", "21 Uhr 15", "vingt heures trente"; counter-example: "2 h 30 min" (how long it took)
const x3::rule<struct spelt_id, spelt_time> spelt = "spelt";
const auto spelt_def = (two_digits | number_word) >> blanks >> listed<word_list::hour_minute_marks> >> blanks >> (exactly_two | number_word) >> end_of_word >>
                       !(blanks >> no_case[lit("min")]);
BOOST_SPIRIT_DEFINE(spelt)

// "vingt heures", "dix-neuf heures": only the word for hours makes it a time.
const x3::rule<struct worded_hour_id, worded_hour> hour_in_words = "hour-in-words";
const auto hour_in_words_def = number_word >> half;
BOOST_SPIRIT_DEFINE(hour_in_words)

// "9.00am", "14:30", "9am", "10.00 hours"; counter-example: "9.001", "9.30.14"
const x3::rule<struct clock_id, clock_time> clock = "clock";
// "7:30p", "7p to 8:30p": behind minutes or in a range, since "9p" is money
const auto letter_half = omit[x3::char_("pP")] >> attr(int(pm)) >> end_of_word;
const auto ranges = omit[+x3::char_(' ')] >> (lit("\u2013") | '-' | listed<word_list::range_words>) >> blanks >> x3::ascii::digit;
const auto clock_def = two_digits >> omit[':'] >> exactly_two >> letter_half | two_digits >> attr(std::optional<int>{}) >> omit['p'] >> attr(int(pm)) >> end_of_word >> &ranges | two_digits >> -(omit[x3::char_(":.")] >> exactly_two >> !x3::ascii::digit >> !(x3::char_(".:/") >> x3::ascii::digit)) >> (half | end_of_word >> attr(int(unsaid)));
BOOST_SPIRIT_DEFINE(clock)

// "0900 hrs", "1430hrs"; a bare "1430" is a number.
const x3::rule<struct military_id, clock_time> military = "military";
const auto military_def = exactly_two >> exactly_two >> !x3::ascii::digit >> half;
BOOST_SPIRIT_DEFINE(military)

const x3::rule<struct bare_military_id, clock_time> bare_military = "bare-military";
const auto bare_military_def = exactly_two >> exactly_two >> !x3::ascii::digit >> attr(int(unsaid));
BOOST_SPIRIT_DEFINE(bare_military)

// "noon", "midday"
const auto noon_word = listed<word_list::noon_marks> >> end_of_word;

const auto until_mark = blanks >> (lit("\u2013") | "\u2014" | "\u2212" | '-' | listed<word_list::range_words> >> omit[&x3::char_(" \t")]) >> blanks;
const auto and_mark = blanks >> listed<word_list::joining_words> >> omit[&x3::char_(" \t")] >> blanks;

}  // namespace
}  // namespace minutes::grammar

BOOST_FUSION_ADAPT_STRUCT(minutes::grammar::clock_time, hour, minute, half)
BOOST_FUSION_ADAPT_STRUCT(minutes::grammar::spelt_time, hour, minute)
BOOST_FUSION_ADAPT_STRUCT(minutes::grammar::worded_hour, hour, half)

namespace minutes::grammar {
namespace {

// "deux heures" tells how long rather than when.
constexpr int earliest_worded = 7;

struct read_time {
    clock_time clock;
    bool colon = false;
    std::size_t size = 0;
};

std::optional<read_time> time_at(std::string_view text, const lexicon& words) {
    read_time r;
    if ((r.size = run(military, text, words, r.clock))) {
        r.colon = true;
    } else if (spelt_time s; (r.size = run(spelt, text, words, s))) {
        r.clock = {s.hour, s.minute, hours};
    } else if (worded_hour w; (r.size = run(hour_in_words, text, words, w)) && (w.hour >= earliest_worded || w.half != hours)) {
        r.clock = {w.hour, {}, w.half};
    } else if (r.clock = {}; (r.size = run(clock, text, words, r.clock))) {
        r.colon = r.clock.minute && text.substr(0, r.size).find(':') != text.npos;
    } else if (x3::unused_type nothing; (r.size = run(noon_word, text, words, nothing))) {
        r.clock = {12, 0, noon};
    } else {
        return {};
    }
    if (r.clock.hour > 24 || r.clock.minute.value_or(0) > 59) return {};
    if ((r.clock.half == am || r.clock.half == pm) && (r.clock.hour < 1 || r.clock.hour > 12) && !(r.clock.hour > 12 && r.clock.minute)) return {};
    if (r.clock.half == noon && r.clock.hour != 12) return {};
    return r;
}

time_of_day of_day(const clock_time& c, int half_of_day) {
    int hour = c.hour;
    if (half_of_day == pm && hour < 12) hour += 12;
    if (half_of_day == am && hour == 12) hour = 0;
    if (half_of_day == midnight) hour = 0;
    return {hour % 24, c.minute.value_or(0)};
}

bool is_sure(const read_time& r) { return r.colon || r.clock.half != unsaid; }

/// "2.00 to 4.00pm": the first time has the second's half of the day unless it would then come later.
time_of_day first_of_range(const read_time& a, const read_time& b) {
    if (a.clock.half != unsaid || b.clock.half == unsaid) return of_day(a.clock, a.clock.half);
    const auto same = of_day(a.clock, b.clock.half);
    return same < of_day(b.clock, b.clock.half) ? same : of_day(a.clock, unsaid);
}

bool starts_here(std::string_view text, std::size_t i, const lexicon& words) {
    const char c = text[i];
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !words.initial_opens_time(c)) return false;
    const char p = i == 0 ? ' ' : text[i - 1];
    const bool apart = !((p >= '0' && p <= '9') || (p >= 'a' && p <= 'z') || (p >= 'A' && p <= 'Z') || p == '.' || p == '/' || p == ':' || static_cast<unsigned char>(p) == 0xA3);
    if (!apart || digit) return apart;
    const char* const last = text.data() + text.size();
    return words.opens_time(folded_piece({text.data() + i, static_cast<std::size_t>(end_of_letters(text.data() + i, last) - text.data() - i)}));
}

time_finding single(const read_time& a) {
    time_finding f;
    f.start = of_day(a.clock, a.clock.half);
    f.end = f.start_end = a.size;
    f.sure = is_sure(a);
    return f;
}

/// "1830" before "–2030 hrs": only the range makes it a time.
std::optional<read_time> bare_military_at(std::string_view text, const lexicon& words) {
    read_time r;
    r.size = run(bare_military, text, words, r.clock);
    x3::unused_type nothing;
    const std::size_t mark = r.size ? run(until_mark, text.substr(r.size), words, nothing) : 0;
    clock_time second;
    if (!mark || !run(military, text.substr(r.size + mark), words, second) || r.clock.hour > 24 || r.clock.minute.value_or(0) > 59) return {};
    r.colon = true;
    return r;
}

/// What joins the two times of a range; "between 7.30 and 9 pm" needs the word before it.
std::size_t until_at(std::string_view text, const lexicon& words, bool between) {
    x3::unused_type nothing;
    const auto mark = run(until_mark, text, words, nothing);
    return mark || !between ? mark : run(and_mark, text, words, nothing);
}

std::optional<time_finding> range_at(std::string_view text, const lexicon& words, bool between) {
    auto a = bare_military_at(text, words);
    if (!a) a = time_at(text, words);
    if (!a) return {};
    auto f = single(*a);
    const std::size_t mark = until_at(text.substr(a->size), words, between);
    if (const auto b = mark ? time_at(text.substr(a->size + mark), words) : std::nullopt) {
        const bool both = is_sure(*b) || (a->clock.minute && b->clock.minute);
        if (both && (a->clock.minute || is_sure(*a) || b->clock.half != unsaid)) {
            f.start = first_of_range(*a, *b);
            f.until = of_day(b->clock, b->clock.half);
            // "9.00am – 12.30" or "1.00 – 2.30" after a first time in the afternoon
            if (b->clock.half == unsaid && a->clock.half == pm && *f.until < f.start) f.until->hour = (f.until->hour + 12) % 24;
            f.until_begin = a->size + mark;
            f.end = f.until_begin + b->size;
            f.sure = true;
        }
    }
    return f;
}

}  // namespace
}  // namespace minutes::grammar

namespace minutes {

namespace {

/// "kl. 19": whether the word right before byte i says that a number is an hour.
bool behind_hour_mark(std::string_view text, std::size_t i, const lexicon& words) {
    constexpr std::size_t longest = 12;  // bytes
    const auto before = words_in(text.substr(i > longest ? i - longest : 0, std::min(i, longest)), words);
    return !before.empty() && words.has(word_list::hour_marks, before.back()) && words.is_label(before.back(), label::time) && !before.back().digits;
}

/// Whether the word right before byte i opens a range: "between 7.30 and 9 pm".
bool behind_range_lead(std::string_view text, std::size_t i, const lexicon& words) {
    constexpr std::size_t longest = 12;  // bytes
    const auto before = words_in(text.substr(i > longest ? i - longest : 0, std::min(i, longest)), words);
    return !before.empty() && words.has(word_list::range_leads, before.back());
}

std::size_t count_dashes(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 "}) n += text.substr(i).starts_with(dash);
    return n;
}

/// "Room 12 – 2pm": a number alone between a word of a place and a dash with blanks is the room's, unless it makes a range of some hours;
/// "Village Hall 7 – 9pm" does, and so does what goes over noon, but where dashes part the line's fields.
bool is_of_room(std::string_view text, std::size_t i, const time_finding& f, const lexicon& words) {
    constexpr int half_day = 12, longest = 6;  // hours
    const auto own = text.substr(i, f.end - i);
    const auto figures = std::min(own.find_first_not_of("0123456789"), own.size());
    if (!f.until || figures > 2 || i == 0 || text[i - 1] != ' ' || count_dashes(own.substr(figures)) != 1 || own.substr(figures)[0] != ' ') return false;
    const auto before = words_in(text.substr(0, i), words);
    if (before.empty() || before.back().after || before.back().end + 1 != i || !words.has(word_list::venue_nouns, before.back())) return false;
    const int number = own[0] - '0', first = figures == 2 ? number * 10 + (own[1] - '0') : number, hours = (f.until->hour - first + 2 * half_day) % half_day;
    if (hours == 0 || hours > longest) return true;
    const auto until = text.substr(f.until_begin, f.end - f.until_begin);
    const bool over_noon = first > f.until->hour % half_day, full_hour = f.until->minute == 0 && until.find_first_of(":.") < 3;  // "1 - 2.00 pm"
    return (over_noon || full_hour) && count_dashes(text) > 1;
}

std::vector<time_finding> look_for_times(std::string_view text, const lexicon& words) {
    std::vector<time_finding> out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!grammar::starts_here(text, i, words)) continue;
        auto f = grammar::range_at(text.substr(i), words, behind_range_lead(text, i, words));
        // A number alone is no time: it needs minutes, a half of the day, a range, or a mark before it.
        if (f && !f->sure && behind_hour_mark(text, i, words)) f->sure = true;
        if (!f || (!f->sure && text.substr(i, f->end).find('.') == text.npos)) continue;
        for (std::size_t* at : {&f->end, &f->start_end, &f->until_begin}) *at += i;
        if (is_of_room(text, i, *f, words)) continue;
        f->begin = i;
        i = f->end - 1;
        out.push_back(*f);
    }
    return out;
}

}  // namespace

std::vector<time_finding> find_times(std::string_view text, const lexicon& words) {
    return answered_once(question::times, text, words, [&] { return look_for_times(text, words); });
}

}  // namespace minutes
