// SPDX-License-Identifier: Apache-2.0
// Dates: the order of figures, missing years, deadlines that lean on the meeting.
#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "date.hpp"
#include "phrase.hpp"
#include "relative_day.hpp"
#include "resolve.hpp"

namespace minutes {

namespace {

using list = word_list;
using std::chrono::sys_days;

struct date_reader {
    meeting& m;
    const lexicon& words;
    date_order order = date_order::day_month_year;
    bool order_is_sure = false;

    std::optional<date_finding> finding(const spans& where) const {
        const auto text = words_of(m, where);
        if (auto f = match_date(text, words)) return f;
        const auto all = find_dates(text, words);
        return all.empty() ? leading_day(text, words) : std::optional(all.front());
    }

    /// The document's own evidence: a day above 12, a weekday that fits one order only, a deadline before its meeting.
    void weigh_orders(const parse_options& options) {
        if (options.order) {
            order = *options.order;
            order_is_sure = true;
            return;
        }
        order = words.day_first() ? date_order::day_month_year : date_order::month_day_year;
        int day_first = 0, month_first = 0, month_led = 0, day_led = 0, open = 0;
        const auto all = find_dates(m.text->text, words);
        for (const auto& f : all) {
            if (f.how == date_finding::form::words && f.year) ++(f.month_led ? month_led : day_led);
            if (f.how != date_finding::form::figures) continue;
            if (f.first > 12 && f.second <= 12) ++day_first;
            if (f.second > 12 && f.first <= 12) ++month_first;
            open += is_ambiguous(f);
            if (!f.weekday || !f.year || !is_ambiguous(f)) continue;
            const auto a = to_date(f, *f.year, date_order::day_month_year), b = to_date(f, *f.year, date_order::month_day_year);
            if (a && weekday_of(*a) == *f.weekday) ++day_first;
            if (b && weekday_of(*b) == *f.weekday) ++month_first;
        }
        weigh_written_days(all, day_first, month_first);
        weigh_deadlines(day_first, month_first);
        if (day_first != month_first) {
            order = day_first > month_first ? date_order::day_month_year : date_order::month_day_year;
            order_is_sure = true;
        } else if (month_led > 0 && day_led == 0) {
            order = date_order::month_day_year;  // who writes "March 27, 2014" writes 3/27/14
        } else if (open > 0 && day_led == 0 && says_month_first()) {
            order = date_order::month_day_year;
        }
    }

    /// "10/03/16" in a text that also says "Mar 10 2016" is that day.
    static void weigh_written_days(const std::vector<date_finding>& all, int& day_first, int& month_first) {
        std::set<date> written;
        for (const auto& f : all)
            if (f.how == date_finding::form::iso || f.how == date_finding::form::words)
                if (const auto d = f.year ? to_date(f, *f.year, date_order::day_month_year) : std::nullopt) written.insert(*d);
        for (const auto& f : all) {
            if (f.how != date_finding::form::figures || !f.year || !is_ambiguous(f)) continue;
            const auto is_written = [&](date_order o) {
                const auto d = to_date(f, *f.year, o);
                return d && written.count(*d) > 0;
            };
            const bool day = is_written(date_order::day_month_year), month = is_written(date_order::month_day_year);
            day_first += day && !month;
            month_first += month && !day;
        }
    }

    /// Whether words of the text are said only where the month comes first: "pledge of allegiance", "Barset, OH 44102".
    bool says_month_first() const {
        const auto all = words_in(m.text->text, words);
        for (std::size_t k = 0; k < all.size(); ++k)
            if (phrase_length(all, k, word_list::month_first_marks, words) > 0 || is_postcode(all, k)) return true;
        return false;
    }

    /// A state in two capitals behind a comma and five figures.
    static bool is_postcode(words_view all, std::size_t k) {
        constexpr std::size_t figures = 5;
        if (k == 0 || k + 1 >= all.size() || all[k - 1].after != ',' || !all[k].upper || all[k].folded.size() != 2 || all[k].after) return false;
        const auto& code = all[k + 1].folded;
        return code.size() == figures && code.find_first_not_of("0123456789") == code.npos;
    }

