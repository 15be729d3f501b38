// SPDX-License-Identifier: Apache-2.0
#include "task.hpp"

#include <algorithm>

#include "date.hpp"
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

/// Whether a task is said in capitals: "CLERK TO WRITE TO THE TRUST".
bool shouts(words_view all) {
    return all.size() > 2 && std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper || w.digits || (w.capital && w.folded.size() == 1); });
}

struct task_reader {
    std::string_view t;
    const lexicon& words;
    const known_names& known;
    task_finding f{};
    std::size_t from = 0, to = 0;

    std::vector<span> somebody(std::size_t begin, std::size_t end) const {
        auto owners = owners_in(t, begin, end, words);
        return owners.empty() ? speakers_in(t, begin, end, words, known) : owners;
    }

    bool is_known(const word& w) const { return is_known_person(w, words, known); }

    void take(std::vector<span> owners, const char* rule) {
        f.owners = std::move(owners);
        f.rule = rule;
    }

    // ── owners ahead of the task ──

    /// "[JB] write …", "(JB) write …"
    bool bracketed_head() {
        if (from >= t.size() || (t[from] != '[' && t[from] != '(')) return false;
        const auto close = t.find(t[from] == '[' ? ']' : ')', from);
        if (close == t.npos || close + 1 >= t.size()) return false;
        if (f.status.empty() && words.status(fold(trim(t.substr(from + 1, close - from - 1))))) {  // "[DONE] JB to write"
            f.status = at(from + 1, close);
            from = skip_gap(t, close + 1);
            return bracketed_head();
        }
        auto owners = owners_in(t, from, close, words);
        if (owners.empty()) owners = initials_in(from, close);
        if (owners.empty()) owners = speakers_in(t, from + 1, close, words, known);
        if (owners.empty()) return false;
        take(std::move(owners), "owner-in-brackets");
        from = skip_gap(t, close + 1);
        return true;
    }

    /// A mark between two words that parts an owner from the task: "JB: …", "JB – …", "JB<TAB>…".
    static bool parts(std::string_view between) {
        return between.find_first_of(":\t") != between.npos || between.find(" - ") != between.npos || between.find("\u2013") != between.npos || between.find("\u2014") != between.npos || between.starts_with("- ");
    }

    /// Where the task behind "JB to", "The Clerk will" starts: "JB is to write" and "JB agreed to write" keep their verb.
    std::size_t task_behind(words_view all, std::size_t verb) const {
        const bool plain = words.has_any({list::infinitive_marks, list::future_words}, all[verb]);
        return plain ? skip_gap(t, all[verb].end) : all[verb].begin;
    }

    /// "@jsmith add the figures": a handle alone is somebody.
    bool handle_ahead(words_view all, std::size_t first) {
        if (from >= t.size() || t[from] != '@' || first + 2 >= all.size() || all[first].after || all[first + 1].digits) return false;
        if (all[first + 1].capital && (is_known(all[first + 1]) || all[first + 2].capital)) return false;  // "@Ann Bell"
        if (words.has_any({list::task_verbs, list::function_words, list::joining_words}, all[first + 1])) return false;
        auto owners = handles_in(t, from, all[first].end, words);
        if (owners.empty()) return false;
        take(std::move(owners), "owner-verb");
        from = all[first + 1].begin;
        return true;
    }

    /// "Nick call the bank": somebody known and a small word behind.
    bool verb_behind_name(words_view all, std::size_t first, std::size_t k) {
        const auto& verb = all[k];
        // "Nick Call the bank", where bold type parted the two
        const bool typed = verb.capital && !verb.upper && words.has(list::imperatives, verb) && !is_known(verb) && k + 1 < all.size() && !all[k + 1].capital && (known.names.count(all[k - 1].folded) || known.initials.count(all[k - 1].folded));
        if (k == first + 1 && words.has(list::future_words, all[first]) && !known.names.count(all[first].folded)) return false;  // "Will look at the accounts"
        if ((verb.capital && !typed) || verb.digits || all[k - 1].after || k + 1 >= all.size() || !is_known(all[k - 1]) || t.substr(all[k - 1].end, verb.begin - all[k - 1].end) != " ") return false;
        if (words.has_any({list::function_words, list::joining_words}, verb)) return false;
        for (std::size_t i = first; i < k; ++i)
            if (!is_known(all[i]) && (all[i].capital || !words.has(list::joining_words, all[i]))) return false;
        auto owners = owners_in(t, all[first].begin, all[k - 1].end, words);
        if (owners.empty()) return false;
        take(std::move(owners), "owner-verb");
        // "Nick rings the bank" says so only as a whole.
        from = words.has(list::imperatives, verb) ? verb.begin : all[first].begin;
        return true;
    }

