// SPDX-License-Identifier: Apache-2.0
#include "parse_document.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "asides.hpp"
#include "date.hpp"
#include "decision.hpp"
#include "marker.hpp"
#include "occasion_text.hpp"
#include "owner_to.hpp"
#include "parser.hpp"
#include "place_name.hpp"
#include "roster_pieces.hpp"
#include "reference.hpp"
#include "time.hpp"

namespace minutes {

void parser::say(std::string code, severity s, spans where, std::string message, std::string hint) {
    m.diagnostics.push_back({std::move(code), s, std::move(where), {}, std::move(message), std::move(hint)});
}

void parser::take_occasion() {
    const auto take = [&](auto& field, const std::optional<offer>& o, const char* of) {
        if (!o) return false;
        field.spans = o->where;
        field.rule = o->rule;
        leaves.paint(o->label, leaf::kind_type::label);
        leaves.paint(o->where, leaf::kind_type::value, of);
        return true;
    };
    const auto words_of_field = [&](traced<std::string>& field, const std::optional<offer>& o, const char* of) {
        if (take(field, o, of)) field.value = words_at(o->where);
    };
    words_of_field(m.title, when.title, "meeting.title");
    words_of_field(m.venue, when.venue, "meeting.venue");
    words_of_field(m.chair, when.chair, "meeting.chair");
    take(m.date, when.date, "meeting.date");
    if (take(m.start, when.start, "meeting.start")) {
        m.start.value = when.start->time;
        if (when.start->until && !when.end) {
            m.end.value = when.start->until;
            m.end.spans = when.start->until_where;
            leaves.paint(m.end.spans, leaf::kind_type::value, "meeting.end");
        }
    }
    if (take(m.end, when.end, "meeting.end")) m.end.value = when.end->time;
}

namespace {

/// Whether a heading has neither a date nor the name of a meeting.
bool names_business(const parser& p, std::string_view text) {
    if (!find_dates(text, p.words).empty()) return false;
    const auto all = words_in(text, p.words);
    return std::none_of(all.begin(), all.end(), [&](const word& w) { return p.words.has(word_list::meeting_nouns, w); });
}

/// Whether a heading belongs to the business rather than to the document's title.
bool opens_business(const parser& p, const outline_entry& e) {
    if (!e.number.empty() || !e.labels.empty()) return true;
    if (!names_business(p, p.words_at(p.laid.blocks[e.block].text))) return false;
    // A title stands alone in its style.
    return std::count_if(p.heads.entries.begin(), p.heads.entries.end(), [&](const outline_entry& x) { return x.chosen && x.style == e.style; }) > 1;
}

/// Whether a line is mostly the date of an occasion: "Tuesday 24 July 2018", "Meeting held on 3 May 2011 at 7 pm".
bool is_date_line(const parser& p, const laid_block& b) {
    const auto text = p.words_at(b.text);
    if (b.kind != laid_block::kind_type::line || text.size() > 160) return false;
    const auto dates = find_dates(text, p.words);
    if (dates.empty() || !dates.front().year) return false;
    const auto n = number_at(text, p.words);
    return !(n && n->marked) && words_in(text, p.words).size() <= 20;
}

/// Whether a line says what a meeting decided or who is to do what: "It was agreed to close the gate."
bool tells_business(const parser& p, const laid_block& b) {
    const auto text = p.words_at(b.text);
    const auto all = words_in(text, p.words);
    if (const auto l = label_at(text, p.words); l && l->whole && l->is(label::action)) return true;  // a list of tasks follows
    if (all.size() < 4 || p.words.is_label(all[0], label::meeting)) return false;
    if (!markers_in(text, p.words, p.known).empty() || is_owner_to(text, p.words, p.known, false) || (b.look.task && p.says_task(text))) return true;
    if (sort_decision(text, p.words, p.known).rule == std::string_view("decision-marker") && all[0].upper) return true;
    if (!all.back().ends_sentence()) return false;
    bool put = false;  // a question that the next sentence may decide
    for (const span s : sentences_in(text, p.words)) {
        const auto d = sort_decision(std::string_view(text).substr(s.begin, s.size()), p.words, p.known);
        const bool seconded = d.part == decision_part::second || d.part == decision_part::outcome;
        if (d.part == decision_part::whole || (d.part == decision_part::proposal && d.second) || (put && seconded)) return true;
        put = d.part == decision_part::proposal || d.part == decision_part::second;
    }
    return false;
}

/// The topmost heading above block `i` that stands below one of a higher level, as those of the business below the document's title.
std::size_t heading_above(const parser& p, std::size_t i, std::size_t date_line) {
    const auto level = [](const outline_entry& e) { return e.chosen && e.style.starts_with("heading") ? e.rank : 0; };
    int top = 0;
    for (const auto& e : p.heads.entries) {
        if (e.block >= i) break;
        if (level(e) == 0) continue;
        if (top == 0 || level(e) <= top) top = level(e);
        else if (e.block > date_line && names_business(p, p.words_at(p.laid.blocks[e.block].text))) return e.block;
    }
    return i;
}

/// Where a report without headings, tasks or decisions starts: at its first list or full sentence behind the meeting's date.
std::size_t first_report(const parser& p) {
    constexpr std::size_t shortest = 8;  // words
    for (std::size_t i = 1; i < p.laid.blocks.size(); ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.kind != laid_block::kind_type::line || b.look.part == document_block::part_type::metadata) continue;
        const auto text = p.words_at(b.text);
        if (p.when.date && b.text.front().begin <= p.when.date->where.front().begin) continue;
        const auto all = words_in(text, p.words);
        const bool entry = !all.empty() && (b.look.depth > 0 || !b.look.mark.empty());
        if (entry || (all.size() >= shortest && all.back().ends_sentence())) return heading_above(p, i, 0);
    }
    return p.laid.blocks.size();
}

/// Where the preamble ends, and whether that is where something starts or only where it grew too long.
struct preamble_end {
    std::size_t block = 0;
    bool told = true;
};

/// "## 7.30pm", "**Town Hall, 1 Mill Lane**": a heading with nothing of its own below that tells only the time or place, or any line of the hour.
bool tells_only_where(parser& p, std::size_t i) {
    constexpr std::size_t longest = 10;  // words
    const auto* e = p.heads.at(i);
    if ((e && !e->number.empty()) || i + 1 >= p.laid.blocks.size()) return false;
    const auto& below = p.laid.blocks[i + 1];
    const auto text = p.words_at(p.laid.blocks[i].text), next = p.words_at(below.text);
    const auto o = take_apart(text, p.words);
    if (!o.pieces.empty() && (!e || (below.kind == laid_block::kind_type::line && !p.heads.at(i + 1) && !p.attendance_opens(i + 1)))) return false;
    if (!o.dates.empty() || words_in(text, p.words).size() > longest || (o.times.empty() && o.pieces.empty())) return false;
    if (!o.times.empty() && (!o.times.front().sure || !find_times(next, p.words).empty())) return false;  // an agenda with hours
    return std::all_of(o.pieces.begin(), o.pieces.end(), [&](span s) {
        const auto piece = std::string_view(text).substr(s.begin, s.size());
        const auto all = words_in(piece, p.words);
        return count_of(all, word_list::venue_nouns, p.words) > 0 && count_of(all, word_list::meeting_nouns, p.words) == 0 && is_place_like(piece, p.words) && !tells_in_verb(all, p.words);
    });
}

/// At the first attendance list, table, numbered item, decision or task.
preamble_end end_of_preamble(parser& p) {
    constexpr std::size_t longest = 12;  // lines: longer heads are prose
    constexpr std::size_t head = 8;      // lines within which the date stands
    // Above the meeting's date nothing is business, however its lines look: names, addresses, a charity's number.
    std::size_t date_line = 0, lines = 0;
    bool dated = false;
    for (std::size_t i = 0; i < p.laid.blocks.size() && lines < head; ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture || b.look.part == document_block::part_type::metadata) continue;
        const auto* e = p.heads.at(i);
        if (b.kind != laid_block::kind_type::line || p.attendance_opens(i) || (e && !e->number.empty())) break;
        if (dated && (tells_business(p, b) || p.end_of_task_record(i) > i)) break;
        if (is_date_line(p, b)) {
            date_line = i;
            dated = true;
        } else if (dated && date_line + 1 == i && tells_only_where(p, i)) {
            date_line = i;
        }
        ++lines;
    }
    lines = 0;
    for (std::size_t i = 0; i < p.laid.blocks.size(); ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.kind == laid_block::kind_type::furniture || b.look.part == document_block::part_type::metadata) continue;
        if (b.kind != laid_block::kind_type::line) return {i};
        if (p.attendance_opens(i) || p.people_cells_open(i)) return {i};
        if (const auto* e = p.heads.at(i); e && i > date_line && i > 0 && opens_business(p, *e)) return {i};
        if (i > date_line && i > 0 && (tells_business(p, b) || p.end_of_task_record(i) > i)) return {heading_above(p, i, date_line)};
        if (++lines > longest) return {i, false};
    }
    return {p.laid.blocks.size(), false};
}