    /// A deadline lies after its meeting, and not years after it.
    void weigh_deadlines(int& day_first, int& month_first) const {
        const auto f = m.date.spans.empty() ? std::nullopt : finding(m.date.spans);
        if (!f || !f->year || is_ambiguous(*f)) return;
        const auto meeting = to_date(*f, *f->year, date_order::day_month_year);
        if (!meeting) return;
        const auto fits = [&](const std::optional<date>& d) { return d && *d >= *meeting && sys_days(*d) < sys_days(*meeting) + std::chrono::days(366); };
        for (const auto& a : m.actions) {
            if (a.due.text.spans.empty()) continue;
            const auto due = finding(a.due.text.spans);
            if (!due || !due->year || !is_ambiguous(*due)) continue;
            const bool day = fits(to_date(*due, *due->year, date_order::day_month_year)), month = fits(to_date(*due, *due->year, date_order::month_day_year));
            if (day && !month) ++day_first;
            if (month && !day) ++month_first;
        }
    }

    /// Says once which order the document's figures were read in when only habit decided.
    void report_order() {
        if (order_is_sure) return;
        const auto ambiguous = [&](const traced<date>& d) { return d.value && (d.rule == "day-first" || d.rule == "month-first"); };
        const traced<date>* first = ambiguous(m.date) ? &m.date : ambiguous(m.next.date) ? &m.next.date : nullptr;
        for (const auto& a : m.actions)
            if (!first && ambiguous(a.due.date)) first = &a.due.date;
        if (first) say(m, "ambiguous-date", first->spans, fmt::format("nothing decides whether '{}' is day first or month first; it was read as {}, and others like it", words_of(m, first->spans), to_string(*first->value)));
    }

    void read_meeting_date() {
        if (m.date.spans.empty()) return;
        const auto f = finding(m.date.spans);
        if (!f) return;
        if (!f->year) {
            fill_in_year(*f);
            return;
        }
        m.date.value = to_date(*f, *f->year, order);
        m.date.rule = "meeting-date";
        if (!m.date.value) {
            say(m, "invalid-date", m.date.spans, fmt::format("'{}' is not in the calendar", words_of(m, m.date.spans)));
            return;
        }
        derive_if_ambiguous(m.date, *f);
        check_weekday(m.date, *f);
    }

    /// The year of a date that gives none: one of those that the document names, and of these the one in which the weekday is right;
    /// without a weekday only when the document names no other year.
    void fill_in_year(const date_finding& f) {
        std::vector<int> years;
        const auto all = find_dates(m.text->text, words);
        for (const auto& other : all)  // the same day with its year, in front matter or a file's name
            if (other.year && !is_ambiguous(other) && to_date(other, *other.year, order) == to_date(f, *other.year, order)) {
                m.date.value = to_date(f, *other.year, order);
                m.date.basis = basis::derived;
                m.date.rule = "year-from-same-day";
                return;
            }
        // "Elm Gardens AGM 2009"
        if (m.title.value)
            for (const auto& w : words_in(*m.title.value))
                if (w.folded.size() == 4 && w.folded.find_first_not_of("0123456789") == w.folded.npos && (w.folded.starts_with("19") || w.folded.starts_with("20"))) years.push_back(std::stoi(w.folded));
        const bool titled = years.size() == 1;
        for (const auto& other : all)
            if (other.year && !titled)
                for (int year : {*other.year, *other.year - 1, *other.year + 1})
                    if ((f.weekday || year == *other.year) && std::find(years.begin(), years.end(), year) == years.end()) years.push_back(year);
        std::vector<date> fits;
        for (const int year : years)
            if (const auto d = to_date(f, year, order); d && (!f.weekday || weekday_of(*d) == *f.weekday)) fits.push_back(*d);
        if (fits.size() != 1) return;
        m.date.value = fits.front();
        m.date.basis = basis::derived;
        m.date.rule = f.weekday ? "year-by-weekday" : "year-from-document";
    }

