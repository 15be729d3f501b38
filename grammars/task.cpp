// SPDX-License-Identifier: Apache-2.0
#include "task.hpp"

#include <algorithm>

#include "date.hpp"
#include "owner.hpp"

namespace minutes {

namespace {

using list = word_list;

span at(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n' || c == ':' || c == '-' || c == '*' || c == '_' || c == ';' || c == ',' || c == '.' || c == '|'; }

std::size_t skip_gap(std::string_view t, std::size_t i) {
    for (;;) {
        if (i < t.size() && is_gap(t[i])) ++i;
        else if (t.substr(i).starts_with("\u2013") || t.substr(i).starts_with("\u2014")) i += 3;
        else return i;
    }
}

std::size_t trim_gap(std::string_view t, std::size_t from, std::size_t to) {
    for (;;) {
        if (to > from && (t[to - 1] == ' ' || t[to - 1] == '\t' || t[to - 1] == '\n' || t[to - 1] == '*' || t[to - 1] == '_' || t[to - 1] == '|')) --to;
        else if (to >= from + 3 && (t.substr(to - 3, 3) == "\u2013" || t.substr(to - 3, 3) == "\u2014")) to -= 3;
        else if (to > from + 1 && t[to - 1] == '-' && t[to - 2] == ' ') --to;
        else return to;
    }
}

/// "@jb", "@mike and @jo"
std::vector<span> handles_of(std::string_view t, std::size_t begin, std::size_t end) {
    std::vector<span> out;
    for (std::size_t i = begin; i < end;) {
        if (is_gap(t[i]) || t[i] == '/' || t[i] == '&' || t[i] == '(' || t[i] == ')') {
            ++i;
        } else if (t.substr(i, end - i).starts_with("and ")) {
            i += 4;
        } else if (t[i] == '@') {
            std::size_t k = i + 1;
            while (k < end && !is_gap(t[k]) && t[k] != '/' && t[k] != ')' && t[k] != '&') ++k;
            if (k == i + 1) return {};
            out.push_back(at(i, k));
            i = k;
        } else {
            return {};
        }
    }
    return out;
}

/// The owners that bytes [begin, end) name; empty when they name none.
std::vector<span> owners_of(std::string_view t, std::size_t begin, std::size_t end, const lexicon& words) {
    while (begin < end && (is_gap(t[begin]) || t[begin] == '(' || t[begin] == '[')) ++begin;
    while (end > begin && (is_gap(t[end - 1]) || ((t[end - 1] == ')' || t[end - 1] == ']') && t.substr(begin, end - begin).find_first_of("([") == t.npos))) --end;
    if (begin >= end || end - begin > 80) return {};
    if (t[begin] == '@') return handles_of(t, begin, end);
    const auto all = words_in(t.substr(begin, end - begin), words);
    // "Ask Matt", "Remind All" open with what is to be done.
    if (all.empty() || (words.has(list::imperatives, all.front()) && !words.has(list::given_names, all.front()) && all.size() > 1) || words.has(list::no_action, all.front())) return {};
    if (all.size() == 1 && words.has(list::imperatives, all.front()) && !all.front().upper && !words.has(list::given_names, all.front()) && !words.has(list::groups, all.front())) return {};
    // "Introduce the Committee", "Clerk: ask All" are no names.
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i].folded == "from" || all[i].folded == "with" || all[i].folded == "by" || all[i].folded == "over" || all[i].folded == "on") return {};
        else if ((all[i].folded == "the" || all[i].folded == "to") && all[i - 1].folded != "of" && all[i - 1].folded != "and" && all[i - 1].folded != "for" && !all[i - 1].after) return {};
    const auto part = t.substr(begin, end - begin);
    if (part.find(": ") != part.npos || part.find("::") != part.npos || part.find(" - ") != part.npos) return {};
    std::vector<span> out;
    if (const auto found = match_owners(part, words))
        for (const auto& g : found->groups)
            for (const span s : g) out.push_back(at(begin + s.begin, begin + s.end));
    return out;
}

/// One word that a transcript has as a speaker: "mnot", "(dc)"; empty when it is none.
std::vector<span> speaker_of(std::string_view t, std::size_t begin, std::size_t end, const known_names& known) {
    std::vector<span> out;
    const auto part = t.substr(begin, end - begin);
    const auto all = words_in(part);
    if (all.empty() || all.size() > 4) return {};
    for (const auto& w : all) {
        if (w.folded == "and" || w.folded == "&") continue;
        if (!known.speakers.count(w.folded) && !known.initials.count(w.folded) && !known.names.count(w.folded)) return {};
        out.push_back(at(begin + w.begin, begin + w.end));
    }
    return out;
}

struct task_reader {
    std::string_view t;
    const lexicon& words;
    const known_names& known;
    task_finding f{};
    std::size_t from = 0, to = 0;

