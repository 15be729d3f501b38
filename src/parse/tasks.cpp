// SPDX-License-Identifier: Apache-2.0
// Tasks outside tables: lines with a marker, and where the others are read.
#include <algorithm>
#include <utility>

#include "date.hpp"
#include "marker.hpp"
#include "owner_lines.hpp"
#include "owner_to.hpp"
#include "parser.hpp"
#include "reference.hpp"
#include "task_box.hpp"
#include "task.hpp"
#include "task_field.hpp"
#include "task_list_name.hpp"
#include "task_owners.hpp"
#include "task_text.hpp"

namespace minutes {

namespace {

using list = word_list;

/// Blocks behind a task in which "Assigned to:" still speaks of it.
constexpr int longest_wait = 3;

/// Bytes of the number ahead of a paragraph: "2.3 Action: …", "a) The Clerk to …"; 0 when there is none.
std::size_t number_ahead(std::string_view t, const lexicon& words) {
    const auto n = number_at(t, words);
    if (n && words.is_label(fold(t.substr(n->begin, t.find_first_of("-. ", n->begin) - n->begin)), label::action)) return 0;  // "ACTION-12: …"
    return n && (n->marked || n->depth > 1) && n->rest < t.size() && starts_upper(t.substr(n->rest)) ? n->rest : 0;
}

bool only_marks(std::string_view t) { return t.find_first_not_of(" \t\n([*_-+>#`|") == t.npos; }

/// "Follow-up: the hedge has been cut", "Action log: reviewed and updated", "Actions taken: the ditch was cleared": what was done.
bool tells_report(std::string_view t, std::size_t from, const lexicon& words) {
    const auto all = words_in(t.substr(from), words);
    if (all.empty() || words.has(list::imperatives, all[0])) return false;
    if (std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::task_cues, w) && !words.has(list::decision_verbs, w); })) return false;
    const auto name = trim(t.substr(0, std::min(t.find(':'), from)));
    const bool of_list = t.find(':') < from && !words.is_label(fold(name), label::action) && names_task_list(name, words);
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (words.has_any({list::relative_words, list::condition_words}, all[k])) return false;
        const bool perfect = words.has(list::auxiliaries, all[k]) && words.has(list::verbs, all[k]) && k + 1 < all.size() && words.has(list::passive_words, all[k + 1]);  // "has been"
        if (!all[k].capital && (perfect || (of_list && words.has(list::verbs, all[k]) && !words.has(list::imperatives, all[k])))) return true;
    }
    return false;
}

/// "Responsible: Ann"
bool names_duty(std::string_view t, const lexicon& words) {
    const auto colon = t.find(':');
    return colon != t.npos && words.has(list::duty_labels, fold(trim(t.substr(0, colon))));
}

/// Where "1) … 2) …" or "(a) … (b) …" inside a text start; empty when it counts nothing.
std::vector<std::size_t> counted_parts(std::string_view t, const lexicon& words) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < t.size(); ++i) {
        if (i > 0 && t[i - 1] != ' ' && t[i - 1] != '\n' && t[i - 1] != '\t') continue;
        const auto n = number_at(t.substr(i), words);
        if (!n || !n->marked || n->depth > 1 || n->last != static_cast<int>(out.size()) + 1) continue;
        out.push_back(i);
    }
    return out.size() > 1 && out.front() == 0 ? out : std::vector<std::size_t>{};
}

}  // namespace

std::string parser::plain_words(std::string_view t) const {
    std::string plain;
    for (const auto& w : words_in(t.substr(0, std::min<std::size_t>(t.size(), 200)), words)) plain += (plain.empty() ? "" : " ") + w.folded;
    return plain;
}

/// "Ann to ring the bank." / "Action: Ann": the line above is the task already; it may lack its owner.
bool parser::owns_task_above(const task_finding& f, const joined_text& j, const task_place& at) {
    if (tasks.last >= m.actions.size() || tasks.block + 1 != at_block || m.actions[tasks.last].text.rule != "owner-to-line") return false;
    const auto here = j.source(0, j.text().size());
    if (!last_prose.empty() && !here.empty() && last_prose.front().begin >= here.front().begin) return false;  // words before the marker are the task
    add_owners(m.actions[tasks.last], j, at.begin, f);
    return true;
}

