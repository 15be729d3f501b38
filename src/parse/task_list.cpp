// SPDX-License-Identifier: Apache-2.0
// Lists of tasks: below the heading "Actions", below an empty marker, below the name of the one who has to do them.
#include <algorithm>

#include "decision.hpp"
#include "date.hpp"
#include "marker.hpp"
#include "owner.hpp"
#include "owner_lines.hpp"
#include "owner_to.hpp"
#include "parser.hpp"
#include "phrase.hpp"
#include "reference.hpp"
#include "roster_pieces.hpp"
#include "task.hpp"
#include "task_box.hpp"
#include "task_owners.hpp"
#include "time.hpp"

namespace minutes {

namespace {

using list = word_list;

}  // namespace

std::size_t parser::text_behind_mark(const joined_text& j, const look& how) const {
    const std::string_view t = j.text();
    if (!how.mark.empty()) return std::min<std::size_t>(how.mark.size() + 1, t.size());
    for (const std::string_view bullet : {"- ", "* ", "+ ", "\u2022 ", "\u2013 ", "\u25CF "})
        if (t.starts_with(bullet)) return bullet.size();
    const auto n = number_at(t, words);
    if (!n || !n->marked || n->rest >= t.size()) return 0;
    return opens_with_initial(t, words, known) ? 0 : n->rest;
}

bool parser::says_who(std::string_view t) const {
    const auto f = match_task(t, words, known);
    if (f.owners.empty() || f.text.empty() || !says_task(t.substr(f.text.begin, f.text.size()))) return false;
    const auto all = words_in(t.substr(f.text.begin, f.text.size()), words);
    if (all.empty()) return false;
    const bool verb = words.has(list::imperatives, all.front());
    const bool certain = std::all_of(f.owners.begin(), f.owners.end(), [&](span o) {
        const auto name = t.substr(o.begin, o.size());
        return name.starts_with('@') || are_certain_owners(name, words, known) || words.has(list::given_names, words_in(name, words, 1).front());
    });
    const std::string_view rule = f.rule;
    if (rule == "owner-verb") return verb || !std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), 4)), [&](const word& w) { return words.has(list::verbs, w) && !w.capital; });
    // "Ann is away" says what is, not what is to be done.
    if (rule == "owner-to" && words.has_any({list::passive_words, list::auxiliaries}, all.front())) return false;
    return rule != "owner-in-clause" && (certain || verb);
}

/// Bytes of an unmarked number before somebody's task: "2.1 JB to ring the bank", "4.2<TAB>JB<TAB>ring the bank"; 0 when there is none.
std::size_t parser::number_before_owner(std::string_view t) const {
    const auto n = number_at(t, words);
    if (!n || n->marked || n->rest >= t.size()) return 0;
    const auto rest = t.substr(n->rest);
    return is_owner_to(rest, words, known) || (t.substr(n->end, n->rest - n->end).find('\t') != t.npos && says_who(rest)) ? n->rest : 0;
}

/// Whether the number before a task says where it comes from: "27/14"; "2.3" beside "4.1", but not beside "2.4", which only counts.
bool parser::refers(std::string_view number) const {
    const auto stop = number.find_first_of("./");
    if (stop == number.npos || number[stop] == '/') return stop != number.npos;
    const auto differs = [&](std::size_t block) {
        if (block >= laid.blocks.size() || laid.blocks[block].kind != laid_block::kind_type::line) return false;
        const auto line = words_at(laid.blocks[block].text);
        return number_before_owner(line) > 0 && !line.starts_with(number.substr(0, stop + 1));
    };
    return (at_block > 0 && differs(at_block - 1)) || differs(at_block + 1);
}

