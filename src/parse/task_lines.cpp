// SPDX-License-Identifier: Apache-2.0
// Tasks that no marker and no list sets apart, but their form: "JB to book the hall", "→ Ann will ring the bank", "Ann: print the poster".
#include <algorithm>

#include "marker.hpp"
#include "owner_lines.hpp"
#include "owner_to.hpp"
#include "parser.hpp"
#include "task.hpp"
#include "task_owners.hpp"
#include "task_text.hpp"

namespace minutes {

namespace {

using list = word_list;

/// The sentences of a text, cut at semicolons too.
std::vector<span> clauses_in(std::string_view t, const lexicon& words) {
    std::vector<span> out;
    for (span s : sentences_in(t, words)) {
        for (auto cut = t.find("; ", s.begin); cut < s.end; cut = t.find("; ", s.begin)) {
            out.push_back({s.begin, static_cast<std::uint32_t>(cut)});
            s.begin = static_cast<std::uint32_t>(cut + 2);
        }
        out.push_back(s);
    }
    return out;
}

/// Where the words behind "Gate: " or "Gate – " start, when few stand before the mark; 0 when there is none.
std::size_t behind_subject(std::string_view t, const lexicon& words) {
    constexpr std::size_t longest = 4, within = 60;  // words of what the task is about; bytes
    for (const std::string_view mark : {": ", " - ", " \u2013 "}) {
        const auto at = t.substr(0, within).find(mark);
        if (at != t.npos && at > 0 && words_in(t.substr(0, at), words).size() <= longest) return std::min(t.size(), t.find_first_not_of(": .\t\n", at + mark.size()));
    }
    return 0;
}

}  // namespace

bool parser::is_marked_task(const laid_block& b) const {
    const auto j = join(b.text);
    const std::string_view t = j.text();
    const auto m = marker_at(t, words, known, 0);
    if (!m || m->rest >= t.size()) return false;
    const auto all = words_in(t.substr(m->rest), words);
    // "Actions: matters arising" stays a heading.
    return !all.empty() && words.labels(plain_words(t.substr(m->rest))).empty();
}

bool parser::is_said_task(const outline_entry& e) {
    if (e.style.starts_with("heading")) return false;
    if (e.number.empty() && is_bold_task(laid.blocks[e.block])) return true;
    const auto line = words_at(laid.blocks[e.block].text);
    const auto opening = words_in(line, words);
    const bool bare = opening.size() > 2 && words.has(list::infinitive_marks, opening[opening.size() - 2]) && !opening.back().ends_sentence();  // "Clerk to report" above its text
    if (e.number.empty()) return is_owner_to(line, words, known, false) && !(bare && !is_known_person(opening[0], words, known));
    // "2.3 Ann to measure the gate", but "3. Board to approve the accounts"
    const auto said = std::string_view(line).substr(std::min<std::size_t>(e.heading.begin, line.size()));
    const auto first = words_in(said, words, 1);
    const auto number = std::string_view(line).substr(e.number.begin, e.number.size());
    if (number.find('.') == number.npos && !trim(line).ends_with('.')) return false;  // "5. Ann to report on the roof" above its text
    return !first.empty() && is_known_person(first[0], words, known) && is_owner_to(said, words, known, false);
}

bool parser::says_task(std::string_view t) const {
    // A ticked name is somebody who was there; "Yes" and "No" are answers.
    const auto all = words_in(t, words);
    const auto handle = trim(t);
    if (handle.starts_with('@') && handle.find_first_of(" \t") == handle.npos) return false;
    if (all.empty() || (all.size() < 6 && words.has_any({list::here_words, list::away_words, list::nil_openers}, all.front()))) return false;
    return std::any_of(all.begin(), all.end(), [&](const word& w) {
        if (words.has(list::imperatives, w) && !words.has(list::given_names, w)) return true;
        return !w.capital && !w.digits && w.folded.size() > 2 && !words.has_any({list::function_words, list::particles, list::role_nouns}, w);
    });
}

std::vector<span> parser::owner_to_in(std::string_view t) const {
    const auto clauses = clauses_in(t, words);
    std::vector<span> out;
    for (std::size_t k = 0; k < clauses.size(); ++k) {
        const span s = clauses[k];
        const auto said = t.substr(s.begin, s.size());
        if (is_owner_to(said, words, known, k == 0 && clauses.size() <= 2)) {
            // "The tap drips.  AB to sort.": what stands before is what is to be sorted.
            const auto in = words_in(said, words);
            const auto to = std::find_if(in.begin(), in.end(), [&](const word& w) { return words.has(list::infinitive_marks, w); });
            const bool bare = in.end() - to == 2;
            constexpr std::size_t short_sentence = 12;  // words: a longer one is no task's text
            const bool of_before = k > 0 && bare && words_in(t.substr(clauses[k - 1].begin, clauses[k - 1].size()), words, short_sentence + 1).size() <= short_sentence && (out.empty() || out.back().end <= clauses[k - 1].begin) && sort_decision(t.substr(clauses[k - 1].begin, clauses[k - 1].size()), words, known).part == decision_part::none;
            out.push_back(of_before ? span{clauses[k - 1].begin, s.end} : s);
        } else if (const auto at = k == 0 ? behind_subject(said, words) : 0; at && is_owner_to(said.substr(at), words, known)) {
            const bool status = words.status(plain_words(said.substr(0, said.find_first_of(":\xE2-")))).has_value();  // "DONE: Ann to ring the bank"
            out.push_back({status ? s.begin : static_cast<std::uint32_t>(s.begin + at), s.end});
        }
    }
    // A sentence behind a line's only task belongs to it.
    if (out.size() == 1 && clauses.size() == 2 && out.front().end == clauses.front().end) out.front().end = static_cast<std::uint32_t>(t.size());
    return out;
}

/// "Tess - posters", "Una: cakes": a name, a mark and what is to be done.
bool parser::names_task(std::string_view clause) const {
    constexpr std::size_t longest = 12;  // words
    const auto f = match_task(clause, words, known);
    const bool ahead = std::string_view(f.rule) == "owner-mark" && !f.owners.empty() && f.owners.front().begin == 0;
    const bool behind = std::string_view(f.rule) == "owner-behind" && !f.owners.empty() && f.owners.front().begin >= f.text.end;  // "Bring keys – Tess"
    return (ahead || behind) && !f.text.empty() && words_in(clause, words, longest + 1).size() <= longest;
}

std::vector<span> parser::owners_clauses(std::string_view t) const {
    const auto clauses = clauses_in(t, words);
    // A further sentence says more of the same task.
    if (sentences_in(t, words).size() > 1) return {};
    if (clauses.size() < 2 || !std::all_of(clauses.begin(), clauses.end(), [&](span s) { return is_owner_to(t.substr(s.begin, s.size()), words, known) || names_task(t.substr(s.begin, s.size())); })) return {};
    return clauses;
}

/// "Actions: TM: drain the path. RK: mend the gate.": each sentence is somebody's.
std::vector<span> parser::owners_sentences(std::string_view t) const {
    const auto all = clauses_in(t, words);
    const auto is_task = [&](span s) {
        const auto said = t.substr(s.begin, s.size());
        const auto f = match_task(said, words, known);
        return f.ahead && !f.text.empty() && !f.owners.empty() && are_certain_owners(said.substr(f.owners.front().begin, f.owners.back().end - f.owners.front().begin), words, known);
    };
    return all.size() > 1 && std::all_of(all.begin(), all.end(), is_task) ? all : std::vector<span>{};
}

bool parser::goes_on_from_above(const joined_text& j) const {
    if (at_block == 0 || at_block >= laid.blocks.size()) return false;
    const auto& here = laid.blocks[at_block];
    const auto& above = laid.blocks[at_block - 1];
    if (here.blank_before > 0 || !here.look.mark.empty() || here.look.joint != document_block::joint_type::unknown || above.kind != laid_block::kind_type::line || here.text != j.source(0, j.text().size())) return false;
    constexpr std::size_t long_line = 60;
    const auto text = words_at(above.text);
    return text.size() >= long_line && std::string_view(".:;!?").find(text.back()) == std::string_view::npos;
}

namespace {

/// How a line that opens with somebody's name goes on: with what is to be done, or with what was said.
enum class behind_name { nothing, task, speech };

behind_name read_behind_name(std::string_view t, const lexicon& words, const known_names& known) {
    const auto all = words_in(t.substr(0, std::min<std::size_t>(t.size(), 80)), words);
    const auto is_name = [&](const word& w) { return w.capital && !words.has(list::future_words, w) && (known.names.count(w.folded) || words.has(list::given_names, w) || (w.upper && known.initials.count(w.folded))); };
    std::size_t k = 0;
    while (k < all.size() && is_name(all[k]) && !all[k].after) ++k;
    if (k >= all.size()) return behind_name::nothing;
    // A name that only the tasks give: "Aizat: come back with a proposal"
    const bool said_of_it = all[k].entry && (all[k].entry->kinds.any() || all[k].entry->label || all[k].entry->column);
    const bool new_name = k == 0 && all[k].capital && !all[k].digits && !said_of_it && !known.small.count(all[k].folded);
    const bool colon = all[k].after == ':' && (is_name(all[k]) || new_name);
    if (colon) return k + 1 < all.size() ? words.has(list::imperatives, all[k + 1]) && !words.has(list::verbs, all[k + 1]) ? behind_name::task : behind_name::speech : behind_name::nothing;
    // "Ann – ring the bank"
    const bool dash = all[k].after == '-' && is_name(all[k]) && k + 1 < all.size() && words.has(list::imperatives, all[k + 1]) && !words.has(list::verbs, all[k + 1]);
    if (dash) return behind_name::task;
    // "Ann call the bank"; "Ann update on the roof" gives one
    const bool verb = k > 0 && !all[k].capital && !all[k].after && words.has(list::imperatives, all[k]) && !words.has(list::verbs, all[k]);
    const bool noun = k + 1 < all.size() && words.has_any({list::name_breaks, list::name_links}, all[k + 1]);
    return verb && !noun && k + 2 < all.size() ? behind_name::task : behind_name::nothing;
}

/// "Bins to be moved [BS]": one sentence that says what is to be done, and in a bracket behind it somebody known.
bool says_to_be_done(std::string_view t, const lexicon& words, const known_names& known) {
    const auto f = match_task(t, words, known);
    if (std::string_view(f.rule) != "owner-behind" || f.owners.empty() || f.owners.front().begin < f.text.end || f.owners.front().begin == 0) return false;
    const char open = t[f.owners.front().begin - 1];
    const auto who = [&](span s) { return are_certain_owners(t.substr(s.begin, s.size()), words, known); };
    if ((open != '(' && open != '[') || !std::all_of(f.owners.begin(), f.owners.end(), who)) return false;
    const auto task = t.substr(f.text.begin, f.text.size());
    const auto all = words_in(task, words);
    if (sentences_in(task, words).size() != 1) return false;
    for (std::size_t k = 1; k + 2 < all.size(); ++k)
        if (words.has(list::infinitive_marks, all[k]) && words.has(list::being_words, all[k + 1])) return std::none_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k), [&](const word& w) { return words.has_any({list::verbs, list::future_words}, w); });
    return false;
}

}  // namespace

