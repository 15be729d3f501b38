// SPDX-License-Identifier: Apache-2.0
#include "date.hpp"

#include <algorithm>

#include "answered_once.hpp"
#include "x3.hpp"

namespace minutes::grammar {

namespace {

using x3::lit;
using x3::omit;

struct written_date {
    std::optional<int> weekday;
    int first = 0, second = 0;
    std::optional<int> year;
};

// Blanks inside a date; a line may break there too.
const auto gap = omit[+x3::char_(" \t\n")];
const auto blanks = omit[*x3::char_(" \t\n")];

// "27th", "3ydd", "1er", "1.º", "7 th", "7^th^"
const auto ordinal = omit[-(lit('^') >> beginning_listed<word_list::ordinal_endings> >> '^' | lit(' ') >> listed<word_list::ordinal_endings> >> &x3::char_(" \t\n") | -lit('.') >> beginning_listed<word_list::ordinal_endings>)];
// "of March", "o Fawrth", "de marzo"; "de 2014", "do ano de 2014" stand before the year
const auto joiner = omit[gap >> listed<word_list::date_joiners> >> &x3::char_(" \t\n")];
const auto year_word = four_digits >> end_of_word | omit[x3::char_('\'') | "\u2019"] >> exactly_two >> end_of_word;
const auto short_year = four_digits | exactly_two;

// "Thursday 27 March", "Thursday, 27th March"
const x3::rule<struct weekday_id, int> weekday = "weekday";
const auto weekday_def = weekday_word >> omit[-lit('.')] >> blanks >> omit[-lit(',')] >> blanks >> omit[-(listed<word_list::date_articles> >> gap)];
BOOST_SPIRIT_DEFINE(weekday)

// Looked at before it is read, since a failed alternative leaves its number behind: "3 June, 10am" has no year.
const auto short_year_word = omit[exactly_two] >> end_of_word >> !(omit[-ordinal] >> blanks >> omit[month_word]) >> !(blanks >> (lit(':') | '.' >> x3::ascii::digit | listed<word_list::morning_marks> | listed<word_list::afternoon_marks> | listed<word_list::hour_minute_marks>));

// Behind the first of several days: "20-21 March", "20 and 21 March", "March 20–21".  Blanks beside a dash part an item's number from a date.
const auto further_day = omit[(lit('-') | "\u2013" | '/' | (blanks >> '&' >> blanks) | (gap >> listed<word_list::joining_words> >> gap)) >> two_digits >> ordinal >> !x3::ascii::digit];

// "27 March 2014", "27th of March, 2014", "27-Mar-14", "3 April"; counter-example: "27 minutes".
/// Behind the month of "#8 June 28, 2017", "at 19:01, August 16, 2022": the number before the month is no day.
const auto month_first_rest = omit[gap >> two_digits >> -lit(',') >> gap >> four_digits >> end_of_word];

const x3::rule<struct day_month_id, written_date> day_month = "day-month";
const auto day_month_def =
    -weekday >> (two_digits >> ordinal >> -further_day | number_word) >> -joiner >> omit[*x3::char_(" \t\n./,-")] >>
    month_word >> omit[-lit('.')] >> !month_first_rest >> -(-joiner >> omit[*x3::char_(" \t\n,./-")] >> (year_word | &short_year_word >> exactly_two));
BOOST_SPIRIT_DEFINE(day_month)

// "March 27, 2014", "March 27th"; counter-example: "March 2014" (a month).
const x3::rule<struct month_day_id, written_date> month_day = "month-day";
const auto month_day_def =
    -weekday >> month_word >> omit[-lit('.')] >> gap >> two_digits >> ordinal >> -further_day >> end_of_word >> !(lit(':') >> x3::ascii::digit) >>
    -(omit[*x3::char_(" \t\n,")] >> year_word);
BOOST_SPIRIT_DEFINE(month_day)

// "3/04/14", "24.04.2014", "3-4-14"; counter-example: "27/14" (a reference), "1.2.3.4".
const x3::rule<struct figures_id, written_date> figures = "figures";
const auto separated = [](char c) {
    return -weekday >> two_digits >> lit(c) >> two_digits >> lit(c) >> short_year >> end_of_word >> !(x3::char_("/.-") >> x3::ascii::digit);
};
const x3::rule<struct slashes_id, written_date> slashes = "slashes";
const x3::rule<struct dots_id, written_date> dots = "dots";
const x3::rule<struct dashes_id, written_date> dashes = "dashes";
const x3::rule<struct slash_year_id, written_date> slash_year = "slash-year";  // "4/5 2023", "4/5-2023"
const auto slashes_def = separated('/');
const auto dots_def = separated('.');
const auto dashes_def = separated('-');
const auto slash_year_def = -weekday >> two_digits >> lit('/') >> two_digits >> omit[x3::char_(" -")] >> four_digits >> end_of_word >> !(x3::char_("/.-") >> x3::ascii::digit);
// "Tues 7/6": without a year only a weekday tells that figures are a date's.
const x3::rule<struct weekday_figures_id, written_date> weekday_figures = "weekday-figures";
const auto weekday_figures_def = weekday >> two_digits >> lit('/') >> two_digits >> end_of_word >> !(x3::char_("/.-") >> x3::ascii::digit) >> x3::attr(std::optional<int>());
// Each alternative writes every member again, so what a failed one left behind does no harm.
const auto figures_def = slashes | dots | dashes | slash_year | weekday_figures;
BOOST_SPIRIT_DEFINE(slashes, dots, dashes, slash_year, weekday_figures, figures)

// "10/03" as a whole cell, "21.6." behind a word that leads to a day: day and month; anywhere else they may be a reference, a time or a fraction.
const auto day_and_month = [](char c) {
    return -weekday >> two_digits >> lit(c) >> two_digits >> end_of_word >> !(x3::char_("/.-") >> x3::ascii::digit) >> x3::attr(std::optional<int>());
};
const x3::rule<struct short_figures_id, written_date> short_figures = "short-figures";
const x3::rule<struct short_dots_id, written_date> short_dots = "short-dots";
const x3::rule<struct short_dashes_id, written_date> short_dashes = "short-dashes";
const auto short_figures_def = day_and_month('/');
const auto short_dots_def = day_and_month('.');
const auto short_dashes_def = day_and_month('-');
BOOST_SPIRIT_DEFINE(short_figures, short_dots, short_dashes)

// "2014-03-27", "2014/03/27"
struct written_iso {
    std::optional<int> weekday;
    int year = 0, month = 0, day = 0;
};

}  // namespace
}  // namespace minutes::grammar