    std::vector<span> somebody(std::size_t begin, std::size_t end) const {
        auto owners = owners_of(t, begin, end, words);
        return owners.empty() ? speaker_of(t, begin, end, known) : owners;
    }

    bool is_known(const word& w) const { return (w.upper && known.initials.count(w.folded)) || (w.capital && (known.names.count(w.folded) || words.has(list::given_names, w))); }

    void take(std::vector<span> owners, const char* rule) {
        f.owners = std::move(owners);
        f.rule = rule;
    }

    /// "[JB] write …", "(JB) write …"
    bool bracketed_head() {
        if (from >= t.size() || (t[from] != '[' && t[from] != '(')) return false;
        const auto close = t.find(t[from] == '[' ? ']' : ')', from);
        if (close == t.npos || close + 1 >= t.size()) return false;
        auto owners = owners_of(t, from, close, words);
        if (owners.empty()) return false;
        take(std::move(owners), "owner-in-brackets");
        from = skip_gap(t, close + 1);
        return true;
    }

    /// "JB to …", "The Clerk will …", "JB: …", "JB – …", "JB call …": owners at the head and where the task behind them starts.
    bool leading() {
        const auto all = words_in(t.substr(0, std::min<std::size_t>(t.size(), from + 200)), words);
        std::size_t first = 0;
        while (first < all.size() && all[first].end <= from) ++first;
        const bool shouted = all.size() > 3 && std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper || w.digits; });  // "CLERK TO WRITE TO THE TRUST"
        // "@jsmith add the figures": a handle alone is somebody
        if (from < t.size() && t[from] == '@' && first + 2 < all.size() && !all[first].after && !all[first + 1].capital && !all[first + 1].digits && !words.has_any({list::task_verbs, list::function_words, list::joining_words}, all[first + 1])) {
            take(handles_of(t, from, all[first].end), "owner-verb");
            from = all[first + 1].begin;
            return !f.owners.empty();
        }
        for (std::size_t k = first + 1; k < all.size() && k <= first + 10; ++k) {
            const bool verb = words.has(list::task_verbs, all[k]) && (!all[k].upper || shouted);
            const auto between = t.substr(all[k - 1].end, all[k].begin - all[k - 1].end);
            const bool mark = between.find(':') != between.npos || between.find(" - ") != between.npos || between.find("\u2013") != between.npos || between.find("\u2014") != between.npos || between.find("- ") == 0 || between.find('\t') != between.npos;
            const bool passive = verb && all[k].folded == "to" && k + 1 < all.size() && all[k + 1].folded == "be";
            if (verb || mark) {
                auto owners = passive ? std::vector<span>{} : somebody(from, all[k - 1].end + (between.starts_with(")") ? 1 : 0));
                if (owners.empty()) {
                    if (verb) return false;
                    continue;
                }
                take(std::move(owners), verb ? "owner-to" : "owner-mark");
                from = all[k].begin;
                const auto drop = [&](std::string_view w) {
                    const auto rest = t.substr(from);
                    if (rest.size() > w.size() && rest.starts_with(w) && rest[w.size()] == ' ') from = skip_gap(t, from + w.size());
                };
                drop("to");
                drop("will");
                if (verb && from == all[k].begin && words.has(list::infinitive_marks, all[k])) from = skip_gap(t, all[k].end);
                if (verb && all[k].folded != "to" && all[k].folded != "will" && k + 1 < all.size() && all[k + 1].folded == "to") from = all[k].begin;
                return true;
            }
            // "Nick call the bank": somebody known and a small word behind.
            const bool somebody_known = std::all_of(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) { return is_known(w) || (words.has(list::joining_words, w) && !w.capital); });
            if (somebody_known && is_known(all[k - 1]) && !all[k].capital && !all[k].digits && !all[k - 1].after && !words.has(list::function_words, all[k]) && !words.has(list::joining_words, all[k]) && between == " " && all.size() > k + 1) {
                take(owners_of(t, all[first].begin, all[k - 1].end, words), "owner-verb");
                from = all[k].begin;
                return true;
            }
            if (all[k - 1].ends_sentence() && all[k - 1].folded.size() > 3) return false;
        }
        return false;
    }

    /// "Book the hall.  TO will provide the figures.", "JB to come, TO to bring a cake": further clauses name further owners.
    void later_clauses() {
        const auto part = t.substr(from, to - from);
        const auto all = words_in(part, words);
        for (std::size_t k = 1; k + 2 < all.size(); ++k) {
            const bool opens = all[k - 1].ends_sentence() || all[k - 1].after == ',' || all[k - 1].after == ';' || (all[k - 1].folded == "and" && k > 1 && !all[k - 2].capital);
            const bool handle = all[k].begin > 0 && part[all[k].begin - 1] == '@';
            if (!opens || !(is_known(all[k]) || handle)) continue;
            std::size_t verb = k + 1;
            while (verb + 1 < all.size() && verb < k + 4 && (all[verb].capital || all[verb].folded == "and")) ++verb;
            if (all[verb].folded != "will" && all[verb].folded != "to" && all[verb].folded != "can") continue;
            for (const span o : owners_of(t, from + all[k].begin - (handle ? 1 : 0), from + all[verb - 1].end, words)) {
                const auto same = [&](span x) { return fold(t.substr(x.begin, x.size())) == fold(t.substr(o.begin, o.size())); };
                if (std::none_of(f.owners.begin(), f.owners.end(), same)) f.owners.push_back(o);
            }
            if (f.rule == std::string_view("task")) f.rule = "owner-in-clause";
        }
    }

    /// A link before the words says where the task is tracked.
    void skip_link() {
        const auto rest = t.substr(from);
        if (!rest.starts_with("http://") && !rest.starts_with("https://")) return;
        const auto end = rest.find_first_of(" \t\n");
        if (end != rest.npos && rest.size() - end > 8) from = skip_gap(t, from + end);
    }

    /// The initials in a bracket that has nothing else; there "IT" and "PM" are initials too.
    std::vector<span> initials_in(std::size_t begin, std::size_t end) const {
        std::vector<span> out;
        for (const word& w : words_in(t.substr(begin, end - begin), words)) {
            if (!is_initials(t.substr(begin + w.begin, w.end - w.begin)) || !known.initials.count(w.folded)) return {};
            out.push_back(at(begin + w.begin, begin + w.end));
        }
        return out;
    }

    /// "… (JB)", "… [JB/KM]", "… – JB", "…<TAB>JB", "… @jb": owners at the end.
    bool trailing() {
        std::size_t end = trim_gap(t, from, to);
        while (end > from && (t[end - 1] == '.' || t[end - 1] == ';' || t[end - 1] == ',')) --end;
        std::size_t open = t.npos;
        if (end > from && (t[end - 1] == ')' || t[end - 1] == ']')) open = t.rfind(t[end - 1] == ')' ? '(' : '[', end - 1);
        std::size_t begin = open;
        if (open == t.npos) {
            std::size_t gap = t.substr(0, end).rfind('\t');
            for (const std::string_view apart : {"   ", " - ", " \u2013 ", " \u2014 ", " @", "\n"})
                if (const auto d = t.substr(0, end).rfind(apart); d != t.npos && (gap == t.npos || d > gap)) gap = d;
            if (gap == t.npos) return initials_at_end(end);
            begin = gap;
            while (begin < end && (is_gap(t[begin]) || static_cast<unsigned char>(t[begin]) >= 0x80)) ++begin;
            open = gap;
        }
        if (open <= from || end - begin > 60) return false;
        auto owners = somebody(begin, end);
        if (owners.empty() && begin == open) owners = initials_in(begin, end);
        if (owners.empty()) return false;
        take(std::move(owners), "owner-behind");
        to = open;
        return true;
    }

    /// "… send the figures. JB": known initials behind the last sentence.
    bool initials_at_end(std::size_t end) {
        const auto all = words_in(t.substr(from, end - from), words);
        if (all.size() < 4) return false;
        const auto& last = all.back();
        const auto& before = all[all.size() - 2];
        if (!last.upper || !known.initials.count(last.folded) || !before.ends_sentence()) return false;
        take({at(from + last.begin, from + last.end)}, "owner-behind");
        to = from + last.begin;
        return true;
    }

    /// "… by 3 May", "… (due 3 May)", "… – 3 May": the last date behind a word that sets a limit.
    void due() {
        const auto part = t.substr(from, to - from);
        const auto all = words_in(part, words);
        for (const auto& d : find_dates(part, words)) {
            std::size_t k = 0;
            while (k < all.size() && all[k].end <= d.begin) ++k;
            bool limit = false;
            std::size_t lead = d.begin;
            for (std::size_t back = 1; back <= 3 && back <= k; ++back) {
                if (all[k - back].ends_sentence()) break;
                if (!words.has(list::due_leads, all[k - back])) continue;
                limit = true;
                lead = all[k - back].begin;
            }
            // "JB to send the plan on 10 January"
            const bool on = !f.owners.empty() && k > 0 && all[k - 1].folded == "on";
            const bool whole_tail = part.substr(d.end).find_first_not_of(" .)];\n\t*_") == part.npos;
            if (!limit && on && whole_tail) {
                limit = true;
                lead = all[k - 1].begin;
            }
            if (!limit && !(whole_tail && d.begin > 0 && (part[d.begin - 1] == '(' || part[d.begin - 1] == '['))) continue;
            f.due = at(from + d.begin, from + d.end);
            if (whole_tail && lead > 0) {
                std::size_t cut = from + lead;
                while (cut > from && (is_gap(t[cut - 1]) || t[cut - 1] == '(' || t[cut - 1] == '[')) --cut;
                to = cut;
            }
        }
        if (f.due.empty()) next_meeting(part, all);
        if (f.due.empty()) weekday(all);
    }

    /// "… by Friday", "… by next Wednesday": at the end, behind a word that sets a limit.
    void weekday(words_view all) {
        if (all.size() < 4 || !all.back().capital || !words.weekday_of(all.back())) return;
        std::size_t first = all.size() - 1;
        if (words.has(list::next_words, all[first - 1])) --first;
        if (!words.has(list::due_leads, all[first - 1])) return;
        f.due = at(from + all[first].begin, from + all.back().end);
        std::size_t cut = from + all[first - 1].begin;
        while (cut > from && is_gap(t[cut - 1])) --cut;
        to = cut;
    }

    /// "… at the next meeting"
    void next_meeting(std::string_view part, words_view all) {
        for (std::size_t k = all.size() > 6 ? all.size() - 6 : 0; k < all.size(); ++k) {
            if (!words.has(list::next_meeting_due, fold(part.substr(all[k].begin, all.back().end - all[k].begin)))) continue;
            f.due = at(from + all[k].begin, from + all.back().end);
            return;
        }
    }

    /// "Visits to the office to be counted (RS, LF)": initials at the end say who, where "Visits to" opens as "Jane to" does.
    bool initials_behind() {
        const auto all = words_in(t.substr(from, to - from), words);
        if (all.size() < 3 || all[0].upper || is_known(all[0]) || !words.has(list::task_verbs, all[1])) return false;
        const std::size_t close = trim_gap(t, from, to), open = t.rfind('(', close);
        if (t[close - 1] != ')' || open == t.npos || open <= from) return false;
        return !initials_in(open, close).empty() && trailing();
    }

    /// Where the detail that starts at `start` ends: at a semicolon, or at a comma before "by 3 May".
    std::size_t end_of_detail(std::size_t start, std::size_t end) const {
        const std::size_t stop = std::min(t.find(';', start), end);
        for (std::size_t c = t.find(',', start); c < stop; c = t.find(',', c + 1))
            if (const auto next = words_in(t.substr(c + 1, stop - c - 1), words); !next.empty() && !next[0].upper && words.has(list::due_leads, next[0])) return c;
        return stop;
    }

    bool is_due_column(const std::string& folded) const {
        const auto& columns = words.columns(folded);
        return std::find(columns.begin(), columns.end(), column::due) != columns.end();
    }

    /// Takes a detail as the date, the owners or the status; false when it is none of them, or one that is there already.
    bool take_detail(std::size_t begin, std::size_t end, bool first, task_finding& found) const {
        const auto piece = t.substr(begin, end - begin);
        const auto all = words_in(piece, words);
        if (all.empty()) return false;
        const auto last = static_cast<std::size_t>(trim(piece).data() - piece.data()) + trim(piece).size();
        const bool lead = all.size() > 1 && !all[0].upper && words.has(list::due_leads, all[0]);
        if (found.due.empty() && lead && (is_due_column(all[0].folded) || !find_dates(piece, words).empty())) {
            found.due = at(begin + all[1].begin, begin + last);
            return true;
        }
        if (first) found.owners = owners_of(t, begin, end, words);
        if (first && found.owners.empty()) found.owners = initials_in(begin, end);
        if (first && !found.owners.empty()) return true;
        if (!found.status.empty() || !words.status(fold(trim(piece)))) return false;
        found.status = at(begin + all[0].begin, begin + last);
        return true;
    }

    /// "… (JB, KM; due 3 May; complete)": owners, date and status in one bracket at the end.  All of it must be understood,
    /// or none is; owners alone are another rule's.
    bool details() {
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

    task_finding run() && {
        f.rule = "task";
        from = skip_gap(t, 0);
        to = t.size();
        if (is_owners_only(t, words)) {
            take(owners_of(t, 0, t.size(), words), "owner-only");
            return f;
        }
        skip_link();
        if (details()) {
            if (f.owners.empty()) leading();
            f.text = at(from, trim_gap(t, from, to));
            return f;
        }
        if (!bracketed_head() && !initials_behind() && !leading()) trailing();
        skip_link();
        due();
        if (f.owners.empty()) trailing();
        later_clauses();
        f.text = at(from, trim_gap(t, from, to));
        return f;
    }
};

