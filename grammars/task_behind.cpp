// SPDX-License-Identifier: Apache-2.0
// Who does a task, by when and how far it is, said behind it.
#include "task_reader.hpp"

#include <algorithm>

#include "date.hpp"
#include "name_strength.hpp"
#include "owner.hpp"
#include "owner_limit.hpp"
#include "owner_to.hpp"
#include "task_due.hpp"
#include "task_end.hpp"
#include "task_owners.hpp"
#include "task_text.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

}  // namespace

void task_reader::later_clauses() {
    const auto part = t.substr(from, to - from);
    const auto all = words_in(part, words);
    for (std::size_t k = 1; k + 2 < all.size(); ++k) {
        const bool opens = all[k - 1].ends_sentence() || all[k - 1].after == ',' || all[k - 1].after == ';' || all[k - 1].after == '-' || (all[k - 1].after == ':' && f.owners.empty()) || (words.has(list::joining_words, all[k - 1]) && k > 1 && !all[k - 2].capital);
        const bool handle = all[k].begin > 0 && part[all[k].begin - 1] == '@';
        const bool post = f.owners.empty() && words.has_any({list::role_nouns, list::honorifics, list::articles}, all[k]);  // "The gate is broken.  Clerk to mend it."
        if (!opens || !(is_known(all[k]) || handle || (post && is_owner_to(part.substr(all[k].begin), words, known, false)))) continue;
        std::size_t verb = k + 1;
        while (verb + 1 < all.size() && verb < k + 4 && (all[verb].capital || words.has(list::joining_words, all[verb]))) ++verb;
        if (!words.has_any({list::infinitive_marks, list::future_words}, all[verb])) continue;
        if (part.substr(all[verb - 1].end, all[verb].begin - all[verb - 1].end).find(')') != part.npos) continue;  // "the staff (Ann, Ben) to ask"
        for (const span o : owners_in(t, from + all[k].begin - (handle ? 1 : 0), from + all[verb - 1].end, words)) {
            const auto same = [&](span x) { return fold(t.substr(x.begin, x.size())) == fold(t.substr(o.begin, o.size())); };
            if (std::none_of(f.owners.begin(), f.owners.end(), same)) f.owners.push_back(o);
        }
        if (f.rule == std::string_view("task")) f.rule = "owner-in-clause";
    }
}

void task_reader::skip_link() {
    const auto rest = t.substr(from);
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) return;
    const auto end = rest.find_first_of(" \t\n");
    if (end != rest.npos && rest.size() - end > 8) from = skip_gap(t, from + end);
}

void task_reader::cut_record() {
    const std::size_t end = trim_gap(t, from, to);
    if (end <= from || (t[end - 1] != ']' && t[end - 1] != ')')) return;
    const std::size_t open = t.rfind(t[end - 1] == ']' ? '[' : '(', end);
    if (open == t.npos || open <= from) return;
    const auto inside = t.substr(open + 1, end - open - 2);
    const auto address = inside.find(" http");
    if (address != inside.npos && address > 0 && inside.find(' ', address + 1) == inside.npos) to = trim_gap(t, from, open);
}

bool task_reader::trailing_before_link() {
    const std::size_t end = trim_gap(t, from, to), all = to;
    const auto blank = t.substr(0, end).rfind(' ');
    if (blank == t.npos || blank <= from || !t.substr(blank + 1).starts_with("http")) return false;
    to = blank;
    if (trailing()) return true;
    to = all;
    return false;
}

std::vector<span> task_reader::initials_in(std::size_t begin, std::size_t end) const {
    std::vector<span> out;
    for (const word& w : words_in(t.substr(begin, end - begin), words)) {
        if (!is_initials(t.substr(begin + w.begin, w.end - w.begin)) || !known.initials.count(w.folded)) return {};
        out.push_back(at(begin + w.begin, begin + w.end));
    }
    return out;
}

std::vector<span> task_reader::clause_in(std::size_t begin, std::size_t end) const {
    const auto part = t.substr(begin, end - begin);
    const std::size_t lead = part.find_first_not_of("([ ");
    if (lead == part.npos || !is_owner_to(part.substr(lead), words, known)) return {};
    const auto all = words_in(part, words);
    for (std::size_t k = 1; k < all.size(); ++k)
        if (words.has(list::infinitive_marks, all[k])) return owners_in(t, begin + lead, begin + all[k - 1].end, words);
    return {};
}