    void derive_if_ambiguous(traced<date>& d, const date_finding& f) const {
        if (!is_ambiguous(f) && !f.year_written_short) return;
        d.basis = basis::derived;
        d.rule = is_ambiguous(f) ? (order == date_order::month_day_year ? "month-first" : "day-first") : "year-in-two-figures";
    }

    void check_weekday(traced<date>& d, const date_finding& f) {
        if (!f.weekday || !d.value || weekday_of(*d.value) == *f.weekday) return;
        say(m, "date-conflict", d.spans, fmt::format("'{}': {} falls on another weekday", words_of(m, d.spans), to_string(*d.value)));
    }

    /// The first such date on or after the meeting; a little before it still counts as that year's.
    int year_after_meeting(const date_finding& f) const {
        const int year = static_cast<int>(m.date.value->year());
        const auto d = to_date(f, year, order);
        return d && sys_days(*d) < sys_days(*m.date.value) - std::chrono::days(92) ? year + 1 : year;
    }

    /// "Tues 7/6": the order in which the weekday is right, where it is in one only.
    date_order order_by_weekday(const date_finding& f) const {
        if (!f.weekday || !is_ambiguous(f)) return order;
        const auto other = order == date_order::day_month_year ? date_order::month_day_year : date_order::day_month_year;
        const auto fits = [&](date_order o) {
            const auto d = to_date(f, year_after_meeting(f), o);
            return d && weekday_of(*d) == *f.weekday;
        };
        return !fits(order) && fits(other) ? other : order;
    }

    traced<date> read(const spans& where, const date_finding& f) const {
        traced<date> d;
        d.spans = where;
        d.rule = "date";
        if (f.year) {
            d.value = to_date(f, *f.year, order);
            derive_if_ambiguous(d, f);
        } else if (m.date.value) {
            d.value = to_date(f, year_after_meeting(f), order_by_weekday(f));
            d.basis = basis::derived;
            d.rule = "year-from-meeting";
        }
        if (f.mended) {
            d.basis = basis::derived;
            d.rule = "figures-mended";
        }
        if (f.how == date_finding::form::month) {
            d.basis = basis::derived;
            d.rule = "end-of-month";
        }
        return d;
    }

    void read_next_meeting() {
        auto& n = m.next.date;
        if (n.spans.empty()) return;
        const auto f = finding(n.spans);
        if (!f) {
            auto counted = counted_from_meeting(n.spans, words_of(m, n.spans));
            if (counted.value) n = std::move(counted);
            return;
        }
        n = read(n.spans, *f);
        if (n.value) check_weekday(n, *f);
        else if (f->year) say(m, "invalid-date", n.spans, fmt::format("'{}' is not in the calendar", words_of(m, n.spans)));
    }

    /// Earlier minutes are of a day before the meeting.  What names the meeting's own day speaks of these minutes.
    void read_approvals() {
        for (approval& a : m.approvals) {
            const auto f = a.of.spans.empty() ? std::nullopt : finding(a.of.spans);
            if (!f) continue;
            if (f->year) {
                a.of = read(a.of.spans, *f);
                a.of.rule = a.of.basis == basis::stated ? "minutes-of-day" : a.of.rule;
            } else if (m.date.value) {
                const int year = static_cast<int>(m.date.value->year());
                auto day = to_date(*f, year, order);
                if (!day || *day >= *m.date.value) day = to_date(*f, year - 1, order);
                a.of = {day, a.of.spans, basis::derived, "year-before-meeting", {}};
            }
        }
        std::erase_if(m.approvals, [&](const approval& a) { return a.of.value && a.of.value == m.date.value; });
        for (approval& a : m.approvals)
            if (!a.of.value) a.of = {};
    }