/// Whether a paragraph's last words can only be owners: initials, somebody known, a post or a body.
bool are_certain(std::string_view t, const lexicon& words, const known_names& known) {
    const auto all = words_in(t, words);
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const word& w) {
        const auto parts_known = [&] {
            for (std::size_t i = 0; i <= w.folded.size();) {
                const auto slash = std::min(w.folded.find('/', i), w.folded.size());
                const auto p = w.folded.substr(i, slash - i);
                if (!known.initials.count(p) && !(w.upper && known.formed.count(p)) && !known.names.count(p) && !words.has(list::groups, p) && !words.has(list::role_nouns, p) && !words.has(list::bodies, p)) return false;
                i = slash + 1;
            }
            return true;
        };
        return parts_known() || words.has(list::honorifics, w) || words.has(list::joining_words, w) || (w.folded.size() == 1 && w.capital) || w.folded == "the" ||
               (&w != &all.front() && w.capital && words.has(list::honorifics, (&w - 1)->folded)) || (&w - all.data() > 1 && w.capital && words.has(list::honorifics, (&w - 2)->folded));
    });
}

/// "Tobi" of "Tobias": the start of a name that is known.
bool starts_known(const word& w, const known_names& known) {
    return w.capital && w.folded.size() >= 3 && std::any_of(known.names.begin(), known.names.end(), [&](const std::string& n) { return n.size() >= w.folded.size() && n[0] == w.folded[0] && n.starts_with(w.folded); });
}