bool parser::gives_tasks_by_name() {
    if (tasks_by_name) return *tasks_by_name;
    int told = 0, said = 0;
    for (const auto& b : laid.blocks) {
        if (b.kind != laid_block::kind_type::line) continue;
        const auto j = join(b.text);
        const auto what = read_behind_name(std::string_view(j.text()).substr(text_behind_mark(j, b.look)), words, known);
        told += what == behind_name::task;
        said += what == behind_name::speech;
    }
    tasks_by_name = told >= 2 && told > said;
    return *tasks_by_name;
}

bool parser::is_told_by_name(std::string_view t, bool listed) {
    if (section == section_type::people || read_behind_name(t, words, known) != behind_name::task) return false;
    const auto head = t.substr(0, 40);
    const bool parted = head.find(':') != head.npos || head.find(" - ") != head.npos || head.find(" \u2013 ") != head.npos;
    return (parted || listed) && gives_tasks_by_name();
}

/// "**AB: order the paint**", "**AB/CD – posters**", a line in bold that opens with initials, an office or a group whom the document knows: a task where it has an imperative, or where several lines are so.
bool parser::opens_bold_task(const laid_block& b, bool& clear) const {
    if (b.kind != laid_block::kind_type::line || !b.look.bold || b.look.heading > 0 || b.in_cell) return false;
    const auto j = join(b.text);
    const std::string_view t = j.text();
    const auto f = match_task(t, words, known);
    const std::string_view rule = f.rule;
    if ((rule != "owner-mark" && rule != "owner-verb") || f.owners.empty() || f.text.empty()) return false;
    const auto who = t.substr(f.owners.front().begin, f.owners.back().end - f.owners.front().begin);
    const auto said = words_in(t.substr(f.text.begin, f.text.size()), words);
    if (f.owners.front().begin > 0 || !are_certain_owners(who, words, known) || said.empty() || known.speakers.count(fold(who))) return false;
    const auto first = words_in(who, words, 1);
    clear = words.has(list::imperatives, said[0]) && (!said[0].capital || first.front().upper);  // "**Treasurer: Report**" is a heading
    return clear || first.front().upper || words.has_any({list::groups, list::role_nouns}, first.front());
}