BOOST_FUSION_ADAPT_STRUCT(minutes::grammar::written_date, weekday, first, second, year)
BOOST_FUSION_ADAPT_STRUCT(minutes::grammar::written_iso, weekday, year, month, day)

namespace minutes::grammar {
namespace {

const x3::rule<struct iso_id, written_iso> iso = "iso";
const auto iso_def = -weekday >> four_digits >> omit[x3::char_("-/.")] >> two_digits >> omit[x3::char_("-/.")] >> two_digits >> !x3::ascii::digit;
BOOST_SPIRIT_DEFINE(iso)

// "2014 March 27", "Thursday 2014 March 27"
const x3::rule<struct year_month_day_id, written_iso> year_month_day = "year-month-day";
const auto year_month_day_def = -weekday >> four_digits >> omit[+x3::char_(" ,-")] >> month_word >> omit[-lit('.')] >> omit[+x3::char_(" -")] >> two_digits >> ordinal >> end_of_word >> !(lit(':') >> x3::ascii::digit);
BOOST_SPIRIT_DEFINE(year_month_day)

// "March 2014", "April"; the words before it ("end of") are looked up in the lexicon.
struct written_month {
    int month = 0;
    std::optional<int> year;
};

}  // namespace
}  // namespace minutes::grammar

BOOST_FUSION_ADAPT_STRUCT(minutes::grammar::written_month, month, year)