/// "Minutes of the meeting held on 4 March at 7 pm when there were present:": whether a line belongs to the head though a list of people opens at its end.
bool ends_in_label(const parser& p, std::size_t i) {
    constexpr std::size_t shortest = 20;  // bytes before the label
    const auto l = i < p.laid.blocks.size() ? p.attendance_opens(i) : std::nullopt;
    return l && l->whole && l->begin >= shortest;
}

/// Lines before the business are prose, but for what the occasion takes from them.
void read_preamble(parser& p, std::size_t body) {
    for (std::size_t i = 0; i < body; ++i) {
        const auto& b = p.laid.blocks[i];
        if (b.look.part == document_block::part_type::metadata)  // lists of people in front matter
            if (const auto after = p.read_attendance(i); after > i) {
                i = after - 1;
                continue;
            }
        const bool furniture = b.kind == laid_block::kind_type::furniture || words_in(p.words_at(b.text), p.words).empty();
        p.leaves.paint(b.text, furniture ? leaf::kind_type::furniture : leaf::kind_type::prose);
        if (b.kind == laid_block::kind_type::line && b.look.part != document_block::part_type::metadata) p.read_phrases(b.text, false);  // "The meeting was led by …"
        // "Next meeting: 3 May, Town Hall" may stand among the head's other labels.
        const auto j = p.join(b.text);
        const auto l = label_at(j.text(), p.words);
        if (!l || !l->is(label::next_meeting) || !l->marked || l->rest >= j.text().size()) continue;
        p.leaves.paint(j.source(l->begin, l->rest), leaf::kind_type::label);
        p.read_next_meeting(j.source(l->rest, j.text().size()));
    }
}