std::vector<span> task_reader::dated_in(std::size_t begin, std::size_t end) {
    const auto part = t.substr(begin, end - begin);
    const auto dates = may_hold_date(part, words) ? find_dates(part, words) : std::vector<date_finding>{};
    if (dates.size() != 1 || dates.front().begin == 0 || part.find_first_not_of(" .", dates.front().end) != part.npos) return {};
    auto before = words_in(part.substr(0, dates.front().begin), words);
    std::size_t last = before.size();
    while (last > 0 && !before[last - 1].capital && words.has_any({list::due_leads, list::date_articles, list::day_leads}, before[last - 1])) --last;
    if (last == 0) return {};
    auto owners = owners_in(t, begin, begin + before[last - 1].end, words);
    if (!owners.empty() && f.due.empty()) f.due = at(begin + dates.front().begin, begin + dates.front().end);
    return owners;
}

std::vector<span> task_reader::limited_in(std::size_t begin, std::size_t end) {
    const auto found = match_owner_limit(t.substr(begin, end - begin), words, known);
    if (!found) return {};
    const auto here = [&](span s) { return s.empty() ? s : at(begin + s.begin, begin + s.end); };
    if (f.due.empty()) f.due = here(found->due);
    if (f.status.empty()) f.status = here(found->status);
    std::vector<span> owners;
    for (const span s : found->owners) owners.push_back(here(s));
    return owners;
}

std::size_t task_reader::last_gap(std::size_t end) const {
    const auto head = t.substr(0, end);
    std::size_t gap = head.rfind('\t');
    for (const std::string_view apart : {"   ", " - ", " \u2013 ", " \u2014 ", " @", "\n"})
        if (const auto d = head.rfind(apart); d != head.npos && (gap == head.npos || d > gap)) gap = d;
    return gap;
}

bool task_reader::trailing() {
    std::size_t end = trim_gap(t, from, to);
    while (end > from && (t[end - 1] == '.' || t[end - 1] == ';' || t[end - 1] == ',')) --end;
    std::size_t open = t.npos;
    if (end > from && (t[end - 1] == ')' || t[end - 1] == ']')) open = t.rfind(t[end - 1] == ')' ? '(' : '[', end - 1);
    std::size_t begin = open;
    if (open == t.npos) {
        open = begin = last_gap(end);
        if (begin == t.npos) return other_people_behind() || named_at_end(end);
        while (begin < end && (is_gap(t[begin]) || static_cast<unsigned char>(t[begin]) >= 0x80)) ++begin;
    }
    constexpr std::size_t longest = 60;  // bytes
    const bool quoted = t.substr(begin).starts_with('"') || t.substr(begin).starts_with("\u201C");  // "… – "The Lamp""
    if (open <= from || end - begin > longest || quoted) return other_people_behind();
    auto owners = somebody(begin, end);
    if (owners.empty() && begin == open) owners = initials_in(begin, end);
    if (owners.empty() && begin == open) owners = clause_in(begin, end - 1);
    if (owners.empty() && begin == open) owners = dated_in(begin + 1, end - 1);
    if (owners.empty() && begin == open) owners = labelled_owners(t, begin + 1, end - 1, true, words);
    if (owners.empty() && begin != open) owners = limited_in(begin, end);
    if (owners.empty()) return begin != open && (other_people_behind() || named_at_end(end));
    take(std::move(owners), "owner-behind");
    to = open;
    return true;
}

bool task_reader::other_people_behind() {
    auto found = people_at_end(t, from, to, words, known);
    if (!found) return false;
    take(std::move(found->owners), "owner-behind");
    to = found->task_end;
    return true;
}

bool task_reader::named_by(std::size_t end) {
    const auto all = words_in(t.substr(from, end - from), words);
    std::size_t k = all.size();
    const auto is_day = [&](const word& w) { return (words.month_of(w) || words.weekday_of(w)) && !known.names.count(w.folded); };  // "by June"
    while (k > 0 && is_known(all[k - 1]) && !is_day(all[k - 1]) && !(k < all.size() && all[k - 1].after)) --k;
    if (k == all.size() || k < 3 || !words.has(list::by_words, all[k - 1])) return false;
    auto owners = owners_in(t, from + all[k].begin, end, words);
    if (owners.empty()) return false;
    take(std::move(owners), "owner-behind");
    return true;
}

void task_reader::owners_again() {
    const auto tab = t.rfind('\t', to);
    if (tab == t.npos || tab <= from) return;
    const auto again = owners_in(t, tab + 1, to, words);
    const auto same = [&](span a, span b) { return fold(t.substr(a.begin, a.size())) == fold(t.substr(b.begin, b.size())); };
    if (is_owners_only(t.substr(tab + 1, to - tab - 1), words) && std::equal(again.begin(), again.end(), f.owners.begin(), f.owners.end(), same)) to = tab;
}

bool task_reader::initials_at_end(std::size_t end) {
    constexpr std::size_t fewest = 4;  // words
    const auto all = words_in(t.substr(from, end - from), words);
    if (all.size() < fewest) return false;
    const auto &last = all.back(), &before = all[all.size() - 2];
    if (!is_initials(t.substr(from + last.begin, last.end - last.begin)) || !is_known(last)) return false;
    if (before.capital || before.after || before.digits || words.has_any({list::function_words, list::particles, list::imperatives, list::verbs, list::joining_words}, before)) return false;
    take({at(from + last.begin, from + last.end)}, "owner-behind");
    to = from + before.end;
    return true;
}

