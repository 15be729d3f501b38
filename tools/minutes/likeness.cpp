// SPDX-License-Identifier: Apache-2.0
#include "likeness.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <unordered_set>

#include <utf8proc.h>

namespace cli {

namespace {

bool is_title(const std::string& word) {
    static const std::unordered_set<std::string> all = {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "cllr", "councillor", "sir", "dame", "rev", "lord", "lady", "chair", "the"};
    return all.count(word) > 0;
}

/// A name's words without what stands in brackets and without the titles before it.
std::vector<std::string> name_words(std::string_view name) {
    std::string bare;
    int depth = 0;
    for (const char c : name) {
        depth += c == '(';
        if (depth == 0) bare += c;
        depth -= c == ')' && depth > 0;
    }
    auto words = plain_words(bare);
    while (words.size() > 1 && is_title(words.front())) words.erase(words.begin());
    return words;
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
    if (n < 0) return {};
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    std::vector<std::string> words(1);
    for (utf8proc_ssize_t i = 0; i < n;) {
        utf8proc_int32_t point = 0;
        const auto width = std::max<utf8proc_ssize_t>(1, utf8proc_iterate(mapped + i, n - i, &point));
        const auto kind = utf8proc_category(point);
        const bool letter = (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO) || point == '_';
        if (letter) words.back().append(reinterpret_cast<const char*>(mapped + i), static_cast<std::size_t>(width));
        else if (!words.back().empty()) words.emplace_back();
        i += width;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

double likeness(std::string_view a, std::string_view b) {
    auto x = plain_words(a), y = plain_words(b);
    if (x.empty() || y.empty()) return x.empty() && y.empty() ? 1 : 0;
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    std::vector<std::string> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    return 2.0 * static_cast<double>(both.size()) / static_cast<double>(x.size() + y.size());
}

bool same_name(std::string_view a, std::string_view b) {
    auto x = name_words(a), y = name_words(b);
    if (x.empty() || y.empty()) return false;
    if (std::is_permutation(x.begin(), x.end(), y.begin(), y.end())) return true;
    if (x.back() != y.back() || x.size() == 1 || y.size() == 1) return false;
    return (x[0].size() == 1 || y[0].size() == 1) && x[0][0] == y[0][0];
}

std::vector<std::pair<std::size_t, std::size_t>> paired(std::size_t gold, std::size_t found, const std::function<double(std::size_t, std::size_t)>& alike, double floor) {
    struct candidate {
        double alike;
        std::size_t gold, found;
        [[nodiscard]] std::size_t apart() const { return gold > found ? gold - found : found - gold; }
    };
    std::vector<candidate> all;
    for (std::size_t i = 0; i < gold; ++i)
        for (std::size_t j = 0; j < found; ++j)
            if (const double f = alike(i, j); f >= floor) all.push_back({f, i, j});
    std::stable_sort(all.begin(), all.end(), [](const candidate& a, const candidate& b) { return a.alike != b.alike ? a.alike > b.alike : a.apart() < b.apart(); });
    std::vector<bool> gold_taken(gold), found_taken(found);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& c : all) {
        if (gold_taken[c.gold] || found_taken[c.found]) continue;
        gold_taken[c.gold] = found_taken[c.found] = true;
        pairs.emplace_back(c.gold, c.found);
    }
    return pairs;
}

}  // namespace cli
