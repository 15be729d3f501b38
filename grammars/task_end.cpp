// SPDX-License-Identifier: Apache-2.0
#include "task_end.hpp"

#include <algorithm>
#include <array>

#include "date.hpp"
#include "task_owners.hpp"
#include "task_text.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_names = 60;  // bytes

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

std::size_t skip_marks(std::string_view t, std::size_t i, std::size_t end) {
    while (i < end && (is_gap(t[i]) || t[i] == '>' || t[i] == '/')) ++i;
    return i;
}

std::size_t trim_marks(std::string_view t, std::size_t from, std::size_t end) {
    while (end > from && (is_gap(t[end - 1]) || t[end - 1] == '/' || t[end - 1] == '=')) --end;
    return end;
}

/// The people that bytes [begin, end) are and nothing else, when the document knows all of them.
std::vector<span> certain_people(std::string_view t, std::size_t begin, std::size_t end, const lexicon& words, const known_names& known) {
    if (begin >= end || end - begin > longest_names || !are_certain_owners(t.substr(begin, end - begin), words, known)) return {};
    return owners_in(t, begin, end, words);
}

std::optional<owners_at_end> behind_mark(std::string_view t, std::size_t from, std::size_t end, const lexicon& words, const known_names& known) {
    for (const std::string_view mark : {" -> ", " => ", " ==> ", " --> ", " \u2192 ", " / ", " | ", "--", "- ", "; ", "...", "\u2026"}) {
        const auto d = t.substr(0, end).rfind(mark);
        if (d == t.npos || d <= from) continue;
        // "Collect money from Ann / Paul": a list of those whom the task is about.
        const auto before = words_in(t.substr(from, d - from), words);
        if ((mark == " / " || mark == "; ") && !before.empty() && is_known_person(before.back(), words, known)) continue;
        auto owners = certain_people(t, skip_marks(t, d + mark.size(), end), end, words, known);
        if (!owners.empty()) return owners_at_end{std::move(owners), trim_marks(t, from, d)};
    }
    return {};
}

/// "Look for other sites – JB – no answer so far"
std::optional<owners_at_end> between_dashes(std::string_view t, std::size_t from, std::size_t end, const lexicon& words, const known_names& known) {
    for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 "}) {
        const auto first = t.find(dash, from);
        const auto second = first == t.npos ? first : t.find(dash, first + dash.size());
        if (second == t.npos || second >= end || !find_dates(t.substr(second, end - second), words).empty()) continue;
        auto owners = certain_people(t, first + dash.size(), second, words, known);
        if (!owners.empty()) return owners_at_end{std::move(owners), first};
    }
    return {};
}

/// "Send the figures. JB", "Mend the door. Tom Ash and Una Lark"
std::optional<owners_at_end> behind_last_sentence(std::string_view t, std::size_t from, std::size_t end, const lexicon& words, const known_names& known) {
    const auto all = words_in(t.substr(from, end - from), words);
    std::size_t k = all.size();
    while (k > 0 && !(k < all.size() && all[k - 1].ends_sentence()) && (is_known_person(all[k - 1], words, known) || words.has(list::joining_words, all[k - 1]))) --k;
    if (k < 2 || k == all.size() || !all[k - 1].ends_sentence() || all[k - 1].folded.size() < 2 || words.has_any({list::abbreviations, list::honorifics}, all[k - 1])) return {};
    auto owners = owners_in(t, from + all[k].begin, end, words);
    if (owners.empty()) return {};
    return owners_at_end{std::move(owners), from + all[k].begin};
}

/// "…, assigned to Ann", "… . Assigned to Ann"
std::optional<owners_at_end> behind_label(std::string_view t, std::size_t from, std::size_t end, const lexicon& words) {
    for (const std::string_view mark : {", ", ". ", "; "}) {
        const auto d = t.substr(0, end).rfind(mark);
        if (d == t.npos || d <= from) continue;
        auto owners = labelled_owners(t, d + mark.size(), end, false, words);
        if (!owners.empty()) return owners_at_end{std::move(owners), d};
    }
    return {};
}