void parser::add_owners(action& a, const joined_text& j, std::size_t from, const task_finding& f) {
    const auto has = [&](std::string_view name) {
        const auto own = words_in(name, words);
        return std::any_of(a.owners.begin(), a.owners.end(), [&](const owner& o) {
            const auto there = words_in(o.text.value.value_or(""), words);
            return std::any_of(own.begin(), own.end(), [&](const word& w) { return std::any_of(there.begin(), there.end(), [&](const word& x) { return x.folded == w.folded; }); });
        });
    };
    for (const span s : f.owners)
        if (!has(std::string_view(j.text()).substr(from + s.begin, s.size()))) a.owners.push_back({stated(words_at(j.source(from + s.begin, from + s.end)), j.source(from + s.begin, from + s.end), f.rule), {}});
}

void parser::add_task(const joined_text& j, const task_place& at) {
    const auto whole = std::string_view(j.text()).substr(at.begin, at.end - at.begin);
    const auto fields = task_fields_in(whole, words);
    auto t = fields.empty() ? whole : whole.substr(0, fields.front().begin);
    if (const auto last = t.find_last_not_of(" \t\n"); !fields.empty() && last != t.npos && (t[last] == '(' || t[last] == '[')) t = t.substr(0, last);  // "… (Owner: Ann)"
    auto f = match_task(t, words, known);
    // "[Action for Ann] The county will mend it": the bracket says who, whatever name opens the task.
    const bool named_by_marker = !at.before.empty() && at.before.end < at.begin && (j.text()[at.before.end] == ']' || j.text()[at.before.end] == ')');
    if (named_by_marker && f.ahead && !f.text.empty()) {
        f.owners.clear();
        f.text.begin = static_cast<std::uint32_t>(t.find_first_not_of(" \t\n*_"));
    }
    // Below "Ann:" a box is her task, though it names only a thing: "[ ] Purchase Request".
    if (f.text.empty() && !tasks.owners.empty() && std::string_view(at.rule) == "task-box") {
        f = {};
        f.text = {0, static_cast<std::uint32_t>(t.size())};
    }
    const auto source = [&](span s) { return j.source(at.begin + s.begin, at.begin + s.end); };
    action a;
    a.item = current_item_id();
    if (!at.ref.empty()) a.ref = stated(words_at(j.source(at.ref.begin, at.ref.end)), j.source(at.ref.begin, at.ref.end), "reference-in-marker");
    const auto plain = plain_words(f.text.empty() ? t : t.substr(f.text.begin, f.text.size()));
    if (plain.empty() || words.has_any({list::no_action, list::decision_markers}, plain) || words.is_label(plain, label::none)) return;
    // "Action: Tom by 4 June" below a heading: nothing else says what.
    if (f.text.empty() && !f.due.empty() && last_prose.empty()) {
        f.owners.clear();
        f.text = {0, static_cast<std::uint32_t>(t.size())};
    }
    if (f.text.empty()) {
        // An owner alone: the task is what was said before.
        if (last_prose.empty() || owns_task_above(f, j, at)) return;
        const auto before = join(last_prose);
        auto s = task_before_owner(before.text(), f.owners.empty() ? std::string_view() : t.substr(f.owners.front().begin, f.owners.back().end - f.owners.front().begin), words);
        if (s.empty()) s = {0, static_cast<std::uint32_t>(before.text().size())};
        a.text = stated(words_at(before.source(s.begin, s.end)), before.source(s.begin, s.end), "task-before-owner");
        // "By 1 May" belongs to the task; "deferred to the next meeting" is the meeting's business.
        const auto said = std::string_view(before.text()).substr(s.begin, s.size());
        const span due = match_task(said, words, known).due;
        const auto lead = words_in(said.substr(0, due.begin), words);
        const bool event = !lead.empty() && words.has(list::event_leads, lead.back());  // "agreed to go for 3 May"
        if (!due.empty() && !event && !find_dates(said.substr(due.begin, due.size()), words).empty()) {
            const auto when = before.source(s.begin + due.begin, s.begin + due.end);
            a.due.text = stated(words_at(when), when, "due-in-text");
        }
    } else {
        if (const auto said = words.status(plain); said && f.owners.empty()) return take_status(*said, source(f.text));
        a.text = stated(words_at(source(f.text)), source(f.text), at.rule);
    }
    // Whose list it is acts, whoever else is named in the task.
    const bool of_list = std::string_view(f.rule) == "owner-in-clause" && !tasks.owners.empty();
    for (const span s : of_list ? std::vector<span>{} : f.owners) a.owners.push_back({stated(words_at(source(s)), source(s), f.rule), {}});
    if (a.owners.empty() && !at.before.empty()) give_owners(a, j, at.before, "owner-before-marker");
    if (a.owners.empty()) a.owners = tasks.owners;
    if (!f.due.empty()) a.due.text = stated(words_at(source(f.due)), source(f.due), "due-in-text");
    if (!f.status.empty()) a.status = {words.status(fold(words_at(source(f.status)))), source(f.status), basis::stated, "status-in-brackets", {}};
    if (!a.ref.given() && tasks.list && tasks.read <= 1) a.ref = std::exchange(tasks.ref, {});
    leaves.paint(j.source(at.begin, at.begin + t.size()), leaf::kind_type::label);  // "to", "by", brackets: what the values leave says what they are
    tasks.last = keep(std::move(a), at.listed);
    tasks.since = 0;
    tasks.block = at_block;
    if (!fields.empty()) read_task_fields(j, at.begin + fields.front().begin, tasks.last);
}

