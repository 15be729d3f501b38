// SPDX-License-Identifier: Apache-2.0
#include "figures.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include "register_tables.hpp"

namespace minutes {

namespace {

constexpr std::array month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int most_points = 40;

bool is_dated(const meeting& m) { return m.date.value && m.date.value->ok(); }

/// Last days of periods, from the first meeting to the as-at day, which is the last.
std::vector<date> ends_of_periods(const date& first, const date& last) {
    const int months = (static_cast<int>(last.year()) - static_cast<int>(first.year())) * 12 + static_cast<int>(static_cast<unsigned>(last.month())) - static_cast<int>(static_cast<unsigned>(first.month())) + 1;
    const int step = months <= most_points ? 1 : months <= 3 * most_points ? 3 : 12 * ((months + 12 * most_points - 1) / (12 * most_points));
    std::vector<date> out;
    for (auto m = first.year() / first.month();; m += std::chrono::months(1)) {
        const date end = std::chrono::sys_days(m / std::chrono::last);
        if (end >= last) break;
        if (static_cast<unsigned>(m.month()) % static_cast<unsigned>(std::min(step, 12)) == 0 && (step <= 12 || static_cast<int>(m.year()) % (step / 12) == 0)) out.push_back(end);
    }
    out.push_back(last);
    return out;
}

/// What was known of the thread on that day; nothing when it had not been raised.
action_thread as_known_on(const action_thread& t, const date& day) {
    action_thread out = t;
    std::erase_if(out.occurrences, [&](const occurrence& o) { return !is_dated(*o.meeting) || day < *o.meeting->date.value; });
    return out;
}

}  // namespace

figures_over_time open_and_overdue(const site_facts& facts) {
    figures_over_time out{{}, {{"Open", {}}, {"Overdue", {}}}};
    if (!facts.first_day() || !facts.as_at() || *facts.as_at() < *facts.first_day()) return out;
    for (const date& day : ends_of_periods(*facts.first_day(), *facts.as_at())) {
        std::size_t open = 0, overdue = 0;
        for (const action_thread& t : facts.threads()) {
            const action_thread then = as_known_on(t, day);
            if (then.occurrences.empty()) continue;
            open += is_live(then.status());
            overdue += days_overdue(then, day).has_value();
        }
        out.labels.push_back(fmt::format("{} {}", month_names[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year())));
        out.lines[0].values.push_back(static_cast<double>(open));
        out.lines[1].values.push_back(static_cast<double>(overdue));
    }
    return out;
}

std::vector<std::pair<std::string, double>> times_to_closure(const site_facts& facts) {
    std::vector<std::pair<std::string, double>> bins = {{"At the same meeting", 0}, {"Up to a month", 0}, {"1 to 3 months", 0}, {"3 to 6 months", 0}, {"6 to 12 months", 0}, {"More than a year", 0}};
    constexpr std::array<long, 5> ends = {0, 31, 92, 183, 366};
    for (const action_thread& t : facts.threads()) {
        const occurrence* done = t.latest_with_status();
        if (!done || !is_dated(*done->meeting) || !is_dated(*t.first().meeting)) continue;
        const action_status s = *done->action->status.value;
        if (s != action_status::closed && s != action_status::complete) continue;
        const long days = (std::chrono::sys_days(*done->meeting->date.value) - std::chrono::sys_days(*t.first().meeting->date.value)).count();
        const auto bin = std::lower_bound(ends.begin(), ends.end(), days) - ends.begin();
        bins[static_cast<std::size_t>(bin)].second += 1;
    }
    return bins;
}

figures_over_time attendance_by_year(const site_facts& facts) {
    struct sums {
        double here = 0, away = 0, meetings = 0;
    };
    std::map<int, sums> years;
    for (const site_meeting* s : facts.meetings()) {
        if (!is_dated(s->m) || s->here == 0 || *s->m.date.value < *facts.first_day() || *facts.as_at() < *s->m.date.value) continue;
        sums& y = years[static_cast<int>(s->m.date.value->year())];
        y.here += static_cast<double>(s->here);
        y.away += static_cast<double>(s->away);
        y.meetings += 1;
    }
    figures_over_time out{{}, {{"Present", {}}, {"Apologies", {}}}};
    for (const auto& [year, y] : years) {
        out.labels.push_back(std::to_string(year));
        out.lines[0].values.push_back(y.here / y.meetings);
        out.lines[1].values.push_back(y.away / y.meetings);
    }
    return out;
}

std::vector<std::pair<std::string, double>> decisions_by_body(const site_facts& facts) {
    std::vector<std::pair<std::string, double>> out;
    for (const auto& [key, body] : facts.bodies()) {
        double n = 0;
        for (const site_meeting* s : body.meetings) n += static_cast<double>(s->m.decisions.size());
        if (n > 0) out.emplace_back(body.name, n);
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return out;
}

}  // namespace minutes