bool task_reader::named_at_end(std::size_t end) {
    if (named_by(end) || initials_at_end(end)) return true;
    const auto head = t.substr(from, end - from);
    for (const std::string_view apart : {": ", ", "}) {
        const auto mark = head.rfind(apart);
        if (mark == head.npos || mark == 0) continue;
        const std::size_t begin = from + mark + apart.size();
        if (auto limited = limited_in(begin, end); !limited.empty()) {
            take(std::move(limited), "owner-behind");
            to = from + mark;
            return true;
        }
        const auto all = words_in(t.substr(begin, end - begin), words);
        const bool named = apart == ": " && all.size() > 1 && name_strength(t.substr(begin, end - begin), words) == 3;  // "File the form: Eve Gow"
        if (all.empty() || (!named && !std::all_of(all.begin(), all.end(), [&](const word& w) { return is_known(w) || words.has(list::joining_words, w); }))) continue;
        auto owners = owners_in(t, begin, end, words);
        // "Contact Ann, Tom" lists people.
        const auto before = words_in(t.substr(from, mark), words);
        if (owners.empty() || before.size() < 2 || is_known(before.back())) continue;
        take(std::move(owners), "owner-behind");
        to = from + mark;
        return true;
    }
    return false;
}

bool task_reader::opens_with_subject(words_view all) const {
    for (const auto& w : all) {
        if (is_known(w) || words.has_any({list::given_names, list::groups, list::role_nouns}, w)) return false;
        if (w.after == ':') return true;
    }
    return false;
}

bool task_reader::initials_behind() {
    const auto all = words_in(t.substr(from, to - from), words);
    if (all.size() < 3) return false;
    const bool as_name = !all[0].upper && !is_known(all[0]) && words.has(list::task_verbs, all[1]);
    if (!as_name && !opens_with_subject(all)) return false;
    const std::size_t close = trim_gap(t, from, to), open = t.rfind('(', close);
    if (t[close - 1] != ')' || open == t.npos || open <= from) return false;
    return !initials_in(open, close).empty() && trailing();
}

void task_reader::due() {
    const auto found = f.due.empty() ? due_behind(t.substr(from, to - from), words, !f.owners.empty()) : std::nullopt;
    if (!found) return;
    f.due = at(from + found->when.begin, from + found->when.end);
    to = from + std::min<std::size_t>(found->end, to - from);
}

void task_reader::date_ahead() {
    const auto found = due_ahead(t.substr(from), words);
    if (!found) return;
    f.due = at(from + found->when.begin, from + found->when.end);
    from += found->rest;
}

/// "… – done on 10 April", "…: complete 3 May", "… – not done, c/f": a status, and when or how it came to be so.
bool task_reader::dated_status() {
    constexpr std::size_t longest = 40;  // bytes
    const std::size_t end = trim_gap(t, from, to);
    for (const std::string_view apart : {" - ", " \u2013 ", " \u2014 ", ": ", ". "}) {
        const auto mark = t.substr(0, end).rfind(apart);
        if (mark == t.npos || mark <= from || end - mark > longest) continue;
        const auto said = t.substr(mark + apart.size(), end - mark - apart.size());
        const auto all = words_in(said, words);
        for (std::size_t n = 1; n < all.size(); ++n) {
            if (!words.status(fold(said.substr(0, all[n - 1].end)))) continue;
            const bool lead = words.has(list::function_words, all[n]) && n + 1 < all.size();
            if (lead && words.has(list::due_leads, all[n])) continue;  // "pending by 10 April"
            const auto rest = trim(said.substr(all[lead ? n + 1 : n].begin));
            const auto plain = rest.substr(0, rest.find_last_not_of('.') + 1);
            const bool comma = all[n - 1].after == ',';
            if (comma ? !words.status(fold(plain)) : !match_date(plain, words)) continue;  // "green, 20 May": a limit
            f.status = at(mark + apart.size(), mark + apart.size() + all[n - 1].end);
            to = mark;
            return true;
        }
    }
    return false;
}

/// "Ann to book the hall – Ann booked it on 3 May.": what became of it says no more of the task.
void task_reader::cut_report() {
    for (const std::string_view dash : {" - ", " \u2013 ", " \u2014 "}) {
        const auto mark = t.substr(0, to).rfind(dash);
        constexpr std::size_t fewest = 3;  // words: "Ann to ring"
        if (mark == t.npos || mark <= from || words_in(t.substr(from, mark - from), words, fewest).size() < fewest) continue;
        const auto said = words_in(t.substr(mark + dash.size(), to - mark - dash.size()), words);
        if (said.size() < 3 || !is_known(said[0]) || said[0].after || said[1].capital || std::any_of(said.begin(), said.end(), [&](const word& w) { return words.has(list::due_leads, w) && !words.has(list::for_words, w); })) continue;
        const bool has = words.has(list::auxiliaries, said[1]) && words.has(list::verbs, said[1]);
        if (said[has ? 2 : 1].folded.ends_with("ed")) to = mark;
    }
}

