// SPDX-License-Identifier: Apache-2.0
#include "task.hpp"

#include <algorithm>

#include "date.hpp"
#include "label.hpp"
#include "owner.hpp"
#include "reference.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n' || c == ':' || c == '-' || c == '*' || c == ';' || c == ',' || c == '.'; }

std::size_t skip_gap(std::string_view t, std::size_t i) {
    for (;;) {
        if (i < t.size() && is_gap(t[i])) ++i;
        else if (t.substr(i).starts_with("\u2013") || t.substr(i).starts_with("\u2014")) i += 3;
        else return i;
    }
}

/// The owners that bytes [begin, end) name; empty when they name none.
std::vector<span> owners_of(std::string_view t, std::size_t begin, std::size_t end, const lexicon& words) {
    while (begin < end && (is_gap(t[begin]) || t[begin] == '(' || t[begin] == '[' || t[begin] == '@')) ++begin;
    while (end > begin && (is_gap(t[end - 1]) || t[end - 1] == ')' || t[end - 1] == ']')) --end;
    if (begin >= end || end - begin > 80) return {};
    std::vector<span> out;
    if (const auto found = match_owners(t.substr(begin, end - begin), words))
        for (const auto& g : found->groups)
            for (const span s : g) out.push_back(at(begin + s.begin, begin + s.end));
    return out;
}

/// "JB to …", "The Clerk will …", "JB: …", "JB – …": owners at the head and where the task behind them starts.
bool take_leading_owners(std::string_view t, task_finding& f, std::size_t& from, const lexicon& words) {
    const auto all = words_in(t);
    for (std::size_t k = 1; k < all.size() && k <= 9; ++k) {
        const bool verb = words.has(list::task_verbs, all[k].folded) && !all[k].upper;
        const auto between = t.substr(all[k - 1].end, all[k].begin - all[k - 1].end);
        const bool mark = between.find(':') != between.npos || between.find(" - ") != between.npos || between.find("\u2013") != between.npos || between.find("- ") == 0;
        if (!verb && !mark) {
            if (all[k - 1].ends_sentence() && all[k - 1].folded.size() > 3) break;
            continue;
        }
        auto owners = owners_of(t, all[0].begin, all[k - 1].end, words);
        if (owners.empty()) {
            if (verb) break;
            continue;
        }
        f.owners = std::move(owners);
        f.rule = verb ? "owner-to" : "owner-mark";
        from = all[k].begin;
        if (verb && all[k].folded == "to") from = skip_gap(t, all[k].end);
        else if (verb && k + 1 < all.size() && all[k + 1].folded == "to") from = skip_gap(t, all[k + 1].end);
        // "JB: to write" and "JB – will write" are the same.
        else if (mark && !verb && all[k].folded == "to") from = skip_gap(t, all[k].end);
        return true;
    }
    return false;
}

/// "… (JB)", "… [JB/KM]", "… – JB", "…<TAB>JB": owners at the end.
bool take_trailing_owners(std::string_view t, task_finding& f, std::size_t& to, const lexicon& words) {
    std::size_t end = to;
    while (end > 0 && (is_gap(t[end - 1]))) --end;
    std::size_t open = t.npos;
    if (end > 0 && (t[end - 1] == ')' || t[end - 1] == ']')) open = t.rfind(t[end - 1] == ')' ? '(' : '[', end - 1);
    std::size_t begin = open;
    if (open == t.npos) {
        std::size_t gap = std::min(t.rfind('\t', end), t.npos);
        const auto blanks = t.substr(0, end).rfind("   ");
        if (gap == t.npos || (blanks != t.npos && blanks > gap)) gap = blanks;
        for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 "})
            if (const auto d = t.substr(0, end).rfind(dash); d != t.npos && (gap == t.npos || d > gap)) gap = d;
        if (gap == t.npos) return false;
        begin = gap;
        while (begin < end && (is_gap(t[begin]) || static_cast<unsigned char>(t[begin]) >= 0x80)) ++begin;
        open = gap;
    }
    if (open == 0 || end - begin > 60) return false;
    auto owners = owners_of(t, begin, end, words);
    if (owners.empty()) return false;
    f.owners = std::move(owners);
    f.rule = "owner-behind";
    to = open;
    return true;
}

/// "… by 3 May", "… (due 3 May)": the last date behind a word that sets a limit.
void take_due(std::string_view t, task_finding& f, std::size_t from, std::size_t& to, const lexicon& words) {
    const auto part = t.substr(from, to - from);
    const auto all = words_in(part);
    for (const auto& d : find_dates(part, words)) {
        std::size_t k = 0;
        while (k < all.size() && all[k].end <= d.begin) ++k;
        bool limit = false;
        std::size_t lead = d.begin;
        for (std::size_t back = 1; back <= 3 && back <= k; ++back) {
            const auto& w = all[k - back];
            if (words.has(list::due_leads, w.folded)) {
                limit = true;
                lead = w.begin;
            }
        }
        const bool whole_tail = skip_gap(part, d.end) >= part.size() || part.substr(d.end).find_first_not_of(" .)];") == part.npos;
        if (!limit && !(whole_tail && d.begin > 0 && (part[d.begin - 1] == '(' || part[d.begin - 1] == '['))) continue;
        f.due = at(from + d.begin, from + d.end);
        if (whole_tail && lead > 0) {
            std::size_t cut = from + lead;
            while (cut > from && (t[cut - 1] == ' ' || t[cut - 1] == '(' || t[cut - 1] == '[' || t[cut - 1] == ',' || t[cut - 1] == ';' || t[cut - 1] == '-')) --cut;
            to = cut;
        }
    }
    if (!f.due.empty()) return;
    // "… at the next meeting"
    for (std::size_t k = all.size() > 6 ? all.size() - 6 : 0; k < all.size(); ++k) {
        if (!words.has(list::next_meeting_due, fold(part.substr(all[k].begin, all.back().end - all[k].begin)))) continue;
        f.due = at(from + all[k].begin, from + all.back().end);
        return;
    }
}

}  // namespace

