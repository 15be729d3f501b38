// SPDX-License-Identifier: Apache-2.0
#include "series_days.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

#include <fmt/format.h>

namespace minutes {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr auto far = days(2 * 365);
constexpr int times_as_far = 4;
constexpr std::size_t one_of = 50;  // days may be apart, and one more

const date* day_of(const meeting& m) { return m.date.value && m.date.value->ok() ? &*m.date.value : nullptr; }

class series {
public:
    explicit series(const std::set<date>& all) : days_(all.begin(), all.end()), few_(1 + days_.size() / one_of) {}

    /// How many days at the end, or at the beginning, are apart from the others.
    [[nodiscard]] std::size_t apart_at_end() const {
        const std::size_t n = days_.size();
        const days enough = least_gap(n > 2 * few_ + 1 ? few_ : 0, n - few_);
        std::size_t out = 0;
        for (std::size_t k = n - few_; k < n && out == 0; ++k)
            if (gap(k - 1) > enough) out = n - k;
        return out;
    }
    [[nodiscard]] std::size_t apart_at_beginning() const {
        const std::size_t n = days_.size();
        const days enough = least_gap(few_, n > 2 * few_ + 1 ? n - few_ : n);
        std::size_t out = 0;
        for (std::size_t k = few_; k > 0 && out == 0; --k)
            if (gap(k - 1) > enough) out = k;
        return out;
    }

private:
    /// Between a day and the next.
    [[nodiscard]] days gap(std::size_t before) const { return sys_days(days_[before + 1]) - sys_days(days_[before]); }

    /// What a gap must be wider than, by those among the days [from, to).
    [[nodiscard]] days least_gap(std::size_t from, std::size_t to) const {
        days widest{0};
        for (std::size_t k = from; k + 1 < to; ++k) widest = std::max(widest, gap(k));
        return std::max(days(far), times_as_far * widest);
    }

    std::vector<date> days_;
    std::size_t few_;
};

}  // namespace

day_range range_of(const std::set<date>& all, const std::set<date>& sure) {
    day_range out;
    if (all.empty()) return out;
    std::size_t early = 0, late = 0;
    if (all.size() > 2) {
        early = series(all).apart_at_beginning();
        late = series(all).apart_at_end();
    }
    out.first = *std::next(all.begin(), static_cast<std::ptrdiff_t>(early));
    out.last = *std::prev(all.end(), static_cast<std::ptrdiff_t>(late) + 1);
    if (!sure.empty()) {
        out.first = std::min(*out.first, *sure.begin());
        out.last = std::max(*out.last, *sure.rbegin());
    }
    return out;
}

series_days days_of_series(const meeting_list& meetings) {
    std::set<date> all, sure;
    for (const meeting* m : meetings)
        if (const date* d = day_of(*m)) {
            all.insert(*d);
            if (m->date.basis == basis::corrected) sure.insert(*d);
        }
    series_days out{range_of(all, sure), {}};
    for (const meeting* m : meetings)
        if (const date* d = day_of(*m); d && (*d < *out.first || *out.last < *d)) out.apart.push_back(m);
    return out;
}

std::vector<finding> lone_dates_in(const meeting_list& meetings, const std::optional<date>& chosen) {
    const series_days series = days_of_series(meetings);
    std::vector<finding> out;
    for (const meeting* m : series.apart) {
        diagnostic d{"lone-date", severity::warning, m->date.spans, {}, {}, {}};
        d.place = place_of(*m->text, d.spans.empty() ? 0 : d.spans.front().begin);
        const bool late = *series.last < *m->date.value;
        d.message = fmt::format("{} stands alone, years {} the other meetings: it may be misread", to_string(*m->date.value), late ? "after" : "before");
        const bool counts_another = late && !chosen;
        if (counts_another) d.message += fmt::format("; the latest that counts is {}", to_string(*series.last));
        d.hint = counts_another ? "Put the date right in corrections.toml, or say the day with --as-at." : "Put the date right in corrections.toml.";
        out.push_back({m, std::move(d)});
    }
    return out;
}

}  // namespace minutes
