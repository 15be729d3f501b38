// SPDX-License-Identifier: Apache-2.0
#include "approval.hpp"

#include <algorithm>

#include "body_name.hpp"
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
    bool is_record(std::size_t i) const { return i < all.size() && words.is_label(all[i], label::meeting) && is(i, list::record_nouns); }

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
        const auto& kinds = words.columns(w);
        return std::find(kinds.begin(), kinds.end(), column::status) != kinds.end();
    }

    bool dated() const { return !find_dates(text, words).empty(); }
};

constexpr std::size_t nowhere = std::string_view::npos;

/// Where the first word is of which `is_so`.
template <class Is>
std::size_t first_where(const word_run& all, Is is_so) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (is_so(i)) return i;
    return nowhere;
}

/// "To approve the minutes of …" alone is an agenda's item; behind "RESOLVED" it is done.
bool is_agenda_item(const approval_reader& r, std::size_t verb) {
    return verb > 0 && r.is(verb - 1, list::infinitive_marks) && verb == first_where(r.all, [&](std::size_t i) { return !r.is(i, list::infinitive_marks) && !r.all[i].digits; });
}

/// The name between "minutes of the" and "held on".
span body_between(const approval_reader& r, std::size_t from, std::size_t to) {
    if (from + 1 >= to) return {};
    const auto begin = r.all[from + 1].begin, end = r.all[to - 1].end;
    const auto f = match_body_in_title(r.text.substr(begin, end - begin), r.words);
    if (!f || !f->distinct || f->name.empty()) return {};
    return {static_cast<std::uint32_t>(begin + f->name.front().begin), static_cast<std::uint32_t>(begin + f->name.back().end)};
}

}  // namespace

acceptance_finding match_acceptance(std::string_view sentence, const lexicon& words) {
    const approval_reader r{sentence, words};
    acceptance_finding out;
    if (r.all.empty() || r.all.size() > 3 * longest_line) return out;
    const std::size_t record = first_where(r.all, [&](std::size_t i) { return r.is_record(i); });
    const std::size_t verb = first_where(r.all, [&](std::size_t i) {
        return phrase_length(r.all, i, list::acceptance_words, words) > 0 || r.is(i, list::approval_words);
    });
    out.names_minutes = record != nowhere;
    const bool refused = r.pending() || first_where(r.all, [&](std::size_t i) { return r.is(i, list::negations); }) < verb;
    // "Agreed to close the gate" accepts nothing, unless it names what.
    const bool of_else = !out.names_minutes && verb != nowhere && r.is(verb + 1, list::infinitive_marks);
    out.accepts = verb != nowhere && !refused && !of_else && !is_agenda_item(r, verb);
    if (!out.names_minutes) return out;
    // Behind "were approved on" stands when that was, not which.
    const std::size_t until = verb != nowhere && verb > record ? r.all[verb].begin : sentence.size();
    std::size_t first_date = until;
    for (const auto& d : find_dates(sentence, words)) {
        if (d.begin < r.all[record].end || d.begin >= until || d.how == date_finding::form::month) continue;
        out.dates.push_back({static_cast<std::uint32_t>(d.begin), static_cast<std::uint32_t>(d.end)});
        first_date = std::min(first_date, d.begin);
    }
    out.body = body_between(r, record, static_cast<std::size_t>(std::count_if(r.all.begin(), r.all.end(), [&](const word& w) { return w.begin < first_date; })));
    return out;
}

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
