// SPDX-License-Identifier: Apache-2.0
// Tasks outside tables: lines with a marker, lists under "Actions", owners at the right margin, "JB to …".
#include <algorithm>

#include "date.hpp"
#include "marker.hpp"
#include "owner.hpp"
#include "parser.hpp"
#include "reference.hpp"
#include "task.hpp"

namespace minutes {

namespace {

using list = word_list;

/// Blocks behind a task in which "Assigned to:" still speaks of it.
constexpr int longest_wait = 3;

bool only_marks(std::string_view t) { return t.find_first_not_of(" \t\n([*_-+>#`|") == t.npos; }

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

std::size_t parser::text_behind_mark(const joined_text& j, const look& how) const {
    const std::string_view t = j.text();
    if (!how.mark.empty()) return std::min<std::size_t>(how.mark.size() + 1, t.size());
    for (const std::string_view bullet : {"- ", "* ", "+ ", "\u2022 ", "\u2013 ", "\u25CF "})
        if (t.starts_with(bullet)) return bullet.size();
    const auto n = number_at(t, words);
    return n && n->marked && n->rest < t.size() ? n->rest : 0;
}

/// "Action complete" says how the task above stands.
static void take_status(parser& p, action_status said, const spans& where) {
    if (p.tasks.last >= p.m.actions.size()) return;
    auto& above = p.m.actions[p.tasks.last];
    if (above.status.given()) return;
    above.status = {said, where, basis::stated, "status-below", {}};
    p.paint_action(above);
}

void parser::add_task(const joined_text& j, const task_place& at) {
    const auto whole = std::string_view(j.text()).substr(at.begin, at.end - at.begin);
    const auto fields = task_fields_in(whole, words);
    const auto t = fields.empty() ? whole : whole.substr(0, fields.front().begin);
    const auto f = match_task(t, words, known);
    const auto source = [&](span s) { return j.source(at.begin + s.begin, at.begin + s.end); };
    action a;
    a.item = current_item_id();
    if (!at.ref.empty()) a.ref = stated(words_at(j.source(at.ref.begin, at.ref.end)), j.source(at.ref.begin, at.ref.end), "reference-in-marker");
    if (f.text.empty()) {
        // An owner alone: the task is what was said before.
        if (last_prose.empty()) return;
        const auto before = join(last_prose);
        const auto s = task_before_owner(before.text(), words);
        a.text = stated(words_at(before.source(s.begin, s.end)), before.source(s.begin, s.end), "task-before-owner");
        // "By 1 May" belongs to the task; "deferred to the next meeting" is the meeting's business.
        const auto said = std::string_view(before.text()).substr(s.begin, s.size());
        const span due = match_task(said, words, known).due;
        if (!due.empty() && !find_dates(said.substr(due.begin, due.size()), words).empty()) {
            const auto when = before.source(s.begin + due.begin, s.begin + due.end);
            a.due.text = stated(words_at(when), when, "due-in-text");
        }
    } else {
        const auto plain = plain_words(t.substr(f.text.begin, f.text.size()));
        if (plain.empty() || words.has(list::no_action, plain) || words.is_label(plain, label::none)) return;
        if (const auto said = words.status(plain); said && f.owners.empty()) return take_status(*this, *said, source(f.text));
        a.text = stated(words_at(source(f.text)), source(f.text), at.rule);
    }
    for (const span s : f.owners) a.owners.push_back({stated(words_at(source(s)), source(s), f.rule), {}});
    if (a.owners.empty() && !at.before.empty()) {
        const auto group = match_owners(std::string_view(j.text()).substr(at.before.begin, at.before.size()), words);
        const auto take = [&](span s) { a.owners.push_back({stated(words_at(j.source(s.begin, s.end)), j.source(s.begin, s.end), "owner-before-marker"), {}}); };
        if (!group) take(at.before);
        else
            for (const auto& g : group->groups)
                for (const span s : g) take({at.before.begin + s.begin, at.before.begin + s.end});
    }
    if (a.owners.empty()) a.owners = tasks.owners;
    if (!f.due.empty()) a.due.text = stated(words_at(source(f.due)), source(f.due), "due-in-text");
    if (!f.status.empty()) a.status = {words.status(fold(words_at(source(f.status)))), source(f.status), basis::stated, "status-in-brackets", {}};
    leaves.paint(j.source(at.begin, at.begin + t.size()), leaf::kind_type::label);  // "to", "by", brackets: what the values leave says what they are
    tasks.last = keep(std::move(a), at.listed);
    tasks.since = 0;
    if (!fields.empty()) read_task_fields(j, at.begin + fields.front().begin, tasks.last);
}

bool parser::read_task_fields(const joined_text& j, std::size_t from, std::size_t action_index) {
    const auto t = std::string_view(j.text()).substr(from);
    const auto fields = task_fields_in(t, words);
    if (fields.empty() || !only_marks(t.substr(0, fields.front().begin))) return false;
    auto& a = m.actions[action_index];
    for (const auto& f : fields) {
        const auto where = j.source(from + f.rest, from + f.end);
        leaves.paint(j.source(from + f.begin, from + f.rest), leaf::kind_type::label, a.id);
        if (where.empty() || words.has(list::undated, plain_words(words_at(where)))) continue;
        if (f.what == column::owner && a.owners.empty()) {
            const auto value = join(where);
            const auto found = match_owners(value.text(), words);
            if (!found) a.owners.push_back({stated(words_at(where), where, "owner-field"), {}});
            else
                for (const auto& g : found->groups)
                    for (const span s : g) a.owners.push_back({stated(words_at(value.source(s.begin, s.end)), value.source(s.begin, s.end), "owner-field"), {}});
        } else if (f.what == column::due && !a.due.text.given()) {
            a.due.text = stated(words_at(where), where, "due-field");
        } else if (f.what == column::status && !a.status.given()) {
            if (const auto s = words.status(plain_words(words_at(where)))) {
                a.status.value = *s;
                a.status.spans = where;
                a.status.rule = "status-field";
            }
        }
    }
    paint_action(a);
    return true;
}

bool parser::read_listed_task(const joined_text& j, const look& how) {
    const std::string_view t = j.text();
    const std::size_t from = text_behind_mark(j, how);
    const auto rest = t.substr(from);
    const auto plain = plain_words(rest);
    if (plain.empty() || words.has(list::no_action, plain) || words.is_label(plain, label::none)) return true;
    if (tasks.last != open_tasks::no_task && read_task_fields(j, from, tasks.last)) return true;
    if (!markers_in(rest, words, known).empty()) return read_task_line(j, how);
    if (how.task) return read_task_line(j, how);
    const bool counted = how.depth > 0 || from > 0;
    const auto f = match_task(rest, words, known);
    // "JB: Has a question …" in a transcript: who speaks, not who acts.
    if (!counted && std::string_view(f.rule) == "owner-mark" && known.speakers.size() >= 3 && known.speakers.count(words_in(rest, words).front().folded)) return false;
    // A paragraph among list items is prose, unless it says who.
    if (!counted && tasks.counted && f.owners.empty()) return false;
    const bool heads_list = !counted && list_below();
    if ((counted || heads_list) && f.text.empty() && !f.owners.empty()) {
        // "JB:" above the tasks that are JB's
        tasks.owners.clear();
        for (const span s : f.owners) tasks.owners.push_back({stated(words_at(j.source(from + s.begin, from + s.end)), j.source(from + s.begin, from + s.end), "owner-of-list"), {}});
        tasks.owners_depth = counted ? how.depth : -1;
        tasks.first_depth = -1;
        if (!counted) tasks.counted = false;
        return true;
    }
    if (heads_list && how.bold) return false;  // "Carried over": a part of the list
    if (how.depth <= tasks.owners_depth && !tasks.owners.empty()) tasks.owners.clear();
    if (tasks.first_depth < 0) tasks.first_depth = how.depth;
    if (tasks.first_depth == how.depth && !tasks.counted) tasks.bold = how.bold;
    // A list in bold ends where one in plain type starts behind a gap.
    if (tasks.bold && !how.bold && how.depth <= tasks.first_depth && f.owners.empty()) {
        section = section == section_type::actions ? section_type::business : section;
        tasks = {};
        return false;
    }
    if (how.depth > tasks.first_depth && f.owners.empty()) return false;  // a detail of the task above
    tasks.counted |= counted;
    add_task(j, {from, t.size(), {}, {}, "task-in-list", true});
    return true;
}

/// Whether a list starts right below the block that is being read.
bool parser::list_below() const {
    for (std::size_t i = at_block + 1; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture) continue;
        if (b.kind != laid_block::kind_type::line) return false;
        const auto t = words_at(b.text);
        // "Ann / Carried over / - book the hall": a head inside the list may stand between.
        if (b.look.mark.empty() && b.look.bold && i == at_block + 1) continue;
        return !b.look.mark.empty() || t.starts_with("- ") || t.starts_with("* ") || t.starts_with("\u2022");
    }
    return false;
}

bool parser::is_marked_task(const laid_block& b) const {
    const auto j = join(b.text);
    const std::string_view t = j.text();
    const auto m = marker_at(t, words, known, 0);
    if (!m || m->rest >= t.size()) return false;
    const auto all = words_in(t.substr(m->rest), words);
    // "Actions: matters arising" stays a heading.
    return !all.empty() && words.labels(plain_words(t.substr(m->rest))).empty();
}

bool parser::says_task(std::string_view t) const {
    // A ticked name is somebody who was there.
    const auto all = words_in(t, words);
    return !all.empty() && (words.has(list::imperatives, all.front()) || std::any_of(all.begin(), all.end(), [&](const word& w) {
        return !w.capital && !w.digits && w.folded.size() > 2 && !words.has(list::function_words, w) && !words.has(list::particles, w) && !words.has(list::role_nouns, w);
    }));
}

bool parser::is_numbered_task(const outline_entry& e) const {
    if (section != section_type::actions || e.number.empty() || e.rank <= section_rank || !e.labels.empty() || e.style.starts_with("heading")) return false;
    const auto text = words_at(laid.blocks[e.block].text);
    const auto rest = std::string_view(text).substr(std::min<std::size_t>(e.heading.begin, text.size()));
    const auto all = words_in(rest, words);
    return !all.empty() && (!match_task(rest, words, known).owners.empty() || words.has(list::imperatives, all.front()) || all.back().ends_sentence());
}

namespace {
constexpr std::size_t wide_gap = 6;  // blanks: nobody types so many but to reach the margin
}

/// "Item   Action": the heads of columns that the lines below keep, though no table is left of them.
bool parser::heads_actions(std::string_view line) const {
    const auto all = words_in(line, 4);
    if (all.size() != 2) return false;
    const auto is = [&](const word& w, column c) { const auto& of = words.columns(w.folded); return w.capital && std::find(of.begin(), of.end(), c) != of.end(); };
    return is(all[0], column::item) && (is(all[1], column::action) || is(all[1], column::owner));
}

bool parser::sets_owners_at_margin() {
    if (owners_at_margin) return *owners_at_margin;
    constexpr int needed = 3;
    int seen = 0;
    for (const auto& b : laid.blocks) {
        if (b.kind != laid_block::kind_type::line || b.in_cell) continue;
        const auto j = join(b.text);
        const std::string_view t = j.text();
        if (const auto owners = owners_behind(t, words, known); !owners.empty()) seen += trim(t.substr(0, owners.begin)).size() + wide_gap <= owners.begin ? 2 : 1;
        else if (heads_actions(t)) seen += 2;
    }
    owners_at_margin = seen >= needed;
    return *owners_at_margin;
}

bool parser::read_margin_owners(const joined_text& j, const look& how) {
    const std::string_view t = j.text();
    const bool alone = how.align == document_block::align_type::right && is_owners_only(t, words) && !last_prose.empty();
    if (alone) {
        add_task(j, {0, t.size(), {}, {}, "owner-at-margin", false});
        return true;
    }
    const auto owners = owners_behind(t, words, known);
    if (owners.empty() || !sets_owners_at_margin()) return false;
    last_prose = j.source(0, owners.begin);
    const std::size_t decided = m.decisions.size();
    read_prose(last_prose, how.depth ? block::kind_type::list_item : block::kind_type::paragraph, false);
    if (m.decisions.size() > decided && give_movers(m.decisions.back(), j, owners)) return true;
    add_task(j, {owners.begin, t.size(), {}, {}, "owner-at-margin", false});
    return true;
}

/// "Resolved that the report be accepted.   Bell/Ash": two names behind a decision moved and seconded it.
bool parser::give_movers(decision& d, const joined_text& j, span names) {
    const auto t = std::string_view(j.text()).substr(names.begin, names.size());
    const auto stroke = t.find('/');
    if (d.mover.given() || d.seconder.given() || stroke == t.npos || t.find('/', stroke + 1) != t.npos) return false;
    for (const auto& w : words_in(fold(t.substr(0, stroke)) + " " + std::string(t.substr(stroke + 1))))
        if (words.has(word_list::groups, w.folded)) return false;  // "Cllr Bell/All" have to do it
    if (sentences_in(j.text().substr(0, names.begin), words).size() > 2) return false;
    const auto give = [&](traced<std::string>& field, std::size_t begin, std::size_t end, const char* rule) {
        const auto name = trim(t.substr(begin, end - begin));
        const auto from = names.begin + static_cast<std::size_t>(name.data() - t.data());
        field = stated(std::string(name), j.source(from, from + name.size()), rule);
        leaves.paint(field.spans, leaf::kind_type::value, d.id + "." + rule);
    };
    give(d.mover, 0, stroke, "mover");
    give(d.seconder, stroke + 1, t.size(), "seconder");
    return true;
}

/// The task that a line without a mark is: "JB to book the hall", "Gate: JB to ask the builders",
/// "… was discussed. CLERK TO WRITE TO THE TRUST"; empty when it is none.
span parser::owner_to_in(std::string_view t) const {
    const auto sentences = sentences_in(t, words);
    if (sentences.empty()) return {};
    const auto end = static_cast<std::uint32_t>(t.size());
    if (sentences.size() <= 2 && is_owner_to(t, words, known)) return {0, end};
    constexpr std::size_t longest_name = 4;  // words of what the task is about
    if (sentences.size() <= 2) {
        const auto behind = t.substr(0, 60).find(": ");
        if (behind != t.npos && words_in(t.substr(0, behind), words).size() <= longest_name)
            if (const auto at = t.find_first_not_of(": .\t\n", behind); at != t.npos && is_owner_to(t.substr(at), words, known)) return {static_cast<std::uint32_t>(at), end};
    }
    if (sentences.size() < 2) return {};
    const auto last = t.substr(sentences.back().begin);
    const auto all = words_in(last, words);
    const bool capitals = all.size() > 3 && std::all_of(all.begin(), all.end(), [](const word& w) { return w.upper || w.digits; });
    return capitals && is_owner_to(last, words, known) ? span{sentences.back().begin, end} : span{};
}

/// Whether a line only goes on with the sentence of the line above: "… seconded by Cllr / Bell to approve".
bool parser::goes_on_from_above(const joined_text& j) const {
    if (at_block == 0 || at_block >= laid.blocks.size()) return false;
    const auto& here = laid.blocks[at_block];
    const auto& above = laid.blocks[at_block - 1];
    if (here.blank_before > 0 || !here.look.mark.empty() || here.look.joint != document_block::joint_type::unknown || above.kind != laid_block::kind_type::line || here.text != j.source(0, j.text().size())) return false;
    constexpr std::size_t long_line = 60;
    const auto text = words_at(above.text);
    return text.size() >= long_line && std::string_view(".:;!?").find(text.back()) == std::string_view::npos;
}

/// "Action: Moved by Cllr Bell, seconded by Cllr Ash, and carried": what was done, not what is to be done.
bool parser::read_decided(const joined_text& j, span part) {
    const auto said = std::string_view(j.text()).substr(part.begin, part.size());
    const auto sentences = sentences_in(said, words);
    if (sentences.empty()) return false;
    const auto first = said.substr(sentences.front().begin, sentences.front().size());
    const auto d = sort_decision(first, words, known);
    const bool decided = (d.part == decision_part::whole && d.rule != std::string_view("decision-marker") && d.rule != std::string_view("decision-by-body")) || ((d.part == decision_part::proposal || d.part == decision_part::second) && d.second);
    if (!decided) return false;
    read_prose(j.source(part.begin, part.end), block::kind_type::paragraph, false);
    return true;
}

bool parser::read_task_line(const joined_text& j, const look& how) {
    const std::string_view t = j.text();
    const std::size_t from = how.mark.empty() ? 0 : std::min<std::size_t>(how.mark.size() + 1, t.size());
    const auto rest = t.substr(from);
    if (tasks.last != open_tasks::no_task && tasks.since++ < longest_wait && read_task_fields(j, from, tasks.last)) {
        tasks.since = 0;
        return true;
    }
    if (const auto l = label_at(rest, words); l && l->is(label::action) && tasks.last != open_tasks::no_task && tasks.since <= longest_wait)
        if (const auto said = words.status(plain_words(rest.substr(l->rest)))) {
            take_status(*this, *said, j.source(from + l->rest, t.size()));
            if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(0, t.size())});
            return true;
        }
    const auto begin_of_block = j.source(0, t.size());
    const std::uint32_t bold_end = how.bold ? static_cast<std::uint32_t>(t.size()) : how.bold_end && !begin_of_block.empty() && how.bold_end > begin_of_block.front().begin ? how.bold_end - begin_of_block.front().begin : 0;
    const auto markers = markers_in(rest, words, known, bold_end > from ? bold_end - from : 0);
    if (markers.empty()) {
        const auto behind_box = how.task && rest.starts_with('[') && rest.find(']') != rest.npos ? from + rest.find(']') + 1 : from;
        if (how.task && section != section_type::people && says_task(t.substr(behind_box))) {
            add_task(j, {behind_box, t.size(), {}, {}, "task-box", true});
            if (how.checked && tasks.last < m.actions.size() && !m.actions[tasks.last].status.given()) {
                m.actions[tasks.last].status.value = action_status::complete;
                m.actions[tasks.last].status.rule = "ticked";
                m.actions[tasks.last].status.basis = basis::derived;
            }
            return true;
        }
        if (tasks.list) {
            const bool inside = how.depth > tasks.depth || (tasks.depth == 0 && (how.depth > 0 || text_behind_mark(j, how) > 0 || (tasks.last == open_tasks::no_task && !tasks.counted)));
            if (inside) return read_listed_task(j, how);
            tasks = {};
        }
        if (const auto task = owner_to_in(rest); !task.empty() && !goes_on_from_above(j)) {
            const auto begin = from + task.begin, end = from + task.end;
            if (only_marks(rest.substr(0, task.begin))) {
                add_task(j, {begin, end, {}, {}, "owner-to-line", false});
                if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(0, t.size())});
            } else {
                read_prose(j.source(0, t.size()), how.depth ? block::kind_type::list_item : block::kind_type::paragraph, false);
                add_task(j, {begin, end, {}, {}, "owner-to-line", false});
            }
            return true;
        }
        return read_margin_owners(j, how);
    }
    tasks.list = false;
    const auto& first = markers.front();
    const auto head = first.before.empty() ? first.begin : std::min<std::size_t>(first.before.begin, first.begin);
    if (!only_marks(rest.substr(0, head))) {
        read_prose(j.source(from, from + head), how.depth ? block::kind_type::list_item : block::kind_type::paragraph, false);
        last_prose = j.source(from, from + head);
    }
    for (std::size_t k = 0; k < markers.size(); ++k) {
        const auto& mark = markers[k];
        const auto shift = [&](span s) { return s.empty() ? s : span{static_cast<std::uint32_t>(from + s.begin), static_cast<std::uint32_t>(from + s.end)}; };
        const std::size_t begin = from + mark.rest, end = from + mark.stop;
        leaves.paint(j.source(from + mark.begin, std::min(begin, t.size())), leaf::kind_type::label);
        task_place place{begin, end, shift(mark.ref), shift(mark.before), "action-line", false};
        if (begin < end && !trim(t.substr(begin, end - begin)).empty()) {
            if (read_decided(j, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)})) continue;
            const auto parts = counted_parts(t.substr(begin, end - begin), words);
            if (parts.empty()) add_task(j, place);
            for (std::size_t n = 0; n < parts.size(); ++n) {
                place.begin = begin + parts[n] + number_at(t.substr(begin + parts[n]), words)->rest;
                place.end = n + 1 < parts.size() ? begin + parts[n + 1] : end;
                add_task(j, place);
            }
            continue;
        }
        const std::size_t ahead = k ? from + markers[k - 1].end : from;
        const auto between = t.substr(ahead, from + mark.begin - ahead);
        if (k + 1 == markers.size() && only_marks(between)) {
            // Nothing behind it: the list below has the tasks.
            tasks = {};
            tasks.list = true;
            tasks.depth = how.depth;
        } else if (!only_marks(between)) {
            // The words before it are the task: "find a hall #todo"
            place.begin = mark.before.empty() || from + mark.before.end >= from + mark.begin ? ahead : from + mark.before.end;
            place.end = from + mark.begin;
            add_task(j, place);
        }
    }
    if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(from + head, t.size())});
    return true;
}

}  // namespace minutes
