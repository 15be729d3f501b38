// SPDX-License-Identifier: Apache-2.0
#include "odt_lists.hpp"

#include <algorithm>

#include "number_format.hpp"
#include "xml_part.hpp"

namespace minutes {

namespace {

using pugi::xml_node;

/// The style of one level, whatever its kind; null when the list style has none.
xml_node level_style(const xml_node& style, int level) {
    for (const auto& n : style.children())
        if (n.attribute("text:level").as_int() == level) return n;
    return {};
}

number_format format_of(const xml_node& level) {
    const std::string_view f = level.attribute("style:num-format").value();
    const bool in_step = level.attribute("style:num-letter-sync").as_bool();
    if (f == "1") return number_format::decimal;
    if (f == "i") return number_format::lower_roman;
    if (f == "I") return number_format::upper_roman;
    if (f == "a") return in_step ? number_format::lower_letter : number_format::lower_alphabet;
    if (f == "A") return in_step ? number_format::upper_letter : number_format::upper_alphabet;
    if (f == "1st") return number_format::ordinal;
    if (f == "One") return number_format::cardinal_words;
    if (f == "First") return number_format::ordinal_words;
    if (f == "01, 02, 03, ...") return number_format::decimal_zero;
    return f.empty() ? number_format::none : number_format::decimal;
}

int start_of(const xml_node& level) { return level.attribute("text:start-value").as_int(1); }

/// LibreOffice's own pattern, "%1%.%2%.": it says exactly what stands between the numbers.
std::string filled_in(std::string pattern, const xml_node& style, int level, const std::vector<int>& numbers) {
    for (int i = 1; i <= level; ++i) {
        const std::string place = "%" + std::to_string(i) + "%";
        if (const auto at = pattern.find(place); at != pattern.npos)
            pattern.replace(at, place.size(), number_text(numbers[static_cast<std::size_t>(i - 1)], format_of(level_style(style, i))));
    }
    return pattern;
}

std::string number_label(const xml_node& style, const xml_node& own, int level, const std::vector<int>& numbers) {
    if (format_of(own) == number_format::none)
        return valid_text(std::string(own.attribute("style:num-prefix").value()) + own.attribute("style:num-suffix").value());
    if (const auto pattern = own.attribute("loext:num-list-format")) return filled_in(valid_text(pattern.value()), style, level, numbers);
    std::string out = own.attribute("style:num-prefix").value();
    const int shown = std::clamp(own.attribute("text:display-levels").as_int(1), 1, level);
    bool first = true;
    for (int i = level - shown + 1; i <= level; ++i) {
        const std::string number = number_text(numbers[static_cast<std::size_t>(i - 1)], format_of(level_style(style, i)));
        if (number.empty()) continue;
        if (!first) out += '.';
        first = false;
        out += number;
    }
    return valid_text(out + own.attribute("style:num-suffix").value());
}

}  // namespace

std::size_t odt_lists::begin(const xml_node& list, const std::string& style) {
    std::size_t key = lists_.size();
    const auto named = by_id_.find(std::string_view(list.attribute("text:continue-list").value()));
    const auto last = by_style_.find(style);
    if (named != by_id_.end()) key = named->second;
    else if (list.attribute("text:continue-numbering").as_bool() && last != by_style_.end()) key = last->second;
    if (key == lists_.size()) lists_.emplace_back();
    by_style_[style] = key;
    if (const auto id = list.attribute("xml:id")) by_id_[id.value()] = key;
    return key;
}

odt_lists::label odt_lists::count(counters& c, const xml_node& style, int level, std::optional<int> start) {
    const auto own = level_style(style, level);
    const auto at = static_cast<std::size_t>(level - 1);
    if (start) c.at[at] = start;
    else c.at[at] = c.at[at] ? std::min(*c.at[at], 1'000'000'000) + 1 : start_of(own);
    for (std::size_t above = 0; above < at; ++above)  // a level that is skipped counts as begun
        if (!c.at[above]) c.at[above] = start_of(level_style(style, static_cast<int>(above) + 1));
    std::fill(c.at.begin() + level, c.at.end(), std::nullopt);
    if (!own) return {};
    const std::string_view kind = local_name(own);
    if (kind == "list-level-style-bullet") {
        const auto font = own.child("style:text-properties").attribute("style:font-name").value();
        return {bullet_text(font, valid_text(own.attribute("text:bullet-char").value())), true};
    }
    if (kind == "list-level-style-image") return {"\u2022", true};
    std::vector<int> numbers;
    for (const auto& n : c.at) numbers.push_back(n.value_or(1));
    return {number_label(style, own, level, numbers), false};
}

odt_lists::label odt_lists::next(std::size_t list, const std::string& style, int level, std::optional<int> start) {
    return count(lists_[list], styles_.list(style), std::clamp(level, 1, levels), start);
}

odt_lists::label odt_lists::next_heading(int level, std::optional<int> start) {
    return count(headings_, styles_.outline(), std::clamp(level, 1, levels), start);
}

}  // namespace minutes
