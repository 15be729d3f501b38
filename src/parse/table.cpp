// SPDX-License-Identifier: Apache-2.0
// A table of business: its items, and the rows about people and the next meeting.
#include <algorithm>

#include "date.hpp"
#include "look.hpp"
#include "marker.hpp"
#include "owner_to.hpp"
#include "table_reader.hpp"
#include "task_list_name.hpp"

namespace minutes {

namespace {
using list = word_list;
}  // namespace

spans table_reader::cell(const laid_block& b, column k) const {
    const auto c = t.find(k);
    return c ? b.cells[*c] : spans{};
}

bool table_reader::is_bold(const spans& where) const {
    return std::all_of(where.begin(), where.end(), [&](span s) { return bold_run_end(p.d, s) == s.end; });
}

void table_reader::learn_bold_headings(std::size_t from) {
    constexpr std::size_t fewest_plain = 3;  // rows
    std::size_t bold = 0, plain = 0;
    for (std::size_t i = from; i < p.laid.blocks.size(); ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.kind != laid_block::kind_type::row || b.table != table || cell(b, column::item).empty()) continue;
        ++(is_bold(cell(b, column::item)) ? bold : plain);
    }
    bold_headings = !numbered && !t.find(column::notes) && bold > 0 && plain >= fewest_plain;
}

bool table_reader::is_business_heading(std::string_view text) const {
    const auto all = words_in(text, p.words);
    return !all.empty() && all.size() <= 16 && starts_upper(trim(text)) | all.front().digits && is_heading(text, p.words) && text.back() != ';';
}