/// "A1: JB to ring", "[AI-2] ring the bank", "#12: ring": the reference of a task in a list.  Others of its shape must stand at the head of lines:
/// "COVID-19: put up the notice" has none.
std::optional<reference_finding> parser::reference_before_task(std::string_view t) const {
    const auto r = reference_at(t, words);
    if (!r || r->rest >= t.size()) return {};
    const auto value = t.substr(r->begin, r->end - r->begin);
    const auto figures = value.find_first_of("0123456789");
    if (!(starts_upper(value) || value.front() == '#') || figures == value.npos || value.find(' ') != value.npos || known.initials.count(fold(value))) return {};
    const bool parted = r->begin > 0 || t.substr(r->end, r->rest - r->end).find_first_of(":.)-\xE2") != t.npos;
    if (!parted && !is_owner_to(t.substr(r->rest), words, known)) return {};
    const auto of_shape = [&](const laid_block& b) {
        if (b.kind != laid_block::kind_type::line || b.text.empty()) return false;
        const auto j = join(b.text);
        const auto line = std::string_view(j.text()).substr(text_behind_mark(j, b.look));
        const auto other = reference_at(line, words);
        return other && other->shape == r->shape && line.substr(other->begin, figures) == value.substr(0, figures);
    };
    constexpr std::ptrdiff_t fewest = 2;
    return std::count_if(laid.blocks.begin(), laid.blocks.end(), of_shape) >= fewest ? r : std::nullopt;
}

/// Whether a paragraph goes on with a list of tasks that no marks set apart, or heads a further part of it by a name.
bool parser::goes_on_in_list(std::string_view t) const {
    t.remove_prefix(box_at(t).size);
    const bool close = at_block < laid.blocks.size() && laid.blocks[at_block].blank_before == 0;
    if (tasks.counted) return list_below() && is_owners_only(without_to(t, words), words) && (names_owner_of_group(t) || (!tasks.owners.empty() && tasks.owners_depth < 0 && is_like_name(t)));
    if (trim(t).ends_with('?')) return false;  // "AB: Can we talk of the roof?"
    const auto first = words_in(t.substr(0, std::min<std::size_t>(t.size(), 40)), words, 1);
    if (close && (!tasks.owners.empty() || (!first.empty() && words.has(list::imperatives, first.front())))) return true;
    return says_who(t) || opens_with_speaker(t) || heads_lines(t) || (close && names_doer(t));
}

/// "JB: …", where JB opens several lines so.
bool parser::opens_with_speaker(std::string_view t) const {
    const auto all = words_in(t.substr(0, std::min<std::size_t>(t.size(), 40)), words, 2);
    return all.size() == 2 && all.front().after == ':' && known.speakers.count(all.front().folded);
}

/// Whether a line above tasks of a list names those who have to do them, by what the document or the lexicon knows: "Roof:" is a subject.
bool parser::names_owner_of_group(std::string_view t) const {
    const auto head = without_to(trim(t.substr(0, std::min(t.find(':'), t.size()))), words);
    const auto all = words_in(head, words);
    if (all.empty() || words.status(fold(head)).has_value()) return false;
    if (are_certain_owners(head, words, known) || is_initials(head) || name_strength(head, words) == 3) return true;
    constexpr std::size_t longest_group = 3;  // words: "Social team"
    return words.has(list::given_names, all[0]) || (all.size() <= longest_group && words.has_any({list::role_nouns, list::bodies, list::groups}, all.back()));
}

/// "Peter Smith", "Max J.": written as a name is.
bool parser::is_like_name(std::string_view t) const {
    const auto head = trim(t.substr(0, std::min(t.find(':'), t.size())));
    return name_strength(head, words) >= 2 && !words.status(fold(head)).has_value();
}

/// Whether the document is a transcript above a block; lines "JB: …" that stand below the head of a list alone are its tasks.
bool parser::spoken_before(std::size_t block) const {
    constexpr std::ptrdiff_t fewest = 3;
    return std::lower_bound(spoken_lines.begin(), spoken_lines.end(), block) - spoken_lines.begin() >= fewest;
}

/// "New tackle is needed – Peter will see to it": somebody whom the document knows, and what he will do.
bool parser::names_doer(std::string_view t) const {
    const auto all = words_in(t, words);
    for (std::size_t k = 0; k + 1 < all.size(); ++k)
        if (all[k].capital && !all[k].after && is_known_person(all[k], words, known) && words.has_any({list::future_words, list::infinitive_marks}, all[k + 1])) return true;
    return false;
}