    /// "JB is to write", "JB is asking around"; "Damp is bad" gives nobody anything to do.
    bool gives_task(words_view all, std::size_t verb) const {
        constexpr std::size_t ending = 3;  // letters
        if (!words.has(list::passive_words, all[verb])) return words.has(list::task_verbs, all[verb]);
        for (std::size_t k = verb + 1; k < std::min(all.size(), verb + 3); ++k)
            if (words.has(list::infinitive_marks, all[k]) || (all[k].folded.size() > ending && words.has(list::progressive_endings, all[k].folded.substr(all[k].folded.size() - ending)))) return true;
        return false;
    }

    /// "Ann, ring the bank", "Ann -> ring the bank", "Ann = the bank": marks that part people from their task only where the document knows them.
    bool parts_people(words_view all, std::size_t first, std::size_t k) const {
        const auto between = t.substr(all[k - 1].end, all[k].begin - all[k - 1].end);
        const bool comma = between == ", " && !all[k].capital && words.has(list::imperatives, all[k]);
        const bool arrow = between == " = " || pointer_at(trim(between)) > 0;
        return (comma || arrow) && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) { return is_known(w) || words.has(list::joining_words, w); });
    }

    /// "Website: publish the rules" in a document that writes of "the website": what the task is about, nobody.
    bool is_subject(words_view all, std::size_t first, std::size_t k) const {
        const auto& head = all[k - 1];
        if (!head.upper && !is_known(head) && words.has_any({list::areas, list::record_nouns, list::venue_nouns, list::meeting_nouns, list::event_nouns, list::thing_nouns, list::heading_nouns}, head) && !words.has(list::given_names, head) && !words.has_any({list::groups, list::role_nouns, list::bodies}, head)) return true;
        return std::all_of(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) {
            if (!w.capital || w.upper || is_known(w) || words.has_any({list::groups, list::role_nouns, list::bodies, list::honorifics, list::joining_words}, w)) return false;
            return known.small.count(w.folded) > 0;
        });
    }

    /// "Group leaders to report", "Open standards team to check": a post or a body in small letters.
    std::vector<span> post_of(words_view all, std::size_t first, std::size_t k) const {
        constexpr std::size_t fewest = 2, longest = 4;  // words
        const auto& last = all[k - 1];
        const auto one = last.folded.ends_with("s") ? std::string_view(last.folded).substr(0, last.folded.size() - 1) : std::string_view(last.folded);
        if (k < first + fewest || k > first + longest || !words.has(list::infinitive_marks, all[k]) || !all[first].capital || words.has_any({list::imperatives, list::function_words}, all[first])) return {};
        if (!words.has_any({list::role_nouns, list::groups, list::bodies}, last) && !words.has_any({list::role_nouns, list::groups, list::bodies}, one)) return {};
        for (std::size_t i = first + 1; i < k; ++i)
            if (all[i].capital || all[i].digits || all[i - 1].after || words.has_any({list::verbs, list::function_words}, all[i])) return {};
        return {at(all[first].begin, last.end)};
    }

    /// "For Ann: ring the bank": the word before the owner.
    void skip_lead() {
        const auto all = words_in(t.substr(from, std::min<std::size_t>(t.size() - from, 60)), words, 4);
        if (all.size() < 3 || all[0].after || !words.has(list::owner_leads, all[0])) return;
        for (std::size_t k = 1; k < all.size(); ++k)
            if (all[k].after == ':' && is_known(all[k])) {
                from += all[1].begin;
                return;
            }
    }

    /// Who does it behind what it is about: "Roof paper: Ann to write it", "Parking: the board will ask".
    std::vector<span> doers_at(std::size_t begin) const {
        task_reader inner{t, words, known};
        inner.from = begin;
        inner.to = to;
        if (!inner.leading() || std::string_view(inner.f.rule) != "owner-to") return {};
        const auto& found = inner.f.owners;
        const bool certain = std::all_of(found.begin(), found.end(), [&](span s) {
            const auto name = t.substr(s.begin, s.size());
            return are_certain_owners(name, words, known) || words.has(list::given_names, words_in(name, words, 1).front());
        });
        return certain ? found : std::vector<span>{};
    }

    /// "Tom (4 June): drain it", "Tom, by Friday: drain it"
    bool limited_ahead(words_view all, std::size_t first) {
        constexpr std::size_t longest = 10;  // words
        for (std::size_t k = first + 1; k < std::min(all.size(), first + longest); ++k) {
            if (!parts(t.substr(all[k - 1].end, all[k].begin - all[k - 1].end))) continue;
            auto owners = k > first + 1 ? limited_in(from, all[k - 1].end) : std::vector<span>{};
            if (owners.empty()) return false;
            take(std::move(owners), "owner-mark");
            from = words.has_any({list::infinitive_marks, list::future_words}, all[k]) ? task_behind(all, k) : all[k].begin;
            return true;
        }
        return false;
    }

    /// "JB to …", "The Clerk will …", "JB: …", "JB – …", "JB call …": owners at the head and where the task behind them starts.
    bool leading() {
        constexpr std::size_t longest = 10, long_enough = 200;  // words; bytes that may hold them
        skip_lead();
        const auto all = words_in(t.substr(0, std::min(t.size(), from + long_enough)), words);
        std::size_t first = 0;
        while (first < all.size() && all[first].end <= from) ++first;
        if (handle_ahead(all, first) || limited_ahead(all, first)) return true;
        const bool capitals = shouts(all);
        for (std::size_t k = first + 1; k < all.size() && k <= first + longest; ++k) {
            const bool asked = k + 1 < all.size() && !all[k].capital && words.has(list::task_openers, all[k]) && words.has(list::imperatives, all[k + 1]);  // "Everybody please read the plan"
            // "Contribute to the roof fund": what stands before an article is no verb.
            const bool place = k + 1 < all.size() && words.has(list::infinitive_marks, all[k]) && words.has(list::articles, all[k + 1]);
            const bool verb = (gives_task(all, k) && !place && (!all[k].upper || capitals)) || asked;
            const auto between = t.substr(all[k - 1].end, all[k].begin - all[k - 1].end);
            if (verb || parts(between) || parts_people(all, first, k)) {
                const bool certain = !verb && are_certain_owners(t.substr(from, all[k - 1].end - from), words, known);
                if (auto doers = verb || certain ? std::vector<span>{} : doers_at(all[k].begin); !doers.empty()) {
                    take(std::move(doers), "owner-in-clause");
                    return true;
                }
                if (!verb && is_subject(all, first, k)) return false;
                // "The roof to be mended" names nobody.
                const bool stays = k + 2 < all.size() && is_known(all[k - 1]) && !words.has(list::verbs, all[k + 2]) && words.has_any({list::articles, list::function_words, list::role_nouns, list::chair_nouns}, all[k + 2]);  // "Ann to be the steward"
                const bool passive = verb && !stays && words.has(list::infinitive_marks, all[k]) && k + 1 < all.size() && words.has(list::being_words, all[k + 1]);
                auto owners = passive ? std::vector<span>{} : somebody(from, all[k - 1].end + (between.starts_with(")") ? 1 : 0));
                if (verb && !passive && owners.empty()) owners = post_of(all, first, k);
                if (owners.empty()) {
                    if (verb) return false;
                    continue;
                }
                // "Newsletter – All": who stands behind the mark
                const auto behind = t.substr(all[k].begin, to - std::min(to, static_cast<std::size_t>(all[k].begin)));
                if (!verb && !certain && is_owners_only(behind, words) && are_certain_owners(behind, words, known)) return false;
                take(std::move(owners), verb ? "owner-to" : "owner-mark");
                // "JB: to write", "JB – will write"
                from = verb || words.has_any({list::infinitive_marks, list::future_words}, all[k]) ? task_behind(all, k) : all[k].begin;
                return true;
            }
            if (verb_behind_name(all, first, k)) return true;
            if (all[k - 1].ends_sentence() && all[k - 1].folded.size() > 3 && !words.has(list::abbreviations, all[k - 1])) return false;
        }
        return false;
    }

    /// "Book the hall.  TO will provide the figures.", "JB to come, TO to bring a cake": further clauses name further owners.
    void later_clauses() {
        const auto part = t.substr(from, to - from);
        const auto all = words_in(part, words);
        for (std::size_t k = 1; k + 2 < all.size(); ++k) {
            const bool opens = all[k - 1].ends_sentence() || all[k - 1].after == ',' || all[k - 1].after == ';' || all[k - 1].after == '-' || (all[k - 1].after == ':' && f.owners.empty()) || (words.has(list::joining_words, all[k - 1]) && k > 1 && !all[k - 2].capital);
            const bool handle = all[k].begin > 0 && part[all[k].begin - 1] == '@';
            if (!opens || !(is_known(all[k]) || handle)) continue;
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

    /// A link before the words says where the task is tracked.
    void skip_link() {
        const auto rest = t.substr(from);
        if (!rest.starts_with("http://") && !rest.starts_with("https://")) return;
        const auto end = rest.find_first_of(" \t\n");
        if (end != rest.npos && rest.size() - end > 8) from = skip_gap(t, from + end);
    }

    /// "… [recorded in https://…]": a bracket that says where the task was noted.
    void cut_record() {
        const std::size_t end = trim_gap(t, from, to);
        if (end <= from || (t[end - 1] != ']' && t[end - 1] != ')')) return;
        const std::size_t open = t.rfind(t[end - 1] == ']' ? '[' : '(', end);
        if (open == t.npos || open <= from) return;
        const auto inside = t.substr(open + 1, end - open - 2);
        const auto address = inside.find(" http");
        if (address != inside.npos && address > 0 && inside.find(' ', address + 1) == inside.npos) to = trim_gap(t, from, open);
    }

    // ── owners behind the task ──

    /// "… - @jb https://…": owners before the link that ends the text.
    bool trailing_before_link() {
        const std::size_t end = trim_gap(t, from, to), all = to;
        const auto blank = t.substr(0, end).rfind(' ');
        if (blank == t.npos || blank <= from || !t.substr(blank + 1).starts_with("http")) return false;
        to = blank;
        if (trailing()) return true;
        to = all;
        return false;
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

    /// "… (RS to prepare this)": a bracket that says who
    std::vector<span> clause_in(std::size_t begin, std::size_t end) const {
        const auto part = t.substr(begin, end - begin);
        const std::size_t lead = part.find_first_not_of("([ ");
        if (lead == part.npos || !is_owner_to(part.substr(lead), words, known)) return {};
        const auto all = words_in(part, words);
        for (std::size_t k = 1; k < all.size(); ++k)
            if (words.has(list::infinitive_marks, all[k])) return owners_in(t, begin + lead, begin + all[k - 1].end, words);
        return {};
    }

    /// "… (Ann Bell, 3 May)", "… [JB by 3 May]": a bracket that says who and by when.
    std::vector<span> dated_in(std::size_t begin, std::size_t end) {
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

    /// "… – Rosa, 5 June": who and by when, behind a mark
    std::vector<span> limited_in(std::size_t begin, std::size_t end) {
        const auto found = match_owner_limit(t.substr(begin, end - begin), words, known);
        if (!found) return {};
        const auto here = [&](span s) { return s.empty() ? s : at(begin + s.begin, begin + s.end); };
        if (f.due.empty()) f.due = here(found->due);
        if (f.status.empty()) f.status = here(found->status);
        std::vector<span> owners;
        for (const span s : found->owners) owners.push_back(here(s));
        return owners;
    }

    /// Where a blank, a dash or a tab sets the last words off; npos when nothing does.
    std::size_t last_gap(std::size_t end) const {
        const auto head = t.substr(0, end);
        std::size_t gap = head.rfind('\t');
        for (const std::string_view apart : {"   ", " - ", " \u2013 ", " \u2014 ", " @", "\n"})
            if (const auto d = head.rfind(apart); d != head.npos && (gap == head.npos || d > gap)) gap = d;
        return gap;
    }

    /// "… (JB)", "… [JB/KM]", "… – JB", "…<TAB>JB", "… @jb": owners at the end.
    bool trailing() {
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
        if (open <= from || end - begin > longest) return other_people_behind();
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

    bool other_people_behind() {
        auto found = people_at_end(t, from, to, words, known);
        if (!found) return false;
        take(std::move(found->owners), "owner-behind");
        to = found->task_end;
        return true;
    }

    /// "… a letter to be sent by Ann Bell": the words stay the task's.
    bool named_by(std::size_t end) {
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

    /// "Ann Bell to ring the bank.<TAB>Ann Bell": whom the task names already, once more at the margin.
    void owners_again() {
        const auto tab = t.rfind('\t', to);
        if (tab == t.npos || tab <= from) return;
        const auto again = owners_in(t, tab + 1, to, words);
        const auto same = [&](span a, span b) { return fold(t.substr(a.begin, a.size())) == fold(t.substr(b.begin, b.size())); };
        if (is_owners_only(t.substr(tab + 1, to - tab - 1), words) && std::equal(again.begin(), again.end(), f.owners.begin(), f.owners.end(), same)) to = tab;
    }

    /// "Drain the path TM": initials of somebody there, behind a word that leads on to nobody ("ask TM", "the report to TM").
    bool initials_at_end(std::size_t end) {
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

    /// "Write to the council: Ann Bell", "Order paint, Tom": people that the document knows, behind the last colon or comma.
    bool named_at_end(std::size_t end) {
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
            if (all.empty() || !std::all_of(all.begin(), all.end(), [&](const word& w) { return is_known(w) || words.has(list::joining_words, w); })) continue;
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

    /// "Roof: ask three firms": what stands before the colon is a subject, nobody whom the document knows.
    bool opens_with_subject(words_view all) const {
        for (const auto& w : all) {
            if (is_known(w) || words.has_any({list::given_names, list::groups, list::role_nouns}, w)) return false;
            if (w.after == ':') return true;
        }
        return false;
    }

    /// "Visits to the office to be counted (RS, LF)", "Roof: ask three firms (RS)": initials at the end say who, where the text opens as "Jane to" or "Jane:" does.
    bool initials_behind() {
        const auto all = words_in(t.substr(from, to - from), words);
        if (all.size() < 3) return false;
        const bool as_name = !all[0].upper && !is_known(all[0]) && words.has(list::task_verbs, all[1]);
        if (!as_name && !opens_with_subject(all)) return false;
        const std::size_t close = trim_gap(t, from, to), open = t.rfind('(', close);
        if (t[close - 1] != ')' || open == t.npos || open <= from) return false;
        return !initials_in(open, close).empty() && trailing();
    }

    // ── date and status ──

    void due() {
        const auto found = f.due.empty() ? due_behind(t.substr(from, to - from), words, !f.owners.empty()) : std::nullopt;
        if (!found) return;
        f.due = at(from + found->when.begin, from + found->when.end);
        to = from + std::min<std::size_t>(found->end, to - from);
    }

    void date_ahead() {
        const auto found = due_ahead(t.substr(from), words);
        if (!found) return;
        f.due = at(from + found->when.begin, from + found->when.end);
        from += found->rest;
    }

    /// "… - DONE", "… (ongoing)": how far it is, at the end.
    void status_behind() {
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
        const auto found = explained_status(t, from, to, words);
        if (!found) return;
        f.status = found->status;
        to = found->task_end;
    }

    /// "Done: JB to write", "Closed – JB to write", "Done JB to write" where the first word was bold: how far it is, ahead.
    void status_ahead() {
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

    /// Where the detail that starts at `start` ends: at a semicolon, or at a comma before "by 3 May" or "asap".
    std::size_t end_of_detail(std::size_t start, std::size_t end) const {
        const std::size_t stop = std::min(t.find(';', start), end);
        for (std::size_t c = t.find(',', start); c < stop; c = t.find(',', c + 1))
            if (const auto next = words_in(t.substr(c + 1, stop - c - 1), words); !next.empty() && ((!next[0].upper && words.has(list::due_leads, next[0])) || words.has(list::undated, fold(trim(t.substr(c + 1, stop - c - 1)))))) return c;
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
        if (!first && found.due.empty() && words.has(list::undated, fold(trim(piece)))) {
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
        if (auto whole = match_owner_limit(t, words, known)) {
            take(std::move(whole->owners), "owner-only");
            f.due = whole->due;
            f.status = whole->status;
            return f;
        }
        if (is_owners_only(t, words) && !words.status(fold(trim(t)))) {  // "Ongoing" is nobody
            take(owners_in(t, words), "owner-only");
            return f;
        }
        skip_link();
        if (details()) {
            if (f.owners.empty()) f.ahead = leading();
            f.text = at(from, trim_gap(t, from, to));
            return f;
        }
        cut_record();
        status_behind();
        status_ahead();
        date_ahead();
        f.ahead = bracketed_head();
        if (!f.ahead && !initials_behind() && !(f.ahead = leading()) && !trailing()) trailing_before_link();
        skip_link();
        due();
        if (f.owners.empty()) trailing();
        else owners_again();
        later_clauses();
        f.text = at(from, trim_gap(t, from, to));
        return f;
    }
};

}  // namespace

task_finding match_task(std::string_view t, const lexicon& words, const known_names& known) { return task_reader{t, words, known}.run(); }

}  // namespace minutes