/// "Action: Moved by Cllr Bell, seconded by Cllr Ash, and carried": what was done, not what is to be done.
bool parser::read_decided(const joined_text& j, span part) {
    const auto said = std::string_view(j.text()).substr(part.begin, part.size());
    const auto sentences = sentences_in(said, words);
    if (sentences.empty()) return false;
    const auto first = said.substr(sentences.front().begin, sentences.front().size());
    if (is_owner_to(first, words, known)) return false;  // "Action: Ann to check that the chair was elected"
    const auto d = sort_decision(first, words, known);
    const bool decided = (d.part == decision_part::whole && !(d.rule == std::string_view("decision-marker") && d.text.begin == 0) && d.rule != std::string_view("decision-by-body")) || ((d.part == decision_part::proposal || d.part == decision_part::second) && d.second);
    if (!decided) return false;
    read_prose(j.source(part.begin, part.end), block::kind_type::paragraph, false);
    return true;
}

/// "Action: carried forward", or fields, said of the task above.
bool parser::read_said_of_task(const joined_text& j, std::size_t from) {
    if (tasks.last == open_tasks::no_task) return false;
    const std::string_view t = j.text();
    const auto rest = t.substr(from);
    // "Responsible: Ann" some lines below a task that has its owner is about the words right above it.
    const bool others = tasks.last < m.actions.size() && !m.actions[tasks.last].owners.empty() && tasks.block + 1 < at_block && names_duty(rest, words);
    if (!others && tasks.since++ < longest_wait && read_task_fields(j, from, tasks.last)) {
        tasks.since = 0;
        return true;
    }
    const auto l = label_at(rest, words);
    if (!l || !l->is(label::action) || tasks.since > longest_wait) return false;
    const auto said = words.status(plain_words(rest.substr(l->rest)));
    if (!said) return false;
    take_status(*said, j.source(from + l->rest, t.size()));
    if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(0, t.size())});
    return true;
}