/// "Ann:" above lines that are hers; without a colon, where the document knows her, and a gap parts it from what stands above or what she is to do opens with its verb.
bool parser::heads_lines(std::string_view t) const {
    const std::size_t below = at_block + 1;
    if (!is_owners_only(t, words) || below >= laid.blocks.size() || laid.blocks[below].kind != laid_block::kind_type::line) return false;
    const bool close = laid.blocks[below].blank_before == 0, apart = laid.blocks[at_block].blank_before > 0;
    if (close && trim(t).ends_with(':')) return true;
    if (!are_certain_owners(t, words, known)) return false;
    const auto said = words_in(words_at(laid.blocks[below].text), words, 2);
    const bool verb = said.size() == 2 && said[0].capital && !said[0].after && words.has(list::imperatives, said[0]) && !is_known_person(said[0], words, known);
    if (!close) return apart && verb && !heads.at(below);  // each in a paragraph of its own
    return apart || verb || (!tasks.owners.empty() && tasks.owners_depth < 0);
}

/// "There being no further business the meeting closed at 9 pm", "The board will next meet on 3 May".
bool parser::tells_closing(std::string_view t) const {
    const auto all = words_in(t, words);
    const auto says = [&](list which) { return std::any_of(all.begin(), all.end(), [&](const word& w) { return (!w.capital || &w == all.data()) && words.has(which, w); }); };
    if (says(list::closing_words) && says(list::meeting_nouns)) return !find_times(t, words).empty();
    // "Adjourned at 17:05."
    if (!all.empty() && words.has(list::closing_words, all[0]))
        if (const auto times = find_times(t, words); !times.empty()) return words_in(t.substr(all[0].end, times.front().begin - std::min<std::size_t>(times.front().begin, all[0].end)), words).size() <= 1;
    // "Ann and Ben to meet again on 3 May" is a task.
    for (std::size_t k = 1; k < all.size(); ++k)
        if (phrase_length(all, k, list::meet_words, words) > 0) return !words.has(list::infinitive_marks, all[k - 1]) && !find_dates(t, words).empty();
    return false;
}

bool parser::is_in_list(const joined_text& j, const look& how, std::string_view rest) const {
    if (how.depth > tasks.depth) return true;
    // "• Actions:" above "• Ann will ring": without deeper ones below it, its fellows that say who
    if (tasks.depth > 0) {
        const auto first = words_in(rest, words, 2);
        const bool decided = std::any_of(first.begin(), first.end(), [&](const word& w) { return words.has_any({list::decision_verbs, list::proposal_words}, w); });  // "All agreed to meet"
        return how.depth == tasks.depth && tasks.first_depth <= tasks.depth && !decided && says_who(rest);
    }
    const bool counted = how.depth > 0 || (box_at(rest).size == 0 && (text_behind_mark(j, how) > 0 || number_before_owner(rest) > 0 || reference_before_task(rest)));
    if (const auto l = label_at(rest, words); !counted && ((l && (l->is(label::closing) || l->is(label::next_meeting))) || tells_closing(rest))) return false;
    const auto plain = plain_words(rest);
    if (!counted && (how.bold || trim(rest).ends_with(':')) && words.has(list::section_headings, plain) && !words.is_label(plain, label::action)) return false;  // "Notes:" below an empty "Actions:"
    const bool first = tasks.last == open_tasks::no_task && !tasks.counted;
    return counted || first || goes_on_in_list(rest);
}

void parser::set_owners_of_list(const joined_text& j, std::size_t from, const std::vector<span>& owners, int depth) {
    tasks.owners.clear();
    for (const span s : owners) tasks.owners.push_back({stated(words_at(j.source(from + s.begin, from + s.end)), j.source(from + s.begin, from + s.end), "owner-of-list"), {}});
    tasks.owners_depth = depth;
    tasks.first_depth = -1;
}

