// SPDX-License-Identifier: Apache-2.0
#include "wording.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace minutes {

namespace {

constexpr std::array<std::string_view, 13> month_names = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                                          "July", "August",  "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                           "Thursday", "Friday", "Saturday"};

std::string day_and_month(const date& d) {
    const auto month = static_cast<unsigned>(d.month());
    return fmt::format("{} {}", static_cast<unsigned>(d.day()), month < month_names.size() ? month_names[month] : "?");
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

}  // namespace

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string sentence(std::string_view name) {
    std::string out(name);
    std::replace(out.begin(), out.end(), '_', ' ');
    return capitalised(std::move(out));
}

std::string shown(const meeting& m, const traced<std::string>& t) { return t.value ? *t.value : words_of(m, t.spans); }

std::string long_date(const date& d) { return fmt::format("{} {}", day_and_month(d), static_cast<int>(d.year())); }

std::string weekday_date(const date& d) {
    if (!d.ok()) return long_date(d);
    return fmt::format("{} {}", weekday_names[std::chrono::weekday(d).c_encoding()], long_date(d));
}

std::string alternatives(const std::vector<date>& candidates) {
    std::vector<std::string> parts;
    const bool one_year = std::all_of(candidates.begin(), candidates.end(), [&](const date& d) { return d.year() == candidates[0].year(); });
    for (const date& d : candidates) parts.push_back(one_year && &d != &candidates.back() ? day_and_month(d) : long_date(d));
    return joined(parts, " or ");
}

std::string alternatives(const std::vector<std::string>& candidates) { return joined(candidates, " or "); }

std::string title_of(const meeting& m) {
    if (m.title.given()) return shown(m, m.title);
    if (m.body.given()) return shown(m, m.body);
    return m.source.name.empty() ? "Minutes" : file_name(m.source);
}

bool is_task_line(const meeting& m, const block& b) {
    bool any = false;
    for (const span s : b.spans) {
        auto l = std::lower_bound(m.leaves.begin(), m.leaves.end(), s.begin, [](const leaf& x, std::uint32_t at) { return x.span.end <= at; });
        for (; l != m.leaves.end() && l->span.begin < s.end; ++l) {
            const bool action = l->kind == leaf::kind_type::value && l->of.starts_with('a');
            if (!action && l->kind != leaf::kind_type::label) return false;
            any |= action;
        }
    }
    return any;
}

std::string place_in_words(const meeting& m, const spans& words) {
    if (words.empty()) return {};
    const auto* o = origin_of(*m.text, words.front().begin);
    if (o && o->paragraph) return fmt::format("paragraph {}", o->paragraph);
    const std::string line = fmt::format("line {}", place_of(*m.text, words.front().begin).line);
    return o && o->page ? fmt::format("page {}, {}", o->page, line) : line;
}

std::string item_title(const meeting& m, const item& it) {
    const std::string number = shown(m, it.number);
    const std::string heading = shown(m, it.heading);
    return number.empty() || heading.empty() ? number + heading : number + " " + heading;
}

}  // namespace minutes