bool parser::read_unmarked_task(const joined_text& j, const look& how, std::size_t from, bool listed) {
    const std::string_view t = j.text();
    const auto rest = t.substr(from);
    const auto box = how.task ? box_at(rest) : minutes::box{};
    const auto behind_box = box.size ? from + box.size : how.task && rest.starts_with('[') && rest.find(']') != rest.npos ? from + rest.find(']') + 1 : from;
    if (how.depth <= tasks.owners_depth && !tasks.list) tasks.owners.clear();
    if (how.task && section != section_type::people && (says_task(t.substr(behind_box)) || (!tasks.owners.empty() && !tasks.list))) {
        if (read_decided(j, {static_cast<std::uint32_t>(behind_box), static_cast<std::uint32_t>(t.size())})) return true;
        add_task(j, {behind_box, t.size(), {}, {}, "task-box", true});
        tick_task(how.checked);
        return true;
    }
    if (!tasks.list && heads_boxes(rest, how)) {
        const std::size_t begin = std::max(from, text_behind_mark(j, how));
        set_owners_of_list(j, begin, owners_in(t.substr(begin), words), how.depth);
        if (item* it = current_item()) it->blocks.push_back({block::kind_type::list_item, j.source(0, t.size())});
        return true;
    }
    if (tasks.list && listed) return false;
    if (tasks.list) {
        if (is_in_list(j, how, rest)) return read_listed_task(j, how);
        tasks = {};
    }
    if (section == section_type::actions && tells_closing(rest)) return false;
    return read_task_by_form(j, how, from);
}

/// "The governors agreed …. The Clerk undertook to ask.  ACTION": of several sentences before a marker the last ones that give a task are it.
void parser::narrow_to_task(const joined_text& j, task_place& place) const {
    const auto before = std::string_view(j.text()).substr(place.begin, place.end - place.begin);
    auto task = task_before_owner(before, {}, words);
    // What was decided ahead of it is no part of it.
    for (const span s : sentences_in(before, words))
        if (s.begin >= task.begin && s.end < task.end && match_decision(before.substr(s.begin, s.size()), words)) task.begin = static_cast<std::uint32_t>(before.find_first_not_of(" \n", s.end));
    if (task.empty() || task.begin == 0) return;
    place.end = place.begin + task.end;
    place.begin += task.begin;
}

/// A marker with its task, or the list that it opens.
void parser::read_marked_task(const joined_text& j, const look& how, std::size_t from, const std::vector<marker_finding>& markers, std::size_t k) {
    const std::string_view t = j.text();
    const auto& mark = markers[k];
    const auto shift = [&](span s) { return s.empty() ? s : span{static_cast<std::uint32_t>(from + s.begin), static_cast<std::uint32_t>(from + s.end)}; };
    const std::size_t begin = from + mark.rest, end = from + mark.stop;
    leaves.paint(j.source(from + mark.begin, std::min(begin, t.size())), leaf::kind_type::label);
    task_place place{begin, end, shift(mark.ref), shift(mark.before), "action-line", false};
    if (begin < end && !trim(t.substr(begin, end - begin)).empty()) {
        if (read_decided(j, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)})) return;
        if (mark.ref.empty() && tells_report(t.substr(from + mark.begin, end - from - mark.begin), begin - from - mark.begin, words)) {
            read_prose(j.source(begin, end), block::kind_type::paragraph, false);
            return;
        }
        const auto said = trim(t.substr(begin, end - begin));
        const auto who = without_to(said, words);
        // "Action point for Ann:" above what she is to do
        const bool heads_tasks = how.heading > 0 ? list_below() : (said.ends_with(':') && (list_below() || text_right_below())) || (who.size() < said.size() && list_below());
        const bool somebody = is_owners_only(who, words) && names_owner_of_group(who);
        if (k + 1 == markers.size() && heads_tasks && somebody) {
            tasks = {};
            tasks.list = true;
            set_owners_of_list(j, begin, owners_in(t.substr(begin, who.data() + who.size() - (t.data() + begin)), words), -1);
            return;
        }
        const auto parts = counted_parts(t.substr(begin, end - begin), words);
        auto clauses = parts.empty() ? owners_clauses(t.substr(begin, end - begin)) : std::vector<span>{};
        const auto named = words_in(t.substr(from + mark.begin, mark.end - mark.begin), words, 1);
        if (parts.empty() && clauses.empty() && !named.empty() && named[0].folded.ends_with("s")) clauses = owners_sentences(t.substr(begin, end - begin));
        if (parts.empty() && clauses.empty()) add_task(j, place);
        for (const span c : clauses) add_task(j, {begin + c.begin, begin + c.end, place.ref, place.before, place.rule, false});
        for (std::size_t n = 0; n < parts.size(); ++n) {
            place.begin = begin + parts[n] + number_at(t.substr(begin + parts[n]), words)->rest;
            place.end = n + 1 < parts.size() ? begin + parts[n + 1] : end;
            add_task(j, place);
        }
        return;
    }
    // "Ann's actions:" above them
    const auto behind_name = t.substr(std::min(t.size(), from + mark.before.end));
    const bool possessive = behind_name.starts_with("'s") || behind_name.starts_with("\u2019s");
    if (markers.size() == 1 && !mark.before.empty() && possessive && only_marks(t.substr(from, mark.before.begin)) && list_below()) {
        tasks = {};
        tasks.list = true;
        tasks.head = at_block;
        set_owners_of_list(j, from, {mark.before}, -1);
        return;
    }
    const std::size_t ahead = k ? from + markers[k - 1].end : from;
    const auto between = t.substr(ahead, from + mark.begin - ahead);
    if (k + 1 == markers.size() && only_marks(between)) {
        // Nothing behind it: the list below has the tasks.
        tasks = {};
        tasks.list = true;
        tasks.head = at_block;
        tasks.depth = how.depth;
        if (!place.ref.empty()) tasks.ref = stated(words_at(j.source(place.ref.begin, place.ref.end)), j.source(place.ref.begin, place.ref.end), "reference-in-marker");
        if (section == section_type::next_meeting || section == section_type::decisions) section = section_type::business;
    } else if (!only_marks(between)) {
        // The words before it are the task: "find a hall #todo"
        place.begin = mark.before.empty() || from + mark.before.end >= from + mark.begin ? ahead : from + mark.before.end;
        place.end = from + mark.begin;
        narrow_to_task(j, place);
        add_task(j, place);
    }
}