/// "None. Keep as at present.", "None at this time": no task, whatever else is said of it.
bool parser::opens_with_none(std::string_view t) const {
    constexpr std::size_t longest = 6;  // words
    const auto all = words_in(t, words, longest + 1);
    // "NA: book the hall", "TBC: find a place": whose task it is, or that nobody has it yet
    if (all.empty() || !words.is_label(all[0].folded, label::none) || !words.has(list::nothing_words, all[0]) || (all[0].after && !all[0].ends_sentence() && all[0].after != ',') || known.initials.count(all[0].folded)) return false;
    if (all.size() > 1 && words.has(list::infinitive_marks, all[1])) return true;  // "Nothing to report"
    return all[0].ends_sentence() || (all.size() <= longest && std::none_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::infinitive_marks, list::future_words}, w); }));
}

namespace {

/// "Also ask the school" below "Ann: ring the bank": a further task of hers; below a task of nobody such a line may be a part of it.
bool goes_on_below_task(const parser& p, std::string_view t) {
    constexpr std::size_t fewest = 3;  // words
    const auto all = words_in(t, p.words);
    if (p.tasks.last >= p.m.actions.size() || p.m.actions[p.tasks.last].owners.empty() || all.size() < fewest || !all[0].capital) return false;
    const auto& verb = all[p.words.has(list::task_openers, all[0]) ? 1 : 0];
    if (verb.after || p.words.has_any({list::nil_openers, list::unnamed_owners}, verb)) return false;
    constexpr std::size_t ending = 3;  // letters of "-ing"
    const bool goes_on = verb.folded.size() > ending && p.words.has(list::progressive_endings, verb.folded.substr(verb.folded.size() - ending));
    return p.words.has(list::imperatives, verb) && !goes_on;
}

/// "Carl has sent the draft.", "Status: half done" below "Carl: write the report": what is told of his task, none itself.
bool tells_of_task(const parser& p, std::string_view t, const task_finding& f) {
    if (f.owners.empty() || p.tasks.last >= p.m.actions.size() || p.m.actions[p.tasks.last].owners.empty()) return false;
    if (std::string_view(f.rule) == "owner-mark" && !p.names_owner_of_group(t) && !p.is_like_name(t)) return true;
    return std::string_view(f.rule) == "owner-verb" && !p.says_who(t);
}

}  // namespace