bool is_group(const word& w, const lexicon& words) { return words.has(list::groups, w) || words.has(list::bodies, w) || words.has(list::role_nouns, w) || words.has(list::organisation_nouns, w); }

}  // namespace

bool is_owners_only(std::string_view text, const lexicon& words) {
    const auto t = trim(text);
    return !t.empty() && t.size() <= 80 && !owners_of(t, 0, t.size(), words).empty();
}

task_finding match_task(std::string_view t, const lexicon& words, const known_names& known) { return task_reader{t, words, known}.run(); }

bool is_owner_to(std::string_view line, const lexicon& words, const known_names& known) {
    const auto all = words_in(line.substr(0, std::min<std::size_t>(line.size(), 120)), words);
    if (all.empty() || all.front().before == '(' || all.front().before == '[' || words.has(list::decision_markers, all.front())) return false;
    const bool capitals = all.size() > 3 && std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper || w.digits; });  // "CLERK TO WRITE TO THE TRUST"
    for (std::size_t k = 1; k + 1 < all.size() && k <= 7; ++k) {
        if (all[k - 1].after && all[k - 1].after != ')' && all[k - 1].after != '.' && all[k - 1].after != ',') return false;
        if (all[k].folded != "to") continue;
        const auto& next = all[k + 1];
        if ((next.capital && !capitals) || next.digits || next.folded == "the" || next.folded == "be" || next.folded == "a" || words.has(list::function_words, next)) return false;
        const auto head = line.substr(all[0].begin, all[k - 1].end - all[0].begin);
        const bool handle = all[0].begin > 0 && line[all[0].begin - 1] == '@';
        if (handle) return true;
        if (owners_of(head, 0, head.size(), words).empty()) return false;
        // Every owner is somebody known, or a body or post.
        return std::all_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) {
            return (&w != &all.front() && w.capital && words.has(list::honorifics, (&w - 1)->folded)) || starts_known(w, known) || known.initials.count(w.folded) || known.names.count(w.folded) || words.has(list::given_names, w) || words.has(list::function_words, w) || words.has(list::honorifics, w) || is_group(w, words) ||
                   w.before == '(' || w.after == ')' || (w.folded.size() == 1 && w.capital) || w.folded.find('/') != std::string::npos;
        });
    }
    return false;
}