    void read_due(action& a) {
        if (!a.due.text.value) return;
        const auto& where = a.due.text.spans;
        const auto text = *a.due.text.value;
        const auto folded = fold(text);
        if (words.has(list::undated, folded)) return;
        traced<date> d;
        if (const auto f = finding(where)) {
            if (!f->year && a.due.text.rule == "due-column-of-log") return;
            d = read(where, *f);
            if (!d.value && (f->year || m.date.value)) say(m, "invalid-date", where, fmt::format("'{}' is not in the calendar", text));
            if (d.value) check_weekday(d, *f);
        } else if (says_next_meeting(folded)) {
            d.spans = where;
            d.value = m.next.date.value;
            d.basis = basis::derived;
            d.rule = "date-of-next-meeting";
        } else {
            d = counted_from_meeting(where, text);
        }
        if (d.value && a.due.text.basis == basis::uncertain) {
            // One date beside two actions: whose it is, nobody can say.
            d.candidates = {*d.value};
            d.value.reset();
            d.basis = basis::uncertain;
            d.rule = a.due.text.rule;
        } else if (a.due.text.basis == basis::derived && d.value) {
            d.basis = basis::derived;
            d.rule = a.due.text.rule;
        }
        a.due.text.basis = a.due.text.basis == basis::uncertain ? basis::derived : a.due.text.basis;
        if (d.given()) a.due.date = std::move(d);
    }

    /// What counts from the meeting's own day: "Friday", "the 20th", "the end of the week".
    traced<date> counted_from_meeting(const spans& where, std::string_view text) const {
        const auto r = m.date.value ? match_relative_day(text, words) : std::nullopt;
        traced<date> d;
        if (!r) return d;
        d.spans = where;
        d.basis = basis::derived;
        switch (r->how) {
            case relative_day::form::weekday: on_weekday(*r, d); break;
            case relative_day::form::day_of_month: on_day_of_month(*r, d); break;
            case relative_day::form::week_end: at_week_end(*r, d); break;
            case relative_day::form::month_end: at_month_end(*r, d); break;
            case relative_day::form::year_end: at_year_end(*r, d); break;
            case relative_day::form::days_ahead: at_distance(sys_days(*m.date.value) + std::chrono::days(r->count), d); break;
            case relative_day::form::months_ahead: at_distance(months_ahead(r->count), d); break;
            case relative_day::form::nth_weekday: on_nth_weekday(*r, d); break;
        }
        return d.value || !d.candidates.empty() ? d : traced<date>();
    }

    /// "Friday": the first one behind the meeting.  "Next Friday" is that one only where the meeting was on a Friday: else it may be the one a week later.
    void on_weekday(const relative_day& r, traced<date>& d) const {
        const auto meeting = sys_days(*m.date.value);
        const int today = weekday_of(*m.date.value);
        int ahead = (r.weekday - today + 7) % 7;
        if (ahead == 0) ahead = 7;
        if (r.in_next_week) ahead = r.weekday - today + 7;
        d.rule = "weekday-behind-meeting";
        const date first{meeting + std::chrono::days(ahead)};
        if (r.next && ahead != 7) {
            d.basis = basis::uncertain;
            d.candidates = {first, date{meeting + std::chrono::days(ahead + 7)}};
        } else {
            d.value = first;
        }
    }

    /// "The 20th": the first one behind the meeting; "Tuesday the 7th": the first one that falls on that weekday, within some months.
    void on_day_of_month(const relative_day& r, traced<date>& d) const {
        constexpr int farthest = 2;  // months
        auto month = m.date.value->year() / m.date.value->month();
        if (std::chrono::day(static_cast<unsigned>(r.day)) <= m.date.value->day()) month += std::chrono::months(1);
        for (int ahead = 0; ahead <= (r.weekday ? farthest : 0); ++ahead, month += std::chrono::months(1)) {
            const date day = month / std::chrono::day(static_cast<unsigned>(r.day));
            if (!day.ok() || (r.weekday && weekday_of(day) != r.weekday)) continue;
            d.rule = "day-behind-meeting";
            d.value = day;
            return;
        }
    }