bool parser::read_listed_task(const joined_text& j, const look& how) {
    const std::string_view t = j.text();
    std::size_t from = box_at(t).size ? 0 : text_behind_mark(j, how);
    const bool counted = how.depth > 0 || from > 0;
    if (const auto text = t.find_first_not_of(' ', from); box_at(t.substr(std::min(text, t.size()))).size) from = text;  // "•   ☐ ring the bank"
    const auto tick = box_at(t.substr(from));
    from += tick.size;
    span ref{};
    if (const auto r = reference_before_task(t.substr(from))) {
        ref = {static_cast<std::uint32_t>(from + r->begin), static_cast<std::uint32_t>(from + r->end)};
        from += r->rest;
    }
    if (const std::size_t behind = number_before_owner(t.substr(from)); behind > 0) {
        const auto n = *number_at(t.substr(from), words);
        if (ref.empty() && refers(t.substr(from + n.begin, n.end - n.begin))) ref = {static_cast<std::uint32_t>(from + n.begin), static_cast<std::uint32_t>(from + n.end)};
        from += behind;
    }
    const auto rest = t.substr(from);
    const auto plain = plain_words(rest);
    if (plain.empty() || words.has(list::no_action, plain) || words.is_label(plain, label::none)) return true;
    if (opens_with_none(rest)) {
        read_prose(j.source(0, t.size()), block::kind_type::paragraph, false);
        return true;
    }
    if (tells_closing(rest) && !is_owner_to(rest, words, known)) {
        if (how.depth == 0) return false;  // below the list, with a number of the business or none
        if (!find_times(rest, words).empty()) {  // "- Meeting closed at 9 pm"
            read_prose(j.source(0, t.size()), block::kind_type::list_item, false);
            return true;
        }
    }
    if (tasks.last != open_tasks::no_task && read_task_fields(j, from, tasks.last)) return true;
    if ((how.task || !markers_in(rest, words, known).empty()) && read_task_line(j, how, true)) {
        if (tasks.first_depth < 0) tasks.first_depth = how.depth;
        return true;
    }
    const auto f = match_task(rest, words, known);
    // "JB: Has a question …" in a transcript: who speaks, not who acts.
    if (!counted && std::string_view(f.rule) == "owner-mark" && spoken_before(tasks.head) && opens_with_speaker(rest)) return false;
    // A paragraph among list items is prose, unless it says who.
    if (!counted && tasks.counted && (f.owners.empty() || (std::string_view(f.rule) == "owner-verb" && !says_who(rest)))) return false;
    const bool heads_list = !counted && list_below();
    if (heads_list && tasks.read == 0 && introduces_list(rest)) {
        leaves.paint(j.source(0, t.size()), leaf::kind_type::prose);
        if (item* it = current_item()) it->blocks.push_back({block::kind_type::paragraph, j.source(0, t.size())});
        return true;
    }
    if (heads_list && f.owners.empty() && (trim(rest).ends_with(':') || words_in(rest, words, 2).size() == 1)) return true;  // "The following was agreed:", "Urgent"
    const auto all = words_in(rest, words);
    // "It was agreed that a group would be formed" is to be done; a motion that was carried is not.
    const bool to_do = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::task_cues, w) && !words.has(list::decision_verbs, w); });
    const bool moved = std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has(list::second_words, w); });
    // "2. ACTION ITEMS" of a council: "Bell moved to buy two buses. Ash seconded. Motion carried."
    if (const auto sentences = sentences_in(rest, words); moved && !sentences.empty() && sort_decision(rest.substr(sentences.front().begin, sentences.front().size()), words, known).part == decision_part::proposal) {
        read_prose(j.source(0, t.size()), block::kind_type::paragraph, false);
        return true;
    }
    const auto told = sort_decision(rest, words, known).rule;
    const bool by_noun = told == std::string_view("decision-impersonal") || told == std::string_view("decision-noun");  // "A decision was made to …"
    if (f.owners.empty() && (moved || !to_do || by_noun) && read_decided(j, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(t.size())})) return true;
    if ((counted || heads_list || heads_lines(rest)) && f.text.empty() && !f.owners.empty()) {
        // "Continued" below "JB" parts JB's tasks, and names nobody; above a list of its own, as JB is, it is somebody.
        const bool beside = counted && how.depth == tasks.owners_depth && at_block + 1 < laid.blocks.size() && laid.blocks[at_block + 1].look.depth > how.depth;
        const bool named = names_owner_of_group(rest) || is_like_name(rest);
        if (!tasks.owners.empty() && !beside && !named) return true;
        // "Roof:" parts the tasks by subject.
        if (!named) {
            set_owners_of_list(j, from, {}, counted ? how.depth : -1);
            if (!counted) tasks.counted = false;
            return true;
        }
        // "JB:" above the tasks that are JB's
        set_owners_of_list(j, from, f.owners, counted ? how.depth : -1);
        if (!counted) tasks.counted = false;
        return true;
    }
    // A word alone at the head of the list is its title, unless it is somebody.
    if (tasks.read == 0 && f.text.empty() && !f.owners.empty() && !are_certain_owners(rest, words, known))
        if (const auto found = match_owners(rest, words); !found || !found->initials) return false;
    if (!counted && f.owners.empty() && heads_prose(rest)) {
        section = section == section_type::actions ? section_type::business : section;
        tasks = {};
        return false;
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
    const bool below = how.depth > tasks.first_depth && f.owners.empty();
    if (below && !goes_on_below_task(*this, rest)) return false;  // a detail of the task above
    if (how.depth > tasks.first_depth && tells_of_task(*this, rest, f)) return false;
    tasks.counted |= counted;
    ++tasks.read;
    const std::size_t above = tasks.last;
    add_task(j, {from, t.size(), ref, {}, "task-in-list", true});
    if (below && tasks.last != above && m.actions[tasks.last].owners.empty()) m.actions[tasks.last].owners = m.actions[above].owners;
    tick_task(tick.ticked);
    return true;
}