/// The words of a status that open bytes [begin, end) before a mark or their end; empty when none do.
span leading_status(std::string_view t, std::size_t begin, std::size_t end, const lexicon& words) {
    constexpr std::size_t longest = 3;  // words
    const auto all = words_in(t.substr(begin, end - begin), words, longest + 1);
    std::string phrase;
    for (std::size_t n = 0; n < std::min(all.size(), longest); ++n) {
        phrase += (n ? " " : "") + all[n].folded;
        const auto behind = t.substr(begin + all[n].end, end - begin - all[n].end);
        const bool ends = trim(behind).empty() || all[n].after || behind.starts_with(" -") || behind.starts_with(" \u2013") || behind.starts_with(" \u2014");
        if (ends && words.status(phrase)) return at(begin + all[0].begin, begin + all[n].end);
    }
    return {};
}

/// "IN PROGRESS - Paul": whether nothing but an owner stands behind a status.
bool names_owner_behind(std::string_view t, std::size_t begin, std::size_t end, const lexicon& words) {
    begin = skip_marks(t, begin, end);
    while (begin < end && (t[begin] == ',' || t[begin] == ';')) begin = skip_marks(t, begin + 1, end);
    return begin < end && is_owners_only(t.substr(begin, end - begin), words);
}

}  // namespace

std::vector<span> labelled_owners(std::string_view t, std::size_t begin, std::size_t end, bool marked, const lexicon& words) {
    constexpr std::size_t longest_label = 3;  // words
    const auto all = words_in(t.substr(begin, end - begin), words, longest_label + 1);
    std::string phrase;
    std::size_t names = 0;  // the word behind the longest label
    for (std::size_t n = 0; n + 1 < all.size() && n < longest_label; ++n) {
        phrase += (n ? " " : "") + all[n].folded;
        const auto& columns = words.columns(phrase);
        const bool label = std::find(columns.begin(), columns.end(), column::owner) != columns.end();
        if (label && (n > 0 || marked)) names = n + 1;
        if (all[n].after) break;
    }
    return names ? owners_in(t, begin + all[names].begin, end, words) : std::vector<span>{};
}

std::optional<owners_at_end> people_at_end(std::string_view t, std::size_t from, std::size_t to, const lexicon& words, const known_names& known) {
    std::size_t end = trim_gap(t, from, to);
    while (end > from && (t[end - 1] == '.' || t[end - 1] == ';' || t[end - 1] == ',')) --end;
    if (auto f = behind_label(t, from, end, words)) return f;
    if (auto f = behind_mark(t, from, end, words, known)) return f;
    if (auto f = behind_last_sentence(t, from, end, words, known)) return f;
    return between_dashes(t, from, end, words, known);
}

std::optional<status_at_end> explained_status(std::string_view t, std::size_t from, std::size_t to, const lexicon& words) {
    const std::size_t end = trim_gap(t, from, to);
    if (end <= from) return {};
    if (t[end - 1] == ')' || t[end - 1] == ']') {
        const auto open = t.rfind(t[end - 1] == ')' ? '(' : '[', end - 1);
        if (open == t.npos || open <= from) return {};
        const auto status = leading_status(t, open + 1, end - 1, words);
        return status.empty() || names_owner_behind(t, status.end, end - 1, words) ? std::nullopt : std::optional(status_at_end{status, open});
    }
    for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 "})
        for (auto d = t.find(dash, from); d < end; d = t.find(dash, d + 1)) {
            const auto status = leading_status(t, d + dash.size(), end, words);
            const auto said = t.substr(status.begin, status.size());
            const bool loud = !status.empty() && std::none_of(said.begin(), said.end(), [](char c) { return c >= 'a' && c <= 'z'; });
            if (loud && !names_owner_behind(t, status.end, end, words)) return status_at_end{status, d};
        }
    return {};
}

}  // namespace minutes