namespace minutes::grammar {
namespace {

const x3::rule<struct month_id, written_month> month_alone = "month";
const auto month_alone_def = month_word >> omit[-lit('.')] >> end_of_word >> -(-joiner >> omit[*x3::char_(" ,")] >> year_word);
BOOST_SPIRIT_DEFINE(month_alone)

int full_year(int y) { return y >= 100 ? y : y < 70 ? 2000 + y : 1900 + y; }

bool in_range(int value, int high) { return value >= 1 && value <= high; }

std::optional<date_finding> found(const written_date& w, date_finding::form how, std::size_t size) {
    date_finding f;
    f.how = how;
    f.weekday = w.weekday;
    f.first = w.first;
    f.second = w.second;
    f.end = size;
    if (w.year) {
        f.year = full_year(*w.year);
        f.year_written_short = *w.year < 100;
    }
    return f;
}

/// Whether the first word may begin a date: most do not, and one look is enough to tell.
bool may_open_date(std::string_view text, const lexicon& words) {
    if (!text.empty() && text[0] >= '0' && text[0] <= '9') return true;
    if (text.empty() || !words.initial_opens_date(text[0])) return false;
    const auto size = static_cast<std::size_t>(end_of_letters(text.data(), text.data() + text.size()) - text.data());
    return size > 0 && words.opens_date(folded_piece(text.substr(0, size)));
}

/// What no date lacks.
struct date_signs {
    bool figures = false;  ///< a figure
    bool month = false;    ///< a month's name
};

/// Whether a run of letters, or of letters and a hyphen, is a month's name.
bool is_month(const char* at, const char* end, const char* last, const lexicon& words) {
    const auto known = [&](const char* to) { return words.month(folded_piece({at, static_cast<std::size_t>(to - at)})).has_value(); };
    return known(end) || (end != last && *end == '-' && known(end_of_letters(end + 1, last)));
}

/// The signs among a text's runs of letters.
date_signs signs_of_runs(std::string_view text, const lexicon& words) {
    constexpr std::ptrdiff_t longest_ending = 4;  // bytes: the "th" of "27thMarch"
    date_signs out;
    const char* const last = text.data() + text.size();
    for (const char* at = text.data(); at != last && !(out.figures && out.month);) {
        const char* const end = end_of_letters(at, last);
        if (end == at) {
            out.figures |= *at >= '0' && *at <= '9';
            ++at;
            continue;
        }
        const char before = at == text.data() ? ' ' : at[-1];
        const bool glued = before == '.' || (before >= '0' && before <= '9');
        const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
        for (const char* from = at; from != end && !out.month; ++from) {
            // A month begins the run, or stands behind an ordinal's ending or a symbol: "27thMarch", "→March".
            const bool may_begin = from == at || (glued && from - at <= longest_ending) || beyond_ascii(*from) || beyond_ascii(from[-1]);
            out.month = may_begin && words.initial_opens_date(*from) && is_month(from, end, last, words);
        }
        at = end;
    }
    return out;
}

/// The signs of a text.  Most words are plain letters, which the lexicon was asked of already; only others are gone through.
date_signs signs_of_date(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 1024;  // bytes: the words of longer texts are not at hand, but for a document's
    if (text.size() > longest && !words.has_words_of(text)) return signs_of_runs(text, words);
    date_signs out;
    for (const word& w : words_in(text, words)) {
        if (w.plain) {
            out.month |= words.month_of(w).has_value();
            continue;
        }
        const auto signs = signs_of_runs(text.substr(w.begin, w.end - w.begin), words);
        out.figures |= signs.figures;
        out.month |= signs.month;
    }
    return out;
}

/// Whether figures with a mark behind them open a text: "3/4/14", "2014-03-27".
bool may_be_figures(std::string_view text) {
    const auto end = text.find_first_not_of("0123456789");
    return end != 0 && end != text.npos && end <= 4 && (text[end] == '/' || text[end] == '.' || text[end] == '-');
}

bool opens_with_weekday(std::string_view text, const lexicon& words) {
    int day = 0;
    return run(weekday_word, text, words, day) > 0;
}

/// "20160426", alone: year, month and day without a mark.
std::optional<date_finding> compact_date(std::string_view text) {
    constexpr std::size_t size = 8;
    if (text.size() > size && std::string_view(" \t\n,;)]").find(text[size]) == std::string_view::npos) return {};
    const auto number = [&](std::size_t at, std::size_t n) {
        int value = 0;
        for (const char c : text.substr(at, n)) value = value * 10 + (c - '0');
        return value;
    };
    constexpr int first_year = 1990, last_year = 2059;
    const int year = number(0, 4), month = number(4, 2), day = number(6, 2);
    if (year < first_year || year > last_year || !in_range(month, 12) || !in_range(day, 31)) return {};
    return found({{}, day, month, year}, date_finding::form::iso, size);
}

/// The date at the start of `text`, of a text with these signs.
std::optional<date_finding> date_at(std::string_view text, const lexicon& words, date_signs signs) {
    if (!may_open_date(text, words)) return {};
    // Figures or a weekday at the head tell most forms apart before any is tried.
    const std::size_t figures_at_head = std::min(text.find_first_not_of("0123456789"), text.size());
    if (figures_at_head == 8) return compact_date(text);
    const bool digit = figures_at_head > 0, of_figures = digit ? may_be_figures(text) : opens_with_weekday(text, words);
    if (!signs.month && (!of_figures || !signs.figures)) return {};
    if (written_iso w; const auto n = of_figures ? run(iso, text, words, w) : 0) {
        if (!in_range(w.month, 12) || !in_range(w.day, 31)) return {};
        return found({w.weekday, w.day, w.month, w.year}, date_finding::form::iso, n);
    }
    if (written_date w; const auto n = of_figures ? run(figures, text, words, w) : 0) {
        if (!in_range(w.first, 31) || !in_range(w.second, 31)) return {};
        return found(w, date_finding::form::figures, n);
    }
    if (!signs.month) return {};
    if (written_date w; const auto n = figures_at_head <= 2 ? run(day_month, text, words, w) : 0) {
        if (!in_range(w.first, 31)) return {};
        return found(w, date_finding::form::words, n);
    }
    if (written_date w; const auto n = digit ? 0 : run(month_day, text, words, w)) {
        if (!in_range(w.second, 31)) return {};
        std::swap(w.first, w.second);
        auto f = found(w, date_finding::form::words, n);
        f->month_led = true;
        return f;
    }
    if (written_iso w; const auto n = (digit ? figures_at_head == 4 : of_figures) ? run(year_month_day, text, words, w) : 0) {
        if (!in_range(w.day, 31)) return {};
        return found({w.weekday, w.day, w.month, w.year}, date_finding::form::words, n);
    }
    return {};
}

std::optional<date_finding> short_date_at(std::string_view text, const lexicon& words, bool led) {
    written_date w;
    if (const auto n = run(short_figures, text, words, w)) {
        const bool possible = in_range(w.first, 31) && in_range(w.second, 31) && (w.first <= 12 || w.second <= 12);
        return possible ? found(w, date_finding::form::figures, n) : std::nullopt;
    }
    if (!led) return {};
    constexpr int hours = 12;  // "by 7.10" may be a time, "for 3-4" a range
    const auto is_day = [&] { return in_range(w.first, 31) && in_range(w.second, 12); };
    if (const auto n = run(short_dots, text, words, w); n && is_day()) {
        const bool dot = text.substr(n).starts_with('.');
        if (w.first > hours || dot) return found(w, date_finding::form::figures, n + dot);
    }
    if (const auto n = run(short_dashes, text, words, w); n && is_day() && w.first > hours) return found(w, date_finding::form::figures, n);
    return {};
}

std::optional<date_finding> month_at(std::string_view text, const lexicon& words) {
    written_month w;
    const auto n = run(month_alone, text, words, w);
    if (!n) return {};
    return found({{}, 0, w.month, w.year}, date_finding::form::month, n);
}

bool is_word_byte(char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool may_start(std::string_view text, std::size_t i) {
    if (!is_word_byte(text[i])) return false;
    if (i == 0) return true;
    if (is_word_byte(text[i - 1])) return false;
    // 1/3/04/14 or £3.04.14 is no date.
    return !(text[i] <= '9' && i > 1 && (text[i - 1] == '/' || text[i - 1] == '.' || text[i - 1] == '-') && text[i - 2] >= '0' && text[i - 2] <= '9');
}

}  // namespace
}  // namespace minutes::grammar

namespace minutes {

bool may_hold_date(std::string_view text, const lexicon& words) {
    const auto signs = grammar::signs_of_date(text, words);
    return signs.figures || signs.month;
}

namespace {

std::vector<date_finding> look_for_dates(std::string_view text, const lexicon& words) {
    std::vector<date_finding> out;
    const auto signs = grammar::signs_of_date(text, words);
    if (!signs.figures && !signs.month) return out;
    constexpr std::size_t longest = 1024;  // bytes, as above
    const auto all = text.size() <= longest || words.has_words_of(text) ? words_in(text, words) : word_run();
    const word* next = all.begin();
    for (std::size_t i = 0; i < text.size(); ++i) {
        while (next != all.end() && next->begin < i) ++next;
        if (next != all.end() && next->begin == i && next->plain && !words.opens_date(*next)) {
            i = next->end - 1;  // most words are plain, and no date begins with them
            continue;
        }
        if (!grammar::may_start(text, i)) continue;
        if (auto f = grammar::date_at(text.substr(i), words, signs)) {
            if (f->end == 8 && i > 0 && text.substr(i, 8).find_first_not_of("0123456789") == text.npos && std::string_view(" \t\n(:").find(text[i - 1]) == std::string_view::npos) continue;  // "#20160426"
            f->begin = i;
            f->end += i;
            i = f->end - 1;
            out.push_back(*f);
        }
    }
    return out;
}

}  // namespace

std::vector<date_finding> find_dates(std::string_view text, const lexicon& words) {
    return answered_once(question::dates, text, words, [&] { return look_for_dates(text, words); });
}

/// "O6.O1.2O25", "l3/4/14": letters that scanning put for figures, in a text that holds nothing else; empty when there are none.
std::string mend_figures(std::string_view text) {
    std::string out(text);
    bool figures = false, mended = false;
    for (char& c : out) {
        if (c == 'O' || c == 'o' || c == 'l' || c == 'I') {
            c = c == 'l' || c == 'I' ? '1' : '0';
            mended = true;
        } else if (c >= '0' && c <= '9') {
            figures = true;
        } else if (c != '/' && c != '.' && c != '-' && c != ' ') {
            return {};
        }
    }
    return figures && mended ? out : std::string{};
}

namespace {

std::optional<date_finding> read_date(std::string_view text, const lexicon& words) {
    if (const auto mended = text.size() < 16 ? mend_figures(text) : std::string{}; !mended.empty()) {
        auto f = match_date(mended, words);
        if (f) f->mended = true;
        return f;
    }
    const auto all = words_in(text, words);
    if (all.empty()) return {};
    const auto signs = grammar::signs_of_date(text, words);
    if (!signs.figures && !signs.month) return {};
    // Small words may lead: "by 3 May", "w/e 3 May", "end of April".
    std::string lead;
    for (std::size_t k = 0; k < all.size() && k < 5; ++k) {
        const std::size_t at = all[k].begin;
        auto f = grammar::date_at(text.substr(at), words, signs);
        if (!f && k + 1 == all.size()) f = grammar::short_date_at(text.substr(at), words, k > 0 && words.has(word_list::due_leads, all[k - 1]));  // alone; "1/14 Mend the roof" starts with a reference
        if (!f) f = grammar::month_at(text.substr(at), words);
        if (f) {
            f->begin += at;
            f->end += at;
            f->month_end = f->how == date_finding::form::month && words.has(word_list::end_of_month, lead);
            // The rest may be no more than a remark in brackets, a time, or nothing.
            const auto rest = words_in(text.substr(f->end), words);
            return rest.size() <= 3 ? f : std::nullopt;
        }
        if (!lead.empty()) lead += ' ';
        lead += all[k].folded;
        if (!words.has(word_list::function_words, all[k]) && !words.has(word_list::end_of_month, lead) && !words.weekday_of(all[k]) && !words.has(word_list::date_leads, all[k]))
            return {};
    }
    return {};
}

}  // namespace

std::optional<date_finding> match_date(std::string_view text, const lexicon& words) {
    constexpr std::size_t longest = 80;  // bytes
    if (text.size() > longest) return {};
    return answered_once(question::date, text, words, [&] { return read_date(text, words); });
}

std::optional<date_finding> leading_day(std::string_view text, const lexicon& words) {
    const auto all = words_in(text, words);
    std::size_t k = 0;
    while (k < all.size() && words.has_any({word_list::day_leads, word_list::date_articles}, all[k])) ++k;
    if (k == all.size()) return {};
    auto f = grammar::short_date_at(text.substr(all[k].begin), words, true);
    if (!f && k + 1 < all.size() && words.weekday_of(all[k])) f = grammar::short_date_at(text.substr(all[++k].begin), words, true);  // "mardi 21.6", "Tuesday, 21/06"
    if (!f) return {};
    f->begin += all[k].begin;
    f->end += all[k].begin;
    const auto behind = words_in(text.substr(f->end), words);
    const auto said = text.substr(f->begin, f->end - f->begin);
    const bool may_be_time = said.find('.') != said.npos && !said.ends_with('.');
    // "18.10 Uhr", "18.10 bis 20 Uhr"
    if (may_be_time && !behind.empty() && words.has_any({word_list::hour_marks, word_list::range_words, word_list::morning_marks, word_list::afternoon_marks}, behind[0])) return {};
    return f;
}

std::optional<date> to_date(const date_finding& f, int year, date_order order) {
    using namespace std::chrono;
    const std::chrono::year y(year);
    if (f.how == date_finding::form::month) {
        const year_month_day_last last(y, month_day_last(month(static_cast<unsigned>(f.second))));
        return date(last);
    }
    int day = f.first, mon = f.second;
    if (f.how == date_finding::form::figures) {
        const bool possible = order == date_order::month_day_year ? f.first <= 12 : f.second <= 12;
        const bool month_first = (order == date_order::month_day_year) == possible;
        if (month_first) std::swap(day, mon);
    }
    const date d(y, month(static_cast<unsigned>(mon)), std::chrono::day(static_cast<unsigned>(day)));
    return d.ok() ? std::optional(d) : std::nullopt;
}

bool is_ambiguous(const date_finding& f) {
    return f.how == date_finding::form::figures && f.first <= 12 && f.second <= 12 && f.first != f.second;
}

int weekday_of(const date& d) { return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(d)).iso_encoding()); }

}  // namespace minutes