/// "These are the tasks that we agreed on.", "Please tell Ann when yours is done.": a sentence above a list of tasks, none itself.
bool parser::introduces_list(std::string_view t) const {
    constexpr std::size_t fewest = 4;  // words
    const auto all = words_in(t, words);
    if (all.size() < fewest || !(all.back().ends_sentence() || trim(t).ends_with(':')) || says_who(t)) return false;
    bool to_be = false;
    for (std::size_t k = 0; k + 1 < all.size(); ++k) to_be |= words.has(list::infinitive_marks, all[k]) && (words.has(list::being_words, all[k + 1]) || (k > 0 && words.has(list::passive_words, all[k - 1])));  // "is to write"
    if (to_be || !find_dates(t, words).empty()) return false;  // "A new lock is to be bought."
    const std::size_t verb = words.has(list::task_openers, all[0]) ? 1 : 0;  // "Please tell Ann …"
    return verb > 0 || !words.has(list::imperatives, all[0]);
}

/// "Summer party" between gaps, a paragraph below: the title of further business, no task.
bool parser::heads_prose(std::string_view t) const {
    constexpr std::size_t longest_title = 5;  // words
    const auto all = words_in(t, words);
    const std::size_t below = at_block + 1;
    if (all.empty() || all.size() > longest_title || all.back().ends_sentence() || words.has(list::imperatives, all.front()) || below >= laid.blocks.size()) return false;
    if (std::any_of(all.begin(), all.end(), [&](const word& w) { return words.has_any({list::infinitive_marks, list::verbs, list::future_words}, w); })) return false;
    const auto& next = laid.blocks[below];
    if (next.kind != laid_block::kind_type::line || next.blank_before == 0 || !next.look.mark.empty() || laid.blocks[at_block].blank_before == 0) return false;
    const auto said = words_in(words_at(next.text), words);
    return said.size() > all.size() && said.back().ends_sentence();
}

bool parser::heads_boxes(std::string_view t, const look& how) const {
    const std::size_t below = at_block + 1;
    if (how.task || below >= laid.blocks.size() || !laid.blocks[below].look.task || laid.blocks[below].look.depth <= how.depth) return false;
    for (const std::string_view bullet : {"- ", "* ", "\u2022 "})
        if (t.starts_with(bullet)) t.remove_prefix(bullet.size());
    return is_owners_only(t, words) && !words.has(list::imperatives, words_in(t, words, 1).front());
}

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

/// "Book the hall (JB)"; "Accounts" alone is no owner's task.
bool parser::says_who_and_what(std::string_view t) const {
    const auto f = match_task(t, words, known);
    return !f.owners.empty() && !f.text.empty();
}

bool parser::is_numbered_task(const outline_entry& e) const {
    if (e.number.empty() || !e.labels.empty() || e.style.starts_with("heading") || (section != section_type::actions && !tasks.list)) return false;
    const auto text = words_at(laid.blocks[e.block].text);
    const auto rest = std::string_view(text).substr(std::min<std::size_t>(e.heading.begin, text.size()));
    const auto all = words_in(rest, words);
    if (all.empty()) return false;
    if (is_owner_to(rest, words, known)) return true;
    if (section != section_type::actions) {
        // Below an empty marker the numbers start from one, and each task says who.
        const auto number = std::string_view(text).substr(e.number.begin, e.number.size());
        const bool told = words.has(list::imperatives, all.front()) && !all.front().after && all.size() > 2 && !words.has(list::name_links, all[1]);
        return number == std::to_string(tasks.read + 1) && (says_who(rest) || told || (tasks.read >= 2 && says_who_and_what(rest)));
    }
    return e.rank > section_rank && (!match_task(rest, words, known).owners.empty() || words.has(list::imperatives, all.front()) || all.back().ends_sentence());
}

}  // namespace minutes