bool is_owners_only(std::string_view text, const lexicon& words) {
    const auto t = trim(text);
    return !t.empty() && t.size() <= 80 && !owners_of(t, 0, t.size(), words).empty();
}

task_finding match_task(std::string_view t, const lexicon& words) {
    task_finding f;
    f.rule = "task";
    std::size_t from = skip_gap(t, 0), to = t.size();
    if (is_owners_only(t, words)) {
        f.owners = owners_of(t, 0, t.size(), words);
        f.rule = "owner-only";
        return f;
    }
    // "[JB] write …", "@jb write …"
    if (from < t.size() && (t[from] == '[' || t[from] == '(')) {
        const auto close = t.find(t[from] == '[' ? ']' : ')', from);
        if (close != t.npos && close + 1 < t.size())
            if (auto owners = owners_of(t, from, close, words); !owners.empty()) {
                f.owners = std::move(owners);
                f.rule = "owner-in-brackets";
                from = skip_gap(t, close + 1);
            }
    }
    if (f.owners.empty()) take_leading_owners(t, f, from, words);
    if (f.owners.empty()) take_trailing_owners(t, f, to, words);
    take_due(t, f, from, to, words);
    while (to > from && (t[to - 1] == ' ' || t[to - 1] == '\t' || t[to - 1] == '\n')) --to;
    f.text = at(from, to);
    return f;
}

std::optional<marker_finding> marker_at(std::string_view t, const lexicon& words) {
    const auto l = label_at(t, words);
    if (!l || !l->is(label::action) || l->whole) return {};
    marker_finding m;
    m.begin = l->begin;
    m.end = l->end;
    // "ACTION:", "Action –": a mark; "AP12", "Action 3:": a number; "Action JB to", "Action on JB": capitals or a preposition with owners
    auto after = t.substr(l->end);
    if (const auto first = words_in(t.substr(0, std::min<std::size_t>(t.size(), 120))); first.empty()) return {};
    std::size_t i = l->end;
    while (i < t.size() && (t[i] == ' ' || t[i] == '#')) ++i;
    std::size_t digits = i;
    while (digits < t.size() && ((t[digits] >= '0' && t[digits] <= '9') || ((t[digits] == '.' || t[digits] == '/') && digits > i && digits + 1 < t.size() && t[digits + 1] >= '0' && t[digits + 1] <= '9'))) ++digits;
    const bool ended = digits >= t.size() || is_gap(t[digits]) || t[digits] == ')' || t.substr(digits).starts_with("\u2013");
    if (digits > i && ended && digits - i < 8) {
        m.ref = at(i, digits);
        m.rest = skip_gap(t, digits + (digits < t.size() && t[digits] == ')'));
        return m.rest < t.size() ? std::optional(m) : std::nullopt;
    }
    const bool colon = after.substr(0, 4).find(':') != after.npos || after.starts_with(" - ") || after.starts_with(" \u2013") || after.starts_with("- ") || after.starts_with("\u2013");
    if (colon) {
        m.rest = skip_gap(t, l->end);
        return m;
    }
    const auto head = t.substr(l->begin, l->end - l->begin);
    const bool upper = starts_upper(head) && head.size() > 1 && head[1] >= 'A' && head[1] <= 'Z';
    const auto all = words_in(t.substr(l->end, 120));
    if (all.empty()) return {};
    // "Action on JB: …", "Action (JB): …", "Action JB – …"
    const bool preposition = all[0].folded == "on" || all[0].folded == "for" || all[0].folded == "by";
    const std::size_t names = l->end + (preposition ? all[0].end : 0);
    const auto stop = t.find_first_of(":\n", names);
    const bool bracket = after.starts_with(" (") || after.starts_with("(") || after.starts_with(" [");
    if ((stop != t.npos && stop - names < 60 && !owners_of(t, names, stop, words).empty()) || (upper && !all[0].capital && preposition) || (upper && all[0].capital) || (bracket && starts_upper(head))) {
        m.rest = skip_gap(t, names);
        if (bracket) m.rest = names;
        return m;
    }
    return {};
}

std::vector<marker_finding> markers_in(std::string_view t, const lexicon& words) {
    std::vector<marker_finding> out;
    const auto all = words_in(t);
    for (std::size_t k = 0; k < all.size(); ++k) {
        const auto& w = all[k];
        if (!w.capital || !words.is_label(w.folded, label::action)) continue;
        const bool opens = k == 0 || all[k - 1].ends_sentence() || all[k - 1].after == ':' || all[k - 1].after == ')' || w.before == '(' || w.before == '[' || w.upper ||
                           t.substr(all[k - 1].end, w.begin - all[k - 1].end).find_first_of("\t\n*") != t.npos || t.substr(all[k - 1].end, w.begin - all[k - 1].end).find("  ") != t.npos;
        if (!opens) continue;
        auto m = marker_at(t.substr(w.begin), words);
        if (!m) continue;
        for (std::size_t* x : {&m->begin, &m->end, &m->rest}) *x += w.begin;
        if (!m->ref.empty()) m->ref = at(m->ref.begin + w.begin, m->ref.end + w.begin);
        if (!out.empty() && m->begin < out.back().rest) continue;
        out.push_back(*m);
    }
    return out;
}

}  // namespace minutes