/// The lines of a list of people under an item's heading are the item's words too.
void keep_as_words(parser& p, std::size_t from, std::size_t to) {
    item* it = p.current_item();
    for (; it && from < to; ++from)
        if (const auto& b = p.laid.blocks[from]; b.kind == laid_block::kind_type::line) it->blocks.push_back({block::kind_type::paragraph, b.text});
}

/// "## Venue" over "Village Hall": a heading that is the label of one line of the meeting's head, no business.
bool labels_one_line(parser& p, std::size_t i) {
    constexpr std::size_t longest = 10;  // words of a value
    const auto* e = p.heads.at(i);
    if (!e || !e->number.empty() || i + 1 >= p.laid.blocks.size()) return false;
    const auto l = label_at(p.words_at(p.laid.blocks[i].text), p.words);
    constexpr std::array of_head = {label::date, label::time, label::end, label::venue, label::chair, label::minute_taker};
    if (!l || !l->whole || std::none_of(of_head.begin(), of_head.end(), [&](label k) { return l->is(k); })) return false;
    const auto is_line = [&](std::size_t at) { return p.laid.blocks[at].kind == laid_block::kind_type::line && !p.heads.at(at); };
    if (!is_line(i + 1) || (i + 2 < p.laid.blocks.size() && is_line(i + 2) && !p.attendance_opens(i + 2))) return false;
    const auto value = words_in(p.words_at(p.laid.blocks[i + 1].text), p.words, longest + 1);
    return !value.empty() && value.size() <= longest && !value.back().ends_sentence();
}

void read_blocks(parser& p, std::size_t from) {
    for (std::size_t i = from; i < p.laid.blocks.size();) {
        const auto& b = p.laid.blocks[i];
        if (b.kind == laid_block::kind_type::line && p.when.title && p.when.title->block == i && p.heads.at(i) && p.heads.at(i)->number.empty() && !p.attendance_opens(i)) {
            p.leaves.paint(b.text, leaf::kind_type::prose);  // the title stands behind the first list
            ++i;
            continue;
        }
        switch (b.kind) {
            case laid_block::kind_type::furniture:
                p.leaves.paint(b.text, leaf::kind_type::furniture);
                ++i;
                break;
            case laid_block::kind_type::header:
            case laid_block::kind_type::row:
                p.tasks.list = false;  // the table has what the marker above it announced
                i = p.laid.tables[b.table].people ? p.read_people_table(i) : p.read_table(i);
                break;
            case laid_block::kind_type::line: {
                const std::size_t after = p.read_attendance(i);
                const std::size_t behind_record = after == i ? p.read_task_record(i) : i;
                if (behind_record > i) i = behind_record;
                else if (after == i && labels_one_line(p, i)) p.leaves.paint(p.laid.blocks[i++].text, leaf::kind_type::label);
                else if (after == i) p.read_line(i++);
                else if (p.section == section_type::people) keep_as_words(p, i, after);
                i = std::max(i, after);
                break;
            }
        }
    }
}

}  // namespace

meeting parse_document(const document& d, const laid_document& laid, const lexicon& words, choice how, parse_notes* notes) {
    const outline heads = find_outline(laid, d.text->text, words, how);
    parser p{d, laid, words, heads};
    p.unlabelled_people = p.find_unlabelled_people();
    const preamble_end preamble = end_of_preamble(p);
    p.when = find_occasion(p, preamble.block + (ends_in_label(p, preamble.block) ? 1 : 0), how);
    const std::size_t body = !preamble.told && p.when.date ? std::min(preamble.block, first_report(p)) : preamble.block;
    read_preamble(p, body);
    p.learn_words();
    read_blocks(p, body);
    p.close_motion();
    p.join_repeated_actions();
    p.take_occasion();
    if (p.when.chair && name_strength(p.words_at(p.when.chair->where), words) >= 2) p.read_people(p.when.chair->where, attendance::present, p.when.chair->label);
    p.find_openers(body);
    if (p.m.next.date.spans.empty()) p.find_next_meeting();
    p.read_body(body);
    p.find_roll_calls();
    p.read_approval(body);
    read_asides(p);
    p.m.source = d.source;
    p.m.text = d.text;
    p.m.leaves = p.leaves.leaves();
    if (notes) *notes = {heads, std::move(p.when)};
    p.number_actions();
    return std::move(p.m);
}

}  // namespace minutes
