// SPDX-License-Identifier: Apache-2.0
#include "approval.hpp"

#include <algorithm>

#include "date.hpp"
#include "label.hpp"
#include "phrase.hpp"

namespace minutes {

namespace {

using list = word_list;

constexpr std::size_t longest_line = 40;  // words

struct approval_reader {
    std::string_view text;
    const lexicon& words;
    word_run all = words_in(text, words, longest_line + 1);

    bool is(std::size_t i, list which) const { return i < all.size() && words.has(which, all[i]); }
    bool is_record(std::size_t i) const { return i < all.size() && words.is_label(all[i].folded, label::meeting) && is(i, list::record_nouns); }

    approval_finding found(minutes_status s, std::size_t first, std::size_t last, const char* rule) const {
        return {s, {static_cast<std::uint32_t>(all[first].begin), static_cast<std::uint32_t>(all[last].end)}, rule};
    }

    std::optional<approval_finding> pending() const {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (const auto n = phrase_length(all, i, list::pending_words, words)) return found(minutes_status::draft, i, i + n - 1, "minutes-pending");
        return {};
    }

    /// Whether word i stands for the minutes as a whole: beside "minutes", in capitals, in brackets, or alone on its line.
    bool of_minutes(std::size_t i) const {
        return is_record(i + 1) || (i > 0 && is_record(i - 1)) || all.size() == 1 || (all[i].before == '(' && all[i].after == ')') || all[i].before == '[';
    }

    bool is_status(const word& w) const {
        const auto& kinds = words.columns(w.folded);
        return std::find(kinds.begin(), kinds.end(), column::status) != kinds.end();
    }

    bool dated() const { return !find_dates(text, words).empty(); }
};

}  // namespace

std::optional<approval_finding> match_approval_at_head(std::string_view line, const lexicon& words) {
    const approval_reader r{line, words};
    if (r.all.empty() || r.all.size() > longest_line) return {};
    for (std::size_t i = 0; i < r.all.size(); ++i)
        if (r.is(i, list::draft_words) && (r.of_minutes(i) || r.all[i].upper)) return r.found(minutes_status::draft, i, i, "minutes-draft");
    if (const auto p = r.pending()) return p;
    for (std::size_t i = 0; i < r.all.size(); ++i) {
        if (!r.is(i, list::approval_words)) continue;
        const bool status = i > 0 && i <= 2 && r.all[0].after == ':' && r.is_status(r.all[0]);
        const bool opens = i == 0 && (r.all.size() == 1 || r.is_record(1) || r.dated());
        const bool bracket = i > 0 && r.is_record(i - 1) && i + 1 == r.all.size();
        if (status || opens || bracket) return r.found(minutes_status::approved, i, i, "minutes-approved");
    }
    return {};
}

std::optional<approval_finding> match_approval_at_foot(std::string_view line, const lexicon& words) {
    const approval_reader r{line, words};
    if (r.all.empty() || r.all.size() > longest_line) return {};
    const bool of_record = std::any_of(r.all.begin(), r.all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(r.all.size(), 4)), [&](const word& w) { return words.has(list::record_nouns, w); });
    if (const auto p = r.pending(); p && (of_record || r.is(0, list::draft_words))) return p;
    for (std::size_t i = 0; i < r.all.size(); ++i)
        if (r.is(i, list::draft_words) && (r.all[i].upper || r.all.size() <= 3) && r.of_minutes(i)) return r.found(minutes_status::draft, i, i, "minutes-draft");
    if (const auto n = phrase_length(r.all, 0, list::signature_words, words)) return r.dated() ? std::optional(r.found(minutes_status::approved, 0, n - 1, "minutes-signed")) : std::nullopt;
    // "Approved on 3 May 2014", "These minutes were approved on 3 May 2014"
    std::size_t i = 0;
    while (i < r.all.size() && i < 4 && !r.is(i, list::approval_words) && (r.is(i, list::record_nouns) || r.is(i, list::function_words))) ++i;
    if (r.is(i, list::approval_words) && r.dated()) return r.found(minutes_status::approved, i, i, "minutes-approved");
    return {};
}

}  // namespace minutes