spans table_reader::beside_heading(const laid_block& b, std::size_t item_cell, const joined_text& j, std::size_t body) const {
    spans out = body < j.text().size() ? j.source(body, j.text().size()) : spans{};
    for (std::size_t c = 0; c < b.cells.size(); ++c) {
        if (c == item_cell || t.columns[c] == column::number) continue;
        out.insert(out.end(), b.cells[c].begin(), b.cells[c].end());
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool table_reader::read_formal(const laid_block& b, const label_finding& l, std::size_t item_cell, const joined_text& j, std::size_t body) {
    const auto rest = beside_heading(b, item_cell, j, body);
    if (l.is(label::apologies)) {
        const spans where = body < j.text().size() ? j.source(body, j.text().size()) : cell(b, column::notes);
        if (where.empty()) return false;
        p.leaves.paint(where, leaf::kind_type::prose, p.current_item_id());
        const bool read_later = body >= j.text().size() && item_cell != t.find(column::notes);  // as the row's notes
        if (item* it = p.current_item(); it && !read_later) it->blocks.push_back({block::kind_type::cell, where});
        const auto heading = p.current_item() ? p.current_item()->heading.spans : spans{};
        // The people may stand behind a sentence's beginning: "Apologies were received from …".
        const auto w = p.join(where);
        if (const auto inner = label_at(w.text(), p.words); inner && inner->is(label::apologies) && !inner->whole) p.read_people(w.source(inner->rest, w.text().size()), attendance::apologies, heading);
        else p.read_people(where, attendance::apologies, heading);
        return false;
    }
    if (l.is(label::next_meeting)) {
        p.leaves.paint(rest, leaf::kind_type::prose, p.current_item_id());
        if (item* it = p.current_item(); it && !rest.empty()) it->blocks.push_back({block::kind_type::cell, rest});
        p.read_next_meeting(rest);
        next_where = rest;
        return !find_dates(p.words_at(rest), p.words).empty() || cell(b, column::owner).empty();
    }
    return false;
}

item_text table_reader::item_text_of(const laid_block& b) const {
    auto where = cell(b, column::item);
    const auto notes = cell(b, column::notes);
    std::size_t c = t.find(column::item).value_or(std::string::npos);
    if (where.empty() && !notes.empty() && !t.find(column::item)) {
        where = notes;
        c = *t.find(column::notes);
    }
    return {where, c, t.find(column::item) && t.find(column::notes), p.join(where)};
}

void table_reader::read_item_number(item_text& x, const laid_block& b) {
    const std::string_view text = x.j.text();
    if (const auto number = cell(b, column::number); !number.empty()) {
        const auto nj = p.join(number);
        const auto n = match_number(nj.text(), p.words);
        const auto at = n ? nj.source(n->begin, n->end) : number;
        x.number = stated(p.words_at(at), at, "number-column");
        p.leaves.paint(number, leaf::kind_type::label);
    } else if (const auto n = number_at(text, p.words); n && (n->marked || n->depth > 1 || text.substr(n->begin, n->end - n->begin).find('/') != text.npos) && n->rest < text.size() && starts_upper(text.substr(n->rest))) {
        // "1. Apologies", "FGB 70/2122 Division of agenda" in the item's own cell
        const auto at = x.j.source(n->begin, n->end);
        x.number = stated(p.words_at(at), at, "number-in-cell");
        x.from = n->rest;
    }
}

/// "Apologies Jane Smith, Clerk …": what follows the label are people, or when and where; else the label is none.
void table_reader::cut_at_formal_label(item_text& x) const {
    if (!x.formal || x.label->whole) return;
    const auto& l = *x.label;
    const auto behind = std::string_view(x.j.text()).substr(x.from + l.rest);
    const bool people = l.is(label::apologies) && (!match_people(behind, p.words).empty() || starts_upper(behind));
    const bool nobody = l.is(label::apologies) && p.words.is_label(fold(behind.substr(0, behind.find_last_not_of(" .") + 1)), label::none);
    if (l.marked || people || nobody || (l.is(label::next_meeting) && !find_dates(behind, p.words).empty())) {
        x.cut(l.end, l.rest, "heading-label");
    } else {
        x.label.reset();
    }
}

/// "Issue #14" beside what was said of it: a short cell below "Item" is the business, whatever its words.
bool table_reader::names_business(std::string_view cell) const {
    constexpr std::size_t longest = 6;  // words
    const auto all = words_in(cell, p.words, longest + 1);
    return t.find(column::item) && t.find(column::notes) && !all.empty() && all.size() <= longest && all[0].capital && !all.back().ends_sentence() && !sentence_like(cell);
}

/// A cell without a verb is a heading as a whole; only a clear sentence behind a heading cuts it.
void table_reader::cut_at_heading(item_text& x) const {
    const auto rest = std::string_view(x.j.text()).substr(x.from);
    const bool other_business = x.label && x.label->is(label::any_other_business);
    const bool labelled = other_business && x.label->marked && !x.label->whole;
    const bool whole = is_business_heading(rest);
    const auto h = heading_at(rest, p.words, p.known);
    if (!labelled && whole && !sentence_like(rest) && (x.apart || !h || h->weight < weight_of_sentence)) x.end = x.j.text().size();
    else if (h && h->weight >= weight_of_heading(x.number.given())) x.cut(h->end, h->rest, h->rule);
    else if (whole) x.end = x.j.text().size();
    else if (x.label && (x.label->marked || other_business)) x.cut(x.label->end, x.label->rest, x.rule);
    else if (names_business(rest)) x.end = x.j.text().size();
}

/// A heading in bold whose paragraphs open a cell of several: "Roof repairs" above what was said of it.
void table_reader::cut_at_bold_heading(item_text& x) const {
    std::size_t end = 0, bold = 0;
    for (; bold < x.where.size() && bold_run_end(p.d, x.where[bold]) == x.where[bold].end; ++bold) end += x.where[bold].size() + (bold > 0);
    if (bold == 0 || bold == x.where.size() || end <= x.from) return;
    const auto text = std::string_view(x.j.text()).substr(x.from, end - x.from);
    if (is_business_heading(text) && !sentence_like(text)) x.cut(text.size(), text.size() + 1, "heading-bold");
}

/// "1. Roof repairs" as the first paragraph of a cell, with text in those below it.
void table_reader::cut_at_heading_paragraph(item_text& x) const {
    constexpr std::size_t longest = 8;  // words
    if (x.where.size() < 2 || x.where.front().size() <= x.from) return;
    const auto paragraph = [&](span s) {
        const auto at = std::upper_bound(p.d.blocks.begin(), p.d.blocks.end(), s.begin, [](std::uint32_t begin, const document_block& b) { return begin < b.text.begin; });
        return at != p.d.blocks.begin() && std::prev(at)->cell != document_block::no_cell && std::prev(at)->joint != document_block::joint_type::continues;
    };
    const auto text = std::string_view(x.j.text()).substr(x.from, x.where.front().size() - x.from);
    const bool heading = is_business_heading(text) && !sentence_like(text) && words_in(text, p.words, longest + 1).size() <= longest;
    if (heading && paragraph(x.where[1]) && starts_upper(p.words_at({x.where[1]}))) x.cut(text.size(), text.size() + 1, "heading-cell");
}

void table_reader::find_row_heading(item_text& x) const {
    x.body = x.j.text().size();
    x.label = label_at(std::string_view(x.j.text()).substr(x.from), p.words);
    x.formal = x.label && (x.label->is(label::apologies) || x.label->is(label::next_meeting));
    cut_at_formal_label(x);
    if (!x.end) cut_at_bold_heading(x);
    if (!x.end && x.number.given()) cut_at_heading_paragraph(x);
    const auto& l = x.label;
    const bool listed = !x.number.given() && (opens_with_list_mark(x.j.text()) || (bold_headings && !x.apart && !is_bold(x.where)));
    if (listed) return;
    const bool may_open = x.number.given() || x.apart || !numbered || (l && x.formal && l->whole) || (l && l->is(label::any_other_business) && l->marked);
    if (!x.end && may_open) cut_at_heading(x);
}

/// "1.2" beside a text below the item "1.": the number of a paragraph.
bool table_reader::counts_paragraph(std::string_view number) const {
    const item* it = own_item();
    if (!it || !it->number.value) return false;
    const std::string_view own = *it->number.value;
    return number.size() > own.size() + 1 && number.starts_with(own) && number[own.size()] == '.';
}

bool table_reader::opens_item(const item_text& x) const {
    const bool labelled = x.end && x.label && (x.formal || x.label->is(label::any_other_business));
    if (x.number.given() && !x.end && counts_paragraph(*x.number.value)) return false;
    return x.number.given() || (x.end && (!numbered || x.apart)) || labelled;
}

/// Opens the item of a row and reads its text; true when the row holds nothing else to read.
bool table_reader::open_row_item(const laid_block& b, item_text& x) {
    traced<std::string> heading;
    if (x.end) heading = stated(p.words_at(x.j.source(x.from, x.end)), x.j.source(x.from, x.end), x.rule);
    if (x.end && !heading.spans.empty()) trim_heading(heading, x.j, x.from, x.end);
    p.open_item(x.number, heading, rank_in_table);
    opened = p.current_item_id();
    const std::size_t start = x.end ? x.body : x.from;
    if (x.formal && x.label && read_formal(b, *x.label, x.cell, x.j, start)) return true;
    const bool read = x.formal && x.label && x.label->is(label::apologies);
    if (!read && start < x.j.text().size()) read_paragraphs(x.j.source(start, x.j.text().size()));
    return false;
}

bool table_reader::read_item_cell(const laid_block& b, bool& heading_only) {
    auto x = item_text_of(b);
    read_item_number(x, b);
    // Numbers in a table of actions alone count actions, not items.
    if ((!t.find(column::item) && !t.find(column::notes)) || lists_tasks) return false;
    if (!opened.empty() && !x.number.given() && (read_next_row(b) || read_apologies_row(b, x.where))) return true;
    if (!x.where.empty() || x.number.given()) {  // else a row of notes alone, which goes on with its item
        find_row_heading(x);
        const auto rest = std::string_view(x.j.text()).substr(x.from);
        if (opens_item(x)) {
            heading_only = x.end && x.body >= x.j.text().size();
            if (open_row_item(b, x)) return true;
        } else if (!x.where.empty() && is_business_heading(rest) && !sentence_like(rest) && !opens_with_list_mark(rest) && (!bold_headings || is_bold(x.where))) {
            p.open_sub_item(stated(std::string(x.j.text()), x.where, "sub-heading-cell"));
            heading_only = true;
        } else if (!x.where.empty()) {
            read_paragraphs(x.where);  // text with sub-headings fused into it
        }
    }
    read_notes(cell(b, column::notes), x.cell);
    return false;
}

item* table_reader::own_item() const {
    item* it = nullptr;
    for (const std::size_t k : p.path) {
        it = it ? &it->items[k] : &p.m.items[k];
        if (it->id == opened) return it;
    }
    return nullptr;
}

std::optional<label_finding> table_reader::current_label() const {
    const item* it = own_item();
    return it && it->heading.value ? label_at(*it->heading.value, p.words) : std::nullopt;
}

bool table_reader::read_apologies_row(const laid_block& b, const spans& where) {
    const auto l = current_label();
    if (!l || !l->is(label::apologies) || where.empty() || !cell(b, column::action).empty()) return false;
    const auto text = p.words_at(where);
    const auto own = label_at(text, p.words);
    const auto people = match_people(text, p.words);
    const bool list = !people.empty() && people.front().weight >= 0;
    if (!list && !(own && own->is(label::apologies)) && text.find("pologies") == text.npos) return false;
    const spans heading = own_item()->heading.spans;
    const std::string id = own_item()->id;
    own_item()->blocks.push_back({block::kind_type::cell, where});
    p.leaves.paint(where, leaf::kind_type::prose, id);
    const auto j = p.join(where);
    if (own && own->is(label::apologies) && !own->whole) p.read_people(j.source(own->rest, j.text().size()), attendance::apologies, heading);
    else p.read_people(where, attendance::apologies, heading);
    return true;
}

bool table_reader::read_next_row(const laid_block& b) {
    const auto l = current_label();
    if (!l || !l->is(label::next_meeting)) return false;
    const item* it = own_item();
    if (next_where.empty() && find_dates(p.words_at(b.text), p.words).empty()) return false;
    p.leaves.paint(b.text, leaf::kind_type::prose, it->id);
    own_item()->blocks.push_back({block::kind_type::cell, b.text});
    // A row cut from the one above goes on with when and where.
    next_where.insert(next_where.end(), b.text.begin(), b.text.end());
    m().next = {};
    p.read_next_meeting(next_where);
    return true;
}

void table_reader::trim_heading(traced<std::string>& heading, const joined_text& j, std::size_t from, std::size_t end) {
    const std::string_view text = j.text();
    while (end > from && (text[end - 1] == ':' || text[end - 1] == '-' || text[end - 1] == ' ' || text[end - 1] == '.')) --end;
    heading.spans = j.source(from, end);
    heading.value = p.words_at(heading.spans);
}

bool table_reader::sentence_like(std::string_view t_) const {
    const auto all = words_in(t_, p.words);
    return all.back().ends_sentence();
}

void table_reader::read_notes(const spans& notes, std::size_t item_cell) {
    if (notes.empty() || item_cell == t.find(column::notes)) return;
    const auto j = p.join(notes);
    if (const auto l = label_at(j.text(), p.words); l && l->is(label::apologies) && p.current_item() && p.current_item()->heading.given()) {
        p.leaves.paint(notes, leaf::kind_type::prose, p.current_item_id());
    }
    const bool headed = t.find(column::item) && !t.find(column::action);  // beside headings of their own nothing heads the text
    read_paragraphs(notes, headed);
}

std::vector<spans> table_reader::list_items_in(const spans& where) const {
    std::vector<spans> out;
    for (const span s : where) {
        if (out.empty() || opens_with_list_mark(p.words_at({s}))) out.emplace_back();
        out.back().push_back(s);
    }
    return out;
}

void table_reader::read_paragraphs(const spans& where, bool headed) {
    const auto kind = headed ? block::kind_type::paragraph : block::kind_type::cell;
    const auto marks = [&](const spans& part) {
        const auto text = p.words_at(part);
        return !markers_in(text, p.words, p.known).empty() || (headed && part.size() == 1 && is_owner_to(text, p.words, p.known));
    };
    if (!marks(where) && std::none_of(where.begin(), where.end(), [&](span s) { return marks({s}); })) {
        const auto parts = list_items_in(where);
        for (const spans& part : parts) p.read_prose(part, kind, !headed && part == parts.front() && !bold_headings && !opens_with_list_mark(p.words_at(part)));
        return;
    }
    // Tasks are marked inside the cell: each paragraph by itself.
    for (const span& s : where) {
        const spans one{s};
        const auto j = p.join(one);
        p.leaves.paint(one, leaf::kind_type::prose, p.current_item_id());
        if (p.read_task_line(j, {})) continue;
        p.read_prose(one, kind, false);
        p.last_prose = one;
    }
}

/// "Deferred", "Pending"
bool table_reader::is_put_off(std::string_view cell) const {
    const auto said = words_in(cell, p.words);
    return said.size() <= 3 && !said.empty() && p.words.has_any({word_list::pending_states, word_list::withdrawal_words}, said[0]);
}

/// Nothing was decided, or not yet.
bool table_reader::is_undecided(std::string_view cell) const {
    const auto said = words_in(cell, p.words);
    const bool day = !said.empty() && (said[0].digits || p.words.month_of(said[0]) || p.words.weekday_of(said[0])) && match_date(cell, p.words);
    if (day || std::all_of(said.begin(), said.end(), [](const word& w) { return w.digits; })) return true;  // "1920x1080" below "Resolution", "3 May" below "Agreed"
    if (said.size() == 1 && !p.words.decision_kind(said[0])) return true;                            // "No", "Refused"
    if (p.words.has_any({word_list::negations, word_list::lost_words}, said[0]) || (said.size() > 1 && p.words.has(word_list::infinitive_marks, said[0]) && p.words.has(word_list::being_words, said[1])) || p.words.has(word_list::no_action, p.plain_words(cell))) return true;  // "To be decided", "Not agreed", "Noted."
    if (said.size() > 1 && p.words.has(word_list::nothing_words, said[0]) && p.words.has(word_list::decision_nouns, said[1])) return true;  // "No decision"
    return is_put_off(cell);
}

/// "Scouts | £500 | Approved", "Treasurer | Ann Bell": what the verdict or the name alone is said of stands in the cells before it.
spans table_reader::subject_of_verdict(const laid_block& b, std::string_view decision) const {
    constexpr std::size_t longest = 4, longest_count = 3;  // words of a verdict; digits of votes
    const auto said = words_in(decision, p.words);
    const bool bare = said.size() < 2 || said[1].digits || p.words.has(word_list::unanimity_words, said[1]) || (p.words.has(word_list::function_words, said[1]) && !p.words.has(word_list::articles, said[1]));  // "Approved £100", "Approved with changes"
    const bool verdict = bare && !said.empty() && said.size() <= longest && said[0].capital && p.words.decision_kind(said[0]).has_value();
    spans before;
    if (!verdict && !names_chosen) return before;
    for (std::size_t c = 0; c < std::min(*t.find(column::decision), b.cells.size()); ++c) {
        const auto all = words_in(p.words_at(b.cells[c]), p.words);
        if ((all.size() == 1 && all[0].digits && all[0].folded.size() <= longest_count) || match_date(p.words_at(b.cells[c]), p.words)) continue;
        before.insert(before.end(), b.cells[c].begin(), b.cells[c].end());
    }
    return before;
}

bool table_reader::read_decision_row(const laid_block& b) {
    const auto where = cell(b, column::decision);
    if (!t.find(column::decision) || where.empty()) return false;
    const auto j = p.join(where);
    const bool before = t.find(column::status) && *t.find(column::status) < *t.find(column::decision);  // "Position | Elected"
    const auto outcome = cell(b, column::status).empty() || before ? cell(b, column::action) : cell(b, column::status);
    const auto vote = votes_in(p.words_at(outcome), p.words);
    const auto l = label_at(j.text(), p.words);
    const std::size_t begin = l && l->is(label::decisions) && l->marked && l->rest < j.text().size() ? l->rest : 0;
    const auto answer = words_in(p.words_at(outcome), p.words, 2);
    const bool denied = answer.size() == 1 && p.words.has(word_list::denying_answers, answer[0]) && !p.words.is_label(answer[0].folded, label::none);  // "Carried? | No"
    const bool negated = !answer.empty() && p.words.has_any({word_list::negations, word_list::lost_words}, answer[0]);  // "Not elected"
    if (denied || negated || vote.result == "lost" || is_undecided(j.text()) || is_put_off(p.words_at(outcome))) return true;
    auto text = subject_of_verdict(b, j.text());
    for (const span& s : j.source(begin, j.text().size())) text.push_back(s);
    p.add_decision(text, "carried", "decision-row");
    auto& d = m().decisions.back();
    if (const auto w = cell(b, column::mover); !w.empty()) d.mover = stated(p.words_at(w), w, "mover-column");
    if (const auto w = cell(b, column::seconder); !w.empty()) d.seconder = stated(p.words_at(w), w, "seconder-column");
    if (outcome.empty()) return true;
    // "Accepted", "Approved by all": carried
    const auto said = words_in(p.words_at(outcome), p.words);
    const bool decided = std::any_of(said.begin(), said.end(), [&](const word& w) { return p.words.decision_kind(w).has_value() || (said.size() == 1 && p.words.has(word_list::for_words, w)); });
    d.vote.result = stated(!vote.result.empty() ? vote.result : decided ? "carried" : std::string(p.words_at(outcome)), outcome, "result-column");
    return true;
}

void table_reader::read_decision_cell(const laid_block& b) {
    const auto where = cell(b, column::decision);
    if (where.empty() || p.words.has(word_list::no_action, fold(p.words_at(where))) || words_in(p.words_at(where), p.words).empty()) return;
    const auto j = p.join(where);
    if (is_undecided(j.text())) return;
    const auto l = label_at(j.text(), p.words);
    const std::size_t begin = l && l->is(label::decisions) && l->marked && l->rest < j.text().size() ? l->rest : 0;
    const auto said = words_in(j.text(), p.words);
    auto text = j.source(begin, j.text().size());
    // "Minutes | Approved", "Grant | Approved unanimously": the verdict alone says nothing
    if (const auto item = cell(b, column::item); said.size() == 1 || (said.size() <= 3 && p.words.decision_kind(said.front()))) text.insert(text.begin(), item.begin(), item.end());
    p.add_decision(text, std::string(p.words.decision_kind(said.front()).value_or("carried")), "decision-column");
}

void table_reader::read_row(const laid_block& b) {
    p.leaves.paint(b.text, leaf::kind_type::prose, p.current_item_id());
    // "Decision | Action | Owner": the row has a task as well.
    const bool of_tasks = t.find(column::decision) && t.find(column::action) && t.find(column::owner);
    const bool lists_decisions = t.find(column::decision) && !t.find(column::item) && !t.find(column::action);  // "Decision | Rationale"
    const bool of_business = of_tasks || ((t.find(column::item) || t.find(column::notes)) && !t.find(column::mover) && !lists_decisions);
    if (!of_business && read_decision_row(b)) {
        // "Decision | Owner | By when": what was decided is to be done, too.
        if (t.find(column::owner) && t.find(column::due) && !raised_here(cell(b, column::due))) read_bare_owner(b, cell(b, column::owner));
        rows.push_back({});
        return;
    }
    row_start = m().actions.size();
    bool heading_only = false;
    if (read_item_cell(b, heading_only)) {
        rows.push_back({});
        return;
    }
    if (of_business) read_decision_cell(b);
    rows.push_back(read_task(b));
    rows.back().heading_only = heading_only;
    for (const span& s : b.stray) p.leaves.paint(s, leaf::kind_type::unparsed);
}

namespace {

/// Whether the heading of a list of tasks, or a line that names one, stands right above a block: the subjects in its table are no business.
bool stands_below_task_list(const parser& p, std::size_t at) {
    if (p.section == section_type::actions) return true;
    while (at > 0 && p.laid.blocks[at - 1].kind != laid_block::kind_type::line) --at;
    return at > 0 && !p.laid.blocks[at - 1].in_cell && names_task_list(p.words_at(p.laid.blocks[at - 1].text), p.words);
}

}  // namespace

std::size_t parser::read_table(std::size_t from) {
    const std::size_t table = laid.blocks[from].table;
    table_reader r{*this, laid.tables[table], table};
    r.learn_references(from);
    r.learn_closing_references(from);
    r.learn_numbering(from);
    r.learn_bold_headings(from);
    r.learn_decisions(from);
    r.learn_heading_owners();
    r.lists_tasks = r.t.find(column::item) && r.t.find(column::action) && r.t.find(column::owner) && !r.t.find(column::notes) && stands_below_task_list(*this, from);
    close_motion();
    const std::size_t first_action = m.actions.size();
    std::size_t i = from;
    for (; i < laid.blocks.size(); ++i) {
        const auto& b = laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture) leaves.paint(b.text, leaf::kind_type::furniture);
        else if (b.kind == laid_block::kind_type::header && b.table == table) leaves.paint(b.text, leaf::kind_type::label);
        else if (b.kind == laid_block::kind_type::row && b.table == table) r.read_row(b);
        else break;
    }
    r.give_back();
    if (m.actions.size() > first_action && r.is_log()) {  // "Submitted by Ann Bell" below the table is none
        tasks = {};
        if (section == section_type::actions) section = section_type::business;
    }
    join_repeats_from(first_action, r.is_log());
    return i;
}

}  // namespace minutes
