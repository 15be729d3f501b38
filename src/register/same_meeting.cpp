// SPDX-License-Identifier: Apache-2.0
#include "same_meeting.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_set>

#include <fmt/format.h>

#include "body_key.hpp"
#include "file_name.hpp"
#include "text.hpp"

namespace minutes {

namespace {

using shingles = std::unordered_set<std::size_t>;

/// Each three words that follow one another, as a hash.
shingles shingles_of(const meeting& m) {
    shingles out;
    const auto all = words_in(m.text->text);
    const std::hash<std::string> hash;
    for (std::size_t i = 0; i + 2 < all.size(); ++i) out.insert((hash(all[i].folded) * 31 + hash(all[i + 1].folded)) * 31 + hash(all[i + 2].folded));
    return out;
}

/// The share of the shorter text that the longer has too.
double share_in_common(const shingles& a, const shingles& b) {
    const auto& fewer = a.size() < b.size() ? a : b;
    const auto& more = a.size() < b.size() ? b : a;
    if (fewer.empty()) return 0;
    const auto common = std::count_if(fewer.begin(), fewer.end(), [&](std::size_t s) { return more.count(s) > 0; });
    return static_cast<double>(common) / static_cast<double>(fewer.size());
}

int rank_of(const meeting& m) {
    if (!m.status.value) return 1;
    return *m.status.value == minutes_status::approved ? 2 : 0;
}

std::size_t values_in(const meeting& m) { return m.actions.size() + m.decisions.size() + m.people.size() + m.items.size(); }

bool leads(const meeting& a, const meeting& b) { return std::pair(rank_of(a), values_in(a)) > std::pair(rank_of(b), values_in(b)); }

/// The files of one day, sorted into meetings.
class day_sorter {
public:
    day_sorter(const meeting_list& meetings, const std::vector<std::string>& keys, const std::vector<std::size_t>& of_day) : meetings_(meetings), keys_(keys) {
        for (const std::size_t i : of_day) texts_[i] = shingles_of(*meetings[i]);
    }

    /// For each file the first one of its meeting.
    void sort(const std::vector<std::size_t>& of_day, std::vector<std::size_t>& first) {
        for (std::size_t k = 1; k < of_day.size(); ++k)
            for (std::size_t j = 0; j < k; ++j)
                if (are_one(of_day[j], of_day[k])) {
                    first[of_day[k]] = first[of_day[j]];
                    break;
                }
    }

private:
    [[nodiscard]] bool are_one(std::size_t a, std::size_t b) const {
        const meeting& x = *meetings_[a];
        const meeting& y = *meetings_[b];
        constexpr double same_body = 0.5, any_body = 0.8;
        const bool other_hour = x.start.value && y.start.value && *x.start.value != *y.start.value;
        const double needed = keys_[a] == keys_[b] && !other_hour ? same_body : any_body;
        return share_in_common(texts_.at(a), texts_.at(b)) >= needed;
    }

    const meeting_list& meetings_;
    const std::vector<std::string>& keys_;
    std::map<std::size_t, shingles> texts_;
};

}  // namespace

std::vector<held_meeting> held_meetings(const meeting_list& meetings, const std::vector<std::string>& keys) {
    std::vector<std::size_t> first(meetings.size());
    std::map<date, std::vector<std::size_t>> by_day;
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        first[i] = i;
        if (meetings[i]->date.value) by_day[*meetings[i]->date.value].push_back(i);
    }
    for (const auto& [day, of_day] : by_day)
        if (of_day.size() > 1) day_sorter(meetings, keys, of_day).sort(of_day, first);
    std::vector<held_meeting> out;
    std::map<std::size_t, std::size_t> place;  // of the meeting whose first file it is
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        if (first[i] == i) {
            place[i] = out.size();
            out.push_back({meetings[i], {}});
            continue;
        }
        held_meeting& h = out[place.at(first[i])];
        const meeting* other = meetings[i];
        if (leads(*other, *h.leading)) std::swap(other, h.leading);
        h.others.push_back(other);
    }
    return out;
}

std::vector<finding> duplicates_in(const std::vector<held_meeting>& meetings) {
    std::vector<finding> out;
    for (const held_meeting& h : meetings)
        for (const meeting* m : h.others) {
            diagnostic d{"duplicate-meeting", severity::warning, {}, {}, {}, {}};
            const std::string leading = file_name(h.leading->source);
            d.message = fmt::format("the meeting of {} is in '{}'{} too, which leads; this file adds nothing to registers", to_string(*m->date.value), leading,
                                    file_name(m->source) == leading ? " of another folder" : "");
            d.hint = "Approved minutes lead drafts; of others those that say most.";
            out.push_back({m, std::move(d)});
        }
    return out;
}

}  // namespace minutes