bool parser::is_bold_task(const laid_block& b) {
    bool clear = false;
    if (!opens_bold_task(b, clear)) return false;
    if (clear) return true;
    if (!bold_tasks) {
        bold_tasks = 0;
        for (const auto& other : laid.blocks)
            if (bool one = false; opens_bold_task(other, one)) ++*bold_tasks;
    }
    return *bold_tasks > 2;
}

/// Whether the next block says who has to do what this one tells: "ACTION: KF".
bool parser::names_owner_below() const {
    for (std::size_t i = at_block + 1; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture) continue;
        if (b.kind != laid_block::kind_type::line) return false;
        const auto t = words_at(b.text);
        const auto mark = marker_at(t, words, known);
        if (!mark) return false;
        if (mark->rest < t.size()) return is_owners_only(std::string_view(t).substr(mark->rest), words);
        return !words_in(t, words, 1).front().folded.ends_with("s");  // "ACTIONS" heads a list
    }
    return false;
}

bool parser::read_task_by_form(const joined_text& j, const look& how, std::size_t from) {
    if (read_duty(j, how, from)) return true;
    const std::string_view t = j.text();
    const auto rest = t.substr(from);
    const std::size_t behind_mark = std::max(from, text_behind_mark(j, how));
    const auto whole = [&](const char* rule, span margin = {}) {
        const std::size_t tasks_before = m.actions.size();
        add_task(j, {behind_mark, margin.empty() ? t.size() : margin.begin, {}, {}, rule, false});
        if (!margin.empty() && m.actions.size() > tasks_before) add_owners(m.actions.back(), j, margin.begin, match_task(t.substr(margin.begin), words, known));
        if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(0, t.size())});
        return true;
    };
    // "Ann to:" above a list of what
    if (const auto who = without_to(rest, words); who.size() < rest.size() && trim(rest).ends_with(':') && list_below() && is_owners_only(who, words) && are_certain_owners(who, words, known)) {
        tasks = {};
        tasks.list = true;
        tasks.head = at_block;
        set_owners_of_list(j, behind_mark, owners_in(t.substr(behind_mark, from + who.size() - behind_mark), words), -1);
        return true;
    }
    if (pointer_at(rest) && says_who(rest)) {
        const auto begin = static_cast<std::uint32_t>(from + pointer_at(rest));
        return read_decided(j, {begin, static_cast<std::uint32_t>(t.size())}) || whole("task-pointed-to");
    }
    // "(Ann to ring the bank)": the bracket is the line.
    const auto said = trim(rest);
    if (said.size() > 2 && said.front() == '(' && said.find(')') == said.size() - 1 && is_owner_to(said.substr(1, said.size() - 2), words, known)) {
        const auto open = from + static_cast<std::size_t>(said.data() - rest.data());
        add_task(j, {open + 1, open + said.size() - 1, {}, {}, "owner-to-line", false});
        if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(0, t.size())});
        return true;
    }
    if (at_block < laid.blocks.size() && behind_mark == 0 && section != section_type::people && is_bold_task(laid.blocks[at_block])) return whole("task-in-bold");
    if (is_told_by_name(t.substr(behind_mark), how.depth > 0 || behind_mark > 0)) return whole("task-by-name");
    // "A1 Ann to ring the bank": with a reference of its own
    if (const auto r = reference_before_task(rest); r && is_owner_to(rest.substr(r->rest), words, known)) {
        const auto at = [&](std::size_t i) { return static_cast<std::uint32_t>(from + i); };
        add_task(j, {from + r->rest, t.size(), {at(r->begin), at(r->end)}, {}, "owner-to-line", false});
        if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(0, t.size())});
        return true;
    }
    auto found = owner_to_in(rest);
    if (!found.empty() && found.front().begin == 0 && goes_on_from_above(j)) found.erase(found.begin());
    if (found.empty() && says_to_be_done(t.substr(behind_mark), words, known)) return whole("task-with-owner-behind");
    if (found.empty()) return read_margin_owners(j, how);
    const auto marks = rest.substr(0, found.front().begin).find_first_not_of(" \t\n([*_-+>#`|");
    const auto sentences = sentences_in(rest, words);
    const bool decides = sentences.size() > 1 && match_decision(rest.substr(sentences.front().begin, sentences.front().size()), words);  // "It was agreed to paint it.  AB to action."
    const bool all_of_it = found.size() == 1 && !decides && marks >= found.front().begin && found.front().end >= trim(rest).size();
    if (all_of_it) return whole("owner-to-line", says_owners_at_margin(t));  // "JB to ask the county.        JB": the margin repeats whose it is
    if (read_margin_owners(j, how)) return true;
    if (names_owner_below()) return false;
    read_prose(j.source(0, t.size()), how.depth ? block::kind_type::list_item : block::kind_type::paragraph, false);
    for (const span s : found) add_task(j, {from + s.begin, from + s.end, {}, {}, "owner-to-line", false});
    return true;
}

}  // namespace minutes