/// Whether a line of words stands below the block that is being read, without a gap between.
bool parser::text_right_below() const {
    const std::size_t below = at_block + 1;
    if (below >= laid.blocks.size()) return false;
    const auto& b = laid.blocks[below];
    return b.kind == laid_block::kind_type::line && b.blank_before == 0 && !heads.at(below) && words_in(words_at(b.text), words, 3).size() == 3;
}

bool parser::read_task_line(const joined_text& j, const look& how, bool listed) {
    const std::string_view t = j.text();
    const std::size_t from = how.mark.empty() ? number_ahead(t, words) : std::min<std::size_t>(how.mark.size() + 1, t.size());
    const auto rest = t.substr(from);
    if (read_said_of_task(j, from)) return true;
    const auto begin_of_block = j.source(0, t.size());
    const std::uint32_t bold_end = how.bold ? static_cast<std::uint32_t>(t.size()) : how.bold_end && !begin_of_block.empty() && how.bold_end > begin_of_block.front().begin ? how.bold_end - begin_of_block.front().begin : 0;
    const auto markers = markers_in(rest, words, known, bold_end > from ? bold_end - from : 0);
    if (markers.empty()) return read_unmarked_task(j, how, from, listed);
    // "2.2 AI Policy": behind the number of a paragraph a marker has its colon
    if (how.mark.empty() && from > 0 && markers.front().begin == 0 && markers.front().ref.empty() && rest.substr(0, markers.front().rest).find_first_of(":([-") == rest.npos) return false;
    tasks.list = false;
    const auto& first = markers.front();
    const auto head = first.before.empty() ? first.begin : std::min<std::size_t>(first.before.begin, first.begin);
    if (!only_marks(rest.substr(0, head))) {
        last_prose = j.source(from, trim_gap(t, from, from + head));  // "All agreed – action JB"
        if (!words.has(list::decision_markers, plain_words(words_at(last_prose)))) read_prose(last_prose, how.depth ? block::kind_type::list_item : block::kind_type::paragraph, false);
    }
    for (std::size_t k = 0; k < markers.size(); ++k) read_marked_task(j, how, from, markers, k);
    if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(from + head, t.size())});
    return true;
}

}  // namespace minutes