    /// "The first Tuesday in June": that month's next one; none where the month has no fifth.
    void on_nth_weekday(const relative_day& r, traced<date>& d) const {
        auto month = m.date.value->year() / m.date.value->month();
        if (r.month) month = m.date.value->year() / std::chrono::month(static_cast<unsigned>(r.month));
        if (r.next) month += std::chrono::months(1);
        const std::chrono::weekday day{static_cast<unsigned>(r.weekday % 7)};
        const bool last = r.count == relative_day::last_of_month;
        const auto in = [&](std::chrono::year_month ym) { return last ? sys_days(ym / day[std::chrono::last]) : sys_days(ym / day[static_cast<unsigned>(r.count)]); };
        if (r.month && in(month) <= sys_days(*m.date.value)) month += std::chrono::years(1);
        if (in(month) <= sys_days(*m.date.value) || (!last && !(month / day[static_cast<unsigned>(r.count)]).ok())) return;
        d.rule = "weekday-of-month";
        d.value = date{in(month)};
    }

    /// A week's work ends on Friday; on that day and behind it nobody can say which week is meant.
    void at_week_end(const relative_day& r, traced<date>& d) const {
        constexpr int friday = 5;
        const int today = weekday_of(*m.date.value);
        if (!r.next && today >= friday) return;
        d.rule = "end-of-week";
        d.value = date{sys_days(*m.date.value) + std::chrono::days(friday - today + (r.next ? 7 : 0))};
    }

    void at_month_end(const relative_day& r, traced<date>& d) const {
        auto month = m.date.value->year() / m.date.value->month();
        if (r.next) month += std::chrono::months(1);
        d.rule = "end-of-month";
        d.value = date{month / std::chrono::last};
    }

    void at_year_end(const relative_day& r, traced<date>& d) const {
        const auto year = r.count ? std::chrono::year(r.count) : m.date.value->year();
        d.rule = "end-of-year";
        d.value = date{year / std::chrono::December / std::chrono::last};
    }

    void at_distance(sys_days day, traced<date>& d) const {
        d.rule = "time-behind-meeting";
        d.value = date{day};
    }

    /// The same day of a later month, or that month's last.
    sys_days months_ahead(int count) const {
        const date day = *m.date.value + std::chrono::months(count);
        return day.ok() ? sys_days(day) : sys_days(day.year() / day.month() / std::chrono::last);
    }

    static std::string name_of_action(const action& a) { return a.ref.value ? *a.ref.value : "'" + a.text.value.value_or("") + "'"; }

    /// Says once for each date beside several actions whose it may be.
    void report_uncertain() {
        for (std::size_t i = 0; i < m.actions.size(); ++i) {
            const auto& date = m.actions[i].due.date;
            const auto same = [&](const action& x) { return x.due.date.basis == basis::uncertain && x.due.date.spans == date.spans; };
            if (date.basis != basis::uncertain || std::any_of(m.actions.begin(), m.actions.begin() + static_cast<std::ptrdiff_t>(i), same)) continue;
            if (date.candidates.size() > 1) {
                say(m, "ambiguous-date", date.spans, fmt::format("'{}' may be {} or {}", words_of(m, date.spans), to_string(date.candidates.front()), to_string(date.candidates.back())));
                continue;
            }
            std::vector<std::string> names;
            for (const auto& x : m.actions)
                if (same(x)) names.push_back(name_of_action(x));
            say(m, "uncertain-date", date.spans, fmt::format("the date '{}' stands beside {}; whose it is is not certain", words_of(m, date.spans), fmt::join(names, " and ")));
        }
    }

    bool says_next_meeting(const std::string& folded) const {
        if (words.has(list::next_meeting_due, folded)) return true;
        std::string plain;
        for (const auto& w : words_in(folded, words)) plain += (plain.empty() ? "" : " ") + w.folded;
        return words.has(list::next_meeting_due, plain);
    }
};

}  // namespace

void resolve_dates(meeting& m, const lexicon& words, const parse_options& options) {
    date_reader r{m, words};
    r.weigh_orders(options);
    r.read_meeting_date();
    r.read_next_meeting();
    r.read_approvals();
    for (auto& a : m.actions) r.read_due(a);
    r.report_uncertain();
    r.report_order();
}

}  // namespace minutes