span owners_behind(std::string_view paragraph, const lexicon& words, const known_names& known) {
    const auto end = trim(paragraph).size() + static_cast<std::size_t>(trim(paragraph).data() - paragraph.data());
    std::size_t gap = 0;
    for (const std::string_view apart : {"\t", "   ", "\n"})
        if (const auto d = paragraph.substr(0, end).rfind(apart); d != paragraph.npos) gap = std::max(gap, d + apart.size());
    if (!gap) {
        const auto all = sentences_in(paragraph.substr(0, end), words);
        if (all.size() < 2) return {};
        gap = all.back().begin;
    }
    const auto tail = paragraph.substr(gap, end - gap);
    if (gap < 12 || tail.size() > 60 || tail.empty() || tail.find_first_of("0123456789") != tail.npos || tail.front() == '(' || tail.front() == '[' || tail.back() == '.' || tail.back() == ':') return {};
    const auto all = words_in(tail, words);
    if (all.empty() || all.size() > 8 || (all.size() == 1 && words.has(list::function_words, all.front())) || words.month_of(all.front()) || words.has(list::no_action, fold(tail)) || !is_owners_only(tail, words) || !are_certain(tail, words, known)) return {};
    return at(gap, end);
}

span task_before_owner(std::string_view paragraph, const lexicon& words) {
    const auto all = sentences_in(paragraph, words);
    if (all.empty()) return {};
    const auto gives = [&](span s) {
        const auto in = words_in(paragraph.substr(s.begin, s.size()), words);
        if (in.size() < 3) return false;  // "All agreed –"
        return std::any_of(in.begin(), in.end(), [&](const word& w) { return words.has(list::task_cues, w) && w.folded != "to"; }) ||
               std::any_of(in.begin(), in.end(), [&](const word& w) {
                   const auto i = static_cast<std::size_t>(&w - in.data());
                   return w.folded == "to" && i > 0 && i < 8 && i + 1 < in.size() && !in[i + 1].capital && !words.has(list::function_words, in[i + 1]) && !words.has(list::verbs, in[i - 1]);
               });
    };
    std::size_t last = all.size();
    while (last > 0 && !gives(all[last - 1])) --last;
    if (last == 0) {
        // "All agreed –" is not what is to be done.
        for (std::size_t i = all.size(); i-- > 0;)
            if (words_in(paragraph.substr(all[i].begin, all[i].size()), words).size() > 3) return all[i];
        return all.back();
    }
    // A motion that was carried before the task is not part of it.
    const auto is_motion = [&](span s) {
        const auto in = words_in(paragraph.substr(s.begin, s.size()), words);
        return std::any_of(in.begin(), in.end(), [&](const word& w) { return w.folded == "seconded"; });
    };
    std::size_t first = last - 1;
    while (first > 0 && gives(all[first - 1]) && !is_motion(all[first - 1])) --first;
    return {all[first].begin, all[last - 1].end};
}

std::vector<task_field> task_fields_in(std::string_view text, const lexicon& words) {
    std::vector<task_field> out;
    const auto all = words_in(text, words);
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (!all[k].capital) continue;
        std::string phrase;
        for (std::size_t n = k; n < all.size() && n < k + 3; ++n) {
            phrase += (n > k ? " " : "") + all[n].folded;
            if (all[n].after && all[n].after != ':') break;
            if (all[n].after != ':' || text[all[n].end] != ':') continue;
            // A single word in the middle of a line may be a name or a heading: it must open the text or its line.
            const bool opens = k == 0 || all[k - 1].after == '\n' || all[k - 1].ends_sentence() || n > k || !out.empty();
            for (const column c : words.columns(phrase))
                if (opens && (c == column::owner || c == column::due || c == column::status)) {
                    if (!out.empty()) out.back().end = all[k].begin;
                    out.push_back({c, all[k].begin, skip_gap(text, all[n].end), text.size()});
                    break;
                }
            break;
        }
    }
    return out;
}

}  // namespace minutes