void task_reader::status_behind() {
    constexpr std::size_t longest = 24;  // bytes
    std::size_t end = trim_gap(t, from, to);
    while (end > from && (t[end - 1] == '.' || t[end - 1] == ')' || t[end - 1] == ']')) --end;
    for (const std::string_view apart : {" - ", " \u2013 ", " \u2014 ", " (", " [", ": ", ". "}) {
        const auto mark = t.substr(0, end).rfind(apart);
        if (mark == t.npos || mark <= from || end - mark > longest) continue;
        const std::size_t begin = mark + apart.size();
        if (!words.status(fold(t.substr(begin, end - begin)))) continue;
        f.status = at(begin, end);
        to = mark;
        return;
    }
    if (dated_status()) return;
    const auto found = explained_status(t, from, to, words);
    if (!found) return cut_report();
    f.status = found->status;
    to = found->task_end;
}

void task_reader::status_ahead() {
    constexpr std::size_t longest = 3;  // words
    if (!f.status.empty()) return;
    const auto all = words_in(t.substr(from), words, longest + 1);
    std::string phrase;
    for (std::size_t n = 0; n + 1 < all.size() && n < longest; ++n) {
        phrase += (n ? " " : "") + all[n].folded;
        const auto gap = trim(t.substr(from + all[n].end, all[n + 1].begin - all[n].end));
        const bool apart = gap == ":" || gap == "-" || gap == "\u2013" || gap == "\u2014" || (gap.empty() && is_known_person(all[n + 1], words, known));
        if (!apart || !all[0].capital || !words.status(phrase)) continue;
        f.status = at(from + all[0].begin, from + all[n].end);
        from += all[n + 1].begin;
        return;
    }
}

std::size_t task_reader::end_of_detail(std::size_t start, std::size_t end) const {
    const std::size_t stop = std::min(t.find(';', start), end);
    for (std::size_t c = t.find(',', start); c < stop; c = t.find(',', c + 1))
        if (const auto next = words_in(t.substr(c + 1, stop - c - 1), words); !next.empty() && ((!next[0].upper && words.has(list::due_leads, next[0])) || words.has(list::undated, fold(trim(t.substr(c + 1, stop - c - 1)))))) return c;
    return stop;
}

bool task_reader::is_due_column(const std::string& folded) const {
    const auto& columns = words.columns(folded);
    return std::find(columns.begin(), columns.end(), column::due) != columns.end();
}

bool task_reader::take_detail(std::size_t begin, std::size_t end, bool first, task_finding& found) const {
    const auto piece = t.substr(begin, end - begin);
    const auto all = words_in(piece, words);
    if (all.empty()) return false;
    const auto last = static_cast<std::size_t>(trim(piece).data() - piece.data()) + trim(piece).size();
    const bool lead = all.size() > 1 && !all[0].upper && words.has(list::due_leads, all[0]);
    if (found.due.empty() && lead && (is_due_column(all[0].folded) || !find_dates(piece, words).empty())) {
        found.due = at(begin + all[1].begin, begin + last);
        return true;
    }
    if (found.due.empty() && words.has(list::undated, fold(trim(piece))) && !(first && words.status(fold(trim(piece))))) {
        found.due = at(begin + all[0].begin, begin + last);
        return true;
    }
    if (first) found.owners = labelled_owners(t, begin, end, true, words);  // "(Owner: Ann, due 3 May)"
    if (first && found.owners.empty()) found.owners = owners_in(t, begin, end, words);
    if (first && found.owners.empty()) found.owners = initials_in(begin, end);
    if (first && !found.owners.empty()) return true;
    if (!found.status.empty() || !words.status(fold(trim(piece)))) return false;
    found.status = at(begin + all[0].begin, begin + last);
    return true;
}

bool task_reader::details() {
    std::size_t close = trim_gap(t, from, to);
    if (close == from || t[--close] != ')') return false;
    const std::size_t open = t.rfind('(', close);
    if (open == t.npos || open <= from || close - open > 200) return false;
    task_finding found;
    for (std::size_t start = open + 1; start < close;) {
        const std::size_t stop = end_of_detail(start, close);
        if (!take_detail(start, stop, start == open + 1, found)) return false;
        start = stop + 1;
    }
    if (found.due.empty() && found.status.empty()) return false;
    f = found;
    f.rule = "details-in-brackets";
    to = open;
    return true;
}

}  // namespace minutes
